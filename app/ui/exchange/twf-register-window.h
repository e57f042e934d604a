/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_REGISTER_WINDOW (twf_register_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfRegisterWindow, twf_register_window, TWF, REGISTER_WINDOW, AdwWindow)

/* Whose keys are registered; the facilitator adds and revokes them. */
GtkWidget *
twf_register_window_new (GtkWindow *parent, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
