/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-index-private.h"

#include "twf-raw-tree-private.h"

#include <string.h>

/* Enough for the trees on the way to a unit, of a commit and of its parents. */
#define REMEMBERED 16

struct _TwfTreeCache
{
  git_repository *handle;
  TwfRawCache *raw;            /* nullable until it is needed */
  git_tree *trees[REMEMBERED]; /* nullable; for merges */
  guint next;
};

/* One commit against one parent. */
typedef struct
{
  TwfTreeCache *cache;
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
 * twf_tree_cache_new:
 * @handle: a repository
 *
 * Returns: (transfer full): a cache that holds nothing
 */
TwfTreeCache *
twf_tree_cache_new (git_repository *handle)
{
  TwfTreeCache *self = g_new0 (TwfTreeCache, 1);

  self->handle = handle;
  return self;
}

/*
 * twf_tree_cache_free:
 * @self: (transfer full): a cache
 */
void
twf_tree_cache_free (TwfTreeCache *self)
{
  g_clear_pointer (&self->raw, twf_raw_cache_free);
  for (guint i = 0; i < REMEMBERED; i++)
    git_tree_free (self->trees[i]);
  g_free (self);
}

/* A reference of the caller's own: the cache may forget the tree while it is looked at. */
static git_tree *
load_tree (TwfTreeCache *self, const git_oid *id, GError **error)
{
  git_tree *tree = NULL;

  for (guint i = 0; i < REMEMBERED && tree == NULL; i++)
    if (self->trees[i] != NULL && git_oid_equal (git_tree_id (self->trees[i]), id))
      tree = self->trees[i];
  if (tree == NULL)
    {
      tree = twf_load_tree (self->handle, id, error);
      if (tree == NULL)
        return NULL;
      git_tree_free (self->trees[self->next]);
      self->trees[self->next] = tree;
      self->next = (self->next + 1) % REMEMBERED;
    }
  if (git_tree_dup (&tree, tree) < 0)
    return NULL;
  return tree;
}

static void
add_key (Listing *listing)
{
  guint64 key = twf_unit_key (listing->path->str, listing->path->len);

  g_hash_table_add (listing->keys, g_memdup2 (&key, sizeof key));
}

static const git_oid *
folder_id (const git_tree_entry *entry)
{
  return entry != NULL && git_tree_entry_type (entry) == GIT_OBJECT_TREE ? git_tree_entry_id (entry)
                                                                         : NULL;
}

static const git_tree_entry *
entry_at (git_tree *tree, gsize index)
{
  return tree != NULL && index < git_tree_entrycount (tree) ? git_tree_entry_byindex (tree, index)
                                                            : NULL;
}

static gboolean list_folders (Listing *listing,
                              const git_oid *old_id,
                              const git_oid *new_id,
                              guint depth,
                              GError **error);

static const git_oid *
raw_folder_id (const TwfRawEntry *entry, git_oid *id)
{
  if (entry == NULL || !entry->is_folder)
    return NULL;
  memcpy (id->id, entry->id, GIT_OID_RAWSZ);
  return id;
}

/* Either entry NULL: there is none of that name. */
static gboolean
list_entries (Listing *listing,
              const TwfRawEntry *old_entry,
              const TwfRawEntry *new_entry,
              guint depth,
              GError **error)
{
  const TwfRawEntry *either = old_entry != NULL ? old_entry : new_entry;
  gsize length = listing->path->len;
  gboolean listed = TRUE;
  git_oid old_id, new_id;

  if (old_entry != NULL && new_entry != NULL
      && memcmp (old_entry->id, new_entry->id, GIT_OID_RAWSZ) == 0)
    return TRUE;
  if (length > 0)
    g_string_append_c (listing->path, '/');
  g_string_append_len (listing->path, either->name, either->name_length);
  if (depth < TWF_UNIT_NAMES && either->is_folder)
    listed = list_folders (listing,
                           raw_folder_id (old_entry, &old_id),
                           raw_folder_id (new_entry, &new_id),
                           depth + 1,
                           error);
  else
    add_key (listing);
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
      int order;

      if (!twf_raw_skip_equal (&old_place, &new_place, error)
          || !twf_raw_look (&old_place, &old_entry, error)
          || !twf_raw_look (&new_place, &new_entry, error))
        return FALSE;
      if (old_entry.length == 0 && new_entry.length == 0)
        return TRUE;
      order = old_entry.length == 0   ? 1
              : new_entry.length == 0 ? -1
                                      : twf_raw_compare (&old_entry, &new_entry);
      if (order <= 0)
        old_place.at += old_entry.length;
      if (order >= 0)
        new_place.at += new_entry.length;
      if (!list_entries (listing,
                         order <= 0 ? &old_entry : NULL,
                         order >= 0 ? &new_entry : NULL,
                         depth,
                         error))
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
  TwfRawCache *cache = listing->cache->raw;
  g_autoptr (git_odb_object) old_tree = NULL;
  g_autoptr (git_odb_object) new_tree = NULL;

  if ((old_id != NULL && (old_tree = twf_raw_cache_load (cache, old_id, error)) == NULL)
      || (new_id != NULL && (new_tree = twf_raw_cache_load (cache, new_id, error)) == NULL))
    return FALSE;
  return list_places (listing, twf_raw_begin (old_tree), twf_raw_begin (new_tree), depth, error);
}

static GHashTable *
list_against (TwfTreeCache *cache, git_commit *commit, git_commit *parent, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GString) path = g_string_new (NULL);
  Listing listing = { .cache = cache, .path = path, .keys = keys };

  if (cache->raw == NULL && (cache->raw = twf_raw_cache_new (cache->handle, error)) == NULL)
    return NULL;
  if (!list_folders (&listing,
                     parent != NULL ? git_commit_tree_id (parent) : NULL,
                     git_commit_tree_id (commit),
                     1,
                     error))
    return NULL;
  return g_steal_pointer (&keys);
}

/* A merge against all its parents at once: what is as in one of them is not looked into, and
 * folders that several have alike are looked at once. Parent by parent, a merge of two hundred
 * branches would go through the whole plan two hundred times. */
typedef struct
{
  git_tree *tree;     /* the merge's; nullable */
  GPtrArray *parents; /* of git_tree* (owned), each once; nullable where one has no such folder */
} Level;

static void
level_free (Level *level)
{
  git_tree_free (level->tree);
  for (guint i = 0; i < level->parents->len; i++)
    git_tree_free (level->parents->pdata[i]);
  g_ptr_array_unref (level->parents);
  g_free (level);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Level, level_free)

static Level *
level_new (Listing *listing, const git_oid *id, GError **error)
{
  Level *level = g_new0 (Level, 1);

  level->parents = g_ptr_array_new ();
  if (id == NULL || (level->tree = load_tree (listing->cache, id, error)) != NULL)
    return level;
  level_free (level);
  return NULL;
}

static gboolean
level_add (Level *level, Listing *listing, const git_oid *id, GError **error)
{
  git_tree *tree = NULL;

  for (guint i = 0; i < level->parents->len; i++)
    {
      git_tree *known = level->parents->pdata[i];

      if (id == NULL ? known == NULL : known != NULL && git_oid_equal (git_tree_id (known), id))
        return TRUE;
    }
  if (id != NULL && (tree = load_tree (listing->cache, id, error)) == NULL)
    return FALSE;
  g_ptr_array_add (level->parents, tree);
  return TRUE;
}

static const git_tree_entry *
entry_named (git_tree *tree, const char *name)
{
  return tree != NULL ? git_tree_entry_byname (tree, name) : NULL;
}

static gboolean
is_same (const git_tree_entry *one, const git_tree_entry *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return git_oid_equal (git_tree_entry_id (one), git_tree_entry_id (other));
}

static gboolean list_level (Listing *listing, Level *level, guint depth, GError **error);

/* An entry that differs from each parent's. */
static gboolean
list_touched (Listing *listing,
              Level *level,
              const git_tree_entry *entry,
              const char *name,
              guint depth,
              GError **error)
{
  g_autoptr (Level) below = NULL;
  gboolean is_folder = folder_id (entry) != NULL;
  gsize length = listing->path->len;
  gboolean listed = TRUE;

  for (guint i = 0; i < level->parents->len; i++)
    is_folder |= folder_id (entry_named (level->parents->pdata[i], name)) != NULL;
  if (length > 0)
    g_string_append_c (listing->path, '/');
  g_string_append (listing->path, name);
  if (!is_folder || depth == TWF_UNIT_NAMES)
    add_key (listing);
  else
    {
      below = level_new (listing, folder_id (entry), error);
      listed = below != NULL;
      for (guint i = 0; listed && i < level->parents->len; i++)
        listed = level_add (
            below, listing, folder_id (entry_named (level->parents->pdata[i], name)), error);
      listed = listed && list_level (listing, below, depth + 1, error);
    }
  g_string_truncate (listing->path, length);
  return listed;
}

static gboolean
list_name (Listing *listing, Level *level, const char *name, guint depth, GError **error)
{
  const git_tree_entry *entry = entry_named (level->tree, name);

  for (guint i = 0; i < level->parents->len; i++)
    if (is_same (entry, entry_named (level->parents->pdata[i], name)))
      return TRUE;
  return list_touched (listing, level, entry, name, depth, error);
}

/* What the merge has, and what it does not have although every parent has it: so also the first. */
static gboolean
list_level (Listing *listing, Level *level, guint depth, GError **error)
{
  git_tree *first = level->parents->pdata[0];
  const git_tree_entry *entry;

  for (gsize i = 0; (entry = entry_at (level->tree, i)) != NULL; i++)
    if (!list_name (listing, level, git_tree_entry_name (entry), depth, error))
      return FALSE;
  for (gsize i = 0; (entry = entry_at (first, i)) != NULL; i++)
    {
      const char *name = git_tree_entry_name (entry);

      if (entry_named (level->tree, name) == NULL
          && !list_name (listing, level, name, depth, error))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
list_against_all (TwfTreeCache *cache, git_commit *commit, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GString) path = g_string_new (NULL);
  Listing listing = { .cache = cache, .path = path, .keys = keys };
  g_autoptr (Level) level = level_new (&listing, git_commit_tree_id (commit), error);

  if (level == NULL)
    return NULL;
  for (guint i = 0; i < git_commit_parentcount (commit); i++)
    {
      g_autoptr (git_commit) parent
          = twf_load_commit (cache->handle, git_commit_parent_id (commit, i), error);

      if (parent == NULL || !level_add (level, &listing, git_commit_tree_id (parent), error))
        return NULL;
    }
  return list_level (&listing, level, 1, error) ? g_steal_pointer (&keys) : NULL;
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
twf_list_units (TwfTreeCache *cache, git_commit *commit, GError **error)
{
  g_autoptr (GHashTable) keys = NULL;
  g_autoptr (git_commit) parent = NULL;
  guint n_parents = git_commit_parentcount (commit);

  if (n_parents == 1
      && (parent = twf_load_commit (cache->handle, git_commit_parent_id (commit, 0), error))
             == NULL)
    return NULL;
  if (n_parents <= 1)
    keys = list_against (cache, commit, parent, error);
  else
    keys = list_against_all (cache, commit, error);
  return keys != NULL ? sort_keys (keys) : NULL;
}
