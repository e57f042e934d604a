/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-moves.h"

#include "twf-moves.h"

#include <string.h>

enum
{
  LEAST_WORDS = 6, /* of a paragraph that is followed */
  EDGE_SHARE = 4,  /* of a move that may be missing to whole lines at either end */
};

/* Bytes of a text, without the blanks behind its last line; @end is that of the blanks. */
typedef struct
{
  gsize start, last, end;
} Range;

/* Whole lines of the base that some side has elsewhere. */
typedef struct
{
  guint x0, x1; /* words of the base */
  Range range;
  Range *ranges;   /* (array length=n_sides): where each side has them */
  gboolean *moved; /* (array length=n_sides) */
  guint n_movers;
} Paragraph;

/* A side's move of lines of the base from gap to gap. */
typedef struct
{
  guint x0, x1;
  guint y0, y1;
  guint side;
} Shift;

typedef struct
{
  const TwfWording *base;
  TwfWording *const *sides;
  guint n_sides;
  const char *language;
  TwfGrain grain;
  char *stem; /* a word that no text has */
  GPtrArray *paragraphs;
} Follower;

static void
paragraph_free (Paragraph *self)
{
  g_free (self->ranges);
  g_free (self->moved);
  g_free (self);
}

static gboolean
ends_line (const TwfWording *version, guint gap)
{
  return version->grains[gap] >= TWF_GRAIN_LINE;
}

/* Whether a side can have moved anything: it has words of its own in one place and lacks words in
 * another. */
static gboolean
may_have_moves (const TwfWording *side)
{
  gboolean inserts = FALSE, deletes = FALSE;

  for (guint i = 0; i < side->hunks->len && side->hunks->len > 1; i++)
    {
      const TwfHunk *hunk = &g_array_index (side->hunks, TwfHunk, i);

      deletes |= hunk->x1 - hunk->x0 >= LEAST_WORDS;
      inserts |= hunk->y1 - hunk->y0 >= LEAST_WORDS;
    }
  return inserts && deletes;
}

/* Moves both ends of a passage to where lines end, if that is near. Returns: whether it was */
static gboolean
snap (const TwfWording *version, guint *from, guint *to)
{
  guint n = twf_wording_get_length (version);
  guint most = (*to - *from) / EDGE_SHARE;
  guint steps = 0;

  while (*from > 0 && !ends_line (version, *from) && steps++ < most)
    --*from;
  for (steps = 0; *to < n && !ends_line (version, *to) && steps < most; steps++)
    ++*to;
  return (*from == 0 || ends_line (version, *from)) && (*to == n || ends_line (version, *to));
}

static gint
compare_shifts (gconstpointer one, gconstpointer other)
{
  const Shift *a = one;
  const Shift *b = other;

  if (a->x0 != b->x0)
    return a->x0 < b->x0 ? -1 : 1;
  if (a->x1 != b->x1)
    return a->x1 < b->x1 ? -1 : 1;
  return a->side < b->side ? -1 : a->side > b->side;
}

static GArray *
list_shifts (const Follower *self, TwfLexicon *lexicon)
{
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (Shift));

  for (guint side = 0; side < self->n_sides; side++)
    {
      const TwfWording *version = self->sides[side];
      g_autoptr (GArray) blocks = NULL;
      g_autoptr (TwfMoves) moves = NULL;

      if (!may_have_moves (version))
        continue;
      blocks = twf_blocks_new (self->base->tokens, version->tokens, lexicon->words);
      moves = twf_moves_new (self->base->tokens, version->tokens, blocks);
      for (guint i = 0; i < moves->moves->len; i++)
        {
          const TwfMove *move = &g_array_index (moves->moves, TwfMove, i);
          Shift shift = { move->x, move->x + move->n_old, move->y, move->y + move->n_new, side };

          if (move->n_old >= LEAST_WORDS && snap (self->base, &shift.x0, &shift.x1)
              && snap (version, &shift.y0, &shift.y1))
            g_array_append_val (shifts, shift);
        }
    }
  g_array_sort (shifts, compare_shifts);
  return shifts;
}

/* The byte at which the line of @word begins. */
static gsize
find_line (const TwfWording *version, guint word)
{
  const char *text = version->tokens->text;
  gsize at;

  if (word >= twf_wording_get_length (version))
    return strlen (text);
  at = twf_wording_get_start (version, word);
  while (at > 0 && text[at - 1] != '\n')
    at--;
  return at;
}

static Range
get_range (const TwfWording *version, guint from, guint to)
{
  Range range = { find_line (version, from), 0, find_line (version, to) };

  range.last = to > from ? MIN (twf_wording_get_end (version, to - 1), range.end) : range.start;
  return range;
}

static gboolean
is_inside_hunk (const TwfWording *version, guint gap)
{
  const TwfHunk *hunk = twf_wording_find_hunk (version, gap);

  return hunk != NULL && hunk->x0 < gap && hunk->x1 > gap;
}

/* Where a side that did not move the paragraph has it. Returns: whether it can be told */
static gboolean
locate (const Follower *self, Paragraph *paragraph, guint side)
{
  const TwfWording *version = self->sides[side];
  guint from, to;

  if (is_inside_hunk (version, paragraph->x0) || is_inside_hunk (version, paragraph->x1))
    return FALSE;
  from = twf_wording_locate (version, paragraph->x0, TRUE);
  to = twf_wording_locate (version, paragraph->x1, FALSE);
  if (to < from || (from > 0 && !ends_line (version, from))
      || (to < twf_wording_get_length (version) && !ends_line (version, to)))
    return FALSE;
  paragraph->ranges[side] = get_range (version, from, to);
  return TRUE;
}

static gboolean
has_same (const Follower *self, const Paragraph *paragraph, guint side)
{
  const Range *old = &paragraph->range;
  const Range *range = &paragraph->ranges[side];

  return range->last - range->start == old->last - old->start
         && memcmp (self->sides[side]->tokens->text + range->start,
                    self->base->tokens->text + old->start,
                    old->last - old->start)
                == 0;
}

/* Only a paragraph that another side touched, or moved too, has to be followed: without that the
 * move is an insertion and a deletion. */
static gboolean
is_contested (const Follower *self, const Paragraph *paragraph)
{
  for (guint side = 0; side < self->n_sides && paragraph->n_movers < 2; side++)
    if (!paragraph->moved[side] && !has_same (self, paragraph, side))
      return TRUE;
  return paragraph->n_movers > 1;
}

/* Returns: (transfer full) (nullable): the paragraph that @shifts, of several sides, move */
static Paragraph *
make_paragraph (const Follower *self, const Shift *shifts, guint n)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);
  gboolean known = TRUE;

  paragraph->x0 = shifts->x0;
  paragraph->x1 = shifts->x1;
  paragraph->range = get_range (self->base, shifts->x0, shifts->x1);
  paragraph->ranges = g_new0 (Range, self->n_sides);
  paragraph->moved = g_new0 (gboolean, self->n_sides);
  paragraph->n_movers = n;
  for (guint i = 0; i < n; i++)
    {
      paragraph->moved[shifts[i].side] = TRUE;
      paragraph->ranges[shifts[i].side]
          = get_range (self->sides[shifts[i].side], shifts[i].y0, shifts[i].y1);
    }
  for (guint side = 0; side < self->n_sides && known; side++)
    known = paragraph->moved[side] || locate (self, paragraph, side);
  if (known && is_contested (self, paragraph))
    return paragraph;
  paragraph_free (paragraph);
  return NULL;
}

static void
find_paragraphs (Follower *self, TwfLexicon *lexicon)
{
  g_autoptr (GArray) shifts = list_shifts (self, lexicon);
  guint end = 0; /* of what lies before */

  for (guint i = 0, n; i < shifts->len; i += n)
    {
      const Shift *first = &g_array_index (shifts, Shift, i);
      Paragraph *paragraph;
      gboolean overlaps = first->x0 < end;

      for (n = 1; i + n < shifts->len && first[n].x0 == first->x0 && first[n].x1 == first->x1; n++)
        ;
      overlaps |= i + n < shifts->len && first[n].x0 < first->x1;
      end = MAX (end, first->x1);
      paragraph = overlaps ? NULL : make_paragraph (self, first, n);
      if (paragraph != NULL)
        g_ptr_array_add (self->paragraphs, paragraph);
    }
}

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
  Range range;
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
      const Paragraph *paragraph = self->paragraphs->pdata[i];
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

static gint
compare_alternatives (gconstpointer one, gconstpointer other)
{
  const TwfAlternative *a = *(const TwfAlternative *const *)one;
  const TwfAlternative *b = *(const TwfAlternative *const *)other;

  return strcmp (a->text, b->text);
}

/* An undecided piece: each side's wording of one passage. */
static TwfPiece *
make_choice (const char *base, const char *const *texts, guint n_sides)
{
  TwfPiece *piece = g_new0 (TwfPiece, 1);

  piece->text = g_strdup (base);
  piece->alternatives = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_alternative_free);
  for (guint side = 0; side < n_sides; side++)
    {
      TwfAlternative *same = NULL;

      for (guint i = 0; i < piece->alternatives->len && same == NULL; i++)
        {
          TwfAlternative *alternative = piece->alternatives->pdata[i];

          same = g_str_equal (alternative->text, texts[side]) ? alternative : NULL;
        }
      if (same == NULL)
        {
          same = g_new0 (TwfAlternative, 1);
          same->text = g_strdup (texts[side]);
          g_ptr_array_add (piece->alternatives, same);
        }
      same->sides = g_renew (guint, same->sides, same->n_sides + 1);
      same->sides[same->n_sides++] = side;
    }
  g_ptr_array_sort (piece->alternatives, compare_alternatives);
  return piece;
}

static char *
dup_range (const TwfWording *version, const Range *range)
{
  return g_strndup (version->tokens->text + range->start, range->last - range->start);
}

/* The pieces of a paragraph. Who deleted it and who moved it do not agree whether it stands.
 * @only: the side whose place this is, where each has its own; G_MAXUINT: all have it here */
static GPtrArray *
merge_paragraph (const Follower *self, const Paragraph *paragraph, guint only)
{
  g_autofree char *base = dup_range (self->base, &paragraph->range);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean deleted = FALSE;
  GPtrArray *pieces;

  for (guint side = 0; side < self->n_sides; side++)
    {
      g_ptr_array_add (texts,
                       only != G_MAXUINT && only != side
                           ? g_strdup ("")
                           : dup_range (self->sides[side], &paragraph->ranges[side]));
      deleted |= *(const char *)texts->pdata[side] == '\0';
    }
  if (!deleted)
    return twf_text_merge_in_place (
        base, (const char *const *)texts->pdata, self->n_sides, self->language, self->grain);
  pieces = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_piece_free);
  g_ptr_array_add (pieces, make_choice (base, (const char *const *)texts->pdata, self->n_sides));
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
      const Paragraph *paragraph = self->paragraphs->pdata[i];
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
  self.paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify)paragraph_free);
  find_paragraphs (&self, lexicon);
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
