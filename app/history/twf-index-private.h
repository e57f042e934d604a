/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-raw-tree-private.h"

G_BEGIN_DECLS

#define TWF_INDEX_NAME "tawafuq-index"

/* A *unit* is what a revision is said to touch: a file, or the folder that three names lead to,
 * which for a provision is its own. A key is a unit's path as a number. */
#define TWF_UNIT_NAMES 3

/* What is remembered of a commit: its parents, who made it when, and the units it touches. */
typedef struct
{
  git_oid id;
  gint64 when;
  guint8 n_parents;
  guint8 n_email;
  gboolean knows_email; /* FALSE: it was too long to be kept */
  gboolean has_units;   /* FALSE: they were not looked for */
  guint32 n_keys;
  const guint8 *parents; /* n_parents ids of 20 bytes */
  const char *email;     /* the author's, n_email bytes */
  const guint8 *keys;    /* n_keys numbers of 8 bytes, least first */
} TwfEntry;

/* Parents and units of commits, from a file that any reader can make anew: it is never fsynced, and
 * what is not as it should be is as if it were not there. */
typedef struct _TwfIndex TwfIndex;

TwfIndex *twf_index_load (TwfRepository *repository) G_GNUC_WARN_UNUSED_RESULT;
TwfIndex *
twf_index_load_for (TwfRepository *repository, const char *path) G_GNUC_WARN_UNUSED_RESULT;
void twf_index_free (TwfIndex *self);
gboolean twf_index_find_blob (TwfIndex *self, const git_oid *id, git_oid *blob);
void twf_index_add_blob (TwfIndex *self, const git_oid *id, const git_oid *blob);
const TwfEntry *twf_index_find (TwfIndex *self, const git_oid *id);
const TwfEntry *twf_index_add (TwfIndex *self,
                               git_commit *commit,
                               gboolean with_units,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_index_store (TwfIndex *self);
guint twf_index_count_new (TwfIndex *self);
void twf_index_let_go (TwfIndex *self);
void twf_index_append (TwfRepository *repository, git_commit *commit);

TwfEntry *twf_entry_new (const guint8 *body, gsize length) G_GNUC_WARN_UNUSED_RESULT;
GByteArray *twf_entry_compose (git_commit *commit, GArray *units) G_GNUC_WARN_UNUSED_RESULT;
git_oid twf_entry_get_parent (const TwfEntry *self, guint index);
gboolean twf_entry_touches (const TwfEntry *self, guint64 key);

guint64 twf_unit_key (const char *path, gsize length);
char *twf_unit_of (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_find_unit (const char *path, guint64 *key, gboolean *exact) G_GNUC_WARN_UNUSED_RESULT;
void twf_units_add (GHashTable *keys, const GString *path);
GArray *
twf_list_units (TwfRawCache *cache, git_commit *commit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
twf_list_merge_units (TwfRawCache *cache, git_commit *commit, GHashTable *keys, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfIndex, twf_index_free)

G_END_DECLS
