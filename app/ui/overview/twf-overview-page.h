/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_OVERVIEW_PAGE (twf_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TwfOverviewPage, twf_overview_page, TWF, OVERVIEW_PAGE, GtkWidget)

/* How far the plan has come, in figures, each of which opens what it counts. Actions: overview.open
 * (s), a figure as twf_figure_parse() takes it apart, or "text", "since:<revision>"; overview.back:
 * from what a figure counts to the figures; overview.all-holders: shows every delegation. */
void twf_overview_page_set_workbench (TwfOverviewPage *self, TwfWorkbench *workbench);

G_END_DECLS
