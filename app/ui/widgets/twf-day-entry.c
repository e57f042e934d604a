/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-day-entry.h"

#include "twf-date.h"
#include "twf-interface.h"

/**
 * twf_day_entry_read:
 * @entry: an entry
 * @day: (out caller-allocates): the day; untouched if none is given
 * @mistaken: (out): set to %TRUE if what is written is no day; else untouched
 *
 * Returns: whether a day is given; what is written may be none
 */
gboolean
twf_day_entry_read (GtkEntry *entry, GDate *day, gboolean *mistaken)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*text == '\0')
    return FALSE;
  if (twf_date_parse (text, language, day))
    return TRUE;
  *mistaken = TRUE;
  return FALSE;
}

/**
 * twf_day_entry_mark:
 * @entry: an entry
 * @mistaken: whether what is written in it will not do
 *
 * Shows it, to screen readers as well.
 */
void
twf_day_entry_mark (GtkEntry *entry, gboolean mistaken)
{
  if (mistaken)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               mistaken ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}
