/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* The delegations of a plan side by side: in which order, and what else in the plan names one. */
GPtrArray *
twf_delegations_list (TwfPlan *plan,
                      const char *language) G_GNUC_WARN_UNUSED_RESULT; /* of TwfDelegation */
void twf_delegations_sort (GPtrArray *delegations, const char *language);

/**
 * TwfDelegationUse:
 * @TWF_DELEGATION_USE_MEMBER: a group has it as a member
 * @TWF_DELEGATION_USE_SPONSOR: it stands behind the plan
 * @TWF_DELEGATION_USE_OWNER: a proposal is or was its
 * @TWF_DELEGATION_USE_POSITION: it says something of a proposal
 * @TWF_DELEGATION_USE_REMARK: it made a comment, a reservation or an explanation
 * @TWF_DELEGATION_USE_AGREEMENT: an agreement waits for it
 * @TWF_DELEGATION_USE_PROCEDURE: it broke a silence
 * @TWF_DELEGATION_USE_KEY: a key of it is registered, revoked or not
 *
 * What would be about nobody if a delegation were gone.
 */
typedef enum
{
  TWF_DELEGATION_USE_MEMBER,
  TWF_DELEGATION_USE_SPONSOR,
  TWF_DELEGATION_USE_OWNER,
  TWF_DELEGATION_USE_POSITION,
  TWF_DELEGATION_USE_REMARK,
  TWF_DELEGATION_USE_AGREEMENT,
  TWF_DELEGATION_USE_PROCEDURE,
  TWF_DELEGATION_USE_KEY,
  TWF_N_DELEGATION_USES,
} TwfDelegationUse;

typedef struct
{
  guint n[TWF_N_DELEGATION_USES]; /* how often each */
} TwfDelegationUses;

gboolean twf_delegation_uses_any (const TwfDelegationUses *uses);
gboolean twf_delegation_find_uses (TwfPlan *plan, const char *code, TwfDelegationUses *uses);

G_END_DECLS
