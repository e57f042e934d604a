/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-segments.h"

#include "twf-compounds.h"
#include "twf-han.h"
#include "twf-repeats.h"
#include "twf-utf16.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

enum
{
  LONG_TEXT = 512,           /* bytes from which on what repeats is looked for */
  LONGEST_TEXT = 0x7fffffff, /* which is counted in 32 bits */
};

/* Opening a break iterator costs a hundred short texts: each thread keeps those it has opened. */
static GPrivate iterators = G_PRIVATE_INIT ((GDestroyNotify)g_hash_table_unref);

static const UChar nothing[] = { 0 };

static void
close_iterator (gpointer iterator)
{
  ubrk_close (iterator);
}

static UBreakIterator *
get_iterator (TwfBoundary boundary, const char *language)
{
  static const UBreakIteratorType types[] = { UBRK_CHARACTER, UBRK_WORD, UBRK_SENTENCE };
  GHashTable *cache = g_private_get (&iterators);
  g_autofree char *locale = NULL;
  UBreakIterator *iterator;
  UErrorCode status = U_ZERO_ERROR;
  char key[48];

  if (cache == NULL)
    {
      cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, close_iterator);
      g_private_set (&iterators, cache);
    }
  g_snprintf (key, sizeof key, "%d%s", (int)boundary, language != NULL ? language : "");
  iterator = g_hash_table_lookup (cache, key);
  if (iterator != NULL)
    return iterator;
  /* ss=standard: "No." and its like do not end a sentence in the languages that CLDR lists. */
  locale = g_strconcat (language != NULL ? language : "",
                        boundary == TWF_BOUNDARY_SENTENCE ? "@ss=standard" : "",
                        NULL);
  iterator = ubrk_open (types[boundary], locale, NULL, 0, &status);
  if (U_FAILURE (status))
    return NULL;
  g_hash_table_insert (cache, g_strdup (key), iterator);
  return iterator;
}

static void
append (GArray *segments, const TwfUtf16 *units, gint32 start, gint32 end, TwfSegmentKind kind)
{
  TwfSegment segment = {
    .start = units->offsets[start],
    .length = units->offsets[end] - units->offsets[start],
    .kind = kind,
  };

  g_array_append_val (segments, segment);
}

/* Chinese is compared sign by sign: a dictionary's words depend on what stands around them, so that
 * one changed sign would change words that nobody touched. */
static void
append_ideographs (GArray *segments, const TwfUtf16 *units, gint32 start, gint32 end)
{
  gint32 kept = start;
  gint32 at = start;

  while (at < end)
    {
      gint32 here = at;
      UChar32 character;

      U16_NEXT (units->units, at, end, character);
      if (!u_hasBinaryProperty (character, UCHAR_IDEOGRAPHIC))
        continue;
      if (here > kept)
        append (segments, units, kept, here, TWF_SEGMENT_WORD);
      while (at < end && u_hasBinaryProperty (units->units[at], UCHAR_GRAPHEME_EXTEND))
        at++;
      append (segments, units, here, at, TWF_SEGMENT_IDEOGRAPH);
      kept = at;
    }
  if (end > kept)
    append (segments, units, kept, end, TWF_SEGMENT_WORD);
}

static void
append_by_status (GArray *segments, const TwfUtf16 *units, gint32 start, gint32 end, gint32 status)
{
  UChar32 first;

  if (status >= UBRK_WORD_IDEO && status < UBRK_WORD_IDEO_LIMIT)
    append_ideographs (segments, units, start, end);
  else if (status >= UBRK_WORD_LETTER)
    append (segments, units, start, end, TWF_SEGMENT_WORD);
  else if (status >= UBRK_WORD_NUMBER)
    append (segments, units, start, end, TWF_SEGMENT_NUMBER);
  else
    {
      U16_GET (units->units, 0, start, units->length, first);
      append (segments,
              units,
              start,
              end,
              u_isUWhiteSpace (first) ? TWF_SEGMENT_SPACE : TWF_SEGMENT_PUNCTUATION);
    }
}

/* Whether what ends at @end is a label or an initial and its full stop, which ICU takes for the end
 * of a sentence. */
static gboolean
ends_with_initial (const TwfUtf16 *units, gint32 start, gint32 end)
{
  gint32 at = end;
  gint32 letters = 0;
  gboolean digits = FALSE;

  while (at > start && u_isUWhiteSpace (units->units[at - 1]))
    if (units->units[--at] == '\n')
      return FALSE;
  if (at == start || units->units[--at] != '.')
    return FALSE;
  while (at > start)
    {
      UChar32 character;
      gint32 before = at;

      U16_PREV (units->units, start, before, character);
      if (u_charType (character) == U_NON_SPACING_MARK || character == 0x640)
        {
          at = before;
          continue;
        }
      if (!u_isalnum (character) || u_hasBinaryProperty (character, UCHAR_IDEOGRAPHIC))
        break;
      digits |= u_isdigit (character);
      letters++;
      at = before;
    }
  if (digits)
    return at == start && letters <= 3;
  return letters == 1;
}

/**
 * twf_text_segment_at_once:
 * @text: a text in UTF-8
 * @boundary: into what
 * @language: (nullable): the language of @text
 *
 * As twf_text_segment(), with the same answer, but every word goes through ICU however often it
 * comes.
 *
 * Returns: (transfer full) (element-type TwfSegment): the pieces in order, which cover @text
 */
GArray *
twf_text_segment_at_once (const char *text, TwfBoundary boundary, const char *language)
{
  g_autoptr (TwfUtf16) units = twf_utf16_new_mapped (text, -1);
  g_autofree UChar *hidden = boundary == TWF_BOUNDARY_WORD ? twf_han_dup_hidden (units) : NULL;
  GArray *segments
      = g_array_sized_new (FALSE, FALSE, sizeof (TwfSegment), (guint)units->length / 3 + 4);
  UBreakIterator *iterator = get_iterator (boundary, language);
  UErrorCode status = U_ZERO_ERROR;
  gint32 start = 0;

  if (units->length == 0)
    return segments;
  if (iterator != NULL)
    ubrk_setText (iterator, hidden != NULL ? hidden : units->units, units->length, &status);
  if (iterator == NULL || U_FAILURE (status))
    {
      append (segments, units, 0, units->length, TWF_SEGMENT_OTHER);
      return segments;
    }
  for (gint32 end = ubrk_next (iterator); end != UBRK_DONE; end = ubrk_next (iterator))
    {
      if (boundary == TWF_BOUNDARY_SENTENCE && end < units->length
          && ends_with_initial (units, start, end))
        continue;
      if (boundary == TWF_BOUNDARY_WORD)
        append_by_status (segments,
                          units,
                          start,
                          end,
                          hidden != NULL && twf_han_is_sign (units->units[start])
                              ? UBRK_WORD_IDEO
                              : ubrk_getRuleStatus (iterator));
      else
        append (segments, units, start, end, TWF_SEGMENT_OTHER);
      start = end;
    }
  /* The iterator outlives the text: it must not be left pointing into it. */
  ubrk_setText (iterator, nothing, 0, &status);
  if (boundary == TWF_BOUNDARY_WORD)
    twf_compounds_join (segments, text);
  for (guint i = 0; i < segments->len; i++)
    g_array_index (segments, TwfSegment, i).piece = i;
  return segments;
}

/* Puts the words of a text together from those of its chunks; NULL where a word lies across two. */
static GArray *
assemble (const TwfRepeats *repeats, const TwfSegment *words, guint n_words)
{
  g_autofree guint32 *first = g_new (guint32, repeats->n_different + 1);
  GArray *segments;
  TwfSegment *next;
  gsize start = 0;
  gsize total = 0;
  guint at = 0;

  for (guint i = 0; i < repeats->n_different; i++)
    {
      first[i] = at;
      if (at == n_words || words[at].start != repeats->starts[i])
        return NULL;
      while (at < n_words && words[at].start < repeats->starts[i + 1])
        at++;
    }
  first[repeats->n_different] = at;
  for (guint i = 0; i < repeats->n_chunks; i++)
    total += first[repeats->chunks[i] + 1] - first[repeats->chunks[i]];
  segments = g_array_sized_new (FALSE, FALSE, sizeof (TwfSegment), (guint)total);
  g_array_set_size (segments, (guint)total);
  next = (TwfSegment *)(gpointer)segments->data;
  for (guint i = 0; i < repeats->n_chunks; i++)
    for (guint word = first[repeats->chunks[i]]; word < first[repeats->chunks[i] + 1]; word++)
      {
        *next = words[word];
        next->start = start;
        next->piece = word;
        start += next++->length;
      }
  return segments;
}

/* Most of a long text is words that it has said before: each is cut once. */
static GArray *
cut_long (const char *text, gsize length, const char *language)
{
  g_autoptr (TwfRepeats) repeats = twf_repeats_new (text, length);
  g_autoptr (GArray) words = twf_text_segment_at_once (repeats->text, TWF_BOUNDARY_WORD, language);

  return assemble (repeats, (const TwfSegment *)(gconstpointer)words->data, words->len);
}

/**
 * twf_text_segment:
 * @text: a text in UTF-8
 * @boundary: into what
 * @language: (nullable): the language of @text
 *
 * Cuts a text into words, sentences or graphemes (Unicode Standard Annex 29). Among words, each
 * punctuation mark is a piece of its own, Han is cut sign by sign, and numbers, dates, document
 * symbols, hyphenated words and addresses stay whole (see twf_compounds_join()). A sentence goes on
 * after an initial.
 *
 * Returns: (transfer full) (element-type TwfSegment): the pieces in order, which cover @text
 */
GArray *
twf_text_segment (const char *text, TwfBoundary boundary, const char *language)
{
  gsize length = strlen (text);
  GArray *segments = NULL;

  if (boundary == TWF_BOUNDARY_WORD && length >= LONG_TEXT && length < LONGEST_TEXT)
    segments = cut_long (text, length, language);
  return segments != NULL ? segments : twf_text_segment_at_once (text, boundary, language);
}
