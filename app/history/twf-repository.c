/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-repository-private.h"

#include "twf-error.h"
#include "twf-lock-private.h"
#include "twf-loose-private.h"

#include <errno.h>
#include <git2/sys/repository.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _TwfRepository
{
  gatomicrefcount ref_count;
  char *path;           /* absolute */
  TwfRepository *below; /* whose objects are read as well; nullable */
};

/* All that the repository says about itself. Objects and references are fsynced by git too when it
 * works here, its hooks folder is nowhere, and packing is left to us unless asked for by hand. */
static const char own_config[] = "[core]\n"
                                 "\trepositoryformatversion = 0\n"
                                 "\tfilemode = false\n"
                                 "\tbare = true\n"
                                 "\tlogAllRefUpdates = false\n"
                                 "\tfsync = committed,loose-object\n"
                                 "\thooksPath = /dev/null\n"
                                 "[gc]\n"
                                 "\tauto = 0\n"
                                 "[transfer]\n"
                                 "\tfsckObjects = true\n";

static TwfRepository *
repository_new (const char *path)
{
  TwfRepository *self = g_new0 (TwfRepository, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->path = g_canonicalize_filename (path, NULL);
  return self;
}

/**
 * twf_repository_ref:
 * @self: a repository
 *
 * Returns: (transfer full): @self; safe from any thread
 */
TwfRepository *
twf_repository_ref (TwfRepository *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * twf_repository_unref:
 * @self: (transfer full): a repository
 *
 * Gives a reference back; safe from any thread.
 */
void
twf_repository_unref (TwfRepository *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->below, twf_repository_unref);
  g_free (self->path);
  g_free (self);
}

/**
 * twf_repository_get_path:
 * @self: a repository
 *
 * Returns: (transfer none): where it lies, absolute
 */
const char *
twf_repository_get_path (TwfRepository *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/*
 * twf_repository_build_path:
 * @self: a repository
 * @name: a file's name inside it
 *
 * Returns: (transfer full): the file's path
 */
char *
twf_repository_build_path (TwfRepository *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

/* libgit2 says "not found" of all that it cannot open as a repository. TRUE: @error is set. */
static gboolean
explain_not_found (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);

  if (is_folder && access (path, R_OK | X_OK) != 0)
    g_set_error (error, TWF_ERROR, TWF_ERROR_DENIED, "%s: no permission to look inside", shown);
  else if (is_folder && twf_git_last_says ("safe.directory"))
    g_set_error (error, TWF_ERROR, TWF_ERROR_DENIED, "%s: belongs to another user", shown);
  else if (is_folder)
    g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: not a repository", shown);
  else if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: a file, not a repository", shown);
  else
    return FALSE;
  return TRUE;
}

/* The handle that a thread holds, and whose. */
typedef struct
{
  TwfRepository *repository;
  git_repository *handle;
} Held;

static void
held_free (gpointer data)
{
  Held *held = data;

  git_repository_free (held->handle);
  twf_repository_unref (held->repository);
  g_free (held);
}

static GPrivate held_by_thread = G_PRIVATE_INIT (held_free);

/*
 * twf_handle_release:
 * @handle: (transfer full): what twf_repository_open_handle() gave
 */
void
twf_handle_release (git_repository *handle)
{
  Held *held = g_private_get (&held_by_thread);

  if (held == NULL || held->handle != handle)
    git_repository_free (handle);
}

/**
 * twf_repository_hold:
 * @self: a repository
 *
 * Keeps one handle for all that the calling thread reads until twf_repository_release(): what two
 * hundred branches share is then read and unpacked once. Only for a run of readings without a
 * pause: what others do to the repository is seen late, and nothing may be committed through it.
 *
 * Errors: as twf_repository_open()
 */
gboolean
twf_repository_hold (TwfRepository *self, GError **error)
{
  git_repository *handle;
  Held *held;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (g_private_get (&held_by_thread) == NULL, FALSE);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return FALSE;
  held = g_new0 (Held, 1);
  held->repository = twf_repository_ref (self);
  held->handle = handle;
  g_private_set (&held_by_thread, held);
  return TRUE;
}

/**
 * twf_repository_release:
 * @self: a repository that the calling thread holds
 *
 * Ends what twf_repository_hold() began.
 */
void
twf_repository_release (TwfRepository *self)
{
  g_private_replace (&held_by_thread, NULL);
}

/*
 * twf_repository_open_handle:
 * @self: a repository
 *
 * A handle for the calling thread, which honours no configuration file at all: the repository may
 * have come from anybody. Opened anew for each call: it costs a fifth of a millisecond, and packs
 * that were replaced, or a folder that was, are never seen through an old handle.
 *
 * Returns: (transfer full): the handle
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_INVALID if it is no repository, TWF_ERROR_DENIED if it
 * belongs to somebody else, TWF_ERROR_UNSUPPORTED
 */
git_repository *
twf_repository_open_handle (TwfRepository *self, GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_config) empty = NULL;
  Held *held = g_private_get (&held_by_thread);
  int rc;

  if (held != NULL && held->repository == self)
    return held->handle;
  twf_git_init ();
  errno = 0;
  rc = git_repository_open_ext (
      &handle, self->path, GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT, NULL);
  if (rc == GIT_ENOTFOUND && explain_not_found (self->path, error))
    return NULL;
  if (rc < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_ASKED, self->path);
      return NULL;
    }
  if ((rc = git_config_new (&empty)) < 0 || (rc = git_repository_set_config (handle, empty)) < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_ASKED, self->path);
      return NULL;
    }
  if (!twf_loose_attach (self, handle, error)
      || (self->below != NULL && !twf_loose_attach (self->below, handle, error)))
    return NULL;
  return g_steal_pointer (&handle);
}

/**
 * twf_repository_open:
 * @path: (type filename): a bare repository's folder
 *
 * Looks whether there is a repository that can be read, and removes what a process that died left
 * behind, where it can be written to.
 *
 * Returns: (transfer full): where it lies
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is nothing, TWF_ERROR_INVALID if it is no repository,
 * TWF_ERROR_DENIED if it belongs to somebody else
 */
TwfRepository *
twf_repository_open (const char *path, GError **error)
{
  g_autoptr (TwfRepository) self = NULL;
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (GError) unrecovered = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = repository_new (path);
  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  if (!git_repository_is_bare (handle))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: not a bare repository", self->path);
      return NULL;
    }
  /* Reading goes on without it, and the next save tries again. */
  if (twf_repository_is_writable (self) && !twf_repository_recover (self, &unrecovered))
    g_debug ("%s: %s", self->path, unrecovered->message);
  return g_steal_pointer (&self);
}

/**
 * twf_repository_open_above:
 * @path: (type filename): a bare repository's folder, which git knows to read from another
 * @below: that other
 *
 * Returns: (transfer full): where it lies; what it has not is read from @below
 *
 * Errors: as twf_repository_open()
 */
TwfRepository *
twf_repository_open_above (const char *path, TwfRepository *below, GError **error)
{
  TwfRepository *self;

  g_return_val_if_fail (below != NULL, NULL);

  self = twf_repository_open (path, error);
  if (self != NULL)
    self->below = twf_repository_ref (below);
  return self;
}

/**
 * twf_repository_is_writable:
 * @self: a repository
 *
 * Returns: whether revisions can be saved here: a folder may be read-only, or somebody else's
 */
gboolean
twf_repository_is_writable (TwfRepository *self)
{
  static const char *const needed[] = { ".", "objects", "refs", "refs/heads" };

  g_return_val_if_fail (self != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_autofree char *path = twf_repository_build_path (self, needed[i]);

      if (access (path, W_OK | X_OK) != 0 && errno != ENOENT)
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_config (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "config", NULL);
  g_autofree char *hooks = g_build_filename (folder, "hooks", NULL);
  g_autofree char *sample = g_build_filename (hooks, "README.sample", NULL);

  g_unlink (sample);
  g_rmdir (hooks);
  if (!g_file_set_contents_full (path,
                                 own_config,
                                 -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 0644,
                                 error))
    {
      twf_error_convert (error);
      return FALSE;
    }
  return twf_lock_prepare (folder, error) && twf_sync_folder (folder, error);
}

static gboolean
init_folder (const char *folder, GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
  int rc;

  options.flags = GIT_REPOSITORY_INIT_BARE | GIT_REPOSITORY_INIT_NO_REINIT;
  options.initial_head = TWF_BRANCH_MAIN;
  errno = 0;
  rc = git_repository_init_ext (&handle, folder, &options);
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_ASKED, folder);
  return write_config (folder, error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (g_unlink (path) == 0)
    return;
  folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_rmdir (path);
}

/**
 * twf_repository_create:
 * @path: (type filename): a folder that does not exist, or is empty
 *
 * Makes an empty bare repository beside @path and moves it there whole, so that there is never half
 * of one.
 *
 * Returns: (transfer full): where it lies
 *
 * Errors: TWF_ERROR_EXISTS if there is something already, TWF_ERROR_NOT_FOUND if the folder above
 * is missing, TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED, TWF_ERROR_NO_SPACE
 */
TwfRepository *
twf_repository_create (const char *path, GError **error)
{
  g_autoptr (TwfRepository) self = NULL;
  g_autofree char *above = NULL;
  g_autofree char *making = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  twf_git_init ();
  self = repository_new (path);
  above = g_path_get_dirname (self->path);
  making = g_strdup_printf ("%s.new-XXXXXX", self->path);
  if (g_mkdtemp_full (making, 0755) == NULL)
    {
      twf_error_set_from_errno (error, errno, self->path);
      return NULL;
    }
  if (!init_folder (making, error))
    {
      remove_tree (making);
      return NULL;
    }
  if (rename (making, self->path) != 0)
    {
      twf_error_set_from_errno (error, errno == ENOTDIR ? EEXIST : errno, self->path);
      remove_tree (making);
      return NULL;
    }
  if (!twf_sync_folder (above, error))
    return NULL;
  return g_steal_pointer (&self);
}
