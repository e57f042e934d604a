/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-revision.h"

G_BEGIN_DECLS

/* Since when something is proposed: the first revision in which it stands. */
void twf_desk_find_beginnings_async (TwfDesk *self,
                                     const char *provision,
                                     const char *const *proposals,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GHashTable *twf_desk_find_beginnings_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* char* proposal -> TwfRevision* */

G_END_DECLS
