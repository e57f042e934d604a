/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* translations-times PLAN LANGUAGE: opens a plan in the real window and then the list of what is to
 * be translated into LANGUAGE; prints "history MS", what history tells of it, "list MS", from
 * asking for the list until it is drawn, and "step MS", from one text that is to be done to the
 * next; of both also what the processor took. Needs a display. */
#include "config.h"

#include "twf-translations-window.h"
#include "twf-translations.h"
#include "window-times.h"

#include <stdio.h>
#include <time.h>

static double
ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static double
processor_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
look_at_history (TwfTranslations *translations, gint64 start)
{
  while (twf_translations_get_lags (translations) == NULL)
    g_main_context_iteration (NULL, TRUE);
  printf ("history %.3f\n", ms_since (start));
}

static void
open_list (TwfWindow *window, TwfWorkbench *workbench)
{
  gint64 start = g_get_monotonic_time ();
  double processor = processor_ms ();
  GtkWidget *list = twf_translations_window_new (GTK_WINDOW (window), workbench);

  gtk_window_present (GTK_WINDOW (list));
  gtk_test_widget_wait_for_draw (list);
  printf ("list %.3f\n", ms_since (start));
  printf ("list-processor %.3f\n", processor_ms () - processor);
  gtk_window_destroy (GTK_WINDOW (list));
}

int
main (int argc, char **argv)
{
  g_autoptr (GApplication) application = NULL;
  TwfTranslations *translations;
  TwfWorkbench *workbench;
  TwfWindow *window;
  double processor;
  gint64 start;

  if (argc != 3)
    return 2;
  application = times_register ();
  window = times_open (application, argv[1]);
  workbench = twf_window_get_workbench (window);
  start = g_get_monotonic_time ();
  translations = twf_translations_get (workbench);
  look_at_history (translations, start);
  twf_translations_set_language (translations, argv[2]);
  times_drain ();
  open_list (window, workbench);
  times_drain ();
  start = g_get_monotonic_time ();
  processor = processor_ms ();
  if (!twf_translations_step (translations, FALSE))
    return 1;
  printf ("step %.3f\n", ms_since (start));
  printf ("step-processor %.3f\n", processor_ms () - processor);
  return 0;
}
