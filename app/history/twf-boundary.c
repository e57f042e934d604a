/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-forward.h"

#include "twf-pack-private.h"
#include "twf-repository-private.h"

#include <errno.h>

static gboolean
hide_known (git_repository *handle, git_revwalk *walk, const char *const *known, GError **error)
{
  for (gsize i = 0; known != NULL && known[i] != NULL; i++)
    {
      g_autoptr (git_commit) commit = twf_lookup_commit (handle, known[i], error);
      int rc;

      if (commit == NULL)
        return FALSE;
      errno = 0;
      if ((rc = git_revwalk_hide (walk, git_commit_id (commit))) < 0)
        return twf_git_fail (error, rc, TWF_GIT_NAMED, known[i]);
    }
  return TRUE;
}

static gboolean
collect (git_repository *handle,
         git_revwalk *walk,
         GHashTable *found,
         GHashTable *parents,
         GError **error)
{
  git_oid id;
  int rc;

  errno = 0;
  while ((rc = git_revwalk_next (&id, walk)) == 0)
    {
      g_autoptr (git_commit) commit = NULL;

      g_hash_table_add (found, g_memdup2 (&id, sizeof id));
      if (parents == NULL)
        continue;
      commit = twf_load_commit (handle, &id, error);
      if (commit == NULL)
        return FALSE;
      for (guint i = 0; i < git_commit_parentcount (commit); i++)
        g_hash_table_add (parents, g_memdup2 (git_commit_parent_id (commit, i), sizeof id));
    }
  return rc == GIT_ITEROVER || twf_git_fail (error, rc, TWF_GIT_NAMED, git_oid_tostr_s (&id));
}

/* The revisions of @tip that none of @known has, and, where it is asked for, what they stand on.
 */
static gboolean
find_new (TwfRepository *self,
          const char *tip,
          const char *const *known,
          GHashTable *found,
          GHashTable *parents,
          GError **error)
{
  g_autoptr (git_repository) handle = twf_repository_open_handle (self, error);
  g_autoptr (git_commit) commit = handle != NULL ? twf_lookup_commit (handle, tip, error) : NULL;
  g_autoptr (git_revwalk) walk = NULL;
  int rc;

  if (commit == NULL)
    return FALSE;
  errno = 0;
  if ((rc = git_revwalk_new (&walk, handle)) < 0
      || (rc = git_revwalk_push (walk, git_commit_id (commit))) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, tip);
  return hide_known (handle, walk, known, error) && collect (handle, walk, found, parents, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/**
 * twf_repository_list_boundary:
 * @self: a repository
 * @tip: a revision
 * @known: (nullable) (array zero-terminated=1): revisions
 * @n_new: (out): how many revisions @tip has that none of @known has
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): full ids of the revisions of @known that new ones
 *   stand on, sorted; none where nothing is known, or nothing is new
 * Errors: as twf_repository_resolve(); TWF_ERROR_DAMAGED
 */
GPtrArray *
twf_repository_list_boundary (TwfRepository *self,
                              const char *tip,
                              const char *const *known,
                              guint *n_new,
                              GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) found = g_hash_table_new_full (twf_id_hash, twf_id_equal, g_free, NULL);
  g_autoptr (GHashTable) parents = g_hash_table_new_full (twf_id_hash, twf_id_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (self != NULL && tip != NULL, NULL);

  if (!find_new (self, tip, known, found, parents, error))
    return NULL;
  *n_new = g_hash_table_size (found);
  g_hash_table_iter_init (&iter, parents);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (found, id))
      g_ptr_array_add (list, g_strdup (git_oid_tostr_s (id)));
  g_ptr_array_sort (list, compare_ids);
  return g_steal_pointer (&list);
}

/**
 * twf_repository_list_ahead:
 * @self: a repository
 * @tip: a revision
 * @known: (array zero-terminated=1): revisions
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): full ids, in no order, of the revisions that @tip
 *   has and none of @known
 * Errors: as twf_repository_resolve(); TWF_ERROR_DAMAGED
 */
GPtrArray *
twf_repository_list_ahead (TwfRepository *self,
                           const char *tip,
                           const char *const *known,
                           GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) found = g_hash_table_new_full (twf_id_hash, twf_id_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (self != NULL && tip != NULL, NULL);

  if (!find_new (self, tip, known, found, NULL, error))
    return NULL;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (list, g_strdup (git_oid_tostr_s (id)));
  return g_steal_pointer (&list);
}
