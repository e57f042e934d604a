/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-act.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *language;
  int change;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("Only what it asks for in one language"),
    "L" },
  { "change",
    0,
    0,
    G_OPTION_ARG_INT,
    &options.change,
    N_ ("Only one of its changes, the first being 1"),
    "N" },
  { NULL },
};

static gboolean
may (TwfCli *cli, TwfProposal *proposal)
{
  TwfProposalState state = twf_proposal_get_state (proposal);

  if (state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED)
    return TRUE;
  twf_cli_refuse_state (cli, proposal);
  return FALSE;
}

static GPtrArray *
list_edits (TwfCli *cli, TwfPlan *plan, const char *pid, GError **error)
{
  return twf_proposal_accept (plan,
                              pid,
                              options.language,
                              options.change > 0 ? options.change - 1 : TWF_WHOLE_PROPOSAL,
                              error);
}

static const TwfAct act = { .verb = "Accept", .may = may, .list_edits = list_edits, .takes = TRUE };

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  if (options.change < 0)
    return twf_cli_refuse (cli, _ ("--change takes the number of a change; the first is 1."));
  if (n_arguments > 2 && (options.language != NULL || options.change > 0))
    return twf_cli_refuse (cli, _ ("--language and --change are for one proposal at a time."));
  return twf_cli_act (cli, &act, n_arguments, arguments);
}

const TwfCommand twf_command_accept = {
  .name = "accept",
  .arguments = "PLAN PROPOSAL... [--language L] [--change N]",
  .summary = N_ ("Make what is proposed the text"),
  .details = N_ (
      "Others about the same text are carried along; owners whose condition is met withdraw. "
      "Accepted in part, a proposal stays open for the rest. Prints the id of the revision, and a "
      "line for each proposal that something became of. The exit status is 1 if others about the "
      "same words are still open."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = G_MAXUINT,
  .run = run,
};
