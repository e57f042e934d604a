/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-myers.h"

#include <string.h>

/* In the edit graph x counts the words of the old sequence and y those of the new one; diagonal k
 * holds the points with x - y = k. */
typedef struct
{
  const guint32 *old_words;
  const guint32 *new_words;
  guint32 *match;
  gint64 budget; /* steps that may still be taken */
  gint32 *forth; /* by diagonal: the greatest x reached from the start */
  gint32 *back;  /* by diagonal: the least x reached from the end */
} Search;

/* A part of both sequences. */
typedef struct
{
  gint32 x0, x1;
  gint32 y0, y1;
} Box;

/* One more step of all paths from the start of @box; TRUE where one meets a path from the end.
 *
 * A path comes to diagonal k from k + 1, a word inserted, or from k - 1, a word deleted, whichever
 * is farther. Beyond the outermost paths stands what is never farther. */
static gboolean
step_forth (Search *self, const Box *box, gint32 d, gint32 *x_met, gint32 *y_met)
{
  const guint32 *olds = self->old_words + box->x0;
  const guint32 *news = self->new_words + box->y0;
  const gint32 *back = self->back;
  gint32 *forth = self->forth;
  const gint32 n = box->x1 - box->x0;
  const gint32 m = box->y1 - box->y0;
  const gint32 delta = n - m;
  const gint32 least = d > m ? d - 2 * m : -d;
  const gint32 most = d > n ? 2 * n - d : d;
  const gint32 met_from = (delta & 1) != 0 ? delta - (d - 1) : G_MAXINT32;
  const gint32 met_to = delta + (d - 1);
  gint64 steps = most - least + 2;

  if (least == -d)
    forth[-d - 1] = d == 0 ? -1 : -2;
  if (most == d)
    forth[d + 1] = -2;
  for (gint32 k = least; k <= most; k += 2)
    {
      const gint32 from = MAX (forth[k - 1] + 1, forth[k + 1]);
      gint32 x = from;

      while (x < n && x - k < m && olds[x] == news[x - k])
        x++;
      forth[k] = x;
      steps += x - from;
      if (k >= met_from && k <= met_to && back[k] <= x)
        {
          self->budget -= steps;
          *x_met = x;
          *y_met = x - k;
          return TRUE;
        }
    }
  self->budget -= steps;
  return FALSE;
}

/* The same from the end. */
static gboolean
step_back (Search *self, const Box *box, gint32 d, gint32 *x_met, gint32 *y_met)
{
  const guint32 *olds = self->old_words + box->x0;
  const guint32 *news = self->new_words + box->y0;
  const gint32 *forth = self->forth;
  gint32 *back = self->back;
  const gint32 n = box->x1 - box->x0;
  const gint32 m = box->y1 - box->y0;
  const gint32 delta = n - m;
  const gint32 least = (d > n ? d - 2 * n : -d) + delta;
  const gint32 most = (d > m ? 2 * m - d : d) + delta;
  const gint32 met_from = (delta & 1) == 0 ? -d : G_MAXINT32;
  gint64 steps = most - least + 2;

  if (least == -d + delta)
    back[least - 1] = n + 2;
  if (most == d + delta)
    back[most + 1] = d == 0 ? n + 1 : n + 2;
  for (gint32 k = least; k <= most; k += 2)
    {
      const gint32 from = MIN (back[k - 1], back[k + 1] - 1);
      gint32 x = from;

      while (x > 0 && x - k > 0 && olds[x - 1] == news[x - k - 1])
        x--;
      back[k] = x;
      steps += from - x;
      if (k >= met_from && k <= d && x <= forth[k])
        {
          self->budget -= steps;
          *x_met = x;
          *y_met = x - k;
          return TRUE;
        }
    }
  self->budget -= steps;
  return FALSE;
}

/* A point that a shortest path through @box passes; FALSE when the budget is spent before. */
static gboolean
find_middle (Search *self, const Box *box, gint32 *x, gint32 *y)
{
  for (gint32 d = 0; self->budget > 0; d++)
    if (step_forth (self, box, d, x, y) || step_back (self, box, d, x, y))
      {
        *x += box->x0;
        *y += box->y0;
        return TRUE;
      }
  return FALSE;
}

/* Takes the words that are equal at both ends of @box out of it, as pairs. */
static void
trim (Search *self, Box *box)
{
  while (box->x0 < box->x1 && box->y0 < box->y1
         && self->old_words[box->x0] == self->new_words[box->y0])
    self->match[box->x0++] = (guint32)box->y0++;
  while (box->x0 < box->x1 && box->y0 < box->y1
         && self->old_words[box->x1 - 1] == self->new_words[box->y1 - 1])
    self->match[--box->x1] = (guint32)--box->y1;
}

/* Each part has half the edits of @box, so that the recursion is no deeper than the logarithm of
 * their number; the second part is looped over. */
static gboolean
search (Search *self, Box box)
{
  for (;;)
    {
      gint32 x, y;

      trim (self, &box);
      if (box.x0 == box.x1 || box.y0 == box.y1)
        return TRUE;
      if (!find_middle (self, &box, &x, &y))
        return FALSE;
      if (!search (self, (Box){ box.x0, x, box.y0, y }))
        return FALSE;
      box.x0 = x;
      box.y0 = y;
    }
}

/**
 * twf_myers_match:
 * @old_words: symbols of words
 * @n_old: how many
 * @new_words: symbols of words
 * @n_new: how many
 * @budget: (inout): steps after which the search is given up; those taken are subtracted
 * @match: (out caller-allocates) (array length=n_old): for each old word the index of the new one
 * it is paired with, ascending; %TWF_NO_MATCH for the others
 *
 * Finds a longest common subsequence: E. W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations", Algorithmica 1 (1986), in its linear space, with what is equal at both ends taken
 * off first. Time grows with the length times the number of edits, so that two texts that have
 * little in common cost the square of their length: hence the budget.
 *
 * Returns: whether it was found within @budget; if not, @match holds no pairs
 */
gboolean
twf_myers_match (const guint32 *old_words,
                 guint n_old,
                 const guint32 *new_words,
                 guint n_new,
                 gint64 *budget,
                 guint32 *match)
{
  g_autofree gint32 *forth = NULL;
  g_autofree gint32 *back = NULL;
  Search self = { old_words, new_words, match, *budget, NULL, NULL };
  gboolean found;
  Box box = { 0, (gint32)n_old, 0, (gint32)n_new };

  memset (match, 0xff, n_old * sizeof *match);
  trim (&self, &box);
  if (box.x0 == box.x1 || box.y0 == box.y1)
    return TRUE;
  /* Diagonals go from -m to n, and a step looks at one more on each side. */
  forth = g_new0 (gint32, (gsize)(box.x1 - box.x0) + (gsize)(box.y1 - box.y0) + 3);
  back = g_new0 (gint32, (gsize)(box.x1 - box.x0) + (gsize)(box.y1 - box.y0) + 3);
  self.forth = forth + (box.y1 - box.y0) + 1;
  self.back = back + (box.y1 - box.y0) + 1;
  found = search (&self, box);
  *budget = self.budget;
  if (!found)
    memset (match, 0xff, n_old * sizeof *match);
  return found;
}
