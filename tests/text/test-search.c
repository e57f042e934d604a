/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-search.h"
#include "twf-segments.h"

#include <string.h>

/* What a reader types, and what the text has. */
static const char *const classes[][3] = {
  { "hamza on alef", "احمد", "أحمد" },
  { "hamza under alef", "اسلام", "إسلام" },
  { "alef with madda", "القران", "القرآن" },
  { "alef wasla", "الاتجار", "ٱلاتجار" },
  { "hamza on waw", "موتمر", "مؤتمر" },
  { "hamza on yeh", "هيية", "هيئة" },
  { "teh marbuta", "مكافحه", "مكافحة" },
  { "alef maqsura", "علي", "على" },
  { "Farsi yeh", "علي", "علی" },
  { "keheh", "مكافحة", "مکافحة" },
  { "vowel marks", "محمد", "مُحَمَّد" },
  { "shadda", "محدد", "محدّد" },
  { "dagger alef", "هذا", "هٰذا" },
  { "tatweel", "الأمم", "الأمــــم" },
  { "presentation forms", "سلام", "\357\272\263\357\273\274\357\273\241" },
  { "digits", "64", "٦٤" },
};

static gboolean
found (const char *pattern, const char *language, const char *text)
{
  g_autoptr (TwfSearch) search = twf_search_new (pattern, language);

  return twf_search_matches (search, text);
}

static void
test_letter_classes (void)
{
  static const char *const languages[] = { "ar", "en", "fr" };

  g_assert_cmpuint (G_N_ELEMENTS (classes), ==, 16);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_test_message ("%s in %s", classes[i][0], languages[j]);
        g_assert_true (found (classes[i][1], languages[j], classes[i][2]));
        g_assert_true (found (classes[i][2], languages[j], classes[i][1]));
      }
}

static void
test_keeps_letters_apart (void)
{
  static const char *const apart[][2] = {
    { "حرب", "خرب" }, { "سلم", "شلم" }, { "علم", "غلم" }, { "نار", "بار" }, { "صيد", "ضيد" },
    { "قطر", "قصر" }, { "تين", "تنن" }, { "cat", "cut" }, { "мир", "мор" }, { "行动", "行为" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    g_assert_false (found (apart[i][0], "ar", apart[i][1]));
}

static void
test_other_languages (void)
{
  g_assert_true (found ("etat", "fr", "État"));
  g_assert_true (found ("ACCION", "es", "acción"));
  g_assert_true (found ("ёлка", "ru", "Елка"));
  g_assert_true (found ("行动", "zh", "全球行动计划"));
  g_assert_true (found ("A/RES/64/293", "en", "see A/RES/64/293, para. 4"));
}

static void
test_offsets (void)
{
  g_autoptr (TwfSearch) search = twf_search_new ("الامم", "ar");
  const char *text = "ميثاق الأُمــم المتحدة والأمم كلها";
  gsize start = 0;
  gsize length = 0;

  g_assert_true (twf_search_find (search, text, 0, &start, &length));
  g_assert_cmpuint (start, ==, strlen ("ميثاق "));
  g_assert_cmpuint (length, ==, strlen ("الأُمــم"));
  g_assert_true (twf_search_find (search, text, start + length, &start, &length));
  g_assert_cmpuint (start, ==, strlen ("ميثاق الأُمــم المتحدة و"));
  g_assert_cmpuint (length, ==, strlen ("الأمم"));
  g_assert_false (twf_search_find (search, text, start + length, &start, &length));
  g_assert_false (twf_search_find (search, text, strlen (text), NULL, NULL));
  g_assert_false (twf_search_find (search, text, strlen (text) + 9, NULL, NULL));
}

static void
test_empty_and_signs (void)
{
  gsize start = 0;
  gsize length = 0;
  g_autoptr (TwfSearch) bracket = twf_search_new ("[", "en");

  g_assert_false (found ("", "ar", ""));
  g_assert_false (found ("", "ar", "نص"));
  g_assert_false (found ("نص", "ar", ""));
  g_assert_true (twf_search_find (bracket, "a [b]", 0, &start, &length));
  g_assert_cmpuint (start, ==, 2);
  g_assert_cmpuint (length, ==, 1);
  g_assert_false (found ("[", "en", "a (b)"));
}

/* Every match, wherever the search starts, begins and ends between graphemes. */
static void
test_matches_lie_between_graphemes (void)
{
  const char *text = "مُحَمَّد é e\314\201 ﷺ علىٰ 👨\342\200\215👩 الأمـــــم ÅÅ ffi ﬃ";
  static const char *const patterns[] = { "محمد", "e", "على", "الامم", "a", "م", "f", "i", "ا" };
  g_autoptr (GArray) graphemes = twf_text_segment (text, TWF_BOUNDARY_GRAPHEME, "ar");
  g_autoptr (GHashTable) borders = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < graphemes->len; i++)
    {
      TwfSegment grapheme = g_array_index (graphemes, TwfSegment, i);

      g_hash_table_add (borders, GSIZE_TO_POINTER (grapheme.start));
      g_hash_table_add (borders, GSIZE_TO_POINTER (grapheme.start + grapheme.length));
    }
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (TwfSearch) search = twf_search_new (patterns[i], "ar");
      gsize start = 0;
      gsize length = 0;

      for (gsize from = 0; twf_search_find (search, text, from, &start, &length);
           from = start + length)
        {
          g_assert_cmpuint (length, >, 0);
          g_assert_true (g_hash_table_contains (borders, GSIZE_TO_POINTER (start)));
          g_assert_true (g_hash_table_contains (borders, GSIZE_TO_POINTER (start + length)));
        }
      g_assert_cmpuint (length, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/search/letter-classes", test_letter_classes);
  g_test_add_func ("/text/search/keeps-letters-apart", test_keeps_letters_apart);
  g_test_add_func ("/text/search/other-languages", test_other_languages);
  g_test_add_func ("/text/search/offsets", test_offsets);
  g_test_add_func ("/text/search/empty-and-signs", test_empty_and_signs);
  g_test_add_func ("/text/search/matches-lie-between-graphemes",
                   test_matches_lie_between_graphemes);
  return g_test_run ();
}
