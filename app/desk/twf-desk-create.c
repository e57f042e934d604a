/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-error.h"
#include "twf-format.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* Depth of folders held open while a plan that could not be finished is removed. */
#define MOST_OPEN_FOLDERS 16

typedef struct
{
  TwfDesk *desk; /* owned */
  char *path;
  TwfPlan *plan;     /* not touched by the worker */
  GHashTable *files; /* char* path -> GBytes* (both owned) */
  TwfAuthor *author;
} Creating;

static void
free_creating (Creating *creating)
{
  g_clear_object (&creating->desk);
  g_clear_object (&creating->plan);
  g_clear_pointer (&creating->files, g_hash_table_unref);
  twf_author_free (creating->author);
  g_free (creating->path);
  g_free (creating);
}

static int
remove_one (const char *path, const struct stat *status, int kind, struct FTW *place)
{
  return remove (path);
}

static void
remove_tree (const char *path)
{
  if (nftw (path, remove_one, MOST_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS | FTW_MOUNT) != 0)
    g_debug ("%s: %s", path, g_strerror (errno));
}

static char *
commit_first (Creating *creating, TwfRepository *repository, GError **error)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  GHashTableIter iter;
  gpointer path, bytes;

  g_hash_table_iter_init (&iter, creating->files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    twf_change_set_put (changes, path, bytes);
  /* The first revision is the rolling text's, whoever makes it: other branches begin there. */
  return twf_author_commit (creating->author, repository, TWF_BRANCH_MAIN, NULL, changes, error);
}

static gboolean
move_into_place (const char *from, const char *to, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (to);
  int fd;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) != 0
      && (errno != EINVAL || g_rename (from, to) != 0))
    {
      twf_error_set_from_errno (error, errno, to);
      return FALSE;
    }
  fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd >= 0)
    {
      if (fsync (fd) != 0)
        g_debug ("%s: %s", folder, g_strerror (errno));
      close (fd);
    }
  return TRUE;
}

/* Made beside its place and moved there whole: at no moment does half a plan stand at @path. */
static TwfLoad *
create_plan (Creating *creating, GError **error)
{
  g_autoptr (TwfLoad) load = g_new0 (TwfLoad, 1);
  g_autoptr (TwfRepository) fresh = NULL;
  g_autofree char *place = g_canonicalize_filename (creating->path, NULL);
  g_autofree char *beside = g_strdup_printf ("%s.new-%d", place, (int)getpid ());

  if (g_file_test (place, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_EXISTS, "%s", place);
      return NULL;
    }
  fresh = twf_repository_create (beside, error);
  if (fresh == NULL)
    return NULL;
  load->revision = commit_first (creating, fresh, error);
  if (load->revision == NULL || !move_into_place (beside, place, error))
    {
      remove_tree (beside);
      return NULL;
    }
  load->repository = twf_repository_open (place, error);
  if (load->repository == NULL)
    return NULL;
  load->path = g_strdup (place);
  load->plan = g_object_ref (creating->plan);
  return g_steal_pointer (&load);
}

static void
create (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  TwfLoad *load = create_plan (data, &error);

  if (load != NULL)
    g_task_return_pointer (task, load, (GDestroyNotify)twf_load_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Creating *creating = g_task_get_task_data (G_TASK (result));
  g_autoptr (TwfLoad) load = g_task_propagate_pointer (G_TASK (result), &error);

  if (load == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  twf_desk_install (creating->desk, load, TRUE);
  g_task_return_pointer (task, g_object_ref (creating->desk), g_object_unref);
}

/**
 * twf_desk_create_async:
 * @path: where the plan is to lie; nothing may be there
 * @plan: what it is to hold; becomes the desk's own
 * @identity: (nullable): code of the delegation that acts; %NULL: the facilitator
 * @message: (nullable): why, for the history
 * @cancellable: (nullable): heeded before the work begins
 * @callback: called when the first revision is on disk
 * @user_data: for @callback
 *
 * Makes a plan and opens it. It is there whole or not at all.
 */
void
twf_desk_create_async (const char *path,
                       TwfPlan *plan,
                       const char *identity,
                       const char *message,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  GTask *inner = g_task_new (NULL, cancellable, created_cb, task);
  Creating *creating = g_new0 (Creating, 1);

  g_return_if_fail (path != NULL);
  g_return_if_fail (TWF_IS_PLAN (plan));

  g_task_set_source_tag (task, twf_desk_create_async);
  creating->desk = twf_desk_new (identity, NULL);
  creating->path = g_strdup (path);
  creating->plan = g_object_ref (plan);
  creating->files = twf_files_new ();
  creating->author = twf_author_new (plan, identity, message);
  twf_format_write_plan (plan, creating->files);
  g_task_set_task_data (inner, creating, (GDestroyNotify)free_creating);
  twf_worker_push (creating->desk->worker, inner, create);
}

/**
 * twf_desk_create_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the desk with the plan on it
 * Errors: TWF_ERROR_EXISTS if there is something at that place; as twf_repository_create() and
 *   twf_repository_commit()
 */
TwfDesk *
twf_desk_create_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
