/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-error.h"
#include "twf-format.h"
#include "twf-watch.h"

#include <stdlib.h>

typedef struct
{
  TwfDesk *desk; /* owned */
  char *path;
  gboolean with_journal;
  gboolean head_only;       /* no provisions are read */
  TwfFractionFunc progress; /* nullable */
  gpointer progress_data;
  GDestroyNotify progress_destroy; /* nullable */
} Opening;

static void
free_opening (Opening *opening)
{
  if (opening->desk != NULL)
    g_signal_handlers_disconnect_by_data (opening->desk, opening);
  if (opening->progress_destroy != NULL)
    opening->progress_destroy (opening->progress_data);
  g_clear_object (&opening->desk);
  g_free (opening->path);
  g_free (opening);
}

/**
 * twf_load_free:
 * @self: (transfer full) (nullable): what was read
 */
void
twf_load_free (TwfLoad *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->revision);
  g_clear_pointer (&self->repository, twf_repository_unref);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->remains, g_ptr_array_unref);
  g_free (self);
}

static char *
dup_canonical (const char *path)
{
  char *resolved = realpath (path, NULL);
  g_autofree char *absolute = NULL;

  if (resolved == NULL)
    return g_canonicalize_filename (path, NULL);
  absolute = g_strdup (resolved);
  free (resolved);
  return g_steal_pointer (&absolute);
}

/* The head through one handle, for a command that asks one question. */
static TwfPlan *
read_head (Opening *opening, TwfLoad *load, GError **error)
{
  TwfPlan *plan = NULL;

  if (!twf_repository_hold (load->repository, error))
    return NULL;
  load->revision = twf_desk_resolve_tip (load->repository, opening->desk->branch, error);
  if (load->revision != NULL)
    plan = twf_desk_read_head (load->repository, load->revision, NULL);
  twf_repository_release (load->repository);
  return plan;
}

static TwfLoad *
load_plan (Opening *opening, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfLoad) load = g_new0 (TwfLoad, 1);
  g_autofree char *stem = NULL;

  load->path = dup_canonical (opening->path);
  load->repository = twf_repository_open (load->path, error);
  if (load->repository == NULL)
    return NULL;
  if (opening->head_only)
    load->plan = read_head (opening, load, error);
  else
    load->revision = twf_desk_resolve_tip (load->repository, opening->desk->branch, error);
  if (load->revision == NULL)
    return NULL;
  /* What is wrong with the head is said as it is of the whole. */
  if (load->plan == NULL)
    load->plan = twf_desk_read_plan (
        opening->desk, load->repository, load->revision, &load->newer_format, cancellable, error);
  if (load->plan == NULL)
    return NULL;
  load->read_only
      = opening->head_only || load->newer_format || !twf_repository_is_writable (load->repository);
  if (opening->with_journal)
    {
      stem = twf_journal_dup_stem (load->path, opening->desk->branch);
      twf_journal_await_stopped (stem);
      load->remains = twf_remains_find (stem);
    }
  return g_steal_pointer (&load);
}

static void
open_plan (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  TwfLoad *load = load_plan (data, cancellable, &error);

  if (load != NULL)
    g_task_return_pointer (task, load, (GDestroyNotify)twf_load_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
plan_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (TwfLoad) load = g_task_propagate_pointer (G_TASK (result), &error);

  if (load == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_signal_handlers_disconnect_by_data (opening->desk, opening);
  opening->desk->progress = -1;
  twf_desk_install (opening->desk, load, opening->with_journal);
  twf_desk_forget_saved (opening->desk);
  g_task_return_pointer (task, g_object_ref (opening->desk), g_object_unref);
}

static void
progressed_cb (TwfDesk *desk, GParamSpec *pspec, Opening *opening)
{
  opening->progress (desk->progress, opening->progress_data);
}

static void
open_async (const char *path,
            const char *identity,
            const char *branch,
            Opening *opening,
            GTask *task)
{
  GTask *inner = g_task_new (NULL, g_task_get_cancellable (task), plan_loaded_cb, task);

  opening->desk = twf_desk_new (identity, branch);
  opening->path = g_strdup (path);
  if (opening->progress != NULL)
    g_signal_connect (opening->desk, "notify::progress", G_CALLBACK (progressed_cb), opening);
  g_task_set_task_data (inner, opening, (GDestroyNotify)free_opening);
  twf_worker_push (opening->desk->worker, inner, open_plan);
}

/**
 * twf_desk_open_async:
 * @path: where the plan lies
 * @identity: (nullable): code of the delegation that acts; %NULL: the facilitator
 * @branch: (nullable): the branch to work on; %NULL: the delegation's own, or the rolling text
 * @cancellable: (nullable): ends the reading
 * @callback: called when the plan is there
 * @user_data: for @callback
 *
 * Opens a plan: its tip is read by the desk's worker and laid on the desk whole. What a process
 * that died left in a journal is found as well (twf_desk_get_n_recovered()).
 */
void
twf_desk_open_async (const char *path,
                     const char *identity,
                     const char *branch,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  twf_desk_open_showing_async (
      path, identity, branch, NULL, NULL, NULL, cancellable, callback, user_data);
}

/**
 * twf_desk_open_showing_async:
 * @path: where the plan lies
 * @identity: (nullable): see twf_desk_open_async()
 * @branch: (nullable): see twf_desk_open_async()
 * @progress: (nullable): told how much is read
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data, before or after the end
 * @cancellable: (nullable): ends the reading
 * @callback: called when the plan is there; ends in twf_desk_open_finish()
 * @user_data: for @callback
 *
 * Opens a plan and says meanwhile how far it is, up to twenty times a second.
 */
void
twf_desk_open_showing_async (const char *path,
                             const char *identity,
                             const char *branch,
                             TwfFractionFunc progress,
                             gpointer progress_data,
                             GDestroyNotify progress_destroy,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening;

  g_return_if_fail (path != NULL);
  g_task_set_source_tag (task, twf_desk_open_async);
  opening = g_new0 (Opening, 1);
  opening->with_journal = TRUE;
  opening->progress = progress;
  opening->progress_data = progress_data;
  opening->progress_destroy = progress_destroy;
  open_async (path, identity, branch, opening, task);
}

/**
 * twf_desk_open_once_async:
 * @path: where the plan lies
 * @identity: (nullable): see twf_desk_open_async()
 * @branch: (nullable): see twf_desk_open_async()
 * @cancellable: (nullable): ends the reading
 * @callback: called when the plan is there; ends in twf_desk_open_finish()
 * @user_data: for @callback
 *
 * Opens a plan for one command that saves what it does at once: no journal is kept and none is
 * looked for.
 */
void
twf_desk_open_once_async (const char *path,
                          const char *identity,
                          const char *branch,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (path != NULL);
  g_task_set_source_tag (task, twf_desk_open_once_async);
  open_async (path, identity, branch, g_new0 (Opening, 1), task);
}

/**
 * twf_desk_open_head_async:
 * @path: where the plan lies
 * @identity: (nullable): see twf_desk_open_async()
 * @branch: (nullable): see twf_desk_open_async()
 * @cancellable: (nullable): ends the reading
 * @callback: called when the plan is there; ends in twf_desk_open_finish()
 * @user_data: for @callback
 *
 * As twf_desk_open_once_async(), to ask the history: the plan on the desk has no provisions, and
 * nothing can be saved.
 */
void
twf_desk_open_head_async (const char *path,
                          const char *identity,
                          const char *branch,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening;

  g_return_if_fail (path != NULL);
  g_task_set_source_tag (task, twf_desk_open_head_async);
  opening = g_new0 (Opening, 1);
  opening->head_only = TRUE;
  open_async (path, identity, branch, opening, task);
}

/**
 * twf_desk_open_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the desk with the plan on it
 * Errors: TWF_ERROR_NOT_FOUND if there is no plan or no such branch; TWF_ERROR_INVALID if it is not
 *   a plan; TWF_ERROR_DENIED; TWF_ERROR_DAMAGED; G_IO_ERROR_CANCELLED
 */
TwfDesk *
twf_desk_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
show_packing (guint64 done, guint64 total, gpointer user_data)
{
  if (total > 0)
    twf_desk_post_progress (user_data, (double)done / (double)total);
}

static void
end_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  g_autoptr (GError) error = NULL;

  if (self->repository != NULL && !self->read_only && twf_repository_needs_repack (self->repository)
      && !twf_repository_repack (self->repository, show_packing, self, cancellable, &error))
    g_debug ("repack: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void
journal_stopped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfDesk *self = TWF_DESK (source);
  GTask *task = user_data;

  twf_worker_push (self->worker, task, end_work);
  twf_worker_stop (g_steal_pointer (&self->worker));
}

/**
 * twf_desk_close_async:
 * @self: a desk
 * @callback: (nullable): called when all is on disk and the worker is at its end
 * @user_data: for @callback
 *
 * Ends the desk after what is under way. Edits that were not saved stay in the journal and are
 * offered when the plan is opened again. A long tail of small objects is packed first.
 */
void
twf_desk_close_async (TwfDesk *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_close_async, NULL, callback, user_data);
  g_clear_pointer (&self->watch, twf_watch_stop);
  g_clear_pointer (&self->remains, g_ptr_array_unref);
  if (self->worker == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
  else if (self->journal != NULL)
    twf_journal_stop (g_steal_pointer (&self->journal),
                      g_task_new (self, NULL, journal_stopped_cb, task));
  else
    journal_stopped_cb (G_OBJECT (self), NULL, task);
}

/**
 * twf_desk_close_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Errors: none
 */
gboolean
twf_desk_close_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
