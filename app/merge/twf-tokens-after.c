/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-tokens.h"

#include "twf-alike.h"
#include "twf-hash.h"
#include "twf-myers.h"

#include <string.h>

/* A version of a text mostly reads as the one before it: only what lies between what both begin and
 * what both end with goes through the rules of words again. Some words more are cut than need be:
 * what is joined from several pieces, a sum of money or a date, looks no farther. */
#define SPARE_CUTS 2

enum
{
  LONG_GAP = 256, /* bytes in which it is worth while to look for what stayed between two changes */
  SHORTEST_RUN = 8, /* pieces from blank to blank that stayed, of which the outer ones are spare */
  MOST_STEPS = 64 * 1024,
};

/* Bytes of the text that are cut as those of the former one are. */
typedef struct
{
  gsize start, end;
  guint from, to; /* tokens of the former text */
  guint32 shift;  /* how many bytes later they stand */
} Kept;

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

/* The tokens of @former that are @kept, with their words as they are counted there. */
static void
append_former (TwfTokens *self, const TwfTokens *former, const Kept *kept)
{
  guint from = kept->from, to = kept->to;
  guint32 shift = kept->shift;
  guint32 moved = self->n_tokens - from;
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

/* The places between @from and @to where @text can be cut, both of them among these: of guint32. */
static GArray *
list_cuts (const char *text, gsize from, gsize to)
{
  GArray *cuts = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint)(to - from) / 8 + 4);

  for (gsize at = from; at <= to; at++)
    if (at == from || at == to
        || ((text[at] == ' ' || text[at] == '\n') && twf_text_can_cut (text, at)))
      {
        guint32 cut = (guint32)at;

        g_array_append_val (cuts, cut);
      }
  return cuts;
}

/* What stands between one place and the next, as numbers that are the same for the same bytes. */
static guint32 *
hash_between (const char *text, GArray *cuts)
{
  const guint32 *places = (const guint32 *)(gpointer)cuts->data;
  guint32 *hashes = g_new (guint32, cuts->len);

  for (guint i = 0; i + 1 < cuts->len; i++)
    hashes[i] = twf_hash_bytes (text + places[i], places[i + 1] - places[i]);
  return hashes;
}

/* Takes over what stands alike in both from one place on up to another, but for a margin. */
static void
keep_run (GArray *kept,
          const char *text,
          const TwfTokens *former,
          gsize old_length,
          const guint32 *places,
          const guint32 *old_places,
          guint n)
{
  Kept run = { places[SPARE_CUTS], places[n - SPARE_CUTS - 1], 0, 0, 0 };
  gsize old_start = old_places[SPARE_CUTS], old_end = old_places[n - SPARE_CUTS - 1];

  if (run.end - run.start != old_end - old_start
      || memcmp (text + places[0], former->text + old_places[0], places[n] - places[0]) != 0
      || !find_token (former, old_start, old_length, &run.from)
      || !find_token (former, old_end, old_length, &run.to))
    return;
  run.shift = (guint32)(run.start - old_start);
  g_array_append_val (kept, run);
}

/* What stands alike in the midst of two changes. */
static void
keep_between (GArray *kept,
              const char *text,
              const TwfTokens *former,
              gsize old_length,
              const Kept *start,
              const Kept *rest)
{
  g_autoptr (GArray) cuts = list_cuts (text, start->end, rest->start);
  g_autoptr (GArray) old_cuts
      = list_cuts (former->text, start->end, (guint32)rest->start - rest->shift);
  const guint32 *places = (const guint32 *)(gpointer)cuts->data;
  const guint32 *old_places = (const guint32 *)(gpointer)old_cuts->data;
  g_autofree guint32 *hashes = hash_between (text, cuts);
  g_autofree guint32 *old_hashes = hash_between (former->text, old_cuts);
  guint n_old = old_cuts->len - 1;
  g_autofree guint32 *match = g_new (guint32, n_old + 1);
  gint64 budget = MOST_STEPS;

  if (!twf_myers_match (old_hashes, n_old, hashes, cuts->len - 1, &budget, match))
    return;
  for (guint i = 0, n; i < n_old; i += n)
    {
      for (n = 1; match[i] != TWF_NO_MATCH && i + n < n_old && match[i + n] == match[i] + n; n++)
        ;
      if (match[i] != TWF_NO_MATCH && n >= SHORTEST_RUN)
        keep_run (kept, text, former, old_length, places + match[i], old_places + i, n);
    }
}

/* The @segments of what begins at @start in the text, each looked up. */
static void
append_segments (TwfTokens *self, gsize start, GArray *segments, TwfWordTable *lexicon)
{
  for (guint i = 0; i < segments->len; i++)
    {
      const TwfSegment *segment = &g_array_index (segments, TwfSegment, i);
      const char *word = self->text + start + segment->start;
      guint32 symbol = twf_word_table_add (lexicon, word, segment->length);

      twf_tokens_append (
          self,
          (TwfToken){
              (guint32)(start + segment->start), (guint32)segment->length, symbol, segment->kind });
    }
}

/* Cuts up what lies between what is kept: one array of TwfSegment for each gap. */
static GPtrArray *
cut_gaps (const char *text, const char *language, GArray *kept, guint *n_tokens)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  *n_tokens = 0;
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *before = &g_array_index (kept, Kept, i);

      *n_tokens += before->to - before->from;
      if (i + 1 < kept->len)
        {
          g_autofree char *gap = g_strndup (text + before->end, (before + 1)->start - before->end);
          GArray *segments = twf_text_segment (gap, TWF_BOUNDARY_WORD, language);

          *n_tokens += segments->len;
          g_ptr_array_add (gaps, segments);
        }
    }
  return gaps;
}

static TwfTokens *
assemble (const char *text,
          const char *language,
          const TwfTokens *former,
          GArray *kept,
          TwfWordTable *lexicon,
          GArray *new_words)
{
  guint n;
  g_autoptr (GPtrArray) gaps = cut_gaps (text, language, kept, &n);
  TwfTokens *self = g_new0 (TwfTokens, 1);

  self->text = text;
  self->tokens = g_new (TwfToken, n);
  self->words = g_new (guint32, n);
  self->positions = g_new (guint32, n);
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *before = &g_array_index (kept, Kept, i);
      TwfNewWords found;

      append_former (self, former, before);
      if (i == gaps->len)
        break;
      found.first = self->n_words;
      append_segments (self, before->end, gaps->pdata[i], lexicon);
      found.n = self->n_words - found.first;
      if (found.n > 0)
        g_array_append_val (new_words, found);
    }
  return self;
}

static TwfTokens *
cut_whole (const char *text, const char *language, TwfWordTable *lexicon, GArray *new_words)
{
  TwfTokens *self = twf_tokens_new (text, language, lexicon);
  TwfNewWords all = { 0, self->n_words };

  if (all.n > 0)
    g_array_append_val (new_words, all);
  return self;
}

/**
 * twf_tokens_new_after:
 * @text: a text in UTF-8, below 4 GiB; must live as long as the result and @lexicon
 * @language: (nullable): its language
 * @lexicon: shared by the texts that are compared
 * @former: a text of the same language, cut up with the same lexicon
 * @new_words: (element-type TwfNewWords): is given those of the words that were not taken over from
 *   @former
 *
 * As twf_tokens_new(), with the same answer, but sooner the more @text and @former have in common
 * in the same order; words that were given another symbol in @former have it here too.
 *
 * Returns: (transfer full): the text cut up
 */
TwfTokens *
twf_tokens_new_after (const char *text,
                      const char *language,
                      TwfWordTable *lexicon,
                      const TwfTokens *former,
                      GArray *new_words)
{
  gsize length = strlen (text), old_length = strlen (former->text);
  gsize least = MIN (length, old_length);
  gsize common = twf_count_alike (text, former->text, least);
  gsize ending = twf_count_alike_before (text + length, former->text + old_length, least - common);
  gsize head = find_start (text, common);
  gsize tail = find_rest (text, length, former->text, old_length, ending);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  Kept start = { 0, head, 0, 0, 0 };
  Kept rest = { length - tail, length, 0, former->n_tokens, (guint32)(length - old_length) };

  if (head + tail == 0 || !find_token (former, head, old_length, &start.to)
      || !find_token (former, old_length - tail, old_length, &rest.from))
    return cut_whole (text, language, lexicon, new_words);
  g_array_append_val (kept, start);
  if (rest.start - start.end >= LONG_GAP)
    keep_between (kept, text, former, old_length, &start, &rest);
  g_array_append_val (kept, rest);
  return assemble (text, language, former, kept, lexicon, new_words);
}
