/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-index-private.h"

#include <string.h>

/* A merge against all its parents: what is as in one of them is not looked into, and folders that
 * several have alike are looked at once. The parents are taken one after another, each narrowing
 * down what differs from all: of two hundred branches of a large plan no more than one is in
 * memory. Parent by parent to the bottom, the merge would go through the whole plan two hundred
 * times. */
typedef struct
{
  TwfRawCache *cache;
  GString *path;
  GHashTable *keys; /* set of guint64* (owned) */
} Listing;

/* A name under which the merge has what no parent so far has. */
typedef struct
{
  GString *name;
  gboolean is_folder;
  git_oid id;      /* the merge's; zero: it has none */
  GArray *parents; /* of git_oid, each once; zero: a parent has none */
  guint seen;      /* the parent from which it was last seen to differ */
} Candidate;

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_string_free (self->name, TRUE);
  g_array_unref (self->parents);
  g_free (self);
}

static guint
candidate_hash (gconstpointer data)
{
  const Candidate *self = data;

  return g_string_hash (self->name) + (self->is_folder ? 1 : 0);
}

static gboolean
candidate_equal (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  return one->is_folder == other->is_folder && g_string_equal (one->name, other->name);
}

static void
add_once (GArray *ids, const git_oid *id)
{
  static const git_oid none = { 0 };

  if (id == NULL)
    id = &none;
  for (guint i = 0; i < ids->len; i++)
    if (git_oid_equal (&g_array_index (ids, git_oid, i), id))
      return;
  g_array_append_vals (ids, id, 1);
}

static Candidate *
candidate_new (const TwfRawEntry *either, const TwfRawEntry *merged)
{
  Candidate *self = g_new0 (Candidate, 1);

  self->name = g_string_new_len (either->name, either->name_length);
  self->is_folder = either->is_folder;
  self->parents = g_array_new (FALSE, FALSE, sizeof (git_oid));
  twf_raw_get_id (merged, &self->id);
  return self;
}

/* What the merge has otherwise than the parent at @index. Only the first makes candidates: what is
 * as in that one is touched by nobody. */
static void
note_difference (GHashTable *candidates,
                 const TwfRawEntry *theirs,
                 const TwfRawEntry *merged,
                 guint index,
                 GString *name)
{
  const TwfRawEntry *either = merged->length > 0 ? merged : theirs;
  const Candidate wanted = { .name = name, .is_folder = either->is_folder };
  Candidate *candidate;
  git_oid id;

  g_string_truncate (name, 0);
  g_string_append_len (name, either->name, either->name_length);
  candidate = g_hash_table_lookup (candidates, &wanted);
  if (candidate == NULL)
    {
      if (index > 0)
        return;
      candidate = candidate_new (either, merged);
      g_hash_table_add (candidates, candidate);
    }
  candidate->seen = index;
  if (candidate->is_folder)
    add_once (candidate->parents, twf_raw_get_id (theirs, &id));
}

static gboolean
was_not_seen (gpointer key, gpointer value, gpointer user_data)
{
  return ((Candidate *)key)->seen != GPOINTER_TO_UINT (user_data);
}

static gboolean
load (Listing *listing, const git_oid *id, git_odb_object **tree, GError **error)
{
  *tree = NULL;
  return git_oid_is_zero (id) || (*tree = twf_raw_cache_load (listing->cache, id, error)) != NULL;
}

static gboolean
narrow_down (Listing *listing,
             GHashTable *candidates,
             git_odb_object *merged,
             const git_oid *parent,
             guint index,
             GError **error)
{
  g_autoptr (git_odb_object) tree = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  TwfRawPlace their_place, merged_place = twf_raw_begin (merged);

  if (!load (listing, parent, &tree, error))
    return FALSE;
  their_place = twf_raw_begin (tree);
  for (;;)
    {
      TwfRawEntry theirs, ours;

      if (!twf_raw_next (&their_place, &merged_place, &theirs, &ours, error))
        return FALSE;
      if (theirs.length == 0 && ours.length == 0)
        break;
      note_difference (candidates, &theirs, &ours, index, name);
    }
  g_hash_table_foreach_remove (candidates, was_not_seen, GUINT_TO_POINTER (index));
  return TRUE;
}

static gboolean
list_folder (Listing *listing, const git_oid *merged, GArray *parents, guint depth, GError **error);

static gboolean
list_candidate (Listing *listing, Candidate *candidate, guint depth, GError **error)
{
  gsize length = listing->path->len;
  gboolean listed = TRUE;

  if (length > 0)
    g_string_append_c (listing->path, '/');
  g_string_append_len (listing->path, candidate->name->str, candidate->name->len);
  if (depth < TWF_UNIT_NAMES && candidate->is_folder)
    listed = list_folder (listing, &candidate->id, candidate->parents, depth + 1, error);
  else
    twf_units_add (listing->keys, listing->path);
  g_string_truncate (listing->path, length);
  return listed;
}

/* A folder, with what the parents have there; @depth names from the root. */
static gboolean
list_folder (Listing *listing, const git_oid *merged, GArray *parents, guint depth, GError **error)
{
  g_autoptr (GHashTable) candidates
      = g_hash_table_new_full (candidate_hash, candidate_equal, candidate_free, NULL);
  g_autoptr (git_odb_object) tree = NULL;
  GHashTableIter each;
  gpointer candidate;

  if (!load (listing, merged, &tree, error))
    return FALSE;
  for (guint i = 0; i < parents->len && (i == 0 || g_hash_table_size (candidates) > 0); i++)
    if (!narrow_down (listing, candidates, tree, &g_array_index (parents, git_oid, i), i, error))
      return FALSE;
  g_hash_table_iter_init (&each, candidates);
  while (g_hash_table_iter_next (&each, &candidate, NULL))
    if (!list_candidate (listing, candidate, depth, error))
      return FALSE;
  return TRUE;
}

/*
 * twf_list_merge_units:
 * @cache: of the repository
 * @commit: a commit with several parents
 * @keys: (element-type guint64): set that the keys of what differs from each parent are added to
 *
 * Errors: TWF_ERROR_DAMAGED
 */
gboolean
twf_list_merge_units (TwfRawCache *cache, git_commit *commit, GHashTable *keys, GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (git_oid));
  Listing listing = { .cache = cache, .path = path, .keys = keys };

  for (guint i = 0; i < git_commit_parentcount (commit); i++)
    {
      g_autoptr (git_commit) parent
          = twf_load_commit (git_commit_owner (commit), git_commit_parent_id (commit, i), error);

      if (parent == NULL)
        return FALSE;
      add_once (parents, git_commit_tree_id (parent));
    }
  return list_folder (&listing, git_commit_tree_id (commit), parents, 1, error);
}
