/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-repository-private.h"

#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* What any system has written out by itself long ago: half a minute is usual. */
#define RECENT (10 * G_TIME_SPAN_MINUTE)

/* What is missing is no fault where @optional: an object may be in a pack. */
static gboolean
sync_path (const char *path, int flags, gboolean optional, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | flags);
  int failed = 0;

  if (fd < 0 && errno == ENOENT && optional)
    return TRUE;
  if (fd < 0 || fsync (fd) != 0)
    failed = errno;
  if (fd >= 0)
    close (fd);
  if (failed != 0)
    twf_error_set_from_errno (error, failed, path);
  return failed == 0;
}

/*
 * twf_sync_folder:
 * @path: (type filename): a folder
 *
 * Makes the names in a folder survive a power cut. A folder that is gone has none: git removes
 * those of branches that it packs.
 *
 * Errors: by errno
 */
gboolean
twf_sync_folder (const char *path, GError **error)
{
  return sync_path (path, O_DIRECTORY, TRUE, error);
}

/*
 * twf_build_loose_path:
 * @self: a repository
 * @id: an object
 *
 * Returns: (transfer full): the file of the object, if it is loose
 */
char *
twf_build_loose_path (TwfRepository *self, const git_oid *id)
{
  char hex[GIT_OID_HEXSZ + 1];

  git_oid_tostr (hex, sizeof hex, id);
  return g_strdup_printf ("%s/objects/%.2s/%s", twf_repository_get_path (self), hex, hex + 2);
}

/* When a file or folder came into being, in microseconds since 1970; -1: that cannot be known; and
 * G_MAXINT64 if there is none. */
static gint64
birth_of (const char *path)
{
  struct statx found;

  if (statx (AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_BTIME, &found) != 0)
    return errno == ENOENT ? G_MAXINT64 : -1;
  if ((found.stx_mask & STATX_BTIME) == 0)
    return -1;
  return found.stx_btime.tv_sec * G_USEC_PER_SEC + found.stx_btime.tv_nsec / 1000;
}

/*
 * twf_sync_objects:
 * @self: a repository
 * @ids: (element-type git_oid): objects that are about to be named by a reference
 * @since: when their writing began, in microseconds since 1970
 *
 * Makes objects survive a power cut. libgit2 does so for those it writes, but not for those that
 * somebody wrote before who did not, git for one, and not for the folders it makes. To do it for
 * all of them again would cost as much as the whole save.
 *
 * Errors: by errno
 */
gboolean
twf_sync_objects (TwfRepository *self, GArray *ids, gint64 since, GError **error)
{
  g_autofree char *objects = twf_repository_build_path (self, "objects");
  gboolean new_folders = FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *path = twf_build_loose_path (self, &g_array_index (ids, git_oid, i));
      g_autofree char *folder = NULL;
      gint64 birth = birth_of (path);
      gint64 folder_birth;

      /* In a pack, which was synced as it was written. */
      if (birth == G_MAXINT64)
        continue;
      folder = g_path_get_dirname (path);
      folder_birth = birth_of (folder);
      if (birth < since
          && (!sync_path (path, 0, TRUE, error) || !sync_path (folder, O_DIRECTORY, TRUE, error)))
        return FALSE;
      /* Made just now, or by one who may not have synced it. */
      new_folders |= folder_birth < 0 || folder_birth >= since - RECENT;
    }
  return !new_folders || twf_sync_folder (objects, error);
}
