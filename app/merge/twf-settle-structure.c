/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

/* Which provisions come, go and move: what cannot all be done is taken back on all sides. */

/* Whether a request stays on the table, so that what it is about must stay too. */
static gboolean
is_live (TwfRequest *request)
{
  if (request->kind == TWF_REQUEST_REMARK
      || (request->kind == TWF_REQUEST_PROPOSAL && request->record == NULL))
    return FALSE;
  return request->fate == TWF_OUTCOME_ACCEPTED || request->fate == TWF_OUTCOME_PROPOSED;
}

static gboolean
is_asked_by (TwfRequest *request, TwfProposal *proposal)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);

  for (guint i = 0; owners != NULL && owners[i] != NULL; i++)
    if (!twf_request_is_from (request, owners[i]))
      return FALSE;
  return owners != NULL && owners[0] != NULL;
}

/* Others have something on the table there. */
static gboolean
bears_open_proposals (TwfRequest *request)
{
  GListModel *proposals;

  if (!twf_provision_has_proposals (request->provision))
    return FALSE;
  proposals = twf_provision_list_proposals (request->provision);
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      TwfProposalKind kind = twf_proposal_get_kind (proposal);

      if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN && kind != TWF_PROPOSAL_DELETE
          && !is_asked_by (request, proposal))
        return TRUE;
    }
  return FALSE;
}

static void
settle_delete_against (TwfSettlement *self, TwfRequest *request, TwfClash *clash)
{
  gboolean blocked = FALSE;
  guint own;

  if (!g_ptr_array_find (clash->requests, request, &own)
      || g_array_index (clash->sides, guint, own) != 0)
    return;
  for (guint i = 0; i < clash->requests->len; i++)
    if (i != own && is_live (clash->requests->pdata[i]))
      {
        blocked = TRUE;
        twf_settlement_demote (self, clash->requests->pdata[i], TWF_REASON_DELETED);
      }
  if (blocked)
    twf_settlement_demote (self, request, TWF_REASON_IN_USE);
}

/* Against what is asked about the same provision, or needs it. */
static void
settle_deletes (TwfSettlement *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];

      if (request->kind != TWF_REQUEST_DELETE || !twf_request_is_accepted (request))
        continue;
      for (guint j = 0; request->clashes != NULL && j < request->clashes->len; j++)
        settle_delete_against (self, request, request->clashes->pdata[j]);
      /* What others bring back stays on the table, and so does that it is to stay away. */
      if (twf_asks_find_target (self->asks, request->provision_id)->is_new
          || (!self->asks->takes_in && bears_open_proposals (request)))
        twf_settlement_demote (self, request, TWF_REASON_IN_USE);
    }
}

/* Two places for one provision. */
static void
settle_moves (TwfSettlement *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];
      TwfRequest *other;

      if (request->kind != TWF_REQUEST_MOVE || !twf_request_is_accepted (request))
        continue;
      other = g_hash_table_lookup (first, request->provision_id);
      if (other == NULL)
        {
          g_hash_table_insert (first, request->provision_id, request);
          continue;
        }
      twf_settlement_demote (self, request, TWF_REASON_OTHER_PLACE);
      twf_settlement_demote (self, other, TWF_REASON_OTHER_PLACE);
    }
}

/* What nobody has on the table any more need not hold up its parent. */
static gboolean
is_dead (TwfProvision *provision)
{
  GListModel *proposals;

  if (twf_provision_get_field (provision, TWF_FIELD_PROPOSED) == NULL
      || !twf_provision_has_proposals (provision))
    return FALSE;
  proposals = twf_provision_list_proposals (provision);
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      TwfProposalState state = twf_proposal_get_state (proposal);

      if (state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_children_left (TwfSettlement *self, TwfRequest *request)
{
  GListModel *children = twf_plan_list_children (
      self->rolling, twf_provision_get_section (request->provision), request->provision_id);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i);
      const char *id = twf_provision_get_id (child);

      if (twf_settle_exists (self, id) && !is_dead (child)
          && g_strcmp0 (twf_settle_get_parent (self, id), request->provision_id) == 0)
        return TRUE;
    }
  return FALSE;
}

/* From the leaves up: in reading order what is under a provision follows it. */
static void
settle_emptiness (TwfSettlement *self)
{
  for (guint i = self->requests->len; i > 0; i--)
    {
      TwfRequest *request = self->requests->pdata[i - 1];

      if (request->kind == TWF_REQUEST_DELETE && twf_request_is_accepted (request)
          && has_children_left (self, request))
        twf_settlement_demote (self, request, TWF_REASON_IN_USE);
    }
}

static gboolean
parent_holds (TwfSettlement *self, TwfRequest *request, TwfOutcomeReason *reason)
{
  const char *parent = request->kind == TWF_REQUEST_MOVE
                           ? request->parent
                           : twf_settle_get_parent (self, request->provision_id);

  *reason = TWF_REASON_DELETED;
  if (parent == NULL)
    return TRUE;
  if (!twf_settle_exists (self, parent))
    return FALSE;
  *reason = TWF_REASON_NO_ROOM;
  /* What stands under something that is only proposed is itself only proposed. */
  return twf_settle_get_section (self, parent)
             == (request->kind == TWF_REQUEST_MOVE
                     ? request->section
                     : twf_settle_get_section (self, request->provision_id))
         && (request->own || !twf_settle_is_proposed (self, parent));
}

static void
settle_parents (TwfSettlement *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];
      TwfOutcomeReason reason;

      if ((request->kind == TWF_REQUEST_MOVE || request->kind == TWF_REQUEST_INSERT)
          && twf_request_is_accepted (request) && !parent_holds (self, request, &reason))
        twf_settlement_demote (self, request, reason);
    }
}

/* Whether the way up from @id is longer than there are moves and new provisions: then it never
 * ends. */
static gboolean
is_in_circle (TwfSettlement *self, const char *id, GHashTable *known)
{
  g_autoptr (GHashTable) way = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean circle = FALSE;
  GHashTableIter iter;
  gpointer key;

  for (const char *at = id; at != NULL; at = twf_settle_get_parent (self, at))
    {
      if (g_hash_table_contains (known, at))
        break;
      if (!g_hash_table_add (way, (char *)at))
        {
          circle = TRUE;
          break;
        }
    }
  g_hash_table_iter_init (&iter, way);
  while (!circle && g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (known, key);
  return circle;
}

static void
break_circle (TwfSettlement *self, const char *id)
{
  g_autoptr (GHashTable) way = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) moves = g_ptr_array_new ();
  const char *at = id;

  /* What leads into the circle is no part of it. */
  while (g_hash_table_add (way, (char *)at))
    at = twf_settle_get_parent (self, at);
  g_hash_table_remove_all (way);
  while (g_hash_table_add (way, (char *)at))
    {
      TwfRequest *move = twf_settlement_find_accepted (self, at, TWF_REQUEST_MOVE);

      if (move != NULL)
        g_ptr_array_add (moves, move);
      at = twf_settle_get_parent (self, at);
    }
  for (guint i = 0; i < moves->len; i++)
    twf_settlement_demote (self, moves->pdata[i], TWF_REASON_CIRCLE);
}

static void
settle_circles (TwfSettlement *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];

      if (request->kind == TWF_REQUEST_MOVE && twf_request_is_accepted (request)
          && is_in_circle (self, request->provision_id, known))
        break_circle (self, request->provision_id);
    }
}

/**
 * twf_settle_structure:
 * @self: a settlement
 *
 * Takes back what cannot be done together with the rest until all that is left can.
 */
void
twf_settle_structure (TwfSettlement *self)
{
  gboolean demoted = self->has_demoted;

  do
    {
      self->has_demoted = FALSE;
      settle_deletes (self);
      settle_moves (self);
      settle_circles (self);
      settle_parents (self);
      settle_emptiness (self);
      demoted |= self->has_demoted;
    }
  while (self->has_demoted);
  self->has_demoted = demoted;
}
