/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-join.h"

#include <string.h>

enum
{
  MANY_WORDS = 8, /* of a side in one sentence, from which on it rewrote the sentence */
  NEAR = 3,       /* words between two edits that may be one change */
  RARELY = 8,     /* a word in so many is alike by chance */
  MOST_COMPARED = 64 * 64,
};

typedef struct
{
  const TwfWording *base;
  TwfWording *const *sides;
  guint n_sides;
  const TwfTextEdit *edits;
  guint n_edits;
  guint *sentences; /* by word of the base: how many sentences ended before it */
  TwfTextJoin *join;
} Search;

static guint *
number_sentences (const TwfWording *base)
{
  guint n = twf_wording_get_length (base);
  guint *sentences = g_new (guint, n + 1);

  sentences[0] = 0;
  for (guint x = 1; x <= n; x++)
    sentences[x] = sentences[x - 1] + (base->grains[x] >= TWF_GRAIN_SENTENCE);
  return sentences;
}

static const TwfHunk *
get_hunk (const Search *self, guint edit)
{
  return &self->edits[edit].owners[0].hunk;
}

static gboolean
share_owner (const TwfTextEdit *one, const TwfTextEdit *other)
{
  for (guint i = 0; i < one->n_owners; i++)
    for (guint k = 0; k < other->n_owners; k++)
      if (one->owners[i].side == other->owners[k].side)
        return TRUE;
  return FALSE;
}

static gboolean
has_word (Search *self, const TwfSideHunk *owner, const TwfWording *version, guint word)
{
  for (guint y = owner->hunk.y0; y < owner->hunk.y1; y++)
    if (twf_wording_compare_words (self->sides[owner->side], y, version, word) == 0)
      return TRUE;
  return FALSE;
}

/* Whether two edits bring in words that say something and are the same. */
static gboolean
bring_same_words (Search *self, const TwfTextEdit *one, const TwfTextEdit *other)
{
  const TwfSideHunk *a = one->owners;
  const TwfSideHunk *b = other->owners;
  guint n_one = a->hunk.y1 - a->hunk.y0;
  guint n_other = b->hunk.y1 - b->hunk.y0;
  guint same = 0;

  if ((guint64)n_one * n_other > MOST_COMPARED)
    return FALSE;
  for (guint y = a->hunk.y0; y < a->hunk.y1; y++)
    same += twf_tokens_get_weight (self->sides[a->side]->tokens, y) > 1
            && has_word (self, b, self->sides[a->side], y);
  return same * RARELY > MIN (n_one, n_other);
}

/* Two sides that bring in the same words a few words apart made one change in two ways: joined, it
 * would stand there twice. */
static void
find_doubles (Search *self)
{
  for (guint i = 0; i < self->n_edits; i++)
    for (guint k = i + 1; k < self->n_edits; k++)
      {
        const TwfHunk *one = get_hunk (self, i);
        const TwfHunk *next = get_hunk (self, k);

        if (next->x0 > one->x1 + NEAR || self->sentences[next->x0] > self->sentences[one->x1] + 1)
          break;
        if (!share_owner (&self->edits[i], &self->edits[k])
            && bring_same_words (self, &self->edits[i], &self->edits[k]))
          twf_text_join_add_passage (self->join, i, k + 1);
      }
}

/* A sentence into which several sides wrote many words is rewritten by each of them. */
static void
find_rewritten (Search *self)
{
  g_autofree guint *words = g_new (guint, self->n_sides);

  for (guint from = 0, to; from < self->n_edits; from = to)
    {
      guint sentence = self->sentences[get_hunk (self, from)->x0];
      guint n_rewriting = 0;

      memset (words, 0, self->n_sides * sizeof *words);
      for (to = from; to < self->n_edits && self->sentences[get_hunk (self, to)->x0] == sentence;
           to++)
        {
          const TwfHunk *hunk = get_hunk (self, to);
          gboolean whole_ones
              = hunk->x0 == hunk->x1 && self->base->grains[hunk->x0] >= TWF_GRAIN_SENTENCE;

          for (guint i = 0;
               i < self->edits[to].n_owners && self->edits[to].n_owners < 2 && !whole_ones;
               i++)
            words[self->edits[to].owners[i].side] += hunk->y1 - hunk->y0;
        }
      for (guint i = 0; i < self->n_sides; i++)
        n_rewriting += words[i] >= MANY_WORDS;
      if (n_rewriting > 1)
        twf_text_join_add_passage (self->join, from, to);
    }
}

/**
 * twf_text_join_add_rivals:
 * @self: a join whose edits are known
 * @base: what the sides were made from
 * @sides: (array length=n_sides): the sides
 * @n_sides: how many
 *
 * Adds passages that touch no word in common and still are no two changes: where two sides bring in
 * the same words side by side, and sentences that more than one of them rewrote. In real merges of
 * prose people join hardly any of the first kind and one in three of the second.
 */
void
twf_text_join_add_rivals (TwfTextJoin *self,
                          const TwfWording *base,
                          TwfWording *const *sides,
                          guint n_sides)
{
  g_autofree guint *sentences = number_sentences (base);
  Search search = { base,
                    sides,
                    n_sides,
                    (const TwfTextEdit *)(gconstpointer)self->edits->data,
                    self->edits->len,
                    sentences,
                    self };

  find_doubles (&search);
  find_rewritten (&search);
}
