/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_MARK_ISSUED, /* issued under the symbol @name */
  TWF_MARK_BRANCH, /* the newest of the branch @name */
} TwfMarkKind;

/* What a revision is known by besides its id. Immutable. */
typedef struct
{
  TwfMarkKind kind;
  char *revision; /* full id */
  char *name;
} TwfMark;

/* What a revision changed against the first of those it was made on, and so of a merge what the
 * text that stood took in. */
typedef struct
{
  guint provisions; /* added, removed or changed in any way */
  guint inserted;   /* words, in the texts of all languages */
  guint deleted;
  gboolean has_words; /* they were counted: not of the first revision, nor of very large ones */
  gboolean has_head;  /* the plan itself or its delegations changed */
} TwfTally;

void twf_mark_free (TwfMark *self);

void twf_desk_list_marks_async (TwfDesk *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GPtrArray *twf_desk_list_marks_finish (TwfDesk *self,
                                       GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfMark */

void twf_desk_tally_async (TwfDesk *self,
                           const char *revision,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean
twf_desk_tally_finish (TwfDesk *self, GAsyncResult *result, TwfTally *tally, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfMark, twf_mark_free)

G_END_DECLS
