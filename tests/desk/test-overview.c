/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* What history tells of a plan's figures: going on from what was found before is finding all anew.
 */
#include "desk-fixture.h"

#define SAVES 14
#define PROVISIONS 4

/* What is known of a provision without looking into history. */
typedef struct
{
  char *id;
  char *arabic;  /* as it stands */
  char *english; /* nullable */
  char *from;    /* the Arabic when the English was touched last; nullable */
} Known;

static TwfCourse *
follow (TwfDesk *desk, TwfCourse *former)
{
  TwfCourse *course = twf_desk_new_course (desk, "ar", former);

  while (!twf_course_is_complete (course))
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      twf_desk_follow_course_async (desk, course, NULL, store_result_cb, &result);
      twf_desk_follow_course_finish (desk, await (&result), &error);
      g_assert_no_error (error);
    }
  return course;
}

static TwfLagWalk *
walk (TwfDesk *desk, TwfLagWalk *former)
{
  TwfLagWalk *self = twf_desk_new_lag_walk (desk, former);

  while (twf_lag_walk_get_lags (self) == NULL)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      twf_desk_walk_lags_async (desk, self, NULL, store_result_cb, &result);
      twf_desk_walk_lags_finish (desk, await (&result), &error);
      g_assert_no_error (error);
    }
  return self;
}

/* Few words, so that a text often reads again as it did. */
static char *
make_text (const char *const *words)
{
  return g_strdup (words[g_test_rand_int_range (0, 3)]);
}

static gboolean
change (TwfDesk *desk, Known *known)
{
  static const char *const arabic[] = { "الماء.", "الماء والطاقة.", "الينابيع والآبار في القرى." };
  static const char *const english[] = { "Water.", "Water and energy.", "Springs." };
  g_autofree char *was = g_strdup (known->english);
  gboolean touched = FALSE;

  if (g_test_rand_int_range (0, 3) == 0)
    {
      g_free (known->arabic);
      known->arabic = make_text (arabic);
      set_text (desk, known->id, "ar", known->arabic);
      touched = TRUE;
    }
  if (g_test_rand_int_range (0, 3) == 0)
    {
      g_free (known->english);
      known->english = make_text (english);
      set_text (desk, known->id, "en", known->english);
      touched = TRUE;
    }
  if (g_strcmp0 (was, known->english) != 0)
    {
      g_free (known->from);
      known->from = g_strdup (known->arabic);
    }
  return touched;
}

static void
assert_lags (TwfDesk *desk, TwfLagWalk *self, const Known *known)
{
  for (guint i = 0; i < PROVISIONS; i++)
    {
      TwfProvision *provision = twf_plan_get_provision (twf_desk_get_plan (desk), known[i].id);
      gboolean stale = known[i].english != NULL && !g_str_equal (known[i].from, known[i].arabic);

      g_assert_cmpint (
          twf_lags_is_stale (twf_lag_walk_get_lags (self), provision, TWF_PART_BODY, "en", "ar"),
          ==,
          stale);
      g_assert_false (
          twf_lags_is_stale (twf_lag_walk_get_lags (self), provision, TWF_PART_BODY, "ar", "ar"));
    }
}

static char *
describe (TwfCourse *course)
{
  g_autoptr (GPtrArray) milestones = twf_course_list_milestones (course);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < milestones->len; i++)
    {
      const TwfMilestone *milestone = milestones->pdata[i];

      g_string_append_printf (out,
                              "%s %u: %u %u %u %u %u\n",
                              milestone->revision,
                              milestone->number,
                              milestone->n_provisions,
                              milestone->n_agreed,
                              milestone->n_brackets,
                              milestone->n_words,
                              milestone->n_waiting);
    }
  return g_string_free (out, FALSE);
}

static void
save_all (TwfDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = save (desk, "Changes", FALSE, &error);

  g_assert_no_error (error);
}

static void
test_going_on (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  Known known[PROVISIONS] = { 0 };
  g_autoptr (TwfCourse) course = NULL;
  g_autoptr (TwfLagWalk) lags = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < PROVISIONS; i++)
    {
      known[i].arabic = g_strdup ("الماء.");
      known[i].id = add_provision (desk, TWF_SECTION_ACTIONS, "ar", known[i].arabic);
    }
  save_all (desk);
  for (guint round = 0; round < SAVES; round++)
    {
      gboolean touched = FALSE;
      g_autoptr (TwfCourse) anew = NULL;
      g_autoptr (TwfLagWalk) lags_anew = NULL;
      TwfCourse *former = g_steal_pointer (&course);
      TwfLagWalk *former_lags = g_steal_pointer (&lags);
      g_autofree char *said = NULL;
      g_autofree char *said_anew = NULL;

      for (guint i = 0; i < PROVISIONS; i++)
        touched = change (desk, &known[i]) || touched;
      if (touched)
        save_all (desk);
      course = follow (desk, former);
      anew = follow (desk, NULL);
      said = describe (course);
      said_anew = describe (anew);
      g_assert_cmpstr (said, ==, said_anew);
      lags = walk (desk, former_lags);
      lags_anew = walk (desk, NULL);
      assert_lags (desk, lags, known);
      assert_lags (desk, lags_anew, known);
      g_clear_pointer (&former, twf_course_unref);
      g_clear_pointer (&former_lags, twf_lag_walk_unref);
    }
  for (guint i = 0; i < PROVISIONS; i++)
    {
      g_free (known[i].id);
      g_free (known[i].arabic);
      g_free (known[i].english);
      g_free (known[i].from);
    }
  close_desk (desk);
}

/* Whoever closes the plan meanwhile does not wait for it. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = create_desk (fixture->path, NULL, &error);
  g_autoptr (TwfCourse) course = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_no_error (error);
  course = twf_desk_new_course (desk, "ar", NULL);
  g_cancellable_cancel (cancellable);
  twf_desk_follow_course_async (desk, course, cancellable, store_result_cb, &result);
  g_assert_false (twf_desk_follow_course_finish (desk, await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (twf_course_is_complete (course));
  close_desk (desk);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
  g_test_add ("/overview/going-on", Fixture, NULL, set_up, test_going_on, tear_down);
  g_test_add ("/overview/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
