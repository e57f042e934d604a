/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-transform.h"

static gboolean
values_equal (const char *const *one, const char *const *other)
{
  static const char *const none[] = { NULL };

  return g_strv_equal (one != NULL ? one : none, other != NULL ? other : none);
}

static gboolean
text_stands (TwfPlan *plan, TwfEdit *edit)
{
  const char *id = twf_edit_get_id (edit);
  const char *language = twf_edit_get_language (edit);
  TwfProvision *provision = id != NULL ? twf_plan_get_provision (plan, id) : NULL;

  if (id == NULL)
    return g_strcmp0 (twf_plan_get_title (plan, language), twf_edit_get_text (edit)) == 0;
  return provision != NULL
         && g_strcmp0 (twf_provision_get_text (provision, twf_edit_get_part (edit), language),
                       twf_edit_get_text (edit))
                == 0;
}

static gboolean
values_stand (TwfPlan *plan, TwfEdit *edit)
{
  const char *id = twf_edit_get_id (edit);
  const char *field = twf_edit_get_field (edit);
  TwfProvision *provision = id != NULL ? twf_plan_get_provision (plan, id) : NULL;

  if (id == NULL)
    return values_equal (twf_plan_get_values (plan, field), twf_edit_get_values (edit));
  return provision != NULL
         && values_equal (twf_provision_get_values (provision, field), twf_edit_get_values (edit));
}

static gboolean
place_stands (TwfPlan *plan, TwfEdit *edit)
{
  TwfProvision *standing = twf_plan_get_provision (plan, twf_edit_get_id (edit));

  return standing != NULL && twf_provision_get_section (standing) == twf_edit_get_section (edit)
         && g_strcmp0 (twf_provision_get_parent (standing), twf_edit_get_parent (edit)) == 0
         && g_strcmp0 (twf_provision_get_rank (standing), twf_edit_get_rank (edit)) == 0;
}

static gboolean
delegation_stands (TwfPlan *plan, TwfDelegation *delegation)
{
  TwfDelegation *standing = twf_plan_get_delegation (plan, twf_delegation_get_code (delegation));

  return standing != NULL && twf_delegation_equal (standing, delegation);
}

static TwfProposal *
find_proposal (TwfEdit *edit, TwfPlan *plan)
{
  const char *id = twf_edit_get_id (edit);
  TwfProvision *provision = twf_plan_get_provision (plan, id);

  if (id == NULL)
    return twf_plan_get_own_proposal (plan, twf_edit_get_item (edit));
  return provision != NULL ? twf_provision_get_proposal (provision, twf_edit_get_item (edit))
                           : NULL;
}

static gboolean
proposal_stands (TwfPlan *plan, TwfEdit *edit)
{
  TwfProposal *standing = find_proposal (edit, plan);
  TwfProposal *proposal = twf_edit_get_proposal (edit);

  if (standing == NULL || proposal == NULL)
    return standing == proposal;
  return twf_proposal_equal (standing, proposal);
}

static TwfRemark *
find_remark (TwfEdit *edit, TwfPlan *plan)
{
  TwfProvision *provision = twf_plan_get_provision (plan, twf_edit_get_id (edit));

  return provision != NULL ? twf_provision_get_remark (provision, twf_edit_get_item (edit)) : NULL;
}

static gboolean
remark_stands (TwfPlan *plan, TwfEdit *edit)
{
  TwfRemark *standing = find_remark (edit, plan);
  TwfRemark *remark = twf_edit_get_remark (edit);

  if (standing == NULL || remark == NULL)
    return standing == remark;
  return twf_remark_equal (standing, remark);
}

/**
 * twf_edit_stands:
 * @edit: an edit
 * @plan: a plan
 *
 * Returns: whether @plan is already as @edit would make it
 */
gboolean
twf_edit_stands (TwfEdit *edit, TwfPlan *plan)
{
  TwfProvision *standing;
  const char *id = twf_edit_get_id (edit);

  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_SET_TEXT:
      return text_stands (plan, edit);
    case TWF_EDIT_SET_VALUES:
      return values_stand (plan, edit);
    case TWF_EDIT_ADD:
      standing
          = twf_plan_get_provision (plan, twf_provision_get_id (twf_edit_get_provision (edit)));
      return standing != NULL && twf_provision_equal (standing, twf_edit_get_provision (edit));
    case TWF_EDIT_REMOVE:
      return twf_plan_get_provision (plan, id) == NULL;
    case TWF_EDIT_PLACE:
      return place_stands (plan, edit);
    case TWF_EDIT_SET_DELEGATION:
      return delegation_stands (plan, twf_edit_get_delegation (edit));
    case TWF_EDIT_DROP_DELEGATION:
      return twf_plan_get_delegation (plan, id) == NULL;
    case TWF_EDIT_SET_PROPOSAL:
    case TWF_EDIT_DROP_PROPOSAL:
      return proposal_stands (plan, edit);
    case TWF_EDIT_SET_REMARK:
    case TWF_EDIT_DROP_REMARK:
      return remark_stands (plan, edit);
    default:
      return FALSE;
    }
}

static TwfEdit *
back_to_text (TwfEdit *edit, TwfPlan *plan)
{
  const char *id = twf_edit_get_id (edit);
  const char *language = twf_edit_get_language (edit);
  TwfProvision *provision = id != NULL ? twf_plan_get_provision (plan, id) : NULL;
  const char *text = id == NULL ? twf_plan_get_title (plan, language) : NULL;

  if (provision != NULL)
    text = twf_provision_get_text (provision, twf_edit_get_part (edit), language);
  return twf_edit_new_text (id, twf_edit_get_part (edit), language, text);
}

static TwfEdit *
back_to_values (TwfEdit *edit, TwfPlan *plan)
{
  const char *id = twf_edit_get_id (edit);
  const char *field = twf_edit_get_field (edit);
  TwfProvision *provision = id != NULL ? twf_plan_get_provision (plan, id) : NULL;
  const char *const *values = id == NULL ? twf_plan_get_values (plan, field) : NULL;

  if (provision != NULL)
    values = twf_provision_get_values (provision, field);
  return twf_edit_new_values (id, field, values);
}

static TwfEdit *
back_to_delegation (const char *code, TwfPlan *plan)
{
  TwfDelegation *delegation = twf_plan_get_delegation (plan, code);

  return delegation != NULL ? twf_edit_new_delegation (delegation)
                            : twf_edit_new_drop_delegation (code);
}

static TwfEdit *
back_to_provision (const char *id, TwfEdit *edit, TwfPlan *plan)
{
  TwfProvision *provision = twf_plan_get_provision (plan, id);

  if (provision == NULL)
    return twf_edit_new_remove (id);
  if (twf_edit_get_kind (edit) != TWF_EDIT_PLACE)
    return twf_edit_new_add (provision);
  return twf_edit_new_place (id,
                             twf_provision_get_section (provision),
                             twf_provision_get_parent (provision),
                             twf_provision_get_rank (provision));
}

static TwfEdit *
back_to_item (TwfEdit *edit, TwfPlan *plan)
{
  TwfEditKind kind = twf_edit_get_kind (edit);
  const char *id = twf_edit_get_id (edit);
  TwfProposal *proposal;
  TwfRemark *remark;

  if (kind == TWF_EDIT_SET_REMARK || kind == TWF_EDIT_DROP_REMARK)
    {
      remark = find_remark (edit, plan);
      return remark != NULL ? twf_edit_new_remark (id, remark)
                            : twf_edit_new_drop_remark (id, twf_edit_get_item (edit));
    }
  proposal = find_proposal (edit, plan);
  return proposal != NULL ? twf_edit_new_proposal (id, proposal)
                          : twf_edit_new_drop_proposal (id, twf_edit_get_item (edit));
}

/**
 * twf_edit_back_to:
 * @edit: an edit
 * @plan: a plan
 *
 * Returns: (transfer full): the edit that makes what @edit is about as it is in @plan
 */
TwfEdit *
twf_edit_back_to (TwfEdit *edit, TwfPlan *plan)
{
  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_SET_TEXT:
      return back_to_text (edit, plan);
    case TWF_EDIT_SET_VALUES:
      return back_to_values (edit, plan);
    case TWF_EDIT_SET_DELEGATION:
      return back_to_delegation (twf_delegation_get_code (twf_edit_get_delegation (edit)), plan);
    case TWF_EDIT_DROP_DELEGATION:
      return back_to_delegation (twf_edit_get_id (edit), plan);
    case TWF_EDIT_SET_PROPOSAL:
    case TWF_EDIT_DROP_PROPOSAL:
    case TWF_EDIT_SET_REMARK:
    case TWF_EDIT_DROP_REMARK:
      return back_to_item (edit, plan);
    case TWF_EDIT_ADD:
      return back_to_provision (twf_provision_get_id (twf_edit_get_provision (edit)), edit, plan);
    case TWF_EDIT_REMOVE:
    case TWF_EDIT_PLACE:
    default:
      return back_to_provision (twf_edit_get_id (edit), edit, plan);
    }
}
