/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-repository.h"

#include "twf-lock-private.h"
#include "twf-pack-private.h"
#include "twf-repository-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is not known to be a dead process's is left alone until it is this old, in seconds. */
#define OLD_LITTER (60 * 60)
/* A lock of a reference is held for milliseconds. One that stays the same for so long, and that no
 * process has open, has no owner: shorter where one of ours is known to have died. */
#define LONG_HELD (3 * G_TIME_SPAN_SECOND)
#define BRIEFLY_HELD (100 * G_TIME_SPAN_MILLISECOND)
#define PATIENCE_TO_RECOVER (500 * G_TIME_SPAN_MILLISECOND)

/* Whether a link of /proc leads into @folder. */
static gboolean
link_leads_into (const char *link, const char *folder)
{
  g_autofree char *target = g_file_read_link (link, NULL);
  gsize length = strlen (folder);

  return target != NULL && strncmp (target, folder, length) == 0
         && (target[length] == '/' || target[length] == '\0');
}

static gboolean
process_is_in (const char *pid, const char *folder)
{
  g_autofree char *cwd = g_build_filename ("/proc", pid, "cwd", NULL);
  g_autofree char *fds = g_build_filename ("/proc", pid, "fd", NULL);
  g_autofree char *comm_path = g_build_filename ("/proc", pid, "comm", NULL);
  g_autofree char *comm = NULL;
  g_autoptr (GDir) opened = NULL;
  const char *fd;

  /* A shell whose folder it is holds no lock; git that runs there may. */
  if (link_leads_into (cwd, folder) && g_file_get_contents (comm_path, &comm, NULL, NULL)
      && g_str_has_prefix (comm, "git"))
    return TRUE;
  opened = g_dir_open (fds, 0, NULL);
  while (opened != NULL && (fd = g_dir_read_name (opened)) != NULL)
    {
      g_autofree char *link = g_build_filename (fds, fd, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      if (target != NULL && g_str_has_suffix (target, ".lock") && link_leads_into (link, folder)
          && strstr (target, "/tawafuq") == NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether a live process, of those this user may look at, may hold a lock of a reference. */
static gboolean
somebody_is_in (TwfRepository *repository)
{
  g_autoptr (GDir) processes = g_dir_open ("/proc", 0, NULL);
  g_autofree char *folder = realpath (twf_repository_get_path (repository), NULL);
  const char *pid;

  while (folder != NULL && processes != NULL && (pid = g_dir_read_name (processes)) != NULL)
    if (g_ascii_isdigit (pid[0]) && atoi (pid) != getpid () && process_is_in (pid, folder))
      return TRUE;
  return FALSE;
}

/* Watches a lock: TRUE if it stays, unchanged, for @span. By our own clock, not by its date. */
static gboolean
stays_unchanged (const char *path, gint64 span)
{
  gint64 until = g_get_monotonic_time () + span;
  struct stat first, now;

  if (stat (path, &first) != 0)
    return FALSE;
  while (g_get_monotonic_time () < until)
    {
      g_usleep (10 * G_TIME_SPAN_MILLISECOND);
      if (stat (path, &now) != 0 || now.st_ino != first.st_ino || now.st_size != first.st_size
          || now.st_mtim.tv_sec != first.st_mtim.tv_sec
          || now.st_mtim.tv_nsec != first.st_mtim.tv_nsec)
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_stale_file (TwfRepository *repository, const char *path, gboolean was_left)
{
  struct stat before;

  if (stat (path, &before) != 0)
    return FALSE;
  if (!stays_unchanged (path, was_left ? BRIEFLY_HELD : LONG_HELD) || somebody_is_in (repository))
    return FALSE;
  g_debug ("removing %s, which a process that died left", path);
  return g_unlink (path) == 0;
}

/*
 * twf_remove_stale_reference_lock:
 * @repository: where; the lock for saving is held
 * @reference: a full name, "refs/heads/main"
 * @was_left: whether a process of ours is known to have died while saving
 *
 * Savers of ours exclude each other, so that a lock of a reference that is met while saving is
 * git's or a dead process's. It is removed when it stays the same for a while and no live process
 * has a lock open here, nor is git at work in the folder.
 *
 * Returns: whether something was removed, so that trying again makes sense
 */
gboolean
twf_remove_stale_reference_lock (TwfRepository *repository,
                                 const char *reference,
                                 gboolean was_left)
{
  g_autofree char *name = g_strconcat (reference, ".lock", NULL);
  g_autofree char *lock = twf_repository_build_path (repository, name);
  g_autofree char *packed = twf_repository_build_path (repository, "packed-refs.lock");
  gboolean removed = FALSE;

  removed |= remove_stale_file (repository, lock, was_left);
  removed |= remove_stale_file (repository, packed, was_left);
  return removed;
}

static void
remove_litter_in (const char *folder, const char *prefix, gboolean whatever_age)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      struct stat found;

      if (!g_str_has_prefix (name, prefix))
        continue;
      path = g_build_filename (folder, name, NULL);
      if (stat (path, &found) == 0
          && (whatever_age || g_get_real_time () / G_USEC_PER_SEC - found.st_mtime > OLD_LITTER))
        g_unlink (path);
    }
}

static void
remove_litter_of (TwfRepository *repository, gboolean was_left)
{
  g_autofree char *objects = twf_repository_build_path (repository, "objects");
  g_autofree char *packs = g_build_filename (objects, "pack", NULL);
  g_autoptr (TwfLock) repack = NULL;

  remove_litter_in (objects, "tmp_object_git2_", was_left);
  twf_pack_release_all (packs);
  /* Nobody repacks while we hold that lock: a half-written pack is a dead one's. */
  repack = twf_lock_take (repository, TWF_LOCK_REPACK, 0, NULL);
  if (repack != NULL)
    {
      remove_litter_in (packs, "pack_git2_", twf_lock_was_left (repack));
      twf_lock_settle (repack);
    }
}

static void
remove_locks_below (TwfRepository *repository, const char *folder, gboolean was_left)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_locks_below (repository, path, was_left);
      else if (g_str_has_suffix (name, ".lock"))
        remove_stale_file (repository, path, was_left);
    }
}

static gboolean
repository_has_packs_in_work (TwfRepository *repository)
{
  g_autofree char *packs = twf_repository_build_path (repository, "objects/pack");
  g_autoptr (GDir) dir = g_dir_open (packs, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "pack_git2_"))
      return TRUE;
  return FALSE;
}

/**
 * twf_repository_recover:
 * @self: a repository
 *
 * Removes locks of references and temporary files that a process left which died at work. Quick
 * when nobody died; a lock is looked at for up to three seconds before it is believed dead.
 *
 * Errors: TWF_ERROR_BUSY if another process saves all the while; TWF_ERROR_READ_ONLY,
 * TWF_ERROR_DENIED if nothing can be removed here
 */
gboolean
twf_repository_recover (TwfRepository *self, GError **error)
{
  g_autoptr (TwfLock) lock = NULL;
  g_autofree char *references = NULL;
  g_autofree char *packed = NULL;
  g_autofree char *head = NULL;
  gboolean was_left;

  g_return_val_if_fail (self != NULL, FALSE);

  lock = twf_lock_take (self, TWF_LOCK_SAVE, PATIENCE_TO_RECOVER, error);
  if (lock == NULL)
    return FALSE;
  was_left = twf_lock_was_left (lock);
  references = twf_repository_build_path (self, "refs");
  packed = twf_repository_build_path (self, "packed-refs.lock");
  head = twf_repository_build_path (self, "HEAD.lock");
  remove_locks_below (self, references, was_left);
  remove_stale_file (self, packed, was_left);
  remove_stale_file (self, head, was_left);
  if (was_left || repository_has_packs_in_work (self))
    remove_litter_of (self, was_left);
  twf_lock_settle (lock);
  return TRUE;
}

/*
 * twf_remove_litter:
 * @repository: where; the lock for saving is held, and was left by one who died
 *
 * Removes the temporary files of savers; none can be alive.
 */
void
twf_remove_litter (TwfRepository *repository)
{
  remove_litter_of (repository, TRUE);
}
