/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-transform.h"

static TwfProposal *
find_proposal (GListModel *proposals, const char *pid)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      /* The list holds it. */
      if (g_str_equal (twf_proposal_get_id (proposal), pid))
        return proposal;
    }
  return NULL;
}

static void
set_proposals (GPtrArray *edits, const char *id, GListModel *old, GListModel *target)
{
  for (guint i = 0; i < g_list_model_get_n_items (target); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (target, i);
      TwfProposal *standing = find_proposal (old, twf_proposal_get_id (proposal));
      g_autoptr (TwfProposal) copy = NULL;

      if (standing != NULL && twf_proposal_equal (standing, proposal))
        continue;
      copy = twf_proposal_copy (proposal);
      g_ptr_array_add (edits, twf_edit_new_proposal (id, copy));
    }
}

/**
 * twf_edits_add_proposals:
 * @edits: where they go
 * @id: (nullable): the provision they hang on; %NULL: the plan
 * @old: of TwfProposal: those that are there
 * @target: of TwfProposal: those that are to be there
 *
 * Adds the edits that make @old into @target.
 */
void
twf_edits_add_proposals (GPtrArray *edits, const char *id, GListModel *old, GListModel *target)
{
  for (guint i = 0; i < g_list_model_get_n_items (old); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (old, i);
      const char *pid = twf_proposal_get_id (proposal);

      if (find_proposal (target, pid) == NULL)
        g_ptr_array_add (edits, twf_edit_new_drop_proposal (id, pid));
    }
  set_proposals (edits, id, old, target);
}

static void
add_remarks (GPtrArray *edits, TwfProvision *provision, TwfProvision *target)
{
  GListModel *remarks = twf_provision_list_remarks (target);
  const char *id = twf_provision_get_id (target);

  for (guint i = 0; i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, i);
      TwfRemark *standing = twf_provision_get_remark (provision, twf_remark_get_id (remark));

      if (standing == NULL || !twf_remark_equal (standing, remark))
        g_ptr_array_add (edits, twf_edit_new_remark (id, remark));
    }
}

/**
 * twf_edits_add_discussion:
 * @edits: where they go
 * @provision: a provision
 * @target: the same as it is to be
 *
 * Adds the edits that make the proposals and remarks of @provision into those of @target.
 */
void
twf_edits_add_discussion (GPtrArray *edits, TwfProvision *provision, TwfProvision *target)
{
  const char *id = twf_provision_get_id (target);
  GListModel *remarks = twf_provision_list_remarks (provision);

  twf_edits_add_proposals (
      edits, id, twf_provision_list_proposals (provision), twf_provision_list_proposals (target));
  for (guint i = 0; i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, i);
      const char *rid = twf_remark_get_id (remark);

      if (twf_provision_get_remark (target, rid) == NULL)
        g_ptr_array_add (edits, twf_edit_new_drop_remark (id, rid));
    }
  add_remarks (edits, provision, target);
}

/**
 * twf_edits_keep_discussion:
 * @target: a provision in no plan
 * @standing: the same as it stands
 *
 * Puts the proposals and remarks of @standing into @target, over those with their ids.
 */
void
twf_edits_keep_discussion (TwfProvision *target, TwfProvision *standing)
{
  GListModel *proposals = twf_provision_list_proposals (standing);
  GListModel *remarks = twf_provision_list_remarks (standing);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    twf_provision_take_proposal (target, g_list_model_get_item (proposals, i));
  for (guint i = 0; i < g_list_model_get_n_items (remarks); i++)
    twf_provision_take_remark (target, g_list_model_get_item (remarks, i));
}

/**
 * twf_edits_add_missing_discussion:
 * @edits: where they go
 * @provision: a provision
 * @other: the same elsewhere
 *
 * Adds the edits that give @provision the proposals and remarks of @other that it lacks.
 */
void
twf_edits_add_missing_discussion (GPtrArray *edits, TwfProvision *provision, TwfProvision *other)
{
  g_autoptr (TwfProvision) target = twf_provision_copy (other);

  twf_edits_keep_discussion (target, provision);
  twf_edits_add_discussion (edits, provision, target);
}
