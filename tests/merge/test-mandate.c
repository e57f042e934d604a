/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* What a delegation's contribution may not change, whatever is decided about it. */
#include "merge-fixture.h"

#include <string.h>

#define KEY "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"
#define OLD_KEY KEY "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define NEW_KEY KEY "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"

static const TwfDecision decisions[] = { TWF_DECISION_PROPOSE, TWF_DECISION_ACCEPT };

static void
set_key (TwfPlan *plan, const char *code, const char *key)
{
  TwfDelegation *standing = twf_plan_get_delegation (plan, code);
  g_autoptr (TwfDelegation) record
      = standing != NULL ? twf_delegation_copy (standing) : twf_delegation_new (code);

  twf_delegation_set_values (record, TWF_DELEGATION_KEY, (const char *const[]){ key, NULL });
  twf_plan_take_delegation (plan, g_steal_pointer (&record));
}

static void
set_own (TwfPlan *plan, const char *field, const char *value)
{
  twf_plan_set_values (plan, field, (const char *const[]){ value, NULL });
}

static TwfPlan *
new_base (void)
{
  TwfPlan *plan = fixture_plan ();

  set_own (plan, TWF_PLAN_REGISTER, "7");
  set_own (plan, TWF_PLAN_FACILITATOR_KEY, OLD_KEY);
  set_key (plan, "EG", OLD_KEY);
  set_key (plan, "MX", OLD_KEY);
  return plan;
}

/* Merges what @owner made of @base; how many outcomes exceed the mandate. */
static guint
merge_into (TwfPlan *rolling, TwfPlan *base, const char *owner, TwfPlan *tip, TwfDecision decision)
{
  g_autoptr (TwfPlanMerge) merge = fixture_merge (rolling, base, owner, tip, NULL, NULL);
  g_autoptr (GPtrArray) outcomes = NULL;
  guint n = 0;

  twf_plan_merge_decide (merge, NULL, decision);
  outcomes = twf_plan_merge_list_outcomes (merge);
  for (guint i = 0; i < outcomes->len; i++)
    {
      const TwfOutcome *outcome = outcomes->pdata[i];

      g_assert_true (twf_outcome_exceeds (outcome) == (outcome->kind == TWF_OUTCOME_LEFT_OUT));
      n += twf_outcome_exceeds (outcome);
    }
  fixture_apply (rolling, merge);
  return n;
}

static void
assert_register (TwfPlan *plan, const char *version, const char *key)
{
  g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_REGISTER), ==, version);
  g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_FACILITATOR_KEY), ==, key);
  g_assert_cmpstr (twf_delegation_get_field (twf_plan_get_delegation (plan, "EG"), "Key"), ==, key);
  g_assert_cmpstr (
      twf_delegation_get_field (twf_plan_get_delegation (plan, "MX"), "Key"), ==, OLD_KEY);
}

static void
test_register (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (TwfPlan) base = new_base ();
      g_autoptr (TwfPlan) rolling = fixture_copy (base);
      g_autoptr (TwfPlan) egypt = fixture_copy (base);

      set_own (egypt, TWF_PLAN_REGISTER, "8");
      set_own (egypt, TWF_PLAN_FACILITATOR_KEY, NEW_KEY);
      set_key (egypt, "EG", NEW_KEY);
      set_key (egypt, "MX", NEW_KEY);
      g_assert_cmpuint (merge_into (rolling, base, "EG", egypt, decisions[i]), ==, 4);
      fixture_assert_same (rolling, base);
    }
}

/* What is within the mandate comes in beside what is not. */
static void
test_beside (void)
{
  g_autoptr (TwfPlan) base = new_base ();
  g_autoptr (TwfPlan) rolling = fixture_copy (base);
  g_autoptr (TwfPlan) egypt = fixture_copy (base);

  set_key (egypt, "EG", NEW_KEY);
  fixture_text (egypt, "a2", "en", "States train the guards.");
  g_assert_cmpuint (merge_into (rolling, base, "EG", egypt, TWF_DECISION_ACCEPT), ==, 1);
  g_assert_cmpstr (fixture_get_text (rolling, "a2", "en"), ==, "States train the guards.");
  assert_register (rolling, "7", OLD_KEY);
}

static void
test_record_with_keys_stays (void)
{
  g_autoptr (TwfPlan) base = new_base ();
  g_autoptr (TwfPlan) rolling = fixture_copy (base);
  g_autoptr (TwfPlan) egypt = fixture_copy (base);
  g_autoptr (TwfEdit) drop = twf_edit_new_drop_delegation ("EG");

  g_assert_true (twf_plan_apply (egypt, drop, NULL, NULL));
  g_assert_cmpuint (merge_into (rolling, base, "EG", egypt, TWF_DECISION_ACCEPT), ==, 1);
  fixture_assert_same (rolling, base);
}

/* The rolling text is taken into a branch: its register comes along if it is newer, and else not.
 */
static void
test_taken_in (void)
{
  g_autoptr (TwfPlan) base = new_base ();
  g_autoptr (TwfPlan) branch = fixture_copy (base);
  g_autoptr (TwfPlan) main_tip = fixture_copy (base);
  g_autoptr (TwfPlan) older = fixture_copy (base);

  set_own (main_tip, TWF_PLAN_REGISTER, "8");
  set_own (main_tip, TWF_PLAN_FACILITATOR_KEY, NEW_KEY);
  set_key (main_tip, "EG", NEW_KEY);
  g_assert_cmpuint (merge_into (branch, base, NULL, main_tip, TWF_DECISION_PROPOSE), ==, 0);
  assert_register (branch, "8", NEW_KEY);

  set_own (older, TWF_PLAN_REGISTER, "6");
  set_own (older, TWF_PLAN_FACILITATOR_KEY, KEY "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC");
  g_assert_cmpuint (merge_into (branch, base, NULL, older, TWF_DECISION_ACCEPT), ==, 2);
  assert_register (branch, "8", NEW_KEY);
}

static void
test_agreed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (TwfPlan) base = new_base ();
      g_autoptr (TwfPlan) rolling = fixture_copy (base);
      g_autoptr (TwfPlan) egypt = fixture_copy (base);
      TwfProvision *made;

      fixture_value (egypt, "a1", TWF_FIELD_AGREED, "plenary 2026-11-23T16:40Z en=0");
      fixture_insert (egypt, "new", TWF_SECTION_ACTIONS, NULL, NULL, "EG", "An action.");
      fixture_value (egypt, "new", TWF_FIELD_AGREED, "plenary 2026-11-23T16:40Z en=0");
      g_assert_cmpuint (merge_into (rolling, base, "EG", egypt, decisions[i]), ==, 2);
      g_assert_null (twf_provision_get_field (twf_plan_get_provision (rolling, fixture_id ("a1")),
                                              TWF_FIELD_AGREED));
      made = twf_plan_get_provision (rolling, fixture_id ("new"));
      g_assert_nonnull (made);
      g_assert_null (twf_provision_get_field (made, TWF_FIELD_AGREED));
    }
}

static void
put_proposal (TwfPlan *plan, const char *pid, const char *owner, const char *position)
{
  g_autoptr (TwfProposal) proposal = twf_proposal_new (pid);
  g_autoptr (TwfEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  twf_proposal_set_kind (proposal, TWF_PROPOSAL_DELETE);
  twf_proposal_set_values (
      proposal, TWF_PROPOSAL_FIELD_OWNER, (const char *const[]){ owner, NULL });
  if (position != NULL)
    twf_proposal_set_values (
        proposal, TWF_PROPOSAL_FIELD_POSITION, (const char *const[]){ position, NULL });
  edit = twf_edit_new_proposal (fixture_id ("a2"), proposal);
  twf_plan_apply (plan, edit, NULL, &error);
  g_assert_no_error (error);
}

static TwfProposal *
get_proposal (TwfPlan *plan, const char *pid)
{
  return twf_provision_get_proposal (twf_plan_get_provision (plan, fixture_id ("a2")), pid);
}

/* What others say of a proposal, and its state, where it is not one's own. */
static void
test_statements (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (TwfPlan) base = new_base ();
      g_autoptr (TwfPlan) rolling = NULL;
      g_autoptr (TwfPlan) egypt = NULL;
      g_autoptr (TwfProposal) changed = NULL;
      g_autoptr (TwfEdit) edit = NULL;

      put_proposal (base, "bcdfghjkmnpq", "MX", NULL);
      rolling = fixture_copy (base);
      egypt = fixture_copy (base);
      changed = twf_proposal_copy (get_proposal (egypt, "bcdfghjkmnpq"));
      twf_proposal_set_state (changed, TWF_PROPOSAL_WITHDRAWN);
      twf_proposal_set_values (changed,
                               TWF_PROPOSAL_FIELD_POSITION,
                               (const char *const[]){ "EG delete", "MX delete", NULL });
      edit = twf_edit_new_proposal (fixture_id ("a2"), changed);
      g_assert_true (twf_plan_apply (egypt, edit, NULL, NULL));
      g_assert_cmpuint (merge_into (rolling, base, "EG", egypt, decisions[i]), ==, 2);
      g_assert_cmpint (
          twf_proposal_get_state (get_proposal (rolling, "bcdfghjkmnpq")), ==, TWF_PROPOSAL_OPEN);
      g_assert_true (twf_proposal_has_value (
          get_proposal (rolling, "bcdfghjkmnpq"), TWF_PROPOSAL_FIELD_POSITION, "EG delete"));
      g_assert_false (twf_proposal_has_value (
          get_proposal (rolling, "bcdfghjkmnpq"), TWF_PROPOSAL_FIELD_POSITION, "MX delete"));
    }
}

/* A proposal made on the branch: one's own comes, without what it says for others. */
static void
test_new_proposals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autoptr (TwfPlan) base = new_base ();
      g_autoptr (TwfPlan) rolling = fixture_copy (base);
      g_autoptr (TwfPlan) egypt = fixture_copy (base);
      g_autoptr (GListModel) there = NULL;
      g_autoptr (TwfProposal) own = NULL;

      put_proposal (egypt, "bcdfghjkmnpq", "EG", "MX delete");
      g_assert_cmpuint (merge_into (rolling, base, "EG", egypt, decisions[i]), ==, 1);
      there = g_object_ref (
          twf_provision_list_proposals (twf_plan_get_provision (rolling, fixture_id ("a2"))));
      g_assert_cmpuint (g_list_model_get_n_items (there), ==, 1);
      own = g_list_model_get_item (there, 0);
      g_assert_true (twf_proposal_has_value (own, TWF_PROPOSAL_FIELD_OWNER, "EG"));
      g_assert_null (twf_proposal_get_values (own, TWF_PROPOSAL_FIELD_POSITION));
    }
  {
    g_autoptr (TwfPlan) base = new_base ();
    g_autoptr (TwfPlan) rolling = fixture_copy (base);
    g_autoptr (TwfPlan) egypt = fixture_copy (base);

    put_proposal (egypt, "bcdfghjkmnpq", "MX", NULL);
    g_assert_cmpuint (merge_into (rolling, base, "EG", egypt, TWF_DECISION_ACCEPT), ==, 1);
    fixture_assert_same (rolling, base);
  }
}

#define REVISION "0123456789abcdef0123456789abcdef01234567"
#define BEGUN "2026-11-23T16:40:05Z silence bbcdefghijkm " REVISION " 2026-11-26T16:40:05Z"
#define OWN "2026-11-24T09:00:00Z break bbcdefghijkm EG It goes too far, in paragraph 3."
#define OTHERS "2026-11-24T09:00:00Z break bbcdefghijkm MX It goes too far."
#define UNKNOWN "2026-11-24T09:00:00Z break cbcdefghijkm EG Of what nobody began."
#define LIFT "2026-11-24T09:00:00Z lift bbcdefghijkm"
#define READING "2026-11-24T09:00:00Z reading 1 " REVISION

static void
set_record (TwfPlan *plan, const char *const *acts)
{
  twf_plan_set_values (plan, TWF_PLAN_PROCEDURE, acts);
}

static void
assert_record (TwfPlan *plan, const char *one, const char *other, const char *third)
{
  const char *const *acts = twf_plan_get_values (plan, TWF_PLAN_PROCEDURE);
  const char *const expected[] = { one, other, third, NULL };

  g_assert_true (g_strv_equal (acts, expected));
}

/* Of the procedure's record a delegation's branch brings that it breaks silence, which nobody can
 * refuse, and nothing else: not in another's name, not of what was not begun, and nothing goes. */
static void
test_breaks_silence_itself (void)
{
  static const TwfDecision all[]
      = { TWF_DECISION_PROPOSE, TWF_DECISION_ACCEPT, TWF_DECISION_REJECT };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (TwfPlan) base = new_base ();
      g_autoptr (TwfPlan) rolling = NULL;
      g_autoptr (TwfPlan) egypt = NULL;

      set_record (base, (const char *const[]){ BEGUN, NULL });
      rolling = fixture_copy (base);
      egypt = fixture_copy (base);
      set_record (egypt, (const char *const[]){ OWN, OTHERS, UNKNOWN, LIFT, READING, NULL });
      g_assert_cmpuint (merge_into (rolling, base, "EG", egypt, all[i]), ==, 5);
      assert_record (rolling, BEGUN, OWN, NULL);
    }
}

/* Two that break it do not stand in each other's way, whoever comes first, nor does what the
 * facilitator recorded meanwhile. */
static void
test_several_break_silence (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TwfPlan) base = new_base ();
      g_autoptr (TwfPlan) rolling = NULL;
      g_autoptr (TwfPlan) egypt = NULL;
      g_autoptr (TwfPlan) mexico = NULL;
      TwfPlan *plans[2];

      set_record (base, (const char *const[]){ BEGUN, NULL });
      rolling = fixture_copy (base);
      plans[0] = egypt = fixture_copy (base);
      plans[1] = mexico = fixture_copy (base);
      set_record (egypt, (const char *const[]){ BEGUN, OWN, NULL });
      set_record (mexico, (const char *const[]){ BEGUN, OTHERS, NULL });
      for (guint j = 0; j < 2; j++)
        {
          guint which = i == 0 ? j : 1 - j;

          g_assert_cmpuint (
              merge_into (
                  rolling, base, which == 0 ? "EG" : "MX", plans[which], TWF_DECISION_PROPOSE),
              ==,
              0);
        }
      assert_record (rolling, BEGUN, OWN, OTHERS);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/mandate/register", test_register);
  g_test_add_func ("/merge/mandate/beside", test_beside);
  g_test_add_func ("/merge/mandate/record-with-keys-stays", test_record_with_keys_stays);
  g_test_add_func ("/merge/mandate/taken-in", test_taken_in);
  g_test_add_func ("/merge/mandate/agreed", test_agreed);
  g_test_add_func ("/merge/mandate/statements", test_statements);
  g_test_add_func ("/merge/mandate/new-proposals", test_new_proposals);
  g_test_add_func ("/mandate/breaks-silence-itself", test_breaks_silence_itself);
  g_test_add_func ("/mandate/several-break-silence", test_several_break_silence);
  return g_test_run ();
}
