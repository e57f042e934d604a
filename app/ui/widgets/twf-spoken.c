/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-spoken.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Each page of a stack has its widget as "child", whichever library the stack is from. */
static void
tell (GtkSelectionModel *pages)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      g_autoptr (GtkWidget) child = NULL;

      g_object_get (page, "child", &child, NULL);
      if (child == NULL)
        continue;
      gtk_accessible_update_state (GTK_ACCESSIBLE (child),
                                   GTK_ACCESSIBLE_STATE_HIDDEN,
                                   !gtk_selection_model_is_selected (pages, i),
                                   -1);
    }
}

/**
 * twf_spoken_follow_pages:
 * @stack: a stack
 * @pages: (transfer full): its pages
 *
 * Tells screen readers of @stack's page that is shown, and hides the others from them. A stack by
 * itself leaves every page it ever showed among what can be read.
 */
void
twf_spoken_follow_pages (GtkWidget *stack, GtkSelectionModel *pages)
{
  g_return_if_fail (GTK_IS_WIDGET (stack) && GTK_IS_SELECTION_MODEL (pages));

  /* The stack does not keep its list of pages. */
  g_object_set_data_full (G_OBJECT (stack), "twf-shown-pages", pages, g_object_unref);
  g_signal_connect (pages, "selection-changed", G_CALLBACK (tell), NULL);
  g_signal_connect (pages, "items-changed", G_CALLBACK (tell), NULL);
  tell (pages);
}

/**
 * twf_spoken_name_row:
 * @child: what a row of a list shows
 * @parts: (array zero-terminated=1): what is said of it; empty ones are passed over
 *
 * Gives the row that holds @child its name; a list's rows have none by themselves.
 */
void
twf_spoken_name_row (GtkWidget *child, const char *const *parts)
{
  GtkWidget *row = gtk_widget_get_parent (child);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] == '\0')
        continue;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append (name, parts[i]);
    }
  if (row != NULL)
    gtk_accessible_update_property (
        GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/**
 * twf_spoken_name_drop_downs:
 * @top: a widget whose template has drop-down lists
 *
 * What has the keyboard in a drop-down list is a button inside it, which by itself is without the
 * name that the list was given.
 */
void
twf_spoken_name_drop_downs (GtkWidget *top)
{
  g_return_if_fail (GTK_IS_WIDGET (top));

  if (GTK_IS_DROP_DOWN (top))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (top)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    top,
                                    NULL,
                                    -1);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      twf_spoken_name_drop_downs (child);
}

/* Returns: (transfer full) (nullable): what a button says of itself; %NULL: its own words will do.
 */
static char *
dup_button_name (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  g_autoptr (GString) name = NULL;

  if (g_strcmp0 (gtk_button_get_icon_name (button), "window-close-symbolic") == 0)
    return g_strdup (_ ("Close"));
  if (label == NULL || !gtk_button_get_use_underline (button))
    return NULL;
  name = g_string_new (NULL);
  /* A line is doubled where one is meant. */
  for (const char *at = label; *at != '\0'; at++)
    if (*at != '_' || (at > label && at[-1] == '_'))
      g_string_append_c (name, *at);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static void
name_button (GtkButton *button)
{
  g_autofree char *name = dup_button_name (button);

  if (name == NULL)
    return;
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A button whose label shows a key for it is by itself read as that is written, with the underline,
 * and then once more without; the one that closes a notice has no name at all. */
static void
name_buttons (GtkWidget *top)
{
  if (GTK_IS_BUTTON (top))
    {
      name_button (GTK_BUTTON (top));
      /* A new label undoes it. */
      g_signal_connect (top, "notify::label", G_CALLBACK (name_button), NULL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (top); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

static void
window_mapped_cb (GtkWidget *window)
{
  if (ADW_IS_MESSAGE_DIALOG (window))
    name_buttons (window);
}

static void
windows_changed_cb (GListModel *windows, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      /* It is being made: what kind of window it is does not show yet. */
      g_signal_connect (window, "map", G_CALLBACK (window_mapped_cb), NULL);
    }
}

/**
 * twf_spoken_follow_dialogs:
 *
 * Has the buttons of all dialogs that ask something read as they are meant, from now on.
 */
void
twf_spoken_follow_dialogs (void)
{
  g_signal_connect (
      gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb), NULL);
}

static void
toasts_changed_cb (GListModel *children, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) child = g_list_model_get_item (children, i);

      if (child != g_object_get_data (G_OBJECT (children), "beneath"))
        name_buttons (child);
    }
}

/**
 * twf_spoken_follow_toasts:
 * @overlay: an AdwToastOverlay that has its child
 *
 * Has the buttons of what it shows in passing read as they are meant.
 */
void
twf_spoken_follow_toasts (GtkWidget *overlay)
{
  GListModel *children;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  children = gtk_widget_observe_children (overlay);
  g_object_set_data (
      G_OBJECT (children), "beneath", adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay)));
  g_signal_connect (children, "items-changed", G_CALLBACK (toasts_changed_cb), NULL);
  g_object_set_data_full (G_OBJECT (overlay), "twf-toasts", children, g_object_unref);
}
