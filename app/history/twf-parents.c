/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-parents-private.h"

#include "twf-ancestry.h"
#include "twf-repository-private.h"

#include <errno.h>

/*
 * twf_commit_contains:
 * @self: a commit
 * @other: another
 * @contains: (out): whether @self is @other, or stands on it; whatever the clocks said
 *
 * Errors: TWF_ERROR_DAMAGED
 */
gboolean
twf_commit_contains (git_commit *self, git_commit *other, gboolean *contains, GError **error)
{
  int rc;

  *contains = TRUE;
  if (git_oid_equal (git_commit_id (self), git_commit_id (other)))
    return TRUE;
  errno = 0;
  rc = git_graph_descendant_of (
      git_commit_owner (self), git_commit_id (self), git_commit_id (other));
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, git_oid_tostr_s (git_commit_id (self)));
  *contains = rc > 0;
  return TRUE;
}

static gboolean
is_among (GPtrArray *parents, git_commit *commit)
{
  for (guint i = 0; i < parents->len; i++)
    if (git_oid_equal (git_commit_id (parents->pdata[i]), git_commit_id (commit)))
      return TRUE;
  return FALSE;
}

/*
 * twf_choose_parents:
 * @handle: a repository
 * @base: (nullable): what a revision is made on
 * @merged: (nullable) (array zero-terminated=1): what it merges
 *
 * What @base contains already is not merged a second time.
 *
 * Returns: (transfer full) (element-type git_commit): @base, and each of @merged that is new
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; TWF_ERROR_DAMAGED
 */
GPtrArray *
twf_choose_parents (git_repository *handle,
                    git_commit *base,
                    const char *const *merged,
                    GError **error)
{
  g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func ((GDestroyNotify)git_commit_free);
  git_commit *copy = NULL;

  if (base != NULL && git_commit_dup (&copy, base) == 0)
    g_ptr_array_add (parents, copy);
  for (gsize i = 0; merged != NULL && merged[i] != NULL; i++)
    {
      g_autoptr (git_commit) commit = twf_lookup_commit (handle, merged[i], error);
      gboolean contained = FALSE;

      if (commit == NULL
          || (base != NULL && !twf_commit_contains (base, commit, &contained, error)))
        return NULL;
      if (!contained && !is_among (parents, commit))
        g_ptr_array_add (parents, g_steal_pointer (&commit));
    }
  return g_steal_pointer (&parents);
}

/**
 * twf_repository_contains:
 * @self: a repository
 * @revision: a revision
 * @contained: another
 * @contains: (out): whether @revision is @contained, or stands on it
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; TWF_ERROR_DAMAGED
 */
gboolean
twf_repository_contains (TwfRepository *self,
                         const char *revision,
                         const char *contained,
                         gboolean *contains,
                         GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) whole = NULL;
  g_autoptr (git_commit) part = NULL;

  g_return_val_if_fail (self != NULL && revision != NULL && contained != NULL, FALSE);

  handle = twf_repository_open_handle (self, error);
  return handle != NULL && (whole = twf_lookup_commit (handle, revision, error)) != NULL
         && (part = twf_lookup_commit (handle, contained, error)) != NULL
         && twf_commit_contains (whole, part, contains, error);
}
