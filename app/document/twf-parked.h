/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* A proposal that was set aside; its number in the list behind the chair's text is its place. */
typedef struct
{
  TwfProvision *provision; /* NULL: the plan itself */
  TwfProposal *proposal;
} TwfParked;

GPtrArray *twf_parked_list (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT; /* of TwfParked */

G_END_DECLS
