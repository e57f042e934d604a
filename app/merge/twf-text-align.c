/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-wording.h"

#include "twf-match.h"

enum
{
  FARTHEST_SLIDE = 256,
};

static void
collect_hunks (GArray *hunks, const guint32 *match, guint n_old, guint n_new)
{
  guint x = 0, y = 0;

  for (guint at = 0; at <= n_old; at++)
    {
      guint there = at < n_old ? match[at] : n_new;
      TwfHunk hunk = { x, at, y, there };

      if (there == TWF_NO_MATCH)
        continue;
      if (hunk.x0 < hunk.x1 || hunk.y0 < hunk.y1)
        g_array_append_val (hunks, hunk);
      x = at + 1;
      y = there + 1;
    }
}

/* How well words stand by themselves. */
static guint
score (const TwfWording *version, guint start, guint end)
{
  return 2u * version->grains[start] + version->grains[end];
}

/* Words that came or went can often stand one word earlier or later: in "a, b, c" the "b" came as
 * ", b" or as "b,". Moves them to where something begins, else to the first place. @version is the
 * text that has them, from @start up to @end; they may go back to @least and forth to @most.
 *
 * Returns: how far to move them */
static gint
find_slide (const TwfWording *version, guint start, guint end, guint least, guint most)
{
  const guint32 *words = version->tokens->words;
  guint length = end - start;
  guint first = start;
  guint best, best_score = 0;

  while (first > least && start - first < FARTHEST_SLIDE
         && words[first - 1] == words[first + length - 1])
    first--;
  best = first;
  for (guint at = first;; at++)
    {
      if (score (version, at, at + length) > best_score)
        {
          best = at;
          best_score = score (version, at, at + length);
        }
      if (at + length >= most || at >= first + 2 * FARTHEST_SLIDE
          || words[at] != words[at + length])
        break;
    }
  return (gint)best - (gint)start;
}

static void
slide_all (GArray *hunks, const TwfWording *base, const TwfWording *self)
{
  guint n_old = twf_wording_get_length (base);
  guint n_new = twf_wording_get_length (self);

  for (guint i = 0; i < hunks->len; i++)
    {
      TwfHunk *hunk = &g_array_index (hunks, TwfHunk, i);
      const TwfHunk *before = i > 0 ? hunk - 1 : NULL;
      const TwfHunk *after = i + 1 < hunks->len ? hunk + 1 : NULL;
      gint by = 0;

      /* A word stays between two hunks, so that they remain two. */
      if (hunk->x0 == hunk->x1)
        by = find_slide (self,
                         hunk->y0,
                         hunk->y1,
                         before != NULL ? before->y1 + 1 : 0,
                         after != NULL ? after->y0 - 1 : n_new);
      else if (hunk->y0 == hunk->y1)
        by = find_slide (base,
                         hunk->x0,
                         hunk->x1,
                         before != NULL ? before->x1 + 1 : 0,
                         after != NULL ? after->x0 - 1 : n_old);
      hunk->x0 = (guint)((gint)hunk->x0 + by);
      hunk->x1 = (guint)((gint)hunk->x1 + by);
      hunk->y0 = (guint)((gint)hunk->y0 + by);
      hunk->y1 = (guint)((gint)hunk->y1 + by);
    }
}

/* The gaps within a range at which something as large as @grain ends. */
static GArray *
find_ends (const TwfWording *version, guint from, guint to, TwfGrain grain)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint gap = from + 1; gap < to; gap++)
    if (version->grains[gap] >= grain)
      g_array_append_val (ends, gap);
  return ends;
}

/* Cuts a passage that was rewritten at @grain where both texts have as many. Returns: whether. */
static gboolean
cut_hunk (GArray *cut,
          const TwfHunk *hunk,
          const TwfWording *base,
          const TwfWording *self,
          TwfGrain grain)
{
  g_autoptr (GArray) olds = find_ends (base, hunk->x0, hunk->x1, grain);
  g_autoptr (GArray) news = find_ends (self, hunk->y0, hunk->y1, grain);
  TwfHunk part = *hunk;

  if (olds->len == 0 || olds->len != news->len)
    return FALSE;
  for (guint i = 0; i <= olds->len; i++)
    {
      part.x1 = i < olds->len ? g_array_index (olds, guint, i) : hunk->x1;
      part.y1 = i < news->len ? g_array_index (news, guint, i) : hunk->y1;
      g_array_append_val (cut, part);
      part.x0 = part.x1;
      part.y0 = part.y1;
    }
  return TRUE;
}

/* A passage that was rewritten from end to end has as many paragraphs, or lines, as before where
 * it was translated or polished: each of them became one. */
static void
cut_all (GArray *hunks, const TwfWording *base, const TwfWording *self)
{
  g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (TwfHunk));

  for (guint i = 0; i < hunks->len; i++)
    {
      const TwfHunk *hunk = &g_array_index (hunks, TwfHunk, i);

      if (hunk->x1 - hunk->x0 < 2 || hunk->y1 - hunk->y0 < 2
          || (!cut_hunk (cut, hunk, base, self, TWF_GRAIN_LINE)
              && !cut_hunk (cut, hunk, base, self, TWF_GRAIN_PARAGRAPH)))
        g_array_append_val (cut, *hunk);
    }
  g_array_set_size (hunks, 0);
  g_array_append_vals (hunks, cut->data, cut->len);
}

/**
 * twf_wording_align:
 * @self: a version
 * @base: what it was made from, of the same lexicon
 *
 * Finds what @self has of its own.
 */
void
twf_wording_align (TwfWording *self, const TwfWording *base)
{
  g_free (self->match);
  self->match = twf_match_words (base->tokens, self->tokens);
  g_array_set_size (self->hunks, 0);
  collect_hunks (
      self->hunks, self->match, twf_wording_get_length (base), twf_wording_get_length (self));
  slide_all (self->hunks, base, self);
  cut_all (self->hunks, base, self);
}
