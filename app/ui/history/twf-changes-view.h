/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_CHANGES_VIEW (twf_changes_view_get_type ())
G_DECLARE_FINAL_TYPE (TwfChangesView, twf_changes_view, TWF, CHANGES_VIEW, GtkWidget)

/* What one revision changed, as one page to be read: each provision under a heading of its own, old
 * words struck through, new words underlined twice, each text in its own direction. */
GtkWidget *twf_changes_view_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_changes_view_show_revision (TwfChangesView *self,
                                     TwfWorkbench *workbench,
                                     const char *revision);
void twf_changes_view_clear (TwfChangesView *self);
char *twf_changes_view_dup_name (const TwfChange *change) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_changes_view_list_runs (TwfWorkbench *workbench,
                            const TwfChange *change) G_GNUC_WARN_UNUSED_RESULT; /* of TwfRun */

G_END_DECLS
