/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-life-private.h"
#include "twf-positions.h"

static gboolean
is_on_the_table (TwfProposal *proposal)
{
  TwfProposalState state = twf_proposal_get_state (proposal);

  return state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED;
}

/**
 * twf_life_set_proposers:
 * @self: an act
 * @provision: a provision that is proposed
 * @proposal: the proposal to insert it
 *
 * Has the provision say by whom it is proposed.
 */
void
twf_life_set_proposers (TwfLife *self, TwfProvision *provision, TwfProposal *proposal)
{
  static const char *const facilitator[] = { TWF_PROPOSED_BY_FACILITATOR, NULL };
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  const char *const *old = twf_provision_get_values (provision, TWF_FIELD_PROPOSED);

  if (owners == NULL)
    owners = facilitator;
  if (!twf_life_values_equal (old, owners))
    g_ptr_array_add (
        self->edits,
        twf_edit_new_values (twf_provision_get_id (provision), TWF_FIELD_PROPOSED, owners));
}

/* One who no longer asks for it has no condition on which it would stop asking. */
static void
drop_condition (TwfProposal *draft, const char *code)
{
  g_autoptr (GPtrArray) positions = twf_proposal_list_positions (draft);

  for (guint i = 0; i < positions->len; i++)
    {
      TwfPosition *position = g_ptr_array_index (positions, i);

      if (position->word == TWF_POSITION_WITHDRAWS_IF && g_str_equal (position->code, code))
        twf_proposal_put_position (draft, code, NULL);
    }
}

/* A condition that was met stays written: it says why its owner left, and holds against who asks
 * for the same again without knowing. */
static void
leave (TwfLife *self, TwfProvision *provision, TwfProposal *draft, const char *code)
{
  const char *const *owners;

  twf_proposal_remove_value (draft, TWF_PROPOSAL_FIELD_CONTRIBUTED, code);
  owners = twf_proposal_get_values (draft, TWF_PROPOSAL_FIELD_OWNER);
  if (owners == NULL || owners[1] == NULL)
    {
      twf_proposal_set_state (draft, TWF_PROPOSAL_WITHDRAWN);
      return;
    }
  twf_proposal_remove_value (draft, TWF_PROPOSAL_FIELD_OWNER, code);
  if (provision != NULL && twf_proposal_get_kind (draft) == TWF_PROPOSAL_INSERT)
    twf_life_set_proposers (self, provision, draft);
}

/**
 * twf_life_leave:
 * @self: an act
 * @provision: (nullable): what the proposal hangs on; %NULL: the plan itself
 * @draft: the act's copy of a proposal
 * @code: an owner of it
 *
 * Has an owner leave the proposal. When the last one does, it is withdrawn; whose it was stays
 * written, so that it is known whom to ask.
 */
void
twf_life_leave (TwfLife *self, TwfProvision *provision, TwfProposal *draft, const char *code)
{
  drop_condition (draft, code);
  leave (self, provision, draft, code);
}

static gboolean
is_met (TwfLife *self, const TwfPosition *position)
{
  TwfProposal *other = position->word == TWF_POSITION_WITHDRAWS_IF
                           ? twf_plan_get_proposal (self->plan, position->condition, NULL)
                           : NULL;

  return other != NULL
         && twf_proposal_get_state (twf_life_look (self, other)) == TWF_PROPOSAL_ACCEPTED;
}

/**
 * twf_life_drop_met:
 * @self: an act
 * @draft: the act's copy of a proposal that is taken up again
 *
 * Whoever puts it on the table again knows that the conditions on it were met.
 */
void
twf_life_drop_met (TwfLife *self, TwfProposal *draft)
{
  g_autoptr (GPtrArray) positions = twf_proposal_list_positions (draft);

  for (guint i = 0; i < positions->len; i++)
    if (is_met (self, positions->pdata[i]))
      twf_proposal_put_position (draft, ((TwfPosition *)positions->pdata[i])->code, NULL);
}

/**
 * twf_life_fire_met:
 * @self: an act
 * @provision: (nullable): what the proposal hangs on; %NULL: the plan itself
 * @draft: the act's copy of a proposal
 * @position: what an owner says on it now
 *
 * Has the owner leave at once where the condition was met before it was made.
 */
void
twf_life_fire_met (TwfLife *self,
                   TwfProvision *provision,
                   TwfProposal *draft,
                   const TwfPosition *position)
{
  if (is_on_the_table (draft) && is_met (self, position)
      && twf_proposal_has_value (draft, TWF_PROPOSAL_FIELD_OWNER, position->code))
    leave (self, provision, draft, position->code);
}

static void
fire_on (TwfLife *self, TwfProvision *provision, TwfProposal *proposal, const char *pid)
{
  g_autoptr (GPtrArray) positions = NULL;

  if (twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_POSITION) == NULL)
    return;
  positions = twf_proposal_list_positions (twf_life_look (self, proposal));
  for (guint i = 0; i < positions->len; i++)
    {
      TwfPosition *position = g_ptr_array_index (positions, i);
      TwfProposal *now = twf_life_look (self, proposal);

      if (position->word == TWF_POSITION_WITHDRAWS_IF && g_str_equal (position->condition, pid)
          && is_on_the_table (now)
          && twf_proposal_has_value (now, TWF_PROPOSAL_FIELD_OWNER, position->code))
        leave (self, provision, twf_life_take (self, provision, proposal), position->code);
    }
}

static void
fire_on_all (TwfLife *self, TwfProvision *provision, const char *pid)
{
  GListModel *proposals = twf_life_list (self, provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      fire_on (self, provision, proposal, pid);
    }
}

/**
 * twf_life_fire:
 * @self: an act
 * @pid: a proposal that was accepted
 *
 * Carries out what owners said they would do then: they withdraw, each from the proposal on which
 * he said so.
 */
void
twf_life_fire (TwfLife *self, const char *pid)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (self->plan);

  fire_on_all (self, NULL, pid);
  for (guint i = 0; i < all->len; i++)
    fire_on_all (self, g_ptr_array_index (all, i), pid);
}
