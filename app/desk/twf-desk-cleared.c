/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-cleared.h"

#include "twf-desk-private.h"

#include "twf-clock.h"
#include "twf-error.h"
#include "twf-hostile.h"

/* One clearance on its way to the worker, or whose they are that are listed. */
typedef struct
{
  char *delegation; /* nullable where they are listed: all */
  char *revision;
  TwfAuthor *author;
  char *note; /* nullable */
} Clearing;

static void
free_clearing (Clearing *clearing)
{
  g_free (clearing->delegation);
  g_free (clearing->revision);
  g_clear_pointer (&clearing->author, twf_author_free);
  g_free (clearing->note);
  g_free (clearing);
}

static void
record (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Clearing *clearing = data;
  gint64 now = twf_clock_now ();
  TwfCommitInfo info = { .name = clearing->author->name,
                         .email = clearing->author->email,
                         .when = now,
                         .offset_minutes = twf_author_get_offset_minutes (now),
                         .message = clearing->note };
  GError *error = NULL;
  TwfClearance *clearance = twf_repository_record_clearance (
      TWF_DESK (source)->repository, clearing->delegation, clearing->revision, &info, &error);

  if (clearance != NULL)
    g_task_return_pointer (task, clearance, (GDestroyNotify)twf_clearance_free);
  else
    g_task_return_error (task, error);
}

static GError *
check_clearance (TwfDesk *self, const char *note)
{
  GError *error = NULL;

  if (self->read_only)
    g_set_error (&error, TWF_ERROR, TWF_ERROR_READ_ONLY, "%s", self->path);
  else if (self->identity == NULL)
    g_set_error_literal (&error, TWF_ERROR, TWF_ERROR_DENIED, "no delegation acts");
  else if (twf_plan_get_delegation (self->plan, self->identity) == NULL)
    g_set_error (&error, TWF_ERROR, TWF_ERROR_DENIED, "%s: no delegation", self->identity);
  else if (note != NULL)
    twf_text_check_storable (note, &error);
  return error;
}

/**
 * twf_desk_record_clearance_async:
 * @self: a desk
 * @revision: (nullable): which revision; %NULL: the one the plan stands on
 * @note: (nullable): any text
 * @cancellable: (nullable): heeded until it is being recorded
 * @callback: called when it is on the disk
 * @user_data: for @callback
 *
 * Records that the capital of the delegation in whose name the desk acts cleared a revision.
 */
void
twf_desk_record_clearance_async (TwfDesk *self,
                                 const char *revision,
                                 const char *note,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;
  Clearing *clearing;
  GError *error;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_record_clearance_async, cancellable, callback, user_data);
  error = check_clearance (self, note);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  clearing = g_new0 (Clearing, 1);
  clearing->delegation = g_strdup (self->identity);
  clearing->revision = g_strdup (revision != NULL ? revision : self->revision);
  clearing->author = twf_author_new (self->plan, self->identity, note);
  clearing->note = g_strdup (note);
  g_task_set_task_data (task, clearing, (GDestroyNotify)free_clearing);
  twf_desk_run (self, task, record);
}

/**
 * twf_desk_record_clearance_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the clearance
 * Errors: TWF_ERROR_DENIED if the desk acts for no delegation of the plan; TWF_ERROR_ENCODING;
 *   TWF_ERROR_READ_ONLY; as twf_repository_record_clearance()
 */
TwfClearance *
twf_desk_record_clearance_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_clearances (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *list = twf_repository_list_clearances (
      TWF_DESK (source)->repository, ((const Clearing *)data)->delegation, &error);

  if (list != NULL)
    g_task_return_pointer (task, list, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_list_clearances_async:
 * @self: a desk
 * @delegation: (nullable): whose; %NULL: all
 * @cancellable: (nullable): ends it
 * @callback: called with what was cleared
 * @user_data: for @callback
 */
void
twf_desk_list_clearances_async (TwfDesk *self,
                                const char *delegation,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  Clearing *clearing;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_list_clearances_async, cancellable, callback, user_data);
  clearing = g_new0 (Clearing, 1);
  clearing->delegation = g_strdup (delegation);
  g_task_set_task_data (task, clearing, (GDestroyNotify)free_clearing);
  twf_desk_run (self, task, list_clearances);
}

/**
 * twf_desk_list_clearances_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfClearance): the clearances, of one delegation the first
 *   recorded first; the last of them holds
 * Errors: as twf_repository_list_clearances()
 */
GPtrArray *
twf_desk_list_clearances_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
