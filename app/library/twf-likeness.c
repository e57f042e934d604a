/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-library"

#include "config.h"

#include "twf-likeness.h"

#include "twf-segments.h"

#include <string.h>

/* A phrase longer than this is compared by its beginning. */
#define MOST_TERMS 512u

/* What a term that both have is worth, and what one costs that only one has. Two out of three have
 * to be shared before a gap is bridged. */
#define SHARED 3
#define GAP 2

/**
 * twf_phrase_init:
 * @self: an empty phrase
 * @cutter: cuts it, and will cut what it is compared with
 * @phrase: what is looked for
 *
 * Prepares to look for a phrase. The last Han sign, which in an index stands with the sign behind
 * it, is asked for as the end of the pair before it, and alone where there is no such pair.
 */
void
twf_phrase_init (TwfPhrase *self, TwfTerms *cutter, const char *phrase)
{
  const TwfTerm *last;

  self->terms = g_array_new (FALSE, FALSE, sizeof (TwfTerm));
  self->unending = FALSE;
  twf_terms_cut (cutter, phrase, self->terms);
  if (self->terms->len > MOST_TERMS)
    g_array_set_size (self->terms, MOST_TERMS);
  self->n = self->terms->len;
  last = self->n > 0 ? &g_array_index (self->terms, TwfTerm, self->n - 1) : NULL;
  if (last == NULL || !last->single)
    return;
  if (self->n > 1 && last[-1].end == last->end)
    self->n--;
  else
    self->unending = TRUE;
}

/**
 * twf_phrase_clear:
 * @self: a phrase
 */
void
twf_phrase_clear (TwfPhrase *self)
{
  g_clear_pointer (&self->terms, g_array_unref);
}

static gboolean
stands_at (const TwfPhrase *self, const GArray *terms, guint at)
{
  for (guint i = 0; i < self->n; i++)
    {
      const char *wanted = g_array_index (self->terms, TwfTerm, i).folded;
      const char *here = g_array_index (terms, TwfTerm, at + i).folded;

      if (wanted == here)
        continue;
      if (!self->unending || i + 1 < self->n || !g_str_has_prefix (here, wanted))
        return FALSE;
    }
  return TRUE;
}

/**
 * twf_phrase_find:
 * @self: a phrase
 * @terms: (element-type TwfTerm): of a text, by the same cutter
 * @found: (out): where it stands first
 *
 * Returns: whether it stands there, term for term
 */
gboolean
twf_phrase_find (const TwfPhrase *self, const GArray *terms, TwfStretch *found)
{
  if (self->n == 0)
    return FALSE;
  for (guint at = 0; at + self->n <= terms->len; at++)
    if (stands_at (self, terms, at))
      {
        *found = (TwfStretch){ at, at + self->n };
        return TRUE;
      }
  return FALSE;
}

/* What the best way to a cell came from. */
typedef struct
{
  int score;
  guint shared;
  guint first; /* term of the text that it begins with */
} Cell;

static Cell
step (Cell from, int score, guint shared, guint here)
{
  if (from.score <= 0)
    from = (Cell){ 0, 0, here };
  return (Cell){ from.score + score, from.shared + shared, from.first };
}

/**
 * twf_phrase_compare:
 * @self: a phrase
 * @terms: (element-type TwfTerm): of a text, by the same cutter
 * @found: (out): the stretch of it that is most like the phrase
 *
 * Finds the stretch that has most of the phrase's terms in order and little else (a local
 * alignment after Smith and Waterman, 1981).
 *
 * Returns: how like it is, from 0 to 1: terms shared, of those of both
 */
double
twf_phrase_compare (const TwfPhrase *self, const GArray *terms, TwfStretch *found)
{
  g_autofree Cell *row = g_new0 (Cell, self->n + 1);
  Cell best = { 0, 0, 0 };
  guint end = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const char *here = g_array_index (terms, TwfTerm, i).folded;
      Cell diagonal = { 0, 0, i };

      for (guint k = 1; k <= self->n; k++)
        {
          gboolean same = g_array_index (self->terms, TwfTerm, k - 1).folded == here;
          Cell value = step (diagonal, same ? SHARED : -GAP, same ? 1 : 0, i);
          Cell above = { row[k].score - GAP, row[k].shared, row[k].first };
          Cell beside = { row[k - 1].score - GAP, row[k - 1].shared, row[k - 1].first };

          if (above.score > value.score)
            value = above;
          if (beside.score > value.score)
            value = beside;
          if (value.score < 0)
            value = (Cell){ 0, 0, i + 1 };
          diagonal = row[k];
          row[k] = value;
          if (value.score > best.score)
            {
              best = value;
              end = i + 1;
            }
        }
    }
  if (best.score <= 0)
    return 0;
  *found = (TwfStretch){ best.first, end };
  return 2.0 * best.shared / (double)(self->n + (end - best.first));
}

static gboolean
is_semicolon (const char *at)
{
  gunichar sign = g_utf8_get_char (at);

  return sign == ';' || sign == 0x61b || sign == 0xff1b;
}

static void
add_clause (GArray *clauses, const char *text, gsize start, gsize end)
{
  while (start < end && g_ascii_isspace (text[start]))
    start++;
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  if (start < end)
    g_array_append_val (clauses, ((TwfStretch){ (guint)start, (guint)end }));
}

/**
 * twf_clauses_cut:
 * @text: a text
 * @language: (nullable): its language
 *
 * Returns: (transfer full) (element-type TwfStretch): its sentences, and of one that a semicolon
 *   parts, the parts; in bytes, without the spaces around them
 */
GArray *
twf_clauses_cut (const char *text, const char *language)
{
  g_autoptr (GArray) sentences = twf_text_segment (text, TWF_BOUNDARY_SENTENCE, language);
  GArray *clauses = g_array_new (FALSE, FALSE, sizeof (TwfStretch));

  for (guint i = 0; i < sentences->len; i++)
    {
      const TwfSegment *sentence = &g_array_index (sentences, TwfSegment, i);
      const char *end = text + sentence->start + sentence->length;
      const char *start = text + sentence->start;

      for (const char *at = start; at < end; at = g_utf8_next_char (at))
        if (is_semicolon (at))
          {
            add_clause (
                clauses, text, (gsize)(start - text), (gsize)(g_utf8_next_char (at) - text));
            start = g_utf8_next_char (at);
          }
      add_clause (clauses, text, (gsize)(start - text), (gsize)(end - text));
    }
  return clauses;
}

/**
 * twf_clauses_narrow:
 * @text: a paragraph
 * @language: its language
 * @start: where in it something was found, in bytes
 * @end: its end
 * @other: the paragraph in another language
 * @other_language: that language
 * @other_start: (out): where the clauses that correspond begin
 * @other_end: (out): their end
 *
 * Clauses correspond one to one where both have the same number of them; else all of it does. No
 * word is said to be the translation of another.
 */
void
twf_clauses_narrow (const char *text,
                    const char *language,
                    gsize start,
                    gsize end,
                    const char *other,
                    const char *other_language,
                    gsize *other_start,
                    gsize *other_end)
{
  g_autoptr (GArray) ours = twf_clauses_cut (text, language);
  g_autoptr (GArray) theirs = twf_clauses_cut (other, other_language);
  gboolean begun = FALSE;

  *other_start = 0;
  *other_end = strlen (other);
  if (ours->len != theirs->len)
    return;
  for (guint i = 0; i < ours->len; i++)
    {
      const TwfStretch *mine = &g_array_index (ours, TwfStretch, i);
      const TwfStretch *its = &g_array_index (theirs, TwfStretch, i);

      if (mine->end <= start || mine->first >= end)
        continue;
      if (!begun)
        *other_start = its->first;
      *other_end = its->end;
      begun = TRUE;
    }
}
