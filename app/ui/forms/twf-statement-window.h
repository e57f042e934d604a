/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_STATEMENT_WINDOW (twf_statement_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfStatementWindow, twf_statement_window, TWF, STATEMENT_WINDOW, AdwWindow)

/* Where a delegation's reservation about a provision, or its explanation of position, is written.
 * Actions: statement.run. */
GtkWidget *twf_statement_window_new (GtkWindow *parent,
                                     TwfWorkbench *workbench,
                                     TwfProvision *provision) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
