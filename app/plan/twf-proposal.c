/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-proposal.h"

#include "twf-fields.h"

struct _TwfProposal
{
  GObject parent_instance;

  char *id;
  TwfFields fields; /* always holds Kind and State */
  TwfTexts texts;   /* all of part 0 */
};

G_DEFINE_FINAL_TYPE (TwfProposal, twf_proposal, G_TYPE_OBJECT)

static const char *const kind_names[] = { "replace", "delete", "insert", "move" };
static const char *const state_names[] = { "open", "parked", "withdrawn", "accepted", "rejected" };

static gboolean
find_name (const char *const *names, guint n, const char *name, guint *index)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static void
twf_proposal_finalize (GObject *object)
{
  TwfProposal *self = TWF_PROPOSAL (object);

  g_free (self->id);
  twf_fields_clear (&self->fields);
  twf_texts_clear (&self->texts);
  G_OBJECT_CLASS (twf_proposal_parent_class)->finalize (object);
}

static void
twf_proposal_class_init (TwfProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_proposal_finalize;
}

static void
twf_proposal_init (TwfProposal *self)
{
}

/**
 * twf_proposal_kind_get_name:
 * @kind: a kind
 *
 * Returns: the word under which it is stored
 */
const char *
twf_proposal_kind_get_name (TwfProposalKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * twf_proposal_kind_from_name:
 * @name: (nullable): a stored word
 * @kind: (out): the kind, where the word is one
 *
 * Returns: whether @name is the name of a kind
 */
gboolean
twf_proposal_kind_from_name (const char *name, TwfProposalKind *kind)
{
  guint index;

  if (!find_name (kind_names, G_N_ELEMENTS (kind_names), name, &index))
    return FALSE;
  *kind = index;
  return TRUE;
}

/**
 * twf_proposal_state_get_name:
 * @state: a state
 *
 * Returns: the word under which it is stored
 */
const char *
twf_proposal_state_get_name (TwfProposalState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_names), NULL);

  return state_names[state];
}

/**
 * twf_proposal_state_from_name:
 * @name: (nullable): a stored word
 * @state: (out): the state, where the word is one
 *
 * Returns: whether @name is the name of a state
 */
gboolean
twf_proposal_state_from_name (const char *name, TwfProposalState *state)
{
  guint index;

  if (!find_name (state_names, G_N_ELEMENTS (state_names), name, &index))
    return FALSE;
  *state = index;
  return TRUE;
}

/**
 * twf_proposal_new:
 * @id: its identity
 *
 * Returns: (transfer full): an open proposal to replace the provision's words, without owner
 */
TwfProposal *
twf_proposal_new (const char *id)
{
  TwfProposal *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (TWF_TYPE_PROPOSAL, NULL);
  self->id = g_strdup (id);
  twf_proposal_set_kind (self, TWF_PROPOSAL_REPLACE);
  twf_proposal_set_state (self, TWF_PROPOSAL_OPEN);
  return self;
}

/**
 * twf_proposal_copy:
 * @self: a proposal
 *
 * Returns: (transfer full): another object with the same id and content
 */
TwfProposal *
twf_proposal_copy (TwfProposal *self)
{
  TwfProposal *copy;

  g_return_val_if_fail (TWF_IS_PROPOSAL (self), NULL);

  copy = g_object_new (TWF_TYPE_PROPOSAL, NULL);
  copy->id = g_strdup (self->id);
  twf_fields_copy (&copy->fields, &self->fields);
  twf_texts_copy (&copy->texts, &self->texts);
  return copy;
}

/**
 * twf_proposal_equal:
 * @one: a proposal
 * @other: another
 *
 * Returns: whether both have the same id, fields and texts
 */
gboolean
twf_proposal_equal (TwfProposal *one, TwfProposal *other)
{
  g_return_val_if_fail (TWF_IS_PROPOSAL (one) && TWF_IS_PROPOSAL (other), FALSE);

  return g_str_equal (one->id, other->id) && twf_fields_equal (&one->fields, &other->fields)
         && twf_texts_equal (&one->texts, &other->texts);
}

/**
 * twf_proposal_get_id:
 * @self: a proposal
 *
 * Returns: (transfer none): its identity
 */
const char *
twf_proposal_get_id (TwfProposal *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSAL (self), NULL);

  return self->id;
}

/**
 * twf_proposal_get_kind:
 * @self: a proposal
 *
 * Returns: what it asks for
 */
TwfProposalKind
twf_proposal_get_kind (TwfProposal *self)
{
  TwfProposalKind kind = TWF_PROPOSAL_REPLACE;

  g_return_val_if_fail (TWF_IS_PROPOSAL (self), kind);

  twf_proposal_kind_from_name (twf_fields_get_first (&self->fields, TWF_PROPOSAL_FIELD_KIND),
                               &kind);
  return kind;
}

/**
 * twf_proposal_set_kind:
 * @self: a proposal
 * @kind: what it asks for
 */
void
twf_proposal_set_kind (TwfProposal *self, TwfProposalKind kind)
{
  const char *values[] = { twf_proposal_kind_get_name (kind), NULL };

  g_return_if_fail (TWF_IS_PROPOSAL (self));

  twf_fields_set (&self->fields, TWF_PROPOSAL_FIELD_KIND, values, FALSE);
}

/**
 * twf_proposal_get_state:
 * @self: a proposal
 *
 * Returns: where it stands
 */
TwfProposalState
twf_proposal_get_state (TwfProposal *self)
{
  TwfProposalState state = TWF_PROPOSAL_OPEN;

  g_return_val_if_fail (TWF_IS_PROPOSAL (self), state);

  twf_proposal_state_from_name (twf_fields_get_first (&self->fields, TWF_PROPOSAL_FIELD_STATE),
                                &state);
  return state;
}

/**
 * twf_proposal_set_state:
 * @self: a proposal
 * @state: where it stands
 */
void
twf_proposal_set_state (TwfProposal *self, TwfProposalState state)
{
  const char *values[] = { twf_proposal_state_get_name (state), NULL };

  g_return_if_fail (TWF_IS_PROPOSAL (self));

  twf_fields_set (&self->fields, TWF_PROPOSAL_FIELD_STATE, values, FALSE);
}

/**
 * twf_proposal_get_field:
 * @self: a proposal
 * @field: a name as it is stored
 *
 * Returns: (nullable) (transfer none): the first value of the field
 */
const char *
twf_proposal_get_field (TwfProposal *self, const char *field)
{
  g_return_val_if_fail (TWF_IS_PROPOSAL (self) && field != NULL, NULL);

  return twf_fields_get_first (&self->fields, field);
}

/**
 * twf_proposal_get_values:
 * @self: a proposal
 * @field: a name as it is stored
 *
 * Returns: (nullable) (transfer none): the values of the field, sorted; %NULL if it has none
 */
const char *const *
twf_proposal_get_values (TwfProposal *self, const char *field)
{
  g_return_val_if_fail (TWF_IS_PROPOSAL (self) && field != NULL, NULL);

  return twf_fields_get (&self->fields, field);
}

/**
 * twf_proposal_set_values:
 * @self: a proposal
 * @field: a name as it is stored; one this program does not know is kept as it is
 * @values: (nullable): its values, taken as a set; %NULL or empty: none
 *
 * Kind and State hold exactly one of their words, Base at most one value; anything else is refused
 * and nothing changes.
 *
 * Returns: whether the field could be set
 */
gboolean
twf_proposal_set_values (TwfProposal *self, const char *field, const char *const *values)
{
  guint n = values != NULL ? g_strv_length ((char **)values) : 0;
  TwfProposalKind kind;
  TwfProposalState state;

  g_return_val_if_fail (TWF_IS_PROPOSAL (self) && field != NULL, FALSE);

  if (g_str_equal (field, TWF_PROPOSAL_FIELD_KIND)
      && (n != 1 || !twf_proposal_kind_from_name (values[0], &kind)))
    return FALSE;
  if (g_str_equal (field, TWF_PROPOSAL_FIELD_STATE)
      && (n != 1 || !twf_proposal_state_from_name (values[0], &state)))
    return FALSE;
  if (g_str_equal (field, TWF_PROPOSAL_FIELD_BASE) && n > 1)
    return FALSE;
  twf_fields_set (&self->fields, field, values, TRUE);
  return TRUE;
}

/**
 * twf_proposal_list_fields:
 * @self: a proposal
 *
 * Returns: (transfer full): the names of its fields, sorted; Kind and State are always there
 */
GStrv
twf_proposal_list_fields (TwfProposal *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSAL (self), NULL);

  return twf_fields_list (&self->fields);
}

/**
 * twf_proposal_get_text:
 * @self: a proposal
 * @language: a BCP 47 tag
 *
 * Returns: (nullable) (transfer none): the provision as it would read; %NULL if it says nothing
 * in @language
 */
const char *
twf_proposal_get_text (TwfProposal *self, const char *language)
{
  g_return_val_if_fail (TWF_IS_PROPOSAL (self) && language != NULL, NULL);

  return twf_texts_get (&self->texts, 0, language);
}

/**
 * twf_proposal_set_text:
 * @self: a proposal
 * @language: a BCP 47 tag
 * @text: (nullable): the provision as it would read
 */
void
twf_proposal_set_text (TwfProposal *self, const char *language, const char *text)
{
  g_return_if_fail (TWF_IS_PROPOSAL (self) && language != NULL);

  twf_texts_set (&self->texts, 0, language, text);
}

/**
 * twf_proposal_list_languages:
 * @self: a proposal
 *
 * Returns: (transfer full): the languages it has a text in, sorted
 */
GStrv
twf_proposal_list_languages (TwfProposal *self)
{
  g_return_val_if_fail (TWF_IS_PROPOSAL (self), NULL);

  return twf_texts_list (&self->texts, 0);
}
