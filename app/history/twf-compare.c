/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-raw-tree-private.h"

#include <string.h>

/* Both trees are sorted as git sorts: a folder as if its name ended in '/'. Walking them side by
 * side and skipping what is equal costs the size of the difference, not of the plan. */
typedef struct
{
  TwfRawCache *cache;
  GString *path;
  GPtrArray *changes; /* of TwfPathChange* (owned) */
} Comparison;

static gboolean compare_folders (Comparison *comparison,
                                 const git_oid *old_id,
                                 const git_oid *new_id,
                                 GError **error);

static char *
dup_id (const git_oid *id)
{
  return id != NULL ? g_strdup (git_oid_tostr_s (id)) : NULL;
}

static void
add_change (Comparison *comparison, const TwfRawEntry *old_entry, const TwfRawEntry *new_entry)
{
  TwfPathChange *change = g_new0 (TwfPathChange, 1);
  git_oid id;

  change->path = g_strdup (comparison->path->str);
  if (!old_entry->is_folder)
    change->old_blob = dup_id (twf_raw_get_id (old_entry, &id));
  if (!new_entry->is_folder)
    change->new_blob = dup_id (twf_raw_get_id (new_entry, &id));
  g_ptr_array_add (comparison->changes, change);
}

/* Two entries of one name and kind, either of them none. */
static gboolean
compare_entries (Comparison *comparison,
                 const TwfRawEntry *old_entry,
                 const TwfRawEntry *new_entry,
                 GError **error)
{
  const TwfRawEntry *either = old_entry->length > 0 ? old_entry : new_entry;
  gsize length = comparison->path->len;
  gboolean compared = TRUE;
  git_oid old_id, new_id;

  if (length > 0)
    g_string_append_c (comparison->path, '/');
  g_string_append_len (comparison->path, either->name, either->name_length);
  if (!either->is_folder)
    add_change (comparison, old_entry, new_entry);
  else
    compared = compare_folders (comparison,
                                twf_raw_get_folder (old_entry, &old_id),
                                twf_raw_get_folder (new_entry, &new_id),
                                error);
  g_string_truncate (comparison->path, length);
  return compared;
}

/* Two trees, either NULL: empty. */
static gboolean
compare_folders (Comparison *comparison,
                 const git_oid *old_id,
                 const git_oid *new_id,
                 GError **error)
{
  g_autoptr (git_odb_object) old_tree = NULL;
  g_autoptr (git_odb_object) new_tree = NULL;
  TwfRawPlace old_place, new_place;

  if ((old_id != NULL && (old_tree = twf_raw_cache_load (comparison->cache, old_id, error)) == NULL)
      || (new_id != NULL
          && (new_tree = twf_raw_cache_load (comparison->cache, new_id, error)) == NULL))
    return FALSE;
  old_place = twf_raw_begin (old_tree);
  new_place = twf_raw_begin (new_tree);
  for (;;)
    {
      TwfRawEntry old_entry, new_entry;

      if (!twf_raw_next (&old_place, &new_place, &old_entry, &new_entry, error))
        return FALSE;
      if (old_entry.length == 0 && new_entry.length == 0)
        return TRUE;
      if (!compare_entries (comparison, &old_entry, &new_entry, error))
        return FALSE;
    }
}

/**
 * twf_path_change_free:
 * @self: (transfer full) (nullable): a path's change
 */
void
twf_path_change_free (TwfPathChange *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->old_blob);
  g_free (self->new_blob);
  g_free (self);
}

/*
 * twf_compare_trees:
 * @cache: of the repository
 * @old_tree: (nullable): a tree's id
 * @new_tree: another's
 *
 * Returns: (transfer full) (element-type TwfPathChange): the files that differ, sorted by path
 * Errors: TWF_ERROR_DAMAGED
 */
GPtrArray *
twf_compare_trees (TwfRawCache *cache,
                   const git_oid *old_tree,
                   const git_oid *new_tree,
                   GError **error)
{
  g_autoptr (GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_path_change_free);
  g_autoptr (GString) path = g_string_new (NULL);
  Comparison comparison = { .cache = cache, .path = path, .changes = changes };

  return compare_folders (&comparison, old_tree, new_tree, error) ? g_steal_pointer (&changes)
                                                                  : NULL;
}

/**
 * twf_repository_compare:
 * @self: a repository
 * @old_revision: (nullable): a revision; NULL: before everything
 * @new_revision: a revision
 *
 * Returns: (transfer full) (element-type TwfPathChange): the files that differ, sorted by path
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; TWF_ERROR_DAMAGED
 */
GPtrArray *
twf_repository_compare (TwfRepository *self,
                        const char *old_revision,
                        const char *new_revision,
                        GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) old_commit = NULL;
  g_autoptr (git_commit) new_commit = NULL;
  g_autoptr (TwfRawCache) cache = NULL;

  g_return_val_if_fail (self != NULL && new_revision != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  if (old_revision != NULL
      && (old_commit = twf_lookup_commit (handle, old_revision, error)) == NULL)
    return NULL;
  new_commit = twf_lookup_commit (handle, new_revision, error);
  if (new_commit == NULL || (cache = twf_raw_cache_new (handle, error)) == NULL)
    return NULL;
  return twf_compare_trees (cache,
                            old_commit != NULL ? git_commit_tree_id (old_commit) : NULL,
                            git_commit_tree_id (new_commit),
                            error);
}

/**
 * twf_repository_dup_tree_id:
 * @self: a repository
 * @revision: a revision
 * @error: return location
 *
 * Returns: (transfer full): the full id of what it holds, which is the same for the same files
 * Errors: as twf_repository_resolve()
 */
char *
twf_repository_dup_tree_id (TwfRepository *self, const char *revision, GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;

  g_return_val_if_fail (self != NULL && revision != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL || (commit = twf_lookup_commit (handle, revision, error)) == NULL)
    return NULL;
  return dup_id (git_commit_tree_id (commit));
}
