/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

/* One text that can be proposed: what stands, and what is written instead so far. */
typedef struct
{
  TwfPart part;
  char *language;
  char *standing; /* empty where there is nothing */
  char *wording;
  GPtrArray *done;   /* of char*: wordings before this one */
  GPtrArray *undone; /* of char*: wordings that were taken back */
  guint letters;     /* typed one after the other since the last step */
} TwfDraftText;

TwfDraftText *twf_draft_text_new (TwfPart part,
                                  const char *language,
                                  const char *standing) G_GNUC_WARN_UNUSED_RESULT;
void twf_draft_text_free (TwfDraftText *self);
gboolean twf_draft_text_is_changed (const TwfDraftText *self);
void twf_draft_text_write (TwfDraftText *self, const char *wording);
gboolean twf_draft_text_step (TwfDraftText *self, gboolean back);

G_END_DECLS
