/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* Open proposals of which one alone can come to stand as it is. */
GPtrArray *
twf_proposal_list_rivals (TwfPlan *plan, const char *pid) G_GNUC_WARN_UNUSED_RESULT; /* of char* */

G_END_DECLS
