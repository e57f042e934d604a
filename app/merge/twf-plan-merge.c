/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-plan-merge.h"

#include "twf-settle.h"

struct _TwfPlanMerge
{
  GObject parent_instance;

  TwfAsks *asks;
  GPtrArray *requests;       /* of TwfRequest, in reading order */
  TwfSettlement *settlement; /* NULL: to be made anew when it is next asked for */
};

G_DEFINE_FINAL_TYPE (TwfPlanMerge, twf_plan_merge, G_TYPE_OBJECT)

static void
twf_plan_merge_finalize (GObject *object)
{
  TwfPlanMerge *self = TWF_PLAN_MERGE (object);

  g_clear_pointer (&self->settlement, twf_settlement_free);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->asks, twf_asks_free);
  G_OBJECT_CLASS (twf_plan_merge_parent_class)->finalize (object);
}

static void
twf_plan_merge_class_init (TwfPlanMergeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_plan_merge_finalize;
}

static void
twf_plan_merge_init (TwfPlanMerge *self)
{
}

/**
 * twf_outcome_free:
 * @self: (nullable): what became of a request
 */
void
twf_outcome_free (TwfOutcome *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->request);
  g_free (self->provision);
  g_free (self->proposal);
  g_free (self->code);
  g_free (self->condition);
  g_free (self);
}

/**
 * twf_outcome_exceeds:
 * @self: what became of a request
 *
 * Returns: whether it was left out because who asks for it may not
 */
gboolean
twf_outcome_exceeds (const TwfOutcome *self)
{
  return self->reason == TWF_REASON_MANDATE || self->reason == TWF_REASON_OLD_REGISTER
         || (self->kind == TWF_OUTCOME_LEFT_OUT && self->reason == TWF_REASON_NOT_OWN);
}

/**
 * twf_plan_merge_new:
 * @rolling: the rolling plan; it must stay as it is while the merge is used
 * @contributions: (element-type TwfContribution): what came in; their order makes no difference
 *
 * Finds what the contributions ask for over @rolling. All of it is to be proposed until something
 * else is decided.
 *
 * Returns: (transfer full): the merge
 */
TwfPlanMerge *
twf_plan_merge_new (TwfPlan *rolling, GPtrArray *contributions)
{
  TwfPlanMerge *self;

  g_return_val_if_fail (TWF_IS_PLAN (rolling) && contributions != NULL, NULL);

  self = g_object_new (TWF_TYPE_PLAN_MERGE, NULL);
  self->asks = twf_asks_new (rolling, contributions, FALSE);
  self->requests = twf_asks_list_in_order (self->asks);
  return self;
}

/* Whether accepting it would undo what the delegation asks for. */
static gboolean
is_against_own (TwfAsks *asks, TwfRequest *request)
{
  TwfTarget *target = twf_asks_find_target (asks, request->provision_id);

  if (target != NULL && target->was_deleted)
    return TRUE;
  return request->kind == TWF_REQUEST_DELETE ? request->undoes : request->overrides;
}

/**
 * twf_plan_merge_new_taking_in:
 * @own: a delegation's plan; it must stay as it is while the merge is used
 * @rolling: what the rolling text changed since the delegation took it in last
 *
 * Takes the rolling text in. All of it is to be accepted but what the delegation asks otherwise
 * for: its pending changes stay on top. What is not accepted is left out, and stands in the rolling
 * text; proposals are taken over as they stand there, and nothing is decided about any.
 *
 * Returns: (transfer full): the merge
 */
TwfPlanMerge *
twf_plan_merge_new_taking_in (TwfPlan *own, TwfContribution *rolling)
{
  g_autoptr (GPtrArray) contributions = g_ptr_array_new ();
  TwfPlanMerge *self;

  g_return_val_if_fail (TWF_IS_PLAN (own) && rolling != NULL, NULL);

  g_ptr_array_add (contributions, rolling);
  self = g_object_new (TWF_TYPE_PLAN_MERGE, NULL);
  self->asks = twf_asks_new (own, contributions, TRUE);
  self->requests = twf_asks_list_in_order (self->asks);
  for (guint i = 0; i < self->requests->len; i++)
    if (!is_against_own (self->asks, self->requests->pdata[i]))
      twf_request_set_decision (self->requests->pdata[i], TWF_DECISION_ACCEPT);
  return self;
}

/**
 * twf_plan_merge_takes_in:
 * @self: a merge
 *
 * Returns: whether a delegation's plan takes the rolling text in: what is not accepted is then left
 * out
 */
gboolean
twf_plan_merge_takes_in (TwfPlanMerge *self)
{
  g_return_val_if_fail (TWF_IS_PLAN_MERGE (self), FALSE);

  return self->asks->takes_in;
}

/**
 * twf_plan_merge_get_contributions:
 * @self: a merge
 *
 * Returns: (transfer none) (element-type TwfContribution): what came in, by owner
 */
GPtrArray *
twf_plan_merge_get_contributions (TwfPlanMerge *self)
{
  g_return_val_if_fail (TWF_IS_PLAN_MERGE (self), NULL);

  return self->asks->contributions;
}

/**
 * twf_plan_merge_get_requests:
 * @self: a merge
 *
 * Returns: (transfer none) (element-type TwfRequest): what is asked for: about the plan itself,
 * then about provisions as they are read
 */
GPtrArray *
twf_plan_merge_get_requests (TwfPlanMerge *self)
{
  g_return_val_if_fail (TWF_IS_PLAN_MERGE (self), NULL);

  return self->requests;
}

/**
 * twf_plan_merge_get_request:
 * @self: a merge
 * @id: id of a request
 *
 * Returns: (transfer none) (nullable): that request
 */
TwfRequest *
twf_plan_merge_get_request (TwfPlanMerge *self, const char *id)
{
  g_return_val_if_fail (TWF_IS_PLAN_MERGE (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->asks->requests, id);
}

/**
 * twf_plan_merge_decide:
 * @self: a merge
 * @request: (nullable): id of a request; %NULL: all of them
 * @decision: what is to be done about it
 *
 * Decides. What then becomes of each is told by twf_plan_merge_list_outcomes().
 */
void
twf_plan_merge_decide (TwfPlanMerge *self, const char *request, TwfDecision decision)
{
  g_return_if_fail (TWF_IS_PLAN_MERGE (self));

  g_clear_pointer (&self->settlement, twf_settlement_free);
  for (guint i = 0; request == NULL && i < self->requests->len; i++)
    twf_request_set_decision (self->requests->pdata[i], decision);
  if (request != NULL && twf_plan_merge_get_request (self, request) != NULL)
    twf_request_set_decision (twf_plan_merge_get_request (self, request), decision);
}

static TwfSettlement *
settle (TwfPlanMerge *self)
{
  if (self->settlement == NULL)
    self->settlement = twf_settlement_new (self->asks, self->requests);
  return self->settlement;
}

/**
 * twf_plan_merge_list_edits:
 * @self: a merge
 *
 * Returns: (transfer full) (element-type TwfEdit): what does to the rolling plan what was decided,
 * in an order in which twf_plan_apply() takes each
 */
GPtrArray *
twf_plan_merge_list_edits (TwfPlanMerge *self)
{
  g_return_val_if_fail (TWF_IS_PLAN_MERGE (self), NULL);

  return g_ptr_array_ref (settle (self)->edits);
}

/* One's own things that go straight into one's own draft are still only proposed. */
static TwfOutcomeKind
get_kind (TwfRequest *request)
{
  if (request->fate == TWF_OUTCOME_ACCEPTED && request->own && request->proposal != NULL
      && request->decision == TWF_DECISION_PROPOSE)
    return TWF_OUTCOME_PROPOSED;
  return request->fate;
}

static TwfOutcome *
new_outcome (TwfSettlement *settlement, TwfRequest *request)
{
  TwfOutcome *outcome = g_new0 (TwfOutcome, 1);
  const char *pid
      = request->existing != NULL ? twf_proposal_get_id (request->existing) : request->id;

  outcome->kind = get_kind (request);
  outcome->request = g_object_ref (request);
  outcome->provision = g_strdup (request->provision_id);
  outcome->close = outcome->kind == TWF_OUTCOME_ACCEPTED && request->close;
  outcome->reason = request->reason;
  if (request->kind == TWF_REQUEST_PROPOSAL)
    outcome->proposal = g_strdup (request->item);
  else if (request->existing != NULL || g_hash_table_contains (settlement->drafts, pid))
    outcome->proposal = g_strdup (pid);
  return outcome;
}

static TwfOutcome *
new_outcome_of_fired (const TwfFired *fired)
{
  TwfOutcome *outcome = g_new0 (TwfOutcome, 1);

  outcome->kind = TWF_OUTCOME_WITHDRAWN;
  outcome->reason = TWF_REASON_CONDITION;
  outcome->provision = g_strdup (fired->id);
  outcome->proposal = g_strdup (fired->proposal);
  outcome->code = g_strdup (fired->code);
  outcome->condition = g_strdup (fired->condition);
  return outcome;
}

/**
 * twf_plan_merge_list_outcomes:
 * @self: a merge
 *
 * Returns: (transfer full) (element-type TwfOutcome): what becomes of each request, in reading
 * order, then the earlier proposals that their owners ask for no longer, then the conditions that
 * were met
 */
GPtrArray *
twf_plan_merge_list_outcomes (TwfPlanMerge *self)
{
  GPtrArray *outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_outcome_free);
  TwfSettlement *settlement;

  g_return_val_if_fail (TWF_IS_PLAN_MERGE (self), outcomes);

  settlement = settle (self);
  for (guint i = 0; i < self->requests->len; i++)
    g_ptr_array_add (outcomes, new_outcome (settlement, self->requests->pdata[i]));
  for (guint i = 0; i < settlement->withdrawn->len; i++)
    {
      TwfDraft *draft = settlement->withdrawn->pdata[i];
      TwfOutcome *outcome = g_new0 (TwfOutcome, 1);

      outcome->kind = TWF_OUTCOME_WITHDRAWN;
      outcome->provision = g_strdup (draft->id);
      outcome->proposal = g_strdup (twf_proposal_get_id (draft->proposal));
      g_ptr_array_add (outcomes, outcome);
    }
  for (guint i = 0; i < settlement->fired->len; i++)
    g_ptr_array_add (outcomes, new_outcome_of_fired (settlement->fired->pdata[i]));
  return outcomes;
}
