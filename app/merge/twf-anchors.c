/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-anchors.h"

#include <string.h>

enum
{
  FIRST_SLOTS = 16, /* a power of two */
};

/* A phrase of the old text, how often it was met in either (up to two), and where in the new one.
 */
typedef struct
{
  guint32 hash;
  guint32 n; /* words; 0: free */
  guint32 x, y;
  guint8 n_old, n_new;
} Slot;

typedef struct
{
  const guint32 *old_words;
  Slot *slots;
  guint n_slots; /* a power of two, at most half of them taken */
} Table;

static guint32
hash_words (const guint32 *words, guint n)
{
  guint64 hash = n;

  for (guint i = 0; i < n; i++)
    hash = (hash ^ words[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32)(hash >> 32);
}

/* The slot of a phrase, or the free one where it belongs. */
static Slot *
find_slot (const Table *self, const guint32 *words, guint n)
{
  guint32 hash = hash_words (words, n);

  for (guint at = hash & (self->n_slots - 1);; at = (at + 1) & (self->n_slots - 1))
    {
      Slot *slot = &self->slots[at];

      if (slot->n == 0)
        slot->hash = hash;
      if (slot->n == 0
          || (slot->hash == hash && slot->n == n
              && memcmp (self->old_words + slot->x, words, n * sizeof *words) == 0))
        return slot;
    }
}

static gint
compare_x (gconstpointer a, gconstpointer b)
{
  const TwfAnchor *one = a;
  const TwfAnchor *other = b;

  return one->x < other->x ? -1 : one->x > other->x;
}

/**
 * twf_anchors_find:
 * @old_words: symbols of words
 * @old_phrases: (element-type TwfPhrase): what to look for, none of no words
 * @new_words: symbols of words
 * @new_phrases: (element-type TwfPhrase): and where
 *
 * Finds the phrases that stand once in each text: those are the places where they surely belong
 * together (B. Cohen's "patience" difference, for phrases instead of lines).
 *
 * Returns: (transfer full) (element-type TwfAnchor): they, in the order of the old text
 */
GArray *
twf_anchors_find (const guint32 *old_words,
                  GArray *old_phrases,
                  const guint32 *new_words,
                  GArray *new_phrases)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (TwfAnchor));
  g_autofree Slot *slots = NULL;
  Table table = { .old_words = old_words, .n_slots = FIRST_SLOTS };

  while (table.n_slots < 2 * old_phrases->len)
    table.n_slots *= 2;
  table.slots = slots = g_new0 (Slot, table.n_slots);
  for (guint i = 0; i < old_phrases->len; i++)
    {
      TwfPhrase phrase = g_array_index (old_phrases, TwfPhrase, i);
      Slot *slot = find_slot (&table, old_words + phrase.start, phrase.n);

      slot->n = phrase.n;
      slot->x = phrase.start;
      slot->n_old += slot->n_old < 2;
    }
  for (guint i = 0; i < new_phrases->len; i++)
    {
      TwfPhrase phrase = g_array_index (new_phrases, TwfPhrase, i);
      Slot *slot = find_slot (&table, new_words + phrase.start, phrase.n);

      slot->y = phrase.start;
      slot->n_new += slot->n_new < 2;
    }
  for (guint i = 0; i < table.n_slots; i++)
    if (slots[i].n_old == 1 && slots[i].n_new == 1)
      g_array_append_val (anchors, ((TwfAnchor){ slots[i].x, slots[i].y, slots[i].n }));
  g_array_sort (anchors, compare_x);
  return anchors;
}

/* By place in the new text, which chain up to there is the heaviest: P. M. Fenwick's tree of
 * prefixes, "A New Data Structure for Cumulative Frequency Tables" (1994), with the greatest for
 * the sum. */
typedef struct
{
  guint32 *best; /* anchor, and 1 more */
  guint64 *weights;
  guint n;
} Chains;

static void
put (Chains *self, guint place, guint32 anchor)
{
  for (guint at = place + 1; at <= self->n; at += at & -at)
    if (self->best[at] == 0 || self->weights[self->best[at] - 1] < self->weights[anchor])
      self->best[at] = anchor + 1;
}

/* The heaviest chain that ends before @place; 0: there is none. */
static guint32
get_before (const Chains *self, guint place)
{
  guint32 best = 0;

  for (guint at = place; at > 0; at -= at & -at)
    if (self->best[at] != 0
        && (best == 0 || self->weights[best - 1] < self->weights[self->best[at] - 1]))
      best = self->best[at];
  return best;
}

static gboolean
ascends (const TwfAnchor *anchors, guint n)
{
  for (guint i = 1; i < n; i++)
    if (anchors[i].y <= anchors[i - 1].y)
      return FALSE;
  return TRUE;
}

static gint
compare_y (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TwfAnchor *anchors = user_data;
  guint32 one = anchors[*(const guint32 *)a].y;
  guint32 other = anchors[*(const guint32 *)b].y;

  return one < other ? -1 : one > other;
}

/* For each anchor its place among all in the order of the new text. */
static guint32 *
rank (const TwfAnchor *anchors, guint n)
{
  g_autofree guint32 *order = g_new (guint32, n);
  guint32 *ranks = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint)n, sizeof *order, compare_y, (gpointer)anchors);
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i;
  return ranks;
}

/**
 * twf_anchors_keep_chain:
 * @anchors: (element-type TwfAnchor): in the order of the old text, none of which stand in one
 * place
 *
 * Keeps those that stand in the same order in both texts, and of these the ones that have most
 * words; the others moved.
 */
void
twf_anchors_keep_chain (GArray *anchors)
{
  TwfAnchor *items = (TwfAnchor *)(gpointer)anchors->data;
  guint n = anchors->len;
  g_autofree guint32 *ranks = NULL;
  g_autofree guint32 *before = NULL;
  g_autofree guint32 *best = NULL;
  g_autofree guint64 *weights = NULL;
  Chains chains;
  guint32 first = n;

  if (ascends (items, n))
    return;
  ranks = rank (items, n);
  before = g_new (guint32, n);
  chains.best = best = g_new0 (guint32, n + 1);
  chains.weights = weights = g_new (guint64, n);
  chains.n = n;
  for (guint i = 0; i < n; i++)
    {
      before[i] = get_before (&chains, ranks[i]);
      weights[i] = items[i].n + (before[i] > 0 ? weights[before[i] - 1] : 0);
      put (&chains, ranks[i], i);
    }
  /* From the end on, what is kept is put at the end of the array. */
  for (guint32 at = get_before (&chains, n); at > 0; at = before[at - 1])
    items[--first] = items[at - 1];
  g_array_remove_range (anchors, 0, first);
}
