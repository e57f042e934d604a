/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Three delegations in one text: who waits for whom, and whose words are to be read again. */
#include "merge-fixture.h"

enum
{
  N_DELEGATIONS = 3,
};

typedef struct
{
  TwfPlan *rolling;
  TwfPlan *tips[N_DELEGATIONS];
  TwfPlanMerge *merge;
  GPtrArray *outcomes;
} Case;

static const char *const owners[] = { "EG", "FR", "MX" };

static void
tear_down (Case *self, gconstpointer data)
{
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_object (&self->merge);
  g_clear_object (&self->rolling);
  for (guint i = 0; i < N_DELEGATIONS; i++)
    g_clear_object (&self->tips[i]);
}

/* All of what became of @text is accepted, as far as it can be. */
static void
accept_all (Case *self, const char *text, const char *const *texts)
{
  g_autoptr (TwfPlan) base = fixture_plan ();

  fixture_text (base, "a1", "en", text);
  self->rolling = fixture_copy (base);
  for (guint i = 0; i < N_DELEGATIONS; i++)
    {
      self->tips[i] = fixture_copy (base);
      fixture_text (self->tips[i], "a1", "en", texts[i]);
    }
  self->merge = fixture_merge (self->rolling,
                               base,
                               owners[0],
                               self->tips[0],
                               owners[1],
                               self->tips[1],
                               owners[2],
                               self->tips[2],
                               NULL,
                               NULL);
  twf_plan_merge_decide (self->merge, NULL, TWF_DECISION_ACCEPT);
  self->outcomes = twf_plan_merge_list_outcomes (self->merge);
  fixture_apply (self->rolling, self->merge);
}

static TwfOutcome *
get_outcome (Case *self, guint which)
{
  TwfOutcome *outcome = fixture_outcome (self->outcomes, TWF_REQUEST_TEXT, owners[which]);

  g_assert_nonnull (outcome);
  return outcome;
}

/* Two change the same word of a sentence, the third others of it: these do not wait for a choice,
 * and what is to be chosen is carried along. */
static void
test_beside_a_clash (Case *self, gconstpointer data)
{
  const char *const texts[] = {
    "Museums describe every object before it is sold, and keep the record for ten years.",
    "Museums describe every object before it is lent, and keep the record for fifty years.",
    "Museums describe every object before it is given, and keep the record for ten years.",
  };
  const TwfOutcomeKind kinds[]
      = { TWF_OUTCOME_PROPOSED, TWF_OUTCOME_ACCEPTED, TWF_OUTCOME_PROPOSED };
  const TwfOutcomeReason reasons[]
      = { TWF_REASON_SAME_WORDS, TWF_REASON_NONE, TWF_REASON_SAME_WORDS };

  accept_all (self,
              "Museums describe every object before it is lent, and keep the record for ten years.",
              texts);
  for (guint i = 0; i < N_DELEGATIONS; i++)
    {
      g_assert_cmpint (get_outcome (self, i)->kind, ==, kinds[i]);
      g_assert_cmpint (get_outcome (self, i)->reason, ==, reasons[i]);
    }
  g_assert_cmpstr (fixture_get_text (self->rolling, "a1", "en"), ==, texts[1]);
  g_assert_cmpuint (fixture_count_open (self->rolling, "a1"), ==, 2);
}

/* Whose edits stand in one sentence are to be read again, and nobody else's. */
static void
test_read_again (Case *self, gconstpointer data)
{
  const char *const texts[] = {
    "All museums describe objects. Loans are written down at once.",
    "Museums describe objects. Loans are written down at twice.",
    "Museums describe objects well. Loans are written down at once.",
  };
  const gboolean close[] = { TRUE, FALSE, TRUE };

  accept_all (self, "Museums describe objects. Loans are written down at once.", texts);
  for (guint i = 0; i < N_DELEGATIONS; i++)
    {
      g_assert_cmpint (get_outcome (self, i)->kind, ==, TWF_OUTCOME_ACCEPTED);
      g_assert_cmpint (get_outcome (self, i)->close, ==, close[i]);
    }
  g_assert_cmpstr (fixture_get_text (self->rolling, "a1", "en"),
                   ==,
                   "All museums describe objects well. Loans are written down at twice.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add (
      "/plan-merge-sentence/beside-a-clash", Case, NULL, NULL, test_beside_a_clash, tear_down);
  g_test_add ("/plan-merge-sentence/read-again", Case, NULL, NULL, test_read_again, tear_down);
  return g_test_run ();
}
