/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-sponsors.h"

#include "twf-collation.h"

/* A co-sponsor under the name that it is sorted by. */
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

static GPtrArray *
list_named (TwfPlan *plan, const char *kind, const char *language)
{
  GListModel *delegations = twf_plan_list_delegations (plan);
  GPtrArray *list = g_ptr_array_new_with_free_func (free_named);

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);
      Named *named;

      if (g_strcmp0 (twf_delegation_get_field (delegation, TWF_DELEGATION_SPONSOR), kind) != 0)
        continue;
      named = g_new0 (Named, 1);
      named->name = twf_delegation_dup_name (delegation, language);
      named->delegation = g_steal_pointer (&delegation);
      g_ptr_array_add (list, named);
    }
  return list;
}

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
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) list = list_named (plan, kind, language);
  g_autoptr (TwfCollator) collator = NULL;

  if (g_str_equal (kind, TWF_SPONSOR_CO_SPONSOR))
    {
      collator = twf_collator_new (language);
      g_ptr_array_sort_with_data (list, compare_names, collator);
    }
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (found, g_object_ref (((Named *)list->pdata[i])->delegation));
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
