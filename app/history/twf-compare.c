/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-repository-private.h"

#include <string.h>

/* Both trees are sorted as git sorts: a folder as if its name ended in '/'. Walking them side by
 * side and skipping what is equal costs the size of the difference, not of the plan. */
typedef struct
{
  git_repository *handle;
  GString *path;
  TwfTreeChangeFunc func;
  gpointer user_data;
  gboolean ended;
} Comparison;

static gboolean
compare_folders (Comparison *comparison, git_tree *old_tree, git_tree *new_tree, GError **error);

static gboolean
is_folder (const git_tree_entry *entry)
{
  return entry != NULL && git_tree_entry_type (entry) == GIT_OBJECT_TREE;
}

static gboolean
load_folder (Comparison *comparison, const git_tree_entry *entry, git_tree **tree, GError **error)
{
  *tree = NULL;
  if (!is_folder (entry))
    return TRUE;
  *tree = twf_load_tree (comparison->handle, git_tree_entry_id (entry), error);
  return *tree != NULL;
}

static const git_oid *
file_id (const git_tree_entry *entry)
{
  return entry == NULL || is_folder (entry) ? NULL : git_tree_entry_id (entry);
}

/* Two entries of one name, either NULL. */
static gboolean
compare_entries (Comparison *comparison,
                 const git_tree_entry *old_entry,
                 const git_tree_entry *new_entry,
                 GError **error)
{
  const char *name = git_tree_entry_name (old_entry != NULL ? old_entry : new_entry);
  gsize length = comparison->path->len;
  g_autoptr (git_tree) old_tree = NULL;
  g_autoptr (git_tree) new_tree = NULL;

  if (old_entry != NULL && new_entry != NULL
      && git_oid_equal (git_tree_entry_id (old_entry), git_tree_entry_id (new_entry))
      && is_folder (old_entry) == is_folder (new_entry))
    return TRUE;
  if (length > 0)
    g_string_append_c (comparison->path, '/');
  g_string_append (comparison->path, name);
  if ((file_id (old_entry) != NULL || file_id (new_entry) != NULL)
      && !comparison->func (
          comparison->path->str, file_id (old_entry), file_id (new_entry), comparison->user_data))
    comparison->ended = TRUE;
  if (is_folder (old_entry) || is_folder (new_entry))
    if (!load_folder (comparison, old_entry, &old_tree, error)
        || !load_folder (comparison, new_entry, &new_tree, error)
        || !compare_folders (comparison, old_tree, new_tree, error))
      return FALSE;
  g_string_truncate (comparison->path, length);
  return TRUE;
}

static const git_tree_entry *
entry_at (git_tree *tree, gsize index)
{
  return tree != NULL && index < git_tree_entrycount (tree) ? git_tree_entry_byindex (tree, index)
                                                            : NULL;
}

/* Below, equal or above zero, in git's order; a file and a folder of one name are told apart. */
static int
order_of (const git_tree_entry *old_entry, const git_tree_entry *new_entry)
{
  if (old_entry == NULL || new_entry == NULL)
    return old_entry == NULL ? 1 : -1;
  return git_tree_entry_cmp (old_entry, new_entry);
}

static gboolean
compare_folders (Comparison *comparison, git_tree *old_tree, git_tree *new_tree, GError **error)
{
  gsize old_index = 0, new_index = 0;

  while (!comparison->ended)
    {
      const git_tree_entry *old_entry = entry_at (old_tree, old_index);
      const git_tree_entry *new_entry = entry_at (new_tree, new_index);
      int order;

      if (old_entry == NULL && new_entry == NULL)
        break;
      order = order_of (old_entry, new_entry);
      if (order <= 0)
        old_index++;
      if (order >= 0)
        new_index++;
      if (!compare_entries (
              comparison, order <= 0 ? old_entry : NULL, order >= 0 ? new_entry : NULL, error))
        return FALSE;
    }
  return TRUE;
}

/*
 * twf_compare_trees:
 * @handle: a repository
 * @old_tree: (nullable): a tree; NULL: an empty one
 * @new_tree: (nullable): a tree; NULL: an empty one
 * @func: (scope call): called for each file that differs
 * @user_data: (closure): for @func
 *
 * Errors: TWF_ERROR_DAMAGED
 */
gboolean
twf_compare_trees (git_repository *handle,
                   git_tree *old_tree,
                   git_tree *new_tree,
                   TwfTreeChangeFunc func,
                   gpointer user_data,
                   GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Comparison comparison = { .handle = handle, .path = path, .func = func, .user_data = user_data };

  return compare_folders (&comparison, old_tree, new_tree, error);
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

static char *
dup_id (const git_oid *id)
{
  return id != NULL ? g_strdup (git_oid_tostr_s (id)) : NULL;
}

static gboolean
collect_change (const char *path, const git_oid *old_id, const git_oid *new_id, gpointer user_data)
{
  TwfPathChange *change = g_new0 (TwfPathChange, 1);

  change->path = g_strdup (path);
  change->old_blob = dup_id (old_id);
  change->new_blob = dup_id (new_id);
  g_ptr_array_add (user_data, change);
  return TRUE;
}

static git_tree *
lookup_tree (git_repository *handle, const char *revision, GError **error)
{
  g_autoptr (git_commit) commit = twf_lookup_commit (handle, revision, error);

  return commit != NULL ? twf_load_tree (handle, git_commit_tree_id (commit), error) : NULL;
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
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_tree) old_tree = NULL;
  g_autoptr (git_tree) new_tree = NULL;

  g_return_val_if_fail (self != NULL && new_revision != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  if (old_revision != NULL && (old_tree = lookup_tree (handle, old_revision, error)) == NULL)
    return NULL;
  new_tree = lookup_tree (handle, new_revision, error);
  if (new_tree == NULL)
    return NULL;
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_path_change_free);
  if (!twf_compare_trees (handle, old_tree, new_tree, collect_change, changes, error))
    return NULL;
  return g_steal_pointer (&changes);
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
