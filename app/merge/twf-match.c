/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-match.h"

#include "twf-anchors.h"

#include <string.h>

enum
{
  MANY_WORDS = 20000, /* of both texts, above which anchors are looked for first */
  STEPS_A_WORD = 512, /* of the exact search, before something coarser is tried */
  FEWEST_STEPS = 64 * 1024,
  MOST_STEPS = 8 * 1024 * 1024,
  STEPS_IN_ALL = 64 * 1024 * 1024,
  STEPS_A_PHRASE = 16, /* what looking for one costs, beside a step */
  LEAST_ANCHOR_WEIGHT = 4,
  LEAST_SENTENCE = 4, /* words: a heading or a label comes back in every text */
};

typedef struct
{
  const TwfTokens *old_tokens;
  const TwfTokens *new_tokens;
  gint64 steps; /* that may still be taken */
  guint32 *match;
} Matcher;

/* A range of words of both texts. */
typedef struct
{
  guint x0, x1;
  guint y0, y1;
} Range;

static void match_range (Matcher *self, Range range);

static gboolean
match_exactly (Matcher *self, const Range *range)
{
  guint n_old = range->x1 - range->x0;
  guint n_new = range->y1 - range->y0;
  gint64 budget = CLAMP ((gint64)(n_old + n_new) * STEPS_A_WORD, FEWEST_STEPS, MOST_STEPS);
  gint64 left = MIN (budget, self->steps);
  gboolean found;

  self->steps -= left;
  found = twf_myers_match (self->old_tokens->words + range->x0,
                           n_old,
                           self->new_tokens->words + range->y0,
                           n_new,
                           &left,
                           self->match + range->x0);
  self->steps += left;
  if (!found)
    return FALSE;
  for (guint x = range->x0; x < range->x1; x++)
    if (self->match[x] != TWF_NO_MATCH)
      self->match[x] += range->y0;
  return TRUE;
}

/* The sentences from @from up to @to. */
static GArray *
list_sentences (const TwfTokens *tokens, guint from, guint to)
{
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (TwfPhrase));
  guint start = from;

  for (guint word = from; word < to; word++)
    {
      if (word + 1 < to && !twf_tokens_break_after (tokens, word))
        continue;
      if (word + 1 - start >= LEAST_SENTENCE)
        g_array_append_val (phrases, ((TwfPhrase){ start, word + 1 - start }));
      start = word + 1;
    }
  return phrases;
}

/* All that @n words in a row make from @from up to @to. Single ones must say something. */
static GArray *
list_phrases (const TwfTokens *tokens, guint from, guint to, guint n)
{
  GArray *phrases = g_array_sized_new (FALSE, FALSE, sizeof (TwfPhrase), to - from);

  for (guint word = from; word + n <= to; word++)
    if (n > 1 || twf_tokens_get_weight (tokens, word) >= LEAST_ANCHOR_WEIGHT)
      g_array_append_val (phrases, ((TwfPhrase){ word, n }));
  return phrases;
}

/* The phrases of @n words, 0 for sentences, that stand once in each part of @range. */
static GArray *
find_anchors (Matcher *self, const Range *range, guint n)
{
  g_autoptr (GArray) olds = NULL;
  g_autoptr (GArray) news = NULL;

  if (n == 0)
    {
      olds = list_sentences (self->old_tokens, range->x0, range->x1);
      news = list_sentences (self->new_tokens, range->y0, range->y1);
    }
  else
    {
      olds = list_phrases (self->old_tokens, range->x0, range->x1, n);
      news = list_phrases (self->new_tokens, range->y0, range->y1, n);
    }
  self->steps
      -= (gint64)(range->x1 - range->x0 + range->y1 - range->y0) * (STEPS_A_PHRASE + (gint64)n);
  return twf_anchors_find (self->old_tokens->words, olds, self->new_tokens->words, news);
}

/* Splits @range at phrases that stand once in each text. They may overlap: then they go on. */
static gboolean
match_by_anchors (Matcher *self, const Range *range, guint n)
{
  g_autoptr (GArray) anchors = find_anchors (self, range, n);
  Range gap = *range;

  twf_anchors_keep_chain (anchors);
  if (anchors->len == 0)
    return FALSE;
  for (guint i = 0; i < anchors->len; i++)
    {
      TwfAnchor anchor = g_array_index (anchors, TwfAnchor, i);
      guint known = MAX (gap.x0, anchor.x) - anchor.x;

      known = MAX (known, MAX (gap.y0, anchor.y) - anchor.y);
      if (known >= anchor.n)
        continue;
      gap.x1 = anchor.x + known;
      gap.y1 = anchor.y + known;
      match_range (self, gap);
      for (guint word = known; word < anchor.n; word++)
        self->match[anchor.x + word] = anchor.y + word;
      gap.x0 = anchor.x + anchor.n;
      gap.y0 = anchor.y + anchor.n;
    }
  gap.x1 = range->x1;
  gap.y1 = range->y1;
  match_range (self, gap);
  return TRUE;
}

/* Fills in the pairs of @range. What neither the exact search nor anchors can do within the steps
 * that are left is taken as rewritten from end to end. */
static void
match_range (Matcher *self, Range range)
{
  /* Sentences first, which cost least and mislead least; then rare words, and rare phrases, which
   * are left where every single word is frequent. */
  static const guint lengths[] = { 0, 1, 2, 4, 8 };
  gboolean many = range.x1 - range.x0 + (range.y1 - range.y0) > MANY_WORDS;

  if (range.x0 == range.x1 || range.y0 == range.y1)
    return;
  if (!many && match_exactly (self, &range))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lengths) && self->steps > 0; i++)
    if (match_by_anchors (self, &range, lengths[i]))
      return;
  if (many)
    match_exactly (self, &range);
}

/**
 * twf_match_words:
 * @old_tokens: a text cut up
 * @new_tokens: another, with the same lexicon
 *
 * Pairs the words that two texts have in common, in order. The pairs are the most there are (a
 * longest common subsequence) unless that takes too long: then the texts are split at sentences,
 * words and phrases that stand once in each, and what still takes too long has no pairs. The
 * time is near the length where the texts are mostly the same, and bounded where they are not.
 *
 * Returns: (transfer full): for each word of the old text the index of the new one, ascending;
 * %TWF_NO_MATCH for a word without
 */
guint32 *
twf_match_words (const TwfTokens *old_tokens, const TwfTokens *new_tokens)
{
  guint32 *match = g_new (guint32, old_tokens->n_words + 1);
  Matcher self = { old_tokens, new_tokens, STEPS_IN_ALL, match };

  memset (match, 0xff, (old_tokens->n_words + 1) * sizeof *match);
  match_range (&self, (Range){ 0, old_tokens->n_words, 0, new_tokens->n_words });
  return match;
}
