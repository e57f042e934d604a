/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-words.h"

G_BEGIN_DECLS

/* One wording that a text had. Immutable once it is made. */
typedef struct
{
  TwfOrigin *origin;    /* the revision that brought it, under what mandate, whether by a merge */
  GStrv owners;         /* codes of those whose wording it is; none: the facilitator, or another
                           program */
  GStrv proposals;      /* ids of those that were accepted with it; may be none */
  char *reason;         /* nullable: why, as the proposal or the message says */
  char *text;           /* nullable: the text was taken out */
  GPtrArray *runs;      /* of TwfRun: from the wording before */
  TwfRevision *back_to; /* nullable: the last that had the same wording before */
} TwfFormerText;

void twf_former_text_free (TwfFormerText *self);

/* Every wording of one text, of all lines of history that led to a revision. */
void twf_desk_list_wordings_async (TwfDesk *self,
                                   const char *provision,
                                   TwfPart part,
                                   const char *language,
                                   const char *revision,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *twf_desk_list_wordings_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfFormerText, the newest first */

/* Brings one text back to what it was, and nothing else, as one undoable step. */
void twf_desk_restore_text_async (TwfDesk *self,
                                  const char *provision,
                                  TwfPart part,
                                  const char *language,
                                  const char *revision,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *twf_desk_restore_text_finish (TwfDesk *self,
                                    GAsyncResult *result,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfFormerText, twf_former_text_free)

G_END_DECLS
