/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* An owner leaves a proposal because another is accepted: both are one step to undo. */
#include "merge-fixture.h"

#include "twf-proposal-life.h"

static TwfDesk *
open_main (Merging *self)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = open_desk (self->base.path, NULL, &error);

  g_assert_no_error (error);
  return desk;
}

static char *
propose_at_main (TwfDesk *desk, const char *id, const char *wording, const char *owner)
{
  g_autoptr (GError) error = NULL;
  const char *owners[] = { owner, NULL };
  char *pid = NULL;
  g_autoptr (GPtrArray) edits = twf_proposal_make_text (
      twf_desk_get_plan (desk), id, TWF_PART_BODY, "en", wording, owners, NULL, &pid, &error);

  g_assert_no_error (error);
  g_assert_true (twf_plan_apply_all (twf_desk_get_plan (desk), edits, &error));
  return pid;
}

static void
assert_both (TwfDesk *desk, TwfProposalState egypt, TwfProposalState kenya)
{
  assert_state (desk, "EG", egypt);
  assert_state (desk, "KE", kenya);
}

/* Kenya leaves its proposal, which is asked for in no contribution, since Egypt's is accepted in
 * the merge: one undo takes back both, and both are saved so. */
static void
test_undo_of_a_merge (Merging *self, gconstpointer data)
{
  static const char *const branches[] = { "EG", NULL };
  TwfDesk *desk = open_main (self);
  TwfPlan *plan = twf_desk_get_plan (desk);
  TwfUndo *undo = twf_desk_get_undo (desk);
  g_autoptr (GError) error = NULL;
  g_autofree char *egypt = propose_at_main (desk, self->objective, EGYPT_SAYS, "EG");
  g_autofree char *kenya = propose_at_main (desk, self->action, "All wells are mapped.", "KE");
  g_autoptr (GPtrArray) edits
      = twf_proposal_set_position (plan, kenya, "KE", "withdraws-if", egypt, &error);
  g_autoptr (TwfPlanMerge) merge = NULL;
  g_autofree char *table = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *undone = NULL;

  g_assert_no_error (error);
  g_assert_true (twf_plan_apply_all (plan, edits, &error));
  table = save (desk, "The table", FALSE, &error);
  g_assert_no_error (error);
  merge = prepare (desk, branches, NULL, &error);
  g_assert_no_error (error);
  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  merged = conclude (desk, g_steal_pointer (&merge), NULL, &error);
  g_assert_no_error (error);
  assert_both (desk, TWF_PROPOSAL_ACCEPTED, TWF_PROPOSAL_WITHDRAWN);
  g_free (twf_undo_undo (undo));
  assert_both (desk, TWF_PROPOSAL_OPEN, TWF_PROPOSAL_OPEN);
  g_assert_cmpstr (get_text (desk, self->objective, "en"), ==, YEAR);
  undone = save (desk, "Undone", FALSE, &error);
  g_assert_no_error (error);
  close_desk (desk);
  desk = open_main (self);
  assert_both (desk, TWF_PROPOSAL_OPEN, TWF_PROPOSAL_OPEN);
  close_desk (desk);
}

/* The same by a person who accepts it: one act. */
static void
test_undo_of_an_act (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autoptr (GError) error = NULL;
  g_autofree char *egypt = propose_at_main (desk, self->objective, EGYPT_SAYS, "EG");
  g_autofree char *kenya = propose_at_main (desk, self->action, "All wells are mapped.", "KE");
  g_autoptr (GPtrArray) said
      = twf_proposal_set_position (plan, kenya, "KE", "withdraws-if", egypt, &error);
  g_autoptr (GPtrArray) accepted = NULL;

  g_assert_no_error (error);
  g_assert_true (twf_plan_apply_all (plan, said, &error));
  accepted = twf_proposal_accept (plan, egypt, NULL, TWF_WHOLE_PROPOSAL, &error);
  g_assert_no_error (error);
  twf_undo_begin (twf_desk_get_undo (desk), "Accept");
  g_assert_true (twf_plan_apply_all (plan, accepted, &error));
  twf_undo_end (twf_desk_get_undo (desk));
  assert_both (desk, TWF_PROPOSAL_ACCEPTED, TWF_PROPOSAL_WITHDRAWN);
  g_free (twf_undo_undo (twf_desk_get_undo (desk)));
  assert_both (desk, TWF_PROPOSAL_OPEN, TWF_PROPOSAL_OPEN);
  g_free (twf_undo_redo (twf_desk_get_undo (desk)));
  assert_both (desk, TWF_PROPOSAL_ACCEPTED, TWF_PROPOSAL_WITHDRAWN);
  close_desk (desk);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
#define ADD(name, test) g_test_add (name, Merging, NULL, set_up_merging, test, tear_down_merging)
  ADD ("/conditions/undo-of-a-merge", test_undo_of_a_merge);
  ADD ("/conditions/undo-of-an-act", test_undo_of_an_act);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
