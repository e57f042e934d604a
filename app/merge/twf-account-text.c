/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-account-private.h"

#include <string.h>

#define NOWHERE G_MAXUINT

/* Two versions beside each other. */
typedef struct
{
  TwfGround ground;
  guint n_former;
  guint n_latter;
  const guint32 *former; /* words; borrowed */
  const guint32 *latter;
  guint *was;     /* by word of the latter: where it stood in the former, or NOWHERE; owned */
  guint *became;  /* by word of the former: where it stands now, or NOWHERE; owned */
  gboolean *kept; /* by word of the latter: whether it stayed in its place; owned */
  GPtrArray *pieces;
} Beside;

/**
 * twf_account_piece_free:
 * @self: (transfer full) (nullable): a piece
 */
void
twf_account_piece_free (TwfAccountPiece *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_array_unref (self->by);
  g_free (self);
}

/* The same words, whatever joined them since. */
static void
find_pairs (Beside *self)
{
  self->was = g_new (guint, self->n_latter + 1);
  self->became = g_new (guint, self->n_former + 1);
  self->kept = g_new0 (gboolean, self->n_latter + 1);
  for (guint i = 0; i < self->n_former; i++)
    self->became[i] = NOWHERE;
  for (guint j = 0; j < self->n_latter; j++)
    {
      guint at;

      self->was[j] = NOWHERE;
      if (self->n_former == 0
          || !twf_ground_find_word (&self->ground, self->ground.former, self->latter[j], &at)
          || self->became[at] != NOWHERE)
        continue;
      self->was[j] = at;
      self->became[at] = j;
    }
}

/* The most words that stand in the same order in both: the longest rising sequence, found in the
 * way of patience sorting (M. L. Fredman, "On computing the length of longest increasing
 * subsequences", 1975). */
static void
find_kept (Beside *self)
{
  g_autofree guint *ends = g_new (guint, self->n_latter + 1); /* by length: where such a one ends */
  g_autofree guint *before = g_new (guint, self->n_latter + 1);
  guint longest = 0;

  for (guint j = 0; j < self->n_latter; j++)
    {
      guint low = 0, high = longest;

      if (self->was[j] == NOWHERE)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (self->was[ends[middle]] < self->was[j])
            low = middle + 1;
          else
            high = middle;
        }
      before[j] = low > 0 ? ends[low - 1] : NOWHERE;
      ends[low] = j;
      longest = MAX (longest, low + 1);
    }
  for (guint j = longest > 0 ? ends[longest - 1] : NOWHERE; j != NOWHERE; j = before[j])
    self->kept[j] = TRUE;
}

static GArray *
new_nobody (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

static gboolean
continues (const TwfAccountPiece *piece, TwfAccountPieceKind kind, const GArray *by)
{
  return piece->kind == kind && piece->by->len == by->len
         && (by->len == 0 || memcmp (piece->by->data, by->data, by->len * sizeof (guint)) == 0);
}

/* Takes @by. */
static void
add (Beside *self, TwfAccountPieceKind kind, const char *bytes, gsize length, GArray *by)
{
  TwfAccountPiece *piece
      = self->pieces->len > 0 ? self->pieces->pdata[self->pieces->len - 1] : NULL;
  g_autofree char *text = g_strndup (bytes, length);

  if (length == 0)
    {
      g_array_unref (by);
      return;
    }
  if (piece != NULL && continues (piece, kind, by))
    {
      char *longer = g_strconcat (piece->text, text, NULL);

      g_free (piece->text);
      piece->text = longer;
      g_array_unref (by);
      return;
    }
  piece = g_new0 (TwfAccountPiece, 1);
  piece->kind = kind;
  piece->text = g_steal_pointer (&text);
  piece->by = by;
  g_ptr_array_add (self->pieces, piece);
}

static GArray *
find_makers_of_spelling (Beside *self, guint latter)
{
  gsize length, core;
  TwfFact fact = { .kind = TWF_FACT_AS, .word = self->latter[latter] };

  fact.bytes = twf_ground_get_chunk (&self->ground, self->ground.latter, latter, &length, &core);
  fact.length = length;
  return twf_ground_find_makers (&self->ground, &fact);
}

/* A word that moved stands on the other side of one that stayed beside it. */
static GArray *
find_movers (Beside *self, guint latter)
{
  TwfFact fact = { .kind = TWF_FACT_ORDER, .word = self->latter[latter] };
  guint other = latter;

  while (other > 0 && !self->kept[other - 1])
    other--;
  if (other > 0 && self->was[other - 1] > self->was[latter])
    {
      fact.other = self->latter[other - 1];
      fact.after = TRUE;
    }
  else
    {
      for (other = latter + 1; other < self->n_latter && !self->kept[other];)
        other++;
      if (other == self->n_latter)
        return find_makers_of_spelling (self, latter);
      fact.other = self->latter[other];
    }
  return twf_ground_find_makers (&self->ground, &fact);
}

static gboolean
is_spelled_alike (Beside *self, guint former, guint latter)
{
  gsize length, core, latter_core;
  g_autofree char *word = NULL;
  const char *chunk
      = twf_ground_get_chunk (&self->ground, self->ground.former, former, &length, &core);

  /* Cutting up the other may let go of this one. */
  word = g_strndup (chunk, core);
  chunk = twf_ground_get_chunk (&self->ground, self->ground.latter, latter, &length, &latter_core);
  return core == latter_core && memcmp (word, chunk, core) == 0;
}

static void
add_former (Beside *self, guint at)
{
  guint now = self->became[at];
  TwfFact fact = { .kind = TWF_FACT_ABSENT, .word = self->former[at] };
  TwfAccountPieceKind kind = TWF_ACCOUNT_PIECE_DELETED;
  GArray *by;
  const char *chunk;
  gsize length, core;

  if (now == NOWHERE)
    by = twf_ground_find_makers (&self->ground, &fact);
  else if (is_spelled_alike (self, at, now))
    {
      kind = TWF_ACCOUNT_PIECE_MOVED_AWAY;
      by = find_movers (self, now);
    }
  else
    by = find_makers_of_spelling (self, now);
  chunk = twf_ground_get_chunk (&self->ground, self->ground.former, at, &length, &core);
  add (self, kind, chunk, length, by);
}

static void
add_latter (Beside *self, guint at)
{
  TwfFact fact = { .kind = TWF_FACT_PRESENT, .word = self->latter[at] };
  TwfAccountPieceKind kind = TWF_ACCOUNT_PIECE_INSERTED;
  GArray *by;
  const char *chunk;
  gsize length, core;

  if (self->was[at] == NOWHERE)
    by = twf_ground_find_makers (&self->ground, &fact);
  else if (is_spelled_alike (self, self->was[at], at))
    {
      kind = TWF_ACCOUNT_PIECE_MOVED_HERE;
      by = find_movers (self, at);
    }
  else
    by = find_makers_of_spelling (self, at);
  chunk = twf_ground_get_chunk (&self->ground, self->ground.latter, at, &length, &core);
  add (self, kind, chunk, length, by);
}

static void
add_kept (Beside *self, guint latter)
{
  guint former = self->was[latter];
  gsize length, core, new_length, new_core;
  const char *chunk
      = twf_ground_get_chunk (&self->ground, self->ground.former, former, &length, &core);
  g_autofree char *was = g_strndup (chunk, length);
  GArray *by;

  chunk = twf_ground_get_chunk (&self->ground, self->ground.latter, latter, &new_length, &new_core);
  if (length == new_length && memcmp (was, chunk, length) == 0)
    {
      add (self, TWF_ACCOUNT_PIECE_KEPT, chunk, length, new_nobody ());
      return;
    }
  /* The word, or only the spaces behind it. */
  if (core == new_core && memcmp (was, chunk, core) == 0)
    add (self, TWF_ACCOUNT_PIECE_KEPT, chunk, core, new_nobody ());
  else
    core = new_core = 0;
  by = find_makers_of_spelling (self, latter);
  add (self, TWF_ACCOUNT_PIECE_DELETED, was + core, length - core, g_array_ref (by));
  chunk = twf_ground_get_chunk (&self->ground, self->ground.latter, latter, &new_length, &length);
  add (self, TWF_ACCOUNT_PIECE_INSERTED, chunk + new_core, new_length - new_core, by);
}

/* The spaces before the first word. */
static void
add_lead (Beside *self, const char *former, const char *latter)
{
  const TwfGround *ground = &self->ground;
  gsize was
      = ground->former != TWF_NO_VERSION ? twf_ground_get_lead (&self->ground, ground->former) : 0;
  gsize is = twf_ground_get_lead (&self->ground, ground->latter);
  TwfFact fact = { .kind = TWF_FACT_LEAD, .bytes = latter, .length = is };
  GArray *by;

  if (was == is && memcmp (former, latter, is) == 0)
    {
      add (self, TWF_ACCOUNT_PIECE_KEPT, latter, is, new_nobody ());
      return;
    }
  by = twf_ground_find_makers (&self->ground, &fact);
  add (self, TWF_ACCOUNT_PIECE_DELETED, former, was, g_array_ref (by));
  add (self, TWF_ACCOUNT_PIECE_INSERTED, latter, is, by);
}

static void
add_words (Beside *self)
{
  guint former = 0;

  for (guint latter = 0; latter <= self->n_latter; latter++)
    {
      while (former < self->n_former
             && (self->became[former] == NOWHERE || !self->kept[self->became[former]]))
        add_former (self, former++);
      if (latter == self->n_latter)
        break;
      if (self->kept[latter])
        {
          add_kept (self, latter);
          former++;
        }
      else
        add_latter (self, latter);
    }
}

/**
 * twf_account_of_text:
 * @provenance: the versions of a text
 * @former: one of them, or TWF_NO_VERSION where the text was not there yet
 * @latter: one that was made from @former
 *
 * Accounts for every word that differs between two versions. Words are those of the provenance: one
 * that moved, or that was taken out and brought back, is the same. The pieces that are kept,
 * deleted or moved away, put together, are the former text, byte for byte; those kept, inserted or
 * moved here are the latter. Each that is not kept has at least one version that made it so: the
 * last one after which it was so; several where they did so independently. A proposal's wording is
 * such a version (twf_provenance_add_proposal()).
 *
 * Returns: (transfer full) (element-type TwfAccountPiece): pieces in reading order
 */
GPtrArray *
twf_account_of_text (TwfProvenance *provenance, guint former, guint latter)
{
  Beside self
      = { .pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_account_piece_free) };
  const TwfReading *was, *is;

  g_return_val_if_fail (latter < twf_provenance_get_n_versions (provenance), self.pieces);

  was = former != TWF_NO_VERSION ? twf_provenance_get (provenance, former) : NULL;
  is = twf_provenance_get (provenance, latter);
  if (was != NULL && strcmp (was->text, is->text) == 0)
    {
      add (&self, TWF_ACCOUNT_PIECE_KEPT, is->text, strlen (is->text), new_nobody ());
      return self.pieces;
    }
  twf_ground_init (&self.ground, provenance, former, latter);
  self.n_former = was != NULL ? was->n_words : 0;
  self.former = was != NULL ? was->words : NULL;
  self.n_latter = is->n_words;
  self.latter = is->words;
  find_pairs (&self);
  find_kept (&self);
  add_lead (&self, was != NULL ? was->text : "", is->text);
  add_words (&self);
  g_free (self.was);
  g_free (self.became);
  g_free (self.kept);
  twf_ground_clear (&self.ground);
  return self.pieces;
}

/**
 * twf_account_of_whole:
 * @provenance: the versions of a value
 * @former: one of them, or TWF_NO_VERSION
 * @latter: one that was made from @former
 *
 * As twf_account_of_text(), for a value that is one whole.
 *
 * Returns: (transfer full) (element-type guint): versions that gave it the latter's value, the last
 *   first; none: it is the former's
 */
GArray *
twf_account_of_whole (TwfProvenance *provenance, guint former, guint latter)
{
  TwfGround ground;
  TwfFact fact = { .kind = TWF_FACT_TEXT };
  GArray *by;

  g_return_val_if_fail (latter < twf_provenance_get_n_versions (provenance), NULL);

  fact.bytes = twf_provenance_get (provenance, latter)->text;
  if (former != TWF_NO_VERSION
      && strcmp (twf_provenance_get (provenance, former)->text, fact.bytes) == 0)
    return g_array_new (FALSE, FALSE, sizeof (guint));
  twf_ground_init (&ground, provenance, former, latter);
  by = twf_ground_find_makers (&ground, &fact);
  twf_ground_clear (&ground);
  return by;
}
