/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository-private.h"

G_BEGIN_DECLS

/* A tree as its bytes stand in the repository. What libgit2 makes of one costs a node for each
 * entry; two trees that are next to each other in history differ in one entry of a thousand. */

/* An entry of a tree; points into the tree. */
typedef struct
{
  const char *name;
  const guint8 *id; /* 20 bytes */
  gsize length;     /* of the whole entry; 0: there is none */
  gsize name_length;
  gboolean is_folder;
} TwfRawEntry;

/* A place in a tree. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const guint8 *last; /* of the entries that were stepped over as equal; NULL: none was */
} TwfRawPlace;

/* Remembers the trees that were read last: neighbours in history share them. */
typedef struct _TwfRawCache TwfRawCache;

TwfRawCache *twf_raw_cache_new (git_repository *handle, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_raw_cache_free (TwfRawCache *self);
git_odb_object *
twf_raw_cache_load (TwfRawCache *self, const git_oid *id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

TwfRawPlace twf_raw_begin (git_odb_object *tree);
gboolean twf_raw_skip_equal (TwfRawPlace *one, TwfRawPlace *other, GError **error);
gboolean twf_raw_look (const TwfRawPlace *place, TwfRawEntry *entry, GError **error);
int twf_raw_compare (const TwfRawEntry *one, const TwfRawEntry *other);
gboolean twf_raw_is_same (const TwfRawEntry *one, const TwfRawEntry *other);
gboolean twf_raw_next (TwfRawPlace *one,
                       TwfRawPlace *other,
                       TwfRawEntry *one_entry,
                       TwfRawEntry *other_entry,
                       GError **error);
const git_oid *twf_raw_get_id (const TwfRawEntry *entry, git_oid *id);
const git_oid *twf_raw_get_folder (const TwfRawEntry *entry, git_oid *id);
GPtrArray *twf_compare_trees (TwfRawCache *cache,
                              const git_oid *old_tree,
                              const git_oid *new_tree,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfPathChange */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRawCache, twf_raw_cache_free)

G_END_DECLS
