/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-index-private.h"

#include <string.h>

/* One commit against one parent. */
typedef struct
{
  TwfRawCache *cache;
  GString *path;
  GHashTable *keys; /* guint64* key (owned) */
} Listing;

/*
 * twf_unit_key:
 * @path: a unit's path
 * @length: its length in bytes
 *
 * Returns: the path as a number (Fowler, Noll and Vo's hash 1a of 64 bits)
 */
guint64
twf_unit_key (const char *path, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8)path[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/*
 * twf_unit_of:
 * @path: a path
 *
 * Returns: (transfer full): the path of the unit it lies in; @path itself if it is shorter
 */
char *
twf_unit_of (const char *path)
{
  const char *end = path;

  for (guint names = 0; *end != '\0'; end++)
    if (*end == '/' && ++names == TWF_UNIT_NAMES)
      break;
  return g_strndup (path, end - path);
}

static guint
count_names (const char *path)
{
  guint names = 1;

  for (; *path != '\0'; path++)
    names += *path == '/';
  return names;
}

/*
 * twf_find_unit:
 * @path: a path
 * @key: (out): the key of the unit it lies in
 * @exact: (out): whether it is that unit
 *
 * Returns: whether what does not touch the unit does not touch the path either; FALSE of a path of
 * fewer names than a unit has, which may be a folder over many units
 */
gboolean
twf_find_unit (const char *path, guint64 *key, gboolean *exact)
{
  g_autofree char *unit = NULL;

  if (count_names (path) < TWF_UNIT_NAMES)
    return FALSE;
  unit = twf_unit_of (path);
  *key = twf_unit_key (unit, strlen (unit));
  *exact = strcmp (unit, path) == 0;
  return TRUE;
}

/*
 * twf_units_add:
 * @keys: (element-type guint64): set of keys (owned)
 * @path: a unit's path
 *
 * Adds a unit's key.
 */
void
twf_units_add (GHashTable *keys, const GString *path)
{
  guint64 key = twf_unit_key (path->str, path->len);

  g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
}

static gboolean list_folders (Listing *listing,
                              const git_oid *old_id,
                              const git_oid *new_id,
                              guint depth,
                              GError **error);

/* Two entries of one name and kind, either of them none. */
static gboolean
list_entries (Listing *listing,
              const TwfRawEntry *old_entry,
              const TwfRawEntry *new_entry,
              guint depth,
              GError **error)
{
  const TwfRawEntry *either = old_entry->length > 0 ? old_entry : new_entry;
  gsize length = listing->path->len;
  gboolean listed = TRUE;
  git_oid old_id, new_id;

  if (length > 0)
    g_string_append_c (listing->path, '/');
  g_string_append_len (listing->path, either->name, either->name_length);
  if (depth < TWF_UNIT_NAMES && either->is_folder)
    listed = list_folders (listing,
                           twf_raw_get_folder (old_entry, &old_id),
                           twf_raw_get_folder (new_entry, &new_id),
                           depth + 1,
                           error);
  else
    twf_units_add (listing->keys, listing->path);
  g_string_truncate (listing->path, length);
  return listed;
}

static gboolean
list_places (Listing *listing,
             TwfRawPlace old_place,
             TwfRawPlace new_place,
             guint depth,
             GError **error)
{
  for (;;)
    {
      TwfRawEntry old_entry, new_entry;

      if (!twf_raw_next (&old_place, &new_place, &old_entry, &new_entry, error))
        return FALSE;
      if (old_entry.length == 0 && new_entry.length == 0)
        return TRUE;
      if (!list_entries (listing, &old_entry, &new_entry, depth, error))
        return FALSE;
    }
}

/* Two trees, either NULL, of which the entries at @depth names from the root are compared. */
static gboolean
list_folders (Listing *listing,
              const git_oid *old_id,
              const git_oid *new_id,
              guint depth,
              GError **error)
{
  TwfRawCache *cache = listing->cache;
  g_autoptr (git_odb_object) old_tree = NULL;
  g_autoptr (git_odb_object) new_tree = NULL;

  if ((old_id != NULL && (old_tree = twf_raw_cache_load (cache, old_id, error)) == NULL)
      || (new_id != NULL && (new_tree = twf_raw_cache_load (cache, new_id, error)) == NULL))
    return FALSE;
  return list_places (listing, twf_raw_begin (old_tree), twf_raw_begin (new_tree), depth, error);
}

static gboolean
list_against (TwfRawCache *cache,
              git_commit *commit,
              git_commit *parent,
              GHashTable *keys,
              GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Listing listing = { .cache = cache, .path = path, .keys = keys };

  return list_folders (&listing,
                       parent != NULL ? git_commit_tree_id (parent) : NULL,
                       git_commit_tree_id (commit),
                       1,
                       error);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 one = *(const guint64 *)a;
  guint64 other = *(const guint64 *)b;

  return (one > other) - (one < other);
}

static GArray *
sort_keys (GHashTable *keys)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (guint64));
  GHashTableIter each;
  gpointer key;

  g_hash_table_iter_init (&each, keys);
  while (g_hash_table_iter_next (&each, &key, NULL))
    g_array_append_vals (sorted, key, 1);
  g_array_sort (sorted, compare_keys);
  return sorted;
}

/*
 * twf_list_units:
 * @cache: of the repository
 * @commit: a commit
 *
 * As git counts: a merge touches what differs from each of its parents.
 *
 * Returns: (transfer full) (element-type guint64): the keys of the units it touches, least first
 * Errors: TWF_ERROR_DAMAGED
 */
GArray *
twf_list_units (TwfRawCache *cache, git_commit *commit, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (git_commit) parent = NULL;
  guint n_parents = git_commit_parentcount (commit);

  if (n_parents == 1
      && (parent
          = twf_load_commit (git_commit_owner (commit), git_commit_parent_id (commit, 0), error))
             == NULL)
    return NULL;
  if (n_parents <= 1 ? !list_against (cache, commit, parent, keys, error)
                     : !twf_list_merge_units (cache, commit, keys, error))
    return NULL;
  return sort_keys (keys);
}
