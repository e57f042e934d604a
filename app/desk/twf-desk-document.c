/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-error.h"
#include "twf-read.h"

static gboolean
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

/**
 * twf_read_foreign_file:
 * @path: a file; "-": standard input
 * @most: how many bytes there may be
 * @cancellable: (nullable): ends the reading
 * @error: return location
 *
 * As twf_read_file(), for work that can be stopped. Blocks.
 *
 * Returns: (transfer full): the bytes
 * Errors: as twf_read_file(); %G_IO_ERROR_CANCELLED
 */
GBytes *
twf_read_foreign_file (const char *path, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = twf_read_file (path, most, is_cancelled, cancellable, error);

  if (!g_cancellable_is_cancelled (cancellable))
    return g_steal_pointer (&bytes);
  g_clear_error (error);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

typedef struct
{
  GStrv paths;
  GPtrArray *languages; /* char* (owned, nullable), in step with paths, then NULL */
} Reading;

static void
free_reading (Reading *reading)
{
  g_strfreev (reading->paths);
  g_ptr_array_unref (reading->languages);
  g_free (reading);
}

static TwfDraft *
read_all (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  for (gsize i = 0; reading->paths[i] != NULL; i++)
    {
      GBytes *document
          = twf_read_foreign_file (reading->paths[i], TWF_IMPORT_MOST_BYTES, cancellable, error);

      if (document == NULL)
        return NULL;
      g_ptr_array_add (bytes, document);
    }
  return twf_import_read (
      bytes, (const char *const *)reading->languages->pdata, cancellable, error);
}

static void
read_documents (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TwfDraft *draft = read_all (data, cancellable, &error);

  if (draft != NULL)
    g_task_return_pointer (task, draft, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_read_documents_async:
 * @paths: documents; "-": standard input
 * @languages: (nullable): their languages in step; an entry %NULL: what the document says itself
 * @cancellable: (nullable): ends it
 * @callback: called with the proposal
 * @user_data: for @callback
 *
 * Reads one document, or the same in several languages, and proposes what each paragraph is. Needs
 * no open plan and changes none.
 */
void
twf_desk_read_documents_async (const char *const *paths,
                               const char *const *languages,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading;

  g_return_if_fail (paths != NULL);

  g_task_set_source_tag (task, twf_desk_read_documents_async);
  reading = g_new0 (Reading, 1);
  reading->paths = g_strdupv ((char **)paths);
  reading->languages = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (reading->languages, languages != NULL ? g_strdup (languages[i]) : NULL);
  g_ptr_array_add (reading->languages, NULL);
  g_task_set_task_data (task, reading, (GDestroyNotify)free_reading);
  g_task_run_in_thread (task, read_documents);
}

/**
 * twf_desk_read_documents_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the proposal
 * Errors: as twf_import_read() and for a file that is empty, too large or cannot be read
 */
TwfDraft *
twf_desk_read_documents_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
