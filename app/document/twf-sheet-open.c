/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-sheet-private.h"

#include "twf-bidi.h"
#include "twf-field-words.h"
#include "twf-language.h"
#include "twf-notation-words.h"
#include "twf-numbering.h"
#include "twf-scribe-private.h"
#include "twf-sheet-words.h"
#include "twf-since-private.h"

#include <string.h>

static void
add_run (GPtrArray *runs, TwfRunKind kind, const char *text)
{
  TwfRun *run;

  if (*text == '\0')
    return;
  run = g_new0 (TwfRun, 1);
  run->kind = kind;
  run->text = g_strdup (text);
  g_ptr_array_add (runs, run);
}

static GPtrArray *
new_runs (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
}

/* What went and what came would be read as one word. */
static void
add_space (GPtrArray *runs)
{
  const TwfRun *last = runs->len > 0 ? runs->pdata[runs->len - 1] : NULL;
  gsize length = last != NULL ? strlen (last->text) : 0;

  if (length > 0 && !g_ascii_isspace (last->text[length - 1]))
    add_run (runs, TWF_RUN_EQUAL, " ");
}

static void
add_owners (GPtrArray *runs,
            TwfScribe *scribe,
            const TwfCompiledText *compiled,
            const TwfAlternative *alternative)
{
  g_autofree TwfProposal **proposals = g_new (TwfProposal *, alternative->n_sides);
  g_autofree char *words = NULL;

  for (guint i = 0; i < alternative->n_sides; i++)
    proposals[i] = compiled->proposals->pdata[alternative->sides[i]];
  words = twf_scribe_dup_attribution (scribe, proposals, NULL, alternative->n_sides);
  add_space (runs);
  add_run (runs, TWF_RUN_EQUAL, words);
}

/* Brackets as changes: what stands is struck where somebody wants it otherwise, and behind it comes
 * what is wanted, with its owners. */
static void
add_changes (GPtrArray *runs,
             TwfScribe *scribe,
             const TwfCompiledText *compiled,
             GPtrArray *pieces,
             gboolean goes)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const TwfBracketPiece *piece = pieces->pdata[i];

      if (piece->alternatives == NULL)
        {
          add_run (runs, goes ? TWF_RUN_DELETED : TWF_RUN_EQUAL, piece->text);
          continue;
        }
      if (piece->inside != NULL)
        add_changes (runs, scribe, compiled, piece->inside, TRUE);
      else
        add_run (runs, TWF_RUN_DELETED, piece->text);
      for (guint a = 0; a < piece->alternatives->len; a++)
        {
          const TwfAlternative *alternative = piece->alternatives->pdata[a];

          if (*alternative->text != '\0' && *alternative->text != ' ')
            add_space (runs);
          add_run (runs, TWF_RUN_INSERTED, alternative->text);
          add_owners (runs, scribe, compiled, alternative);
        }
      if (i + 1 < pieces->len
          && !g_ascii_isspace (*((const TwfBracketPiece *)pieces->pdata[i + 1])->text)
          && g_unichar_isalnum (
              g_utf8_get_char (((const TwfBracketPiece *)pieces->pdata[i + 1])->text)))
        add_space (runs);
    }
}

static gboolean
is_insert (const TwfCompiledText *compiled)
{
  return compiled->provision != NULL && compiled->part == TWF_PART_BODY
         && twf_provision_is_proposed (compiled->provision, NULL);
}

static void
show_changes (TwfSheet *sheet, const TwfCompiledText *compiled, TwfBlock *block)
{
  TwfProposal *insert = is_insert (compiled) ? twf_compile_find_insert (compiled->provision) : NULL;

  block->runs = new_runs ();
  if (is_insert (compiled))
    {
      g_autofree char *text = twf_brackets_dup_reading (compiled->pieces, TWF_READING_STANDING);
      g_autofree char *words
          = insert != NULL ? twf_scribe_dup_attribution (sheet->scribe, &insert, NULL, 1) : NULL;

      add_run (block->runs, TWF_RUN_INSERTED, text);
      if (words != NULL && *words != '\0')
        {
          add_space (block->runs);
          add_run (block->runs, TWF_RUN_EQUAL, words);
        }
    }
  else
    add_changes (block->runs, sheet->scribe, compiled, compiled->pieces, FALSE);
}

static void
take_text (TwfBlock *block, char *text)
{
  g_free (block->text);
  block->text = text;
}

static char *
dup_label (TwfSheet *sheet, TwfProposal *proposal)
{
  g_autofree char *words = twf_scribe_dup_attribution (sheet->scribe, &proposal, NULL, 1);

  return g_steal_pointer (&words);
}

/* Each proposal in the column beside: whose it is, and what it changes. */
static void
show_aside (TwfSheet *sheet, const TwfCompiledText *compiled, TwfBlock *block)
{
  g_autofree char *standing = twf_brackets_dup_reading (compiled->pieces, TWF_READING_STANDING);

  if (block->aside == NULL)
    block->aside = twf_sheet_new_empty ();
  for (guint i = 0; i < compiled->proposals->len; i++)
    {
      g_autofree char *wording = twf_brackets_dup_reading (compiled->pieces, i);
      g_autofree char *label = dup_label (sheet, compiled->proposals->pdata[i]);
      g_autoptr (GPtrArray) runs = twf_difference_of_texts (standing, wording, compiled->language);
      TwfBlock *entry
          = twf_sheet_add (block->aside, TWF_BLOCK_DETAIL, label, wording, compiled->language);

      entry->runs = _twf_runs_cut (runs, compiled->language);
    }
  if (is_insert (compiled))
    {
      TwfProposal *insert = twf_compile_find_insert (compiled->provision);
      g_autofree char *label = insert != NULL ? dup_label (sheet, insert) : g_strdup ("");
      TwfBlock *entry
          = twf_sheet_add (block->aside, TWF_BLOCK_DETAIL, label, standing, compiled->language);

      entry->runs = new_runs ();
      add_run (entry->runs, TWF_RUN_INSERTED, standing);
      take_text (block, g_strdup (""));
    }
}

/* In the words of the text's language, whatever the document's: words that run the other way, with
 * names between them, would change places in its line. */
static GPtrArray *
write_spans (TwfSheet *sheet, const TwfCompiledText *compiled, const char *language)
{
  char *own = sheet->scribe->language;
  g_autofree char *text = g_strdup (language);
  GPtrArray *spans;

  sheet->scribe->language = text;
  spans = twf_scribe_write (sheet->scribe, compiled);
  sheet->scribe->language = own;
  return spans;
}

static void
show_text (TwfSheet *sheet, const TwfCompiledText *compiled, TwfBlock *block)
{
  switch (sheet->view)
    {
    case TWF_VIEW_CHANGES:
      show_changes (sheet, compiled, block);
      break;
    case TWF_VIEW_TABLE:
      show_aside (sheet, compiled, block);
      break;
    case TWF_VIEW_COMPILATION:
      block->spans = write_spans (sheet, compiled, block->language);
      take_text (block, twf_spans_dup_text (block->spans));
      break;
    case TWF_VIEW_CLEAN:
    case TWF_VIEW_CHAIR:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_open (const TwfCompiledText *compiled)
{
  return compiled != NULL && (compiled->proposals->len > 0 || is_insert (compiled));
}

/*
 * _twf_sheet_is_open:
 * @sheet: a sheet
 * @provision: a provision
 * @part: which text of it
 *
 * Returns: whether somebody proposes a text where there is none
 */
gboolean
_twf_sheet_is_open (TwfSheet *sheet, TwfProvision *provision, TwfPart part)
{
  g_autoptr (TwfCompiledText) compiled = NULL;
  g_auto (GStrv) elsewhere = NULL;

  if (twf_view_is_clean (sheet->view) || !twf_provision_has_proposals (provision))
    return FALSE;
  compiled = twf_compile_text (sheet->plan, provision, part, sheet->language);
  elsewhere = twf_compile_list_elsewhere (sheet->plan, provision, part, sheet->language);
  return has_open (compiled) || elsewhere[0] != NULL;
}

/* What is open in a language that the reader does not read is shown in that language, with its
 * name: the brackets are there before the translation is. */
static void
show_elsewhere (TwfSheet *sheet, TwfProvision *provision, TwfPart part, TwfBlock *block)
{
  g_auto (GStrv) languages
      = twf_compile_list_elsewhere (sheet->plan, provision, part, sheet->language);
  guint depth = block->depth + 1;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (TwfCompiledText) compiled = NULL;
      g_autofree char *name = twf_language_dup_name (languages[i], sheet->language);
      TwfBlock *entry;

      /* It is the very text that stands here untranslated. */
      if (g_str_equal (languages[i], block->language)
          && !g_str_equal (languages[i], sheet->language))
        continue;
      compiled = twf_compile_text (sheet->plan, provision, part, languages[i]);
      if (!has_open (compiled))
        continue;
      /* The column beside has each proposal in its own language anyway. */
      if (sheet->view == TWF_VIEW_TABLE)
        {
          show_aside (sheet, compiled, block);
          continue;
        }
      entry = twf_sheet_add (
          sheet->blocks, TWF_BLOCK_DETAIL, name != NULL ? name : languages[i], "", languages[i]);
      entry->depth = depth;
      show_text (sheet, compiled, entry);
    }
}

/*
 * _twf_sheet_open_text:
 * @sheet: a sheet that shows what is open
 * @provision: (nullable): a provision; %NULL: the plan itself
 * @part: which text of it
 * @block: that shows the text, in the language that it has
 *
 * Shows in @block what is open about the text, and behind it what is open in other languages.
 */
void
_twf_sheet_open_text (TwfSheet *sheet, TwfProvision *provision, TwfPart part, TwfBlock *block)
{
  g_autoptr (TwfCompiledText) compiled = NULL;

  if (provision != NULL && !twf_provision_has_proposals (provision)
      && !twf_provision_is_proposed (provision, NULL))
    return;
  compiled = twf_compile_text (sheet->plan, provision, part, block->language);
  if (has_open (compiled))
    show_text (sheet, compiled, block);
  show_elsewhere (sheet, provision, part, block);
}

/*
 * _twf_sheet_describe_values:
 * @sheet: a sheet
 * @field: a field
 * @values: (nullable): its values
 *
 * Returns: (transfer full): the values as a reader finds them on the page; empty where there are
 *   none
 */
char *
_twf_sheet_describe_values (TwfSheet *sheet, const char *field, const char *const *values)
{
  char *line = NULL;
  TwfSection section;

  if (values == NULL || values[0] == NULL)
    return g_strdup ("");
  if (twf_field_get_target (field, &section))
    line = _twf_sheet_describe_links (sheet, values);
  if (line == NULL)
    line = g_strjoinv (twf_sheet_word (TWF_WORD_COMMA, sheet->language), (char **)values);
  return line;
}

/*
 * _twf_sheet_describe_place:
 * @sheet: a sheet
 * @provision: a provision
 * @proposal: that it moves
 *
 * Returns: (transfer full): where to: "after 5": by the number that the other has on the page
 */
char *
_twf_sheet_describe_place (TwfSheet *sheet, TwfProvision *provision, TwfProposal *proposal)
{
  g_autofree char *id = twf_compile_find_place (sheet->plan, provision, proposal);
  TwfProvision *before = id != NULL ? twf_plan_get_provision (sheet->plan, id) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *isolated = NULL;
  g_auto (GStrv) around = NULL;

  if (before == NULL)
    return g_strdup (twf_noted_word (TWF_NOTED_FIRST, sheet->language));
  number = twf_plan_dup_number (sheet->plan, before, sheet->language);
  number[strcspn (number, ".")] = '\0';
  isolated = twf_text_isolate (g_strstrip (number));
  around = g_strsplit (twf_noted_word (TWF_NOTED_AFTER, sheet->language), "%s", 2);
  return g_strconcat (around[0], isolated, around[1], NULL);
}

static void
show_choice (TwfSheet *sheet,
             TwfProposal *proposal,
             TwfBlock *block,
             const char *label,
             const char *standing,
             const char *proposed,
             guint depth)
{
  gboolean aside = sheet->view == TWF_VIEW_TABLE;
  g_autoptr (GPtrArray) spans
      = twf_scribe_write_choice (sheet->scribe, standing, proposed, proposal);
  g_autofree char *text = twf_spans_dup_text (spans);
  TwfBlock *entry;

  if (aside && block->aside == NULL)
    block->aside = twf_sheet_new_empty ();
  entry = twf_sheet_add (
      aside ? block->aside : sheet->blocks, TWF_BLOCK_DETAIL, label, text, sheet->language);
  entry->depth = depth;
  entry->spans = g_steal_pointer (&spans);
}

/*
 * _twf_sheet_add_others:
 * @sheet: a sheet that shows what is open
 * @provision: (nullable): a provision; %NULL: the plan itself
 * @block: that shows its text
 * @depth: how far it is nested
 *
 * Adds what is open about no text: links and other fields, and the place.
 */
void
_twf_sheet_add_others (TwfSheet *sheet, TwfProvision *provision, TwfBlock *block, guint depth)
{
  g_autoptr (GPtrArray) others = twf_compile_list_others (sheet->plan, provision);

  for (guint i = 0; i < others->len; i++)
    {
      TwfProposal *proposal = others->pdata[i];
      const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
      g_autofree char *standing = NULL;
      g_autofree char *proposed = NULL;

      if (twf_proposal_get_kind (proposal) == TWF_PROPOSAL_MOVE)
        {
          proposed = _twf_sheet_describe_place (sheet, provision, proposal);
          show_choice (sheet,
                       proposal,
                       block,
                       twf_noted_word (TWF_NOTED_PLACE, sheet->language),
                       "",
                       proposed,
                       depth);
          continue;
        }
      standing = _twf_sheet_describe_values (sheet,
                                             field,
                                             provision != NULL
                                                 ? twf_provision_get_values (provision, field)
                                                 : twf_plan_get_values (sheet->plan, field));
      proposed = _twf_sheet_describe_values (
          sheet, field, twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_VALUE));
      show_choice (sheet,
                   proposal,
                   block,
                   twf_field_word (field, sheet->language),
                   standing,
                   proposed,
                   depth);
    }
}
