/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-versions.h"

#include "twf-pack-private.h"
#include "twf-revision-private.h"
#include "twf-walk-private.h"

#include <errno.h>
#include <string.h>

/* History is simplified as git's --simplify-merges does it: what changes nothing at the path is
 * left out, and a merge stays where it joins lines of which each had a change of its own, or says
 * something that none of them said. Commits are visited newest first, and simplified from the
 * oldest on, so that each finds what its parents became. */

/* A commit on the way. */
typedef struct
{
  git_oid id;
  guint n_parents;
  guint first_parent; /* index in parents */
  gboolean touched;   /* may differ from each parent: FALSE: it does not */
  gboolean known;     /* touched is so */
} Visit;

/* A version on the way. */
typedef struct
{
  git_oid id;
  git_oid blob;     /* zero: nothing stands there */
  GPtrArray *below; /* Simple* (borrowed) */
  guint looked_at;  /* number of the search that was here last */
} Simple;

typedef struct
{
  git_repository *handle;
  TwfIndex *index;
  const char *path;
  guint64 key;
  gboolean keyed; /* what does not touch the unit does not touch the path */
  gboolean exact; /* what touches the unit touches the path */
  GArray *visits;
  GArray *parents;     /* of git_oid */
  GHashTable *simples; /* git_oid* (in visits) -> Simple* (borrowed; NULL: nothing was there yet) */
  GPtrArray *kept;     /* of Simple* (owned), oldest first */
  guint n_searches;
} Listing;

static void
simple_free (gpointer data)
{
  Simple *simple = data;

  g_ptr_array_unref (simple->below);
  g_free (simple);
}

static gboolean
add_parents (Listing *listing, Visit *visit, const TwfEntry *entry, GError **error)
{
  g_autoptr (git_commit) commit = NULL;

  visit->first_parent = listing->parents->len;
  if (entry != NULL && entry->n_parents < G_MAXUINT8)
    {
      for (guint i = 0; i < entry->n_parents; i++)
        {
          git_oid parent = twf_entry_get_parent (entry, i);

          g_array_append_val (listing->parents, parent);
        }
    }
  else
    {
      commit = twf_load_commit (listing->handle, &visit->id, error);
      if (commit == NULL)
        return FALSE;
      for (guint i = 0; i < git_commit_parentcount (commit); i++)
        g_array_append_vals (listing->parents, git_commit_parent_id (commit, i), 1);
    }
  visit->n_parents = listing->parents->len - visit->first_parent;
  return TRUE;
}

static gboolean
visit_cb (const git_oid *id, const TwfEntry *entry, gpointer user_data, GError **error)
{
  Listing *listing = user_data;
  Visit visit = { .id = *id, .touched = TRUE };

  if (listing->keyed)
    {
      visit.touched = twf_entry_touches (entry, listing->key);
      visit.known = listing->exact || !visit.touched;
    }
  if (!add_parents (listing, &visit, entry, error))
    return FALSE;
  g_array_append_val (listing->visits, visit);
  return TRUE;
}

/* What its parents became, each once, without what was nothing; and how many came before the first
 * that was. */
static GPtrArray *
list_below (Listing *listing, const Visit *visit, guint *nothing_at)
{
  GPtrArray *below = g_ptr_array_new ();

  for (guint i = 0; i < visit->n_parents; i++)
    {
      const git_oid *id = &g_array_index (listing->parents, git_oid, visit->first_parent + i);
      Simple *simple = g_hash_table_lookup (listing->simples, id);

      if (simple == NULL)
        *nothing_at = MIN (*nothing_at, below->len);
      else if (!g_ptr_array_find (below, simple, NULL))
        g_ptr_array_add (below, simple);
    }
  return below;
}

static void
mark_below (Listing *listing, Simple *simple)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_new (); /* Simple* (borrowed) */

  g_ptr_array_add (waiting, simple);
  while (waiting->len > 0)
    {
      Simple *next = g_ptr_array_steal_index_fast (waiting, waiting->len - 1);

      for (guint i = 0; i < next->below->len; i++)
        {
          Simple *lower = next->below->pdata[i];

          if (lower->looked_at != listing->n_searches)
            g_ptr_array_add (waiting, lower);
          lower->looked_at = listing->n_searches;
        }
    }
}

/* Takes out those that another one stands on; but where the merge says what one of them said, and
 * none that stay said so, that one stays too; not so if where nothing stands it is preceded by a
 * line on which nothing ever stood (@nothing_at: how many come before that). */
static void
drop_contained (Listing *listing, GPtrArray *below, const git_oid *blob, guint nothing_at)
{
  Simple *same = NULL; /* the first that goes although it said the same */
  guint n_kept = 0;

  if (below->len < 2)
    return;
  listing->n_searches++;
  for (guint i = 0; i < below->len; i++)
    mark_below (listing, below->pdata[i]);
  for (guint i = 0; i < below->len; i++)
    {
      Simple *simple = below->pdata[i];

      if (!git_oid_equal (&simple->blob, blob))
        continue;
      if (simple->looked_at != listing->n_searches)
        {
          same = NULL;
          break;
        }
      if (same == NULL && i < nothing_at)
        same = simple;
    }
  for (guint i = 0; i < below->len; i++)
    {
      Simple *simple = below->pdata[i];

      if (simple->looked_at != listing->n_searches || simple == same)
        below->pdata[n_kept++] = simple;
    }
  g_ptr_array_set_size (below, n_kept);
}

static gboolean
find_blob (Listing *listing, const git_oid *id, git_oid *blob, GError **error)
{
  g_autoptr (git_commit) commit = NULL;

  if (twf_index_find_blob (listing->index, id, blob))
    return TRUE;
  commit = twf_load_commit (listing->handle, id, error);
  if (commit == NULL || !twf_find_at (commit, listing->path, blob, error))
    return FALSE;
  twf_index_add_blob (listing->index, id, blob);
  return TRUE;
}

static void
keep (Listing *listing, const git_oid *id, const git_oid *blob, GPtrArray *below)
{
  Simple *simple = g_new0 (Simple, 1);

  simple->id = *id;
  simple->blob = *blob;
  simple->below = g_ptr_array_ref (below);
  g_ptr_array_add (listing->kept, simple);
}

/* Sets *@became to a version, an older one or NULL. */
static gboolean
simplify (Listing *listing, const Visit *visit, Simple **became, GError **error)
{
  guint nothing_at = G_MAXUINT;
  g_autoptr (GPtrArray) below = list_below (listing, visit, &nothing_at);
  gboolean alone = below->len + (nothing_at != G_MAXUINT ? 1 : 0) <= 1;
  git_oid blob;

  *became = below->len > 0 ? below->pdata[0] : NULL;
  if (alone && visit->known && !visit->touched)
    return TRUE;
  if (!find_blob (listing, &visit->id, &blob, error))
    return FALSE;
  drop_contained (listing, below, &blob, git_oid_is_zero (&blob) ? nothing_at : G_MAXUINT);
  *became = below->len > 0 ? below->pdata[0] : NULL;
  if (below->len == 0 && git_oid_is_zero (&blob))
    return TRUE;
  if (below->len == 1 && git_oid_equal (&(*became)->blob, &blob))
    return TRUE;
  keep (listing, &visit->id, &blob, below);
  *became = listing->kept->pdata[listing->kept->len - 1];
  return TRUE;
}

static gboolean
simplify_all (Listing *listing, GError **error)
{
  for (guint i = listing->visits->len; i > 0; i--)
    {
      Visit *visit = &g_array_index (listing->visits, Visit, i - 1);
      Simple *became;

      if (!simplify (listing, visit, &became, error))
        return FALSE;
      if (became != NULL)
        g_hash_table_insert (listing->simples, &visit->id, became);
    }
  return TRUE;
}

static TwfVersion *
version_new (Listing *listing, Simple *simple, GError **error)
{
  g_autoptr (git_commit) commit = twf_load_commit (listing->handle, &simple->id, error);
  TwfVersion *version;

  if (commit == NULL)
    return NULL;
  version = g_new0 (TwfVersion, 1);
  version->revision = twf_revision_new (commit);
  version->parents = g_new0 (char *, simple->below->len + 1);
  for (guint i = 0; i < simple->below->len; i++)
    version->parents[i] = g_strdup (git_oid_tostr_s (&((Simple *)simple->below->pdata[i])->id));
  if (!git_oid_is_zero (&simple->blob))
    version->blob = g_strdup (git_oid_tostr_s (&simple->blob));
  return version;
}

/**
 * twf_version_free:
 * @self: (transfer full) (nullable): a version
 */
void
twf_version_free (TwfVersion *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->revision);
  g_strfreev (self->parents);
  g_free (self->blob);
  g_free (self);
}

static GPtrArray *
list_kept (Listing *listing, GError **error)
{
  g_autoptr (GPtrArray) versions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_version_free);

  for (guint i = 0; i < listing->kept->len; i++)
    {
      TwfVersion *version = version_new (listing, listing->kept->pdata[i], error);

      if (version == NULL)
        return NULL;
      g_ptr_array_add (versions, version);
    }
  return g_steal_pointer (&versions);
}

static GPtrArray *
list_with (Listing *listing,
           TwfRepository *repository,
           git_commit *from,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (git_oid));
  g_autoptr (GHashTable) simples = g_hash_table_new (twf_id_hash, twf_id_equal);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (simple_free);
  g_autoptr (TwfIndex) index = twf_index_load_for (repository, listing->path);
  gboolean simplified;

  listing->index = index;
  listing->visits = visits;
  listing->parents = parents;
  listing->simples = simples;
  listing->kept = kept;
  simplified = twf_walk (repository,
                         listing->handle,
                         index,
                         listing->keyed,
                         git_commit_id (from),
                         visit_cb,
                         listing,
                         cancellable,
                         error)
               && simplify_all (listing, error);
  /* Also what was found out on the way to a failure. */
  twf_index_store (index);
  return simplified ? list_kept (listing, error) : NULL;
}

/**
 * twf_repository_list_versions:
 * @self: a repository
 * @from: a revision
 * @path: a file or folder, without '/' at its end
 * @cancellable: (nullable): looked at before each revision
 *
 * Lists what @from's history is when only @path is looked at, with the lines that were merged: as
 * `git log --simplify-merges --parents -- path`. Revisions that change nothing there are left out,
 * and their place is taken by what they stood on. What a revision touches is remembered as for
 * twf_repository_list_revisions().
 *
 * Returns: (transfer full) (element-type TwfVersion): the versions, each after those it stands on
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; TWF_ERROR_DAMAGED;
 * %G_IO_ERROR_CANCELLED
 */
GPtrArray *
twf_repository_list_versions (TwfRepository *self,
                              const char *from,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;
  Listing listing = { .path = path };

  g_return_val_if_fail (self != NULL && from != NULL && path != NULL && path[0] != '\0', NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL || (commit = twf_lookup_commit (handle, from, error)) == NULL)
    return NULL;
  listing.handle = handle;
  listing.keyed = twf_find_unit (path, &listing.key, &listing.exact);
  return list_with (&listing, self, commit, cancellable, error);
}
