/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Cases that the laws of test-plan-merge-laws.c found, each reduced to what it is about: a merge
 * repeated changes nothing, and contributions may arrive in any order. */
#include "merge-fixture.h"

#include <string.h>

/* A base, the rolling plan and three branches, all the same to begin with. */
typedef struct
{
  TwfPlan *base;
  TwfPlan *rolling;
  TwfPlan *egypt;
  TwfPlan *mexico;
  TwfPlan *france;
} Case;

static void
copy_base (Case *self)
{
  self->rolling = fixture_copy (self->base);
  self->egypt = fixture_copy (self->base);
  self->mexico = fixture_copy (self->base);
  self->france = fixture_copy (self->base);
}

static void
drop_copies (Case *self)
{
  g_clear_object (&self->rolling);
  g_clear_object (&self->egypt);
  g_clear_object (&self->mexico);
  g_clear_object (&self->france);
}

static void
set_up (Case *self, gconstpointer data)
{
  self->base = fixture_plan ();
  copy_base (self);
}

static void
tear_down (Case *self, gconstpointer data)
{
  drop_copies (self);
  g_clear_object (&self->base);
}

static void
merge_into (Case *self, TwfPlan *plan, TwfDecision decision)
{
  g_autoptr (TwfPlanMerge) merge = fixture_merge (
      plan, self->base, "EG", self->egypt, "FR", self->france, "MX", self->mexico, NULL, NULL);

  twf_plan_merge_decide (merge, NULL, decision);
  fixture_apply (plan, merge);
}

/* Merges, and merges the same again. */
static void
merge_twice (Case *self, TwfDecision decision)
{
  g_autoptr (TwfPlan) again = NULL;

  merge_into (self, self->rolling, decision);
  again = fixture_copy (self->rolling);
  merge_into (self, again, decision);
  fixture_assert_same (self->rolling, again);
}

static const char *
get_rank (TwfPlan *plan, const char *name)
{
  return twf_provision_get_rank (twf_plan_get_provision (plan, fixture_id (name)));
}

/* Two that move a provision to one place are one even where a third puts something between. */
static void
test_move_and_insert_at_one_place (Case *self, gconstpointer data)
{
  fixture_move (self->egypt, "a1", NULL, "a4", "EG");
  fixture_move (self->mexico, "a1", NULL, "a4", "MX");
  fixture_insert (self->france, "new", TWF_SECTION_ACTIONS, NULL, "a4", "FR", "France's own.");
  merge_twice (self, TWF_DECISION_ACCEPT);
  g_assert_cmpstr (get_rank (self->rolling, "a1"), ==, get_rank (self->egypt, "a1"));
  g_assert_cmpuint (fixture_count_open (self->rolling, "a1"), ==, 0);
}

/* Two places stay two when what stood between them moves away in the same merge. */
static void
test_places_come_together (Case *self, gconstpointer data)
{
  fixture_move (self->mexico, "a3", NULL, "a1", "MX");
  fixture_move (self->mexico, "a2", NULL, "a3", "MX");
  fixture_move (self->france, "a2", NULL, "a3", "FR");
  merge_twice (self, TWF_DECISION_ACCEPT);
  g_assert_cmpuint (fixture_count_open (self->rolling, "a2"), ==, 2);
}

/* Of a text that goes nothing is left to take words from. */
static void
test_words_from_gone_text (Case *self, gconstpointer data)
{
  fixture_text (self->egypt, "a1", "ar", NULL);
  fixture_text (self->mexico, "a1", "ar", "تصف المتاحف كل قطعة، وتحفظ السجل عشر سنوات.");
  merge_twice (self, TWF_DECISION_ACCEPT);
  g_assert_null (fixture_get_text (self->rolling, "a1", "ar"));
}

/* A text that goes, and words put at its end, are two wishes: the words do not stand alone. */
static void
test_words_beside_gone_text (Case *self, gconstpointer data)
{
  fixture_text (self->egypt, "a4", "ar", NULL);
  fixture_text (self->mexico, "a4", "ar", "يلي ذلك تقرير. ثم تنشر الدول سجلا عاما لكل القطع.");
  merge_twice (self, TWF_DECISION_ACCEPT);
  g_assert_cmpstr (fixture_get_text (self->rolling, "a4", "ar"), ==, "يلي ذلك تقرير.");
  g_assert_cmpuint (fixture_count_open (self->rolling, "a4"), ==, 2);
}

/* Who only takes words away does not bring back what was deleted since. */
static void
test_words_from_deleted (Case *self, gconstpointer data)
{
  fixture_remove (self->rolling, "a4");
  fixture_text (self->egypt, "a4", "en", "A report.");
  merge_twice (self, TWF_DECISION_PROPOSE);
  g_assert_null (twf_plan_get_provision (self->rolling, fixture_id ("a4")));
}

/* A provision comes back into a plan that no longer has one of its languages. */
static void
test_language_gone_since (Case *self, gconstpointer data)
{
  const char *const languages[] = { "ar", NULL };

  fixture_text (self->base, "a3", "en", "A register is opened. It is public. It is kept.");
  drop_copies (self);
  copy_base (self);
  fixture_remove (self->rolling, "a3");
  fixture_values (self->rolling, NULL, TWF_PLAN_LANGUAGES, languages);
  fixture_text (
      self->egypt, "a3", "en", "A long list is opened. It is public. It is kept for years.");
  merge_twice (self, TWF_DECISION_PROPOSE);
  g_assert_cmpuint (fixture_count_open (self->rolling, "a3"), ==, 3);
}

/* A new provision's link that does not hold yet is a proposal, not dropped. */
static void
test_link_holds_later (Case *self, gconstpointer data)
{
  TwfProvision *pillar = twf_plan_get_provision (self->mexico, fixture_id ("pillar"));
  g_autoptr (GError) error = NULL;

  twf_plan_move (self->mexico,
                 twf_provision_get_id (pillar),
                 TWF_SECTION_OBJECTIVES,
                 NULL,
                 NULL,
                 "MX",
                 &error);
  g_assert_no_error (error);
  fixture_insert (self->mexico, "new", TWF_SECTION_ACTIONS, NULL, "a4", "MX", "Mexico's own.");
  fixture_value (self->mexico, "new", TWF_FIELD_SERVES, fixture_id ("pillar"));
  merge_twice (self, TWF_DECISION_PROPOSE);
  g_assert_cmpuint (fixture_count_open (self->rolling, "new"), ==, 2);
}

/* What is asked for under a provision whose deletion is on the table stays a proposal. */
static void
test_under_what_may_go (Case *self, gconstpointer data)
{
  TwfProvision *provision;
  g_autoptr (GError) error = NULL;

  twf_plan_move (self->france,
                 fixture_id ("p1"),
                 TWF_SECTION_OBJECTIVES,
                 fixture_id ("o2"),
                 NULL,
                 "FR",
                 &error);
  g_assert_no_error (error);
  fixture_insert (self->france, "new", TWF_SECTION_OBJECTIVES, "p1", NULL, "FR", "France's own.");
  fixture_remove (self->mexico, "p1");
  merge_twice (self, TWF_DECISION_ACCEPT);
  provision = twf_plan_get_provision (self->rolling, fixture_id ("new"));
  g_assert_cmpstr (twf_provision_get_field (provision, TWF_FIELD_PROPOSED), ==, "FR");
}

/* A link is set where any number are held, while the provision moves to where one is. */
static void
test_link_and_section (Case *self, gconstpointer data)
{
  TwfProvision *provision;
  g_autoptr (GError) error = NULL;

  twf_plan_move (self->france, fixture_id ("a4"), TWF_SECTION_PRINCIPLES, NULL, NULL, "FR", &error);
  g_assert_no_error (error);
  fixture_value (self->mexico, "a4", TWF_FIELD_PILLAR, fixture_id ("pillar"));
  merge_twice (self, TWF_DECISION_ACCEPT);
  provision = twf_plan_get_provision (self->rolling, fixture_id ("a4"));
  g_assert_cmpint (twf_provision_get_section (provision), ==, TWF_SECTION_PRINCIPLES);
  g_assert_cmpstr (
      twf_provision_get_field (provision, TWF_FIELD_PILLAR), ==, fixture_id ("pillar"));
}

static TwfProposal *
get_first (TwfPlan *plan, const char *name)
{
  g_autoptr (TwfProposal) first = g_list_model_get_item (
      twf_provision_list_proposals (twf_plan_get_provision (plan, fixture_id (name))), 0);

  return first; /* the plan holds it */
}

/* What comes of Egypt's contribution and the facilitator's, one after the other. */
static TwfPlan *
merge_in_turn (Case *self, TwfPlan *said, gboolean egypt_first)
{
  TwfPlan *result = fixture_copy (self->base);

  for (guint i = 0; i < 2; i++)
    {
      gboolean egypts = egypt_first == (i == 0);
      g_autoptr (TwfPlanMerge) merge = fixture_merge (
          result, self->base, egypts ? "EG" : NULL, egypts ? self->egypt : said, NULL, NULL);

      fixture_apply (result, merge);
    }
  return result;
}

/* Egypt has proposed a wording; the facilitator says @state of it, Egypt asks for another. */
static void
merge_state_in_both_orders (Case *self, TwfProposalState state)
{
  g_autoptr (TwfPlan) tip = fixture_copy (self->base);
  g_autoptr (TwfPlanMerge) proposing = NULL;
  g_autoptr (TwfPlan) said = NULL;
  g_autoptr (TwfProposal) copy = NULL;
  g_autoptr (TwfEdit) edit = NULL;
  g_autoptr (TwfPlan) one = NULL;
  g_autoptr (TwfPlan) other = NULL;

  fixture_text (tip, "a4", "en", "A long report follows.");
  proposing = fixture_merge (self->base, self->base, "EG", tip, NULL, NULL);
  fixture_apply (self->base, proposing);
  said = fixture_copy (self->base);
  copy = twf_proposal_copy (get_first (said, "a4"));
  twf_proposal_set_state (copy, state);
  edit = twf_edit_new_proposal (fixture_id ("a4"), copy);
  g_assert_true (twf_plan_apply (said, edit, NULL, NULL));
  drop_copies (self);
  copy_base (self);
  fixture_text (self->egypt, "a4", "en", "A short report follows.");
  one = merge_in_turn (self, said, TRUE);
  other = merge_in_turn (self, said, FALSE);
  fixture_assert_same (one, other);
  g_assert_cmpint (
      twf_proposal_get_state (twf_provision_get_proposal (
          twf_plan_get_provision (one, fixture_id ("a4")), twf_proposal_get_id (copy))),
      ==,
      state);
}

/* A rejection stays, whether its owner has gone over to another wording before or after. */
static void
test_rejected_and_replaced (Case *self, gconstpointer data)
{
  merge_state_in_both_orders (self, TWF_PROPOSAL_REJECTED);
}

static void
test_withdrawn_twice (Case *self, gconstpointer data)
{
  merge_state_in_both_orders (self, TWF_PROPOSAL_WITHDRAWN);
}

#define ADD(name, test) g_test_add ("/plan-merge-repeat/" name, Case, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("move-and-insert-at-one-place", test_move_and_insert_at_one_place);
  ADD ("places-come-together", test_places_come_together);
  ADD ("words-from-gone-text", test_words_from_gone_text);
  ADD ("words-beside-gone-text", test_words_beside_gone_text);
  ADD ("words-from-deleted", test_words_from_deleted);
  ADD ("language-gone-since", test_language_gone_since);
  ADD ("link-holds-later", test_link_holds_later);
  ADD ("under-what-may-go", test_under_what_may_go);
  ADD ("link-and-section", test_link_and_section);
  ADD ("rejected-and-replaced", test_rejected_and_replaced);
  ADD ("withdrawn-twice", test_withdrawn_twice);
  return g_test_run ();
}
