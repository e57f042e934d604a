/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"

#include "twf-fixed-numbers.h"
#include "twf-numbering.h"

#include <string.h>

#define S TWF_SECTION_ACTIONS

static void
assert_number (TwfPlan *plan, const char *id, const char *language, const char *expected)
{
  g_autofree char *number = twf_plan_dup_number (plan, twf_plan_get_provision (plan, id), language);

  g_assert_cmpstr (number, ==, expected);
}

static char *
add_after (TwfPlan *plan, const char *parent, const char *after)
{
  g_autoptr (GError) error = NULL;
  char *id = twf_plan_add (plan, S, parent, after, NULL, &error);

  g_assert_no_error (error);
  return id;
}

static void
remove_provision (TwfPlan *plan, const char *id)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (twf_plan_remove (plan, id, &error));
  g_assert_no_error (error);
}

/* As at an issue: what is read later has the record told to it. */
static void
issue (TwfPlan *plan)
{
  g_autofree char *record = twf_plan_dup_fixed_numbers (plan);

  twf_plan_set_fixed_numbers (plan, record);
}

static void
test_fixed (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *one = fixture_add (plan, S, NULL, "one");
  g_autofree char *two = fixture_add (plan, S, NULL, "two");
  g_autofree char *a = fixture_add (plan, S, two, "a");
  g_autofree char *b = fixture_add (plan, S, two, "b");
  g_autofree char *three = fixture_add (plan, S, NULL, "three");
  g_autofree char *first = NULL;
  g_autofree char *bis = NULL;
  g_autofree char *ter = NULL;
  g_autofree char *between = NULL;
  g_autofree char *sub = NULL;
  g_autofree char *four = NULL;
  g_autofree char *quater = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (twf_plan_has_fixed_numbers (plan));
  issue (plan);
  g_assert_true (twf_plan_has_fixed_numbers (plan));
  assert_number (plan, three, "en", "3.");
  bis = add_after (plan, NULL, two);
  ter = add_after (plan, NULL, bis);
  first = add_after (plan, NULL, TWF_PLAN_FIRST);
  sub = add_after (plan, two, a);
  four = add_after (plan, NULL, three);
  assert_number (plan, first, "en", "0 bis.");
  assert_number (plan, one, "en", "1.");
  assert_number (plan, two, "en", "2.");
  assert_number (plan, a, "en", "(a)");
  assert_number (plan, sub, "en", "(a bis)");
  assert_number (plan, b, "en", "(b)");
  assert_number (plan, bis, "en", "2 bis.");
  assert_number (plan, ter, "en", "2 ter.");
  assert_number (plan, three, "en", "3.");
  assert_number (plan, four, "en", "4.");

  /* Issued again: what is bis stays bis, whatever comes before it. */
  issue (plan);
  between = add_after (plan, NULL, two);
  assert_number (plan, between, "en", "2 quater.");
  assert_number (plan, bis, "en", "2 bis.");
  quater = add_after (plan, NULL, bis);
  assert_number (plan, quater, "en", "2 quinquies.");
  assert_number (plan, ter, "en", "2 ter.");

  /* A number that was issued is never given again: a gap stays. */
  remove_provision (plan, bis);
  remove_provision (plan, four);
  assert_number (plan, quater, "en", "2 quinquies.");
  g_clear_pointer (&four, g_free);
  issue (plan);
  four = add_after (plan, NULL, NULL);
  assert_number (plan, four, "en", "5.");

  /* What is moved in its list keeps its number, and elsewhere is counted there. */
  g_assert_true (twf_plan_move (plan, three, S, NULL, TWF_PLAN_FIRST, NULL, &error));
  assert_number (plan, three, "en", "3.");
  assert_number (plan, one, "en", "1.");
  g_assert_true (twf_plan_move (plan, three, S, two, NULL, NULL, &error));
  assert_number (plan, three, "en", "(c)");
  issue (plan);
  g_assert_true (twf_plan_move (plan, three, S, NULL, NULL, NULL, &error));
  assert_number (plan, three, "en", "3.");
}

static void
propose (TwfPlan *plan, const char *id, const char *pid, TwfProposalKind kind)
{
  g_autoptr (TwfProposal) proposal = twf_proposal_new (pid);
  g_autoptr (TwfEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  twf_proposal_set_kind (proposal, kind);
  twf_proposal_set_text (proposal, "en", pid);
  edit = twf_edit_new_proposal (id, proposal);
  g_assert_true (twf_plan_apply (plan, edit, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_alternative (TwfPlan *plan,
                    const char *id,
                    const char *pid,
                    const char *language,
                    const char *expected)
{
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  g_autofree char *number = twf_plan_dup_alternative_number (
      plan, provision, twf_provision_get_proposal (provision, pid), language);

  g_assert_cmpstr (number, ==, expected);
}

static void
test_languages (void)
{
  static const struct
  {
    const char *language;
    const char *bis;
    const char *ter;
    const char *sub;
    const char *alt;
    const char *alt_2;
  } expected[] = {
    { "en", "1 bis.", "1 ter.", "(a bis)", "1 alt.", "1 alt 2." },
    { "fr", "1 bis.", "1 ter.", "a bis)", "1 alt.", "1 alt 2." },
    { "es", "1 bis.", "1 ter.", "a bis)", "1 alt.", "1 alt 2." },
    { "ru", "1 bis.", "1 ter.", "a bis)", "1 альт.", "1 альт 2." },
    { "zh", "1之二.", "1之三.", "(a之二)", "1备选.", "1备选 2." },
    { "ar", "1 مكررا -", "1 مكررا ثانيا -", "(أ مكررا)", "1 بديل -", "1 بديل 2 -" },
  };
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *one = fixture_add (plan, S, NULL, "one");
  g_autofree char *a = fixture_add (plan, S, one, "a");
  g_autofree char *b = fixture_add (plan, S, one, "b");
  g_autofree char *two = fixture_add (plan, S, NULL, "two");
  g_autofree char *bis = NULL;
  g_autofree char *ter = NULL;
  g_autofree char *sub = NULL;

  propose (plan, one, "aaaaaaaaaaaa", TWF_PROPOSAL_REPLACE);
  propose (plan, one, "bbbbbbbbbbbb", TWF_PROPOSAL_REPLACE);
  issue (plan);
  bis = add_after (plan, NULL, one);
  ter = add_after (plan, NULL, bis);
  sub = add_after (plan, one, a);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_number (plan, bis, expected[i].language, expected[i].bis);
      assert_number (plan, ter, expected[i].language, expected[i].ter);
      assert_number (plan, sub, expected[i].language, expected[i].sub);
      assert_alternative (plan, one, "aaaaaaaaaaaa", expected[i].language, expected[i].alt);
      assert_alternative (plan, one, "bbbbbbbbbbbb", expected[i].language, expected[i].alt_2);
    }
}

static void
test_conventions (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *one = fixture_add (plan, S, NULL, "one");
  g_autofree char *two = fixture_add (plan, S, NULL, "two");
  g_autofree char *inserted = NULL;

  propose (plan, one, "aaaaaaaaaaaa", TWF_PROPOSAL_REPLACE);
  propose (plan, one, "bbbbbbbbbbbb", TWF_PROPOSAL_DELETE);
  propose (plan, one, "cccccccccccc", TWF_PROPOSAL_REPLACE);
  issue (plan);
  inserted = add_after (plan, NULL, one);
  assert_number (plan, inserted, "en", "1 bis.");
  assert_alternative (plan, one, "aaaaaaaaaaaa", "en", "1 alt.");
  assert_alternative (plan, one, "bbbbbbbbbbbb", "en", "");
  assert_alternative (plan, one, "cccccccccccc", "en", "1 alt 2.");

  fixture_set (plan, NULL, TWF_PLAN_CONVENTION, TWF_CONVENTION_NAME_BIS_ALTERNATIVE);
  g_assert_cmpint (twf_plan_get_convention (plan), ==, TWF_CONVENTION_BIS_ALTERNATIVE);
  assert_number (plan, inserted, "en", "1 A.");
  assert_number (plan, inserted, "ar", "1 ألف -");
  assert_alternative (plan, one, "aaaaaaaaaaaa", "en", "1 bis.");
  assert_alternative (plan, one, "cccccccccccc", "en", "1 ter.");
  fixture_set (plan, NULL, TWF_PLAN_CONVENTION, "as last year");
  assert_number (plan, inserted, "en", "1 bis.");
}

static void
test_before_the_first (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *one = fixture_add (plan, S, NULL, "one");
  g_autofree char *sub = fixture_add (plan, S, one, "proposed before (a)");
  g_autofree char *a = fixture_add (plan, S, one, "a");

  fixture_set (plan, sub, TWF_FIELD_PROPOSED, "EG");
  assert_number (plan, sub, "en", "(0 bis)");
  assert_number (plan, sub, "ar", "(0 مكررا)");
  assert_number (plan, a, "ar", "(أ)");
}

static void
test_bad_records (void)
{
  static const char *const bad[] = { "",
                                     "\n\n",
                                     "id",
                                     "id actions",
                                     "id actions x",
                                     "id actions -1",
                                     "id actions 1+",
                                     "id actions 1+9999",
                                     "id actions 99999999999999999999",
                                     " actions 1",
                                     "id actions 1 2" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (TwfPlan) plan = fixture_new_plan (0);
      g_autofree char *one = fixture_add (plan, S, NULL, "one");
      g_autofree char *two = fixture_add (plan, S, NULL, "two");
      g_autofree char *line = g_strconcat (bad[i], "\n", NULL);

      twf_plan_set_fixed_numbers (plan, line);
      assert_number (plan, one, "en", "1.");
      assert_number (plan, two, "en", "2.");
    }
}

/* char* id -> char* "<where it is counted> <number>" */
static GHashTable *
list_numbers (TwfPlan *plan)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  g_autofree char *record = twf_plan_dup_fixed_numbers (plan);
  g_auto (GStrv) lines = g_strsplit (record, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 3);

      if (words[0] != NULL && twf_plan_get_provision (plan, words[0]) != NULL)
        g_hash_table_insert (
            numbers, g_strdup_printf ("%s %s", words[0], words[1]), g_strdup (words[2]));
    }
  return numbers;
}

/* No two provisions of a list have the same number. */
static void
assert_unique (TwfPlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *record = twf_plan_dup_fixed_numbers (plan);
  g_auto (GStrv) lines = g_strsplit (record, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_true (g_hash_table_add (seen, g_strdup (strchr (lines[i], ' '))));
}

/* Issuing changes no number; what was issued and stays in its list keeps it through any edits. */
static void
test_law (void)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (TwfPlan) plan = fixture_new_plan (4);

      for (guint issues = 0; issues < 3; issues++)
        {
          g_autoptr (GHashTable) before = NULL;
          g_autoptr (GHashTable) issued = NULL;
          g_autoptr (GHashTable) after = NULL;
          GHashTableIter iter;
          gpointer key, number;

          for (guint i = 0; i < 25; i++)
            fixture_change_at_random (plan);
          before = list_numbers (plan);
          issue (plan);
          issued = list_numbers (plan);
          g_assert_cmpuint (g_hash_table_size (issued), ==, g_hash_table_size (before));
          for (guint i = 0; i < 25; i++)
            fixture_change_at_random (plan);
          after = list_numbers (plan);
          g_hash_table_iter_init (&iter, before);
          while (g_hash_table_iter_next (&iter, &key, &number))
            {
              const char *now = g_hash_table_lookup (after, key);

              g_assert_cmpstr (g_hash_table_lookup (issued, key), ==, number);
              if (now != NULL)
                g_assert_cmpstr (now, ==, number);
            }
          assert_unique (plan);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/numbering/fixed", test_fixed);
  g_test_add_func ("/plan/numbering/languages", test_languages);
  g_test_add_func ("/plan/numbering/conventions", test_conventions);
  g_test_add_func ("/plan/numbering/before-the-first", test_before_the_first);
  g_test_add_func ("/plan/numbering/bad-records", test_bad_records);
  g_test_add_func ("/plan/numbering/law", test_law);
  return g_test_run ();
}
