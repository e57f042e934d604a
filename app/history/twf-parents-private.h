/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-private.h"
#include "twf-repository.h"

G_BEGIN_DECLS

gboolean
twf_commit_contains (git_commit *self, git_commit *other, gboolean *contains, GError **error);
GPtrArray *twf_choose_parents (git_repository *handle,
                               git_commit *base,
                               const char *const *merged,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
