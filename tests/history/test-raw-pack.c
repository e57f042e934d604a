/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Packs as we read them, beside libgit2. */
#include "history-fixture.h"
#include "twf-raw-pack-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define REVISIONS 40
#define FLIPS 300

/* A long file that changes here and there, so that git tells most of it by what differs. */
static void
fill (Fixture *fixture)
{
  g_autofree char *tip = NULL;

  for (guint i = 0; i < REVISIONS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *parent = g_steal_pointer (&tip);

      for (guint line = 0; line < 200; line++)
        g_string_append_printf (
            text, "Line %u of the text, version %u.\n", line, line == i ? i : 0);
      tip = save_text (fixture, parent, "provisions/a/text", text->str);
    }
}

/* Returns: the path of the one index there is. */
static char *
find_index (Fixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->path, "objects", "pack", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".idx"))
      return g_build_filename (folder, name, NULL);
  g_assert_not_reached ();
}

static GArray *
list_ids (Fixture *fixture)
{
  g_autofree char *said
      = run_git (fixture, "cat-file --batch-all-objects --batch-check='%(objectname)'");
  g_auto (GStrv) lines = g_strsplit (g_strstrip (said), "\n", -1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (git_oid));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      git_oid id;

      g_assert_cmpint (git_oid_fromstr (&id, lines[i]), ==, 0);
      g_array_append_val (ids, id);
    }
  return ids;
}

static void
assert_same (Fixture *fixture, const char *how)
{
  g_autofree char *said = run_git (fixture, how);
  g_autofree char *index = find_index (fixture);
  g_autoptr (GArray) ids = list_ids (fixture);
  g_autoptr (TwfRawPack) pack = twf_raw_pack_open (index);
  g_autoptr (git_repository) handle = twf_repository_open_handle (fixture->repository, NULL);
  g_autoptr (git_odb) odb = NULL;
  git_oid none = { { 1 } };

  g_assert_nonnull (pack);
  g_assert_cmpint (git_repository_odb (&odb, handle), ==, 0);
  g_assert_cmpuint (ids->len, >, 3 * REVISIONS);
  /* Twice: as they stand, and out of what was kept. */
  for (guint i = 0; i < 2 * ids->len; i++)
    {
      const git_oid *id = &g_array_index (ids, git_oid, i % ids->len);
      g_autoptr (TwfRawBytes) bytes = twf_raw_pack_read (pack, id);
      git_odb_object *object = NULL;

      g_assert_nonnull (bytes);
      g_assert_cmpint (git_odb_read (&object, odb, id), ==, 0);
      g_assert_cmpint (bytes->type, ==, git_odb_object_type (object));
      g_assert_cmpmem (
          bytes->data, bytes->length, git_odb_object_data (object), git_odb_object_size (object));
      git_odb_object_free (object);
    }
  g_assert_null (twf_raw_pack_read (pack, &none));
}

static void
test_same (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_same (fixture, "repack -adfq --depth=60 --window=60");
  assert_same (fixture, "-c repack.usedeltabaseoffset=false repack -adfq --depth=60 --window=60");
  assert_same (fixture, "repack -adfq --depth=0");
}

/* Returns: how many of @ids were read. */
static guint
read_all (TwfRawPack *pack, GArray *ids)
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TwfRawBytes) bytes = twf_raw_pack_read (pack, &g_array_index (ids, git_oid, i));

      if (bytes == NULL)
        continue;
      n++;
      g_assert_cmpuint (bytes->length, <=, 1024 * 1024);
      g_assert_cmpint (bytes->data[bytes->length], ==, '\0');
    }
  return n;
}

/* Whatever became of a pack or its index, what is read is bytes or nothing. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *index = NULL;
  guint n_refused = 0;

  fill (fixture);
  g_free (run_git (fixture, "repack -adfq --depth=60 --window=60"));
  ids = list_ids (fixture);
  index = find_index (fixture);
  for (guint i = 0; i < FLIPS; i++)
    {
      g_autofree char *stem = g_strndup (index, strlen (index) - strlen (".idx"));
      g_autofree char *pack_path = g_strconcat (stem, ".pack", NULL);
      const char *path = i % 3 == 0 ? index : pack_path;
      g_autofree char *bytes = NULL;
      g_autofree char *damaged = NULL;
      g_autoptr (TwfRawPack) pack = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      damaged = g_memdup2 (bytes, length);
      damaged[g_test_rand_int_range (0, (int)length)] ^= 1 << g_test_rand_int_range (0, 8);
      g_assert_true (g_file_set_contents (
          path, damaged, i % 5 == 0 ? g_test_rand_int_range (0, (int)length) : (int)length, NULL));
      pack = twf_raw_pack_open (index);
      if (pack == NULL || read_all (pack, ids) < ids->len)
        n_refused++;
      g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
    }
  g_assert_cmpuint (n_refused, >, FLIPS / 10);
}

/* Cut short while it is open. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *index = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *path = NULL;
  g_autoptr (TwfRawPack) pack = NULL;

  fill (fixture);
  g_free (run_git (fixture, "repack -adfq --depth=0"));
  ids = list_ids (fixture);
  index = find_index (fixture);
  stem = g_strndup (index, strlen (index) - strlen (".idx"));
  path = g_strconcat (stem, ".pack", NULL);
  pack = twf_raw_pack_open (index);
  g_assert_nonnull (pack);
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_assert_cmpint (truncate (path, 4096), ==, 0);
  g_assert_cmpuint (read_all (pack, ids), <, ids->len / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/raw-pack/same-as-libgit2", test_same);
  add_test ("/raw-pack/damaged", test_damaged);
  add_test ("/raw-pack/cut-while-open", test_cut);
  return g_test_run ();
}
