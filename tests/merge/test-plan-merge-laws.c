/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* What holds of every merge, over made-up plans and histories of three or more delegations. A
 * number in $TWF_LAWS says how many; $TWF_LAWS_FROM which one is the first: a failure names it. */
#include "merge-fixture.h"
#include "random-plan.h"
#include "twf-format.h"

#include <stdlib.h>
#include <string.h>

#define MOST_BRANCHES 5

/* What became of the rolling plan since. */
typedef enum
{
  SINCE_NOTHING,
  SINCE_WORDS,
  SINCE_ANYTHING,
} Since;

/* One made-up history: a base, what became of it, and what each delegation made of the base. */
typedef struct
{
  guint number;
  Since since;
  Chance chance;
  TwfPlan *base;
  TwfPlan *rolling;
  TwfPlan *tips[MOST_BRANCHES];
  guint n_tips;
} History;

static const char *const codes[MOST_BRANCHES] = { "EG", "MX", "FR", "CN", NULL };

static guint
get_number (const char *name, guint otherwise)
{
  const char *said = g_getenv (name);

  return said != NULL ? (guint)atoi (said) : otherwise;
}

static void
propose_some (History *self)
{
  g_autoptr (TwfPlan) tip = fixture_copy (self->base);
  g_autoptr (TwfPlanMerge) merge = NULL;

  for (guint n = chance_draw (&self->chance, 4); n > 0; n--)
    random_word_edit (&self->chance, tip);
  merge = fixture_merge (self->base, self->base, "EG", tip, NULL, NULL);
  fixture_apply (self->base, merge);
}

static void
set_up (History *self, guint number, Since since)
{
  memset (self, 0, sizeof *self);
  self->number = number;
  self->since = since;
  self->chance.rand = g_rand_new_with_seed (number);
  self->base = random_plan (&self->chance, 8);
  if (since != SINCE_NOTHING && chance_draw (&self->chance, 3) == 0)
    propose_some (self);
  self->rolling = fixture_copy (self->base);
  self->n_tips = 3 + chance_draw (&self->chance, MOST_BRANCHES - 2);
  for (guint i = 0; i < self->n_tips; i++)
    {
      self->tips[i] = fixture_copy (self->base);
      for (guint n = 1 + chance_draw (&self->chance, 6); n > 0; n--)
        random_edit (&self->chance, self->tips[i], codes[i]);
    }
  for (guint n = since != SINCE_NOTHING ? chance_draw (&self->chance, 5) : 0; n > 0; n--)
    if (since == SINCE_WORDS)
      random_word_edit (&self->chance, self->rolling);
    else
      random_edit (&self->chance, self->rolling, NULL);
}

static void
tear_down (History *self)
{
  g_rand_free (self->chance.rand);
  g_object_unref (self->base);
  g_object_unref (self->rolling);
  for (guint i = 0; i < self->n_tips; i++)
    g_object_unref (self->tips[i]);
}

static TwfPlanMerge *
merge_in_order (History *self, TwfPlan *rolling, guint first, gboolean backwards)
{
  g_autoptr (GPtrArray) contributions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);

  for (guint i = 0; i < self->n_tips; i++)
    {
      guint at = (first + (backwards ? self->n_tips - i : i)) % self->n_tips;

      g_ptr_array_add (contributions,
                       twf_contribution_new_between (codes[at], self->base, self->tips[at]));
    }
  return twf_plan_merge_new (rolling, contributions);
}

/* A decision that follows from the request alone. */
static void
decide_each (TwfPlanMerge *merge)
{
  GPtrArray *requests = twf_plan_merge_get_requests (merge);

  for (guint i = 0; i < requests->len; i++)
    {
      const char *id = twf_request_get_id (requests->pdata[i]);

      twf_plan_merge_decide (merge, id, g_str_hash (id) % 3);
    }
}

/* $TWF_LAWS_TELL: what became of each request. */
static void
tell (TwfPlanMerge *merge)
{
  g_autoptr (GPtrArray) outcomes = twf_plan_merge_list_outcomes (merge);

  for (guint i = 0; i < outcomes->len && g_getenv ("TWF_LAWS_TELL") != NULL; i++)
    {
      TwfOutcome *outcome = outcomes->pdata[i];
      TwfRequest *request = outcome->request;
      g_autofree char *owners
          = request != NULL ? g_strjoinv (" ", (GStrv)twf_request_get_owners (request)) : NULL;

      g_printerr ("# became %d reason %d: kind %d of %s on %s %s %s: %s -> %s [%s]\n",
                  outcome->kind,
                  outcome->reason,
                  request != NULL ? (int)twf_request_get_kind (request) : -1,
                  owners,
                  outcome->provision,
                  request != NULL ? twf_request_get_language (request) : "",
                  request != NULL ? twf_request_get_field (request) : "",
                  request != NULL ? twf_request_get_old_text (request) : "",
                  request != NULL ? twf_request_get_new_text (request) : "",
                  outcome->proposal);
    }
}

static void
assert_same (History *self, TwfPlan *one, TwfPlan *other)
{
  g_autofree char *first = fixture_tree (one);
  g_autofree char *second = fixture_tree (other);

  if (!g_str_equal (first, second))
    {
      g_auto (GStrv) lines = g_strsplit (first, "\n", -1);
      g_auto (GStrv) others = g_strsplit (second, "\n", -1);
      guint at = 0;

      while (lines[at] != NULL && others[at] != NULL && g_str_equal (lines[at], others[at]))
        at++;
      for (guint i = at > 6 ? at - 6 : 0; lines[i] != NULL && i < at + 4; i++)
        g_printerr ("# one:   %s\n", lines[i]);
      for (guint i = at > 6 ? at - 6 : 0; others[i] != NULL && i < at + 4; i++)
        g_printerr ("# other: %s\n", others[i]);
      g_error ("history %u: the trees differ at line %u", self->number, at);
    }
}

/* Whether a file holds words in a language that the plan does not have. */
static gboolean
is_foreign (TwfPlan *plan, const char *path)
{
  const char *const *languages = twf_plan_get_languages (plan);
  g_autofree char *name = g_path_get_basename (path);
  g_auto (GStrv) pieces = g_strsplit (name, ".", -1);
  guint n = g_strv_length (pieces);

  return g_str_has_suffix (name, ".txt") && n > 1 && !g_strv_contains (languages, pieces[n - 2]);
}

/* What stands, without what is proposed about it, and without words in a language that was taken
 * out of the plan under them: nobody reads them there, and a merge makes proposals of them. */
static TwfPlan *
copy_standing (TwfPlan *plan)
{
  g_autoptr (GHashTable) files = fixture_files (plan);
  GHashTableIter iter;
  gpointer path;
  g_autoptr (GError) error = NULL;
  TwfPlan *copy;

  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (strstr (path, "proposals/") != NULL || is_foreign (plan, path))
      g_hash_table_iter_remove (&iter);
  copy = twf_format_read_plan (files, &error);
  g_assert_no_error (error);
  return copy;
}

static void
assert_stands (History *self, TwfPlan *one, TwfPlan *other)
{
  g_autoptr (TwfPlan) first = copy_standing (one);
  g_autoptr (TwfPlan) second = copy_standing (other);

  assert_same (self, first, second);
}

/* Accepted alone over what it was made on, a contribution is what becomes of it; asked for by
 * several it is the same. */
static void
check_alone (History *self)
{
  for (guint i = 0; i < self->n_tips; i++)
    {
      g_autoptr (TwfPlan) once = fixture_copy (self->base);
      g_autoptr (TwfPlan) twice = fixture_copy (self->base);
      g_autoptr (TwfPlanMerge) one
          = fixture_merge (once, self->base, codes[i], self->tips[i], "US", self->base, NULL, NULL);
      g_autoptr (TwfPlanMerge) both = fixture_merge (
          twice, self->base, "US", self->tips[i], codes[i], self->tips[i], NULL, NULL);

      twf_plan_merge_decide (one, NULL, TWF_DECISION_ACCEPT);
      tell (one);
      fixture_apply (once, one);
      assert_stands (self, once, self->tips[i]);
      twf_plan_merge_decide (both, NULL, TWF_DECISION_ACCEPT);
      tell (both);
      fixture_apply (twice, both);
      assert_stands (self, twice, self->tips[i]);
    }
}

static void
check_order (History *self)
{
  g_autoptr (TwfPlan) one = fixture_copy (self->rolling);
  g_autoptr (TwfPlan) other = fixture_copy (self->rolling);
  g_autoptr (TwfPlanMerge) forwards = merge_in_order (self, one, 0, FALSE);
  g_autoptr (TwfPlanMerge) backwards = merge_in_order (self, other, 1, TRUE);

  decide_each (forwards);
  decide_each (backwards);
  fixture_apply (one, forwards);
  fixture_apply (other, backwards);
  assert_same (self, one, other);
}

static void
propose_in_sequence (History *self, TwfPlan *rolling, gboolean backwards)
{
  for (guint i = 0; i < self->n_tips; i++)
    {
      guint at = backwards ? self->n_tips - 1 - i : i;
      g_autoptr (TwfPlanMerge) merge
          = fixture_merge (rolling, self->base, codes[at], self->tips[at], NULL, NULL);

      fixture_apply (rolling, merge);
    }
}

static void
check_sequence (History *self)
{
  g_autoptr (TwfPlan) one = fixture_copy (self->rolling);
  g_autoptr (TwfPlan) other = fixture_copy (self->rolling);

  propose_in_sequence (self, one, FALSE);
  propose_in_sequence (self, other, TRUE);
  assert_same (self, one, other);
}

static void
add_words (TwfPlan *plan, GHashTable *words)
{
  g_autofree char *tree = fixture_tree (plan);

  random_words (tree, words);
}

static void
add_words_left_out (GPtrArray *outcomes, GHashTable *words)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      TwfOutcome *outcome = outcomes->pdata[i];

      if (outcome->kind != TWF_OUTCOME_REJECTED && outcome->kind != TWF_OUTCOME_LEFT_OUT)
        continue;
      if (twf_request_get_new_text (outcome->request) != NULL)
        random_words (twf_request_get_new_text (outcome->request), words);
    }
}

/* Every word that was contributed is in the text, in a proposal, or told to be left out; none is
 * there that nobody wrote; and none goes that nobody took away. */
static void
check_words (History *self, TwfPlan *result, GPtrArray *outcomes)
{
  g_autoptr (GHashTable) before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) after = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer word;

  add_words (self->base, before);
  add_words (result, after);
  add_words (result, kept);
  add_words_left_out (outcomes, kept);
  add_words (self->base, known);
  add_words (self->rolling, known);
  for (guint i = 0; i < self->n_tips; i++)
    {
      g_autoptr (GHashTable) tip = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      add_words (self->tips[i], tip);
      g_hash_table_iter_init (&iter, tip);
      while (g_hash_table_iter_next (&iter, &word, NULL))
        if (!g_hash_table_contains (before, word) && !g_hash_table_contains (kept, word))
          g_error ("history %u: %s is lost", self->number, (char *)word);
      add_words (self->tips[i], known);
    }
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (known, word))
      g_error ("history %u: %s was invented", self->number, (char *)word);
}

static void
check_standing_words (History *self, TwfPlan *before, TwfPlan *result)
{
  g_autoptr (GHashTable) stood = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) stands = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TwfPlan) plain = copy_standing (before);
  GHashTableIter iter;
  gpointer word;

  add_words (plain, stood);
  add_words (result, stands);
  for (guint i = 0; i < self->n_tips; i++)
    {
      g_autoptr (GHashTable) tip = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (TwfPlan) made = copy_standing (self->tips[i]);

      add_words (made, tip);
      g_hash_table_iter_init (&iter, stood);
      while (g_hash_table_iter_next (&iter, &word, NULL))
        if (!g_hash_table_contains (tip, word))
          g_hash_table_add (stands, g_strdup (word));
    }
  g_hash_table_iter_init (&iter, stood);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!g_hash_table_contains (stands, word))
      g_error ("history %u: %s went although nobody took it away", self->number, (char *)word);
}

/* Whether something was accepted over what the rolling plan had come to. Where that was what
 * another one asks for too, that one asks again: no law holds then, it is what accepting means. */
static gboolean
overrides_rolling (GPtrArray *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      TwfOutcome *outcome = outcomes->pdata[i];

      if (outcome->kind == TWF_OUTCOME_ACCEPTED && outcome->request != NULL
          && twf_request_get_overrides (outcome->request))
        return TRUE;
    }
  return FALSE;
}

/* Merged, with one decision about all: words are accounted for, the result is sound, and to merge
 * the same again changes nothing. */
static void
check_merge (History *self, TwfDecision decision)
{
  g_autoptr (TwfPlan) result = fixture_copy (self->rolling);
  g_autoptr (TwfPlanMerge) merge = merge_in_order (self, result, 0, FALSE);
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autoptr (TwfPlan) again = NULL;
  g_autoptr (TwfPlan) read = NULL;
  g_autoptr (TwfPlanMerge) second = NULL;

  twf_plan_merge_decide (merge, NULL, decision);
  outcomes = twf_plan_merge_list_outcomes (merge);
  tell (merge);
  fixture_apply (result, merge);
  check_words (self, result, outcomes);
  check_standing_words (self, self->rolling, result);
  read = fixture_copy (result);
  assert_same (self, result, read);

  if (overrides_rolling (outcomes)
      || (decision == TWF_DECISION_ACCEPT && self->since == SINCE_ANYTHING))
    return;
  again = fixture_copy (result);
  second = merge_in_order (self, again, 0, FALSE);
  twf_plan_merge_decide (second, NULL, decision);
  tell (second);
  fixture_apply (again, second);
  assert_same (self, result, again);
}

static void
each_history (Since since, void (*check) (History *history))
{
  guint first = get_number ("TWF_LAWS_FROM", 0);
  guint n = get_number ("TWF_LAWS", 200);

  g_test_message ("histories %u to %u", first, first + n - 1);
  for (guint i = first; i < first + n; i++)
    {
      History history;

      set_up (&history, i, since);
      check (&history);
      tear_down (&history);
    }
}

static void
test_alone (void)
{
  each_history (SINCE_NOTHING, check_alone);
}

static void
test_order (void)
{
  each_history (SINCE_ANYTHING, check_order);
}

static void
test_sequence (void)
{
  each_history (SINCE_WORDS, check_sequence);
}

static void
check_propose (History *self)
{
  check_merge (self, TWF_DECISION_PROPOSE);
}

static void
check_accept (History *self)
{
  check_merge (self, TWF_DECISION_ACCEPT);
}

static void
check_reject (History *self)
{
  check_merge (self, TWF_DECISION_REJECT);
}

static void
test_propose (void)
{
  each_history (SINCE_ANYTHING, check_propose);
}

static void
test_accept (void)
{
  each_history (SINCE_ANYTHING, check_accept);
  each_history (SINCE_WORDS, check_accept);
}

static void
test_reject (void)
{
  each_history (SINCE_ANYTHING, check_reject);
}

/* Five sentences; those from @from to before @to say more. */
static char *
make_sentences (guint from, guint to)
{
  static const char *const verbs[]
      = { "تحمي المواقع كلها", "تدرب الحراس", "تفتح سجلا عاما", "تنشر تقريرا", "تعيد القطع" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (
        text, "%sالدول %s%s.", i > 0 ? " " : "", verbs[i], i >= from && i < to ? " في كل حين" : "");
  return g_string_free (text, FALSE);
}

/* Each delegation changes a sentence of its own: all of it joins. */
static void
check_independent (History *self)
{
  g_autoptr (TwfPlan) result = NULL;
  g_autoptr (TwfPlanMerge) merge = NULL;
  g_autofree char *text = make_sentences (0, 0);
  g_autofree char *expected = make_sentences (0, self->n_tips);

  fixture_text (self->base, NULL, "ar", text);
  result = fixture_copy (self->base);
  for (guint i = 0; i < self->n_tips; i++)
    {
      g_autofree char *own = make_sentences (i, i + 1);

      g_object_unref (self->tips[i]);
      self->tips[i] = fixture_copy (self->base);
      fixture_text (self->tips[i], NULL, "ar", own);
    }
  merge = merge_in_order (self, result, 0, FALSE);
  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  fixture_apply (result, merge);
  g_assert_cmpstr (twf_plan_get_title (result, "ar"), ==, expected);
}

static void
test_independent (void)
{
  each_history (SINCE_NOTHING, check_independent);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/laws/alone", test_alone);
  g_test_add_func ("/laws/order", test_order);
  g_test_add_func ("/laws/sequence", test_sequence);
  g_test_add_func ("/laws/propose", test_propose);
  g_test_add_func ("/laws/accept", test_accept);
  g_test_add_func ("/laws/reject", test_reject);
  g_test_add_func ("/laws/independent", test_independent);
  return g_test_run ();
}
