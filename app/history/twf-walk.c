/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-walk-private.h"

#include "twf-pack-private.h"

/* History is a line almost everywhere, and a line needs no sorting: it is followed as it is read,
 * so that the first page costs a page. From the newest merge on, what lies below is read whole and
 * sorted by the graph alone; clocks are never asked. */
struct _TwfWalk
{
  git_repository *handle; /* borrowed; of the piece under way */
  TwfIndex *index;        /* borrowed; nullable */
  gboolean with_units;
  gboolean with_authors;
  git_oid next;       /* while it is a line */
  gboolean ended;     /* there is no next */
  GArray *parents;    /* of git_oid: of the commit visited last; nullable */
  GHashTable *nodes;  /* git_oid* (in Node) -> Node* (owned): what lies below a merge; nullable */
  GPtrArray *ready;   /* Node* (borrowed from nodes): all that stand on them were visited */
  gboolean is_narrow; /* nothing else was ready beside the node visited last */
  guint n_visited;
  guint n_on_line; /* that were visited before there were nodes */
};

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

/* The parents of a commit. */
static GArray *
read_parents (TwfWalk *walk, const git_oid *id, GCancellable *cancellable, GError **error)
{
  const TwfEntry *entry;
  g_autoptr (GArray) parents = NULL;
  g_autoptr (git_commit) commit = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  entry = walk->index != NULL ? twf_index_find (walk->index, id) : NULL;
  parents = g_array_new (FALSE, FALSE, sizeof (git_oid));
  /* So many parents may be more than are remembered. */
  if (entry == NULL || entry->n_parents == G_MAXUINT8)
    {
      commit = twf_load_commit (walk->handle, id, error);
      if (commit == NULL)
        return NULL;
      for (guint i = 0; i < git_commit_parentcount (commit); i++)
        g_array_append_vals (parents, git_commit_parent_id (commit, i), 1);
      return g_steal_pointer (&parents);
    }
  for (guint i = 0; i < entry->n_parents; i++)
    {
      git_oid parent = twf_entry_get_parent (entry, i);

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
read_graph (TwfWalk *walk, Node *merge, GCancellable *cancellable, GError **error)
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
              g_autoptr (GArray) parents = read_parents (walk, id, cancellable, error);

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

static void
let_parents_follow (TwfWalk *walk, GArray *parents)
{
  for (guint i = 0; i < parents->len; i++)
    {
      Node *parent = g_hash_table_lookup (walk->nodes, &g_array_index (parents, git_oid, i));

      if (--parent->n_children == 0)
        g_ptr_array_add (walk->ready, parent);
    }
}

/* From the merge that was visited last on. */
static gboolean
begin_sorting (TwfWalk *walk, GCancellable *cancellable, GError **error)
{
  walk->nodes = read_graph (walk, node_new (&walk->next, walk->parents), cancellable, error);
  if (walk->nodes == NULL)
    return FALSE;
  walk->ready = g_ptr_array_new ();
  walk->n_on_line = walk->n_visited - 1;
  let_parents_follow (walk, walk->parents);
  return TRUE;
}

/* A commit comes when all that stand on it have come; of several, a side branch before the line it
 * left, as it is drawn. */
static gboolean
visit_sorted (TwfWalk *walk, git_oid *id)
{
  Node *node;

  if (walk->ready->len == 0)
    return FALSE;
  node = g_ptr_array_steal_index_fast (walk->ready, walk->ready->len - 1);
  *id = node->id;
  walk->is_narrow = walk->ready->len == 0;
  g_clear_pointer (&walk->parents, g_array_unref);
  walk->parents = g_array_ref (node->parents);
  let_parents_follow (walk, node->parents);
  return TRUE;
}

static gboolean
visit_on_line (TwfWalk *walk, git_oid *id, GCancellable *cancellable, GError **error)
{
  GArray *parents = read_parents (walk, &walk->next, cancellable, error);

  if (parents == NULL)
    return FALSE;
  g_clear_pointer (&walk->parents, g_array_unref);
  walk->parents = parents;
  *id = walk->next;
  return TRUE;
}

/* Where the line goes on after the commit visited last; only when it is asked for, since a merge
 * makes all that it contains be read. */
static gboolean
step (TwfWalk *walk, GCancellable *cancellable, GError **error)
{
  if (walk->nodes != NULL || walk->parents == NULL)
    return TRUE;
  if (walk->parents->len > 1)
    return begin_sorting (walk, cancellable, error);
  if (walk->parents->len == 0)
    walk->ended = TRUE;
  else
    walk->next = g_array_index (walk->parents, git_oid, 0);
  return TRUE;
}

/* What is remembered of a commit; where its units are wanted, they are looked for now and not with
 * the graph, which would keep whoever waits for the first commit. */
static gboolean
remember (TwfWalk *walk, const git_oid *id, const TwfEntry **entry, GError **error)
{
  g_autoptr (git_commit) commit = NULL;

  *entry = walk->index != NULL ? twf_index_find (walk->index, id) : NULL;
  if (*entry != NULL ? (*entry)->has_units || !walk->with_units
                     : !walk->with_units && (!walk->with_authors || walk->index == NULL))
    return TRUE;
  commit = twf_load_commit (walk->handle, id, error);
  *entry = commit != NULL ? twf_index_add (walk->index, commit, walk->with_units, error) : NULL;
  return *entry != NULL;
}

/*
 * twf_walk_new:
 * @from: the commit to begin with
 * @with_units: whether each commit's units are wanted; needs an index
 *
 * Returns: (transfer full): a walk through a commit and all it contains, each before those it was
 * made on, that can be taken up and put down
 */
TwfWalk *
twf_walk_new (const git_oid *from, gboolean with_units)
{
  TwfWalk *self = g_new0 (TwfWalk, 1);

  self->next = *from;
  self->with_units = with_units;
  return self;
}

/*
 * twf_walk_ask_for_authors:
 * @self: a walk
 *
 * Where it has an index, who made a commit and when is remembered from now on as well.
 */
void
twf_walk_ask_for_authors (TwfWalk *self)
{
  self->with_authors = TRUE;
}

/*
 * twf_walk_free:
 * @self: (transfer full) (nullable): a walk
 */
void
twf_walk_free (TwfWalk *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->parents, g_array_unref);
  g_clear_pointer (&self->ready, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_free (self);
}

/*
 * twf_walk_take_up:
 * @self: a walk
 * @handle: (nullable): a repository, valid until another is given
 * @index: (nullable): what is remembered of commits, as long as @handle
 */
void
twf_walk_take_up (TwfWalk *self, git_repository *handle, TwfIndex *index)
{
  g_assert (handle == NULL || index != NULL || !self->with_units);

  self->handle = handle;
  self->index = index;
}

/*
 * twf_walk_next:
 * @self: a walk that was taken up
 * @id: (out): the next commit
 * @entry: (out): what is remembered of it; NULL unless units are wanted or it happens to be
 * @cancellable: (nullable): looked at before each commit
 *
 * Returns: FALSE at the end, or with @error set
 * Errors: TWF_ERROR_DAMAGED; %G_IO_ERROR_CANCELLED
 */
gboolean
twf_walk_next (TwfWalk *self,
               git_oid *id,
               const TwfEntry **entry,
               GCancellable *cancellable,
               GError **error)
{
  if (!self->ended && !step (self, cancellable, error))
    return FALSE;
  if (self->ended || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->nodes != NULL ? !visit_sorted (self, id)
                          : !visit_on_line (self, id, cancellable, error))
    {
      self->ended = self->nodes != NULL;
      return FALSE;
    }
  self->n_visited++;
  return remember (self, id, entry, error);
}

/*
 * twf_walk_get_parents:
 * @self: a walk
 *
 * Returns: (transfer none) (element-type git_oid): the parents of the commit visited last
 */
GArray *
twf_walk_get_parents (TwfWalk *self)
{
  return self->parents;
}

/*
 * twf_walk_count:
 * @self: a walk
 * @total: (out): how many commits it visits in all; 0: not known yet
 *
 * Returns: how many commits were visited
 */
guint
twf_walk_count (TwfWalk *self, guint *total)
{
  *total = self->nodes != NULL ? self->n_on_line + g_hash_table_size (self->nodes) : 0;
  return self->n_visited;
}

/*
 * twf_walk_is_narrow:
 * @self: a walk
 *
 * Returns: whether all that is to come is contained in the commit visited last
 */
gboolean
twf_walk_is_narrow (TwfWalk *self)
{
  return self->nodes == NULL || self->is_narrow;
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
  g_autoptr (TwfWalk) walk = twf_walk_new (from, with_units);
  g_autoptr (GError) reason = NULL;
  const TwfEntry *entry;
  git_oid id;

  twf_walk_take_up (walk, handle, index);
  while (twf_walk_next (walk, &id, &entry, cancellable, &reason)
         && func (&id, entry, user_data, &reason))
    ;
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
