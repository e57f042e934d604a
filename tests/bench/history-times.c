/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* history-times PLAN STEPS: opens a plan in the real window, goes to its History page, waits until
 * all revisions are listed, then goes STEPS times to another place in the list, near and far.
 * Prints in milliseconds opened: from the start of the program until the plan is there shown: from
 * going to the page to the frame with the words of all rows on the screen listed: from then until
 * the last revision is in the list stall: the longest that the window took no events until then and
 * then a line for each step: until the frame with the words of all rows on the screen, and the
 * longest that the window took no events. Needs a display. */
#include "config.h"

#include "twf-revision-row.h"
#include "window-times.h"

#include <stdio.h>
#include <stdlib.h>

/* Of a thousand parts of the list; every other step is a page further. */
#define FAR 389
/* Half a second of them. */
#define FRAMES 30

typedef struct
{
  GtkListView *view;
  GtkAdjustment *place;
  gboolean drawn; /* a frame with the words of all rows */
} Page;

static double
ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000.0;
}

static TwfRevisionList *
get_revisions (GtkWidget *widget)
{
  GtkSelectionModel *model
      = GTK_IS_LIST_VIEW (widget) ? gtk_list_view_get_model (GTK_LIST_VIEW (widget)) : NULL;
  GListModel *inner = GTK_IS_SINGLE_SELECTION (model)
                          ? gtk_single_selection_get_model (GTK_SINGLE_SELECTION (model))
                          : NULL;

  if (GTK_IS_SLICE_LIST_MODEL (inner))
    inner = gtk_slice_list_model_get_model (GTK_SLICE_LIST_MODEL (inner));
  return TWF_IS_REVISION_LIST (inner) ? TWF_REVISION_LIST (inner) : NULL;
}

static gboolean
lists_revisions (GtkWidget *widget)
{
  return get_revisions (widget) != NULL;
}

static gboolean
is_label (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget);
}

/* Rows are kept ready above and below what is on the screen. */
static gboolean
is_on_screen (Page *page, GtkWidget *row)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, GTK_WIDGET (page->view), &bounds)
         && bounds.origin.y + bounds.size.height > 0
         && bounds.origin.y < (float)gtk_widget_get_height (GTK_WIDGET (page->view));
}

static gboolean
has_words (Page *page, GtkWidget *top, guint *n)
{
  if (TWF_IS_REVISION_ROW (top))
    {
      GtkWidget *label = times_find (top, is_label);

      if (!gtk_widget_get_mapped (top) || !is_on_screen (page, top))
        return TRUE;
      *n += 1;
      return label != NULL && *gtk_label_get_text (GTK_LABEL (label)) != '\0';
    }
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!has_words (page, child, n))
      return FALSE;
  return TRUE;
}

static void
after_paint_cb (GdkFrameClock *clock, Page *page)
{
  guint n = 0;

  page->drawn = page->view != NULL && has_words (page, GTK_WIDGET (page->view), &n) && n > 0;
}

static void
wait_for_words (Page *page)
{
  page->drawn = FALSE;
  /* There is a frame, whether something changed or not. */
  gtk_widget_queue_draw (GTK_WIDGET (page->view));
  while (!page->drawn)
    g_main_context_iteration (NULL, TRUE);
}

static void
show_page (Page *page, TwfWindow *window)
{
  const gint64 start = g_get_monotonic_time ();
  GtkWidget *view;

  twf_workspace_show_page (twf_window_get_workspace (window), "history");
  while ((view = times_find (GTK_WIDGET (window), lists_revisions)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  page->view = GTK_LIST_VIEW (view);
  page->place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  wait_for_words (page);
  printf ("shown %.1f\n", ms_since (start));
}

static void
list_all (Page *page)
{
  const gint64 start = g_get_monotonic_time ();
  TwfRevisionList *revisions = get_revisions (GTK_WIDGET (page->view));

  while (twf_revision_list_is_loading (revisions))
    g_main_context_iteration (NULL, TRUE);
  times_drain ();
  printf ("listed %.1f\n", ms_since (start));
  printf ("stall %.1f\n", times_take_stall ());
}

static void
go_on (Page *page, guint step)
{
  const double page_size = gtk_adjustment_get_page_size (page->place);
  const double room = gtk_adjustment_get_upper (page->place) - page_size;
  const gint64 start = g_get_monotonic_time ();

  if (step % 2 == 0)
    gtk_adjustment_set_value (page->place, room * (step * FAR % 1000) / 1000);
  else
    gtk_adjustment_set_value (page->place, gtk_adjustment_get_value (page->place) + page_size);
  wait_for_words (page);
  printf ("%.1f", ms_since (start));
  times_drain ();
  printf (" %.1f\n", times_take_stall ());
}

int
main (int argc, char **argv)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GApplication) application = NULL;
  Page page = { 0 };
  TwfWindow *window;

  if (argc != 3)
    return 2;
  setvbuf (stdout, NULL, _IOLBF, 0);
  application = times_register ();
  window = times_open (application, argv[1]);
  printf ("opened %.1f\n", ms_since (start));
  /* Nobody goes to a page before the window has come up. */
  times_wait_frames (GTK_WIDGET (window), FRAMES);
  times_take_stall ();
  g_signal_connect_after (gtk_widget_get_frame_clock (GTK_WIDGET (window)),
                          "after-paint",
                          G_CALLBACK (after_paint_cb),
                          &page);
  show_page (&page, window);
  list_all (&page);
  for (guint step = 0; step < (guint)atoi (argv[2]); step++)
    go_on (&page, step);
  return 0;
}
