/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-act.h"

#include <glib/gi18n-lib.h>

static gboolean
may (TwfCli *cli, TwfProposal *proposal)
{
  if (twf_proposal_get_state (proposal) != TWF_PROPOSAL_OPEN)
    return TRUE;
  twf_cli_refuse_state (cli, proposal);
  return FALSE;
}

static GPtrArray *
list_edits (TwfCli *cli, TwfPlan *plan, const char *pid, GError **error)
{
  return twf_proposal_reopen (plan, pid, cli->as, error);
}

static const TwfAct act
    = { .verb = "Reopen", .may = may, .list_edits = list_edits, .is_chairs = TRUE, .opens = TRUE };

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  return twf_cli_act (cli, &act, n_arguments, arguments);
}

const TwfCommand twf_command_reopen = {
  .name = "reopen",
  .arguments = "PLAN PROPOSAL...",
  .summary = N_ ("Take proposals up again"),
  .details = N_ (
      "Puts what was parked, withdrawn, rejected or accepted on the table again. A delegation that "
      "does so (--as) becomes an owner. Prints the id of the revision, and a line for each "
      "proposal."),
  .saves = TRUE,
  .least = 2,
  .most = G_MAXUINT,
  .run = run,
};
