/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_PROCEDURE_WINDOW (twf_procedure_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfProcedureWindow, twf_procedure_window, TWF, PROCEDURE_WINDOW, AdwWindow)

/* Silence procedures and readings: how they stand, and what may be done about them by who acts.
 * "recorded" (message) is emitted when something is put on record in the plan: it is to be saved
 * at once. */
GtkWidget *twf_procedure_window_new (GtkWindow *parent, TwfWorkbench *workbench);

G_END_DECLS
