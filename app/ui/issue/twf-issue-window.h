/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_ISSUE_WINDOW (twf_issue_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfIssueWindow, twf_issue_window, TWF, ISSUE_WINDOW, AdwWindow)

/* Asks under which symbol a revision is issued, and issues it. "issued" (symbol) is emitted when it
 * was. */
GtkWidget *twf_issue_window_new (GtkWindow *parent, TwfWorkbench *workbench, const char *revision);

G_END_DECLS
