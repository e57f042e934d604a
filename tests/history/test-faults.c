/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define FILE_PATH "provisions/ab/abcdefghijkm/en.txt"
#define OTHER_PATH "provisions/cd/cdefghijkmnp/en.txt"
#define MANY "40"

static char *
shell (const char *format, ...)
{
  g_autofree char *command = NULL;
  char *output = NULL;
  const char *argv[] = { "sh", "-c", NULL, NULL };
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  argv[2] = command;
  g_assert_true (g_spawn_sync (
      NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL));
  return output;
}

static GSubprocess *
start (const char *format, ...)
{
  g_autofree char *command = NULL;
  va_list args;

  va_start (args, format);
  command = g_strdup_vprintf (format, args);
  va_end (args);
  return g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "sh", "-c", command, NULL);
}

static char *
finish (GSubprocess *process)
{
  char *output = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  return output;
}

static const char *
helper (void)
{
  static char *path;

  if (path == NULL)
    path = g_build_filename (g_getenv ("TAWAFUQ_BUILD"), "tests", "history", "save-once", NULL);
  return path;
}

static guint
count_revisions (Fixture *fixture)
{
  g_autofree char *output = run_git (fixture, "rev-list --count main");

  return strtoul (output, NULL, 10);
}

static void
assert_refused (const char *output, TwfError code)
{
  g_autofree char *wanted = g_strdup_printf ("REFUSED %d ", code);

  if (!g_str_has_prefix (output, wanted))
    g_error ("%s, not: %s", wanted, output);
}

static void
test_two_savers_of_different_paths (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, "plan", "Format: 1\n");
  g_autoptr (GSubprocess) one = start ("%s many %s %s " MANY, helper (), fixture->path, FILE_PATH);
  g_autoptr (GSubprocess) other
      = start ("%s many %s %s " MANY, helper (), fixture->path, OTHER_PATH);
  g_autofree char *said = finish (one);
  g_autofree char *other_said = finish (other);

  g_assert_cmpstr (said, ==, "saved " MANY " changed 0\n");
  g_assert_cmpstr (other_said, ==, "saved " MANY " changed 0\n");
  g_assert_cmpuint (count_revisions (fixture), ==, 1 + 2 * atoi (MANY));
  assert_fsck (fixture);
}

static void
test_two_savers_of_one_path (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, "plan", "Format: 1\n");
  g_autoptr (GSubprocess) one = start ("%s many %s %s " MANY, helper (), fixture->path, FILE_PATH);
  g_autoptr (GSubprocess) other
      = start ("%s many %s %s " MANY, helper (), fixture->path, FILE_PATH);
  g_autofree char *said = finish (one);
  g_autofree char *other_said = finish (other);

  g_assert_true (g_str_has_prefix (said, "saved " MANY " "));
  g_assert_true (g_str_has_prefix (other_said, "saved " MANY " "));
  /* Each that was acknowledged is a revision of its own: none wrote over another's. */
  g_assert_cmpuint (count_revisions (fixture), ==, 1 + 2 * atoi (MANY));
  assert_fsck (fixture);
}

/* As people and cron run it. */
static void
test_git_gc_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, "plan", "Format: 1\n");
  g_autoptr (GSubprocess) saver = start ("%s many %s %s 150", helper (), fixture->path, FILE_PATH);
  g_autoptr (GSubprocess) packer
      = start ("for i in 1 2 3 4 5 6; do %s repack %s; done", helper (), fixture->path);
  g_autofree char *said = NULL;
  g_autofree char *packer_said = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *output = shell ("git --git-dir=%s gc -q; "
                                       "git --git-dir=%s pack-refs --all",
                                       fixture->path,
                                       fixture->path);
    }
  said = finish (saver);
  packer_said = finish (packer);
  if (!g_str_has_prefix (said, "saved 150 "))
    g_error ("%s", said);
  g_assert_cmpuint (count_revisions (fixture), ==, 151);
  g_assert_null (strstr (packer_said, "REFUSED 13"));
  assert_fsck (fixture);
}

/* What is written and not yet named is in use by nobody, as far as git sees: so no gc begins while
 * somebody saves, and a save waits for one that has begun. */
static void
test_git_gc_that_prunes_now_beside (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, "plan", "Format: 1\n");
  g_autofree char *over = g_build_filename (fixture->folder, "over", NULL);
  g_autoptr (GSubprocess) saver = start ("%s many %s %s 100", helper (), fixture->path, FILE_PATH);
  g_autoptr (GSubprocess) pruner
      = start ("for i in $(seq 500); do [ -e %s ] || git --git-dir=%s gc -q --prune=now 2>&1; done "
               "| grep -v 'already running'; echo done",
               over,
               fixture->path);
  g_autofree char *said = finish (saver);
  g_autofree char *pruner_said = NULL;

  g_assert_true (g_file_set_contents (over, "", 0, NULL));
  pruner_said = finish (pruner);
  g_assert_cmpstr (said, ==, "saved 100 changed 0\n");
  g_assert_true (g_str_has_suffix (pruner_said, "done\n"));
  g_assert_cmpuint (count_revisions (fixture), ==, 101);
  assert_fsck (fixture);
}

/* It looked for a note before there was ours, and moves its own over it. */
static void
test_git_gc_that_was_about_to_begin (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_autoptr (GSubprocess) gc
      = start ("cd %s; echo \"$$ $(hostname)\" > gc.pid.lock; echo held; "
               "until [ -e gc.pid ]; do :; done; mv gc.pid.lock gc.pid; "
               "for i in $(seq 40); do git rev-parse main; done | sort -u; rm gc.pid",
               fixture->path);
  g_autofree char *wanted = g_strconcat (base, "\n", NULL);
  g_autofree char *next = NULL;
  g_autofree char *seen = NULL;
  char told[5];

  g_assert_cmpint (
      g_input_stream_read (g_subprocess_get_stdout_pipe (gc), told, 5, NULL, NULL), ==, 5);
  next = save_text (fixture, base, FILE_PATH, "Next\n");
  seen = finish (gc);
  /* The branch stood as long as git was at it. */
  g_assert_cmpstr (seen, ==, wanted);
  assert_text (fixture->repository, "main", FILE_PATH, "Next\n");
}

static void
test_lock_that_nobody_holds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_autofree char *lock = g_build_filename (fixture->path, "refs/heads/main.lock", NULL);
  g_autofree char *next = NULL;

  g_assert_true (g_file_set_contents (lock, "", 0, NULL));
  next = save_text (fixture, base, FILE_PATH, "Next\n");
  assert_text (fixture->repository, "main", FILE_PATH, "Next\n");
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
test_lock_that_somebody_holds (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_autofree char *lock = g_build_filename (fixture->path, "refs/heads/main.lock", NULL);
  g_autoptr (GSubprocess) holder = start ("exec 3>%s; echo held; exec sleep 60", lock);
  g_autofree char *output = NULL;
  char told[5];

  g_assert_cmpint (
      g_input_stream_read (g_subprocess_get_stdout_pipe (holder), told, 5, NULL, NULL), ==, 5);
  output = shell ("%s save %s %s Next", helper (), fixture->path, FILE_PATH);
  assert_refused (output, TWF_ERROR_BUSY);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_subprocess_force_exit (holder);
  g_assert_true (g_subprocess_wait (holder, NULL, NULL));
  g_free (output);
  output = shell ("%s save %s %s Next", helper (), fixture->path, FILE_PATH);
  g_assert_true (g_str_has_prefix (output, "SAVED "));
}

static void
test_limit_on_the_size_of_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_autofree char *output
      = shell ("ulimit -f 0; %s save %s %s Next", helper (), fixture->path, FILE_PATH);

  assert_refused (output, TWF_ERROR_NO_SPACE);
  assert_text (fixture->repository, "main", FILE_PATH, "Base\n");
  assert_fsck (fixture);
}

/* Puts a small disk of its own under the fixture's folder; FALSE with the reason told. */
static gboolean
mount_small_disk (Fixture *fixture)
{
  if (geteuid () != 0 || mount ("tmpfs", fixture->folder, "tmpfs", 0, "size=1m") != 0)
    {
      g_test_skip ("a disk can be mounted by root only");
      return FALSE;
    }
  twf_repository_unref (fixture->repository);
  fixture->repository = twf_repository_create (fixture->path, NULL);
  g_assert_nonnull (fixture->repository);
  return TRUE;
}

static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *filler = NULL;
  g_autofree char *base = NULL;
  guint refused = 0;

  if (!mount_small_disk (fixture))
    return;
  base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  filler = g_build_filename (fixture->folder, "filler", NULL);
  /* Fuller by a block each time, from room for a whole save to no room at all. */
  for (guint room = 48; room > 0; room -= 4)
    {
      g_autofree char *free_kib = shell ("df --output=avail -k %s | tail -1", fixture->folder);
      g_autofree char *output = NULL;
      gint64 blocks = g_ascii_strtoll (g_strstrip (free_kib), NULL, 10) - room;

      g_free (shell ("head -c %" G_GINT64_FORMAT "k /dev/zero >%s", MAX (blocks, 0), filler));
      output = shell ("%s save %s %s 'With %u KiB'", helper (), fixture->path, FILE_PATH, room);
      if (!g_str_has_prefix (output, "SAVED "))
        {
          assert_refused (output, TWF_ERROR_NO_SPACE);
          refused++;
        }
      g_unlink (filler);
      assert_fsck (fixture);
    }
  g_assert_cmpuint (refused, >, 0);
  g_free (base);
  base = shell ("%s save %s %s 'With room again'", helper (), fixture->path, FILE_PATH);
  g_assert_true (g_str_has_prefix (base, "SAVED "));
  assert_fsck (fixture);
  umount2 (fixture->folder, MNT_DETACH);
}

static void
test_read_only_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = NULL;
  g_autofree char *output = NULL;
  g_autoptr (TwfRepository) opened = NULL;
  g_autoptr (GError) error = NULL;

  if (!mount_small_disk (fixture))
    return;
  base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_assert_cmpint (mount (NULL, fixture->folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  opened = twf_repository_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_false (twf_repository_is_writable (opened));
  assert_text (opened, "main", FILE_PATH, "Base\n");
  output = shell ("%s save %s %s Next", helper (), fixture->path, FILE_PATH);
  assert_refused (output, TWF_ERROR_READ_ONLY);
  umount2 (fixture->folder, MNT_DETACH);
}

static void
test_frozen_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_autofree char *frozen = shell ("chattr -R +i %s 2>/dev/null && echo frozen", fixture->path);
  g_autofree char *output = NULL;

  if (strcmp (frozen, "frozen\n") != 0)
    {
      g_test_skip ("chattr +i does not work here");
      return;
    }
  g_assert_false (twf_repository_is_writable (fixture->repository));
  output = shell ("%s save %s %s Next", helper (), fixture->path, FILE_PATH);
  assert_text (fixture->repository, "main", FILE_PATH, "Base\n");
  g_free (shell ("chattr -R -i %s", fixture->path));
  assert_refused (output, TWF_ERROR_DENIED);
  assert_fsck (fixture);
}

static void
test_somebody_elses (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_autofree char *output = NULL;

  if (geteuid () != 0)
    {
      g_test_skip ("a folder can be given away by root only");
      return;
    }
  g_free (shell ("chown -R 65534 %s", fixture->path));
  output = shell ("%s save %s %s Next", helper (), fixture->path, FILE_PATH);
  assert_refused (output, TWF_ERROR_DENIED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/faults/two-savers/different-paths", test_two_savers_of_different_paths);
  add_test ("/history/faults/two-savers/one-path", test_two_savers_of_one_path);
  add_test ("/history/faults/git-gc-beside", test_git_gc_beside);
  add_test ("/history/faults/git-gc-beside-that-prunes-now", test_git_gc_that_prunes_now_beside);
  add_test ("/history/faults/git-gc-that-was-about-to-begin", test_git_gc_that_was_about_to_begin);
  add_test ("/history/faults/lock/nobody-holds", test_lock_that_nobody_holds);
  add_test ("/history/faults/lock/somebody-holds", test_lock_that_somebody_holds);
  add_test ("/history/faults/limit-on-files", test_limit_on_the_size_of_files);
  add_test ("/history/faults/full-disk", test_full_disk);
  add_test ("/history/faults/read-only-disk", test_read_only_disk);
  add_test ("/history/faults/frozen-folder", test_frozen_folder);
  add_test ("/history/faults/somebody-elses", test_somebody_elses);
  return g_test_run ();
}
