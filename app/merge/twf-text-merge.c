/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-merge.h"

#include "twf-text-engine.h"
#include "twf-text-moves.h"
#include "twf-text-refine.h"
#include "twf-text-write.h"

#include <string.h>

/**
 * twf_alternative_free:
 * @self: (nullable): an alternative
 */
void
twf_alternative_free (TwfAlternative *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->sides);
  g_free (self);
}

/**
 * twf_piece_free:
 * @self: (nullable): a piece
 */
void
twf_piece_free (TwfPiece *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_clear_pointer (&self->alternatives, g_ptr_array_unref);
  g_clear_pointer (&self->joined, g_array_unref);
  g_free (self);
}

static gint
compare_sides (gconstpointer one, gconstpointer other)
{
  guint a = *(const guint *)one;
  guint b = *(const guint *)other;

  return a < b ? -1 : a > b;
}

/**
 * twf_piece_join_sides:
 * @self: an agreed piece
 * @sides: (nullable) (element-type guint): sides, in any order and as often as they come
 *
 * Notes that edits of @sides were joined in one sentence of the piece.
 */
void
twf_piece_join_sides (TwfPiece *self, const GArray *sides)
{
  guint kept = 0;

  if (sides == NULL)
    return;
  if (self->joined == NULL)
    self->joined = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->joined, sides->data, sides->len);
  g_array_sort (self->joined, compare_sides);
  for (guint i = 0; i < self->joined->len; i++)
    if (i == 0
        || g_array_index (self->joined, guint, i) != g_array_index (self->joined, guint, kept - 1))
      g_array_index (self->joined, guint, kept++) = g_array_index (self->joined, guint, i);
  g_array_set_size (self->joined, kept);
}

/**
 * twf_piece_can_take:
 * @self: (nullable): a piece
 * @joined: (nullable): sides whose edits were joined in the text behind it
 *
 * Returns: whether an agreed text behind @self can be part of it
 */
gboolean
twf_piece_can_take (const TwfPiece *self, const GArray *joined)
{
  return self != NULL && self->alternatives == NULL && (self->joined != NULL) == (joined != NULL);
}

/**
 * twf_alternatives_add:
 * @self: (element-type TwfAlternative): the alternatives of a piece
 * @text: (transfer full): a wording
 * @side: who wants it; above all sides that were added before
 *
 * Adds a wording, or another who wants one that is there.
 */
void
twf_alternatives_add (GPtrArray *self, char *text, guint side)
{
  TwfAlternative *found = NULL;

  for (guint i = 0; i < self->len && found == NULL; i++)
    if (g_str_equal (((TwfAlternative *)self->pdata[i])->text, text))
      found = self->pdata[i];
  if (found == NULL)
    {
      found = g_new0 (TwfAlternative, 1);
      found->text = text;
      g_ptr_array_add (self, found);
    }
  else
    g_free (text);
  found->sides = g_renew (guint, found->sides, found->n_sides + 1);
  found->sides[found->n_sides++] = side;
}

static gint
by_text (gconstpointer one, gconstpointer other)
{
  const TwfAlternative *a = *(TwfAlternative *const *)one;
  const TwfAlternative *b = *(TwfAlternative *const *)other;

  return strcmp (a->text, b->text);
}

/**
 * twf_alternatives_sort:
 * @self: (element-type TwfAlternative): the alternatives of a piece
 *
 * Puts them into an order that does not depend on that of the sides.
 */
void
twf_alternatives_sort (GPtrArray *self)
{
  g_ptr_array_sort (self, by_text);
}

static GPtrArray *
merge (const char *base,
       const char *const *sides,
       guint n_sides,
       const char *language,
       TwfGrain grain,
       gboolean follow)
{
  g_autoptr (TwfLexicon) lexicon = twf_lexicon_new_for_merge ();
  g_autoptr (TwfWording) root = twf_wording_new (base != NULL ? base : "", language, lexicon);
  g_autoptr (GPtrArray) versions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_wording_free);
  g_autoptr (TwfTextJoin) join = NULL;
  g_autoptr (GPtrArray) pieces = NULL;

  for (guint i = 0; i < n_sides; i++)
    g_ptr_array_add (
        versions,
        twf_wording_new_version (sides[i] != NULL ? sides[i] : "", language, lexicon, root));
  pieces = follow ? twf_text_merge_moved (
               root, (TwfWording *const *)versions->pdata, n_sides, lexicon, language, grain)
                  : NULL;
  if (pieces != NULL)
    return g_steal_pointer (&pieces);
  join = twf_text_join_new (root, (TwfWording *const *)versions->pdata, n_sides, grain);
  pieces = twf_text_write (root, (TwfWording *const *)versions->pdata, n_sides, join);
  return grain > TWF_GRAIN_WORD ? twf_pieces_refine (pieces, language) : g_steal_pointer (&pieces);
}

/**
 * twf_text_merge_in_place:
 * @base: (nullable): a text; %NULL is an empty one
 * @sides: (array length=n_sides): what became of it; %NULL is empty too
 * @n_sides: how many
 * @language: (nullable): their language
 * @grain: what undecided passages are widened to
 *
 * As twf_text_merge_by_grain(), without following what moved.
 *
 * Returns: (transfer full) (element-type TwfPiece): the pieces in reading order
 */
GPtrArray *
twf_text_merge_in_place (const char *base,
                         const char *const *sides,
                         guint n_sides,
                         const char *language,
                         TwfGrain grain)
{
  return merge (base, sides, n_sides, language, grain, FALSE);
}

/**
 * twf_text_merge_by_grain:
 * @base: (nullable): a text; %NULL is an empty one
 * @sides: (array length=n_sides): what became of it; %NULL is empty too
 * @n_sides: how many
 * @language: (nullable): their language
 * @grain: what undecided passages are widened to
 *
 * As twf_merge_texts(), for callers who have their own idea of a passage.
 *
 * Returns: (transfer full) (element-type TwfPiece): the pieces in reading order
 */
GPtrArray *
twf_text_merge_by_grain (const char *base,
                         const char *const *sides,
                         guint n_sides,
                         const char *language,
                         TwfGrain grain)
{
  return merge (base, sides, n_sides, language, grain, TRUE);
}

/**
 * twf_merge_texts:
 * @base: (nullable): a text; %NULL is an empty one
 * @sides: (array length=n_sides): what became of it; %NULL is empty too
 * @n_sides: how many
 * @language: (nullable): their language
 *
 * Merges what any number of sides made of one text. Changes that do not touch the same words stand
 * together; where they do, the clause or sentence is undecided and has every side's wording. The
 * order of the sides changes nothing but their numbers.
 *
 * Returns: (transfer full) (element-type TwfPiece): the pieces in reading order
 */
GPtrArray *
twf_merge_texts (const char *base, const char *const *sides, guint n_sides, const char *language)
{
  return twf_text_merge_by_grain (base, sides, n_sides, language, TWF_GRAIN_SENTENCE);
}

/**
 * twf_pieces_are_decided:
 * @pieces: (element-type TwfPiece): a merged text
 *
 * Returns: whether every piece is agreed
 */
gboolean
twf_pieces_are_decided (GPtrArray *pieces)
{
  for (guint i = 0; i < pieces->len; i++)
    if (((const TwfPiece *)pieces->pdata[i])->alternatives != NULL)
      return FALSE;
  return TRUE;
}

/**
 * twf_piece_get_text:
 * @self: a piece
 * @side: a side; %G_MAXUINT: the base
 *
 * Returns: the wording of @self that @side wants
 */
const char *
twf_piece_get_text (const TwfPiece *self, guint side)
{
  for (guint i = 0; self->alternatives != NULL && i < self->alternatives->len; i++)
    {
      const TwfAlternative *alternative = self->alternatives->pdata[i];

      for (guint k = 0; k < alternative->n_sides; k++)
        if (alternative->sides[k] == side)
          return alternative->text;
    }
  return self->text;
}

/**
 * twf_pieces_dup_text:
 * @pieces: (element-type TwfPiece): a merged text
 * @side: a side; %G_MAXUINT: the base
 *
 * Returns: (transfer full): the whole text, undecided pieces as @side has them
 */
char *
twf_pieces_dup_text (GPtrArray *pieces, guint side)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    g_string_append (text, twf_piece_get_text (pieces->pdata[i], side));
  return g_string_free (text, FALSE);
}
