/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-plan-private.h"

/* Who bears a proposal, so that it is found by its id alone among ten thousand provisions. */
static void
note (TwfPlan *self, TwfProvision *provision, GListModel *proposals)
{
  const char *id = provision != NULL ? twf_provision_get_id (provision) : "";

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      const char *pid = twf_proposal_get_id (proposal);
      const char *other = g_hash_table_lookup (self->bearers, pid);

      /* Two with one id are no plan of ours; then it is the same for everybody which is found. */
      if (other == NULL || g_strcmp0 (id, other) < 0)
        g_hash_table_replace (self->bearers, g_strdup (pid), g_strdup (id));
    }
}

static void
ensure_bearers (TwfPlan *self)
{
  GHashTableIter iter;
  gpointer provision;

  if (self->bearers != NULL)
    return;
  self->bearers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  note (self, NULL, twf_discussion_list_proposals (&self->discussion));
  g_hash_table_iter_init (&iter, self->provisions);
  while (g_hash_table_iter_next (&iter, NULL, &provision))
    twf_plan_note_proposals (self, provision);
}

/**
 * twf_plan_note_proposals:
 * @self: a plan
 * @provision: a provision that was just put into it
 *
 * Has the proposals of @provision be found by their ids.
 */
void
twf_plan_note_proposals (TwfPlan *self, TwfProvision *provision)
{
  TwfDiscussion *discussion = twf_provision_get_discussion (provision);

  if (self->bearers != NULL && discussion->proposals != NULL)
    note (self, provision, G_LIST_MODEL (discussion->proposals));
}

/**
 * twf_plan_forget_proposals:
 * @self: a plan
 * @provision: a provision that is about to go
 */
void
twf_plan_forget_proposals (TwfPlan *self, TwfProvision *provision)
{
  if (twf_provision_get_discussion (provision)->proposals != NULL)
    g_clear_pointer (&self->bearers, g_hash_table_unref);
}

/**
 * twf_plan_store_proposal:
 * @self: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan itself
 * @proposal: a proposal, not changed afterwards
 *
 * Puts @proposal in the place of the one with its id, or adds it.
 */
void
twf_plan_store_proposal (TwfPlan *self, TwfProvision *provision, TwfProposal *proposal)
{
  const char *pid = twf_proposal_get_id (proposal);

  if (provision == NULL)
    {
      twf_discussion_put_proposal (&self->discussion, proposal);
    }
  else
    {
      twf_discussion_put_proposal (twf_provision_get_discussion (provision), proposal);
      /* One that is no longer on the table has no number. */
      if (twf_provision_get_field (provision, TWF_FIELD_PROPOSED) != NULL)
        twf_plan_forget_numbers (self, twf_provision_get_section (provision));
    }
  if (self->bearers != NULL && !g_hash_table_contains (self->bearers, pid))
    g_hash_table_insert (self->bearers,
                         g_strdup (pid),
                         g_strdup (provision != NULL ? twf_provision_get_id (provision) : ""));
}

/**
 * twf_plan_drop_proposal:
 * @self: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan itself
 * @pid: id of a proposal
 *
 * Takes the proposal with that id out, if there is one.
 */
void
twf_plan_drop_proposal (TwfPlan *self, TwfProvision *provision, const char *pid)
{
  twf_discussion_drop_proposal (
      provision != NULL ? twf_provision_get_discussion (provision) : &self->discussion, pid);
  if (provision != NULL && twf_provision_get_field (provision, TWF_FIELD_PROPOSED) != NULL)
    twf_plan_forget_numbers (self, twf_provision_get_section (provision));
  g_clear_pointer (&self->bearers, g_hash_table_unref);
}

/**
 * twf_plan_take_proposal:
 * @self: a plan that is being built
 * @proposal: (transfer full): what is proposed about the plan itself; one with the same id goes
 */
void
twf_plan_take_proposal (TwfPlan *self, TwfProposal *proposal)
{
  g_return_if_fail (TWF_IS_PLAN (self) && TWF_IS_PROPOSAL (proposal));

  twf_plan_store_proposal (self, NULL, proposal);
  g_object_unref (proposal);
}

/**
 * twf_plan_list_proposals:
 * @self: a plan
 *
 * Returns: (transfer none): of TwfProposal, by id: those about the plan itself, its title and its
 * fields; always the same object, which stays up to date
 */
GListModel *
twf_plan_list_proposals (TwfPlan *self)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  return twf_discussion_list_proposals (&self->discussion);
}

/**
 * twf_plan_get_own_proposal:
 * @self: a plan
 * @pid: (nullable): the id of a proposal
 *
 * Returns: (nullable) (transfer none): the proposal with that id about the plan itself; not to be
 * changed
 */
TwfProposal *
twf_plan_get_own_proposal (TwfPlan *self, const char *pid)
{
  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  return pid != NULL ? twf_discussion_get_proposal (&self->discussion, pid) : NULL;
}

/**
 * twf_plan_get_proposal:
 * @self: a plan
 * @pid: (nullable): the id of a proposal
 * @provision: (out) (optional) (nullable) (transfer none): the provision it hangs on; %NULL: the
 *   plan itself
 *
 * Returns: (nullable) (transfer none): the proposal with that id, wherever in the plan it is; not
 * to be changed
 */
TwfProposal *
twf_plan_get_proposal (TwfPlan *self, const char *pid, TwfProvision **provision)
{
  const char *id;
  TwfProvision *bearer;

  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  if (provision != NULL)
    *provision = NULL;
  if (pid == NULL)
    return NULL;
  ensure_bearers (self);
  id = g_hash_table_lookup (self->bearers, pid);
  if (id == NULL)
    return NULL;
  if (*id == '\0')
    return twf_discussion_get_proposal (&self->discussion, pid);
  bearer = g_hash_table_lookup (self->provisions, id);
  if (provision != NULL)
    *provision = bearer;
  return twf_provision_get_proposal (bearer, pid);
}
