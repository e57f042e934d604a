/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-since-private.h"

#include "twf-bidi.h"
#include "twf-comparison-words.h"
#include "twf-field-words.h"
#include "twf-positions.h"
#include "twf-sheet-words.h"

#include <string.h>

/* Words are found by counting on from the first of their kind. */
G_STATIC_ASSERT (TWF_SINCE_WORD_GONE - TWF_SINCE_WORD_OPEN == (int)TWF_FATE_GONE);
G_STATIC_ASSERT (TWF_SINCE_WORD_WITHDRAWS - TWF_SINCE_WORD_RETAIN
                 == (int)TWF_POSITION_WITHDRAWS_IF);
G_STATIC_ASSERT (TWF_SINCE_WORD_ASKS_MOVE - TWF_SINCE_WORD_ASKS_REPLACE == (int)TWF_PROPOSAL_MOVE);

/* One row that is written. */
typedef struct
{
  const TwfSinceLayout *layout;
  const TwfSinceEntry *entry;
  const TwfRow *row;
  GPtrArray *blocks;
} Writing;

static TwfBlock *
add_block (Writing *self,
           TwfBlockKind kind,
           const char *label,
           const char *text,
           const char *language)
{
  TwfBlock *block = twf_sheet_add (self->blocks, kind, label, text, language);

  /* Where it is read under the words of the provision, not under its number. */
  block->depth = self->row->depth + (kind == TWF_BLOCK_DETAIL && self->layout->brief ? 1 : 0);
  return block;
}

static GPtrArray *
dup_runs (const Writing *self, GPtrArray *runs, const char *language)
{
  return self->layout->brief ? _twf_runs_cut (runs, language) : g_ptr_array_ref (runs);
}

static const char *
get_number (const TwfRow *row)
{
  const char *number = row->numbers[1] != NULL ? row->numbers[1] : row->numbers[0];

  return number != NULL ? number : "";
}

/* "Added", "Moved: formerly 4." */
static void
add_state (Writing *self)
{
  const char *language = self->layout->language;
  const TwfRow *row = self->row;
  TwfComparedWord word;
  g_autofree char *was = NULL;
  g_autofree char *line = NULL;

  if (twf_row_has (row, 0, TWF_CHANGE_ADDED))
    word = TWF_COMPARED_ADDED;
  else if (twf_row_has (row, 0, TWF_CHANGE_REMOVED))
    word = TWF_COMPARED_REMOVED;
  else if (twf_row_has (row, 0, TWF_CHANGE_MOVED))
    word = TWF_COMPARED_MOVED;
  else
    return;
  if (word == TWF_COMPARED_MOVED && row->numbers[0] != NULL && *row->numbers[0] != '\0')
    was = twf_text_isolate (row->numbers[0]);
  line = was == NULL ? g_strdup (twf_compared_word (word, language))
                     : g_strdup_printf ("%s%s%s %s",
                                        twf_compared_word (word, language),
                                        twf_sheet_word (TWF_WORD_COLON, language),
                                        twf_compared_word (TWF_COMPARED_WAS, language),
                                        was);
  add_block (self, TWF_BLOCK_DETAIL, "", line, language);
}

/* A text of which nothing changed only says what is spoken of. */
static GPtrArray *
make_same (const Writing *self, const TwfRowText *text)
{
  g_autoptr (GPtrArray) same = NULL;
  const char *latter = text->versions[1] != NULL ? text->versions[1] : text->versions[0];
  TwfRun *run;

  same = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
  run = g_new0 (TwfRun, 1);
  run->text = g_strdup (latter);
  g_ptr_array_add (same, run);
  return dup_runs (self, same, text->language);
}

static GPtrArray *
make_runs (const Writing *self, const TwfRowText *text)
{
  return text->runs[0] != NULL ? dup_runs (self, text->runs[0], text->language)
                               : make_same (self, text);
}

/* What a reader of a language in which it is not written can still be told: how it reads in another
 * one, or its name. */
static void
add_elsewhere (Writing *self, const char *number)
{
  const TwfRowText *other = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < self->row->texts->len && other == NULL; i++)
    {
      const TwfRowText *text = self->row->texts->pdata[i];

      if (text->part == TWF_PART_BODY && (text->versions[0] != NULL || text->versions[1] != NULL))
        other = text;
    }
  if (other != NULL)
    {
      add_block (self, TWF_BLOCK_PROVISION, number, "", other->language)->runs
          = make_same (self, other);
      return;
    }
  name = _twf_since_dup_name (self->layout, self->row);
  add_block (self, TWF_BLOCK_PROVISION, number, name, self->layout->language);
}

static void
add_texts (Writing *self)
{
  const char *number = get_number (self->row);
  gboolean numbered = FALSE;

  for (guint i = 0; i < self->row->texts->len; i++)
    {
      const TwfRowText *text = self->row->texts->pdata[i];
      gboolean body = text->part == TWF_PART_BODY;

      if (!twf_row_shows (self->row, text, 0, self->layout->shown)
          || (text->runs[0] == NULL && self->layout->shown == NULL && numbered)
          || (text->versions[0] == NULL && text->versions[1] == NULL))
        continue;
      add_block (self,
                 body ? TWF_BLOCK_PROVISION : TWF_BLOCK_DETAIL,
                 body ? (numbered ? "" : number)
                      : twf_part_get_title (text->part, self->layout->language),
                 "",
                 text->language)
          ->runs
          = make_runs (self, text);
      numbered = numbered || body;
    }
  if (!numbered && self->row->kind != TWF_ROW_PLAN)
    add_elsewhere (self, number);
}

static const char *
name_position (const char *code_and_word, const char *language, char **code)
{
  g_autoptr (TwfPosition) position = twf_position_parse (code_and_word);

  if (position == NULL)
    return NULL;
  *code = twf_text_isolate (position->code);
  return twf_since_word (TWF_SINCE_WORD_RETAIN + (TwfSinceWord)position->word, language);
}

/* "US – delete, MX – supports" of values joined by a comma. */
static char *
dup_positions (const char *values, const char *language)
{
  g_auto (GStrv) each = g_strsplit (values, ", ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autofree char *code = NULL;
      const char *word = name_position (each[i], language, &code);
      g_autofree char *line
          = word != NULL ? g_strdup_printf ("%s – %s", code, word) : twf_text_isolate (each[i]);

      g_strv_builder_add (builder, line);
    }
  lines = g_strv_builder_end (builder);
  return g_strjoinv (twf_sheet_word (TWF_WORD_COMMA, language), lines);
}

/* "Own proposal", "Group proposal (Group of 77)". */
static char *
dup_owner (Writing *self, const TwfFate *fate)
{
  const char *language = self->layout->language;

  g_autofree char *name = NULL;

  if (fate->group == NULL)
    return g_strdup (twf_since_word (TWF_SINCE_WORD_OWN_PROPOSAL, language));
  name = twf_text_isolate (twf_since_get_group (self->layout->since, fate->group, language));
  return g_strdup_printf (
      "%s (%s)", twf_since_word (TWF_SINCE_WORD_GROUP_PROPOSAL, language), name);
}

/* "Own proposal: rejected · Positions: US – delete", then the words it asks for. */
static void
add_fate (Writing *self, const TwfFate *fate)
{
  const char *language = self->layout->language;
  g_autofree char *owner = dup_owner (self, fate);
  g_autoptr (GString) line
      = g_string_new (twf_since_word (TWF_SINCE_WORD_OPEN + (TwfSinceWord)fate->kind, language));

  if (fate->asks != TWF_PROPOSAL_REPLACE)
    g_string_append_printf (
        line,
        " (%s)",
        twf_since_word (TWF_SINCE_WORD_ASKS_REPLACE + (TwfSinceWord)fate->asks, language));
  if (fate->positions != NULL)
    {
      g_autofree char *positions = dup_positions (fate->positions, language);

      g_string_append_printf (line,
                              " · %s%s%s",
                              twf_field_word (TWF_PROPOSAL_FIELD_POSITION, language),
                              twf_sheet_word (TWF_WORD_COLON, language),
                              positions);
    }
  add_block (self, TWF_BLOCK_DETAIL, owner, line->str, language);
  for (guint i = 0; i < fate->texts->len; i++)
    {
      const TwfFateText *text = fate->texts->pdata[i];

      if (self->layout->shown == NULL || g_str_equal (text->language, self->layout->shown))
        add_block (self,
                   TWF_BLOCK_DETAIL,
                   twf_since_word (TWF_SINCE_WORD_ASKED, language),
                   "",
                   text->language)
            ->runs
            = dup_runs (self, text->runs, text->language);
    }
}

static gboolean
is_told (const Writing *self, const TwfChange *change)
{
  for (guint i = 0; change->item != NULL && i < self->entry->fates->len; i++)
    if (g_str_equal (((const TwfFate *)self->entry->fates->pdata[i])->proposal, change->item))
      return TRUE;
  return FALSE;
}

/* Ids of provisions become their names; states and positions are in the words of the language. */
static char *
dup_value (const Writing *self, const TwfChange *change, const char *value)
{
  GPtrArray *rows = twf_comparison_get_rows (twf_since_get_comparison (self->layout->since));
  TwfProposalState state;
  g_auto (GStrv) each = NULL;

  if (g_str_equal (change->field, TWF_PROPOSAL_FIELD_STATE)
      && twf_proposal_state_from_name (value, &state))
    {
      static const TwfSinceWord words[] = { TWF_SINCE_WORD_OPEN,
                                            TWF_SINCE_WORD_PARKED,
                                            TWF_SINCE_WORD_WITHDRAWN,
                                            TWF_SINCE_WORD_ACCEPTED,
                                            TWF_SINCE_WORD_REJECTED };

      return g_strdup (twf_since_word (words[state], self->layout->language));
    }
  if (g_str_equal (change->field, TWF_PROPOSAL_FIELD_POSITION))
    return dup_positions (value, self->layout->language);
  /* The ids of wordings that were agreed say nothing to a reader. */
  if (g_str_equal (change->field, TWF_FIELD_AGREED))
    return g_strndup (value, strcspn (value, " "));
  if (!twf_field_get_target (change->field, &(TwfSection){ 0 }))
    return g_strdup (value);
  each = g_strsplit (value, ", ", -1);
  for (guint i = 0; each[i] != NULL; i++)
    for (guint r = 0; r < rows->len; r++)
      if (g_strcmp0 (((const TwfRow *)rows->pdata[r])->id, each[i]) == 0
          && ((const TwfRow *)rows->pdata[r])->kind == TWF_ROW_PROVISION)
        {
          g_free (each[i]);
          each[i] = _twf_since_dup_name (self->layout, rows->pdata[r]);
          break;
        }
  return g_strjoinv (twf_sheet_word (TWF_WORD_COMMA, self->layout->language), each);
}

static GPtrArray *
runs_of_values (const Writing *self, const TwfChange *change)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
  const char *const values[] = { change->old_value, change->new_value };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *value = NULL;
      TwfRun *run;

      if (values[i] == NULL)
        continue;
      if (runs->len > 0)
        {
          run = g_new0 (TwfRun, 1);
          run->text = g_strdup (" ");
          g_ptr_array_add (runs, run);
        }
      value = dup_value (self, change, values[i]);
      run = g_new0 (TwfRun, 1);
      run->kind = i == 0 ? TWF_RUN_DELETED : TWF_RUN_INSERTED;
      run->text = twf_text_isolate (value);
      g_ptr_array_add (runs, run);
    }
  return runs;
}

/* "Proposal US (to delete it) State". */
static char *
dup_label (const Writing *self, const TwfChange *change)
{
  const char *language = self->layout->language;
  gboolean remark
      = change->kind == TWF_CHANGE_REMARK_ADDED || change->kind == TWF_CHANGE_REMARK_REMOVED;
  g_autoptr (GString) label = g_string_new (NULL);

  if (change->item == NULL)
    return g_strdup (twf_field_word (change->field, language));
  g_string_append (
      label, twf_compared_word (remark ? TWF_COMPARED_REMARK : TWF_COMPARED_PROPOSAL, language));
  if (change->who != NULL)
    g_string_append_printf (label, " %s", change->who);
  if (!remark && change->asks != TWF_PROPOSAL_REPLACE)
    g_string_append_printf (
        label,
        " (%s)",
        twf_since_word (TWF_SINCE_WORD_ASKS_REPLACE + (TwfSinceWord)change->asks, language));
  if (change->field != NULL)
    g_string_append_printf (label, " · %s", twf_field_word (change->field, language));
  return g_string_free (g_steal_pointer (&label), FALSE);
}

/* Fields, proposals of others and remarks: what is no text of the plan. */
static void
add_facts (Writing *self)
{
  GPtrArray *changes = self->row->changes[0];

  for (guint i = 0; i < changes->len; i++)
    {
      const TwfChange *change = changes->pdata[i];
      const char *language = change->language != NULL ? change->language : self->layout->language;
      g_autofree char *label = NULL;
      g_autoptr (GPtrArray) runs = NULL;

      if ((change->field == NULL && change->item == NULL) || is_told (self, change)
          || !twf_row_concerns (change, self->layout->shown))
        continue;
      label = dup_label (self, change);
      runs = twf_change_has_words (change) ? twf_change_dup_runs (change)
             : change->field != NULL       ? runs_of_values (self, change)
                                           : g_ptr_array_new ();
      add_block (self, TWF_BLOCK_DETAIL, label, "", language)->runs
          = dup_runs (self, runs, language);
    }
}

/*
 * _twf_since_add_entry:
 * @blocks: where it goes
 * @layout: what is written
 * @entry: (nullable): a row that changed
 *
 * Writes the row: its text with the changes, what became of own proposals and the groups',
 * what others did.
 */
void
_twf_since_add_entry (GPtrArray *blocks, const TwfSinceLayout *layout, const TwfSinceEntry *entry)
{
  GPtrArray *rows = twf_comparison_get_rows (twf_since_get_comparison (layout->since));
  Writing self = { layout, entry, rows->pdata[entry->row], blocks };

  add_texts (&self);
  add_state (&self);
  for (guint i = 0; i < entry->fates->len; i++)
    add_fate (&self, entry->fates->pdata[i]);
  add_facts (&self);
}
