/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-contribution.h"
#include "twf-request.h"

G_BEGIN_DECLS

/**
 * TwfOutcomeKind:
 * @TWF_OUTCOME_ACCEPTED: it is in the text
 * @TWF_OUTCOME_PROPOSED: it is an open proposal
 * @TWF_OUTCOME_REJECTED: it is a rejected proposal
 * @TWF_OUTCOME_ALREADY: nothing changed: the same stands there already
 * @TWF_OUTCOME_LEFT_OUT: it was not taken; the reason says why
 * @TWF_OUTCOME_WITHDRAWN: no request: an earlier proposal that its owners no longer ask for; or,
 * with a condition, that one of them no longer asks for
 *
 * What became of a request.
 */
typedef enum
{
  TWF_OUTCOME_ACCEPTED,
  TWF_OUTCOME_PROPOSED,
  TWF_OUTCOME_REJECTED,
  TWF_OUTCOME_ALREADY,
  TWF_OUTCOME_LEFT_OUT,
  TWF_OUTCOME_WITHDRAWN,
} TwfOutcomeKind;

/**
 * TwfOutcomeReason:
 * @TWF_REASON_NONE: as it was decided
 * @TWF_REASON_SAME_WORDS: another accepted request touches the same words
 * @TWF_REASON_OTHER_VALUE: another accepted request gives the field another value
 * @TWF_REASON_OTHER_PLACE: another accepted request moves it elsewhere
 * @TWF_REASON_CIRCLE: with another accepted move it would stand under itself
 * @TWF_REASON_DELETED: another request deletes the provision, or what it points to or stands under
 * @TWF_REASON_IN_USE: other requests, open proposals or provisions under it need it
 * @TWF_REASON_NO_ROOM: the text, field or language has no place there
 * @TWF_REASON_NOT_OWN: only the delegation itself, or the facilitator, may do that
 * @TWF_REASON_STANDS: a proposal of the same content was parked or rejected before, and stays so
 * @TWF_REASON_PENDING: what the delegation itself asks for stands there, on its own branch
 * @TWF_REASON_CONDITION: all who ask for it withdraw it if something else is accepted that is, or
 *   would be
 * @TWF_REASON_MANDATE: it exceeds the mandate of the delegation that asks for it: keys, what is
 *   agreed, and what others say. No decision takes it in
 * @TWF_REASON_OLD_REGISTER: it would put an older register of keys in the place of a newer one
 *
 * Why a request did not become what was decided.
 */
typedef enum
{
  TWF_REASON_NONE,
  TWF_REASON_SAME_WORDS,
  TWF_REASON_OTHER_VALUE,
  TWF_REASON_OTHER_PLACE,
  TWF_REASON_CIRCLE,
  TWF_REASON_DELETED,
  TWF_REASON_IN_USE,
  TWF_REASON_NO_ROOM,
  TWF_REASON_NOT_OWN,
  TWF_REASON_STANDS,
  TWF_REASON_PENDING,
  TWF_REASON_CONDITION,
  TWF_REASON_MANDATE,
  TWF_REASON_OLD_REGISTER,
} TwfOutcomeReason;

typedef struct
{
  TwfOutcomeKind kind;
  TwfRequest *request; /* WITHDRAWN: NULL */
  char *provision;     /* id; nullable: the plan, or a delegation */
  char *proposal;      /* id; nullable: none came of it */
  gboolean close;      /* accepted into a sentence that others changed too: to be read again */
  TwfOutcomeReason reason;
  char *code;      /* WITHDRAWN: who withdraws on a condition; else NULL */
  char *condition; /* WITHDRAWN: id of the proposal that was accepted; else NULL */
} TwfOutcome;

void twf_outcome_free (TwfOutcome *self);
gboolean twf_outcome_exceeds (const TwfOutcome *self); /* its owner's mandate */

#define TWF_TYPE_PLAN_MERGE (twf_plan_merge_get_type ())
G_DECLARE_FINAL_TYPE (TwfPlanMerge, twf_plan_merge, TWF, PLAN_MERGE, GObject)

/* Contributions over a rolling plan: what they ask for, what is decided about it, what is then to
 * be done. Reads the plan, never changes it; the plan must stay as it is meanwhile. */
TwfPlanMerge *
twf_plan_merge_new (TwfPlan *rolling, GPtrArray *contributions) G_GNUC_WARN_UNUSED_RESULT;
/* @own, a delegation's plan, takes in the rolling text: see twf_plan_merge_takes_in(). */
TwfPlanMerge *
twf_plan_merge_new_taking_in (TwfPlan *own, TwfContribution *rolling) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_plan_merge_takes_in (TwfPlanMerge *self);
GPtrArray *twf_plan_merge_get_contributions (TwfPlanMerge *self); /* of TwfContribution */
GPtrArray *twf_plan_merge_get_requests (TwfPlanMerge *self); /* of TwfRequest, in reading order */
TwfRequest *twf_plan_merge_get_request (TwfPlanMerge *self, const char *id);
void twf_plan_merge_decide (TwfPlanMerge *self, const char *request, TwfDecision decision);
GPtrArray *
twf_plan_merge_list_edits (TwfPlanMerge *self) G_GNUC_WARN_UNUSED_RESULT; /* of TwfEdit */
GPtrArray *
twf_plan_merge_list_outcomes (TwfPlanMerge *self) G_GNUC_WARN_UNUSED_RESULT; /* of TwfOutcome */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfOutcome, twf_outcome_free)

G_END_DECLS
