/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-plan-comparison-private.h"

#include "twf-segments.h"

#include <string.h>

/* Fewer than this many rows take no less room when they are folded. */
#define LEAST_FOLDED 2

/**
 * twf_comparison_get_n_sides:
 * @self: a comparison
 *
 * Returns: 1 or 2
 */
guint
twf_comparison_get_n_sides (const TwfComparison *self)
{
  return self->n_sides;
}

/**
 * twf_comparison_get_language:
 * @self: a comparison
 *
 * Returns: (nullable): the language in which numbers are written
 */
const char *
twf_comparison_get_language (const TwfComparison *self)
{
  return self->language;
}

/**
 * twf_comparison_set_revisions:
 * @self: a comparison that was just made, and that nobody else has yet
 * @revisions: full ids of the base and the sides; "" before there was anything
 *
 * Notes down what was compared: names may stand for another revision later.
 */
void
twf_comparison_set_revisions (TwfComparison *self, const char *const *revisions)
{
  g_return_if_fail (g_strv_length ((char **)revisions) == self->n_sides + 1);

  g_strfreev (self->revisions);
  self->revisions = g_strdupv ((char **)revisions);
}

/**
 * twf_comparison_get_revisions:
 * @self: a comparison
 *
 * Returns: (nullable): what was compared, the base first, as twf_comparison_set_revisions()
 */
const char *const *
twf_comparison_get_revisions (const TwfComparison *self)
{
  return (const char *const *)self->revisions;
}

/**
 * twf_comparison_get_languages:
 * @self: a comparison
 *
 * Returns: (transfer none): the languages of all versions, the source language first
 */
const char *const *
twf_comparison_get_languages (const TwfComparison *self)
{
  return (const char *const *)self->languages;
}

/**
 * twf_comparison_get_rows:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type TwfRow): the rows: the plan itself, delegations that
 *   changed, then each section's heading and its provisions
 */
GPtrArray *
twf_comparison_get_rows (const TwfComparison *self)
{
  return self->rows;
}

/**
 * twf_row_concerns:
 * @change: a fact
 * @language: (nullable): a language
 *
 * Returns: whether it is about a text in @language, or about none; always where @language is %NULL
 */
gboolean
twf_row_concerns (const TwfChange *change, const char *language)
{
  return language == NULL || change->language == NULL || g_str_equal (change->language, language);
}

/**
 * twf_row_has_changed:
 * @self: a row
 * @language: (nullable): which texts are looked at; %NULL: all
 *
 * Returns: whether any side differs from the base here
 */
gboolean
twf_row_has_changed (const TwfRow *self, const char *language)
{
  for (guint side = 0; side < TWF_COMPARISON_SIDES && self->changes[side] != NULL; side++)
    for (guint i = 0; i < self->changes[side]->len; i++)
      if (twf_row_concerns (self->changes[side]->pdata[i], language))
        return TRUE;
  return FALSE;
}

/**
 * twf_row_has:
 * @self: a row
 * @side: from 0
 * @kind: of a fact
 *
 * Returns: whether such a fact stands in the row
 */
gboolean
twf_row_has (const TwfRow *self, guint side, TwfChangeKind kind)
{
  if (self->changes[side] == NULL)
    return FALSE;
  for (guint i = 0; i < self->changes[side]->len; i++)
    if (((TwfChange *)self->changes[side]->pdata[i])->kind == kind)
      return TRUE;
  return FALSE;
}

/**
 * twf_row_shows:
 * @self: a row
 * @text: one of its texts
 * @side: from 0
 * @language: (nullable): which texts are looked at; %NULL: all
 *
 * Returns: whether a reader wants to see it: it changed; or none did, and it says what the row is
 *   about
 */
gboolean
twf_row_shows (const TwfRow *self, const TwfRowText *text, guint side, const char *language)
{
  if (language != NULL && !g_str_equal (text->language, language))
    return FALSE;
  if (text->runs[side] != NULL)
    return TRUE;
  if (text->part != TWF_PART_BODY)
    return FALSE;
  for (guint i = 0; i < self->texts->len; i++)
    {
      const TwfRowText *other = self->texts->pdata[i];

      if (other->part == TWF_PART_BODY && other->runs[side] != NULL
          && (language == NULL || g_str_equal (other->language, language)))
        return FALSE;
    }
  return TRUE;
}

/* What moved is still there. */
static gboolean
has_deleted_words (const TwfRowText *text, guint side)
{
  for (guint i = 0; text->runs[side] != NULL && i < text->runs[side]->len; i++)
    {
      const TwfRun *run = text->runs[side]->pdata[i];

      if (run->kind == TWF_RUN_DELETED && (run->move == 0 || run->edited))
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_row_has_lost:
 * @self: a row
 * @language: (nullable): which texts are looked at; %NULL: all
 *
 * Returns: whether words of the base, or all of it, are gone in any side; what moved is not gone
 */
gboolean
twf_row_has_lost (const TwfRow *self, const char *language)
{
  for (guint side = 0; side < TWF_COMPARISON_SIDES && self->changes[side] != NULL; side++)
    {
      /* What was there in another language alone is gone for all. */
      if (twf_row_has (self, side, TWF_CHANGE_REMOVED))
        return TRUE;
      for (guint i = 0; i < self->texts->len; i++)
        {
          const TwfRowText *text = self->texts->pdata[i];

          if ((language == NULL || g_str_equal (text->language, language))
              && has_deleted_words (text, side))
            return TRUE;
        }
    }
  return FALSE;
}

static void
count_words (const TwfRowText *text, guint side, TwfComparisonCounts *counts)
{
  for (guint i = 0; text->runs[side] != NULL && i < text->runs[side]->len; i++)
    {
      const TwfRun *run = text->runs[side]->pdata[i];

      if (run->kind == TWF_RUN_EQUAL || (run->move > 0 && !run->edited))
        continue;
      *(run->kind == TWF_RUN_INSERTED ? &counts->inserted : &counts->deleted)
          += twf_text_count_words (run->text, text->language);
    }
}

static void
count_provision (const TwfRow *row, guint side, const char *language, TwfComparisonCounts *counts)
{
  gboolean edited = FALSE;

  if (row->numbers[0] == NULL || row->numbers[side + 1] == NULL)
    {
      counts->added += row->numbers[0] == NULL && row->numbers[side + 1] != NULL;
      counts->removed += row->numbers[0] != NULL && row->numbers[side + 1] == NULL;
      return;
    }
  for (guint i = 0; i < row->changes[side]->len; i++)
    {
      const TwfChange *change = row->changes[side]->pdata[i];

      counts->moved += change->kind == TWF_CHANGE_MOVED;
      edited = edited
               || ((change->kind == TWF_CHANGE_TEXT || change->kind == TWF_CHANGE_FIELD)
                   && twf_row_concerns (change, language));
    }
  counts->edited += edited;
}

/**
 * twf_comparison_count:
 * @self: a comparison
 * @side: from 0
 * @language: (nullable): texts of one language; %NULL: of all
 * @counts: (out caller-allocates): how much the side differs from the base
 */
void
twf_comparison_count (const TwfComparison *self,
                      guint side,
                      const char *language,
                      TwfComparisonCounts *counts)
{
  memset (counts, 0, sizeof *counts);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const TwfRow *row = self->rows->pdata[i];

      for (guint t = 0; t < row->texts->len; t++)
        {
          const TwfRowText *text = row->texts->pdata[t];

          if (language == NULL || g_str_equal (text->language, language))
            count_words (text, side, counts);
        }
      if (row->kind == TWF_ROW_PROVISION)
        count_provision (row, side, language, counts);
    }
}

/* What changed, and what it stands under: a paragraph without its heading cannot be placed. */
static GHashTable *
find_shown (const TwfComparison *self, const char *language)
{
  GHashTable *shown = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = self->rows->len; i-- > 0;)
    {
      const TwfRow *row = self->rows->pdata[i];

      if (row->kind != TWF_ROW_PROVISION)
        continue;
      if (twf_row_has_changed (row, language))
        g_hash_table_add (shown, row->id);
      if (g_hash_table_contains (shown, row->id) && row->parent != NULL)
        g_hash_table_add (shown, row->parent);
    }
  return shown;
}

static gboolean
is_folded (const TwfRow *row, GHashTable *shown)
{
  return row->kind == TWF_ROW_PROVISION && !g_hash_table_contains (shown, row->id);
}

/**
 * twf_comparison_list_stretches:
 * @self: a comparison
 * @language: (nullable): texts of one language; %NULL: of all
 *
 * Folds provisions in which nothing changed, except those that changed ones stand under. Stretches
 * do not cross the heading of a section.
 *
 * Returns: (transfer full) (element-type TwfStretch): stretches that cover all rows in order
 */
GArray *
twf_comparison_list_stretches (const TwfComparison *self, const char *language)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (TwfStretch));
  g_autoptr (GHashTable) shown = find_shown (self, language);

  for (guint i = 0; i < self->rows->len;)
    {
      TwfStretch stretch = { i, 0, is_folded (self->rows->pdata[i], shown) };
      TwfStretch *before;

      while (i < self->rows->len && is_folded (self->rows->pdata[i], shown) == stretch.folded)
        i++;
      stretch.n = i - stretch.first;
      stretch.folded = stretch.folded && stretch.n >= LEAST_FOLDED;
      before
          = stretches->len > 0 ? &g_array_index (stretches, TwfStretch, stretches->len - 1) : NULL;
      if (before != NULL && !before->folded && !stretch.folded)
        before->n += stretch.n;
      else
        g_array_append_val (stretches, stretch);
    }
  return stretches;
}
