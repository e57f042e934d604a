/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_HISTORY_PAGE (twf_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TwfHistoryPage, twf_history_page, TWF, HISTORY_PAGE, GtkWidget)

/* The History page: the revisions of the plan and what each changed. */
void twf_history_page_set_workbench (TwfHistoryPage *self, TwfWorkbench *workbench);

G_END_DECLS
