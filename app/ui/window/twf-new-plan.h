/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-window.h"

G_BEGIN_DECLS

#define TWF_TYPE_NEW_PLAN (twf_new_plan_get_type ())
G_DECLARE_FINAL_TYPE (TwfNewPlan, twf_new_plan, TWF, NEW_PLAN, AdwWindow)

/* Asks for what a new plan needs: a title, languages, a template, a place. */
void twf_new_plan_present (TwfWindow *window);

G_END_DECLS
