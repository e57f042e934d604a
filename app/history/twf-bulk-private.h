/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-change-set-private.h"

G_BEGIN_DECLS

gboolean twf_bulk_is_worth_it (TwfRepository *repository, TwfChangeSet *changes);
TwfBulk *twf_bulk_new (TwfRepository *repository, git_repository *handle, GError **error);
void twf_bulk_free (TwfBulk *self);
gboolean twf_bulk_add (TwfBulk *self, const git_oid *id, GError **error);
gboolean twf_bulk_flush (TwfBulk *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfBulk, twf_bulk_free)

G_END_DECLS
