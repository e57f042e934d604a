/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-repository.h"

#include "twf-error.h"
#include "twf-gc-pid-private.h"
#include "twf-lock-private.h"
#include "twf-pack-private.h"

#include <errno.h>
#include <git2/sys/odb_backend.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

/* A save leaves six loose objects of a disk block each. */
#define MANY_LOOSE 1000
#define ROOM_TO_SPARE (4u * 1024 * 1024)

typedef struct
{
  TwfProgressFunc func;
  gpointer user_data;
  GCancellable *cancellable;
} Progress;

static int
report (Progress *progress, guint64 done, guint64 total)
{
  if (progress->func != NULL)
    progress->func (done, total, progress->user_data);
  return g_cancellable_is_cancelled (progress->cancellable) ? GIT_EUSER : 0;
}

static int
built_cb (int stage, guint32 done, guint32 total, void *user_data)
{
  return report (user_data, done, stage == GIT_PACKBUILDER_DELTAFICATION ? total : 0);
}

static int
written_cb (const git_indexer_progress *stats, void *user_data)
{
  return report (user_data, stats->received_objects, stats->total_objects);
}

/* Whether the new pack, asked alone and anew, has everything that is to be removed elsewhere. */
static gboolean
pack_holds_all (TwfPackPlan *plan, const char *index, GError **error)
{
  g_autoptr (git_odb) odb = NULL;
  git_odb_backend *backend = NULL;
  GHashTableIter each;
  gpointer id;
  int rc;

  errno = 0;
  if ((rc = git_odb_new (&odb)) < 0 || (rc = git_odb_backend_one_pack (&backend, index)) < 0
      || (rc = git_odb_add_backend (odb, backend, 1)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, index);
  g_hash_table_iter_init (&each, plan->ids);
  while (g_hash_table_iter_next (&each, &id, NULL))
    if (twf_pack_plan_holds (plan, id) && !git_odb_exists (odb, id))
      {
        g_set_error (
            error, TWF_ERROR, TWF_ERROR_DAMAGED, "%s: %s is missing", index, git_oid_tostr_s (id));
        return FALSE;
      }
  return TRUE;
}

/* The index goes first: it is what makes the others seen. */
static void
remove_pack (const char *path)
{
  static const char *const suffixes[] = { ".idx", ".rev", ".bitmap", ".mtimes", ".pack" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static void
remove_packed (TwfRepository *repository, TwfPackPlan *plan, const char *kept)
{
  for (guint i = 0; i < plan->loose->len; i++)
    {
      const git_oid *id = g_ptr_array_index (plan->loose, i);
      g_autofree char *path = twf_build_loose_path (repository, id);

      if (twf_pack_plan_holds (plan, id))
        g_unlink (path);
    }
  for (guint i = 0; i < plan->packs->len; i++)
    if (!g_str_equal (g_ptr_array_index (plan->packs, i), kept))
      remove_pack (g_ptr_array_index (plan->packs, i));
}

static gboolean
build_pack (git_packbuilder *builder, const char *folder, Progress *progress, GError **error)
{
  int rc;

  errno = 0;
  rc = git_packbuilder_write (builder, folder, 0444, written_cb, progress);
  if (g_cancellable_set_error_if_cancelled (progress->cancellable, error))
    return FALSE;
  return rc == 0 || twf_git_fail (error, rc, TWF_GIT_NAMED, folder);
}

static guint64
size_of (const char *path)
{
  struct stat found;

  return stat (path, &found) == 0 ? (guint64)found.st_size : 0;
}

/* libgit2 writes a pack through a mapping of a file that it has made longer: on a full disk that
 * would end the process. The new pack is no larger than what it is made of. */
static gboolean
has_room (TwfRepository *repository, TwfPackPlan *plan, GError **error)
{
  const char *folder = twf_repository_get_path (repository);
  guint64 needed = ROOM_TO_SPARE;
  struct statvfs room;

  for (guint i = 0; i < plan->loose->len; i++)
    {
      g_autofree char *path = twf_build_loose_path (repository, g_ptr_array_index (plan->loose, i));

      needed += size_of (path);
    }
  for (guint i = 0; i < plan->packs->len; i++)
    {
      g_autofree char *path = g_strconcat (g_ptr_array_index (plan->packs, i), ".pack", NULL);

      needed += 2 * size_of (path);
    }
  if (statvfs (folder, &room) != 0 || (guint64)room.f_bavail * room.f_frsize >= needed)
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_NO_SPACE, "%s: no room for another pack", folder);
  return FALSE;
}

static gboolean
write_pack (TwfRepository *repository, TwfPackPlan *plan, Progress *progress, GError **error)
{
  g_autofree char *folder = twf_repository_build_path (repository, "objects/pack");
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_packbuilder) builder = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *index = NULL;
  int rc;

  handle = twf_repository_open_handle (repository, error);
  if (handle == NULL)
    return FALSE;
  errno = 0;
  if ((rc = git_packbuilder_new (&builder, handle)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, folder);
  git_packbuilder_set_threads (builder, 1);
  git_packbuilder_set_callbacks (builder, built_cb, progress);
  if (!twf_pack_insert (plan, handle, builder, progress->cancellable, error)
      || !build_pack (builder, folder, progress, error))
    return FALSE;
  kept = g_strdup_printf ("%s/pack-%s", folder, git_packbuilder_name (builder));
  index = g_strconcat (kept, ".idx", NULL);
  if (!twf_sync_folder (folder, error) || !pack_holds_all (plan, index, error))
    return FALSE;
  remove_packed (repository, plan, kept);
  return TRUE;
}

/**
 * twf_repository_needs_repack:
 * @self: a repository
 *
 * Returns: whether there are so many small files that twf_repository_repack() is worth its time;
 * quick, to be asked after each save
 */
gboolean
twf_repository_needs_repack (TwfRepository *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return twf_count_loose (self) >= MANY_LOOSE;
}

/**
 * twf_repository_repack:
 * @self: a repository
 * @progress: (nullable) (scope call): called in this thread
 * @user_data: (closure): for @progress
 * @cancellable: (nullable): looked at between objects
 *
 * Writes loose objects, and packs that are small against them, into one new pack, and removes them
 * once it is on the disk and can be read. Nothing that is written meanwhile is touched, nothing is
 * pruned. Readers and savers need not wait. If another process is repacking already, git or one
 * of ours, it is left to it.
 *
 * Errors: TWF_ERROR_NO_SPACE, TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED, TWF_ERROR_DAMAGED;
 * %G_IO_ERROR_CANCELLED. Nothing is lost in any of them.
 */
gboolean
twf_repository_repack (TwfRepository *self,
                       TwfProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  Progress shown = { .func = progress, .user_data = user_data, .cancellable = cancellable };
  g_autoptr (GError) busy = NULL;
  g_autoptr (TwfLock) lock = NULL;
  g_autoptr (TwfPackPlan) plan = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL, FALSE);

  twf_git_init ();
  lock = twf_lock_take (self, TWF_LOCK_REPACK, 0, &busy);
  if (lock == NULL && g_error_matches (busy, TWF_ERROR, TWF_ERROR_BUSY))
    return TRUE;
  if (lock == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&busy));
      return FALSE;
    }
  if (!twf_gc_pid_take (self))
    return TRUE;
  plan = twf_pack_plan_new (self);
  done = !twf_pack_plan_is_worthwhile (plan)
         || (has_room (self, plan, error) && write_pack (self, plan, &shown, error));
  twf_gc_pid_release (self);
  return done;
}
