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
/* So many objects are gathered for one pack. What libgit2 keeps of each until its pack is written
 * is several times the object: a merge of two hundred branches has thirty thousand of them. */
#define AT_ONCE 4096

/* A backend that would look through its folder again, and how. */
typedef struct
{
  git_odb_backend *backend;
  int (*refresh) (git_odb_backend *backend);
} Folder;

struct _TwfBulk
{
  TwfRepository *repository;
  git_repository *handle;
  git_odb_backend *memory;
  GArray *folders; /* of Folder */
  GArray *pending; /* of git_oid: in no pack yet */
};

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
 * of what is written is. A pack that somebody else writes meanwhile need not be seen through such a
 * handle: what is missed is then an error, and the save is done again through a new one. */
static void
stop_refreshing (TwfBulk *self, git_odb *odb)
{
  for (gsize i = 0; i < git_odb_num_backends (odb); i++)
    {
      Folder folder = { NULL, NULL };

      if (git_odb_get_backend (&folder.backend, odb, i) < 0 || folder.backend->refresh == NULL)
        continue;
      folder.refresh = folder.backend->refresh;
      folder.backend->refresh = NULL;
      g_array_append_val (self->folders, folder);
    }
}

/*
 * twf_bulk_new:
 * @repository: where
 * @handle: a handle that was just opened, for one save alone, which outlives this
 * @error: where an error goes
 *
 * Makes a handle keep in memory what is written through it, until there is enough for a pack.
 *
 * Returns: (transfer full): what gathers it
 *
 * Errors: TWF_ERROR_FAILED
 */
TwfBulk *
twf_bulk_new (TwfRepository *repository, git_repository *handle, GError **error)
{
  g_autoptr (TwfBulk) self = g_new0 (TwfBulk, 1);
  g_autoptr (git_odb) odb = NULL;
  git_odb_backend *memory = NULL;
  int rc;

  self->repository = repository;
  self->handle = handle;
  self->folders = g_array_new (FALSE, FALSE, sizeof (Folder));
  self->pending = g_array_new (FALSE, FALSE, sizeof (git_oid));
  if ((rc = git_repository_odb (&odb, handle)) == 0 && (rc = git_mempack_new (&memory)) == 0)
    rc = git_odb_add_backend (odb, memory, BEFORE_OTHERS);
  if (rc < 0)
    {
      if (memory != NULL)
        memory->free (memory);
      twf_git_fail (error, rc, TWF_GIT_NAMED, git_repository_path (handle));
      return NULL;
    }
  self->memory = memory;
  stop_refreshing (self, odb);
  return g_steal_pointer (&self);
}

/*
 * twf_bulk_free:
 * @self: (transfer full) (nullable): what gathers objects
 *
 * What was not flushed is in no pack.
 */
void
twf_bulk_free (TwfBulk *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->folders);
  g_array_unref (self->pending);
  g_free (self);
}

static gboolean
write_pack (TwfBulk *self, const char *folder, GError **error)
{
  g_autoptr (git_packbuilder) builder = NULL;
  int rc;

  errno = 0;
  if ((rc = git_packbuilder_new (&builder, self->handle)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, folder);
  git_packbuilder_set_threads (builder, 1);
  for (guint i = 0; i < self->pending->len; i++)
    if ((rc = git_packbuilder_insert (builder, &g_array_index (self->pending, git_oid, i), NULL))
        < 0)
      return twf_git_fail (error, rc, TWF_GIT_NAMED, folder);
  errno = 0;
  if ((rc = git_packbuilder_write (builder, folder, 0444, NULL, NULL)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, folder);
  return TRUE;
}

/*
 * twf_bulk_flush:
 * @self: what gathers objects
 * @error: where an error goes
 *
 * Writes what was gathered as one pack and syncs it. It stays readable through the handle.
 *
 * Errors: TWF_ERROR_NO_SPACE, TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED, TWF_ERROR_IO
 */
gboolean
twf_bulk_flush (TwfBulk *self, GError **error)
{
  g_autofree char *folder = twf_repository_build_path (self->repository, "objects/pack");
  int rc = 0;

  if (self->pending->len == 0)
    return TRUE;
  if (!write_pack (self, folder, error))
    return FALSE;
  /* Seen in its pack before it goes from memory: a tree asks for what it names. */
  for (guint i = 0; rc == 0 && i < self->folders->len; i++)
    {
      const Folder *each = &g_array_index (self->folders, Folder, i);

      rc = each->refresh (each->backend);
    }
  if (rc == 0)
    rc = git_mempack_reset (self->memory);
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, folder);
  g_array_set_size (self->pending, 0);
  return twf_sync_folder (folder, error);
}

/*
 * twf_bulk_add:
 * @self: what gathers objects
 * @id: an object that was written through the handle, or was there already
 * @error: where an error goes
 *
 * Errors: as twf_bulk_flush(), which is done whenever there is enough for a pack
 */
gboolean
twf_bulk_add (TwfBulk *self, const git_oid *id, GError **error)
{
  g_array_append_vals (self->pending, id, 1);
  return self->pending->len < AT_ONCE || twf_bulk_flush (self, error);
}
