/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-proposal.h"

#include "twf-fields.h"
#include "twf-id.h"
#include "twf-wording.h"

#include <string.h>

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

/* Fields that hold one value; the others are sets. */
static const char *const single_fields[]
    = { TWF_PROPOSAL_FIELD_KIND,    TWF_PROPOSAL_FIELD_STATE,
        TWF_PROPOSAL_FIELD_PART,    TWF_PROPOSAL_FIELD_FIELD,
        TWF_PROPOSAL_FIELD_REASON,  TWF_PROPOSAL_FIELD_REPLACED_BY,
        TWF_PROPOSAL_FIELD_SECTION, TWF_PROPOSAL_FIELD_PARENT,
        TWF_PROPOSAL_FIELD_RANK,    NULL };
static const char *const set_fields[] = { TWF_PROPOSAL_FIELD_BASE,
                                          TWF_PROPOSAL_FIELD_CONTRIBUTED,
                                          TWF_PROPOSAL_FIELD_OWNER,
                                          TWF_PROPOSAL_FIELD_POSITION,
                                          TWF_PROPOSAL_FIELD_TAKES_UP,
                                          TWF_PROPOSAL_FIELD_VALUE,
                                          NULL };

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
  g_return_val_if_fail (TWF_IS_PROPOSAL (self), NULL);

  return twf_proposal_copy_as (self, self->id);
}

/**
 * twf_proposal_copy_as:
 * @self: a proposal
 * @id: an id
 *
 * Returns: (transfer full): another object with the same content under the identity @id
 */
TwfProposal *
twf_proposal_copy_as (TwfProposal *self, const char *id)
{
  TwfProposal *copy;

  g_return_val_if_fail (TWF_IS_PROPOSAL (self) && id != NULL, NULL);

  copy = g_object_new (TWF_TYPE_PROPOSAL, NULL);
  copy->id = g_strdup (id);
  twf_fields_copy (&copy->fields, &self->fields);
  twf_texts_copy (&copy->texts, &self->texts);
  return copy;
}

static void
append_values (GString *content, const char *name, const char *const *values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    g_string_append_printf (content, "%s: %s\n", name, values[i]);
}

/* A language that the base has and the texts do not: its text is to go. */
static void
append_languages_without_text (TwfProposal *self, GString *content)
{
  const char *const *bases = twf_fields_get (&self->fields, TWF_PROPOSAL_FIELD_BASE);

  for (guint i = 0; bases != NULL && bases[i] != NULL; i++)
    {
      g_autofree char *language = g_strndup (bases[i], strcspn (bases[i], "="));

      if (twf_texts_get (&self->texts, 0, language) == NULL)
        g_string_append_printf (content, "%s: none\n", language);
    }
}

/* That there be no text in a language is said by what it is made on alone. */
static void
append_removed (GString *content, TwfProposal *self)
{
  g_auto (GStrv) asked = twf_proposal_list_asked (self);

  for (guint i = 0; asked[i] != NULL; i++)
    if (twf_texts_get (&self->texts, 0, asked[i]) == NULL)
      g_string_append_printf (content, "No %s\n", asked[i]);
}

/**
 * twf_proposal_dup_content_id:
 * @self: a proposal as it is when it is made
 * @provision: (nullable): the provision it hangs on; %NULL: the plan itself
 *
 * The identity of a proposal follows from what it asks for, never from who does: so the same
 * wording asked for by several is one proposal, whatever the order in which they come. It is kept
 * when the proposal is carried along.
 *
 * Returns: (transfer full): its id
 */
char *
twf_proposal_dup_content_id (TwfProposal *self, const char *provision)
{
  static const char *const what[]
      = { TWF_PROPOSAL_FIELD_KIND,  TWF_PROPOSAL_FIELD_PART,    TWF_PROPOSAL_FIELD_FIELD,
          TWF_PROPOSAL_FIELD_VALUE, TWF_PROPOSAL_FIELD_SECTION, TWF_PROPOSAL_FIELD_PARENT,
          TWF_PROPOSAL_FIELD_RANK };
  g_autoptr (GString) content = g_string_new (NULL);

  g_return_val_if_fail (TWF_IS_PROPOSAL (self), NULL);

  g_string_append_printf (content, "Provision: %s\n", provision != NULL ? provision : "");
  for (guint i = 0; i < G_N_ELEMENTS (what); i++)
    append_values (content, what[i], twf_fields_get (&self->fields, what[i]));
  /* With its length before it no text can be taken for another line. */
  for (guint i = 0; i < self->texts.n; i++)
    g_string_append_printf (content,
                            "%s %zu: %s\n",
                            self->texts.items[i].language,
                            strlen (self->texts.items[i].text),
                            self->texts.items[i].text);
  append_languages_without_text (self, content);
  append_removed (content, self);
  return twf_id_from_content (content->str);
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
 * twf_proposal_get_part:
 * @self: a proposal
 *
 * Returns: which text of the provision it is about; for one about a title the body
 */
TwfPart
twf_proposal_get_part (TwfProposal *self)
{
  TwfPart part = TWF_PART_BODY;

  g_return_val_if_fail (TWF_IS_PROPOSAL (self), part);

  twf_part_from_name (twf_fields_get_first (&self->fields, TWF_PROPOSAL_FIELD_PART), &part);
  return part;
}

/**
 * twf_proposal_set_part:
 * @self: a proposal
 * @part: which text of the provision it is about
 */
void
twf_proposal_set_part (TwfProposal *self, TwfPart part)
{
  const char *values[] = { part != TWF_PART_BODY ? twf_part_get_name (part) : NULL, NULL };

  g_return_if_fail (TWF_IS_PROPOSAL (self) && part < TWF_N_PARTS);

  twf_fields_set (&self->fields, TWF_PROPOSAL_FIELD_PART, values, FALSE);
}

/**
 * twf_proposal_has_value:
 * @self: a proposal
 * @field: a name as it is stored
 * @value: a value
 *
 * Returns: whether @value is one of the field's
 */
gboolean
twf_proposal_has_value (TwfProposal *self, const char *field, const char *value)
{
  const char *const *values = twf_proposal_get_values (self, field);

  return values != NULL && value != NULL && g_strv_contains (values, value);
}

/**
 * twf_proposal_add_value:
 * @self: a proposal
 * @field: a field that is a set
 * @value: a value
 *
 * Puts @value into the set.
 */
void
twf_proposal_add_value (TwfProposal *self, const char *field, const char *value)
{
  const char *const *old = twf_proposal_get_values (self, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  if (old != NULL)
    g_strv_builder_addv (builder, (const char **)old);
  g_strv_builder_add (builder, value);
  values = g_strv_builder_end (builder);
  twf_fields_set (&self->fields, field, (const char *const *)values, TRUE);
}

/**
 * twf_proposal_remove_value:
 * @self: a proposal
 * @field: a field that is a set
 * @value: a value
 *
 * Takes @value out of the set, if it is there.
 */
void
twf_proposal_remove_value (TwfProposal *self, const char *field, const char *value)
{
  const char *const *old = twf_proposal_get_values (self, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    if (!g_str_equal (old[i], value))
      g_strv_builder_add (builder, old[i]);
  values = g_strv_builder_end (builder);
  twf_fields_set (&self->fields, field, (const char *const *)values, TRUE);
}

/**
 * twf_proposal_field_is_known:
 * @field: a name as it is stored
 *
 * Returns: whether proposals have a field of that name
 */
gboolean
twf_proposal_field_is_known (const char *field)
{
  return g_strv_contains (single_fields, field) || g_strv_contains (set_fields, field);
}

/**
 * twf_proposal_field_is_set:
 * @field: a name as it is stored
 *
 * Returns: whether the field holds any number of values; else it holds one
 */
gboolean
twf_proposal_field_is_set (const char *field)
{
  return !g_strv_contains (single_fields, field);
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
 * Kind and State hold exactly one of their words, other fields that are no sets at most one value;
 * anything else is refused and nothing changes.
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
  if (n > 1 && !twf_proposal_field_is_set (field))
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
 * Returns: (nullable) (transfer none): the whole text as it would read; %NULL if it says nothing
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
 * @text: (nullable): the whole text as it would read
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
