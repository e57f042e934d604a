/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-saving.h"

#include "twf-error.h"
#include "twf-format.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  TwfExportOrder order; /* its language is @language */
  char *language;
  char *path;          /* nullable: the bytes are asked for */
  char *revision;      /* what the plan stands on; NULL: files hold all of it */
  char *standing;      /* what the plan stands on, whatever holds it */
  GPtrArray *prefixes; /* char* (owned): what of it was edited since */
  GHashTable *files;   /* char* path -> GBytes* (both owned): how that stands now */
  gboolean is_unread;  /* the revision could not be read */
} Exporting;

static void
free_exporting (Exporting *exporting)
{
  g_free (exporting->language);
  g_free (exporting->path);
  g_free (exporting->revision);
  g_free (exporting->standing);
  g_ptr_array_unref (exporting->prefixes);
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

typedef struct
{
  TwfReader *reader;
  GHashTable *prefixes; /* set of char*: what was edited since */
} Standing;

static gboolean
add_standing (const char *path,
              const char *blob_id,
              GBytes *bytes,
              gpointer user_data,
              GError **error)
{
  Standing *standing = user_data;

  return twf_saving_writes (standing->prefixes, path)
         || twf_reader_add (standing->reader, path, bytes, error);
}

static TwfPlan *
read_as_it_stands (Exporting *exporting,
                   TwfRepository *repository,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();
  g_autoptr (GHashTable) prefixes = twf_saving_list_prefixes (exporting->prefixes);
  Standing standing = { reader, prefixes };
  GHashTableIter iter;
  gpointer path, bytes;
  TwfPlan *plan;

  if (exporting->revision != NULL
      && !twf_repository_read_tree (
          repository, exporting->revision, NULL, add_standing, &standing, cancellable, error))
    return NULL;
  g_hash_table_iter_init (&iter, exporting->files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    if (!twf_reader_add (reader, path, bytes, error))
      return NULL;
  plan = twf_reader_finish (reader, error);
  if (plan != NULL && exporting->standing != NULL)
    twf_desk_fix_numbers (repository, exporting->standing, plan);
  return plan;
}

static GBytes *
make_export (Exporting *exporting,
             TwfRepository *repository,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (TwfPlan) plan = read_as_it_stands (exporting, repository, cancellable, error);

  exporting->is_unread = plan == NULL;
  if (plan == NULL)
    return NULL;
  return twf_export_plan (plan, &exporting->order, cancellable, error);
}

static void
export_plan (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  Exporting *exporting = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_export (exporting, self->repository, cancellable, &error);

  if (bytes != NULL && exporting->path != NULL)
    write_out (exporting->path, bytes, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify)g_bytes_unref);
}

/* What crosses to the worker is a revision and what was edited since, in its stored form: writing
 * the whole of a large plan would hold the desk's thread for a tenth of a second. */
static Exporting *
exporting_new (TwfDesk *self, const TwfExportOrder *order, const char *path)
{
  Exporting *exporting = g_new0 (Exporting, 1);

  exporting->order = *order;
  exporting->order.language = exporting->language = g_strdup (order->language);
  exporting->path = g_strdup (path);
  exporting->standing = g_strdup (self->revision);
  exporting->prefixes = g_ptr_array_new_with_free_func (g_free);
  exporting->files = twf_files_new ();
  return exporting;
}

static void exported_cb (GObject *source, GAsyncResult *result, gpointer user_data);

static void
run_export (TwfDesk *self, GTask *task, Exporting *exporting)
{
  GTask *inner = g_task_new (self, g_task_get_cancellable (task), exported_cb, task);

  g_task_set_task_data (inner, exporting, (GDestroyNotify)free_exporting);
  twf_desk_run (self, inner, export_plan);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfDesk *self = TWF_DESK (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Exporting *exporting = g_task_get_task_data (G_TASK (result));
  GBytes *bytes = g_task_propagate_pointer (G_TASK (result), &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify)g_bytes_unref);
  else if (exporting->is_unread && exporting->revision != NULL
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* A plan whose folder is gone or damaged is still on the desk: all of it, then. */
      Exporting *whole = exporting_new (self, &exporting->order, exporting->path);

      twf_format_write_plan (self->plan, whole->files);
      run_export (self, g_steal_pointer (&task), whole);
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * twf_desk_export_async:
 * @self: a desk
 * @order: as what, and in which of the plan's languages
 * @path: (nullable): the file to write; %NULL: twf_desk_export_bytes_finish() gives the bytes
 * @cancellable: (nullable): ends it; then there is no file
 * @callback: called when the file is there
 * @user_data: for @callback
 *
 * Exports the plan as it stands on the desk, saved or not.
 */
void
twf_desk_export_async (TwfDesk *self,
                       const TwfExportOrder *order,
                       const char *path,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  Exporting *exporting;
  g_autoptr (TwfTouched) touched = NULL;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (order != NULL && order->language != NULL);

  task = twf_desk_start (self, twf_desk_export_async, cancellable, callback, user_data);
  exporting = exporting_new (self, order, path);
  exporting->revision = g_strdup (self->revision);
  touched = twf_touched_new ();
  twf_touched_merge (touched, self->touched);
  if (self->saving != NULL)
    twf_touched_merge (touched, self->saving);
  twf_touched_write (touched, self->plan, exporting->prefixes, exporting->files);
  run_export (self, task, exporting);
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
