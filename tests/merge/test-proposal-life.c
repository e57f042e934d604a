/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* The life of proposals: what each step does. */
#include "life-fixture.h"

#include "twf-numbering.h"
#include "twf-positions.h"
#include "twf-wording.h"

static const char *const egypt[] = { "EG", NULL };
static const char *const mexico[] = { "MX", NULL };

static void
test_make (void)
{
  static const char *const nobody[] = { "QQ", NULL };
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "States protect museums.");
  g_autofree char *pid = life_propose (plan, id, "States protect all museums.", egypt);
  g_autofree char *same = life_propose (plan, id, "States protect all museums.", mexico);
  g_autofree char *known = NULL;
  const char *const *owners;

  g_assert_cmpstr (pid, ==, same);
  owners = twf_proposal_get_values (life_get (plan, pid), TWF_PROPOSAL_FIELD_OWNER);
  g_assert_cmpuint (g_strv_length ((char **)owners), ==, 2);
  g_assert_cmpstr (life_get_text (plan, id), ==, "States protect museums.");
  g_assert_true (twf_proposal_is_made_on (life_get (plan, pid), "en", "States protect museums."));
  REFUSED (twf_proposal_make_text (
               plan, id, TWF_PART_BODY, "en", life_get_text (plan, id), egypt, NULL, NULL, &error),
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
  life_assert_state (plan, pid, TWF_PROPOSAL_OPEN);
  STEP (plan, twf_proposal_withdraw (plan, pid, "MX", &error));
  life_assert_state (plan, pid, TWF_PROPOSAL_WITHDRAWN);
  g_assert_cmpstr (twf_proposal_get_field (life_get (plan, pid), "Owner"), ==, "MX");
  g_free (same);
  same = life_propose (plan, id, "States protect all museums.", egypt);
  g_assert_cmpstr (pid, ==, same);
  life_assert_state (plan, pid, TWF_PROPOSAL_OPEN);
  g_assert_cmpstr (twf_proposal_get_field (life_get (plan, pid), "Owner"), ==, "EG");
}

static void
test_accept_whole (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (
      plan, TWF_SECTION_ACTIONS, NULL, "States protect museums. Libraries lend books.");
  g_autofree char *pid
      = life_propose (plan, id, "States protect all museums. Libraries lend books.", egypt);
  g_autofree char *other
      = life_propose (plan, id, "States protect museums. Libraries lend old books.", mexico);
  g_autofree char *both
      = life_propose (plan, id, "States protect all museums. Libraries lend good books.", mexico);

  STEP (plan, twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (
      life_get_text (plan, id), ==, "States protect all museums. Libraries lend books.");
  life_assert_state (plan, pid, TWF_PROPOSAL_ACCEPTED);
  g_assert_cmpstr (twf_proposal_get_text (life_get (plan, other), "en"),
                   ==,
                   "States protect all museums. Libraries lend old books.");
  g_assert_true (twf_proposal_is_made_on (life_get (plan, other), "en", life_get_text (plan, id)));
  g_assert_cmpstr (twf_proposal_get_text (life_get (plan, both), "en"),
                   ==,
                   "States protect all museums. Libraries lend good books.");
  REFUSED (twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error), TWF_ERROR_INVALID);
  REFUSED (twf_proposal_accept (plan, other, "fr", TWF_WHOLE_PROPOSAL, &error),
           TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_accept (plan, other, NULL, 1, &error), TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_accept (plan, "zzzzzzzzzzzz", NULL, 0, &error), TWF_ERROR_NOT_FOUND);
  REFUSED (twf_proposal_reopen (plan, pid, NULL, &error), TWF_ERROR_INVALID);

  /* Over a text that nobody carried it along to it is not accepted. */
  life_set_text (plan, id, "en", "States protect museums. Libraries lend books free of charge.");
  REFUSED (twf_proposal_accept (plan, other, NULL, TWF_WHOLE_PROPOSAL, &error), TWF_ERROR_CHANGED);
  STEP (plan, twf_proposal_reopen (plan, pid, NULL, &error));
  life_carry_along (plan, id, "States protect museums. Libraries lend books.");
  STEP (plan, twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (life_get_text (plan, id),
                   ==,
                   "States protect all museums. Libraries lend books free of charge.");
}

static void
test_same_wording_is_accepted_too (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One stands. Two stands.");
  g_autofree char *first = life_propose (plan, id, "One goes. Two stands.", egypt);
  g_autofree char *both = life_propose (plan, id, "One goes. Two goes.", mexico);
  g_autofree char *second = life_propose (plan, id, "One stands. Two goes.", egypt);

  STEP (plan, twf_proposal_park (plan, second, &error));
  STEP (plan, twf_proposal_accept (plan, both, NULL, TWF_WHOLE_PROPOSAL, &error));
  life_assert_state (plan, first, TWF_PROPOSAL_ACCEPTED);
  life_assert_state (plan, second, TWF_PROPOSAL_ACCEPTED);
  /* What they asked for stays written. */
  g_assert_cmpstr (
      twf_proposal_get_text (life_get (plan, first), "en"), ==, "One goes. Two stands.");
}

static void
test_accept_languages (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Protect museums.");
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  g_autofree char *pid = NULL;

  life_set_text (plan, id, "ar", "حماية المتاحف.");
  twf_proposal_set_text (draft, "en", "Protect all museums.");
  twf_proposal_set_text (draft, "ar", "حماية كل المتاحف.");
  twf_proposal_add_value (draft, TWF_PROPOSAL_FIELD_OWNER, "EG");
  STEP (plan, twf_proposal_make (plan, id, draft, &pid, &error));
  REFUSED (twf_proposal_accept (plan, pid, NULL, 0, &error), TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_accept (plan, pid, "en", TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (life_get_text (plan, id), ==, "Protect all museums.");
  life_assert_state (plan, pid, TWF_PROPOSAL_OPEN);
  g_assert_null (twf_proposal_get_text (life_get (plan, pid), "en"));
  STEP (plan, twf_proposal_accept (plan, pid, NULL, 0, &error));
  life_assert_state (plan, pid, TWF_PROPOSAL_ACCEPTED);
  g_assert_cmpstr (twf_provision_get_text (twf_plan_get_provision (plan, id), TWF_PART_BODY, "ar"),
                   ==,
                   "حماية كل المتاحف.");
}

/* That there be no text in a language. */
static void
test_accept_no_text (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Protect museums.");
  g_autofree char *pid = NULL;
  g_autofree char *other = life_propose (plan, id, "Protect all museums.", mexico);
  g_autofree char *arabic = NULL;

  REFUSED (twf_proposal_make_text (plan, id, TWF_PART_BODY, "ar", NULL, egypt, NULL, NULL, &error),
           TWF_ERROR_EMPTY);
  life_set_text (plan, id, "ar", "حماية المتاحف.");
  STEP (plan,
        twf_proposal_make_text (plan, id, TWF_PART_BODY, "ar", NULL, egypt, NULL, &arabic, &error));
  STEP (plan,
        twf_proposal_make_text (plan, id, TWF_PART_BODY, "en", "", egypt, NULL, &pid, &error));
  g_assert_cmpstr (pid, !=, arabic);
  life_set_text (plan, id, "en", "Protect museums and parks.");
  life_carry_along (plan, id, "Protect museums.");
  STEP (plan, twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_null (life_get_text (plan, id));
  life_assert_state (plan, pid, TWF_PROPOSAL_ACCEPTED);
  life_assert_state (plan, arabic, TWF_PROPOSAL_OPEN);
  g_assert_cmpstr (
      twf_proposal_get_text (life_get (plan, other), "en"), ==, "Protect all museums and parks.");
  REFUSED (twf_proposal_reopen (plan, pid, NULL, &error), TWF_ERROR_INVALID);
}

static void
test_title_and_fields (void)
{
  static const char *const links[] = { "Serves" };
  g_autoptr (TwfPlan) plan = life_new_plan ();
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
  g_assert_true (twf_proposal_has_value (life_get (plan, second), TWF_PROPOSAL_FIELD_VALUE, two));
  g_assert_true (twf_proposal_has_value (life_get (plan, second), TWF_PROPOSAL_FIELD_VALUE, three));
  g_assert_false (twf_proposal_has_value (life_get (plan, second), TWF_PROPOSAL_FIELD_VALUE, one));
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

static void
test_insert (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *one = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One");
  g_autoptr (TwfProvision) added = life_new_provision (plan, "abcdefghijkm", NULL);
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
  child = life_new_provision (plan, "bbcdefghijkm", "abcdefghijkm");
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
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *objective = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "Aim");
  g_autofree char *action = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Act");
  g_autofree char *one = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One");
  g_autofree char *child = fixture_add (plan, TWF_SECTION_ACTIONS, one, "Child");
  g_autoptr (TwfProvision) added = life_new_provision (plan, "abcdefghijkm", one);
  g_autofree char *parent_goes = ask_for (plan, one, TWF_PROPOSAL_DELETE, NULL);
  g_autofree char *child_goes = ask_for (plan, child, TWF_PROPOSAL_DELETE, NULL);
  g_autofree char *aim_goes = ask_for (plan, objective, TWF_PROPOSAL_DELETE, NULL);
  g_autofree char *other = life_propose (plan, one, "One and two", mexico);

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
  g_autoptr (TwfPlan) plan = life_new_plan ();
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
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *one = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One stands.");
  g_autofree char *two = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Two stands.");
  g_autofree char *wish = life_propose (plan, one, "One goes.", egypt);
  g_autofree char *same = life_propose (plan, one, "One goes.", mexico);
  g_autofree char *price = life_propose (plan, two, "Two goes.", egypt);
  g_autofree char *kept = life_propose (plan, two, "Two stays.", egypt);

  STEP (plan, twf_proposal_set_position (plan, wish, "US", "delete", NULL, &error));
  STEP (plan, twf_proposal_set_position (plan, wish, "US", "retain", NULL, &error));
  STEP (plan, twf_proposal_set_position (plan, wish, "EG", "withdraws-if", price, &error));
  STEP (plan, twf_proposal_set_position (plan, kept, "EG", "withdraws-if", wish, &error));
  g_assert_true (twf_proposal_has_value (life_get (plan, wish), "Position", "US retain"));
  g_assert_false (twf_proposal_has_value (life_get (plan, wish), "Position", "US delete"));
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
  /* Conditions that lead back to where they started are none. */
  REFUSED (twf_proposal_set_position (plan, price, "EG", "withdraws-if", wish, &error),
           TWF_ERROR_INVALID);
  REFUSED (twf_proposal_set_position (plan, price, "EG", "withdraws-if", kept, &error),
           TWF_ERROR_INVALID);

  /* Egypt leaves; Mexico still asks for it. */
  STEP (plan, twf_proposal_accept (plan, price, NULL, TWF_WHOLE_PROPOSAL, &error));
  life_assert_state (plan, wish, TWF_PROPOSAL_OPEN);
  g_assert_cmpstr (twf_proposal_get_field (life_get (plan, wish), "Owner"), ==, "MX");
  g_assert_false (twf_proposal_has_value (life_get (plan, wish), "Owner", "EG"));
  life_assert_state (plan, kept, TWF_PROPOSAL_OPEN);
  STEP (plan, twf_proposal_accept (plan, wish, NULL, TWF_WHOLE_PROPOSAL, &error));
  life_assert_state (plan, kept, TWF_PROPOSAL_WITHDRAWN);
  STEP (plan, twf_proposal_set_position (plan, kept, "EG", NULL, NULL, &error));
  g_assert_null (twf_proposal_get_field (life_get (plan, kept), "Position"));
}

static void
test_states (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One stands.");
  g_autofree char *pid = life_propose (plan, id, "One goes.", egypt);
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
  g_assert_cmpstr (twf_proposal_get_field (life_get (plan, pid), "Owner"), ==, "MX");
  g_assert_false (twf_proposal_has_value (life_get (plan, pid), "Owner", "EG"));
  STEP (plan, twf_proposal_reject (plan, pid, &error));
  REFUSED (twf_proposal_reject (plan, pid, &error), TWF_ERROR_INVALID);
  REFUSED (twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &error), TWF_ERROR_INVALID);
}

static void
test_carried_by_hand (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (
      plan, TWF_SECTION_ACTIONS, NULL, "States protect museums. Libraries lend books.");
  g_autofree char *pid
      = life_propose (plan, id, "States protect all museums. Libraries lend books.", egypt);
  g_autofree char *aside
      = life_propose (plan, id, "States protect museums. Libraries lend old books.", mexico);
  g_autoptr (GHashTable) wordings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) bases = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) unknown = NULL;

  STEP (plan, twf_proposal_reject (plan, aside, &error));
  none = twf_proposals_list_bases (plan, id);
  g_assert_cmpuint (none->len, ==, 0);
  life_set_text (plan, id, "en", "States protect museums. Public libraries lend books.");
  bases = twf_proposals_list_bases (plan, id);
  g_assert_cmpuint (bases->len, ==, 2);
  /* Without the wording it was made on nothing is guessed. */
  unknown = twf_proposals_carry_along (plan, id, wordings, TRUE);
  g_assert_cmpuint (unknown->len, ==, 0);
  g_hash_table_insert (
      wordings, bases->pdata[0], (gpointer) "States protect museums. Libraries lend books.");
  STEP (plan, twf_proposals_carry_along (plan, id, wordings, TRUE));
  g_assert_cmpstr (twf_proposal_get_text (life_get (plan, pid), "en"),
                   ==,
                   "States protect all museums. Public libraries lend books.");
  g_assert_cmpstr (twf_proposal_get_text (life_get (plan, aside), "en"),
                   ==,
                   "States protect museums. Public libraries lend old books.");
  life_assert_state (plan, aside, TWF_PROPOSAL_REJECTED);
  g_ptr_array_unref (g_steal_pointer (&bases));
  bases = twf_proposals_list_bases (plan, id);
  g_assert_cmpuint (bases->len, ==, 0);
}

/* On its own branch a delegation writes what it proposed: nobody has accepted it by that, and what
 * hangs on its being accepted does not follow. Other proposals are carried there as everywhere. */
static void
test_carried_on_ones_own_branch (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (
      plan, TWF_SECTION_ACTIONS, NULL, "States protect museums. Libraries lend books.");
  g_autofree char *pid
      = life_propose (plan, id, "States protect all museums. Libraries lend books.", egypt);
  g_autofree char *aside
      = life_propose (plan, id, "States protect museums. Libraries lend old books.", mexico);
  g_autoptr (GHashTable) wordings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) bases = NULL;

  STEP (plan, twf_proposal_set_position (plan, aside, "MX", "withdraws-if", pid, &error));
  life_set_text (plan, id, "en", "States protect all museums. Libraries lend books.");
  bases = twf_proposals_list_bases (plan, id);
  g_hash_table_insert (
      wordings, bases->pdata[0], (gpointer) "States protect museums. Libraries lend books.");
  STEP (plan, twf_proposals_carry_along (plan, id, wordings, FALSE));
  life_assert_state (plan, pid, TWF_PROPOSAL_OPEN);
  life_assert_state (plan, aside, TWF_PROPOSAL_OPEN);
  g_assert_cmpstr (twf_proposal_get_text (life_get (plan, pid), "en"),
                   ==,
                   "States protect all museums. Libraries lend books.");
  g_assert_cmpstr (twf_proposal_get_text (life_get (plan, aside), "en"),
                   ==,
                   "States protect all museums. Libraries lend old books.");
  /* The same in the rolling text is a decision. */
  STEP (plan, twf_proposals_carry_along (plan, id, wordings, TRUE));
  life_assert_state (plan, pid, TWF_PROPOSAL_ACCEPTED);
  life_assert_state (plan, aside, TWF_PROPOSAL_WITHDRAWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/life/make", test_make);
  g_test_add_func ("/life/carried-on-ones-own-branch", test_carried_on_ones_own_branch);
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
  return g_test_run ();
}
