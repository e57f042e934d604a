/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

G_BEGIN_DECLS

/* How words came, or went: a revision, and whose they are. Immutable, reference-counted; may cross
 * threads. */
typedef struct
{
  TwfRevision *revision; /* with which they came into the text */
  char *proposal;        /* id of the one that was accepted; nullable: none */
  char *mandate;         /* of the revision; nullable */
  char *reason;          /* of the proposal that was accepted; nullable */
  GStrv owners;          /* codes of delegations; none: the facilitator, or another program */
  gboolean joined;       /* whether the revision merges others */
} TwfOrigin;

TwfOrigin *twf_origin_ref (TwfOrigin *self);
void twf_origin_unref (TwfOrigin *self);

/* A stretch of a text with one story. */
typedef struct
{
  char *text;
  GPtrArray *origins;    /* of TwfOrigin: who brought it; several did so independently */
  TwfOrigin *deleted_by; /* NULL: it stands */
  gboolean left_out;     /* deleted: not taken over from what was merged */
  char *proposal;        /* left out: id of the proposal that asks for it; nullable: none does */
  gsize place;           /* deleted: after so many bytes of the text it would stand */
} TwfWordRun;

void twf_word_run_free (TwfWordRun *self);

void twf_desk_list_words_async (TwfDesk *self,
                                const char *provision,
                                TwfPart part,
                                const char *language,
                                const char *revision,
                                gboolean with_deleted,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
/* Of TwfWordRun: those that stand, in reading order, then those that went. */
GPtrArray *twf_desk_list_words_finish (TwfDesk *self,
                                       GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfOrigin, twf_origin_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfWordRun, twf_word_run_free)

G_END_DECLS
