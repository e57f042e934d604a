/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An entry for a date and time of the place where it is typed: "2010-07-19 17:00". */
void twf_moment_entry_show (GtkEditable *entry, gint64 when);
gboolean twf_moment_entry_read (GtkEditable *entry, gint64 *when);

G_END_DECLS
