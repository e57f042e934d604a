/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include "twf-ancestry.h"
#include "twf-issued.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const symbols[] = { "A/64/L.64",
                                       "A/64/L.64/Rev.1",
                                       "A/64/L.64/Add.1",
                                       "A/64/L.64/Rev.1/Corr.1",
                                       "CRP.3",
                                       "19 July 2010 5 p.m.",
                                       "الوثيقة ٣/تنقيح ١",
                                       "文件三",
                                       "..",
                                       "a..b",
                                       ".hidden",
                                       "x.lock",
                                       "x.lock/y",
                                       "x.LOCKED",
                                       "50%",
                                       "%2F",
                                       "~^:?*[\\@{-1}",
                                       "-n" };

static TwfIssued *
issue (Fixture *fixture, const char *revision, const char *symbol, gint64 when, GError **error)
{
  TwfIssueInfo info = { .symbol = symbol,
                        .name = "Facilitator",
                        .email = "facilitator@plan.invalid",
                        .when = when,
                        .offset_minutes = 180,
                        .note = "As read out\n\nin the room",
                        .record = "one actions 1\ntwo actions 2" };

  return twf_repository_issue (fixture->repository, revision, &info, error);
}

static char *
resolve (Fixture *fixture, const char *revision)
{
  g_autoptr (GError) error = NULL;
  char *id = twf_repository_resolve (fixture->repository, revision, &error);

  g_assert_no_error (error);
  return id;
}

static void
assert_nearest (Fixture *fixture, const char *revision, const char *symbol)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfIssued) found = twf_repository_find_issued (fixture->repository, revision, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found != NULL ? found->symbol : NULL, ==, symbol);
}

static void
test_symbols (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      g_autofree char *encoded = twf_symbol_encode (symbols[i]);
      g_autofree char *decoded = twf_symbol_decode (encoded);

      g_assert_cmpstr (decoded, ==, symbols[i]);
      g_assert_null (strchr (encoded, '/'));
    }
  g_assert_null (twf_symbol_decode ("A/64"));
  g_assert_null (twf_symbol_decode ("%4"));
  g_assert_null (twf_symbol_decode ("%zz"));
  g_assert_null (twf_symbol_decode ("%41"));
  g_assert_null (twf_symbol_decode ("%FF"));
}

static void
test_bad_symbols (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autofree char *longest = g_strnfill (300, 'x');
  const char *const bad[]
      = { "", " A", "A ", "A\nB", "A\tB", "\xff", longest, id, "main", "HEAD", "@", "main~0" };
  g_autofree char *none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (issue (fixture, id, bad[i], 1000, &error));
      g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
      g_assert_null (strchr (error->message, '\n'));
    }
  none = run_git (fixture, "for-each-ref refs/tags");
  g_assert_cmpstr (none, ==, "");
}

static void
test_issue (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (TwfIssued) again = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    {
      g_autoptr (TwfIssued) issued
          = issue (fixture, "main", symbols[i], 1278018000 + (gint64)i, &error);
      g_autofree char *resolved = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (issued->symbol, ==, symbols[i]);
      g_assert_cmpstr (issued->revision, ==, id);
      g_assert_cmpstr (issued->by, ==, "Facilitator");
      g_assert_cmpstr (issued->note, ==, "As read out\n\nin the room");
      g_assert_cmpstr (issued->record, ==, "one actions 1\ntwo actions 2\n");
      g_assert_cmpint (issued->when, ==, 1278018000 + (gint64)i);
      g_assert_cmpint (issued->offset_minutes, ==, 180);
      resolved = resolve (fixture, symbols[i]);
      g_assert_cmpstr (resolved, ==, id);
    }
  listed = twf_repository_list_issued (fixture->repository, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, G_N_ELEMENTS (symbols));
  for (guint i = 0; i < listed->len; i++)
    g_assert_cmpstr (((TwfIssued *)listed->pdata[i])->symbol, ==, symbols[i]);

  again = issue (fixture, "main", "A/64/L.64", 5, &error);
  g_assert_null (again);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_EXISTS);
  assert_fsck (fixture);
  said = run_git (fixture, "tag -n1 -l 'issued/CRP.3'");
  g_assert_nonnull (strstr (said, "CRP.3"));
}

/* An abbreviation that fits is a symbol's before it is an id's; a branch is one before both. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autofree char *second = save_text (fixture, first, "title/ar.txt", "خطة عمل\n");
  g_autofree char *beginning = g_strndup (second, 7);
  g_autofree char *found = NULL;
  g_autofree char *branched = NULL;
  g_autofree char *branch = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfIssued) issued = issue (fixture, first, beginning, 1000, &error);
  g_autoptr (TwfIssued) other = issue (fixture, first, "final", 1000, &error);

  g_assert_no_error (error);
  found = resolve (fixture, beginning);
  g_assert_cmpstr (found, ==, first);
  branch = run_git (fixture, "branch final main");
  branched = resolve (fixture, "final");
  g_assert_cmpstr (branched, ==, second);
  g_assert_null (twf_repository_resolve (fixture->repository, "A/64/L.65", &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (twf_repository_resolve (fixture->repository, "20 July 2010", &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
}

/* What is nearest is told by the graph, whatever the clocks say. */
static void
test_nearest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = save_text (fixture, NULL, "title/ar.txt", "١\n");
  g_autofree char *two = save_text (fixture, one, "title/ar.txt", "٢\n");
  g_autofree char *three = save_text (fixture, two, "title/ar.txt", "٣\n");
  g_autofree char *four = save_text (fixture, three, "title/ar.txt", "٤\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfIssued) later = NULL;
  g_autoptr (TwfIssued) earlier = NULL;
  g_autoptr (TwfIssued) twice = NULL;
  g_autoptr (GPtrArray) listed = NULL;

  assert_nearest (fixture, "main", NULL);
  later = issue (fixture, two, "L.2", 5000, &error);
  earlier = issue (fixture, three, "L.3", 4000, &error);
  g_assert_no_error (error);
  assert_nearest (fixture, one, NULL);
  assert_nearest (fixture, two, "L.2");
  assert_nearest (fixture, three, "L.3");
  assert_nearest (fixture, four, "L.3");
  assert_nearest (fixture, "L.3", "L.3");
  twice = issue (fixture, three, "L.3/Corr.1", 6000, &error);
  assert_nearest (fixture, "main", "L.3/Corr.1");

  listed = twf_repository_list_issued (fixture->repository, &error);
  g_assert_cmpuint (listed->len, ==, 3);
  g_assert_cmpstr (((TwfIssued *)listed->pdata[0])->symbol, ==, "L.2");
  g_assert_cmpstr (((TwfIssued *)listed->pdata[1])->symbol, ==, "L.3");
}

/* Random histories with clocks that lie: what is found contains all others on the way. */
static void
test_nearest_law (Fixture *fixture, gconstpointer data)
{
  g_autofree char *tip = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *branch = g_strdup_printf ("b%u", g_test_rand_int_range (0, 3));
      g_autofree char *text = g_strdup_printf ("%u\n", i);
      g_autofree char *path = g_strdup_printf ("title/%c.txt", 'a' + (int)i % 26);
      g_autoptr (TwfChangeSet) changes = twf_change_set_new ();
      const char *merged[]
          = { ids->len > 0 ? ids->pdata[g_test_rand_int_range (0, (int)ids->len)] : NULL, NULL };
      g_autofree char *parent = twf_repository_resolve (fixture->repository, branch, NULL);
      TwfCommitInfo info = { .name = "A",
                             .email = "a@example.org",
                             .when = g_test_rand_int_range (0, 100000),
                             .message = text,
                             .merged = merged };

      put_text (changes, path, text);
      g_ptr_array_add (
          ids, twf_repository_commit (fixture->repository, branch, parent, changes, &info, &error));
      g_assert_no_error (error);
      if (i % 5 == 0)
        {
          g_autofree char *symbol = g_strdup_printf ("L.%u", i);
          g_autoptr (TwfIssued) issued
              = issue (fixture, ids->pdata[i], symbol, g_test_rand_int_range (0, 9999), &error);

          g_assert_nonnull (issued);
        }
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (TwfIssued) found
          = twf_repository_find_issued (fixture->repository, ids->pdata[i], &error);
      gboolean any = FALSE;

      for (guint j = 0; j <= i; j += 5)
        {
          gboolean above, below = FALSE;

          g_assert_true (twf_repository_contains (
              fixture->repository, ids->pdata[i], ids->pdata[j], &above, &error));
          any |= above;
          if (above && found != NULL)
            g_assert_true (twf_repository_contains (
                fixture->repository, ids->pdata[j], found->revision, &below, &error));
          /* Nothing on the way stands on what was found. */
          g_assert_false (below && !g_str_equal (ids->pdata[j], found->revision));
        }
      g_assert_true (any == (found != NULL));
    }
}

static void
test_packed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfIssued) issued = issue (fixture, id, "A/64/L.64", 1000, &error);
  g_autoptr (TwfIssued) again = NULL;
  g_autoptr (TwfIssued) next = NULL;
  g_autofree char *found = NULL;
  g_autofree char *packed = run_git (fixture, "gc -q --prune=now");

  found = resolve (fixture, "A/64/L.64");
  g_assert_cmpstr (found, ==, id);
  again = issue (fixture, id, "A/64/L.64", 2000, &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_EXISTS);
  g_clear_error (&error);
  next = issue (fixture, id, "A/64/L.64/Rev.1", 2000, &error);
  g_assert_no_error (error);
  assert_nearest (fixture, "main", "A/64/L.64/Rev.1");
  g_assert_true (twf_repository_repack (fixture->repository, NULL, NULL, NULL, &error));
  assert_nearest (fixture, "main", "A/64/L.64/Rev.1");
  assert_fsck (fixture);
}

/* One that is damaged hides no other, and no revision. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = save_text (fixture, NULL, "title/ar.txt", "١\n");
  g_autofree char *two = save_text (fixture, one, "title/ar.txt", "٢\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfIssued) good = issue (fixture, one, "L.1", 1000, &error);
  g_autoptr (TwfIssued) bad = issue (fixture, two, "L.2", 2000, &error);
  g_autofree char *object
      = g_strdup_printf ("%s/objects/%.2s/%s", fixture->path, bad->tag, bad->tag + 2);
  g_autofree char *tip = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  guint n_damaged = 0;

  g_assert_cmpint (g_unlink (object), ==, 0);
  listed = twf_repository_list_issued (fixture->repository, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 2);
  for (guint i = 0; i < listed->len; i++)
    {
      const TwfIssued *issued = listed->pdata[i];

      n_damaged += issued->is_damaged;
      g_assert_true (issued->is_damaged == g_str_equal (issued->symbol, "L.2"));
    }
  g_assert_cmpuint (n_damaged, ==, 1);
  g_assert_null (twf_repository_resolve (fixture->repository, "L.2", &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_DAMAGED);
  tip = resolve (fixture, "main");
  g_assert_cmpstr (tip, ==, two);
  assert_nearest (fixture, "main", "L.1");
}

/* What plain git puts there serves as far as it goes; what is no symbol is passed over. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autofree char *light = run_git (fixture, "tag issued/L.1 main");
  g_autofree char *odd = run_git (fixture, "tag issued/%41 main");
  g_autofree char *tree = run_git (fixture, "tag issued/L.2 'main^{tree}'");
  g_autofree char *noted = run_git (fixture, "tag -a -m 'L.3' issued/L.3 main");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) listed = twf_repository_list_issued (fixture->repository, &error);
  guint n_damaged = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 3);
  for (guint i = 0; i < listed->len; i++)
    {
      const TwfIssued *issued = listed->pdata[i];

      n_damaged += issued->is_damaged;
      if (g_str_equal (issued->symbol, "L.1"))
        g_assert_null (issued->by);
      if (g_str_equal (issued->symbol, "L.3"))
        g_assert_cmpstr (issued->by, ==, "Secretariat");
      g_assert_null (issued->record);
    }
  g_assert_cmpuint (n_damaged, ==, 1);
}

/* The lock of a process that died does not keep anybody from issuing. */
static void
test_left_lock (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autofree char *folder = g_build_filename (fixture->path, "refs/tags/issued", NULL);
  g_autofree char *lock = g_build_filename (folder, "CRP.3.lock", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfIssued) issued = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_true (g_file_set_contents (lock, "", 0, NULL));
  issued = issue (fixture, id, "CRP.3", 1000, &error);
  g_assert_no_error (error);
  g_assert_nonnull (issued);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/issued/symbols", test_symbols);
  add_test ("/history/issued/bad-symbols", test_bad_symbols);
  add_test ("/history/issued/issue", test_issue);
  add_test ("/history/issued/names", test_names);
  add_test ("/history/issued/nearest", test_nearest);
  add_test ("/history/issued/nearest-law", test_nearest_law);
  add_test ("/history/issued/packed", test_packed);
  add_test ("/history/issued/damaged", test_damaged);
  add_test ("/history/issued/others", test_others);
  add_test ("/history/issued/left-lock", test_left_lock);
  return g_test_run ();
}
