/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* A long history is sorted once: the order is written down, and what came since is sorted above it.
 */
#include "history-fixture.h"

#include "twf-revision.h"

#include <string.h>

/* More than are needed for the order to be written down, at first and anew. */
#define N_FIRST 3000
#define N_FEW 40
#define N_MANY 3000
#define N_BRANCHES 30
#define N_LOOKS 4
#define FILE_NAME "tawafuq-order"

static void
add_revision (GString *stream, int mark)
{
  int n_parents = g_test_rand_int_range (0, 4) == 0 ? g_test_rand_int_range (2, 5) : 1;

  g_string_append_printf (stream, "reset refs/heads/b%d\n", mark % N_BRANCHES);
  if (mark > 1)
    g_string_append_printf (stream, "from :%d\n", g_test_rand_int_range (MAX (1, mark - 20), mark));
  g_string_append_printf (stream,
                          "commit refs/heads/b%d\nmark :%d\ncommitter Egypt <eg@example.org> %d "
                          "+0300\ndata 8\nrevision\n",
                          mark % N_BRANCHES,
                          mark,
                          g_test_rand_int_range (1, 2000000000));
  for (int i = 1; mark > 10 && i < n_parents; i++)
    g_string_append_printf (stream, "merge :%d\n", g_test_rand_int_range (mark - 9, mark));
  g_string_append_printf (stream, "M 644 inline plan\ndata 6\n%6d\n", mark);
}

/* Clocks lie as they like. */
static void
add_history (Fixture *fixture, int first, int n)
{
  g_autoptr (GString) stream = g_string_new (NULL);
  g_autofree char *file = g_build_filename (fixture->folder, "stream", NULL);
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;

  for (int mark = first; mark < first + n; mark++)
    add_revision (stream, mark);
  g_assert_true (g_file_set_contents (file, stream->str, stream->len, &error));
  done = run_git (fixture,
                  "fast-import --quiet --force --import-marks-if-exists=\"$HOME/marks\" "
                  "--export-marks=\"$HOME/marks\" <\"$HOME/stream\"");
  g_assert_cmpstr (done, ==, "");
}

/* All that git finds, each before its parents. */
static void
assert_listed (TwfRepository *repository, Fixture *fixture, int branch)
{
  g_autofree char *name = g_strdup_printf ("b%d", branch);
  g_autofree char *arguments = g_strdup_printf ("rev-list --parents %s", name);
  g_autofree char *wanted = run_git (fixture, arguments);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (wanted), "\n", -1);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found
      = twf_repository_list_revisions (repository, name, NULL, 0, G_MAXUINT, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, g_strv_length (lines));
  for (guint i = 0; i < found->len; i++)
    g_assert_true (g_hash_table_insert (
        places, (gpointer)twf_revision_get_id (found->pdata[i]), GUINT_TO_POINTER (i)));
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) ids = g_strsplit (lines[i], " ", -1);
      gpointer place, parent;

      g_assert_true (g_hash_table_lookup_extended (places, ids[0], NULL, &place));
      for (gsize j = 1; ids[j] != NULL; j++)
        {
          g_assert_true (g_hash_table_lookup_extended (places, ids[j], NULL, &parent));
          g_assert_cmpuint (GPOINTER_TO_UINT (parent), >, GPOINTER_TO_UINT (place));
        }
    }
}

static void
assert_some_listed (TwfRepository *repository, Fixture *fixture, int n)
{
  for (int i = 0; i < n; i++)
    assert_listed (repository, fixture, g_test_rand_int_range (0, N_BRANCHES));
}

static gsize
get_size (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->path, FILE_NAME, NULL);
  g_autofree char *data = NULL;
  gsize size = 0;

  g_file_get_contents (path, &data, &size, NULL);
  return size;
}

static void
test_order_kept (Fixture *fixture, gconstpointer unused)
{
  gsize size;

  add_history (fixture, 1, N_FIRST);
  g_assert_cmpuint (get_size (fixture), ==, 0);
  assert_some_listed (fixture->repository, fixture, N_LOOKS);
  size = get_size (fixture);
  g_assert_cmpuint (size, >, 1000 * 20);
  /* Few that came since are sorted each time, and the file stays as it is. */
  add_history (fixture, N_FIRST + 1, N_FEW);
  assert_some_listed (fixture->repository, fixture, N_LOOKS);
  g_assert_cmpuint (get_size (fixture), ==, size);
  /* Many are written down. */
  add_history (fixture, N_FIRST + N_FEW + 1, N_MANY);
  assert_some_listed (fixture->repository, fixture, N_LOOKS);
  g_assert_cmpuint (get_size (fixture), >, size + 1000 * 20);
}

static void
damage (Fixture *fixture, int kind)
{
  g_autofree char *path = g_build_filename (fixture->path, FILE_NAME, NULL);
  g_autofree char *data = NULL;
  gsize size;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &data, &size, &error));
  if (kind == 0)
    size = (gsize)g_test_rand_int_range (0, (int)size);
  else
    data[g_test_rand_int_range (0, (int)size)] ^= (char)(1 << g_test_rand_int_range (0, 8));
  g_assert_true (g_file_set_contents (path, data, (gssize)size, &error));
}

/* Whatever stands in the file, what is listed is right, and the file is made anew. */
static void
test_order_damaged (Fixture *fixture, gconstpointer unused)
{
  gsize size;

  add_history (fixture, 1, N_FIRST);
  assert_listed (fixture->repository, fixture, N_FIRST % N_BRANCHES);
  size = get_size (fixture);
  for (int i = 0; i < 4; i++)
    {
      damage (fixture, i % 2);
      assert_listed (fixture->repository, fixture, N_FIRST % N_BRANCHES);
      g_assert_cmpuint (get_size (fixture), ==, size);
    }
}

/* A copy makes its own. */
static void
test_order_copied (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *to = g_build_filename (fixture->folder, "copy", NULL);
  const char *const command[] = { "cp", "-r", fixture->path, to, NULL };
  g_autoptr (TwfRepository) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *original = g_build_filename (fixture->path, FILE_NAME, NULL);
  g_autofree char *copied = g_build_filename (to, FILE_NAME, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  int status;

  add_history (fixture, 1, N_FIRST);
  assert_listed (fixture->repository, fixture, N_FIRST % N_BRANCHES);
  g_assert_true (g_spawn_sync (
      NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_cmpint (status, ==, 0);
  copy = twf_repository_open (to, &error);
  g_assert_no_error (error);
  assert_listed (copy, fixture, N_FIRST % N_BRANCHES);
  g_assert_true (g_file_get_contents (original, &first, NULL, &error));
  g_assert_true (g_file_get_contents (copied, &second, NULL, &error));
  /* Of the two heads the folder's inode differs. */
  g_assert_cmpint (memcmp (first, second, 8), ==, 0);
  g_assert_cmpint (memcmp (first + 8, second + 8, 8), !=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/order/kept", test_order_kept);
  add_test ("/history/order/damaged", test_order_damaged);
  add_test ("/history/order/copied", test_order_copied);
  return g_test_run ();
}
