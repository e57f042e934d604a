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
  GListStore *proposals; /* of TwfProposal by id; made when asked for: most have none */
  GListStore *remarks;   /* of TwfRemark by time, then id; made when asked for */
  TwfNode node;
};

G_DEFINE_FINAL_TYPE (TwfProvision, twf_provision, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
compare_proposals (gconstpointer one, gconstpointer other, gpointer user_data)
{
  return strcmp (twf_proposal_get_id ((TwfProposal *)one),
                 twf_proposal_get_id ((TwfProposal *)other));
}

static int
compare_remarks (gconstpointer one, gconstpointer other, gpointer user_data)
{
  gint64 first = twf_remark_get_when ((TwfRemark *)one);
  gint64 second = twf_remark_get_when ((TwfRemark *)other);

  if (first != second)
    return first < second ? -1 : 1;
  return strcmp (twf_remark_get_id ((TwfRemark *)one), twf_remark_get_id ((TwfRemark *)other));
}

static guint
count_items (GListStore *store)
{
  return store != NULL ? g_list_model_get_n_items (G_LIST_MODEL (store)) : 0;
}

static gboolean
lists_equal (GListStore *one, GListStore *other, gboolean (*equal) (gpointer, gpointer))
{
  guint n = count_items (one);

  if (n != count_items (other))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) first = g_list_model_get_item (G_LIST_MODEL (one), i);
      g_autoptr (GObject) second = g_list_model_get_item (G_LIST_MODEL (other), i);

      if (!equal (first, second))
        return FALSE;
    }
  return TRUE;
}

static gboolean
proposals_equal (gpointer one, gpointer other)
{
  return twf_proposal_equal (one, other);
}

static gboolean
remarks_equal (gpointer one, gpointer other)
{
  return twf_remark_equal (one, other);
}

static void
twf_provision_finalize (GObject *object)
{
  TwfProvision *self = TWF_PROVISION (object);

  g_free (self->id);
  g_free (self->parent);
  g_free (self->rank);
  twf_texts_clear (&self->texts);
  twf_fields_clear (&self->fields);
  g_clear_object (&self->proposals);
  g_clear_object (&self->remarks);
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
  for (guint i = 0; i < count_items (self->proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (G_LIST_MODEL (self->proposals), i);

      twf_provision_take_proposal (copy, twf_proposal_copy (proposal));
    }
  for (guint i = 0; i < count_items (self->remarks); i++)
    twf_provision_take_remark (copy, g_list_model_get_item (G_LIST_MODEL (self->remarks), i));
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
         && lists_equal (one->proposals, other->proposals, proposals_equal)
         && lists_equal (one->remarks, other->remarks, remarks_equal);
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
 * twf_provision_list_proposals:
 * @self: a provision
 *
 * Returns: (transfer none): of TwfProposal, by id
 */
GListModel *
twf_provision_list_proposals (TwfProvision *self)
{
  g_return_val_if_fail (TWF_IS_PROVISION (self), NULL);

  if (self->proposals == NULL)
    self->proposals = g_list_store_new (TWF_TYPE_PROPOSAL);
  return G_LIST_MODEL (self->proposals);
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

  if (self->remarks == NULL)
    self->remarks = g_list_store_new (TWF_TYPE_REMARK);
  return G_LIST_MODEL (self->remarks);
}

/**
 * twf_provision_take_proposal:
 * @self: a provision that stands in no plan
 * @proposal: (transfer full): what is proposed about it
 */
void
twf_provision_take_proposal (TwfProvision *self, TwfProposal *proposal)
{
  g_return_if_fail (TWF_IS_PROVISION (self) && TWF_IS_PROPOSAL (proposal));

  g_list_store_insert_sorted (
      G_LIST_STORE (twf_provision_list_proposals (self)), proposal, compare_proposals, NULL);
  g_object_unref (proposal);
}

/**
 * twf_provision_take_remark:
 * @self: a provision that stands in no plan
 * @remark: (transfer full): what is said about it
 */
void
twf_provision_take_remark (TwfProvision *self, TwfRemark *remark)
{
  g_return_if_fail (TWF_IS_PROVISION (self) && TWF_IS_REMARK (remark));

  g_list_store_insert_sorted (
      G_LIST_STORE (twf_provision_list_remarks (self)), remark, compare_remarks, NULL);
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
