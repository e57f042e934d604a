/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-strength.h"

/* Each former text is stronger than the latter; NULL: they are not told apart. */
static const struct
{
  const char *language;
  const char *former, *latter;
  const char *was, *is;
} pairs[] = {
  { "en", "Urges all to join;", "Encourages all to join;", "Urges", "Encourages" },
  { "en", "Condemns it;", "Deplores it;", "Condemns", "Deplores" },
  { "en", "Welcomes the report;", "Takes note of the report;", "Welcomes", "Takes note" },
  { "en", "States shall report.", "States should report.", "shall", "should" },
  { "en", "States should report", "States may report", "should", "may" },
  { "en", "States shall report.", "States should really report.", NULL, NULL },
  { "en", "Recalling this,", "Considering this,", NULL, NULL },
  { "en", "Condemns it;", "Encourages it;", NULL, NULL },
  { "ar", "تحث الدول؛", "تشجع الدول؛", "تحث", "تشجع" },
  { "ar", "يجب على الدول", "ينبغي على الدول", "يجب", "ينبغي" },
  { "zh", "敦促各国；", "鼓励各国；", "敦促", "鼓励" },
  { "zh", "各国必须报告", "各国可以报告", "必须", "可以" },
  { "fr", "Exhorte les États ;", "Invite les États ;", "Exhorte", "Invite" },
  { "fr", "Les États doivent agir", "Les États devraient agir", "doivent", "devraient" },
  { "ru",
    "настоятельно призывает всех;",
    "рекомендует всем;",
    "настоятельно призывает",
    "рекомендует" },
  { "ru", "Государство должно", "Государство может", "должно", "может" },
  { "es", "Exige que vengan;", "Solicita que vengan;", "Exige", "Solicita" },
  { "es", "Los Estados deben ir", "Los Estados deberían ir", "deben", "deberían" },
  { "de", "Staaten sollen", "Staaten können", NULL, NULL },
};

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint turned = 0; turned < 2; turned++)
      {
        g_autofree char *was = NULL;
        g_autofree char *is = NULL;
        TwfShift shift = twf_strength_compare (turned ? pairs[i].latter : pairs[i].former,
                                               turned ? pairs[i].former : pairs[i].latter,
                                               pairs[i].language,
                                               &was,
                                               &is);

        g_assert_cmpint (shift,
                         ==,
                         pairs[i].was == NULL ? TWF_SHIFT_NONE
                         : turned             ? TWF_SHIFT_STRONGER
                                              : TWF_SHIFT_SOFTER);
        g_assert_cmpstr (was, ==, turned ? pairs[i].is : pairs[i].was);
        g_assert_cmpstr (is, ==, turned ? pairs[i].was : pairs[i].is);
      }
}

static void
test_nothing (void)
{
  static const char *const texts[] = { NULL, "", "x", "Urges all", "may" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *was = NULL;
      g_autofree char *is = NULL;

      g_assert_cmpint (
          twf_strength_compare (texts[i], texts[i], "en", &was, &is), ==, TWF_SHIFT_NONE);
      g_assert_cmpint (twf_strength_compare (texts[i], NULL, "en", &was, &is), ==, TWF_SHIFT_NONE);
      g_assert_cmpint (twf_strength_compare ("", texts[i], NULL, &was, &is), ==, TWF_SHIFT_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strength/pairs", test_pairs);
  g_test_add_func ("/strength/nothing", test_nothing);
  return g_test_run ();
}
