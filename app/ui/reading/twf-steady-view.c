/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-steady-view.h"

/* After so many frames all has its height. */
#define SETTLED 3

/**
 * twf_steady_view_get_height:
 * @view: a text
 *
 * Returns: how far down its window the cursor is, of 1; below 0: it is not seen
 */
double
twf_steady_view_get_height (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GdkRectangle seen, place;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &seen);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &place);
  if (place.y < seen.y || place.y + place.height > seen.y + seen.height
      || place.height >= seen.height)
    return -1;
  return (double)(place.y - seen.y) / (seen.height - place.height);
}

static void
scroll_to_cursor (TwfSteadyView *self, GtkTextView *view)
{
  gtk_text_view_scroll_to_mark (view,
                                gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view)),
                                self->height < 0 ? 0.1 : 0,
                                self->height >= 0,
                                0,
                                MAX (self->height, 0));
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TwfSteadyView *self = user_data;

  scroll_to_cursor (self, GTK_TEXT_VIEW (widget));
  if (++self->frames < SETTLED)
    return G_SOURCE_CONTINUE;
  self->scrolling = 0;
  return G_SOURCE_REMOVE;
}

/**
 * twf_steady_view_show:
 * @self: what is known of the view; it outlives the callback, or is stopped before
 * @view: a text
 * @height: where the cursor is to be, as twf_steady_view_get_height(); below 0: somewhere in sight
 *
 * Scrolls to the cursor. Lines that were only just written have no heights yet, and what is said
 * below the text of where one is now may take more room from it: where the view scrolls to is put
 * right when both are known, some frames later.
 */
void
twf_steady_view_show (TwfSteadyView *self, GtkTextView *view, double height)
{
  self->height = height;
  self->frames = 0;
  scroll_to_cursor (self, view);
  if (self->scrolling == 0)
    self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (view), scroll_cb, self, NULL);
}

/**
 * twf_steady_view_resized:
 * @self: what is known of the view
 * @view: a text that was given another size just now
 * @before: where the cursor was before, as twf_steady_view_get_height()
 *
 * Brings the cursor back into sight where it was and is no longer: what is said below the text may
 * come, and take room from it, at any time.
 */
void
twf_steady_view_resized (TwfSteadyView *self, GtkTextView *view, double before)
{
  if (before < 0 || self->scrolling != 0 || twf_steady_view_get_height (view) >= 0)
    return;
  self->height = -1;
  self->frames = 0;
  self->scrolling = gtk_widget_add_tick_callback (GTK_WIDGET (view), scroll_cb, self, NULL);
}

/**
 * twf_steady_view_stop:
 * @self: what is known of the view
 * @view: a text that goes, or is made anew
 */
void
twf_steady_view_stop (TwfSteadyView *self, GtkTextView *view)
{
  if (self->scrolling != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (view), self->scrolling);
  self->scrolling = 0;
}
