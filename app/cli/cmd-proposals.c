/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-proposal.h"

#include <glib/gi18n-lib.h>

/* The word that stands for the plan itself in place of a provision's id. */
#define THE_PLAN "plan"

static struct
{
  char *state;
  char *owner;
  char *language;
} options;

static const GOptionEntry entries[] = {
  { "state",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.state,
    N_ ("Only those: open, parked, withdrawn, accepted or rejected"),
    "S" },
  { "owner",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.owner,
    N_ ("Only those of a delegation"),
    "CODE" },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("Texts in one language only"),
    "L" },
  { NULL },
};

static gboolean
is_wanted (const TwfBorne *borne, const char *of, TwfProposalState state)
{
  if (of != NULL && g_str_equal (of, THE_PLAN) && borne->provision != NULL)
    return FALSE;
  if (of != NULL && !g_str_equal (of, THE_PLAN)
      && !g_str_equal (of, twf_proposal_get_id (borne->proposal))
      && (borne->provision == NULL || !g_str_equal (of, twf_provision_get_id (borne->provision))))
    return FALSE;
  if (options.state != NULL && twf_proposal_get_state (borne->proposal) != state)
    return FALSE;
  return options.owner == NULL
         || twf_proposal_has_value (borne->proposal, TWF_PROPOSAL_FIELD_OWNER, options.owner);
}

static void
print_all (TwfCli *cli, TwfPlan *plan, const char *of, TwfProposalState state)
{
  g_autoptr (GPtrArray) all = twf_cli_list_proposals (plan);
  g_autoptr (JsonArray) array = json_array_new ();
  JsonObject *object;

  for (guint i = 0; i < all->len; i++)
    {
      const TwfBorne *borne = all->pdata[i];

      if (!is_wanted (borne, of, state))
        continue;
      if (cli->json)
        json_array_add_object_element (
            array, twf_cli_proposal_to_json (borne->provision, borne->proposal));
      else
        twf_cli_print_proposal (cli, plan, borne->provision, borne->proposal, options.language);
    }
  if (!cli->json)
    return;
  object = json_object_new ();
  json_object_set_array_member (object, "proposals", json_array_ref (array));
  twf_cli_print_json (cli, object);
}

static int
list (TwfCli *cli, TwfPlan *plan, const char *id, TwfProposalState state)
{
  g_autofree char *of = NULL;

  if (options.language != NULL
      && !g_strv_contains (twf_plan_get_languages (plan), options.language))
    return twf_cli_refuse (cli, _ ("The plan has no language “%s”."), options.language);
  if (id == NULL || g_str_equal (id, THE_PLAN) || twf_plan_get_provision (plan, id) != NULL)
    of = g_strdup (id);
  else if ((of = twf_cli_find_proposal (cli, plan, id)) == NULL)
    return TWF_EXIT_REFUSED;
  print_all (cli, plan, of, state);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfProposalState state = TWF_PROPOSAL_OPEN;
  TwfDesk *desk;
  int status;

  if (options.state != NULL && !twf_proposal_state_from_name (options.state, &state))
    return twf_cli_refuse (
        cli, _ ("“%s” is no state of a proposal. See: twf help proposals"), options.state);
  if (options.owner != NULL && !twf_delegation_code_is_valid (options.owner))
    return twf_cli_refuse (
        cli, _ ("“%s” is not the code of a delegation. Give one such as EG."), options.owner);
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = list (cli, twf_desk_get_plan (desk), n_arguments > 1 ? arguments[1] : NULL, state);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_proposals = {
  .name = "proposals",
  .arguments = "PLAN [ID]",
  .summary = N_ ("List what is proposed, with its owners and positions"),
  .details = N_ ("Prints every proposal, or those on one provision, or one: its id, state, kind, "
                 "place and owners, and below what it would change in the text as it stands. "
                 "“plan” stands for the plan itself: its title and its fields."),
  .entries = entries,
  .least = 1,
  .most = 2,
  .run = run,
};
