/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

char *twf_plan_dup_number (TwfPlan *plan,
                           TwfProvision *provision,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_number_format (guint number, guint depth, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
