/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-edit.h"

struct _TwfEdit
{
  TwfEditKind kind;
  TwfPart part;
  TwfSection section;
  gboolean restoring;
  char *id;                  /* nullable */
  char *name;                /* language, field, parent or item; nullable */
  char *text;                /* text or rank; nullable */
  char **values;             /* nullable, never empty */
  TwfProvision *provision;   /* nullable */
  TwfDelegation *delegation; /* nullable */
  TwfProposal *proposal;     /* nullable */
  TwfRemark *remark;         /* nullable */
};

G_DEFINE_BOXED_TYPE (TwfEdit, twf_edit, twf_edit_ref, twf_edit_unref)

static TwfEdit *
new_edit (TwfEditKind kind, const char *id)
{
  TwfEdit *self = g_atomic_rc_box_new0 (TwfEdit);

  self->kind = kind;
  self->id = g_strdup (id);
  return self;
}

static void
clear_edit (TwfEdit *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->text);
  g_strfreev (self->values);
  g_clear_object (&self->provision);
  g_clear_object (&self->delegation);
  g_clear_object (&self->proposal);
  g_clear_object (&self->remark);
}

/**
 * twf_edit_new_text:
 * @id: (nullable): a provision; %NULL: the plan, whose text is its title
 * @part: which of its texts
 * @language: a BCP 47 tag
 * @text: (nullable): the whole text as it is to be; %NULL or empty: none
 *
 * Returns: (transfer full): an edit that sets a text
 */
TwfEdit *
twf_edit_new_text (const char *id, TwfPart part, const char *language, const char *text)
{
  TwfEdit *self;

  g_return_val_if_fail (language != NULL, NULL);

  self = new_edit (TWF_EDIT_SET_TEXT, id);
  self->part = part;
  self->name = g_strdup (language);
  if (text != NULL && *text != '\0')
    self->text = g_strdup (text);
  return self;
}

/**
 * twf_edit_new_values:
 * @id: (nullable): a provision; %NULL: the plan
 * @field: a field's name as it is stored
 * @values: (nullable): what it is to hold; empty strings are left out; none: the field goes
 *
 * Returns: (transfer full): an edit that sets a field
 */
TwfEdit *
twf_edit_new_values (const char *id, const char *field, const char *const *values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  TwfEdit *self;

  g_return_val_if_fail (field != NULL, NULL);

  self = new_edit (TWF_EDIT_SET_VALUES, id);
  self->name = g_strdup (field);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (*values[i] != '\0')
      g_strv_builder_add (builder, values[i]);
  self->values = g_strv_builder_end (builder);
  if (self->values[0] == NULL)
    g_clear_pointer (&self->values, g_strfreev);
  return self;
}

/**
 * twf_edit_new_value:
 * @id: (nullable): a provision; %NULL: the plan
 * @field: a field's name as it is stored
 * @value: (nullable): what it is to hold; %NULL or empty: the field goes
 *
 * Returns: (transfer full): an edit that sets a field
 */
TwfEdit *
twf_edit_new_value (const char *id, const char *field, const char *value)
{
  const char *values[] = { value, NULL };

  return twf_edit_new_values (id, field, values);
}

/**
 * twf_edit_new_add:
 * @provision: a whole provision, with its place; it must not be changed afterwards
 *
 * Returns: (transfer full): an edit that adds it
 */
TwfEdit *
twf_edit_new_add (TwfProvision *provision)
{
  TwfEdit *self;

  g_return_val_if_fail (TWF_IS_PROVISION (provision), NULL);

  self = new_edit (TWF_EDIT_ADD, twf_provision_get_id (provision));
  self->provision = g_object_ref (provision);
  return self;
}

/**
 * twf_edit_new_remove:
 * @id: a provision with nothing under it
 *
 * Returns: (transfer full): an edit that removes it
 */
TwfEdit *
twf_edit_new_remove (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return new_edit (TWF_EDIT_REMOVE, id);
}

/**
 * twf_edit_new_place:
 * @id: a provision
 * @section: where it is to stand
 * @parent: (nullable): under which provision of @section; %NULL: at the top
 * @rank: its place there
 *
 * Returns: (transfer full): an edit that moves it
 */
TwfEdit *
twf_edit_new_place (const char *id, TwfSection section, const char *parent, const char *rank)
{
  TwfEdit *self;

  g_return_val_if_fail (id != NULL && rank != NULL, NULL);

  self = new_edit (TWF_EDIT_PLACE, id);
  self->section = section;
  self->name = g_strdup (parent);
  self->text = g_strdup (rank);
  return self;
}

/**
 * twf_edit_new_delegation:
 * @delegation: a whole delegation; it must not be changed afterwards
 *
 * Returns: (transfer full): an edit that puts it in the place of the one with its code, or adds it
 */
TwfEdit *
twf_edit_new_delegation (TwfDelegation *delegation)
{
  TwfEdit *self;

  g_return_val_if_fail (TWF_IS_DELEGATION (delegation), NULL);

  self = new_edit (TWF_EDIT_SET_DELEGATION, twf_delegation_get_code (delegation));
  self->delegation = g_object_ref (delegation);
  return self;
}

/**
 * twf_edit_new_drop_delegation:
 * @code: the code of a delegation
 *
 * Returns: (transfer full): an edit that takes it out of the plan
 */
TwfEdit *
twf_edit_new_drop_delegation (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  return new_edit (TWF_EDIT_DROP_DELEGATION, code);
}

/**
 * twf_edit_new_proposal:
 * @id: (nullable): the provision it hangs on; %NULL: the plan
 * @proposal: a whole proposal; it must not be changed afterwards
 *
 * Returns: (transfer full): an edit that puts it in the place of the one with its id, or adds it
 */
TwfEdit *
twf_edit_new_proposal (const char *id, TwfProposal *proposal)
{
  TwfEdit *self;

  g_return_val_if_fail (TWF_IS_PROPOSAL (proposal), NULL);

  self = new_edit (TWF_EDIT_SET_PROPOSAL, id);
  self->name = g_strdup (twf_proposal_get_id (proposal));
  self->proposal = g_object_ref (proposal);
  return self;
}

/**
 * twf_edit_new_drop_proposal:
 * @id: (nullable): the provision it hangs on; %NULL: the plan
 * @pid: id of a proposal
 *
 * A proposal that was on the table is withdrawn or rejected, not dropped: this is for undo, and for
 * bringing a plan to what it was.
 *
 * Returns: (transfer full): an edit that takes the proposal out
 */
TwfEdit *
twf_edit_new_drop_proposal (const char *id, const char *pid)
{
  TwfEdit *self;

  g_return_val_if_fail (pid != NULL, NULL);

  self = new_edit (TWF_EDIT_DROP_PROPOSAL, id);
  self->name = g_strdup (pid);
  return self;
}

/**
 * twf_edit_new_remark:
 * @id: a provision
 * @remark: what is said about it
 *
 * Returns: (transfer full): an edit that puts it in the place of the one with its id, or adds it
 */
TwfEdit *
twf_edit_new_remark (const char *id, TwfRemark *remark)
{
  TwfEdit *self;

  g_return_val_if_fail (id != NULL && TWF_IS_REMARK (remark), NULL);

  self = new_edit (TWF_EDIT_SET_REMARK, id);
  self->name = g_strdup (twf_remark_get_id (remark));
  self->remark = g_object_ref (remark);
  return self;
}

/**
 * twf_edit_new_drop_remark:
 * @id: a provision
 * @rid: id of a remark
 *
 * Returns: (transfer full): an edit that takes the remark out
 */
TwfEdit *
twf_edit_new_drop_remark (const char *id, const char *rid)
{
  TwfEdit *self;

  g_return_val_if_fail (id != NULL && rid != NULL, NULL);

  self = new_edit (TWF_EDIT_DROP_REMARK, id);
  self->name = g_strdup (rid);
  return self;
}

/**
 * twf_edit_ref:
 * @self: an edit
 *
 * Returns: (transfer full): @self, held once more
 */
TwfEdit *
twf_edit_ref (TwfEdit *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_edit_unref:
 * @self: (transfer full): an edit
 *
 * Lets go of @self.
 */
void
twf_edit_unref (TwfEdit *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear_edit);
}

/**
 * twf_edit_get_kind:
 * @self: an edit
 *
 * Returns: what it does
 */
TwfEditKind
twf_edit_get_kind (const TwfEdit *self)
{
  return self->kind;
}

/**
 * twf_edit_get_id:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): what it does it to: a provision, or the code of a
 * delegation; %NULL: the plan itself
 */
const char *
twf_edit_get_id (const TwfEdit *self)
{
  return self->id;
}

/**
 * twf_edit_get_part:
 * @self: an edit of a text
 *
 * Returns: which text
 */
TwfPart
twf_edit_get_part (const TwfEdit *self)
{
  return self->part;
}

/**
 * twf_edit_get_language:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): the language of the text; %NULL for other kinds
 */
const char *
twf_edit_get_language (const TwfEdit *self)
{
  return self->kind == TWF_EDIT_SET_TEXT ? self->name : NULL;
}

/**
 * twf_edit_get_text:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): the text; %NULL: none, or another kind
 */
const char *
twf_edit_get_text (const TwfEdit *self)
{
  return self->kind == TWF_EDIT_SET_TEXT ? self->text : NULL;
}

/**
 * twf_edit_get_field:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): the field it sets; %NULL for other kinds
 */
const char *
twf_edit_get_field (const TwfEdit *self)
{
  return self->kind == TWF_EDIT_SET_VALUES ? self->name : NULL;
}

/**
 * twf_edit_get_values:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): the values of the field, at least one; %NULL: none
 */
const char *const *
twf_edit_get_values (const TwfEdit *self)
{
  return (const char *const *)self->values;
}

/**
 * twf_edit_get_provision:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): what it adds, not to be changed; %NULL for other kinds
 */
TwfProvision *
twf_edit_get_provision (const TwfEdit *self)
{
  return self->provision;
}

/**
 * twf_edit_get_section:
 * @self: an edit that moves
 *
 * Returns: where to
 */
TwfSection
twf_edit_get_section (const TwfEdit *self)
{
  return self->section;
}

/**
 * twf_edit_get_parent:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): under what it moves; %NULL: the top, or another kind
 */
const char *
twf_edit_get_parent (const TwfEdit *self)
{
  return self->kind == TWF_EDIT_PLACE ? self->name : NULL;
}

/**
 * twf_edit_get_rank:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): the new rank; %NULL for other kinds than moves
 */
const char *
twf_edit_get_rank (const TwfEdit *self)
{
  return self->kind == TWF_EDIT_PLACE ? self->text : NULL;
}

/**
 * twf_edit_get_delegation:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): what it sets, not to be changed; %NULL for other kinds
 */
TwfDelegation *
twf_edit_get_delegation (const TwfEdit *self)
{
  return self->delegation;
}

/**
 * twf_edit_get_proposal:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): what it sets, not to be changed; %NULL for other kinds
 */
TwfProposal *
twf_edit_get_proposal (const TwfEdit *self)
{
  return self->proposal;
}

/**
 * twf_edit_get_remark:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): what it sets; %NULL for other kinds
 */
TwfRemark *
twf_edit_get_remark (const TwfEdit *self)
{
  return self->remark;
}

/**
 * twf_edit_get_item:
 * @self: an edit
 *
 * Returns: (nullable) (transfer none): the id of the proposal or remark that it sets or takes out;
 * %NULL for other kinds
 */
const char *
twf_edit_get_item (const TwfEdit *self)
{
  return self->kind >= TWF_EDIT_SET_PROPOSAL ? self->name : NULL;
}

/**
 * twf_edit_set_restoring:
 * @self: an edit that was just made
 *
 * Marks @self as one that brings back what stood before: it turns another round, or leads to what a
 * revision holds. That may be the damage of a plan that was read.
 */
void
twf_edit_set_restoring (TwfEdit *self)
{
  self->restoring = TRUE;
}

/**
 * twf_edit_get_restoring:
 * @self: an edit
 *
 * Returns: whether it brings back what stood in the plan before
 */
gboolean
twf_edit_get_restoring (const TwfEdit *self)
{
  return self->restoring;
}
