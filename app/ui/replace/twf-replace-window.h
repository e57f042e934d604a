/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_REPLACE_WINDOW (twf_replace_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfReplaceWindow, twf_replace_window, TWF, REPLACE_WINDOW, AdwWindow)

/* Words looked for in all texts of the plan, and each place shown as it would read with others in
 * their stead; what is ticked is replaced in one step. */
GtkWidget *twf_replace_window_new (GtkWindow *parent,
                                   TwfWorkbench *workbench,
                                   const char *wanted) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
