/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* Inside the room only: a compilation that somebody typed, or another program wrote, as data. */
guint twf_plan_read_brackets (TwfPlan *plan, const char *language);

G_END_DECLS
