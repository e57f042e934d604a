/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-forward.h"

#include "twf-lock-private.h"
#include "twf-repository-private.h"

#include "twf-error.h"

#include <errno.h>

#define PATIENCE (5 * G_TIME_SPAN_SECOND)

/* The walk down one line of first parents; there is one end, whoever looks. */
static gboolean
find_end (git_repository *handle, const git_oid *from, git_oid *end, GError **error)
{
  g_autoptr (git_revwalk) walk = NULL;
  git_oid id;
  int rc = git_revwalk_new (&walk, handle);

  if (rc == 0)
    rc = git_revwalk_simplify_first_parent (walk);
  if (rc == 0)
    rc = git_revwalk_push (walk, from);
  while (rc == 0 && (rc = git_revwalk_next (&id, walk)) == 0)
    git_oid_cpy (end, &id);
  return rc == GIT_ITEROVER ? TRUE : twf_git_fail (error, rc, TWF_GIT_NAMED, TWF_BRANCH_MAIN);
}

/**
 * twf_repository_dup_root:
 * @self: a repository
 * @error: return location
 *
 * What tells one plan from another, in whatever copy: the revision that its rolling text began
 * with.
 *
 * Returns: (transfer full): its full id
 * Errors: as twf_repository_resolve()
 */
char *
twf_repository_dup_root (TwfRepository *self, GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) tip = NULL;
  git_oid end;

  g_return_val_if_fail (self != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  tip = twf_lookup_commit (handle, TWF_BRANCH_MAIN, error);
  if (tip == NULL || !find_end (handle, git_commit_id (tip), &end, error))
    return NULL;
  return g_strdup (git_oid_tostr_s (&end));
}

/* Where the branch stands, all zeros where there is none. */
static gboolean
find_tip (git_repository *handle, const char *reference, git_oid *tip, GError **error)
{
  int rc = git_reference_name_to_id (tip, handle, reference);

  if (rc == GIT_ENOTFOUND)
    memset (tip, 0, sizeof *tip);
  return rc == 0 || rc == GIT_ENOTFOUND || twf_git_fail (error, rc, TWF_GIT_NAMED, reference);
}

static gboolean
move (git_repository *handle,
      const char *reference,
      const char *expected,
      const git_oid *id,
      GError **error)
{
  g_autoptr (git_reference) moved = NULL;
  gboolean there;
  git_oid tip;
  int rc;

  if (!find_tip (handle, reference, &tip, error))
    return FALSE;
  there = !git_oid_is_zero (&tip);
  if (there && git_oid_equal (&tip, id))
    return TRUE;
  rc = expected != NULL && git_oid_streq (&tip, expected) != 0 ? 0
       : there ? git_graph_descendant_of (handle, id, &tip)
               : 1;
  if (rc == 0)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_CHANGED, "%s", reference);
      return FALSE;
    }
  errno = 0;
  if (rc == 1)
    rc = git_reference_create_matching (
        &moved, handle, reference, id, there, there ? &tip : NULL, NULL);
  if (rc == GIT_ELOCKED || rc == GIT_EMODIFIED || rc == GIT_EEXISTS)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_BUSY, "%s", reference);
      return FALSE;
    }
  return rc == 0 || twf_git_fail (error, rc, TWF_GIT_NAMED, reference);
}

/* The folders that name it, up to "refs". */
static gboolean
sync_folders (TwfRepository *self, const char *reference, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (reference);

  while (!g_str_equal (folder, "refs"))
    {
      g_autofree char *path = twf_repository_build_path (self, folder);
      char *above = g_path_get_dirname (folder);

      g_free (folder);
      folder = above;
      if (!twf_sync_folder (path, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * twf_repository_forward:
 * @self: a repository
 * @branch: a branch's name; made if there is none
 * @expected: (nullable): full id of where it stands as far as is known; %NULL: it is not
 * @revision: full id of a revision that is here and goes on from where the branch stands
 * @error: return location
 *
 * Moves a branch forward to a revision that was made elsewhere. It never goes back or aside.
 *
 * Errors: TWF_ERROR_CHANGED if @revision does not go on from the branch, or that moved;
 * TWF_ERROR_BUSY if others hold it for five seconds; as twf_repository_resolve() and
 * twf_repository_commit()
 */
gboolean
twf_repository_forward (TwfRepository *self,
                        const char *branch,
                        const char *expected,
                        const char *revision,
                        GError **error)
{
  g_autofree char *reference = g_strconcat ("refs/heads/", branch, NULL);
  g_autoptr (TwfLock) lock = NULL;
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;

  g_return_val_if_fail (self != NULL && branch != NULL && revision != NULL, FALSE);

  twf_git_init ();
  lock = twf_lock_take (self, TWF_LOCK_SAVE, PATIENCE, error);
  if (lock == NULL)
    return FALSE;
  if (twf_lock_was_left (lock))
    twf_remove_litter (self);
  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return FALSE;
  commit = twf_lookup_commit (handle, revision, error);
  return commit != NULL && move (handle, reference, expected, git_commit_id (commit), error)
         && sync_folders (self, reference, error);
}
