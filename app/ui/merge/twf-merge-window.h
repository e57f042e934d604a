/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_MERGE_WINDOW (twf_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfMergeWindow, twf_merge_window, TWF, MERGE_WINDOW, AdwWindow)

/* The way from contributions to one revision: choose whose, review what they ask for, merge. It
 * closes itself when the revision is saved, which the workbench then says with an offer to undo. */
GtkWidget *
twf_merge_window_new (GtkWindow *parent, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *twf_merge_window_new_for (GtkWindow *parent,
                                     TwfWorkbench *workbench,
                                     const char *const *branches) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
