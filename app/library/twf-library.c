/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-library"

#include "config.h"

#include "twf-library-private.h"

#include "twf-error.h"
#include "twf-language.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Raised whenever the tables are other than before. */
#define FORMAT "1"

/* Somebody else is writing: a transaction of theirs takes a second or two. */
#define PATIENCE_MS 10000

static const char schema[]
    = "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
      "CREATE TABLE folder (path TEXT PRIMARY KEY, looked INTEGER NOT NULL) WITHOUT ROWID;"
      "CREATE TABLE language (id INTEGER PRIMARY KEY, tag TEXT UNIQUE NOT NULL);"
      "CREATE TABLE work (id INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, symbol TEXT, date "
      "TEXT);"
      "CREATE TABLE file (path TEXT PRIMARY KEY, folder TEXT NOT NULL, size INTEGER NOT NULL,"
      " changed INTEGER NOT NULL, work INTEGER, language TEXT, title TEXT, trouble TEXT);"
      "CREATE INDEX file_work ON file (work);"
      "CREATE INDEX file_folder ON file (folder);"
      "CREATE TABLE passage (id INTEGER PRIMARY KEY, place TEXT NOT NULL, text TEXT NOT NULL);"
      "CREATE TABLE frequent (language INTEGER, term TEXT, n INTEGER, PRIMARY KEY (language, term))"
      " WITHOUT ROWID;";

/**
 * twf_library_dup_path:
 *
 * Returns: (transfer full): where the index of whoever runs this stands
 */
char *
twf_library_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "tawafuq", "agreed-language.index", NULL);
}

/**
 * twf_library_fail:
 * @self: an index with which something went wrong
 * @error: return location
 *
 * Returns: FALSE, with what SQLite says of it
 */
gboolean
twf_library_fail (TwfLibrary *self, GError **error)
{
  TwfError code;

  switch (sqlite3_errcode (self->db))
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      code = TWF_ERROR_BUSY;
      break;
    case SQLITE_FULL:
      code = TWF_ERROR_NO_SPACE;
      break;
    case SQLITE_READONLY:
      code = TWF_ERROR_READ_ONLY;
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      code = TWF_ERROR_DENIED;
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_SCHEMA:
    case SQLITE_ERROR: /* a table that is not there */
      code = TWF_ERROR_DAMAGED;
      break;
    default:
      code = TWF_ERROR_IO;
    }
  g_set_error (error, TWF_ERROR, code, "%s: %s", self->path, sqlite3_errmsg (self->db));
  return FALSE;
}

/**
 * twf_library_run:
 * @self: an index
 * @sql: statements without values
 * @error: return location
 *
 * Returns: whether they were done
 */
gboolean
twf_library_run (TwfLibrary *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return twf_library_fail (self, error);
}

/**
 * twf_library_query:
 * @self: an index
 * @sql: one statement
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the statement, with no values bound; prepared once
 */
sqlite3_stmt *
twf_library_query (TwfLibrary *self, const char *sql, GError **error)
{
  sqlite3_stmt *query = g_hash_table_lookup (self->queries, sql);

  if (query != NULL)
    {
      sqlite3_reset (query);
      sqlite3_clear_bindings (query);
      return query;
    }
  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &query, NULL) != SQLITE_OK)
    {
      twf_library_fail (self, error);
      return NULL;
    }
  g_hash_table_insert (self->queries, g_strdup (sql), query);
  return query;
}

/**
 * twf_library_step:
 * @self: an index
 * @query: a statement
 * @error: return location
 *
 * Returns: whether there is a row; at the end of rows FALSE and no error
 */
gboolean
twf_library_step (TwfLibrary *self, sqlite3_stmt *query, GError **error)
{
  int status = sqlite3_step (query);

  if (status == SQLITE_ROW)
    return TRUE;
  if (status != SQLITE_DONE)
    twf_library_fail (self, error);
  sqlite3_reset (query);
  return FALSE;
}

/**
 * twf_library_do:
 * @self: an index
 * @query: a statement that gives no rows
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
twf_library_do (TwfLibrary *self, sqlite3_stmt *query, GError **error)
{
  gboolean done = sqlite3_step (query) == SQLITE_DONE;

  if (!done)
    twf_library_fail (self, error);
  sqlite3_reset (query);
  return done;
}

/**
 * twf_library_run_with:
 * @self: an index
 * @sql: one statement that gives no rows
 * @one: its first value
 * @other: (nullable): its second
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
twf_library_run_with (TwfLibrary *self,
                      const char *sql,
                      const char *one,
                      const char *other,
                      GError **error)
{
  sqlite3_stmt *query = twf_library_query (self, sql, error);

  if (query == NULL)
    return FALSE;
  twf_library_bind_text (query, 1, one);
  if (other != NULL)
    twf_library_bind_text (query, 2, other);
  return twf_library_do (self, query, error);
}

/**
 * twf_library_bind_text:
 * @query: a statement
 * @index: which of its values, from 1
 * @text: (nullable): what is to stand until the statement was done
 */
void
twf_library_bind_text (sqlite3_stmt *query, int index, const char *text)
{
  if (text == NULL)
    sqlite3_bind_null (query, index);
  else
    sqlite3_bind_text (query, index, text, (int)strlen (text), SQLITE_STATIC);
}

/**
 * twf_library_dup_column:
 * @query: a statement that is at a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the text there
 */
char *
twf_library_dup_column (sqlite3_stmt *query, int column)
{
  return g_strdup ((const char *)sqlite3_column_text (query, column));
}

/**
 * twf_library_find_language:
 * @self: an index
 * @tag: a language
 *
 * Returns: its number; -1 if nothing is indexed in it
 */
int
twf_library_find_language (TwfLibrary *self, const char *tag)
{
  guint number;

  if (!g_ptr_array_find_with_equal_func (self->languages, tag, g_str_equal, &number))
    return -1;
  return (int)number;
}

/**
 * twf_library_add_language:
 * @self: an index, in a transaction
 * @tag: a language
 * @error: return location
 *
 * Gives a language its number and the table of its words. Each has one of its own, so that a word
 * of one is not looked for among those of five others.
 *
 * Returns: its number, or -1
 */
int
twf_library_add_language (TwfLibrary *self, const char *tag, GError **error)
{
  int number = twf_library_find_language (self, tag);
  g_autofree char *sql = NULL;
  sqlite3_stmt *query;

  if (number >= 0)
    return number;
  number = (int)self->languages->len;
  if (number == (int)TWF_PASSAGE_MOST_LANGUAGES)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_TOO_LARGE, "more than %d languages", number);
      return -1;
    }
  sql = g_strdup_printf ("CREATE VIRTUAL TABLE words_%d USING fts5 (terms, content='', "
                         "columnsize=0, tokenize='ascii');"
                         "INSERT INTO words_%d (words_%d, rank) VALUES ('hashsize', 33554432);",
                         number,
                         number,
                         number);
  query = twf_library_query (self, "INSERT INTO language (id, tag) VALUES (?, ?)", error);
  if (query == NULL || !twf_library_run (self, sql, error))
    return -1;
  sqlite3_bind_int (query, 1, number);
  twf_library_bind_text (query, 2, tag);
  if (!twf_library_do (self, query, error))
    return -1;
  g_ptr_array_add (self->languages, g_strdup (tag));
  return number;
}

/**
 * twf_library_read_languages:
 * @self: an index
 * @error: return location
 *
 * Looks which languages there are: somebody else may have added one.
 *
 * Returns: whether that could be read
 */
gboolean
twf_library_read_languages (TwfLibrary *self, GError **error)
{
  sqlite3_stmt *query = twf_library_query (self, "SELECT tag FROM language ORDER BY id", error);
  g_autoptr (GError) problem = NULL;

  if (query == NULL)
    return FALSE;
  g_ptr_array_set_size (self->languages, 0);
  while (twf_library_step (self, query, &problem))
    g_ptr_array_add (self->languages, twf_library_dup_column (query, 0));
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static char *
dup_making (void)
{
  return g_strconcat (FORMAT " ", twf_terms_get_making (), NULL);
}

static gboolean
check_making (TwfLibrary *self, GError **error)
{
  sqlite3_stmt *query
      = twf_library_query (self, "SELECT value FROM about WHERE key = 'making'", error);
  g_autofree char *making = dup_making ();
  g_autofree char *found = NULL;

  if (query == NULL)
    return FALSE;
  if (twf_library_step (self, query, NULL))
    found = twf_library_dup_column (query, 0);
  sqlite3_reset (query);
  if (g_strcmp0 (found, making) == 0)
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_CHANGED,
               "%s: made by another version (%s)",
               self->path,
               found != NULL ? found : "unknown");
  return FALSE;
}

static void
finalize_query (gpointer data)
{
  sqlite3_finalize (data);
}

static TwfLibrary *
open_database (const char *path, int flags, GError **error)
{
  TwfLibrary *self = g_new0 (TwfLibrary, 1);
  int status;

  self->path = g_strdup (path);
  self->languages = g_ptr_array_new_with_free_func (g_free);
  self->queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_query);
  status = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (status == SQLITE_OK)
    {
      sqlite3_busy_timeout (self->db, PATIENCE_MS);
      /* What stands in the file is read as data and never as a function to call. */
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
      if (twf_library_run (
              self, "PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824;", error))
        return self;
    }
  else
    {
      twf_library_fail (self, error);
    }
  twf_library_close (self);
  return NULL;
}

/**
 * twf_library_open:
 * @path: where the index stands
 * @error: return location
 *
 * Opens an index for reading. Blocks.
 *
 * Returns: (transfer full) (nullable): the index
 * Errors: TWF_ERROR_NOT_FOUND where nothing was indexed yet; TWF_ERROR_CHANGED if another version
 *   made it, TWF_ERROR_DAMAGED if it cannot be read: in both cases indexing makes it anew
 */
TwfLibrary *
twf_library_open (const char *path, GError **error)
{
  g_autoptr (TwfLibrary) self = NULL;

  if (g_access (path, R_OK) < 0)
    {
      twf_error_set_from_errno (error, errno, path);
      return NULL;
    }
  self = open_database (path, SQLITE_OPEN_READWRITE, NULL);
  if (self == NULL)
    self = open_database (path, SQLITE_OPEN_READONLY, error);
  if (self == NULL || !check_making (self, error) || !twf_library_read_languages (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
lay_out (TwfLibrary *self, GError **error)
{
  g_autofree char *making = dup_making ();
  g_autofree char *about = g_strdup_printf ("INSERT INTO about VALUES ('making', '%s');", making);

  return twf_library_run (self, "BEGIN IMMEDIATE", error) && twf_library_run (self, schema, error)
         && twf_library_run (self, about, error) && twf_library_run (self, "COMMIT", error);
}

static void
remove_all (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

static TwfLibrary *
open_to_write (const char *path, GError **error)
{
  g_autoptr (TwfLibrary) self
      = open_database (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  sqlite3_stmt *query;
  gboolean empty;

  /* A run that is cut off leaves what it had committed, whatever the machine does then. */
  if (self == NULL
      || !twf_library_run (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;", error))
    return NULL;
  query = twf_library_query (self, "SELECT 1 FROM sqlite_master LIMIT 1", error);
  if (query == NULL)
    return NULL;
  empty = !twf_library_step (self, query, NULL);
  sqlite3_reset (query);
  if (empty && !lay_out (self, error))
    return NULL;
  if (!check_making (self, error) || !twf_library_read_languages (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* The folders that an index names that is to be made anew; none where it cannot tell. */
static GPtrArray *
list_known_folders (const char *path)
{
  g_autoptr (TwfLibrary) self = open_database (path, SQLITE_OPEN_READWRITE, NULL);
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *query
      = self != NULL ? twf_library_query (self, "SELECT path FROM folder", NULL) : NULL;

  while (query != NULL && twf_library_step (self, query, NULL))
    g_ptr_array_add (folders, twf_library_dup_column (query, 0));
  return folders;
}

static void
keep_folders (TwfLibrary *self, GPtrArray *folders)
{
  sqlite3_stmt *query = twf_library_query (self, "INSERT INTO folder VALUES (?, 0)", NULL);

  for (guint i = 0; i < folders->len && query != NULL; i++)
    {
      twf_library_bind_text (query, 1, folders->pdata[i]);
      twf_library_do (self, query, NULL);
    }
}

/**
 * twf_library_open_to_write:
 * @path: where the index stands or is to stand
 * @error: return location
 *
 * Opens an index to change it, and makes it where it is not there, is damaged or was made by
 * another version: everything in it can be read again from the folders, which it goes on knowing.
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the index
 * Errors: as the disk has them
 */
TwfLibrary *
twf_library_open_to_write (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) known = NULL;
  TwfLibrary *self;
  int file;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      twf_error_set_from_errno (error, errno, folder);
      return NULL;
    }
  /* What one looks for is nobody else's affair; SQLite would make it readable for all. */
  file = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0)
    close (file);
  self = open_to_write (path, &problem);
  if (self != NULL)
    return self;
  if (!g_error_matches (problem, TWF_ERROR, TWF_ERROR_DAMAGED)
      && !g_error_matches (problem, TWF_ERROR, TWF_ERROR_CHANGED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  known = list_known_folders (path);
  remove_all (path);
  self = open_to_write (path, error);
  if (self != NULL)
    keep_folders (self, known);
  return self;
}

/**
 * twf_library_close:
 * @self: (nullable): an index
 */
void
twf_library_close (TwfLibrary *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->queries);
  sqlite3_close_v2 (self->db);
  g_ptr_array_unref (self->languages);
  g_clear_pointer (&self->terms, twf_terms_free);
  g_free (self->path);
  g_free (self);
}
