/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-key.h"

#include "twf-desk-private.h"
#include "twf-signer.h"

#include "twf-error.h"

typedef struct
{
  TwfDeskKeyAct act;
  char *path;     /* nullable */
  char *plan;     /* where the plan lies */
  char *identity; /* nullable */
} KeyTask;

static void
free_key_task (KeyTask *self)
{
  g_free (self->path);
  g_free (self->plan);
  g_free (self->identity);
  g_free (self);
}

static gboolean
add_used (KeyTask *self, GPtrArray *keys, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = twf_signer_find (self->plan, self->identity);
  TwfSigningKey *key = path != NULL ? twf_key_read (path, cancellable, error) : NULL;

  if (key != NULL)
    g_ptr_array_add (keys, key);
  return path == NULL || key != NULL;
}

/* TRUE: @key (transfer full) is used from now on. */
static gboolean
use (KeyTask *self, GPtrArray *keys, TwfSigningKey *key, GError **error)
{
  if (key == NULL)
    return FALSE;
  g_ptr_array_add (keys, key);
  return twf_signer_set (self->plan, self->identity, key->path, error);
}

static char *
dup_comment (KeyTask *self)
{
  g_autofree char *email = twf_delegation_dup_email (self->identity);
  g_autofree char *name = g_path_get_basename (self->plan);

  return g_strdup_printf ("%s %s", email, name);
}

static gboolean
do_act (KeyTask *self, GPtrArray **keys, GCancellable *cancellable, GError **error)
{
  g_autofree char *comment = NULL;

  switch (self->act)
    {
    case TWF_DESK_KEY_MAKE:
      comment = dup_comment (self);
      return use (self, *keys, twf_key_create (comment, cancellable, error), error);
    case TWF_DESK_KEY_USE:
      return use (self, *keys, twf_key_read (self->path, cancellable, error), error);
    case TWF_DESK_KEY_FORGET:
      return twf_signer_set (self->plan, self->identity, NULL, error);
    case TWF_DESK_KEY_LIST:
      g_ptr_array_unref (*keys);
      *keys = twf_key_list_own ();
      return TRUE;
    case TWF_DESK_KEY_READ:
    default:
      return add_used (self, *keys, cancellable, error);
    }
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_signing_key_free);
  GError *error = NULL;

  if (do_act (data, &keys, cancellable, &error))
    {
      g_task_return_pointer (task, keys, (GDestroyNotify)g_ptr_array_unref);
      return;
    }
  g_ptr_array_unref (keys);
  g_task_return_error (task, error);
}

/**
 * twf_desk_key_async:
 * @self: a desk
 * @act: what is to be done
 * @path: (nullable): for %TWF_DESK_KEY_USE: a file with a private key of OpenSSH, or with a public
 *   one whose private half its agent or a token has
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads, makes or chooses the key with which the desk's identity signs in this plan.
 */
void
twf_desk_key_async (TwfDesk *self,
                    TwfDeskKeyAct act,
                    const char *path,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task;
  KeyTask *key_task;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (act != TWF_DESK_KEY_USE || path != NULL);

  task = twf_desk_start (self, twf_desk_key_async, cancellable, callback, user_data);
  key_task = g_new0 (KeyTask, 1);
  key_task->act = act;
  key_task->path = g_strdup (path);
  key_task->plan = g_strdup (twf_repository_get_path (self->repository));
  key_task->identity = g_strdup (self->identity);
  g_task_set_task_data (task, key_task, (GDestroyNotify)free_key_task);
  twf_desk_run (self, task, run);
}

/**
 * twf_desk_key_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfSigningKey): the key that is used, or those that there
 *   are; empty: none
 * Errors: as twf_key_read(), twf_key_create() and twf_signer_set()
 */
GPtrArray *
twf_desk_key_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * twf_desk_set_signer:
 * @self: a desk
 * @key: (nullable): the file of a key; %NULL: as the settings say
 *
 * Says with what is signed that the desk saves from now on.
 */
void
twf_desk_set_signer (TwfDesk *self, const char *key)
{
  g_return_if_fail (TWF_IS_DESK (self));

  g_free (self->signer);
  self->signer = g_strdup (key);
}
