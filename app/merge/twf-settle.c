/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

static void
clear_text (gpointer item)
{
  TwfSettledText *text = item;

  g_free (text->language);
  g_free (text->old_text);
  g_free (text->text);
}

static void
clear_field (gpointer item)
{
  TwfSettledField *field = item;

  g_free (field->field);
  g_strfreev (field->values);
}

static void
free_settled (TwfSettled *self)
{
  g_free (self->id);
  g_array_unref (self->texts);
  g_array_unref (self->fields);
  g_free (self->parent);
  g_free (self->rank);
  g_free (self);
}

static void
free_draft (TwfDraft *self)
{
  g_free (self->id);
  g_object_unref (self->proposal);
  g_clear_object (&self->original);
  g_free (self);
}

/**
 * twf_settlement_free:
 * @self: (transfer full): what was settled
 */
void
twf_settlement_free (TwfSettlement *self)
{
  g_ptr_array_unref (self->requests);
  g_hash_table_unref (self->settled);
  g_ptr_array_unref (self->withdrawn);
  g_ptr_array_unref (self->fired);
  g_hash_table_unref (self->drafts);
  g_ptr_array_unref (self->edits);
  g_strfreev (self->languages);
  g_free (self);
}

/**
 * twf_settlement_find:
 * @self: a settlement
 * @id: (nullable): a provision; %NULL: the plan
 *
 * Returns: (nullable) (transfer none): what is to become of it; %NULL: it stays
 */
TwfSettled *
twf_settlement_find (TwfSettlement *self, const char *id)
{
  return g_hash_table_lookup (self->settled, id != NULL ? id : "");
}

/**
 * twf_settlement_get:
 * @self: a settlement
 * @id: (nullable): a provision; %NULL: the plan
 *
 * Returns: (transfer none): what is to become of it, to be filled in
 */
TwfSettled *
twf_settlement_get (TwfSettlement *self, const char *id)
{
  TwfSettled *settled = twf_settlement_find (self, id);

  if (settled != NULL)
    return settled;
  settled = g_new0 (TwfSettled, 1);
  settled->id = g_strdup (id);
  settled->texts = g_array_new (FALSE, TRUE, sizeof (TwfSettledText));
  g_array_set_clear_func (settled->texts, clear_text);
  settled->fields = g_array_new (FALSE, TRUE, sizeof (TwfSettledField));
  g_array_set_clear_func (settled->fields, clear_field);
  g_hash_table_insert (self->settled, settled->id != NULL ? settled->id : (char *)"", settled);
  return settled;
}

/**
 * twf_settled_get_text:
 * @self: (nullable): what is to become of something
 * @part: which of its texts
 * @language: its language
 *
 * Returns: (nullable) (transfer none): what is to stand, empty: nothing; %NULL: it stays
 */
const char *
twf_settled_get_text (TwfSettled *self, TwfPart part, const char *language)
{
  for (guint i = 0; self != NULL && i < self->texts->len; i++)
    {
      TwfSettledText *text = &g_array_index (self->texts, TwfSettledText, i);

      if (text->part == part && g_strcmp0 (text->language, language) == 0)
        return text->text;
    }
  return NULL;
}

/**
 * twf_settled_get_field:
 * @self: (nullable): what is to become of something
 * @field: the name of a field
 *
 * Returns: (nullable) (transfer none): what it is to hold; %NULL: it stays
 */
const TwfSettledField *
twf_settled_get_field (TwfSettled *self, const char *field)
{
  for (guint i = 0; self != NULL && i < self->fields->len; i++)
    if (g_str_equal (g_array_index (self->fields, TwfSettledField, i).field, field))
      return &g_array_index (self->fields, TwfSettledField, i);
  return NULL;
}

/**
 * twf_settled_set_field:
 * @self: what is to become of something
 * @field: the name of a field
 * @values: (transfer full): what it is to hold
 */
void
twf_settled_set_field (TwfSettled *self, const char *field, GStrv values)
{
  TwfSettledField *held = (TwfSettledField *)twf_settled_get_field (self, field);
  TwfSettledField item = { NULL, values };

  if (held != NULL)
    {
      g_strfreev (held->values);
      held->values = values;
      return;
    }
  item.field = g_strdup (field);
  g_array_append_val (self->fields, item);
}

/**
 * twf_settlement_demote:
 * @self: a settlement
 * @request: a request
 * @reason: why
 *
 * Takes back that @request is accepted.
 */
void
twf_settlement_demote (TwfSettlement *self, TwfRequest *request, TwfOutcomeReason reason)
{
  if (!twf_request_is_accepted (request))
    return;
  twf_request_demote (request, reason);
  self->has_demoted = TRUE;
}

/**
 * twf_settlement_find_accepted:
 * @self: a settlement
 * @id: a provision
 * @kind: what about
 *
 * Returns: (nullable) (transfer none): a request of that kind about it that is accepted
 */
TwfRequest *
twf_settlement_find_accepted (TwfSettlement *self, const char *id, TwfRequestKind kind)
{
  TwfTarget *target = twf_asks_find_target (self->asks, id);

  for (guint i = 0; target != NULL && i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];

      if (request->kind == kind && twf_request_is_accepted (request))
        return request;
    }
  return NULL;
}

/**
 * twf_settlement_draft:
 * @self: a settlement
 * @id: (nullable): the provision it hangs on; %NULL: the plan
 * @proposal: a proposal that stands, or is to
 *
 * Returns: (transfer none): @proposal as it is to be, to be changed
 */
TwfDraft *
twf_settlement_draft (TwfSettlement *self, const char *id, TwfProposal *proposal)
{
  TwfDraft *draft = g_hash_table_lookup (self->drafts, twf_proposal_get_id (proposal));
  TwfProvision *standing = twf_plan_get_provision (self->rolling, id);
  TwfProposal *original = NULL;

  if (draft != NULL)
    return draft;
  if (standing != NULL)
    original = twf_provision_get_proposal (standing, twf_proposal_get_id (proposal));
  else if (id == NULL)
    original = twf_plan_get_own_proposal (self->rolling, twf_proposal_get_id (proposal));
  draft = g_new0 (TwfDraft, 1);
  draft->id = g_strdup (id);
  draft->proposal = twf_proposal_copy (proposal);
  g_set_object (&draft->original, original);
  g_hash_table_insert (self->drafts, (char *)twf_proposal_get_id (draft->proposal), draft);
  return draft;
}

/* A delegation that breaks silence asks nobody. */
static gboolean
is_break (TwfRequest *request)
{
  return request->kind == TWF_REQUEST_FIELD && request->own
         && g_str_equal (request->field, TWF_PLAN_PROCEDURE);
}

/* What was decided, as far as it may be done at all. */
static void
set_first_fate (TwfRequest *request)
{
  gboolean may_decide = request->proposal != NULL;

  request->reason = TWF_REASON_NONE;
  request->close = FALSE;
  if (request->exceeds)
    {
      request->fate = TWF_OUTCOME_LEFT_OUT;
      request->reason = request->facilitator ? TWF_REASON_OLD_REGISTER : TWF_REASON_MANDATE;
      return;
    }
  if (request->decision == TWF_DECISION_REJECT && !is_break (request))
    request->fate = TWF_OUTCOME_REJECTED;
  else if (request->decision == TWF_DECISION_ACCEPT || request->own)
    request->fate = TWF_OUTCOME_ACCEPTED;
  else
    request->fate = may_decide ? TWF_OUTCOME_PROPOSED : TWF_OUTCOME_LEFT_OUT;
  if (request->fate == TWF_OUTCOME_LEFT_OUT)
    request->reason = request->kind == TWF_REQUEST_FIELD ? TWF_REASON_NO_ROOM : TWF_REASON_NOT_OWN;
}

/* Each round starts over what the rounds before left accepted. Conditions are asked when all else
 * is settled: what clashes is not accepted and makes nobody withdraw. */
static void
settle_content (TwfSettlement *self)
{
  do
    {
      self->has_demoted = FALSE;
      g_hash_table_remove_all (self->settled);
      twf_settle_structure (self);
      twf_settle_places (self);
      twf_settle_head (self);
      twf_settle_texts (self);
      twf_settle_fields (self);
    }
  while (!twf_settle_check_room (self) || self->has_demoted
         || (!self->asks->takes_in && twf_settle_bar (self)));
  twf_settle_dropped_links (self);
}

/**
 * twf_settlement_new:
 * @asks: what is asked for
 * @requests: (element-type TwfRequest): the same in reading order, each with its decision
 *
 * Settles what becomes of every request and of the plan.
 *
 * Returns: (transfer full): the settlement
 */
TwfSettlement *
twf_settlement_new (TwfAsks *asks, GPtrArray *requests)
{
  TwfSettlement *self = g_new0 (TwfSettlement, 1);

  self->asks = asks;
  self->rolling = asks->rolling;
  self->requests = g_ptr_array_ref (requests);
  self->settled
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)free_settled);
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)free_draft);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  self->withdrawn = g_ptr_array_new ();
  self->fired = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_fired_free);

  for (guint i = 0; i < requests->len; i++)
    set_first_fate (requests->pdata[i]);
  settle_content (self);
  if (asks->takes_in)
    {
      twf_settle_what_stays (self);
      twf_settle_take_over_wordings (self);
      twf_settle_statements (self);
    }
  else
    {
      twf_settle_carry (self);
      twf_settle_proposals (self);
      twf_settle_statements (self);
      twf_settle_withdrawals (self);
      twf_settle_conditions (self);
      twf_settle_compromises (self);
    }
  twf_settle_delegations (self);
  twf_settle_list_edits (self);
  return self;
}
