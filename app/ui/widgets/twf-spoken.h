/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What screen readers hear where the toolkit is silent. */
void twf_spoken_follow_pages (GtkWidget *stack, GtkSelectionModel *pages);
void twf_spoken_name_drop_downs (GtkWidget *top);
void twf_spoken_follow_dialogs (void);
void twf_spoken_follow_toasts (GtkWidget *overlay);
void twf_spoken_name_row (GtkWidget *child, const char *const *parts);

G_END_DECLS
