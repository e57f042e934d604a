/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* What a paragraph of an imported document is taken for. */
typedef enum
{
  TWF_ROLE_LEFT_OUT, /* headers, page furniture, notes, what a person sets aside */
  TWF_ROLE_TITLE,    /* of the plan */
  TWF_ROLE_SYMBOL,
  TWF_ROLE_SESSION,
  TWF_ROLE_AGENDA_ITEM,
  TWF_ROLE_DATE,
  TWF_ROLE_SIGNATORY, /* a representative with the state */
  TWF_ROLE_HEADING,   /* opens a section; stored as a heading only inside one */
  TWF_ROLE_PROVISION, /* of the section it stands in */
} TwfRole;

#define TWF_N_ROLES 9

/* A repair that would change a word's order or spelling: shown beside the source line, done only
 * when a person says so. */
typedef struct
{
  char *from;   /* what stands there after the safe repairs */
  char *to;     /* what it would become */
  char *reason; /* one of the TWF_REASON_* names below */
  gsize start;  /* byte offset of @from in the paragraph's text */
  gboolean accepted;
} TwfSuggestion;

#define TWF_REASON_RUN_ORDER "run-order"   /* runs stand in display order */
#define TWF_REASON_SPLIT_WORD "split-word" /* one word was cut by a space */
#define TWF_REASON_JOINED_WORDS "joined-words"
#define TWF_REASON_SWAPPED_PIECES "swapped-pieces"
#define TWF_REASON_SPELLING "spelling"

/* What was read out of a paragraph as data; the paragraph's text stays as it stood. */
#define TWF_DRAFT_VALUE "Value" /* of a date (ISO 8601), session, agenda item or symbol */
#define TWF_DRAFT_CODE "Code"   /* of a signatory's state */
#define TWF_DRAFT_NAME "Name"   /* of a signatory, as printed */
#define TWF_DRAFT_TITLE "Title" /* of a signatory: the office */
#define TWF_DRAFT_KEY "Key"     /* identity in the document (Akoma Ntoso: eId) */
#define TWF_DRAFT_WHY "Why"     /* why it is left out */

#define TWF_TYPE_DRAFT_PARAGRAPH (twf_draft_paragraph_get_type ())
G_DECLARE_FINAL_TYPE (TwfDraftParagraph, twf_draft_paragraph, TWF, DRAFT_PARAGRAPH, GObject)

/* Properties (bindable, notify): role, section, depth, text. */
TwfRole twf_draft_paragraph_get_role (TwfDraftParagraph *self);
void twf_draft_paragraph_set_role (TwfDraftParagraph *self, TwfRole role);
TwfSection twf_draft_paragraph_get_section (TwfDraftParagraph *self);
void twf_draft_paragraph_set_section (TwfDraftParagraph *self, TwfSection section);
guint twf_draft_paragraph_get_depth (TwfDraftParagraph *self);
void twf_draft_paragraph_set_depth (TwfDraftParagraph *self, guint depth);
const char *twf_draft_paragraph_get_number (TwfDraftParagraph *self); /* as printed; nullable */
const char *
twf_draft_paragraph_get_source (TwfDraftParagraph *self);     /* as it stood, with line ends */
guint twf_draft_paragraph_get_line (TwfDraftParagraph *self); /* first line, from 1; 0: none */
const char *twf_draft_paragraph_get_language (TwfDraftParagraph *self);
const char *twf_draft_paragraph_get_text (TwfDraftParagraph *self, const char *language);
void twf_draft_paragraph_set_text (TwfDraftParagraph *self, const char *language, const char *text);
GStrv twf_draft_paragraph_list_languages (TwfDraftParagraph *self) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_draft_paragraph_get_field (TwfDraftParagraph *self, const char *field);
GPtrArray *twf_draft_paragraph_get_suggestions (TwfDraftParagraph *self); /* of TwfSuggestion */
void twf_draft_paragraph_accept (TwfDraftParagraph *self, guint suggestion, gboolean accepted);
char *twf_draft_paragraph_dup_final_text (TwfDraftParagraph *self, const char *language)
    G_GNUC_WARN_UNUSED_RESULT; /* with the accepted suggestions */

#define TWF_TYPE_DRAFT (twf_draft_get_type ())
G_DECLARE_FINAL_TYPE (TwfDraft, twf_draft, TWF, DRAFT, GObject)

/* The proposal that import makes of a document: every paragraph with what it is taken for. */
GListModel *twf_draft_list_paragraphs (TwfDraft *self);      /* of TwfDraftParagraph; borrowed */
const char *const *twf_draft_get_languages (TwfDraft *self); /* source language first */
guint twf_draft_count_suggestions (TwfDraft *self);
guint twf_draft_count_incomplete (TwfDraft *self);
guint twf_draft_count_brackets (TwfDraft *self);
void twf_draft_set_reads_brackets (TwfDraft *self, gboolean reads);
TwfPlan *twf_draft_to_plan (TwfDraft *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *twf_draft_to_text (TwfDraft *self) G_GNUC_WARN_UNUSED_RESULT; /* what --dry-run prints */

const char *twf_role_get_name (TwfRole role);

G_END_DECLS
