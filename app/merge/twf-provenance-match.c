/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-provenance-private.h"

#include <string.h>

/* Words on either side of a change that are looked at with it, so that its edges can move to where
 * a sentence begins. */
#define MARGIN 32

enum
{
  GAP_STEPS = 64 * 1024, /* of the search in a rewritten passage */
  GAP_WORDS = 2,         /* in a row, that stand in it before and after */
};

/**
 * twf_finding_init:
 * @self: (out caller-allocates): the words of a version, none known
 * @provenance: the versions
 * @version: which of them
 */
void
twf_finding_init (TwfFinding *self, TwfProvenance *provenance, guint version)
{
  self->provenance = provenance;
  self->tokens = twf_provenance_cut (provenance, version);
  self->version = version;
  self->words = g_new (guint32, self->tokens->n_words + 1);
  self->stayed = g_new0 (gboolean, self->tokens->n_words + 1);
  self->mark = ++provenance->mark;
  memset (self->words, 0xff, (self->tokens->n_words + 1) * sizeof *self->words);
}

/**
 * twf_finding_clear:
 * @self: the words of a version
 */
void
twf_finding_clear (TwfFinding *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->stayed, g_free);
}

/**
 * twf_finding_mark:
 * @self: the words of a version, the newest one that was begun
 * @word: a word that stands in it
 */
void
twf_finding_mark (TwfFinding *self, guint32 word)
{
  const GArray *same = twf_provenance_get_word (self->provenance, word)->same;

  g_array_index (self->provenance->marks, guint32, word) = self->mark;
  for (guint i = 0; same != NULL && i < same->len; i++)
    g_array_index (self->provenance->marks, guint32, g_array_index (same, guint32, i)) = self->mark;
}

/**
 * twf_finding_has:
 * @self: the words of a version
 * @word: a word
 *
 * Returns: whether @word is known to stand in it
 */
gboolean
twf_finding_has (const TwfFinding *self, guint32 word)
{
  return g_array_index (self->provenance->marks, guint32, word) == self->mark;
}

static void
keep (TwfFinding *self, const TwfReading *parent, guint from, guint place, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      self->words[place + i] = parent->words[from + i];
      self->stayed[place + i] = TRUE;
      twf_finding_mark (self, parent->words[from + i]);
    }
}

/* A part of a text cut up, without its beginning and end. */
static TwfTokens
view (const TwfTokens *tokens, guint from, guint to)
{
  TwfTokens part = *tokens;

  part.words += from;
  part.positions += from;
  part.n_words = to - from;
  return part;
}

/* Between two blocks, words that stand in both although the passage was rewritten: two of them in a
 * row stayed, while a single one is met by chance. */
static void
keep_in_gap (TwfFinding *self,
             const TwfReading *parent,
             guint from,
             guint n_old,
             guint place,
             guint n_new)
{
  g_autofree guint32 *match = NULL;
  gint64 budget = GAP_STEPS;

  if (n_old == 0 || n_new == 0)
    return;
  match = g_new (guint32, n_old);
  if (!twf_myers_match (
          parent->symbols + from, n_old, self->tokens->words + place, n_new, &budget, match))
    return;
  for (guint i = 0, n; i < n_old; i += n)
    {
      for (n = 1; match[i] != TWF_NO_MATCH && i + n < n_old && match[i + n] == match[i] + n; n++)
        ;
      if (match[i] != TWF_NO_MATCH && n >= GAP_WORDS)
        keep (self, parent, from + i, place + match[i], n);
    }
}

/* What differs lies between @start words at the beginning and @rest at the end. */
static void
keep_blocks (TwfFinding *self, guint parent, const TwfTokens *old_tokens, guint start, guint rest)
{
  const TwfReading *entry = twf_provenance_get (self->provenance, parent);
  guint from = start - MIN (start, MARGIN);
  guint left = rest - MIN (rest, MARGIN);
  TwfTokens old_part = view (old_tokens, from, old_tokens->n_words - left);
  TwfTokens new_part = view (self->tokens, from, self->tokens->n_words - left);
  guint x = 0, y = 0;
  g_autoptr (GArray) blocks = twf_blocks_new (&old_part, &new_part, self->provenance->lexicon);

  keep (self, entry, 0, 0, from);
  for (guint i = 0; i < blocks->len; i++)
    {
      const TwfBlock *block = &g_array_index (blocks, TwfBlock, i);

      keep_in_gap (self, entry, from + x, block->x - x, from + y, block->y - y);
      keep (self, entry, from + block->x, from + block->y, block->n);
      x = block->x + block->n;
      y = block->y + block->n;
    }
  keep_in_gap (self, entry, from + x, old_part.n_words - x, from + y, new_part.n_words - y);
  keep (self, entry, old_tokens->n_words - left, self->tokens->n_words - left, left);
}

/* What stood in @parent and has no place yet. */
static void
fetch_moved (TwfFinding *self, guint parent)
{
  const TwfReading *entry = twf_provenance_get (self->provenance, parent);
  g_autoptr (TwfLossIndex) losses = twf_loss_index_new ();

  for (guint from = 0, end; from < entry->n_words; from = end + 1)
    {
      TwfLoss loss = { parent, from, 0, self->version };

      for (end = from; end < entry->n_words && !twf_finding_has (self, entry->words[end]); end++)
        ;
      loss.n = end - from;
      if (loss.n > 0)
        twf_loss_index_add (losses, &loss, entry->symbols + from);
    }
  twf_finding_fetch (self, losses);
}

/**
 * twf_finding_take_from_parent:
 * @self: the words of a version, none known
 * @parent: a version it was made from
 *
 * Finds the words that stayed, then those that moved.
 */
void
twf_finding_take_from_parent (TwfFinding *self, guint parent)
{
  const TwfReading *entry = twf_provenance_get (self->provenance, parent);
  guint n_old = entry->n_words, n_new = self->tokens->n_words;
  guint least = MIN (n_old, n_new);
  guint start = 0, rest = 0;

  while (start < least && entry->symbols[start] == self->tokens->words[start])
    start++;
  while (rest < least - start
         && entry->symbols[n_old - rest - 1] == self->tokens->words[n_new - rest - 1])
    rest++;
  if (start == n_old && start == n_new)
    {
      keep (self, entry, 0, 0, n_new);
      return;
    }
  keep_blocks (self, parent, twf_provenance_cut (self->provenance, parent), start, rest);
  if (start + rest < n_old && start + rest < n_new)
    fetch_moved (self, parent);
}
