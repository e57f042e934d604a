/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"
#include "sweep.h"

#include <string.h>

#define FILE_PATH "provisions/ab/abcdefghijkm/en.txt"

/* What is counted over a whole sweep; under the lock, as two threads visit. */
typedef struct
{
  Fixture *fixture;
  const char *const *work; /* arguments after the repository's path */
  const char *mode;
  const char *injection;
  GMutex lock;
  guint acknowledged;
  guint refused;
  guint died;
} Tally;

static char *
helper (void)
{
  return g_build_filename (g_getenv ("TAWAFUQ_BUILD"), "tests", "history", "save-once", NULL);
}

static char *
run_helper (const char *mode, const char *path, const char *const *work, int *status)
{
  g_autofree char *program = helper ();
  const char *const argv[] = { program, mode, path, work[0], work[0] ? work[1] : NULL, NULL };

  return sweep_run_plain (argv, status);
}

static char *
run_on (Fixture *copy, const char *format)
{
  g_autofree char *output = run_git (copy, format);

  return g_strdup (g_strchomp (output));
}

static void
copy_repository (Fixture *from, Fixture *to, guint number)
{
  g_autofree char *name = g_strdup_printf ("copy-%u.tawafuq", number);
  const char *argv[] = { "cp", "-a", from->path, NULL, NULL };

  to->folder = from->folder;
  to->path = g_build_filename (from->folder, name, NULL);
  argv[3] = to->path;
  g_assert_true (g_spawn_sync (
      NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
}

static gboolean
holds_litter (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (!found && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      found = g_str_has_prefix (name, "tmp_object_git2_") || g_str_has_prefix (name, "pack_git2_")
              || (g_str_has_suffix (name, ".lock") && !g_str_has_prefix (name, "tawafuq"))
              || (g_file_test (path, G_FILE_TEST_IS_DIR) && holds_litter (path));
    }
  return found;
}

/* Whatever happened: what was acknowledged is there, nothing is broken, the next save works with no
 * help. */
static void
assert_survived (Fixture *copy, const char *output)
{
  static const char *const next[] = { FILE_PATH, "The next\n", NULL };
  g_autofree char *after = NULL;
  g_autofree char *main_id = NULL;
  int status;

  assert_fsck (copy);
  if (g_str_has_prefix (output, "SAVED "))
    {
      g_autofree char *acknowledged = g_strndup (output + strlen ("SAVED "), 40);
      g_autofree char *tip = run_on (copy, "rev-parse main");

      g_assert_cmpstr (tip, ==, acknowledged);
    }
  after = run_helper ("save", copy->path, next, &status);
  if (!g_str_has_prefix (after, "SAVED "))
    g_error ("the next save: %s", after);
  main_id = run_on (copy, "rev-parse main");
  g_assert_cmpstr (main_id, ==, g_strchomp (after) + strlen ("SAVED "));
  assert_fsck (copy);
}

static void
visit_point (const SweepPoint *point, guint number, gpointer user_data)
{
  Tally *tally = user_data;
  g_autofree char *program = helper ();
  g_autofree char *output = NULL;
  Fixture copy = { 0 };
  const char *argv[] = { program, tally->mode, NULL, tally->work[0], NULL, NULL };
  int status;

  copy_repository (tally->fixture, &copy, number);
  argv[2] = copy.path;
  if (tally->work[0] != NULL)
    argv[4] = tally->work[1];
  output = sweep_run (point, tally->injection, argv, &status);
  g_mutex_lock (&tally->lock);
  tally->acknowledged += g_str_has_prefix (output, "SAVED ");
  tally->refused += g_str_has_prefix (output, "REFUSED ");
  tally->died += output[0] == '\0';
  g_mutex_unlock (&tally->lock);
  /* Where a disk says that it could not write, nobody may hear that it has. */
  if (strcmp (point->name, "fsync") == 0 && strcmp (tally->mode, "save") == 0)
    g_assert_false (g_str_has_prefix (output, "SAVED "));
  g_test_message ("%s %u: %s", point->name, point->when, g_strchomp (output));
  assert_survived (&copy, output);
  /* What the disk refused to remove stays, while the process lived on and saw no reason to look. */
  if (strcmp (point->name, "unlink") != 0)
    g_assert_false (holds_litter (copy.path));
  remove_folder (copy.path);
  g_free (copy.path);
}

/* A plan with some history, packed in part, so that a save reads from everywhere. */
static void
make_plan (Fixture *fixture)
{
  g_autofree char *tip = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *text = g_strdup_printf ("Revision %u\n", i);
      char *id = save_text (fixture, tip, FILE_PATH, text);

      g_free (tip);
      tip = id;
      if (i == 8)
        g_assert_true (twf_repository_repack (fixture->repository, NULL, NULL, NULL, NULL));
    }
}

static void
sweep (Fixture *fixture,
       const char *mode,
       const char *injection,
       const char *const *only,
       guint least)
{
  static const char *const work[] = { FILE_PATH, "Under fire\n", NULL };
  static const char *const nothing[] = { NULL, NULL };
  g_autofree char *program = helper ();
  g_autoptr (GPtrArray) points = NULL;
  Fixture copy = { 0 };
  Tally tally = { .fixture = fixture, .mode = mode, .injection = injection };
  const char *argv[] = { program, mode, NULL, NULL, NULL, NULL };

  if (sweep_find_obstacle () != NULL)
    {
      g_test_skip (sweep_find_obstacle ());
      return;
    }
  make_plan (fixture);
  copy_repository (fixture, &copy, 0);
  tally.work = strcmp (mode, "save") == 0 ? work : nothing;
  argv[2] = copy.path;
  argv[3] = tally.work[0];
  argv[4] = tally.work[1];
  points = sweep_list_points (argv, only);
  g_free (copy.path);
  g_mutex_init (&tally.lock);
  sweep_visit (points, visit_point, &tally);
  g_mutex_clear (&tally.lock);
  g_test_message ("%s, %s: %u points, %u acknowledged, %u refused, %u died silently",
                  mode,
                  injection,
                  points->len,
                  tally.acknowledged,
                  tally.refused,
                  tally.died);
  g_assert_cmpuint (points->len, >=, least);
}

static void
test_killed_in_a_save (Fixture *fixture, gconstpointer data)
{
  sweep (fixture, "save", "signal=KILL", NULL, 400);
}

static void
test_killed_in_a_repack (Fixture *fixture, gconstpointer data)
{
  static const char *const only[]
      = { "openat", "write", "fsync", "rename", "link", "unlink", NULL };

  sweep (fixture, "repack", "signal=KILL", only, 50);
}

static void
test_disk_errors (Fixture *fixture, gconstpointer data)
{
  static const char *const only[] = { "fsync", "fdatasync", "write",  "pwrite64",  "rename",
                                      "link",  "mkdir",     "unlink", "ftruncate", NULL };

  sweep (fixture, "save", "error=EIO", only, 20);
}

static void
test_disk_full_anywhere (Fixture *fixture, gconstpointer data)
{
  static const char *const only[] = { "write", "pwrite64", "rename", "link", "mkdir", NULL };

  sweep (fixture, "save", "error=ENOSPC", only, 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/survival/killed-in-a-save", test_killed_in_a_save);
  add_test ("/history/survival/killed-in-a-repack", test_killed_in_a_repack);
  add_test ("/history/survival/disk-errors", test_disk_errors);
  add_test ("/history/survival/disk-full-anywhere", test_disk_full_anywhere);
  return g_test_run ();
}
