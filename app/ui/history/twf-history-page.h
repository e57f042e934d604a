/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_HISTORY_PAGE (twf_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TwfHistoryPage, twf_history_page, TWF, HISTORY_PAGE, GtkWidget)

/* The revisions of the plan, or of the provision that is chosen; what each changed; restore.
 * Properties: workbench (nullable; bindable). Actions: history.restore, history.filter. */
GtkWidget *twf_history_page_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_history_page_set_workbench (TwfHistoryPage *self, TwfWorkbench *workbench);
void twf_history_page_show_filters (TwfHistoryPage *self);

G_END_DECLS
