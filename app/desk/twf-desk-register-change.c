/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-register.h"

#include "twf-desk-private.h"

#include "twf-clock.h"
#include "twf-error.h"

/* A key is a few hundred bytes. */
#define MOST_BYTES (64 * 1024)

/* What is changed, and the plan that it is changed in: opened a second time, for this alone. */
typedef struct
{
  char *code;        /* nullable: the facilitator */
  TwfPublicKey *key; /* NULL: one is revoked */
  char *fingerprint; /* of that */
  char *message;
  TwfDesk *aside;
  GError *error; /* nullable */
} Change;

static void
free_change (Change *change)
{
  g_free (change->code);
  twf_public_key_free (change->key);
  g_free (change->fingerprint);
  g_free (change->message);
  g_clear_object (&change->aside);
  g_clear_error (&change->error);
  g_free (change);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) reason = NULL;

  if (!twf_desk_reload_finish (TWF_DESK (source), result, &reason))
    g_debug ("%s", reason->message);
  g_task_return_boolean (task, TRUE);
}

/* What stands on the desk follows at once, where that takes nothing from anybody; else it is laid
 * in with the next save. */
static void
end (GTask *task)
{
  Change *change = g_task_get_task_data (task);
  TwfDesk *self = g_task_get_source_object (task);

  if (change->error != NULL)
    g_task_return_error (task, g_steal_pointer (&change->error));
  else if (twf_desk_is_modified (self))
    g_task_return_boolean (task, TRUE);
  else
    twf_desk_reload_async (self, NULL, reloaded_cb, g_object_ref (task));
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) reason = NULL;

  if (!twf_desk_close_finish (TWF_DESK (source), result, &reason))
    g_debug ("%s", reason->message);
  end (task);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Change *change = g_task_get_task_data (task);
  g_autofree char *revision = twf_desk_save_finish (TWF_DESK (source), result, &change->error);

  g_debug ("register: %s", revision);
  twf_desk_close_async (change->aside, closed_cb, task);
}

static gboolean
apply (Change *change, GError **error)
{
  TwfPlan *plan = twf_desk_get_plan (change->aside);
  g_autoptr (GPtrArray) edits
      = change->key != NULL
            ? twf_register_list_addition (plan, change->code, change->key, error)
            : twf_register_list_revocation (
                plan, change->code, change->fingerprint, twf_clock_now (), FALSE, error);

  return edits != NULL && twf_plan_apply_all (plan, edits, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Change *change = g_task_get_task_data (task);

  change->aside = twf_desk_open_finish (result, &change->error);
  if (change->aside == NULL)
    {
      end (task);
      g_object_unref (task);
    }
  else if (apply (change, &change->error))
    twf_desk_save_async (change->aside, change->message, FALSE, NULL, saved_cb, task);
  else
    twf_desk_close_async (change->aside, closed_cb, task);
}

static void
start (TwfDesk *self, GTask *task, Change *change)
{
  g_task_set_task_data (task, change, (GDestroyNotify)free_change);
  if (self->identity != NULL)
    {
      g_task_return_new_error (
          task, TWF_ERROR, TWF_ERROR_NO_RIGHT, "the register is the facilitator's");
      g_object_unref (task);
      return;
    }
  twf_desk_open_once_async (
      self->path, NULL, TWF_BRANCH_MAIN, g_task_get_cancellable (task), opened_cb, task);
}

/**
 * twf_desk_register_key_async:
 * @self: a desk
 * @code: (nullable): of the delegation whose key it is; %NULL: the facilitator's own
 * @key: a public key
 * @message: of the revision
 * @cancellable: (nullable): ends it before anything is written
 * @callback: called when it is saved
 * @user_data: for @callback
 *
 * Puts a key into the register.
 */
void
twf_desk_register_key_async (TwfDesk *self,
                             const char *code,
                             const TwfPublicKey *key,
                             const char *message,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Change *change;

  g_return_if_fail (TWF_IS_DESK (self) && key != NULL && message != NULL);

  task = twf_desk_start (self, twf_desk_register_key_async, cancellable, callback, user_data);
  change = g_new0 (Change, 1);
  change->code = g_strdup (code);
  change->key = twf_public_key_copy (key);
  change->message = g_strdup (message);
  start (self, task, change);
}

/**
 * twf_desk_revoke_key_async:
 * @self: a desk
 * @code: (nullable): of the delegation whose key it is; %NULL: the facilitator's own
 * @fingerprint: of the key
 * @message: of the revision
 * @cancellable: (nullable): ends it before anything is written
 * @callback: called when it is saved
 * @user_data: for @callback
 *
 * Says that a key is not to be trusted any more, also for what it signed before.
 */
void
twf_desk_revoke_key_async (TwfDesk *self,
                           const char *code,
                           const char *fingerprint,
                           const char *message,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Change *change;

  g_return_if_fail (TWF_IS_DESK (self) && fingerprint != NULL && message != NULL);

  task = twf_desk_start (self, twf_desk_revoke_key_async, cancellable, callback, user_data);
  change = g_new0 (Change, 1);
  change->code = g_strdup (code);
  change->fingerprint = g_strdup (fingerprint);
  change->message = g_strdup (message);
  start (self, task, change);
}

/**
 * twf_desk_change_register_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Errors: TWF_ERROR_NO_RIGHT for a delegation; as twf_register_list_addition() and
 *   twf_register_list_revocation(); as opening and saving a plan
 */
gboolean
twf_desk_change_register_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
run_read_key (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TwfPublicKey *key = twf_public_key_parse_file (data, NULL);
  g_autofree char *path = g_canonicalize_filename (data, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (key == NULL)
    bytes = twf_read_foreign_file (path, MOST_BYTES, cancellable, &error);
  if (bytes != NULL)
    {
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      key = twf_public_key_parse_file (text, &error);
    }
  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify)twf_public_key_free);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_read_public_key_async:
 * @source: the line of a public key, or the file that it is in
 * @cancellable: (nullable): ends it
 * @callback: called with the key
 * @user_data: for @callback
 *
 * Reads a public key that came by mail or on a stick.
 */
void
twf_desk_read_public_key_async (const char *source,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (source != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_read_public_key_async);
  g_task_set_task_data (task, g_strdup (source), g_free);
  g_task_run_in_thread (task, run_read_key);
}

/**
 * twf_desk_read_public_key_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the key
 * Errors: TWF_ERROR_INVALID if it holds none; as twf_read_foreign_file()
 */
TwfPublicKey *
twf_desk_read_public_key_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
