/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-history-walk.h"

#include "twf-desk-private.h"
#include "twf-error.h"
#include "twf-id.h"
#include "twf-sifter.h"

/* So long a piece may last: whoever saves meanwhile waits for its end. */
#define PIECE_USEC (50 * G_TIME_SPAN_MILLISECOND)
/* So many rows come with their revision, as many as are looked at first. */
#define FIRST_ROWS 100

struct _TwfHistoryWalk
{
  TwfRepository *repository;
  TwfChronicle *chronicle;
  TwfSifter *sifter; /* nullable: every revision is wanted */
  TwfLanes *lanes;   /* nullable: some are left out, and lines would lead to nowhere */
  char *stop_at;     /* id; nullable */
  char *mistaken;    /* an id that cannot be a provision's; nullable */

  /* The worker's while a piece is under way, the desk's thread's in between. */
  guint n_found;
  guint n_seen;
  guint n_in_all; /* 0: not known */
  gboolean complete;
  gboolean met;
};

/* A piece of it. */
typedef struct
{
  TwfHistoryWalk *walk;
  guint most;
} Piece;

/**
 * twf_history_row_free:
 * @self: (transfer full) (nullable): a row
 */
void
twf_history_row_free (TwfHistoryRow *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_clear_object (&self->revision);
  g_free (self);
}

/**
 * twf_desk_new_history_walk:
 * @self: a desk
 * @filter: (nullable): which revisions are wanted; %NULL: every one
 * @stop_at: (nullable): id of a revision: where all that is left is contained in it, the walk is
 *   complete there
 *
 * Returns: (transfer full): a walk from the revision that the plan stands on, or the filter's own
 */
TwfHistoryWalk *
twf_desk_new_history_walk (TwfDesk *self, const TwfHistoryFilter *filter, const char *stop_at)
{
  TwfHistoryWalk *walk;

  g_return_val_if_fail (TWF_IS_DESK (self), NULL);

  walk = g_atomic_rc_box_new0 (TwfHistoryWalk);
  walk->repository = twf_repository_ref (self->repository);
  walk->stop_at = g_strdup (stop_at);
  if (filter != NULL && filter->provision != NULL && !twf_id_is_valid (filter->provision))
    walk->mistaken = g_strdup (filter->provision);
  else if (filter != NULL && !twf_history_filter_is_empty (filter))
    walk->sifter = twf_sifter_new (self->repository, filter, self->plan);
  walk->chronicle
      = twf_chronicle_new (self->repository,
                           filter != NULL && filter->from != NULL ? filter->from : self->revision,
                           walk->sifter != NULL && twf_sifter_needs_units (walk->sifter));
  if (walk->sifter == NULL)
    walk->lanes = twf_lanes_new ();
  if (walk->sifter != NULL && twf_sifter_needs_authors (walk->sifter))
    twf_chronicle_ask_for_authors (walk->chronicle);
  return walk;
}

static void
clear_walk (gpointer data)
{
  TwfHistoryWalk *self = data;

  twf_sifter_free (self->sifter);
  twf_lanes_free (self->lanes);
  twf_chronicle_free (self->chronicle);
  twf_repository_unref (self->repository);
  g_free (self->stop_at);
  g_free (self->mistaken);
}

/**
 * twf_history_walk_ref:
 * @self: a walk
 *
 * Returns: (transfer full): the same
 */
TwfHistoryWalk *
twf_history_walk_ref (TwfHistoryWalk *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_history_walk_unref:
 * @self: (transfer full): a walk
 */
void
twf_history_walk_unref (TwfHistoryWalk *self)
{
  g_atomic_rc_box_release_full (self, clear_walk);
}

/**
 * twf_history_walk_is_complete:
 * @self: a walk
 *
 * Returns: whether there is nothing more to come
 */
gboolean
twf_history_walk_is_complete (TwfHistoryWalk *self)
{
  return self->complete;
}

/**
 * twf_history_walk_has_met:
 * @self: a walk
 *
 * Returns: whether it is complete because it came to where it was to stop
 */
gboolean
twf_history_walk_has_met (TwfHistoryWalk *self)
{
  return self->met;
}

/**
 * twf_history_walk_has_graph:
 * @self: a walk
 *
 * Returns: whether its rows say how they are connected
 */
gboolean
twf_history_walk_has_graph (TwfHistoryWalk *self)
{
  return self->lanes != NULL;
}

/**
 * twf_history_walk_get_fraction:
 * @self: a walk
 *
 * Returns: how much is done, 0 to 1; -1: that is not known
 */
double
twf_history_walk_get_fraction (TwfHistoryWalk *self)
{
  if (self->complete)
    return 1;
  return self->n_in_all > 0 ? (double)self->n_seen / self->n_in_all : -1;
}

/**
 * twf_history_walk_get_n_seen:
 * @self: a walk
 *
 * Returns: how many revisions were looked at
 */
guint
twf_history_walk_get_n_seen (TwfHistoryWalk *self)
{
  return self->n_seen;
}

static gboolean
take_row (TwfHistoryWalk *walk, GPtrArray *rows, TwfRevision *revision, GError **error)
{
  TwfHistoryRow *row = g_new0 (TwfHistoryRow, 1);

  row->id = g_strdup (twf_chronicle_get_id (walk->chronicle));
  g_ptr_array_add (rows, row);
  if (walk->lanes != NULL)
    {
      g_auto (GStrv) parents = twf_chronicle_dup_parents (walk->chronicle);

      row->lanes = twf_lanes_add (walk->lanes, row->id, (const char *const *)parents);
    }
  if (walk->n_found++ >= FIRST_ROWS)
    return TRUE;
  row->revision
      = revision != NULL ? g_object_ref (revision) : twf_chronicle_read (walk->chronicle, error);
  return row->revision != NULL;
}

/* At where it was to stop: what is contained there was gone through before, unless something else
 * is still beside it; and its graph goes on where this one comes to. */
static gboolean
has_arrived (TwfHistoryWalk *walk)
{
  return g_strcmp0 (twf_chronicle_get_id (walk->chronicle), walk->stop_at) == 0
         && twf_chronicle_is_narrow (walk->chronicle)
         && (walk->lanes == NULL || walk->n_found == 0
             || twf_lanes_leads_on (walk->lanes, walk->stop_at));
}

static gboolean
look (TwfHistoryWalk *walk, GPtrArray *rows, GError **error)
{
  g_autoptr (TwfRevision) revision = NULL;
  gboolean passes = TRUE;

  if (walk->stop_at != NULL && has_arrived (walk))
    {
      walk->complete = TRUE;
      walk->met = TRUE;
      return TRUE;
    }
  if (walk->sifter != NULL
      && !twf_sifter_look (walk->sifter, walk->chronicle, &revision, &passes, error))
    return FALSE;
  return !passes || take_row (walk, rows, revision, error);
}

static gboolean
go_on (Piece *piece, GPtrArray *rows, GCancellable *cancellable, GError **error)
{
  TwfHistoryWalk *walk = piece->walk;
  gint64 end = g_get_monotonic_time () + PIECE_USEC;
  g_autoptr (GError) reason = NULL;

  while (!walk->complete && rows->len < piece->most && g_get_monotonic_time () < end)
    {
      if (!twf_chronicle_next (walk->chronicle, cancellable, &reason))
        walk->complete = reason == NULL;
      else
        look (walk, rows, &reason);
      if (reason != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
    }
  walk->n_seen = twf_chronicle_count (walk->chronicle, &walk->n_in_all);
  return TRUE;
}

static void
walk_piece (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Piece *piece = data;
  TwfRepository *repository = piece->walk->repository;
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_history_row_free);
  GError *error = NULL;
  gboolean done = FALSE;

  if (piece->walk->mistaken != NULL)
    g_set_error_literal (&error, TWF_ERROR, TWF_ERROR_NOT_FOUND, piece->walk->mistaken);
  else if (twf_repository_hold (repository, &error))
    {
      if (twf_chronicle_take_up (piece->walk->chronicle, &error))
        {
          done = go_on (piece, rows, cancellable, &error);
          twf_chronicle_put_down (piece->walk->chronicle);
        }
      twf_repository_release (repository);
    }
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
free_piece (Piece *piece)
{
  twf_history_walk_unref (piece->walk);
  g_free (piece);
}

/**
 * twf_desk_walk_history_async:
 * @self: a desk
 * @walk: a walk of which no other piece is under way
 * @most: how many rows are wanted at most; 0: as many as a piece brings
 * @cancellable: (nullable): ends it
 * @callback: called with the rows
 * @user_data: for @callback
 *
 * Goes on with @walk for as long as nobody notices. The desk is not busy meanwhile: a search in the
 * background keeps nobody from anything.
 */
void
twf_desk_walk_history_async (TwfDesk *self,
                             TwfHistoryWalk *walk,
                             guint most,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Piece *piece;

  g_return_if_fail (TWF_IS_DESK (self) && walk != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_walk_history_async);
  piece = g_new0 (Piece, 1);
  piece->walk = twf_history_walk_ref (walk);
  piece->most = most > 0 ? most : G_MAXUINT;
  g_task_set_task_data (task, piece, (GDestroyNotify)free_piece);
  twf_desk_run (self, task, walk_piece);
}

/**
 * twf_desk_walk_history_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfHistoryRow): what this piece found, newest first; it
 *   may be nothing, though there is more to come
 * Errors: TWF_ERROR_DAMAGED; TWF_ERROR_NOT_FOUND if the filter's provision cannot be one
 */
GPtrArray *
twf_desk_walk_history_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GPtrArray *
read_all (TwfRepository *repository, char **ids, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) one
          = twf_repository_list_revisions (repository, ids[i], NULL, 0, 1, cancellable, error);

      if (one == NULL)
        return NULL;
      g_ptr_array_add (revisions, g_object_ref (one->pdata[0]));
    }
  return g_steal_pointer (&revisions);
}

static void
read_revisions (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  GError *error = NULL;
  GPtrArray *revisions = NULL;

  if (twf_repository_hold (self->repository, &error))
    {
      revisions = read_all (self->repository, data, cancellable, &error);
      twf_repository_release (self->repository);
    }
  if (revisions != NULL)
    g_task_return_pointer (task, revisions, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_read_revisions_async:
 * @self: a desk
 * @ids: full ids of revisions
 * @cancellable: (nullable): ends it
 * @callback: called with the revisions
 * @user_data: for @callback
 *
 * Reads what is said of a few revisions, for rows that come into sight.
 */
void
twf_desk_read_revisions_async (TwfDesk *self,
                               const char *const *ids,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self) && ids != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_read_revisions_async);
  g_task_set_task_data (task, g_strdupv ((char **)ids), (GDestroyNotify)g_strfreev);
  twf_desk_run (self, task, read_revisions);
}

/**
 * twf_desk_read_revisions_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfRevision): the revisions, in the order of their ids
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_DAMAGED
 */
GPtrArray *
twf_desk_read_revisions_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
