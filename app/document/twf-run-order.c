/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-arabic.h"
#include "twf-runs.h"

#include <string.h>

/* Text that comes out of a page has the runs of a line as they stand from the left, though each run
 * by itself is in reading order. Where runs begin is not said: it may be anywhere, inside words
 * too. So the line is cut in every way that is at all likely, the pieces are put in the opposite
 * order, and the cut is chosen against which least speaks: words that do not exist, punctuation
 * that nothing stands before, letters glued to figures. The search is exact (dynamic programming
 * over the last piece). Nothing is chosen unless it is clearly better than the line as it stands.
 */

#define MOST_CUTS 80
#define NEVER 1000000

#define COST_UNKNOWN 30
#define COST_SEPARATE 4
#define COST_GLUE 3
#define COST_GLUE_WORD 25
#define COST_UNCUT_GAP 10
#define COST_STOP_FIRST 30
#define COST_COMMA_LAST 10
#define CLEARLY_BETTER 24

typedef struct
{
  int cost;
  gint16 before; /* index of the cut at which the piece before this one starts; -1: none */
  gint8 before_glued;
  gint8 glue; /* this piece's end joins the start of the one before it to one word */
} State;

typedef struct
{
  const TwfRuns *runs;
  guint cuts[MOST_CUTS + 2];
  int costs[MOST_CUTS + 2]; /* of cutting there */
  guint n;
  int *words;        /* up to a place: words that do not exist and end there or before */
  int *pairs;        /* up to a place: what speaks against neighbours */
  gboolean brackets; /* the line has a bracket that closes before any that opens */
  State *states;     /* by start, end and whether a piece of one word is glued already */
} Search;

static State *
get_state (Search *self, guint a, guint b, guint glued)
{
  return &self->states[(a * self->n + b) * 2 + glued];
}

static void
add_cut (Search *self, guint at, int cost)
{
  if (self->n > 0 && self->cuts[self->n - 1] == at)
    {
      self->costs[self->n - 1] = MIN (self->costs[self->n - 1], cost);
      return;
    }
  self->cuts[self->n] = at;
  self->costs[self->n++] = cost;
}

/* Whether letters of Arabic stand on one side of the spaces at @at and figures, Latin print or a
 * slash on the other: these are runs of their own wherever they stand. */
static gboolean
is_edge_of_script (const TwfRuns *runs, guint at)
{
  guint left = at, right = at;
  gboolean left_word, right_word;

  while (left > 0 && runs->kinds[left - 1] == TWF_SIGN_SPACE)
    left--;
  while (right < runs->length && runs->kinds[right] == TWF_SIGN_SPACE)
    right++;
  if (left == 0 || right == runs->length)
    return FALSE;
  left_word = runs->kinds[left - 1] == TWF_SIGN_WORD;
  right_word = runs->kinds[right] == TWF_SIGN_WORD;
  if (left_word == right_word)
    return FALSE;
  left = left_word ? right : left - 1;
  return runs->kinds[left] == TWF_SIGN_DIGIT || runs->kinds[left] == TWF_SIGN_LATIN
         || strchr ("/()", runs->signs[left] < 0x80 ? (int)runs->signs[left] : 'x') != NULL;
}

/* Whether the spaces at @at are behind a stop that has spaces in front of it too: reading order
 * has none there. */
static gboolean
is_lone_stop (const TwfRuns *runs, guint at)
{
  while (at > 0 && runs->kinds[at - 1] == TWF_SIGN_SPACE)
    at--;
  return at > 0 && runs->signs[at - 1] == '.' && (at == 1 || runs->kinds[at - 2] == TWF_SIGN_SPACE);
}

/* What it costs to cut before the sign at @at; NEVER where no cut can be. */
static int
weigh_cut (const TwfRuns *runs, guint at)
{
  TwfSign left = runs->kinds[at - 1];
  TwfSign right = runs->kinds[at];

  if (left == TWF_SIGN_BREAK)
    return 0;
  if (right == TWF_SIGN_BREAK)
    return NEVER;
  if (left == TWF_SIGN_SPACE || right == TWF_SIGN_SPACE)
    {
      guint gap = twf_runs_get_gap (runs, at);

      if (left == right)
        return NEVER;
      if (is_edge_of_script (runs, at) || is_lone_stop (runs, at))
        return 1;
      return gap >= 3 ? 2 : gap == 2 ? 6 : 14;
    }
  if (left != TWF_SIGN_WORD || right != TWF_SIGN_WORD)
    {
      if (left == right && left != TWF_SIGN_POINT)
        return NEVER;
      if (is_edge_of_script (runs, at))
        return 1;
      return left == TWF_SIGN_WORD || right == TWF_SIGN_WORD ? 4 : 3;
    }
  if (twf_arabic_is_mark (runs->signs[at]) || runs->ends[at] - runs->starts[at] < 3
      || twf_runs_knows (runs, runs->starts[at], runs->ends[at], 0, 0))
    return NEVER;
  return 5;
}

static gboolean
has_turned_brackets (const TwfRuns *runs)
{
  for (guint i = 0; i < runs->length; i++)
    if (runs->signs[i] == '(' || runs->signs[i] == ')')
      return runs->signs[i] == ')';
  return FALSE;
}

static gboolean
find_cuts (Search *self)
{
  add_cut (self, 0, 0);
  for (guint at = 1; at < self->runs->length; at++)
    {
      int cost = weigh_cut (self->runs, at);

      if (cost == NEVER)
        continue;
      if (self->n > MOST_CUTS)
        return FALSE;
      add_cut (self, at, cost);
    }
  add_cut (self, self->runs->length, 0);
  return self->n > 2;
}

static void
sum_up (Search *self)
{
  const TwfRuns *runs = self->runs;

  for (guint i = 1; i <= runs->length; i++)
    {
      gboolean word_ends = runs->kinds[i - 1] == TWF_SIGN_WORD && runs->ends[i - 1] == i;
      gboolean gap_ends = runs->kinds[i - 1] == TWF_SIGN_SPACE && runs->ends[i - 1] == i
                          && i < runs->length && runs->kinds[i] != TWF_SIGN_SPACE
                          && twf_runs_get_gap (runs, i) >= 3;

      self->words[i] = self->words[i - 1];
      self->pairs[i] = self->pairs[i - 1];
      if (word_ends && !twf_runs_knows (runs, runs->starts[i - 1], i, 0, 0))
        self->words[i] += COST_UNKNOWN;
      if (gap_ends)
        self->pairs[i] += COST_UNCUT_GAP;
      if (i > 1)
        self->pairs[i] += twf_runs_weigh_at (runs, i - 1);
    }
}

static guint
skip_spaces (const TwfRuns *runs, guint at, guint end)
{
  while (at + 1 < end && runs->kinds[at] == TWF_SIGN_SPACE)
    at++;
  return at;
}

static gboolean
is_stop (gunichar sign)
{
  return sign == '.' || sign == 0x61b || sign == 0x61f;
}

static gboolean
is_comma (gunichar sign)
{
  return sign == 0x60c || sign == 0x61b;
}

/* What speaks against a piece by itself; the words at its edges are weighed where it meets others.
 */
static int
weigh_inside (Search *self, guint start, guint end)
{
  const TwfRuns *runs = self->runs;
  guint first = runs->kinds[start] == TWF_SIGN_WORD ? runs->ends[start] : start;
  guint last = runs->kinds[end - 1] == TWF_SIGN_WORD ? runs->starts[end - 1] : end;
  guint inner = skip_spaces (runs, start, end);
  guint closing = end;
  int cost;

  /* The spaces at its edges are between pieces, not inside one. */
  while (closing > inner + 1 && runs->kinds[closing - 1] == TWF_SIGN_SPACE)
    closing--;
  cost = self->pairs[closing] - self->pairs[inner + 1];
  if (last > first)
    cost += self->words[last] - self->words[first];
  /* A stop in front of words is the end of another sentence, a run by itself. */
  first = skip_spaces (runs, start, end);
  if (first + 1 < end && is_stop (runs->signs[first])
      && runs->kinds[skip_spaces (runs, first + 1, end)] != TWF_SIGN_SPACE)
    cost += COST_STOP_FIRST;
  for (guint i = start; i < end && end - start > 1 && self->brackets; i++)
    cost += runs->signs[i] == '(' || runs->signs[i] == ')' ? COST_STOP_FIRST : 0;
  /* A comma between two words without spaces stands between their runs. */
  if (end - start > 1 && end < runs->length && is_comma (runs->signs[end - 1])
      && runs->kinds[end - 2] == TWF_SIGN_WORD && runs->kinds[end] == TWF_SIGN_WORD)
    cost += COST_COMMA_LAST;
  return cost;
}

/* The word, or part of one, at the start of a piece, and at its end; empty if there is none. */
static void
find_first_word (const TwfRuns *runs, guint start, guint end, guint *word_end)
{
  *word_end = runs->kinds[start] == TWF_SIGN_WORD ? MIN (runs->ends[start], end) : start;
}

static void
find_last_word (const TwfRuns *runs, guint start, guint end, guint *word_start, guint *word_end)
{
  *word_end = end - start > 1 && runs->kinds[end - 1] == TWF_SIGN_BREAK ? end - 1 : end;
  *word_start = runs->kinds[*word_end - 1] == TWF_SIGN_WORD
                    ? MAX (runs->starts[*word_end - 1], start)
                    : *word_end;
}

static int
weigh_word (const TwfRuns *runs, guint start, guint end)
{
  return start == end || twf_runs_knows (runs, start, end, 0, 0) ? 0 : COST_UNKNOWN + 5;
}

static void
offer (State *state, int cost, guint before, guint before_glued, gboolean glue)
{
  if (cost >= state->cost)
    return;
  *state = (State){ cost, (gint16)before, (gint8)before_glued, (gint8)glue };
}

/* The last word of one piece and the first of the next as a phrase, whosever spaces are between. */
static int
weigh_meeting (const TwfRuns *runs, guint start, guint end, guint next, guint stop)
{
  guint first = skip_spaces (runs, next, stop);

  while (end > start && runs->kinds[end - 1] == TWF_SIGN_SPACE)
    end--;
  if (end == start || runs->kinds[end - 1] != TWF_SIGN_WORD || runs->kinds[first] != TWF_SIGN_WORD)
    return 0;
  return twf_runs_weigh_phrase (
      runs, MAX (runs->starts[end - 1], start), end, first, MIN (runs->ends[first], stop));
}

/* Two pieces that make one word. A long one that is a word already is not likely to be a piece. */
static int
weigh_glue (const TwfRuns *runs, guint left, guint left_end, guint right, guint right_end)
{
  gboolean word = (left_end - left >= 5 && twf_runs_knows (runs, left, left_end, 0, 0))
                  || (right_end - right >= 5 && twf_runs_knows (runs, right, right_end, 0, 0));

  /* A conjunction is one letter before any word. */
  if (left_end - left == 1 && (runs->signs[left] == 0x648 || runs->signs[left] == 0x641))
    word = FALSE;
  return word ? COST_GLUE_WORD : COST_GLUE;
}

/* Puts the piece from cut @b to cut @d before the piece from @a to @b. */
static void
extend (Search *self, guint a, guint b, guint d, guint glued)
{
  const TwfRuns *runs = self->runs;
  guint start = self->cuts[b], end = self->cuts[d], next = self->cuts[a];
  int base = get_state (self, a, b, glued)->cost + self->costs[b] + weigh_inside (self, start, end);
  guint left, left_end, right_end, meets;
  gboolean whole;

  find_last_word (runs, start, end, &left, &left_end);
  find_first_word (runs, next, start, &right_end);
  /* A piece that is one word, or part of one, is weighed once: when it meets what stands before. */
  whole = left == start && left < left_end;
  meets = skip_spaces (runs, next, start);
  if (runs->kinds[meets] == TWF_SIGN_POINT && runs->kinds[end - 1] == TWF_SIGN_POINT)
    base += twf_runs_weigh_pair (runs, end - 1, meets);
  if (left < left_end && next < right_end)
    {
      if (!(glued && right_end == start) && twf_runs_knows (runs, left, left_end, next, right_end))
        offer (get_state (self, b, d, whole),
               base + weigh_glue (runs, left, left_end, next, right_end),
               a,
               glued,
               TRUE);
      base += COST_SEPARATE;
    }
  /* Tatweel said that the last letter joins another. */
  if (runs->kinds[end - 1] == TWF_SIGN_BREAK)
    base += COST_UNKNOWN;
  base += weigh_meeting (runs, start, end, next, start);
  if (!glued)
    base += weigh_word (runs, next, right_end);
  if (!whole)
    base += weigh_word (runs, left, left_end);
  offer (get_state (self, b, d, 0), base, a, glued, FALSE);
}

static void
begin (Search *self, guint b)
{
  const TwfRuns *runs = self->runs;
  guint end = self->cuts[b], left, left_end;
  int cost = weigh_inside (self, 0, end) + twf_runs_weigh_pair (runs, end - 1, runs->length);

  find_last_word (runs, 0, end, &left, &left_end);
  if (left > 0)
    cost += weigh_word (runs, left, left_end);
  offer (get_state (self, 0, b, 0), cost, 0, 0, FALSE);
  get_state (self, 0, b, 0)->before = -1;
}

static int
finish (Search *self, guint a, guint glued)
{
  const TwfRuns *runs = self->runs;
  guint start = skip_spaces (runs, self->cuts[a], runs->length);
  int cost = get_state (self, a, self->n - 1, glued)->cost;
  guint word_end;

  find_first_word (runs, start, runs->length, &word_end);
  cost += twf_runs_weigh_pair (runs, runs->length, start);
  return cost + (glued ? 0 : weigh_word (runs, start, word_end));
}

static void
append_piece (const TwfRuns *runs, GString *out, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (runs->kinds[i] != TWF_SIGN_BREAK)
      g_string_append_unichar (out, runs->signs[i]);
    else if (i + 1 < end)
      g_string_append_c (out, ' ');
}

static char *
spell_out (Search *self, guint a, guint glued)
{
  GString *out = g_string_new (NULL);
  int start = (int)a, end = (int)self->n - 1;

  while (start >= 0)
    {
      const State *state = get_state (self, (guint)start, (guint)end, glued);

      append_piece (self->runs, out, self->cuts[start], self->cuts[end]);
      if (!state->glue)
        g_string_append_c (out, ' ');
      glued = (guint)state->before_glued;
      end = start;
      start = state->before;
    }
  return g_string_free (out, FALSE);
}

static char *
search (Search *self)
{
  guint best = 0, best_glued = 0;
  int least = NEVER;

  for (guint b = 1; b < self->n; b++)
    begin (self, b);
  for (guint b = 1; b + 1 < self->n; b++)
    for (guint a = 0; a < b; a++)
      for (guint glued = 0; glued < 2; glued++)
        if (get_state (self, a, b, glued)->cost < NEVER)
          for (guint d = b + 1; d < self->n; d++)
            extend (self, a, b, d, glued);
  for (guint a = 1; a + 1 < self->n; a++)
    for (guint glued = 0; glued < 2; glued++)
      {
        int cost = get_state (self, a, self->n - 1, glued)->cost < NEVER ? finish (self, a, glued)
                                                                         : NEVER;

        if (cost < least)
          {
            least = cost;
            best = a;
            best_glued = glued;
          }
      }
  if (least == NEVER || least + CLEARLY_BETTER > twf_runs_weigh_line (self->runs))
    return NULL;
  return spell_out (self, best, best_glued);
}

/**
 * twf_runs_dup_reordered:
 *
 * Looks for the runs of a line that stands in display order, and puts them in reading order.
 *
 * Returns: (transfer full) (nullable): the line in reading order, its spaces not yet tidy; %NULL
 *   if no order is clearly better than the one it has
 */
char *
twf_runs_dup_reordered (const TwfRuns *self)
{
  Search whole = { .runs = self };
  char *found = NULL;

  /* Known phrases speak for a line, but not for a word in it that does not exist. */
  if (self->length == 0
      || (twf_runs_weigh_line (self) < CLEARLY_BETTER && twf_runs_count_unknown (self) == 0)
      || !find_cuts (&whole))
    return NULL;
  whole.words = g_new0 (int, self->length + 1);
  whole.pairs = g_new0 (int, self->length + 2);
  whole.states = g_new (State, (gsize)whole.n * whole.n * 2);
  for (gsize i = 0; i < (gsize)whole.n * whole.n * 2; i++)
    whole.states[i] = (State){ NEVER, -1, 0, 0 };
  whole.brackets = has_turned_brackets (self);
  sum_up (&whole);
  found = search (&whole);
  g_free (whole.words);
  g_free (whole.pairs);
  g_free (whole.states);
  return found;
}
