/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-segments.h"

#include "twf-bidi.h"
#include "twf-normal.h"

#include <string.h>

/**
 * twf_text_count_words:
 * @text: a text
 * @language: (nullable): its language
 *
 * Returns: how many words and numbers @text has; each Han sign counts as one
 */
guint
twf_text_count_words (const char *text, const char *language)
{
  g_autoptr (GArray) segments = twf_text_segment (text, TWF_BOUNDARY_WORD, language);
  guint count = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      TwfSegmentKind kind = g_array_index (segments, TwfSegment, i).kind;

      count += kind == TWF_SEGMENT_WORD || kind == TWF_SEGMENT_NUMBER
               || kind == TWF_SEGMENT_IDEOGRAPH;
    }
  return count;
}

/* The most bytes of @text that whole segments up to @most_graphemes make. */
static gsize
fitting_bytes (const char *text, gsize room, const char *language)
{
  g_autoptr (GArray) words = twf_text_segment (text, TWF_BOUNDARY_WORD, language);
  gsize fits = 0;

  for (guint i = 0; i < words->len; i++)
    {
      TwfSegment word = g_array_index (words, TwfSegment, i);

      if (word.start + word.length > room)
        break;
      if (word.kind != TWF_SEGMENT_SPACE)
        fits = word.start + word.length;
    }
  return fits > 0 ? fits : room;
}

/**
 * twf_text_dup_first_words:
 * @text: a text
 * @most_graphemes: the most characters, as a reader counts them
 * @language: (nullable): its language
 *
 * Returns: (transfer full): the beginning of @text on one line, up to the end of a word, with an
 *   ellipsis where something was left out, and isolates closed
 */
char *
twf_text_dup_first_words (const char *text, guint most_graphemes, const char *language)
{
  g_autofree char *line = twf_text_collapse_spaces (text);
  g_autoptr (GArray) graphemes = twf_text_segment (line, TWF_BOUNDARY_GRAPHEME, language);
  GString *result;
  TwfSegment last;
  guint open = 0;

  if (graphemes->len <= most_graphemes)
    return g_steal_pointer (&line);
  if (most_graphemes == 0)
    return g_strdup ("");
  last = g_array_index (graphemes, TwfSegment, most_graphemes - 1);
  result = g_string_new_len (line, (gssize)fitting_bytes (line, last.start, language));
  for (const char *at = result->str; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character >= 0x2066 && character <= 0x2068)
        open++;
      else if (character == 0x2069 && open > 0)
        open--;
    }
  g_string_append (result, "\342\200\246");
  while (open-- > 0)
    g_string_append (result, TWF_PDI);
  return g_string_free (result, FALSE);
}
