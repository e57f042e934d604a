/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_FIGURE_ROW (twf_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (TwfFigureRow, twf_figure_row, TWF, FIGURE_ROW, GtkListBoxRow)

/* One figure: what is counted, and how much of it there is. */
GtkWidget *twf_figure_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_figure_row_show (TwfFigureRow *self,
                          const char *figure,
                          const char *title,
                          const char *subtitle,
                          const char *count);
void twf_figure_row_set_expands (TwfFigureRow *self, gboolean expanded);
void twf_figure_row_set_sign (TwfFigureRow *self, const char *css_class);
const char *twf_figure_row_get_figure (TwfFigureRow *self);

G_END_DECLS
