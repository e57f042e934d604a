/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-repository-private.h"

#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

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

/*
 * twf_sync_objects:
 * @self: a repository
 * @ids: (element-type git_oid): objects that are about to be named by a reference
 *
 * Makes objects survive a power cut. libgit2 does so for those it writes, but not for those that
 * somebody wrote before who did not, git for one, and not for the folders it makes. What is on the
 * disk already costs next to nothing.
 *
 * Errors: by errno
 */
gboolean
twf_sync_objects (TwfRepository *self, GArray *ids, GError **error)
{
  g_autofree char *objects = twf_repository_build_path (self, "objects");

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *path = twf_build_loose_path (self, &g_array_index (ids, git_oid, i));
      g_autofree char *folder = g_path_get_dirname (path);

      if (!sync_path (path, 0, TRUE, error) || !sync_path (folder, O_DIRECTORY, TRUE, error))
        return FALSE;
    }
  return twf_sync_folder (objects, error);
}
