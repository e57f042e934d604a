/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-match.h"

#include <string.h>

enum
{
  MANY_WORDS = 20000, /* of both texts, above which anchors are looked for first */
  STEPS_A_WORD = 512, /* of the exact search, before something coarser is tried */
  FEWEST_STEPS = 64 * 1024,
  MOST_STEPS = 8 * 1024 * 1024,
  LEAST_ANCHOR_WEIGHT = 4,
};

/* Counts of a word in a range of either text, up to two, and where it was met. */
typedef struct
{
  guint8 n_old, n_new;
  guint32 new_at;
} Count;

typedef struct
{
  const TwfTokens *old_tokens;
  const TwfTokens *new_tokens;
  Count *counts; /* by symbol; all zero between two uses */
  guint32 *match;
} Matcher;

/* A range of words of both texts. */
typedef struct
{
  guint x0, x1;
  guint y0, y1;
} Range;

typedef struct
{
  guint x, y;
  guint before; /* index of the anchor before it in the longest chain that ends here */
} Anchor;

static void match_range (Matcher *self, Range range, gboolean coarser);

static gboolean
match_exactly (Matcher *self, const Range *range)
{
  guint n_old = range->x1 - range->x0;
  guint n_new = range->y1 - range->y0;
  gint64 budget = CLAMP ((gint64)(n_old + n_new) * STEPS_A_WORD, FEWEST_STEPS, MOST_STEPS);

  if (!twf_myers_match (self->old_tokens->words + range->x0,
                        n_old,
                        self->new_tokens->words + range->y0,
                        n_new,
                        budget,
                        self->match + range->x0))
    return FALSE;
  for (guint x = range->x0; x < range->x1; x++)
    if (self->match[x] != TWF_NO_MATCH)
      self->match[x] += range->y0;
  return TRUE;
}

/* Words that stand once in each text and say something, in the order of the old one. */
static GArray *
find_candidates (Matcher *self, const Range *range)
{
  const guint32 *old_words = self->old_tokens->words;
  const guint32 *new_words = self->new_tokens->words;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Anchor));

  for (guint x = range->x0; x < range->x1; x++)
    self->counts[old_words[x]].n_old += self->counts[old_words[x]].n_old < 2;
  for (guint y = range->y0; y < range->y1; y++)
    {
      self->counts[new_words[y]].n_new += self->counts[new_words[y]].n_new < 2;
      self->counts[new_words[y]].new_at = y;
    }
  for (guint x = range->x0; x < range->x1; x++)
    {
      const Count *count = &self->counts[old_words[x]];
      Anchor anchor = { x, count->new_at, G_MAXUINT };

      if (count->n_old == 1 && count->n_new == 1
          && twf_tokens_get_weight (self->old_tokens, x) >= LEAST_ANCHOR_WEIGHT)
        g_array_append_val (candidates, anchor);
    }
  for (guint x = range->x0; x < range->x1; x++)
    self->counts[old_words[x]] = (Count){ 0 };
  for (guint y = range->y0; y < range->y1; y++)
    self->counts[new_words[y]] = (Count){ 0 };
  return candidates;
}

/* Keeps the longest chain of candidates that ascends in both texts (longest increasing
 * subsequence, M. L. Fredman, Discrete Mathematics 11 (1975)); the others moved. */
static void
keep_chain (GArray *candidates)
{
  Anchor *anchors = (Anchor *)(gpointer)candidates->data;
  g_autofree guint *tails = g_new (guint, candidates->len + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, candidates->len + 1);
  guint longest = 0;
  guint n_kept = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint low = 0;
      guint high = longest;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (anchors[tails[middle]].y < anchors[i].y)
            low = middle + 1;
          else
            high = middle;
        }
      anchors[i].before = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      longest = MAX (longest, low + 1);
    }
  for (guint i = longest > 0 ? tails[longest - 1] : G_MAXUINT; i != G_MAXUINT;
       i = anchors[i].before)
    kept[i] = TRUE;
  for (guint i = 0; i < candidates->len; i++)
    if (kept[i])
      anchors[n_kept++] = anchors[i];
  g_array_set_size (candidates, n_kept);
}

/* Splits @range at words that stand once in each text: B. Cohen's "patience" difference. */
static gboolean
match_by_anchors (Matcher *self, const Range *range)
{
  g_autoptr (GArray) anchors = find_candidates (self, range);
  Range gap = *range;

  keep_chain (anchors);
  if (anchors->len == 0)
    return FALSE;
  for (guint i = 0; i < anchors->len; i++)
    {
      const Anchor *anchor = &g_array_index (anchors, Anchor, i);

      gap.x1 = anchor->x;
      gap.y1 = anchor->y;
      match_range (self, gap, TRUE);
      self->match[anchor->x] = anchor->y;
      gap.x0 = anchor->x + 1;
      gap.y0 = anchor->y + 1;
    }
  gap.x1 = range->x1;
  gap.y1 = range->y1;
  match_range (self, gap, TRUE);
  return TRUE;
}

/* The sentences of a range: one symbol each in @symbols, and in @starts the words they begin at,
 * with the end of the range behind. */
static void
cut_sentences (const TwfTokens *tokens,
               guint from,
               guint to,
               TwfWordTable *lexicon,
               GArray *symbols,
               GArray *starts)
{
  for (guint start = from, word = from; word < to; word++)
    {
      const TwfToken *first = &tokens->tokens[tokens->positions[start]];
      const TwfToken *last = &tokens->tokens[tokens->positions[word]];
      guint32 symbol;

      if (word + 1 < to && !twf_tokens_break_after (tokens, word))
        continue;
      symbol = twf_word_table_add (
          lexicon, tokens->text + first->start, last->start + last->length - first->start);
      g_array_append_val (symbols, symbol);
      g_array_append_val (starts, start);
      start = word + 1;
    }
  g_array_append_val (starts, to);
}

/* Pairs whole sentences, and looks for words only in what is between them. */
static void
match_by_sentences (Matcher *self, const Range *range)
{
  g_autoptr (TwfWordTable) lexicon = twf_word_table_new ();
  g_autoptr (GArray) olds = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) news = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) old_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) new_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint32 *match = NULL;
  Range gap = *range;

  cut_sentences (self->old_tokens, range->x0, range->x1, lexicon, olds, old_starts);
  cut_sentences (self->new_tokens, range->y0, range->y1, lexicon, news, new_starts);
  match = g_new (guint32, olds->len + 1);
  /* Given up, it leaves no pairs, and the range is one gap. */
  twf_myers_match ((guint32 *)(gpointer)olds->data,
                   olds->len,
                   (guint32 *)(gpointer)news->data,
                   news->len,
                   MOST_STEPS,
                   match);
  for (guint i = 0; i < olds->len; i++)
    {
      if (match[i] == TWF_NO_MATCH)
        continue;
      gap.x1 = g_array_index (old_starts, guint, i);
      gap.y1 = g_array_index (new_starts, guint, match[i]);
      match_range (self, gap, FALSE);
      gap = (Range){ gap.x1,
                     g_array_index (old_starts, guint, i + 1),
                     gap.y1,
                     g_array_index (new_starts, guint, match[i] + 1) };
      match_range (self, gap, FALSE);
      gap.x0 = gap.x1;
      gap.y0 = gap.y1;
    }
  gap.x1 = range->x1;
  gap.y1 = range->y1;
  match_range (self, gap, FALSE);
}

/* Fills in the pairs of @range; @coarser: whether to look for anchors and sentences where the exact
 * search takes too long. Without, the range is left as rewritten from end to end. */
static void
match_range (Matcher *self, Range range, gboolean coarser)
{
  gboolean many = range.x1 - range.x0 + (range.y1 - range.y0) > MANY_WORDS;

  if (range.x0 == range.x1 || range.y0 == range.y1)
    return;
  if (coarser && many && match_by_anchors (self, &range))
    return;
  if (match_exactly (self, &range) || !coarser)
    return;
  if (many || !match_by_anchors (self, &range))
    match_by_sentences (self, &range);
}

/**
 * twf_match_words:
 * @old_tokens: a text cut up
 * @new_tokens: another, with the same lexicon
 * @lexicon: the lexicon
 *
 * Pairs the words that two texts have in common, in order. The pairs are the most there are (a
 * longest common subsequence) unless that takes too long: then the texts are split at words that
 * stand once in each, then at whole sentences, and what still takes too long has no pairs. The
 * time is near the length where the texts are mostly the same, and bounded by the length times a
 * constant where they are not.
 *
 * Returns: (transfer full): for each word of the old text the index of the new one, ascending;
 * %TWF_NO_MATCH for a word without
 */
guint32 *
twf_match_words (const TwfTokens *old_tokens, const TwfTokens *new_tokens, TwfWordTable *lexicon)
{
  g_autofree Count *counts = g_new0 (Count, twf_word_table_get_size (lexicon) + 1);
  guint32 *match = g_new (guint32, old_tokens->n_words + 1);
  Matcher self = { old_tokens, new_tokens, counts, match };

  memset (match, 0xff, (old_tokens->n_words + 1) * sizeof *match);
  match_range (&self, (Range){ 0, old_tokens->n_words, 0, new_tokens->n_words }, TRUE);
  return match;
}
