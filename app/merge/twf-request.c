/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-request.h"

#include "twf-request-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (TwfRequest, twf_request, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DECISION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
twf_request_finalize (GObject *object)
{
  TwfRequest *self = TWF_REQUEST (object);

  g_free (self->id);
  g_ptr_array_unref (self->owners);
  g_free (self->provision_id);
  g_clear_object (&self->provision);
  g_free (self->language);
  g_free (self->field);
  g_free (self->delegation);
  g_free (self->item);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self->parent);
  g_free (self->after);
  g_free (self->rank);
  g_free (self->element);
  g_free (self->behind);
  g_strfreev (self->values);
  g_clear_object (&self->proposal);
  g_clear_object (&self->existing);
  g_clear_object (&self->record);
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  G_OBJECT_CLASS (twf_request_parent_class)->finalize (object);
}

static void
twf_request_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TwfRequest *self = TWF_REQUEST (object);

  if (prop_id == PROP_DECISION)
    g_value_set_uint (value, self->decision);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
twf_request_class_init (TwfRequestClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = twf_request_finalize;
  object_class->get_property = twf_request_get_property;
  props[PROP_DECISION] = g_param_spec_uint ("decision",
                                            NULL,
                                            NULL,
                                            TWF_DECISION_PROPOSE,
                                            TWF_DECISION_REJECT,
                                            TWF_DECISION_PROPOSE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
twf_request_init (TwfRequest *self)
{
  self->owners = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->owners, NULL);
}

/**
 * twf_request_new:
 * @kind: what it is about
 * @provision_id: (nullable): where; %NULL: the plan
 *
 * Returns: (transfer full): a request without content, identity and owners, to be filled in
 */
TwfRequest *
twf_request_new (TwfRequestKind kind, const char *provision_id)
{
  TwfRequest *self = g_object_new (TWF_TYPE_REQUEST, NULL);

  self->kind = kind;
  self->provision_id = g_strdup (provision_id);
  return self;
}

/**
 * twf_request_add_owner:
 * @self: a request
 * @owner: (nullable): code of a delegation that asks for it; %NULL: the facilitator
 */
void
twf_request_add_owner (TwfRequest *self, const char *owner)
{
  guint at = 0;

  if (owner == NULL)
    {
      self->facilitator = TRUE;
      return;
    }
  while (self->owners->pdata[at] != NULL && strcmp (self->owners->pdata[at], owner) < 0)
    at++;
  if (g_strcmp0 (self->owners->pdata[at], owner) != 0)
    g_ptr_array_insert (self->owners, (gint)at, g_strdup (owner));
}

/**
 * twf_request_absorb:
 * @self: a request
 * @other: another one of the same identity
 *
 * Makes one of both. Of two ranks for the same place the first stays, so that it does not matter
 * who came first.
 */
void
twf_request_absorb (TwfRequest *self, TwfRequest *other)
{
  for (guint i = 0; other->owners->pdata[i] != NULL; i++)
    twf_request_add_owner (self, other->owners->pdata[i]);
  self->facilitator |= other->facilitator;
  self->overrides |= other->overrides;
  self->own |= other->own;
  self->exceeds &= other->exceeds;
  if (self->rank != NULL && g_strcmp0 (other->rank, self->rank) < 0)
    {
      const char *const rank[] = { other->rank, NULL };

      g_free (self->rank);
      self->rank = g_strdup (other->rank);
      twf_proposal_set_values (self->proposal, TWF_PROPOSAL_FIELD_RANK, rank);
    }
}

/**
 * twf_request_set_decision:
 * @self: a request
 * @decision: what is to be done about it
 */
void
twf_request_set_decision (TwfRequest *self, TwfDecision decision)
{
  if (self->decision == decision)
    return;
  self->decision = decision;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DECISION]);
}

/**
 * twf_request_demote:
 * @self: a request
 * @reason: why
 *
 * Makes an accepted request a proposal; what can be none is left out.
 */
void
twf_request_demote (TwfRequest *self, TwfOutcomeReason reason)
{
  if (self->fate != TWF_OUTCOME_ACCEPTED)
    return;
  self->fate = self->proposal != NULL ? TWF_OUTCOME_PROPOSED : TWF_OUTCOME_LEFT_OUT;
  self->reason = reason;
}

/**
 * twf_request_is_accepted:
 * @self: a request
 *
 * Returns: whether it goes into the text, as far as that is settled
 */
gboolean
twf_request_is_accepted (TwfRequest *self)
{
  return self->fate == TWF_OUTCOME_ACCEPTED;
}

/**
 * twf_request_get_id:
 * @self: a request
 *
 * Returns: (transfer none): the id of the proposal that it would become: it follows from what is
 * asked for and the rolling text alone
 */
const char *
twf_request_get_id (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->id;
}

/**
 * twf_request_get_kind:
 * @self: a request
 *
 * Returns: what it is about
 */
TwfRequestKind
twf_request_get_kind (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), TWF_REQUEST_TEXT);

  return self->kind;
}

/**
 * twf_request_get_owners:
 * @self: a request
 *
 * Returns: (transfer none): codes of the delegations that ask for it, sorted
 */
const char *const *
twf_request_get_owners (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return (const char *const *)self->owners->pdata;
}

/**
 * twf_request_is_from:
 * @self: a request
 * @owner: (nullable): code of a delegation; %NULL: the facilitator
 *
 * Returns: whether @owner asks for it
 */
gboolean
twf_request_is_from (TwfRequest *self, const char *owner)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), FALSE);

  if (owner == NULL)
    return self->facilitator;
  return g_strv_contains (twf_request_get_owners (self), owner);
}

/**
 * twf_request_get_provision_id:
 * @self: a request
 *
 * Returns: (nullable) (transfer none): which provision it is about
 */
const char *
twf_request_get_provision_id (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->provision_id;
}

/**
 * twf_request_get_provision:
 * @self: a request
 *
 * Returns: (nullable) (transfer none): the provision as it stands in the rolling text, or, where it
 * is to be inserted, as it is asked for; not to be changed
 */
TwfProvision *
twf_request_get_provision (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->provision;
}

/**
 * twf_request_get_section:
 * @self: a request
 *
 * Returns: the section it is about; of a move, where to
 */
TwfSection
twf_request_get_section (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), TWF_SECTION_LETTER);

  return self->section;
}

/**
 * twf_request_get_part:
 * @self: a request about a text
 *
 * Returns: which text
 */
TwfPart
twf_request_get_part (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), TWF_PART_BODY);

  return self->part;
}

/**
 * twf_request_get_language:
 * @self: a request
 *
 * Returns: (nullable) (transfer none): the language of the text it is about
 */
const char *
twf_request_get_language (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->language;
}

/**
 * twf_request_get_field:
 * @self: a request
 *
 * Returns: (nullable) (transfer none): the field it is about, as it is stored
 */
const char *
twf_request_get_field (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->field;
}

/**
 * twf_request_get_delegation:
 * @self: a request
 *
 * Returns: (nullable) (transfer none): code of the delegation whose record it is about
 */
const char *
twf_request_get_delegation (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->delegation;
}

/**
 * twf_request_get_item:
 * @self: a request
 *
 * Returns: (nullable) (transfer none): id of the proposal or remark it is about
 */
const char *
twf_request_get_item (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->item;
}

/**
 * twf_request_get_old_text:
 * @self: a request
 *
 * Returns: (nullable) (transfer none): what stands: the whole text, or values joined by a comma
 */
const char *
twf_request_get_old_text (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->old_text;
}

/**
 * twf_request_get_new_text:
 * @self: a request
 *
 * Returns: (nullable) (transfer none): the same as it would read if this alone were accepted
 */
const char *
twf_request_get_new_text (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->new_text;
}

/**
 * twf_request_dup_runs:
 * @self: a request
 *
 * Returns: (transfer full) (element-type TwfRun): the difference of the old and new text by words;
 * empty where it has none, as for a move
 */
GPtrArray *
twf_request_dup_runs (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return twf_difference_of_texts (self->old_text, self->new_text, self->language);
}

/**
 * twf_request_get_parent:
 * @self: a request for a move or for a new provision
 *
 * Returns: (nullable) (transfer none): under what it is to stand; %NULL: at the top
 */
const char *
twf_request_get_parent (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->parent;
}

/**
 * twf_request_get_after:
 * @self: a request for a move
 *
 * Returns: (nullable) (transfer none): the provision of the rolling text that it is to follow;
 * %NULL: none, it becomes the first
 */
const char *
twf_request_get_after (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->after;
}

/**
 * twf_request_get_rank:
 * @self: a request for a move
 *
 * Returns: (nullable) (transfer none): its place there
 */
const char *
twf_request_get_rank (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  return self->rank;
}

/**
 * twf_request_list_clashes:
 * @self: a request
 *
 * Returns: (transfer full): ids of the requests that touch the same words or exclude this one,
 * sorted
 */
GStrv
twf_request_list_clashes (TwfRequest *self)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) ids = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (TWF_IS_REQUEST (self), NULL);

  for (guint i = 0; self->clashes != NULL && i < self->clashes->len; i++)
    {
      TwfClash *clash = self->clashes->pdata[i];
      guint own = 0;

      g_ptr_array_find (clash->requests, self, &own);
      for (guint j = 0; j < clash->requests->len; j++)
        if (g_array_index (clash->sides, guint, j) != g_array_index (clash->sides, guint, own))
          g_hash_table_add (found, ((TwfRequest *)clash->requests->pdata[j])->id);
    }
  ids = g_list_sort (g_hash_table_get_keys (found), (GCompareFunc)strcmp);
  for (GList *at = ids; at != NULL; at = at->next)
    g_strv_builder_add (builder, at->data);
  return g_strv_builder_end (builder);
}

/**
 * twf_request_get_overrides:
 * @self: a request
 *
 * Returns: whether the rolling text changed the same words since the contribution was made
 */
gboolean
twf_request_get_overrides (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), FALSE);

  return self->overrides;
}

/**
 * twf_request_get_standing:
 * @self: a request
 * @state: (out) (optional): the state of the proposal of the same content in the rolling plan
 *
 * Returns: whether there is one
 */
gboolean
twf_request_get_standing (TwfRequest *self, TwfProposalState *state)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), FALSE);

  if (self->existing == NULL)
    return FALSE;
  if (state != NULL)
    *state = twf_proposal_get_state (self->existing);
  return TRUE;
}

/**
 * twf_request_get_decision:
 * @self: a request
 *
 * Returns: what is to be done about it
 */
TwfDecision
twf_request_get_decision (TwfRequest *self)
{
  g_return_val_if_fail (TWF_IS_REQUEST (self), TWF_DECISION_PROPOSE);

  return self->decision;
}
