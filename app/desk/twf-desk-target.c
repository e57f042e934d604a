/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-format.h"
#include "twf-transform.h"

/* A plan that was read whole, to become what stands on the desk: comparing ten thousand provisions
 * and freeing them would hold the desk's thread for longer than a frame. */

/**
 * twf_desk_list_changed:
 * @repository: where
 * @one: a revision
 * @other: another
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): set of char*: the provisions on which they differ; %NULL:
 *   it could not be found out
 */
GHashTable *
twf_desk_list_changed (TwfRepository *repository, const char *one, const char *other)
{
  g_autoptr (GPtrArray) paths = twf_repository_compare (repository, one, other, NULL);
  GHashTable *ids;

  if (paths == NULL)
    return NULL;
  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < paths->len; i++)
    {
      char *id = twf_format_dup_id_of_path (((TwfPathChange *)paths->pdata[i])->path);

      if (id != NULL)
        g_hash_table_add (ids, id);
    }
  return ids;
}

static void
add_keys (GHashTable *set, GHashTable *other)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (set, g_strdup (key));
}

/**
 * twf_desk_list_edits_to:
 * @self: a desk
 * @target: how its plan is to be
 * @base: the revision that @changed counts from
 * @changed: (nullable): set of char* (owned): where @target differs from @base; what was edited on
 *   the desk since is added
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits that make the desk's plan into @target
 */
GPtrArray *
twf_desk_list_edits_to (TwfDesk *self, TwfPlan *target, const char *base, GHashTable *changed)
{
  if (changed == NULL || g_strcmp0 (base, self->revision) != 0)
    return twf_edits_between_plans (self->plan, target, NULL);
  add_keys (changed, self->touched->provisions);
  add_keys (changed, self->clashes);
  if (self->saving != NULL)
    add_keys (changed, self->saving->provisions);
  return twf_edits_between_plans (self->plan, target, changed);
}

static gpointer
free_plan (gpointer plan)
{
  g_object_unref (plan);
  return NULL;
}

/**
 * twf_desk_let_go:
 * @plan: (transfer full): a plan that nobody else holds
 *
 * Frees it on a thread of its own.
 */
void
twf_desk_let_go (TwfPlan *plan)
{
  g_thread_unref (g_thread_new ("twf-free", free_plan, plan));
}

static void
keep_keys (TwfPlan *plan, TwfPlan *former, const char *code)
{
  TwfDelegation *standing = twf_plan_get_delegation (plan, code);
  TwfDelegation *old = twf_plan_get_delegation (former, code);
  TwfDelegation *record = twf_delegation_copy (old != NULL ? old : standing);

  twf_delegation_set_values (
      record,
      TWF_DELEGATION_KEY,
      standing != NULL ? twf_delegation_get_values (standing, TWF_DELEGATION_KEY) : NULL);
  twf_plan_take_delegation (former, record);
}

static void
keep_keys_of_all (TwfPlan *plan, TwfPlan *former, GListModel *delegations)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      if (twf_delegation_get_values (delegation, TWF_DELEGATION_KEY) != NULL)
        g_ptr_array_add (codes, g_strdup (twf_delegation_get_code (delegation)));
    }
  for (guint i = 0; i < codes->len; i++)
    keep_keys (plan, former, codes->pdata[i]);
}

/**
 * twf_desk_keep_register:
 * @plan: a plan as it stands
 * @former: what it is to be brought back to
 *
 * Puts the register of keys of @plan into @former: whatever is restored, a key that was revoked
 * since stays so, and an older register never takes the place of a newer. What is on record of the
 * procedure stays as well: it was done.
 */
void
twf_desk_keep_register (TwfPlan *plan, TwfPlan *former)
{
  static const char *const fields[]
      = { TWF_PLAN_REGISTER, TWF_PLAN_FACILITATOR_KEY, TWF_PLAN_PROCEDURE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    twf_plan_set_values (former, fields[i], twf_plan_get_values (plan, fields[i]));
  keep_keys_of_all (plan, former, twf_plan_list_delegations (former));
  keep_keys_of_all (plan, former, twf_plan_list_delegations (plan));
}
