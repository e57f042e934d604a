/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-values.h"

/* What a new provision brings and has no place in the plan as it is to be: words in a language that
 * the plan does not have, links to what is not there or stands elsewhere. None of it is dropped:
 * each becomes the proposal that it would be if the provision had stood there before. */

/**
 * twf_settle_list_links:
 * @self: a settlement whose content is settled
 * @settled: what is to become of a new provision
 * @field: a field that holds links
 * @asked: (nullable): what the provision was made with there
 *
 * Returns: (transfer full): the links that point to something
 */
GStrv
twf_settle_list_links (TwfSettlement *self,
                       TwfSettled *settled,
                       const char *field,
                       const char *const *asked)
{
  const TwfSettledField *over = twf_settled_get_field (settled, field);
  const char *const *values = over != NULL ? (const char *const *)over->values : asked;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  TwfSection section;
  gboolean full = FALSE;

  twf_field_get_target (field, &section);
  for (guint i = 0; values != NULL && values[i] != NULL && !full; i++)
    if (twf_settle_exists (self, values[i]) && twf_settle_get_section (self, values[i]) == section)
      {
        g_strv_builder_add (builder, values[i]);
        full = !twf_field_holds_set (settled->section, field);
      }
  return g_strv_builder_end (builder);
}

static void
draft (TwfSettlement *self, TwfRequest *request, TwfProposal *proposal)
{
  if (request->fate == TWF_OUTCOME_REJECTED)
    twf_proposal_set_state (proposal, TWF_PROPOSAL_REJECTED);
  twf_settlement_draft (self, request->provision_id, proposal);
}

/* Those whose tip has the text; what they had before they do not ask for. */
static void
add_owners_of_text (TwfSettlement *self,
                    TwfProposal *proposal,
                    const char *id,
                    TwfPart part,
                    const char *language)
{
  const char *text = twf_proposal_get_text (proposal, language);

  for (guint i = 0; i < self->asks->contributions->len; i++)
    {
      TwfContribution *from = self->asks->contributions->pdata[i];
      TwfProvisionPair *pair = twf_contribution_get_pair (from, id);

      if (from->owner == NULL || pair == NULL || pair->new_one == NULL
          || g_strcmp0 (twf_provision_get_text (pair->new_one, part, language), text) != 0)
        continue;
      twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_OWNER, from->owner);
      if (pair->old_one == NULL
          || g_strcmp0 (twf_provision_get_text (pair->old_one, part, language), text) != 0)
        twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED, from->owner);
    }
}

/* Texts of a new provision in a language that the plan does not have stay proposals. */
static void
add_foreign_texts (TwfSettlement *self, TwfRequest *request, TwfTarget *target)
{
  for (TwfPart part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (target->standing, part);

      for (guint i = 0; languages[i] != NULL; i++)
        {
          g_autoptr (TwfProposal) proposal = NULL;
          g_autoptr (TwfProposal) named = NULL;
          g_autofree char *pid = NULL;

          if (twf_values_hold ((const char *const *)self->languages, languages[i])
              && twf_section_has_part (request->section, part))
            continue;
          proposal = twf_proposal_new ("text");
          twf_proposal_set_part (proposal, part);
          twf_proposal_set_text (proposal,
                                 languages[i],
                                 twf_provision_get_text (target->standing, part, languages[i]));
          pid = twf_proposal_dup_content_id (proposal, target->id);
          named = twf_proposal_copy_as (proposal, pid);
          add_owners_of_text (self, named, target->id, part, languages[i]);
          draft (self, request, named);
        }
    }
}

/* Adds those who made the link. Returns: whether anybody did, be it the facilitator. */
static gboolean
add_owners_of_link (TwfSettlement *self,
                    TwfProposal *proposal,
                    const char *id,
                    const char *field,
                    const char *link)
{
  gboolean is_asked = FALSE;

  for (guint i = 0; i < self->asks->contributions->len; i++)
    {
      TwfContribution *from = self->asks->contributions->pdata[i];
      TwfProvisionPair *pair = twf_contribution_get_pair (from, id);

      if (pair == NULL || pair->new_one == NULL
          || !twf_values_hold (twf_provision_get_values (pair->new_one, field), link)
          || (pair->old_one != NULL
              && twf_values_hold (twf_provision_get_values (pair->old_one, field), link)))
        continue;
      is_asked = TRUE;
      if (from->owner == NULL)
        continue;
      twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_OWNER, from->owner);
      twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED, from->owner);
    }
  return is_asked;
}

static void
add_foreign_link (TwfSettlement *self,
                  TwfRequest *request,
                  const char *field,
                  const char *link,
                  const char *const *values)
{
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("field");
  g_autoptr (TwfProposal) named = NULL;
  g_autofree char *pid = NULL;

  twf_proposal_set_values (
      proposal, TWF_PROPOSAL_FIELD_FIELD, (const char *const[]){ field, NULL });
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_VALUE, values);
  pid = twf_proposal_dup_content_id (proposal, request->provision_id);
  named = twf_proposal_copy_as (proposal, pid);
  if (add_owners_of_link (self, named, request->provision_id, field, link))
    draft (self, request, named);
}

static void
add_foreign_links (TwfSettlement *self, TwfRequest *request, TwfTarget *target)
{
  static const char *const fields[] = { TWF_FIELD_PILLAR, TWF_FIELD_RESTS_ON, TWF_FIELD_SERVES };
  TwfSettled *settled = twf_settlement_get (self, target->id);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *const *asked = twf_provision_get_values (target->standing, fields[i]);
      g_auto (GStrv) held = NULL;

      if (asked == NULL || !twf_section_has_field (settled->section, fields[i]))
        continue;
      held = twf_settle_list_links (self, settled, fields[i], asked);
      for (guint j = 0; asked[j] != NULL; j++)
        {
          const char *const *now = (const char *const *)held;
          g_auto (GStrv) values = NULL;

          if (twf_values_hold (now, asked[j]))
            continue;
          values = twf_field_holds_set (settled->section, fields[i])
                       ? twf_values_with (now, asked[j])
                       : g_strdupv ((GStrv)asked);
          add_foreign_link (self, request, fields[i], asked[j], (const char *const *)values);
        }
    }
}

/**
 * twf_settle_homeless:
 * @self: a settlement in which all else is settled
 *
 * Makes proposals of what new provisions bring and has no place; where the rolling text is taken in
 * they stand there already.
 */
void
twf_settle_homeless (TwfSettlement *self)
{
  if (self->asks->takes_in)
    return;
  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];
      TwfTarget *target = twf_asks_find_target (self->asks, request->provision_id);

      if (request->kind != TWF_REQUEST_INSERT || !target->is_new)
        continue;
      add_foreign_texts (self, request, target);
      add_foreign_links (self, request, target);
    }
}
