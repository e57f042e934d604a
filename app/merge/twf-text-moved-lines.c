/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-moved-lines.h"

#include "twf-moves.h"

#include <string.h>

enum
{
  LEAST_WORDS = 6, /* of a paragraph that is followed */
  EDGE_SHARE = 4,  /* of a move that may be missing to whole lines at either end */
};

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
} Finder;

static void
moved_lines_free (TwfMovedLines *self)
{
  g_free (self->ranges);
  g_free (self->moved);
  g_free (self->places);
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
list_shifts (const Finder *self, TwfLexicon *lexicon)
{
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (Shift));

  for (guint side = 0; side < self->n_sides; side++)
    {
      const TwfWording *version = self->sides[side];
      g_autoptr (GArray) blocks = NULL;
      g_autoptr (TwfMoves) moves = NULL;

      if (!may_have_moves (version))
        continue;
      blocks = twf_blocks_new_for_match (
          self->base->tokens, version->tokens, lexicon->words, version->match);
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

static TwfRange
get_range (const TwfWording *version, guint from, guint to)
{
  TwfRange range = { find_line (version, from), 0, find_line (version, to) };

  range.last = to > from ? MIN (twf_wording_get_end (version, to - 1), range.end) : range.start;
  return range;
}

/* The gap of the base at which a side has its own words round @word. */
static guint
find_place (const TwfWording *version, guint word)
{
  const TwfHunk *hunks = (const TwfHunk *)(gconstpointer)version->hunks->data;
  guint low = 0;
  guint high = version->hunks->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (hunks[middle].y0 <= word)
        low = middle;
      else
        high = middle;
    }
  return low < version->hunks->len ? hunks[low].x0 : 0;
}

static gboolean
is_inside_hunk (const TwfWording *version, guint gap)
{
  const TwfHunk *hunk = twf_wording_find_hunk (version, gap);

  return hunk != NULL && hunk->x0 < gap && hunk->x1 > gap;
}

/* Where a side that did not move the paragraph has it. Returns: whether it can be told */
static gboolean
locate (const Finder *self, TwfMovedLines *paragraph, guint side)
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
has_same (const Finder *self, const TwfMovedLines *paragraph, guint side)
{
  const TwfRange *old = &paragraph->range;
  const TwfRange *range = &paragraph->ranges[side];

  return range->last - range->start == old->last - old->start
         && memcmp (self->sides[side]->tokens->text + range->start,
                    self->base->tokens->text + old->start,
                    old->last - old->start)
                == 0;
}

/* Only a paragraph that another side touched, or moved too, has to be followed: without that the
 * move is an insertion and a deletion. */
static gboolean
is_contested (const Finder *self, const TwfMovedLines *paragraph)
{
  for (guint side = 0; side < self->n_sides && paragraph->n_movers < 2; side++)
    if (!paragraph->moved[side] && !has_same (self, paragraph, side))
      return TRUE;
  return paragraph->n_movers > 1;
}

/* Returns: (transfer full) (nullable): the paragraph that @shifts, of several sides, move */
static TwfMovedLines *
make_moved_lines (const Finder *self, const Shift *shifts, guint n)
{
  TwfMovedLines *paragraph = g_new0 (TwfMovedLines, 1);
  gboolean known = TRUE;

  paragraph->x0 = shifts->x0;
  paragraph->x1 = shifts->x1;
  paragraph->range = get_range (self->base, shifts->x0, shifts->x1);
  paragraph->ranges = g_new0 (TwfRange, self->n_sides);
  paragraph->moved = g_new0 (gboolean, self->n_sides);
  paragraph->places = g_new0 (guint, self->n_sides);
  paragraph->n_movers = n;
  for (guint i = 0; i < n; i++)
    {
      paragraph->moved[shifts[i].side] = TRUE;
      paragraph->ranges[shifts[i].side]
          = get_range (self->sides[shifts[i].side], shifts[i].y0, shifts[i].y1);
      paragraph->places[shifts[i].side] = find_place (self->sides[shifts[i].side], shifts[i].y0);
    }
  for (guint side = 0; side < self->n_sides && known; side++)
    known = paragraph->moved[side] || locate (self, paragraph, side);
  if (known && is_contested (self, paragraph))
    return paragraph;
  moved_lines_free (paragraph);
  return NULL;
}

/**
 * twf_moved_lines_find:
 * @base: what the sides were made from
 * @sides: (array length=n_sides): the sides, aligned with @base
 * @n_sides: how many
 * @lexicon: that of them all
 *
 * Finds whole lines of @base that a side has elsewhere and that another side edited, deleted or has
 * elsewhere too, where each side's bytes of them can be told.
 *
 * Returns: (transfer full) (element-type TwfMovedLines): them, ascending, without overlaps
 */
GPtrArray *
twf_moved_lines_find (const TwfWording *base,
                      TwfWording *const *sides,
                      guint n_sides,
                      TwfLexicon *lexicon)
{
  const Finder self = { base, sides, n_sides };
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)moved_lines_free);
  g_autoptr (GArray) shifts = list_shifts (&self, lexicon);
  guint end = 0; /* of what lies before */

  for (guint i = 0, n; i < shifts->len; i += n)
    {
      const Shift *first = &g_array_index (shifts, Shift, i);
      TwfMovedLines *lines;
      gboolean overlaps = first->x0 < end;

      for (n = 1; i + n < shifts->len && first[n].x0 == first->x0 && first[n].x1 == first->x1; n++)
        ;
      overlaps |= i + n < shifts->len && first[n].x0 < first->x1;
      end = MAX (end, first->x1);
      lines = overlaps ? NULL : make_moved_lines (&self, first, n);
      if (lines != NULL)
        g_ptr_array_add (found, lines);
    }
  return found;
}
