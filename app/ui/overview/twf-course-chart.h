/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_COURSE_CHART (twf_course_chart_get_type ())
G_DECLARE_FINAL_TYPE (TwfCourseChart, twf_course_chart, TWF, COURSE_CHART, GtkWidget)

/* Revision by revision, how many brackets were open, as columns, and what share was agreed, as a
 * line: told apart by their form, not by colour alone. Time runs as one reads. What it shows is
 * written out beside it. */
void twf_course_chart_show (TwfCourseChart *self, TwfWorkbench *workbench, GPtrArray *milestones);

G_END_DECLS
