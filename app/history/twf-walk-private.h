/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-index-private.h"

G_BEGIN_DECLS

/* Called for each commit, newest first, with what is remembered of it where that is wanted.
 * Returning FALSE ends the walk: with @error set, as a failure. */
typedef gboolean (*TwfWalkFunc) (const git_oid *id,
                                 const TwfEntry *entry,
                                 gpointer user_data,
                                 GError **error);

gboolean twf_walk (git_repository *handle,
                   TwfIndex *index,
                   gboolean with_units,
                   const git_oid *from,
                   TwfWalkFunc func,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error);

G_END_DECLS
