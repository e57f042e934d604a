/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-library"

#include "config.h"

#include "twf-library-private.h"

/**
 * twf_library_list_paths:
 * @self: an index
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the folders that it knows, by path
 * Errors: as twf_library_fail()
 */
GPtrArray *
twf_library_list_paths (TwfLibrary *self, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) problem = NULL;
  sqlite3_stmt *query = twf_library_query (self, "SELECT path FROM folder ORDER BY path", error);

  if (query == NULL)
    return NULL;
  while (twf_library_step (self, query, &problem))
    g_ptr_array_add (paths, twf_library_dup_column (query, 0));
  if (problem == NULL)
    return g_steal_pointer (&paths);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static void
free_folder (gpointer data)
{
  TwfLibraryFolder *folder = data;

  g_free (folder->path);
  g_free (folder);
}

/**
 * twf_library_list:
 * @self: an index
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TwfLibraryFolder): the folders that are
 * indexed, by path. Blocks.
 * Errors: TWF_ERROR_DAMAGED and as the disk has them
 */
GPtrArray *
twf_library_list (TwfLibrary *self, GError **error)
{
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (free_folder);
  g_autoptr (GError) problem = NULL;
  sqlite3_stmt *query = twf_library_query (
      self,
      "SELECT folder.path, looked, count(work), count(trouble), count(DISTINCT work) FROM folder"
      " LEFT JOIN file ON file.folder = folder.path GROUP BY folder.path ORDER BY folder.path",
      error);

  if (query == NULL)
    return NULL;
  while (twf_library_step (self, query, &problem))
    {
      TwfLibraryFolder *folder = g_new0 (TwfLibraryFolder, 1);

      folder->path = twf_library_dup_column (query, 0);
      folder->when = sqlite3_column_int64 (query, 1);
      folder->n_files = (guint)sqlite3_column_int (query, 2);
      folder->n_skipped = (guint)sqlite3_column_int (query, 3);
      folder->n_resolutions = (guint)sqlite3_column_int (query, 4);
      folder->gone = !g_file_test (folder->path, G_FILE_TEST_IS_DIR);
      g_ptr_array_add (folders, folder);
    }
  if (problem == NULL)
    return g_steal_pointer (&folders);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/**
 * twf_index_report_free:
 * @self: (nullable): what a run came to
 */
void
twf_index_report_free (TwfIndexReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->skipped);
  g_ptr_array_unref (self->gone);
  g_free (self);
}
