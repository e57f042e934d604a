/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-proposal-life.h"

#include "twf-life-private.h"
#include "twf-positions.h"
#include "twf-wording.h"

#define BIT(state) (1u << (state))

/* The act's copy of the proposal, if it is in one of @states. */
static TwfProposal *
take_in_state (TwfLife *life,
               const char *pid,
               guint states,
               TwfProvision **provision,
               GError **error)
{
  TwfProposal *proposal = twf_life_find (life, pid, provision, error);

  if (proposal == NULL)
    return NULL;
  if ((states & BIT (twf_proposal_get_state (proposal))) != 0)
    return twf_life_take (life, *provision, proposal);
  twf_life_refuse (error,
                   TWF_ERROR_INVALID,
                   "%s is %s",
                   pid,
                   twf_proposal_state_get_name (twf_proposal_get_state (proposal)));
  return NULL;
}

static GPtrArray *
change_state (TwfPlan *plan, const char *pid, guint states, TwfProposalState to, GError **error)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  TwfProvision *provision;
  TwfProposal *draft = take_in_state (life, pid, states, &provision, error);

  if (draft == NULL)
    return NULL;
  twf_proposal_set_state (draft, to);
  return twf_life_end (life);
}

/**
 * twf_proposal_park:
 * @plan: a plan
 * @pid: an open proposal
 * @error: where an error goes
 *
 * Sets a proposal aside for a later reading.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_NOT_FOUND if there is none; TWF_ERROR_INVALID if it is not open
 */
GPtrArray *
twf_proposal_park (TwfPlan *plan, const char *pid, GError **error)
{
  return change_state (plan, pid, BIT (TWF_PROPOSAL_OPEN), TWF_PROPOSAL_PARKED, error);
}

/**
 * twf_proposal_reject:
 * @plan: a plan
 * @pid: a proposal that is not accepted
 * @error: where an error goes
 *
 * The text stays as it is; the proposal stays on record.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_NOT_FOUND if there is none; TWF_ERROR_INVALID if it is accepted or rejected
 */
GPtrArray *
twf_proposal_reject (TwfPlan *plan, const char *pid, GError **error)
{
  return change_state (plan,
                       pid,
                       BIT (TWF_PROPOSAL_OPEN) | BIT (TWF_PROPOSAL_PARKED)
                           | BIT (TWF_PROPOSAL_WITHDRAWN),
                       TWF_PROPOSAL_REJECTED,
                       error);
}

/**
 * twf_proposal_withdraw:
 * @plan: a plan
 * @pid: a proposal that is open or parked
 * @code: (nullable): the owner that no longer asks for it; %NULL: the facilitator, for a proposal
 *   without owners
 * @error: where an error goes
 *
 * With its last owner a proposal is withdrawn; it stays on record.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_NOT_FOUND if there is none, or @code does not own it; TWF_ERROR_INVALID if it
 * is not on the table, or delegations own it and none is named
 */
GPtrArray *
twf_proposal_withdraw (TwfPlan *plan, const char *pid, const char *code, GError **error)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  TwfProvision *provision;
  TwfProposal *draft = take_in_state (
      life, pid, BIT (TWF_PROPOSAL_OPEN) | BIT (TWF_PROPOSAL_PARKED), &provision, error);

  if (draft == NULL)
    return NULL;
  if (code == NULL && twf_proposal_get_values (draft, TWF_PROPOSAL_FIELD_OWNER) != NULL)
    {
      twf_life_refuse (error, TWF_ERROR_INVALID, "%s is its owners' to withdraw", pid);
      return NULL;
    }
  if (code != NULL && !twf_proposal_has_value (draft, TWF_PROPOSAL_FIELD_OWNER, code))
    {
      twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "%s does not own %s", code, pid);
      return NULL;
    }
  if (code == NULL)
    twf_proposal_set_state (draft, TWF_PROPOSAL_WITHDRAWN);
  else
    twf_life_leave (life, provision, draft, code);
  return twf_life_end (life);
}

/**
 * twf_life_stands:
 * @life: an act
 * @provision: (nullable): what @draft hangs on; %NULL: the plan itself
 * @draft: a proposal
 *
 * Returns: whether what it asks for is so
 */
gboolean
twf_life_stands (TwfLife *life, TwfProvision *provision, TwfProposal *draft)
{
  const char *field = twf_proposal_get_field (draft, TWF_PROPOSAL_FIELD_FIELD);
  g_auto (GStrv) languages = twf_proposal_list_asked (draft);
  TwfSection section;

  switch (twf_proposal_get_kind (draft))
    {
    case TWF_PROPOSAL_MOVE:
      return twf_section_from_name (twf_proposal_get_field (draft, TWF_PROPOSAL_FIELD_SECTION),
                                    &section)
             && section == twf_provision_get_section (provision)
             && g_strcmp0 (twf_proposal_get_field (draft, TWF_PROPOSAL_FIELD_PARENT),
                           twf_provision_get_parent (provision))
                    == 0
             && g_strcmp0 (twf_proposal_get_field (draft, TWF_PROPOSAL_FIELD_RANK),
                           twf_provision_get_rank (provision))
                    == 0;
    case TWF_PROPOSAL_REPLACE:
      break;
    case TWF_PROPOSAL_INSERT:
    case TWF_PROPOSAL_DELETE:
    default:
      return FALSE;
    }
  if (field != NULL)
    return twf_life_values_equal (twf_proposal_get_values (draft, TWF_PROPOSAL_FIELD_VALUE),
                                  twf_life_get_values (life, provision, field));
  for (guint i = 0; languages[i] != NULL; i++)
    if (g_strcmp0 (twf_proposal_get_text (draft, languages[i]),
                   twf_life_get_text (life, provision, twf_proposal_get_part (draft), languages[i]))
        != 0)
      return FALSE;
  return TRUE;
}

static void
set_taker (TwfProposal *draft, const char *code, gboolean alone)
{
  const char *const owner[] = { code, NULL };

  if (code == NULL || twf_proposal_has_value (draft, TWF_PROPOSAL_FIELD_OWNER, code))
    return;
  if (alone)
    twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_OWNER, owner);
  else
    twf_proposal_add_value (draft, TWF_PROPOSAL_FIELD_OWNER, code);
}

/**
 * twf_proposal_reopen:
 * @plan: a plan
 * @pid: a proposal that is not open
 * @code: (nullable): the delegation that takes it up; %NULL: the facilitator, for its owners
 * @error: where an error goes
 *
 * Puts a proposal on the table again. Who takes up what others withdrew owns it alone. One that was
 * accepted, of a text that was changed again since, asks for its wording over the text as it
 * stands; an inserted provision is proposed again.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_NOT_FOUND if there is no such proposal or delegation; TWF_ERROR_INVALID if it
 * is open, or what it asks for is so
 */
GPtrArray *
twf_proposal_reopen (TwfPlan *plan, const char *pid, const char *code, GError **error)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  TwfProvision *provision;
  TwfProposal *draft = take_in_state (life, pid, ~BIT (TWF_PROPOSAL_OPEN), &provision, error);
  TwfProposalState state;

  if (draft == NULL)
    return NULL;
  if (code != NULL && twf_plan_get_delegation (plan, code) == NULL)
    {
      twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no delegation %s", code);
      return NULL;
    }
  state = twf_proposal_get_state (draft);
  if (state != TWF_PROPOSAL_PARKED && twf_life_stands (life, provision, draft))
    {
      twf_life_refuse (error, TWF_ERROR_INVALID, "what %s asks for is so", pid);
      return NULL;
    }
  twf_proposal_set_state (draft, TWF_PROPOSAL_OPEN);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_REPLACED_BY, NULL);
  twf_life_drop_met (life, draft);
  set_taker (draft, code, state == TWF_PROPOSAL_WITHDRAWN);
  if (provision != NULL && twf_proposal_get_kind (draft) == TWF_PROPOSAL_INSERT)
    twf_life_set_proposers (life, provision, draft);
  return twf_life_end (life);
}

/* Whether somebody withdraws @pid, or what leads to it, on the condition of @other. */
static gboolean
leads_to (TwfPlan *plan, const char *pid, const char *other, GHashTable *seen)
{
  TwfProposal *proposal = twf_plan_get_proposal (plan, pid, NULL);
  g_autoptr (GPtrArray) positions = NULL;

  if (g_str_equal (pid, other))
    return TRUE;
  if (proposal == NULL || !g_hash_table_add (seen, g_strdup (pid)))
    return FALSE;
  positions = twf_proposal_list_positions (proposal);
  for (guint i = 0; i < positions->len; i++)
    {
      const TwfPosition *position = positions->pdata[i];

      if (position->word == TWF_POSITION_WITHDRAWS_IF
          && leads_to (plan, position->condition, other, seen))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_position (TwfPlan *plan, TwfProposal *draft, const TwfPosition *position, GError **error)
{
  const char *pid = twf_proposal_get_id (draft);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (position->word != TWF_POSITION_WITHDRAWS_IF)
    {
      if (position->condition == NULL)
        return TRUE;
      return twf_life_refuse (error, TWF_ERROR_INVALID, "only who withdraws has a condition");
    }
  if (twf_plan_get_proposal (plan, position->condition, NULL) == NULL)
    return twf_life_refuse (error,
                            TWF_ERROR_NOT_FOUND,
                            "no proposal %s",
                            position->condition != NULL ? position->condition : "");
  if (g_str_equal (position->condition, pid))
    return twf_life_refuse (error, TWF_ERROR_INVALID, "%s cannot be its own condition", pid);
  if (leads_to (plan, position->condition, pid, seen))
    return twf_life_refuse (error,
                            TWF_ERROR_INVALID,
                            "%s is itself withdrawn on the condition of %s",
                            position->condition,
                            pid);
  if (!twf_proposal_has_value (draft, TWF_PROPOSAL_FIELD_OWNER, position->code))
    return twf_life_refuse (error, TWF_ERROR_INVALID, "%s does not own %s", position->code, pid);
  return TRUE;
}

/**
 * twf_proposal_set_position:
 * @plan: a plan
 * @pid: a proposal
 * @code: a delegation
 * @word: (nullable): what it says, as twf_position_word_from_name() knows it; %NULL: nothing any
 *   more
 * @condition: (nullable): with "withdraws-if": the other proposal
 * @error: where an error goes
 *
 * Writes a delegation's position down, in the place of the one it had. Where the other proposal is
 * accepted already, it withdraws at once.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits; none where it said so already
 * Errors: TWF_ERROR_NOT_FOUND if the proposal, the delegation or the condition is not there;
 * TWF_ERROR_INVALID if @word is none, or the condition does not go with it
 */
GPtrArray *
twf_proposal_set_position (TwfPlan *plan,
                           const char *pid,
                           const char *code,
                           const char *word,
                           const char *condition,
                           GError **error)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  TwfPosition position = { (char *)code, TWF_POSITION_RETAIN, (char *)condition };
  TwfProvision *provision;
  TwfProposal *draft = take_in_state (life, pid, ~0u, &provision, error);

  if (draft == NULL)
    return NULL;
  if (twf_plan_get_delegation (plan, code) == NULL)
    {
      twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no delegation %s", code);
      return NULL;
    }
  if (word != NULL && !twf_position_word_from_name (word, &position.word))
    {
      twf_life_refuse (error, TWF_ERROR_INVALID, "“%s” is no position", word);
      return NULL;
    }
  if (word != NULL && !check_position (plan, draft, &position, error))
    return NULL;
  twf_proposal_put_position (draft, code, word != NULL ? &position : NULL);
  if (word != NULL)
    twf_life_fire_met (life, provision, draft, &position);
  return twf_life_end (life);
}
