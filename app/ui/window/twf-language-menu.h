/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *twf_language_menu_dup_label (GtkWidget *widget,
                                   TwfWorkbench *workbench,
                                   gboolean roomy) G_GNUC_WARN_UNUSED_RESULT;
void twf_language_menu_fill (GMenu *first, GMenu *second, GMenu *third, TwfWorkbench *workbench);

G_END_DECLS
