/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-edit.h"

G_BEGIN_DECLS

/* A journal on disk: a header line and one line a record, each led by a checksum; the process that
 * writes it holds its lock (flock), so that a journal without a lock is one whose process died.
 * All calls block: never on the main thread. */
typedef struct
{
  char *path;
  int fd;          /* -1: not open */
  goffset written; /* bytes known to be whole on disk */
} TwfJournalFile;

char *twf_journal_dup_stem (const char *plan_path, const char *branch) G_GNUC_WARN_UNUSED_RESULT;
TwfJournalFile *twf_journal_file_open (const char *stem, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_journal_file_append (TwfJournalFile *self, GString *lines, GError **error);
gboolean twf_journal_file_replace (TwfJournalFile *self, GString *lines, GError **error);
void twf_journal_file_close (TwfJournalFile *self, gboolean keep);

void twf_journal_add_line (GString *lines, const char *json);
void
twf_journal_add_header (GString *lines, const char *plan, const char *branch, const char *base);

/* What a process that died left behind. Holds the lock, so that nobody else offers it as well. */
typedef struct
{
  char *path;
  int fd;
  char *base;       /* revision the edits were made on; nullable */
  GPtrArray *edits; /* of TwfEdit* (owned), in order */
} TwfRemains;

void twf_remains_free (TwfRemains *self);
GPtrArray *twf_remains_find (const char *stem) G_GNUC_WARN_UNUSED_RESULT; /* of TwfRemains */
gboolean twf_remains_set_aside (TwfRemains *self, char **kept_path, GError **error);
gboolean twf_remains_delete (TwfRemains *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRemains, twf_remains_free)

G_END_DECLS
