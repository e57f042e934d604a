/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-act.h"

#include <glib/gi18n-lib.h>

static gboolean
may (TwfCli *cli, TwfProposal *proposal)
{
  TwfProposalState state = twf_proposal_get_state (proposal);
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  gboolean has_owners = owners != NULL && owners[0] != NULL;
  g_autofree char *joined = twf_cli_dup_owners (proposal);

  if (state != TWF_PROPOSAL_OPEN && state != TWF_PROPOSAL_PARKED)
    twf_cli_refuse_state (cli, proposal);
  else if (cli->as == NULL && has_owners)
    twf_cli_refuse (cli,
                    _ ("%s is for its owners to withdraw (%s): give --as. The facilitator can park "
                       "or reject it."),
                    twf_proposal_get_id (proposal),
                    joined);
  else if (cli->as != NULL && !twf_proposal_has_value (proposal, TWF_PROPOSAL_FIELD_OWNER, cli->as))
    twf_cli_refuse (cli,
                    _ ("%s is no owner of %s (%s), and only owners withdraw. See: twf position"),
                    cli->as,
                    twf_proposal_get_id (proposal),
                    joined);
  else
    return TRUE;
  return FALSE;
}

static GPtrArray *
list_edits (TwfCli *cli, TwfPlan *plan, const char *pid, GError **error)
{
  return twf_proposal_withdraw (plan, pid, cli->as, error);
}

static const TwfAct act = { .verb = "Withdraw", .may = may, .list_edits = list_edits };

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  return twf_cli_act (cli, &act, n_arguments, arguments);
}

const TwfCommand twf_command_withdraw = {
  .name = "withdraw",
  .arguments = "PLAN PROPOSAL... --as CODE",
  .summary = N_ ("No longer ask for what one proposed"),
  .details = N_ ("An owner leaves the proposals; one without owners is withdrawn, and stays on "
                 "record. Prints the id of the revision, and a line for each proposal."),
  .saves = TRUE,
  .least = 2,
  .most = G_MAXUINT,
  .run = run,
};
