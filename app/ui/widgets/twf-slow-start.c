/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-slow-start.h"

/* More than a screen has; then so many a frame that a frame is kept; and what the view keeps at
 * most, after which it makes none that it does not show. */
#define FIRST 16
#define STEP 8
#define MOST 220

static gboolean
grow (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  GtkSliceListModel *slice = user_data;
  guint size = gtk_slice_list_model_get_size (slice) + STEP;

  gtk_slice_list_model_set_size (slice, size < MOST ? size : G_MAXUINT);
  return size < MOST ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * twf_slow_start_new:
 * @view: the view that will show it
 * @model: what is to be shown
 *
 * A GtkListView (4.8) makes the widgets of two hundred rows as soon as its model has them, on the
 * screen or not, and nothing else happens meanwhile. So it is given the first screen, and the rest
 * frame by frame from when it is seen.
 *
 * Returns: (transfer full): @model, at first its beginning
 */
GListModel *
twf_slow_start_new (GtkWidget *view, GListModel *model)
{
  GtkSliceListModel *slice;

  g_return_val_if_fail (GTK_IS_WIDGET (view) && G_IS_LIST_MODEL (model), NULL);

  slice = gtk_slice_list_model_new (g_object_ref (model), 0, FIRST);
  gtk_widget_add_tick_callback (view, grow, g_object_ref (slice), g_object_unref);
  return G_LIST_MODEL (slice);
}
