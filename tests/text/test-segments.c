/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-segments.h"

#include <string.h>

/* The pieces with a bar between; spaces are left out. */
static char *
show (const char *text, TwfBoundary boundary, const char *language)
{
  g_autoptr (GArray) segments = twf_text_segment (text, boundary, language);
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < segments->len; i++)
    {
      TwfSegment segment = g_array_index (segments, TwfSegment, i);

      if (segment.kind == TWF_SEGMENT_SPACE)
        continue;
      if (shown->len > 0)
        g_string_append_c (shown, '|');
      g_string_append_len (shown, text + segment.start, (gssize)segment.length);
    }
  return g_string_free (shown, FALSE);
}

static void
test_words (void)
{
  static const char *const cases[][3] = {
    { "en", "to combat trafficking, slavery.", "to|combat|trafficking|,|slavery|." },
    { "en", "A/RES/64/293 and A/C.3/64/L.12/Rev.1.", "A/RES/64/293|and|A/C.3/64/L.12/Rev.1|." },
    { "en", "non-governmental sixty-three", "non-governmental|sixty-three" },
    { "en", "24/02/2010 2010-02-24 10:30", "24/02/2010|2010-02-24|10:30" },
    { "en", "1,234.5 2019\342\200\2232021 50%", "1,234.5|2019\342\200\2232021|50%" },
    { "en", "12.03.2010 A/64/L.64/Rev.1, E/CN.4/1", "12.03.2010|A/64/L.64/Rev.1|,|E/CN.4/1" },
    { "en", "(see A/64/10/Corr.1)", "(|see|A/64/10/Corr.1|)" },
    { "ar", "٥٪ و ١٬٠٠٠٫٥ و 12,5%.", "٥٪|و|١٬٠٠٠٫٥|و|12,5%|." },
    { "fr", "12\u00a0345\u202f678 en 2010\u00a0000", "12\u00a0345\u202f678|en|2010|000" },
    { "fr", "5\u00a0% aujourd\u2019hui, 100\u20ac", "5\u00a0%|aujourd\u2019hui|,|100\u20ac" },
    { "en", "$1,200 or \u20ac3.", "$1,200|or|\u20ac3|." },
    { "en", "States' don't % 5", "States|'|don't|%|5" },
    { "en", "to first.last@un.org, or", "to|first.last@un.org|,|or" },
    { "en",
      "(https://www.un.org/en/x?a=1&b=%20#top).",
      "(|https://www.un.org/en/x?a=1&b=%20#top|)|." },
    { "en", "www.un.org/a?b, http://x.org/(y)", "www.un.org/a?b|,|http://x.org/(y)" },
    { "ar", "انظر https://un.org/ar، ثم", "انظر|https://un.org/ar|،|ثم" },
    { "zh", "见https://un.org/zh网站", "见|https://un.org/zh|网|站" },
    { "ar", "A/\u200f64/\u200e12", "A/\u200f64/\u200e12" },
    { "en", "ended. 2 more - or less", "ended|.|2|more|-|or|less" },
    { "en", "traffic.2 [alt]", "traffic|.|2|[|alt|]" },
    { "fr", "l'Assemblée générale", "l'Assemblée|générale" },
    { "ar", "٢٤ شباط/فبراير ٢٠١٠،", "٢٤|شباط/فبراير|٢٠١٠|،" },
    { "ar", "الأمـــم المُتَّحِدة", "الأمـــم|المُتَّحِدة" },
    { "ar", "(أ) منع الاتجار؛", "(|أ|)|منع|الاتجار|؛" },
    { "zh", "全球行动计划，2010年", "全|球|行|动|计|划|，|2010|年" },
    { "ru", "Генеральная Ассамблея", "Генеральная|Ассамблея" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i][1], TWF_BOUNDARY_WORD, cases[i][0]);

      g_assert_cmpstr (shown, ==, cases[i][2]);
    }
}

static void
test_sentences (void)
{
  static const char *const cases[][3] = {
    { "en", "Prevent it. Protect them.", "Prevent it. |Protect them." },
    { "en", "Signed by J. Smith. Agreed.", "Signed by J. Smith. |Agreed." },
    { "en", "1. States should act. 2. Soon.", "1. States should act. |2. Soon." },
    { "ar", "وقّع فيتالي إ. تشوركين. وقُبل.", "وقّع فيتالي إ. تشوركين. |وقُبل." },
    { "ar", "هل وصل؟ نعم.", "هل وصل؟ |نعم." },
    { "zh", "通过计划。执行计划。", "通过计划。|执行计划。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i][1], TWF_BOUNDARY_SENTENCE, cases[i][0]);

      g_assert_cmpstr (shown, ==, cases[i][2]);
    }
}

static void
assert_covers (const char *text, TwfBoundary boundary)
{
  g_autoptr (GArray) segments = twf_text_segment (text, boundary, "ar");
  gsize end = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      TwfSegment segment = g_array_index (segments, TwfSegment, i);

      g_assert_cmpuint (segment.start, ==, end);
      g_assert_cmpuint (segment.length, >, 0);
      end += segment.length;
    }
  g_assert_cmpuint (end, ==, strlen (text));
}

static void
test_cover (void)
{
  static const gunichar signs[]
      = { 'a',    'Z',     '1',     '.',    '-',    '/',    ' ',     '\n',   '\r',
          ':',    'e',     0x301,   0x627,  0x640,  0x64e,  0x664,   0x200d, 0x200f,
          0x2068, 0x2069,  0x2013,  0x4e2d, 0x3042, '%',    '@',     0x20ac, 0xfe0f,
          0xe01,  0x1f468, 0x1f3fd, 0xa0,   0x3000, 0xac00, 0x20000, 0xfffd };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint length = g_test_rand_int_range (0, 24);

      for (gint i = 0; i < length; i++)
        g_string_append_unichar (text, signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))]);
      assert_covers (text->str, TWF_BOUNDARY_GRAPHEME);
      assert_covers (text->str, TWF_BOUNDARY_WORD);
      assert_covers (text->str, TWF_BOUNDARY_SENTENCE);
    }
}

/* What repeats is cut once: the answer must be the one that ICU gives for the whole. */
static void
assert_same_at_once (const char *text, const char *language)
{
  g_autoptr (GArray) segments = twf_text_segment (text, TWF_BOUNDARY_WORD, language);
  g_autoptr (GArray) whole = twf_text_segment_at_once (text, TWF_BOUNDARY_WORD, language);
  g_autofree const char **pieces = g_new0 (const char *, segments->len + 1);

  g_assert_cmpuint (segments->len, ==, whole->len);
  for (guint i = 0; i < whole->len; i++)
    {
      const TwfSegment *one = &g_array_index (segments, TwfSegment, i);
      const TwfSegment *other = &g_array_index (whole, TwfSegment, i);

      g_assert_cmpuint (one->start, ==, other->start);
      g_assert_cmpuint (one->length, ==, other->length);
      g_assert_cmpint (one->kind, ==, other->kind);
      g_assert_cmpuint (one->piece, <, segments->len);
      if (pieces[one->piece] == NULL)
        pieces[one->piece] = text + one->start;
      g_assert_cmpmem (pieces[one->piece], one->length, text + one->start, one->length);
    }
}

/* Every kind of sign that a rule of UAX 29 asks for, with blanks as often as all others. */
static void
test_repeats (void)
{
  static const gunichar signs[]
      = { 'a',    'Z',     '1',     '.',     '-',    '/',     '\n',   '\r',   '\t',
          ':',    '\'',    '"',     '_',     ',',    '%',     '@',    0x301,  0x627,
          0x640,  0x64e,   0x664,   0x60c,   0x200b, 0x200d,  0x200f, 0x2068, 0x2069,
          0x2013, 0x4e2d,  0x56fd,  0x3042,  0x30a2, 0xfe0f,  0xe01,  0xe44,  0xe17,
          0xe22,  0xe81,   0x1000,  0x1780,  0x5d0,  0x1f468, 0xa0,   0x1680, 0x2003,
          0x2007, 0x200a,  0x202f,  0x205f,  0x3000, 0x85,    0x2028, 0xac00, 0x600,
          0x70f,  0x20000, 0x1f1e6, 0x1f3fd, 0xad,   0xfeff,  0x20ac, 0xfffd };
  static const char *const languages[] = { NULL, "ar", "zh", "ja", "th", "fi", "fr" };

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint few = round % 2 == 0 ? G_N_ELEMENTS (signs) : 12;
      guint first = (guint)g_test_rand_int_range (0, (gint32)(G_N_ELEMENTS (signs) - few + 1));
      gsize length = 600 + (gsize)g_test_rand_int_range (0, 200);

      while (text->len < length)
        {
          guint which = (guint)g_test_rand_int_range (0, 2 * (gint32)few);

          g_string_append_unichar (text, which < few ? signs[first + which] : ' ');
        }
      if (round % 16 == 0)
        text->str[g_test_rand_int_range (0, (gint32)text->len)] = (char)0xe2;
      assert_same_at_once (text->str, languages[round % G_N_ELEMENTS (languages)]);
    }
}

/* Han is cut without ICU's dictionary, unless kana stand somewhere: with them behind it, a text
 * must have the same words. */
static void
test_han (void)
{
  static const gunichar signs[]
      = { 0x4e2d, 0x6587, 0x3400, 0x9fff, 'a',    'Z',    '1',     '.',     '-',   '/',    ' ',
          '\n',   ':',    '\'',   '"',    '_',    ',',    '%',     '@',     0x301, 0x627,  0x64e,
          0x200b, 0x200d, 0x200f, 0x2068, 0x2013, 0xfe0f, 0x5d0,   0xa0,    0xe01, 0xac00, 0x3000,
          0x3001, 0x3002, 0x300a, 0x3099, 0x303f, 0xff0c, 0x1f468, 0x1f3fd, 0xad,  0x20ac, 0xe000 };

  for (guint round = 0; round < 4000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) quick = NULL;
      g_autoptr (GArray) slow = NULL;

      for (gint i = g_test_rand_int_range (1, 24); i > 0; i--)
        g_string_append_unichar (text, signs[g_test_rand_int_range (0, i % 2 == 0 ? 4 : 44)]);
      quick = twf_text_segment_at_once (text->str, TWF_BOUNDARY_WORD, "zh");
      g_string_append (text, "\342\200\250\343\201\213");
      slow = twf_text_segment_at_once (text->str, TWF_BOUNDARY_WORD, "zh");
      g_assert_cmpuint (slow->len, ==, quick->len + 2);
      for (guint i = 0; i < quick->len; i++)
        {
          const TwfSegment *one = &g_array_index (quick, TwfSegment, i);
          const TwfSegment *other = &g_array_index (slow, TwfSegment, i);

          g_assert_cmpuint (one->start, ==, other->start);
          g_assert_cmpuint (one->length, ==, other->length);
          g_assert_cmpint (one->kind, ==, other->kind);
        }
    }
}

static void
test_count (void)
{
  g_assert_cmpuint (twf_text_count_words ("", "ar"), ==, 0);
  g_assert_cmpuint (twf_text_count_words (" ، - ", "ar"), ==, 0);
  g_assert_cmpuint (twf_text_count_words ("خطة عمل عالمية، ٢٠١٠", "ar"), ==, 4);
  g_assert_cmpuint (twf_text_count_words ("行动计划", "zh"), ==, 4);
}

static void
test_first_words (void)
{
  g_autofree char *whole = twf_text_dup_first_words ("Prevent\n trafficking", 20, "en");
  g_autofree char *cut = twf_text_dup_first_words ("Prevent trafficking in persons", 22, "en");
  g_autofree char *inside = twf_text_dup_first_words ("Antidisestablishment", 5, "en");
  g_autofree char *open = twf_text_dup_first_words (
      "see \342\201\250A/RES/64/293 of July\342\201\251 here", 20, "en");
  g_autofree char *none = twf_text_dup_first_words ("word", 0, "en");

  g_assert_cmpstr (whole, ==, "Prevent trafficking");
  g_assert_cmpstr (cut, ==, "Prevent trafficking\342\200\246");
  g_assert_cmpstr (inside, ==, "Anti\342\200\246");
  g_assert_cmpstr (open, ==, "see \342\201\250A/RES/64/293\342\200\246\342\201\251");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/segments/words", test_words);
  g_test_add_func ("/text/segments/sentences", test_sentences);
  g_test_add_func ("/text/segments/cover", test_cover);
  g_test_add_func ("/text/segments/repeats", test_repeats);
  g_test_add_func ("/text/segments/han", test_han);
  g_test_add_func ("/text/segments/count", test_count);
  g_test_add_func ("/text/segments/first-words", test_first_words);
  return g_test_run ();
}
