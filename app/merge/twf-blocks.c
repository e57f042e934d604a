/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-blocks.h"

enum
{
  BREAK_WEIGHT = 8,    /* of the end of a sentence: it holds changes apart as a word or two do */
  FREQUENT = 8,        /* times a word of a short text may occur before it says nothing */
  FREQUENT_SHARE = 64, /* in a long one: a word in so many */
  FARTHEST_SLIDE = 256,
};

/* Weights added up, so that those of any range cost one subtraction: sums[i] is of the words below
 * i. */
typedef struct
{
  guint64 *old_sums;
  guint64 *new_sums;
} Weights;

/* A weight of 0 is not known yet: most words come again. */
static guint64 *
sum_weights (const TwfTokens *tokens, guint most, TwfTally *tallies)
{
  guint64 *sums = g_new (guint64, tokens->n_words + 1);

  sums[0] = 0;
  for (guint i = 0; i < tokens->n_words; i++)
    {
      TwfTally *tally = &tallies[tokens->words[i]];

      if (tally->weight == 0)
        tally->weight = tally->count > most ? 1 : twf_tokens_get_weight (tokens, i);
      sums[i + 1]
          = sums[i] + tally->weight + (twf_tokens_break_after (tokens, i) ? BREAK_WEIGHT : 0);
    }
  return sums;
}

static Weights
weigh (const TwfTokens *old_tokens, const TwfTokens *new_tokens, TwfWordTable *lexicon)
{
  TwfTally *tallies = twf_word_table_get_tallies (lexicon);
  guint most = MAX (FREQUENT, (old_tokens->n_words + new_tokens->n_words) / FREQUENT_SHARE);
  Weights weights;

  for (guint i = 0; i < old_tokens->n_words; i++)
    tallies[old_tokens->words[i]].count++;
  for (guint i = 0; i < new_tokens->n_words; i++)
    tallies[new_tokens->words[i]].count++;
  weights.old_sums = sum_weights (old_tokens, most, tallies);
  weights.new_sums = sum_weights (new_tokens, most, tallies);
  twf_tokens_clear_tallies (old_tokens, tallies);
  twf_tokens_clear_tallies (new_tokens, tallies);
  return weights;
}

static GArray *
collect (const guint32 *match, guint n_old)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (TwfBlock));

  for (guint x = 0; x < n_old; x++)
    {
      TwfBlock block = { x, match[x], 1 };
      TwfBlock *last;

      if (match[x] == TWF_NO_MATCH)
        continue;
      last = blocks->len > 0 ? &g_array_index (blocks, TwfBlock, blocks->len - 1) : NULL;
      if (last != NULL && last->x + last->n == x && last->y + last->n == match[x])
        last->n++;
      else
        g_array_append_val (blocks, block);
    }
  return blocks;
}

/* What was changed between two blocks, either of them NULL for an end of the text. */
typedef struct
{
  guint64 deleted;
  guint64 inserted;
} Change;

static Change
change_between (const Weights *weights, const TwfBlock *before, const TwfBlock *after)
{
  guint x = before != NULL ? before->x + before->n : 0;
  guint y = before != NULL ? before->y + before->n : 0;

  return (Change){ weights->old_sums[after->x] - weights->old_sums[x],
                   weights->new_sums[after->y] - weights->new_sums[y] };
}

/* Whether @block is no more than an accident inside a passage that was rewritten: much lighter than
 * what was changed on either side of it, one of which is a replacement. */
static gboolean
is_accident (const Weights *weights,
             const TwfBlock *before,
             const TwfBlock *block,
             const TwfBlock *after)
{
  Change first = change_between (weights, before, block);
  Change second = change_between (weights, block, after);
  guint64 weight = weights->old_sums[block->x + block->n] - weights->old_sums[block->x];
  guint64 least = MIN (MAX (first.deleted, first.inserted), MAX (second.deleted, second.inserted));

  if ((first.deleted == 0 || first.inserted == 0) && (second.deleted == 0 || second.inserted == 0))
    return FALSE;
  return 2 * weight <= least;
}

/* Gives up blocks that tear a rewritten passage into shreds: people read such a passage once as it
 * was and once as it is. The end of both texts is a block of no words. */
static void
absorb (GArray *blocks, const Weights *weights, TwfBlock end)
{
  TwfBlock *items = (TwfBlock *)(gpointer)blocks->data;
  guint n = blocks->len;
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    {
      const TwfBlock *after = i + 1 < n ? &items[i + 1] : &end;

      items[kept++] = items[i];
      /* One that goes makes the change behind the one before it greater. */
      while (kept > 0
             && is_accident (weights, kept > 1 ? &items[kept - 2] : NULL, &items[kept - 1], after))
        kept--;
    }
  g_array_set_size (blocks, kept);
}

/* How well the words from @start up to @end stand by themselves. */
static guint
score_edges (const TwfTokens *tokens, guint start, guint end)
{
  gboolean starts = start == 0 || twf_tokens_break_after (tokens, start - 1);
  gboolean ends = end > 0 && twf_tokens_break_after (tokens, end - 1);

  return 2 * starts + ends;
}

/* Words that came or went between @before and @after can often stand one word earlier or later: in
 * "a, b, c" the "b" came as ", b" or as "b,". Moves them to where a sentence begins, else to the
 * first place. @start and @end are the words in their own text, @tokens; @least_before and
 * @least_after are what must be left of the blocks. */
static void
slide (const TwfTokens *tokens,
       TwfBlock *before,
       TwfBlock *after,
       guint start,
       guint end,
       guint least_before,
       guint least_after)
{
  const guint32 *words = tokens->words;
  guint best, best_score = 0;
  guint first = start;
  guint length = end - start;
  guint steps = 0;

  while (first > start - MIN (start, before->n - least_before) && steps++ < FARTHEST_SLIDE
         && words[first - 1] == words[first + length - 1])
    first--;
  best = first;
  for (guint at = first;; at++)
    {
      guint score = score_edges (tokens, at, at + length);

      if (score > best_score)
        {
          best = at;
          best_score = score;
        }
      if (at + length >= end + (after->n - least_after) || at >= first + FARTHEST_SLIDE
          || words[at] != words[at + length])
        break;
    }
  before->n = before->n + best - start;
  after->n = after->n + start - best;
  after->x = after->x + best - start;
  after->y = after->y + best - start;
}

/* The words at the very start and end of both texts may all go over to the other side of a change:
 * the full stop of a paragraph that came last is its own. */
static void
slide_all (GArray *blocks, const TwfTokens *old_tokens, const TwfTokens *new_tokens)
{
  for (guint i = 0; i + 1 < blocks->len; i++)
    {
      TwfBlock *before = &g_array_index (blocks, TwfBlock, i);
      TwfBlock *after = before + 1;
      guint least_before = i > 0 || before->x > 0 || before->y > 0;
      guint least_after = i + 2 < blocks->len || after->x + after->n < old_tokens->n_words
                          || after->y + after->n < new_tokens->n_words;
      guint x = before->x + before->n;
      guint y = before->y + before->n;

      if (x == after->x)
        slide (new_tokens, before, after, y, after->y, least_before, least_after);
      else if (y == after->y)
        slide (old_tokens, before, after, x, after->x, least_before, least_after);
    }
  if (blocks->len > 0 && g_array_index (blocks, TwfBlock, blocks->len - 1).n == 0)
    g_array_set_size (blocks, blocks->len - 1);
  if (blocks->len > 0 && g_array_index (blocks, TwfBlock, 0).n == 0)
    g_array_remove_index (blocks, 0);
}

/**
 * twf_blocks_new_for_match:
 * @old_tokens: a text cut up
 * @new_tokens: another, with the same lexicon
 * @lexicon: the lexicon
 * @match: (array): what twf_match_words() says of them
 *
 * As twf_blocks_new(), where the words are paired already.
 *
 * Returns: (transfer full) (element-type TwfBlock): what stayed, ascending in both texts
 */
GArray *
twf_blocks_new_for_match (const TwfTokens *old_tokens,
                          const TwfTokens *new_tokens,
                          TwfWordTable *lexicon,
                          const guint32 *match)
{
  GArray *blocks = collect (match, old_tokens->n_words);
  Weights weights = weigh (old_tokens, new_tokens, lexicon);

  absorb (blocks, &weights, (TwfBlock){ old_tokens->n_words, new_tokens->n_words, 0 });
  slide_all (blocks, old_tokens, new_tokens);
  g_free (weights.old_sums);
  g_free (weights.new_sums);
  return blocks;
}

/**
 * twf_blocks_new:
 * @old_tokens: a text cut up
 * @new_tokens: another, with the same lexicon
 * @lexicon: the lexicon
 *
 * Finds what stayed between two texts as a person would say it: without single words that happen to
 * stand in both versions of a rewritten passage, and with edges where sentences begin.
 *
 * Returns: (transfer full) (element-type TwfBlock): what stayed, ascending in both texts
 */
GArray *
twf_blocks_new (const TwfTokens *old_tokens, const TwfTokens *new_tokens, TwfWordTable *lexicon)
{
  g_autofree guint32 *match = twf_match_words (old_tokens, new_tokens);

  return twf_blocks_new_for_match (old_tokens, new_tokens, lexicon, match);
}
