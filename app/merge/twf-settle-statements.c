/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-text-merge.h"
#include "twf-values.h"

#include <string.h>

/* What contributions say about proposals: positions, owners, states; and those they ask for no
 * longer. */

static void
leave_out (TwfRequest *request, TwfOutcomeReason reason)
{
  request->fate = TWF_OUTCOME_LEFT_OUT;
  request->reason = reason;
}

/* One delegation has one position. */
static void
set_position (TwfProposal *proposal, TwfRequest *request)
{
  const char *const *now = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_POSITION);
  gsize length = strcspn (request->element, " ") + 1;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; now != NULL && now[i] != NULL; i++)
    if (strncmp (now[i], request->element, length) != 0
        || (request->removes && !g_str_equal (now[i], request->element)))
      g_strv_builder_add (builder, now[i]);
  if (!request->removes)
    g_strv_builder_add (builder, request->element);
  values = g_strv_builder_end (builder);
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_POSITION, (const char *const *)values);
}

/* Whether the delegation itself says that it stands elsewhere, or another says so before. */
static gboolean
has_better_position (TwfSettlement *self, TwfRequest *request)
{
  TwfTarget *target = twf_asks_find_target (self->asks, request->provision_id);
  gsize length = strcspn (request->element, " ") + 1;
  g_autofree char *code = g_strndup (request->element, length - 1);
  gboolean own = twf_request_is_from (request, code);

  for (guint i = 0; !request->removes && i < target->requests->len; i++)
    {
      TwfRequest *other = target->requests->pdata[i];
      gboolean others_own = twf_request_is_from (other, code);

      if (other == request || other->kind != TWF_REQUEST_PROPOSAL || other->removes
          || !twf_request_is_accepted (other) || !g_str_equal (other->item, request->item)
          || g_strcmp0 (other->field, TWF_PROPOSAL_FIELD_POSITION) != 0
          || strncmp (other->element, request->element, length) != 0)
        continue;
      if (others_own > own || (others_own == own && strcmp (other->element, request->element) < 0))
        return TRUE;
    }
  return FALSE;
}

/* Whether another accepted request leaves the proposal in a more open state, or is the owner's.
 * That an owner leaves does not undo a rejection. */
static gboolean
is_outdone (TwfSettlement *self, TwfRequest *request, TwfProposalState state)
{
  TwfTarget *target = twf_asks_find_target (self->asks, request->provision_id);

  for (guint i = 0; i < target->requests->len; i++)
    {
      TwfRequest *other = target->requests->pdata[i];
      TwfProposalState other_state;

      if (other != request && other->kind == TWF_REQUEST_PROPOSAL && twf_request_is_accepted (other)
          && g_str_equal (other->item, request->item)
          && g_strcmp0 (other->field, TWF_PROPOSAL_FIELD_STATE) == 0
          && twf_proposal_state_from_name (other->new_text, &other_state)
          && !(state == TWF_PROPOSAL_REJECTED && other_state == TWF_PROPOSAL_WITHDRAWN)
          && !(state == TWF_PROPOSAL_WITHDRAWN && other_state == TWF_PROPOSAL_REJECTED)
          && (other->own > request->own || (other->own == request->own && other_state < state)))
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_settle_leave:
 * @proposal: a proposal as it is to be
 * @code: a delegation that asks for it no longer
 *
 * Takes @code out of those who ask for it; with the last one it is withdrawn.
 */
void
twf_settle_leave (TwfProposal *proposal, const char *code)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);

  twf_proposal_remove_value (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED, code);
  if (!twf_values_hold (owners, code))
    return;
  /* The last one stays named: whose proposal it was. What was rejected stays so. */
  if (owners[1] != NULL)
    twf_proposal_remove_value (proposal, TWF_PROPOSAL_FIELD_OWNER, code);
  else if (twf_proposal_get_state (proposal) != TWF_PROPOSAL_REJECTED)
    twf_proposal_set_state (proposal, TWF_PROPOSAL_WITHDRAWN);
}

static void
set_state (TwfSettlement *self, TwfDraft *draft, TwfRequest *request)
{
  TwfProposalState state;

  if (!twf_proposal_state_from_name (request->new_text, &state)
      || is_outdone (self, request, state))
    {
      leave_out (request, TWF_REASON_OTHER_VALUE);
      return;
    }
  if (state == TWF_PROPOSAL_WITHDRAWN && !request->facilitator)
    {
      for (guint i = 0; request->owners->pdata[i] != NULL; i++)
        twf_settle_leave (draft->proposal, request->owners->pdata[i]);
      return;
    }
  twf_proposal_set_state (draft->proposal, state);
  twf_proposal_set_values (draft->proposal, TWF_PROPOSAL_FIELD_REPLACED_BY, NULL);
  if (state == TWF_PROPOSAL_ACCEPTED
      && twf_proposal_get_kind (draft->proposal) == TWF_PROPOSAL_INSERT && draft->id != NULL)
    twf_settled_set_field (
        twf_settlement_get (self, draft->id), TWF_FIELD_PROPOSED, g_new0 (char *, 1));
}

static void
state_about (TwfSettlement *self, TwfRequest *request, TwfProposal *rolling)
{
  TwfDraft *draft = twf_settlement_draft (self, request->provision_id, rolling);

  if (g_str_equal (request->field, TWF_PROPOSAL_FIELD_POSITION)
      && has_better_position (self, request))
    leave_out (request, TWF_REASON_OTHER_VALUE);
  else if (g_str_equal (request->field, TWF_PROPOSAL_FIELD_POSITION))
    set_position (draft->proposal, request);
  else if (g_str_equal (request->field, TWF_PROPOSAL_FIELD_STATE))
    set_state (self, draft, request);
  else if (request->removes)
    twf_settle_leave (draft->proposal, request->element);
  else
    twf_proposal_add_value (draft->proposal, TWF_PROPOSAL_FIELD_OWNER, request->element);
}

static TwfProposal *
find_rolling (TwfSettlement *self, TwfRequest *request)
{
  TwfProvision *standing = twf_plan_get_provision (self->rolling, request->provision_id);

  if (standing != NULL)
    return twf_provision_get_proposal (standing, request->item);
  return request->provision_id == NULL ? twf_plan_get_own_proposal (self->rolling, request->item)
                                       : NULL;
}

static void
settle_statement (TwfSettlement *self, TwfRequest *request)
{
  TwfSettled *settled = twf_settlement_find (self, request->provision_id);
  TwfProposal *rolling;
  TwfDraft *draft;

  if (settled != NULL && settled->is_deleted)
    {
      if (twf_request_is_accepted (request))
        leave_out (request, TWF_REASON_DELETED);
      return;
    }
  if (request->record != NULL && request->fate != TWF_OUTCOME_LEFT_OUT)
    {
      draft = twf_settlement_draft (self, request->provision_id, TWF_PROPOSAL (request->record));
      if (request->fate == TWF_OUTCOME_REJECTED)
        twf_proposal_set_state (draft->proposal, TWF_PROPOSAL_REJECTED);
      return;
    }
  rolling = find_rolling (self, request);
  if (twf_request_is_accepted (request) && rolling != NULL)
    state_about (self, request, rolling);
}

static gboolean
says_who_stands_where (TwfRequest *request, const char *pid)
{
  return request->kind == TWF_REQUEST_PROPOSAL && request->record == NULL
         && twf_request_is_accepted (request) && g_str_equal (request->item, pid)
         && !g_str_equal (request->field, TWF_PROPOSAL_FIELD_STATE);
}

/**
 * twf_settle_look_ahead:
 * @self: a settlement whose statements are not settled yet
 * @id: (nullable): the provision that @standing hangs on; %NULL: the plan
 * @standing: a proposal as it stands
 *
 * Returns: (transfer full): the same with the owners and positions that it is going to have
 */
TwfProposal *
twf_settle_look_ahead (TwfSettlement *self, const char *id, TwfProposal *standing)
{
  TwfTarget *target = twf_asks_find_target (self->asks, id);
  TwfProposal *ahead = twf_proposal_copy (standing);

  for (guint i = 0; target != NULL && i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];

      if (!says_who_stands_where (request, twf_proposal_get_id (standing)))
        continue;
      if (g_str_equal (request->field, TWF_PROPOSAL_FIELD_OWNER) && request->removes)
        twf_settle_leave (ahead, request->element);
      else if (g_str_equal (request->field, TWF_PROPOSAL_FIELD_OWNER))
        twf_proposal_add_value (ahead, TWF_PROPOSAL_FIELD_OWNER, request->element);
      else if (!has_better_position (self, request))
        set_position (ahead, request);
    }
  return ahead;
}

/**
 * twf_settle_statements:
 * @self: a settlement whose proposals are settled
 *
 * Takes over what contributions say about proposals, as far as it is accepted.
 */
void
twf_settle_statements (TwfSettlement *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    if (((TwfRequest *)self->requests->pdata[i])->kind == TWF_REQUEST_PROPOSAL)
      settle_statement (self, self->requests->pdata[i]);
}

/* Whether a request is about the same words, field or place as an earlier proposal. */
static gboolean
touches (TwfRequest *request, TwfProposal *proposal)
{
  const char *const sides[]
      = { request->new_text,
          request->language != NULL ? twf_proposal_get_text (proposal, request->language) : NULL };
  g_autoptr (GPtrArray) pieces = NULL;

  if (request->proposal == NULL
      || twf_proposal_get_kind (request->proposal) != twf_proposal_get_kind (proposal))
    return FALSE;
  if (request->kind == TWF_REQUEST_FIELD)
    return g_strcmp0 (request->field, twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD))
           == 0;
  if (request->kind != TWF_REQUEST_TEXT)
    return request->kind == TWF_REQUEST_MOVE;
  if (twf_proposal_get_part (proposal) != request->part || sides[1] == NULL)
    return FALSE;
  pieces = twf_merge_texts (request->old_text, sides, 2, request->language);
  return !twf_pieces_are_decided (pieces);
}

/* The request of @owner that took the place of an earlier proposal. */
static TwfRequest *
find_successor (TwfSettlement *self, const char *id, TwfProposal *proposal, const char *owner)
{
  TwfTarget *target = twf_asks_find_target (self->asks, id);

  for (guint i = 0; target != NULL && i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];

      if (twf_request_is_from (request, owner) && request->existing != proposal
          && touches (request, proposal))
        return request;
    }
  return NULL;
}

static gboolean
is_known (TwfSettlement *self, const char *owner, const char *pid)
{
  for (guint i = 0; i < self->asks->contributions->len; i++)
    {
      TwfContribution *from = self->asks->contributions->pdata[i];

      if (g_strcmp0 (from->owner, owner) == 0 && g_hash_table_contains (from->known, pid))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_asked (TwfSettlement *self, const char *owner, const char *pid)
{
  g_autofree char *key = g_strdup_printf ("%s %s", owner, pid);

  return g_hash_table_contains (self->asks->asked, key);
}

/* @owner has sent another contribution: does it still ask for what it contributed before? */
static void
review (TwfSettlement *self, const char *id, TwfProposal *proposal, const char *owner)
{
  const char *pid = twf_proposal_get_id (proposal);
  TwfRequest *successor;
  TwfProposalState state;
  TwfDraft *draft;

  if (is_asked (self, owner, pid))
    return;
  successor = find_successor (self, id, proposal, owner);
  if (successor == NULL && is_known (self, owner, pid))
    return;
  draft = twf_settlement_draft (self, id, proposal);
  state = twf_proposal_get_state (draft->proposal);
  /* What was accepted stays as it was. */
  if (state == TWF_PROPOSAL_ACCEPTED)
    return;
  twf_settle_leave (draft->proposal, owner);
  if (twf_proposal_get_state (draft->proposal) != TWF_PROPOSAL_WITHDRAWN)
    return;
  if (successor != NULL && successor->fate == TWF_OUTCOME_PROPOSED)
    twf_proposal_set_values (draft->proposal,
                             TWF_PROPOSAL_FIELD_REPLACED_BY,
                             (const char *const[]){ successor->id, NULL });
  if (state != TWF_PROPOSAL_WITHDRAWN)
    g_ptr_array_add (self->withdrawn, draft);
}

static void
review_all (TwfSettlement *self, const char *id, GListModel *proposals, const char *const *owners)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      const char *const *contributed
          = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED);

      for (guint j = 0; contributed != NULL && contributed[j] != NULL; j++)
        if (g_strv_contains (owners, contributed[j]))
          review (self, id, proposal, contributed[j]);
    }
}

/**
 * twf_settle_withdrawals:
 * @self: a settlement whose proposals are settled
 *
 * Takes the delegations that sent a contribution out of those of their earlier proposals that they
 * ask for no longer; the last one to leave withdraws a proposal.
 */
void
twf_settle_withdrawals (TwfSettlement *self)
{
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = twf_plan_list_all (self->rolling);
  const char *const *codes;

  for (guint i = 0; i < self->asks->contributions->len; i++)
    {
      TwfContribution *from = self->asks->contributions->pdata[i];

      if (from->owner != NULL)
        g_ptr_array_add (owners, from->owner);
    }
  g_ptr_array_add (owners, NULL);
  codes = (const char *const *)owners->pdata;
  review_all (self, NULL, twf_plan_list_proposals (self->rolling), codes);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = twf_provision_get_id (all->pdata[i]);
      TwfSettled *settled = twf_settlement_find (self, id);

      if (twf_provision_has_proposals (all->pdata[i]) && (settled == NULL || !settled->is_deleted))
        review_all (self, id, twf_provision_list_proposals (all->pdata[i]), codes);
    }
}
