/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-provenance-private.h"

/* Stands for the second of two words where one alone is looked for. */
#define NO_SYMBOL G_MAXUINT32

/* A word of a passage, in the chain of those that begin with the same one or two words. */
typedef struct
{
  guint loss;
  guint at;
  guint older; /* index of the next in the chain, plus one; 0: the last */
} Posting;

struct _TwfLossIndex
{
  GArray *losses;     /* of TwfLoss */
  GArray *postings;   /* of Posting */
  GHashTable *newest; /* key of one or two symbols -> index of a posting, plus one */
};

/**
 * twf_loss_index_new:
 *
 * Returns: (transfer full): an index without passages
 */
TwfLossIndex *
twf_loss_index_new (void)
{
  TwfLossIndex *self = g_new0 (TwfLossIndex, 1);

  self->losses = g_array_new (FALSE, FALSE, sizeof (TwfLoss));
  self->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  self->newest = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * twf_loss_index_free:
 * @self: (transfer full): an index
 */
void
twf_loss_index_free (TwfLossIndex *self)
{
  g_array_unref (self->losses);
  g_array_unref (self->postings);
  g_hash_table_unref (self->newest);
  g_free (self);
}

/* Two keys may be the same by chance: whoever looks one up compares the symbols. The factor is the
 * golden ratio's, which spreads what is near. */
static gpointer
make_key (guint32 first, guint32 second)
{
  return GSIZE_TO_POINTER ((gsize)first * 0x9e3779b1u + second + 1);
}

static void
add_posting (TwfLossIndex *self, gpointer key, guint loss, guint at)
{
  Posting posting = { loss, at, GPOINTER_TO_UINT (g_hash_table_lookup (self->newest, key)) };

  g_array_append_val (self->postings, posting);
  g_hash_table_insert (self->newest, key, GUINT_TO_POINTER (self->postings->len));
}

/**
 * twf_loss_index_add:
 * @self: an index
 * @loss: a passage
 * @symbols: (array): the symbols of its words
 *
 * Adds a passage, so that it is found by any word of it and by any two that follow each other.
 */
void
twf_loss_index_add (TwfLossIndex *self, const TwfLoss *loss, const guint32 *symbols)
{
  guint index = self->losses->len;

  g_array_append_vals (self->losses, loss, 1);
  for (guint i = 0; i < loss->n; i++)
    {
      add_posting (self, make_key (symbols[i], NO_SYMBOL), index, i);
      if (i + 1 < loss->n)
        add_posting (self, make_key (symbols[i], symbols[i + 1]), index, i);
    }
}

/**
 * twf_loss_index_next:
 * @self: an index
 * @symbols: (array): symbols of words
 * @n: 1 or 2: how many of them
 * @cursor: (inout): 0 at first
 * @at: (out): the word of the passage from which on it may read so
 *
 * Returns: (transfer none) (nullable): the next passage that may have these words, the newest
 * first; %NULL: there is none
 */
const TwfLoss *
twf_loss_index_next (TwfLossIndex *self, const guint32 *symbols, guint n, guint *cursor, guint *at)
{
  const Posting *posting;

  if (*cursor == G_MAXUINT)
    return NULL;
  if (*cursor == 0)
    *cursor = GPOINTER_TO_UINT (
        g_hash_table_lookup (self->newest, make_key (symbols[0], n > 1 ? symbols[1] : NO_SYMBOL)));
  if (*cursor == 0)
    return NULL;
  posting = &g_array_index (self->postings, Posting, *cursor - 1);
  *cursor = posting->older > 0 ? posting->older : G_MAXUINT;
  *at = posting->at;
  return &g_array_index (self->losses, TwfLoss, posting->loss);
}

/**
 * twf_loss_index_list:
 * @self: an index
 *
 * Returns: (transfer none) (element-type TwfLoss): the passages in the order in which they came
 */
GArray *
twf_loss_index_list (TwfLossIndex *self)
{
  return self->losses;
}
