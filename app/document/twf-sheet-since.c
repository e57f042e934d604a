/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-since-private.h"

#include "twf-bidi.h"
#include "twf-comparison-words.h"
#include "twf-date.h"
#include "twf-sheet-words.h"

#include <string.h>

#define SHORT_ID 10

static void
add (GPtrArray *blocks, const TwfSinceLayout *layout, TwfBlockKind kind, const char *text)
{
  twf_sheet_add (blocks, kind, "", text, layout->language);
}

static void
add_labelled (GPtrArray *blocks, const TwfSinceLayout *layout, TwfSinceWord word, const char *value)
{
  g_autofree char *line = g_strconcat (twf_since_word (word, layout->language),
                                       twf_sheet_word (TWF_WORD_COLON, layout->language),
                                       value,
                                       NULL);

  add (blocks, layout, TWF_BLOCK_NOTE, line);
}

static char *
dup_moment (gint64 when, int offset_minutes, const char *language)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset_minutes * 60);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autofree char *moment
      = local != NULL ? twf_date_format_moment (local, language) : g_strdup ("");

  return twf_text_isolate (moment);
}

/* "3f2a91c0de · 24 November 2026, 16:40". */
static void
add_revision (GPtrArray *blocks,
              const TwfSinceLayout *layout,
              TwfSinceWord word,
              const char *id,
              gint64 when)
{
  g_autofree char *start = g_strndup (id, SHORT_ID);
  g_autofree char *isolated = twf_text_isolate (start);
  g_autofree char *moment = dup_moment (when, 0, layout->language);
  g_autofree char *value = g_strdup_printf ("%s · %s", isolated, moment);

  add_labelled (blocks, layout, word, value);
}

static void
add_cleared (GPtrArray *blocks, const TwfSinceLayout *layout)
{
  const TwfSinceHead *head = twf_since_get_head (layout->since);
  g_autofree char *note = NULL;

  if (head->cleared_when != 0)
    {
      g_autofree char *moment
          = dup_moment (head->cleared_when, head->cleared_offset, layout->language);

      add_labelled (blocks, layout, TWF_SINCE_WORD_CLEARED, moment);
    }
  if (head->note != NULL)
    {
      note = twf_text_isolate (head->note);
      add_labelled (blocks, layout, TWF_SINCE_WORD_NOTE, note);
    }
}

static const char *
find_title (const TwfSinceLayout *layout, const char **language)
{
  const TwfRow *row = twf_comparison_get_rows (twf_since_get_comparison (layout->since))->pdata[0];
  const TwfRowText *found = NULL;

  for (guint i = 0; i < row->texts->len; i++)
    {
      const TwfRowText *text = row->texts->pdata[i];

      if (found == NULL || g_str_equal (text->language, layout->language))
        found = text;
    }
  *language = found != NULL ? found->language : layout->language;
  if (found == NULL)
    return NULL;
  return found->versions[1] != NULL ? found->versions[1] : found->versions[0];
}

static void
add_heading (GPtrArray *blocks, const TwfSinceLayout *layout)
{
  const TwfSinceHead *head = twf_since_get_head (layout->since);
  const char *symbol = twf_since_get_symbol (layout->since);
  const char *session = twf_since_get_session (layout->since);
  const char *delegation = twf_since_get_delegation (layout->since, layout->language);
  const char *language;
  const char *title = find_title (layout, &language);

  if (symbol != NULL)
    add (blocks, layout, TWF_BLOCK_MASTHEAD, symbol);
  if (session != NULL)
    {
      g_autofree char *line = twf_sheet_word_with (TWF_WORD_SESSION, layout->language, session);

      add (blocks, layout, TWF_BLOCK_MASTHEAD, line);
    }
  add (blocks, layout, TWF_BLOCK_SECTION, twf_since_word (TWF_SINCE_WORD_TITLE, layout->language));
  if (title != NULL)
    twf_sheet_add (blocks, TWF_BLOCK_HEADING, "", title, language);
  if (delegation != NULL)
    {
      g_autofree char *isolated = twf_text_isolate (delegation);

      add_labelled (blocks, layout, TWF_SINCE_WORD_DELEGATION, isolated);
    }
  add_cleared (blocks, layout);
  add_revision (blocks, layout, TWF_SINCE_WORD_FROM, head->base, head->base_when);
  add_revision (blocks, layout, TWF_SINCE_WORD_TO, head->side, head->side_when);
}

/* On paper they are the lines of one paragraph: there is little room. */
static void
fold_notes (GPtrArray *blocks)
{
  guint kept = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      TwfBlock *block = blocks->pdata[i];
      TwfBlock *before = kept > 0 ? blocks->pdata[kept - 1] : NULL;

      if (block->kind == TWF_BLOCK_NOTE && before != NULL && before->kind == TWF_BLOCK_NOTE)
        {
          char *both = g_strconcat (before->text, "\n", block->text, NULL);

          g_free (before->text);
          before->text = both;
          continue;
        }
      /* What was taken up stays behind, and goes with the tail. */
      blocks->pdata[i] = blocks->pdata[kept];
      blocks->pdata[kept++] = block;
    }
  g_ptr_array_set_size (blocks, (gint)kept);
}

static void
append_count (GString *line, const TwfSinceLayout *layout, const char *word, guint count)
{
  /* What did not happen is not said, but that nothing did. */
  if (count == 0 && line->len > 0)
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append_printf (
      line, "%s%s%u", word, twf_sheet_word (TWF_WORD_COLON, layout->language), count);
}

static void
add_figures (GPtrArray *blocks, const TwfSinceLayout *layout, guint n_entries)
{
  const char *language = layout->language;
  TwfComparisonCounts counts;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) own = g_string_new (NULL);

  twf_comparison_count (twf_since_get_comparison (layout->since), 0, layout->shown, &counts);
  append_count (line, layout, twf_since_word (TWF_SINCE_WORD_CHANGES, language), n_entries);
  append_count (
      line, layout, twf_compared_word (TWF_COMPARED_WORDS_INSERTED, language), counts.inserted);
  append_count (
      line, layout, twf_compared_word (TWF_COMPARED_WORDS_DELETED, language), counts.deleted);
  append_count (line, layout, twf_compared_word (TWF_COMPARED_N_ADDED, language), counts.added);
  append_count (line, layout, twf_compared_word (TWF_COMPARED_N_REMOVED, language), counts.removed);
  append_count (line, layout, twf_compared_word (TWF_COMPARED_N_MOVED, language), counts.moved);
  add (blocks, layout, TWF_BLOCK_NOTE, line->str);
  if (twf_since_get_fates (layout->since)->len == 0)
    return;
  append_count (own,
                layout,
                twf_since_word (TWF_SINCE_WORD_OWN, language),
                twf_since_get_fates (layout->since)->len);
  for (TwfFateKind kind = 0; kind < TWF_N_FATES; kind++)
    if (twf_since_count_fates (layout->since, kind) > 0)
      append_count (own,
                    layout,
                    twf_since_word (TWF_SINCE_WORD_OPEN + (TwfSinceWord)kind, language),
                    twf_since_count_fates (layout->since, kind));
  add (blocks, layout, TWF_BLOCK_NOTE, own->str);
}

static void
add_rest (GPtrArray *blocks, const TwfSinceLayout *layout, GPtrArray *entries)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autofree char *names = NULL;
  g_autofree char *value = NULL;

  for (guint i = layout->n_shown; i < entries->len; i++)
    g_ptr_array_add (rest, entries->pdata[i]);
  if (rest->len == 0)
    return;
  names = _twf_since_dup_names (layout, rest);
  value = g_strdup_printf ("%u – %s", rest->len, names);
  add_labelled (blocks, layout, TWF_SINCE_WORD_MORE, value);
}

/*
 * _twf_sheet_new_of_since:
 * @layout: what is written
 *
 * Returns: (transfer full) (element-type TwfBlock): the note, in reading order; what is not shown
 * is counted and named at its end
 */
GPtrArray *
_twf_sheet_new_of_since (const TwfSinceLayout *layout)
{
  GPtrArray *blocks = twf_sheet_new_empty ();
  g_autoptr (GPtrArray) entries = twf_since_list_entries (layout->since, layout->shown);
  int group = -1;

  add_heading (blocks, layout);
  add_figures (blocks, layout, entries->len);
  add (blocks,
       layout,
       TWF_BLOCK_NOTE,
       twf_since_word (entries->len > 0 ? TWF_SINCE_WORD_LEGEND : TWF_SINCE_WORD_NOTHING,
                       layout->language));
  if (layout->brief)
    fold_notes (blocks);
  for (guint i = 0; i < MIN (layout->n_shown, entries->len); i++)
    {
      const TwfSinceEntry *entry = entries->pdata[i];

      if ((int)entry->group != group)
        add (blocks,
             layout,
             TWF_BLOCK_SECTION,
             twf_since_word (TWF_SINCE_WORD_OWN + (TwfSinceWord)entry->group, layout->language));
      group = (int)entry->group;
      _twf_since_add_entry (blocks, layout, entry);
    }
  add_rest (blocks, layout, entries);
  return blocks;
}
