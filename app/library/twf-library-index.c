/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-library"

#include "config.h"

#include "twf-library-private.h"

#include "twf-clock.h"
#include "twf-error.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Resolutions that are read ahead of the one that is written: memory, and nothing gained. */
#define MOST_AHEAD 24

/* How long a transaction goes on: what a run that is killed loses. */
#define TRANSACTION_USEC (3 * G_USEC_PER_SEC)

static void
free_skipped (gpointer data)
{
  TwfSkipped *skipped = data;

  g_free (skipped->path);
  g_free (skipped->why);
  g_free (skipped);
}

/* One run. */
typedef struct
{
  TwfLibrary *library;
  GPtrArray *folders;    /* paths that are looked through (owned) */
  GPtrArray *files;      /* of TwfLibraryFile: what stands in them, and what else is read anew */
  GHashTable *known;     /* path -> TwfLibraryFile in the index (owned) */
  GHashTable *works;     /* key -> TwfLibraryWork that is to be read anew (owned) */
  const char *forgotten; /* nullable: a folder that is taken to be empty */
  GCancellable *cancellable;
  TwfIndexProgress progress;
  gpointer user_data;
  TwfIndexReport *report; /* borrowed */
} Run;

static gboolean
is_within (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0
         && (path[length] == '\0' || path[length] == '/' || g_str_equal (folder, "/"));
}

static TwfLibraryFile *
read_row (sqlite3_stmt *query)
{
  TwfLibraryFile *file = g_new0 (TwfLibraryFile, 1);

  file->path = twf_library_dup_column (query, 0);
  file->folder = twf_library_dup_column (query, 1);
  file->size = sqlite3_column_int64 (query, 2);
  file->changed = sqlite3_column_int64 (query, 3);
  file->work = twf_library_dup_column (query, 4);
  file->language = twf_library_dup_column (query, 5);
  file->trouble = twf_library_dup_column (query, 6);
  file->alike = TRUE;
  return file;
}

static gboolean
load_known (Run *run, GError **error)
{
  g_autoptr (GError) problem = NULL;
  sqlite3_stmt *query
      = twf_library_query (run->library,
                           "SELECT path, folder, size, changed, work.key, language, "
                           "trouble FROM file LEFT JOIN work ON work.id = work",
                           error);

  if (query == NULL)
    return FALSE;
  while (twf_library_step (run->library, query, &problem))
    {
      TwfLibraryFile *file = read_row (query);

      g_hash_table_insert (run->known, file->path, file);
    }
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
remember_folder (Run *run, const char *folder, gboolean looked, GError **error)
{
  sqlite3_stmt *query = twf_library_query (
      run->library, "INSERT OR REPLACE INTO folder (path, looked) VALUES (?, ?)", error);

  if (query == NULL)
    return FALSE;
  twf_library_bind_text (query, 1, folder);
  sqlite3_bind_int64 (query, 2, looked ? twf_clock_now () : 0);
  return twf_library_do (run->library, query, error);
}

static void
want_folder (GPtrArray *folders, const char *path)
{
  if (!g_ptr_array_find_with_equal_func (folders, path, g_str_equal, NULL))
    g_ptr_array_add (folders, g_strdup (path));
}

/* What is asked for, each as the index is to know it: a folder in one that is indexed is looked
 * through with that, one that holds some takes their place. */
static gboolean
settle_folders (Run *run, const char *const *asked, GError **error)
{
  g_autoptr (GPtrArray) known = twf_library_list_paths (run->library, error);

  if (known == NULL)
    return FALSE;
  for (guint i = 0; asked == NULL && i < known->len; i++)
    want_folder (run->folders, known->pdata[i]);
  for (guint k = 0; asked != NULL && asked[k] != NULL; k++)
    {
      g_autofree char *path = realpath (asked[k], NULL);
      const char *wanted = path;

      if (path == NULL)
        {
          twf_error_set_from_errno (error, errno, asked[k]);
          return FALSE;
        }
      for (guint i = 0; i < known->len; i++)
        if (is_within (path, known->pdata[i]))
          wanted = known->pdata[i];
      want_folder (run->folders, wanted);
    }
  return TRUE;
}

/* A folder that is looked through for the first time takes over those in it. */
static gboolean
absorb (Run *run, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) known = twf_library_list_paths (run->library, error);

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    {
      if (g_str_equal (known->pdata[i], folder) || !is_within (known->pdata[i], folder))
        continue;
      if (!twf_library_run_with (run->library,
                                 "UPDATE file SET folder = ?1 WHERE folder = ?2",
                                 folder,
                                 known->pdata[i],
                                 error)
          || !twf_library_run_with (
              run->library, "DELETE FROM folder WHERE path = ?", known->pdata[i], NULL, error))
        return FALSE;
    }
  return TRUE;
}

static TwfLibraryWork *
want_work (Run *run, const char *key)
{
  TwfLibraryWork *work = g_hash_table_lookup (run->works, key);

  if (work == NULL)
    {
      work = twf_library_work_new (key);
      g_hash_table_insert (run->works, work->key, work);
    }
  return work;
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(TwfLibraryFile *const *)a)->path, (*(TwfLibraryFile *const *)b)->path);
}

/* Looks through a folder; what is new or changed there wants its resolution read anew. */
static gboolean
look_through (Run *run, const char *folder, GHashTable *seen, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GError) problem = NULL;

  if (!twf_library_scan (folder, files, run->cancellable, &problem))
    {
      g_ptr_array_foreach (files, (GFunc)(void (*) (void))twf_library_file_free, NULL);
      if (problem->domain != TWF_ERROR || problem->code == TWF_ERROR_TOO_LARGE)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      g_ptr_array_add (run->report->gone, g_strdup (folder));
      return TRUE;
    }
  if (!absorb (run, folder, error) || !remember_folder (run, folder, TRUE, error))
    {
      g_ptr_array_foreach (files, (GFunc)(void (*) (void))twf_library_file_free, NULL);
      return FALSE;
    }
  g_hash_table_add (seen, (gpointer)folder);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (run->files, files->pdata[i]);
  return TRUE;
}

static gboolean
settle_files (Run *run, GError **error)
{
  g_ptr_array_sort (run->files, compare_files);
  for (guint i = 0; i < run->files->len; i++)
    {
      TwfLibraryFile *file = run->files->pdata[i];
      const TwfLibraryFile *before = g_hash_table_lookup (run->known, file->path);

      if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
        return FALSE;
      file->alike
          = before != NULL && before->size == file->size && before->changed == file->changed;
      file->work = file->alike ? g_strdup (before->work) : twf_library_read_head (file->path);
      if (file->alike)
        {
          file->trouble = g_strdup (before->trouble);
          continue;
        }
      run->report->n_read++;
      if (file->work == NULL)
        file->work = g_strdup (file->path);
      want_work (run, file->work);
      if (before != NULL && before->work != NULL)
        want_work (run, before->work);
    }
  return TRUE;
}

/* What is known and stands there no more wants its resolution read anew from what is left. */
static gboolean
settle_gone (Run *run, GHashTable *seen, GError **error)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < run->files->len; i++)
    g_hash_table_add (there, ((TwfLibraryFile *)run->files->pdata[i])->path);
  g_hash_table_iter_init (&iter, run->known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfLibraryFile *file = value;
      gboolean looked = FALSE;

      for (guint i = 0; i < run->folders->len; i++)
        looked |= g_hash_table_contains (seen, run->folders->pdata[i])
                  && is_within (file->path, run->folders->pdata[i]);
      if (!looked || g_hash_table_contains (there, file->path))
        continue;
      /* Together with what its resolution comes to be, or the index would keep its words for ever.
       */
      if (file->work != NULL)
        g_ptr_array_add (want_work (run, file->work)->gone, g_strdup (file->path));
      else if (!twf_library_remove_file (run->library, file->path, error))
        return FALSE;
      g_hash_table_iter_remove (&iter);
    }
  return TRUE;
}

/* Hands each resolution that is wanted its files: those that were looked at, and those of folders
 * that were not. */
static void
gather_files (Run *run)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < run->files->len; i++)
    {
      TwfLibraryFile *file = run->files->pdata[i];
      TwfLibraryWork *work
          = file->work != NULL ? g_hash_table_lookup (run->works, file->work) : NULL;

      g_hash_table_add (there, file->path);
      if (work != NULL)
        g_ptr_array_add (work->files, file);
    }
  g_hash_table_iter_init (&iter, run->known);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfLibraryFile *file = value;
      TwfLibraryWork *work
          = file->work != NULL ? g_hash_table_lookup (run->works, file->work) : NULL;

      if (work != NULL && !g_hash_table_contains (there, file->path))
        g_ptr_array_add (work->files, file);
    }
  g_hash_table_iter_init (&iter, run->works);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfLibraryWork *work = value;

      g_ptr_array_sort (work->files, compare_files);
      for (guint i = 0; i < work->files->len; i++)
        {
          TwfLibraryFile *file = work->files->pdata[i];

          g_clear_pointer (&file->language, g_free);
          g_clear_pointer (&file->title, g_free);
          g_clear_pointer (&file->trouble, g_free);
        }
    }
}

typedef struct
{
  GAsyncQueue *done; /* of TwfLibraryWork, lent */
  GCancellable *cancellable;
} Reading;

static void
read_cb (gpointer data, gpointer user_data)
{
  Reading *reading = user_data;

  if (!g_cancellable_is_cancelled (reading->cancellable))
    twf_library_work_read (data, reading->cancellable);
  g_async_queue_push (reading->done, data);
}

static gboolean
write_next (Run *run, TwfLibraryWork *work, gint64 *began, GError **error)
{
  gint64 now = g_get_monotonic_time ();

  if (*began == 0
      && (!twf_library_run (run->library, "BEGIN IMMEDIATE", error)
          || !twf_library_read_languages (run->library, error)))
    return FALSE;
  if (*began == 0)
    *began = now;
  if (!twf_library_write_work (run->library, work, error))
    return FALSE;
  if (now - *began < TRANSACTION_USEC)
    return TRUE;
  *began = 0;
  return twf_library_run (run->library, "COMMIT", error);
}

static int
compare_works (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(TwfLibraryWork *const *)a)->key, (*(TwfLibraryWork *const *)b)->key);
}

/* In an order that no table of addresses has a say in. */
static GPtrArray *
list_works (Run *run)
{
  GPtrArray *works = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, run->works);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (works, value);
  g_ptr_array_sort (works, compare_works);
  return works;
}

/* Several threads read, this one writes. What was written stays, whatever ends the run. */
static gboolean
read_and_write (Run *run, GPtrArray *works, GError **error)
{
  Reading reading = { g_async_queue_new (), run->cancellable };
  GThreadPool *pool = g_thread_pool_new (
      read_cb, &reading, (int)CLAMP (g_get_num_processors (), 1, 8), TRUE, NULL);
  gint64 began = 0;
  guint next = 0;
  gboolean well = TRUE;

  for (guint done = 0; done < next || (well && done < works->len); done++)
    {
      TwfLibraryWork *work;

      while (well && next < works->len && next - done < MOST_AHEAD)
        g_thread_pool_push (pool, works->pdata[next++], NULL);
      work = g_async_queue_pop (reading.done);
      if (well && g_cancellable_set_error_if_cancelled (run->cancellable, error))
        well = FALSE;
      if (well)
        well = write_next (run, work, &began, error);
      g_ptr_array_set_size (work->passages, 0);
      if (well && run->progress != NULL)
        run->progress (done + 1, works->len, run->user_data);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  g_async_queue_unref (reading.done);
  /* Whatever was written whole stays; a resolution that was half written ends with its run. */
  if (began != 0 && (well || g_cancellable_is_cancelled (run->cancellable)))
    {
      if (twf_library_run (run->library, "COMMIT", well ? error : NULL))
        return well;
      well = FALSE;
    }
  if (began != 0 && !sqlite3_get_autocommit (run->library->db))
    twf_library_run (run->library, "ROLLBACK", NULL);
  return well;
}

static gboolean
count (TwfLibrary *self, const char *sql, guint *n, GError **error)
{
  sqlite3_stmt *query = twf_library_query (self, sql, error);

  if (query == NULL || !twf_library_step (self, query, error))
    return FALSE;
  *n = (guint)sqlite3_column_int64 (query, 0);
  sqlite3_reset (query);
  return TRUE;
}

static gboolean
fill_report (Run *run, GError **error)
{
  for (guint i = 0; i < run->files->len; i++)
    {
      const TwfLibraryFile *file = run->files->pdata[i];
      TwfSkipped *skipped;

      if (file->trouble == NULL)
        continue;
      skipped = g_new0 (TwfSkipped, 1);
      skipped->path = g_strdup (file->path);
      skipped->why = g_strdup (file->trouble);
      g_ptr_array_add (run->report->skipped, skipped);
    }
  run->report->n_files = run->files->len;
  return count (run->library, "SELECT count(*) FROM work", &run->report->n_resolutions, error)
         && count (run->library, "SELECT count(*) FROM passage", &run->report->n_passages, error);
}

static gboolean
index_all (Run *run, const char *const *asked, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) works = NULL;

  if (run->forgotten != NULL)
    want_folder (run->folders, run->forgotten);
  else if (!settle_folders (run, asked, error))
    return FALSE;
  if (!load_known (run, error))
    return FALSE;
  if (run->progress != NULL)
    run->progress (0, 0, run->user_data);
  if (run->forgotten != NULL)
    g_hash_table_add (seen, run->folders->pdata[0]);
  for (guint i = 0; run->forgotten == NULL && i < run->folders->len; i++)
    if (!look_through (run, run->folders->pdata[i], seen, error))
      return FALSE;
  if (!settle_files (run, error) || !settle_gone (run, seen, error))
    return FALSE;
  gather_files (run);
  works = list_works (run);
  if (works->len > 0
      && (!read_and_write (run, works, error) || !twf_library_count_frequent (run->library, error)))
    return FALSE;
  return fill_report (run, error);
}

static TwfIndexReport *
start (Run *run, const char *const *asked, GError **error)
{
  g_autoptr (TwfIndexReport) report = g_new0 (TwfIndexReport, 1);
  gboolean done;

  run->report = report;
  report->skipped = g_ptr_array_new_with_free_func (free_skipped);
  report->gone = g_ptr_array_new_with_free_func (g_free);
  run->folders = g_ptr_array_new_with_free_func (g_free);
  run->files = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_library_file_free);
  run->known = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify)twf_library_file_free);
  run->works = g_hash_table_new_full (
      g_str_hash, g_str_equal, NULL, (GDestroyNotify)twf_library_work_free);
  done = index_all (run, asked, error);
  g_hash_table_unref (run->works);
  g_hash_table_unref (run->known);
  g_ptr_array_unref (run->files);
  g_ptr_array_unref (run->folders);
  return done ? g_steal_pointer (&report) : NULL;
}

/**
 * twf_library_index:
 * @self: an index that was opened to write
 * @folders: (nullable): folders; %NULL: those that are indexed already
 * @progress: (nullable) (scope call): told how far it is, on this thread
 * @user_data: for @progress
 * @cancellable: (nullable): ends it; what was read until then stays
 * @error: return location
 *
 * Reads the resolutions in folders of Akoma Ntoso files. Only what is new, changed or gone since
 * the last run is read; a file that cannot be is left out and told with the reason. A run that is
 * ended at any moment, even with the machine, is gone on with by the next. Blocks.
 *
 * Returns: (transfer full) (nullable): what came of it
 * Errors: TWF_ERROR_NOT_FOUND if a folder that was asked for is not there; TWF_ERROR_BUSY if
 *   somebody else is indexing; G_IO_ERROR_CANCELLED; as the disk has them
 */
TwfIndexReport *
twf_library_index (TwfLibrary *self,
                   const char *const *folders,
                   TwfIndexProgress progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Run run = {
    .library = self, .cancellable = cancellable, .progress = progress, .user_data = user_data
  };

  return start (&run, folders, error);
}

/**
 * twf_library_forget:
 * @self: an index that was opened to write
 * @folder: a folder that is indexed, there or not
 * @cancellable: (nullable): ends it; the folder is then still known
 * @error: return location
 *
 * Takes the texts of a folder out of the index. The folder itself is not touched. Blocks.
 *
 * Returns: whether it was done
 * Errors: TWF_ERROR_NOT_FOUND if it is not indexed; G_IO_ERROR_CANCELLED; as the disk has them
 */
gboolean
twf_library_forget (TwfLibrary *self, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) known = twf_library_list_paths (self, error);
  g_autofree char *path = realpath (folder, NULL);
  g_autoptr (TwfIndexReport) report = NULL;
  Run run = { .library = self, .cancellable = cancellable };

  if (known == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    if (g_str_equal (known->pdata[i], folder) || g_strcmp0 (known->pdata[i], path) == 0)
      run.forgotten = known->pdata[i];
  if (run.forgotten == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s: not indexed", folder);
      return FALSE;
    }
  report = start (&run, NULL, error);
  return report != NULL
         && twf_library_run_with (
             self, "DELETE FROM folder WHERE path = ?", run.forgotten, NULL, error);
}
