/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_PATH "provisions/ab/abcdefghijkm/en.txt"

static char *
object_path (Fixture *fixture, const char *name)
{
  g_autofree char *arguments = g_strdup_printf ("rev-parse %s", name);
  g_autofree char *id = g_strchomp (run_git (fixture, arguments));

  return g_strdup_printf ("%s/objects/%.2s/%s", fixture->path, id, id + 2);
}

static void
overwrite (const char *path, const char *contents, gssize length)
{
  g_chmod (path, 0644);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

static gboolean
count_cb (const char *path, const char *id, GBytes *bytes, gpointer user_data, GError **error)
{
  *(guint *)user_data += 1;
  return TRUE;
}

/* Whatever is asked of a damaged repository says so, and nothing else happens. */
static void
assert_damaged (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  guint n_files = 0;

  g_assert_false (twf_repository_read_tree (
      fixture->repository, "main", NULL, count_cb, &n_files, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_DAMAGED);
}

static void
test_objects (Fixture *fixture, gconstpointer data)
{
  static const char *const names[]
      = { "main:" FILE_PATH, "main:provisions/ab/abcdefghijkm", "main:provisions", "main^{tree}" };
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = object_path (fixture, names[i]);
      g_autofree char *whole = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
      for (gsize kept = 0; kept < length; kept += 7)
        {
          overwrite (path, whole, kept);
          assert_damaged (fixture);
        }
      overwrite (path, "not an object at all", -1);
      assert_damaged (fixture);
      g_assert_cmpint (g_unlink (path), ==, 0);
      assert_damaged (fixture);
      overwrite (path, whole, length);
      assert_text (fixture->repository, "main", FILE_PATH, "Base\n");
    }
}

static void
test_missing_commit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_autofree char *next = save_text (fixture, base, FILE_PATH, "Next\n");
  g_autofree char *path = object_path (fixture, base);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  revisions = twf_repository_list_revisions (fixture->repository, "main", NULL, 0, 9, NULL, &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_DAMAGED);
  g_assert_null (revisions);
  assert_text (fixture->repository, "main", FILE_PATH, "Next\n");
}

static void
test_truncated_pack (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_autofree char *next = save_text (fixture, base, FILE_PATH, "Next\n");
  g_autofree char *folder = g_build_filename (fixture->path, "objects", "pack", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint cut = 0;

  g_assert_true (twf_repository_repack (fixture->repository, NULL, NULL, NULL, NULL));
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *whole = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".pack") && !g_str_has_suffix (name, ".idx"))
        continue;
      g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
      for (gsize kept = 0; kept < length; kept += length / 5 + 1, cut++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = NULL;

          overwrite (path, whole, kept);
          bytes = twf_repository_read_file (fixture->repository, "main", FILE_PATH, &error);
          g_assert_null (bytes);
          g_assert_error (error, TWF_ERROR, TWF_ERROR_DAMAGED);
        }
      overwrite (path, whole, length);
    }
  g_assert_cmpuint (cut, >=, 10);
  assert_text (fixture->repository, "main", FILE_PATH, "Next\n");
}

static void
test_broken_branch (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "", "junk\n", "\1\2\3", "ref: refs/heads/main\n" };
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");
  g_autofree char *path = g_build_filename (fixture->path, "refs/heads/main", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;

      overwrite (path, bad[i], -1);
      id = twf_repository_resolve (fixture->repository, "main", &error);
      g_assert_null (id);
      g_assert_nonnull (error);
      g_assert_true (error->domain == TWF_ERROR);
    }
}

static void
test_not_a_repository (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfRepository) opened = NULL;

  opened = twf_repository_open (nowhere, &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  opened = twf_repository_open (fixture->folder, &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  opened = twf_repository_create (fixture->path, &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_EXISTS);
  g_assert_null (opened);
}

/* What somebody's repository says about itself is not followed. */
static void
test_hostile_config (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "config", NULL);
  g_autofree char *alone = g_build_filename (fixture->folder, "included", NULL);
  g_autofree char *config = NULL;
  g_autofree char *base = NULL;

  config = g_strdup_printf ("[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
                            "\tlogAllRefUpdates = always\n\tautocrlf = true\n"
                            "[include]\n\tpath = %s\n",
                            alone);
  g_assert_true (g_file_set_contents (path, config, -1, NULL));
  base = save_text (fixture, NULL, FILE_PATH, "Line\r\n");
  assert_text (fixture->repository, "main", FILE_PATH, "Line\r\n");
  g_clear_pointer (&config, g_free);
  config = g_build_filename (fixture->path, "logs", NULL);
  g_assert_false (g_file_test (config, G_FILE_TEST_EXISTS));
}

/* Trees that no sound program writes: broken in their first entry, each in another way. */
static void
test_broken_trees (Fixture *fixture, gconstpointer data)
{
#define ID                                                                                         \
  "\\001\\002\\003\\004\\005\\006\\007\\010\\011\\012\\013\\014\\015\\016\\017\\020\\021\\022\\02" \
  "3\\024"
  static const char *const broken[] = {
    "abc\\000 " ID,               /* a space, but in the id: no mode, no name */
    "abc\\000\\040\\001",         /* and one where the tree ends */
    "40000\\000" ID,              /* no name */
    "40000 \\000" ID,             /* an empty one */
    " provisions\\000" ID,        /* no mode */
    "40000 provisions",           /* no end of the name, and no id */
    "40000 provisions\\000\\001", /* half an id */
    "0000000000040000 p\\000" ID, /* a mode longer than any */
  };
#undef ID
  g_autofree char *base = save_text (fixture, NULL, FILE_PATH, "Base\n");

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *command = g_strdup_printf (
          "!printf '%s' | git hash-object -t tree -w --stdin --literally > id && git "
          "-c user.name=A -c user.email=a@example.org commit-tree -p %s -m broken $(cat id) > tip"
          " && git update-ref refs/heads/main $(cat tip) && rm id tip",
          broken[i],
          base);
      g_autofree char *quoted = g_shell_quote (command);
      g_autofree char *arguments = g_strdup_printf ("-c alias.broken=%s broken", quoted);
      g_autofree char *output = run_git (fixture, arguments);
      g_autoptr (GPtrArray) revisions = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (output, ==, "");
      revisions = twf_repository_list_revisions (
          fixture->repository, "main", "provisions/ab/abcdefghijkm", 0, 9, NULL, &error);
      g_assert_error (error, TWF_ERROR, TWF_ERROR_DAMAGED);
      g_assert_null (revisions);
      assert_damaged (fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/damage/objects", test_objects);
  add_test ("/history/damage/broken-trees", test_broken_trees);
  add_test ("/history/damage/missing-commit", test_missing_commit);
  add_test ("/history/damage/truncated-pack", test_truncated_pack);
  add_test ("/history/damage/broken-branch", test_broken_branch);
  add_test ("/history/damage/not-a-repository", test_not_a_repository);
  add_test ("/history/damage/hostile-config", test_hostile_config);
  return g_test_run ();
}
