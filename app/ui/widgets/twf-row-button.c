/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-row-button.h"

/**
 * twf_row_add_button:
 * @row: a row that has its title
 * @icon: name of an icon
 * @label: what the button does; screen readers hear the row's title with it
 * @action: name of an action that takes a string
 * @target: for @action
 *
 * Puts a button at the end of @row.
 */
void
twf_row_add_button (AdwActionRow *row,
                    const char *icon,
                    const char *label,
                    const char *action,
                    const char *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *full = g_strdup_printf (
      "%s: %s", label, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (row, button);
}
