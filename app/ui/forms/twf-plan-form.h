/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_PLAN_FORM (twf_plan_form_get_type ())
G_DECLARE_FINAL_TYPE (TwfPlanForm, twf_plan_form, TWF, PLAN_FORM, GtkWidget)

/* A form about the plan itself: its details, or its sponsors. */
GtkWidget *twf_plan_form_new (const char *place) G_GNUC_WARN_UNUSED_RESULT;
void twf_plan_form_show (TwfPlanForm *self, TwfWorkbench *workbench);

G_END_DECLS
