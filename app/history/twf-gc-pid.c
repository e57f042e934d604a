/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-gc-pid-private.h"

#include "twf-repository-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* "PID HOST", as git writes and reads it; the second line is ours, and not looked at by git. */
#define OURS "\ntawafuq\n"
/* How long a git that is about to write its note is waited for: it takes a few system calls, but a
 * lock that was left behind stays. */
#define GIT_IS_WRITING (500 * G_TIME_SPAN_MILLISECOND)

static char *
build_path (TwfRepository *repository)
{
  return twf_repository_build_path (repository, "gc.pid");
}

static gboolean
is_alive (const char *text)
{
  gint64 pid = g_ascii_strtoll (text, NULL, 10);

  return pid > 0 && pid <= G_MAXINT && (kill (pid, 0) == 0 || errno == EPERM);
}

/*
 * twf_gc_pid_is_gits:
 * @repository: where
 *
 * Returns: whether a git is alive that packs and may prune
 */
gboolean
twf_gc_pid_is_gits (TwfRepository *repository)
{
  g_autofree char *path = build_path (repository);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, OURS) == NULL
         && is_alive (text);
}

/* Git looks for a note while it holds gc.pid.lock, and then moves the lock over the note: it may
 * have looked before ours was there, and moves its own over it. One that takes the lock later sees
 * ours. So ours counts once nobody holds the lock and it still stands. */
static gboolean
stands (const char *path, const char *note)
{
  gint64 until = g_get_monotonic_time () + GIT_IS_WRITING;
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);
  g_autofree char *text = NULL;

  while (g_file_test (lock, G_FILE_TEST_EXISTS) && g_get_monotonic_time () < until)
    g_usleep (G_TIME_SPAN_MILLISECOND);
  return g_file_get_contents (path, &text, NULL, NULL) && strcmp (text, note) == 0;
}

/* Makes the note; FALSE with errno if there is one, or none can be made. */
static gboolean
write_note (const char *path, const char *note)
{
  gboolean whole;
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

  if (fd < 0)
    return FALSE;
  whole = write (fd, note, strlen (note)) == (gssize)strlen (note);
  close (fd);
  if (!whole)
    {
      g_unlink (path);
      errno = ENOSPC;
    }
  return whole;
}

/*
 * twf_gc_pid_take:
 * @repository: where; the lock for repacking is held
 *
 * Tells git that somebody packs. A git that packs meanwhile would remove our new pack by an old
 * look at what is in use, after we have removed what is in it.
 *
 * Returns: whether nobody else is at it
 */
gboolean
twf_gc_pid_take (TwfRepository *repository)
{
  g_autofree char *path = build_path (repository);
  g_autofree char *text = NULL;
  g_autofree char *note = g_strdup_printf ("%d %s" OURS, (int)getpid (), g_get_host_name ());

  /* Ours cannot be alive: we hold the lock for repacking. */
  if (g_file_get_contents (path, &text, NULL, NULL))
    {
      if (strstr (text, OURS) == NULL && is_alive (text))
        return FALSE;
      g_unlink (path);
    }
  return write_note (path, note) && stands (path, note);
}

/*
 * twf_gc_pid_release:
 * @repository: where
 *
 * Tells git that nobody packs any more.
 */
void
twf_gc_pid_release (TwfRepository *repository)
{
  g_autofree char *path = build_path (repository);

  g_unlink (path);
}

static char *
compose_saving (void)
{
  return g_strdup_printf ("%d %s" OURS "-save", (int)getpid (), g_get_host_name ());
}

/*
 * twf_gc_pid_take_to_save:
 * @repository: where; the lock for saving is held
 *
 * Tells git that somebody is at it, so that no gc begins between an object and the name it gets:
 * with --prune=now it would remove the object by its old look at what is in use. Where we repack
 * beside it, git is told already.
 *
 * Returns: whether no gc of git's is under way
 */
gboolean
twf_gc_pid_take_to_save (TwfRepository *repository)
{
  g_autofree char *path = build_path (repository);
  g_autofree char *text = NULL;
  g_autofree char *note = compose_saving ();

  /* Read once: a git may come between two looks, and what it wrote is not to be taken for what was
   * left behind. */
  if (g_file_get_contents (path, &text, NULL, NULL))
    {
      gboolean ours = strstr (text, OURS) != NULL;

      if (is_alive (text) && (!ours || strstr (text, OURS "-save") == NULL))
        return ours;
      g_unlink (path);
    }
  if (!write_note (path, note))
    return errno != EEXIST || !twf_gc_pid_is_gits (repository);
  return stands (path, note) || !twf_gc_pid_is_gits (repository);
}

/*
 * twf_gc_pid_release_saved:
 * @repository: where
 *
 * Takes back what twf_gc_pid_take_to_save() told, unless something else is told by now.
 */
void
twf_gc_pid_release_saved (TwfRepository *repository)
{
  g_autofree char *path = build_path (repository);
  g_autofree char *note = compose_saving ();
  g_autofree char *text = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL) && strcmp (text, note) == 0)
    g_unlink (path);
}
