/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-reckoner.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_COURSE_VIEW (twf_course_view_get_type ())
G_DECLARE_FINAL_TYPE (TwfCourseView, twf_course_view, TWF, COURSE_VIEW, GtkWidget)

/* How the plan came to where it stands: a chart, and below it the same in figures, each of which
 * opens what changed since. */
#define TWF_FIGURE_COURSE "course" /* the row that writes them out */

void twf_course_view_toggle (TwfCourseView *self);
void twf_course_view_show (TwfCourseView *self, TwfWorkbench *workbench, TwfReckoner *reckoner);

G_END_DECLS
