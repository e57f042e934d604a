/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-lock-private.h"

#include "twf-error.h"
#include "twf-repository-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* The lock's file holds one byte: a process that holds the lock writes 'w' and writes '-' when it
 * is done. Who takes the lock and reads 'w' knows that the one before died at work. The byte is
 * there from the beginning, so that a full disk does not forbid writing it. */
#define AT_WORK 'w'
#define AT_REST '-'

#define SHORTEST_NAP (2 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_NAP (50 * G_TIME_SPAN_MILLISECOND)

struct _TwfLock
{
  int fd; /* -1: this file system has no such locks */
  gboolean was_left;
};

static gboolean
write_state (int fd, char state)
{
  return pwrite (fd, &state, 1, 0) == 1;
}

static int
open_lock (const char *path)
{
  return open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
}

/*
 * twf_lock_prepare:
 * @folder: (type filename): a repository that is being made
 *
 * Makes the files of the locks.
 *
 * Errors: by errno
 */
gboolean
twf_lock_prepare (const char *folder, GError **error)
{
  static const char *const names[] = { TWF_LOCK_SAVE, TWF_LOCK_REPACK };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      int fd = open_lock (path);

      if (fd < 0 || !write_state (fd, AT_REST))
        {
          twf_error_set_from_errno (error, errno, path);
          if (fd >= 0)
            close (fd);
          return FALSE;
        }
      close (fd);
    }
  return TRUE;
}

/* Naps of random length, so that two who wait do not meet again and again. */
static int
lock_patiently (int fd, gint64 patience)
{
  gint64 until = g_get_monotonic_time () + patience;
  gint64 nap = SHORTEST_NAP;

  while (flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        return errno;
      if (g_get_monotonic_time () >= until)
        return EWOULDBLOCK;
      g_usleep (g_random_int_range (SHORTEST_NAP / 2, nap + 1));
      nap = MIN (nap * 2, LONGEST_NAP);
    }
  return 0;
}

/*
 * twf_lock_take:
 * @repository: where
 * @name: TWF_LOCK_SAVE or TWF_LOCK_REPACK
 * @patience: how long to wait for another process, in microseconds
 *
 * Where the file system has no locks of this kind (some network shares), the lock is taken for
 * granted: the locks of git's own references still keep saves apart.
 *
 * Returns: (transfer full): the lock
 * Errors: TWF_ERROR_BUSY if another holds it all the time, else by errno
 */
TwfLock *
twf_lock_take (TwfRepository *repository, const char *name, gint64 patience, GError **error)
{
  g_autoptr (TwfLock) self = g_new0 (TwfLock, 1);
  g_autofree char *path = twf_repository_build_path (repository, name);
  char state = AT_REST;
  int failed;

  self->fd = open_lock (path);
  if (self->fd < 0)
    {
      twf_error_set_from_errno (error, errno, path);
      return NULL;
    }
  failed = lock_patiently (self->fd, patience);
  if (failed == EWOULDBLOCK)
    {
      close (self->fd);
      self->fd = -1;
      g_set_error (error, TWF_ERROR, TWF_ERROR_BUSY, "%s: held by another process", path);
      return NULL;
    }
  if (failed != 0)
    {
      close (self->fd);
      self->fd = -1;
      return g_steal_pointer (&self);
    }
  self->was_left = pread (self->fd, &state, 1, 0) == 1 && state == AT_WORK;
  if (!self->was_left && !write_state (self->fd, AT_WORK))
    g_debug ("%s: %s", path, g_strerror (errno));
  return g_steal_pointer (&self);
}

/*
 * twf_lock_release:
 * @self: (transfer full): a lock
 *
 * Gives the lock back and notes that its holder lives. A sign of death that has not been dealt with
 * (see twf_lock_settle()) stays for the next.
 */
void
twf_lock_release (TwfLock *self)
{
  if (self->fd >= 0)
    {
      if (!self->was_left && !write_state (self->fd, AT_REST))
        g_debug ("lock not marked at rest: %s", g_strerror (errno));
      close (self->fd);
    }
  g_free (self);
}

/*
 * twf_lock_was_left:
 * @self: a lock
 *
 * Returns: whether a process before died while it held the lock, and nobody has cleaned up since
 */
gboolean
twf_lock_was_left (TwfLock *self)
{
  return self->was_left;
}

/*
 * twf_lock_settle:
 * @self: a lock
 *
 * Says that what the dead process left has been removed.
 */
void
twf_lock_settle (TwfLock *self)
{
  self->was_left = FALSE;
}
