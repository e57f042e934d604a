/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Drop-down lists of strings that may be longer than there is room for. */
void twf_drop_down_let_shrink (GtkDropDown *list);

G_END_DECLS
