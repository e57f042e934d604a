/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-proposal.h"
#include "twf-remark.h"

static void
test_fields_are_sets (void)
{
  static const char *const owners[] = { "MX", "EG", "MX", NULL };
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("abcdefghijkm");
  g_auto (GStrv) names = NULL;

  g_assert_true (twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_OWNER, owners));
  g_assert_cmpstr (twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER)[0], ==, "EG");
  g_assert_cmpstr (twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER)[1], ==, "MX");
  g_assert_null (twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER)[2]);

  names = twf_proposal_list_fields (proposal);
  g_assert_cmpstr (names[0], ==, "Kind");
  g_assert_cmpstr (names[1], ==, "Owner");
  g_assert_cmpstr (names[2], ==, "State");
  g_assert_null (names[3]);
}

static void
test_unknown_fields_are_kept (void)
{
  static const char *const values[] = { "if PP3 stays", NULL };
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfProposal) copy = NULL;

  g_assert_true (twf_proposal_set_values (proposal, "Condition", values));
  twf_proposal_set_text (proposal, "ar", "نص مقترح");
  copy = twf_proposal_copy (proposal);
  g_assert_cmpstr (twf_proposal_get_field (copy, "Condition"), ==, "if PP3 stays");
  g_assert_cmpstr (twf_proposal_get_text (copy, "ar"), ==, "نص مقترح");
  g_assert_true (twf_proposal_equal (proposal, copy));
  twf_proposal_set_state (copy, TWF_PROPOSAL_PARKED);
  g_assert_false (twf_proposal_equal (proposal, copy));
}

static void
test_refuses_words_it_does_not_know (void)
{
  static const char *const bad[] = { "maybe", NULL };
  static const char *const two[] = { "delete", "move", NULL };
  static const char *const good[] = { "delete", NULL };
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("abcdefghijkm");

  g_assert_false (twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_KIND, bad));
  g_assert_false (twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_KIND, two));
  g_assert_false (twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_KIND, NULL));
  g_assert_false (twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_STATE, bad));
  g_assert_false (twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_REASON, two));
  g_assert_true (twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_BASE, two));
  g_assert_cmpint (twf_proposal_get_kind (proposal), ==, TWF_PROPOSAL_REPLACE);
  g_assert_true (twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_KIND, good));
  g_assert_cmpint (twf_proposal_get_kind (proposal), ==, TWF_PROPOSAL_DELETE);
}

/* Who asks for it, where it stands and how it is carried along say nothing about what it is. */
static void
test_id_is_of_the_content (void)
{
  g_autoptr (TwfProposal) one = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfProposal) other = twf_proposal_new ("bbcdefghijkm");
  g_autofree char *id = NULL;
  g_autofree char *same = NULL;
  g_autofree char *elsewhere = NULL;
  g_autofree char *different = NULL;

  twf_proposal_set_text (one, "en", "States protect all museums.");
  twf_proposal_set_text (other, "en", "States protect all museums.");
  twf_proposal_add_value (one, TWF_PROPOSAL_FIELD_OWNER, "EG");
  twf_proposal_add_value (other, TWF_PROPOSAL_FIELD_OWNER, "US");
  twf_proposal_add_value (other, TWF_PROPOSAL_FIELD_POSITION, "MX delete");
  twf_proposal_set_state (other, TWF_PROPOSAL_PARKED);
  id = twf_proposal_dup_content_id (one, "cbcdefghijkm");
  same = twf_proposal_dup_content_id (other, "cbcdefghijkm");
  elsewhere = twf_proposal_dup_content_id (one, NULL);
  twf_proposal_set_part (other, TWF_PART_MEANS);
  different = twf_proposal_dup_content_id (other, "cbcdefghijkm");
  g_assert_cmpstr (id, ==, same);
  g_assert_cmpstr (id, !=, elsewhere);
  g_assert_cmpstr (id, !=, different);
  g_assert_cmpint (twf_proposal_get_part (other), ==, TWF_PART_MEANS);
  twf_proposal_set_part (other, TWF_PART_BODY);
  g_assert_null (twf_proposal_get_field (other, TWF_PROPOSAL_FIELD_PART));
}

static void
test_remark_is_what_it_was_made_of (void)
{
  g_autoptr (TwfRemark) one = twf_remark_new ("abcdefghijkm", "EG", 1290000000, "Why now?");
  g_autoptr (TwfRemark) same = twf_remark_new ("abcdefghijkm", "EG", 1290000000, "Why now?");
  g_autoptr (TwfRemark) other = twf_remark_new ("abcdefghijkm", NULL, 1290000000, "Why now?");

  g_assert_true (twf_remark_equal (one, same));
  g_assert_false (twf_remark_equal (one, other));
  g_assert_cmpstr (twf_remark_get_author (one), ==, "EG");
  g_assert_cmpint (twf_remark_get_when (one), ==, 1290000000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proposal/fields-are-sets", test_fields_are_sets);
  g_test_add_func ("/proposal/unknown-fields-are-kept", test_unknown_fields_are_kept);
  g_test_add_func ("/proposal/refuses-words-it-does-not-know", test_refuses_words_it_does_not_know);
  g_test_add_func ("/proposal/id-is-of-the-content", test_id_is_of_the_content);
  g_test_add_func ("/remark/is-what-it-was-made-of", test_remark_is_what_it_was_made_of);
  return g_test_run ();
}
