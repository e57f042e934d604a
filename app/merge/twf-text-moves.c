/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-moves.h"

#include "twf-text-moved-choice.h"

#include <string.h>

/* How a paragraph is followed: to one place; to several, between which a person has to choose; not
 * at all, where its place cannot be told. */
typedef enum
{
  STANDS_TOGETHER,
  STANDS_APART,
  STANDS_ASIDE,
} Standing;

enum
{
  MOST_ATTEMPTS = 4, /* at merging the rest, each of which knows more of where paragraphs stand */
};

typedef struct
{
  const TwfWording *base;
  TwfWording *const *sides;
  guint n_sides;
  const char *language;
  TwfGrain grain;
  char *stem;            /* a word that no text has */
  GPtrArray *paragraphs; /* of TwfMovedLines */
  Standing *standings;   /* by paragraph */
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

/* The first of the sides that moved the paragraph to where @side moved it. */
static guint
find_leader (const Follower *self, guint paragraph, guint side)
{
  const TwfMovedLines *lines = self->paragraphs->pdata[paragraph];
  gboolean apart = self->standings[paragraph] == STANDS_APART;

  for (guint i = 0; i < side; i++)
    if (lines->moved[i] && (!apart || lines->places[i] == lines->places[side]))
      return i;
  return side;
}

/* The name that @leader and those who moved it to the same place use. The letters end numbers. */
static char *
dup_name (const Follower *self, guint paragraph, guint leader)
{
  return g_strdup_printf ("%s%ux%uy", self->stem, paragraph, leader);
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
dup_rest (const Follower *self, guint side)
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

      if (self->standings[i] == STANDS_ASIDE)
        continue;
      if (side != G_MAXUINT && paragraph->moved[side])
        cut.name = dup_name (self, i, find_leader (self, i, side));
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
merge_rest (const Follower *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *base = dup_rest (self, G_MAXUINT);

  for (guint side = 0; side < self->n_sides; side++)
    {
      g_ptr_array_add (texts, dup_rest (self, side));
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

/* Adds an agreed text to what stands before it. */
static void
add_agreed (GPtrArray *pieces, const char *text, gsize length, const GArray *joined)
{
  TwfPiece *last = pieces->len > 0 ? pieces->pdata[pieces->len - 1] : NULL;
  TwfPiece *piece;

  if (length == 0)
    return;
  if (twf_piece_can_take (last, joined))
    {
      g_autofree char *old = last->text;
      g_autofree char *more = g_strndup (text, length);

      last->text = g_strconcat (old, more, NULL);
      twf_piece_join_sides (last, joined);
      return;
    }
  piece = g_new0 (TwfPiece, 1);
  piece->text = g_strndup (text, length);
  twf_piece_join_sides (piece, joined);
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
          add_agreed (whole, piece->text, strlen (piece->text), piece->joined);
          continue;
        }
      add_agreed (whole, piece->text, (gsize)(at - piece->text), piece->joined);
      for (guint k = 0; k < pieces->len; k++)
        {
          TwfPiece *put = pieces->pdata[k];

          if (put->alternatives == NULL)
            add_agreed (whole, put->text, strlen (put->text), put->joined);
          else
            {
              g_ptr_array_add (whole, put);
              pieces->pdata[k] = NULL;
            }
        }
      add_agreed (whole, at + strlen (name), strlen (at + strlen (name)), piece->joined);
    }
  g_ptr_array_unref (rest);
  return whole;
}

/* Whether every place of a paragraph is known. */
static gboolean
has_places (const Follower *self, GPtrArray *rest, guint paragraph)
{
  const TwfMovedLines *lines = self->paragraphs->pdata[paragraph];
  gboolean known = TRUE;

  for (guint side = 0; side < self->n_sides && known; side++)
    if (lines->moved[side] && find_leader (self, paragraph, side) == side)
      {
        g_autofree char *name = dup_name (self, paragraph, side);

        known = count_name (rest, name) == 1;
      }
  return known;
}

/* Looks where the paragraphs stand in the rest. Returns: whether that is known of all */
static gboolean
settle_standings (const Follower *self, GPtrArray *rest)
{
  gboolean settled = TRUE;

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const TwfMovedLines *lines = self->paragraphs->pdata[i];

      if (self->standings[i] == STANDS_ASIDE || has_places (self, rest, i))
        continue;
      self->standings[i] = self->standings[i] == STANDS_TOGETHER && lines->n_movers > 1
                               ? STANDS_APART
                               : STANDS_ASIDE;
      settled = FALSE;
    }
  return settled;
}

/* The side that has the paragraph before all others in the reading order of the rest. */
static guint
find_first (const Follower *self, GPtrArray *rest, guint paragraph)
{
  g_autofree char *start = g_strdup_printf ("%s%ux", self->stem, paragraph);

  for (guint i = 0; i < rest->len; i++)
    {
      const TwfPiece *piece = rest->pdata[i];
      const char *at = piece->alternatives == NULL ? strstr (piece->text, start) : NULL;

      if (at != NULL)
        return (guint)g_ascii_strtoull (at + strlen (start), NULL, 10);
    }
  return 0;
}

static GPtrArray *
put_paragraph (const Follower *self, GPtrArray *rest, guint paragraph)
{
  const TwfMovedLines *lines = self->paragraphs->pdata[paragraph];
  const TwfTextMaterial material
      = { self->base, self->sides, self->n_sides, self->language, self->grain };
  g_autofree gboolean *here = g_new (gboolean, self->n_sides);
  guint first = find_first (self, rest, paragraph);

  for (guint leader = 0; leader < self->n_sides; leader++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GPtrArray) pieces = NULL;

      if (!lines->moved[leader] || find_leader (self, paragraph, leader) != leader)
        continue;
      for (guint side = 0; side < self->n_sides; side++)
        here[side]
            = lines->moved[side] ? find_leader (self, paragraph, side) == leader : first == leader;
      name = dup_name (self, paragraph, leader);
      pieces = twf_moved_lines_merge (lines,
                                      &material,
                                      self->standings[paragraph] == STANDS_APART ? here : NULL,
                                      first == leader);
      rest = put_pieces (rest, name, pieces);
    }
  return rest;
}

static GPtrArray *
follow (const Follower *self)
{
  for (guint attempt = 0; attempt < MOST_ATTEMPTS; attempt++)
    {
      GPtrArray *rest = merge_rest (self);
      guint n_followed = 0;

      if (rest == NULL)
        return NULL;
      if (!settle_standings (self, rest))
        {
          g_ptr_array_unref (rest);
          continue;
        }
      for (guint i = 0; i < self->paragraphs->len; i++)
        if (self->standings[i] != STANDS_ASIDE)
          {
            rest = put_paragraph (self, rest, i);
            n_followed++;
          }
      if (n_followed > 0)
        return rest;
      g_ptr_array_unref (rest);
      return NULL;
    }
  return NULL;
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
  Follower self = { base, sides, n_sides, language, grain, NULL, NULL, NULL };
  GPtrArray *pieces = NULL;

  if (n_sides < 2)
    return NULL;
  self.paragraphs = twf_moved_lines_find (base, sides, n_sides, lexicon);
  if (self.paragraphs->len > 0)
    {
      self.stem = make_stem (&self);
      self.standings = g_new0 (Standing, self.paragraphs->len);
      pieces = follow (&self);
    }
  g_ptr_array_unref (self.paragraphs);
  g_free (self.stem);
  g_free (self.standings);
  return pieces;
}
