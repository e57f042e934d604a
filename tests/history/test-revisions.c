/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include "twf-chronicle.h"

#include <glib/gstdio.h>
#include <string.h>

#define ONE "provisions/ab/abcdefghijkm"
#define OTHER "provisions/cd/cdefghijkmnp"

static char *
list (Fixture *fixture, const char *from, const char *under, guint skip, guint most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GPtrArray) found
      = twf_repository_list_revisions (fixture->repository, from, under, skip, most, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s\n", twf_revision_get_id (g_ptr_array_index (found, i)));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* The whole history in git's own order; a path's as the part of it that git names for the path, of
 * which git leaves the order open. No merge of these tests changes anything by itself. */
static void
assert_as_git (Fixture *fixture, const char *under)
{
  g_autofree char *arguments = g_strdup_printf (
      "log --full-history --no-merges --format=%%H main -- %s", under != NULL ? under : ".");
  g_autofree char *whole = run_git (fixture, "log --topo-order --format=%H main");
  g_autofree char *named = run_git (fixture, arguments);
  g_autofree char *found = list (fixture, "main", under, 0, G_MAXUINT);
  g_autoptr (GString) wanted = g_string_new (NULL);
  g_auto (GStrv) ids = g_strsplit (whole, "\n", -1);

  for (gsize i = 0; ids[i] != NULL && ids[i][0] != '\0'; i++)
    if (under == NULL || strstr (named, ids[i]) != NULL)
      g_string_append_printf (wanted, "%s\n", ids[i]);
  g_assert_cmpstr (found, ==, wanted->str);
}

/* In every state that the index can be in. */
static void
assert_all_as_git (Fixture *fixture)
{
  static const char *const paths[] = { NULL,
                                       ONE,
                                       OTHER,
                                       ONE "/en.txt",
                                       ONE "/ar.txt",
                                       "plan",
                                       "provisions/ab",
                                       "title/en.txt",
                                       "nowhere",
                                       "no/such/thing" };
  g_autofree char *index = g_build_filename (fixture->path, "tawafuq-index", NULL);

  for (guint state = 0; state < 5; state++)
    {
      g_autofree char *bytes = NULL;
      gsize length = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
        assert_as_git (fixture, paths[i]);
      g_assert_true (g_file_get_contents (index, &bytes, &length, NULL));
      if (state == 0)
        g_assert_cmpint (g_unlink (index), ==, 0);
      if (state == 1)
        g_assert_true (g_file_set_contents (index, bytes, length - 5, NULL));
      if (state == 2)
        bytes[length / 2] ^= 0x40;
      if (state == 3)
        bytes[3] ^= 0x40;
      if (state == 2 || state == 3)
        g_assert_true (g_file_set_contents (index, bytes, length, NULL));
    }
}

/* How many revisions the index tells the author of, which is what they themselves say. */
static guint
count_remembered (Fixture *fixture, gboolean with_units)
{
  g_autoptr (TwfChronicle) chronicle = twf_chronicle_new (fixture->repository, "main", with_units);
  g_autoptr (GError) error = NULL;
  guint n_remembered = 0;

  twf_chronicle_ask_for_authors (chronicle);
  g_assert_true (twf_chronicle_take_up (chronicle, &error));
  while (twf_chronicle_next (chronicle, NULL, &error))
    {
      g_autoptr (TwfRevision) revision = twf_chronicle_read (chronicle, &error);
      g_autofree char *email = NULL;
      gint64 when;

      g_assert_no_error (error);
      if (!twf_chronicle_recall_author (chronicle, &email, &when))
        continue;
      g_assert_cmpstr (email, ==, twf_revision_get_email (revision));
      g_assert_cmpint (when, ==, twf_revision_get_when (revision));
      n_remembered++;
    }
  g_assert_no_error (error);
  twf_chronicle_put_down (chronicle);
  return n_remembered;
}

/* Whether the index has the units as well, or the authors alone, or is of another version. */
static void
assert_authors_are_remembered (Fixture *fixture)
{
  g_autofree char *index = g_build_filename (fixture->path, "tawafuq-index", NULL);

  for (guint state = 0; state < 4; state++)
    {
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_cmpuint (count_remembered (fixture, FALSE), >, 24);
      assert_as_git (fixture, ONE);
      g_assert_cmpuint (count_remembered (fixture, TRUE), >, 24);
      g_assert_true (g_file_get_contents (index, &bytes, &length, NULL));
      if (state == 0)
        g_assert_cmpint (g_unlink (index), ==, 0);
      if (state == 1)
        bytes[7]--;
      if (state == 2)
        bytes[length / 2] ^= 0x40;
      if (state > 0)
        g_assert_true (g_file_set_contents (index, bytes, length, NULL));
    }
}

static char *
make_line (Fixture *fixture)
{
  static const char *const paths[]
      = { ONE "/fields", ONE "/en.txt", OTHER "/en.txt", ONE "/ar.txt", "plan", "title/en.txt" };
  char *tip = NULL;

  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *text = g_strdup_printf ("Wording %u\n", i);
      char *id = save_text (fixture, tip, paths[i % G_N_ELEMENTS (paths)], text);

      g_free (tip);
      tip = id;
    }
  return tip;
}

static void
test_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tip = make_line (fixture);
  g_autofree char *all = list (fixture, "main", NULL, 0, G_MAXUINT);
  g_autofree char *page = list (fixture, tip, NULL, 5, 3);
  g_autofree char *few = list (fixture, "main", ONE, 2, 2);
  g_autofree char *wanted = run_git (fixture, "log --format=%H --skip=2 -2 main -- " ONE);

  assert_all_as_git (fixture);
  g_assert_cmpuint (strlen (page), ==, 3 * 41);
  g_assert_true (g_str_has_prefix (all + 5 * 41, page));
  g_assert_cmpstr (few, ==, wanted);
}

/* Plain git works beside: two branches from each of three points, joined again. */
static void
test_merges_made_by_git (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tip = make_line (fixture);
  g_autofree char *clone = g_build_filename (fixture->folder, "clone", NULL);
  g_autofree char *done = NULL;
  g_autofree char *again = NULL;

  done = run_git (fixture,
                  "rev-parse main >/dev/null && unset GIT_DIR && cd \"$HOME\" && "
                  "git clone -q plan.tawafuq clone && cd clone && "
                  "for i in 1 2 3; do git checkout -q -b side$i && "
                  "echo side$i >" ONE "/ar.txt && git commit -qam side$i && "
                  "git rm -q --ignore-unmatch title/en.txt && "
                  "git commit -q --allow-empty -m title$i && git checkout -q main && "
                  "echo main$i >" OTHER "/en.txt && git commit -qam main$i && "
                  "git merge -q --no-edit side$i; done && git push -q origin main");
  assert_all_as_git (fixture);
  again = save_text (fixture, "main", ONE "/en.txt", "After the merges\n");
  assert_all_as_git (fixture);
  assert_authors_are_remembered (fixture);
  assert_fsck (fixture);
}

/* Six clocks, one order. */
static void
test_clocks (Fixture *fixture, gconstpointer data)
{
  static const gint64 clocks[] = { 1795460400, -86400, 315532800, 2147483648, 4323456000, 0 };
  g_autofree char *tip = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
      g_autofree char *text = g_strdup_printf ("%zu\n", i);
      g_autofree char *line = NULL;
      g_autoptr (GError) error = NULL;
      TwfCommitInfo info = { .name = "EG", .email = "eg", .message = "Clock", .when = clocks[i] };
      char *id;

      put_text (changes, ONE "/en.txt", text);
      id = twf_repository_commit (fixture->repository, "main", tip, changes, &info, &error);
      g_assert_no_error (error);
      g_free (tip);
      tip = id;
      line = g_strconcat (id, "\n", NULL);
      g_string_prepend (wanted, line);
    }
  found = list (fixture, "main", NULL, 0, 100);
  g_assert_cmpstr (found, ==, wanted->str);
  assert_fsck (fixture);
}

static void
test_resolve_and_compare (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "", "-x", "main:plan", "main@{1}", ":/Wording", "a b" };
  g_autofree char *tip = make_line (fixture);
  g_autofree char *short_id = g_strndup (tip, 9);
  g_autofree char *by_short = twf_repository_resolve (fixture->repository, short_id, NULL);
  g_autofree char *before = twf_repository_resolve (fixture->repository, "main~2", NULL);
  g_autofree char *tagged = run_git (fixture, "tag issued/one main");
  g_autofree char *by_tag = twf_repository_resolve (fixture->repository, "issued/one", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) everything = NULL;
  TwfPathChange *change;

  g_assert_cmpstr (by_short, ==, tip);
  g_assert_cmpstr (by_tag, ==, tip);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (twf_repository_resolve (fixture->repository, bad[i], &error));
      g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_null (twf_repository_resolve (fixture->repository, "nobody", &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);

  changes = twf_repository_compare (fixture->repository, before, "main", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 2);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->path, ==, "plan");
  g_assert_nonnull (change->old_blob);
  g_assert_cmpstr (change->old_blob, !=, change->new_blob);
  everything = twf_repository_compare (fixture->repository, NULL, "main", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (everything->len, ==, 6);
}

static void
test_repack_keeps_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tip = make_line (fixture);
  g_autofree char *before = run_git (fixture, "log -p --format=%H main");
  g_autofree char *after = NULL;
  g_autofree char *loose = NULL;
  g_autofree char *next = NULL;
  g_autofree char *gc = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_assert_false (twf_repository_needs_repack (fixture->repository));
  g_cancellable_cancel (cancelled);
  g_assert_false (twf_repository_repack (fixture->repository, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_fsck (fixture);

  g_assert_true (twf_repository_repack (fixture->repository, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  loose = run_git (fixture, "count-objects");
  g_assert_true (g_str_has_prefix (loose, "0 objects"));
  after = run_git (fixture, "log -p --format=%H main");
  g_assert_cmpstr (before, ==, after);
  next = save_text (fixture, tip, ONE "/en.txt", "The next wording\n");
  g_assert_true (twf_repository_repack (fixture->repository, NULL, NULL, NULL, &error));
  gc = run_git (fixture, "gc -q");
  assert_text (fixture->repository, next, ONE "/en.txt", "The next wording\n");
  words = run_git (fixture, "diff --word-diff main~1 main -- " ONE "/en.txt");
  g_assert_nonnull (strstr (words, "{+The next wording+}"));
  assert_all_as_git (fixture);
  assert_fsck (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/revisions/line", test_line);
  add_test ("/history/revisions/merges-made-by-git", test_merges_made_by_git);
  add_test ("/history/revisions/clocks", test_clocks);
  add_test ("/history/revisions/resolve-and-compare", test_resolve_and_compare);
  add_test ("/history/revisions/repack-keeps-all", test_repack_keeps_all);
  return g_test_run ();
}
