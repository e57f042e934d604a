/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_COMPARE_WINDOW (twf_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfCompareWindow, twf_compare_window, TWF, COMPARE_WINDOW, AdwWindow)

/* Compares two revisions or branches, or two with a base. */
GtkWidget *twf_compare_window_new (GtkWindow *parent, TwfWorkbench *workbench, const char *base);
GtkWidget *twf_compare_window_new_between (GtkWindow *parent,
                                           TwfWorkbench *workbench,
                                           const char *base,
                                           const char *side) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *
twf_compare_window_new_since (GtkWindow *parent, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;
void twf_compare_window_show_deletions (TwfCompareWindow *self);

G_END_DECLS
