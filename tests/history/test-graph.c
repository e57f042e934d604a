/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include "twf-ancestry.h"
#include "twf-versions.h"

#include <string.h>

#define N_REVISIONS 60
#define N_HISTORIES 8
#define N_PAIRS 25

static const char *const paths[]
    = { "provisions/ab/abcdefghijkm/body.ar", "provisions/ab/abcdefghijkm/fields", "title/en.txt" };
static const char *const asked[] = { "provisions/ab/abcdefghijkm/body.ar",
                                     "provisions/ab/abcdefghijkm",
                                     "provisions/ab",
                                     "title/en.txt",
                                     "nowhere/at/all" };

/* What each revision of a random history says at each path; 0: there is nothing. */
typedef struct
{
  int says[N_REVISIONS + 1][G_N_ELEMENTS (paths)];
} Texts;

/* Takes over what one of the parents says, or says something of its own; of few wordings, so that
 * lines come to the same by themselves. */
static void
choose_texts (Texts *texts, int mark, const int *parents, int n_parents)
{
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    if (n_parents == 0 || g_test_rand_int_range (0, 5) == 0)
      texts->says[mark][i] = g_test_rand_int_range (0, 4);
    else
      texts->says[mark][i] = texts->says[parents[g_test_rand_int_range (0, n_parents)]][i];
}

static int
choose_parents (int mark, int *parents)
{
  int wanted = g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (0, 5) : 1;
  int n = 0;

  for (int i = 0; mark > 1 && i < wanted; i++)
    {
      int parent = g_test_rand_int_range (MAX (1, mark - 8), mark);
      gboolean known = FALSE;

      for (int j = 0; j < n; j++)
        known |= parents[j] == parent;
      if (!known)
        parents[n++] = parent;
    }
  return n;
}

/* Clocks that lie as they like. */
static void
add_revision (GString *stream, Texts *texts, int mark)
{
  int parents[5];
  int n_parents = choose_parents (mark, parents);

  choose_texts (texts, mark, parents, n_parents);
  if (n_parents == 0)
    g_string_append_printf (stream, "reset refs/heads/b%d\n", mark);
  g_string_append_printf (stream,
                          "commit refs/heads/b%d\nmark :%d\ncommitter Egypt <eg@example.org> %d "
                          "+0300\ndata 8\nrevision\n",
                          mark,
                          mark,
                          g_test_rand_int_range (1, 2000000000));
  for (int i = 0; i < n_parents; i++)
    g_string_append_printf (stream, "%s :%d\n", i == 0 ? "from" : "merge", parents[i]);
  g_string_append (stream, "deleteall\nM 644 inline plan\ndata 2\n1\n");
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    if (texts->says[mark][i] != 0)
      g_string_append_printf (
          stream, "M 644 inline %s\ndata 2\n%d\n", paths[i], texts->says[mark][i]);
  g_string_append_c (stream, '\n');
}

static void
make_history (Fixture *fixture)
{
  g_autoptr (GString) stream = g_string_new (NULL);
  g_autofree char *file = g_build_filename (fixture->folder, "stream", NULL);
  g_autofree char *done = NULL;
  g_autoptr (GError) error = NULL;
  Texts texts = { 0 };

  for (int mark = 1; mark <= N_REVISIONS; mark++)
    add_revision (stream, &texts, mark);
  g_assert_true (g_file_set_contents (file, stream->str, stream->len, &error));
  done = run_git (fixture, "fast-import --quiet --force <\"$HOME/stream\"");
  g_assert_cmpstr (done, ==, "");
}

static void
assert_merge_base (Fixture *fixture, int one, int other)
{
  g_autofree char *first = g_strdup_printf ("b%d", one);
  g_autofree char *second = g_strdup_printf ("b%d", other);
  g_autofree char *arguments = g_strdup_printf ("merge-base --all b%d b%d || true", one, other);
  g_autofree char *wanted = run_git (fixture, arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *found
      = twf_repository_find_merge_base (fixture->repository, first, second, &error);

  if (found == NULL)
    g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  if (found == NULL)
    g_assert_cmpstr (wanted, ==, "");
  else
    g_assert_nonnull (strstr (wanted, found));
}

static void
assert_contains (Fixture *fixture, int one, int other)
{
  g_autofree char *first = g_strdup_printf ("b%d", one);
  g_autofree char *second = g_strdup_printf ("b%d", other);
  g_autofree char *arguments
      = g_strdup_printf ("merge-base --is-ancestor b%d b%d && echo yes || echo no", other, one);
  g_autofree char *wanted = run_git (fixture, arguments);
  g_autoptr (GError) error = NULL;
  gboolean contains;

  g_assert_true (twf_repository_contains (fixture->repository, first, second, &contains, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (wanted, ==, contains ? "yes\n" : "no\n");
}

/* By trying each: git's own "^branch" stops early where clocks went wrong, as they do here. */
static guint
count_missing (Fixture *fixture, const char *options, const char *one, const char *other)
{
  g_autofree char *list_one = g_strdup_printf ("rev-list %s %s", options, one);
  g_autofree char *list_other = g_strdup_printf ("rev-list %s", other);
  g_autofree char *in_one = run_git (fixture, list_one);
  g_autofree char *in_other = run_git (fixture, list_other);
  g_auto (GStrv) ids = g_strsplit (g_strchomp (in_one), "\n", -1);
  guint n = 0;

  for (gsize i = 0; ids[i] != NULL; i++)
    n += strstr (in_other, ids[i]) == NULL;
  return n;
}

static void
assert_ahead (Fixture *fixture, int one, int other)
{
  g_autofree char *first = g_strdup_printf ("b%d", one);
  g_autofree char *second = g_strdup_printf ("b%d", other);
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (twf_repository_count_ahead (fixture->repository, first, second, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, count_missing (fixture, "", first, second));
  g_assert_true (twf_repository_count_on_line (fixture->repository, first, second, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, count_missing (fixture, "--first-parent", first, second));
}

/* By trying each of the line against all that the branch contains. */
static void
assert_taken_in (Fixture *fixture, int line, int tip)
{
  g_autofree char *line_name = g_strdup_printf ("b%d", line);
  g_autofree char *tip_name = g_strdup_printf ("b%d", tip);
  g_autofree char *list_line = g_strdup_printf ("rev-list --first-parent b%d", line);
  g_autofree char *list_all = g_strdup_printf ("rev-list b%d", tip);
  g_autofree char *on_line = run_git (fixture, list_line);
  g_autofree char *contained = run_git (fixture, list_all);
  g_auto (GStrv) ids = g_strsplit (on_line, "\n", -1);
  const char *wanted = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found
      = twf_repository_find_taken_in (fixture->repository, line_name, tip_name, &error);

  for (gsize i = 0; wanted == NULL && ids[i] != NULL && *ids[i] != '\0'; i++)
    if (strstr (contained, ids[i]) != NULL)
      wanted = ids[i];
  g_assert_cmpstr (found, ==, wanted);
  if (found == NULL)
    g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char *
sort_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_lines);
  return g_strjoinv ("\n", lines);
}

/* Parents and all; and each version says what git finds there. */
static void
assert_versions (Fixture *fixture, int tip, const char *path)
{
  g_autofree char *name = g_strdup_printf ("b%d", tip);
  g_autofree char *arguments
      = g_strdup_printf ("log --simplify-merges --parents --format='%%H %%P' b%d -- %s", tip, path);
  g_autofree char *output = run_git (fixture, arguments);
  g_autofree char *wanted = sort_lines (output);
  g_autofree char *sorted = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions
      = twf_repository_list_versions (fixture->repository, name, path, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < versions->len; i++)
    {
      TwfVersion *version = versions->pdata[i];
      const char *id = twf_revision_get_id (version->revision);
      g_autofree char *joined = g_strjoinv (" ", version->parents);
      g_autofree char *ask = g_strdup_printf ("rev-parse -q --verify %s:%s || true", id, path);
      g_autofree char *blob = i % 8 == 0 ? run_git (fixture, ask) : NULL;

      g_string_append_printf (lines, "%s %s\n", id, joined);
      for (gsize j = 0; version->parents[j] != NULL; j++)
        g_assert_true (g_hash_table_contains (seen, version->parents[j]));
      g_hash_table_add (seen, (char *)id);
      if (blob != NULL)
        g_assert_cmpstr (g_strchomp (blob), ==, version->blob != NULL ? version->blob : "");
    }
  sorted = sort_lines (lines->str);
  g_assert_cmpstr (sorted, ==, wanted);
}

static void
test_random_histories (Fixture *fixture, gconstpointer data)
{
  for (int history = 0; history < N_HISTORIES; history++)
    {
      make_history (fixture);
      for (int pair = 0; pair < N_PAIRS; pair++)
        {
          int one = g_test_rand_int_range (1, N_REVISIONS + 1);
          int other = g_test_rand_int_range (1, N_REVISIONS + 1);

          assert_merge_base (fixture, one, other);
          assert_contains (fixture, one, other);
          assert_ahead (fixture, one, other);
          assert_taken_in (fixture, one, other);
        }
      for (int tip = N_REVISIONS - 3; tip <= N_REVISIONS; tip++)
        for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
          {
            /* Then from what is remembered. */
            assert_versions (fixture, tip, asked[i]);
            assert_versions (fixture, tip, asked[i]);
          }
    }
}

static void
test_branches (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = twf_repository_list_branches (fixture->repository, &error);
  g_autoptr (GPtrArray) branches = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *tip = save_text (fixture, NULL, "plan", "One\n");
  static const char *const commands[] = { "branch delegations/EG main",
                                          "branch delegations/FR main",
                                          "branch zz main",
                                          "symbolic-ref refs/heads/alias refs/heads/main",
                                          "pack-refs --all",
                                          "branch delegations/ST main",
                                          "tag delegations/EG main" };
  g_autofree char *wanted = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_free (run_git (fixture, commands[i]));
  wanted = run_git (fixture,
                    "for-each-ref --format='%(refname:lstrip=2) %(objectname)' "
                    "refs/heads | grep -v alias");
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  branches = twf_repository_list_branches (fixture->repository, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < branches->len; i++)
    {
      TwfBranch *branch = branches->pdata[i];

      g_string_append_printf (lines, "%s %s\n", branch->name, branch->tip);
    }
  g_assert_cmpstr (lines->str, ==, wanted);
}

static char *
save_merge (Fixture *fixture,
            const char *branch,
            const char *parent,
            const char *path,
            const char *const *merged,
            GError **error)
{
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autofree char *text = g_strdup_printf ("On %s\n", branch);
  TwfCommitInfo info = {
    .name = "Egypt",
    .email = "eg@example.org",
    .when = 1280448000,
    .message = "Merge",
    .merged = merged,
  };

  if (path != NULL)
    put_text (changes, path, text);
  return twf_repository_commit (fixture->repository, branch, parent, changes, &info, error);
}

static void
assert_parents (Fixture *fixture, const char *revision, const char *const *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *joined = g_strjoinv (" ", (char **)wanted);
  g_autofree char *arguments = g_strdup_printf ("log -1 --format=%%P %s", revision);
  g_autofree char *seen = run_git (fixture, arguments);
  g_autoptr (GPtrArray) listed
      = twf_repository_list_revisions (fixture->repository, revision, NULL, 0, 1, NULL, &error);
  const char *const *parents = twf_revision_get_parents (listed->pdata[0]);

  g_assert_no_error (error);
  g_assert_cmpstr (g_strchomp (seen), ==, joined);
  g_assert_cmpstrv ((char **)parents, (char **)wanted);
  g_assert_cmpstr (twf_revision_get_parent (listed->pdata[0]), ==, wanted[0]);
}

/* The branch moved meanwhile: the merge stands on what is there now, with all that it merges. */
static void
test_merges (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = save_text (fixture, NULL, "plan", "One\n");
  g_autofree char *egypt = save_merge (fixture, "delegations/EG", base, paths[0], NULL, &error);
  g_autofree char *france = save_merge (fixture, "delegations/FR", base, paths[1], NULL, &error);
  const char *tips[] = { egypt, base, france, egypt, NULL };
  const char *nobody[] = { "0123456789012345678901234567890123456789", NULL };
  g_autofree char *moved = save_text (fixture, base, "title/en.txt", "Meanwhile\n");
  g_autofree char *merge = save_merge (fixture, "main", base, paths[2 - 1], tips, &error);
  const char *parents[] = { moved, egypt, france, NULL };
  g_autofree char *again = NULL;
  g_autofree char *later = NULL;
  g_autofree char *empty = NULL;

  g_assert_no_error (error);
  assert_parents (fixture, merge, parents);
  again = save_merge (fixture, "main", merge, NULL, tips, &error);
  g_assert_cmpstr (again, ==, merge);
  later = save_merge (fixture, "delegations/EG", egypt, "plan", NULL, &error);
  g_assert_no_error (error);
  empty = save_merge (fixture, "main", merge, NULL, (const char *[]){ later, NULL }, &error);
  g_assert_no_error (error);
  assert_parents (fixture, empty, (const char *[]){ merge, later, NULL });
  g_assert_null (save_merge (fixture, "main", empty, paths[0], nobody, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (
      save_merge (fixture, "main", base, "title/en.txt", (const char *[]){ egypt, NULL }, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  assert_fsck (fixture);
}

/* Many files go through a pack; many parents are more than are remembered. */
static void
test_merge_of_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
  g_autoptr (GPtrArray) tips = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) listed = NULL;
  g_autofree char *base = save_text (fixture, NULL, "plan", "One\n");
  g_autofree char *merge = NULL;
  g_autofree char *counted = NULL;
  TwfCommitInfo info = { .name = "Egypt", .email = "eg", .when = 1, .message = "Merge" };

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *branch = g_strdup_printf ("delegations/%03u", i);
      g_autofree char *path = g_strdup_printf ("provisions/%02u/folder%03u/fields", i % 100, i);

      g_ptr_array_add (tips, save_merge (fixture, branch, base, path, NULL, &error));
      g_assert_no_error (error);
      put_text (changes, path, "Merged\n");
    }
  g_ptr_array_add (tips, NULL);
  info.merged = (const char *const *)tips->pdata;
  merge = twf_repository_commit (fixture->repository, "main", base, changes, &info, &error);
  g_assert_no_error (error);
  listed = twf_repository_list_revisions (fixture->repository, "main", NULL, 0, 5000, NULL, &error);
  g_assert_cmpuint (listed->len, ==, 302);
  g_ptr_array_unref (listed);
  listed = twf_repository_list_revisions (
      fixture->repository, "main", "provisions/07/folder207", 0, 50, NULL, &error);
  g_assert_cmpuint (listed->len, ==, 2);
  counted = run_git (fixture, "rev-list --count main");
  g_assert_cmpstr (counted, ==, "302\n");
  assert_fsck (fixture);
}

/* Files read together, and one by its id. */
static void
note_path (GString *lines, const char *path, GBytes *bytes)
{
  g_string_append_printf (lines, "%s=", path);
  g_string_append_len (lines, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
note_cb (const char *path, const char *blob_id, GBytes *bytes, gpointer user_data, GError **error)
{
  note_path (user_data, path, bytes);
  return TRUE;
}

static void
test_read_several (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = save_text (fixture, NULL, "plan", "1\n");
  g_autofree char *two = save_text (fixture, one, paths[0], "2\n");
  g_autofree char *tip = save_text (fixture, two, paths[1], "3\n");
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *id = run_git (fixture, "rev-parse main:plan");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_add (wanted, (char *)"nowhere/at/all");
  g_ptr_array_add (wanted, (char *)"provisions/ab/abcdefghijkm");
  g_ptr_array_add (wanted, (char *)"plan");
  g_assert_true (twf_repository_read_paths (
      fixture->repository, "main", wanted, note_cb, lines, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (lines->str,
                   ==,
                   "provisions/ab/abcdefghijkm/body.ar=2\nprovisions/ab/abcdefghijkm/"
                   "fields=3\nplan=1\n");
  bytes = twf_repository_read_blob (fixture->repository, g_strchomp (id), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "1\n", 2);
  g_assert_null (twf_repository_read_blob (fixture->repository, "main", &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (twf_repository_read_blob (
      fixture->repository, "0123456789012345678901234567890123456789", &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (twf_repository_read_blob (fixture->repository, tip, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/graph/random-histories", test_random_histories);
  add_test ("/history/graph/branches", test_branches);
  add_test ("/history/graph/merges", test_merges);
  add_test ("/history/graph/merge-of-many", test_merge_of_many);
  add_test ("/history/graph/read-several", test_read_several);
  return g_test_run ();
}
