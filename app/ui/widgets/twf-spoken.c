/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-spoken.h"

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
