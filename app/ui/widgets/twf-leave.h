/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Windows in which something is written that is kept nowhere else until it is proposed. */
void twf_leave_ask (GtkWindow *window, GCallback response_cb);
void twf_leave_add_run_key (GtkWidget *window, const char *action);

G_END_DECLS
