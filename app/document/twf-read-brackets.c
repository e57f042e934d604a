/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-read-brackets.h"

#include "twf-bidi.h"
#include "twf-marks.h"
#include "twf-notation-read.h"
#include "twf-notation-words.h"
#include "twf-notation.h"
#include "twf-numbering.h"
#include "twf-proposal-life.h"
#include "twf-region.h"

#include <string.h>

/* A condition is only understood when all proposals are there. */
typedef struct
{
  char *pid;
  char *code;
  char *reference;
} Condition;

typedef struct
{
  TwfPlan *plan;
  const char *language;
  GPtrArray *conditions; /* of Condition */
  guint n_proposals;
} Taking;

static void
free_condition (gpointer data)
{
  Condition *condition = data;

  g_free (condition->pid);
  g_free (condition->code);
  g_free (condition->reference);
  g_free (condition);
}

static TwfNotedText *
read_text (const char *text, const char *language)
{
  g_autofree char *plain = text != NULL ? twf_text_strip_isolates (text) : NULL;

  /* That it is agreed is no word of it, and nobody's to say but the facilitator's. */
  if (plain != NULL)
    plain[twf_noted_find_state (plain)] = '\0';
  return plain != NULL ? twf_notation_read (plain, language) : NULL;
}

/* Whoever is named takes part. */
static void
welcome (Taking *self, const char *code)
{
  g_autoptr (TwfDelegation) delegation = NULL;
  g_autofree char *name = NULL;

  if (twf_plan_get_delegation (self->plan, code) != NULL)
    return;
  delegation = twf_delegation_new (code);
  name = twf_region_dup_name (code, self->language);
  twf_delegation_set_localized (
      delegation, TWF_DELEGATION_NAME, self->language, name != NULL ? name : code);
  twf_plan_take_delegation (self->plan, g_steal_pointer (&delegation));
}

static GStrv
list_owners (Taking *self, const TwfNotedWording *wording)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < wording->owners->len; i++)
    {
      welcome (self, wording->owners->pdata[i]);
      g_strv_builder_add (builder, wording->owners->pdata[i]);
    }
  return g_strv_builder_end (builder);
}

static void
apply (Taking *self, GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;

  if (edits != NULL && !twf_plan_apply_all (self->plan, edits, &error))
    g_debug ("%s", error->message);
}

static void
add_position (Taking *self, const char *pid, const TwfNotedPosition *noted)
{
  g_autoptr (GPtrArray) edits = NULL;

  welcome (self, noted->code);
  if (noted->reference != NULL)
    {
      Condition *condition = g_new0 (Condition, 1);

      condition->pid = g_strdup (pid);
      condition->code = g_strdup (noted->code);
      condition->reference = g_strdup (noted->reference);
      g_ptr_array_add (self->conditions, condition);
      return;
    }
  edits = twf_proposal_set_position (
      self->plan, pid, noted->code, twf_position_word_get_name (noted->word), NULL, NULL);
  apply (self, edits);
}

static void
add_positions (Taking *self, const char *pid, const TwfNotedWording *wording)
{
  for (guint i = 0; i < wording->positions->len; i++)
    add_position (self, pid, wording->positions->pdata[i]);
}

static GPtrArray *
make_proposal (Taking *self,
               const char *id,
               const TwfNotedWording *wording,
               const char *const *owners,
               char **pid)
{
  g_autoptr (TwfProposal) draft = NULL;

  if (id == NULL || *wording->wording != '\0')
    return twf_proposal_make_text (
        self->plan, id, TWF_PART_BODY, self->language, wording->wording, owners, NULL, pid, NULL);
  draft = twf_proposal_new ("draft");
  twf_proposal_set_kind (draft, TWF_PROPOSAL_DELETE);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_OWNER, owners);
  return twf_proposal_make (self->plan, id, draft, pid, NULL);
}

static void
add_wordings (Taking *self, const char *id, const TwfNotedText *noted)
{
  for (guint i = 0; i < noted->wordings->len; i++)
    {
      const TwfNotedWording *wording = noted->wordings->pdata[i];
      g_auto (GStrv) owners = list_owners (self, wording);
      g_autofree char *pid = NULL;
      g_autoptr (GPtrArray) edits
          = make_proposal (self, id, wording, (const char *const *)owners, &pid);

      if (edits == NULL)
        continue;
      apply (self, edits);
      self->n_proposals++;
      add_positions (self, pid, wording);
    }
}

/* A paragraph that is all in one bracket is proposed itself. */
static void
mark_inserted (Taking *self, const char *id, const TwfNotedWording *insert)
{
  g_auto (GStrv) owners = list_owners (self, insert);
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  g_autoptr (TwfProposal) proposal = NULL;
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  g_autofree char *pid = NULL;

  twf_proposal_set_kind (draft, TWF_PROPOSAL_INSERT);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_OWNER, (const char *const *)owners);
  pid = twf_proposal_dup_content_id (draft, id);
  proposal = twf_proposal_copy_as (draft, pid);
  g_ptr_array_add (edits,
                   twf_edit_new_values (id, TWF_FIELD_PROPOSED, (const char *const *)owners));
  g_ptr_array_add (edits, twf_edit_new_proposal (id, proposal));
  apply (self, edits);
  self->n_proposals++;
  add_positions (self, pid, insert);
}

static void
set_text (Taking *self, const char *id, const char *text)
{
  g_autoptr (TwfEdit) edit
      = twf_edit_new_text (id, TWF_PART_BODY, self->language, *text != '\0' ? text : NULL);

  twf_plan_apply (self->plan, edit, NULL, NULL);
}

static void
drop_state (Taking *self, TwfProvision *provision)
{
  const char *text = provision != NULL
                         ? twf_provision_get_text (provision, TWF_PART_BODY, self->language)
                         : NULL;
  g_autofree char *words = text != NULL ? g_strndup (text, twf_noted_find_state (text)) : NULL;

  if (words != NULL && !g_str_equal (words, text))
    set_text (self, twf_provision_get_id (provision), words);
}

static void
take_in (Taking *self, TwfProvision *provision)
{
  const char *id = provision != NULL ? twf_provision_get_id (provision) : NULL;
  g_autoptr (TwfNotedText) noted = read_text (
      provision != NULL ? twf_provision_get_text (provision, TWF_PART_BODY, self->language)
                        : twf_plan_get_title (self->plan, self->language),
      self->language);

  if (noted == NULL)
    {
      drop_state (self, provision);
      return;
    }
  set_text (self, id, noted->text);
  if (id != NULL && noted->insert != NULL && noted->insert->owners->len > 0)
    mark_inserted (self, id, noted->insert);
  add_wordings (self, id, noted);
}

static const char *
find_reference (TwfScribe *scribe, TwfPlan *plan, TwfProvision *provision, const char *reference)
{
  GListModel *all = provision != NULL ? twf_provision_list_proposals (provision)
                                      : twf_plan_list_proposals (plan);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (all, i);
      const char *pid = twf_proposal_get_id (proposal);

      if (g_str_equal (twf_scribe_get_reference (scribe, pid), reference))
        return pid;
    }
  return NULL;
}

static void
settle_conditions (Taking *self)
{
  g_autoptr (TwfScribe) scribe
      = twf_scribe_new (self->plan, TWF_NOTATION_POSITIONS, self->language);
  g_autoptr (GPtrArray) all = twf_plan_list_all (self->plan);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = self->conditions->pdata[i];
      const char *met = find_reference (scribe, self->plan, NULL, condition->reference);
      g_autoptr (GPtrArray) edits = NULL;

      for (guint p = 0; p < all->len && met == NULL; p++)
        met = find_reference (scribe, self->plan, all->pdata[p], condition->reference);
      if (met == NULL)
        continue;
      edits = twf_proposal_set_position (self->plan,
                                         condition->pid,
                                         condition->code,
                                         twf_position_word_get_name (TWF_POSITION_WITHDRAWS_IF),
                                         met,
                                         NULL);
      apply (self, edits);
    }
}

/* What was inserted has taken no number from those that stand: their printed ones may be what the
 * plan counts now. */
static void
number_again (TwfPlan *plan, const char *language)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    {
      TwfProvision *provision = all->pdata[i];
      const char *id = twf_provision_get_id (provision);
      g_autofree char *printed = g_strdup (twf_provision_get_field (provision, TWF_FIELD_NUMBER));
      g_autoptr (TwfEdit) clear = NULL;
      g_autofree char *counted = NULL;

      if (printed == NULL)
        continue;
      clear = twf_edit_new_value (id, TWF_FIELD_NUMBER, NULL);
      twf_plan_apply (plan, clear, NULL, NULL);
      counted = twf_plan_dup_number (plan, provision, language);
      if (!twf_number_equal (counted, printed) && !twf_provision_is_proposed (provision, NULL))
        {
          g_autoptr (TwfEdit) restore = twf_edit_new_value (id, TWF_FIELD_NUMBER, printed);

          twf_plan_apply (plan, restore, NULL, NULL);
        }
    }
}

/**
 * twf_plan_read_brackets:
 * @plan: a plan that was imported from a compilation
 * @language: in which it was
 *
 * Makes proposals of the brackets in the plan's texts, with their owners and what others say of
 * them. Who is named and not yet there becomes a delegation. A paragraph that is all in one bracket
 * is one that is proposed. Brackets that name nobody stay words of the text.
 *
 * Returns: how many proposals were made
 */
guint
twf_plan_read_brackets (TwfPlan *plan, const char *language)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  g_autoptr (GPtrArray) conditions = g_ptr_array_new_with_free_func (free_condition);
  Taking self = { plan, language, conditions, 0 };

  take_in (&self, NULL);
  for (guint i = 0; i < all->len; i++)
    take_in (&self, all->pdata[i]);
  number_again (plan, language);
  settle_conditions (&self);
  return self.n_proposals;
}
