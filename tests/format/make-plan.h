/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* Plans from g_test_rand_int(): the seed that a test prints makes the same one again. */
TwfPlan *make_random_plan (guint most_provisions) G_GNUC_WARN_UNUSED_RESULT;
TwfPlan *make_large_plan (guint n_provisions) G_GNUC_WARN_UNUSED_RESULT;
void assert_plans_equal (TwfPlan *one, TwfPlan *other);
void assert_files_equal (GHashTable *one, GHashTable *other);

G_END_DECLS
