/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* The numbers with which a plan was issued. They are no part of the plan: they are told to it by
 * who knows what was issued last, and they change how it counts. */
void twf_plan_set_fixed_numbers (TwfPlan *self, const char *record);
gboolean twf_plan_has_fixed_numbers (TwfPlan *self);
char *twf_plan_dup_fixed_numbers (TwfPlan *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
