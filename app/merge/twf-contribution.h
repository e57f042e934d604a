/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* What one branch brings to the rolling text: for each thing that differs between what the branch
 * took in last and its tip, both states of it, and nothing else. Owned by one thread at a time. */
typedef struct _TwfContribution TwfContribution;

#define TWF_TYPE_CONTRIBUTION (twf_contribution_get_type ())
GType twf_contribution_get_type (void);

TwfContribution *
twf_contribution_new (const char *owner, const char *revision) G_GNUC_WARN_UNUSED_RESULT;
TwfContribution *twf_contribution_new_between (const char *owner,
                                               TwfPlan *base,
                                               TwfPlan *tip) G_GNUC_WARN_UNUSED_RESULT;
TwfContribution *twf_contribution_ref (TwfContribution *self);
void twf_contribution_unref (TwfContribution *self);

/* All of these (transfer full); either side NULL: not there. */
void twf_contribution_take_provision (TwfContribution *self,
                                      TwfProvision *old_one,
                                      TwfProvision *new_one);
void twf_contribution_take_delegation (TwfContribution *self,
                                       TwfDelegation *old_one,
                                       TwfDelegation *new_one);
void twf_contribution_take_heads (TwfContribution *self, TwfPlan *old_head, TwfPlan *new_head);

/* A proposal of the rolling plan that this delegation contributed before and that stands, open, in
 * its tip as well: it has seen it and leaves it be. One that is not known and not asked for again
 * is withdrawn. twf_contribution_new_between() finds them itself. */
void twf_contribution_add_known (TwfContribution *self, const char *pid);

const char *twf_contribution_get_owner (TwfContribution *self);    /* NULL: the facilitator */
const char *twf_contribution_get_revision (TwfContribution *self); /* nullable */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfContribution, twf_contribution_unref)

G_END_DECLS
