/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "life-fixture.h"

#include "twf-wording.h"

/* Does what a step says, as one act. */
void
life_apply (TwfPlan *plan, GPtrArray *edits, GError *error)
{
  g_autoptr (GPtrArray) held = edits;
  GError *refused = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (edits);
  twf_plan_apply_all (plan, edits, &refused);
  g_assert_no_error (refused);
}

static void
add_delegation (TwfPlan *plan, const char *code)
{
  g_autoptr (TwfDelegation) delegation = twf_delegation_new (code);
  g_autoptr (TwfEdit) edit = twf_edit_new_delegation (delegation);

  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}

TwfPlan *
life_new_plan (void)
{
  TwfPlan *plan = fixture_new_plan (0);

  add_delegation (plan, "EG");
  add_delegation (plan, "MX");
  add_delegation (plan, "US");
  return plan;
}

void
life_set_text (TwfPlan *plan, const char *id, const char *language, const char *text)
{
  g_autoptr (TwfEdit) edit = twf_edit_new_text (id, TWF_PART_BODY, language, text);
  g_autoptr (GError) error = NULL;

  twf_plan_apply (plan, edit, NULL, &error);
  g_assert_no_error (error);
}

const char *
life_get_text (TwfPlan *plan, const char *id)
{
  return twf_provision_get_text (twf_plan_get_provision (plan, id), TWF_PART_BODY, "en");
}

TwfProposal *
life_get (TwfPlan *plan, const char *pid)
{
  TwfProposal *proposal = twf_plan_get_proposal (plan, pid, NULL);

  g_assert_nonnull (proposal);
  return proposal;
}

void
life_assert_state (TwfPlan *plan, const char *pid, TwfProposalState state)
{
  g_assert_cmpstr (twf_proposal_state_get_name (twf_proposal_get_state (life_get (plan, pid))),
                   ==,
                   twf_proposal_state_get_name (state));
}

char *
life_propose (TwfPlan *plan, const char *id, const char *wording, const char *const *owners)
{
  char *pid = NULL;

  STEP (
      plan,
      twf_proposal_make_text (plan, id, TWF_PART_BODY, "en", wording, owners, NULL, &pid, &error));
  return pid;
}

void
life_carry_along (TwfPlan *plan, const char *id, const char *wording)
{
  g_autoptr (GHashTable) wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_insert (wordings, twf_wording_dup_id (wording), (char *)wording);
  life_apply (plan, twf_proposals_carry_along (plan, id, wordings, TRUE), NULL);
}

TwfProvision *
life_new_provision (TwfPlan *plan, const char *id, const char *parent)
{
  TwfProvision *provision = twf_provision_new (id, TWF_SECTION_ACTIONS);
  g_autofree char *rank = twf_plan_make_rank (plan, TWF_SECTION_ACTIONS, parent, NULL, "EG");

  twf_provision_set_place (provision, TWF_SECTION_ACTIONS, parent, rank);
  twf_provision_set_text (provision, TWF_PART_BODY, "en", "Something new.");
  return provision;
}

void
life_add (TwfPlan *plan, TwfProvision *provision)
{
  g_autoptr (TwfEdit) edit = twf_edit_new_add (provision);

  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}
