/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-document-check.h"

#include "twf-desk-private.h"

#include "twf-error.h"

#include <string.h>

/**
 * twf_checked_files_free:
 * @self: (transfer full): what was found
 */
void
twf_checked_files_free (TwfCheckedFiles *self)
{
  g_strfreev (self->paths);
  g_clear_pointer (&self->check, twf_document_check_free);
  g_free (self);
}

static int
compare_paths (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

static gboolean
is_document (const char *name)
{
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".akn");
}

/* The documents in a folder, in the order of their names; those in folders under it are not looked
 * at. */
static GPtrArray *
list_folder (const char *path, GError **error)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  GPtrArray *paths;
  const char *name;

  if (folder == NULL)
    return NULL;
  paths = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (is_document (name))
      g_ptr_array_add (paths, g_build_filename (path, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

/**
 * twf_desk_is_documents:
 * @path: what somebody named
 *
 * Blocks.
 *
 * Returns: whether it is a file, or a folder in which there are Akoma Ntoso files, and no plan
 */
gboolean
twf_desk_is_documents (const char *path)
{
  g_autofree char *head = g_build_filename (path, "HEAD", NULL);
  g_autoptr (GPtrArray) found = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  if (g_file_test (head, G_FILE_TEST_EXISTS))
    return FALSE;
  found = list_folder (path, NULL);
  return found != NULL && found->len > 0;
}

static GStrv
list_files (const char *const *paths, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) found = NULL;

      if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
        {
          g_strv_builder_add (builder, paths[i]);
          continue;
        }
      found = list_folder (paths[i], error);
      if (found == NULL)
        return NULL;
      for (guint k = 0; k < found->len; k++)
        g_strv_builder_add (builder, found->pdata[k]);
    }
  return g_strv_builder_end (builder);
}

static TwfCheckedFiles *
check_all (const char *const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfCheckedFiles) self = g_new0 (TwfCheckedFiles, 1);
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  self->paths = list_files (paths, error);
  if (self->paths == NULL)
    return NULL;
  for (guint i = 0; self->paths[i] != NULL; i++)
    {
      GBytes *document
          = twf_read_foreign_file (self->paths[i], TWF_IMPORT_MOST_BYTES, cancellable, error);

      if (document == NULL)
        {
          g_prefix_error (error, "%s: ", self->paths[i]);
          return NULL;
        }
      g_ptr_array_add (bytes, document);
    }
  self->check = twf_documents_check (bytes, (const char *const *)self->paths, cancellable, error);
  return self->check != NULL ? g_steal_pointer (&self) : NULL;
}

static void
check_documents (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TwfCheckedFiles *checked = check_all (data, cancellable, &error);

  if (checked != NULL)
    g_task_return_pointer (task, checked, (GDestroyNotify)twf_checked_files_free);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_check_documents_async:
 * @paths: Akoma Ntoso files, and folders with such
 * @cancellable: (nullable): ends it
 * @callback: called with what was found
 * @user_data: for @callback
 *
 * Holds the languages of documents against each other. Needs no open plan and writes nothing.
 */
void
twf_desk_check_documents_async (const char *const *paths,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (paths != NULL);

  g_task_set_source_tag (task, twf_desk_check_documents_async);
  g_task_set_task_data (task, g_strdupv ((char **)paths), (GDestroyNotify)g_strfreev);
  g_task_run_in_thread (task, check_documents);
}

/**
 * twf_desk_check_documents_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what was found
 * Errors: as twf_documents_check() and for a file that is empty, too large or cannot be read
 */
TwfCheckedFiles *
twf_desk_check_documents_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
