/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"
#include "twf-error.h"
#include "twf-undo.h"

#define MOST_CHANGES 1000

static void
keep_inverse_cb (TwfPlan *plan, TwfEdit *edit, TwfEdit *inverse, GPtrArray *pairs)
{
  g_ptr_array_add (pairs, twf_edit_ref (edit));
  g_ptr_array_add (pairs, twf_edit_ref (inverse));
}

static void
apply_or_fail (TwfPlan *plan, TwfEdit *edit)
{
  g_autoptr (GError) error = NULL;

  twf_plan_apply (plan, edit, NULL, &error);
  g_assert_no_error (error);
}

/* All back: what it was. All again: what it became. */
static void
test_inverse_law (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (6);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  g_autofree char *before = fixture_dump (plan);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  gulong handler = g_signal_connect (plan, "applied", G_CALLBACK (keep_inverse_cb), pairs);

  while (pairs->len < 2 * MOST_CHANGES)
    fixture_change_at_random (plan);
  g_signal_handler_disconnect (plan, handler);
  after = fixture_dump (plan);

  for (guint i = pairs->len; i > 0; i -= 2)
    apply_or_fail (plan, g_ptr_array_index (pairs, i - 1));
  undone = fixture_dump (plan);
  g_assert_cmpstr (undone, ==, before);

  for (guint i = 0; i < pairs->len; i += 2)
    apply_or_fail (plan, g_ptr_array_index (pairs, i));
  redone = fixture_dump (plan);
  g_assert_cmpstr (redone, ==, after);
}

static void
replay_cb (TwfPlan *plan, TwfEdit *edit, TwfPlan *copy)
{
  apply_or_fail (copy, edit);
}

/* What "edited" says is enough to keep another plan the same: that is what the journal does. */
static void
test_edited_says_everything (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (5);
  g_autoptr (TwfPlan) copy = twf_plan_new ();
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  g_auto (GStrv) fields = twf_plan_list_fields (plan);
  g_autoptr (TwfUndo) undo = twf_undo_new (plan);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  for (guint i = 0; fields[i] != NULL; i++)
    twf_plan_set_values (copy, fields[i], twf_plan_get_values (plan, fields[i]));
  twf_plan_set_title (copy, "ar", twf_plan_get_title (plan, "ar"));
  for (guint i = 0; i < all->len; i++)
    twf_plan_take_provision (copy, twf_provision_copy (g_ptr_array_index (all, i)));
  g_signal_connect (plan, "edited", G_CALLBACK (replay_cb), copy);

  for (guint i = 0; i < MOST_CHANGES; i++)
    {
      g_autofree char *id = NULL;

      if (g_test_rand_int_range (0, 10) == 0)
        id = twf_undo_undo (undo);
      else if (g_test_rand_int_range (0, 20) == 0)
        id = twf_undo_redo (undo);
      else
        fixture_change_at_random (plan);
    }
  one = fixture_dump (plan);
  other = fixture_dump (copy);
  g_assert_cmpstr (one, ==, other);
}

static void
assert_refused (TwfPlan *plan, TwfEdit *edit, TwfError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfEdit) held = edit;
  g_autofree char *before = fixture_dump (plan);
  g_autofree char *after = NULL;

  g_assert_false (twf_plan_apply (plan, held, NULL, &error));
  g_assert_error (error, TWF_ERROR, (int)code);
  g_assert_null (strchr (error->message, '\n'));
  after = fixture_dump (plan);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refuses_texts (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "One");

  assert_refused (
      plan, twf_edit_new_text ("nnnnnnnnnnnn", TWF_PART_BODY, "en", "x"), TWF_ERROR_NOT_FOUND);
  assert_refused (plan, twf_edit_new_text (id, TWF_PART_MEANS, "en", "x"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_text (id, 99, "en", "x"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_text (NULL, TWF_PART_MEANS, "en", "x"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_text (id, TWF_PART_BODY, "fr", "x"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_text (id, TWF_PART_BODY, "../x", "x"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_text (id, TWF_PART_BODY, "en", "\377"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_text (id, TWF_PART_BODY, "en", "a\001"), TWF_ERROR_INVALID);
  assert_refused (
      plan, twf_edit_new_text (id, TWF_PART_BODY, "en", "a\342\200\256b"), TWF_ERROR_INVALID);
}

static void
test_refuses_values (void)
{
  static const char *const two[] = { "1", "2", NULL };
  static const char *const twice[] = { "ar", "en", "ar", NULL };
  static const char *const without_source[] = { "en", NULL };
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *objective = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "One");
  g_autofree char *action = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Two");

  assert_refused (plan, twf_edit_new_value (action, "Serves", "nnnnnnnnnnnn"), TWF_ERROR_NOT_FOUND);
  assert_refused (plan, twf_edit_new_value (action, "Serves", action), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_value (objective, "Serves", objective), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_value (objective, "Colour", "red"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_value (objective, "Heading", "perhaps"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_values (objective, "Number", two), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_value (objective, "Number", "1\n2"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_value (NULL, "Languages", "klingon!"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_values (NULL, "Languages", twice), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_values (NULL, "Languages", NULL), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_values (NULL, "Languages", without_source), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_value (NULL, "Source-language", "fr"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_value (NULL, "Date", "2010-02-30"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_value (NULL, "a b", "c"), TWF_ERROR_INVALID);
  fixture_set (plan, action, "Serves", objective);
  fixture_set (plan, NULL, "Date", "2010-11-29");
}

static void
test_refuses_places (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *one = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "One");
  g_autofree char *under = fixture_add (plan, TWF_SECTION_OBJECTIVES, one, "Under");
  g_autofree char *action = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Two");
  TwfSection objectives = TWF_SECTION_OBJECTIVES;
  g_autoptr (TwfProvision) bad = twf_provision_new ("NOT AN ID", objectives);

  assert_refused (plan, twf_edit_new_place (one, objectives, under, "i0"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_place (one, objectives, one, "i0"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_place (one, objectives, action, "i0"), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_place (one, objectives, NULL, "I 0"), TWF_ERROR_INVALID);
  assert_refused (
      plan, twf_edit_new_place (one, TWF_SECTION_ACTIONS, NULL, "i0"), TWF_ERROR_INVALID);
  assert_refused (
      plan, twf_edit_new_place (one, objectives, "nnnnnnnnnnnn", "i0"), TWF_ERROR_NOT_FOUND);
  assert_refused (plan, twf_edit_new_remove (one), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_remove ("nnnnnnnnnnnn"), TWF_ERROR_NOT_FOUND);
  twf_provision_set_place (bad, objectives, NULL, "i0");
  assert_refused (plan, twf_edit_new_add (bad), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_add (twf_plan_get_provision (plan, under)), TWF_ERROR_EXISTS);
  assert_refused (plan, twf_edit_new_drop_delegation ("EG"), TWF_ERROR_NOT_FOUND);
}

static void
count_cb (TwfPlan *plan, TwfEdit *edit, guint *n)
{
  ++*n;
}

static void
test_normalises_and_says_so_once (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "One");
  g_autoptr (TwfEdit) edit = twf_edit_new_text (id, TWF_PART_BODY, "en", "e\314\201tat");
  g_autoptr (TwfEdit) inverse = NULL;
  guint n = 0;

  g_signal_connect (plan, "edited", G_CALLBACK (count_cb), &n);
  g_assert_true (twf_plan_apply (plan, edit, &inverse, NULL));
  g_assert_cmpstr (twf_edit_get_text (inverse), ==, "One");
  g_assert_cmpstr (
      twf_provision_get_text (twf_plan_get_provision (plan, id), 0, "en"), ==, "\303\251tat");
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_an_edit_is_not_the_plan (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autoptr (TwfProvision) provision = twf_provision_new ("abcdefghijkm", TWF_SECTION_ACTIONS);
  g_autoptr (TwfEdit) add = NULL;
  g_autoptr (TwfEdit) change = twf_edit_new_text ("abcdefghijkm", TWF_PART_BODY, "en", "Other");

  twf_provision_set_place (provision, TWF_SECTION_ACTIONS, NULL, "i0");
  twf_provision_set_text (provision, TWF_PART_BODY, "en", "One");
  add = twf_edit_new_add (provision);
  apply_or_fail (plan, add);
  apply_or_fail (plan, change);
  g_assert_cmpstr (
      twf_provision_get_text (twf_edit_get_provision (add), TWF_PART_BODY, "en"), ==, "One");
}

static void
test_proposals_and_remarks (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "text");
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfProposal) title = twf_proposal_new ("bbcdefghijkm");
  g_autoptr (TwfRemark) remark = twf_remark_new ("cbcdefghijkm", "EG", 5, "e\314\201tat");
  g_autoptr (TwfEdit) set = twf_edit_new_proposal (id, proposal);
  g_autoptr (TwfEdit) own = twf_edit_new_proposal (NULL, title);
  g_autoptr (TwfEdit) said = twf_edit_new_remark (id, remark);
  g_autoptr (TwfEdit) dropped = twf_edit_new_drop_proposal (id, "abcdefghijkm");
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  TwfProvision *bearer = NULL;

  twf_proposal_set_text (proposal, "en", "e\314\201tat");
  apply_or_fail (plan, set);
  apply_or_fail (plan, own);
  apply_or_fail (plan, said);
  /* In the form in which texts are kept. */
  g_assert_cmpstr (
      twf_proposal_get_text (twf_provision_get_proposal (provision, "abcdefghijkm"), "en"),
      ==,
      "\303\251tat");
  g_assert_cmpstr (twf_remark_get_text (twf_provision_get_remark (provision, "cbcdefghijkm")),
                   ==,
                   "\303\251tat");
  /* Found by its id alone, wherever it is. */
  g_assert_nonnull (twf_plan_get_proposal (plan, "abcdefghijkm", &bearer));
  g_assert_true (bearer == provision);
  g_assert_nonnull (twf_plan_get_proposal (plan, "bbcdefghijkm", &bearer));
  g_assert_null (bearer);
  g_assert_null (twf_plan_get_proposal (plan, "zbcdefghijkm", NULL));
  apply_or_fail (plan, dropped);
  g_assert_null (twf_plan_get_proposal (plan, "abcdefghijkm", NULL));
  g_assert_true (twf_plan_remove (plan, id, NULL));
  g_assert_nonnull (twf_plan_get_proposal (plan, "bbcdefghijkm", NULL));
}

static TwfEdit *
new_proposal_with (const char *id, const char *field, const char *value)
{
  const char *values[] = { value, NULL };
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("abcdefghijkm");

  if (field != NULL)
    g_assert_true (twf_proposal_set_values (proposal, field, values));
  else
    twf_proposal_set_text (proposal, "en", value);
  return twf_edit_new_proposal (id, proposal);
}

/* What could not be stored is refused; what points nowhere is not: twf_plan_check() tells. */
static void
test_refused_proposals (void)
{
  static const char *const bad[][2] = {
    { "Mood", "good" },          { "Part", "body" },  { "Part", "price" },
    { "Section", "annex" },      { "Parent", "me" },  { "Rank", "a b" },
    { "Replaced-by", "x" },      { "Owner", "a\nb" }, { "Reason", "\u202Ebad" },
    { NULL, "\u202Ebad\u202C" }, { NULL, "\xff" },
  };
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  const char *id = twf_provision_get_id (fixture_pick (plan));
  g_autoptr (TwfProposal) nameless = twf_proposal_new ("me");
  g_autoptr (TwfRemark) empty = twf_remark_new ("abcdefghijkm", NULL, 1, "");
  g_autoptr (TwfRemark) foreign = twf_remark_new ("abcdefghijkm", "nobody", 1, "x");
  g_autoptr (TwfEdit) good = new_proposal_with (id, "Replaced-by", "zzzzzzzzzzzz");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (plan, new_proposal_with (id, bad[i][0], bad[i][1]), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_proposal (id, nameless), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_remark (id, empty), TWF_ERROR_INVALID);
  assert_refused (plan, twf_edit_new_remark (id, foreign), TWF_ERROR_INVALID);
  assert_refused (plan, new_proposal_with ("zzzzzzzzzzzz", NULL, "x"), TWF_ERROR_NOT_FOUND);
  assert_refused (plan, twf_edit_new_drop_proposal (id, "abcdefghijkm"), TWF_ERROR_NOT_FOUND);
  assert_refused (plan, twf_edit_new_drop_proposal (NULL, "abcdefghijkm"), TWF_ERROR_NOT_FOUND);
  assert_refused (plan, twf_edit_new_drop_remark (id, "abcdefghijkm"), TWF_ERROR_NOT_FOUND);
  apply_or_fail (plan, good);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/inverse-law", test_inverse_law);
  g_test_add_func ("/edit/edited-says-everything", test_edited_says_everything);
  g_test_add_func ("/edit/refuses-texts", test_refuses_texts);
  g_test_add_func ("/edit/refuses-values", test_refuses_values);
  g_test_add_func ("/edit/refuses-places", test_refuses_places);
  g_test_add_func ("/edit/normalises-and-says-so-once", test_normalises_and_says_so_once);
  g_test_add_func ("/edit/an-edit-is-not-the-plan", test_an_edit_is_not_the_plan);
  g_test_add_func ("/edit/proposals-and-remarks", test_proposals_and_remarks);
  g_test_add_func ("/edit/refused-proposals", test_refused_proposals);
  return g_test_run ();
}
