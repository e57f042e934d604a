/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* The life of proposals: laws over random texts and steps. */
#include "life-fixture.h"

#include "twf-check.h"
#include "twf-format.h"
#include "twf-plan-merge.h"
#include "twf-text-merge.h"
#include "twf-undo.h"
#include "twf-wording.h"

#define ROUNDS 300
#define STEPS 1500

static const char *const egypt[] = { "EG", NULL };

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
      g_autoptr (TwfPlan) plan = life_new_plan ();
      g_autofree char *text = make_text (4);
      guint n_new = 0;
      g_autofree char *wording = change_text (text, "x", &n_new);
      g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, text);
      g_autofree char *pid = NULL;

      if (g_str_equal (text, wording) || *wording == '\0')
        continue;
      pid = life_propose (plan, id, wording, egypt);
      while (twf_proposal_get_state (life_get (plan, pid)) == TWF_PROPOSAL_OPEN)
        {
          g_autoptr (GPtrArray) changes = twf_text_split (
              life_get_text (plan, id), twf_proposal_get_text (life_get (plan, pid), "en"), "en");

          g_assert_cmpuint (changes->len, >, 0);
          STEP (plan,
                twf_proposal_accept (
                    plan, pid, NULL, g_test_rand_int_range (0, (int)changes->len), &error));
        }
      g_assert_cmpstr (life_get_text (plan, id), ==, wording);
      life_assert_state (plan, pid, TWF_PROPOSAL_ACCEPTED);
    }
}

/* However often the text changes under it, a proposal goes on asking for its words. */
static void
test_no_word_is_lost (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (TwfPlan) plan = life_new_plan ();
      g_autofree char *text = make_text (4);
      guint n_new = 0;
      g_autofree char *wording = change_text (text, "x", &n_new);
      g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, text);
      g_autofree char *pid = NULL;

      if (n_new == 0)
        continue;
      pid = life_propose (plan, id, wording, egypt);
      for (guint j = 0; j < 4; j++)
        {
          guint n = 0;
          g_autofree char *mark = g_strdup_printf ("y%u", j);
          g_autofree char *old = g_strdup (life_get_text (plan, id));
          g_autofree char *now = change_text (old, mark, &n);

          if (*now == '\0')
            continue;
          life_set_text (plan, id, "en", now);
          life_apply (plan, twf_proposals_carry (plan, id, TWF_PART_BODY, "en", old, now), NULL);
          g_assert_true (twf_proposal_is_made_on (life_get (plan, pid), "en", now));
        }
      for (guint n = 1; n <= n_new; n++)
        if (!has_word (twf_proposal_get_text (life_get (plan, pid), "en"), "x", n))
          g_error ("word %u of «%s» is not in «%s»",
                   n,
                   wording,
                   twf_proposal_get_text (life_get (plan, pid), "en"));
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
  g_autofree char *text = g_strdup (life_get_text (plan, id));
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
      added = life_new_provision (plan, new_id, NULL);
      return twf_proposal_make_insert (plan, added, owners, NULL, NULL, NULL);
    default:
      return twf_proposal_make_text (
          plan, id, TWF_PART_BODY, "en", wording, owners, "why", NULL, NULL);
    }
}

/* One with the first other one about the same provision that can be met with. */
static GPtrArray *
meet_at_random (TwfPlan *plan, GPtrArray *pids, const char *one)
{
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  g_autofree char *text = make_text (2);
  GPtrArray *edits = NULL;

  twf_proposal_set_text (draft, "en", text);
  for (guint i = 0; i < pids->len && edits == NULL; i++)
    if (!g_str_equal (pids->pdata[i], one))
      edits = twf_proposal_make_compromise (
          plan, (const char *const[]){ one, pids->pdata[i], NULL }, draft, NULL, NULL);
  return edits;
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

  switch (g_test_rand_int_range (0, 12))
    {
    case 7:
    case 8:
      return pid != NULL ? meet_at_random (plan, pids, pid) : NULL;
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

/* What was given up for a compromise waits for one that somebody of its owners stands with. */
static guint
count_forgotten (TwfPlan *plan, guint *n_waiting)
{
  g_autoptr (GPtrArray) pids = list_pids (plan);
  guint n = 0;

  for (guint i = 0; i < pids->len; i++)
    {
      TwfProposal *taken = life_get (plan, pids->pdata[i]);
      const char *pid = twf_proposal_get_field (taken, TWF_PROPOSAL_FIELD_REPLACED_BY);
      TwfProposal *compromise = pid != NULL ? twf_plan_get_proposal (plan, pid, NULL) : NULL;
      TwfProposalState state;

      if (compromise == NULL || twf_proposal_get_state (taken) != TWF_PROPOSAL_WITHDRAWN)
        continue;
      state = twf_proposal_get_state (compromise);
      *n_waiting += 1;
      n += state == TWF_PROPOSAL_REJECTED
           || (state == TWF_PROPOSAL_WITHDRAWN
               && twf_proposal_get_field (compromise, TWF_PROPOSAL_FIELD_REPLACED_BY) == NULL);
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
    life_apply (plan,
                twf_proposals_carry_along (
                    plan, twf_provision_get_id (g_ptr_array_index (all, i)), wordings, TRUE),
                NULL);
}

/* Any steps: each applies whole, leaves proposals that are made on what stands, is undone by undo,
 * and what comes of it can be stored. */
static void
test_random_life (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autoptr (TwfUndo) undo = NULL;
  g_autoptr (GHashTable) wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_done = 0;
  guint n_waiting = 0;

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
      life_apply (plan, edits, NULL);
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
      g_assert_cmpuint (count_forgotten (plan, &n_waiting), ==, 0);
      n_done++;
    }
  g_test_message ("%u steps", n_done);
  g_assert_cmpuint (n_waiting, >, 0);
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

static TwfPlan *
copy_plan (TwfPlan *plan)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (GError) error = NULL;
  TwfPlan *copy;

  twf_format_write_plan (plan, files);
  copy = twf_format_read_plan (files, &error);
  g_assert_no_error (error);
  return copy;
}

static void
merge_in (TwfPlan *rolling, const char *owner, TwfPlan *base, TwfPlan *tip)
{
  g_autoptr (GPtrArray) contributions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);
  g_autoptr (TwfPlanMerge) merge = NULL;

  g_ptr_array_add (contributions, twf_contribution_new_between (owner, base, tip));
  merge = twf_plan_merge_new (rolling, contributions);
  life_apply (rolling, twf_plan_merge_list_edits (merge), NULL);
}

/* What a contribution proposes can be accepted, all of it, and then the text is the contribution's.
 */
static void
test_after_a_merge (void)
{
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (TwfPlan) rolling = life_new_plan ();
      g_autoptr (TwfPlan) base = NULL;
      g_autoptr (TwfPlan) tip = NULL;
      g_autofree char *text = make_text (5);
      g_autofree char *id = fixture_add (rolling, TWF_SECTION_ACTIONS, NULL, text);
      guint n_new = 0;
      g_autofree char *wording = change_text (text, "x", &n_new);
      g_autoptr (TwfProvision) added = life_new_provision (rolling, "abcdefghijkm", NULL);
      g_autoptr (GPtrArray) pids = NULL;
      guint n = 0;

      if (*wording == '\0')
        continue;
      base = copy_plan (rolling);
      tip = copy_plan (rolling);
      life_set_text (tip, id, "en", wording);
      life_add (tip, added);
      merge_in (rolling, "EG", base, tip);
      g_assert_cmpuint (count_faults (rolling), ==, 0);
      g_assert_cmpstr (life_get_text (rolling, id), ==, text);
      pids = list_pids (rolling);
      for (; n < pids->len; n++)
        if (twf_proposal_get_state (life_get (rolling, pids->pdata[n])) == TWF_PROPOSAL_OPEN)
          STEP (rolling,
                twf_proposal_accept (rolling, pids->pdata[n], NULL, TWF_WHOLE_PROPOSAL, &error));
      g_assert_cmpstr (life_get_text (rolling, id), ==, wording);
      g_assert_false (
          twf_provision_is_proposed (twf_plan_get_provision (rolling, "abcdefghijkm"), NULL));
      g_assert_cmpuint (count_faults (rolling), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/life/some-and-the-rest", test_some_and_the_rest);
  g_test_add_func ("/life/no-word-is-lost", test_no_word_is_lost);
  g_test_add_func ("/life/random", test_random_life);
  g_test_add_func ("/life/after-a-merge", test_after_a_merge);
  return g_test_run ();
}
