/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* inbox-times PLAN: opens a plan in the real window, goes to its Inbox page and waits until what
 * would come of all that was received is known. Prints in milliseconds listed: from opening until
 * what was received is known made: from going to the page until a screen of rows is there foreseen:
 * until it is known what clashes stall: the longest that the window took no events since. Needs a
 * display. */
#include "config.h"

#include "twf-inbox-row.h"
#include "twf-inbox.h"
#include "window-times.h"

#include <stdio.h>

/* Rows fill a screen. */
#define ENOUGH 8

static double
ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static gboolean
is_row (GtkWidget *widget)
{
  return TWF_IS_INBOX_ROW (widget);
}

static guint
count_rows (GtkWidget *window)
{
  GtkWidget *row = times_find (window, is_row);
  guint n = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

int
main (int argc, char **argv)
{
  gint64 start;
  g_autoptr (GApplication) application = NULL;
  TwfWindow *window;
  TwfInbox *inbox;

  if (argc != 2)
    return 2;
  setvbuf (stdout, NULL, _IOLBF, 0);
  application = times_register ();
  window = times_open (application, argv[1]);
  inbox = twf_inbox_get (twf_window_get_workbench (window));
  start = g_get_monotonic_time ();
  while (twf_inbox_list_items (inbox) == NULL)
    g_main_context_iteration (NULL, TRUE);
  printf ("listed %.1f\n", ms_since (start));
  /* How long it takes to open a plan is measured elsewhere. */
  times_drain ();
  times_take_stall ();
  start = g_get_monotonic_time ();
  twf_workspace_show_page (twf_window_get_workspace (window), "inbox");
  while (count_rows (GTK_WIDGET (window)) < MIN (ENOUGH, twf_inbox_list_items (inbox)->len))
    g_main_context_iteration (NULL, TRUE);
  printf ("made %.1f\n", ms_since (start));
  while (twf_inbox_is_foreseeing (inbox))
    g_main_context_iteration (NULL, TRUE);
  printf ("foreseen %.1f\n", ms_since (start));
  times_drain ();
  printf ("stall %.1f\n", times_take_stall ());
  return 0;
}
