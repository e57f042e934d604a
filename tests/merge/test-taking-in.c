/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* A delegation takes the rolling text in, over made-up plans. $TWF_LAWS says over how many,
 * $TWF_LAWS_FROM which one is the first: a failure names it. */
#include "merge-fixture.h"
#include "random-plan.h"

#include <stdlib.h>
#include <string.h>

#define OWNER "EG"
#define HISTORIES 400

/* A base, what became of it on the delegation's own branch, and what the rolling text became. */
typedef struct
{
  guint number;
  Chance chance;
  TwfPlan *base;
  TwfPlan *own;
  TwfPlan *rolling;
  gboolean compared;
} History;

static guint
get_number (const char *name, guint otherwise)
{
  const char *said = g_getenv (name);

  return said != NULL ? (guint)atoi (said) : otherwise;
}

static void
set_up (History *self, guint number, gboolean words)
{
  memset (self, 0, sizeof *self);
  self->number = number;
  self->chance.rand = g_rand_new_with_seed (number);
  self->base = random_plan (&self->chance, 8);
  self->own = fixture_copy (self->base);
  self->rolling = fixture_copy (self->base);
  for (guint n = 1 + chance_draw (&self->chance, 6); n > 0; n--)
    {
      if (words)
        random_word_edit (&self->chance, self->own);
      else
        random_edit (&self->chance, self->own, OWNER);
    }
  for (guint n = 1 + chance_draw (&self->chance, 6); n > 0; n--)
    {
      if (words)
        random_word_edit (&self->chance, self->rolling);
      else
        random_edit (&self->chance, self->rolling, NULL);
    }
}

static void
tear_down (History *self)
{
  g_rand_free (self->chance.rand);
  g_object_unref (self->base);
  g_object_unref (self->own);
  g_object_unref (self->rolling);
}

/* @own becomes what it is with @rolling taken in. Returns what was done. */
static TwfPlanMerge *
take_in (TwfPlan *own, TwfPlan *base, TwfPlan *rolling)
{
  g_autoptr (TwfContribution) contribution = twf_contribution_new_between (NULL, base, rolling);
  g_autoptr (TwfPlan) before = fixture_copy (own);
  TwfPlanMerge *merge = twf_plan_merge_new_taking_in (before, contribution);

  fixture_apply (own, merge);
  return merge;
}

/* All but those of remarks: what is said about a provision goes with it. */
static GHashTable *
list_words (TwfPlan *plan)
{
  g_autoptr (GHashTable) files = fixture_files (plan);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer path, bytes;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    if (strstr (path, "/remarks/") == NULL)
      {
        gsize size;
        const char *data = g_bytes_get_data (bytes, &size);
        g_autofree char *text = g_strndup (data != NULL ? data : "", size);

        random_words (text, words);
      }
  return words;
}

/* All words of @plan that @former has not stand in @result, or among @beside. */
static void
assert_kept (History *self,
             const char *whose,
             TwfPlan *plan,
             TwfPlan *former,
             TwfPlan *result,
             GHashTable *beside)
{
  g_autoptr (GHashTable) words = list_words (plan);
  g_autoptr (GHashTable) old = list_words (former);
  g_autoptr (GHashTable) now = list_words (result);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (old, word) && !g_hash_table_contains (now, word)
        && (beside == NULL || !g_hash_table_contains (beside, word)))
      g_error ("history %u: %s of %s is gone", self->number, (char *)word, whose);
}

/* What was told of and not taken. */
static GHashTable *
list_left_out (TwfPlanMerge *merge)
{
  g_autoptr (GPtrArray) outcomes = twf_plan_merge_list_outcomes (merge);
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < outcomes->len; i++)
    {
      const TwfOutcome *outcome = outcomes->pdata[i];

      g_assert_cmpint (outcome->kind, !=, TWF_OUTCOME_PROPOSED);
      g_assert_cmpint (outcome->kind, !=, TWF_OUTCOME_REJECTED);
      g_assert_cmpint (outcome->kind, !=, TWF_OUTCOME_WITHDRAWN);
      if (outcome->kind == TWF_OUTCOME_LEFT_OUT && outcome->request != NULL
          && twf_request_get_new_text (outcome->request) != NULL)
        random_words (twf_request_get_new_text (outcome->request), words);
    }
  return words;
}

static void
check_nothing_is_lost (History *self)
{
  g_autoptr (TwfPlan) result = fixture_copy (self->own);
  g_autoptr (TwfPlanMerge) merge = take_in (result, self->base, self->rolling);
  g_autoptr (GHashTable) left_out = list_left_out (merge);

  assert_kept (self, "one's own", self->own, self->base, result, NULL);
  assert_kept (self, "the rolling text", self->rolling, self->base, result, left_out);
}

static gboolean
has_languages_of (TwfPlan *plan, TwfPlan *former)
{
  const char *const *now = twf_plan_get_languages (plan);
  const char *const *then = twf_plan_get_languages (former);

  for (guint i = 0; then[i] != NULL; i++)
    if (!g_strv_contains (now, then[i]))
      return FALSE;
  return TRUE;
}

/* Words in a language that was taken out of the plan under them are read by nobody: see DESIGN. */
static void
check_one_side_alone (History *self)
{
  g_autoptr (TwfPlan) idle = fixture_copy (self->base);
  g_autoptr (TwfPlan) busy = fixture_copy (self->own);
  g_autoptr (TwfPlanMerge) one = take_in (idle, self->base, self->rolling);
  g_autoptr (TwfPlanMerge) other = take_in (busy, self->base, self->base);

  fixture_assert_same (busy, self->own);
  if (has_languages_of (self->rolling, self->base))
    fixture_assert_same (idle, self->rolling);
}

/* What the plan would be if all of it were accepted that @own asks for. */
static char *
dup_accepted (TwfPlan *rolling, TwfPlan *base, TwfPlan *own)
{
  g_autoptr (TwfPlan) plan = fixture_copy (rolling);
  g_autoptr (TwfPlanMerge) merge = fixture_merge (rolling, base, OWNER, own, NULL, NULL);

  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  fixture_apply (plan, merge);
  return fixture_tree (plan);
}

static gboolean
leaves_out_anything (TwfPlanMerge *merge)
{
  g_autoptr (GPtrArray) outcomes = twf_plan_merge_list_outcomes (merge);

  for (guint i = 0; i < outcomes->len; i++)
    if (((const TwfOutcome *)outcomes->pdata[i])->kind == TWF_OUTCOME_LEFT_OUT)
      return TRUE;
  return FALSE;
}

/* Taking the rolling text in changes nothing that a delegation asks of it. Where both rewrote the
 * same words its own stay, and beside those the rolling text's may be cut up otherwise. */
static void
check_asks_for_the_same (History *self)
{
  g_autoptr (TwfPlan) result = fixture_copy (self->own);
  g_autoptr (TwfPlanMerge) merge = take_in (result, self->base, self->rolling);
  g_autofree char *before = dup_accepted (self->rolling, self->base, self->own);
  g_autofree char *after = dup_accepted (self->rolling, self->rolling, result);

  if (leaves_out_anything (merge))
    return;
  self->compared = TRUE;
  if (!g_str_equal (before, after))
    g_error ("history %u: asked for before\n%s\nand behind\n%s", self->number, before, after);
}

typedef void (*Check) (History *self);

/* Returns: in how many histories something was compared */
static guint
run (Check check, gboolean words)
{
  guint first = get_number ("TWF_LAWS_FROM", 1);
  guint n = get_number ("TWF_LAWS", HISTORIES);
  guint n_compared = 0;

  for (guint number = first; number < first + n; number++)
    {
      History history;

      set_up (&history, number, words);
      check (&history);
      n_compared += history.compared;
      tear_down (&history);
    }
  return n_compared;
}

static void
test_nothing_is_lost (void)
{
  run (check_nothing_is_lost, FALSE);
}

static void
test_one_side_alone (void)
{
  run (check_one_side_alone, FALSE);
}

static void
test_asks_for_the_same (void)
{
  guint n = run (check_asks_for_the_same, TRUE);

  if (get_number ("TWF_LAWS", HISTORIES) == HISTORIES)
    g_assert_cmpuint (n, >, HISTORIES / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/taking-in/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/taking-in/one-side-alone", test_one_side_alone);
  g_test_add_func ("/taking-in/asks-for-the-same", test_asks_for_the_same);
  return g_test_run ();
}
