/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-inbox.h"

#include "twf-desk-private.h"

#include "twf-clock.h"
#include "twf-error.h"

/* A file on its way in. */
typedef struct
{
  char *path;
  char *code;        /* of the delegation that receives; nullable */
  TwfAuthor *author; /* who receives */
} Receiving;

static void
free_receiving (Receiving *receiving)
{
  g_free (receiving->path);
  g_free (receiving->code);
  twf_author_free (receiving->author);
  g_free (receiving);
}

static TwfReceiveOptions
make_options (const Receiving *receiving)
{
  gint64 now = twf_clock_now ();

  return (TwfReceiveOptions){ .name = receiving->author->name,
                              .email = receiving->author->email,
                              .when = now,
                              .code = receiving->code,
                              .offset_minutes = twf_author_get_offset_minutes (now) };
}

static void
tell_progress (guint64 done, guint64 total, gpointer user_data)
{
  twf_desk_post_progress (user_data, total > 0 ? (double)done / (double)total : -1);
}

static void
return_receipts (GTask *task, GPtrArray *receipts, GError *error)
{
  if (receipts != NULL)
    g_task_return_pointer (task, receipts, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
run_receive (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = TWF_DESK (source);
  const Receiving *receiving = data;
  TwfReceiveOptions options = make_options (receiving);
  GError *error = NULL;
  GPtrArray *receipts = NULL;

  /* Asked of the folder: a desk for one question calls itself read-only. */
  if (!twf_repository_is_writable (self->repository))
    g_set_error (&error, TWF_ERROR, TWF_ERROR_READ_ONLY, "%s", self->path);
  else
    receipts = twf_receive_file (
        self->repository, receiving->path, &options, tell_progress, self, cancellable, &error);
  return_receipts (task, receipts, error);
}

/**
 * twf_desk_receive_async:
 * @self: a desk
 * @path: (type filename): a contribution file; "-": standard input
 * @cancellable: (nullable): ends it before anything is written
 * @callback: called when it is in, or refused
 * @user_data: for @callback
 *
 * Takes a contribution file in, as twf_receive_file() does.
 */
void
twf_desk_receive_async (TwfDesk *self,
                        const char *path,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  Receiving *receiving;

  g_return_if_fail (TWF_IS_DESK (self) && path != NULL);

  task = twf_desk_start (self, twf_desk_receive_async, cancellable, callback, user_data);
  receiving = g_new0 (Receiving, 1);
  receiving->path = g_strdup (path);
  receiving->code = g_strdup (self->identity);
  receiving->author = twf_author_new (self->plan, self->identity, NULL);
  g_task_set_task_data (task, receiving, (GDestroyNotify)free_receiving);
  twf_desk_run (self, task, run_receive);
}

/**
 * twf_desk_receive_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfReceipt): what became of each branch in the file
 * Errors: as twf_receive_file(); TWF_ERROR_READ_ONLY
 */
GPtrArray *
twf_desk_receive_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
