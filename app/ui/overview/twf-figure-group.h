/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-figure-row.h"

G_BEGIN_DECLS

#define TWF_TYPE_FIGURE_GROUP (twf_figure_group_get_type ())
G_DECLARE_FINAL_TYPE (TwfFigureGroup, twf_figure_group, TWF, FIGURE_GROUP, GtkWidget)

/* Figures under one heading. They are put anew after every change, in their order; the rows stay,
 * and the keyboard where it is. Properties: title; headed (whether it is written). What is chosen
 * is opened by overview.open (s). */
void twf_figure_group_begin (TwfFigureGroup *self);
TwfFigureRow *twf_figure_group_add (TwfFigureGroup *self,
                                    const char *figure,
                                    const char *title,
                                    const char *subtitle,
                                    const char *count);
void twf_figure_group_end (TwfFigureGroup *self, const char *note);
gboolean twf_figure_group_focus (TwfFigureGroup *self, const char *figure);

G_END_DECLS
