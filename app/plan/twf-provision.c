/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-provision.h"

#include "twf-provision-private.h"

#include <string.h>

struct _TwfProvision
{
  GObject parent_instance;

  char *id;
  char *parent; /* nullable */
  char *rank;
  TwfSection section;
  TwfTexts texts;
  TwfFields fields;
  TwfDiscussion discussion;
  TwfNode node;
};

G_DEFINE_FINAL_TYPE (TwfProvision, twf_provision, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
twf_provision_finalize (GObject *object)
{
  TwfProvision *self = TWF_PROVISION (object);

  g_free (self->id);
  g_free (self->parent);
  g_free (self->rank);
  twf_texts_clear (&self->texts);
  twf_fields_clear (&self->fields);
  twf_discussion_clear (&self->discussion);
  g_clear_object (&self->node.children);
  G_OBJECT_CLASS (twf_provision_parent_class)->finalize (object);
}

static void
twf_provision_class_init (TwfProvisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_provision_finalize;

  /**
   * TwfProvision::changed:
   * @self: the provision
   *
   * A text, a field or the place of @self was changed through the plan it stands in.
   */
  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_PROVISION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_provision_init (TwfProvision *self)
{
}

/**
 * twf_provision_new:
 * @id: its identity
 * @section: where it stands
 *
 * Returns: (transfer full): a provision without texts and fields, with an empty rank
 */
TwfProvision *
twf_provision_new (const char *id, TwfSection section)
{
  TwfProvision *self;

  g_return_val_if_fail (id != NULL && section < TWF_N_SECTIONS, NULL);

  self = g_object_new (TWF_TYPE_PROVISION, NULL);
  self->id = g_strdup (id);
  self->section = section;
  self->rank = g_strdup ("");
  return self;
}

/**
 * twf_provision_copy:
 * @self: a provision
 *
 * Returns: (transfer full): another object with the same id, place and content, in no plan
 */
TwfProvision *
twf_provision_copy (TwfProvision *self)
{
  TwfProvision *copy;

  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  copy = g_object_new (TWF_TYPE_PROVISION, NULL);
  copy->id = g_strdup (self->id);
  copy->parent = g_strdup (self->parent);
  copy->rank = g_strdup (self->rank);
  copy->section = self->section;
  twf_texts_copy (&copy->texts, &self->texts);
  twf_fields_copy (&copy->fields, &self->fields);
  twf_discussion_copy (&copy->discussion, &self->discussion);
  return copy;
}

/**
 * twf_provision_equal:
 * @one: a provision
 * @other: another
 *
 * Returns: whether both have the same id, place, texts, fields, proposals and remarks
 */
gboolean
twf_provision_equal (TwfProvision *one, TwfProvision *other)
{
  g_return_val_if_fail (TWF_IS_PROVISION (one) && TWF_IS_PROVISION (other), FALSE);

  return g_str_equal (one->id, other->id) && one->section == other->section
         && g_strcmp0 (one->parent, other->parent) == 0 && g_str_equal (one->rank, other->rank)
         && twf_texts_equal (&one->texts, &other->texts)
         && twf_fields_equal (&one->fields, &other->fields)
         && twf_discussion_equal (&one->discussion, &other->discussion);
}

/**
 * twf_provision_get_id:
 * @self: a provision
 *
 * Returns: (transfer none): its identity
 */
const char *
twf_provision_get_id (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  return self->id;
}

/**
 * twf_provision_get_section:
 * @self: a provision
 *
 * Returns: the section it stands in
 */
TwfSection
twf_provision_get_section (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), TWF_SECTION_LETTER);

  return self->section;
}

/**
 * twf_provision_get_parent:
 * @self: a provision
 *
 * Returns: (nullable) (transfer none): id of the provision it stands under; %NULL at the top
 */
const char *
twf_provision_get_parent (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  return self->parent;
}

/**
 * twf_provision_get_rank:
 * @self: a provision
 *
 * Returns: (transfer none): its place among those under the same parent
 */
const char *
twf_provision_get_rank (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  return self->rank;
}

/**
 * twf_provision_set_place:
 * @self: a provision that stands in no plan
 * @section: the section it stands in
 * @parent: (nullable): id of the provision it stands under; %NULL: at the top
 * @rank: its place among those under the same parent
 */
void
twf_provision_set_place (TwfProvision *self,
                         TwfSection section,
                         const char *parent,
                         const char *rank)
{
  char *old_parent;
  char *old_rank;

  g_return_if_fail (TWF_IS_PROVISION (self) && section < TWF_N_SECTIONS && rank != NULL);

  /* Either may be given from @self's own strings. */
  old_parent = self->parent;
  old_rank = self->rank;
  self->section = section;
  self->parent = g_strdup (parent);
  self->rank = g_strdup (rank);
  g_free (old_parent);
  g_free (old_rank);
}

/**
 * twf_provision_get_text:
 * @self: a provision
 * @part: which of its texts
 * @language: a BCP 47 tag
 *
 * Returns: (nullable) (transfer none): the text, never empty; %NULL if there is none
 */
const char *
twf_provision_get_text (TwfProvision *self, TwfPart part, const char *language)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self) && language != NULL, NULL);

  return twf_texts_get (&self->texts, part, language);
}

/**
 * twf_provision_set_text:
 * @self: a provision that stands in no plan
 * @part: which of its texts
 * @language: a BCP 47 tag
 * @text: (nullable): the text; %NULL or empty: none
 */
void
twf_provision_set_text (TwfProvision *self, TwfPart part, const char *language, const char *text)
{
  g_return_if_fail (TWF_IS_PROVISION (self) && part < TWF_N_PARTS && language != NULL);

  twf_texts_set (&self->texts, part, language, text);
}

/**
 * twf_provision_list_languages:
 * @self: a provision
 * @part: which of its texts
 *
 * Returns: (transfer full): the languages in which it has that text, sorted
 */
GStrv
twf_provision_list_languages (TwfProvision *self, TwfPart part)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  return twf_texts_list (&self->texts, part);
}

/**
 * twf_provision_get_field:
 * @self: a provision
 * @field: a name as it is stored
 *
 * Returns: (nullable) (transfer none): the first value of the field
 */
const char *
twf_provision_get_field (TwfProvision *self, const char *field)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self) && field != NULL, NULL);

  return twf_fields_get_first (&self->fields, field);
}

/**
 * twf_provision_get_values:
 * @self: a provision
 * @field: a name as it is stored
 *
 * Returns: (nullable) (transfer none): the values of the field, at least one; %NULL: it has none
 */
const char *const *
twf_provision_get_values (TwfProvision *self, const char *field)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self) && field != NULL, NULL);

  return twf_fields_get (&self->fields, field);
}

/**
 * twf_provision_set_values:
 * @self: a provision that stands in no plan
 * @field: a name as it is stored; its section, parent and rank are not fields
 * @values: (nullable): its values; %NULL or empty: none
 */
void
twf_provision_set_values (TwfProvision *self, const char *field, const char *const *values)
{
  g_return_if_fail (TWF_IS_PROVISION (self) && field != NULL);

  twf_fields_set (&self->fields, field, values, twf_field_is_set (field));
}

/**
 * twf_provision_list_fields:
 * @self: a provision
 *
 * Returns: (transfer full): the names of the fields that hold something, sorted
 */
GStrv
twf_provision_list_fields (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  return twf_fields_list (&self->fields);
}

/**
 * twf_provision_is_proposed:
 * @self: a provision
 * @state: (out) (optional): where the proposal to insert it stands
 *
 * A proposed provision is in the plan, and not yet of the text: it takes no number from those that
 * are agreed, and a clean text is without it. Who only says that it is proposed has it open.
 *
 * Returns: whether @self is proposed itself, not agreed
 */
gboolean
twf_provision_is_proposed (TwfProvision *self, TwfProposalState *state)
{
  GListModel *proposals;

  g_return_val_if_fail (TWF_IS_PROVISION (self), FALSE);

  if (twf_fields_get (&self->fields, TWF_FIELD_PROPOSED) == NULL)
    return FALSE;
  if (state == NULL)
    return TRUE;
  *state = TWF_PROPOSAL_OPEN;
  proposals = twf_discussion_list_proposals (&self->discussion);
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      if (twf_proposal_get_kind (proposal) == TWF_PROPOSAL_INSERT)
        *state = twf_proposal_get_state (proposal);
    }
  return TRUE;
}

/**
 * twf_provision_list_proposals:
 * @self: a provision
 *
 * Returns: (transfer none): of TwfProposal, by id
 */
GListModel *
twf_provision_list_proposals (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  return twf_discussion_list_proposals (&self->discussion);
}

/**
 * twf_provision_list_remarks:
 * @self: a provision
 *
 * Returns: (transfer none): of TwfRemark, oldest first
 */
GListModel *
twf_provision_list_remarks (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  return twf_discussion_list_remarks (&self->discussion);
}

/**
 * twf_provision_has_remarks:
 * @self: a provision
 *
 * Asks without making the list.
 *
 * Returns: whether its discussion has any remark
 */
gboolean
twf_provision_has_remarks (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), FALSE);

  return self->discussion.remarks != NULL
         && g_list_model_get_n_items (G_LIST_MODEL (self->discussion.remarks)) > 0;
}

/**
 * twf_provision_has_proposals:
 * @self: a provision
 *
 * Asks without making the list, which of ten thousand provisions hardly any needs.
 *
 * Returns: whether any proposal hangs on @self, in whatever state
 */
gboolean
twf_provision_has_proposals (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), FALSE);

  return self->discussion.proposals != NULL
         && g_list_model_get_n_items (G_LIST_MODEL (self->discussion.proposals)) > 0;
}

/**
 * twf_provision_get_proposal:
 * @self: a provision
 * @pid: (nullable): the id of a proposal
 *
 * Returns: (nullable) (transfer none): the proposal with that id that hangs on @self; not to be
 * changed
 */
TwfProposal *
twf_provision_get_proposal (TwfProvision *self, const char *pid)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  return pid != NULL ? twf_discussion_get_proposal (&self->discussion, pid) : NULL;
}

/**
 * twf_provision_get_remark:
 * @self: a provision
 * @rid: (nullable): the id of a remark
 *
 * Returns: (nullable) (transfer none): the remark with that id
 */
TwfRemark *
twf_provision_get_remark (TwfProvision *self, const char *rid)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  return rid != NULL ? twf_discussion_get_remark (&self->discussion, rid) : NULL;
}

/**
 * twf_provision_take_proposal:
 * @self: a provision that stands in no plan
 * @proposal: (transfer full): what is proposed about it; one with the same id goes
 */
void
twf_provision_take_proposal (TwfProvision *self, TwfProposal *proposal)
{
  g_return_if_fail (TWF_IS_PROVISION (self) && TWF_IS_PROPOSAL (proposal));

  twf_discussion_put_proposal (&self->discussion, proposal);
  g_object_unref (proposal);
}

/**
 * twf_provision_take_remark:
 * @self: a provision that stands in no plan
 * @remark: (transfer full): what is said about it; one with the same id goes
 */
void
twf_provision_take_remark (TwfProvision *self, TwfRemark *remark)
{
  g_return_if_fail (TWF_IS_PROVISION (self) && TWF_IS_REMARK (remark));

  twf_discussion_put_remark (&self->discussion, remark);
  g_object_unref (remark);
}

/**
 * twf_provision_get_node:
 * @self: a provision
 *
 * Returns: (transfer none): what its plan keeps about it
 */
TwfNode *
twf_provision_get_node (TwfProvision *self)
{
  return &self->node;
}

/**
 * twf_provision_get_discussion:
 * @self: a provision
 *
 * Returns: (transfer none): its proposals and remarks
 */
TwfDiscussion *
twf_provision_get_discussion (TwfProvision *self)
{
  return &self->discussion;
}

/**
 * twf_provision_get_texts:
 * @self: a provision
 *
 * Returns: (transfer none): all its texts
 */
const TwfTexts *
twf_provision_get_texts (TwfProvision *self)
{
  return &self->texts;
}

/**
 * twf_provision_get_fields:
 * @self: a provision
 *
 * Returns: (transfer none): all its fields
 */
const TwfFields *
twf_provision_get_fields (TwfProvision *self)
{
  return &self->fields;
}

/**
 * twf_provision_emit_changed:
 * @self: a provision
 *
 * Says that the plan changed @self.
 */
void
twf_provision_emit_changed (TwfProvision *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
