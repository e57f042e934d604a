/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-compare-owners.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the marks behind words stand for. */
void
twf_compare_legend_fill (GtkFlowBox *legend, TwfWorkbench *workbench, TwfCompareOwners *owners);

G_END_DECLS
