/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-values.h"

/* A delegation takes the rolling text in: what it asks for itself stays on top, and what the others
 * said about proposals is taken over as they said it. */

/**
 * twf_settle_what_stays:
 * @self: a settlement whose content is settled
 *
 * What is not accepted is left out, and all that is about a new provision that is: it stands in the
 * rolling text and needs no proposal here.
 */
void
twf_settle_what_stays (TwfSettlement *self)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];
      TwfTarget *target = twf_asks_find_target (self->asks, request->provision_id);
      gboolean is_nowhere = target != NULL && target->is_new && request->provision_id != NULL
                            && !twf_settle_exists (self, request->provision_id);

      if (is_nowhere)
        g_hash_table_remove (self->settled, request->provision_id);
      if (!is_nowhere && request->fate != TWF_OUTCOME_PROPOSED
          && request->fate != TWF_OUTCOME_REJECTED)
        continue;
      request->fate = TWF_OUTCOME_LEFT_OUT;
      if (request->reason == TWF_REASON_NONE)
        request->reason = TWF_REASON_PENDING;
    }
}

/* What changes when a proposal is carried along. */
static void
take_over (TwfSettlement *self, const char *id, TwfProposal *standing, TwfProposal *theirs)
{
  static const char *const fields[] = { TWF_PROPOSAL_FIELD_BASE,
                                        TWF_PROPOSAL_FIELD_VALUE,
                                        TWF_PROPOSAL_FIELD_REPLACED_BY,
                                        TWF_PROPOSAL_FIELD_TAKES_UP,
                                        NULL };
  TwfProposal *draft = twf_settlement_draft (self, id, standing)->proposal;
  g_auto (GStrv) languages = twf_values_unite (twf_proposal_list_languages (standing),
                                               twf_proposal_list_languages (theirs));

  for (guint i = 0; languages[i] != NULL; i++)
    twf_proposal_set_text (draft, languages[i], twf_proposal_get_text (theirs, languages[i]));
  for (guint i = 0; fields[i] != NULL; i++)
    twf_proposal_set_values (draft, fields[i], twf_proposal_get_values (theirs, fields[i]));
}

static void
take_over_all (TwfSettlement *self, const char *id, GListModel *standing, GListModel *theirs)
{
  for (guint i = 0; i < g_list_model_get_n_items (standing); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (standing, i);

      for (guint j = 0; j < g_list_model_get_n_items (theirs); j++)
        {
          g_autoptr (TwfProposal) other = g_list_model_get_item (theirs, j);

          if (g_str_equal (twf_proposal_get_id (proposal), twf_proposal_get_id (other)))
            take_over (self, id, proposal, other);
        }
    }
}

/**
 * twf_settle_take_over_wordings:
 * @self: a settlement whose content is settled
 *
 * Gives proposals the wordings that they have in the rolling text, where they were carried along
 * with that.
 */
void
twf_settle_take_over_wordings (TwfSettlement *self)
{
  TwfContribution *from = self->asks->contributions->pdata[0];
  GHashTableIter iter;
  gpointer value;

  if (from->new_head != NULL)
    take_over_all (self,
                   NULL,
                   twf_plan_list_proposals (self->rolling),
                   twf_plan_list_proposals (from->new_head));
  g_hash_table_iter_init (&iter, from->provisions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfProvisionPair *pair = value;
      const char *id = pair->new_one != NULL ? twf_provision_get_id (pair->new_one) : NULL;
      TwfProvision *standing = id != NULL ? twf_plan_get_provision (self->rolling, id) : NULL;

      if (standing != NULL && twf_provision_has_proposals (standing)
          && twf_provision_has_proposals (pair->new_one))
        take_over_all (self,
                       id,
                       twf_provision_list_proposals (standing),
                       twf_provision_list_proposals (pair->new_one));
    }
}
