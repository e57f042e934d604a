/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-sheet-private.h"

#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-numbering.h"
#include "twf-parked.h"
#include "twf-original-line.h"
#include "twf-sheet-words.h"
#include "twf-sponsors.h"
#include "twf-style.h"

#include <string.h>

static void
free_block (gpointer data)
{
  TwfBlock *block = data;

  g_free (block->id);
  g_free (block->label);
  g_free (block->text);
  g_free (block->language);
  g_free (block->state);
  g_free (block->translation);
  g_clear_pointer (&block->runs, g_ptr_array_unref);
  g_clear_pointer (&block->spans, g_ptr_array_unref);
  g_clear_pointer (&block->aside, g_ptr_array_unref);
  g_free (block);
}

/**
 * twf_sheet_new_empty:
 *
 * Returns: (transfer full) (element-type TwfBlock): a sheet without a block
 */
GPtrArray *
twf_sheet_new_empty (void)
{
  return g_ptr_array_new_with_free_func (free_block);
}

/**
 * twf_sheet_add:
 * @sheet: (element-type TwfBlock): a sheet
 * @kind: of the block
 * @label: what stands before the text; may be empty
 * @text: the text
 * @language: of the text
 *
 * Returns: (transfer none): the new block, at the end
 */
TwfBlock *
twf_sheet_add (GPtrArray *sheet,
               TwfBlockKind kind,
               const char *label,
               const char *text,
               const char *language)
{
  TwfBlock *block = g_new0 (TwfBlock, 1);

  block->kind = kind;
  block->label = g_strdup (label);
  block->text = g_strdup (text);
  block->language = g_strdup (language);
  g_ptr_array_add (sheet, block);
  return block;
}

static TwfBlock *
add_block (TwfSheet *sheet, TwfBlockKind kind, const char *label, const char *text)
{
  return twf_sheet_add (sheet->blocks, kind, label, text, sheet->language);
}

/*
 * _twf_sheet_find_text:
 * @sheet: a sheet
 * @provision: a provision
 * @part: which text of it
 * @language: (out): the language of the text
 *
 * Returns: (nullable): the text in the sheet's language, else in the source language, else in any
 */
const char *
_twf_sheet_find_text (TwfSheet *sheet, TwfProvision *provision, TwfPart part, const char **language)
{
  const char *const *languages = twf_plan_get_languages (sheet->plan);
  const char *text = twf_provision_get_text (provision, part, sheet->language);

  *language = sheet->language;
  for (guint i = 0; (text == NULL || *text == '\0') && languages[i] != NULL; i++)
    {
      *language = languages[i];
      text = twf_provision_get_text (provision, part, languages[i]);
    }
  return text != NULL && *text != '\0' ? text : NULL;
}

/*
 * _twf_block_set_language:
 * @block: a block
 * @language: of its text
 */
void
_twf_block_set_language (TwfBlock *block, const char *language)
{
  if (strcmp (block->language, language) == 0)
    return;
  g_free (block->language);
  block->language = g_strdup (language);
}

static void
add_value_line (TwfSheet *sheet, TwfWord word, const char *value)
{
  gsize n_digits = value != NULL ? strspn (value, "0123456789") : 0;
  const char *rest = value;

  if (value == NULL)
    return;

  /* A number is put into words; what follows it, the item's name, is of the source language. */
  if (n_digits > 0 && (value[n_digits] == '\0' || value[n_digits] == ' '))
    {
      g_autofree char *number = g_strndup (value, n_digits);
      g_autofree char *line = twf_sheet_word_with (word, sheet->language, number);

      add_block (sheet, TWF_BLOCK_MASTHEAD, "", line);
      rest += n_digits + strspn (value + n_digits, " ");
    }
  if (*rest != '\0')
    _twf_block_set_language (add_block (sheet, TWF_BLOCK_MASTHEAD, "", rest),
                             twf_plan_get_source_language (sheet->plan));
}

static void
add_title (TwfSheet *sheet)
{
  g_autofree char *title = twf_plan_dup_display_title (sheet->plan, sheet->language);

  if (title != NULL && *title != '\0')
    {
      TwfBlock *block = add_block (sheet, TWF_BLOCK_TITLE, "", title);
      const char *const *languages = twf_plan_get_languages (sheet->plan);

      for (guint i = 0; languages[i] != NULL; i++)
        if (g_strcmp0 (twf_plan_get_title (sheet->plan, languages[i]), title) == 0)
          {
            if (g_strcmp0 (twf_plan_get_title (sheet->plan, sheet->language), title) != 0)
              _twf_block_set_language (block, languages[i]);
            break;
          }
      if (!twf_view_is_clean (sheet->view))
        {
          _twf_sheet_open_text (sheet, NULL, TWF_PART_BODY, block);
          _twf_sheet_add_others (sheet, NULL, block, 0);
        }
    }
}

static void
add_masthead (TwfSheet *sheet)
{
  const char *symbol = twf_plan_get_field (sheet->plan, TWF_PLAN_SYMBOL);
  const char *date = twf_plan_get_field (sheet->plan, TWF_PLAN_DATE);
  GDate day;

  if (symbol != NULL)
    add_block (sheet, TWF_BLOCK_MASTHEAD, "", symbol);
  if (date != NULL && twf_date_parse (date, sheet->language, &day))
    {
      g_autofree char *written = twf_date_format (&day, sheet->language);

      add_block (sheet, TWF_BLOCK_MASTHEAD, "", written);
    }
  if (symbol != NULL || date != NULL)
    {
      g_autofree char *line
          = twf_original_line_dup (twf_plan_get_source_language (sheet->plan), sheet->language);

      add_block (sheet, TWF_BLOCK_MASTHEAD, "", line);
    }
  add_value_line (sheet, TWF_WORD_SESSION, twf_plan_get_field (sheet->plan, TWF_PLAN_SESSION));
  add_value_line (
      sheet, TWF_WORD_AGENDA_ITEM, twf_plan_get_field (sheet->plan, TWF_PLAN_AGENDA_ITEM));
  add_title (sheet);
}

/* A clean text is without what is only proposed: the compilation is for showing that. */
static gboolean
is_shown (TwfSheet *sheet, TwfProvision *provision)
{
  return twf_sheet_shows (provision, sheet->view);
}

static gboolean
is_on_sheet (TwfSheet *sheet, TwfProvision *provision)
{
  guint most = twf_plan_get_n_provisions (sheet->plan);

  /* A plan that was read may have provisions that stand under each other. */
  for (guint i = 0; provision != NULL && i <= most; i++)
    {
      if (!is_shown (sheet, provision))
        return FALSE;
      provision = twf_plan_get_provision (sheet->plan, twf_provision_get_parent (provision));
    }
  return TRUE;
}

/*
 * _twf_sheet_describe_links:
 * @sheet: a sheet
 * @ids: (array zero-terminated=1): provisions
 *
 * Returns: (transfer full) (nullable): what a provision points to, as a reader finds it on the
 * page: by number, pillars by name; %NULL where nothing of it is shown
 */
char *
_twf_sheet_describe_links (TwfSheet *sheet, const char *const *ids)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TwfProvision *target = twf_plan_get_provision (sheet->plan, ids[i]);
      g_autofree char *shown = NULL;
      g_autofree char *isolated = NULL;
      const char *language = sheet->language;

      if (target == NULL || !is_on_sheet (sheet, target))
        continue;
      if (twf_provision_get_section (target) == TWF_SECTION_PILLARS)
        shown = g_strdup (_twf_sheet_find_text (sheet, target, TWF_PART_BODY, &language));
      else
        {
          shown = twf_plan_dup_number (sheet->plan, target, sheet->language);
          if (shown != NULL)
            shown[strcspn (shown, ". ")] = '\0';
        }
      if (shown == NULL || *shown == '\0')
        continue;
      isolated = twf_text_isolate_in (shown, language);
      if (line->len > 0)
        g_string_append (line, twf_sheet_word (TWF_WORD_COMMA, sheet->language));
      g_string_append (line, isolated);
    }
  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

static void
add_links (TwfSheet *sheet,
           TwfProvision *provision,
           const char *field,
           TwfSection target,
           guint depth)
{
  const char *const *ids = twf_provision_get_values (provision, field);
  g_autofree char *line = ids != NULL ? _twf_sheet_describe_links (sheet, ids) : NULL;

  if (line != NULL)
    add_block (sheet, TWF_BLOCK_DETAIL, twf_section_get_title (target, sheet->language), line)
        ->depth
        = depth;
}

static void
add_details (TwfSheet *sheet, TwfProvision *provision, guint depth)
{
  add_links (sheet, provision, TWF_FIELD_RESTS_ON, TWF_SECTION_PRINCIPLES, depth);
  add_links (sheet, provision, TWF_FIELD_SERVES, TWF_SECTION_OBJECTIVES, depth);
  add_links (sheet, provision, TWF_FIELD_PILLAR, TWF_SECTION_PILLARS, depth);
  for (TwfPart part = TWF_PART_BODY + 1; part < TWF_N_PARTS; part++)
    {
      const char *language;
      const char *text = _twf_sheet_find_text (sheet, provision, part, &language);
      TwfBlock *block;

      if (text == NULL && !_twf_sheet_is_open (sheet, provision, part))
        continue;
      block = add_block (sheet,
                         TWF_BLOCK_DETAIL,
                         twf_part_get_title (part, sheet->language),
                         text != NULL ? text : "");
      block->depth = depth;
      _twf_block_set_language (block, text != NULL ? language : sheet->language);
      _twf_sheet_note_translation (sheet, provision, part, block);
      if (!twf_view_is_clean (sheet->view))
        _twf_sheet_open_text (sheet, provision, part, block);
    }
}

/* Preambular paragraphs bear no number in a document of the United Nations; what is under one may.
 */
static gboolean
is_numbered (TwfProvision *provision, guint depth)
{
  if (twf_provision_get_field (provision, TWF_FIELD_HEADING) != NULL)
    return FALSE;
  return depth > 0 || twf_provision_get_section (provision) != TWF_SECTION_RATIONALE;
}

static TwfBlock *
add_provision (TwfSheet *sheet, TwfProvision *provision, guint depth)
{
  const char *language;
  const char *text = _twf_sheet_find_text (sheet, provision, TWF_PART_BODY, &language);
  gboolean heading = twf_provision_get_field (provision, TWF_FIELD_HEADING) != NULL;
  g_autofree char *number = twf_plan_dup_number (sheet->plan, provision, sheet->language);
  TwfBlock *block = add_block (sheet,
                               heading ? TWF_BLOCK_HEADING : TWF_BLOCK_PROVISION,
                               number == NULL || !is_numbered (provision, depth) ? "" : number,
                               text != NULL ? text : "");

  block->id = g_strdup (twf_provision_get_id (provision));
  block->depth = depth;
  block->forms = twf_style_get_forms (provision);
  _twf_block_set_language (block, text != NULL ? language : sheet->language);
  _twf_sheet_note_translation (sheet, provision, TWF_PART_BODY, block);
  if (!twf_view_is_clean (sheet->view))
    {
      _twf_sheet_show_state (sheet, provision, block);
      _twf_sheet_open_text (sheet, provision, TWF_PART_BODY, block);
    }
  if (sheet->parked != NULL)
    _twf_sheet_note_parked (sheet, provision, block);
  return block;
}

static TwfBlock *
add_whole (TwfSheet *sheet, TwfProvision *provision, guint depth)
{
  TwfBlock *block = add_provision (sheet, provision, depth);

  if (sheet->sources)
    _twf_sheet_add_sources (sheet, provision, block->language, depth + 1);
  add_details (sheet, provision, depth + 1);
  if (!twf_view_is_clean (sheet->view))
    _twf_sheet_add_others (sheet, provision, block, depth + 1);
  return block;
}

static void
add_provisions (TwfSheet *sheet, TwfSection section, const char *parent, guint depth)
{
  GListModel *children = twf_plan_list_children (sheet->plan, section, parent);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) provision = g_list_model_get_item (children, i);
      TwfBlock *block;

      if (!is_shown (sheet, provision))
        continue;
      block = add_whole (sheet, provision, depth);
      /* What a heading groups is not nested: it only stands under it. */
      add_provisions (
          sheet, section, block->id, block->kind == TWF_BLOCK_HEADING ? depth : depth + 1);
    }
}

static gboolean
has_shown (TwfSheet *sheet, GListModel *children)
{
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) provision = g_list_model_get_item (children, i);

      if (is_shown (sheet, provision))
        return TRUE;
    }
  return FALSE;
}

static void
add_signatories (TwfSheet *sheet)
{
  g_autoptr (GPtrArray) signatories
      = twf_sponsors_list_of (sheet->plan, TWF_SPONSOR_SIGNATORY, sheet->language);

  for (guint i = 0; i < signatories->len; i++)
    {
      TwfDelegation *delegation = g_ptr_array_index (signatories, i);
      g_autofree char *name = twf_delegation_dup_name (delegation, sheet->language);
      g_autofree char *person = twf_delegation_dup_localized (
          delegation, TWF_DELEGATION_REPRESENTATIVE, sheet->language);

      add_block (sheet, TWF_BLOCK_SIGNATORY, person != NULL ? person : "", name);
    }
}

static void
add_co_sponsors (TwfSheet *sheet)
{
  g_autoptr (GPtrArray) sponsors
      = twf_sponsors_list_of (sheet->plan, TWF_SPONSOR_CO_SPONSOR, sheet->language);

  if (sponsors->len > 0)
    add_block (
        sheet, TWF_BLOCK_SECTION, "", twf_sheet_word (TWF_WORD_CO_SPONSORS, sheet->language));
  for (guint i = 0; i < sponsors->len; i++)
    {
      g_autofree char *name = twf_delegation_dup_name (sponsors->pdata[i], sheet->language);

      add_block (sheet, TWF_BLOCK_SIGNATORY, "", name);
    }
}

/**
 * twf_sheet_new:
 * @plan: a plan
 * @language: the language of the document
 * @view: how it is shown
 * @notation: how brackets are written
 * @sources: whether to say from where words were taken as they are
 *
 * Sets a plan out in reading order: first page, covering letter with those who signed it, then
 * section by section. What has no text in @language is given in the source language. The clean text
 * is without proposed provisions and what stands under them; the others are without those that are
 * not on the table.
 *
 * Returns: (transfer full) (element-type TwfBlock): the blocks
 */
GPtrArray *
twf_sheet_new (TwfPlan *plan,
               const char *language,
               TwfView view,
               TwfNotation notation,
               gboolean sources)
{
  g_autoptr (TwfScribe) scribe = twf_scribe_new (plan, notation, language);
  g_autoptr (GPtrArray) parked = view == TWF_VIEW_CHAIR ? twf_parked_list (plan) : NULL;
  TwfSheet sheet = { plan, language, view, scribe, twf_sheet_new_empty (), parked, sources };

  add_masthead (&sheet);
  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    {
      GListModel *children = twf_plan_list_children (plan, section, NULL);

      if (has_shown (&sheet, children))
        {
          add_block (&sheet, TWF_BLOCK_SECTION, "", twf_section_get_title (section, language));
          add_provisions (&sheet, section, NULL, 0);
        }
      if (section == TWF_SECTION_LETTER)
        add_signatories (&sheet);
    }
  add_co_sponsors (&sheet);
  if (parked != NULL)
    _twf_sheet_add_parked (&sheet);
  return sheet.blocks;
}

/**
 * twf_view_is_clean:
 * @view: how a plan is shown
 *
 * Returns: whether it is the text alone, without what is open about it
 */
gboolean
twf_view_is_clean (TwfView view)
{
  return view == TWF_VIEW_CLEAN || view == TWF_VIEW_CHAIR;
}

/**
 * twf_sheet_shows:
 * @provision: a provision
 * @view: how its plan is shown
 *
 * Returns: whether it is on the sheet: it is agreed, or proposed and @view shows what is open
 */
gboolean
twf_sheet_shows (TwfProvision *provision, TwfView view)
{
  return twf_view_is_clean (view) ? !twf_provision_is_proposed (provision, NULL)
                                  : twf_compile_shows (provision);
}

/* What a heading groups is not nested. */
static guint
find_depth (TwfPlan *plan, TwfProvision *provision)
{
  guint most = twf_plan_get_n_provisions (plan);
  guint depth = 0;

  /* A plan that was read may have provisions that stand under each other. */
  for (guint i = 0; i < most; i++)
    {
      provision = twf_plan_get_provision (plan, twf_provision_get_parent (provision));
      if (provision == NULL)
        break;
      depth += twf_provision_get_field (provision, TWF_FIELD_HEADING) == NULL;
    }
  return depth;
}

/**
 * twf_sheet_new_of_provision:
 * @plan: a plan
 * @provision: (nullable): one of its provisions; %NULL: its title
 * @language: the language of the document
 * @view: how it is shown
 * @scribe: of @plan and @language
 *
 * Returns: (transfer full) (element-type TwfBlock): what a sheet of the plan has of it; nothing
 *   where there is no title
 */
GPtrArray *
twf_sheet_new_of_provision (TwfPlan *plan,
                            TwfProvision *provision,
                            const char *language,
                            TwfView view,
                            TwfScribe *scribe)
{
  TwfSheet sheet = { plan, language, view, scribe, twf_sheet_new_empty (), NULL, FALSE };

  if (provision == NULL)
    add_title (&sheet);
  else
    add_whole (&sheet, provision, find_depth (plan, provision));
  return sheet.blocks;
}
