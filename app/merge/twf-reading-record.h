/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/**
 * TwfRecordKind:
 * @TWF_RECORD_AGREED: a provision came to be agreed
 * @TWF_RECORD_REOPENED: one that was agreed is not any more
 * @TWF_RECORD_OPENED: a proposal was made, or taken up again
 * @TWF_RECORD_ACCEPTED: a proposal came into the text
 * @TWF_RECORD_PARKED: a proposal was set aside
 * @TWF_RECORD_WITHDRAWN: its owners withdrew it
 * @TWF_RECORD_REJECTED: it was rejected
 *
 * What came of a reading.
 */
typedef enum
{
  TWF_RECORD_AGREED,
  TWF_RECORD_REOPENED,
  TWF_RECORD_OPENED,
  TWF_RECORD_ACCEPTED,
  TWF_RECORD_PARKED,
  TWF_RECORD_WITHDRAWN,
  TWF_RECORD_REJECTED,
} TwfRecordKind;

#define TWF_N_RECORD_KINDS 7

typedef struct
{
  TwfRecordKind kind;
  char *provision;         /* id; NULL: the plan itself */
  char *proposal;          /* id; NULL: AGREED, REOPENED */
  gboolean is_unsupported; /* PARKED: for want of a second supporter */
} TwfRecordItem;

GPtrArray *twf_reading_record_list (TwfPlan *former,
                                    TwfPlan *latter,
                                    const char *const *parked) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_record_kind_get_name (TwfRecordKind kind);

gboolean twf_proposal_is_unsupported (TwfPlan *plan, TwfProposal *proposal);
GStrv twf_plan_list_unsupported (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
