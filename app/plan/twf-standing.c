/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-agreement.h"

#include "twf-wording.h"

#include <string.h>

/* How an agreement stands is computed from the texts whenever it is asked: there is nothing stored
 * that could say "agreed" about other words. */

static const char *const state_names[] = {
  [TWF_AGREED_NOT] = "not-agreed",
  [TWF_AGREED_STANDS] = "agreed",
  [TWF_AGREED_REOPENED] = "reopened",
  [TWF_AGREED_UNREADABLE] = "unreadable",
};

/**
 * twf_agreed_state_get_name:
 * @state: a state
 *
 * Returns: the word for machines
 */
const char *
twf_agreed_state_get_name (TwfAgreedState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

static void
free_language (gpointer data)
{
  TwfAgreedLanguage *item = data;

  g_free (item->language);
  g_free (item);
}

static const char *
find_wording (const TwfAgreement *agreement, TwfPart part, const char *language)
{
  for (guint i = 0; i < agreement->texts->len; i++)
    {
      const TwfAgreedText *text = agreement->texts->pdata[i];

      if (text->part == part && g_str_equal (text->language, language))
        return text->wording;
    }
  return NULL;
}

static gboolean
is_bound (const TwfAgreement *agreement, const char *language)
{
  for (guint part = 0; part < TWF_N_PARTS; part++)
    if (find_wording (agreement, part, language) != NULL)
      return TRUE;
  return FALSE;
}

/* A part that came or went since is a change of the wording like any other. */
static guint
list_differences (const TwfAgreement *agreement, TwfProvision *provision, const char *language)
{
  guint parts = 0;

  for (guint part = 0; part < TWF_N_PARTS; part++)
    {
      g_autofree char *now
          = twf_wording_dup_id (twf_provision_get_text (provision, part, language));

      if (g_strcmp0 (now, find_wording (agreement, part, language)) != 0)
        parts |= 1u << part;
    }
  return parts;
}

static gboolean
has_text (TwfProvision *provision, const char *language)
{
  for (guint part = 0; part < TWF_N_PARTS; part++)
    if (twf_provision_get_text (provision, part, language) != NULL)
      return TRUE;
  return FALSE;
}

static void
add_language (TwfStanding *self, TwfProvision *provision, const char *language)
{
  gboolean bound = self->agreement != NULL && is_bound (self->agreement, language);
  TwfAgreedLanguage *item;

  if (twf_standing_get_language (self, language) != NULL
      || (!bound && !has_text (provision, language)))
    return;
  item = g_new0 (TwfAgreedLanguage, 1);
  item->language = g_strdup (language);
  g_ptr_array_add (self->languages, item);
  if (!bound)
    return;
  item->parts = list_differences (self->agreement, provision, language);
  item->state = item->parts != 0 ? TWF_AGREED_REOPENED : TWF_AGREED_STANDS;
  if (item->state == TWF_AGREED_REOPENED)
    self->state = TWF_AGREED_REOPENED;
}

/* Texts in languages that the plan no longer names are words of the provision all the same. */
static void
add_others (TwfStanding *self, TwfProvision *provision)
{
  for (guint part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (provision, part);

      for (guint i = 0; languages[i] != NULL; i++)
        add_language (self, provision, languages[i]);
    }
  for (guint i = 0; self->agreement != NULL && i < self->agreement->texts->len; i++)
    {
      const TwfAgreedText *text = self->agreement->texts->pdata[i];

      add_language (self, provision, text->language);
    }
}

/* Several come together where machines of the facilitator's are merged: the newest counts, which
 * was made in the knowledge of the older ones or at least after them. They are sorted bytewise, so
 * of two of one minute everybody takes the same. */
static TwfAgreement *
pick (const char *const *values)
{
  g_autoptr (TwfAgreement) newest = NULL;

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autoptr (TwfAgreement) agreement = twf_agreement_parse (values[i]);

      if (agreement == NULL || (newest != NULL && newest->when > agreement->when))
        continue;
      twf_agreement_free (newest);
      newest = g_steal_pointer (&agreement);
    }
  return g_steal_pointer (&newest);
}

static guint
count_open (TwfProvision *provision)
{
  GListModel *proposals
      = twf_provision_has_proposals (provision) ? twf_provision_list_proposals (provision) : NULL;
  guint n = 0;

  for (guint i = 0; proposals != NULL && i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN)
        n++;
    }
  return n;
}

/**
 * twf_provision_is_agreed:
 * @provision: a provision
 *
 * Cheap, for asking it of every row.
 *
 * Returns: whether something is written about its being agreed; how that stands is another question
 */
gboolean
twf_provision_is_agreed (TwfProvision *provision)
{
  g_return_val_if_fail (TWF_IS_PROVISION (provision), FALSE);

  return twf_provision_get_field (provision, TWF_FIELD_AGREED) != NULL;
}

/**
 * twf_standing_new:
 * @plan: a plan
 * @provision: a provision of it
 *
 * Compares what was agreed with what stands. A language that had no text then is not agreed in, and
 * opens nothing; what was there and is not any more is reopened.
 *
 * Returns: (transfer full): how the agreement about @provision stands
 */
TwfStanding *
twf_standing_new (TwfPlan *plan, TwfProvision *provision)
{
  TwfStanding *self;
  const char *const *languages;
  const char *const *values;

  g_return_val_if_fail (TWF_IS_PLAN (plan) && TWF_IS_PROVISION (provision), NULL);

  self = g_new0 (TwfStanding, 1);
  values = twf_provision_get_values (provision, TWF_FIELD_AGREED);
  languages = twf_plan_get_languages (plan);
  self->languages = g_ptr_array_new_with_free_func (free_language);
  self->agreement = pick (values);
  self->n_open = count_open (provision);
  if (self->agreement != NULL)
    self->state = TWF_AGREED_STANDS;
  else if (values != NULL && values[0] != NULL)
    self->state = TWF_AGREED_UNREADABLE;
  for (guint i = 0; languages[i] != NULL; i++)
    add_language (self, provision, languages[i]);
  add_others (self, provision);
  return self;
}

/**
 * twf_standing_free:
 * @self: (transfer full) (nullable): how an agreement stands
 */
void
twf_standing_free (TwfStanding *self)
{
  if (self == NULL)
    return;
  twf_agreement_free (self->agreement);
  g_ptr_array_unref (self->languages);
  g_free (self);
}

/**
 * twf_standing_get_language:
 * @self: how an agreement stands
 * @language: a BCP 47 tag
 *
 * Returns: (transfer none) (nullable): how it stands in @language; %NULL: there is no text in it,
 *   and none was agreed
 */
const TwfAgreedLanguage *
twf_standing_get_language (const TwfStanding *self, const char *language)
{
  for (guint i = 0; i < self->languages->len; i++)
    {
      const TwfAgreedLanguage *item = self->languages->pdata[i];

      if (g_str_equal (item->language, language))
        return item;
    }
  return NULL;
}
