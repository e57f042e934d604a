/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-bulk-private.h"

#include "twf-error.h"

#include <errno.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <string.h>
#include <sys/statvfs.h>

/* A revision of many files is gathered in memory and written as one pack: each loose object costs a
 * sync of the disk, and a new plan of ten thousand provisions has thirty thousand of them. */
#define LEAST_FILES 64
/* Ahead of the loose objects and the packs, so that what is written goes there. */
#define BEFORE_OTHERS 1000
/* libgit2 writes a pack through a mapping of a file that it has made longer; on a full disk that
 * ends the process. So a pack is written only where there is room to spare. */
#define ROOM_TO_SPARE (16u * 1024 * 1024)

/*
 * twf_bulk_is_worth_it:
 * @repository: where
 * @changes: what is saved
 *
 * Returns: whether @changes are many, and there is room on the disk to write them at once
 */
gboolean
twf_bulk_is_worth_it (TwfRepository *repository, TwfChangeSet *changes)
{
  struct statvfs room;
  guint64 n_bytes;

  if (twf_change_set_get_size (changes, &n_bytes) < LEAST_FILES)
    return FALSE;
  return statvfs (twf_repository_get_path (repository), &room) == 0
         && (guint64)room.f_bavail * room.f_frsize > 2 * n_bytes + ROOM_TO_SPARE;
}

/* libgit2 looks through the folder of packs again for each object that is not there yet, and none
 * of what is written is. A pack that comes meanwhile is not seen through such a handle: what is
 * missed is then an error, and the save is done again through a new one. */
static void
stop_refreshing (git_odb *odb)
{
  for (gsize i = 0; i < git_odb_num_backends (odb); i++)
    {
      git_odb_backend *backend;

      if (git_odb_get_backend (&backend, odb, i) == 0)
        backend->refresh = NULL;
    }
}

/*
 * twf_bulk_attach:
 * @handle: a handle that was just opened, for one save alone
 *
 * Makes a handle keep in memory what is written through it.
 *
 * Errors: TWF_ERROR_FAILED
 */
gboolean
twf_bulk_attach (git_repository *handle, GError **error)
{
  g_autoptr (git_odb) odb = NULL;
  git_odb_backend *memory = NULL;
  int rc;

  if ((rc = git_repository_odb (&odb, handle)) < 0 || (rc = git_mempack_new (&memory)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, git_repository_path (handle));
  if ((rc = git_odb_add_backend (odb, memory, BEFORE_OTHERS)) == 0)
    {
      stop_refreshing (odb);
      return TRUE;
    }
  memory->free (memory);
  return twf_git_fail (error, rc, TWF_GIT_NAMED, git_repository_path (handle));
}

/*
 * twf_bulk_flush:
 * @repository: where
 * @handle: a handle after twf_bulk_attach()
 * @written: (element-type git_oid): what was written through it
 *
 * Writes the objects as one pack and syncs it. They stay readable through @handle.
 *
 * Errors: TWF_ERROR_NO_SPACE, TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED, TWF_ERROR_IO
 */
gboolean
twf_bulk_flush (TwfRepository *repository, git_repository *handle, GArray *written, GError **error)
{
  g_autofree char *folder = twf_repository_build_path (repository, "objects/pack");
  g_autoptr (git_packbuilder) builder = NULL;
  int rc;

  errno = 0;
  if ((rc = git_packbuilder_new (&builder, handle)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, folder);
  git_packbuilder_set_threads (builder, 1);
  for (guint i = 0; i < written->len; i++)
    if ((rc = git_packbuilder_insert (builder, &g_array_index (written, git_oid, i), NULL)) < 0)
      return twf_git_fail (error, rc, TWF_GIT_NAMED, folder);
  errno = 0;
  if ((rc = git_packbuilder_write (builder, folder, 0444, NULL, NULL)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, folder);
  return twf_sync_folder (folder, error);
}
