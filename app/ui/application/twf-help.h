/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void twf_help_follow_windows (void);
void twf_help_show (GtkWindow *window);

G_END_DECLS
