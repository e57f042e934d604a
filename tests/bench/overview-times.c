/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* overview-times PLAN COUNT: reckons a plan, then again after a change of one provision, COUNT
 * times, then its history, and that again after a revision more; prints names and milliseconds, a
 * line each. */
#include "twf-desk.h"

#include <stdio.h>
#include <stdlib.h>

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **kept)
{
  while (*kept == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (kept);
}

static double
since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static void
reckon (TwfReckoning *reckoning, TwfPlan *plan, const char *name)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TwfOverview) overview = NULL;

  twf_reckoning_update (reckoning, plan, G_MAXINT64);
  overview = twf_reckoning_sum (reckoning, plan);
  printf ("%s %.3f\n", name, since (start));
  fprintf (stderr, "%u brackets, %u words\n", overview->n_brackets, overview->n_words);
}

static void
edited_cb (TwfPlan *plan, TwfEdit *edit, TwfReckoning *reckoning)
{
  twf_reckoning_forget (reckoning, edit);
}

static void
edit_one (TwfPlan *plan, guint number)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  TwfProvision *provision = g_ptr_array_index (all, (number * 331) % all->len);
  g_autofree char *text = g_strdup_printf ("نص الفقرة كما كُتب للمرة %u في هذه الجلسة.", number);
  g_autoptr (TwfEdit) edit
      = twf_edit_new_text (twf_provision_get_id (provision), TWF_PART_BODY, "ar", text);

  if (!twf_plan_apply (plan, edit, NULL, NULL))
    g_error ("the edit was refused");
}

/* The longest piece is what a save may have to wait for. */
static TwfCourse *
follow (TwfDesk *desk, TwfCourse *former, const char *name)
{
  TwfCourse *course = twf_desk_new_course (desk, "ar", former);
  gint64 start = g_get_monotonic_time ();
  double longest = 0;

  while (!twf_course_is_complete (course))
    {
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      GAsyncResult *kept = NULL;

      twf_desk_follow_course_async (desk, course, NULL, keep_result, &kept);
      result = wait_for (&kept);
      if (!twf_desk_follow_course_finish (desk, result, &error))
        g_error ("%s", error->message);
      longest = MAX (longest, since (begun));
    }
  printf ("%s %.3f\n%s-piece %.3f\n", name, since (start), name, longest);
  return course;
}

static TwfLagWalk *
walk (TwfDesk *desk, TwfLagWalk *former, const char *name)
{
  TwfLagWalk *self = twf_desk_new_lag_walk (desk, former);
  gint64 start = g_get_monotonic_time ();

  while (twf_lag_walk_get_lags (self) == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GAsyncResult) result = NULL;
      GAsyncResult *kept = NULL;

      twf_desk_walk_lags_async (desk, self, NULL, keep_result, &kept);
      result = wait_for (&kept);
      if (!twf_desk_walk_lags_finish (desk, result, &error))
        g_error ("%s", error->message);
    }
  printf ("%s %.3f\n", name, since (start));
  return self;
}

static void
save (TwfDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *revision = NULL;
  GAsyncResult *kept = NULL;

  twf_desk_save_async (desk, "Changes", FALSE, NULL, keep_result, &kept);
  result = wait_for (&kept);
  revision = twf_desk_save_finish (desk, result, &error);
  if (revision == NULL)
    g_error ("%s", error->message);
}

static void
run (TwfDesk *desk, guint count)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autoptr (TwfReckoning) reckoning = twf_reckoning_new ("ar");
  g_autoptr (TwfCourse) first = NULL;
  g_autoptr (TwfCourse) again = NULL;
  g_autoptr (TwfLagWalk) lags = NULL;
  g_autoptr (TwfLagWalk) lags_again = NULL;

  g_signal_connect (plan, "edited", G_CALLBACK (edited_cb), reckoning);
  reckon (reckoning, plan, "first");
  for (guint number = 0; number < count; number++)
    {
      edit_one (plan, number);
      reckon (reckoning, plan, "change");
    }
  g_signal_handlers_disconnect_by_func (plan, edited_cb, reckoning);
  first = follow (desk, NULL, "history");
  lags = walk (desk, NULL, "lags");
  save (desk);
  lags_again = walk (desk, lags, "lags-on");
  again = follow (desk, first, "history-on");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (TwfDesk) desk = NULL;
  GAsyncResult *kept = NULL;

  if (argc != 3)
    return 2;
  twf_desk_open_once_async (argv[1], NULL, NULL, NULL, keep_result, &kept);
  opened = wait_for (&kept);
  desk = twf_desk_open_finish (opened, &error);
  if (desk == NULL)
    g_error ("%s", error->message);
  run (desk, (guint)atoi (argv[2]));
  twf_desk_close_async (desk, keep_result, &kept);
  closed = wait_for (&kept);
  return twf_desk_close_finish (desk, closed, &error) ? 0 : 1;
}
