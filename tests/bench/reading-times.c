/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* reading-times PLAN LANGUAGE: opens a plan in the real window, goes to its Reading page in a
 * language, reads it from top to bottom, and accepts proposals there. Prints lines of a word and
 * milliseconds: shown       from going to the page until its first lines are drawn counted until
 * all brackets of the plan are counted brackets    how many those are (not a time) scroll      a
 * line for each frame of scrolling: how long the window was busy with it accept      a line for
 * each proposal accepted: the handler and the frame that it causes edit        a line for each
 * letter that comes into a text that is on the page, likewise stall       the longest that the
 * window took no events while it counted Needs a display. */
#include "config.h"

#include "twf-proposals-section.h"
#include "twf-reading-text.h"
#include "window-times.h"

#include <stdio.h>

#define SCROLLED_FRAMES 240
#define ACCEPTED 20
#define EDITED 40
#define REMOVED 10
/* In pixels: a page every eight frames. */
#define SCROLL_STEP 80

typedef struct
{
  gint64 begun;
  gint64 took; /* microseconds of the frame; -1: not drawn yet */
} Frame;

static void
before_paint_cb (GdkFrameClock *clock, Frame *frame)
{
  frame->begun = g_get_monotonic_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, Frame *frame)
{
  frame->took = g_get_monotonic_time () - frame->begun;
}

static double
ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

/* Until the next frame is drawn; how long it took, with what caused it from @start on. */
static void
print_frame (const char *name, gint64 start, Frame *frame)
{
  gint64 handler = g_get_monotonic_time () - start;

  frame->took = -1;
  while (frame->took < 0)
    g_main_context_iteration (NULL, TRUE);
  printf ("%s %.3f\n", name, (double)(handler + frame->took) / 1000.0);
}

static gboolean
is_page (GtkWidget *widget)
{
  return TWF_IS_READING_TEXT (widget);
}

static gboolean
is_proposals (GtkWidget *widget)
{
  return TWF_IS_PROPOSALS_SECTION (widget);
}

static void
scroll (GtkWidget *page, Frame *frame)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page));

  for (guint i = 0; i < SCROLLED_FRAMES; i++)
    {
      gint64 start = g_get_monotonic_time ();

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLL_STEP);
      print_frame ("scroll", start, frame);
    }
}

static TwfProposal *
find_open (TwfProvision *provision)
{
  GListModel *proposals = twf_provision_list_proposals (provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      TwfProposal *proposal = g_list_model_get_item (proposals, i);

      g_object_unref (proposal); /* the list holds it */
      if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN)
        return proposal;
    }
  return NULL;
}

/* Where one reads there is something open, and it is accepted. */
static void
accept_some (TwfWindow *window, Frame *frame)
{
  TwfWorkbench *workbench = twf_window_get_workbench (window);
  g_autoptr (GPtrArray) all = twf_plan_list_all (twf_workbench_get_plan (workbench));

  for (guint i = all->len / 2, n = 0; i < all->len && n < ACCEPTED; i++)
    {
      TwfProposal *proposal = find_open (all->pdata[i]);
      g_autofree char *pid = NULL;
      gint64 start;

      if (proposal == NULL)
        continue;
      n++;
      pid = g_strdup (twf_proposal_get_id (proposal));
      twf_workbench_set_place (workbench, twf_provision_get_id (all->pdata[i]));
      times_wait_frames (GTK_WIDGET (window), 5);
      times_drain ();
      start = g_get_monotonic_time ();
      gtk_widget_activate_action (times_find (GTK_WIDGET (window), is_proposals),
                                  "proposals.decide",
                                  "(ss)",
                                  "accept",
                                  pid);
      print_frame ("accept", start, frame);
      g_assert_true (find_open (all->pdata[i]) != proposal);
      times_drain ();
    }
}

static void
edit_some (TwfWindow *window, Frame *frame)
{
  TwfWorkbench *workbench = twf_window_get_workbench (window);
  const char *language = twf_workbench_get_language (workbench);
  TwfProvision *provision = twf_workbench_get_provision (workbench);
  const char *before = twf_provision_get_text (provision, TWF_PART_BODY, language);
  g_autoptr (GString) text = g_string_new (before);

  for (guint i = 0; i < EDITED; i++)
    {
      gint64 start;

      g_string_append_c (text, 'a' + (char)(i % 26));
      start = g_get_monotonic_time ();
      twf_workbench_apply (
          workbench,
          twf_edit_new_text (twf_provision_get_id (provision), TWF_PART_BODY, language, text->str));
      print_frame ("edit", start, frame);
      times_drain ();
    }
}

/* What goes takes its line and the numbers of all that follow with it. */
static void
remove_some (TwfWindow *window)
{
  TwfWorkbench *workbench = twf_window_get_workbench (window);
  g_autoptr (GPtrArray) all = twf_plan_list_all (twf_workbench_get_plan (workbench));

  for (guint i = all->len / 2; i < all->len / 2 + REMOVED; i++)
    {
      g_autofree char *id = g_strdup (twf_provision_get_id (all->pdata[i]));

      twf_workbench_set_place (workbench, id);
      times_wait_frames (GTK_WIDGET (window), 5);
      times_drain ();
      times_take_stall ();
      twf_workbench_apply (workbench, twf_edit_new_remove (id));
      times_wait_frames (GTK_WIDGET (window), 5);
      printf ("remove %.3f\n", times_take_stall ());
      times_drain ();
    }
}

static guint
count_open (TwfWindow *window)
{
  g_autoptr (TwfReadingList) list = twf_reading_list_new (twf_window_get_workbench (window));
  guint n;

  while (!twf_reading_list_count (list, &n))
    g_main_context_iteration (NULL, TRUE);
  return n;
}

int
main (int argc, char **argv)
{
  g_autoptr (GApplication) application = NULL;
  TwfWindow *window;
  GtkWidget *page;
  GdkFrameClock *clock;
  Frame frame = { 0, -1 };
  gint64 start;

  if (argc != 3)
    return 2;
  setvbuf (stdout, NULL, _IOLBF, 0);
  application = times_register ();
  window = times_open (application, argv[1]);
  twf_workbench_set_language (twf_window_get_workbench (window), argv[2]);
  times_wait_frames (GTK_WIDGET (window), 30);
  times_drain ();
  start = g_get_monotonic_time ();
  twf_workspace_show_page (twf_window_get_workspace (window), "reading");
  while ((page = times_find (GTK_WIDGET (window), is_page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (page);
  printf ("shown %.1f\n", ms_since (start));
  times_take_stall ();
  printf ("brackets %u\n", count_open (window));
  printf ("counted %.1f\n", ms_since (start));
  printf ("stall %.1f\n", times_take_stall ());
  clock = gtk_widget_get_frame_clock (page);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frame);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &frame);
  scroll (page, &frame);
  accept_some (window, &frame);
  edit_some (window, &frame);
  remove_some (window);
  return 0;
}
