/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-repository-private.h"

#include "twf-error.h"

#include <errno.h>
#include <string.h>

/* A plan is seven folders deep. What is deeper was made to exhaust a stack. */
#define DEEPEST 32

typedef struct
{
  git_repository *handle;
  git_odb *odb;
  GString *path; /* of what is being read */
  TwfFileFunc func;
  gpointer user_data;
  GCancellable *cancellable;
} Reading;

static void
free_odb_object (gpointer data)
{
  git_odb_object_free (data);
}

/* The bytes of a blob as libgit2 holds them: no copy. */
static GBytes *
load_bytes (git_odb *odb, const git_oid *id, const char *path, GError **error)
{
  git_odb_object *object = NULL;
  int rc;

  errno = 0;
  if ((rc = git_odb_read (&object, odb, id)) < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_NAMED, path);
      return NULL;
    }
  if (git_odb_object_type (object) != GIT_OBJECT_BLOB)
    {
      git_odb_object_free (object);
      g_set_error (error, TWF_ERROR, TWF_ERROR_DAMAGED, "%s: not a file", path);
      return NULL;
    }
  return g_bytes_new_with_free_func (
      git_odb_object_data (object), git_odb_object_size (object), free_odb_object, object);
}

static gboolean
read_entry (Reading *reading, const git_tree_entry *entry, guint depth, GError **error);

static gboolean
read_folder (Reading *reading, const git_oid *id, guint depth, GError **error)
{
  g_autoptr (git_tree) tree = NULL;
  gsize length = reading->path->len;

  if (depth > DEEPEST)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "folders more than %d deep", DEEPEST);
      return FALSE;
    }
  tree = twf_load_tree (reading->handle, id, error);
  if (tree == NULL)
    return FALSE;
  for (gsize i = 0; i < git_tree_entrycount (tree); i++)
    {
      const git_tree_entry *entry = git_tree_entry_byindex (tree, i);

      if (length > 0)
        g_string_append_c (reading->path, '/');
      g_string_append (reading->path, git_tree_entry_name (entry));
      if (!read_entry (reading, entry, depth + 1, error))
        return FALSE;
      g_string_truncate (reading->path, length);
    }
  return TRUE;
}

static gboolean
read_entry (Reading *reading, const git_tree_entry *entry, guint depth, GError **error)
{
  const git_oid *id = git_tree_entry_id (entry);
  git_filemode_t mode = git_tree_entry_filemode (entry);
  g_autoptr (GBytes) bytes = NULL;
  char blob_id[GIT_OID_HEXSZ + 1];

  if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
    return FALSE;
  if (mode == GIT_FILEMODE_TREE)
    return read_folder (reading, id, depth, error);
  if (mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_BLOB_EXECUTABLE)
    {
      g_autofree char *valid = g_utf8_make_valid (reading->path->str, -1);

      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: neither a file nor a folder", valid);
      return FALSE;
    }
  bytes = load_bytes (reading->odb, id, reading->path->str, error);
  if (bytes == NULL)
    return FALSE;
  git_oid_tostr (blob_id, sizeof blob_id, id);
  return reading->func (reading->path->str, blob_id, bytes, reading->user_data, error);
}

/* A NULL @entry with TRUE means the root. */
static gboolean
find_entry (git_repository *handle,
            git_commit *commit,
            const char *path,
            git_tree_entry **entry,
            GError **error)
{
  g_autoptr (git_tree) tree = twf_load_tree (handle, git_commit_tree_id (commit), error);
  int rc;

  *entry = NULL;
  if (tree == NULL)
    return FALSE;
  if (path == NULL || path[0] == '\0')
    return TRUE;
  errno = 0;
  rc = git_tree_entry_bypath (entry, tree, path);
  if (rc == GIT_ENOTFOUND && twf_git_last_is (GIT_ERROR_ODB))
    return twf_git_fail (error, rc, TWF_GIT_NAMED, path);
  return rc == 0 || twf_git_fail (error, rc, TWF_GIT_ASKED, path);
}

static gboolean
read_from (Reading *reading, git_commit *commit, const char *prefix, GError **error)
{
  git_tree_entry *entry = NULL;
  gboolean done;

  if (!find_entry (reading->handle, commit, prefix, &entry, error))
    return FALSE;
  if (entry == NULL)
    return read_folder (reading, git_commit_tree_id (commit), 0, error);
  done = read_entry (reading, entry, 0, error);
  git_tree_entry_free (entry);
  return done;
}

/**
 * twf_repository_read_tree:
 * @self: a repository
 * @revision: a revision
 * @prefix: (nullable): a folder or file without '/' at its end; NULL: everything
 * @func: (scope call): called for each file, in git's order, with its path from the root
 * @user_data: (closure): for @func
 * @cancellable: (nullable): looked at before each file
 *
 * Reads files as they were at a revision. The bytes are valid for as long as somebody holds them.
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision, or nothing at @prefix;
 * TWF_ERROR_DAMAGED if an object is missing or broken; TWF_ERROR_INVALID if there is something
 * that is no plain file, or folders without end; %G_IO_ERROR_CANCELLED; what @func sets
 */
gboolean
twf_repository_read_tree (TwfRepository *self,
                          const char *revision,
                          const char *prefix,
                          TwfFileFunc func,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_odb) odb = NULL;
  g_autoptr (GString) path = NULL;
  Reading reading = { 0 };
  int rc;

  g_return_val_if_fail (self != NULL && revision != NULL && func != NULL, FALSE);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return FALSE;
  commit = twf_lookup_commit (handle, revision, error);
  if (commit == NULL)
    return FALSE;
  if ((rc = git_repository_odb (&odb, handle)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, revision);
  path = g_string_new (prefix);
  reading = (Reading){
    .handle = handle,
    .odb = odb,
    .path = path,
    .func = func,
    .user_data = user_data,
    .cancellable = cancellable,
  };
  return read_from (&reading, commit, prefix, error);
}

/**
 * twf_repository_read_file:
 * @self: a repository
 * @revision: a revision
 * @path: a file's path from the root
 *
 * Returns: (transfer full): the file as it was at that revision
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision or file; TWF_ERROR_DAMAGED
 */
GBytes *
twf_repository_read_file (TwfRepository *self,
                          const char *revision,
                          const char *path,
                          GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_odb) odb = NULL;
  git_tree_entry *entry = NULL;
  GBytes *bytes = NULL;
  int rc;

  g_return_val_if_fail (self != NULL && revision != NULL && path != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  commit = twf_lookup_commit (handle, revision, error);
  if (commit == NULL || !find_entry (handle, commit, path, &entry, error))
    return NULL;
  if (entry == NULL || git_tree_entry_type (entry) != GIT_OBJECT_BLOB)
    g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s: not a file", path);
  else if ((rc = git_repository_odb (&odb, handle)) < 0)
    twf_git_fail (error, rc, TWF_GIT_NAMED, path);
  else
    bytes = load_bytes (odb, git_tree_entry_id (entry), path, error);
  git_tree_entry_free (entry);
  return bytes;
}
