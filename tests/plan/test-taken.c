/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-taken.h"

#include <locale.h>

#define ID "aaaaaaaaaaaa"

static TwfPlan *
make_plan (TwfProvision **provision)
{
  const char *const languages[] = { "ar", "en", NULL };
  g_autoptr (GError) error = NULL;
  TwfPlan *plan = twf_plan_new_from_template ("blank", languages, "خطة", &error);
  g_autoptr (TwfEdit) edit = NULL;

  g_assert_no_error (error);
  *provision = twf_provision_new (ID, TWF_SECTION_ACTIONS);
  twf_plan_take_provision (plan, *provision);
  edit = twf_edit_new_text (ID, TWF_PART_BODY, "en", "States protect water.");
  g_assert_true (twf_plan_apply (plan, edit, NULL, &error));
  return plan;
}

static void
test_one_spelling (void)
{
  static const char *const sources[][2]
      = { { "A/RES/76/186", "OP27(a)" }, { "A/RES/217(III) A", "Annex 5" }, { "A#B", "PP1" } };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (TwfTaken) taken = twf_taken_new (sources[i][0], sources[i][1]);
      g_autoptr (TwfTaken) again = NULL;
      g_autofree char *value = NULL;
      g_autofree char *twice = NULL;

      twf_taken_bind (taken, "fr", "L’eau");
      twf_taken_bind (taken, "en", "Water");
      value = twf_taken_format (taken);
      again = twf_taken_parse (value);
      g_assert_nonnull (again);
      g_assert_cmpstr (again->symbol, ==, sources[i][0]);
      g_assert_cmpstr (again->place, ==, sources[i][1]);
      g_assert_cmpuint (again->languages->len, ==, 2);
      twice = twf_taken_format (again);
      g_assert_cmpstr (twice, ==, value);
    }
}

static void
test_nonsense (void)
{
  static const char *const values[] = { "",
                                        "#",
                                        "A/RES/1",
                                        "A/RES/1#OP1",
                                        "A/RES/1#OP1 en=",
                                        "A/RES/1#OP1 en=12",
                                        "=",
                                        " =",
                                        "#OP1 en=0123456789012345678901234567890123456789",
                                        "A# en=0123456789012345678901234567890123456789",
                                        "A#B en=0123456789012345678901234567890123456789 x" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_null (twf_taken_parse (values[i]));
}

static void
test_holds_as_long_as_the_words (void)
{
  TwfProvision *provision;
  g_autoptr (TwfPlan) plan = make_plan (&provision);
  g_autoptr (TwfTaken) taken = twf_taken_new ("A/RES/1", "OP1");
  g_autoptr (TwfEdit) record = NULL;
  g_autoptr (TwfEdit) other = twf_edit_new_text (ID, TWF_PART_BODY, "en", "States protect rivers.");
  g_autoptr (TwfEdit) back = NULL;
  g_autoptr (GPtrArray) standing = NULL;
  g_autoptr (GPtrArray) fallen = NULL;
  g_autoptr (GPtrArray) restored = NULL;

  twf_taken_bind (taken, "en", "States protect water.");
  record = twf_taken_new_edit (provision, taken);
  g_assert_true (twf_plan_apply (plan, record, NULL, NULL));
  standing = twf_taken_list (provision);
  g_assert_cmpuint (standing->len, ==, 1);
  g_assert_true (twf_taken_holds (standing->pdata[0], provision, "en"));
  g_assert_false (twf_taken_holds (standing->pdata[0], provision, "ar"));
  g_assert_true (twf_plan_apply (plan, other, &back, NULL));
  fallen = twf_taken_list (provision);
  g_assert_cmpuint (fallen->len, ==, 0);
  g_assert_true (twf_plan_apply (plan, back, NULL, NULL));
  restored = twf_taken_list (provision);
  g_assert_cmpuint (restored->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/taken/one-spelling", test_one_spelling);
  g_test_add_func ("/taken/nonsense", test_nonsense);
  g_test_add_func ("/taken/holds-as-long-as-the-words", test_holds_as_long_as_the_words);
  return g_test_run ();
}
