/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-contribution.h"

#include "twf-contribution-private.h"

G_DEFINE_BOXED_TYPE (TwfContribution,
                     twf_contribution,
                     twf_contribution_ref,
                     twf_contribution_unref)

static void
free_provision_pair (TwfProvisionPair *pair)
{
  g_clear_object (&pair->old_one);
  g_clear_object (&pair->new_one);
  g_free (pair);
}

static void
free_delegation_pair (TwfDelegationPair *pair)
{
  g_clear_object (&pair->old_one);
  g_clear_object (&pair->new_one);
  g_free (pair);
}

static void
clear_contribution (TwfContribution *self)
{
  g_free (self->owner);
  g_free (self->revision);
  g_hash_table_unref (self->provisions);
  g_hash_table_unref (self->delegations);
  g_hash_table_unref (self->known);
  g_clear_object (&self->old_head);
  g_clear_object (&self->new_head);
}

/**
 * twf_contribution_new:
 * @owner: (nullable): code of the delegation whose branch it is; %NULL: the facilitator
 * @revision: (nullable): full id of the branch's tip
 *
 * Returns: (transfer full): a contribution that brings nothing yet
 */
TwfContribution *
twf_contribution_new (const char *owner, const char *revision)
{
  TwfContribution *self = g_rc_box_new0 (TwfContribution);

  self->owner = g_strdup (owner);
  self->revision = g_strdup (revision);
  self->provisions
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)free_provision_pair);
  self->delegations
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)free_delegation_pair);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * twf_contribution_ref:
 * @self: a contribution
 *
 * Returns: (transfer full): @self, held once more by the same thread
 */
TwfContribution *
twf_contribution_ref (TwfContribution *self)
{
  return g_rc_box_acquire (self);
}

/**
 * twf_contribution_unref:
 * @self: (transfer full): a contribution
 *
 * Lets go of @self.
 */
void
twf_contribution_unref (TwfContribution *self)
{
  g_rc_box_release_full (self, (GDestroyNotify)clear_contribution);
}

/**
 * twf_contribution_take_provision:
 * @self: a contribution
 * @old_one: (transfer full) (nullable): a provision as the branch took it in; %NULL: it made it
 * @new_one: (transfer full) (nullable): the same at the tip; %NULL: it deletes it
 *
 * Says what became of one provision. One whose states are equal need not be given.
 */
void
twf_contribution_take_provision (TwfContribution *self,
                                 TwfProvision *old_one,
                                 TwfProvision *new_one)
{
  TwfProvisionPair *pair;

  g_return_if_fail (self != NULL && (old_one != NULL || new_one != NULL));

  pair = g_new0 (TwfProvisionPair, 1);
  pair->old_one = old_one;
  pair->new_one = new_one;
  g_hash_table_replace (
      self->provisions, (char *)twf_provision_get_id (new_one != NULL ? new_one : old_one), pair);
}

/**
 * twf_contribution_take_delegation:
 * @self: a contribution
 * @old_one: (transfer full) (nullable): a delegation's record as the branch took it in
 * @new_one: (transfer full) (nullable): the same at the tip
 *
 * Says what became of one delegation's record.
 */
void
twf_contribution_take_delegation (TwfContribution *self,
                                  TwfDelegation *old_one,
                                  TwfDelegation *new_one)
{
  TwfDelegationPair *pair;

  g_return_if_fail (self != NULL && (old_one != NULL || new_one != NULL));

  pair = g_new0 (TwfDelegationPair, 1);
  pair->old_one = old_one;
  pair->new_one = new_one;
  g_hash_table_replace (self->delegations,
                        (char *)twf_delegation_get_code (new_one != NULL ? new_one : old_one),
                        pair);
}

/**
 * twf_contribution_take_heads:
 * @self: a contribution
 * @old_head: (transfer full): a plan with the fields, titles and proposals about the plan itself
 *   that the branch took in; its provisions are not looked at
 * @new_head: (transfer full): the same at the tip
 *
 * Says what became of the plan's own part.
 */
void
twf_contribution_take_heads (TwfContribution *self, TwfPlan *old_head, TwfPlan *new_head)
{
  g_return_if_fail (self != NULL && TWF_IS_PLAN (old_head) && TWF_IS_PLAN (new_head));

  g_set_object (&self->old_head, old_head);
  g_set_object (&self->new_head, new_head);
  g_object_unref (old_head);
  g_object_unref (new_head);
}

/**
 * twf_contribution_add_known:
 * @self: a contribution
 * @pid: id of a proposal that stands, open, in its tip
 *
 * Says that the delegation has taken the proposal in and leaves it be.
 */
void
twf_contribution_add_known (TwfContribution *self, const char *pid)
{
  g_return_if_fail (self != NULL && pid != NULL);

  g_hash_table_add (self->known, g_strdup (pid));
}

static void
find_known (TwfContribution *self, GListModel *proposals)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      const char *const *owners
          = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_CONTRIBUTED);

      if (owners != NULL && twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN
          && g_strv_contains (owners, self->owner))
        twf_contribution_add_known (self, twf_proposal_get_id (proposal));
    }
}

static void
compare_provisions (TwfContribution *self, TwfPlan *base, TwfPlan *tip)
{
  g_autoptr (GPtrArray) olds = twf_plan_list_all (base);
  g_autoptr (GPtrArray) news = twf_plan_list_all (tip);

  for (guint i = 0; i < olds->len; i++)
    if (twf_plan_get_provision (tip, twf_provision_get_id (olds->pdata[i])) == NULL)
      twf_contribution_take_provision (self, g_object_ref (olds->pdata[i]), NULL);
  for (guint i = 0; i < news->len; i++)
    {
      TwfProvision *now = news->pdata[i];
      TwfProvision *former = twf_plan_get_provision (base, twf_provision_get_id (now));

      if (former == NULL)
        twf_contribution_take_provision (self, NULL, g_object_ref (now));
      else if (!twf_provision_equal (former, now))
        twf_contribution_take_provision (self, g_object_ref (former), g_object_ref (now));
      if (self->owner != NULL && twf_provision_has_proposals (now))
        find_known (self, twf_provision_list_proposals (now));
    }
}

static void
compare_delegations (TwfContribution *self, TwfPlan *base, TwfPlan *tip)
{
  GListModel *olds = twf_plan_list_delegations (base);
  GListModel *news = twf_plan_list_delegations (tip);

  for (guint i = 0; i < g_list_model_get_n_items (olds); i++)
    {
      g_autoptr (TwfDelegation) former = g_list_model_get_item (olds, i);

      if (twf_plan_get_delegation (tip, twf_delegation_get_code (former)) == NULL)
        twf_contribution_take_delegation (self, g_steal_pointer (&former), NULL);
    }
  for (guint i = 0; i < g_list_model_get_n_items (news); i++)
    {
      g_autoptr (TwfDelegation) now = g_list_model_get_item (news, i);
      TwfDelegation *former = twf_plan_get_delegation (base, twf_delegation_get_code (now));

      if (former == NULL)
        twf_contribution_take_delegation (self, NULL, g_steal_pointer (&now));
      else if (!twf_delegation_equal (former, now))
        twf_contribution_take_delegation (self, g_object_ref (former), g_steal_pointer (&now));
    }
}

/**
 * twf_contribution_new_between:
 * @owner: (nullable): code of the delegation whose branch it is; %NULL: the facilitator
 * @base: what the branch took in last, not changed afterwards
 * @tip: what became of it, not changed afterwards
 *
 * Returns: (transfer full): what differs between the two plans as a contribution
 */
TwfContribution *
twf_contribution_new_between (const char *owner, TwfPlan *base, TwfPlan *tip)
{
  TwfContribution *self;

  g_return_val_if_fail (TWF_IS_PLAN (base) && TWF_IS_PLAN (tip), NULL);

  self = twf_contribution_new (owner, NULL);
  compare_provisions (self, base, tip);
  compare_delegations (self, base, tip);
  twf_contribution_take_heads (self, g_object_ref (base), g_object_ref (tip));
  if (owner != NULL)
    find_known (self, twf_plan_list_proposals (tip));
  return self;
}

/**
 * twf_contribution_get_owner:
 * @self: a contribution
 *
 * Returns: (nullable) (transfer none): code of the delegation whose branch it is; %NULL: the
 * facilitator
 */
const char *
twf_contribution_get_owner (TwfContribution *self)
{
  return self->owner;
}

/**
 * twf_contribution_get_revision:
 * @self: a contribution
 *
 * Returns: (nullable) (transfer none): full id of the branch's tip
 */
const char *
twf_contribution_get_revision (TwfContribution *self)
{
  return self->revision;
}

/**
 * twf_contribution_thin_out:
 * @self: a contribution
 * @keep: (scope call): says which provisions are kept
 * @user_data: (closure): for @keep
 *
 * Returns: (transfer full): whose contribution it is and what it leaves be, with those provisions
 * alone
 */
TwfContribution *
twf_contribution_thin_out (TwfContribution *self, TwfKeepPair keep, gpointer user_data)
{
  TwfContribution *thin = twf_contribution_new (self->owner, self->revision);
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_unref (thin->known);
  thin->known = g_hash_table_ref (self->known);
  g_hash_table_iter_init (&iter, self->provisions);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      TwfProvisionPair *pair = value;

      if (keep (id, user_data))
        twf_contribution_take_provision (
            thin,
            pair->old_one != NULL ? g_object_ref (pair->old_one) : NULL,
            pair->new_one != NULL ? g_object_ref (pair->new_one) : NULL);
    }
  return thin;
}

/**
 * twf_contribution_get_pair:
 * @self: a contribution
 * @id: a provision
 *
 * Returns: (nullable) (transfer none): both states of it; %NULL: it is not touched
 */
TwfProvisionPair *
twf_contribution_get_pair (TwfContribution *self, const char *id)
{
  return g_hash_table_lookup (self->provisions, id);
}

/**
 * twf_contribution_deletes:
 * @self: a contribution
 * @id: a provision
 *
 * Returns: whether the branch deletes it
 */
gboolean
twf_contribution_deletes (TwfContribution *self, const char *id)
{
  TwfProvisionPair *pair = twf_contribution_get_pair (self, id);

  return pair != NULL && pair->new_one == NULL;
}

/**
 * twf_contribution_changes_section:
 * @self: a contribution
 * @id: a provision
 *
 * Returns: whether the branch moves it into another section
 */
gboolean
twf_contribution_changes_section (TwfContribution *self, const char *id)
{
  TwfProvisionPair *pair = twf_contribution_get_pair (self, id);

  return pair != NULL && pair->old_one != NULL && pair->new_one != NULL
         && twf_provision_get_section (pair->old_one) != twf_provision_get_section (pair->new_one);
}
