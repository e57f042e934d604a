/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-act.h"

#include "twf-error.h"

#include <glib/gi18n-lib.h>

/**
 * twf_cli_refuse_state:
 * @cli: a run
 * @proposal: a proposal that stands where the command has nothing to do with it
 *
 * Says where it stands and, where it was set aside, how it is taken up again.
 *
 * Returns: TWF_EXIT_REFUSED
 */
int
twf_cli_refuse_state (TwfCli *cli, TwfProposal *proposal)
{
  const char *pid = twf_proposal_get_id (proposal);

  switch (twf_proposal_get_state (proposal))
    {
    case TWF_PROPOSAL_OPEN:
      return twf_cli_refuse (cli, _ ("%s is open already."), pid);
    case TWF_PROPOSAL_PARKED:
      return twf_cli_refuse (
          cli, _ ("%s is parked. To take it up again: twf reopen PLAN %s"), pid, pid);
    case TWF_PROPOSAL_WITHDRAWN:
      return twf_cli_refuse (
          cli, _ ("%s was withdrawn. To take it up again: twf reopen PLAN %s"), pid, pid);
    case TWF_PROPOSAL_ACCEPTED:
      return twf_cli_refuse (
          cli, _ ("%s was accepted. To take it up again: twf reopen PLAN %s"), pid, pid);
    case TWF_PROPOSAL_REJECTED:
    default:
      return twf_cli_refuse (
          cli, _ ("%s was rejected. To take it up again: twf reopen PLAN %s"), pid, pid);
    }
}

/**
 * twf_cli_describe_act:
 * @verb: what was done, as "Accept"
 * @proposal: to what
 *
 * Returns: (transfer full): a line for the history, in English as git's own
 */
char *
twf_cli_describe_act (const char *verb, TwfProposal *proposal)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);
  g_autofree char *joined = owners != NULL && owners[0] != NULL ? g_strjoinv (", ", (char **)owners)
                                                                : g_strdup ("facilitator");

  return g_strdup_printf ("%s proposal %s (%s)", verb, twf_proposal_get_id (proposal), joined);
}

/**
 * twf_cli_save_act:
 * @cli: a run
 * @desk: a desk
 * @pids: ids of proposals, with spaces between them
 * @message: what was done
 * @is_chairs: under the chair's mandate, where the facilitator acts
 *
 * Saves as one revision under the mandate of these proposals.
 *
 * Returns: (transfer full) (nullable): id of the revision; %NULL: the reason has been printed
 */
char *
twf_cli_save_act (TwfCli *cli,
                  TwfDesk *desk,
                  const char *pids,
                  const char *message,
                  gboolean is_chairs)
{
  g_autofree char *mandate
      = is_chairs && cli->as == NULL ? g_strdup ("chair") : g_strconcat ("proposal ", pids, NULL);

  twf_desk_set_mandate (desk, mandate);
  return twf_cli_save (cli, desk, message);
}

/* Ids in full, each once; NULL: one is none, and that has been printed. */
static GPtrArray *
find_all (TwfCli *cli, TwfPlan *plan, guint n, const char *const *names)
{
  g_autoptr (GPtrArray) pids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char *pid = twf_cli_find_proposal (cli, plan, names[i]);

      if (pid == NULL)
        return NULL;
      if (g_ptr_array_find_with_equal_func (pids, pid, g_str_equal, NULL))
        g_free (pid);
      else
        g_ptr_array_add (pids, pid);
    }
  return g_steal_pointer (&pids);
}

/* Two that exclude each other cannot both come to stand: whichever came last would win, unseen. */
static gboolean
check_rivals (TwfCli *cli, TwfPlan *plan, GPtrArray *pids)
{
  for (guint i = 0; i < pids->len; i++)
    {
      g_autoptr (GPtrArray) rivals = twf_proposal_list_rivals (plan, pids->pdata[i]);

      for (guint j = 0; j < rivals->len; j++)
        if (g_ptr_array_find_with_equal_func (pids, rivals->pdata[j], g_str_equal, NULL))
          {
            twf_cli_refuse (cli,
                            _ ("%s and %s are about the same words. Accept one of them."),
                            (const char *)pids->pdata[i],
                            (const char *)rivals->pdata[j]);
            return FALSE;
          }
    }
  return TRUE;
}

static gboolean
do_one (TwfCli *cli, const TwfAct *act, TwfDesk *desk, const char *pid)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  TwfProposal *proposal = twf_plan_get_proposal (plan, pid, NULL);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  /* One that came to stand with another that was named is done, or gone with its provision. */
  if (act->takes
      && (proposal == NULL || twf_proposal_get_state (proposal) == TWF_PROPOSAL_ACCEPTED))
    return TRUE;
  if (!act->may (cli, proposal))
    return FALSE;
  edits = act->list_edits (cli, plan, pid, &error);
  if (edits != NULL && twf_plan_apply_all (plan, edits, &error))
    return TRUE;
  twf_cli_reject (cli, error, pid);
  return FALSE;
}

static char *
dup_message (const TwfAct *act, TwfPlan *plan, GPtrArray *pids)
{
  g_autoptr (GString) message = g_string_new (NULL);

  if (pids->len > 1)
    g_string_append_printf (message, "%s %u proposals\n", act->verb, pids->len);
  for (guint i = 0; i < pids->len; i++)
    {
      g_autofree char *line
          = twf_cli_describe_act (act->verb, twf_plan_get_proposal (plan, pids->pdata[i], NULL));

      g_string_append_printf (message, "%s%s", pids->len > 1 ? "\n" : "", line);
    }
  return g_string_free (g_steal_pointer (&message), FALSE);
}

static int
tell (TwfCli *cli, TwfEffect *effect, const char *revision)
{
  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "revision", revision);
      twf_effect_set_json (effect, object);
      twf_cli_print_json (cli, object);
    }
  else
    {
      twf_cli_print (cli, "%s\n", revision);
      twf_effect_print (effect, cli);
    }
  return twf_effect_leaves_clashes (effect) ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}

/* What was accepted, and stands with other words around it, is accepted again once it is carried
 * along to them: nothing came of it. */
static gboolean
came_to_something (TwfCli *cli, const TwfAct *act, TwfPlan *plan, GPtrArray *pids)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < pids->len; i++)
    {
      TwfProposal *proposal = twf_plan_get_proposal (plan, pids->pdata[i], NULL);

      if (!act->opens || proposal == NULL || twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN)
        return TRUE;
    }
  g_set_error (
      &error, TWF_ERROR, TWF_ERROR_INVALID, "what %s asks for is so", (const char *)pids->pdata[0]);
  twf_cli_reject (cli, error, pids->pdata[0]);
  return FALSE;
}

static int
do_all (TwfCli *cli, const TwfAct *act, TwfDesk *desk, GPtrArray *pids)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autoptr (TwfEffect) effect = twf_effect_new (plan, pids);
  g_autofree char *message = dup_message (act, plan, pids);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *revision = NULL;

  for (guint i = 0; i < pids->len; i++)
    if (!act->may (cli, twf_plan_get_proposal (plan, pids->pdata[i], NULL)))
      return TWF_EXIT_REFUSED;
  if (act->takes && !check_rivals (cli, plan, pids))
    return TWF_EXIT_REFUSED;
  for (guint i = 0; i < pids->len; i++)
    {
      const char *pid = pids->pdata[i];

      if (act->takes)
        twf_effect_add_rivals (effect, plan, pid);
      if (!do_one (cli, act, desk, pid))
        return TWF_EXIT_REFUSED;
      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", pid);
    }
  revision = twf_cli_save_act (cli, desk, list->str, message, act->is_chairs);
  if (revision == NULL || !came_to_something (cli, act, plan, pids))
    return TWF_EXIT_REFUSED;
  twf_effect_conclude (effect, plan);
  return tell (cli, effect, revision);
}

/**
 * twf_cli_act_on:
 * @cli: a run
 * @act: what to do
 * @desk: an open plan
 * @n: how many @names
 * @names: ids of proposals or their beginnings
 *
 * Does it to all of them as one revision, or to none, and tells what became of these and of others.
 *
 * Returns: the exit status
 */
int
twf_cli_act_on (TwfCli *cli, const TwfAct *act, TwfDesk *desk, guint n, const char *const *names)
{
  g_autoptr (GPtrArray) pids = find_all (cli, twf_desk_get_plan (desk), n, names);

  return pids != NULL ? do_all (cli, act, desk, pids) : TWF_EXIT_REFUSED;
}

/**
 * twf_cli_act:
 * @cli: a run
 * @act: what to do
 * @n_arguments: how many @arguments
 * @arguments: the plan, then ids of proposals or their beginnings
 *
 * Opens the plan and does twf_cli_act_on().
 *
 * Returns: the exit status
 */
int
twf_cli_act (TwfCli *cli, const TwfAct *act, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk = twf_cli_open (cli, arguments[0]);
  int status;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = twf_cli_act_on (cli, act, desk, n_arguments - 1, arguments + 1);
  twf_cli_close (desk);
  return status;
}
