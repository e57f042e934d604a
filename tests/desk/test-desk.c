/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "desk-fixture.h"

#include "twf-error.h"

#define WATER "تنمية الموارد المائية بالتعاون بين الدول"
#define WATER_AGAIN "تنمية الموارد المائية المشتركة بالتعاون بين الدول"

static void
fsck (const char *path)
{
  g_autofree char *output = NULL;
  int status = 0;
  const char *argv[] = { "git", "-C", path, "fsck", "--strict", "--full", NULL };

  g_assert_true (g_spawn_sync (NULL,
                               (char **)argv,
                               NULL,
                               G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                               NULL,
                               NULL,
                               &output,
                               NULL,
                               &status,
                               NULL));
  g_assert_cmpint (status, ==, 0);
}

static void
test_saves_what_was_edited (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autofree char *first = NULL;
  g_autofree char *id = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  first = g_strdup (twf_desk_get_revision (desk));
  g_assert_false (twf_desk_is_modified (desk));
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  g_assert_true (twf_desk_is_modified (desk));
  second = save (desk, "An objective", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second, !=, first);
  g_assert_cmpstr (second, ==, twf_desk_get_revision (desk));
  g_assert_false (twf_desk_is_modified (desk));
  close_desk (desk);

  desk = open_desk (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER);
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, second);
  g_assert_cmpuint (twf_desk_get_n_recovered (desk), ==, 0);
  close_desk (desk);
  fsck (fixture->path);
}

static void
test_saves_nothing_as_nothing (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  g_autofree char *one = save (desk, "An objective", FALSE, NULL);
  g_autofree char *same = NULL;

  set_text (desk, id, "ar", WATER_AGAIN);
  set_text (desk, id, "ar", WATER);
  same = save (desk, "Nothing", FALSE, NULL);
  g_assert_cmpstr (same, ==, one);
  g_assert_false (twf_desk_is_modified (desk));
  close_desk (desk);
}

static void
test_keeps_edits_made_meanwhile (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_ACTIONS, "ar", WATER);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  twf_desk_save_async (desk, "One", FALSE, NULL, store_result_cb, &result);
  set_text (desk, id, "ar", WATER_AGAIN);
  first = twf_desk_save_finish (desk, await (&result), NULL);
  g_assert_nonnull (first);
  g_assert_true (twf_desk_is_modified (desk));
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER_AGAIN);
  second = save (desk, "Two", FALSE, NULL);
  g_assert_cmpstr (second, !=, first);
  close_desk (desk);

  desk = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER_AGAIN);
  close_desk (desk);
}

static void
test_removes_and_undoes (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_ACTIONS, "ar", WATER);
  g_autofree char *one = save (desk, "One", FALSE, NULL);
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;
  g_autofree char *shown = NULL;

  g_assert_true (twf_plan_remove (twf_desk_get_plan (desk), id, NULL));
  two = save (desk, "Two", FALSE, NULL);
  g_assert_cmpstr (two, !=, one);
  shown = twf_undo_undo (twf_desk_get_undo (desk));
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER);
  three = save (desk, "Three", FALSE, NULL);
  close_desk (desk);

  desk = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, three);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER);
  close_desk (desk);
  fsck (fixture->path);
}

static void
test_lists_and_restores (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  g_autofree char *first = save (desk, "One", FALSE, NULL);
  g_autofree char *former = NULL;
  g_autofree char *former_whole = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GAsyncResult) restored = NULL;
  g_autoptr (GAsyncResult) whole = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autofree char *added = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  set_text (desk, id, "ar", WATER_AGAIN);
  added = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Build wells");
  second = save (desk, "Two", FALSE, NULL);
  twf_desk_list_revisions_async (desk, id, 0, 0, NULL, store_result_cb, &listed);
  revisions = twf_desk_list_revisions_finish (desk, await (&listed), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_cmpstr (twf_revision_get_id (revisions->pdata[0]), ==, second);
  g_assert_cmpstr (twf_revision_get_id (revisions->pdata[1]), ==, first);

  twf_desk_restore_async (desk, id, first, NULL, store_result_cb, &restored);
  former = twf_desk_restore_finish (desk, await (&restored), &error);
  g_assert_cmpstr (former, ==, first);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER);
  g_assert_true (twf_desk_is_modified (desk));
  shown = twf_undo_undo (twf_desk_get_undo (desk));
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER_AGAIN);

  twf_desk_restore_async (desk, NULL, first, NULL, store_result_cb, &whole);
  former_whole = twf_desk_restore_finish (desk, await (&whole), &error);
  g_assert_cmpstr (former_whole, ==, first);
  g_assert_null (twf_plan_get_provision (twf_desk_get_plan (desk), added));
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER);
  close_desk (desk);
}

/* Two desks, two provisions: both saves land, and each sees the other's. */
static void
test_two_desks_on_different_provisions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *one = create_desk (fixture->path, NULL, NULL);
  g_autofree char *a = add_provision (one, TWF_SECTION_OBJECTIVES, "ar", WATER);
  g_autofree char *b = add_provision (one, TWF_SECTION_OBJECTIVES, "en", "Clean water");
  g_autofree char *base = save (one, "Two objectives", FALSE, NULL);
  TwfDesk *other = open_desk (fixture->path, NULL, NULL);
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  set_text (other, b, "en", "Clean water for all");
  theirs = save (other, "Theirs", FALSE, &error);
  g_assert_no_error (error);
  set_text (one, a, "ar", WATER_AGAIN);
  ours = save (one, "Ours", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (one, b, "en"), ==, "Clean water for all");
  g_assert_cmpstr (get_text (one, a, "ar"), ==, WATER_AGAIN);
  g_assert_false (twf_desk_is_modified (one));
  close_desk (one);
  close_desk (other);

  one = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpstr (twf_desk_get_revision (one), ==, ours);
  g_assert_cmpstr (get_text (one, b, "en"), ==, "Clean water for all");
  close_desk (one);
  fsck (fixture->path);
}

/* Two desks, one text: the second is told, and its text is kept. */
static void
test_two_desks_on_one_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *one = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (one, TWF_SECTION_OBJECTIVES, "en", "Water");
  g_autofree char *base = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *refused = NULL;
  g_autofree char *ours = NULL;
  TwfDesk *other;
  gboolean newer = FALSE;
  g_autoptr (GAsyncResult) reloaded = NULL;

  set_text (one, id, "ar", WATER);
  base = save (one, "An objective", FALSE, NULL);
  other = open_desk (fixture->path, NULL, NULL);
  set_text (other, id, "en", "Water for all");
  set_text (other, id, "ar", WATER_AGAIN);
  theirs = save (other, "Theirs", FALSE, NULL);
  set_text (one, id, "en", "Water for everybody");
  refused = save (one, "Ours", FALSE, &error);
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_null (refused);
  g_object_get (one, "newer", &newer, NULL);
  g_assert_true (newer);
  g_assert_true (twf_desk_is_modified (one));
  g_assert_cmpstr (get_text (one, id, "en"), ==, "Water for everybody");

  ours = save (one, "Ours", TRUE, &error);
  g_assert_no_error (error);
  g_object_get (one, "newer", &newer, NULL);
  g_assert_false (newer);
  /* What only they changed stays theirs. */
  g_assert_cmpstr (get_text (one, id, "ar"), ==, WATER_AGAIN);
  g_assert_cmpstr (get_text (one, id, "en"), ==, "Water for everybody");

  twf_desk_reload_async (other, NULL, store_result_cb, &reloaded);
  g_assert_true (twf_desk_reload_finish (other, await (&reloaded), &error));
  g_assert_cmpstr (get_text (other, id, "en"), ==, "Water for everybody");
  g_assert_cmpstr (twf_desk_get_revision (other), ==, ours);
  close_desk (one);
  close_desk (other);
  fsck (fixture->path);
}

/* Another desk saves one text of an objective; while this one saves something else, a text of that
 * objective is edited here. Returns: this desk, with the edit. */
static TwfDesk *
edit_while_saving (Fixture *fixture, const char *language, char **objective)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *one = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (one, TWF_SECTION_OBJECTIVES, "en", "Water");
  g_autofree char *action = add_provision (one, TWF_SECTION_ACTIONS, "en", "Build wells");
  g_autofree char *base = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  TwfDesk *other;

  set_text (one, id, "ar", WATER);
  base = save (one, "An objective and an action", FALSE, NULL);
  other = open_desk (fixture->path, NULL, NULL);
  set_text (other, id, "ar", WATER_AGAIN);
  theirs = save (other, "Theirs", FALSE, &error);
  g_assert_no_error (error);
  close_desk (other);

  set_text (one, action, "en", "Build wells together");
  twf_desk_save_async (one, "Ours", FALSE, NULL, store_result_cb, &result);
  set_text (one, id, language, "Typed while it saves");
  ours = twf_desk_save_finish (one, await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (twf_desk_is_modified (one));
  g_assert_cmpstr (get_text (one, id, language), ==, "Typed while it saves");
  *objective = g_steal_pointer (&id);
  return one;
}

/* Theirs in another text of it is taken in, and no later save takes it back. */
static void
test_edits_beside_theirs_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  TwfDesk *desk = edit_while_saving (fixture, "en", &id);
  g_autofree char *revision = NULL;

  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER_AGAIN);
  revision = save (desk, "What was typed", FALSE, &error);
  g_assert_no_error (error);
  close_desk (desk);

  desk = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER_AGAIN);
  g_assert_cmpstr (get_text (desk, id, "en"), ==, "Typed while it saves");
  close_desk (desk);
}

/* In the same text a person decides; saving over it takes nothing else back. */
static void
test_edits_over_theirs_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  TwfDesk *desk = edit_while_saving (fixture, "ar", &id);
  gboolean newer = FALSE;
  g_autofree char *revision = NULL;

  g_object_get (desk, "newer", &newer, NULL);
  g_assert_true (newer);
  g_assert_null (save (desk, "What was typed", FALSE, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  g_clear_error (&error);
  revision = save (desk, "What was typed", TRUE, &error);
  g_assert_no_error (error);
  close_desk (desk);

  desk = open_desk (fixture->path, NULL, NULL);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, "Typed while it saves");
  g_assert_cmpstr (get_text (desk, id, "en"), ==, "Water");
  close_desk (desk);
}

/* What others add comes whole, in whatever order its parts are found. */
static void
test_takes_in_what_stands_under_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *one = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (one, TWF_SECTION_OBJECTIVES, "en", "Water");
  g_autofree char *base = save (one, "An objective", FALSE, NULL);
  TwfDesk *other = open_desk (fixture->path, NULL, NULL);
  TwfPlan *plan = twf_desk_get_plan (other);
  g_autofree char *above = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *ours = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *parent = above;

      above = twf_plan_add (plan, TWF_SECTION_OBJECTIVES, parent, NULL, NULL, &error);
      g_assert_no_error (error);
      set_text (other, above, "en", "Under it");
    }
  theirs = save (other, "Theirs", FALSE, &error);
  g_assert_no_error (error);
  set_text (one, id, "en", "Clean water");
  ours = save (one, "Ours", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (
      twf_plan_get_n_provisions (twf_desk_get_plan (one)), ==, twf_plan_get_n_provisions (plan));
  close_desk (one);
  close_desk (other);
}

static char *
export_text (TwfDesk *desk, const char *language)
{
  const TwfExportOrder order = { .kind = TWF_EXPORT_TEXT, .language = language };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  twf_desk_export_async (desk, &order, NULL, NULL, store_result_cb, &result);
  bytes = twf_desk_export_bytes_finish (desk, await (&result), &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* An export is of the plan as it stands on the desk: what is saved, being saved and not saved,
 * whether or not its folder is still there. */
static void
test_exports_what_stands_on_the_desk (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *kept = add_provision (desk, TWF_SECTION_OBJECTIVES, "en", "Clean water");
  g_autofree char *gone = add_provision (desk, TWF_SECTION_OBJECTIVES, "en", "Clean air");
  g_autofree char *one = save (desk, "Two objectives", FALSE, NULL);
  g_autofree char *two = NULL;
  g_autofree char *added = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Build wells");
  g_autofree char *exported = NULL;
  g_autofree char *afterwards = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_save_async (desk, "An action", FALSE, NULL, store_result_cb, &result);
  set_text (desk, kept, "en", "Clean water for all");
  g_assert_true (twf_plan_remove (twf_desk_get_plan (desk), gone, NULL));
  exported = export_text (desk, "en");
  two = twf_desk_save_finish (desk, await (&result), NULL);
  g_assert_nonnull (two);
  g_assert_nonnull (strstr (exported, "Clean water for all"));
  g_assert_nonnull (strstr (exported, "Build wells"));
  g_assert_null (strstr (exported, "Clean air"));

  remove_folder (fixture->path);
  afterwards = export_text (desk, "en");
  g_assert_cmpstr (afterwards, ==, exported);
  close_desk (desk);
}

static void
test_delegation_has_its_own_branch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *main_desk = create_desk (fixture->path, NULL, NULL);
  TwfDesk *desk = open_desk (fixture->path, "EG", &error);
  g_autofree char *id = NULL;
  g_autofree char *revision = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autofree char *mandate = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (twf_desk_get_branch (desk), ==, "delegations/EG");
  id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  revision = save (desk, "Ours", FALSE, &error);
  g_assert_no_error (error);
  twf_desk_list_revisions_async (desk, NULL, 0, 0, NULL, store_result_cb, &listed);
  revisions = twf_desk_list_revisions_finish (desk, await (&listed), NULL);
  g_assert_cmpuint (revisions->len, ==, 2);
  g_assert_cmpstr (twf_revision_get_email (revisions->pdata[0]), ==, "EG@delegations.invalid");
  g_assert_cmpstr (twf_revision_get_author (revisions->pdata[0]), ==, "مصر");
  mandate = twf_revision_dup_trailer (revisions->pdata[0], "Mandate");
  g_assert_cmpstr (mandate, ==, "proposal");
  close_desk (desk);
  close_desk (main_desk);

  main_desk = open_desk (fixture->path, NULL, NULL);
  g_assert_null (twf_plan_get_provision (twf_desk_get_plan (main_desk), id));
  close_desk (main_desk);
}

static char *
dup_newest_mandate (TwfDesk *desk)
{
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  twf_desk_list_revisions_async (desk, NULL, 0, 1, NULL, store_result_cb, &listed);
  revisions = twf_desk_list_revisions_finish (desk, await (&listed), NULL);
  return twf_revision_dup_trailer (revisions->pdata[0], "Mandate");
}

static void
test_mandate_is_for_one_revision (Fixture *fixture, gconstpointer data)
{
  static const char *const wanted[] = { "chair", "editorial" };
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);

  twf_desk_set_mandate (desk, "chair");
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
      g_autofree char *revision = save (desk, NULL, FALSE, NULL);
      g_autofree char *mandate = dup_newest_mandate (desk);

      g_assert_cmpstr (mandate, ==, wanted[i]);
    }
  close_desk (desk);
}

/* Cancelled when the revision stands already: it is saved, and nothing is modified any more. */
static void
test_cancelled_too_late (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autoptr (TwfRepository) repository = twf_repository_open (fixture->path, NULL);
  g_autofree char *first = g_strdup (twf_desk_get_revision (desk));
  g_autofree char *tip = g_strdup (first);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *revision = NULL;

  g_assert_no_error (error);
  g_free (add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", "ماء"));
  twf_desk_save_async (desk, "An objective", FALSE, cancellable, store_result_cb, &result);
  while (g_str_equal (tip, first))
    {
      g_free (tip);
      tip = twf_repository_resolve (repository, TWF_BRANCH_MAIN, &error);
      g_assert_no_error (error);
    }
  g_cancellable_cancel (cancellable);
  revision = twf_desk_save_finish (desk, await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (revision, ==, tip);
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, tip);
  g_assert_false (twf_desk_is_modified (desk));
  close_desk (desk);
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
  ADD ("/desk/saves-what-was-edited", test_saves_what_was_edited);
  ADD ("/desk/saves-nothing-as-nothing", test_saves_nothing_as_nothing);
  ADD ("/desk/keeps-edits-made-meanwhile", test_keeps_edits_made_meanwhile);
  ADD ("/desk/removes-and-undoes", test_removes_and_undoes);
  ADD ("/desk/lists-and-restores", test_lists_and_restores);
  ADD ("/desk/two-desks-on-different-provisions", test_two_desks_on_different_provisions);
  ADD ("/desk/two-desks-on-one-text", test_two_desks_on_one_text);
  ADD ("/desk/edits-beside-theirs-while-saving", test_edits_beside_theirs_while_saving);
  ADD ("/desk/edits-over-theirs-while-saving", test_edits_over_theirs_while_saving);
  ADD ("/desk/takes-in-what-stands-under-another", test_takes_in_what_stands_under_another);
  ADD ("/desk/exports-what-stands-on-the-desk", test_exports_what_stands_on_the_desk);
  ADD ("/desk/delegation-has-its-own-branch", test_delegation_has_its_own_branch);
  ADD ("/desk/cancelled-too-late", test_cancelled_too_late);
  ADD ("/desk/mandate-is-for-one-revision", test_mandate_is_for_one_revision);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
