/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-sheet.h"

G_BEGIN_DECLS

/* A sheet of a plan while it is made. */
typedef struct
{
  TwfPlan *plan;        /* borrowed */
  const char *language; /* borrowed */
  TwfView view;
  TwfScribe *scribe; /* borrowed */
  GPtrArray *blocks; /* TwfBlock*; owned by the caller of twf_sheet_new() */
  GPtrArray *parked; /* of TwfParked: what is listed behind the text; NULL: no such list */
  gboolean sources;  /* says from where words were taken as they are */
} TwfSheet;

const char *_twf_sheet_find_text (TwfSheet *sheet,
                                  TwfProvision *provision,
                                  TwfPart part,
                                  const char **language);
char *_twf_sheet_describe_links (TwfSheet *sheet, const char *const *ids) G_GNUC_WARN_UNUSED_RESULT;
char *_twf_sheet_describe_values (TwfSheet *sheet,
                                  const char *field,
                                  const char *const *values) G_GNUC_WARN_UNUSED_RESULT;
char *_twf_sheet_describe_place (TwfSheet *sheet,
                                 TwfProvision *provision,
                                 TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;
void _twf_block_set_language (TwfBlock *block, const char *language);

/* What is open (twf-sheet-open.c). */
gboolean _twf_sheet_is_open (TwfSheet *sheet, TwfProvision *provision, TwfPart part);
void _twf_sheet_open_text (TwfSheet *sheet, TwfProvision *provision, TwfPart part, TwfBlock *block);
void _twf_sheet_add_others (TwfSheet *sheet, TwfProvision *provision, TwfBlock *block, guint depth);

/* How what stands is agreed and translated (twf-sheet-standing.c). */
void _twf_sheet_show_state (TwfSheet *sheet, TwfProvision *provision, TwfBlock *block);
void _twf_sheet_note_translation (TwfSheet *sheet,
                                  TwfProvision *provision,
                                  TwfPart part,
                                  TwfBlock *block);

/* From where words were taken (twf-sheet-sources.c). */
void _twf_sheet_add_sources (TwfSheet *sheet,
                             TwfProvision *provision,
                             const char *language,
                             guint depth);

/* What was parked (twf-parked.c). */
void _twf_sheet_note_parked (TwfSheet *sheet, TwfProvision *provision, TwfBlock *block);
void _twf_sheet_add_parked (TwfSheet *sheet);

G_END_DECLS
