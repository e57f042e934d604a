/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-difference.h"
#include "twf-notation.h"
#include "twf-opening.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_BLOCK_MASTHEAD,  /* one line of symbol, date, session, agenda item */
  TWF_BLOCK_TITLE,     /* of the plan */
  TWF_BLOCK_SECTION,   /* title of a section */
  TWF_BLOCK_HEADING,   /* groups provisions inside a section */
  TWF_BLOCK_PROVISION, /* label: its number, empty where the section has none */
  TWF_BLOCK_DETAIL,    /* label: what it is ("Time frame"); stands under a provision */
  TWF_BLOCK_SIGNATORY, /* text: the state; label: its representative, may be empty */
  TWF_BLOCK_NOTE,      /* said about what follows, not part of the plan */
} TwfBlockKind;

/* A stretch of text that is set as one paragraph, with its own language: where a provision has not
 * been translated the block is in the plan's source language and says so. Immutable. */
typedef struct
{
  TwfBlockKind kind;
  char *id; /* of the provision; nullable */
  char *label;
  char *text;
  char *language;   /* of text */
  guint depth;      /* 0: not nested */
  GPtrArray *runs;  /* of TwfRun: its changes, of which @text is the outcome; NULL: none */
  GPtrArray *spans; /* of TwfSpan: how @text is made up, where it has brackets; NULL: it has none */
  char *state;      /* "Agreed ad ref": stands behind the text; nullable */
  char
      *translation; /* "Translation of an older wording": stands under it, on no export; nullable */
  gboolean plenary; /* of @state: it is the plenary's, green; else yellow */
  GPtrArray *aside; /* of TwfBlock: what is proposed, in a column of its own; NULL: there is none */
  guint first_note; /* what was parked about it: numbers of entries of the list; 0: nothing was */
  guint n_notes;
  TwfOpeningForms forms; /* with which its text may open: they are printed apart */
  guint note;            /* it is an entry of that list, about the provision @id; 0: it is none */
} TwfBlock;

/**
 * TwfView:
 * @TWF_VIEW_CLEAN: the text that stands
 * @TWF_VIEW_COMPILATION: with what is open in brackets
 * @TWF_VIEW_CHANGES: with what is open struck and underlined, its owners behind it
 * @TWF_VIEW_TABLE: the text that stands, and in a column beside it what is open
 * @TWF_VIEW_CHAIR: the chair's text: what stands, and a list of what was parked behind it
 *
 * How a plan is shown.
 */
typedef enum
{
  TWF_VIEW_CLEAN,
  TWF_VIEW_COMPILATION,
  TWF_VIEW_CHANGES,
  TWF_VIEW_TABLE,
  TWF_VIEW_CHAIR,
} TwfView;

/* A plan in one language as a list of blocks in reading order: what every export is made from. */
GPtrArray *twf_sheet_new (TwfPlan *plan,
                          const char *language,
                          TwfView view,
                          TwfNotation notation,
                          gboolean sources) G_GNUC_WARN_UNUSED_RESULT;

/* One provision of it, with its details; NULL: the plan's title. */
GPtrArray *twf_sheet_new_of_provision (TwfPlan *plan,
                                       TwfProvision *provision,
                                       const char *language,
                                       TwfView view,
                                       TwfScribe *scribe) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_view_is_clean (TwfView view); /* shows nothing of what is open */
gboolean twf_sheet_shows (TwfProvision *provision, TwfView view);

/* For who makes sheets of other things. */
TwfBlock *twf_sheet_add (GPtrArray *sheet,
                         TwfBlockKind kind,
                         const char *label,
                         const char *text,
                         const char *language);
GPtrArray *twf_sheet_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
