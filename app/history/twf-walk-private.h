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

gboolean twf_walk (TwfRepository *repository,
                   git_repository *handle,
                   TwfIndex *index,
                   gboolean with_units,
                   const git_oid *from,
                   TwfWalkFunc func,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error);

/* The same as something that is taken up and put down: for each piece with a handle of its own, so
 * that others save and pack in between. */
typedef struct _TwfWalk TwfWalk;

TwfWalk *twf_walk_new (TwfRepository *repository,
                       const git_oid *from,
                       gboolean with_units) G_GNUC_WARN_UNUSED_RESULT;
void twf_walk_ask_for_authors (TwfWalk *self);
void twf_walk_free (TwfWalk *self);
void twf_walk_take_up (TwfWalk *self, git_repository *handle, TwfIndex *index);
gboolean twf_walk_next (TwfWalk *self,
                        git_oid *id,
                        const TwfEntry **entry,
                        GCancellable *cancellable,
                        GError **error);
GArray *twf_walk_get_parents (TwfWalk *self);
guint twf_walk_count (TwfWalk *self, guint *total);
gboolean twf_walk_reads_far (TwfWalk *self);
gboolean twf_walk_is_narrow (TwfWalk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfWalk, twf_walk_free)

G_END_DECLS
