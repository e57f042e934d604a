/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* The first byte chooses the language; the rest is a file that somebody opened. Whatever it is, the
 * laws of the room hold. Build with clang -fsanitize=fuzzer,address, or with ../fuzz-replay.c. */
#include "twf-arabic.h"
#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-digits.h"
#include "twf-hostile.h"
#include "twf-language.h"
#include "twf-normal.h"
#include "twf-region.h"
#include "twf-search.h"
#include "twf-segments.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_normal (const char *text)
{
  g_autofree char *once = twf_text_normalize (text, -1, NULL);
  g_autofree char *twice = twf_text_normalize (once, -1, NULL);
  g_autofree char *line = twf_text_collapse_spaces (once);

  g_assert_cmpstr (once, ==, twice);
  g_assert_true (twf_text_is_normal (once, -1));
  g_assert_null (strpbrk (line, "\r\n\t"));
}

static void
check_segments (const char *text, const char *language)
{
  for (TwfBoundary boundary = TWF_BOUNDARY_GRAPHEME; boundary <= TWF_BOUNDARY_SENTENCE; boundary++)
    {
      g_autoptr (GArray) segments = twf_text_segment (text, boundary, language);
      gsize end = 0;

      for (guint i = 0; i < segments->len; i++)
        {
          TwfSegment segment = g_array_index (segments, TwfSegment, i);

          g_assert_cmpuint (segment.start, ==, end);
          g_assert_cmpuint (segment.length, >, 0);
          end += segment.length;
          g_assert_true (text[end] == '\0' || (text[end] & 0xc0) != 0x80);
        }
      g_assert_cmpuint (end, ==, strlen (text));
    }
}

/* Whether what repeats is cut as ICU cuts the whole: the text is doubled until it is long. */
static void
check_repeats (const char *text, const char *language)
{
  g_autoptr (GString) longer = g_string_new (text);
  g_autoptr (GArray) segments = NULL;
  g_autoptr (GArray) whole = NULL;

  while (longer->len > 0 && longer->len < 1024)
    {
      g_autofree char *copy = g_strdup (longer->str);

      g_string_append_c (longer, ' ');
      g_string_append (longer, copy);
    }
  segments = twf_text_segment (longer->str, TWF_BOUNDARY_WORD, language);
  whole = twf_text_segment_at_once (longer->str, TWF_BOUNDARY_WORD, language);
  g_assert_cmpuint (segments->len, ==, whole->len);
  for (guint i = 0; i < whole->len; i++)
    g_assert_cmpuint (g_array_index (segments, TwfSegment, i).start,
                      ==,
                      g_array_index (whole, TwfSegment, i).start);
}

static void
check_storable (const char *text, const char *language)
{
  g_autofree char *storable = twf_text_make_storable (text);
  g_autofree char *isolated = twf_text_isolate (text);
  g_autofree char *title = twf_text_dup_first_words (storable, 20, language);
  g_autofree char *marked = g_strconcat (twf_text_get_view_mark (text, language), text, NULL);

  g_assert_true (twf_text_check_storable (storable, NULL));
  g_assert_cmpint (twf_text_check_storable (text, NULL), ==, strcmp (storable, text) == 0);
  g_assert_true (twf_text_isolates_balance (isolated));
  g_assert_true (twf_text_isolates_balance (title));
  g_assert_true (g_utf8_validate (title, -1, NULL));
  g_assert_cmpstr (twf_text_get_view_mark (marked, language), ==, "");
}

/* What is looked for is the text's own beginning, and a common letter. */
static void
check_search (const char *text, const char *language)
{
  g_autofree char *own = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 5));
  const char *patterns[] = { own, "ا" };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (TwfSearch) search = twf_search_new (patterns[i], language);
      gsize end = strlen (text);
      gsize start = 0;
      gsize length = 0;

      for (gsize from = 0; twf_search_find (search, text, from, &start, &length);
           from = start + length)
        {
          g_assert_cmpuint (length, >, 0);
          g_assert_cmpuint (start, >=, from);
          g_assert_cmpuint (start + length, <=, end);
          g_assert_true ((text[start] & 0xc0) != 0x80);
          g_assert_true ((text[start + length] & 0xc0) != 0x80);
        }
    }
}

static void
check_parsers (const char *text, const char *language)
{
  g_autofree char *state = twf_region_find (text, language);
  g_autofree char *ascii = twf_digits_to_ascii (text);
  g_autofree char *folded = twf_arabic_fold_letters (text);
  g_autofree char *forms = twf_arabic_fold_presentation_forms (text);
  g_autofree char *stripped = twf_arabic_strip_tatweel (forms);
  gint64 value;
  GDate date;

  (void)twf_digits_parse (text, &value);
  g_assert_true (g_utf8_validate (stripped, -1, NULL));
  g_assert_true (state == NULL || strlen (state) == 2);
  if (twf_date_parse (text, language, &date))
    {
      g_autofree char *written = twf_date_format (&date, language);
      GDate again;

      /* A year of one or two figures is written, and not read. */
      if (g_date_get_year (&date) > 31)
        {
          g_assert_true (twf_date_parse (written, language, &again));
          g_assert_cmpint (g_date_compare (&date, &again), ==, 0);
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *const *languages = twf_language_list_un ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  const char *language;

  if (size == 0)
    return 0;
  language = languages[data[0] % 6];
  bytes = g_bytes_new_static (data + 1, size - 1);
  text = twf_text_decode (bytes, NULL);
  if (text == NULL)
    return 0;
  check_normal (text);
  check_repeats (text, language);
  check_segments (text, language);
  check_storable (text, language);
  check_search (text, language);
  check_parsers (text, language);
  return 0;
}
