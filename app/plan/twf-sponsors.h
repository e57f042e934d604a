/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* Values of a delegation's field "Sponsor". */
#define TWF_SPONSOR_SIGNATORY "signatory"
#define TWF_SPONSOR_CO_SPONSOR "co-sponsor"

GPtrArray *
twf_sponsors_list (TwfPlan *plan,
                   const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfDelegation */
GPtrArray *
twf_sponsors_list_of (TwfPlan *plan,
                      const char *kind,
                      const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfDelegation */

G_END_DECLS
