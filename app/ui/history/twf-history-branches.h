/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of which branch the history is listed: the one the plan stands on, or another. */
void twf_history_branches_fill (GtkDropDown *list, TwfWorkbench *workbench);
const char *twf_history_branches_get_tip (GtkDropDown *list);

G_END_DECLS
