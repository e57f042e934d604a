/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-walk-private.h"

#include "twf-pack-private.h"

/* History is a line almost everywhere, and a line needs no sorting: it is followed as it is read,
 * so that the first page costs a page. From the newest merge on, what lies below is read whole and
 * sorted by the graph alone; clocks are never asked. */
typedef struct
{
  git_repository *handle;
  TwfIndex *index; /* nullable */
  gboolean with_units;
  TwfWalkFunc func;
  gpointer user_data;
  GCancellable *cancellable;
} Walk;

typedef struct
{
  git_oid id;
  guint n_children; /* that were not visited yet */
  GArray *parents;  /* of git_oid */
} Node;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_array_unref (node->parents);
  g_free (node);
}

/* The parents of a commit, and what is remembered of it, found out if need be. */
static GArray *
read_commit (Walk *walk, const git_oid *id, const TwfEntry **entry, GError **error)
{
  g_autoptr (GArray) parents = NULL;
  g_autoptr (git_commit) commit = NULL;

  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return NULL;
  *entry = walk->index != NULL ? twf_index_find (walk->index, id) : NULL;
  parents = g_array_new (FALSE, FALSE, sizeof (git_oid));
  /* So many parents may be more than are remembered. */
  if (*entry == NULL || (*entry)->n_parents == G_MAXUINT8)
    {
      commit = twf_load_commit (walk->handle, id, error);
      if (commit == NULL)
        return NULL;
      if (*entry == NULL && walk->with_units
          && (*entry = twf_index_add (walk->index, commit, error)) == NULL)
        return NULL;
      for (guint i = 0; i < git_commit_parentcount (commit); i++)
        g_array_append_vals (parents, git_commit_parent_id (commit, i), 1);
      return g_steal_pointer (&parents);
    }
  for (guint i = 0; i < (*entry)->n_parents; i++)
    {
      git_oid parent = twf_entry_get_parent (*entry, i);

      g_array_append_val (parents, parent);
    }
  return g_steal_pointer (&parents);
}

static Node *
node_new (const git_oid *id, GArray *parents)
{
  Node *node = g_new0 (Node, 1);

  node->id = *id;
  node->parents = g_array_ref (parents);
  return node;
}

/* Everything that @merge contains; each commit knows how many others stand on it. */
static GHashTable *
read_graph (Walk *walk, Node *merge, GError **error)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (twf_id_hash, twf_id_equal, NULL, node_free);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new (); /* Node* (borrowed from nodes) */

  g_hash_table_insert (nodes, &merge->id, merge);
  g_ptr_array_add (waiting, merge);
  while (waiting->len > 0)
    {
      Node *node = g_ptr_array_steal_index_fast (waiting, waiting->len - 1);

      for (guint i = 0; i < node->parents->len; i++)
        {
          const git_oid *id = &g_array_index (node->parents, git_oid, i);
          Node *parent = g_hash_table_lookup (nodes, id);

          if (parent == NULL)
            {
              const TwfEntry *entry;
              g_autoptr (GArray) parents = read_commit (walk, id, &entry, error);

              if (parents == NULL)
                return NULL;
              parent = node_new (id, parents);
              g_hash_table_insert (nodes, &parent->id, parent);
              g_ptr_array_add (waiting, parent);
            }
          parent->n_children++;
        }
    }
  return g_steal_pointer (&nodes);
}

static gboolean
visit (Walk *walk, const git_oid *id, gboolean *going, GError **error)
{
  g_autoptr (GError) reason = NULL;
  const TwfEntry *entry = walk->index != NULL ? twf_index_find (walk->index, id) : NULL;

  *going = walk->func (id, entry, walk->user_data, &reason);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* A commit comes when all that stand on it have come; of several, a side branch before the line it
 * left, as it is drawn. */
static gboolean
walk_sorted (Walk *walk, const git_oid *merge, GArray *merge_parents, GError **error)
{
  g_autoptr (GPtrArray) ready = g_ptr_array_new (); /* Node* (borrowed from nodes) */
  g_autoptr (GHashTable) nodes = NULL;
  Node *first = node_new (merge, merge_parents);
  gboolean going = TRUE;

  nodes = read_graph (walk, first, error);
  if (nodes == NULL)
    return FALSE;
  g_ptr_array_add (ready, first);
  while (going && ready->len > 0)
    {
      Node *node = g_ptr_array_steal_index_fast (ready, ready->len - 1);

      if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
        return FALSE;
      if (node != first && !visit (walk, &node->id, &going, error))
        return FALSE;
      for (guint i = 0; i < node->parents->len; i++)
        {
          Node *parent = g_hash_table_lookup (nodes, &g_array_index (node->parents, git_oid, i));

          if (--parent->n_children == 0)
            g_ptr_array_add (ready, parent);
        }
    }
  return TRUE;
}

/*
 * twf_walk:
 * @handle: a repository
 * @index: (nullable): what is remembered of commits
 * @with_units: whether each commit's units are wanted; needs @index
 * @from: the commit to begin with
 * @func: (scope call): called for each commit
 * @user_data: (closure): for @func
 * @cancellable: (nullable): looked at before each commit
 *
 * Visits a commit and all it contains, each before those it was made on.
 *
 * Errors: TWF_ERROR_DAMAGED; %G_IO_ERROR_CANCELLED; what @func sets
 */
gboolean
twf_walk (git_repository *handle,
          TwfIndex *index,
          gboolean with_units,
          const git_oid *from,
          TwfWalkFunc func,
          gpointer user_data,
          GCancellable *cancellable,
          GError **error)
{
  Walk walk = {
    .handle = handle,
    .index = index,
    .with_units = with_units,
    .func = func,
    .user_data = user_data,
    .cancellable = cancellable,
  };
  git_oid id = *from;
  gboolean going = TRUE;

  g_assert (index != NULL || !with_units);

  while (going)
    {
      const TwfEntry *entry;
      g_autoptr (GArray) parents = read_commit (&walk, &id, &entry, error);

      if (parents == NULL || !visit (&walk, &id, &going, error))
        return FALSE;
      if (parents->len == 0 || !going)
        return TRUE;
      if (parents->len > 1)
        return walk_sorted (&walk, &id, parents, error);
      id = g_array_index (parents, git_oid, 0);
    }
  return TRUE;
}
