/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-reading-record.h"

#include "twf-agreement.h"
#include "twf-positions.h"

static const char *const kind_names[TWF_N_RECORD_KINDS] = {
  [TWF_RECORD_AGREED] = "agreed",     [TWF_RECORD_REOPENED] = "reopened",
  [TWF_RECORD_OPENED] = "opened",     [TWF_RECORD_ACCEPTED] = "accepted",
  [TWF_RECORD_PARKED] = "parked",     [TWF_RECORD_WITHDRAWN] = "withdrawn",
  [TWF_RECORD_REJECTED] = "rejected",
};

static void
free_item (gpointer data)
{
  TwfRecordItem *item = data;

  g_free (item->provision);
  g_free (item->proposal);
  g_free (item);
}

/**
 * twf_record_kind_get_name:
 * @kind: what came of a reading
 *
 * Returns: the word for it on the command line
 */
const char *
twf_record_kind_get_name (TwfRecordKind kind)
{
  g_return_val_if_fail (kind < TWF_N_RECORD_KINDS, NULL);

  return kind_names[kind];
}

static TwfRecordItem *
add (GPtrArray *items, TwfRecordKind kind, TwfProvision *provision, TwfProposal *proposal)
{
  TwfRecordItem *item = g_new0 (TwfRecordItem, 1);

  item->kind = kind;
  item->provision = provision != NULL ? g_strdup (twf_provision_get_id (provision)) : NULL;
  item->proposal = proposal != NULL ? g_strdup (twf_proposal_get_id (proposal)) : NULL;
  g_ptr_array_add (items, item);
  return item;
}

/* The agreement that stands; NULL: none does. */
static char *
dup_standing (TwfPlan *plan, TwfProvision *provision)
{
  g_autoptr (TwfStanding) standing = NULL;

  if (provision == NULL || !twf_provision_is_agreed (provision))
    return NULL;
  standing = twf_standing_new (plan, provision);
  return standing->state == TWF_AGREED_STANDS ? twf_agreement_format (standing->agreement) : NULL;
}

static void
compare_agreements (GPtrArray *items, TwfPlan *former, TwfPlan *latter, TwfProvision *provision)
{
  const char *id = twf_provision_get_id (provision);
  g_autofree char *before = dup_standing (former, twf_plan_get_provision (former, id));
  g_autofree char *after = dup_standing (latter, provision);

  if (after != NULL && g_strcmp0 (before, after) != 0)
    add (items, TWF_RECORD_AGREED, provision, NULL);
  else if (before != NULL && after == NULL)
    add (items, TWF_RECORD_REOPENED, provision, NULL);
}

static TwfRecordKind
find_kind (TwfProposalState state)
{
  switch (state)
    {
    case TWF_PROPOSAL_PARKED:
      return TWF_RECORD_PARKED;
    case TWF_PROPOSAL_WITHDRAWN:
      return TWF_RECORD_WITHDRAWN;
    case TWF_PROPOSAL_ACCEPTED:
      return TWF_RECORD_ACCEPTED;
    case TWF_PROPOSAL_REJECTED:
      return TWF_RECORD_REJECTED;
    case TWF_PROPOSAL_OPEN:
    default:
      return TWF_RECORD_OPENED;
    }
}

/* One that was made in the reading and decided in it was opened, too. */
static void
compare_proposal (GPtrArray *items,
                  TwfPlan *former,
                  TwfProvision *provision,
                  TwfProposal *after,
                  const char *const *parked)
{
  const char *pid = twf_proposal_get_id (after);
  TwfProposal *before = twf_plan_get_proposal (former, pid, NULL);
  gboolean unsupported = parked != NULL && g_strv_contains (parked, pid);
  TwfProposalState now = unsupported ? TWF_PROPOSAL_PARKED : twf_proposal_get_state (after);

  if (before == NULL)
    add (items, TWF_RECORD_OPENED, provision, after);
  if (before != NULL ? twf_proposal_get_state (before) == now : now == TWF_PROPOSAL_OPEN)
    return;
  add (items, find_kind (now), provision, after)->is_unsupported = unsupported;
}

static void
compare_proposals (GPtrArray *items,
                   TwfPlan *former,
                   TwfProvision *provision,
                   GListModel *proposals,
                   const char *const *parked)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      compare_proposal (items, former, provision, proposal, parked);
    }
}

/**
 * twf_reading_record_list:
 * @former: the plan as the reading began
 * @latter: as it ended, or as it stands
 * @parked: (nullable): ids of proposals that were parked with its end
 *
 * Counts what came of a reading, from the text as it was before and after it.
 *
 * Returns: (transfer full) (element-type TwfRecordItem): that, in the order of the plan
 */
GPtrArray *
twf_reading_record_list (TwfPlan *former, TwfPlan *latter, const char *const *parked)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (GPtrArray) all = twf_plan_list_all (latter);

  compare_proposals (items, former, NULL, twf_plan_list_proposals (latter), parked);
  for (guint i = 0; i < all->len; i++)
    {
      TwfProvision *provision = all->pdata[i];

      compare_agreements (items, former, latter, provision);
      if (twf_provision_has_proposals (provision))
        compare_proposals (
            items, former, provision, twf_provision_list_proposals (provision), parked);
    }
  return items;
}

/* A group speaks for its members: behind what it proposes there is more than one. */
static gboolean
is_group (TwfPlan *plan, const char *code)
{
  TwfDelegation *delegation = twf_plan_get_delegation (plan, code);
  const char *const *members
      = delegation != NULL ? twf_delegation_get_values (delegation, TWF_DELEGATION_MEMBER) : NULL;

  return members != NULL && members[0] != NULL && members[1] != NULL;
}

/**
 * twf_proposal_is_unsupported:
 * @plan: a plan
 * @proposal: one of its proposals
 *
 * Returns: whether it is open, one delegation owns it and nobody else supports it; what the
 *   facilitator proposes needs no supporter, and a group is more than one
 */
gboolean
twf_proposal_is_unsupported (TwfPlan *plan, TwfProposal *proposal)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  g_autoptr (GPtrArray) positions = NULL;

  if (twf_proposal_get_state (proposal) != TWF_PROPOSAL_OPEN || owners == NULL || owners[0] == NULL
      || owners[1] != NULL || is_group (plan, owners[0]))
    return FALSE;
  positions = twf_proposal_list_positions (proposal);
  for (guint i = 0; i < positions->len; i++)
    {
      const TwfPosition *position = positions->pdata[i];

      if (position->word == TWF_POSITION_SUPPORT && !g_str_equal (position->code, owners[0]))
        return FALSE;
    }
  return TRUE;
}

static void
list_in (GStrvBuilder *found, TwfPlan *plan, GListModel *proposals)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      if (twf_proposal_is_unsupported (plan, proposal))
        g_strv_builder_add (found, twf_proposal_get_id (proposal));
    }
}

/**
 * twf_plan_list_unsupported:
 * @plan: a plan
 *
 * Returns: (transfer full): ids of the proposals that have no second supporter, in the order of the
 *   plan
 */
GStrv
twf_plan_list_unsupported (TwfPlan *plan)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  list_in (found, plan, twf_plan_list_proposals (plan));
  for (guint i = 0; i < all->len; i++)
    if (twf_provision_has_proposals (all->pdata[i]))
      list_in (found, plan, twf_provision_list_proposals (all->pdata[i]));
  return g_strv_builder_end (found);
}
