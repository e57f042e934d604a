/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* What bis, ter and quater mean in a plan. */
typedef enum
{
  TWF_CONVENTION_BIS_INSERTED,    /* inserted provisions; other wordings are alt */
  TWF_CONVENTION_BIS_ALTERNATIVE, /* other wordings; inserted provisions are A, B, C */
} TwfConvention;

/* Words of the field TWF_PLAN_CONVENTION. */
#define TWF_CONVENTION_NAME_BIS_INSERTED "bis-inserted"
#define TWF_CONVENTION_NAME_BIS_ALTERNATIVE "bis-alternative"

TwfConvention twf_plan_get_convention (TwfPlan *plan);
char *twf_plan_dup_number (TwfPlan *plan,
                           TwfProvision *provision,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;
char *twf_plan_dup_alternative_number (TwfPlan *plan,
                                       TwfProvision *provision,
                                       TwfProposal *proposal,
                                       const char *language) G_GNUC_WARN_UNUSED_RESULT;
gsize twf_number_skip_inserted (const char *behind);
char *twf_number_format (guint number, guint depth, const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
