/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* typing-times PLAN COUNT: opens a plan in the real window, types COUNT letters into the text of a
 * provision in its middle, and prints two numbers for each letter, one letter a line: the
 * milliseconds that the window was busy with it (the handler of the key, and the frame it causes
 * from before-paint to after-paint; waiting for the screen is not counted), and the milliseconds of
 * processor time that its thread took from the key to the end of that frame. Needs a display. */
#include "config.h"

#include "twf-text-view.h"
#include "window-times.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Letters of several words, as a delegate would add them. */
static const char *const letters[]
    = { "و", "ت", "ت", "ع", "ا", "و", "ن", " ", "ا", "ل", "أ", "ط", "ر", "ا", "ف", " " };

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
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static gboolean
is_text (GtkWidget *widget)
{
  return TWF_IS_TEXT_VIEW (widget);
}

static GtkWidget *
go_to_middle (TwfWindow *window)
{
  TwfWorkbench *workbench = twf_window_get_workbench (window);
  g_autoptr (GPtrArray) all = twf_plan_list_all (twf_workbench_get_plan (workbench));
  GtkWidget *view;

  twf_workbench_set_place (workbench, twf_provision_get_id (g_ptr_array_index (all, all->len / 2)));
  twf_workspace_show_page (twf_window_get_workspace (window), "draft");
  while ((view = times_find (GTK_WIDGET (window), is_text)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_grab_focus (view);
  /* The letters begin when the page has been drawn. */
  gtk_test_widget_wait_for_draw (view);
  g_signal_emit_by_name (view, "move-cursor", GTK_MOVEMENT_BUFFER_ENDS, 1, FALSE);
  times_drain ();
  return view;
}

static void
type_letter (GtkWidget *view, const char *letter, Frame *frame)
{
  const double processor = processor_ms ();
  const gint64 start = g_get_monotonic_time ();
  gint64 handler;

  frame->took = -1;
  g_signal_emit_by_name (view, "insert-at-cursor", letter);
  handler = g_get_monotonic_time () - start;
  while (frame->took < 0)
    g_main_context_iteration (NULL, TRUE);
  printf ("%.3f %.3f\n", (double)(handler + frame->took) / 1000.0, processor_ms () - processor);
  times_drain ();
}

int
main (int argc, char **argv)
{
  g_autoptr (GApplication) application = NULL;
  GtkWidget *view;
  GdkFrameClock *clock;
  Frame frame = { 0, -1 };

  if (argc != 3)
    return 2;
  application = times_register ();
  view = go_to_middle (times_open (application, argv[1]));
  clock = gtk_widget_get_frame_clock (view);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frame);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &frame);
  for (guint number = 0; number < (guint)atoi (argv[2]); number++)
    type_letter (view, letters[number % G_N_ELEMENTS (letters)], &frame);
  return 0;
}
