/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-saving.h"

#include "twf-error.h"
#include "twf-theirs.h"
#include "twf-transform.h"

static void
save (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  g_autoptr (GError) error = NULL;

  if (twf_saving_run (data, self->repository, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * twf_saving_settle:
 * @self: a save that has made its revision
 * @desk: the desk
 *
 * Lets the desk stand on the revision.
 */
void
twf_saving_settle (TwfSaving *self, TwfDesk *desk)
{
  g_clear_pointer (&desk->saving, twf_touched_free);
  if (self->over_newer)
    g_hash_table_remove_all (desk->clashes);
  twf_desk_set_revision (desk, self->revision);
  /* What was issued before others' words came in is still the last, unless they bring a later. */
  if (self->issued != NULL)
    twf_desk_set_issued (desk, self->issued);
  if (desk->journal != NULL)
    twf_journal_drop (desk->journal, self->journalled, self->revision);
  twf_theirs_lay_in (desk, self);
  twf_desk_set_newer (desk, g_hash_table_size (desk->clashes) > 0);
  twf_desk_look_again (desk);
  twf_desk_notify (desk, PROP_MODIFIED);
  twf_desk_want_repack (desk);
}

/**
 * twf_desk_give_up_saving:
 * @self: a desk with a save under way that made no revision
 * @error: why
 *
 * Gives the desk back what the save held.
 */
void
twf_desk_give_up_saving (TwfDesk *self, const GError *error)
{
  twf_touched_merge (self->touched, self->saving);
  g_clear_pointer (&self->saving, twf_touched_free);
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_CHANGED))
    twf_desk_set_newer (self, TRUE);
  twf_desk_look_again (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfDesk *self = TWF_DESK (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  TwfSaving *saving = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      twf_saving_settle (saving, self);
      /* Now every wording that a proposal is made on is in history. */
      if (twf_touched_is_empty (self->touched))
        g_hash_table_remove_all (self->wordings);
      g_task_return_pointer (task, g_strdup (saving->revision), g_free);
      return;
    }
  twf_desk_give_up_saving (self, error);
  g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * twf_desk_may_save:
 * @self: a desk
 * @over_newer: whether it is on top of what somebody else changed
 * @error: return location
 *
 * Returns: whether a save can begin now
 * Errors: TWF_ERROR_UNSUPPORTED, TWF_ERROR_READ_ONLY, TWF_ERROR_BUSY, TWF_ERROR_CHANGED
 */
gboolean
twf_desk_may_save (TwfDesk *self, gboolean over_newer, GError **error)
{
  if (self->newer_format)
    g_set_error (
        error, TWF_ERROR, TWF_ERROR_UNSUPPORTED, "%s: stored by a newer version", self->path);
  else if (self->read_only)
    g_set_error (error, TWF_ERROR, TWF_ERROR_READ_ONLY, "%s", self->path);
  else if (self->saving != NULL)
    g_set_error (error, TWF_ERROR, TWF_ERROR_BUSY, "%s: a save is under way", self->path);
  else if (!over_newer && g_hash_table_size (self->clashes) > 0)
    g_set_error (error, TWF_ERROR, TWF_ERROR_CHANGED, "%s", self->path);
  else
    return TRUE;
  return FALSE;
}

/* What is to be saved, while the wordings under proposals are read. */
typedef struct
{
  char *message;
  gboolean over_newer;
} Request;

static void
free_request (Request *request)
{
  g_free (request->message);
  g_free (request);
}

/* Takes @task. */
static void
begin_save (TwfDesk *self, GTask *task, GHashTable *wordings)
{
  Request *request = g_task_get_task_data (task);
  GTask *inner = g_task_new (self, g_task_get_cancellable (task), saved_cb, task);

  g_task_set_check_cancellable (inner, FALSE);
  twf_undo_break (self->undo);
  twf_desk_carry_along (self, wordings);
  g_task_set_task_data (inner,
                        twf_saving_new (self, self->touched, request->message, request->over_newer),
                        (GDestroyNotify)twf_saving_free);
  self->saving = g_steal_pointer (&self->touched);
  self->touched = twf_touched_new ();
  twf_desk_run (self, inner, save);
}

static void
read_wordings (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;

  g_task_return_pointer (
      task, twf_desk_read_wordings (self->repository, data), (GDestroyNotify)g_hash_table_unref);
}

static void
wordings_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfDesk *self = TWF_DESK (source);
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) wordings = g_task_propagate_pointer (G_TASK (result), &error);

  if (wordings != NULL && twf_desk_may_save (self, request->over_newer, &error))
    begin_save (self, g_steal_pointer (&task), wordings);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * twf_desk_save_async:
 * @self: a desk
 * @message: (nullable): why, for the history: a line, and a body after an empty line
 * @over_newer: save on top of what somebody else changed in the meantime; theirs stays in history
 * @cancellable: (nullable): heeded until the revision is being made
 * @callback: called when it is on disk
 * @user_data: for @callback
 *
 * Saves what was edited since the last revision as one revision. Edits made while that is under way
 * are not in it and stay modified. Where others saved other provisions meanwhile, these are laid
 * into the plan. Proposals on a text that was edited by hand are carried along in the same
 * revision.
 */
void
twf_desk_save_async (TwfDesk *self,
                     const char *message,
                     gboolean over_newer,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task;
  GTask *inner;
  Request *request;
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_save_async, cancellable, callback, user_data);
  /* A revision that stands was not cancelled, however late that was asked for. */
  g_task_set_check_cancellable (task, FALSE);
  if (!twf_desk_may_save (self, over_newer, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
      return;
    }
  request = g_new0 (Request, 1);
  request->message = g_strdup (message);
  request->over_newer = over_newer;
  g_task_set_task_data (task, request, (GDestroyNotify)free_request);
  wanted = twf_desk_list_old_wordings (self);
  if (wanted->len == 0)
    {
      begin_save (self, task, NULL);
      return;
    }
  inner = g_task_new (self, cancellable, wordings_read_cb, task);
  g_task_set_task_data (inner, g_steal_pointer (&wanted), (GDestroyNotify)g_ptr_array_unref);
  twf_desk_run (self, inner, read_wordings);
}

/**
 * twf_desk_save_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): id of the revision; where nothing had changed, of the one that stands
 * Errors: TWF_ERROR_CHANGED if somebody else changed the same texts or fields in the meantime:
 *   save over it, or reload; TWF_ERROR_READ_ONLY; TWF_ERROR_UNSUPPORTED if a newer version stored
 * it; TWF_ERROR_BUSY if a save is under way; as twf_repository_commit(). The text stays in the plan
 * and in the journal.
 */
char *
twf_desk_save_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  TwfPlan *plan;
  char *revision;
  TwfIssued *issued;   /* last on the way to it; nullable */
  char *base;          /* what the plan on the desk stood on */
  GHashTable *changed; /* set of char*: where the two differ; nullable */
} Tip;

static void
free_tip (Tip *tip)
{
  if (tip->plan != NULL)
    twf_desk_let_go (tip->plan);
  g_free (tip->revision);
  g_clear_pointer (&tip->issued, twf_issued_free);
  g_free (tip->base);
  g_clear_pointer (&tip->changed, g_hash_table_unref);
  g_free (tip);
}

static void
read_tip (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  g_autoptr (GError) error = NULL;
  Tip *tip = g_new0 (Tip, 1);

  tip->revision = twf_desk_resolve_tip (self->repository, self->branch, &error);
  if (tip->revision != NULL)
    tip->plan
        = twf_desk_read_plan (self, self->repository, tip->revision, NULL, cancellable, &error);
  if (tip->plan != NULL)
    {
      tip->base = g_strdup (data);
      tip->issued = twf_repository_find_issued (self->repository, tip->revision, NULL);
      tip->changed = twf_desk_list_changed (self->repository, tip->base, tip->revision);
      /* Lists the plan once, here: the desk's thread finds it listed. */
      g_ptr_array_unref (twf_plan_list_all (tip->plan));
      g_task_return_pointer (task, tip, (GDestroyNotify)free_tip);
      return;
    }
  free_tip (tip);
  g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
lay_tip (TwfDesk *self, Tip *tip, GError **error)
{
  g_autoptr (GPtrArray) edits = twf_desk_list_edits_to (self, tip->plan, tip->base, tip->changed);
  gboolean done;

  twf_undo_begin (self->undo, NULL);
  done = twf_desk_apply_quietly (self, edits, error);
  twf_undo_end (self->undo);
  if (!done)
    return FALSE;
  g_clear_pointer (&self->touched, twf_touched_free);
  self->touched = twf_touched_new ();
  g_hash_table_remove_all (self->clashes);
  twf_desk_set_revision (self, tip->revision);
  twf_desk_set_issued (self, tip->issued);
  if (self->journal != NULL)
    twf_journal_drop (self->journal, self->journalled, tip->revision);
  twf_desk_set_newer (self, FALSE);
  twf_desk_look_again (self);
  twf_desk_notify (self, PROP_MODIFIED);
  return TRUE;
}

static void
tip_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfDesk *self = TWF_DESK (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  Tip *tip = g_task_propagate_pointer (G_TASK (result), &error);

  if (tip != NULL && self->saving != NULL)
    g_set_error (&error, TWF_ERROR, TWF_ERROR_BUSY, "%s: a save is under way", self->path);
  else if (tip != NULL)
    lay_tip (self, tip, &error);
  g_clear_pointer (&tip, free_tip);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_reload_async:
 * @self: a desk
 * @cancellable: (nullable): ends it
 * @callback: called when the plan is as its newest revision
 * @user_data: for @callback
 *
 * Brings the plan to its newest revision; what was edited since is given up, as one step that can
 * be undone.
 */
void
twf_desk_reload_async (TwfDesk *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  GTask *inner;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_reload_async, cancellable, callback, user_data);
  inner = g_task_new (self, cancellable, tip_read_cb, task);
  g_task_set_task_data (inner, g_strdup (self->revision), g_free);
  twf_desk_run (self, inner, read_tip);
}

/**
 * twf_desk_reload_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Errors: TWF_ERROR_BUSY if a save is under way; as twf_desk_open_finish()
 */
gboolean
twf_desk_reload_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
