/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-moves.h"

#include "twf-text-moved-lines.h"

#include <string.h>

typedef struct
{
  const TwfWording *base;
  TwfWording *const *sides;
  guint n_sides;
  const char *language;
  TwfGrain grain;
  char *stem;            /* a word that no text has */
  GPtrArray *paragraphs; /* of TwfMovedLines */
} Follower;

/* A word that stands for paragraphs while the rest is merged. */
static char *
make_stem (const Follower *self)
{
  GString *stem = g_string_new ("moved");
  gboolean found;

  do
    {
      found = strstr (self->base->tokens->text, stem->str) != NULL;
      for (guint side = 0; side < self->n_sides && !found; side++)
        found = strstr (self->sides[side]->tokens->text, stem->str) != NULL;
      if (found)
        g_string_append_c (stem, 'q');
    }
  while (found);
  return g_string_free (stem, FALSE);
}

/* @side: G_MAXUINT where all sides use one name. The 'x' ends the number. */
static char *
dup_name (const Follower *self, guint paragraph, guint side)
{
  return side == G_MAXUINT ? g_strdup_printf ("%s%ux", self->stem, paragraph)
                           : g_strdup_printf ("%s%ux%uy", self->stem, paragraph, side);
}

typedef struct
{
  TwfRange range;
  char *name; /* nullable: only taken out */
} Cut;

static gint
compare_cuts (gconstpointer one, gconstpointer other)
{
  const Cut *a = one;
  const Cut *b = other;

  if (a->range.start != b->range.start)
    return a->range.start < b->range.start ? -1 : 1;
  return a->range.end < b->range.end ? -1 : a->range.end > b->range.end;
}

static void
clear_cut (Cut *cut)
{
  g_free (cut->name);
}

/* The text of a side, or of the base (G_MAXUINT), without the paragraphs; where a side moved one
 * to, its name stands. Returns: (nullable): it, unless the paragraphs overlap */
static char *
dup_rest (const Follower *self, guint side, gboolean by_side)
{
  const TwfWording *version = side == G_MAXUINT ? self->base : self->sides[side];
  const char *text = version->tokens->text;
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  g_autoptr (GString) rest = g_string_new (NULL);
  gsize at = 0;

  g_array_set_clear_func (cuts, (GDestroyNotify)clear_cut);
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const TwfMovedLines *paragraph = self->paragraphs->pdata[i];
      Cut cut = { side == G_MAXUINT ? paragraph->range : paragraph->ranges[side], NULL };

      if (side != G_MAXUINT && paragraph->moved[side])
        cut.name = dup_name (self, i, by_side ? side : G_MAXUINT);
      g_array_append_val (cuts, cut);
    }
  g_array_sort (cuts, compare_cuts);
  for (guint i = 0; i < cuts->len; i++)
    {
      const Cut *cut = &g_array_index (cuts, Cut, i);

      if (cut->range.start < at)
        return NULL;
      g_string_append_len (rest, text + at, (gssize)(cut->range.start - at));
      at = cut->range.end;
      if (cut->name != NULL)
        {
          g_string_append (rest, cut->name);
          g_string_append_len (
              rest, text + cut->range.last, (gssize)(cut->range.end - cut->range.last));
        }
    }
  g_string_append (rest, text + at);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/* Returns: (nullable) (element-type TwfPiece): the merge of all but the paragraphs */
static GPtrArray *
merge_rest (const Follower *self, gboolean by_side)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *base = dup_rest (self, G_MAXUINT, by_side);

  for (guint side = 0; side < self->n_sides; side++)
    {
      g_ptr_array_add (texts, dup_rest (self, side, by_side));
      if (texts->pdata[side] == NULL)
        return NULL;
    }
  return base == NULL ? NULL
                      : twf_text_merge_in_place (base,
                                                 (const char *const *)texts->pdata,
                                                 self->n_sides,
                                                 self->language,
                                                 self->grain);
}

/* How often @name stands in agreed text; G_MAXUINT where it stands in what is undecided. */
static guint
count_name (GPtrArray *pieces, const char *name)
{
  guint n = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfPiece *piece = pieces->pdata[i];

      for (const char *at = strstr (piece->text, name); at != NULL; at = strstr (at + 1, name))
        n++;
      for (guint k = 0; piece->alternatives != NULL && k < piece->alternatives->len; k++)
        if (strstr (((const TwfAlternative *)piece->alternatives->pdata[k])->text, name) != NULL)
          return G_MAXUINT;
    }
  return n;
}

static char *
dup_range (const TwfWording *version, const TwfRange *range)
{
  return g_strndup (version->tokens->text + range->start, range->last - range->start);
}

/* The wording of a paragraph that @side has where @only moved it (G_MAXUINT: where all have it). */
static char *
dup_side (const Follower *self, const TwfMovedLines *paragraph, guint side, guint only)
{
  return only != G_MAXUINT && only != side
             ? g_strdup ("")
             : dup_range (self->sides[side], &paragraph->ranges[side]);
}

/* An undecided piece: what each side that changed anything makes of a paragraph. */
static TwfPiece *
make_choice (const Follower *self, const TwfMovedLines *paragraph, guint only)
{
  TwfPiece *piece = g_new0 (TwfPiece, 1);

  piece->text = dup_range (self->base, &paragraph->range);
  piece->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_alternative_free);
  for (guint side = 0; side < self->n_sides; side++)
    {
      g_autofree char *text = dup_side (self, paragraph, side, only);

      if (paragraph->moved[side] || !g_str_equal (text, piece->text))
        twf_alternatives_add (piece->alternatives, g_steal_pointer (&text), side);
    }
  twf_alternatives_sort (piece->alternatives);
  return piece;
}

/* The pieces of a paragraph. Who deleted it and who moved it do not agree whether it stands. */
static GPtrArray *
merge_paragraph (const Follower *self, const TwfMovedLines *paragraph, guint only)
{
  g_autofree char *base = dup_range (self->base, &paragraph->range);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean deleted = FALSE;
  GPtrArray *pieces;

  for (guint side = 0; side < self->n_sides; side++)
    {
      g_ptr_array_add (texts, dup_side (self, paragraph, side, only));
      deleted |= *(const char *)texts->pdata[side] == '\0';
    }
  if (!deleted)
    return twf_text_merge_in_place (
        base, (const char *const *)texts->pdata, self->n_sides, self->language, self->grain);
  pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_piece_free);
  g_ptr_array_add (pieces, make_choice (self, paragraph, only));
  return pieces;
}

/* Adds an agreed text to what stands before it. */
static void
add_agreed (GPtrArray *pieces, const char *text, gsize length, gboolean close)
{
  TwfPiece *last = pieces->len > 0 ? pieces->pdata[pieces->len - 1] : NULL;
  TwfPiece *piece;

  if (length == 0)
    return;
  if (last != NULL && last->alternatives == NULL && last->close == close)
    {
      g_autofree char *old = last->text;
      g_autofree char *more = g_strndup (text, length);

      last->text = g_strconcat (old, more, NULL);
      return;
    }
  piece = g_new0 (TwfPiece, 1);
  piece->text = g_strndup (text, length);
  piece->close = close;
  g_ptr_array_add (pieces, piece);
}

/* Puts @pieces, which it empties, in the place of @name. */
static GPtrArray *
put_pieces (GPtrArray *rest, const char *name, GPtrArray *pieces)
{
  GPtrArray *whole = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_piece_free);

  for (guint i = 0; i < rest->len; i++)
    {
      TwfPiece *piece = rest->pdata[i];
      const char *at = piece->alternatives == NULL ? strstr (piece->text, name) : NULL;

      if (at == NULL && piece->alternatives != NULL)
        {
          g_ptr_array_add (whole, piece);
          rest->pdata[i] = NULL;
          continue;
        }
      if (at == NULL)
        {
          add_agreed (whole, piece->text, strlen (piece->text), piece->close);
          continue;
        }
      add_agreed (whole, piece->text, (gsize)(at - piece->text), piece->close);
      for (guint k = 0; k < pieces->len; k++)
        {
          TwfPiece *put = pieces->pdata[k];

          if (put->alternatives == NULL)
            add_agreed (whole, put->text, strlen (put->text), put->close);
          else
            {
              g_ptr_array_add (whole, put);
              pieces->pdata[k] = NULL;
            }
        }
      add_agreed (whole, at + strlen (name), strlen (at + strlen (name)), piece->close);
    }
  g_ptr_array_unref (rest);
  return whole;
}

/* Puts one paragraph to where @side, or everybody who moved it, has it. Returns: whether it could;
 * not where its place is undecided */
static gboolean
put_paragraph (const Follower *self, GPtrArray **rest, guint paragraph, guint side)
{
  g_autofree char *name = dup_name (self, paragraph, side);
  g_autoptr (GPtrArray) pieces = NULL;

  if (count_name (*rest, name) != 1)
    return FALSE;
  pieces = merge_paragraph (self, self->paragraphs->pdata[paragraph], side);
  *rest = put_pieces (*rest, name, pieces);
  return TRUE;
}

/* @by_side: whether two sides have their own places, between which a person has to choose */
static GPtrArray *
follow (const Follower *self, gboolean by_side)
{
  g_autoptr (GPtrArray) rest = merge_rest (self, by_side);

  for (guint i = 0; i < self->paragraphs->len && rest != NULL; i++)
    {
      const TwfMovedLines *paragraph = self->paragraphs->pdata[i];
      gboolean apart = by_side && paragraph->n_movers == self->n_sides;
      gboolean put = TRUE;

      if (by_side && !apart)
        return NULL;
      for (guint side = 0; side < self->n_sides && apart && put; side++)
        put = put_paragraph (self, &rest, i, side);
      if (!apart)
        put = put_paragraph (self, &rest, i, G_MAXUINT);
      if (!put)
        return NULL;
    }
  return g_steal_pointer (&rest);
}

/**
 * twf_text_merge_moved:
 * @base: what the sides were made from
 * @sides: (array length=n_sides): the sides, aligned with @base
 * @n_sides: how many
 * @lexicon: that of them all
 * @language: (nullable): their language
 * @grain: what undecided passages are widened to
 *
 * Merges texts of which a side moved whole lines that another side edited, deleted or moved too:
 * what became of the lines is merged by itself, and stands where they were moved to. Who deleted
 * them, or moved them elsewhere, is asked: every place is undecided then.
 *
 * Returns: (transfer full) (nullable) (element-type TwfPiece): the pieces in reading order; %NULL
 * where there is no such move, or its place cannot be told
 */
GPtrArray *
twf_text_merge_moved (const TwfWording *base,
                      TwfWording *const *sides,
                      guint n_sides,
                      TwfLexicon *lexicon,
                      const char *language,
                      TwfGrain grain)
{
  Follower self = { base, sides, n_sides, language, grain, NULL, NULL };
  GPtrArray *pieces = NULL;

  if (n_sides < 2)
    return NULL;
  self.paragraphs = twf_moved_lines_find (base, sides, n_sides, lexicon);
  if (self.paragraphs->len > 0)
    {
      self.stem = make_stem (&self);
      pieces = follow (&self, FALSE);
      pieces = pieces != NULL ? pieces : follow (&self, TRUE);
    }
  g_ptr_array_unref (self.paragraphs);
  g_free (self.stem);
  return pieces;
}
