/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_DELEGATIONS_WINDOW (twf_delegations_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfDelegationsWindow,
                      twf_delegations_window,
                      TWF,
                      DELEGATIONS_WINDOW,
                      AdwWindow)

/* Which states and groups take part in the plan, and who is in a group. */
GtkWidget *
twf_delegations_window_new (GtkWindow *parent, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
