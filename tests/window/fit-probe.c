/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Loaded into the real program (LD_PRELOAD), it says on SIGUSR2 what of the windows does not fit: a
 * line for each in the file $TAWAFUQ_FIT, which comes to be whole: what, the widget, where it is,
 * its words. Accessibility tells neither what is cut off nor which way a box is laid out. */
#include "config.h"

#include <glib-unix.h>
#include <gtk/gtk.h>

typedef struct
{
  GString *said;
  GtkWidget *window;
} Look;

/* As "TwfWindow > GtkBox > GtkLabel", without what is between the outermost and the last five. */
static char *
dup_path (GtkWidget *widget)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GString *path = g_string_new (NULL);

  for (GtkWidget *at = widget; at != NULL && names->len < 6; at = gtk_widget_get_parent (at))
    g_ptr_array_add (names, (gpointer)G_OBJECT_TYPE_NAME (at));
  for (guint i = names->len; i > 0; i--)
    g_string_append_printf (
        path, "%s%s", path->len > 0 ? " > " : "", (const char *)g_ptr_array_index (names, i - 1));
  return g_string_free (path, FALSE);
}

static void
say (Look *look, const char *what, GtkWidget *widget, const char *words)
{
  g_autofree char *path = dup_path (widget);
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\t", ' ');

  g_string_append_printf (
      look->said, "%s\t%s\t%s\t%s\n", what, G_OBJECT_TYPE_NAME (look->window), path, line);
}

/* Whether what reaches beyond the window can be brought into it: by scrolling sideways, or because
 * it is on its way in or out. */
static gboolean
may_reach_out (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_TEXT_VIEW) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL;
}

static void
look_at_label (Look *look, GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  graphene_rect_t bounds;
  const char *words = gtk_label_get_text (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  if (*words == '\0' || gtk_widget_get_width (widget) == 0)
    return;
  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    say (look, "cut", widget, words);
  else if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    say (look, "squeezed", widget, words);
  if (!may_reach_out (widget) && gtk_widget_compute_bounds (widget, look->window, &bounds)
      && (bounds.origin.x < -1
          || bounds.origin.x + bounds.size.width > gtk_widget_get_width (look->window) + 1))
    say (look, "outside", widget, words);
}

static void
look_at_scrolled (Look *look, GtkScrolledWindow *scrolled)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scrolled);
  GtkPolicyType policy;

  gtk_scrolled_window_get_policy (scrolled, &policy, NULL);
  if (policy != GTK_POLICY_EXTERNAL
      && gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + 1)
    say (look, "sideways", GTK_WIDGET (scrolled), "");
}

static void
look_at (Look *look, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    look_at_label (look, GTK_LABEL (widget));
  if (GTK_IS_SCROLLED_WINDOW (widget))
    look_at_scrolled (look, GTK_SCROLLED_WINDOW (widget));
  if ((GTK_IS_BOX (widget) || GTK_IS_GRID (widget) || GTK_IS_BUTTON (widget))
      && gtk_widget_get_direction (widget) != gtk_widget_get_default_direction ())
    say (look, "unturned", widget, "");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    look_at (look, child);
}

static void
look_at_window (gpointer data, gpointer user_data)
{
  Look look = { user_data, data };
  int width;

  if (!gtk_widget_get_mapped (look.window))
    return;
  gtk_widget_measure (look.window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  /* Without its shadow, which a window as wide as the display does not have. */
  width -= gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (look.window)))
           - gtk_widget_get_width (look.window);
  g_string_append_printf (look.said,
                          "needs\t%s\t%d\t%d\n",
                          G_OBJECT_TYPE_NAME (look.window),
                          gtk_widget_get_width (look.window),
                          width);
  look_at (&look, look.window);
}

static gboolean
asked_cb (gpointer user_data)
{
  const char *file = g_getenv ("TAWAFUQ_FIT");
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  g_autoptr (GError) error = NULL;

  g_list_foreach (windows, look_at_window, said);
  if (!g_file_set_contents (file, said->str, -1, &error))
    g_warning ("%s", error->message);
  return G_SOURCE_CONTINUE;
}

/* What slides in is half outside until it has arrived. */
static gboolean
stand_still_cb (gpointer user_data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (settings == NULL)
    return G_SOURCE_CONTINUE;
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  return G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void
wait_to_be_asked (void)
{
  if (g_getenv ("TAWAFUQ_FIT") == NULL)
    return;
  g_unix_signal_add (SIGUSR2, asked_cb, NULL);
  g_idle_add (stand_still_cb, NULL);
}
