/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-sponsors.h"

#include "twf-delegations.h"

/**
 * twf_sponsors_list_of:
 * @plan: a plan
 * @kind: TWF_SPONSOR_SIGNATORY or TWF_SPONSOR_CO_SPONSOR
 * @language: in which they are named
 *
 * Who signed stands in the order of the plan, in which they did; co-sponsors in the order of the
 * language's alphabet.
 *
 * Returns: (transfer full) (element-type TwfDelegation): the delegations
 */
GPtrArray *
twf_sponsors_list_of (TwfPlan *plan, const char *kind, const char *language)
{
  GListModel *delegations = twf_plan_list_delegations (plan);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      if (g_strcmp0 (twf_delegation_get_field (delegation, TWF_DELEGATION_SPONSOR), kind) == 0)
        g_ptr_array_add (found, g_steal_pointer (&delegation));
    }
  if (g_str_equal (kind, TWF_SPONSOR_CO_SPONSOR))
    twf_delegations_sort (found, language);
  return found;
}

/**
 * twf_sponsors_list:
 * @plan: a plan
 * @language: in which they are named
 *
 * Returns: (transfer full) (element-type TwfDelegation): who signed, then co-sponsors, each in the
 *   order of twf_sponsors_list_of()
 */
GPtrArray *
twf_sponsors_list (TwfPlan *plan, const char *language)
{
  GPtrArray *all = twf_sponsors_list_of (plan, TWF_SPONSOR_SIGNATORY, language);

  g_ptr_array_extend_and_steal (all, twf_sponsors_list_of (plan, TWF_SPONSOR_CO_SPONSOR, language));
  return all;
}
