/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "history-fixture.h"

#include "twf-clearance.h"

#include <glib/gstdio.h>
#include <string.h>

static TwfClearance *
record (Fixture *fixture,
        const char *delegation,
        const char *revision,
        const char *note,
        GError **error)
{
  TwfCommitInfo info = { .name = "Egypt",
                         .email = "EG@plan.invalid",
                         .when = 1278018000,
                         .offset_minutes = 180,
                         .message = note };

  return twf_repository_record_clearance (fixture->repository, delegation, revision, &info, error);
}

static GPtrArray *
list (TwfRepository *repository, const char *delegation)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = twf_repository_list_clearances (repository, delegation, &error);

  g_assert_no_error (error);
  return found;
}

static void
test_record (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autofree char *two = save_text (fixture, one, "title/ar.txt", "خطة عمل\n");
  g_autofree char *before = run_git (fixture, "for-each-ref refs/heads refs/tags");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfClearance) first = record (fixture, "EG", one, "By cable 12\n\nall of it", &error);
  g_autoptr (TwfClearance) other = record (fixture, "BY", two, NULL, &error);
  g_autoptr (TwfClearance) second = record (fixture, "EG", "main", "  ", &error);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (first->revision, ==, one);
  g_assert_cmpstr (first->note, ==, "By cable 12\n\nall of it");
  g_assert_cmpstr (first->by, ==, "Egypt");
  g_assert_cmpint (first->when, ==, 1278018000);
  g_assert_cmpint (first->offset_minutes, ==, 180);
  g_assert_cmpuint (other->number, ==, 1);
  own = list (fixture->repository, "EG");
  g_assert_cmpuint (own->len, ==, 2);
  for (guint i = 0; i < own->len; i++)
    g_assert_cmpuint (((TwfClearance *)own->pdata[i])->number, ==, i + 1);
  g_assert_cmpstr (((TwfClearance *)own->pdata[1])->revision, ==, two);
  g_assert_null (second->note);
  all = list (fixture->repository, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpstr (((TwfClearance *)all->pdata[0])->delegation, ==, "BY");

  after = run_git (fixture, "for-each-ref refs/heads refs/tags");
  g_assert_cmpstr (after, ==, before);
  assert_fsck (fixture);
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL;

  g_assert_null (record (fixture, "EG", "deadbee", NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  none = run_git (fixture, "for-each-ref refs/cleared");
  g_assert_cmpstr (none, ==, "");
}

/* What was cleared is kept though no branch leads there any more, and so is what says so. */
static void
test_collected (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autofree char *two = save_text (fixture, one, "title/ar.txt", "خطة عمل\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfClearance) cleared = record (fixture, "EG", two, "yes", &error);
  g_autoptr (TwfClearance) again = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autofree char *moved = g_strdup_printf ("update-ref refs/heads/main %s", one);
  g_autofree char *rewound = run_git (fixture, moved);
  g_autofree char *expired = run_git (fixture, "reflog expire --expire=now --all");
  g_autofree char *collected = run_git (fixture, "gc -q --prune=now");

  assert_text (fixture->repository, two, "title/ar.txt", "خطة عمل\n");
  g_assert_true (twf_repository_repack (fixture->repository, NULL, NULL, NULL, &error));
  again = record (fixture, "EG", one, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->number, ==, 2);
  listed = list (fixture->repository, "EG");
  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_cmpstr (((TwfClearance *)listed->pdata[0])->revision, ==, two);
  g_assert_cmpstr (((TwfClearance *)listed->pdata[0])->note, ==, "yes");
  assert_fsck (fixture);
}

/* A clone is what others get: it says nothing of what a capital cleared. A mirror, the copy that a
 * delegation makes for itself, does. */
static void
test_cloned (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autofree char *path = g_build_filename (fixture->folder, "clone.git", NULL);
  g_autofree char *mirror = g_build_filename (fixture->folder, "mirror.git", NULL);
  g_autofree char *clone = g_strdup_printf ("clone -q --bare file://%s %s", fixture->path, path);
  g_autofree char *copy = g_strdup_printf ("clone -q --mirror file://%s %s", fixture->path, mirror);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfClearance) cleared = record (fixture, "EG", one, NULL, &error);
  g_autofree char *cloned = run_git (fixture, clone);
  g_autofree char *copied = run_git (fixture, copy);
  g_autoptr (TwfRepository) away = twf_repository_open (path, &error);
  g_autoptr (TwfRepository) own = twf_repository_open (mirror, &error);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_no_error (error);
  none = list (away, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  all = list (own, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  assert_text (away, "main", "title/ar.txt", "خطة\n");
}

/* What others put there is passed over, or said to be damaged; it hides nothing. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = save_text (fixture, NULL, "title/ar.txt", "خطة\n");
  g_autofree char *light = run_git (fixture, "update-ref refs/cleared/EG/000001 main");
  g_autofree char *odd = run_git (fixture, "update-ref refs/cleared/EG/7 main");
  g_autofree char *flat = run_git (fixture, "update-ref refs/cleared/BY main");
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfClearance) cleared = record (fixture, "EG", id, NULL, &error);
  g_autoptr (GPtrArray) listed = list (fixture->repository, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_true (((TwfClearance *)listed->pdata[0])->is_damaged);
  g_assert_false (((TwfClearance *)listed->pdata[1])->is_damaged);
  g_assert_cmpuint (((TwfClearance *)listed->pdata[1])->number, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/history/cleared/record", test_record);
  add_test ("/history/cleared/unknown", test_unknown);
  add_test ("/history/cleared/collected", test_collected);
  add_test ("/history/cleared/cloned", test_cloned);
  add_test ("/history/cleared/others", test_others);
  return g_test_run ();
}
