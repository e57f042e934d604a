/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-act.h"
#include "twf-cli-agreement.h"

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

/* What was agreed is agreed no more. */
static int
take_away (TwfCli *cli, TwfDesk *desk, const char *const *ids)
{
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  if (cli->as != NULL)
    return twf_cli_refuse (
        cli, _ ("What is agreed is the facilitator’s to record, not %s’s."), cli->as);
  edits = twf_agreement_take_away (twf_desk_get_plan (desk), ids, NULL, &error);
  if (edits == NULL)
    return twf_cli_reject (cli, error, ids[0]);
  return twf_cli_finish_agreement (cli, desk, edits, "Reopen", ids);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk = twf_cli_open (cli, arguments[0]);
  g_auto (GStrv) names = g_strdupv ((char **)arguments + 1);
  int status;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  if (twf_plan_get_provision (twf_desk_get_plan (desk), names[0]) != NULL)
    status = take_away (cli, desk, (const char *const *)names);
  else
    status = twf_cli_act_on (cli, &act, desk, n_arguments - 1, (const char *const *)names);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_reopen = {
  .name = "reopen",
  .arguments = "PLAN (PROPOSAL... | ID...)",
  .summary = N_ ("Take proposals, or what was agreed, up again"),
  .details = N_ (
      "Puts what was parked, withdrawn, rejected or accepted on the table again. A delegation that "
      "does so (--as) becomes an owner. Given ids of provisions, the facilitator takes their "
      "agreement away; the "
      "reason is what -m says. Prints the id of the revision, and a line for each proposal."),
  .saves = TRUE,
  .least = 2,
  .most = G_MAXUINT,
  .run = run,
};
