/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-facts.h"

#include <string.h>

static int
compare_strings (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/* "number 2020;month 10;" of the strong facts of a text, sorted, so that the order of a language's
 * words does not matter. */
static char *
dup_strong (const char *text, const char *language)
{
  static const char *const names[]
      = { "number", "month", "symbol", "percent", "item", "bracket", "note", "state", "body" };
  g_autoptr (GArray) facts = twf_facts_find (text, language);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const TwfFact *fact = &g_array_index (facts, TwfFact, i);

      g_assert_cmpuint (fact->start, <, fact->end);
      g_assert_cmpuint (fact->end, <=, strlen (text));
      g_assert_true (g_utf8_validate (text + fact->start, fact->end - fact->start, NULL));
      if (!fact->weak)
        g_ptr_array_add (all, g_strdup_printf ("%s %s;", names[fact->kind], fact->key));
    }
  g_ptr_array_sort (all, compare_strings);
  for (guint i = 0; i < all->len; i++)
    g_string_append (joined, all->pdata[i]);
  return g_string_free (joined, FALSE);
}

static void
assert_strong (const char *text, const char *language, const char *expected)
{
  g_autofree char *found = dup_strong (text, language);

  g_test_message ("%s: %s", language, text);
  g_assert_cmpstr (found, ==, expected);
}

static gboolean
has_weak (const char *text, const char *language, const char *key)
{
  g_autoptr (GArray) facts = twf_facts_find (text, language);

  for (guint i = 0; i < facts->len; i++)
    {
      const TwfFact *fact = &g_array_index (facts, TwfFact, i);

      if (fact->weak && fact->kind == TWF_FACT_NUMBER && strcmp (fact->key, key) == 0)
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  const char *language;
  const char *text;
} Text;

/* One sentence of our own in the six languages, with something of each kind. */
static const Text sentences[] = {
  { "en",
    "Recalls resolution A/RES/64/293 of 30 July 2010, under which 1,500,000 wells and 12.5 per "
    "cent "
    "of the springs [and lakes] of Egypt are protected;" },
  { "ar",
    "يشير إلى القرار A/RES/64/293 المؤرخ 30 تموز/يوليه 2010 الذي تُحمى بموجبه 000 500 1 بئر و 12,5 "
    "في "
    "المائة من الينابيع [والبحيرات] في مصر؛" },
  { "fr",
    "Rappelle la résolution A/RES/64/293 du 30 juillet 2010, qui protège 1 500 000 puits et 12,5 % "
    "des sources [et des lacs] de l’Égypte ;" },
  { "es",
    "Recuerda la resolución A/RES/64/293, de 30 de julio de 2010, que protege 1.500.000 pozos y el "
    "12,5 por ciento de las fuentes [y los lagos] de Egipto;" },
  { "ru",
    "ссылается на резолюцию A/RES/64/293 от 30 июля 2010 года, по которой охраняются 1 500 000 "
    "колодцев и 12,5 процента источников [и озер] Египта;" },
  { "zh", "回顾2010年7月30日第A/RES/64/293号决议，其中保护150万口水井和埃及12.5%的泉水[和湖泊]；" },
};

static void
test_languages_state_the_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    assert_strong (sentences[i].text,
                   sentences[i].language,
                   "bracket [;bracket ];month 7;number 12.5;number 1500000;number 2010;number 30;"
                   "percent ;state EG;symbol 64/293;");
}

static char *
dup_with_digits (const char *text, gunichar zero)
{
  GString *turned = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (
        turned, g_ascii_isdigit (*at) ? zero + (gunichar)(*at - '0') : g_utf8_get_char (at));
  return g_string_free (turned, FALSE);
}

/* In other digits, in the other normal form, with isolates and tatweel, a text states the same. */
static void
test_writing_makes_no_difference (void)
{
  static const gunichar zeros[] = { 0x660, 0x6f0, 0x966, 0xff10 };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      const char *language = sentences[i].language;
      g_autofree char *expected = dup_strong (sentences[i].text, language);
      g_autofree char *apart = g_utf8_normalize (sentences[i].text, -1, G_NORMALIZE_NFD);
      g_auto (GStrv) words = g_strsplit (sentences[i].text, "2010", -1);
      g_autofree char *isolated = g_strjoinv ("\342\201\2502010\342\201\251", words);
      g_auto (GStrv) letters = g_strsplit (sentences[i].text, "يو", -1);
      g_autofree char *stretched = g_strjoinv ("يـــو", letters);

      assert_strong (apart, language, expected);
      assert_strong (isolated, language, expected);
      assert_strong (stretched, language, expected);
      for (guint k = 0; k < G_N_ELEMENTS (zeros); k++)
        {
          g_autofree char *turned = dup_with_digits (sentences[i].text, zeros[k]);

          assert_strong (turned, language, expected);
        }
    }
}

static void
test_numbers (void)
{
  assert_strong ("In 2019 there were 12,345 cases.", "en", "number 12345;number 2019;");
  assert_strong (
      "Il y en a 12 345, soit 0,5 pour cent.", "fr", "number 0.5;number 12345;percent ;");
  assert_strong ("Hay 2.700 millones.", "es", "number 2700000000;");
  assert_strong ("2.7 billion", "en", "number 2700000000;");
  assert_strong ("2,7 млрд", "ru", "number 2700000000;");
  assert_strong ("27亿", "zh", "number 2700000000;");
  assert_strong ("2.7 بليون", "ar", "number 2700000000;");
  assert_strong ("1.467亿", "zh", "number 146700000;");
  assert_strong ("target 16.2", "en", "number 16.2;");
  assert_strong ("paragraphs 1, 2 and 3", "en", "number 1;number 2;number 3;");
  assert_strong ("000 840 428 دولار", "ar", "number 428840000;");
  g_assert_true (has_weak ("الغاية 16-2", "ar", "16.2"));
  g_assert_true (has_weak ("entre 638 et 720 millions", "fr", "638000000"));
}

/* A number in words stands for figures of another language and asks for none. */
static void
test_words (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *key;
  } words[] = {
    { "en", "its seventy-fifth session", "75" },
    { "fr", "sa soixante-quinzième session", "75" },
    { "fr", "quatre-vingt-dix États", "90" },
    { "es", "su septuagésimo quinto período de sesiones", "75" },
    { "ru", "своей семьдесят пятой сессии", "75" },
    { "ru", "четырнадцатой — двадцать четвертой сессий", "24" },
    { "ar", "دورتها الخامسة والسبعين", "75" },
    { "ar", "الذكرى السنوية الخامسة والعشرين", "25" },
    { "ar", "مليوني بحار", "2000000" },
    { "zh", "第七十五届会议", "75" },
    { "zh", "二〇二〇年", "2020" },
    { "en", "one billion people", "1000000000" },
    { "en", "over seven decades", "70" },
    { "fr", "le XXIe siècle, partie XXI", "21" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i].text);
      g_assert_true (has_weak (words[i].text, words[i].language, words[i].key));
    }
  assert_strong ("its seventy-fifth session", "en", "");
}

static void
test_dates (void)
{
  assert_strong ("on 1 May", "en", "month 5;number 1;");
  assert_strong ("It may be so.", "en", "");
  assert_strong ("le 1er mars 2020", "fr", "month 3;number 1;number 2020;");
  assert_strong ("el 16 de octubre de 2020", "es", "month 10;number 16;number 2020;");
  assert_strong ("16 تشرين الأول/أكتوبر 2020", "ar", "month 10;number 16;number 2020;");
  assert_strong ("16 تشرين الأول 2020", "ar", "month 10;number 16;number 2020;");
  assert_strong ("в октябре 2020 года", "ru", "month 10;number 2020;");
  assert_strong ("2020年10月16日", "zh", "month 10;number 16;number 2020;");
}

static void
test_symbols (void)
{
  assert_strong ("resolutions 64/293 and S-30/1", "en", "symbol 30/1;symbol 64/293;");
  assert_strong ("A/76/701-S/2022/1", "en", "symbol 2022/1;symbol 76/701;");
  assert_strong ("E/CN.15/2010/L.3", "en", "symbol 15/2010/3;");
  assert_strong ("decision 1/CP.21", "en", "symbol 1/21;");
  assert_strong ("المقرر 1/م أ-21", "ar", "symbol 1/21;");
  assert_strong ("decision XIII/24", "en", "symbol 13/24;");
  assert_strong ("HIV/AIDS and/or", "en", "");
  /* A corrigendum is of one language. */
  assert_strong ("E/2005/23/Corr.2", "en", "");
}

/* Harmless differences are known. */
static void
test_harmless (void)
{
  assert_strong ("the coronavirus disease (COVID-19)", "en", "");
  assert_strong ("la maladie à coronavirus 2019 (COVID-19)", "fr", "");
  assert_strong ("la COVID 19", "es", "");
  assert_strong ("2019冠状病毒病(COVID-19)大流行", "zh", "");
  assert_strong ("مرض فيروس كورونا (كوفيد-19)", "ar", "");
  assert_strong ("发展中国家", "zh", "");
  assert_strong ("Article 73 e) of (Vol. I)", "en", "number 73;");
}

static void
test_items (void)
{
  assert_strong ("to: (a) act; (b) report", "en", "item 1;item 2;");
  assert_strong ("de : a) agir ; b) rendre compte", "fr", "item 1;item 2;");
  assert_strong ("ما يلي: (أ) العمل؛ (ب) الإبلاغ", "ar", "item 1;item 2;");
}

/* Whatever is read, it ends, and every fact is within the text. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "1",
                                        "2 ",
                                        "/",
                                        "-",
                                        ".",
                                        ",",
                                        "[",
                                        "(",
                                        "ا",
                                        "و",
                                        "ل",
                                        "年",
                                        "月",
                                        "百",
                                        "十",
                                        "%",
                                        "A",
                                        "x",
                                        "I",
                                        "т",
                                        "é",
                                        " ",
                                        "\342\201\250",
                                        "million",
                                        "\314\201",
                                        ")",
                                        "２",
                                        "ـ" };
  static const char *const languages[] = { "en", "ar", "fr", "es", "ru", "zh", "tlh" };

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *strong = NULL;

      for (guint k = (guint)g_test_rand_int_range (0, 24); k > 0; k--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      strong = dup_strong (text->str, languages[i % G_N_ELEMENTS (languages)]);
      g_assert_nonnull (strong);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facts/languages-state-the-same", test_languages_state_the_same);
  g_test_add_func ("/facts/writing-makes-no-difference", test_writing_makes_no_difference);
  g_test_add_func ("/facts/numbers", test_numbers);
  g_test_add_func ("/facts/words", test_words);
  g_test_add_func ("/facts/dates", test_dates);
  g_test_add_func ("/facts/symbols", test_symbols);
  g_test_add_func ("/facts/harmless", test_harmless);
  g_test_add_func ("/facts/items", test_items);
  g_test_add_func ("/facts/anything", test_anything);
  return g_test_run ();
}
