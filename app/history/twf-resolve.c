/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-issued-private.h"
#include "twf-received-private.h"
#include "twf-repository-private.h"

#include "twf-error.h"

#include <errno.h>
#include <string.h>

/* No answer of libgit2: a name that is none, nor a symbol. */
#define NAME_IS_NONE 1

static gboolean
is_full_id (const char *revision)
{
  return strlen (revision) == GIT_OID_HEXSZ
         && strspn (revision, "0123456789abcdef") == GIT_OID_HEXSZ;
}

/* Git's language for naming revisions can search messages and name files; a name of ours is a
 * branch, a tag, an id or the beginning of one, and "~2" or "^" after any of them. */
static gboolean
is_plain_name (const char *revision)
{
  return revision[0] != '\0' && revision[0] != '-' && strpbrk (revision, ":{}@ ") == NULL;
}

/*
 * twf_load_commit:
 * @handle: a repository
 * @id: a commit that the repository itself names
 *
 * Returns: (transfer full): the commit
 * Errors: TWF_ERROR_DAMAGED if it is missing or broken
 */
git_commit *
twf_load_commit (git_repository *handle, const git_oid *id, GError **error)
{
  git_commit *commit = NULL;
  int rc;

  errno = 0;
  if ((rc = git_commit_lookup (&commit, handle, id)) < 0)
    twf_git_fail (error, rc, TWF_GIT_NAMED, git_oid_tostr_s (id));
  return commit;
}

/*
 * twf_load_tree:
 * @handle: a repository
 * @id: a tree that the repository itself names
 *
 * Returns: (transfer full): the tree
 * Errors: TWF_ERROR_DAMAGED if it is missing or broken
 */
git_tree *
twf_load_tree (git_repository *handle, const git_oid *id, GError **error)
{
  git_tree *tree = NULL;
  int rc;

  errno = 0;
  if ((rc = git_tree_lookup (&tree, handle, id)) < 0)
    twf_git_fail (error, rc, TWF_GIT_NAMED, git_oid_tostr_s (id));
  return tree;
}

/*
 * twf_find_at:
 * @commit: a commit
 * @path: a path
 * @id: (out): what stands there; zero: nothing
 *
 * Errors: TWF_ERROR_DAMAGED
 */
gboolean
twf_find_at (git_commit *commit, const char *path, git_oid *id, GError **error)
{
  g_autoptr (git_tree) tree = NULL;
  git_tree_entry *entry = NULL;
  int rc;

  memset (id, 0, sizeof *id);
  tree = twf_load_tree (git_commit_owner (commit), git_commit_tree_id (commit), error);
  if (tree == NULL)
    return FALSE;
  errno = 0;
  rc = git_tree_entry_bypath (&entry, tree, path);
  if (rc == GIT_ENOTFOUND && !twf_git_last_is (GIT_ERROR_ODB))
    return TRUE;
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, path);
  git_oid_cpy (id, git_tree_entry_id (entry));
  git_tree_entry_free (entry);
  return TRUE;
}

/* Finds what @revision names: a full id, what was received last of a branch, a branch or tag, a
 * symbol, the beginning of an id. A symbol goes before the last: what begins like it changes as the
 * history grows. */
static int
find_object (git_repository *handle,
             const char *revision,
             git_object **object,
             TwfGitOrigin *origin)
{
  g_autoptr (git_reference) reference = NULL;
  gboolean is_plain = is_plain_name (revision);
  git_oid id;

  *origin = TWF_GIT_ASKED;
  errno = 0;
  if (is_full_id (revision) && git_oid_fromstr (&id, revision) == 0)
    return git_object_lookup (object, handle, &id, GIT_OBJECT_ANY);
  if ((is_plain && twf_received_lookup (handle, revision, &reference) == 0)
      || (is_plain && git_reference_dwim (&reference, handle, revision) == 0)
      || twf_issued_lookup (handle, revision, &reference) == 0)
    {
      /* What a branch names has to be there: if it is not, that is no question of the asker's. */
      *origin = TWF_GIT_NAMED;
      errno = 0;
      return git_reference_peel (object, reference, GIT_OBJECT_COMMIT);
    }
  if (!is_plain)
    return NAME_IS_NONE;
  return git_revparse_single (object, handle, revision);
}

/*
 * twf_lookup_commit:
 * @handle: a repository
 * @revision: a branch, a tag, a symbol, an id or the beginning of one
 *
 * Returns: (transfer full): the commit
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_INVALID if it is no name or fits several objects,
 * TWF_ERROR_DAMAGED
 */
git_commit *
twf_lookup_commit (git_repository *handle, const char *revision, GError **error)
{
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) peeled = NULL;
  TwfGitOrigin origin;
  int rc = find_object (handle, revision, &object, &origin);

  if (rc == NAME_IS_NONE)
    {
      g_autofree char *valid = g_utf8_make_valid (revision, -1);

      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: not a revision's name", valid);
      return NULL;
    }
  if (rc == 0)
    rc = git_object_peel (&peeled, object, GIT_OBJECT_COMMIT);
  if (rc < 0)
    {
      twf_git_fail (error, rc, origin, revision);
      return NULL;
    }
  return (git_commit *)g_steal_pointer (&peeled);
}

/**
 * twf_repository_resolve:
 * @self: a repository
 * @revision: a branch, a tag, an id or the beginning of one, each with "~2" or "^" after it if
 *   wanted; or "received/EG", which is what came last of a delegation; or the symbol under which a
 *   revision was issued
 *
 * Returns: (transfer full): the full id
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is none, or the branch has no revision yet;
 * TWF_ERROR_INVALID if it is no name, or the beginning of several ids; TWF_ERROR_DAMAGED
 */
char *
twf_repository_resolve (TwfRepository *self, const char *revision, GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;

  g_return_val_if_fail (self != NULL && revision != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  commit = twf_lookup_commit (handle, revision, error);
  return commit != NULL ? g_strdup (git_oid_tostr_s (git_commit_id (commit))) : NULL;
}
