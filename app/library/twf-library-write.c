/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-library"

#include "config.h"

#include "twf-library-private.h"

#include <string.h>

/* Words in more paragraphs than this are noted: nothing is looked for by them alone. */
#define FREQUENT "2000"

static gint64
find_work (TwfLibrary *self, const char *key, GError **error)
{
  sqlite3_stmt *query = twf_library_query (self, "SELECT id FROM work WHERE key = ?", error);
  gint64 id = 0;

  if (query == NULL)
    return 0;
  twf_library_bind_text (query, 1, key);
  if (twf_library_step (self, query, error))
    id = sqlite3_column_int64 (query, 0);
  sqlite3_reset (query);
  return id;
}

/* One term list into or out of the index of a language. */
static gboolean
change_words (TwfLibrary *self,
              int language,
              gint64 passage,
              const char *terms,
              gboolean in,
              GError **error)
{
  g_autofree char *sql
      = in ? g_strdup_printf ("INSERT INTO words_%d (rowid, terms) VALUES (?, ?)", language)
           : g_strdup_printf (
               "INSERT INTO words_%d (words_%d, rowid, terms) VALUES ('delete', ?, ?)",
               language,
               language);
  sqlite3_stmt *query = twf_library_query (self, sql, error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, passage);
  twf_library_bind_text (query, 2, terms);
  return twf_library_do (self, query, error);
}

static char *
dup_terms (TwfLibrary *self, const char *text)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (TwfTerm));
  GString *joined = g_string_new (NULL);

  if (self->terms == NULL)
    self->terms = twf_terms_new ();
  twf_terms_cut (self->terms, text, terms);
  for (guint i = 0; i < terms->len; i++)
    g_string_append_printf (
        joined, "%s%s", i > 0 ? " " : "", g_array_index (terms, TwfTerm, i).folded);
  return g_string_free (joined, FALSE);
}

/**
 * twf_library_remove_work:
 * @self: an index, in a transaction
 * @work: the number of a resolution
 * @error: return location
 *
 * Takes the paragraphs of a resolution out. An index without texts of its own has to be told the
 * words that it is to forget; they are cut anew.
 *
 * Returns: whether it was done
 */
gboolean
twf_library_remove_work (TwfLibrary *self, gint64 work, GError **error)
{
  gint64 first = work << TWF_PASSAGE_WORK_SHIFT;
  gint64 end = (work + 1) << TWF_PASSAGE_WORK_SHIFT;
  g_autoptr (GError) problem = NULL;
  sqlite3_stmt *query
      = twf_library_query (self, "SELECT id, text FROM passage WHERE id >= ? AND id < ?", error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, first);
  sqlite3_bind_int64 (query, 2, end);
  while (twf_library_step (self, query, &problem))
    {
      gint64 id = sqlite3_column_int64 (query, 0);
      g_autofree char *terms = dup_terms (self, (const char *)sqlite3_column_text (query, 1));

      if (!change_words (self, (int)(id % TWF_PASSAGE_MOST_LANGUAGES), id, terms, FALSE, error))
        {
          sqlite3_reset (query);
          return FALSE;
        }
    }
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  query = twf_library_query (self, "DELETE FROM passage WHERE id >= ? AND id < ?", error);
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, first);
  sqlite3_bind_int64 (query, 2, end);
  if (!twf_library_do (self, query, error))
    return FALSE;
  query = twf_library_query (self, "DELETE FROM work WHERE id = ?", error);
  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, work);
  return twf_library_do (self, query, error);
}

/**
 * twf_library_remove_file:
 * @self: an index
 * @path: of a file that is there no more
 * @error: return location
 *
 * Returns: whether it is forgotten
 */
gboolean
twf_library_remove_file (TwfLibrary *self, const char *path, GError **error)
{
  return twf_library_run_with (self, "DELETE FROM file WHERE path = ?", path, NULL, error);
}

/* Notes that a file was looked at; @work is 0 if it is of no resolution. */
static gboolean
write_file (TwfLibrary *self, TwfLibraryFile *file, gint64 work, GError **error)
{
  sqlite3_stmt *query = twf_library_query (
      self, "INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);

  if (query == NULL)
    return FALSE;
  twf_library_bind_text (query, 1, file->path);
  twf_library_bind_text (query, 2, file->folder);
  sqlite3_bind_int64 (query, 3, file->size);
  sqlite3_bind_int64 (query, 4, file->changed);
  if (work != 0)
    sqlite3_bind_int64 (query, 5, work);
  twf_library_bind_text (query, 6, file->language);
  twf_library_bind_text (query, 7, file->title);
  twf_library_bind_text (query, 8, file->trouble);
  return twf_library_do (self, query, error);
}

static gint64
add_work (TwfLibrary *self, TwfLibraryWork *work, GError **error)
{
  sqlite3_stmt *query
      = twf_library_query (self, "INSERT INTO work (key, symbol, date) VALUES (?, ?, ?)", error);

  if (query == NULL)
    return 0;
  twf_library_bind_text (query, 1, work->key);
  twf_library_bind_text (query, 2, work->symbol);
  twf_library_bind_text (query, 3, work->date);
  return twf_library_do (self, query, error) ? sqlite3_last_insert_rowid (self->db) : 0;
}

static gboolean
add_passage (TwfLibrary *self,
             gint64 work,
             int language,
             const TwfLibraryPassage *passage,
             GError **error)
{
  gint64 id = (work << TWF_PASSAGE_WORK_SHIFT) | ((gint64)passage->row << TWF_PASSAGE_ROW_SHIFT)
              | language;
  sqlite3_stmt *query
      = twf_library_query (self, "INSERT INTO passage (id, place, text) VALUES (?, ?, ?)", error);

  if (query == NULL)
    return FALSE;
  sqlite3_bind_int64 (query, 1, id);
  twf_library_bind_text (query, 2, passage->place);
  twf_library_bind_text (query, 3, passage->text);
  return twf_library_do (self, query, error)
         && change_words (self, language, id, passage->terms, TRUE, error);
}

/**
 * twf_library_write_work:
 * @self: an index, in a transaction
 * @work: a resolution that was read
 * @error: return location
 *
 * Puts a resolution in the place of what the index has of it.
 *
 * Returns: whether it was done
 */
gboolean
twf_library_write_work (TwfLibrary *self, TwfLibraryWork *work, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gint64 id = find_work (self, work->key, &problem);
  g_autofree int *languages = g_new0 (int, MAX (work->files->len, 1));

  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (id != 0 && !twf_library_remove_work (self, id, error))
    return FALSE;
  id = 0;
  if (work->passages->len > 0)
    {
      id = add_work (self, work, error);
      if (id == 0)
        return FALSE;
    }
  for (guint i = 0; i < work->gone->len; i++)
    if (!twf_library_remove_file (self, work->gone->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < work->files->len; i++)
    {
      TwfLibraryFile *file = work->files->pdata[i];

      languages[i] = file->language != NULL && work->passages->len > 0
                         ? twf_library_add_language (self, file->language, error)
                         : 0;
      if (languages[i] < 0 || !write_file (self, file, file->language != NULL ? id : 0, error))
        return FALSE;
    }
  for (guint i = 0; i < work->passages->len; i++)
    {
      const TwfLibraryPassage *passage = work->passages->pdata[i];

      if (!add_passage (self, id, languages[passage->file], passage, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * twf_library_count_frequent:
 * @self: an index, in no transaction
 * @error: return location
 *
 * Notes the words that are in so many paragraphs that nothing is told by them.
 *
 * Returns: whether it was done
 * Errors: as twf_library_fail()
 */
gboolean
twf_library_count_frequent (TwfLibrary *self, GError **error)
{
  if (!twf_library_run (self, "BEGIN IMMEDIATE; DELETE FROM frequent;", error))
    return FALSE;
  for (guint i = 0; i < self->languages->len; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "CREATE VIRTUAL TABLE temp.terms_%u USING fts5vocab (main, words_%u, row);"
          "INSERT INTO frequent SELECT %u, term, doc FROM temp.terms_%u WHERE doc > " FREQUENT ";"
          "DROP TABLE temp.terms_%u;",
          i,
          i,
          i,
          i,
          i);

      if (!twf_library_run (self, sql, error))
        {
          twf_library_run (self, "ROLLBACK", NULL);
          return FALSE;
        }
    }
  return twf_library_run (self, "COMMIT", error);
}
