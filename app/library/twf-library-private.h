/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-library.h"

#include "twf-terms.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* The id of a passage says where it stands: resolution, row in it, language. So what is beside it
 * in the other languages is a range of ids, and newest-first needs no look at the passage. */
#define TWF_PASSAGE_ROW_BITS 18
#define TWF_PASSAGE_LANGUAGE_BITS 6
#define TWF_PASSAGE_MOST_ROWS (1u << TWF_PASSAGE_ROW_BITS)
#define TWF_PASSAGE_MOST_LANGUAGES (1u << TWF_PASSAGE_LANGUAGE_BITS)

#define TWF_PASSAGE_ROW_SHIFT TWF_PASSAGE_LANGUAGE_BITS
#define TWF_PASSAGE_WORK_SHIFT (TWF_PASSAGE_LANGUAGE_BITS + TWF_PASSAGE_ROW_BITS)

struct _TwfLibrary
{
  sqlite3 *db;
  char *path;
  GPtrArray *languages; /* tags, in the order of their numbers (owned) */
  GHashTable *queries;  /* SQL -> sqlite3_stmt (owned) */
  TwfTerms *terms;      /* nullable */
};

/* One file of a folder. */
typedef struct
{
  char *path;
  char *folder; /* that is indexed and holds it */
  gint64 size;
  gint64 changed; /* in nanoseconds since 1970 */
  char *work;     /* nullable: what its head says it is */
  char *language; /* nullable */
  char *title;    /* nullable */
  char *trouble;  /* nullable: why it is not in the index */
  gboolean alike; /* stands in the index as it is */
} TwfLibraryFile;

/* A paragraph in one language, ready to be written. */
typedef struct
{
  guint row;
  guint file; /* which of the files it is from */
  char *place;
  char *text;
  char *terms; /* with a space between */
} TwfLibraryPassage;

/* A resolution: its files, and once it was read what is in them. */
typedef struct
{
  char *key;
  GPtrArray *files; /* of TwfLibraryFile (borrowed), by path */
  GPtrArray *gone;  /* paths of files that were of it and are no more (owned) */
  char *symbol;     /* nullable */
  char *date;       /* nullable */
  GPtrArray *passages;
} TwfLibraryWork;

/* Storage. Each sets @error from what SQLite says. */
sqlite3_stmt *twf_library_query (TwfLibrary *self, const char *sql, GError **error);
gboolean twf_library_run (TwfLibrary *self, const char *sql, GError **error);
gboolean twf_library_step (TwfLibrary *self, sqlite3_stmt *query, GError **error);
gboolean twf_library_do (TwfLibrary *self, sqlite3_stmt *query, GError **error);
gboolean twf_library_fail (TwfLibrary *self, GError **error);
gboolean twf_library_read_languages (TwfLibrary *self, GError **error);
int twf_library_find_language (TwfLibrary *self, const char *tag);
int twf_library_add_language (TwfLibrary *self, const char *tag, GError **error);
void twf_library_bind_text (sqlite3_stmt *query, int index, const char *text);
char *twf_library_dup_column (sqlite3_stmt *query, int column);

/* Folders. */
void twf_library_file_free (TwfLibraryFile *self);
gboolean
twf_library_scan (const char *folder, GPtrArray *files, GCancellable *cancellable, GError **error);
char *twf_library_read_head (const char *path);

/* Reading, on any thread. */
TwfLibraryWork *twf_library_work_new (const char *key);
void twf_library_work_free (TwfLibraryWork *self);
void twf_library_work_read (TwfLibraryWork *self, GCancellable *cancellable);

/* Writing, within a transaction. */
gboolean twf_library_write_work (TwfLibrary *self, TwfLibraryWork *work, GError **error);
gboolean twf_library_remove_work (TwfLibrary *self, gint64 work, GError **error);
gboolean twf_library_count_frequent (TwfLibrary *self, GError **error);
gboolean twf_library_remove_file (TwfLibrary *self, const char *path, GError **error);
gboolean twf_library_run_with (TwfLibrary *self,
                               const char *sql,
                               const char *one,
                               const char *other,
                               GError **error);
GPtrArray *twf_library_list_paths (TwfLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
