/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An entry in which a day is written, in the words or digits of whoever writes. */
gboolean twf_day_entry_read (GtkEntry *entry, GDate *day, gboolean *mistaken);
void twf_day_entry_mark (GtkEntry *entry, gboolean mistaken);

G_END_DECLS
