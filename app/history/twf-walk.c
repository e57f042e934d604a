/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-walk-private.h"

#include "twf-order-private.h"
#include "twf-pack-private.h"

/* From so many revisions on, their order is written down. */
#define FAR 1000

/* History is a line almost everywhere, and a line needs no sorting: it is followed as it is read,
 * so that the first page costs a page. From the newest merge on, what lies below is sorted by the
 * graph alone; clocks are never asked. That needs all of it, once: the order is written down, and
 * what came since is sorted above it. What it holds is taken in that order, of what was come to the
 * commit with the least place: none with a greater one can stand on it. */
struct _TwfWalk
{
  TwfRepository *repository;
  git_repository *handle; /* borrowed; of the piece under way */
  TwfIndex *index;        /* borrowed; nullable */
  gboolean with_units;
  gboolean with_authors;
  git_oid next;          /* while it is a line */
  gboolean ended;        /* there is no next */
  GArray *parents;       /* of git_oid: of the commit visited last; nullable */
  GHashTable *nodes;     /* git_oid* (in Node) -> Node* (owned): below a merge, and not in order;
                            nullable: it is a line */
  GPtrArray *sorted;     /* Node* (borrowed from nodes): these, the next one last */
  gboolean has_looked;   /* for the order */
  TwfOrder *order;       /* nullable: none is written down */
  TwfOrderWalk *ordered; /* through it; nullable as has_looked */
  TwfOrderMaker *maker;  /* what is not in order, as it comes; nullable: it is written down */
  gboolean is_narrow;    /* all that is to come is contained in the commit visited last */
  guint n_visited;
  guint n_in_all; /* 0: not known yet */
};

typedef struct
{
  git_oid id;
  guint n_children;   /* that were not sorted yet */
  GArray *parents;    /* of git_oid */
  gboolean is_narrow; /* all that is sorted behind it is contained in it */
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

static gboolean
is_ordered (TwfWalk *walk, const git_oid *id, guint *place)
{
  return walk->order != NULL && twf_order_find (walk->order, id, place);
}

/* Everything that @merge contains and that is not in the order; each commit knows how many others
 * stand on it. */
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
          guint place;

          if (parent == NULL && is_ordered (walk, id, &place))
            continue;
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
let_parents_follow (TwfWalk *walk, Node *node, GPtrArray *ready)
{
  for (guint i = 0; i < node->parents->len; i++)
    {
      Node *parent = g_hash_table_lookup (walk->nodes, &g_array_index (node->parents, git_oid, i));

      if (parent != NULL && --parent->n_children == 0)
        g_ptr_array_add (ready, parent);
    }
}

/* A commit comes when all that stand on it have come; of several, a side branch before the line it
 * left, as it is drawn. */
static void
sort_nodes (TwfWalk *walk, Node *merge)
{
  g_autoptr (GPtrArray) ready = g_ptr_array_new (); /* Node* (borrowed from nodes) */
  guint first = 0;

  walk->sorted = g_ptr_array_new ();
  let_parents_follow (walk, merge, ready);
  while (ready->len > 0)
    {
      Node *node = g_ptr_array_steal_index_fast (ready, ready->len - 1);

      node->is_narrow = ready->len == 0;
      g_ptr_array_add (walk->sorted, node);
      twf_order_maker_add (walk->maker, &node->id, node->parents);
      let_parents_follow (walk, node, ready);
    }
  for (guint last = walk->sorted->len; first + 1 < last; first++)
    {
      gpointer node = walk->sorted->pdata[first];

      walk->sorted->pdata[first] = walk->sorted->pdata[--last];
      walk->sorted->pdata[last] = node;
    }
}

/* All that is not in the order was added to it. */
static void
write_down (TwfWalk *walk)
{
  if (walk->maker != NULL && twf_order_maker_get_length (walk->maker) >= FAR)
    twf_order_maker_store (walk->maker, walk->order, walk->repository);
  g_clear_pointer (&walk->maker, twf_order_maker_free);
}

/* From the merge that was visited last on. */
static gboolean
begin_sorting (TwfWalk *walk, GCancellable *cancellable, GError **error)
{
  Node *merge = node_new (&walk->next, walk->parents);

  walk->nodes = read_graph (walk, merge, cancellable, error);
  if (walk->nodes == NULL)
    return FALSE;
  sort_nodes (walk, merge);
  write_down (walk);
  /* What is in the order and not contained here is counted as well: nobody knows how much it is. */
  walk->n_in_all = walk->n_visited + walk->sorted->len
                   + (walk->order != NULL ? twf_order_get_length (walk->order) : 0);
  return TRUE;
}

/* The parents of the commit visited last that are in the order. */
static void
come_to_parents (TwfWalk *walk)
{
  guint place;

  for (guint i = 0; i < walk->parents->len; i++)
    if (is_ordered (walk, &g_array_index (walk->parents, git_oid, i), &place))
      twf_order_walk_come_to (walk->ordered, place);
}

static void
visit_sorted (TwfWalk *walk, git_oid *id)
{
  Node *node = g_ptr_array_steal_index (walk->sorted, walk->sorted->len - 1);

  *id = node->id;
  walk->is_narrow = node->is_narrow && twf_order_walk_is_empty (walk->ordered);
  g_clear_pointer (&walk->parents, g_array_unref);
  walk->parents = g_array_ref (node->parents);
  come_to_parents (walk);
}

static void
visit_ordered (TwfWalk *walk, guint place, git_oid *id)
{
  guint n_parents = twf_order_get_n_parents (walk->order, place);

  *id = twf_order_get_id (walk->order, place);
  walk->is_narrow = twf_order_walk_is_empty (walk->ordered);
  g_clear_pointer (&walk->parents, g_array_unref);
  walk->parents = g_array_sized_new (FALSE, FALSE, sizeof (git_oid), n_parents);
  for (guint i = 0; i < n_parents; i++)
    {
      guint parent = twf_order_get_parent (walk->order, place, i);
      git_oid parent_id = twf_order_get_id (walk->order, parent);

      g_array_append_val (walk->parents, parent_id);
      twf_order_walk_come_to (walk->ordered, parent);
    }
}

static gboolean
visit_on_line (TwfWalk *walk, git_oid *id, GCancellable *cancellable, GError **error)
{
  GArray *parents = read_parents (walk, &walk->next, cancellable, error);

  if (parents == NULL)
    return FALSE;
  g_clear_pointer (&walk->parents, g_array_unref);
  walk->parents = parents;
  walk->is_narrow = TRUE;
  *id = walk->next;
  if (walk->maker != NULL)
    twf_order_maker_add (walk->maker, id, parents);
  return TRUE;
}

/* From here on it is in the order, of which what stands before @place is not come to any more. */
static void
leave_line (TwfWalk *walk, guint place)
{
  walk->nodes = g_hash_table_new (NULL, NULL);
  walk->sorted = g_ptr_array_new ();
  walk->n_in_all = walk->n_visited + twf_order_get_length (walk->order) - place;
}

/* Only when there is a second commit to visit: most walks are for one. */
static void
look_up_order (TwfWalk *walk)
{
  guint place;

  walk->has_looked = TRUE;
  walk->order = twf_order_load (walk->repository);
  walk->ordered = twf_order_walk_new (walk->order);
  if (!is_ordered (walk, &walk->next, &place))
    return;
  leave_line (walk, place + 1);
  g_clear_pointer (&walk->maker, twf_order_maker_free);
  come_to_parents (walk);
}

/* Where the line goes on after the commit visited last; only when it is asked for, since a merge
 * may make all that it contains be read. */
static gboolean
step (TwfWalk *walk, GCancellable *cancellable, GError **error)
{
  guint place;

  if (walk->parents == NULL)
    return TRUE;
  if (!walk->has_looked)
    look_up_order (walk);
  if (walk->nodes != NULL)
    return TRUE;
  if (walk->parents->len > 1)
    {
      if (!begin_sorting (walk, cancellable, error))
        return FALSE;
      come_to_parents (walk);
      return TRUE;
    }
  if (walk->parents->len == 0)
    {
      write_down (walk);
      walk->ended = TRUE;
      return TRUE;
    }
  walk->next = g_array_index (walk->parents, git_oid, 0);
  if (is_ordered (walk, &walk->next, &place))
    {
      leave_line (walk, place);
      twf_order_walk_come_to (walk->ordered, place);
      write_down (walk);
    }
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
 * @repository: where
 * @from: the commit to begin with
 * @with_units: whether each commit's units are wanted; needs an index
 *
 * Returns: (transfer full): a walk through a commit and all it contains, each before those it was
 * made on, that can be taken up and put down
 */
TwfWalk *
twf_walk_new (TwfRepository *repository, const git_oid *from, gboolean with_units)
{
  TwfWalk *self = g_new0 (TwfWalk, 1);

  self->repository = twf_repository_ref (repository);
  self->next = *from;
  self->with_units = with_units;
  self->maker = twf_order_maker_new ();
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
  g_clear_pointer (&self->sorted, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->ordered, twf_order_walk_free);
  g_clear_pointer (&self->order, twf_order_free);
  twf_order_maker_free (self->maker);
  twf_repository_unref (self->repository);
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
  guint place;

  if (!self->ended && !step (self, cancellable, error))
    return FALSE;
  if (self->ended || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->nodes == NULL && !visit_on_line (self, id, cancellable, error))
    return FALSE;
  if (self->nodes != NULL && self->sorted->len > 0)
    visit_sorted (self, id);
  else if (self->nodes != NULL && twf_order_walk_next (self->ordered, &place))
    visit_ordered (self, place, id);
  else if (self->nodes != NULL)
    {
      self->ended = TRUE;
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
 * @total: (out): how many commits it visits at most; 0: not known yet
 *
 * Returns: how many commits were visited
 */
guint
twf_walk_count (TwfWalk *self, guint *total)
{
  *total = self->n_in_all;
  return self->n_visited;
}

/*
 * twf_walk_reads_far:
 * @self: a walk
 *
 * Returns: whether it reads, or read, very many commits one after another, for which it is worth to
 *   load what is remembered of them
 */
gboolean
twf_walk_reads_far (TwfWalk *self)
{
  if (self->nodes != NULL || self->parents == NULL)
    return FALSE;
  return self->n_visited >= FAR || (self->parents->len > 1 && self->order == NULL);
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
  return self->is_narrow;
}

/*
 * twf_walk:
 * @repository: where
 * @handle: the same, open
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
twf_walk (TwfRepository *repository,
          git_repository *handle,
          TwfIndex *index,
          gboolean with_units,
          const git_oid *from,
          TwfWalkFunc func,
          gpointer user_data,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (TwfWalk) walk = twf_walk_new (repository, from, with_units);
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
