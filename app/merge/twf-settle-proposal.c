/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-text-merge.h"
#include "twf-values.h"
#include "twf-wording.h"

#include <string.h>

/* Requests that become proposals, and proposals that are carried along with what they are about. */

/* "<language>=<blob id>" of the text that stands in place of the one that is said now. */
static void
set_base (TwfProposal *proposal, const char *language, const char *text)
{
  const char *const *bases = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_BASE);
  g_autofree char *start = g_strconcat (language, "=", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; bases != NULL && bases[i] != NULL; i++)
    if (!g_str_has_prefix (bases[i], start))
      g_strv_builder_add (builder, bases[i]);
  if (*text != '\0')
    {
      g_autofree char *blob = twf_wording_dup_id (text);
      g_autofree char *base = g_strconcat (start, blob, NULL);

      g_strv_builder_add (builder, base);
    }
  values = g_strv_builder_end (builder);
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_BASE, (const char *const *)values);
}

static gboolean
is_about_text (TwfProposal *proposal, const TwfSettledText *text)
{
  const char *const *bases = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_BASE);
  g_autofree char *start = NULL;

  if (twf_proposal_get_kind (proposal) != TWF_PROPOSAL_REPLACE
      || twf_proposal_get_part (proposal) != text->part
      || twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) != NULL)
    return FALSE;
  if (twf_proposal_get_text (proposal, text->language) != NULL)
    return TRUE;
  start = g_strconcat (text->language, "=", NULL);
  for (guint i = 0; bases != NULL && bases[i] != NULL; i++)
    if (g_str_has_prefix (bases[i], start))
      return TRUE;
  return FALSE;
}

static void
carry_text (TwfProposal *proposal, const TwfSettledText *text)
{
  const char *wording = twf_proposal_get_text (proposal, text->language);
  g_autofree char *carried = NULL;

  /* What asks that there be no text asks for that over any. */
  if (wording != NULL && *text->text != '\0' && *text->old_text != '\0')
    carried = twf_text_carry (wording, text->old_text, text->text, text->language, NULL);
  else
    carried = g_strdup (wording);
  twf_proposal_set_text (proposal, text->language, carried);
  set_base (proposal, text->language, text->text);
}

/* Whether what it asks for is what stands now, in every language that it is about. */
static gboolean
is_fulfilled (TwfSettlement *self, const char *id, TwfSettled *settled, TwfProposal *proposal)
{
  TwfPart part = twf_proposal_get_part (proposal);
  TwfProvision *standing = twf_plan_get_provision (self->rolling, id);
  g_auto (GStrv) languages = twf_proposal_list_languages (proposal);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *now = twf_settled_get_text (settled, part, languages[i]);

      if (now == NULL && standing != NULL)
        now = twf_provision_get_text (standing, part, languages[i]);
      else if (now == NULL)
        now = twf_plan_get_title (self->rolling, languages[i]);
      if (g_strcmp0 (now, twf_proposal_get_text (proposal, languages[i])) != 0)
        return FALSE;
    }
  return languages[0] != NULL || twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_BASE) == NULL;
}

static void
carry_proposal_texts (TwfSettlement *self, TwfSettled *settled, TwfProposal *proposal)
{
  TwfDraft *draft = NULL;

  for (guint i = 0; i < settled->texts->len; i++)
    {
      const TwfSettledText *text = &g_array_index (settled->texts, TwfSettledText, i);

      if (!is_about_text (proposal, text))
        continue;
      draft = twf_settlement_draft (self, settled->id, proposal);
      carry_text (draft->proposal, text);
    }
  if (draft != NULL && is_fulfilled (self, settled->id, settled, draft->proposal))
    twf_proposal_set_state (draft->proposal, TWF_PROPOSAL_ACCEPTED);
}

static const char *const *
get_standing_values (TwfSettlement *self, const char *id, const char *field)
{
  TwfTarget *target = twf_asks_find_target (self->asks, id);
  TwfProvision *standing
      = target != NULL ? target->standing : twf_plan_get_provision (self->rolling, id);

  return standing != NULL ? twf_provision_get_values (standing, field)
                          : twf_plan_get_values (self->rolling, field);
}

/* What a proposal made on the values that stand asks for over those that are to be. */
static void
carry_values (TwfSettlement *self, TwfSettled *settled, TwfProposal *proposal)
{
  const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
  const TwfSettledField *now = field != NULL ? twf_settled_get_field (settled, field) : NULL;
  const char *const *values = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_VALUE);
  g_auto (GStrv) carried = NULL;
  TwfSection section;

  if (now == NULL)
    return;
  section = settled->id != NULL ? twf_settle_get_section (self, settled->id) : 0;
  if (g_str_equal (field, TWF_PLAN_LANGUAGES) || twf_field_holds_set (section, field))
    {
      carried = twf_values_carry (
          values, get_standing_values (self, settled->id, field), (const char *const *)now->values);
      twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_VALUE, (const char *const *)carried);
    }
}

static gboolean
asks_for_what_stands (TwfSettled *settled, TwfProposal *proposal)
{
  const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
  const TwfSettledField *now = field != NULL ? twf_settled_get_field (settled, field) : NULL;
  const char *const *values = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_VALUE);
  guint n = 0;

  if (now == NULL)
    return FALSE;
  for (; values != NULL && values[n] != NULL; n++)
    if (!twf_values_hold ((const char *const *)now->values, values[n]))
      return FALSE;
  return n == g_strv_length (now->values);
}

static void
carry_all (TwfSettlement *self, TwfSettled *settled, GListModel *proposals)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
      TwfDraft *draft;

      carry_proposal_texts (self, settled, proposal);
      if (field == NULL || twf_settled_get_field (settled, field) == NULL)
        continue;
      draft = twf_settlement_draft (self, settled->id, proposal);
      carry_values (self, settled, draft->proposal);
      if (asks_for_what_stands (settled, draft->proposal))
        twf_proposal_set_state (draft->proposal, TWF_PROPOSAL_ACCEPTED);
    }
}

/**
 * twf_settle_carry:
 * @self: a settlement whose content is settled
 *
 * Carries the proposals that stand along with the texts and fields that change under them. One
 * whose wording then stands is accepted.
 */
void
twf_settle_carry (TwfSettlement *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->settled);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfSettled *settled = value;
      TwfProvision *standing = twf_plan_get_provision (self->rolling, settled->id);

      if (settled->texts->len == 0 && settled->fields->len == 0)
        continue;
      if (settled->id == NULL)
        carry_all (self, settled, twf_plan_list_proposals (self->rolling));
      else if (standing != NULL && twf_provision_has_proposals (standing))
        carry_all (self, settled, twf_provision_list_proposals (standing));
    }
}

static void
add_owners (TwfProposal *proposal, TwfRequest *request)
{
  for (guint i = 0; request->owners->pdata[i] != NULL; i++)
    {
      twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_OWNER, request->owners->pdata[i]);
      twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED, request->owners->pdata[i]);
    }
}

/* A new proposal as it reads over what is to stand; %FALSE where that is what it asks for. */
static gboolean
carry_new (TwfSettlement *self, TwfRequest *request, TwfProposal *proposal)
{
  TwfSettled *settled = twf_settlement_find (self, request->provision_id);

  if (settled == NULL)
    return TRUE;
  for (guint i = 0; i < settled->texts->len; i++)
    {
      const TwfSettledText *text = &g_array_index (settled->texts, TwfSettledText, i);

      if (is_about_text (proposal, text))
        {
          carry_text (proposal, text);
          return g_strcmp0 (twf_proposal_get_text (proposal, text->language),
                            *text->text != '\0' ? text->text : NULL)
                 != 0;
        }
    }
  carry_values (self, settled, proposal);
  return !asks_for_what_stands (settled, proposal);
}

static void
settle_new (TwfSettlement *self, TwfRequest *request)
{
  g_autoptr (TwfProposal) proposal = twf_proposal_copy (request->proposal);

  if (!carry_new (self, request, proposal))
    {
      request->fate = TWF_OUTCOME_ACCEPTED;
      request->reason = TWF_REASON_NONE;
      return;
    }
  add_owners (proposal, request);
  if (request->fate == TWF_OUTCOME_REJECTED)
    twf_proposal_set_state (proposal, TWF_PROPOSAL_REJECTED);
  twf_settlement_draft (self, request->provision_id, proposal);
}

/* A proposal of the same content stands already. */
static void
settle_existing (TwfSettlement *self, TwfRequest *request)
{
  TwfDraft *draft = twf_settlement_draft (self, request->provision_id, request->existing);
  TwfProposalState state = twf_proposal_get_state (draft->proposal);

  if (request->fate == TWF_OUTCOME_REJECTED)
    {
      add_owners (draft->proposal, request);
      twf_proposal_set_state (draft->proposal, TWF_PROPOSAL_REJECTED);
    }
  else if (state == TWF_PROPOSAL_PARKED || state == TWF_PROPOSAL_REJECTED
           || twf_settle_waits (self, draft->proposal, twf_request_get_owners (request)))
    {
      request->fate = TWF_OUTCOME_ALREADY;
      request->reason = TWF_REASON_STANDS;
      return;
    }
  else if (state != TWF_PROPOSAL_ACCEPTED
           || twf_proposal_get_state (request->existing) == TWF_PROPOSAL_ACCEPTED)
    {
      add_owners (draft->proposal, request);
      twf_proposal_set_state (draft->proposal, TWF_PROPOSAL_OPEN);
      twf_proposal_set_values (draft->proposal, TWF_PROPOSAL_FIELD_REPLACED_BY, NULL);
    }
  if (request->kind == TWF_REQUEST_MOVE
      && g_strcmp0 (request->rank,
                    twf_proposal_get_field (draft->proposal, TWF_PROPOSAL_FIELD_RANK))
             < 0)
    twf_proposal_set_values (
        draft->proposal, TWF_PROPOSAL_FIELD_RANK, (const char *const[]){ request->rank, NULL });
  if (twf_proposal_equal (draft->proposal, request->existing))
    request->fate = TWF_OUTCOME_ALREADY;
}

static void
settle_accepted (TwfSettlement *self, TwfRequest *request)
{
  if (request->existing == NULL
      || (request->kind != TWF_REQUEST_MOVE && request->kind != TWF_REQUEST_INSERT))
    return;
  twf_proposal_set_state (
      twf_settlement_draft (self, request->provision_id, request->existing)->proposal,
      TWF_PROPOSAL_ACCEPTED);
}

/* Codes that say whose proposal a provision is; "0" stands for the facilitator, as in ranks. */
static GStrv
list_proposers (TwfProvision *standing, TwfRequest *request)
{
  const char *const *now = twf_provision_get_values (standing, TWF_FIELD_PROPOSED);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; now != NULL && now[i] != NULL; i++)
    if (!g_str_equal (now[i], "0") || request->owners->pdata[0] == NULL)
      g_strv_builder_add (builder, now[i]);
  for (guint i = 0; request->owners->pdata[i] != NULL; i++)
    if (!twf_values_hold (now, request->owners->pdata[i]))
      g_strv_builder_add (builder, request->owners->pdata[i]);
  if (now == NULL && request->owners->pdata[0] == NULL)
    g_strv_builder_add (builder, "0");
  return g_strv_builder_end (builder);
}

/* What a provision says about being itself proposed. */
static void
settle_insert (TwfSettlement *self, TwfRequest *request)
{
  TwfTarget *target = twf_asks_find_target (self->asks, request->provision_id);
  TwfSettled *settled = twf_settlement_get (self, request->provision_id);

  if (request->fate == TWF_OUTCOME_ALREADY)
    return;
  if (request->fate != TWF_OUTCOME_ACCEPTED)
    twf_settled_set_field (settled, TWF_FIELD_PROPOSED, list_proposers (target->standing, request));
  else if (!target->is_new)
    twf_settled_set_field (settled, TWF_FIELD_PROPOSED, g_new0 (char *, 1));
}

/**
 * twf_settle_proposals:
 * @self: a settlement whose content is settled and carried
 *
 * Makes proposals of requests that are not accepted, or adds their owners to those of the same
 * content.
 */
void
twf_settle_proposals (TwfSettlement *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];
      TwfSettled *settled = twf_settlement_find (self, request->provision_id);

      if (request->proposal == NULL || (settled != NULL && settled->is_deleted))
        continue;
      if (request->fate == TWF_OUTCOME_ACCEPTED)
        settle_accepted (self, request);
      else if (request->existing != NULL)
        settle_existing (self, request);
      else
        settle_new (self, request);
      if (request->kind == TWF_REQUEST_INSERT)
        settle_insert (self, request);
    }
}
