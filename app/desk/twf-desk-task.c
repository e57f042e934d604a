/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-error.h"
#include "twf-watch.h"

/* Between two tellings of how far the work is. */
#define PROGRESS_USEC (50 * G_TIME_SPAN_MILLISECOND)

static void
task_completed_cb (GTask *task, GParamSpec *pspec, TwfDesk *self)
{
  g_return_if_fail (self->n_busy > 0);

  self->n_busy--;
  if (self->n_busy > 0)
    return;
  self->progress = -1;
  twf_desk_notify (self, PROP_PROGRESS);
  twf_desk_notify (self, PROP_BUSY);
}

/**
 * twf_desk_start:
 * @self: a desk
 * @tag: the function that starts the work
 * @cancellable: (nullable): ends it
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Returns: (transfer full): a task; the desk is busy until it has returned
 */
GTask *
twf_desk_start (TwfDesk *self,
                gpointer tag,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_signal_connect (task, "notify::completed", G_CALLBACK (task_completed_cb), self);
  self->n_busy++;
  if (self->n_busy == 1)
    twf_desk_notify (self, PROP_BUSY);
  return task;
}

/**
 * twf_desk_run:
 * @self: a desk
 * @task: (transfer full): a task
 * @func: does the work on the worker
 *
 * Queues @task on the desk's worker.
 */
void
twf_desk_run (TwfDesk *self, GTask *task, GTaskThreadFunc func)
{
  if (self->worker != NULL)
    {
      twf_worker_push (self->worker, task, func);
      return;
    }
  g_task_return_new_error (task, TWF_ERROR, TWF_ERROR_FAILED, "%s: the plan is closed", self->path);
  g_object_unref (task);
}

/* Work that nobody waits for, on the worker. */
static gboolean
repack_when_needed (GCancellable *cancellable, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!twf_repository_needs_repack (user_data)
      || twf_repository_repack (user_data, NULL, NULL, cancellable, &error))
    return TRUE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  g_debug ("repack: %s", error->message);
  return TRUE;
}

/**
 * twf_desk_want_repack:
 * @self: a desk
 *
 * Lets the worker pack what many revisions left lying, when it has nothing else to do.
 */
void
twf_desk_want_repack (TwfDesk *self)
{
  if (self->worker != NULL)
    twf_worker_want_idle (self->worker,
                          repack_when_needed,
                          twf_repository_ref (self->repository),
                          (GDestroyNotify)twf_repository_unref);
}

typedef struct
{
  GWeakRef desk;
  double fraction;
} Progress;

static void
free_progress (gpointer data)
{
  Progress *progress = data;

  g_weak_ref_clear (&progress->desk);
  g_free (progress);
}

static gboolean
progressed_cb (gpointer user_data)
{
  Progress *progress = user_data;
  g_autoptr (TwfDesk) self = g_weak_ref_get (&progress->desk);

  /* While it is being opened, a desk has no plan and no task of its own. */
  if (self != NULL && (self->n_busy > 0 || self->plan == NULL))
    {
      self->progress = CLAMP (progress->fraction, -1, 1);
      twf_desk_notify (self, PROP_PROGRESS);
    }
  return G_SOURCE_REMOVE;
}

/**
 * twf_desk_post_progress_since:
 * @self: a desk
 * @progressed: when this work last told how far it is, 0 at first
 * @fraction: how much is done, 0 to 1; -1: unknown
 *
 * Sets the property "progress" on the desk's own thread, twenty times a second at most. To be
 * called on any thread that works for the desk.
 */
void
twf_desk_post_progress_since (TwfDesk *self, gint64 *progressed, double fraction)
{
  gint64 now = g_get_monotonic_time ();
  Progress *progress;

  if (fraction >= 0 && now - *progressed < PROGRESS_USEC)
    return;
  *progressed = now;
  progress = g_new0 (Progress, 1);
  g_weak_ref_init (&progress->desk, self);
  progress->fraction = fraction;
  twf_context_post (self->context, progressed_cb, progress, free_progress);
}

/**
 * twf_desk_post_progress:
 * @self: a desk
 * @fraction: how much is done, 0 to 1; -1: unknown
 *
 * As twf_desk_post_progress_since(). To be called on the worker.
 */
void
twf_desk_post_progress (TwfDesk *self, double fraction)
{
  twf_desk_post_progress_since (self, &self->progressed, fraction);
}

static void
tip_seen_cb (const char *tip, gpointer user_data)
{
  TwfDesk *self = user_data;

  /* Whose revision it is, is known when the save under way has ended. */
  if (self->saving == NULL)
    twf_desk_set_newer (
        self, g_hash_table_size (self->clashes) > 0 || g_strcmp0 (tip, self->revision) != 0);
}

static void
arrived_cb (gpointer user_data)
{
  TwfDesk *self = user_data;

  self->arrivals++;
  twf_desk_notify (self, PROP_ARRIVALS);
}

/**
 * twf_desk_watch:
 * @self: a desk
 *
 * Notices from now on when another process moves the branch (property "newer"), and when anything
 * is received (property "arrivals").
 */
void
twf_desk_watch (TwfDesk *self)
{
  self->watch = twf_watch_new (self->repository, self->branch, tip_seen_cb, arrived_cb, self);
}

/**
 * twf_desk_look_again:
 * @self: a desk
 *
 * Compares the branch anew: the plan stands on another revision, or a save has ended.
 */
void
twf_desk_look_again (TwfDesk *self)
{
  if (self->watch != NULL)
    twf_watch_look (self->watch);
}
