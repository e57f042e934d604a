/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An open index of adopted texts. It is for one thread at a time; others open it for themselves. */
typedef struct _TwfLibrary TwfLibrary;

/* A folder whose texts are indexed. */
typedef struct
{
  char *path;
  gint64 when;         /* it was looked through last, in seconds since 1970 */
  guint n_files;       /* that were read */
  guint n_skipped;     /* that could not be */
  guint n_resolutions; /* distinct ones */
  gboolean gone;       /* it is not where it was */
} TwfLibraryFolder;

/* A file that is not in the index, and why. */
typedef struct
{
  char *path;
  char *why;
} TwfSkipped;

/* What a run came to. */
typedef struct
{
  guint n_files;       /* that stand in the folders */
  guint n_read;        /* of these, new or changed since the last run */
  guint n_resolutions; /* in the index now */
  guint n_passages;    /* paragraphs, titles and headings, each language counted */
  GPtrArray *skipped;  /* of TwfSkipped: of the folders that were looked through */
  GPtrArray *gone;     /* paths of folders that are not there; what they held stays in the index */
} TwfIndexReport;

/* @done of @total resolutions; @total is 0 while files are still counted. */
typedef void (*TwfIndexProgress) (guint done, guint total, gpointer user_data);

char *twf_library_dup_path (void) G_GNUC_WARN_UNUSED_RESULT;
TwfLibrary *twf_library_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfLibrary *twf_library_open_to_write (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_library_close (TwfLibrary *self);

TwfIndexReport *twf_library_index (TwfLibrary *self,
                                   const char *const *folders,
                                   TwfIndexProgress progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_library_list (TwfLibrary *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_library_forget (TwfLibrary *self,
                             const char *folder,
                             GCancellable *cancellable,
                             GError **error);
void twf_index_report_free (TwfIndexReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfLibrary, twf_library_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfIndexReport, twf_index_report_free)

G_END_DECLS
