/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* The life of proposals: what each step does, and laws over random texts and steps. */
#include "../plan/fixture.h"

#include "twf-check.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-numbering.h"
#include "twf-positions.h"
#include "twf-proposal-life.h"
#include "twf-text-merge.h"
#include "twf-undo.h"
#include "twf-wording.h"

#include <string.h>

#define ROUNDS 300
#define STEPS 1500

static const char *const egypt[] = { "EG", NULL };
static const char *const mexico[] = { "MX", NULL };

/* Does what a step says, as one act. */
static void
apply (TwfPlan *plan, GPtrArray *edits, GError *error)
{
  g_autoptr (GPtrArray) held = edits;
  GError *refused = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (edits);
  twf_plan_apply_all (plan, edits, &refused);
  g_assert_no_error (refused);
}

#define STEP(plan, call)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    GError *error = NULL;                                                                          \
    GPtrArray *step_edits = call;                                                                  \
    apply (plan, step_edits, error);                                                               \
  }                                                                                                \
  G_STMT_END

#define REFUSED(call, refusal)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
    g_autoptr (GPtrArray) none = call;                                                             \
    g_assert_null (none);                                                                          \
    g_assert_error (error, TWF_ERROR, refusal);                                                    \
    g_assert_null (strchr (error->message, '\n'));                                                 \
  }                                                                                                \
  G_STMT_END

static void
add_delegation (TwfPlan *plan, const char *code)
{
  g_autoptr (TwfDelegation) delegation = twf_delegation_new (code);
  g_autoptr (TwfEdit) edit = twf_edit_new_delegation (delegation);

  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}

static TwfPlan *
new_plan (void)
{
  TwfPlan *plan = fixture_new_plan (0);

  add_delegation (plan, "EG");
  add_delegation (plan, "MX");
  add_delegation (plan, "US");
  return plan;
}

static void
set_text (TwfPlan *plan, const char *id, const char *language, const char *text)
{
  g_autoptr (TwfEdit) edit = twf_edit_new_text (id, TWF_PART_BODY, language, text);
  g_autoptr (GError) error = NULL;

  twf_plan_apply (plan, edit, NULL, &error);
  g_assert_no_error (error);
}

static const char *
get_text (TwfPlan *plan, const char *id)
{
  return twf_provision_get_text (twf_plan_get_provision (plan, id), TWF_PART_BODY, "en");
}

static TwfProposal *
get (TwfPlan *plan, const char *pid)
{
  TwfProposal *proposal = twf_plan_get_proposal (plan, pid, NULL);

  g_assert_nonnull (proposal);
  return proposal;
}

static void
assert_state (TwfPlan *plan, const char *pid, TwfProposalState state)
{
  g_assert_cmpstr (twf_proposal_state_get_name (twf_proposal_get_state (get (plan, pid))),
                   ==,
                   twf_proposal_state_get_name (state));
}

static char *
propose (TwfPlan *plan, const char *id, const char *wording, const char *const *owners)
{
  char *pid = NULL;

  STEP (
      plan,
      twf_proposal_make_text (plan, id, TWF_PART_BODY, "en", wording, owners, NULL, &pid, &error));
  return pid;
}

static void
test_make (void)
{
  static const char *const nobody[] = { "QQ", NULL };
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "States protect museums.");
  g_autofree char *pid = propose (plan, id, "States protect all museums.", egypt);
  g_autofree char *same = propose (plan, id, "States protect all museums.", mexico);
  g_autofree char *known = NULL;
  const char *const *owners;

  g_assert_cmpstr (pid, ==, same);
  owners = twf_proposal_get_values (get (plan, pid), TWF_PROPOSAL_FIELD_OWNER);
  g_assert_cmpuint (g_strv_length ((char **)owners), ==, 2);
  g_assert_cmpstr (get_text (plan, id), ==, "States protect museums.");
  g_assert_true (twf_proposal_is_made_on (get (plan, pid), "en", "States protect museums."));
  REFUSED (twf_proposal_make_text (
               plan, id, TWF_PART_BODY, "en", get_text (plan, id), egypt, NULL, NULL, &error),
           TWF_ERROR_EMPTY);
  REFUSED (twf_proposal_make_text (plan, id, TWF_PART_BODY, "en", "x", nobody, NULL, NULL, &error),
           TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_make_text (plan, id, TWF_PART_BODY, "fr", "x", egypt, NULL, NULL, &error),
           TWF_ERROR_INVALID);
  REFUSED (twf_proposal_make_text (
               plan, "zzzzzzzzzzzz", TWF_PART_BODY, "en", "x", egypt, NULL, NULL, &error),
           TWF_ERROR_NOT_FOUND);

  /* What was set aside is not put on the table by asking again; what was withdrawn is. */
  STEP (plan, twf_proposal_reject (plan, pid, &error));
  REFUSED (twf_proposal_make_text (plan,
                                   id,
                                   TWF_PART_BODY,
                                   "en",
                                   "States protect all museums.",
                                   egypt,
                                   NULL,
                                   &known,
                                   &error),
           TWF_ERROR_EXISTS);
  g_assert_cmpstr (known, ==, pid);
  STEP (plan, twf_proposal_reopen (plan, pid, NULL, &error));
  STEP (plan, twf_proposal_withdraw (plan, pid, "EG", &error));
  assert_state (plan, pid, TWF_PROPOSAL_OPEN);
  STEP (plan, twf_proposal_withdraw (plan, pid, "MX", &error));
  assert_state (plan, pid, TWF_PROPOSAL_WITHDRAWN);
  g_assert_cmpstr (twf_proposal_get_field (get (plan, pid), "Owner"), ==, "MX");
  g_free (same);
  same = propose (plan, id, "States protect all museums.", egypt);
  g_assert_cmpstr (pid, ==, same);
  assert_state (plan, pid, TWF_PROPOSAL_OPEN);
  g_assert_cmpstr (twf_proposal_get_field (get (plan, pid), "Owner"), ==, "EG");
}

static void
carry_along (TwfPlan *plan, const char *id, const char *wording)
{
  g_autoptr (GHashTable) wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_insert (wordings, twf_wording_dup_id (wording), (char *)wording);
  apply (plan, twf_proposals_carry_along (plan, id, wordings), NULL);
}

static void
test_accept_whole (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *id = fixture_add (
      plan, TWF_SECTION_ACTIONS, NULL, "States protect museums. Libraries lend books.");
  g_autofree char *pid
      = propose (plan, id, "States protect all museums. Libraries lend books.", egypt);
  g_autofree char *other
      = propose (plan, id, "States protect museums. Libraries lend old books.", mexico);
  g_autofree char *both
      = propose (plan, id, "States protect all museums. Libraries lend good books.", mexico);

  STEP (plan, twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (get_text (plan, id), ==, "States protect all museums. Libraries lend books.");
  assert_state (plan, pid, TWF_PROPOSAL_ACCEPTED);
  g_assert_cmpstr (twf_proposal_get_text (get (plan, other), "en"),
                   ==,
                   "States protect all museums. Libraries lend old books.");
  g_assert_true (twf_proposal_is_made_on (get (plan, other), "en", get_text (plan, id)));
  g_assert_cmpstr (twf_proposal_get_text (get (plan, both), "en"),
                   ==,
                   "States protect all museums. Libraries lend good books.");
  REFUSED (twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error), TWF_ERROR_INVALID);
  REFUSED (twf_proposal_accept (plan, other, "fr", TWF_WHOLE_PROPOSAL, &error),
           TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_accept (plan, other, NULL, 1, &error), TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_accept (plan, "zzzzzzzzzzzz", NULL, 0, &error), TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_reopen (plan, pid, NULL, &error), TWF_ERROR_INVALID);

  /* Over a text that nobody carried it along to it is not accepted. */
  set_text (plan, id, "en", "States protect museums. Libraries lend books free of charge.");
  REFUSED (twf_proposal_accept (plan, other, NULL, TWF_WHOLE_PROPOSAL, &error), TWF_ERROR_CHANGED);
  STEP (plan, twf_proposal_reopen (plan, pid, NULL, &error));
  carry_along (plan, id, "States protect museums. Libraries lend books.");
  STEP (plan, twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (
      get_text (plan, id), ==, "States protect all museums. Libraries lend books free of charge.");
}

static void
test_same_wording_is_accepted_too (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One stands. Two stands.");
  g_autofree char *first = propose (plan, id, "One goes. Two stands.", egypt);
  g_autofree char *both = propose (plan, id, "One goes. Two goes.", mexico);
  g_autofree char *second = propose (plan, id, "One stands. Two goes.", egypt);

  STEP (plan, twf_proposal_park (plan, second, &error));
  STEP (plan, twf_proposal_accept (plan, both, NULL, TWF_WHOLE_PROPOSAL, &error));
  assert_state (plan, first, TWF_PROPOSAL_ACCEPTED);
  assert_state (plan, second, TWF_PROPOSAL_ACCEPTED);
  /* What they asked for stays written. */
  g_assert_cmpstr (twf_proposal_get_text (get (plan, first), "en"), ==, "One goes. Two stands.");
}

static void
test_accept_languages (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Protect museums.");
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  g_autofree char *pid = NULL;

  set_text (plan, id, "ar", "حماية المتاحف.");
  twf_proposal_set_text (draft, "en", "Protect all museums.");
  twf_proposal_set_text (draft, "ar", "حماية كل المتاحف.");
  twf_proposal_add_value (draft, TWF_PROPOSAL_FIELD_OWNER, "EG");
  STEP (plan, twf_proposal_make (plan, id, draft, &pid, &error));
  REFUSED (twf_proposal_accept (plan, pid, NULL, 0, &error), TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_accept (plan, pid, "en", TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (get_text (plan, id), ==, "Protect all museums.");
  assert_state (plan, pid, TWF_PROPOSAL_OPEN);
  g_assert_null (twf_proposal_get_text (get (plan, pid), "en"));
  STEP (plan, twf_proposal_accept (plan, pid, NULL, 0, &error));
  assert_state (plan, pid, TWF_PROPOSAL_ACCEPTED);
  g_assert_cmpstr (twf_provision_get_text (twf_plan_get_provision (plan, id), TWF_PART_BODY, "ar"),
                   ==,
                   "حماية كل المتاحف.");
}

/* That there be no text in a language. */
static void
test_accept_no_text (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Protect museums.");
  g_autofree char *pid = NULL;
  g_autofree char *other = propose (plan, id, "Protect all museums.", mexico);
  g_autofree char *arabic = NULL;

  REFUSED (twf_proposal_make_text (plan, id, TWF_PART_BODY, "ar", NULL, egypt, NULL, NULL, &error),
           TWF_ERROR_EMPTY);
  set_text (plan, id, "ar", "حماية المتاحف.");
  STEP (plan,
        twf_proposal_make_text (plan, id, TWF_PART_BODY, "ar", NULL, egypt, NULL, &arabic, &error));
  STEP (plan,
        twf_proposal_make_text (plan, id, TWF_PART_BODY, "en", "", egypt, NULL, &pid, &error));
  g_assert_cmpstr (pid, !=, arabic);
  set_text (plan, id, "en", "Protect museums and parks.");
  carry_along (plan, id, "Protect museums.");
  STEP (plan, twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_null (get_text (plan, id));
  assert_state (plan, pid, TWF_PROPOSAL_ACCEPTED);
  assert_state (plan, arabic, TWF_PROPOSAL_OPEN);
  g_assert_cmpstr (
      twf_proposal_get_text (get (plan, other), "en"), ==, "Protect all museums and parks.");
  REFUSED (twf_proposal_reopen (plan, pid, NULL, &error), TWF_ERROR_INVALID);
}

static void
test_title_and_fields (void)
{
  static const char *const links[] = { "Serves" };
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *one = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "One");
  g_autofree char *two = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "Two");
  g_autofree char *three = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "Three");
  g_autofree char *action = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Act");
  g_autoptr (TwfProposal) with_two = twf_proposal_new ("draft");
  g_autoptr (TwfProposal) with_three = twf_proposal_new ("draft");
  g_autoptr (TwfProposal) symbol = twf_proposal_new ("draft");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *title = NULL;
  g_autofree char *field = NULL;

  fixture_set (plan, action, TWF_FIELD_SERVES, one);
  twf_proposal_add_value (with_two, TWF_PROPOSAL_FIELD_FIELD, links[0]);
  twf_proposal_add_value (with_two, TWF_PROPOSAL_FIELD_VALUE, one);
  twf_proposal_add_value (with_two, TWF_PROPOSAL_FIELD_VALUE, two);
  twf_proposal_add_value (with_three, TWF_PROPOSAL_FIELD_FIELD, links[0]);
  twf_proposal_add_value (with_three, TWF_PROPOSAL_FIELD_VALUE, three);
  STEP (plan, twf_proposal_make (plan, action, with_two, &first, &error));
  STEP (plan, twf_proposal_make (plan, action, with_three, &second, &error));
  STEP (plan, twf_proposal_accept (plan, first, NULL, TWF_WHOLE_PROPOSAL, &error));
  /* The second asked for three and not for one: two, which came meanwhile, is not its concern. */
  g_assert_true (twf_proposal_has_value (get (plan, second), TWF_PROPOSAL_FIELD_VALUE, two));
  g_assert_true (twf_proposal_has_value (get (plan, second), TWF_PROPOSAL_FIELD_VALUE, three));
  g_assert_false (twf_proposal_has_value (get (plan, second), TWF_PROPOSAL_FIELD_VALUE, one));
  STEP (plan, twf_proposal_accept (plan, second, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpuint (g_strv_length ((char **)twf_provision_get_values (
                        twf_plan_get_provision (plan, action), TWF_FIELD_SERVES)),
                    ==,
                    2);

  STEP (plan,
        twf_proposal_make_text (
            plan, NULL, TWF_PART_BODY, "ar", "خطة عمل عالمية", egypt, "أوضح", &title, &error));
  STEP (plan, twf_proposal_accept (plan, title, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (twf_plan_get_title (plan, "ar"), ==, "خطة عمل عالمية");
  twf_proposal_add_value (symbol, TWF_PROPOSAL_FIELD_FIELD, TWF_PLAN_SYMBOL);
  twf_proposal_add_value (symbol, TWF_PROPOSAL_FIELD_VALUE, "A/64/L.1");
  STEP (plan, twf_proposal_make (plan, NULL, symbol, &field, &error));
  STEP (plan, twf_proposal_accept (plan, field, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_SYMBOL), ==, "A/64/L.1");
  twf_proposal_set_kind (symbol, TWF_PROPOSAL_DELETE);
  REFUSED (twf_proposal_make (plan, NULL, symbol, NULL, &error), TWF_ERROR_INVALID);
}

static char *
ask_for (TwfPlan *plan, const char *id, TwfProposalKind kind, GError **error)
{
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  g_autoptr (GPtrArray) edits = NULL;
  char *pid = NULL;

  twf_proposal_set_kind (draft, kind);
  twf_proposal_add_value (draft, TWF_PROPOSAL_FIELD_OWNER, "EG");
  edits = twf_proposal_make (plan, id, draft, &pid, error);
  g_assert_nonnull (edits);
  g_assert_true (twf_plan_apply_all (plan, edits, error));
  return pid;
}

static TwfProvision *
new_provision (TwfPlan *plan, const char *id, const char *parent)
{
  TwfProvision *provision = twf_provision_new (id, TWF_SECTION_ACTIONS);
  g_autofree char *rank = twf_plan_make_rank (plan, TWF_SECTION_ACTIONS, parent, NULL, "EG");

  twf_provision_set_place (provision, TWF_SECTION_ACTIONS, parent, rank);
  twf_provision_set_text (provision, TWF_PART_BODY, "en", "Something new.");
  return provision;
}

static void
test_insert (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *one = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One");
  g_autoptr (TwfProvision) added = new_provision (plan, "abcdefghijkm", NULL);
  g_autoptr (TwfProvision) child = NULL;
  g_autofree char *pid = NULL;
  g_autofree char *inner = NULL;
  g_autofree char *number = NULL;
  g_autofree char *again = NULL;
  TwfProvision *standing;

  STEP (plan, twf_proposal_make_insert (plan, added, egypt, "A gap", &pid, &error));
  REFUSED (twf_proposal_make_insert (plan, added, egypt, NULL, NULL, &error), TWF_ERROR_EXISTS);
  standing = twf_plan_get_provision (plan, "abcdefghijkm");
  g_assert_cmpstr (twf_provision_get_field (standing, TWF_FIELD_PROPOSED), ==, "EG");
  number = twf_plan_dup_number (plan, standing, "en");
  g_assert_cmpstr (number, ==, "1 bis.");
  child = new_provision (plan, "bbcdefghijkm", "abcdefghijkm");
  STEP (plan, twf_proposal_make_insert (plan, child, NULL, NULL, &inner, &error));
  g_assert_cmpstr (
      twf_provision_get_field (twf_plan_get_provision (plan, "bbcdefghijkm"), TWF_FIELD_PROPOSED),
      ==,
      TWF_PROPOSED_BY_FACILITATOR);
  REFUSED (twf_proposal_accept (plan, inner, NULL, TWF_WHOLE_PROPOSAL, &error), TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_null (twf_provision_get_field (standing, TWF_FIELD_PROPOSED));
  again = twf_plan_dup_number (plan, standing, "en");
  g_assert_cmpstr (again, ==, "2.");
  STEP (plan, twf_proposal_accept (plan, inner, NULL, TWF_WHOLE_PROPOSAL, &error));
  STEP (plan, twf_proposal_reopen (plan, pid, "MX", &error));
  g_assert_cmpuint (
      g_strv_length ((char **)twf_provision_get_values (standing, TWF_FIELD_PROPOSED)), ==, 2);
  STEP (plan, twf_proposal_withdraw (plan, pid, "EG", &error));
  g_assert_cmpstr (twf_provision_get_field (standing, TWF_FIELD_PROPOSED), ==, "MX");
}

static void
test_delete (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *objective = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "Aim");
  g_autofree char *action = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Act");
  g_autofree char *one = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One");
  g_autofree char *child = fixture_add (plan, TWF_SECTION_ACTIONS, one, "Child");
  g_autoptr (TwfProvision) added = new_provision (plan, "abcdefghijkm", one);
  g_autofree char *parent_goes = ask_for (plan, one, TWF_PROPOSAL_DELETE, NULL);
  g_autofree char *child_goes = ask_for (plan, child, TWF_PROPOSAL_DELETE, NULL);
  g_autofree char *aim_goes = ask_for (plan, objective, TWF_PROPOSAL_DELETE, NULL);
  g_autofree char *other = propose (plan, one, "One and two", mexico);

  STEP (plan, twf_proposal_make_insert (plan, added, egypt, NULL, NULL, &error));
  /* Not before what hangs on it is settled. */
  REFUSED (twf_proposal_accept (plan, parent_goes, NULL, TWF_WHOLE_PROPOSAL, &error),
           TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_reject (plan, other, &error));
  /* Not before what stands under it went by its own proposal. */
  REFUSED (twf_proposal_accept (plan, parent_goes, NULL, TWF_WHOLE_PROPOSAL, &error),
           TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_accept (plan, child_goes, NULL, TWF_WHOLE_PROPOSAL, &error));
  STEP (plan, twf_proposal_accept (plan, parent_goes, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_null (twf_plan_get_provision (plan, one));
  g_assert_null (twf_plan_get_provision (plan, child));
  /* What is only proposed does not go along. */
  g_assert_null (twf_provision_get_parent (twf_plan_get_provision (plan, "abcdefghijkm")));

  fixture_set (plan, action, TWF_FIELD_SERVES, objective);
  STEP (plan, twf_proposal_accept (plan, aim_goes, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_null (twf_provision_get_field (twf_plan_get_provision (plan, action), TWF_FIELD_SERVES));
}

static char *
ask_to_move (TwfPlan *plan, const char *id, const char *section, const char *parent)
{
  const char *const sections[] = { section, NULL };
  const char *const parents[] = { parent, NULL };
  const char *const ranks[] = { "15.EG.15", NULL };
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  char *pid = NULL;

  twf_proposal_set_kind (draft, TWF_PROPOSAL_MOVE);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_SECTION, sections);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_PARENT, parents);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_RANK, ranks);
  STEP (plan, twf_proposal_make (plan, id, draft, &pid, &error));
  return pid;
}

static void
test_move (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *one = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One");
  g_autofree char *two = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Two");
  g_autofree char *three = fixture_add (plan, TWF_SECTION_ACTIONS, two, "Three");
  g_autofree char *down = ask_to_move (plan, one, "actions", three);
  g_autofree char *round = ask_to_move (plan, two, "actions", one);
  g_autofree char *away = ask_to_move (plan, two, "procedure", NULL);

  STEP (plan, twf_proposal_accept (plan, down, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (twf_provision_get_parent (twf_plan_get_provision (plan, one)), ==, three);
  REFUSED (twf_proposal_accept (plan, round, NULL, TWF_WHOLE_PROPOSAL, &error), TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_accept (plan, away, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpint (
      twf_provision_get_section (twf_plan_get_provision (plan, one)), ==, TWF_SECTION_PROCEDURE);
  g_assert_cmpstr (twf_provision_get_parent (twf_plan_get_provision (plan, one)), ==, three);
  g_assert_true (twf_plan_remove (plan, one, NULL));
  REFUSED (twf_proposal_accept (plan, round, NULL, TWF_WHOLE_PROPOSAL, &error),
           TWF_ERROR_NOT_FOUND);
}

static void
test_positions_and_conditions (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *one = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One stands.");
  g_autofree char *two = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Two stands.");
  g_autofree char *wish = propose (plan, one, "One goes.", egypt);
  g_autofree char *same = propose (plan, one, "One goes.", mexico);
  g_autofree char *price = propose (plan, two, "Two goes.", egypt);
  g_autofree char *kept = propose (plan, two, "Two stays.", egypt);

  STEP (plan, twf_proposal_set_position (plan, wish, "US", "delete", NULL, &error));
  STEP (plan, twf_proposal_set_position (plan, wish, "US", "retain", NULL, &error));
  STEP (plan, twf_proposal_set_position (plan, wish, "EG", "withdraws-if", price, &error));
  STEP (plan, twf_proposal_set_position (plan, kept, "EG", "withdraws-if", wish, &error));
  g_assert_true (twf_proposal_has_value (get (plan, wish), "Position", "US retain"));
  g_assert_false (twf_proposal_has_value (get (plan, wish), "Position", "US delete"));
  REFUSED (twf_proposal_set_position (plan, wish, "QQ", "delete", NULL, &error),
           TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_set_position (plan, wish, "US", "shouts", NULL, &error), TWF_ERROR_INVALID);
  REFUSED (twf_proposal_set_position (plan, wish, "US", "withdraws-if", price, &error),
           TWF_ERROR_INVALID);
  REFUSED (twf_proposal_set_position (plan, wish, "EG", "withdraws-if", wish, &error),
           TWF_ERROR_INVALID);
  REFUSED (twf_proposal_set_position (plan, wish, "EG", "withdraws-if", NULL, &error),
           TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_set_position (plan, wish, "EG", "retain", price, &error),
           TWF_ERROR_INVALID);

  /* Egypt leaves; Mexico still asks for it. */
  STEP (plan, twf_proposal_accept (plan, price, NULL, TWF_WHOLE_PROPOSAL, &error));
  assert_state (plan, wish, TWF_PROPOSAL_OPEN);
  g_assert_cmpstr (twf_proposal_get_field (get (plan, wish), "Owner"), ==, "MX");
  g_assert_false (twf_proposal_has_value (get (plan, wish), "Owner", "EG"));
  assert_state (plan, kept, TWF_PROPOSAL_OPEN);
  STEP (plan, twf_proposal_accept (plan, wish, NULL, TWF_WHOLE_PROPOSAL, &error));
  assert_state (plan, kept, TWF_PROPOSAL_WITHDRAWN);
  STEP (plan, twf_proposal_set_position (plan, kept, "EG", NULL, NULL, &error));
  g_assert_null (twf_proposal_get_field (get (plan, kept), "Position"));
}

static void
test_states (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One stands.");
  g_autofree char *pid = propose (plan, id, "One goes.", egypt);
  g_autofree char *before = fixture_dump (plan);
  g_autofree char *after = NULL;

  REFUSED (twf_proposal_reopen (plan, pid, NULL, &error), TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_park (plan, pid, &error));
  REFUSED (twf_proposal_park (plan, pid, &error), TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_reopen (plan, pid, NULL, &error));
  after = fixture_dump (plan);
  g_assert_cmpstr (before, ==, after);
  REFUSED (twf_proposal_withdraw (plan, pid, "MX", &error), TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_withdraw (plan, pid, NULL, &error), TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_withdraw (plan, pid, "EG", &error));
  REFUSED (twf_proposal_withdraw (plan, pid, "EG", &error), TWF_ERROR_INVALID);
  REFUSED (twf_proposal_reopen (plan, pid, "QQ", &error), TWF_ERROR_NOT_FOUND);
  /* Who takes up what another withdrew owns it alone. */
  STEP (plan, twf_proposal_reopen (plan, pid, "MX", &error));
  g_assert_cmpstr (twf_proposal_get_field (get (plan, pid), "Owner"), ==, "MX");
  g_assert_false (twf_proposal_has_value (get (plan, pid), "Owner", "EG"));
  STEP (plan, twf_proposal_reject (plan, pid, &error));
  REFUSED (twf_proposal_reject (plan, pid, &error), TWF_ERROR_INVALID);
  REFUSED (twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error), TWF_ERROR_INVALID);
}

static void
test_carried_by_hand (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autofree char *id = fixture_add (
      plan, TWF_SECTION_ACTIONS, NULL, "States protect museums. Libraries lend books.");
  g_autofree char *pid
      = propose (plan, id, "States protect all museums. Libraries lend books.", egypt);
  g_autofree char *aside
      = propose (plan, id, "States protect museums. Libraries lend old books.", mexico);
  g_autoptr (GHashTable) wordings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) bases = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) unknown = NULL;

  STEP (plan, twf_proposal_reject (plan, aside, &error));
  none = twf_proposals_list_bases (plan, id);
  g_assert_cmpuint (none->len, ==, 0);
  set_text (plan, id, "en", "States protect museums. Public libraries lend books.");
  bases = twf_proposals_list_bases (plan, id);
  g_assert_cmpuint (bases->len, ==, 2);
  /* Without the wording it was made on nothing is guessed. */
  unknown = twf_proposals_carry_along (plan, id, wordings);
  g_assert_cmpuint (unknown->len, ==, 0);
  g_hash_table_insert (
      wordings, bases->pdata[0], (gpointer) "States protect museums. Libraries lend books.");
  STEP (plan, twf_proposals_carry_along (plan, id, wordings));
  g_assert_cmpstr (twf_proposal_get_text (get (plan, pid), "en"),
                   ==,
                   "States protect all museums. Public libraries lend books.");
  g_assert_cmpstr (twf_proposal_get_text (get (plan, aside), "en"),
                   ==,
                   "States protect museums. Public libraries lend old books.");
  assert_state (plan, aside, TWF_PROPOSAL_REJECTED);
  g_ptr_array_unref (g_steal_pointer (&bases));
  bases = twf_proposals_list_bases (plan, id);
  g_assert_cmpuint (bases->len, ==, 0);
}

/* Laws. */

static const char *const words[] = { "states", "protect", "museums",  "and",   "libraries",
                                     "water",  "peace",   "children", "shall", "together" };

static char *
make_text (guint n_sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_sentences; i++)
    {
      for (int n = g_test_rand_int_range (3, 9); n > 0; n--)
        g_string_append_printf (
            text, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      g_string_append (text, g_test_rand_int_range (0, 5) == 0 ? "end.\n" : "end. ");
    }
  return g_strchomp (g_string_free (text, FALSE));
}

/* @text with some words replaced, taken out, or put in. New words are told apart by @mark. */
static char *
change_text (const char *text, const char *mark, guint *n_new)
{
  g_auto (GStrv) pieces = g_strsplit (text, " ", -1);
  GString *changed = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      const char *space = changed->len > 0 ? " " : "";

      switch (g_test_rand_int_range (0, 14))
        {
        case 0:
          g_string_append_printf (changed, "%s%snew%u %s", space, mark, ++*n_new, pieces[i]);
          break;
        case 1:
          g_string_append_printf (changed, "%s%snew%u", space, mark, ++*n_new);
          break;
        case 2:
          break;
        default:
          g_string_append_printf (changed, "%s%s", space, pieces[i]);
        }
    }
  return g_strchomp (g_strchug (g_string_free (changed, FALSE)));
}

static gboolean
has_word (const char *text, const char *mark, guint n)
{
  g_autofree char *word = g_strdup_printf ("%snew%u", mark, n);
  const char *at = text != NULL ? strstr (text, word) : NULL;

  for (; at != NULL; at = strstr (at + 1, word))
    if (!g_ascii_isdigit (at[strlen (word)]))
      return TRUE;
  return FALSE;
}

/* Accepting the changes of a proposal one by one, in any order, is accepting it. */
static void
test_some_and_the_rest (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (TwfPlan) plan = new_plan ();
      g_autofree char *text = make_text (4);
      guint n_new = 0;
      g_autofree char *wording = change_text (text, "x", &n_new);
      g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, text);
      g_autofree char *pid = NULL;

      if (g_str_equal (text, wording) || *wording == '\0')
        continue;
      pid = propose (plan, id, wording, egypt);
      while (twf_proposal_get_state (get (plan, pid)) == TWF_PROPOSAL_OPEN)
        {
          g_autoptr (GPtrArray) changes = twf_text_split (
              get_text (plan, id), twf_proposal_get_text (get (plan, pid), "en"), "en");

          g_assert_cmpuint (changes->len, >, 0);
          STEP (plan,
                twf_proposal_accept (
                    plan, pid, NULL, g_test_rand_int_range (0, (int)changes->len), &error));
        }
      g_assert_cmpstr (get_text (plan, id), ==, wording);
      assert_state (plan, pid, TWF_PROPOSAL_ACCEPTED);
    }
}

/* However often the text changes under it, a proposal goes on asking for its words. */
static void
test_no_word_is_lost (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (TwfPlan) plan = new_plan ();
      g_autofree char *text = make_text (4);
      guint n_new = 0;
      g_autofree char *wording = change_text (text, "x", &n_new);
      g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, text);
      g_autofree char *pid = NULL;

      if (n_new == 0)
        continue;
      pid = propose (plan, id, wording, egypt);
      for (guint j = 0; j < 4; j++)
        {
          guint n = 0;
          g_autofree char *mark = g_strdup_printf ("y%u", j);
          g_autofree char *old = g_strdup (get_text (plan, id));
          g_autofree char *now = change_text (old, mark, &n);

          if (*now == '\0')
            continue;
          set_text (plan, id, "en", now);
          apply (plan, twf_proposals_carry (plan, id, TWF_PART_BODY, "en", old, now), NULL);
          g_assert_true (twf_proposal_is_made_on (get (plan, pid), "en", now));
        }
      for (guint n = 1; n <= n_new; n++)
        if (!has_word (twf_proposal_get_text (get (plan, pid), "en"), "x", n))
          g_error ("word %u of «%s» is not in «%s»",
                   n,
                   wording,
                   twf_proposal_get_text (get (plan, pid), "en"));
    }
}

static GPtrArray *
list_pids (TwfPlan *plan)
{
  GPtrArray *pids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    {
      GListModel *proposals = twf_provision_list_proposals (g_ptr_array_index (all, i));

      for (guint j = 0; j < g_list_model_get_n_items (proposals); j++)
        {
          g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, j);

          g_ptr_array_add (pids, g_strdup (twf_proposal_get_id (proposal)));
        }
    }
  return pids;
}

static GPtrArray *
make_at_random (TwfPlan *plan, const char *id, const char *const *owners)
{
  g_autofree char *text = g_strdup (get_text (plan, id));
  guint n_new = 0;
  g_autofree char *mark = g_strdup_printf ("z%d", g_test_rand_int_range (0, 1000));
  g_autofree char *wording = change_text (text != NULL ? text : "one two", mark, &n_new);
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  g_autoptr (TwfProvision) added = NULL;
  g_autofree char *seed = g_strdup_printf ("%s %s", mark, wording);
  g_autofree char *new_id = NULL;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      twf_proposal_set_kind (draft, TWF_PROPOSAL_DELETE);
      return twf_proposal_make (plan, id, draft, NULL, NULL);
    case 1:
      new_id = twf_proposal_dup_content_id (draft, seed);
      added = new_provision (plan, new_id, NULL);
      return twf_proposal_make_insert (plan, added, owners, NULL, NULL, NULL);
    default:
      return twf_proposal_make_text (
          plan, id, TWF_PART_BODY, "en", wording, owners, "why", NULL, NULL);
    }
}

static GPtrArray *
step_at_random (TwfPlan *plan)
{
  static const char *const codes[] = { "EG", "MX", "US" };
  const char *code = codes[g_test_rand_int_range (0, 3)];
  const char *const owners[] = { code, NULL };
  g_autoptr (GPtrArray) pids = list_pids (plan);
  const char *pid = pids->len > 0 ? pids->pdata[g_test_rand_int_range (0, (int)pids->len)] : NULL;
  const char *other = pids->len > 0 ? pids->pdata[g_test_rand_int_range (0, (int)pids->len)] : NULL;
  const char *id = twf_provision_get_id (fixture_pick (plan));

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      return twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, NULL);
    case 1:
      return twf_proposal_accept (plan, pid, NULL, 0, NULL);
    case 2:
      return twf_proposal_park (plan, pid, NULL);
    case 3:
      return twf_proposal_reject (plan, pid, NULL);
    case 4:
      return twf_proposal_withdraw (plan, pid, code, NULL);
    case 5:
      return twf_proposal_reopen (plan, pid, g_test_rand_bit () ? code : NULL, NULL);
    case 6:
      return twf_proposal_set_position (
          plan, pid, code, g_test_rand_bit () ? "withdraws-if" : "reserve", other, NULL);
    default:
      return make_at_random (plan, id, owners);
    }
}

static guint
count_faults (TwfPlan *plan)
{
  g_autoptr (GPtrArray) findings = twf_plan_check (plan);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      TwfFinding *finding = g_ptr_array_index (findings, i);

      n += finding->kind == TWF_FINDING_OLD_BASE || finding->kind == TWF_FINDING_UNKNOWN_DELEGATION;
    }
  return n;
}

/* What the history of the plan would know. */
static void
remember (TwfPlan *plan, GHashTable *wordings)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    {
      const char *text = twf_provision_get_text (g_ptr_array_index (all, i), TWF_PART_BODY, "en");

      if (text != NULL)
        g_hash_table_replace (wordings, twf_wording_dup_id (text), g_strdup (text));
    }
}

static void
carry_all_along (TwfPlan *plan, GHashTable *wordings)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    apply (plan,
           twf_proposals_carry_along (
               plan, twf_provision_get_id (g_ptr_array_index (all, i)), wordings),
           NULL);
}

/* Any steps: each applies whole, leaves proposals that are made on what stands, is undone by undo,
 * and what comes of it can be stored. */
static void
test_random_life (void)
{
  g_autoptr (TwfPlan) plan = new_plan ();
  g_autoptr (TwfUndo) undo = NULL;
  g_autoptr (GHashTable) wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_done = 0;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *text = make_text (2);
      g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, text);

      g_assert_nonnull (id);
    }
  undo = twf_undo_new (plan);
  before = fixture_dump (plan);
  remember (plan, wordings);
  for (guint i = 0; i < STEPS && twf_plan_get_n_provisions (plan) > 0; i++)
    {
      g_autofree char *was = fixture_dump (plan);
      GPtrArray *edits = step_at_random (plan);
      gboolean changes = edits != NULL && edits->len > 0;

      if (edits == NULL)
        continue;
      apply (plan, edits, NULL);
      if (changes && i % 10 == 0)
        {
          g_autofree char *now = fixture_dump (plan);
          g_autofree char *back = NULL;

          if (!g_str_equal (was, now))
            {
              g_free (twf_undo_undo (undo));
              back = fixture_dump (plan);
              g_assert_cmpstr (was, ==, back);
              g_free (twf_undo_redo (undo));
            }
        }
      remember (plan, wordings);
      carry_all_along (plan, wordings);
      g_assert_cmpuint (count_faults (plan), ==, 0);
      n_done++;
    }
  g_test_message ("%u steps", n_done);
  {
    g_autoptr (GHashTable) files = twf_files_new ();
    g_autoptr (TwfPlan) read = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *stands = fixture_dump (plan);
    g_autofree char *stored = NULL;

    twf_format_write_plan (plan, files);
    read = twf_format_read_plan (files, &error);
    g_assert_no_error (error);
    stored = fixture_dump (read);
    g_assert_cmpstr (stands, ==, stored);
  }
  while (twf_undo_can_undo (undo))
    g_free (twf_undo_undo (undo));
  after = fixture_dump (plan);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/life/make", test_make);
  g_test_add_func ("/life/accept-whole", test_accept_whole);
  g_test_add_func ("/life/same-wording-is-accepted-too", test_same_wording_is_accepted_too);
  g_test_add_func ("/life/accept-languages", test_accept_languages);
  g_test_add_func ("/life/accept-no-text", test_accept_no_text);
  g_test_add_func ("/life/title-and-fields", test_title_and_fields);
  g_test_add_func ("/life/insert", test_insert);
  g_test_add_func ("/life/delete", test_delete);
  g_test_add_func ("/life/move", test_move);
  g_test_add_func ("/life/positions-and-conditions", test_positions_and_conditions);
  g_test_add_func ("/life/states", test_states);
  g_test_add_func ("/life/carried-by-hand", test_carried_by_hand);
  g_test_add_func ("/life/some-and-the-rest", test_some_and_the_rest);
  g_test_add_func ("/life/no-word-is-lost", test_no_word_is_lost);
  g_test_add_func ("/life/random", test_random_life);
  return g_test_run ();
}
