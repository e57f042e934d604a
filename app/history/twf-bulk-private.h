/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-change-set-private.h"

G_BEGIN_DECLS

gboolean twf_bulk_is_worth_it (TwfRepository *repository, TwfChangeSet *changes);
gboolean twf_bulk_attach (git_repository *handle, GError **error);
gboolean
twf_bulk_flush (TwfRepository *repository, git_repository *handle, GArray *written, GError **error);

G_END_DECLS
