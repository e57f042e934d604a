/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_FIGURE_LIST (twf_figure_list_get_type ())
G_DECLARE_FINAL_TYPE (TwfFigureList, twf_figure_list, TWF, FIGURE_LIST, GtkWidget)

/* What a figure counts, provision by provision. Signal: "chosen" (const char *id). Goes back by
 * overview.back. */
void twf_figure_list_show (TwfFigureList *self,
                           TwfWorkbench *workbench,
                           const char *title,
                           const char *const *ids);

G_END_DECLS
