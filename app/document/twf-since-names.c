/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-since-private.h"

#include "twf-bidi.h"
#include "twf-segments.h"
#include "twf-sheet-words.h"

#include <string.h>

#define NAME_GRAPHEMES 24

static const char *
get_number (const TwfRow *row)
{
  const char *number = row->numbers[1] != NULL ? row->numbers[1] : row->numbers[0];

  return number != NULL ? number : "";
}

/* "4." and "4 -" where they begin a paragraph; 4 where they are spoken of. */
static void
trim_number (char *number)
{
  gsize length = strlen (number);

  while (length > 1 && strchr (" .-", number[length - 1]) != NULL)
    number[--length] = '\0';
}

static const char *
get_text (const TwfSinceLayout *layout, const TwfRow *row, const char **language)
{
  const TwfRowText *found = NULL;
  const char *text;

  for (guint i = 0; i < row->texts->len; i++)
    {
      const TwfRowText *other = row->texts->pdata[i];

      if (other->part == TWF_PART_BODY
          && (found == NULL || g_str_equal (other->language, layout->language)))
        found = other;
    }
  if (found == NULL)
    return NULL;
  text = found->versions[1] != NULL ? found->versions[1] : found->versions[0];
  *language = found->language;
  return text;
}

/*
 * _twf_since_dup_name:
 * @layout: what is written
 * @row: a row
 *
 * Returns: (transfer full): its number, isolated; the first words of what has none
 */
char *
_twf_since_dup_name (const TwfSinceLayout *layout, const TwfRow *row)
{
  const char *language = NULL;
  const char *text;
  g_autofree char *words = NULL;
  g_autofree char *quoted = NULL;

  if (row->kind == TWF_ROW_PLAN)
    return g_strdup (twf_since_word (TWF_SINCE_WORD_PLAN, layout->language));
  if (row->kind == TWF_ROW_DELEGATION)
    return twf_text_isolate (row->delegation);
  if (*get_number (row) != '\0')
    {
      g_autofree char *number = g_strdup (get_number (row));

      trim_number (number);
      return twf_text_isolate (number);
    }
  text = get_text (layout, row, &language);
  if (text == NULL)
    return twf_text_isolate (row->id);
  words = twf_text_dup_first_words (text, NAME_GRAPHEMES, language);
  quoted = twf_sheet_word_with (TWF_WORD_QUOTED, layout->language, words);
  return twf_text_isolate (quoted);
}

static const TwfRow *
get_row (const TwfSinceLayout *layout, GPtrArray *entries, guint i)
{
  GPtrArray *rows = twf_comparison_get_rows (twf_since_get_comparison (layout->since));

  return rows->pdata[((const TwfSinceEntry *)entries->pdata[i])->row];
}

static gboolean
is_provision (const TwfRow *row)
{
  return row->kind == TWF_ROW_PROVISION;
}

static gint
compare_rows (gconstpointer one, gconstpointer other)
{
  const TwfSinceEntry *first = *(TwfSinceEntry *const *)one;
  const TwfSinceEntry *second = *(TwfSinceEntry *const *)other;

  return first->row < second->row ? -1 : first->row > second->row;
}

/* How many from @first on are named by the first and the last of them. */
static guint
measure_range (const TwfSinceLayout *layout, GPtrArray *entries, guint first)
{
  guint n = 1;

  for (; first + n < entries->len; n++)
    {
      const TwfSinceEntry *before = entries->pdata[first + n - 1];
      const TwfSinceEntry *entry = entries->pdata[first + n];
      const TwfRow *row = get_row (layout, entries, first + n);

      if (!is_provision (get_row (layout, entries, first)) || !is_provision (row)
          || row->section != get_row (layout, entries, first)->section
          || (layout->naming == TWF_NAMING_RANGES && entry->row != before->row + 1))
        break;
    }
  /* Two take no less room as a range. */
  return n > 2 && layout->naming != TWF_NAMING_EACH ? n : 1;
}

static void
append_range (GString *line, const TwfSinceLayout *layout, GPtrArray *entries, guint first, guint n)
{
  g_autofree char *from = _twf_since_dup_name (layout, get_row (layout, entries, first));
  g_autofree char *to = _twf_since_dup_name (layout, get_row (layout, entries, first + n - 1));

  g_string_append (line, from);
  if (n > 1)
    g_string_append_printf (line, "–%s", to);
  if (n > 1 && layout->naming == TWF_NAMING_SECTIONS)
    g_string_append_printf (line, " (%u)", n);
}

/*
 * _twf_since_dup_names:
 * @layout: what is written
 * @entries: (element-type TwfSinceEntry): what is to be named; put in the order of the plan
 *
 * Returns: (transfer full): "Principles: 2.; Actions: 4., 7."
 */
char *
_twf_since_dup_names (const TwfSinceLayout *layout, GPtrArray *entries)
{
  GString *line = g_string_new (NULL);
  int section = -1;

  g_ptr_array_sort (entries, compare_rows);
  for (guint i = 0, n; i < entries->len; i += n)
    {
      const TwfRow *row = get_row (layout, entries, i);
      int its = is_provision (row) ? (int)row->section : -1;

      n = measure_range (layout, entries, i);
      if (i > 0)
        g_string_append (
            line, its == section ? twf_sheet_word (TWF_WORD_COMMA, layout->language) : " · ");
      if (its != section && its >= 0)
        g_string_append_printf (line,
                                "%s%s",
                                twf_section_get_title (row->section, layout->language),
                                twf_sheet_word (TWF_WORD_COLON, layout->language));
      append_range (line, layout, entries, i, n);
      section = its;
    }
  return g_string_free (line, FALSE);
}
