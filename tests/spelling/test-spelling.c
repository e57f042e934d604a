/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-bidi.h"
#include "twf-segments.h"
#include "twf-spelling-word.h"
#include "twf-spelling.h"

#include <string.h>

/* One sentence without a mistake, and one with a mistake, in each language that has a dictionary.
 */
static const struct
{
  const char *language;
  const char *right;
  const char *wrong;
  const char *word;  /* the mistake */
  const char *meant; /* what is among the suggestions */
} samples[] = {
  { "ar",
    "تدعو الدول الأعضاء إلى تعزيز التعاون في مكافحة الاتجار بالأشخاص، وفقا للقرار A/RES/64/293، "
    "وتشجع UNODC على دعم الأردن والمملكة العربية السعودية.",
    "تدعو الدول الأعضاء إلى تعزيز التعاونن في مكافحة الجريمة",
    "التعاونن",
    "التعاون" },
  { "en",
    "Member States organise, in co-operation with UNODC and Côte d’Ivoire, the follow-up to "
    "A/RES/76/186 (2021); see https://www.un.org and paragraph 12 bis of the State’s report.",
    "Member States strenghten co-operation and dialogue",
    "strenghten",
    "strengthen" },
  { "fr",
    "L’Assemblée générale encourage les États qu’elle réunit, dont le Burkina Faso, à agir "
    "aujourd’hui selon la résolution A/RES/64/293.",
    "L’Assemblée générale encourrage les États",
    "encourrage",
    "encourage" },
  { "es",
    "La Asamblea General exhorta a los Estados Miembros y al Perú a que cooperen con la UNODC.",
    "La Asamblea General exorta a los Estados Miembros",
    "exorta",
    "exhorta" },
  { "ru",
    "Генеральная Ассамблея призывает государства-члены и Кыргызстан сотрудничать с ЮНЕСКО.",
    "Генеральная Ассамблея призывает госсударства сотрудничать",
    "госсударства",
    "государства" },
};

static TwfSpeller *speller;

/* Returns: whether the test can go on. */
static gboolean
need (const char *language)
{
  if (twf_speller_get_state (speller, language) == TWF_SPELLING_CHECKED)
    return TRUE;
  g_test_message (
      "no dictionary for %s is installed: %s", language, twf_spelling_get_package (language));
  return FALSE;
}

static char *
dup_found (const char *text, const char *language, const TwfKnownWords *known)
{
  g_autoptr (GArray) found = twf_speller_check (speller, text, language, known);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const TwfMisspelling *at = &g_array_index (found, TwfMisspelling, i);

      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_len (words, text + at->start, (gssize)at->length);
    }
  return g_string_free (words, FALSE);
}

static void
assert_found (const char *text, const char *language, const char *words)
{
  g_autofree char *found = dup_found (text, language, NULL);

  g_assert_cmpstr (found, ==, words);
}

static void
test_samples (void)
{
  guint n_missing = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_auto (GStrv) suggestions = NULL;

      if (!need (samples[i].language))
        {
          n_missing++;
          continue;
        }
      assert_found (samples[i].right, samples[i].language, "");
      assert_found (samples[i].wrong, samples[i].language, samples[i].word);
      suggestions = twf_speller_suggest (speller, samples[i].word, samples[i].language);
      g_assert_true (g_strv_contains ((const char *const *)suggestions, samples[i].meant));
      g_assert_cmpuint (g_strv_length (suggestions), <=, TWF_SPELLING_MOST_SUGGESTIONS);
    }
  if (n_missing > 0)
    g_test_skip_printf ("%u dictionaries are not installed", n_missing);
}

/* Puts @what behind each letter of @text (if @letters) or around each of its words. */
static char *
dup_sprinkled (const char *text, const char *language, const char *before, const char *after)
{
  g_autoptr (GArray) segments = twf_text_segment (text, TWF_BOUNDARY_WORD, language);
  GString *changed = g_string_new (NULL);

  for (guint i = 0; i < segments->len; i++)
    {
      const TwfSegment *segment = &g_array_index (segments, TwfSegment, i);
      gboolean word = segment->kind == TWF_SEGMENT_WORD;

      g_string_append (changed, word ? before : "");
      g_string_append_len (changed, text + segment->start, (gssize)segment->length);
      g_string_append (changed, word ? after : "");
    }
  return g_string_free (changed, FALSE);
}

/* As many tatweels and harakat as Arabic letters, but for the first of a word. */
static char *
dup_adorned (const char *text, const char *sign)
{
  GString *changed = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean letter = g_unichar_get_script (character) == G_UNICODE_SCRIPT_ARABIC
                        && g_unichar_isalpha (character);

      if (letter && inside)
        g_string_append (changed, sign);
      g_string_append_unichar (changed, character);
      inside = letter;
    }
  return g_string_free (changed, FALSE);
}

static void
assert_right (const char *text, const char *language)
{
  assert_found (text, language, "");
}

static void
test_signs_change_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const char *language = samples[i].language;
      g_autofree char *isolated = dup_sprinkled (samples[i].right, language, TWF_FSI, TWF_PDI);
      g_autofree char *marked = dup_sprinkled (samples[i].right, language, "", TWF_RLM);
      g_autofree char *found = NULL;
      g_autofree char *wrong = dup_sprinkled (samples[i].wrong, language, TWF_FSI, TWF_PDI);

      if (!need (language))
        continue;
      assert_right (isolated, language);
      assert_right (marked, language);
      assert_found (wrong, language, samples[i].word);
    }
  if (need ("ar"))
    {
      static const char *const signs[] = { "\u0640", "\u0640\u0640", "\u064e", "\u0651\u064f" };

      for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
        {
          g_autofree char *adorned = dup_adorned (samples[0].right, signs[i]);

          assert_right (adorned, "ar");
        }
    }
}

/* What is found is a word or a part of one between joints, in order and without overlap. */
static void
test_borders (void)
{
  static const char text[] = "Thhe (Assembbly) “calld” for qwxz-based, zzqx’s and 12-pointt; "
                             "\u2068Asssembly\u2069 A/RES/1xx.";
  g_autoptr (GArray) found = NULL;
  gsize last = 0;

  if (!need ("en"))
    {
      g_test_skip ("no dictionary for English is installed");
      return;
    }
  found = twf_speller_check (speller, text, "en", NULL);
  g_assert_cmpuint (found->len, >=, 5);
  for (guint i = 0; i < found->len; i++)
    {
      const TwfMisspelling *at = &g_array_index (found, TwfMisspelling, i);
      const char *start = text + at->start, *end = start + at->length;

      g_assert_cmpuint (at->start, >=, last);
      g_assert_cmpuint (at->length, >, 0);
      last = at->start + at->length;
      g_assert_true (g_utf8_validate (start, (gssize)at->length, NULL));
      g_assert_true (g_unichar_isalpha (g_utf8_get_char (start)));
      g_assert_true (start == text
                     || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (start))));
      g_assert_false (g_unichar_isalnum (g_utf8_get_char (end)));
    }
}

/* What is known goes, and nothing else does. */
static void
test_known_words (void)
{
  static const char text[] = "Tawafuq and Zzyxland met; TAWAFUQ’s tawafuq, Zzyxlander.";
  const char *const words[] = { "Tawafuq", NULL };
  g_autoptr (TwfKnownWords) known = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!need ("en"))
    {
      g_test_skip ("no dictionary for English is installed");
      return;
    }
  known = twf_known_words_new ("en", words);
  before = dup_found (text, "en", NULL);
  after = dup_found (text, "en", known);
  g_assert_cmpstr (before, ==, "Tawafuq Zzyxland tawafuq Zzyxlander");
  g_assert_cmpstr (after, ==, "Zzyxland Zzyxlander");
}

static void
test_known_words_in_arabic (void)
{
  static const char text[] = "زقشطان وزقشطان بالزقشطان زَقْشَطـان خزقشطان";
  const char *const words[] = { "زقشطان", NULL };
  g_autoptr (TwfKnownWords) known = NULL;
  g_autofree char *after = NULL;

  if (!need ("ar"))
    {
      g_test_skip ("no dictionary for Arabic is installed");
      return;
    }
  known = twf_known_words_new ("ar", words);
  after = dup_found (text, "ar", known);
  g_assert_cmpstr (after, ==, "خزقشطان");
}

static void
test_states_without_spelling (void)
{
  g_assert_cmpint (twf_speller_get_state (speller, "zh"), ==, TWF_SPELLING_NOT_SPELLED);
  g_assert_cmpint (twf_speller_get_state (speller, "tlh"), ==, TWF_SPELLING_NO_DICTIONARY);
  assert_found ("联合国大会", "zh", "");
  assert_found ("zzqx", "tlh", "");
  g_assert_null (twf_spelling_get_package ("tlh"));
  g_assert_cmpstr (twf_spelling_get_package ("ar"), ==, "hunspell-ar");
}

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_thread (void)
{
  g_autoptr (GAsyncResult) checked = NULL;
  g_autoptr (GAsyncResult) suggested = NULL;
  g_autoptr (GAsyncResult) dropped = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) none = NULL;
  g_auto (GStrv) suggestions = NULL;
  TwfSpellingState state;

  if (!need ("en"))
    {
      g_test_skip ("no dictionary for English is installed");
      return;
    }
  twf_spelling_check_async (samples[1].wrong, "en", NULL, NULL, store_result_cb, &checked);
  twf_spelling_check_async (samples[1].wrong, "en", NULL, cancellable, store_result_cb, &dropped);
  twf_spelling_suggest_async ("strenghten", "en", NULL, store_result_cb, &suggested);
  g_cancellable_cancel (cancellable);
  found = twf_spelling_check_finish (await (&checked), &state, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, TWF_SPELLING_CHECKED);
  g_assert_cmpuint (found->len, ==, 1);
  suggestions = twf_spelling_suggest_finish (await (&suggested), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (suggestions[0], ==, "strengthen");
  none = twf_spelling_check_finish (await (&dropped), NULL, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  speller = twf_speller_new ();
  g_test_add_func ("/spelling/samples", test_samples);
  g_test_add_func ("/spelling/signs-change-nothing", test_signs_change_nothing);
  g_test_add_func ("/spelling/borders", test_borders);
  g_test_add_func ("/spelling/known-words", test_known_words);
  g_test_add_func ("/spelling/known-words-in-arabic", test_known_words_in_arabic);
  g_test_add_func ("/spelling/states-without-spelling", test_states_without_spelling);
  g_test_add_func ("/spelling/thread", test_thread);
  status = g_test_run ();
  twf_speller_free (speller);
  return status;
}
