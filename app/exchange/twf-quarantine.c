/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-quarantine.h"

#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_OPEN_FOLDERS 16
#define LOCK_SUFFIX ".lock"
/* Where the index of a pack has its last entry of the table by first byte: how many there are. */
#define INDEX_COUNT_OFFSET (8 + 255 * 4)

struct _TwfQuarantine
{
  char *path;
  char *lock_path;
  int lock; /* held as long as we live */
  TwfRepository *repository;
  TwfRepository *plan;
};

/* All that git reads there about how to work: nothing of it comes from anywhere else. */
static const char own_config[] = "[core]\n"
                                 "\trepositoryformatversion = 0\n"
                                 "\tfilemode = false\n"
                                 "\tbare = true\n"
                                 "\tlogAllRefUpdates = false\n"
                                 "\thooksPath = /dev/null\n"
                                 "\tpackedGitWindowSize = 16m\n"
                                 "\tpackedGitLimit = 128m\n"
                                 "\tdeltaBaseCacheLimit = 48m\n"
                                 "\tbigFileThreshold = 16m\n"
                                 "[gc]\n"
                                 "\tauto = 0\n"
                                 "[fetch]\n"
                                 "\tunpackLimit = 1\n"
                                 "\tfsckObjects = true\n"
                                 "[transfer]\n"
                                 "\tunpackLimit = 1\n"
                                 "\tfsckObjects = true\n";

static int
remove_one (const char *path, const struct stat *status, int kind, struct FTW *place)
{
  return remove (path);
}

static void
remove_tree (const char *path)
{
  if (nftw (path, remove_one, MOST_OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS | FTW_MOUNT) != 0
      && errno != ENOENT)
    g_debug ("%s: %s", path, g_strerror (errno));
}

/* Whose lock nobody holds is dead. */
static void
remove_dead (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *lock = g_build_filename (folder, name, NULL);
      g_autofree char *path = NULL;
      int fd;

      if (!g_str_has_suffix (name, LOCK_SUFFIX))
        continue;
      fd = open (lock, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
      if (fd < 0)
        continue;
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        {
          path = g_strndup (lock, strlen (lock) - strlen (LOCK_SUFFIX));
          remove_tree (path);
          g_unlink (lock);
        }
      close (fd);
    }
}

/* A name of its own, with a lock that says we live before there is anything under it. One who
 * looks for dead ones may take the lock between its making and its taking; then another is made. */
static gboolean
take_name (TwfQuarantine *self, const char *folder, GError **error)
{
  for (;;)
    {
      g_autofree char *lock = g_build_filename (folder, "q-XXXXXX" LOCK_SUFFIX, NULL);
      struct stat found;
      int fd = g_mkstemp_full (lock, O_RDWR | O_CLOEXEC, 0600);

      if (fd < 0)
        {
          twf_error_set_from_errno (error, errno, folder);
          return FALSE;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) == 0 && fstat (fd, &found) == 0 && found.st_nlink > 0)
        {
          self->lock = fd;
          self->path = g_strndup (lock, strlen (lock) - strlen (LOCK_SUFFIX));
          self->lock_path = g_steal_pointer (&lock);
          return TRUE;
        }
      close (fd);
    }
}

static gboolean
put_file (TwfQuarantine *self, const char *name, const char *content, GError **error)
{
  g_autofree char *path = twf_quarantine_build_path (self, name);

  if (g_file_set_contents (path, content, -1, error))
    return TRUE;
  twf_error_convert (error);
  return FALSE;
}

static gboolean
fill (TwfQuarantine *self, GError **error)
{
  static const char *const folders[]
      = { "", "objects", "objects/info", "objects/pack", "refs", "refs/heads" };
  TwfRepository *const seen[] = { self->plan, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = twf_quarantine_build_path (self, folders[i]);

      if (g_mkdir (path, 0700) != 0)
        {
          twf_error_set_from_errno (error, errno, path);
          return FALSE;
        }
    }
  return put_file (self, "HEAD", "ref: refs/heads/" TWF_BRANCH_MAIN "\n", error)
         && put_file (self, "config", own_config, error) && twf_quarantine_see (self, seen, error);
}

/**
 * twf_quarantine_new:
 * @plan: the plan for which something comes
 * @error: return location
 *
 * Makes an empty quarantine in the user's cache folder, and removes what dead processes left there.
 * Blocks.
 *
 * Returns: (transfer full): the quarantine
 * Errors: as making folders and files there
 */
TwfQuarantine *
twf_quarantine_new (TwfRepository *plan, GError **error)
{
  g_autofree char *folder
      = g_build_filename (g_get_user_cache_dir (), "tawafuq", "quarantine", NULL);
  g_autoptr (TwfQuarantine) self = g_new0 (TwfQuarantine, 1);

  g_return_val_if_fail (plan != NULL, NULL);

  self->lock = -1;
  self->plan = twf_repository_ref (plan);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      twf_error_set_from_errno (error, errno, folder);
      return NULL;
    }
  remove_dead (folder);
  if (!take_name (self, folder, error) || !fill (self, error))
    return NULL;
  self->repository = twf_repository_open_above (self->path, plan, error);
  return self->repository != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * twf_quarantine_see:
 * @self: a quarantine
 * @seen: (array zero-terminated=1): repositories whose objects git is to see in it from now on; at
 *   first the plan's
 * @error: return location
 *
 * Errors: TWF_ERROR_UNSUPPORTED if there is a line end in a name; as writing a file
 */
gboolean
twf_quarantine_see (TwfQuarantine *self, TwfRepository *const *seen, GError **error)
{
  g_autoptr (GString) alternates = g_string_new (NULL);

  for (gsize i = 0; seen[i] != NULL; i++)
    {
      const char *path = twf_repository_get_path (seen[i]);

      if (strpbrk (path, "\r\n") != NULL)
        {
          g_set_error_literal (error,
                               TWF_ERROR,
                               TWF_ERROR_UNSUPPORTED,
                               "a folder with a line end in its name; give the plan another");
          return FALSE;
        }
      g_string_append_printf (alternates, "%s/objects\n", path);
    }
  return put_file (self, "objects/info/alternates", alternates->str, error);
}

/**
 * twf_quarantine_free:
 * @self: (transfer full) (nullable): a quarantine
 *
 * Removes it with all that is in it.
 */
void
twf_quarantine_free (TwfQuarantine *self)
{
  if (self == NULL)
    return;
  if (self->path != NULL)
    {
      remove_tree (self->path);
      g_unlink (self->lock_path);
    }
  if (self->lock >= 0)
    close (self->lock);
  g_clear_pointer (&self->repository, twf_repository_unref);
  twf_repository_unref (self->plan);
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self);
}

/**
 * twf_quarantine_get_path:
 * @self: a quarantine
 *
 * Returns: (transfer none): where it lies: git's folder
 */
const char *
twf_quarantine_get_path (TwfQuarantine *self)
{
  return self->path;
}

/**
 * twf_quarantine_get_repository:
 * @self: a quarantine
 *
 * Returns: (transfer none): it as a repository; what it has not is read from the plan's
 */
TwfRepository *
twf_quarantine_get_repository (TwfQuarantine *self)
{
  return self->repository;
}

/**
 * twf_quarantine_get_plan:
 * @self: a quarantine
 *
 * Returns: (transfer none): the plan for which something comes
 */
TwfRepository *
twf_quarantine_get_plan (TwfQuarantine *self)
{
  return self->plan;
}

/**
 * twf_quarantine_build_path:
 * @self: a quarantine
 * @name: of a file in it
 *
 * Returns: (transfer full): the file's path
 */
char *
twf_quarantine_build_path (TwfQuarantine *self, const char *name)
{
  return g_build_filename (self->path, name, NULL);
}

/**
 * twf_quarantine_list_refs:
 * @self: a quarantine
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfBundleRef): the branches in it
 * Errors: as twf_repository_list_branches()
 */
GPtrArray *
twf_quarantine_list_refs (TwfQuarantine *self, GError **error)
{
  g_autoptr (GPtrArray) branches = twf_repository_list_branches (self->repository, error);
  GPtrArray *list;

  if (branches == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_bundle_ref_free);
  for (guint i = 0; i < branches->len; i++)
    {
      const TwfBranch *branch = branches->pdata[i];
      g_autofree char *name = g_strconcat ("refs/heads/", branch->name, NULL);

      g_ptr_array_add (list, twf_bundle_ref_new (name, branch->tip));
    }
  return list;
}

static gboolean
index_has (const char *path, guint n_objects)
{
  guint8 head[4] = { 0 };
  guint32 count = 0;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gboolean good = fd >= 0 && pread (fd, head, sizeof head, 0) == sizeof head
                  && memcmp (head, "\377tOc", sizeof head) == 0
                  && pread (fd, &count, sizeof count, INDEX_COUNT_OFFSET) == sizeof count;

  if (fd >= 0)
    close (fd);
  return good && GUINT32_FROM_BE (count) == n_objects;
}

/* Whether there are objects outside packs. */
static gboolean
has_loose (TwfQuarantine *self)
{
  g_autofree char *folder = twf_quarantine_build_path (self, "objects");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strcmp (name, "pack") != 0 && strcmp (name, "info") != 0)
      return TRUE;
  return FALSE;
}

/**
 * twf_quarantine_find_pack:
 * @self: a quarantine
 * @n_objects: how many objects that are new were found in it
 *
 * Returns: (transfer full) (nullable): the pack, without its suffix, that holds these and nothing
 *   else; %NULL: there is none, since they are scattered, or not alone
 */
char *
twf_quarantine_find_pack (TwfQuarantine *self, guint n_objects)
{
  g_autofree char *folder = twf_quarantine_build_path (self, "objects/pack");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *found = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (name, ".idx"))
        continue;
      if (found != NULL)
        return NULL;
      found = g_build_filename (folder, name, NULL);
    }
  if (found == NULL || has_loose (self) || !index_has (found, n_objects))
    return NULL;
  return g_strndup (found, strlen (found) - strlen (".idx"));
}
