/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include <string.h>

#define ONE "provisions/ab/abcdefghijkm/"
#define OTHER "provisions/cd/cdefghijkmnp/"

static void
test_first_and_next (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = save_text (fixture, NULL, ONE "ar.txt", "تعزيز التعاون\n");
  g_autofree char *second = save_text (fixture, first, ONE "en.txt", "Strengthen\n");
  g_autofree char *same = save_text (fixture, second, ONE "en.txt", "Strengthen\n");
  g_autofree char *tip = NULL;

  tip = twf_repository_resolve (fixture->repository, "main", NULL);
  g_assert_cmpstr (tip, ==, second);
  g_assert_cmpstr (same, ==, second);
  assert_text (fixture->repository, "main", ONE "ar.txt", "تعزيز التعاون\n");
  assert_text (fixture->repository, second, ONE "en.txt", "Strengthen\n");
  assert_fsck (fixture);
}

static void
test_different_paths_both_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, "plan", "Format: 1\n");
  g_autofree char *one = save_text (fixture, base, ONE "en.txt", "One\n");
  g_autofree char *other = save_text (fixture, base, OTHER "en.txt", "Other\n");

  g_assert_cmpstr (one, !=, other);
  assert_text (fixture->repository, "main", ONE "en.txt", "One\n");
  assert_text (fixture->repository, "main", OTHER "en.txt", "Other\n");
  assert_fsck (fixture);
}

static void
test_same_path_is_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, ONE "en.txt", "Base\n");
  g_autofree char *one = save_text (fixture, base, ONE "en.txt", "One\n");
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;

  put_text (changes, ONE "en.txt", "Other\n");
  refused = commit_changes (fixture->repository, base, changes, "Other", &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  g_assert_null (refused);
  assert_text (fixture->repository, "main", ONE "en.txt", "One\n");
}

static void
test_removed_provision_does_not_come_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, ONE "fields", "Section: actions\n");
  g_autofree char *wider = save_text (fixture, base, "plan", "Format: 1\n");
  g_autoptr (TwfChangeSet) removal = twf_change_set_new ();
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (TwfChangeSet) newcomer = twf_change_set_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *added = NULL;

  twf_change_set_remove (removal, "provisions/ab/abcdefghijkm");
  removed = commit_changes (fixture->repository, wider, removal, "Remove", &error);
  g_assert_no_error (error);

  put_text (changes, ONE "means.ar.txt", "Means\n");
  refused = commit_changes (fixture->repository, wider, changes, "Means", &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  g_assert_null (refused);
  g_clear_error (&error);

  /* Another provision of the same shard is no clash, though the shard went with the first. */
  put_text (newcomer, "provisions/ab/abzzzzzzzzzz/fields", "Section: actions\n");
  added = commit_changes (fixture->repository, wider, newcomer, "Add", &error);
  g_assert_no_error (error);
  g_assert_nonnull (added);
  assert_fsck (fixture);
}

static void
test_folders_go_and_are_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = save_text (fixture, NULL, "plan", "Format: 1\n");
  g_autofree char *one = save_text (fixture, base, ONE "fields", "Section: actions\n");
  g_autoptr (TwfChangeSet) replacement = twf_change_set_new ();
  g_autoptr (TwfChangeSet) removal = twf_change_set_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *names = NULL;

  twf_change_set_remove (replacement, "provisions/ab/abcdefghijkm");
  put_text (replacement, ONE "en.txt", "New\n");
  replaced = commit_changes (fixture->repository, one, replacement, "Replace", &error);
  g_assert_no_error (error);
  names = run_git (fixture, "ls-tree -r --name-only main");
  g_assert_cmpstr (names, ==, "plan\n" ONE "en.txt\n");

  twf_change_set_remove (removal, "provisions/ab/abcdefghijkm");
  twf_change_set_remove (removal, "provisions/zz/never-there");
  removed = commit_changes (fixture->repository, replaced, removal, "Remove", &error);
  g_assert_no_error (error);
  g_clear_pointer (&names, g_free);
  names = run_git (fixture, "ls-tree -r -t --name-only main");
  g_assert_cmpstr (names, ==, "plan\n");
  assert_fsck (fixture);
}

static void
test_hostile_paths (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[]
      = { "",    ".git/config", "a/../b", "/abs",         "a//b", "a/",        "-rf",
          "a b", "a\\b",        "a\nb",   "provisions/.", "\xff", "a/.hidden", "con:aux" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;

      put_text (changes, bad[i], "x");
      id = commit_changes (fixture->repository, NULL, changes, "Hostile", &error);
      g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
      g_assert_null (id);
    }
}

static void
test_message_and_author (Fixture *fixture, gconstpointer data)
{
  static const char *const trailers[] = { "Mandate: editorial", "Proposal: abc", NULL };
  TwfCommitInfo info = {
    .name = " Côte <d'Ivoire>\n",
    .email = "",
    .when = -5,
    .message = "  \nA subject  \n\n\n\nA body\n\n",
    .trailers = trailers,
  };
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autofree char *id = NULL;
  g_autofree char *mandate = NULL;
  TwfRevision *revision;

  put_text (changes, "plan", "Format: 1\n");
  id = twf_repository_commit (fixture->repository, "delegations/CI", NULL, changes, &info, &error);
  g_assert_no_error (error);
  revisions = twf_repository_list_revisions (
      fixture->repository, "delegations/CI", NULL, 0, 10, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 1);
  revision = g_ptr_array_index (revisions, 0);
  g_assert_cmpstr (twf_revision_get_id (revision), ==, id);
  g_assert_null (twf_revision_get_parent (revision));
  g_assert_cmpint (twf_revision_get_when (revision), ==, 0);
  g_assert_cmpstr (twf_revision_get_subject (revision), ==, "A subject");
  g_assert_cmpstr (twf_revision_get_message (revision),
                   ==,
                   "A subject\n\nA body\n\nMandate: editorial\nProposal: abc\n");
  mandate = twf_revision_dup_trailer (revision, "mandate");
  g_assert_cmpstr (mandate, ==, "editorial");
  g_assert_null (strchr (twf_revision_get_author (revision), '<'));
  assert_fsck (fixture);
}

/* Enough files to be written as one pack; a second time to be found there already. */
static void
test_many_files_are_one_pack (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
      g_autofree char *counted = NULL;
      g_autofree char *tip = NULL;

      for (guint i = 0; i < 300; i++)
        {
          g_autofree char *path = g_strdup_printf ("provisions/p%u/ar.txt", i);
          g_autofree char *text = g_strdup_printf ("نص %u\n", round * (i % 2) * 1000 + i);

          put_text (changes, path, text);
        }
      tip = commit_changes (fixture->repository, parent, changes, "Many", &error);
      g_assert_no_error (error);
      assert_text (
          fixture->repository, tip, "provisions/p7/ar.txt", round == 0 ? "نص 7\n" : "نص 1007\n");
      assert_text (fixture->repository, tip, "provisions/p8/ar.txt", "نص 8\n");
      counted = run_git (fixture, "count-objects -v");
      g_assert_nonnull (strstr (counted, "count: 0\n"));
      assert_fsck (fixture);
      g_free (parent);
      parent = g_steal_pointer (&tip);
    }
}

/* More than is gathered for one pack: what is in an earlier one is found by what names it. */
static void
test_more_files_are_some_packs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *counted = NULL;
  g_autofree char *tip = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *path = g_strdup_printf ("provisions/%02u/p%u/ar.txt", i % 50, i);
      g_autofree char *text = g_strdup_printf ("نص %u\n", i);

      put_text (changes, path, text);
    }
  tip = commit_changes (fixture->repository, NULL, changes, "More", &error);
  g_assert_no_error (error);
  assert_text (fixture->repository, tip, "provisions/00/p0/ar.txt", "نص 0\n");
  assert_text (fixture->repository, tip, "provisions/49/p4999/ar.txt", "نص 4999\n");
  counted = run_git (fixture, "count-objects -v");
  g_assert_nonnull (strstr (counted, "count: 0\n"));
  g_assert_nonnull (strstr (counted, "packs: 3\n"));
  assert_fsck (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/commit/first-and-next", test_first_and_next);
  add_test ("/history/commit/different-paths-both-save", test_different_paths_both_save);
  add_test ("/history/commit/same-path-is-changed", test_same_path_is_changed);
  add_test ("/history/commit/removed-provision", test_removed_provision_does_not_come_back);
  add_test ("/history/commit/folders", test_folders_go_and_are_replaced);
  add_test ("/history/commit/hostile-paths", test_hostile_paths);
  add_test ("/history/commit/message-and-author", test_message_and_author);
  add_test ("/history/commit/many-files-are-one-pack", test_many_files_are_one_pack);
  add_test ("/history/commit/more-files-are-some-packs", test_more_files_are_some_packs);
  return g_test_run ();
}
