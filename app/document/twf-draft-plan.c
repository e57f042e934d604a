/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-draft-private.h"

#include "twf-error.h"
#include "twf-hostile.h"
#include "twf-id.h"
#include "twf-marks.h"
#include "twf-numbering.h"
#include "twf-rank.h"
#include "twf-read-brackets.h"
#include "twf-region.h"

#include <string.h>

/* A provision that may become the parent of those that follow. */
typedef struct
{
  const char *id;
  guint depth;
  gboolean heading;
} Level;

typedef struct
{
  TwfDraft *draft;
  TwfPlan *plan;
  GStrv ranks;
  guint next_rank;
  guint signatories;
  GArray *levels; /* of Level: from the top down to the last provision */
  TwfSection section;
  gboolean in_section;
  gboolean opener_before; /* the last thing kept was a heading that opens its section */
  GHashTable *numbers;    /* char* id → char* number as printed (owned) */
} Building;

/* The last gate before the model: what is not fit to be stored is made so. Nothing of it is lost
 * that a reader could have seen. */
static char *
dup_storable (TwfDraftParagraph *paragraph, const char *language)
{
  g_autofree char *text = twf_draft_paragraph_dup_final_text (paragraph, language);

  return text != NULL && text[0] != '\0' ? twf_text_make_storable (text) : NULL;
}

static void
set_plan_value (Building *to, const char *field, TwfDraftParagraph *paragraph)
{
  const char *language = twf_draft_get_languages (to->draft)[0];
  const char *value = twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_VALUE);
  const char *before = twf_plan_get_field (to->plan, field);
  g_autofree char *text = value == NULL ? dup_storable (paragraph, language) : g_strdup (value);
  g_autofree char *joined = NULL;
  const char *values[] = { text, NULL };

  if (text == NULL)
    return;
  /* The number of an agenda item and its title are often two paragraphs. */
  if (before != NULL && strcmp (field, TWF_PLAN_AGENDA_ITEM) == 0)
    values[0] = joined = g_strconcat (before, " ", text, NULL);
  else if (before != NULL)
    return;
  twf_plan_set_values (to->plan, field, values);
}

static void
set_title (Building *to, TwfDraftParagraph *paragraph)
{
  const char *const *languages = twf_draft_get_languages (to->draft);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *text = dup_storable (paragraph, languages[i]);
      const char *before = twf_plan_get_title (to->plan, languages[i]);
      g_autofree char *joined = NULL;

      if (text == NULL)
        continue;
      if (before != NULL && before[0] != '\0')
        joined = g_strconcat (before, " ", text, NULL);
      twf_plan_set_title (to->plan, languages[i], joined != NULL ? joined : text);
    }
}

static gboolean
add_signatory (Building *to, TwfDraftParagraph *paragraph)
{
  const char *language = twf_draft_get_languages (to->draft)[0];
  const char *code = twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_CODE);
  const char *name = twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_NAME);
  const char *title = twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_TITLE);
  g_autoptr (TwfDelegation) delegation = NULL;
  g_autofree char *state = NULL;
  g_autofree char *rank = NULL;
  const char *sponsor[] = { "signatory", NULL };
  const char *ranks[] = { NULL, NULL };

  if (code == NULL || twf_plan_get_delegation (to->plan, code) != NULL)
    return FALSE;
  delegation = twf_delegation_new (code);
  state = twf_region_dup_name (code, language);
  if (state != NULL)
    twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, language, state);
  if (name != NULL)
    twf_delegation_set_localized (delegation, TWF_DELEGATION_REPRESENTATIVE, language, name);
  if (title != NULL)
    twf_delegation_set_localized (delegation, TWF_DELEGATION_TITLE, language, title);
  ranks[0] = rank = g_strdup_printf ("%u", ++to->signatories);
  twf_delegation_set_values (delegation, TWF_DELEGATION_SPONSOR, sponsor);
  twf_delegation_set_values (delegation, TWF_DELEGATION_RANK, ranks);
  twf_plan_take_delegation (to->plan, g_steal_pointer (&delegation));
  return TRUE;
}

/* Finds the provision that @depth hangs under, and forgets those that are closed by it. A heading
 * takes what follows under it, up to the next heading of its level or above. */
static const char *
find_parent (Building *to, guint depth, gboolean heading)
{
  while (to->levels->len > 0)
    {
      const Level *last = &g_array_index (to->levels, Level, to->levels->len - 1);
      gboolean closed
          = last->heading ? heading && last->depth >= depth : heading || last->depth >= depth;

      if (!closed)
        return last->id;
      g_array_set_size (to->levels, to->levels->len - 1);
    }
  return NULL;
}

/* Pillars are names, and counted without a point: "1 Prevention". */
static gsize
count_bare_number (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && text[digits] == ' ' ? digits + 1 : 0;
}

static void
add_provision (Building *to, TwfDraftParagraph *paragraph, gboolean heading)
{
  const char *const *languages = twf_draft_get_languages (to->draft);
  const char *key = twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_KEY);
  const char *number = twf_draft_paragraph_get_number (paragraph);
  TwfSection section = twf_draft_paragraph_get_section (paragraph);
  guint depth = twf_draft_paragraph_get_depth (paragraph);
  g_autofree char *id = twf_id_new ();
  TwfProvision *provision;
  const char *parent;
  Level level;

  if (!to->in_section || section != to->section)
    g_array_set_size (to->levels, 0);
  parent = find_parent (to, depth, heading);
  provision = twf_provision_new (id, section);
  twf_provision_set_place (provision, section, parent, to->ranks[to->next_rank++]);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *text = dup_storable (paragraph, languages[i]);

      if (text != NULL)
        twf_provision_set_text (
            provision,
            TWF_PART_BODY,
            languages[i],
            text + (section == TWF_SECTION_PILLARS ? count_bare_number (text) : 0));
    }
  if (heading)
    twf_provision_set_values (provision, TWF_FIELD_HEADING, (const char *const[]){ "yes", NULL });
  if (key != NULL)
    twf_provision_set_values (provision, TWF_FIELD_SOURCE, (const char *const[]){ key, NULL });
  if (number != NULL && !heading)
    g_hash_table_insert (to->numbers, g_strdup (id), g_strdup (number));
  level = (Level){ twf_provision_get_id (provision), depth, heading };
  twf_plan_take_provision (to->plan, provision);
  g_array_append_val (to->levels, level);
  to->section = section;
  to->in_section = TRUE;
  to->opener_before = FALSE;
}

/* A heading that only says which section begins is the section's own title and is not stored. */
static gboolean
opens_section (Building *to, TwfDraftParagraph *paragraph)
{
  if (twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_OPENS) == NULL)
    return FALSE;
  return !to->in_section || to->section != twf_draft_paragraph_get_section (paragraph)
         || to->opener_before;
}

static void
add_paragraph (Building *to, TwfDraftParagraph *paragraph)
{
  switch (twf_draft_paragraph_get_role (paragraph))
    {
    case TWF_ROLE_LEFT_OUT:
      break;
    case TWF_ROLE_TITLE:
      set_title (to, paragraph);
      break;
    case TWF_ROLE_SYMBOL:
      set_plan_value (to, TWF_PLAN_SYMBOL, paragraph);
      break;
    case TWF_ROLE_SESSION:
      set_plan_value (to, TWF_PLAN_SESSION, paragraph);
      break;
    case TWF_ROLE_AGENDA_ITEM:
      set_plan_value (to, TWF_PLAN_AGENDA_ITEM, paragraph);
      break;
    case TWF_ROLE_DATE:
      /* A plan's date is a day: what could not be read as one is left for a person to enter. */
      if (twf_draft_paragraph_get_field (paragraph, TWF_DRAFT_VALUE) != NULL)
        set_plan_value (to, TWF_PLAN_DATE, paragraph);
      break;
    case TWF_ROLE_SIGNATORY:
      if (!add_signatory (to, paragraph))
        add_provision (to, paragraph, FALSE);
      break;
    case TWF_ROLE_HEADING:
      if (!opens_section (to, paragraph))
        {
          add_provision (to, paragraph, TRUE);
          break;
        }
      to->section = twf_draft_paragraph_get_section (paragraph);
      to->in_section = TRUE;
      to->opener_before = TRUE;
      g_array_set_size (to->levels, 0);
      break;
    case TWF_ROLE_PROVISION:
    default:
      add_provision (to, paragraph, FALSE);
    }
}

/* A printed number is stored only where the plan would count otherwise. */
static void
keep_odd_numbers (Building *to)
{
  const char *language = twf_draft_get_languages (to->draft)[0];
  GHashTableIter iter;
  gpointer id, printed;

  g_hash_table_iter_init (&iter, to->numbers);
  while (g_hash_table_iter_next (&iter, &id, &printed))
    {
      TwfProvision *provision = twf_plan_get_provision (to->plan, id);
      g_autofree char *counted = twf_plan_dup_number (to->plan, provision, language);

      if (counted == NULL || !twf_number_equal (counted, printed))
        twf_provision_set_values (
            provision, TWF_FIELD_NUMBER, (const char *const[]){ printed, NULL });
    }
}

/**
 * twf_draft_to_plan:
 *
 * Makes the plan that the draft proposes, as its paragraphs stand now: roles and sections as a
 * person left them, accepted suggestions done, brackets read if that is asked for. Left-out
 * paragraphs do not go into it; a signatory whose state is not known becomes a paragraph of the
 * letter.
 *
 * Returns: (transfer full): a new plan, or %NULL
 *
 * Errors: %TWF_ERROR_EMPTY if nothing would stand in the plan
 */
TwfPlan *
twf_draft_to_plan (TwfDraft *self, GError **error)
{
  GListModel *paragraphs = twf_draft_list_paragraphs (self);
  const char *const *languages = twf_draft_get_languages (self);
  guint n = g_list_model_get_n_items (paragraphs);
  g_autoptr (TwfPlan) plan = twf_plan_new ();
  g_auto (GStrv) ranks = twf_rank_sequence (MAX (n, 1));
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Building to
      = { .draft = self, .plan = plan, .ranks = ranks, .levels = levels, .numbers = numbers };

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  twf_plan_set_values (plan, TWF_PLAN_SOURCE_LANGUAGE, (const char *const[]){ languages[0], NULL });
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TwfDraftParagraph) one = g_list_model_get_item (paragraphs, i);

      add_paragraph (&to, one);
    }
  if (twf_plan_get_n_provisions (plan) == 0)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_EMPTY, "no paragraph is left for the plan");
      return NULL;
    }
  keep_odd_numbers (&to);
  if (twf_draft_get_reads_brackets (self))
    twf_plan_read_brackets (plan, languages[0]);
  return g_steal_pointer (&plan);
}
