/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-propose-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_PROPOSE_WINDOW (twf_propose_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfProposeWindow, twf_propose_window, TWF, PROPOSE_WINDOW, AdwWindow)

GtkWidget *twf_propose_window_new (GtkWindow *parent,
                                   TwfWorkbench *workbench,
                                   TwfProposeDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
