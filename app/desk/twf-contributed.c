/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-contributed.h"

static void
contributed_free (TwfContributed *self)
{
  g_free (self->provision);
  g_free (self->id);
  g_strfreev (self->by);
  g_free (self);
}

static void
add_open (GPtrArray *all, const char *provision, GListModel *proposals)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      const char *const *by = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED);
      TwfContributed *one;

      if (by == NULL || twf_proposal_get_state (proposal) != TWF_PROPOSAL_OPEN)
        continue;
      one = g_new0 (TwfContributed, 1);
      one->provision = g_strdup (provision);
      one->id = g_strdup (twf_proposal_get_id (proposal));
      one->by = g_strdupv ((char **)by);
      g_ptr_array_add (all, one);
    }
}

/**
 * twf_contributed_list:
 * @plan: a plan
 *
 * Returns: (transfer full) (element-type TwfContributed): its open proposals that delegations'
 *   branches brought; what is not open is not withdrawn either
 */
GPtrArray *
twf_contributed_list (TwfPlan *plan)
{
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (plan);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)contributed_free);

  add_open (all, NULL, twf_plan_list_proposals (plan));
  for (guint i = 0; i < provisions->len; i++)
    if (twf_provision_has_proposals (provisions->pdata[i]))
      add_open (all,
                twf_provision_get_id (provisions->pdata[i]),
                twf_provision_list_proposals (provisions->pdata[i]));
  return all;
}

/**
 * twf_contributed_stands:
 * @self: a proposal
 * @plan: a plan, perhaps with a part of its provisions only
 * @code: a delegation's code
 *
 * Returns: whether it stands there, open, as one that the delegation's branch brought
 */
gboolean
twf_contributed_stands (TwfContributed *self, TwfPlan *plan, const char *code)
{
  TwfProvision *bearer
      = self->provision != NULL ? twf_plan_get_provision (plan, self->provision) : NULL;
  TwfProposal *proposal = NULL;

  if (bearer != NULL)
    proposal = twf_provision_get_proposal (bearer, self->id);
  else if (self->provision == NULL)
    proposal = twf_plan_get_own_proposal (plan, self->id);
  return proposal != NULL && twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN
         && twf_proposal_has_value (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED, code);
}
