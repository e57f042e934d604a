/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "config.h"

#include "ui-fixture.h"

#include "twf-merge-review.h"
#include "twf-request-filter.h"
#include "twf-request-row.h"

#include <adwaita.h>

/* What is asked for, shown and decided, without a plan on the disk. */

#define MANY 4000

typedef struct
{
  TwfPlan *plan;
  TwfWorkbench *workbench;
  TwfPlanMerge *merge;
  TwfDecisions *decisions;
} Fixture;

static TwfPlan *
copy_plan (TwfPlan *plan)
{
  g_autoptr (GError) error = NULL;
  TwfPlan *copy
      = twf_plan_new_from_template ("blank", twf_plan_get_languages (plan), "Copy", &error);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    twf_plan_take_provision (copy, twf_provision_copy (g_ptr_array_index (all, i)));
  for (guint i = 0; i < 2; i++)
    twf_plan_set_title (copy,
                        twf_plan_get_languages (plan)[i],
                        twf_plan_get_title (plan, twf_plan_get_languages (plan)[i]));
  return copy;
}

static void
say (TwfPlan *plan, const char *id, const char *language, const char *text)
{
  g_autoptr (TwfEdit) edit = twf_edit_new_text (id, TWF_PART_BODY, language, text);
  g_autoptr (GError) error = NULL;

  twf_plan_apply (plan, edit, NULL, &error);
  g_assert_no_error (error);
}

static void
contribute (GPtrArray *contributions, const char *code, TwfPlan *base, TwfPlan *tip)
{
  g_ptr_array_add (contributions, twf_contribution_new_between (code, base, tip));
}

/* Two delegations change the same year, one of them an action too, the other adds one. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) contributions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);
  g_autoptr (TwfPlan) one = NULL;
  g_autoptr (TwfPlan) other = NULL;
  g_autofree char *added = NULL;

  fixture->plan = ui_plan_new ();
  one = copy_plan (fixture->plan);
  other = copy_plan (fixture->plan);
  say (one,
       ui_first_id (one, TWF_SECTION_OBJECTIVES),
       "en",
       "Halve the pollution of rivers by 2032");
  say (other,
       ui_first_id (other, TWF_SECTION_OBJECTIVES),
       "en",
       "Halve the pollution of rivers by 2035");
  say (one,
       ui_first_id (one, TWF_SECTION_ACTIONS),
       "ar",
       "إنشاء محطات رصد مشتركة على كل نهر وكل بحيرة.");
  added = ui_plan_add (other, TWF_SECTION_ACTIONS, NULL, NULL, "Plant trees along the banks.");
  contribute (contributions, "EG", fixture->plan, one);
  contribute (contributions, "UY", fixture->plan, other);
  fixture->workbench = twf_workbench_new_for_plan (fixture->plan, NULL);
  twf_workbench_set_language (fixture->workbench, "en");
  fixture->merge = twf_plan_merge_new (fixture->plan, contributions);
  fixture->decisions = twf_decisions_new (fixture->merge);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->decisions);
  g_object_unref (fixture->merge);
  g_object_unref (fixture->workbench);
  g_object_unref (fixture->plan);
}

static TwfRequest *
get_request (Fixture *fixture, guint index)
{
  return g_ptr_array_index (twf_plan_merge_get_requests (fixture->merge), index);
}

static void
assert_counts (Fixture *fixture, guint accepted, guint proposed, guint rejected)
{
  TwfOutcomeCount count = twf_decisions_count_outcomes (fixture->decisions);

  g_assert_cmpuint (count.accepted, ==, accepted);
  g_assert_cmpuint (count.proposed, ==, proposed);
  g_assert_cmpuint (count.rejected, ==, rejected);
}

/* One step for one or for many; what was undone is forgotten when something else is decided. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) all = g_list_store_new (TWF_TYPE_REQUEST);
  GPtrArray *requests = twf_plan_merge_get_requests (fixture->merge);

  g_assert_cmpuint (requests->len, ==, 4);
  g_list_store_splice (all, 0, 0, requests->pdata, requests->len);
  assert_counts (fixture, 0, 4, 0);
  g_assert_null (twf_decisions_undo (fixture->decisions));
  twf_decisions_decide (fixture->decisions, get_request (fixture, 1), TWF_DECISION_REJECT);
  twf_decisions_decide_list (fixture->decisions, G_LIST_MODEL (all), TWF_DECISION_ACCEPT);
  /* Two of them change the same words: these stay proposals, whatever is decided. */
  assert_counts (fixture, 2, 2, 0);
  /* Nothing changed: no step. */
  twf_decisions_decide (fixture->decisions, get_request (fixture, 0), TWF_DECISION_ACCEPT);
  g_assert_true (twf_decisions_undo (fixture->decisions) == get_request (fixture, 0));
  assert_counts (fixture, 0, 3, 1);
  g_assert_true (twf_decisions_undo (fixture->decisions) == get_request (fixture, 1));
  assert_counts (fixture, 0, 4, 0);
  g_assert_false (twf_decisions_can_undo (fixture->decisions));
  g_assert_true (twf_decisions_redo (fixture->decisions) == get_request (fixture, 1));
  assert_counts (fixture, 0, 3, 1);
  twf_decisions_decide (fixture->decisions, get_request (fixture, 2), TWF_DECISION_ACCEPT);
  g_assert_false (twf_decisions_can_redo (fixture->decisions));
  assert_counts (fixture, 1, 2, 1);
}

/* Accepted both, two wordings of one place stay proposals, and that is known before merging. */
static void
test_outcome (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) all = g_list_store_new (TWF_TYPE_REQUEST);
  GPtrArray *requests = twf_plan_merge_get_requests (fixture->merge);
  guint n_same_words = 0;

  g_list_store_splice (all, 0, 0, requests->pdata, requests->len);
  twf_decisions_decide_list (fixture->decisions, G_LIST_MODEL (all), TWF_DECISION_ACCEPT);
  for (guint i = 0; i < requests->len; i++)
    {
      const TwfOutcome *outcome
          = twf_decisions_find_outcome (fixture->decisions, get_request (fixture, i));

      g_assert_nonnull (outcome);
      n_same_words += outcome->reason == TWF_REASON_SAME_WORDS;
    }
  g_assert_cmpuint (n_same_words, ==, 2);
}

static guint
count_matches (Fixture *fixture, TwfRequestFilter *filter)
{
  GPtrArray *requests = twf_plan_merge_get_requests (fixture->merge);
  guint n = 0;

  for (guint i = 0; i < requests->len; i++)
    n += gtk_filter_match (GTK_FILTER (filter), g_ptr_array_index (requests, i));
  return n;
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TwfRequestFilter) filter = twf_request_filter_new (fixture->workbench);

  g_assert_cmpuint (count_matches (fixture, filter), ==, 4);
  twf_request_filter_set_owner (filter, "EG", FALSE);
  g_assert_cmpuint (count_matches (fixture, filter), ==, 2);
  twf_request_filter_set_section (filter, TWF_SECTION_OBJECTIVES);
  g_assert_cmpuint (count_matches (fixture, filter), ==, 1);
  twf_request_filter_set_section (filter, TWF_FILTER_ANY_SECTION);
  twf_request_filter_set_owner (filter, NULL, TRUE);
  twf_request_filter_set_clashes (filter, TRUE);
  g_assert_cmpuint (count_matches (fixture, filter), ==, 2);
  twf_request_filter_set_clashes (filter, FALSE);
  twf_request_filter_set_pattern (filter, "2035");
  g_assert_cmpuint (count_matches (fixture, filter), ==, 1);
  twf_request_filter_set_pattern (filter, "BANKS");
  g_assert_cmpuint (count_matches (fixture, filter), ==, 1);
}

static GtkWidget *
show_review (TwfMergeReview *review)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (review));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for (gtk_widget_get_width (GTK_WIDGET (review)) > 0);
  ui_drain ();
  return window;
}

static void
count_rows_cb (gpointer widget, gpointer n)
{
  if (TWF_IS_REQUEST_ROW (widget) && gtk_widget_get_mapped (widget))
    (*(guint *)n)++;
}

/* Actions reach the chosen one and all; the page fits a telephone. */
static void
test_review (Fixture *fixture, gconstpointer data)
{
  TwfMergeReview *review = g_object_new (TWF_TYPE_MERGE_REVIEW, NULL);
  GtkWidget *window = show_review (review);
  TwfDecisions *decisions;
  guint n_rows = 0;
  int width;

  twf_merge_review_set_merge (review, fixture->workbench, fixture->merge);
  ui_drain ();
  decisions = twf_merge_review_get_decisions (review);
  ui_foreach (window, count_rows_cb, &n_rows);
  g_assert_cmpuint (n_rows, ==, 4);
  gtk_widget_activate_action (GTK_WIDGET (review), "merge.next", NULL);
  gtk_widget_activate_action (GTK_WIDGET (review), "merge.decide", "s", "accept");
  g_assert_cmpint (twf_request_get_decision (get_request (fixture, 1)), ==, TWF_DECISION_ACCEPT);
  gtk_widget_activate_action (GTK_WIDGET (review), "merge.decide-all", "s", "reject");
  g_assert_cmpuint (twf_decisions_count_outcomes (decisions).rejected, ==, 4);
  g_assert_true (twf_decisions_undo (decisions) == get_request (fixture, 0));
  g_assert_cmpuint (twf_decisions_count_outcomes (decisions).accepted, ==, 1);
  gtk_widget_measure (
      GTK_WIDGET (review), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* However many there are, only those near the screen have widgets. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) contributions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);
  g_autoptr (TwfPlan) plan = ui_plan_new ();
  g_autoptr (TwfPlan) tip = NULL;
  g_autoptr (TwfWorkbench) workbench = NULL;
  g_autoptr (TwfPlanMerge) merge = NULL;
  g_autoptr (GPtrArray) all = NULL;
  TwfMergeReview *review = g_object_new (TWF_TYPE_MERGE_REVIEW, NULL);
  GtkWidget *window;
  guint n_rows = 0;
  gint64 start;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("%012u", i);
      g_autofree char *rank = g_strdup_printf ("z%06u", i);
      TwfProvision *provision = twf_provision_new (id, TWF_SECTION_ACTIONS);

      twf_provision_set_place (provision, TWF_SECTION_ACTIONS, NULL, rank);
      twf_provision_set_text (
          provision, TWF_PART_BODY, "en", "Measure the river at the bridge each month.");
      twf_plan_take_provision (plan, provision);
    }
  tip = copy_plan (plan);
  all = twf_plan_list_all (tip);
  for (guint i = 0; i < all->len; i++)
    if (twf_provision_get_section (g_ptr_array_index (all, i)) == TWF_SECTION_ACTIONS)
      say (tip,
           twf_provision_get_id (g_ptr_array_index (all, i)),
           "en",
           "Measure the river at the bridge each week.");
  contribute (contributions, "EG", plan, tip);
  workbench = twf_workbench_new_for_plan (plan, NULL);
  start = g_get_monotonic_time ();
  merge = twf_plan_merge_new (plan, contributions);
  g_assert_cmpuint (twf_plan_merge_get_requests (merge)->len, >=, MANY);
  g_test_message ("prepared in %d ms", (int)((g_get_monotonic_time () - start) / 1000));
  window = show_review (review);
  start = g_get_monotonic_time ();
  twf_merge_review_set_merge (review, workbench, merge);
  ui_drain ();
  g_test_message ("shown in %d ms", (int)((g_get_monotonic_time () - start) / 1000));
  ui_foreach (window, count_rows_cb, &n_rows);
  g_assert_cmpuint (n_rows, >, 2);
  g_assert_cmpuint (n_rows, <, 400);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (review), "merge.decide", "s", "accept");
  ui_drain ();
  g_test_message ("one decided in %d ms", (int)((g_get_monotonic_time () - start) / 1000));
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (review), "merge.decide-all", "s", "accept");
  ui_drain ();
  g_test_message ("all decided in %d ms", (int)((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpuint (twf_decisions_count_outcomes (twf_merge_review_get_decisions (review)).accepted,
                    ==,
                    twf_plan_merge_get_requests (merge)->len);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/ui/merge/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/ui/merge/outcome", Fixture, NULL, set_up, test_outcome, tear_down);
  g_test_add ("/ui/merge/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/ui/merge/review", Fixture, NULL, set_up, test_review, tear_down);
  g_test_add_func ("/ui/merge/many", test_many);
  return g_test_run ();
}
