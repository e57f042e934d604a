/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where files go: a suggested place, and the chooser that changes it. */
char *twf_place_suggest (const char *title, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;
void twf_place_choose_into (GtkEditable *entry, const char *heading);

G_END_DECLS
