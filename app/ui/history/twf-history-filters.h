/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_HISTORY_FILTERS (twf_history_filters_get_type ())
G_DECLARE_FINAL_TYPE (TwfHistoryFilters, twf_history_filters, TWF, HISTORY_FILTERS, GtkWidget)

/* What the revisions in the list are asked to be: controls that are opened, and, open or not, a
 * button for each thing that is asked, which takes it back. Properties (notify): open. Signal:
 * "changed": something else is asked. */
void twf_history_filters_set_workbench (TwfHistoryFilters *self, TwfWorkbench *workbench);
void twf_history_filters_open (TwfHistoryFilters *self);
void twf_history_filters_close (TwfHistoryFilters *self);
void twf_history_filters_clear (TwfHistoryFilters *self);
TwfHistoryFilter *
twf_history_filters_dup_filter (TwfHistoryFilters *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
