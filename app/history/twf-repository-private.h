/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-git-private.h"
#include "twf-repository.h"

G_BEGIN_DECLS

git_repository *
twf_repository_open_handle (TwfRepository *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *twf_repository_build_path (TwfRepository *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* A commit named as a person may name it. */
git_commit *twf_lookup_commit (git_repository *handle,
                               const char *revision,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A commit or tree that the repository itself names: missing means damaged. */
git_commit *twf_load_commit (git_repository *handle,
                             const git_oid *id,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
git_tree *
twf_load_tree (git_repository *handle, const git_oid *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What stands at a path: a zero id where nothing does. */
gboolean twf_find_at (git_commit *commit, const char *path, git_oid *id, GError **error);

char *twf_build_loose_path (TwfRepository *self, const git_oid *id) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_sync_folder (const char *path, GError **error);
gboolean twf_sync_objects (TwfRepository *self, GArray *ids, gint64 since, GError **error);

G_END_DECLS
