/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-sheet-comparison.h"

#include "twf-bidi.h"
#include "twf-comparison-words.h"
#include "twf-field-words.h"
#include "twf-sheet-words.h"
#include "twf-style.h"

typedef struct
{
  TwfComparison *comparison; /* borrowed */
  const char *const *names;
  const char *language; /* of the document */
  const char *shown;    /* of texts; nullable: all */
  GPtrArray *blocks;
} Sheet;

static TwfBlock *
add_block (Sheet *self, TwfBlockKind kind, const char *label, const char *text)
{
  return twf_sheet_add (self->blocks, kind, label, text, self->language);
}

static void
add_note (Sheet *self, TwfComparedWord word, const char *value, guint depth)
{
  g_autofree char *isolated = value != NULL ? twf_text_isolate (value) : NULL;
  g_autofree char *line = isolated == NULL
                              ? g_strdup (twf_compared_word (word, self->language))
                              : g_strconcat (twf_compared_word (word, self->language),
                                             twf_sheet_word (TWF_WORD_COLON, self->language),
                                             isolated,
                                             NULL);

  add_block (self, TWF_BLOCK_NOTE, "", line)->depth = depth;
}

static GPtrArray *
runs_of_values (const char *former, const char *latter)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
  const char *const values[] = { former, latter };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      TwfRun *run;

      if (values[i] == NULL)
        continue;
      if (runs->len > 0)
        {
          run = g_new0 (TwfRun, 1);
          run->text = g_strdup (" ");
          g_ptr_array_add (runs, run);
        }
      run = g_new0 (TwfRun, 1);
      run->kind = i == 0 ? TWF_RUN_DELETED : TWF_RUN_INSERTED;
      run->text = twf_text_isolate (values[i]);
      g_ptr_array_add (runs, run);
    }
  return runs;
}

static char *
dup_label (const Sheet *self, const TwfChange *change)
{
  gboolean remark
      = change->kind == TWF_CHANGE_REMARK_ADDED || change->kind == TWF_CHANGE_REMARK_REMOVED;

  if (change->item == NULL)
    return g_strdup (twf_field_word (change->field, self->language));
  return g_strjoin (
      " ",
      twf_compared_word (remark ? TWF_COMPARED_REMARK : TWF_COMPARED_PROPOSAL, self->language),
      change->who != NULL ? change->who : change->item,
      change->field != NULL ? twf_field_word (change->field, self->language) : NULL,
      NULL);
}

/* Fields, proposals and remarks: what is no text of the plan. */
static void
add_facts (Sheet *self, const TwfRow *row, guint side)
{
  for (guint i = 0; row->changes[side] != NULL && i < row->changes[side]->len; i++)
    {
      const TwfChange *change = row->changes[side]->pdata[i];
      g_autofree char *label = NULL;
      TwfBlock *block;

      if ((change->field == NULL && change->item == NULL)
          || !twf_row_concerns (change, self->shown))
        continue;
      label = dup_label (self, change);
      block = add_block (self, TWF_BLOCK_DETAIL, label, "");
      block->depth = row->depth;
      block->runs = twf_change_has_words (change)
                        ? twf_change_dup_runs (change)
                        : runs_of_values (change->old_value, change->new_value);
    }
}

static const char *
get_text (const TwfRowText *text, guint side)
{
  const char *latter = text->versions[side + 1];

  return latter != NULL ? latter : text->versions[0] != NULL ? text->versions[0] : "";
}

static void
add_text (Sheet *self, const TwfRow *row, const TwfRowText *text, guint side, const char *number)
{
  TwfBlockKind kind = text->part != TWF_PART_BODY ? TWF_BLOCK_DETAIL
                      : row->kind == TWF_ROW_PLAN ? TWF_BLOCK_TITLE
                      : row->heading              ? TWF_BLOCK_HEADING
                                                  : TWF_BLOCK_PROVISION;
  const char *label = kind == TWF_BLOCK_DETAIL ? twf_part_get_title (text->part, self->language)
                      : kind == TWF_BLOCK_PROVISION ? number
                                                    : "";
  TwfBlock *block
      = twf_sheet_add (self->blocks, kind, label, get_text (text, side), text->language);

  block->id = g_strdup (row->id);
  block->depth = row->depth;
  if (kind == TWF_BLOCK_PROVISION && row->kind == TWF_ROW_PROVISION)
    block->forms = twf_style_get_forms_of (row->section, row->depth);
  if (text->runs[side] != NULL)
    block->runs = g_ptr_array_ref (text->runs[side]);
}

static void
add_texts (Sheet *self, const TwfRow *row, guint side)
{
  const char *number = row->numbers[side + 1] != NULL ? row->numbers[side + 1] : row->numbers[0];

  for (guint i = 0; i < row->texts->len; i++)
    {
      const TwfRowText *text = row->texts->pdata[i];

      if (!twf_row_shows (row, text, side, self->shown)
          || (text->versions[0] == NULL && text->versions[side + 1] == NULL))
        continue;
      add_text (self, row, text, side, number != NULL ? number : "");
      if (text->part == TWF_PART_BODY)
        number = "";
    }
}

static void
add_state (Sheet *self, const TwfRow *row, guint side)
{
  gboolean moved = twf_row_has (row, side, TWF_CHANGE_MOVED);

  if (twf_row_has (row, side, TWF_CHANGE_ADDED))
    add_note (self, TWF_COMPARED_ADDED, row->delegation, row->depth);
  else if (twf_row_has (row, side, TWF_CHANGE_REMOVED))
    add_note (self, TWF_COMPARED_REMOVED, row->delegation, row->depth);
  else if (moved && row->numbers[0] != NULL && *row->numbers[0] != '\0')
    {
      g_autofree char *was = g_strjoin (
          " ", twf_compared_word (TWF_COMPARED_WAS, self->language), row->numbers[0], NULL);

      add_note (self, TWF_COMPARED_MOVED, was, row->depth);
    }
  else if (moved)
    add_note (self, TWF_COMPARED_MOVED, NULL, row->depth);
  else if (row->kind == TWF_ROW_DELEGATION)
    add_block (self, TWF_BLOCK_NOTE, "", row->delegation);
}

static gboolean
has_changed (const Sheet *self, const TwfRow *row, guint side)
{
  for (guint i = 0; i < row->changes[side]->len; i++)
    if (twf_row_concerns (row->changes[side]->pdata[i], self->shown))
      return TRUE;
  return FALSE;
}

/* "Moved: 4. (now 7.)": in the place where it stood. */
static void
add_trace (Sheet *self, const TwfRow *row)
{
  g_autofree char *value = NULL;

  if (row->numbers[1] != NULL && *row->numbers[1] != '\0')
    value = g_strdup_printf ("%s (%s %s)",
                             row->numbers[0],
                             twf_compared_word (TWF_COMPARED_NOW, self->language),
                             row->numbers[1]);
  add_note (self, TWF_COMPARED_MOVED, value != NULL ? value : row->numbers[0], row->depth);
}

/* With two sides each that changed something is told apart by its name. */
static void
add_row (Sheet *self, const TwfRow *row)
{
  guint n_sides = twf_comparison_get_n_sides (self->comparison);
  gboolean shown = FALSE;

  if (row->kind == TWF_ROW_SECTION)
    {
      add_block (self, TWF_BLOCK_SECTION, "", twf_section_get_title (row->section, self->language));
      return;
    }
  if (row->kind == TWF_ROW_TRACE)
    {
      add_trace (self, row);
      return;
    }
  for (guint side = 0; side < n_sides; side++)
    {
      if (!has_changed (self, row, side))
        continue;
      if (n_sides > 1)
        add_block (self, TWF_BLOCK_NOTE, "", self->names[side + 1])->depth = row->depth;
      add_state (self, row, side);
      add_texts (self, row, side);
      add_facts (self, row, side);
      shown = TRUE;
    }
  if (!shown)
    add_texts (self, row, 0);
}

static void
append_count (GString *line, const Sheet *self, TwfComparedWord word, guint count)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append_printf (line,
                          "%s%s%u",
                          twf_compared_word (word, self->language),
                          twf_sheet_word (TWF_WORD_COLON, self->language),
                          count);
}

static void
add_counts (Sheet *self, guint side)
{
  TwfComparisonCounts counts;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *former = twf_text_isolate (self->names[0]);
  g_autofree char *latter = twf_text_isolate (self->names[side + 1]);
  g_autofree char *title = g_strconcat (twf_compared_word (TWF_COMPARED_TITLE, self->language),
                                        twf_sheet_word (TWF_WORD_COLON, self->language),
                                        former,
                                        " – ",
                                        latter,
                                        NULL);

  twf_comparison_count (self->comparison, side, self->shown, &counts);
  append_count (line, self, TWF_COMPARED_WORDS_INSERTED, counts.inserted);
  append_count (line, self, TWF_COMPARED_WORDS_DELETED, counts.deleted);
  append_count (line, self, TWF_COMPARED_N_ADDED, counts.added);
  append_count (line, self, TWF_COMPARED_N_REMOVED, counts.removed);
  append_count (line, self, TWF_COMPARED_N_MOVED, counts.moved);
  append_count (line, self, TWF_COMPARED_N_EDITED, counts.edited);
  add_block (self, TWF_BLOCK_NOTE, "", title);
  add_block (self, TWF_BLOCK_NOTE, "", line->str);
}

static gboolean
is_without_change (const Sheet *self)
{
  GPtrArray *rows = twf_comparison_get_rows (self->comparison);

  for (guint i = 0; i < rows->len; i++)
    if (twf_row_has_changed (rows->pdata[i], self->shown))
      return FALSE;
  return TRUE;
}

/**
 * twf_sheet_new_of_comparison:
 * @comparison: a comparison
 * @names: what the base and the sides are called
 * @language: of the document's own words
 * @shown: (nullable): texts of one language; %NULL: of all
 *
 * Returns: (transfer full) (element-type TwfBlock): what the comparison says, in reading order;
 *   what stayed the same only as far as something changed under it
 */
GPtrArray *
twf_sheet_new_of_comparison (TwfComparison *comparison,
                             const char *const *names,
                             const char *language,
                             const char *shown)
{
  Sheet self = { comparison, names, language, shown, twf_sheet_new_empty () };
  GPtrArray *rows = twf_comparison_get_rows (comparison);
  g_autoptr (GArray) stretches = twf_comparison_list_stretches (comparison, shown);

  for (guint side = 0; side < twf_comparison_get_n_sides (comparison); side++)
    add_counts (&self, side);
  if (is_without_change (&self))
    add_note (&self, TWF_COMPARED_NOTHING, NULL, 0);
  for (guint i = 0; i < stretches->len; i++)
    {
      const TwfStretch *stretch = &g_array_index (stretches, TwfStretch, i);
      g_autofree char *count = g_strdup_printf ("%u", stretch->n);

      if (stretch->folded)
        add_note (&self, TWF_COMPARED_UNCHANGED, count, 0);
      for (guint r = 0; r < stretch->n && !stretch->folded; r++)
        add_row (&self, rows->pdata[stretch->first + r]);
    }
  return self.blocks;
}
