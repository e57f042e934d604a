/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-ancestry.h"

#include "twf-pack-private.h"
#include "twf-parents-private.h"
#include "twf-repository-private.h"

#include "twf-error.h"

#include <errno.h>

/* The search for what a branch took in last. Two walks go down at once: along the line, and through
 * all that the branch contains. Where they meet is a candidate, and what lies below a candidate is
 * of no interest. The clocks only say what to look at first: whatever they show, what is found is
 * the same. */
typedef enum
{
  CONTAINED = 1 << 0, /* in the branch */
  ON_LINE = 1 << 1,   /* of the line's first parents */
  BELOW = 1 << 2,     /* a candidate's ancestor */
} Marks;

typedef struct
{
  git_oid id;
  git_time_t when;
  guint marks;
  guint place; /* on the line, 0 the newest */
  gboolean waiting;
  guint n_parents;
  git_oid *parents; /* each commit is read once: that costs more than all else here */
} Node;

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->parents);
  g_free (node);
}

typedef struct
{
  git_repository *handle;
  GHashTable *nodes;  /* git_oid* (in Node) -> Node* (owned) */
  GSequence *waiting; /* Node* (borrowed), the newest last */
  guint n_open;       /* that wait and may lead to a better candidate */
  guint n_line;       /* that wait and are the end of the line's walk */
  Node *best;         /* nullable */
} Search;

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Node *one = a;
  const Node *other = b;

  if (one->when != other->when)
    return one->when < other->when ? -1 : 1;
  return git_oid_cmp (&one->id, &other->id);
}

static void
count (Search *search, const Node *node, int by)
{
  if (!node->waiting)
    return;
  if ((node->marks & CONTAINED) != 0 && (node->marks & BELOW) == 0)
    search->n_open += by;
  if ((node->marks & ON_LINE) != 0)
    search->n_line += by;
}

/* What is marked anew is looked at again: what it says goes on to its parents. */
static gboolean
mark (Search *search, const git_oid *id, guint marks, guint place, GError **error)
{
  Node *node = g_hash_table_lookup (search->nodes, id);

  if (node == NULL)
    {
      g_autoptr (git_commit) commit = twf_load_commit (search->handle, id, error);

      if (commit == NULL)
        return FALSE;
      node = g_new0 (Node, 1);
      node->id = *id;
      node->when = git_commit_time (commit);
      node->place = G_MAXUINT;
      node->n_parents = git_commit_parentcount (commit);
      node->parents = g_new (git_oid, node->n_parents);
      for (guint i = 0; i < node->n_parents; i++)
        node->parents[i] = *git_commit_parent_id (commit, i);
      g_hash_table_insert (search->nodes, &node->id, node);
    }
  if ((node->marks | marks) == node->marks)
    return TRUE;
  count (search, node, -1);
  node->marks |= marks;
  if ((marks & ON_LINE) != 0)
    node->place = place;
  if (!node->waiting)
    g_sequence_insert_sorted (search->waiting, node, compare_nodes, NULL);
  node->waiting = TRUE;
  count (search, node, 1);
  return TRUE;
}

static Node *
take_newest (Search *search)
{
  GSequenceIter *last = g_sequence_iter_prev (g_sequence_get_end_iter (search->waiting));
  Node *node = g_sequence_get (last);

  count (search, node, -1);
  node->waiting = FALSE;
  g_sequence_remove (last);
  return node;
}

static gboolean
go_on_from (Search *search, Node *node, GError **error)
{
  guint marks = node->marks & (CONTAINED | BELOW);

  if ((node->marks & CONTAINED) != 0 && (node->marks & ON_LINE) != 0)
    {
      if (search->best == NULL || node->place < search->best->place)
        search->best = node;
      marks |= BELOW;
    }
  for (guint i = 0; i < node->n_parents; i++)
    {
      guint along = i == 0 ? node->marks & ON_LINE : 0;

      if (!mark (search, &node->parents[i], marks | along, node->place + 1, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_search (Search *search, git_commit *line, git_commit *tip, GError **error)
{
  if (!mark (search, git_commit_id (line), ON_LINE, 0, error)
      || !mark (search, git_commit_id (tip), CONTAINED, 0, error))
    return FALSE;
  while (search->n_open > 0 || (search->best == NULL && search->n_line > 0))
    if (!go_on_from (search, take_newest (search), error))
      return FALSE;
  return TRUE;
}

/* Two revisions of one repository, looked up together. */
static gboolean
lookup_both (TwfRepository *self,
             const char *one,
             const char *other,
             git_repository **handle,
             git_commit **first,
             git_commit **second,
             GError **error)
{
  *handle = twf_repository_open_handle (self, error);
  return *handle != NULL && (*first = twf_lookup_commit (*handle, one, error)) != NULL
         && (*second = twf_lookup_commit (*handle, other, error)) != NULL;
}

/* What was found last: who receives asks for the same three times, and it may lie fifty thousand
 * revisions down. Ids say what they stand on, whatever the repository, so that it is never stale.
 */
static struct
{
  GMutex lock;
  git_oid line;
  git_oid tip;
  git_oid best;
} last_found;

static gboolean
recall (const git_oid *line, const git_oid *tip, git_oid *best)
{
  gboolean known;

  g_mutex_lock (&last_found.lock);
  known = git_oid_equal (&last_found.line, line) && git_oid_equal (&last_found.tip, tip);
  *best = last_found.best;
  g_mutex_unlock (&last_found.lock);
  return known;
}

static void
remember (const git_oid *line, const git_oid *tip, const git_oid *best)
{
  g_mutex_lock (&last_found.lock);
  last_found.line = *line;
  last_found.tip = *tip;
  last_found.best = *best;
  g_mutex_unlock (&last_found.lock);
}

static char *
nothing_common (const char *one, const char *other, GError **error)
{
  g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s, %s: nothing in common", one, other);
  return NULL;
}

/**
 * twf_repository_find_taken_in:
 * @self: a repository
 * @line: a revision whose first parents are a line: the tip of main
 * @tip: a revision: the tip of a branch that takes in from the line
 *
 * Finds what a branch took in last of a line. That is what its changes are made on, and not what
 * git calls the merge base: once the line has merged the branch, that is the branch's own revision,
 * while the line need not hold what the branch says.
 *
 * Returns: (transfer full): the newest of the line that @tip is or contains
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision, or the two have nothing in common;
 * TWF_ERROR_DAMAGED
 */
char *
twf_repository_find_taken_in (TwfRepository *self,
                              const char *line,
                              const char *tip,
                              GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) line_commit = NULL;
  g_autoptr (git_commit) tip_commit = NULL;
  g_autoptr (GHashTable) nodes = NULL;
  g_autoptr (GSequence) waiting = NULL;
  Search search = { 0 };
  git_oid best;

  g_return_val_if_fail (self != NULL && line != NULL && tip != NULL, NULL);

  if (!lookup_both (self, line, tip, &handle, &line_commit, &tip_commit, error))
    return NULL;
  if (recall (git_commit_id (line_commit), git_commit_id (tip_commit), &best))
    return g_strdup (git_oid_tostr_s (&best));
  nodes = g_hash_table_new_full (twf_id_hash, twf_id_equal, NULL, node_free);
  waiting = g_sequence_new (NULL);
  search = (Search){ .handle = handle, .nodes = nodes, .waiting = waiting };
  if (!run_search (&search, line_commit, tip_commit, error))
    return NULL;
  if (search.best == NULL)
    return nothing_common (line, tip, error);
  remember (git_commit_id (line_commit), git_commit_id (tip_commit), &search.best->id);
  return g_strdup (git_oid_tostr_s (&search.best->id));
}

/**
 * twf_repository_find_merge_base:
 * @self: a repository
 * @one: a revision
 * @other: another
 *
 * Returns: (transfer full): a newest revision that both contain; where there are several, one of
 * them
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision, or the two have nothing in common;
 * TWF_ERROR_DAMAGED
 */
char *
twf_repository_find_merge_base (TwfRepository *self,
                                const char *one,
                                const char *other,
                                GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) first = NULL;
  g_autoptr (git_commit) second = NULL;
  git_oid base;
  int rc;

  g_return_val_if_fail (self != NULL && one != NULL && other != NULL, NULL);

  if (!lookup_both (self, one, other, &handle, &first, &second, error))
    return NULL;
  errno = 0;
  rc = git_merge_base (&base, handle, git_commit_id (first), git_commit_id (second));
  if (rc == GIT_ENOTFOUND)
    return nothing_common (one, other, error);
  if (rc < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_NAMED, one);
      return NULL;
    }
  return g_strdup (git_oid_tostr_s (&base));
}

/* Not git_graph_ahead_behind(), which counts wrongly where the clocks were not in order. */
static gboolean
count_outside (git_commit *tip, git_commit *of, guint *n, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (twf_id_hash, twf_id_equal, g_free, NULL);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)git_commit_free);
  git_commit *first = NULL;

  *n = 0;
  if (git_commit_dup (&first, tip) == 0)
    g_ptr_array_add (waiting, first);
  while (waiting->len > 0)
    {
      g_autoptr (git_commit) commit = g_ptr_array_steal_index_fast (waiting, waiting->len - 1);
      gboolean contained;

      if (!g_hash_table_add (seen, g_memdup2 (git_commit_id (commit), sizeof (git_oid))))
        continue;
      if (!twf_commit_contains (of, commit, &contained, error))
        return FALSE;
      if (contained)
        continue;
      *n += 1;
      for (guint i = 0; i < git_commit_parentcount (commit); i++)
        {
          git_commit *parent
              = twf_load_commit (git_commit_owner (tip), git_commit_parent_id (commit, i), error);

          if (parent == NULL)
            return FALSE;
          g_ptr_array_add (waiting, parent);
        }
    }
  return TRUE;
}

/**
 * twf_repository_count_ahead:
 * @self: a repository
 * @revision: a revision
 * @of: another
 * @n_ahead: (out): how many revisions @revision contains that @of does not
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; TWF_ERROR_DAMAGED
 */
gboolean
twf_repository_count_ahead (TwfRepository *self,
                            const char *revision,
                            const char *of,
                            guint *n_ahead,
                            GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) first = NULL;
  g_autoptr (git_commit) second = NULL;

  g_return_val_if_fail (self != NULL && revision != NULL && of != NULL, FALSE);

  return lookup_both (self, revision, of, &handle, &first, &second, error)
         && count_outside (first, second, n_ahead, error);
}

/* What stands on a line before something that is contained is contained as well. */
static gboolean
count_line (git_commit *tip, git_commit *of, guint *n, GError **error)
{
  g_autoptr (git_commit) commit = NULL;

  *n = 0;
  if (git_commit_dup (&commit, tip) < 0)
    return TRUE;
  while (commit != NULL)
    {
      g_autoptr (git_commit) newer = g_steal_pointer (&commit);
      gboolean contained;

      if (!twf_commit_contains (of, newer, &contained, error))
        return FALSE;
      if (contained)
        return TRUE;
      *n += 1;
      if (git_commit_parentcount (newer) == 0)
        return TRUE;
      commit = twf_load_commit (git_commit_owner (tip), git_commit_parent_id (newer, 0), error);
      if (commit == NULL)
        return FALSE;
    }
  return TRUE;
}

/**
 * twf_repository_count_on_line:
 * @self: a repository
 * @line: a revision whose first parents are a line: the tip of main
 * @of: a revision
 * @n: (out): how many revisions of the line @of does not contain
 *
 * Unlike twf_repository_count_ahead() it counts a merge as one, whatever that brought.
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; TWF_ERROR_DAMAGED
 */
gboolean
twf_repository_count_on_line (TwfRepository *self,
                              const char *line,
                              const char *of,
                              guint *n,
                              GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) tip = NULL;
  g_autoptr (git_commit) other = NULL;

  g_return_val_if_fail (self != NULL && line != NULL && of != NULL, FALSE);

  return lookup_both (self, line, of, &handle, &tip, &other, error)
         && count_line (tip, other, n, error);
}
