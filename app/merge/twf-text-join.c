/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-text-join.h"

enum
{
  MOST_WORDS = 3, /* that one edit takes or puts, before it is a passage rewritten */
};

typedef struct
{
  const TwfWording *base;
  TwfWording *const *sides;
  guint n_sides;
  TwfGrain grain;
  TwfTextJoin *join;
} Joiner;

/**
 * twf_text_join_free:
 * @self: a join
 */
void
twf_text_join_free (TwfTextJoin *self)
{
  g_array_unref (self->hunks);
  g_array_unref (self->edits);
  g_array_unref (self->passages);
  g_free (self);
}

static int
compare_uints (guint one, guint other)
{
  return one < other ? -1 : one > other;
}

/* By place, then by what is written: the same changes stand together, in an order that does not
 * depend on that of the sides. */
static gint
compare_hunks (gconstpointer one, gconstpointer other, gpointer data)
{
  const Joiner *self = data;
  const TwfSideHunk *a = one;
  const TwfSideHunk *b = other;
  guint n = a->hunk.y1 - a->hunk.y0;
  int order = compare_uints (a->hunk.x0, b->hunk.x0);

  if (order == 0)
    order = compare_uints (a->hunk.x1, b->hunk.x1);
  if (order == 0)
    order = compare_uints (n, b->hunk.y1 - b->hunk.y0);
  for (guint i = 0; order == 0 && i < n; i++)
    order = twf_wording_compare_words (
        self->sides[a->side], a->hunk.y0 + i, self->sides[b->side], b->hunk.y0 + i);
  return order;
}

static gboolean
are_same (Joiner *self, const TwfSideHunk *one, const TwfSideHunk *other)
{
  return compare_hunks (one, other, self) == 0;
}

/* Folds what several sides did alike. */
static void
collect_edits (Joiner *self)
{
  GArray *hunks = self->join->hunks;
  const TwfSideHunk *items;

  for (guint side = 0; side < self->n_sides; side++)
    for (guint i = 0; i < self->sides[side]->hunks->len; i++)
      {
        TwfSideHunk item = { g_array_index (self->sides[side]->hunks, TwfHunk, i), side };

        g_array_append_val (hunks, item);
      }
  /* Stable: equal ones stay ascending by side. */
  g_array_sort_with_data (hunks, compare_hunks, self);
  items = (const TwfSideHunk *)(gconstpointer)hunks->data;
  for (guint i = 0, n; i < hunks->len; i += n)
    {
      TwfTextEdit edit = { &items[i], 1, TRUE };

      for (n = 1; i + n < hunks->len && are_same (self, &items[i], &items[i + n]); n++)
        edit.n_owners++;
      g_array_append_val (self->join->edits, edit);
    }
}

static const TwfHunk *
get_hunk (Joiner *self, guint edit)
{
  return &g_array_index (self->join->edits, TwfTextEdit, edit).owners[0].hunk;
}

static gboolean
only_delete (Joiner *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (get_hunk (self, i)->y0 < get_hunk (self, i)->y1)
      return FALSE;
  return TRUE;
}

/* Whether a hunk is a passage that was rewritten, rather than some words exchanged. */
static gboolean
is_rewritten (const TwfHunk *hunk)
{
  return MAX (hunk->x1 - hunk->x0, hunk->y1 - hunk->y0) > MOST_WORDS;
}

/* Whether two edits side by side, one of which only inserts, put the same word there. */
static gboolean
put_same_word (Joiner *self, guint one, guint other)
{
  const TwfSideHunk *a = g_array_index (self->join->edits, TwfTextEdit, one).owners;
  const TwfSideHunk *b = g_array_index (self->join->edits, TwfTextEdit, other).owners;

  if (a->hunk.x0 < a->hunk.x1 && b->hunk.x0 < b->hunk.x1)
    return FALSE;
  for (guint y = a->hunk.y0; y < a->hunk.y1; y++)
    for (guint z = b->hunk.y0; z < b->hunk.y1; z++)
      if (twf_wording_get_symbol (self->sides[a->side], y)
          == twf_wording_get_symbol (self->sides[b->side], z))
        return TRUE;
  return FALSE;
}

/* Edits touch where one has words of the other, and where both insert at one place. Those that
 * stand side by side do not, unless a passage was rewritten: its end is no longer the place that
 * the other side meant. Between paragraphs it is. */
static gboolean
touches (Joiner *self, guint from, guint edit, guint end)
{
  const TwfHunk *hunk = get_hunk (self, edit);

  if (hunk->x0 != end)
    return hunk->x0 < end;
  for (guint i = from; i < edit; i++)
    {
      const TwfHunk *other = get_hunk (self, i);

      if (other->x1 != end)
        continue;
      if (hunk->x0 == hunk->x1 && other->x0 == other->x1)
        return TRUE;
      if (self->base->grains[end] < TWF_GRAIN_PARAGRAPH
          && (is_rewritten (hunk) || is_rewritten (other) || put_same_word (self, i, edit)))
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_text_join_add_passage:
 * @self: a join whose edits are known
 * @from: the first edit of it
 * @to: the edit behind the last of it
 *
 * Makes an undecided passage of edits that follow each other.
 */
void
twf_text_join_add_passage (TwfTextJoin *self, guint from, guint to)
{
  const TwfTextEdit *edits = (const TwfTextEdit *)(gconstpointer)self->edits->data;
  TwfPassage passage = { edits[from].owners[0].hunk.x0, 0, FALSE, FALSE };

  for (guint i = from; i < to; i++)
    passage.x1 = MAX (passage.x1, edits[i].owners[0].hunk.x1);
  for (guint i = from; i < to; i++)
    {
      const TwfHunk *hunk = &edits[i].owners[0].hunk;

      passage.with_first |= hunk->x0 == hunk->x1 && hunk->x0 == passage.x0;
      passage.with_last |= hunk->x0 == hunk->x1 && hunk->x0 == passage.x1;
    }
  g_array_append_val (self->passages, passage);
}

static void
find_clashes (Joiner *self)
{
  guint n = self->join->edits->len;

  for (guint from = 0, to; from < n; from = to)
    {
      guint end = get_hunk (self, from)->x1;

      for (to = from + 1; to < n && touches (self, from, to, end); to++)
        end = MAX (end, get_hunk (self, to)->x1);
      /* What one side deleted and another deleted with more around it is deleted. */
      if (to - from > 1 && !only_delete (self, from, to))
        twf_text_join_add_passage (self->join, from, to);
    }
}

/**
 * twf_passage_has_hunk:
 * @self: an undecided passage
 * @hunk: a hunk
 *
 * Returns: whether @hunk is part of the passage
 */
gboolean
twf_passage_has_hunk (const TwfPassage *self, const TwfHunk *hunk)
{
  if (hunk->x0 < hunk->x1)
    return hunk->x0 < self->x1 && hunk->x1 > self->x0;
  return (hunk->x0 > self->x0 && hunk->x0 < self->x1) || (self->with_first && hunk->x0 == self->x0)
         || (self->with_last && hunk->x0 == self->x1);
}

/* Words that @version inserts at an end of the passage are part of it where they belong to one
 * sentence with what is inside. */
static gboolean
take_insertion (Joiner *self, TwfPassage *passage, const TwfWording *version, const TwfHunk *hunk)
{
  gboolean open_start = version->grains[hunk->y0] < self->grain;
  gboolean open_end = version->grains[hunk->y1] < self->grain;
  TwfPassage old = *passage;

  if (hunk->x0 == passage->x0 && open_end)
    passage->with_first = TRUE;
  if (hunk->x0 == passage->x1 && open_start)
    passage->with_last = TRUE;
  if (!twf_passage_has_hunk (passage, hunk))
    return FALSE;
  if (hunk->x0 == passage->x0 && open_start && passage->x0 > 0)
    {
      /* Where the passage was but a gap, that is now its last one. */
      passage->with_last |= passage->x1 == hunk->x0;
      passage->with_first = FALSE;
      passage->x0--;
    }
  else if (hunk->x0 == passage->x1 && open_end && passage->x1 < twf_wording_get_length (self->base))
    {
      passage->with_first |= passage->x0 == hunk->x0;
      passage->with_last = FALSE;
      passage->x1++;
    }
  return old.x0 != passage->x0 || old.x1 != passage->x1 || old.with_first != passage->with_first
         || old.with_last != passage->with_last;
}

static gboolean
take_hunks (Joiner *self, TwfPassage *passage, const TwfWording *version)
{
  const guint gaps[] = { passage->x0, passage->x1 };
  const TwfHunk *end;
  gboolean changed = FALSE;

  if (version->hunks->len == 0)
    return FALSE;
  end = (const TwfHunk *)(gconstpointer)version->hunks->data + version->hunks->len;
  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    for (const TwfHunk *hunk = twf_wording_find_hunk (version, gaps[i]);
         hunk != NULL && hunk < end && hunk->x0 <= gaps[i];
         hunk++)
      {
        if (hunk->x0 == hunk->x1)
          changed |= take_insertion (self, passage, version, hunk);
        else if (hunk->x0 < passage->x0 && hunk->x1 > passage->x0)
          {
            passage->x0 = hunk->x0;
            passage->with_first = FALSE;
            changed = TRUE;
          }
        if (hunk->x0 < passage->x1 && hunk->x1 > passage->x1)
          {
            passage->x1 = hunk->x1;
            passage->with_last = FALSE;
            changed = TRUE;
          }
      }
  return changed;
}

/* Widens a passage to whole clauses, sentences or lines, as people choose between, and to whole
 * hunks. */
static void
widen (Joiner *self, TwfPassage *passage)
{
  const guint8 *grains = self->base->grains;
  gboolean insertion = passage->x0 == passage->x1;
  gboolean changed;

  do
    {
      changed = FALSE;
      while (!insertion && grains[passage->x0] < self->grain)
        {
          passage->x0--;
          passage->with_first = FALSE;
        }
      while (!insertion && grains[passage->x1] < self->grain)
        {
          passage->x1++;
          passage->with_last = FALSE;
        }
      for (guint side = 0; side < self->n_sides; side++)
        changed |= take_hunks (self, passage, self->sides[side]);
      insertion = passage->x0 == passage->x1;
    }
  while (changed);
}

static gboolean
meet (const TwfPassage *one, const TwfPassage *next)
{
  return next->x0 < one->x1
         || (next->x0 == one->x1 && (one->with_last || one->x0 == one->x1) && next->with_first);
}

/* Joins passages that came to touch the same words. Returns: whether there were any. */
static gboolean
unite (GArray *passages)
{
  TwfPassage *items = (TwfPassage *)(gpointer)passages->data;
  guint kept = 0;

  for (guint i = 0; i < passages->len; i++)
    {
      if (kept == 0 || !meet (&items[kept - 1], &items[i]))
        {
          items[kept++] = items[i];
          continue;
        }
      if (items[i].x1 >= items[kept - 1].x1)
        items[kept - 1].with_last = items[i].with_last;
      if (items[i].x0 == items[kept - 1].x0)
        items[kept - 1].with_first |= items[i].with_first;
      items[kept - 1].x1 = MAX (items[kept - 1].x1, items[i].x1);
    }
  if (kept == passages->len)
    return FALSE;
  g_array_set_size (passages, kept);
  return TRUE;
}

static gint
by_place (gconstpointer one, gconstpointer other)
{
  const TwfPassage *a = one;
  const TwfPassage *b = other;
  int order = compare_uints (a->x0, b->x0);

  return order != 0 ? order : compare_uints (a->x1, b->x1);
}

static void
widen_all (Joiner *self)
{
  GArray *passages = self->join->passages;

  do
    {
      for (guint i = 0; i < passages->len; i++)
        widen (self, &g_array_index (passages, TwfPassage, i));
      g_array_sort (passages, by_place);
    }
  while (unite (passages));
}

static void
mark_undecided (Joiner *self)
{
  guint at = 0;

  for (guint i = 0; i < self->join->edits->len; i++)
    {
      TwfTextEdit *edit = &g_array_index (self->join->edits, TwfTextEdit, i);
      const TwfHunk *hunk = &edit->owners[0].hunk;

      while (at < self->join->passages->len
             && g_array_index (self->join->passages, TwfPassage, at).x1 < hunk->x0)
        at++;
      for (guint k = at; k < self->join->passages->len && k < at + 2; k++)
        if (twf_passage_has_hunk (&g_array_index (self->join->passages, TwfPassage, k), hunk))
          edit->joined = FALSE;
    }
}

/**
 * twf_text_join_new:
 * @base: what the sides were made from
 * @sides: (array length=n_sides): the sides, aligned with @base
 * @n_sides: how many
 * @grain: what undecided passages are widened to
 *
 * Decides which changes stand together and which cannot.
 *
 * Returns: (transfer full): the decisions
 */
TwfTextJoin *
twf_text_join_new (const TwfWording *base, TwfWording *const *sides, guint n_sides, TwfGrain grain)
{
  TwfTextJoin *join = g_new (TwfTextJoin, 1);
  Joiner self = { base, sides, n_sides, grain, join };

  join->hunks = g_array_new (FALSE, FALSE, sizeof (TwfSideHunk));
  join->edits = g_array_new (FALSE, FALSE, sizeof (TwfTextEdit));
  join->passages = g_array_new (FALSE, FALSE, sizeof (TwfPassage));
  join->forms_from = 0;
  join->forms_to = G_MAXUINT;
  collect_edits (&self);
  find_clashes (&self);
  twf_text_join_add_rivals (join, base, sides, n_sides);
  widen_all (&self);
  mark_undecided (&self);
  return join;
}
