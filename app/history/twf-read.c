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
  git_commit *commit;
  git_odb *odb;
  GString *path;       /* of what is being read */
  gboolean names_only; /* no bytes are read */
  TwfPathFunc wanted;  /* nullable: all are */
  TwfFileFunc func;
  gpointer user_data;
  GCancellable *cancellable;
} Reading;

static void
reading_free (Reading *reading)
{
  git_odb_free (reading->odb);
  git_commit_free (reading->commit);
  if (reading->handle != NULL)
    twf_handle_release (reading->handle);
  if (reading->path != NULL)
    g_string_free (reading->path, TRUE);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static Reading *
reading_new (TwfRepository *repository, const char *revision, GError **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  int rc;

  reading->handle = twf_repository_open_handle (repository, error);
  if (reading->handle == NULL)
    return NULL;
  reading->commit = twf_lookup_commit (reading->handle, revision, error);
  if (reading->commit == NULL)
    return NULL;
  reading->path = g_string_new (NULL);
  if ((rc = git_repository_odb (&reading->odb, reading->handle)) == 0)
    return g_steal_pointer (&reading);
  twf_git_fail (error, rc, TWF_GIT_NAMED, revision);
  return NULL;
}

static void
free_odb_object (gpointer data)
{
  git_odb_object_free (data);
}

/* The bytes of a blob as libgit2 holds them: no copy. */
static GBytes *
load_bytes (git_odb *odb, const git_oid *id, const char *path, TwfGitOrigin origin, GError **error)
{
  git_odb_object *object = NULL;
  int rc;

  errno = 0;
  if ((rc = git_odb_read (&object, odb, id)) < 0)
    {
      twf_git_fail (error, rc, origin, path);
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
  if (reading->wanted != NULL && !reading->wanted (reading->path->str, reading->user_data))
    return TRUE;
  if (!reading->names_only
      && (bytes = load_bytes (reading->odb, id, reading->path->str, TWF_GIT_NAMED, error)) == NULL)
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
read_from (Reading *reading, const char *prefix, GError **error)
{
  git_tree_entry *entry = NULL;
  gboolean done;

  g_string_assign (reading->path, prefix != NULL ? prefix : "");
  if (!find_entry (reading->handle, reading->commit, prefix, &entry, error))
    return FALSE;
  if (entry == NULL)
    return read_folder (reading, git_commit_tree_id (reading->commit), 0, error);
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
  g_autoptr (Reading) reading = NULL;

  g_return_val_if_fail (self != NULL && revision != NULL && func != NULL, FALSE);

  reading = reading_new (self, revision, error);
  if (reading == NULL)
    return FALSE;
  reading->func = func;
  reading->user_data = user_data;
  reading->cancellable = cancellable;
  return read_from (reading, prefix, error);
}

/**
 * twf_repository_read_wanted:
 * @self: a repository
 * @revision: a revision
 * @wanted: (scope call): which files, by their paths from the root
 * @func: (scope call): called for each of these, in git's order
 * @user_data: (closure): for both
 * @cancellable: (nullable): looked at before each file
 *
 * As twf_repository_read_tree(), without the bytes that nobody needs.
 *
 * Errors: as twf_repository_read_tree()
 */
gboolean
twf_repository_read_wanted (TwfRepository *self,
                            const char *revision,
                            TwfPathFunc wanted,
                            TwfFileFunc func,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (Reading) reading = NULL;

  g_return_val_if_fail (self != NULL && revision != NULL && wanted != NULL && func != NULL, FALSE);

  reading = reading_new (self, revision, error);
  if (reading == NULL)
    return FALSE;
  reading->wanted = wanted;
  reading->func = func;
  reading->user_data = user_data;
  reading->cancellable = cancellable;
  return read_from (reading, NULL, error);
}

static gboolean
is_missing (const GError *reason)
{
  return g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND);
}

static gboolean
run_paths (Reading *reading, GPtrArray *paths, GError **error)
{
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) reason = NULL;

      if (read_from (reading, paths->pdata[i], &reason) || is_missing (reason))
        continue;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  return TRUE;
}

/**
 * twf_repository_read_paths:
 * @self: a repository
 * @revision: a revision
 * @paths: (element-type utf8): folders and files, without '/' at their ends
 * @func: (scope call): called for each file of each, with its path from the root
 * @user_data: (closure): for @func
 * @cancellable: (nullable): looked at before each file
 *
 * Reads several folders or files as twf_repository_read_tree() reads one, through one opening of
 * the repository. What is not there is passed over.
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; as twf_repository_read_tree()
 */
gboolean
twf_repository_read_paths (TwfRepository *self,
                           const char *revision,
                           GPtrArray *paths,
                           TwfFileFunc func,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (Reading) reading = NULL;

  g_return_val_if_fail (self != NULL && revision != NULL && paths != NULL && func != NULL, FALSE);

  reading = reading_new (self, revision, error);
  if (reading == NULL)
    return FALSE;
  reading->func = func;
  reading->user_data = user_data;
  reading->cancellable = cancellable;
  return run_paths (reading, paths, error);
}

static GBytes *
read_blob (git_odb *odb, const char *blob_id, GError **error)
{
  git_oid id;

  if (strlen (blob_id) != GIT_OID_HEXSZ || git_oid_fromstr (&id, blob_id) < 0)
    {
      g_autofree char *valid = g_utf8_make_valid (blob_id, -1);

      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: not a file's id", valid);
      return NULL;
    }
  return load_bytes (odb, &id, blob_id, TWF_GIT_ASKED, error);
}

/**
 * twf_repository_read_each_blob:
 * @self: a repository
 * @blob_ids: (element-type utf8): files' full ids; entries may be %NULL
 * @func: (scope call): called for each entry, in order; of %NULL, without bytes
 * @user_data: (closure): for @func
 * @cancellable: (nullable): looked at before each file
 *
 * Reads several files as twf_repository_read_blob() reads one, through one opening of the
 * repository. Each is let go before the next is read, unless somebody holds it.
 *
 * Errors: as twf_repository_read_blob(); %G_IO_ERROR_CANCELLED; what @func sets
 */
gboolean
twf_repository_read_each_blob (TwfRepository *self,
                               GPtrArray *blob_ids,
                               TwfBlobFunc func,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_odb) odb = NULL;
  int rc;

  g_return_val_if_fail (self != NULL && blob_ids != NULL && func != NULL, FALSE);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return FALSE;
  if ((rc = git_repository_odb (&odb, handle)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, twf_repository_get_path (self));
  for (guint i = 0; i < blob_ids->len; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || (blob_ids->pdata[i] != NULL
              && (bytes = read_blob (odb, blob_ids->pdata[i], error)) == NULL)
          || !func (i, bytes, user_data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_blob (guint index, GBytes *bytes, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, bytes != NULL ? g_bytes_ref (bytes) : NULL);
  return TRUE;
}

/**
 * twf_repository_read_blobs:
 * @self: a repository
 * @blob_ids: (element-type utf8): files' full ids; entries may be %NULL
 * @cancellable: (nullable): looked at before each file
 *
 * As twf_repository_read_each_blob(), all held together.
 *
 * Returns: (transfer full) (element-type GBytes): the files, in step with @blob_ids
 *
 * Errors: as twf_repository_read_blob(); %G_IO_ERROR_CANCELLED
 */
GPtrArray *
twf_repository_read_blobs (TwfRepository *self,
                           GPtrArray *blob_ids,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  if (!twf_repository_read_each_blob (self, blob_ids, keep_blob, files, cancellable, error))
    return NULL;
  return g_steal_pointer (&files);
}

/**
 * twf_repository_list_files:
 * @self: a repository
 * @revision: a revision
 * @paths: (element-type utf8): folders and files, without '/' at their ends
 * @func: (scope call): called for each file of each, with no bytes
 * @user_data: (closure): for @func
 *
 * As twf_repository_read_paths(), where only the files' names and ids are wanted.
 *
 * Errors: as twf_repository_read_paths()
 */
gboolean
twf_repository_list_files (TwfRepository *self,
                           const char *revision,
                           GPtrArray *paths,
                           TwfFileFunc func,
                           gpointer user_data,
                           GError **error)
{
  g_autoptr (Reading) reading = NULL;

  g_return_val_if_fail (self != NULL && revision != NULL && paths != NULL && func != NULL, FALSE);

  reading = reading_new (self, revision, error);
  if (reading == NULL)
    return FALSE;
  reading->names_only = TRUE;
  reading->func = func;
  reading->user_data = user_data;
  return run_paths (reading, paths, error);
}

/**
 * twf_repository_read_blob:
 * @self: a repository
 * @blob_id: a file's full id, as TwfFileFunc and TwfPathChange give it
 *
 * Returns: (transfer full): the file's bytes
 *
 * Errors: TWF_ERROR_INVALID if it is no id; TWF_ERROR_NOT_FOUND if there is no such file;
 * TWF_ERROR_DAMAGED
 */
GBytes *
twf_repository_read_blob (TwfRepository *self, const char *blob_id, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (self != NULL && blob_id != NULL, NULL);

  g_ptr_array_add (ids, (gpointer)blob_id);
  files = twf_repository_read_blobs (self, ids, NULL, error);
  return files != NULL ? g_bytes_ref (files->pdata[0]) : NULL;
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
    bytes = load_bytes (odb, git_tree_entry_id (entry), path, TWF_GIT_NAMED, error);
  git_tree_entry_free (entry);
  return bytes;
}
