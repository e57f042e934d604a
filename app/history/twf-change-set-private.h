/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository-private.h"

G_BEGIN_DECLS

/* What gathers many objects for a few packs: twf-bulk-private.h. */
typedef struct _TwfBulk TwfBulk;

gboolean twf_change_set_check (TwfChangeSet *self, GError **error);
guint twf_change_set_get_size (TwfChangeSet *self, guint64 *n_bytes);
gboolean twf_change_set_clashes (TwfChangeSet *self,
                                 git_repository *handle,
                                 git_tree *expected,
                                 git_tree *found,
                                 gboolean *clashes,
                                 GError **error);
gboolean twf_change_set_write (TwfChangeSet *self,
                               git_repository *handle,
                               TwfBulk *bulk,
                               git_tree *base,
                               git_oid *tree_id,
                               GArray *written,
                               GError **error);

G_END_DECLS
