/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-compromise-private.h"
#include "twf-positions.h"

#include <string.h>

/* What a merge makes of compromises, and of what they took up. */

static TwfProposal *
look_up (TwfSettlement *self, const char *pid)
{
  TwfDraft *draft = g_hash_table_lookup (self->drafts, pid);

  return draft != NULL ? draft->proposal : twf_plan_get_proposal (self->rolling, pid, NULL);
}

/**
 * twf_settle_waits:
 * @self: a settlement
 * @proposal: a proposal that stands
 * @owners: (array zero-terminated=1): who ask for it in this merge
 *
 * A delegation goes on asking on its branch for what a compromise took up in the room, until it has
 * taken that in: that is no news, and undoes nothing.
 *
 * Returns: whether it waits for what becomes of a compromise, and nobody asks who did not before
 */
gboolean
twf_settle_waits (TwfSettlement *self, TwfProposal *proposal, const char *const *owners)
{
  const char *pid = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_REPLACED_BY);
  TwfProposal *compromise = pid != NULL ? look_up (self, pid) : NULL;

  if (compromise == NULL || !twf_compromise_holds (compromise, proposal))
    return FALSE;
  for (guint i = 0; owners[i] != NULL; i++)
    if (!twf_proposal_has_value (proposal, TWF_PROPOSAL_FIELD_OWNER, owners[i]))
      return FALSE;
  return TRUE;
}

static void
open_again (TwfSettlement *self, TwfProposal *taken)
{
  g_autoptr (GPtrArray) positions = twf_proposal_list_positions (taken);

  twf_compromise_open_again (taken);
  for (guint i = 0; i < positions->len; i++)
    {
      const TwfPosition *position = positions->pdata[i];
      TwfProposal *other = position->word == TWF_POSITION_WITHDRAWS_IF
                               ? look_up (self, position->condition)
                               : NULL;

      if (other != NULL && twf_proposal_get_state (other) == TWF_PROPOSAL_ACCEPTED)
        twf_settle_leave (taken, position->code);
    }
}

static void
follow (TwfSettlement *self, TwfDraft *draft, GPtrArray *queue)
{
  const char *pid = twf_proposal_get_id (draft->proposal);
  const char *const *pids = twf_proposal_get_values (draft->proposal, TWF_PROPOSAL_FIELD_TAKES_UP);
  const char *instead = twf_proposal_get_field (draft->proposal, TWF_PROPOSAL_FIELD_REPLACED_BY);
  TwfProposal *other = instead != NULL ? look_up (self, instead) : NULL;
  gboolean superseded = other != NULL && twf_compromise_holds (other, draft->proposal);

  for (guint i = 0; pids != NULL && pids[i] != NULL; i++)
    {
      TwfProposal *taken = look_up (self, pids[i]);
      TwfTakenUp verdict
          = taken != NULL
                ? twf_compromise_judge (draft->original, draft->proposal, superseded, taken)
                : TWF_TAKEN_UP_AS_IT_IS;

      if (verdict == TWF_TAKEN_UP_AS_IT_IS)
        continue;
      taken = twf_settlement_draft (self, draft->id, taken)->proposal;
      if (verdict == TWF_TAKEN_UP_SET_ASIDE)
        twf_compromise_set_aside (taken, pid);
      else
        open_again (self, taken);
      g_ptr_array_add (queue, g_strdup (pids[i]));
    }
}

/**
 * twf_settle_compromises:
 * @self: a settlement in which proposals are settled
 *
 * Opens again what compromises took up that this merge takes off the table, and sets it aside again
 * where they come back.
 */
void
twf_settle_compromises (TwfSettlement *self)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GList) pids = g_hash_table_get_keys (self->drafts);

  pids = g_list_sort (pids, (GCompareFunc)strcmp);
  for (GList *l = pids; l != NULL; l = l->next)
    g_ptr_array_add (queue, g_strdup (l->data));
  for (guint i = 0; i < queue->len; i++)
    {
      TwfDraft *draft = g_hash_table_lookup (self->drafts, queue->pdata[i]);

      if (draft != NULL)
        follow (self, draft, queue);
    }
}
