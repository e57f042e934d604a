/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-revision.h"

#include "twf-error.h"
#include "twf-repository-private.h"
#include "twf-revision-private.h"

#include <errno.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_revwalk, git_revwalk_free)

/* What stands at a path: a zero id where nothing does. */
static gboolean
find_at (git_commit *commit, const char *under, git_oid *id, GError **error)
{
  g_autoptr (git_tree) tree = NULL;
  git_tree_entry *entry = NULL;
  int rc;

  memset (id, 0, sizeof *id);
  tree = twf_load_tree (git_commit_owner (commit), git_commit_tree_id (commit), error);
  if (tree == NULL)
    return FALSE;
  errno = 0;
  rc = git_tree_entry_bypath (&entry, tree, under);
  if (rc == GIT_ENOTFOUND
      && (git_error_last () == NULL || git_error_last ()->klass != GIT_ERROR_ODB))
    return TRUE;
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, under);
  git_oid_cpy (id, git_tree_entry_id (entry));
  git_tree_entry_free (entry);
  return TRUE;
}

/* As git counts: a commit touches a path if it differs there from each of its parents. */
static gboolean
touches (git_commit *commit, const char *under, gboolean *touched, GError **error)
{
  git_oid here, there;

  if (!find_at (commit, under, &here, error))
    return FALSE;
  *touched = !git_oid_is_zero (&here) || git_commit_parentcount (commit) > 0;
  for (guint i = 0; *touched && i < git_commit_parentcount (commit); i++)
    {
      g_autoptr (git_commit) parent
          = twf_load_commit (git_commit_owner (commit), git_commit_parent_id (commit, i), error);

      if (parent == NULL || !find_at (parent, under, &there, error))
        return FALSE;
      *touched = !git_oid_equal (&here, &there);
    }
  return TRUE;
}

static gboolean
collect (git_repository *handle,
         git_revwalk *walk,
         const char *under,
         guint skip,
         guint most,
         GPtrArray *found,
         GCancellable *cancellable,
         GError **error)
{
  git_oid id;
  int rc = 0;

  while (found->len < most && (rc = git_revwalk_next (&id, walk)) == 0)
    {
      g_autoptr (git_commit) commit = NULL;
      gboolean wanted = TRUE;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      commit = twf_load_commit (handle, &id, error);
      if (commit == NULL || (under != NULL && !touches (commit, under, &wanted, error)))
        return FALSE;
      if (wanted && skip > 0)
        skip--;
      else if (wanted)
        g_ptr_array_add (found, twf_revision_new (commit));
    }
  return rc == 0 || rc == GIT_ITEROVER || twf_git_fail (error, rc, TWF_GIT_NAMED, "history");
}

/**
 * twf_repository_list_revisions:
 * @self: a repository
 * @from: a revision
 * @under: (nullable): a folder or file: only revisions that changed it; NULL: every revision
 * @skip: how many to leave out at the beginning
 * @most: how many at most
 * @cancellable: (nullable): looked at before each revision
 *
 * Lists the revisions that @from contains, newest first: each before those it was made on, whatever
 * the clocks said.
 *
 * Returns: (transfer full) (element-type TwfRevision): the revisions
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; TWF_ERROR_DAMAGED;
 * %G_IO_ERROR_CANCELLED
 */
GPtrArray *
twf_repository_list_revisions (TwfRepository *self,
                               const char *from,
                               const char *under,
                               guint skip,
                               guint most,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_revwalk) walk = NULL;
  int rc;

  g_return_val_if_fail (self != NULL && from != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL || (commit = twf_lookup_commit (handle, from, error)) == NULL)
    return NULL;
  if ((rc = git_revwalk_new (&walk, handle)) < 0
      || (rc = git_revwalk_sorting (walk, GIT_SORT_TOPOLOGICAL)) < 0
      || (rc = git_revwalk_push (walk, git_commit_id (commit))) < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_NAMED, from);
      return NULL;
    }
  found = g_ptr_array_new_with_free_func (g_object_unref);
  if (!collect (handle, walk, under, skip, most, found, cancellable, error))
    return NULL;
  return g_steal_pointer (&found);
}
