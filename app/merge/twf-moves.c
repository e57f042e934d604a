/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-moves.h"

#include "twf-anchors.h"

enum
{
  WORDS_OF_ANCHOR = 3,
  FARTHEST = 24,     /* words in a row that may differ inside a moved passage */
  LEAST_WEIGHT = 32, /* of what stayed in a moved passage: half a dozen words that say something */
  LEAST_WHOLE = 16,  /* the same, where whole sentences moved */
  STRAY_WORDS = 6,   /* of a passage that does not hold two others apart */
  EDGE_SHARE = 4,    /* of a passage that may differ where its first or last sentence ends */
};

/* Words of the old and of the new text, from the first up to the second. */
typedef struct
{
  guint x0, x1;
  guint y0, y1;
} Extent;

typedef struct
{
  Extent extent;
  Extent room; /* what was deleted and what was inserted round it */
  guint first; /* of its blocks */
  guint n;
  guint words; /* that stayed */
} Passage;

typedef struct
{
  const TwfTokens *old_tokens;
  const TwfTokens *new_tokens;
  GArray *gaps; /* of Extent: between the blocks that stayed in their place */
  GArray *blocks;
} Finder;

static GArray *
list_gaps (const TwfTokens *old_tokens, const TwfTokens *new_tokens, GArray *blocks)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (Extent));
  Extent gap = { 0, 0, 0, 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      const TwfBlock *block = &g_array_index (blocks, TwfBlock, i);

      gap.x1 = block->x;
      gap.y1 = block->y;
      g_array_append_val (gaps, gap);
      gap.x0 = block->x + block->n;
      gap.y0 = block->y + block->n;
    }
  gap.x1 = old_tokens->n_words;
  gap.y1 = new_tokens->n_words;
  g_array_append_val (gaps, gap);
  return gaps;
}

/* The phrases in what was deleted, or in what was @inserted. */
static GArray *
list_phrases (const Finder *self, gboolean inserted)
{
  GArray *phrases = g_array_new (FALSE, FALSE, sizeof (TwfPhrase));

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const Extent *gap = &g_array_index (self->gaps, Extent, i);
      guint end = inserted ? gap->y1 : gap->x1;

      for (guint word = inserted ? gap->y0 : gap->x0; word + WORDS_OF_ANCHOR <= end; word++)
        g_array_append_val (phrases, ((TwfPhrase){ word, WORDS_OF_ANCHOR }));
    }
  return phrases;
}

/* The gap that holds the old word @x, or the new word @y if @inserted. */
static guint
find_gap (const Finder *self, guint word, gboolean inserted)
{
  guint low = 0;
  guint high = self->gaps->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      const Extent *gap = &g_array_index (self->gaps, Extent, middle);

      if ((inserted ? gap->y0 : gap->x0) <= word)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Each anchor as a passage; those that lie on one diagonal without a break are one. */
static GArray *
start_passages (Finder *self, GArray *anchors)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  for (guint i = 0; i < anchors->len; i++)
    {
      TwfAnchor at = g_array_index (anchors, TwfAnchor, i);
      Passage *last
          = passages->len > 0 ? &g_array_index (passages, Passage, passages->len - 1) : NULL;
      guint from = find_gap (self, at.x, FALSE);
      guint to = find_gap (self, at.y, TRUE);
      const Extent *old_gap = &g_array_index (self->gaps, Extent, from);
      const Extent *new_gap = &g_array_index (self->gaps, Extent, to);
      Passage passage = { .extent = { at.x, at.x + at.n, at.y, at.y + at.n },
                          .room = { old_gap->x0, old_gap->x1, new_gap->y0, new_gap->y1 },
                          .first = self->blocks->len,
                          .n = 1,
                          .words = at.n };

      /* What was put in the place of the passage itself did not move. */
      if (from == to)
        continue;
      if (last != NULL && last->extent.x1 > at.x && last->extent.x1 - at.x < at.n
          && last->extent.x1 - at.x == last->extent.y1 - at.y)
        {
          guint more = at.x + at.n - last->extent.x1;

          g_array_index (self->blocks, TwfBlock, last->first).n += more;
          last->words += more;
          last->extent.x1 += more;
          last->extent.y1 += more;
          continue;
        }
      g_array_append_val (self->blocks, ((TwfBlock){ at.x, at.y, at.n }));
      g_array_append_val (passages, passage);
    }
  return passages;
}

static gboolean
goes_on (const Passage *one, const Passage *next)
{
  return one->room.x0 == next->room.x0 && one->room.y0 == next->room.y0
         && next->extent.x0 >= one->extent.x1 && next->extent.y0 >= one->extent.y1
         && next->extent.x0 - one->extent.x1 <= FARTHEST
         && next->extent.y0 - one->extent.y1 <= FARTHEST;
}

/* Makes one passage of those that follow each other in both texts, and leaves those out that have
 * fewer than @least words in the end. */
static void
join_passages (Finder *self, GArray *passages, guint least)
{
  Passage *items = (Passage *)(gpointer)passages->data;
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (TwfBlock));
  guint n = 0;

  for (guint i = 0; i < passages->len;)
    {
      Passage joined = items[i];

      joined.first = blocks->len;
      joined.n = joined.words = 0;
      do
        {
          g_array_append_vals (
              blocks, &g_array_index (self->blocks, TwfBlock, items[i].first), items[i].n);
          joined.n += items[i].n;
          joined.words += items[i].words;
          joined.extent.x1 = items[i].extent.x1;
          joined.extent.y1 = items[i].extent.y1;
          i++;
        }
      while (i < passages->len && goes_on (&joined, &items[i]));
      if (joined.words >= least)
        items[n++] = joined;
    }
  g_array_set_size (passages, n);
  g_array_unref (self->blocks);
  self->blocks = blocks;
}

/* Words that stayed on either side of a place where two blocks of a passage meet, or at its edge:
 * @block takes them in as far as @limit lets it. */
static void
grow_block (const Finder *self, TwfBlock *block, const Extent *limit)
{
  const guint32 *xs = self->old_tokens->words;
  const guint32 *ys = self->new_tokens->words;

  while (block->x > limit->x0 && block->y > limit->y0 && xs[block->x - 1] == ys[block->y - 1])
    {
      block->x--;
      block->y--;
      block->n++;
    }
  while (block->x + block->n < limit->x1 && block->y + block->n < limit->y1
         && xs[block->x + block->n] == ys[block->y + block->n])
    block->n++;
}

/* @limit: how far the passage may grow. */
static void
grow_passage (const Finder *self, Passage *passage, const Extent *limit)
{
  TwfBlock *blocks = &g_array_index (self->blocks, TwfBlock, passage->first);
  TwfBlock *last = &blocks[passage->n - 1];

  passage->words = 0;
  for (guint i = 0; i < passage->n; i++)
    {
      Extent room = *limit;

      if (i > 0)
        {
          room.x0 = blocks[i - 1].x + blocks[i - 1].n;
          room.y0 = blocks[i - 1].y + blocks[i - 1].n;
        }
      if (i + 1 < passage->n)
        {
          room.x1 = blocks[i + 1].x;
          room.y1 = blocks[i + 1].y;
        }
      grow_block (self, &blocks[i], &room);
      passage->words += blocks[i].n;
    }
  passage->extent = (Extent){ blocks->x, last->x + last->n, blocks->y, last->y + last->n };
}

static gboolean
begins (const TwfTokens *tokens, guint word)
{
  return word == 0 || twf_tokens_break_after (tokens, word - 1);
}

static gboolean
ends (const TwfTokens *tokens, guint word)
{
  return word == tokens->n_words || twf_tokens_break_after (tokens, word - 1);
}

/* From where the sentence before @extent begins in both texts, if that is not far; else nothing. */
static Extent
find_beginning (const Finder *self, const Extent *extent, const Extent *limit, guint farthest)
{
  guint x = extent->x0;
  guint y = extent->y0;

  while (x > limit->x0 && extent->x0 - x < farthest && !begins (self->old_tokens, x))
    x--;
  while (y > limit->y0 && extent->y0 - y < farthest && !begins (self->new_tokens, y))
    y--;
  if (!begins (self->old_tokens, x) || !begins (self->new_tokens, y))
    return (Extent){ extent->x0, extent->x0, extent->y0, extent->y0 };
  return (Extent){ x, extent->x0, y, extent->y0 };
}

static Extent
find_end (const Finder *self, const Extent *extent, const Extent *limit, guint farthest)
{
  guint x = extent->x1;
  guint y = extent->y1;

  while (x < limit->x1 && x - extent->x1 < farthest && !ends (self->old_tokens, x))
    x++;
  while (y < limit->y1 && y - extent->y1 < farthest && !ends (self->new_tokens, y))
    y++;
  if (!ends (self->old_tokens, x) || !ends (self->new_tokens, y))
    return (Extent){ extent->x1, extent->x1, extent->y1, extent->y1 };
  return (Extent){ extent->x1, x, extent->y1, y };
}

/* How many words @rest has in common in both texts: at its start, or at its end if @from_end. */
static guint
count_common (const Finder *self, const Extent *rest, gboolean from_end)
{
  const guint32 *xs = self->old_tokens->words + (from_end ? rest->x1 - 1 : rest->x0);
  const guint32 *ys = self->new_tokens->words + (from_end ? rest->y1 - 1 : rest->y0);
  guint most = MIN (rest->x1 - rest->x0, rest->y1 - rest->y0);
  guint n = 0;

  while (n < most && (from_end ? *(xs - n) == *(ys - n) : xs[n] == ys[n]))
    n++;
  return n;
}

static guint
longer_side (const Extent *extent)
{
  return MAX (extent->x1 - extent->x0, extent->y1 - extent->y0);
}

/* Takes the rest of the first and of the last sentence in, where little of it differs. */
static void
round_off (Finder *self, Passage *passage, const Extent *limit)
{
  guint most = MAX (1, passage->words / EDGE_SHARE);
  Extent head = find_beginning (self, &passage->extent, limit, passage->words);
  Extent tail = find_end (self, &passage->extent, limit, passage->words);
  guint n_head = count_common (self, &head, FALSE);
  guint n_tail = count_common (self, &tail, TRUE);
  guint first = self->blocks->len;

  if (longer_side (&head) - n_head > most)
    n_head = 0;
  else
    {
      passage->extent.x0 = head.x0;
      passage->extent.y0 = head.y0;
    }
  if (longer_side (&tail) - n_tail > most)
    n_tail = 0;
  else
    {
      passage->extent.x1 = tail.x1;
      passage->extent.y1 = tail.y1;
    }
  if (n_head > 0)
    g_array_append_val (self->blocks, ((TwfBlock){ head.x0, head.y0, n_head }));
  for (guint i = 0; i < passage->n; i++)
    {
      TwfBlock block = g_array_index (self->blocks, TwfBlock, passage->first + i);

      g_array_append_val (self->blocks, block);
    }
  if (n_tail > 0)
    g_array_append_val (self->blocks, ((TwfBlock){ tail.x1 - n_tail, tail.y1 - n_tail, n_tail }));
  passage->first = first;
  passage->n = self->blocks->len - first;
  passage->words += n_head + n_tail;
}

/* Whether people would say that @passage moved: it says something, and most of it stayed. */
static gboolean
is_moved (const Finder *self, const Passage *passage)
{
  const Extent *extent = &passage->extent;
  gboolean whole = begins (self->old_tokens, extent->x0) && begins (self->new_tokens, extent->y0)
                   && ends (self->old_tokens, extent->x1) && ends (self->new_tokens, extent->y1);
  guint least = whole ? LEAST_WHOLE : LEAST_WEIGHT;
  guint weight = 0;

  if (2 * passage->words < longer_side (extent))
    return FALSE;
  for (guint i = 0; i < passage->n && weight < least; i++)
    {
      const TwfBlock *block = &g_array_index (self->blocks, TwfBlock, passage->first + i);

      for (guint word = 0; word < block->n && weight < least; word++)
        weight += twf_tokens_get_weight (self->old_tokens, block->x + word);
    }
  return weight >= least;
}

/* Grows the passages within what lies between them in the old text, and keeps those that moved. */
static void
finish_passages (Finder *self, GArray *passages)
{
  Passage *items = (Passage *)(gpointer)passages->data;
  guint n = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      Passage passage = items[i];
      Extent limit = passage.room;

      if (n > 0)
        limit.x0 = MAX (limit.x0, items[n - 1].extent.x1);
      if (i + 1 < passages->len)
        limit.x1 = MIN (limit.x1, items[i + 1].extent.x0);
      grow_passage (self, &passage, &limit);
      round_off (self, &passage, &limit);
      if (is_moved (self, &passage))
        items[n++] = passage;
    }
  g_array_set_size (passages, n);
}

static gint
compare_y (gconstpointer a, gconstpointer b)
{
  const Passage *one = a;
  const Passage *other = b;

  return one->extent.y0 < other->extent.y0 ? -1 : one->extent.y0 > other->extent.y0;
}

static gint
compare_x (gconstpointer a, gconstpointer b)
{
  const TwfMove *one = a;
  const TwfMove *other = b;

  return one->x < other->x ? -1 : one->x > other->x;
}

/* Of passages that claim the same new words the one of which more stayed has them. */
static void
drop_overlaps (GArray *passages)
{
  Passage *items = (Passage *)(gpointer)passages->data;
  guint n = 0;

  g_array_sort (passages, compare_y);
  for (guint i = 0; i < passages->len; i++)
    {
      Passage passage = items[i];
      gboolean loses = FALSE;

      while (n > 0 && items[n - 1].extent.y1 > passage.extent.y0 && !loses)
        {
          if (items[n - 1].words >= passage.words)
            loses = TRUE;
          else
            n--;
        }
      if (!loses)
        items[n++] = passage;
    }
  g_array_set_size (passages, n);
}

/**
 * twf_moves_new:
 * @old_tokens: a text cut up
 * @new_tokens: another, with the same lexicon
 * @blocks: (element-type TwfBlock): what stayed in its place (see twf_blocks_new())
 *
 * Finds passages of about a sentence and more that were deleted in one place and inserted in
 * another, whatever was edited inside: they share phrases that stand once among all that was
 * deleted and once among all that was inserted. In time and memory that grow with the length.
 *
 * Returns: (transfer full): the moves
 */
TwfMoves *
twf_moves_new (const TwfTokens *old_tokens, const TwfTokens *new_tokens, GArray *blocks)
{
  Finder self = { old_tokens,
                  new_tokens,
                  list_gaps (old_tokens, new_tokens, blocks),
                  g_array_new (FALSE, FALSE, sizeof (TwfBlock)) };
  g_autoptr (GArray) olds = list_phrases (&self, FALSE);
  g_autoptr (GArray) news = list_phrases (&self, TRUE);
  g_autoptr (GArray) anchors = twf_anchors_find (old_tokens->words, olds, new_tokens->words, news);
  g_autoptr (GArray) passages = start_passages (&self, anchors);
  TwfMoves *moves = g_new (TwfMoves, 1);

  join_passages (&self, passages, STRAY_WORDS);
  join_passages (&self, passages, 0);
  finish_passages (&self, passages);
  drop_overlaps (passages);
  moves->blocks = self.blocks;
  moves->moves = g_array_sized_new (FALSE, FALSE, sizeof (TwfMove), passages->len);
  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);
      const Extent *extent = &passage->extent;
      TwfMove move = { extent->x0,     extent->x1 - extent->x0,
                       extent->y0,     extent->y1 - extent->y0,
                       passage->first, passage->n };

      g_array_append_val (moves->moves, move);
    }
  g_array_sort (moves->moves, compare_x);
  g_array_unref (self.gaps);
  return moves;
}

/**
 * twf_moves_free:
 * @self: (nullable): moves
 *
 * Frees them.
 */
void
twf_moves_free (TwfMoves *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->moves);
  g_array_unref (self->blocks);
  g_free (self);
}
