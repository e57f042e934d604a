/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_COMPROMISE_WINDOW (twf_compromise_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfCompromiseWindow, twf_compromise_window, TWF, COMPROMISE_WINDOW, AdwWindow)

/* Where a compromise is written: from the wording of one alternative on, for all that it takes up.
 * Actions: compromise.run; compromise.undo and compromise.redo for what is written here. */
gboolean twf_compromise_window_can_begin (TwfWorkbench *workbench,
                                          TwfProvision *provision,
                                          TwfProposal *proposal);
GtkWidget *twf_compromise_window_new (GtkWindow *parent,
                                      TwfWorkbench *workbench,
                                      TwfProvision *provision,
                                      TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
