/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-act.h"

#include <glib/gi18n-lib.h>

#define WITHDRAWS_IF "withdraws-if"
/* What takes a position back. */
#define NONE "none"

/* "3 bis stays": a provision that is itself proposed stands for the proposal to insert it. */
static char *
find_condition (TwfCli *cli, TwfPlan *plan, const char *name)
{
  TwfProvision *provision = twf_plan_get_provision (plan, name);
  TwfProposal *insert = provision != NULL ? twf_compile_find_insert (provision) : NULL;

  if (provision == NULL)
    return twf_cli_find_proposal (cli, plan, name);
  if (insert != NULL)
    return g_strdup (twf_proposal_get_id (insert));
  twf_cli_refuse (cli,
                  _ ("%s is not itself proposed. Give the id of a proposal about it: twf proposals "
                     "PLAN %s"),
                  name,
                  name);
  return NULL;
}

static GPtrArray *
list_edits (TwfCli *cli, TwfPlan *plan, const char *pid, guint n, const char *const *words)
{
  const char *word = g_str_equal (words[0], NONE) ? NULL : words[0];
  TwfProposal *proposal = twf_plan_get_proposal (plan, pid, NULL);
  g_autofree char *condition = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *edits;

  if (g_strcmp0 (word, WITHDRAWS_IF) == 0
      && !twf_proposal_has_value (proposal, TWF_PROPOSAL_FIELD_OWNER, cli->as))
    {
      twf_cli_refuse (cli, _ ("%s is no owner of %s, and only owners withdraw."), cli->as, pid);
      return NULL;
    }
  if (n > 1 && (condition = find_condition (cli, plan, words[1])) == NULL)
    return NULL;
  edits = twf_proposal_set_position (plan, pid, cli->as, word, condition, &error);
  if (edits != NULL && !twf_plan_apply_all (plan, edits, &error))
    g_clear_pointer (&edits, g_ptr_array_unref);
  if (edits == NULL)
    twf_cli_reject (cli, error, pid);
  return edits;
}

static char *
dup_message (TwfCli *cli, const char *pid, guint n, const char *const *words)
{
  return g_strdup_printf (
      "%s on proposal %s: %s%s%s", cli->as, pid, words[0], n > 1 ? " " : "", n > 1 ? words[1] : "");
}

static int
take_position (TwfCli *cli, TwfDesk *desk, const char *name, guint n, const char *const *words)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autofree char *pid = twf_cli_find_proposal (cli, plan, name);
  g_autoptr (GPtrArray) edits = pid != NULL ? list_edits (cli, plan, pid, n, words) : NULL;
  g_autofree char *message = NULL;
  g_autofree char *revision = NULL;
  JsonObject *object;

  if (edits == NULL)
    return TWF_EXIT_REFUSED;
  message = dup_message (cli, pid, n, words);
  revision = twf_cli_save_act (cli, desk, pid, message, FALSE);
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      twf_cli_print (cli, "%s\n", revision);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "id", pid);
  json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const char *word = arguments[2];
  gboolean has_condition = n_arguments == 4;
  TwfPositionWord known;
  TwfDesk *desk;
  int status;

  if (!g_str_equal (word, NONE) && !twf_position_word_from_name (word, &known))
    return twf_cli_refuse (cli, _ ("“%s” is no position. See: twf help position"), word);
  if (has_condition != g_str_equal (word, WITHDRAWS_IF))
    return twf_cli_refuse (
        cli, _ ("With withdraws-if, and with it alone, goes the id of another proposal."));
  if (cli->as == NULL)
    return twf_cli_refuse (cli, _ ("Whose position it is, is not clear. Give --as CODE."));
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = take_position (cli, desk, arguments[1], n_arguments - 2, arguments + 2);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_position = {
  .name = "position",
  .arguments = "PLAN PROPOSAL POSITION [PROPOSAL] --as CODE",
  .summary = N_ ("Say what a delegation thinks of a proposal"),
  .details
  = N_ ("POSITION is retain (the text is to stay as it is), delete, reserve, support, reflect, or "
        "withdraws-if with the id of another proposal, or of a provision that is itself proposed: "
        "when that one is accepted, this owner withdraws. “none” takes a position back. Prints the "
        "id of the revision."),
  .saves = TRUE,
  .least = 3,
  .most = 4,
  .run = run,
};
