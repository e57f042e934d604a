/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-lags.h"

G_BEGIN_DECLS

/* Looking through the revisions that a plan stands on for translations whose source was changed
 * after them. Gone piece by piece, as a TwfHistoryWalk. Reference-counted. */
typedef struct _TwfLagWalk TwfLagWalk;

TwfLagWalk *twf_desk_new_lag_walk (TwfDesk *self, TwfLagWalk *former) G_GNUC_WARN_UNUSED_RESULT;
TwfLagWalk *twf_lag_walk_ref (TwfLagWalk *self);
void twf_lag_walk_unref (TwfLagWalk *self);
TwfLags *twf_lag_walk_get_lags (TwfLagWalk *self); /* nullable: it is not complete */

void twf_desk_walk_lags_async (TwfDesk *self,
                               TwfLagWalk *walk,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean twf_desk_walk_lags_finish (TwfDesk *self, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLagWalk, twf_lag_walk_unref)

G_END_DECLS
