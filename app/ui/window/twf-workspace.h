/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_WORKSPACE (twf_workspace_get_type ())
G_DECLARE_FINAL_TYPE (TwfWorkspace, twf_workspace, TWF, WORKSPACE, GtkWidget)

/* An open plan: outline at the start side, pages beside it; in a narrow window one at a time. */
void twf_workspace_set_workbench (TwfWorkspace *self, TwfWorkbench *workbench);
gboolean twf_workspace_show_page (TwfWorkspace *self, const char *name);
const char *twf_workspace_get_page (TwfWorkspace *self);
int twf_workspace_get_bar_height (TwfWorkspace *self);
void twf_workspace_show_outline (TwfWorkspace *self);
void twf_workspace_show_content (TwfWorkspace *self, gboolean focus);
void twf_workspace_show_search (TwfWorkspace *self);
void twf_workspace_show_history_filters (TwfWorkspace *self);
gboolean twf_workspace_is_on_history (TwfWorkspace *self);
void twf_workspace_ask_message (TwfWorkspace *self);

G_END_DECLS
