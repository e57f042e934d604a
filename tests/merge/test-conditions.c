/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* "Withdraws if that is accepted", where many things are accepted in one merge. */
#include "merge-fixture.h"

#include "twf-positions.h"
#include "twf-proposal-life.h"

#include <string.h>

#define MOST 7
#define ROUNDS 150

/* One provision for each delegation, which proposes other words for it and says so on its branch.
 */
typedef struct
{
  guint n;
  TwfPlan *base;
  TwfPlan *rolling;
  GPtrArray *contributions;
  char *pids[MOST];
} Table;

static const char *const codes[MOST] = { "EG", "MX", "JO", "UY", "FI", "KE", "NP" };
static const char *const names[MOST] = { "one", "two", "three", "four", "five", "six", "seven" };

static char *
dup_wording (guint i, gboolean proposed)
{
  return g_strdup_printf ("States %s %s.", proposed ? "change" : "keep", names[i]);
}

static void
add_delegation (TwfPlan *plan, const char *code)
{
  g_autoptr (TwfDelegation) delegation = twf_delegation_new (code);
  g_autoptr (TwfEdit) edit = NULL;

  if (twf_plan_get_delegation (plan, code) != NULL)
    return;
  edit = twf_edit_new_delegation (delegation);
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}

static void
propose (Table *self, guint i)
{
  const char *const owner[] = { codes[i], NULL };
  g_autofree char *wording = dup_wording (i, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  edits = twf_proposal_make_text (self->rolling,
                                  fixture_id (names[i]),
                                  TWF_PART_BODY,
                                  "en",
                                  wording,
                                  owner,
                                  NULL,
                                  &self->pids[i],
                                  &error);
  g_assert_no_error (error);
  twf_plan_apply_all (self->rolling, edits, &error);
  g_assert_no_error (error);
}

/* @asking: which of the delegations ask for it on their branches as well, by bits. */
static Table *
new_table (guint n, guint asking)
{
  Table *self = g_new0 (Table, 1);

  self->n = n;
  self->base = fixture_plan ();
  self->contributions = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_wording (i, FALSE);

      add_delegation (self->base, codes[i]);
      fixture_insert (self->base, names[i], TWF_SECTION_ACTIONS, NULL, NULL, "EG", text);
      fixture_text (self->base, names[i], "en", text);
    }
  self->rolling = fixture_copy (self->base);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TwfPlan) tip = fixture_copy (self->base);
      g_autofree char *wording = dup_wording (i, TRUE);

      propose (self, i);
      if ((asking & (1u << i)) == 0)
        continue;
      fixture_text (tip, names[i], "en", wording);
      g_ptr_array_add (self->contributions,
                       twf_contribution_new_between (codes[i], self->base, tip));
    }
  return self;
}

static void
free_table (Table *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->pids[i]);
  g_ptr_array_unref (self->contributions);
  g_object_unref (self->base);
  g_object_unref (self->rolling);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, free_table)

/* Written as a merge may bring it: nobody refuses a circle there. */
static void
withdraws_if (Table *self, guint i, guint other)
{
  TwfPosition position = { (char *)codes[i], TWF_POSITION_WITHDRAWS_IF, self->pids[other] };
  g_autoptr (TwfProposal) draft
      = twf_proposal_copy (twf_plan_get_proposal (self->rolling, self->pids[i], NULL));
  g_autoptr (TwfEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  twf_proposal_put_position (draft, codes[i], &position);
  edit = twf_edit_new_proposal (fixture_id (names[i]), draft);
  twf_plan_apply (self->rolling, edit, NULL, &error);
  g_assert_no_error (error);
}

static TwfProposalState
get_state (TwfPlan *plan, Table *self, guint i)
{
  return twf_proposal_get_state (twf_plan_get_proposal (plan, self->pids[i], NULL));
}

static void
assert_states (TwfPlan *plan, Table *self, const char *states)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    g_string_append_c (found, twf_proposal_state_get_name (get_state (plan, self, i))[0]);
  g_assert_cmpstr (found->str, ==, states);
}

/* Returns: the plan after everything was accepted. */
static TwfPlan *
accept_all (Table *self, GPtrArray **outcomes)
{
  g_autoptr (TwfPlan) plan = fixture_copy (self->rolling);
  g_autoptr (TwfPlanMerge) merge = twf_plan_merge_new (plan, self->contributions);

  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  if (outcomes != NULL)
    *outcomes = twf_plan_merge_list_outcomes (merge);
  fixture_apply (plan, merge);
  return g_steal_pointer (&plan);
}

/* Only the other is asked for in the merge. */
static void
test_fires (void)
{
  g_autoptr (Table) self = new_table (2, 2);
  g_autoptr (TwfPlan) plan = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  TwfOutcome *last;

  withdraws_if (self, 0, 1);
  plan = accept_all (self, &outcomes);
  assert_states (plan, self, "wa");
  last = outcomes->pdata[outcomes->len - 1];
  g_assert_cmpint (last->kind, ==, TWF_OUTCOME_WITHDRAWN);
  g_assert_cmpint (last->reason, ==, TWF_REASON_CONDITION);
  g_assert_cmpstr (last->code, ==, "EG");
  g_assert_cmpstr (last->proposal, ==, self->pids[0]);
  g_assert_cmpstr (last->condition, ==, self->pids[1]);
}

/* Both are asked for: the one that gives way does. */
static void
test_gives_way (void)
{
  g_autoptr (Table) self = new_table (2, 3);
  g_autoptr (TwfPlan) plan = NULL;
  g_autoptr (TwfPlan) again = NULL;
  g_autoptr (GPtrArray) outcomes = NULL;
  TwfOutcome *given;

  withdraws_if (self, 0, 1);
  plan = accept_all (self, &outcomes);
  assert_states (plan, self, "wa");
  g_assert_cmpstr (fixture_get_text (plan, "one", "en"), ==, "States keep one.");
  given = fixture_outcome (outcomes, TWF_REQUEST_TEXT, "EG");
  g_assert_cmpint (given->kind, ==, TWF_OUTCOME_LEFT_OUT);
  g_assert_cmpint (given->reason, ==, TWF_REASON_CONDITION);

  /* Asked for again by who knows nothing of it, it stays withdrawn. */
  g_set_object (&self->rolling, plan);
  again = accept_all (self, NULL);
  fixture_assert_same (again, plan);
}

/* One who asks for it whatever happens is enough. */
static void
test_another_asks (void)
{
  g_autoptr (Table) self = new_table (2, 3);
  g_autoptr (TwfPlan) tip = fixture_copy (self->base);
  g_autoptr (TwfPlan) plan = NULL;

  withdraws_if (self, 0, 1);
  fixture_text (tip, "one", "en", "States change one.");
  g_ptr_array_add (self->contributions, twf_contribution_new_between ("JO", self->base, tip));
  plan = accept_all (self, NULL);
  assert_states (plan, self, "aa");
}

static void
test_circles (void)
{
  g_autoptr (Table) two = new_table (2, 3);
  g_autoptr (Table) three = new_table (5, 31);
  g_autoptr (TwfPlan) after_two = NULL;
  g_autoptr (TwfPlan) after_three = NULL;

  withdraws_if (two, 0, 1);
  withdraws_if (two, 1, 0);
  after_two = accept_all (two, NULL);
  assert_states (after_two, two, "oo");

  /* The fourth hangs on the circle, the fifth on the fourth. */
  withdraws_if (three, 0, 1);
  withdraws_if (three, 1, 2);
  withdraws_if (three, 2, 0);
  withdraws_if (three, 3, 0);
  withdraws_if (three, 4, 3);
  after_three = accept_all (three, NULL);
  assert_states (after_three, three, "oooaw");
}

/* Of a circle of two, the one that a person accepts alone takes the other off the table. */
static void
test_circle_with_one_chosen (void)
{
  g_autoptr (Table) self = new_table (2, 2);
  g_autoptr (TwfPlan) plan = NULL;

  withdraws_if (self, 0, 1);
  withdraws_if (self, 1, 0);
  plan = accept_all (self, NULL);
  assert_states (plan, self, "wa");
}

static void
test_chain (void)
{
  g_autoptr (Table) self = new_table (4, 15);
  g_autoptr (TwfPlan) plan = NULL;

  withdraws_if (self, 0, 1);
  withdraws_if (self, 1, 2);
  withdraws_if (self, 2, 3);
  plan = accept_all (self, NULL);
  assert_states (plan, self, "wawa");
}

/* What each state of the other comes to. */
static void
test_other_states (void)
{
  static const struct
  {
    TwfProposalState state;
    const char *states;
  } cases[] = {
    { TWF_PROPOSAL_ACCEPTED, "wa" },
    { TWF_PROPOSAL_WITHDRAWN, "aw" },
    { TWF_PROPOSAL_REJECTED, "ar" },
    { TWF_PROPOSAL_PARKED, "ap" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Table) self = new_table (2, 1);
      g_autoptr (TwfProposal) other
          = twf_proposal_copy (twf_plan_get_proposal (self->rolling, self->pids[1], NULL));
      g_autoptr (TwfEdit) edit = NULL;
      g_autoptr (TwfPlan) plan = NULL;

      twf_proposal_set_state (other, cases[i].state);
      edit = twf_edit_new_proposal (fixture_id (names[1]), other);
      g_assert_true (twf_plan_apply (self->rolling, edit, NULL, NULL));
      withdraws_if (self, 0, 1);
      plan = accept_all (self, NULL);
      assert_states (plan, self, cases[i].states);
    }
}

static void
shuffle (GPtrArray *array)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint j = (guint)g_test_rand_int_range (0, (int)i);
      gpointer held = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[j];
      array->pdata[j] = held;
    }
}

/* Nobody is left on the table on a condition that is met; what is accepted stands; what is not, as
 * it did; nothing is lost. */
static void
assert_lawful (Table *self, TwfPlan *plan)
{
  for (guint i = 0; i < self->n; i++)
    {
      TwfProposal *proposal = twf_plan_get_proposal (plan, self->pids[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) positions = NULL;

      g_assert_nonnull (proposal);
      text = dup_wording (i, twf_proposal_get_state (proposal) == TWF_PROPOSAL_ACCEPTED);
      g_assert_cmpstr (fixture_get_text (plan, names[i], "en"), ==, text);
      positions = twf_proposal_list_positions (proposal);
      for (guint j = 0;
           twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN && j < positions->len;
           j++)
        {
          TwfPosition *position = positions->pdata[j];

          g_assert_cmpint (
              twf_proposal_get_state (twf_plan_get_proposal (plan, position->condition, NULL)),
              !=,
              TWF_PROPOSAL_ACCEPTED);
        }
    }
}

/* Any conditions, circles among them: it ends, lawfully, and alike in whatever order. */
static void
test_laws (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n = (guint)g_test_rand_int_range (2, MOST + 1);
      g_autoptr (Table) self = new_table (n, (guint)g_test_rand_int_range (0, 1 << n));
      g_autoptr (TwfPlan) first = NULL;
      g_autoptr (TwfPlan) second = NULL;
      g_autoptr (TwfPlan) again = NULL;

      for (guint i = 0; i < n; i++)
        if (g_test_rand_int_range (0, 3) > 0)
          withdraws_if (self, i, (guint)g_test_rand_int_range (0, (int)n));
      first = accept_all (self, NULL);
      shuffle (self->contributions);
      second = accept_all (self, NULL);
      fixture_assert_same (first, second);
      assert_lawful (self, first);
      g_set_object (&self->rolling, first);
      again = accept_all (self, NULL);
      assert_lawful (self, again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/conditions/fires", test_fires);
  g_test_add_func ("/merge/conditions/gives-way", test_gives_way);
  g_test_add_func ("/merge/conditions/another-asks", test_another_asks);
  g_test_add_func ("/merge/conditions/circles", test_circles);
  g_test_add_func ("/merge/conditions/circle-with-one-chosen", test_circle_with_one_chosen);
  g_test_add_func ("/merge/conditions/chain", test_chain);
  g_test_add_func ("/merge/conditions/other-states", test_other_states);
  g_test_add_func ("/merge/conditions/laws", test_laws);
  return g_test_run ();
}
