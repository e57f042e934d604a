/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-outline-drag.h"

#include "twf-outline-item.h"
#include "twf-outline-row.h"

/* Where on a row something is let go: its first quarter puts before, its last after, the middle
 * under. A section's own row takes everything as its first. */
typedef enum
{
  DROP_BEFORE,
  DROP_INTO,
  DROP_AFTER,
} DropPlace;

static const char *const drop_classes[] = { "drop-before", "drop-into", "drop-after" };

static DropPlace
find_drop_place (GtkWidget *row, double y)
{
  int height = gtk_widget_get_height (row);

  if (TWF_IS_OUTLINE_ITEM (twf_outline_row_get_item (TWF_OUTLINE_ROW (row))))
    return DROP_INTO;
  if (y < height / 4.0)
    return DROP_BEFORE;
  return y > height * 3 / 4.0 ? DROP_AFTER : DROP_INTO;
}

static void
clear_classes (GtkWidget *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (drop_classes); i++)
    gtk_widget_remove_css_class (row, drop_classes[i]);
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  gpointer item = twf_outline_row_get_item (TWF_OUTLINE_ROW (row));
  g_autoptr (GdkPaintable) picture = NULL;

  if (!TWF_IS_PROVISION (item))
    return NULL;
  picture = gtk_widget_paintable_new (row);
  gtk_drag_source_set_icon (source, picture, (int)x, (int)y);
  return gdk_content_provider_new_typed (TWF_TYPE_PROVISION, item);
}

static GdkDragAction
drop_moved_cb (GtkDropTarget *target, double x, double y, GtkWidget *row)
{
  gpointer item = twf_outline_row_get_item (TWF_OUTLINE_ROW (row));
  TwfSection section;

  clear_classes (row);
  if (TWF_IS_OUTLINE_ITEM (item) && !twf_outline_item_get_section (item, &section))
    return 0;
  gtk_widget_add_css_class (row, drop_classes[find_drop_place (row, y)]);
  return GDK_ACTION_MOVE;
}

static void
drop_left_cb (GtkDropTarget *target, GtkWidget *row)
{
  clear_classes (row);
}

/* The drop is an action like every other, so that what the hand can do the keyboard and a test can
 * do: win.place (id, reference, "before" | "into" | "after"). */
static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  static const char *const names[] = { "before", "into", "after" };
  TwfProvision *provision = g_value_get_object (value);
  const char *place = twf_outline_row_get_place (TWF_OUTLINE_ROW (row));

  clear_classes (row);
  if (provision == NULL || place == NULL || g_str_equal (place, twf_provision_get_id (provision)))
    return FALSE;
  return gtk_widget_activate_action (row,
                                     "win.place",
                                     "(sss)",
                                     twf_provision_get_id (provision),
                                     place,
                                     names[find_drop_place (row, y)]);
}

/**
 * twf_outline_drag_attach:
 * @row: a #TwfOutlineRow
 *
 * Lets provisions be dragged from @row and dropped on it.
 */
void
twf_outline_drag_attach (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TWF_TYPE_PROVISION, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));

  g_signal_connect (target, "motion", G_CALLBACK (drop_moved_cb), row);
  g_signal_connect (target, "leave", G_CALLBACK (drop_left_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
