/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-moment-entry.h"

#include "twf-date.h"

/* The same in every language, and read again. */
#define MOMENT "%Y-%m-%d %H:%M"

/**
 * twf_moment_entry_show:
 * @entry: an entry
 * @when: seconds since 1970
 *
 * Puts a moment into @entry, as figures in this order whatever the language.
 */
void
twf_moment_entry_show (GtkEditable *entry, gint64 when)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (when);
  g_autofree char *text = g_date_time_format (local, MOMENT);

  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (entry)), GTK_TEXT_DIR_LTR);
  gtk_editable_set_text (entry, text);
}

/**
 * twf_moment_entry_read:
 * @entry: an entry
 * @when: (out): seconds since 1970; untouched if what is written is no date and time
 *
 * Returns: whether it is one
 */
gboolean
twf_moment_entry_read (GtkEditable *entry, gint64 *when)
{
  return twf_date_parse_moment (gtk_editable_get_text (entry), when);
}
