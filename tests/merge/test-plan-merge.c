/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Every kind of clash by its name, over the plan of merge-fixture.h. */
#include "merge-fixture.h"

#include <string.h>

/* A base, the rolling plan and two branches, all the same to begin with. */
typedef struct
{
  TwfPlan *base;
  TwfPlan *rolling;
  TwfPlan *egypt;
  TwfPlan *mexico;
  TwfPlanMerge *merge;
  GPtrArray *outcomes;
} Case;

static void
set_up (Case *self, gconstpointer data)
{
  self->base = fixture_plan ();
  self->rolling = fixture_copy (self->base);
  self->egypt = fixture_copy (self->base);
  self->mexico = fixture_copy (self->base);
}

static void
tear_down (Case *self, gconstpointer data)
{
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_object (&self->merge);
  g_clear_object (&self->base);
  g_clear_object (&self->rolling);
  g_clear_object (&self->egypt);
  g_clear_object (&self->mexico);
}

static void
merge (Case *self, TwfDecision decision)
{
  self->merge = fixture_merge (
      self->rolling, self->base, "MX", self->mexico, "EG", self->egypt, NULL, NULL);
  twf_plan_merge_decide (self->merge, NULL, decision);
  self->outcomes = twf_plan_merge_list_outcomes (self->merge);
  fixture_apply (self->rolling, self->merge);
}

static void
assert_outcome (Case *self,
                TwfRequestKind kind,
                const char *owner,
                TwfOutcomeKind expected,
                TwfOutcomeReason reason)
{
  TwfOutcome *outcome = fixture_outcome (self->outcomes, kind, owner);

  g_assert_nonnull (outcome);
  g_assert_cmpint (outcome->kind, ==, expected);
  g_assert_cmpint (outcome->reason, ==, reason);
}

static void
test_words_apart (Case *self, gconstpointer data)
{
  fixture_text (self->egypt,
                "a1",
                "en",
                "All museums describe every object before it is lent, and keep the record for ten "
                "years.");
  fixture_text (self->mexico,
                "a1",
                "en",
                "Museums describe every object before it is lent, and keep the record for twenty "
                "years.");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpstr (fixture_get_text (self->rolling, "a1", "en"),
                   ==,
                   "All museums describe every object before it is lent, and keep the record for "
                   "twenty years.");
  g_assert_cmpuint (fixture_count_open (self->rolling, "a1"), ==, 0);
}

static void
test_same_words (Case *self, gconstpointer data)
{
  fixture_text (self->egypt, "a2", "ar", "تدرب الدول المرشدين.");
  fixture_text (self->mexico, "a2", "ar", "تدرب الدول المرممين.");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpstr (fixture_get_text (self->rolling, "a2", "ar"), ==, "تدرب الدول الحراس.");
  g_assert_cmpuint (fixture_count_open (self->rolling, "a2"), ==, 2);
  assert_outcome (self, TWF_REQUEST_TEXT, "EG", TWF_OUTCOME_PROPOSED, TWF_REASON_SAME_WORDS);
  assert_outcome (self, TWF_REQUEST_TEXT, "MX", TWF_OUTCOME_PROPOSED, TWF_REASON_SAME_WORDS);
}

static void
test_same_wording (Case *self, gconstpointer data)
{
  TwfProvision *provision;
  g_autoptr (TwfProposal) proposal = NULL;
  const char *const *owners;

  fixture_text (self->egypt, "a2", "en", "States train the guards.");
  fixture_text (self->mexico, "a2", "en", "States train the guards.");
  merge (self, TWF_DECISION_PROPOSE);
  provision = twf_plan_get_provision (self->rolling, fixture_id ("a2"));
  g_assert_cmpuint (fixture_count_open (self->rolling, "a2"), ==, 1);
  proposal = g_list_model_get_item (twf_provision_list_proposals (provision), 0);
  owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  g_assert_cmpstrv ((char **)owners, ((char *[]){ (char *)"EG", (char *)"MX", NULL }));
  g_assert_cmpstr (twf_proposal_get_text (proposal, "en"), ==, "States train the guards.");
  g_assert_cmpstr (fixture_get_text (self->rolling, "a2", "en"), ==, "States train guards.");
}

static void
test_languages_apart (Case *self, gconstpointer data)
{
  fixture_text (self->egypt, "a2", "ar", "تدرب الدول كل الحراس.");
  fixture_text (self->mexico, "a2", "en", "All states train guards.");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpstr (fixture_get_text (self->rolling, "a2", "ar"), ==, "تدرب الدول كل الحراس.");
  g_assert_cmpstr (fixture_get_text (self->rolling, "a2", "en"), ==, "All states train guards.");
}

static void
test_rejected (Case *self, gconstpointer data)
{
  g_autoptr (TwfProposal) proposal = NULL;
  TwfProvision *provision;

  fixture_text (self->egypt, "a2", "en", "States train no guards.");
  merge (self, TWF_DECISION_REJECT);
  provision = twf_plan_get_provision (self->rolling, fixture_id ("a2"));
  proposal = g_list_model_get_item (twf_provision_list_proposals (provision), 0);
  g_assert_cmpint (twf_proposal_get_state (proposal), ==, TWF_PROPOSAL_REJECTED);
  assert_outcome (self, TWF_REQUEST_TEXT, "EG", TWF_OUTCOME_REJECTED, TWF_REASON_NONE);
}

static void
test_sets_join (Case *self, gconstpointer data)
{
  TwfProvision *provision;

  fixture_values (
      self->egypt, "a2", TWF_FIELD_SERVES, (const char *const[]){ fixture_id ("o1"), NULL });
  fixture_values (
      self->mexico, "a2", TWF_FIELD_SERVES, (const char *const[]){ fixture_id ("o2"), NULL });
  fixture_value (self->mexico, "a1", TWF_FIELD_SERVES, fixture_id ("o2"));
  merge (self, TWF_DECISION_ACCEPT);
  provision = twf_plan_get_provision (self->rolling, fixture_id ("a2"));
  g_assert_cmpuint (
      g_strv_length ((GStrv)twf_provision_get_values (provision, TWF_FIELD_SERVES)), ==, 2);
  provision = twf_plan_get_provision (self->rolling, fixture_id ("a1"));
  g_assert_cmpstr (twf_provision_get_field (provision, TWF_FIELD_SERVES), ==, fixture_id ("o2"));
  g_assert_cmpuint (
      g_strv_length ((GStrv)twf_provision_get_values (provision, TWF_FIELD_SERVES)), ==, 1);
}

static void
test_values_differ (Case *self, gconstpointer data)
{
  TwfProvision *provision;

  fixture_value (self->egypt, "a2", TWF_FIELD_NUMBER, "7");
  fixture_value (self->mexico, "a2", TWF_FIELD_NUMBER, "8");
  merge (self, TWF_DECISION_ACCEPT);
  provision = twf_plan_get_provision (self->rolling, fixture_id ("a2"));
  g_assert_null (twf_provision_get_field (provision, TWF_FIELD_NUMBER));
  g_assert_cmpuint (fixture_count_open (self->rolling, "a2"), ==, 2);
  assert_outcome (self, TWF_REQUEST_FIELD, "EG", TWF_OUTCOME_PROPOSED, TWF_REASON_OTHER_VALUE);
}

static guint
find_position (TwfPlan *plan, const char *name)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  guint at = 0;

  while (!g_str_equal (twf_provision_get_id (all->pdata[at]), fixture_id (name)))
    at++;
  return at;
}

static void
test_insert_same_place (Case *self, gconstpointer data)
{
  guint first, second;

  fixture_insert (self->egypt, "e1", TWF_SECTION_ACTIONS, NULL, "a2", "EG", "Egypt one.");
  fixture_insert (self->egypt, "e2", TWF_SECTION_ACTIONS, NULL, "e1", "EG", "Egypt two.");
  fixture_insert (self->mexico, "m1", TWF_SECTION_ACTIONS, NULL, "a2", "MX", "Mexico one.");
  fixture_insert (self->mexico, "m2", TWF_SECTION_ACTIONS, NULL, "m1", "MX", "Mexico two.");
  merge (self, TWF_DECISION_ACCEPT);
  first = find_position (self->rolling, "e1");
  second = find_position (self->rolling, "m1");
  g_assert_cmpuint (find_position (self->rolling, "e2"), ==, first + 1);
  g_assert_cmpuint (find_position (self->rolling, "m2"), ==, second + 1);
  g_assert_cmpuint (first, ==, find_position (self->rolling, "a2") + 1);
}

static void
test_insert_proposed (Case *self, gconstpointer data)
{
  TwfProvision *provision;

  fixture_insert (self->egypt, "e1", TWF_SECTION_ACTIONS, NULL, "a2", "EG", "Egypt one.");
  fixture_insert (self->egypt, "e2", TWF_SECTION_ACTIONS, "e1", NULL, "EG", "Under it.");
  merge (self, TWF_DECISION_PROPOSE);
  provision = twf_plan_get_provision (self->rolling, fixture_id ("e2"));
  g_assert_cmpstr (twf_provision_get_field (provision, TWF_FIELD_PROPOSED), ==, "EG");
  g_assert_cmpstr (twf_provision_get_parent (provision), ==, fixture_id ("e1"));
  g_assert_cmpuint (fixture_count_open (self->rolling, "e1"), ==, 1);
}

static void
test_move_same (Case *self, gconstpointer data)
{
  fixture_move (self->egypt, "a4", NULL, "a2", "EG");
  fixture_move (self->mexico, "a4", NULL, "a2", "MX");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpuint (self->outcomes->len, ==, 1);
  g_assert_cmpuint (
      find_position (self->rolling, "a4"), ==, find_position (self->rolling, "a2") + 1);
}

static void
test_move_differently (Case *self, gconstpointer data)
{
  guint before = find_position (self->rolling, "a4");

  fixture_move (self->egypt, "a4", NULL, "a2", "EG");
  fixture_move (self->mexico, "a4", NULL, "", "MX");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpuint (find_position (self->rolling, "a4"), ==, before);
  g_assert_cmpuint (fixture_count_open (self->rolling, "a4"), ==, 2);
  assert_outcome (self, TWF_REQUEST_MOVE, "MX", TWF_OUTCOME_PROPOSED, TWF_REASON_OTHER_PLACE);
}

static void
test_move_and_edit (Case *self, gconstpointer data)
{
  fixture_move (self->egypt, "a4", "a1", NULL, "EG");
  fixture_text (self->mexico, "a4", "en", "A public report follows.");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpstr (fixture_get_text (self->rolling, "a4", "en"), ==, "A public report follows.");
  g_assert_cmpstr (
      twf_provision_get_parent (twf_plan_get_provision (self->rolling, fixture_id ("a4"))),
      ==,
      fixture_id ("a1"));
}

static void
test_edit_and_delete (Case *self, gconstpointer data)
{
  fixture_text (self->egypt, "a4", "ar", "يلي ذلك تقرير عام.");
  fixture_remove (self->mexico, "a4");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpstr (fixture_get_text (self->rolling, "a4", "ar"), ==, "يلي ذلك تقرير.");
  g_assert_cmpuint (fixture_count_open (self->rolling, "a4"), ==, 2);
  assert_outcome (self, TWF_REQUEST_TEXT, "EG", TWF_OUTCOME_PROPOSED, TWF_REASON_DELETED);
  assert_outcome (self, TWF_REQUEST_DELETE, "MX", TWF_OUTCOME_PROPOSED, TWF_REASON_IN_USE);
}

static void
test_delete_and_delete (Case *self, gconstpointer data)
{
  fixture_remove (self->egypt, "o1");
  fixture_remove (self->mexico, "o1");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpuint (self->outcomes->len, ==, 1);
  g_assert_null (twf_plan_get_provision (self->rolling, fixture_id ("o1")));
  fixture_assert_same (self->rolling, self->egypt);
}

static void
test_child_under_deleted (Case *self, gconstpointer data)
{
  fixture_insert (self->egypt, "e1", TWF_SECTION_ACTIONS, "a1", NULL, "EG", "A film is better.");
  fixture_remove (self->mexico, "a1");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_nonnull (twf_plan_get_provision (self->rolling, fixture_id ("a1")));
  g_assert_nonnull (twf_plan_get_provision (self->rolling, fixture_id ("e1")));
  assert_outcome (self, TWF_REQUEST_INSERT, "EG", TWF_OUTCOME_PROPOSED, TWF_REASON_DELETED);
  assert_outcome (self, TWF_REQUEST_DELETE, "MX", TWF_OUTCOME_PROPOSED, TWF_REASON_IN_USE);
}

static void
test_circle (Case *self, gconstpointer data)
{
  fixture_move (self->egypt, "a2", "a3", NULL, "EG");
  fixture_move (self->mexico, "a3", "a2", NULL, "MX");
  merge (self, TWF_DECISION_ACCEPT);
  assert_outcome (self, TWF_REQUEST_MOVE, "EG", TWF_OUTCOME_PROPOSED, TWF_REASON_CIRCLE);
  assert_outcome (self, TWF_REQUEST_MOVE, "MX", TWF_OUTCOME_PROPOSED, TWF_REASON_CIRCLE);
  g_assert_null (
      twf_provision_get_parent (twf_plan_get_provision (self->rolling, fixture_id ("a2"))));
}

static void
test_link_to_deleted (Case *self, gconstpointer data)
{
  fixture_value (self->egypt, "a3", TWF_FIELD_SERVES, fixture_id ("o2"));
  fixture_remove (self->mexico, "o2");
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_nonnull (twf_plan_get_provision (self->rolling, fixture_id ("o2")));
  assert_outcome (self, TWF_REQUEST_FIELD, "EG", TWF_OUTCOME_PROPOSED, TWF_REASON_DELETED);
  assert_outcome (self, TWF_REQUEST_DELETE, "MX", TWF_OUTCOME_PROPOSED, TWF_REASON_IN_USE);
}

static void
test_titles (Case *self, gconstpointer data)
{
  fixture_text (self->egypt, NULL, "ar", "خطة المتاحف الكبرى");
  fixture_text (self->mexico, NULL, "en", "A plan for the museums");
  merge (self, TWF_DECISION_PROPOSE);
  g_assert_cmpuint (fixture_count_open (self->rolling, NULL), ==, 2);
  g_assert_cmpstr (twf_plan_get_title (self->rolling, "ar"), ==, "خطة المتاحف");
}

static void
test_languages_of_plan (Case *self, gconstpointer data)
{
  const char *const french[] = { "ar", "fr", "en", NULL };
  const char *const spanish[] = { "ar", "es", "en", NULL };

  fixture_values (self->egypt, NULL, TWF_PLAN_LANGUAGES, french);
  fixture_text (self->egypt, "a2", "fr", "Les États forment des gardiens.");
  fixture_values (self->mexico, NULL, TWF_PLAN_LANGUAGES, spanish);
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpstrv ((char **)twf_plan_get_values (self->rolling, TWF_PLAN_LANGUAGES),
                    ((char *[]){ (char *)"ar", (char *)"es", (char *)"fr", (char *)"en", NULL }));
  g_assert_cmpstr (
      fixture_get_text (self->rolling, "a2", "fr"), ==, "Les États forment des gardiens.");
}

static void
test_text_in_no_language (Case *self, gconstpointer data)
{
  const char *const french[] = { "ar", "en", "fr", NULL };
  TwfOutcome *outcome;

  fixture_values (self->egypt, NULL, TWF_PLAN_LANGUAGES, french);
  fixture_text (self->egypt, "a2", "fr", "Les États forment des gardiens.");
  self->merge = fixture_merge (self->rolling, self->base, "EG", self->egypt, NULL, NULL);
  twf_plan_merge_decide (self->merge, NULL, TWF_DECISION_ACCEPT);
  self->outcomes = twf_plan_merge_list_outcomes (self->merge);
  outcome = fixture_outcome (self->outcomes, TWF_REQUEST_FIELD, "EG");
  twf_plan_merge_decide (self->merge, twf_request_get_id (outcome->request), TWF_DECISION_PROPOSE);
  fixture_apply (self->rolling, self->merge);
  g_assert_null (fixture_get_text (self->rolling, "a2", "fr"));
  g_assert_cmpuint (fixture_count_open (self->rolling, "a2"), ==, 1);
}

static void
set_name (TwfPlan *plan, const char *code, const char *name)
{
  g_autoptr (TwfDelegation) record = twf_delegation_copy (twf_plan_get_delegation (plan, code));
  g_autoptr (TwfEdit) edit = NULL;

  twf_delegation_set_localized (record, TWF_DELEGATION_NAME, "en", name);
  edit = twf_edit_new_delegation (record);
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}

static char *
get_name (TwfPlan *plan, const char *code)
{
  return twf_delegation_dup_localized (
      twf_plan_get_delegation (plan, code), TWF_DELEGATION_NAME, "en");
}

static void
test_delegations (Case *self, gconstpointer data)
{
  g_autofree char *egypt = NULL;
  g_autofree char *mexico = NULL;

  set_name (self->egypt, "EG", "Arab Republic of Egypt");
  set_name (self->egypt, "MX", "Mexico!");
  merge (self, TWF_DECISION_PROPOSE);
  egypt = get_name (self->rolling, "EG");
  mexico = get_name (self->rolling, "MX");
  g_assert_cmpstr (egypt, ==, "Arab Republic of Egypt");
  g_assert_cmpstr (mexico, ==, "Mexico");
  g_assert_cmpint (((TwfOutcome *)self->outcomes->pdata[1])->kind, ==, TWF_OUTCOME_LEFT_OUT);
  g_assert_cmpint (((TwfOutcome *)self->outcomes->pdata[1])->reason, ==, TWF_REASON_NOT_OWN);
}

static void
test_no_branch (Case *self, gconstpointer data)
{
  merge (self, TWF_DECISION_ACCEPT);
  g_assert_cmpuint (self->outcomes->len, ==, 0);
  fixture_assert_same (self->rolling, self->base);
}

static void
test_next_contribution (Case *self, gconstpointer data)
{
  g_autoptr (TwfPlanMerge) next = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  TwfOutcome *last;

  fixture_text (self->egypt, "a2", "en", "States train more guards.");
  merge (self, TWF_DECISION_PROPOSE);
  fixture_text (self->egypt, "a2", "en", "States train many guards.");
  next = fixture_merge (self->rolling, self->base, "EG", self->egypt, NULL, NULL);
  outcomes = twf_plan_merge_list_outcomes (next);
  fixture_apply (self->rolling, next);
  g_assert_cmpuint (fixture_count_open (self->rolling, "a2"), ==, 1);
  last = outcomes->pdata[outcomes->len - 1];
  g_assert_cmpint (last->kind, ==, TWF_OUTCOME_WITHDRAWN);
  g_assert_cmpstr (
      twf_proposal_get_field (twf_plan_get_proposal (self->rolling, last->proposal, NULL),
                              TWF_PROPOSAL_FIELD_REPLACED_BY),
      ==,
      ((TwfOutcome *)outcomes->pdata[0])->proposal);
}

static void
test_carried_along (Case *self, gconstpointer data)
{
  TwfOutcome *outcome;

  fixture_text (self->egypt,
                "a1",
                "en",
                "Museums describe every object before it is lent, and keep the record for ever.");
  fixture_text (
      self->mexico,
      "a1",
      "en",
      "All museums describe every object before it is lent, and keep the record for ten years.");
  self->merge = fixture_merge (
      self->rolling, self->base, "EG", self->egypt, "MX", self->mexico, NULL, NULL);
  self->outcomes = twf_plan_merge_list_outcomes (self->merge);
  outcome = fixture_outcome (self->outcomes, TWF_REQUEST_TEXT, "MX");
  twf_plan_merge_decide (self->merge, twf_request_get_id (outcome->request), TWF_DECISION_ACCEPT);
  fixture_apply (self->rolling, self->merge);
  outcome = fixture_outcome (self->outcomes, TWF_REQUEST_TEXT, "EG");
  g_assert_cmpstr (
      twf_proposal_get_text (twf_plan_get_proposal (self->rolling, outcome->proposal, NULL), "en"),
      ==,
      "All museums describe every object before it is lent, and keep the record for ever.");
}

static void
test_own_draft (Case *self, gconstpointer data)
{
  g_autoptr (TwfPlanMerge) next = NULL;

  fixture_insert (self->egypt, "e1", TWF_SECTION_ACTIONS, NULL, "a2", "EG", "Egypt one.");
  merge (self, TWF_DECISION_PROPOSE);
  fixture_text (self->egypt, "e1", "en", "Egypt one, better said.");
  next = fixture_merge (self->rolling, self->base, "EG", self->egypt, NULL, NULL);
  fixture_apply (self->rolling, next);
  g_assert_cmpstr (fixture_get_text (self->rolling, "e1", "en"), ==, "Egypt one, better said.");
  g_assert_cmpuint (fixture_count_open (self->rolling, "e1"), ==, 1);
}

static void
test_deleted_since (Case *self, gconstpointer data)
{
  TwfOutcome *outcome;

  fixture_text (self->egypt, "a4", "en", "A public report follows.");
  fixture_remove (self->rolling, "a4");
  merge (self, TWF_DECISION_PROPOSE);
  outcome = fixture_outcome (self->outcomes, TWF_REQUEST_INSERT, "EG");
  g_assert_nonnull (outcome);
  g_assert_cmpstr (fixture_get_text (self->rolling, "a4", "en"), ==, "A report follows.");
  g_assert_cmpuint (fixture_count_open (self->rolling, "a4"), ==, 2);
}

static void
test_into_another_section (Case *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  twf_plan_move (self->egypt, fixture_id ("a1"), TWF_SECTION_PROCEDURE, NULL, NULL, "EG", &error);
  g_assert_no_error (error);
  fixture_text (self->mexico, "a1a", "en", "A sharp photograph is enough.");
  merge (self, TWF_DECISION_ACCEPT);
  fixture_text (self->egypt, "a1a", "en", "A sharp photograph is enough.");
  fixture_assert_same (self->rolling, self->egypt);
}

#define ADD(name) g_test_add ("/plan-merge/" #name, Case, NULL, set_up, test_##name, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-merge/words-apart", Case, NULL, set_up, test_words_apart, tear_down);
  g_test_add ("/plan-merge/same-words", Case, NULL, set_up, test_same_words, tear_down);
  g_test_add ("/plan-merge/same-wording", Case, NULL, set_up, test_same_wording, tear_down);
  g_test_add ("/plan-merge/languages-apart", Case, NULL, set_up, test_languages_apart, tear_down);
  g_test_add ("/plan-merge/rejected", Case, NULL, set_up, test_rejected, tear_down);
  g_test_add ("/plan-merge/sets-join", Case, NULL, set_up, test_sets_join, tear_down);
  g_test_add ("/plan-merge/values-differ", Case, NULL, set_up, test_values_differ, tear_down);
  g_test_add (
      "/plan-merge/insert-same-place", Case, NULL, set_up, test_insert_same_place, tear_down);
  g_test_add ("/plan-merge/insert-proposed", Case, NULL, set_up, test_insert_proposed, tear_down);
  g_test_add ("/plan-merge/move-same", Case, NULL, set_up, test_move_same, tear_down);
  g_test_add ("/plan-merge/move-differently", Case, NULL, set_up, test_move_differently, tear_down);
  g_test_add ("/plan-merge/move-and-edit", Case, NULL, set_up, test_move_and_edit, tear_down);
  g_test_add ("/plan-merge/edit-and-delete", Case, NULL, set_up, test_edit_and_delete, tear_down);
  g_test_add (
      "/plan-merge/delete-and-delete", Case, NULL, set_up, test_delete_and_delete, tear_down);
  g_test_add (
      "/plan-merge/child-under-deleted", Case, NULL, set_up, test_child_under_deleted, tear_down);
  g_test_add ("/plan-merge/circle", Case, NULL, set_up, test_circle, tear_down);
  g_test_add ("/plan-merge/link-to-deleted", Case, NULL, set_up, test_link_to_deleted, tear_down);
  g_test_add ("/plan-merge/titles", Case, NULL, set_up, test_titles, tear_down);
  g_test_add (
      "/plan-merge/languages-of-plan", Case, NULL, set_up, test_languages_of_plan, tear_down);
  g_test_add (
      "/plan-merge/text-in-no-language", Case, NULL, set_up, test_text_in_no_language, tear_down);
  g_test_add ("/plan-merge/delegations", Case, NULL, set_up, test_delegations, tear_down);
  g_test_add ("/plan-merge/no-branch", Case, NULL, set_up, test_no_branch, tear_down);
  g_test_add (
      "/plan-merge/next-contribution", Case, NULL, set_up, test_next_contribution, tear_down);
  g_test_add ("/plan-merge/carried-along", Case, NULL, set_up, test_carried_along, tear_down);
  g_test_add ("/plan-merge/own-draft", Case, NULL, set_up, test_own_draft, tear_down);
  g_test_add ("/plan-merge/deleted-since", Case, NULL, set_up, test_deleted_since, tear_down);
  g_test_add (
      "/plan-merge/into-another-section", Case, NULL, set_up, test_into_another_section, tear_down);
  return g_test_run ();
}
