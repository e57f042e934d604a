/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-bidi.h"

#include <string.h>

#define LRI "\342\201\246"

static void
test_base_direction (void)
{
  static const struct
  {
    const char *text;
    TwfDirection direction;
  } cases[] = {
    { "", TWF_DIRECTION_NEUTRAL },
    { "114 - (.)", TWF_DIRECTION_NEUTRAL },
    { "٢٠١٠", TWF_DIRECTION_NEUTRAL },
    { "plan خطة", TWF_DIRECTION_LTR },
    { "1. خطة plan", TWF_DIRECTION_RTL },
    { TWF_FSI "UNODC" TWF_PDI " خطة", TWF_DIRECTION_RTL },
    { TWF_FSI LRI "UN" TWF_PDI "ODC" TWF_PDI " خطة", TWF_DIRECTION_RTL },
    { TWF_PDI "plan", TWF_DIRECTION_LTR },
    { TWF_FSI "plan", TWF_DIRECTION_NEUTRAL },
    { TWF_FSI "UNODC", TWF_DIRECTION_NEUTRAL },
    { TWF_RLM "plan", TWF_DIRECTION_RTL },
    { "114\nplan", TWF_DIRECTION_NEUTRAL },
    { "行动", TWF_DIRECTION_LTR },
    { "תוכנית", TWF_DIRECTION_RTL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (twf_text_get_base_direction (cases[i].text), ==, cases[i].direction);
}

static void
test_view_mark (void)
{
  g_assert_cmpstr (twf_text_get_view_mark ("خطة", "ar"), ==, "");
  g_assert_cmpstr (twf_text_get_view_mark ("UNODC: خطة", "ar"), ==, TWF_RLM);
  g_assert_cmpstr (twf_text_get_view_mark (TWF_FSI "UNODC" TWF_PDI " خطة", "ar"), ==, TWF_RLM);
  g_assert_cmpstr (twf_text_get_view_mark ("114", "ar"), ==, TWF_RLM);
  g_assert_cmpstr (twf_text_get_view_mark ("", "ar"), ==, "");
  g_assert_cmpstr (twf_text_get_view_mark ("plan", "en"), ==, "");
  g_assert_cmpstr (twf_text_get_view_mark ("خطة (plan)", "en"), ==, TWF_LRM);
  g_assert_cmpstr (twf_text_get_view_mark ("计划", "zh"), ==, "");
}

/* With its mark, a view takes every paragraph in the direction of its language. */
static void
test_marked_reads_as_language (void)
{
  static const char *const texts[] = { "خطة", "plan", "114", "(أ) x", TWF_FSI "a" TWF_PDI " خ" };
  static const char *const languages[] = { "ar", "en", "fr", "zh", "he", "fa" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *marked
            = g_strconcat (twf_text_get_view_mark (texts[i], languages[j]), texts[i], NULL);

        g_assert_cmpstr (twf_text_get_view_mark (marked, languages[j]), ==, "");
      }
}

static void
test_isolate (void)
{
  g_autofree char *one = twf_text_isolate ("A/RES/64/293");
  g_autofree char *empty = twf_text_isolate ("");
  g_autofree char *lines = twf_text_isolate ("a\n\nb");
  g_autofree char *reaching = twf_text_isolate (TWF_PDI "a" TWF_FSI "b");
  g_autofree char *nested = twf_text_isolate (LRI "a" TWF_PDI);

  g_assert_cmpstr (one, ==, TWF_FSI "A/RES/64/293" TWF_PDI);
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (lines, ==, TWF_FSI "a" TWF_PDI "\n\n" TWF_FSI "b" TWF_PDI);
  g_assert_cmpstr (reaching, ==, TWF_FSI "ab" TWF_PDI);
  g_assert_cmpstr (nested, ==, TWF_FSI LRI "a" TWF_PDI TWF_PDI);
}

static void
test_isolate_laws (void)
{
  static const char *const signs[]
      = { "a", "خ", "1", " ", "\n", TWF_FSI, LRI, TWF_PDI, TWF_PDI, TWF_RLM, "計", "\r" };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *isolated = NULL;
      g_autofree char *plain = NULL;
      g_autofree char *stripped = NULL;

      for (gint i = g_test_rand_int_range (0, 14); i > 0; i--)
        g_string_append (text, signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))]);
      isolated = twf_text_isolate (text->str);
      plain = twf_text_strip_isolates (text->str);
      stripped = twf_text_strip_isolates (isolated);
      g_assert_true (twf_text_isolates_balance (isolated));
      g_assert_true (twf_text_isolates_balance (plain));
      g_assert_cmpstr (plain, ==, stripped);
    }
}

static void
test_balance (void)
{
  g_assert_true (twf_text_isolates_balance (""));
  g_assert_true (twf_text_isolates_balance (TWF_FSI LRI TWF_PDI TWF_PDI "\n" TWF_FSI TWF_PDI));
  g_assert_false (twf_text_isolates_balance (TWF_FSI "a"));
  g_assert_false (twf_text_isolates_balance ("a" TWF_PDI));
  g_assert_false (twf_text_isolates_balance (TWF_FSI "a\nb" TWF_PDI));
  g_assert_false (twf_text_isolates_balance (TWF_PDI TWF_FSI));
}

static void
test_languages (void)
{
  static const char *const valid[]
      = { "ar", "zh", "en", "fr", "ru", "es", "he", "zh-Hans", "pt-BR" };
  static const char *const invalid[]
      = { "",       "AR",    "ar_EG", "../x",   "a", "en-", "zz9", "und", "en-u-ca-buddhist",
          "x-mine", "en/ar", "qqq",   "english" };
  g_autofree char *arabic = twf_language_dup_name ("ar", NULL);
  g_autofree char *english = twf_language_dup_name ("ar", "en");

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (twf_language_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_test_message ("%s", invalid[i]);
      g_assert_false (twf_language_is_valid (invalid[i]));
    }
  g_assert_false (twf_language_is_valid (NULL));
  for (const char *const *tag = twf_language_list_un (); *tag != NULL; tag++)
    {
      g_assert_true (twf_language_is_valid (*tag));
      g_assert_cmpint (twf_language_get_direction (*tag),
                       ==,
                       strcmp (*tag, "ar") == 0 ? TWF_DIRECTION_RTL : TWF_DIRECTION_LTR);
    }
  g_assert_cmpint (twf_language_get_direction ("fa"), ==, TWF_DIRECTION_RTL);
  g_assert_cmpint (twf_language_get_direction ("az-Arab"), ==, TWF_DIRECTION_RTL);
  g_assert_cmpint (twf_language_get_direction (NULL), ==, TWF_DIRECTION_LTR);
  g_assert_cmpstr (arabic, ==, "العربية");
  g_assert_cmpstr (english, ==, "Arabic");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/bidi/base-direction", test_base_direction);
  g_test_add_func ("/text/bidi/view-mark", test_view_mark);
  g_test_add_func ("/text/bidi/marked-reads-as-language", test_marked_reads_as_language);
  g_test_add_func ("/text/bidi/isolate", test_isolate);
  g_test_add_func ("/text/bidi/isolate-laws", test_isolate_laws);
  g_test_add_func ("/text/bidi/balance", test_balance);
  g_test_add_func ("/text/bidi/languages", test_languages);
  return g_test_run ();
}
