/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-register.h"

#include "twf-desk-private.h"

#include "twf-clock.h"
#include "twf-main-step.h"

static TwfRegister *
read_register (TwfDesk *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *tip
      = twf_repository_resolve (self->repository, "refs/heads/" TWF_BRANCH_MAIN, error);

  return tip != NULL ? twf_register_read (self->repository, tip, cancellable, error) : NULL;
}

static void
run_read (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TwfRegister *found = read_register (source, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify)twf_register_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_read_register_async:
 * @self: a desk
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the register of keys of the rolling text, whatever branch is worked on.
 */
void
twf_desk_read_register_async (TwfDesk *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (TWF_IS_DESK (self));

  twf_desk_run (
      self,
      twf_desk_start (self, twf_desk_read_register_async, cancellable, callback, user_data),
      run_read);
}

/**
 * twf_desk_read_register_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the register
 * Errors: as twf_register_read()
 */
TwfRegister *
twf_desk_read_register_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GPtrArray *
verify_all (TwfDesk *self, const char *const *ids, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfRegister) held = read_register (self, cancellable, error);
  g_autoptr (GPtrArray) found
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_verification_free);
  guint n = g_strv_length ((GStrv)ids);

  for (guint i = 0; held != NULL && i < n; i++)
    {
      TwfVerification *one
          = twf_verify_revision (self->repository, ids[i], held, cancellable, error);

      if (one == NULL)
        return NULL;
      g_ptr_array_add (found, one);
      twf_desk_post_progress (self, (double)(i + 1) / n);
    }
  return held != NULL ? g_steal_pointer (&found) : NULL;
}

static void
run_verify (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *found = verify_all (source, data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_verify_async:
 * @self: a desk
 * @ids: full ids of revisions
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Asks of each whether it is from who is named in it; see twf_verify_revision().
 */
void
twf_desk_verify_async (TwfDesk *self,
                       const char *const *ids,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self) && ids != NULL);

  task = twf_desk_start (self, twf_desk_verify_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_strdupv ((GStrv)ids), (GDestroyNotify)g_strfreev);
  twf_desk_run (self, task, run_verify);
}

/**
 * twf_desk_verify_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfVerification): a verdict for each, in their order
 * Errors: as twf_register_read() and twf_verify_revision()
 */
GPtrArray *
twf_desk_verify_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
run_accept (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (twf_main_accept_key (
          TWF_DESK (source)->repository, data, twf_clock_now (), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_accept_key_async:
 * @self: a desk
 * @fingerprint: of the facilitator's key
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Moves the own copy of the rolling text, in which no key is registered, forward to the one that
 * came last, if the facilitator signed that with this key.
 */
void
twf_desk_accept_key_async (TwfDesk *self,
                           const char *fingerprint,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self) && fingerprint != NULL);

  task = twf_desk_start (self, twf_desk_accept_key_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_strdup (fingerprint), g_free);
  twf_desk_run (self, task, run_accept);
}

/**
 * twf_desk_accept_key_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Errors: as twf_main_accept_key()
 */
gboolean
twf_desk_accept_key_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
