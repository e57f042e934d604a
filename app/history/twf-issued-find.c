/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-issued-private.h"

#include "twf-pack-private.h"
#include "twf-repository-private.h"

#include <errno.h>

/* What was issued, by its revision; of several under which one revision was issued, the last. */
static GHashTable *
map_revisions (GPtrArray *issued)
{
  GHashTable *map = g_hash_table_new_full (twf_id_hash, twf_id_equal, g_free, NULL);

  for (guint i = 0; i < issued->len; i++)
    {
      TwfIssued *one = issued->pdata[i];
      const TwfIssued *known;
      git_oid id;

      if (one->is_damaged || git_oid_fromstr (&id, one->revision) < 0)
        continue;
      known = g_hash_table_lookup (map, &id);
      if (known == NULL || known->when <= one->when)
        g_hash_table_insert (map, g_memdup2 (&id, sizeof id), one);
    }
  return map;
}

static gboolean
begin (git_repository *handle,
       git_revwalk **walk,
       const git_oid *from,
       const git_oid *without,
       GError **error)
{
  int rc;

  errno = 0;
  rc = git_revwalk_new (walk, handle);
  if (rc == 0)
    rc = git_revwalk_sorting (*walk, GIT_SORT_TIME);
  if (rc == 0)
    rc = git_revwalk_push (*walk, from);
  if (rc == 0 && without != NULL)
    rc = git_revwalk_hide (*walk, without);
  return rc == 0 || twf_git_fail (error, rc, TWF_GIT_NAMED, git_oid_tostr_s (from));
}

/* The next on the walk that was issued; NULL, without @error: there is none. */
static TwfIssued *
find_next (git_revwalk *walk, GHashTable *map, git_oid *id, GError **error)
{
  int rc;

  errno = 0;
  while ((rc = git_revwalk_next (id, walk)) == 0)
    {
      TwfIssued *found = g_hash_table_lookup (map, id);

      if (found != NULL)
        return found;
    }
  if (rc != GIT_ITEROVER)
    twf_git_fail (error, rc, TWF_GIT_NAMED, TWF_ISSUED_FOLDER);
  return NULL;
}

/* The walk goes by the clocks of those who saved. So what was found may still be contained in
 * another that was issued; that one is among what the tip has and the found one has not. */
static TwfIssued *
find_nearest (git_repository *handle, GHashTable *map, const git_oid *tip, GError **error)
{
  g_autoptr (git_revwalk) down = NULL;
  g_autoptr (git_revwalk) above = NULL;
  TwfIssued *nearest, *other;
  git_oid id, nearest_id;

  if (!begin (handle, &down, tip, NULL, error))
    return NULL;
  nearest = find_next (down, map, &nearest_id, error);
  if (nearest == NULL || !begin (handle, &above, tip, &nearest_id, error))
    return nearest;
  while ((other = find_next (above, map, &id, NULL)) != NULL)
    if (git_graph_descendant_of (handle, &id, &nearest_id) == 1)
      {
        nearest = other;
        nearest_id = id;
      }
  return nearest;
}

/**
 * twf_repository_find_issued:
 * @self: a repository
 * @revision: a revision
 * @error: return location
 *
 * Finds what was issued last on the way to @revision, itself included: what contains all others on
 * that way. Of two on different lines, neither of which contains the other, the first one met.
 *
 * Returns: (transfer full) (nullable): what was issued last; %NULL, without @error: nothing, or
 *   what was is damaged
 * Errors: as twf_repository_resolve()
 */
TwfIssued *
twf_repository_find_issued (TwfRepository *self, const char *revision, GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (GPtrArray) issued = NULL;
  g_autoptr (GHashTable) map = NULL;
  g_autoptr (git_commit) commit = NULL;
  const TwfIssued *nearest;

  g_return_val_if_fail (self != NULL && revision != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  issued = twf_issued_list (handle, error);
  if (issued == NULL || issued->len == 0)
    return NULL;
  commit = twf_lookup_commit (handle, revision, error);
  if (commit == NULL)
    return NULL;
  map = map_revisions (issued);
  nearest = find_nearest (handle, map, git_commit_id (commit), error);
  return nearest != NULL ? twf_issued_copy (nearest) : NULL;
}
