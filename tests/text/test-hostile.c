/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-error.h"
#include "twf-hostile.h"

#include <string.h>

static const struct
{
  const char *text;
  TwfHostileKind kind;
  gsize offset;
  const char *name;
} cases[] = {
  { "a\342\200\256b", TWF_HOSTILE_OVERRIDE, 1, "U+202E RIGHT-TO-LEFT OVERRIDE" },
  { "\342\200\252", TWF_HOSTILE_OVERRIDE, 0, "U+202A LEFT-TO-RIGHT EMBEDDING" },
  { "a\342\200\254", TWF_HOSTILE_OVERRIDE, 1, "U+202C POP DIRECTIONAL FORMATTING" },
  { "a\342\201\250b", TWF_HOSTILE_ISOLATE, 1, "U+2068 FIRST STRONG ISOLATE" },
  { "\342\201\250b\n\342\201\250c\342\201\251",
    TWF_HOSTILE_ISOLATE,
    0,
    "U+2068 FIRST STRONG ISOLATE" },
  { "ab\342\201\251", TWF_HOSTILE_ISOLATE, 2, "U+2069 POP DIRECTIONAL ISOLATE" },
  { "ab\342\200\213c", TWF_HOSTILE_INVISIBLE, 2, "U+200B ZERO WIDTH SPACE" },
  { "a\302\255b", TWF_HOSTILE_INVISIBLE, 1, "U+00AD SOFT HYPHEN" },
  { "a\342\200\215b", TWF_HOSTILE_INVISIBLE, 1, "U+200D ZERO WIDTH JOINER" },
  { "a\342\200\214b", TWF_HOSTILE_INVISIBLE, 1, "U+200C ZERO WIDTH NON-JOINER" },
  { "a\357\273\277b", TWF_HOSTILE_INVISIBLE, 1, "U+FEFF ZERO WIDTH NO-BREAK SPACE" },
  { "a\363\240\201\201", TWF_HOSTILE_INVISIBLE, 1, "U+E0041 TAG LATIN CAPITAL LETTER A" },
  { "a\033[0m", TWF_HOSTILE_CONTROL, 1, "U+001B control" },
  { "a\302\205", TWF_HOSTILE_CONTROL, 1, "U+0085 control" },
  { "a\177", TWF_HOSTILE_CONTROL, 1, "U+007F control" },
  { "a\356\200\200", TWF_HOSTILE_UNASSIGNED, 1, "U+E000 private use area" },
  { "\357\277\277", TWF_HOSTILE_UNASSIGNED, 0, "U+FFFF noncharacter" },
  { "\315\270", TWF_HOSTILE_UNASSIGNED, 0, "U+0378 unassigned" },
  { "p\320\260ypal", TWF_HOSTILE_LOOK_ALIKE, 1, "U+0430 CYRILLIC SMALL LETTER A" },
  { "Россиeй", TWF_HOSTILE_LOOK_ALIKE, 10, "U+0065 LATIN SMALL LETTER E" },
  { "c\316\277de", TWF_HOSTILE_LOOK_ALIKE, 1, "U+03BF GREEK SMALL LETTER OMICRON" },
};

static void
test_each_kind (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) found = twf_text_find_hostile (cases[i].text);
      const TwfHostile *hostile = &g_array_index (found, TwfHostile, 0);
      g_autofree char *name = NULL;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (found->len, ==, 1);
      g_assert_cmpint (hostile->kind, ==, cases[i].kind);
      g_assert_cmpuint (hostile->offset, ==, cases[i].offset);
      name = twf_hostile_dup_name (hostile->character);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_storable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean refused = cases[i].kind == TWF_HOSTILE_OVERRIDE
                         || cases[i].kind == TWF_HOSTILE_ISOLATE
                         || cases[i].kind == TWF_HOSTILE_CONTROL;
      g_autofree char *storable = twf_text_make_storable (cases[i].text);

      g_assert_cmpint (twf_text_check_storable (cases[i].text, &error), ==, !refused);
      if (refused)
        {
          g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
          g_assert_true (g_str_has_prefix (error->message, cases[i].name));
        }
      else
        g_assert_cmpstr (storable, ==, cases[i].text);
      g_assert_true (twf_text_check_storable (storable, NULL));
    }
}

static void
test_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *storable = twf_text_make_storable ("a\fb\342\200\256c\342\201\251");

  g_assert_false (twf_text_check_storable ("خطة\nعمل\342\200\256", &error));
  g_assert_cmpstr (error->message, ==, "U+202E RIGHT-TO-LEFT OVERRIDE in line 2, column 4");
  g_assert_cmpstr (storable, ==, "a bc");
}

static void
test_ordinary_writing (void)
{
  static const char *const clean[] = {
    "",
    "خطة عمل عالمية\tلمكافحة\nالاتجار",
    "\342\200\217UNODC\342\200\216 خطة \330\234",
    "می\342\200\214خواهم",
    "ه\342\200\215",
    "क्\342\200\215ष",
    "👨\342\200\215👩\342\200\215👧 ❤️",
    "\342\201\250A/RES/64/293\342\201\251",
    "10 kΩ, 5 μm",
    "Объём CO2, Web-сайт",
    "UNODC-ка",
    "Ελλάδα and Россия",
    "全球行动计划 UN",
    "e\314\201",
  };

  for (guint i = 0; i < G_N_ELEMENTS (clean); i++)
    {
      g_autoptr (GArray) found = twf_text_find_hostile (clean[i]);

      g_test_message ("%s", clean[i]);
      g_assert_cmpuint (found->len, ==, 0);
    }
}

/* Whatever comes, what is made storable is, and making it so again changes nothing. */
static void
test_make_storable_laws (void)
{
  static const gunichar signs[]
      = { 'a',    0x627,  '\n',   '\r',   0x1b,   0x202a, 0x202c, 0x202e,  0x2066, 0x2067,
          0x2068, 0x2069, 0x2069, 0x200b, 0x200d, 0x85,   0x430,  0xe0041, 0x2029 };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      for (gint i = g_test_rand_int_range (0, 16); i > 0; i--)
        g_string_append_unichar (text, signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))]);
      once = twf_text_make_storable (text->str);
      twice = twf_text_make_storable (once);
      g_assert_true (twf_text_check_storable (once, NULL));
      g_assert_cmpstr (once, ==, twice);
      g_assert_cmpint (
          twf_text_check_storable (text->str, NULL), ==, strcmp (once, text->str) == 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/hostile/each-kind", test_each_kind);
  g_test_add_func ("/text/hostile/storable", test_storable);
  g_test_add_func ("/text/hostile/place", test_place);
  g_test_add_func ("/text/hostile/ordinary-writing", test_ordinary_writing);
  g_test_add_func ("/text/hostile/make-storable-laws", test_make_storable_laws);
  return g_test_run ();
}
