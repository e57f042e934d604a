/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-plan-private.h"

/* Each of these does what a validated edit says and returns what turns it round; NULL where there
 * was nothing to do. */

static TwfEdit *
do_text (TwfPlan *self, TwfEdit *edit)
{
  const char *id = twf_edit_get_id (edit);
  TwfPart part = twf_edit_get_part (edit);
  const char *language = twf_edit_get_language (edit);
  const char *text = twf_edit_get_text (edit);
  TwfProvision *provision = id != NULL ? g_hash_table_lookup (self->provisions, id) : NULL;
  const char *old = provision != NULL ? twf_provision_get_text (provision, part, language)
                                      : twf_plan_get_title (self, language);
  TwfEdit *inverse;

  if (g_strcmp0 (old, text) == 0)
    return NULL;
  inverse = twf_edit_new_text (id, part, language, old);
  if (provision != NULL)
    twf_provision_set_text (provision, part, language, text);
  else
    twf_plan_set_title (self, language, text);
  return inverse;
}

static gboolean
same_values (const char *const *one, const char *const *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return g_strv_equal (one, other);
}

static TwfEdit *
do_values (TwfPlan *self, TwfEdit *edit)
{
  const char *id = twf_edit_get_id (edit);
  const char *field = twf_edit_get_field (edit);
  const char *const *values = twf_edit_get_values (edit);
  TwfProvision *provision = id != NULL ? g_hash_table_lookup (self->provisions, id) : NULL;
  const char *const *old = provision != NULL ? twf_provision_get_values (provision, field)
                                             : twf_plan_get_values (self, field);
  g_autoptr (TwfEdit) inverse = NULL;

  if (same_values (old, values))
    return NULL;
  inverse = twf_edit_new_values (id, field, old);
  if (provision == NULL)
    {
      twf_plan_store_values (self, field, values);
      old = twf_plan_get_values (self, field);
    }
  else
    {
      twf_provision_set_values (provision, field, values);
      if (g_str_equal (field, TWF_FIELD_HEADING) || g_str_equal (field, TWF_FIELD_PROPOSED))
        twf_plan_forget_numbers (self, twf_provision_get_section (provision));
      old = twf_provision_get_values (provision, field);
    }
  /* A set given in another order is the same set. */
  if (same_values (old, twf_edit_get_values (inverse)))
    return NULL;
  return g_steal_pointer (&inverse);
}

static TwfEdit *
do_add (TwfPlan *self, TwfEdit *edit)
{
  /* The edit keeps its own: what stands in the plan changes. */
  TwfProvision *provision = twf_provision_copy (twf_edit_get_provision (edit));

  g_hash_table_insert (self->provisions, (char *)twf_provision_get_id (provision), provision);
  twf_plan_list (self, provision);
  twf_plan_note_proposals (self, provision);
  return twf_edit_new_remove (twf_edit_get_id (edit));
}

static TwfEdit *
do_remove (TwfPlan *self, TwfEdit *edit)
{
  TwfProvision *provision = g_hash_table_lookup (self->provisions, twf_edit_get_id (edit));
  TwfEdit *inverse = twf_edit_new_add (provision);

  twf_plan_forget_proposals (self, provision);
  twf_plan_unlist (self, provision);
  g_hash_table_remove (self->provisions, twf_edit_get_id (edit));
  if (self->n_misplaced > 0)
    {
      self->is_listed = FALSE;
      twf_plan_ensure_listed (self);
    }
  return inverse;
}

static TwfEdit *
do_place (TwfPlan *self, TwfEdit *edit)
{
  TwfProvision *provision = g_hash_table_lookup (self->provisions, twf_edit_get_id (edit));
  TwfSection section = twf_provision_get_section (provision);
  const char *parent = twf_provision_get_parent (provision);
  const char *rank = twf_provision_get_rank (provision);
  TwfEdit *inverse;

  if (section == twf_edit_get_section (edit) && g_strcmp0 (parent, twf_edit_get_parent (edit)) == 0
      && g_str_equal (rank, twf_edit_get_rank (edit)))
    return NULL;
  inverse = twf_edit_new_place (twf_edit_get_id (edit), section, parent, rank);
  twf_plan_unlist (self, provision);
  twf_provision_set_place (
      provision, twf_edit_get_section (edit), twf_edit_get_parent (edit), twf_edit_get_rank (edit));
  twf_plan_list (self, provision);
  return inverse;
}

static TwfEdit *
do_delegation (TwfPlan *self, TwfEdit *edit)
{
  const char *code = twf_edit_get_id (edit);
  TwfDelegation *old = g_hash_table_lookup (self->delegations, code);
  TwfDelegation *delegation = twf_edit_get_delegation (edit);
  g_autoptr (TwfDelegation) copy = NULL;
  TwfEdit *inverse;

  if (old != NULL && delegation != NULL && twf_delegation_equal (old, delegation))
    return NULL;
  inverse = old != NULL ? twf_edit_new_delegation (old) : twf_edit_new_drop_delegation (code);
  if (delegation == NULL)
    {
      twf_plan_drop_delegation (self, code);
      return inverse;
    }
  copy = twf_delegation_copy (delegation);
  twf_plan_store_delegation (self, copy);
  return inverse;
}

static TwfEdit *
do_proposal (TwfPlan *self, TwfEdit *edit)
{
  const char *id = twf_edit_get_id (edit);
  const char *pid = twf_edit_get_item (edit);
  TwfProvision *provision = id != NULL ? g_hash_table_lookup (self->provisions, id) : NULL;
  TwfDiscussion *discussion
      = provision != NULL ? twf_provision_get_discussion (provision) : &self->discussion;
  TwfProposal *old = twf_discussion_get_proposal (discussion, pid);
  TwfProposal *proposal = twf_edit_get_proposal (edit);
  TwfEdit *inverse;

  if (old != NULL && proposal != NULL && twf_proposal_equal (old, proposal))
    return NULL;
  inverse = old != NULL ? twf_edit_new_proposal (id, old) : twf_edit_new_drop_proposal (id, pid);
  if (proposal != NULL)
    twf_plan_store_proposal (self, provision, proposal);
  else
    twf_plan_drop_proposal (self, provision, pid);
  return inverse;
}

static TwfEdit *
do_remark (TwfPlan *self, TwfEdit *edit)
{
  const char *id = twf_edit_get_id (edit);
  const char *rid = twf_edit_get_item (edit);
  TwfDiscussion *discussion
      = twf_provision_get_discussion (g_hash_table_lookup (self->provisions, id));
  TwfRemark *old = twf_discussion_get_remark (discussion, rid);
  TwfRemark *remark = twf_edit_get_remark (edit);
  TwfEdit *inverse;

  if (old != NULL && remark != NULL && twf_remark_equal (old, remark))
    return NULL;
  inverse = old != NULL ? twf_edit_new_remark (id, old) : twf_edit_new_drop_remark (id, rid);
  if (remark != NULL)
    twf_discussion_put_remark (discussion, remark);
  else
    twf_discussion_drop_remark (discussion, rid);
  return inverse;
}

static TwfEdit *
perform (TwfPlan *self, TwfEdit *edit)
{
  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_SET_TEXT:
      return do_text (self, edit);
    case TWF_EDIT_SET_VALUES:
      return do_values (self, edit);
    case TWF_EDIT_ADD:
      return do_add (self, edit);
    case TWF_EDIT_REMOVE:
      return do_remove (self, edit);
    case TWF_EDIT_PLACE:
      return do_place (self, edit);
    case TWF_EDIT_SET_DELEGATION:
    case TWF_EDIT_DROP_DELEGATION:
      return do_delegation (self, edit);
    case TWF_EDIT_SET_PROPOSAL:
    case TWF_EDIT_DROP_PROPOSAL:
      return do_proposal (self, edit);
    case TWF_EDIT_SET_REMARK:
    case TWF_EDIT_DROP_REMARK:
      return do_remark (self, edit);
    default:
      g_assert_not_reached ();
    }
}

static void
announce (TwfPlan *self, TwfEdit *edit, TwfEdit *inverse)
{
  TwfEditKind kind = twf_edit_get_kind (edit);
  TwfProvision *provision = NULL;

  if (kind == TWF_EDIT_SET_TEXT || kind == TWF_EDIT_SET_VALUES || kind == TWF_EDIT_PLACE
      || kind >= TWF_EDIT_SET_PROPOSAL)
    provision = twf_plan_get_provision (self, twf_edit_get_id (edit));
  if (provision != NULL)
    {
      g_autoptr (TwfProvision) held = g_object_ref (provision);

      twf_provision_emit_changed (held);
    }
  twf_plan_emit_applied (self, edit, inverse);
}

/**
 * twf_plan_apply:
 * @self: a plan
 * @edit: what is to be done
 * @inverse: (out) (optional) (transfer full): what turns it round; where @edit changed nothing,
 *   @edit itself
 * @error: where an error goes
 *
 * The one door through which a plan changes. An edit is done whole or not at all. Texts are brought
 * into normal form first; "edited" says what was done in that form, and is not emitted where
 * nothing changed.
 *
 * Returns: whether it was done
 * Errors: TWF_ERROR_NOT_FOUND if a provision, parent, link's target, delegation, proposal or remark
 * is not there;
 * TWF_ERROR_EXISTS if what is to be added is there; TWF_ERROR_INVALID if the part or field is none
 * of the section's, the language none of the plan's, the text not UTF-8 or hostile, the parent in
 * another section or under the provision, the rank no rank, a link of the wrong kind, or if what is
 * to be removed still has something under it
 */
gboolean
twf_plan_apply (TwfPlan *self, TwfEdit *edit, TwfEdit **inverse, GError **error)
{
  g_autoptr (TwfEdit) admitted = NULL;
  g_autoptr (TwfEdit) undoing = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (self) && edit != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  twf_plan_ensure_listed (self);
  if (!twf_plan_validate (self, edit, &admitted, error))
    return FALSE;
  undoing = perform (self, admitted);
  if (undoing == NULL)
    {
      if (inverse != NULL)
        *inverse = g_steal_pointer (&admitted);
      return TRUE;
    }
  twf_edit_set_restoring (undoing);
  announce (self, admitted, undoing);
  if (inverse != NULL)
    *inverse = g_steal_pointer (&undoing);
  return TRUE;
}

/**
 * twf_plan_apply_all:
 * @self: a plan
 * @edits: of TwfEdit: what is to be done, one after the other
 * @error: where an error goes
 *
 * Does several edits as one act. Where one is refused, those before it are taken back.
 *
 * Returns: whether all were done
 * Errors: as twf_plan_apply()
 */
gboolean
twf_plan_apply_all (TwfPlan *self, GPtrArray *edits, GError **error)
{
  g_autoptr (GPtrArray) inverses = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  gboolean good = TRUE;

  twf_plan_begin_group (self);
  for (guint i = 0; good && i < edits->len; i++)
    {
      TwfEdit *inverse = NULL;

      good = twf_plan_apply (self, g_ptr_array_index (edits, i), &inverse, error);
      if (good)
        g_ptr_array_add (inverses, inverse);
    }
  for (guint i = good ? 0 : inverses->len; i > 0; i--)
    if (!twf_plan_apply (self, g_ptr_array_index (inverses, i - 1), NULL, NULL))
      g_warning ("an edit could not be taken back");
  twf_plan_end_group (self);
  return good;
}
