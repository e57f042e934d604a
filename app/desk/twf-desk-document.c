/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-error.h"
#include "twf-format.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_BYTES (256u * 1024)

typedef struct
{
  TwfExportKind kind;
  char *language;
  char *path; /* nullable: the bytes are asked for */
  char *revision;
  GHashTable *files; /* char* path -> GBytes* (both owned): the plan as it stands */
} Exporting;

static void
free_exporting (Exporting *exporting)
{
  g_free (exporting->language);
  g_free (exporting->path);
  g_free (exporting->revision);
  g_hash_table_unref (exporting->files);
  g_free (exporting);
}

/* Writes into what is there and is no file, a pipe or a device, which must not be replaced. */
static gboolean
write_into (const char *path, const char *data, gsize size, GError **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gsize written = 0;
  gssize count = 0;

  while (fd >= 0 && written < size && count >= 0)
    {
      count = write (fd, data + written, size - written);
      if (count < 0 && errno == EINTR)
        count = 0;
      written += (gsize)MAX (count, 0);
    }
  if (fd < 0 || count < 0)
    twf_error_set_from_errno (error, errno, path);
  if (fd >= 0)
    close (fd);
  return fd >= 0 && written == size;
}

static gboolean
write_out (const char *path, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  struct stat there;
  g_autofree char *resolved = NULL;

  if (stat (path, &there) == 0 && !S_ISREG (there.st_mode) && !S_ISDIR (there.st_mode))
    return write_into (path, data, size, error);
  /* A link stays a link: what it leads to is replaced. */
  resolved = realpath (path, NULL);
  if (g_file_set_contents_full (resolved != NULL ? resolved : path,
                                data != NULL ? data : "",
                                (gssize)size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0666,
                                error))
    return TRUE;
  twf_error_convert (error);
  return FALSE;
}

static GBytes *
make_export (Exporting *exporting, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfPlan) plan = twf_format_read_plan (exporting->files, error);

  if (plan == NULL)
    return NULL;
  return twf_export_plan (plan, exporting->kind, exporting->language, cancellable, error);
}

static void
export_plan (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Exporting *exporting = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_export (exporting, cancellable, &error);

  if (bytes != NULL && exporting->path != NULL)
    write_out (exporting->path, bytes, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify)g_bytes_unref);
}

/**
 * twf_desk_export_async:
 * @self: a desk
 * @kind: as what
 * @language: one of the plan's languages
 * @path: (nullable): the file to write; %NULL: twf_desk_export_bytes_finish() gives the bytes
 * @cancellable: (nullable): ends it; then there is no file
 * @callback: called when the file is there
 * @user_data: for @callback
 *
 * Exports the plan as it stands on the desk, saved or not. What crosses to the worker is the plan
 * in its stored form: an immutable value.
 */
void
twf_desk_export_async (TwfDesk *self,
                       TwfExportKind kind,
                       const char *language,
                       const char *path,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  Exporting *exporting;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (language != NULL);

  task = twf_desk_start (self, twf_desk_export_async, cancellable, callback, user_data);
  exporting = g_new0 (Exporting, 1);
  exporting->kind = kind;
  exporting->language = g_strdup (language);
  exporting->path = g_strdup (path);
  exporting->files = twf_files_new ();
  twf_format_write_plan (self->plan, exporting->files);
  g_task_set_task_data (task, exporting, (GDestroyNotify)free_exporting);
  twf_desk_run (self, task, export_plan);
}

/**
 * twf_desk_export_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Errors: as twf_export_plan(); what the system says of the file
 */
gboolean
twf_desk_export_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GBytes) bytes = twf_desk_export_bytes_finish (self, result, error);

  return bytes != NULL;
}

/**
 * twf_desk_export_bytes_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the document
 * Errors: as twf_desk_export_finish()
 */
GBytes *
twf_desk_export_bytes_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * twf_read_foreign_file:
 * @path: a file; "-": standard input
 * @most: how many bytes there may be
 * @cancellable: (nullable): ends the reading
 * @error: return location
 *
 * Reads a file that somebody else made. Reading ends just past @most, whatever the file says of
 * its own size: a pipe or a sparse file of a hundred megabytes costs no more. Blocks.
 *
 * Returns: (transfer full): the bytes
 * Errors: TWF_ERROR_TOO_LARGE if there are more; TWF_ERROR_EMPTY if there are none; what the
 *   system says
 */
GBytes *
twf_read_foreign_file (const char *path, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gboolean is_input = g_str_equal (path, "-");
  int fd = is_input ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  gssize n = fd < 0 ? -1 : 1;

  while (n > 0 && array->len <= most && !g_cancellable_is_cancelled (cancellable))
    {
      n = read (fd, chunk, MIN (CHUNK_BYTES, most + 1 - array->len));
      if (n > 0)
        g_byte_array_append (array, chunk, (guint)n);
      else if (n < 0 && errno == EINTR)
        n = 1;
    }
  if (n < 0)
    twf_error_set_from_errno (error, errno, path);
  if (fd >= 0 && !is_input)
    close (fd);
  if (n < 0 || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (array->len > most)
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_TOO_LARGE,
                 "%s: more than %" G_GSIZE_FORMAT " bytes",
                 path,
                 most);
  else if (array->len == 0)
    g_set_error (error, TWF_ERROR, TWF_ERROR_EMPTY, "%s", path);
  else
    return g_byte_array_free_to_bytes (g_steal_pointer (&array));
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
