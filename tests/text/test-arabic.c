/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-arabic.h"
#include "twf-collation.h"
#include "twf-digits.h"

#include <string.h>

typedef char *(*Fold) (const char *text);

static void
assert_folds (Fold fold, const char *text, const char *expected)
{
  g_autofree char *folded = fold (text);
  g_autofree char *twice = fold (folded);

  g_assert_cmpstr (folded, ==, expected);
  g_assert_cmpstr (twice, ==, folded);
}

static void
test_tatweel (void)
{
  assert_folds (twf_arabic_strip_tatweel, "الأمـــين العـــام", "الأمين العام");
  assert_folds (twf_arabic_strip_tatweel, "١٤٣١ هـ", "١٤٣١ هـ");
  assert_folds (twf_arabic_strip_tatweel, "١٤٣١ هـــ.", "١٤٣١ هـ.");
  assert_folds (twf_arabic_strip_tatweel, "هـذه", "هذه");
  assert_folds (twf_arabic_strip_tatweel, "وجهـ", "وجه");
  assert_folds (twf_arabic_strip_tatweel, "(هـ)", "(هـ)");
  assert_folds (twf_arabic_strip_tatweel, "ـ", "");
  assert_folds (twf_arabic_strip_tatweel, "plan", "plan");
}

static void
test_presentation_forms (void)
{
  assert_folds (twf_arabic_fold_presentation_forms, "\357\272\263\357\273\274\357\273\241", "سلام");
  assert_folds (twf_arabic_fold_presentation_forms, "x² ﬁ ½", "x² ﬁ ½");
  assert_folds (twf_arabic_fold_presentation_forms, "\357\267\262", "الله");
}

static void
test_letters (void)
{
  assert_folds (twf_arabic_fold_letters, "أحمد إلى آخر ٱلقرآن", "احمد الي اخر القران");
  assert_folds (twf_arabic_fold_letters, "مُؤتَمَر هيئة مکافحة", "موتمر هييه مكافحه");
  assert_folds (twf_arabic_fold_letters, "Plan é", "Plan é");
  g_assert_true (twf_arabic_is_letter (0x639));
  g_assert_false (twf_arabic_is_letter (0x640));
  g_assert_false (twf_arabic_is_letter (0x64e));
  g_assert_false (twf_arabic_is_letter (0x664));
  g_assert_false (twf_arabic_is_letter ('a'));
  g_assert_false (twf_arabic_is_letter (0x5d0));
  g_assert_true (twf_arabic_is_mark (0x64e));
  g_assert_true (twf_arabic_is_mark (0x670));
  g_assert_false (twf_arabic_is_mark (0x301));
  g_assert_false (twf_arabic_is_mark (0x627));
}

static void
test_digits (void)
{
  gint64 value = 7;
  g_autofree char *western = twf_digits_from_ascii ("البند 114", TWF_DIGITS_WESTERN);
  g_autofree char *arabic = twf_digits_from_ascii ("البند 114", TWF_DIGITS_ARABIC);
  g_autofree char *back = twf_digits_to_ascii (arabic);
  g_autofree char *others = twf_digits_to_ascii ("۱۲३٤");

  g_assert_cmpstr (western, ==, "البند 114");
  g_assert_cmpstr (arabic, ==, "البند ١١٤");
  g_assert_cmpstr (back, ==, western);
  g_assert_cmpstr (others, ==, "1234");
  g_assert_true (twf_digits_parse (" ١١٤ ", &value));
  g_assert_cmpint (value, ==, 114);
  g_assert_true (twf_digits_parse ("-3", &value));
  g_assert_cmpint (value, ==, -3);
  g_assert_true (twf_digits_parse ("9223372036854775807", &value));
  g_assert_cmpint (value, ==, G_MAXINT64);
  for (const char *const *text = (const char *const[]){ "",
                                                        "-",
                                                        "--1",
                                                        "+1",
                                                        "1x",
                                                        "1 2",
                                                        "1.5",
                                                        "9223372036854775808",
                                                        "²",
                                                        NULL };
       *text != NULL;
       text++)
    g_assert_false (twf_digits_parse (*text, &value));
  g_assert_cmpint (value, ==, G_MAXINT64);
}

static void
test_collation (void)
{
  static const char *const orders[][6] = {
    { "ar", "إكوادور", "أوزبكستان", "بيلاروس", "قطر", "مصر" },
    { "es", "nube", "ñandú", "oca", "zapato", NULL },
    { "fr", "cote", "coté", "côte", "côté", "Émirats" },
    { "ru", "ежик", "ёлка", "жук", "яма", NULL },
    { "en", "apple", "Éclair", "Zebra", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (TwfCollator) collator = twf_collator_new (orders[i][0]);

      for (guint j = 2; j < G_N_ELEMENTS (orders[i]) && orders[i][j] != NULL; j++)
        {
          g_assert_cmpint (twf_collator_compare (collator, orders[i][j - 1], orders[i][j]), <, 0);
          g_assert_cmpint (twf_collator_compare (collator, orders[i][j], orders[i][j - 1]), >, 0);
        }
      g_assert_cmpint (twf_collator_compare (collator, "a", "a"), ==, 0);
      g_assert_cmpint (twf_collator_compare (collator, "a\1", "a"), !=, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/arabic/tatweel", test_tatweel);
  g_test_add_func ("/text/arabic/presentation-forms", test_presentation_forms);
  g_test_add_func ("/text/arabic/letters", test_letters);
  g_test_add_func ("/text/digits", test_digits);
  g_test_add_func ("/text/collation", test_collation);
  return g_test_run ();
}
