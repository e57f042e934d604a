/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-history-filter.h"
#include "twf-lanes.h"

G_BEGIN_DECLS

/* A way through history that is gone piece by piece, so that rows appear while the search goes on
 * and whatever else the worker has to do comes in between. Reference-counted. Between two pieces it
 * may be asked how far it is. */
typedef struct _TwfHistoryWalk TwfHistoryWalk;

/* A revision that was found. */
typedef struct
{
  char *id;
  TwfRevision *revision; /* nullable: it is read when it is looked at */
  TwfLaneRow lanes;      /* where the walk has a graph */
} TwfHistoryRow;

void twf_history_row_free (TwfHistoryRow *self);

TwfHistoryWalk *twf_desk_new_history_walk (TwfDesk *self,
                                           const TwfHistoryFilter *filter,
                                           const char *stop_at) G_GNUC_WARN_UNUSED_RESULT;
TwfHistoryWalk *twf_history_walk_ref (TwfHistoryWalk *self);
void twf_history_walk_unref (TwfHistoryWalk *self);
gboolean twf_history_walk_is_complete (TwfHistoryWalk *self);
gboolean twf_history_walk_has_met (TwfHistoryWalk *self);
gboolean twf_history_walk_has_graph (TwfHistoryWalk *self);
double twf_history_walk_get_fraction (TwfHistoryWalk *self);
guint twf_history_walk_get_n_seen (TwfHistoryWalk *self);

void twf_desk_walk_history_async (TwfDesk *self,
                                  TwfHistoryWalk *walk,
                                  guint most,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *twf_desk_walk_history_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfHistoryRow, newest first; may be none */

void twf_desk_read_revisions_async (TwfDesk *self,
                                    const char *const *ids,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *twf_desk_read_revisions_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfRevision, in step with the ids */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfHistoryWalk, twf_history_walk_unref)

G_END_DECLS
