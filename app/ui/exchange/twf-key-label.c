/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-key-label.h"

#include <glib/gi18n.h>

#define PER_GROUP 5
/* Four groups at least, and what is between them. */
#define LINE 23

/**
 * twf_key_label_show:
 * @label: a label
 * @key: a public key
 * @digits: the reader's digits
 *
 * Shows the key's number in @label.
 */
void
twf_key_label_show (GtkLabel *label, const TwfPublicKey *key, TwfDigits digits)
{
  g_autofree char *number = twf_key_dup_number (key);
  g_autofree char *grouped = twf_key_number_dup_grouped (number, digits);

  gboolean rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

  /* It stands where lines begin, and runs from left to right there. */
  gtk_widget_set_direction (GTK_WIDGET (label), GTK_TEXT_DIR_LTR);
  gtk_widget_set_halign (GTK_WIDGET (label), rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (label), "monospace");
  gtk_label_set_selectable (label, TRUE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_width_chars (label, LINE);
  gtk_label_set_max_width_chars (label, LINE);
  gtk_label_set_label (label, grouped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Number of the key"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  grouped,
                                  -1);
}

/**
 * twf_key_label_copy:
 * @widget: a widget on the display whose clipboard it is
 * @key: a public key
 * @digits: the reader's digits
 *
 * Puts the key's number on the clipboard, in groups.
 */
void
twf_key_label_copy (GtkWidget *widget, const TwfPublicKey *key, TwfDigits digits)
{
  g_autofree char *number = twf_key_dup_number (key);
  g_autoptr (GString) grouped = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (gsize i = 0; number[i] != '\0'; i++)
    {
      if (i > 0 && i % PER_GROUP == 0)
        g_string_append_c (grouped, ' ');
      g_string_append_c (grouped, number[i]);
    }
  shown = twf_digits_from_ascii (grouped->str, digits);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), shown);
}
