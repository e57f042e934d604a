/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "desk-fixture.h"

#include "twf-desk-wordings.h"
#include "twf-error.h"

#define WATER "تعزيز التعاون في مجال المياه."
#define REGIONAL "تعزيز التعاون الإقليمي في مجال المياه."
#define ENGLISH "Cooperation on water."
#define ENGLISH_AGAIN "Regional cooperation on water."

/* A provision in two languages, saved twice: the revisions are @first and @second. */
static TwfDesk *
make_two (Fixture *fixture, char **id, char **first, char **second)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);

  g_assert_no_error (error);
  *id = add_provision (desk, TWF_SECTION_OBJECTIVES, "ar", WATER);
  set_text (desk, *id, "en", ENGLISH);
  *first = save (desk, "First", FALSE, &error);
  g_assert_no_error (error);
  set_text (desk, *id, "ar", REGIONAL);
  set_text (desk, *id, "en", ENGLISH_AGAIN);
  *second = save (desk, "Second\n\nWhy it was.", FALSE, &error);
  g_assert_no_error (error);
  return desk;
}

static char *
restore (TwfDesk *desk, const char *id, const char *language, const char *revision, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_restore_text_async (
      desk, id, TWF_PART_BODY, language, revision, NULL, store_result_cb, &result);
  return twf_desk_restore_text_finish (desk, await (&result), error);
}

static GPtrArray *
list (TwfDesk *desk, const char *id, const char *language, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_list_wordings_async (
      desk, id, TWF_PART_BODY, language, NULL, NULL, store_result_cb, &result);
  return twf_desk_list_wordings_finish (desk, await (&result), error);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *done = NULL;
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;
  TwfDesk *desk = make_two (fixture, &id, &first, &second);

  done = restore (desk, id, "ar", first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (done, ==, first);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, WATER);
  g_assert_cmpstr (get_text (desk, id, "en"), ==, ENGLISH_AGAIN);
  g_assert_true (twf_desk_is_modified (desk));

  /* One step, and the one before it is the edit it was laid over. */
  undone = twf_undo_undo (twf_desk_get_undo (desk));
  g_assert_cmpstr (undone, ==, id);
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, REGIONAL);
  g_assert_cmpstr (get_text (desk, id, "en"), ==, ENGLISH_AGAIN);
  close_desk (desk);

  desk = open_desk (fixture->path, NULL, &error);
  g_assert_no_error (error);
  twf_desk_forget_recovered (desk);
  again = restore (desk, id, "ar", second, &error);
  g_assert_no_error (error);
  g_assert_false (twf_desk_is_modified (desk));
  g_assert_false (twf_undo_can_undo (twf_desk_get_undo (desk)));
  close_desk (desk);
}

static void
test_restore_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *done = NULL;
  TwfDesk *desk = make_two (fixture, &id, &first, &second);

  set_text (desk, NULL, "ar", "عنوان آخر");
  done = restore (desk, NULL, "ar", first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twf_plan_get_title (twf_desk_get_plan (desk), "ar"), ==, "خطة عمل للمياه");
  g_assert_cmpstr (get_text (desk, id, "ar"), ==, REGIONAL);
  close_desk (desk);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  TwfDesk *desk = make_two (fixture, &id, &first, &second);

  g_assert_null (restore (desk, id, "fr", first, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (restore (desk, id, "ar", "no such revision", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (restore (desk, "../../etc", "ar", first, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* What is not in the plan any more comes back as a whole, not as one text. */
  g_assert_true (twf_plan_remove (twf_desk_get_plan (desk), id, &error));
  g_assert_null (restore (desk, id, "ar", first, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  close_desk (desk);
}

static void
test_wordings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *fourth = NULL;
  TwfDesk *desk = make_two (fixture, &id, &first, &second);
  g_autoptr (GPtrArray) wordings = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const TwfFormerText *one;

  set_text (desk, id, "ar", NULL);
  third = save (desk, "Out", FALSE, &error);
  g_assert_no_error (error);
  g_free (restore (desk, id, "ar", first, &error));
  g_assert_no_error (error);
  fourth = save (desk, "Back", FALSE, &error);
  g_assert_no_error (error);
  wordings = list (desk, id, "ar", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wordings->len, ==, 4);

  one = wordings->pdata[0];
  g_assert_cmpstr (one->text, ==, WATER);
  g_assert_cmpstr (twf_revision_get_id (one->back_to), ==, first);
  one = wordings->pdata[1];
  g_assert_null (one->text);
  g_assert_cmpuint (one->runs->len, ==, 1);
  g_assert_cmpint (((const TwfRun *)one->runs->pdata[0])->kind, ==, TWF_RUN_DELETED);
  one = wordings->pdata[2];
  g_assert_cmpstr (one->text, ==, REGIONAL);
  g_assert_cmpstr (one->reason, ==, "Why it was.");
  g_assert_cmpstr (twf_revision_get_id (one->origin->revision), ==, second);
  one = wordings->pdata[3];
  g_assert_cmpstr (one->text, ==, WATER);
  g_assert_null (one->back_to);
  g_assert_null (one->reason);
  none = list (desk, id, "fr", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  close_desk (desk);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
  g_test_add ("/wordings/restore", Fixture, NULL, set_up, test_restore, tear_down);
  g_test_add ("/wordings/restore-title", Fixture, NULL, set_up, test_restore_title, tear_down);
  g_test_add ("/wordings/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/wordings/list", Fixture, NULL, set_up, test_wordings, tear_down);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
