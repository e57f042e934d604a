/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-template.h"

/**
 * twf_template_dispose:
 * @widget: a widget that is being disposed
 * @type: its own type
 *
 * Lets go of what the template made: the children that are bound, and those that have no name,
 * which gtk_widget_dispose_template() of GTK 4.8 leaves where they are.
 */
void
twf_template_dispose (GtkWidget *widget, GType type)
{
  GtkWidget *child;

  gtk_widget_dispose_template (widget, type);
  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}
