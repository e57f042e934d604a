/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_CONDITION_WINDOW (twf_condition_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfConditionWindow, twf_condition_window, TWF, CONDITION_WINDOW, AdwWindow)

/* The open proposals about other provisions, with a search: the one that is chosen is the condition
 * on which an owner withdraws. Signals: "chosen" (char *pid). */
GtkWidget *twf_condition_window_new (GtkWindow *parent,
                                     TwfWorkbench *workbench,
                                     TwfProvision *provision,
                                     const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
