/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-title.h"

#include <adwaita.h>

static AdwHeaderBar *
find_header (GtkWidget *widget)
{
  if (ADW_IS_HEADER_BAR (widget))
    return ADW_HEADER_BAR (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AdwHeaderBar *header = find_header (child);
      if (header != NULL)
        return header;
    }
  return NULL;
}

/**
 * twf_title_let_wrap:
 * @window: a window with its template
 *
 * Shows the title of @window in two lines where one has no room between the buttons beside it,
 * which a header bar would cut off. A title that is a widget of its own stays.
 */
void
twf_title_let_wrap (GtkWindow *window)
{
  AdwHeaderBar *header = find_header (GTK_WIDGET (window));
  GtkWidget *label, *squeezer;

  if (header == NULL || adw_header_bar_get_title_widget (header) != NULL)
    return;
  label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "title");
  g_object_bind_property (window, "title", label, "label", G_BINDING_SYNC_CREATE);
  squeezer = adw_squeezer_new ();
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  adw_squeezer_set_switch_threshold_policy (ADW_SQUEEZER (squeezer),
                                            ADW_FOLD_THRESHOLD_POLICY_MINIMUM);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), label);
  adw_header_bar_set_title_widget (header, squeezer);
}
