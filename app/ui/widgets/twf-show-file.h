/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows where a file lies, in the desktop's own file manager. */
void twf_show_file (GtkWindow *parent, const char *path);

G_END_DECLS
