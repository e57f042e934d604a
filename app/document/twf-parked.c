/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-parked.h"

#include "twf-bidi.h"
#include "twf-collation.h"
#include "twf-field-words.h"
#include "twf-notation-words.h"
#include "twf-numbering.h"
#include "twf-sheet-private.h"
#include "twf-sheet-words.h"

#include <string.h>

static void
free_parked (gpointer data)
{
  TwfParked *parked = data;

  g_clear_object (&parked->provision);
  g_object_unref (parked->proposal);
  g_free (parked);
}

static void
add_of (GPtrArray *list, TwfProvision *provision, GListModel *proposals)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      TwfParked *parked;

      if (twf_proposal_get_state (proposal) != TWF_PROPOSAL_PARKED)
        continue;
      parked = g_new0 (TwfParked, 1);
      parked->provision = provision != NULL ? g_object_ref (provision) : NULL;
      parked->proposal = g_steal_pointer (&proposal);
      g_ptr_array_add (list, parked);
    }
}

/**
 * twf_parked_list:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type TwfParked): the proposals that were set aside, in the
 *   order of the plan
 */
GPtrArray *
twf_parked_list (TwfPlan *plan)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_parked);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  add_of (list, NULL, twf_plan_list_proposals (plan));
  for (guint i = 0; i < all->len; i++)
    if (twf_provision_has_proposals (all->pdata[i]))
      add_of (list, all->pdata[i], twf_provision_list_proposals (all->pdata[i]));
  return list;
}

/*
 * _twf_sheet_note_parked:
 * @sheet: a sheet of the chair's text
 * @provision: a provision
 * @block: that shows its text
 *
 * Says behind the text which entries of the list are about it.
 */
void
_twf_sheet_note_parked (TwfSheet *sheet, TwfProvision *provision, TwfBlock *block)
{
  g_autoptr (GString) state = NULL;

  for (guint i = 0; i < sheet->parked->len; i++)
    {
      const TwfParked *parked = sheet->parked->pdata[i];

      if (parked->provision != provision)
        continue;
      if (block->first_note == 0)
        block->first_note = i + 1;
      block->n_notes++;
    }
  if (block->n_notes == 0)
    return;
  state = g_string_new (twf_sheet_word (TWF_WORD_PARKED, sheet->language));
  for (guint i = 0; i < block->n_notes; i++)
    g_string_append_printf (
        state,
        "%s%u",
        twf_sheet_word (i == 0 ? TWF_WORD_COLON : TWF_WORD_COMMA, sheet->language),
        block->first_note + i);
  block->state = g_string_free (g_steal_pointer (&state), FALSE);
}

static gint
compare_names (gconstpointer one, gconstpointer other, gpointer collator)
{
  return twf_collator_compare (collator, *(char *const *)one, *(char *const *)other);
}

/* In the order of the language's alphabet. */
static char *
dup_owners (TwfSheet *sheet, TwfProposal *proposal)
{
  const char *const *codes = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  g_autoptr (TwfCollator) collator = twf_collator_new (sheet->language);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *line = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      TwfDelegation *delegation = twf_plan_get_delegation (sheet->plan, codes[i]);

      g_ptr_array_add (names,
                       delegation != NULL ? twf_delegation_dup_name (delegation, sheet->language)
                                          : g_strdup (codes[i]));
    }
  if (names->len == 0)
    g_ptr_array_add (names, g_strdup (twf_sheet_word (TWF_WORD_FACILITATOR, sheet->language)));
  g_ptr_array_sort_with_data (names, compare_names, collator);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *isolated = twf_text_isolate (names->pdata[i]);

      if (i > 0)
        g_string_append (line, twf_sheet_word (TWF_WORD_COMMA, sheet->language));
      g_string_append (line, isolated);
    }
  return g_string_free (line, FALSE);
}

/* "Objectives, 3": where it stands on the page. */
static char *
dup_where (TwfSheet *sheet, TwfProvision *provision)
{
  const char *title;
  g_autofree char *number = NULL;
  g_autofree char *isolated = NULL;

  if (provision == NULL)
    return twf_plan_dup_display_title (sheet->plan, sheet->language);
  title = twf_section_get_title (twf_provision_get_section (provision), sheet->language);
  number = twf_plan_dup_number (sheet->plan, provision, sheet->language);
  /* "3." and "3 -" are how a number stands before its text. */
  while (number != NULL && *number != '\0' && strchr (" .-", number[strlen (number) - 1]) != NULL)
    number[strlen (number) - 1] = '\0';
  if (number == NULL || *g_strstrip (number) == '\0')
    return g_strdup (title);
  isolated = twf_text_isolate (number);
  return g_strconcat (title, twf_sheet_word (TWF_WORD_COMMA, sheet->language), isolated, NULL);
}

static void
add_detail (TwfSheet *sheet, const char *label, const char *text, const char *language)
{
  twf_sheet_add (sheet->blocks, TWF_BLOCK_DETAIL, label, text, language)->depth = 1;
}

/* Each wording in its own language; where there is one in the reader's, that alone. */
static void
add_wordings (TwfSheet *sheet, const TwfParked *parked)
{
  gboolean is_insert = twf_proposal_get_kind (parked->proposal) == TWF_PROPOSAL_INSERT;
  TwfPart part = twf_proposal_get_part (parked->proposal);
  g_auto (GStrv) languages = is_insert ? twf_provision_list_languages (parked->provision, part)
                                       : twf_proposal_list_languages (parked->proposal);
  gboolean has_readers = g_strv_contains ((const char *const *)languages, sheet->language);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *text = is_insert ? twf_provision_get_text (parked->provision, part, languages[i])
                                   : twf_proposal_get_text (parked->proposal, languages[i]);

      if (has_readers && !g_str_equal (languages[i], sheet->language))
        continue;
      add_detail (sheet,
                  part == TWF_PART_BODY ? "" : twf_part_get_title (part, sheet->language),
                  text,
                  languages[i]);
    }
}

/* What it asks for. */
static void
add_content (TwfSheet *sheet, const TwfParked *parked)
{
  const char *field = twf_proposal_get_field (parked->proposal, TWF_PROPOSAL_FIELD_FIELD);
  g_autofree char *words = NULL;

  switch (twf_proposal_get_kind (parked->proposal))
    {
    case TWF_PROPOSAL_DELETE:
      add_detail (sheet, "", twf_noted_word (TWF_NOTED_NO_TEXT, sheet->language), sheet->language);
      break;
    case TWF_PROPOSAL_MOVE:
      words = _twf_sheet_describe_place (sheet, parked->provision, parked->proposal);
      add_detail (sheet, twf_noted_word (TWF_NOTED_PLACE, sheet->language), words, sheet->language);
      break;
    case TWF_PROPOSAL_REPLACE:
    case TWF_PROPOSAL_INSERT:
    default:
      if (field == NULL)
        {
          add_wordings (sheet, parked);
          break;
        }
      words = _twf_sheet_describe_values (
          sheet, field, twf_proposal_get_values (parked->proposal, TWF_PROPOSAL_FIELD_VALUE));
      add_detail (sheet, twf_field_word (field, sheet->language), words, sheet->language);
    }
}

/*
 * _twf_sheet_add_parked:
 * @sheet: a sheet of the chair's text
 *
 * Adds the list of what was parked: whose it is, what it is about and what it asks for.
 */
void
_twf_sheet_add_parked (TwfSheet *sheet)
{
  if (sheet->parked->len > 0)
    twf_sheet_add (sheet->blocks,
                   TWF_BLOCK_SECTION,
                   "",
                   twf_sheet_word (TWF_WORD_PARKED_PROPOSALS, sheet->language),
                   sheet->language);
  for (guint i = 0; i < sheet->parked->len; i++)
    {
      const TwfParked *parked = sheet->parked->pdata[i];
      const char *reason = twf_proposal_get_field (parked->proposal, TWF_PROPOSAL_FIELD_REASON);
      g_autofree char *label = g_strdup_printf ("%u.", i + 1);
      g_autofree char *owners = dup_owners (sheet, parked->proposal);
      g_autofree char *where = dup_where (sheet, parked->provision);
      g_autofree char *isolated = twf_text_isolate (where != NULL ? where : "");
      g_autofree char *text
          = g_strconcat (owners, twf_sheet_word (TWF_WORD_COLON, sheet->language), isolated, NULL);
      TwfBlock *block
          = twf_sheet_add (sheet->blocks, TWF_BLOCK_PROVISION, label, text, sheet->language);

      block->note = i + 1;
      if (parked->provision != NULL && twf_sheet_shows (parked->provision, sheet->view))
        block->id = g_strdup (twf_provision_get_id (parked->provision));
      add_content (sheet, parked);
      if (reason != NULL)
        add_detail (sheet,
                    twf_field_word (TWF_PROPOSAL_FIELD_REASON, sheet->language),
                    reason,
                    twf_plan_get_source_language (sheet->plan));
    }
}
