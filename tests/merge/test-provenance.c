/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-provenance.h"

static guint
follow (TwfProvenance *self, const char *text, guint parent)
{
  return twf_provenance_add (self, text, &parent, 1);
}

/* "[0]words [1,2]words ": who brought what; for deleted passages, "[0-3]words" with who took it. */
static char *
draw (GPtrArray *passages)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    {
      const TwfPassage *passage = passages->pdata[i];

      g_string_append_c (line, '[');
      for (guint j = 0; j < passage->n_origins; j++)
        g_string_append_printf (line, "%s%u", j > 0 ? "," : "", passage->origins[j]);
      g_assert_true (!passage->left_out || passage->deleted_by != TWF_STILL_STANDS);
      if (passage->deleted_by != TWF_STILL_STANDS)
        g_string_append_printf (line,
                                "%c%u@%u",
                                passage->left_out ? '!' : '-',
                                passage->deleted_by,
                                (guint)passage->place);
      g_string_append_printf (line, "]%s", passage->text);
    }
  return g_string_free (line, FALSE);
}

static void
assert_present (TwfProvenance *self, guint version, const char *expected)
{
  g_autoptr (GPtrArray) passages = twf_provenance_list_present (self, version);
  g_autofree char *drawn = draw (passages);

  g_assert_cmpstr (drawn, ==, expected);
}

static void
assert_deleted (TwfProvenance *self, guint version, const char *expected)
{
  g_autoptr (GPtrArray) passages = twf_provenance_list_deleted (self, version);
  g_autofree char *drawn = draw (passages);

  g_assert_cmpstr (drawn, ==, expected);
}

static void
test_line (void)
{
  g_autoptr (TwfProvenance) self = twf_provenance_new ("ar");

  twf_provenance_add (self, "تعزيز التعاون في مجال المياه.", NULL, 0);
  follow (self, "تعزيز التعاون الإقليمي في مجال المياه.", 0);
  follow (self, "تعزيز التعاون الإقليمي في مجال المياه  والطاقة.", 1);
  assert_present (self, 0, "[0]تعزيز التعاون في مجال المياه.");
  assert_present (self, 2, "[0]تعزيز التعاون [1]الإقليمي [0]في مجال المياه  [2]والطاقة[0].");
  assert_deleted (self, 2, "");
  follow (self, "تعزيز التعاون في مجال المياه  والطاقة.", 2);
  assert_deleted (self, 3, "[1-3@25]الإقليمي");
  assert_present (self, 3, "[0]تعزيز التعاون في مجال المياه  [2]والطاقة[0].");
}

/* A stretched word, and one written in another normal form, stays whose it was; and as it is
 * stretched now it is shown. */
static void
test_other_form (void)
{
  g_autoptr (TwfProvenance) self = twf_provenance_new ("ar");

  twf_provenance_add (self, "تعزيز التعاون في مجال القرآن.", NULL, 0);
  follow (self, "تعزيز التعـــاون في مجال القرا\331\223ن.", 0);
  follow (self, "تعزيز التعـاون الآن في مجال القرآن ـ.", 1);
  assert_present (self, 1, "[0]تعزيز التعـــاون في مجال القرا\331\223ن.");
  assert_deleted (self, 1, "");
  assert_present (self, 2, "[0]تعزيز التعـاون [2]الآن [0]في مجال القرآن [2]ـ[0].");
}

/* Two words that were put in once, far from each other, and went: put in anew side by side, they
 * are new. */
static void
test_met_by_chance (void)
{
  g_autoptr (TwfProvenance) self = twf_provenance_new ("en");

  twf_provenance_add (
      self, "States shall protect rivers and shall inform the public about all floods.", NULL, 0);
  follow (
      self, "States shall protect coastal rivers and shall inform the public about all floods.", 0);
  follow (self,
          "States shall protect coastal rivers and shall inform the public about all major floods.",
          1);
  follow (self, "States shall protect rivers and shall inform the public about all floods.", 2);
  follow (self,
          "States shall protect rivers and shall inform the major coastal public about all floods.",
          3);
  assert_present (self,
                  4,
                  "[0]States shall protect rivers and shall inform the [4]major coastal [0]public "
                  "about all floods.");
}

static void
test_nothing (void)
{
  g_autoptr (TwfProvenance) self = twf_provenance_new (NULL);

  twf_provenance_add (self, NULL, NULL, 0);
  follow (self, "", 0);
  follow (self, "Words.", 1);
  follow (self, NULL, 2);
  follow (self, "   ", 3);
  follow (self, "Words.", 4);
  assert_present (self, 0, "");
  assert_present (self, 3, "");
  assert_deleted (self, 3, "[2-3@0]Words.");
  assert_present (self, 4, "");
  assert_present (self, 5, "[2]Words.");
  assert_deleted (self, 5, "");
}

/* Withdrawn and brought back by another: still the first one's. */
static void
test_brought_back (void)
{
  g_autoptr (TwfProvenance) self = twf_provenance_new ("en");

  twf_provenance_add (self, "States shall share water fairly. They shall meet.", NULL, 0);
  follow (self, "States shall share water fairly and without delay. They shall meet.", 0);
  follow (self, "States shall share water fairly. They shall meet.", 1);
  follow (self, "States shall share all water fairly. They shall meet each year.", 2);
  assert_present (self, 2, "[0]States shall share water fairly. They shall meet.");
  follow (
      self, "States shall share all water fairly and without delay. They shall meet each year.", 3);
  assert_present (self,
                  4,
                  "[0]States shall share [3]all [0]water fairly [1]and without delay[0]. They "
                  "shall meet [3]each year[0].");
  assert_deleted (self, 4, "");
  assert_deleted (self, 3, "[1-2@35]and without delay");
}

static void
test_moved_sentence (void)
{
  g_autoptr (TwfProvenance) self = twf_provenance_new ("en");

  twf_provenance_add (
      self,
      "Museums keep a register of objects. Courts restore what was taken. All report yearly.",
      NULL,
      0);
  follow (
      self,
      "Museums keep a register of objects. Courts restore what was unlawfully taken. All report "
      "yearly.",
      0);
  follow (self,
          "All report yearly. Courts restore what was unlawfully taken. Museums keep a public "
          "register of objects.",
          1);
  assert_present (self,
                  2,
                  "[0]All report yearly. Courts restore what was [1]unlawfully [0]taken. Museums "
                  "keep a [2]public [0]register of objects.");
  assert_deleted (self, 2, "");
}

/* Two branches and their merge; then a third that put in the same words as the first. */
static void
test_merge (void)
{
  g_autoptr (TwfProvenance) self = twf_provenance_new ("en");
  guint both[] = { 1, 2 };
  guint again[] = { 3, 4 };

  twf_provenance_add (self, "Parties cooperate on water. Parties report.", NULL, 0);
  follow (self, "Parties cooperate on shared water. Parties report.", 0);
  follow (self, "Parties cooperate on water. Parties report yearly.", 0);
  twf_provenance_add (self, "Parties cooperate on shared water. Parties report yearly.", both, 2);
  assert_present (
      self, 3, "[0]Parties cooperate on [1]shared [0]water. Parties report [2]yearly[0].");
  follow (self, "Parties cooperate on shared water.", 0);
  twf_provenance_add (self, "Parties cooperate on shared water. They end.", again, 2);
  assert_present (self, 5, "[0]Parties cooperate on [1,4]shared [0]water. [5]They end[0].");
  g_assert_true (twf_provenance_contains (self, 5, 2));
  g_assert_false (twf_provenance_contains (self, 4, 3));
  /* "Parties report" went on the way of 4; "yearly", which 4 never had, where they met. */
  assert_deleted (self, 5, "[0-4@34]Parties report[2!5@34]yearly");
}

/* The facilitator accepts what a delegation proposed: version 2 is its wording. */
static void
test_proposal (void)
{
  g_autoptr (TwfProvenance) self = twf_provenance_new ("en");
  guint accepted[] = { 1, 2 };

  twf_provenance_add (self, "States decide to act.", NULL, 0);
  follow (self, "Member States decide to act.", 0);
  follow (self, "States resolve to act without delay.", 0);
  twf_provenance_add (self, "Member States resolve to act without delay now.", accepted, 2);
  assert_present (self, 3, "[1]Member [0]States [2]resolve [0]to act [2]without delay [3]now[0].");
  assert_deleted (self, 3, "[0-2@13]decide");
}

/* What two delegations brought on their own branches stayed a proposal at the merge; accepted, it
 * is the proposal's, which names both. */
static void
test_proposal_of_branches (void)
{
  g_autoptr (TwfProvenance) self = twf_provenance_new ("ar");
  guint merged[] = { 0, 1, 2 };
  guint accepted[] = { 3, 4 };

  twf_provenance_add (self, "تعزيز التعاون في مجال المياه.", NULL, 0);
  follow (self, "تعزيز التعاون الإقليمي في مجال المياه.", 0);
  follow (self, "تعزيز التعاون الإقليمي في مجال المياه.", 0);
  twf_provenance_add (self, "تعزيز التعاون في مجال المياه.", merged, 3);
  assert_deleted (self, 3, "[1!3@25]الإقليمي[2!3@25]الإقليمي");
  g_assert_cmpuint (
      twf_provenance_add_proposal (self, "تعزيز التعاون الإقليمي في مجال المياه.", &accepted[0], 1),
      ==,
      4);
  twf_provenance_add (self, "تعزيز التعاون الإقليمي في مجال المياه.", accepted, 2);
  assert_present (self, 5, "[0]تعزيز التعاون [4]الإقليمي [0]في مجال المياه.");
}
int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/provenance/line", test_line);
  g_test_add_func ("/provenance/other-form", test_other_form);
  g_test_add_func ("/provenance/met-by-chance", test_met_by_chance);
  g_test_add_func ("/provenance/nothing", test_nothing);
  g_test_add_func ("/provenance/brought-back", test_brought_back);
  g_test_add_func ("/provenance/moved-sentence", test_moved_sentence);
  g_test_add_func ("/provenance/merge", test_merge);
  g_test_add_func ("/provenance/proposal", test_proposal);
  g_test_add_func ("/provenance/proposal-of-branches", test_proposal_of_branches);
  return g_test_run ();
}
