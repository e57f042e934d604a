/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-tokens.h"

#include "twf-alike.h"

#include <string.h>

/* A version of a text mostly reads as the one before it: only what lies between what both begin and
 * what both end with goes through the rules of words again. Some words more are cut than need be:
 * what is joined from several pieces, a sum of money or a date, looks no farther. */
#define SPARE_CUTS 2

/* The last place before @common where a text can be cut, some words earlier than need be. */
static gsize
find_start (const char *text, gsize common)
{
  guint n_found = 0;

  while (common-- > 1)
    if (twf_text_can_cut (text, common) && ++n_found > SPARE_CUTS)
      return common;
  return 0;
}

/* How many of the @common last bytes both texts can be cut before. */
static gsize
find_rest (const char *text, gsize length, const char *former, gsize old_length, gsize common)
{
  guint n_found = 0;

  for (; common > 0; common--)
    if (common < length && common < old_length && twf_text_can_cut (text, length - common)
        && twf_text_can_cut (former, old_length - common) && ++n_found > SPARE_CUTS)
      return common;
  return 0;
}

/* The token that begins at @start; FALSE: none does. @start at the end: how many there are. */
static gboolean
find_token (const TwfTokens *self, gsize start, gsize length, guint *found)
{
  guint low = 0, high = self->n_tokens;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->tokens[middle].start < start)
        low = middle + 1;
      else
        high = middle;
    }
  *found = low;
  return low < self->n_tokens ? self->tokens[low].start == start : start == length;
}

/* The first of the words that begins at the token @at or behind it. */
static guint
find_word (const TwfTokens *self, guint at)
{
  guint low = 0, high = self->n_words;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->positions[middle] < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The tokens of @former from @from on up to @to, with their words as they are counted there. */
static void
append_former (TwfTokens *self,
               const TwfTokens *former,
               guint from,
               guint to,
               guint32 shift,
               guint32 moved)
{
  guint first = find_word (former, from);
  guint n = find_word (former, to) - first;

  memcpy (self->tokens + self->n_tokens, former->tokens + from, (to - from) * sizeof (TwfToken));
  memcpy (self->words + self->n_words, former->words + first, n * sizeof (guint32));
  memcpy (self->positions + self->n_words, former->positions + first, n * sizeof (guint32));
  for (guint i = 0; shift != 0 && i < to - from; i++)
    self->tokens[self->n_tokens + i].start += shift;
  for (guint i = 0; moved != 0 && i < n; i++)
    self->positions[self->n_words + i] += moved;
  self->n_tokens += to - from;
  self->n_words += n;
}

/* @head tokens of @former, @segments behind them, then those of @former from @tail on. */
static TwfTokens *
assemble (const char *text,
          const TwfTokens *former,
          guint head,
          guint tail,
          gsize start,
          GArray *segments,
          guint32 shift,
          TwfWordTable *lexicon,
          TwfNewWords *new_words)
{
  guint n = head + segments->len + former->n_tokens - tail;
  TwfTokens *self = g_new0 (TwfTokens, 1);

  self->text = text;
  self->tokens = g_new (TwfToken, n);
  self->words = g_new (guint32, n);
  self->positions = g_new (guint32, n);
  append_former (self, former, 0, head, 0, 0);
  new_words->first = self->n_words;
  for (guint i = 0; i < segments->len; i++)
    {
      const TwfSegment *segment = &g_array_index (segments, TwfSegment, i);
      const char *word = text + start + segment->start;
      guint32 symbol = twf_word_table_add (lexicon, word, segment->length);

      twf_tokens_append (
          self,
          (TwfToken){
              (guint32)(start + segment->start), (guint32)segment->length, symbol, segment->kind });
    }
  new_words->n = self->n_words - new_words->first;
  append_former (self, former, tail, former->n_tokens, shift, head + segments->len - tail);
  return self;
}

/**
 * twf_tokens_new_after:
 * @text: a text in UTF-8, below 4 GiB; must live as long as the result and @lexicon
 * @language: (nullable): its language
 * @lexicon: shared by the texts that are compared
 * @former: a text of the same language, cut up with the same lexicon
 * @new_words: (out): those of the words that were not taken over from @former
 *
 * As twf_tokens_new(), with the same answer, but sooner the more @text and @former begin and end
 * alike; words that were given another symbol in @former have it here too.
 *
 * Returns: (transfer full): the text cut up
 */
TwfTokens *
twf_tokens_new_after (const char *text,
                      const char *language,
                      TwfWordTable *lexicon,
                      const TwfTokens *former,
                      TwfNewWords *new_words)
{
  gsize length = strlen (text), old_length = strlen (former->text);
  gsize least = MIN (length, old_length);
  gsize common = twf_count_alike (text, former->text, least);
  gsize ending = twf_count_alike_before (text + length, former->text + old_length, least - common);
  gsize start = find_start (text, common);
  gsize rest = find_rest (text, length, former->text, old_length, ending);
  g_autofree char *middle = NULL;
  g_autoptr (GArray) segments = NULL;
  guint head, tail;

  if (start + rest == 0 || !find_token (former, start, old_length, &head)
      || !find_token (former, old_length - rest, old_length, &tail))
    {
      TwfTokens *self = twf_tokens_new (text, language, lexicon);

      *new_words = (TwfNewWords){ 0, self->n_words };
      return self;
    }
  middle = g_strndup (text + start, length - rest - start);
  segments = twf_text_segment (middle, TWF_BOUNDARY_WORD, language);
  return assemble (text,
                   former,
                   head,
                   tail,
                   start,
                   segments,
                   (guint32)(length - old_length),
                   lexicon,
                   new_words);
}
