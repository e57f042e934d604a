/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-delegations.h"

#include "twf-agreement.h"
#include "twf-collation.h"
#include "twf-positions.h"
#include "twf-procedure.h"

/* A delegation under the name that it is sorted by. */
typedef struct
{
  TwfDelegation *delegation;
  char *name;
} Named;

static void
free_named (gpointer data)
{
  Named *named = data;

  g_object_unref (named->delegation);
  g_free (named->name);
  g_free (named);
}

static gint
compare_names (gconstpointer one, gconstpointer other, gpointer collator)
{
  const Named *first = *(const Named *const *)one;
  const Named *second = *(const Named *const *)other;

  return twf_collator_compare (collator, first->name, second->name);
}

/**
 * twf_delegations_sort:
 * @delegations: (element-type TwfDelegation): an array that owns what it holds
 * @language: in which they are named
 *
 * Puts them in the order of the language's alphabet.
 */
void
twf_delegations_sort (GPtrArray *delegations, const char *language)
{
  g_autoptr (TwfCollator) collator = twf_collator_new (language);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_named);

  for (guint i = 0; i < delegations->len; i++)
    {
      Named *named = g_new0 (Named, 1);

      named->delegation = g_object_ref (delegations->pdata[i]);
      named->name = twf_delegation_dup_name (named->delegation, language);
      g_ptr_array_add (list, named);
    }
  g_ptr_array_sort_with_data (list, compare_names, collator);
  g_ptr_array_set_size (delegations, 0);
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (delegations, g_object_ref (((Named *)list->pdata[i])->delegation));
}

/**
 * twf_delegations_list:
 * @plan: a plan
 * @language: in which they are named
 *
 * Returns: (transfer full) (element-type TwfDelegation): states and groups, in the order of the
 *   language's alphabet
 */
GPtrArray *
twf_delegations_list (TwfPlan *plan, const char *language)
{
  GListModel *delegations = twf_plan_list_delegations (plan);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    g_ptr_array_add (list, g_list_model_get_item (delegations, i));
  twf_delegations_sort (list, language);
  return list;
}

static void
count_proposals (GListModel *proposals, const char *code, TwfDelegationUses *uses)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      g_autoptr (GPtrArray) positions = twf_proposal_list_positions (proposal);

      if (twf_proposal_has_value (proposal, TWF_PROPOSAL_FIELD_OWNER, code)
          || twf_proposal_has_value (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED, code))
        uses->n[TWF_DELEGATION_USE_OWNER]++;
      for (guint j = 0; j < positions->len; j++)
        if (g_str_equal (((const TwfPosition *)positions->pdata[j])->code, code))
          uses->n[TWF_DELEGATION_USE_POSITION]++;
    }
}

static void
count_provision (TwfProvision *provision, const char *code, TwfDelegationUses *uses)
{
  GListModel *remarks = twf_provision_list_remarks (provision);
  const char *const *agreed = twf_provision_get_values (provision, TWF_FIELD_AGREED);

  count_proposals (twf_provision_list_proposals (provision), code, uses);
  for (guint i = 0; i < g_list_model_get_n_items (remarks); i++)
    {
      g_autoptr (TwfRemark) remark = g_list_model_get_item (remarks, i);

      if (g_strcmp0 (twf_remark_get_author (remark), code) == 0)
        uses->n[TWF_DELEGATION_USE_REMARK]++;
    }
  for (guint i = 0; agreed != NULL && agreed[i] != NULL; i++)
    {
      g_autoptr (TwfAgreement) agreement = twf_agreement_parse (agreed[i]);

      if (agreement != NULL && g_strcmp0 (agreement->code, code) == 0)
        uses->n[TWF_DELEGATION_USE_AGREEMENT]++;
    }
}

static void
count_delegations (TwfPlan *plan, const char *code, TwfDelegationUses *uses)
{
  GListModel *delegations = twf_plan_list_delegations (plan);
  TwfDelegation *own = twf_plan_get_delegation (plan, code);
  const char *const *keys
      = own != NULL ? twf_delegation_get_values (own, TWF_DELEGATION_KEY) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) group = g_list_model_get_item (delegations, i);
      const char *const *members = twf_delegation_get_values (group, TWF_DELEGATION_MEMBER);

      if (members != NULL && g_strv_contains (members, code))
        uses->n[TWF_DELEGATION_USE_MEMBER]++;
    }
  if (own != NULL && twf_delegation_get_field (own, TWF_DELEGATION_SPONSOR) != NULL)
    uses->n[TWF_DELEGATION_USE_SPONSOR]++;
  uses->n[TWF_DELEGATION_USE_KEY] += keys != NULL ? g_strv_length ((char **)keys) : 0;
}

/**
 * twf_delegation_uses_any:
 * @uses: what names a delegation
 *
 * Returns: whether anything does
 */
gboolean
twf_delegation_uses_any (const TwfDelegationUses *uses)
{
  for (TwfDelegationUse use = 0; use < TWF_N_DELEGATION_USES; use++)
    if (uses->n[use] > 0)
      return TRUE;
  return FALSE;
}

/**
 * twf_delegation_find_uses:
 * @plan: a plan
 * @code: code of a delegation
 * @uses: (out caller-allocates): how often the plan names it, and as what
 *
 * Returns: whether it does at all
 */
gboolean
twf_delegation_find_uses (TwfPlan *plan, const char *code, TwfDelegationUses *uses)
{
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (plan);
  g_autoptr (TwfProcedure) procedure
      = twf_procedure_new (twf_plan_get_values (plan, TWF_PLAN_PROCEDURE));

  *uses = (TwfDelegationUses){ 0 };
  count_delegations (plan, code, uses);
  count_proposals (twf_plan_list_proposals (plan), code, uses);
  for (guint i = 0; i < provisions->len; i++)
    count_provision (provisions->pdata[i], code, uses);
  for (guint i = 0; i < procedure->acts->len; i++)
    if (g_strcmp0 (((const TwfProcedureAct *)procedure->acts->pdata[i])->code, code) == 0)
      uses->n[TWF_DELEGATION_USE_PROCEDURE]++;
  return twf_delegation_uses_any (uses);
}
