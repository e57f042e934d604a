/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

TwfPlan *fixture_new_plan (guint n) G_GNUC_WARN_UNUSED_RESULT;
char *fixture_dump (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
TwfProvision *fixture_pick (TwfPlan *plan);
void fixture_change_at_random (TwfPlan *plan);
char *fixture_add (TwfPlan *plan, TwfSection section, const char *parent, const char *text)
    G_GNUC_WARN_UNUSED_RESULT;
void fixture_set (TwfPlan *plan, const char *id, const char *field, const char *value);
