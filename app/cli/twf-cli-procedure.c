/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-procedure.h"

/**
 * twf_cli_read_procedure:
 * @cli: a run
 * @desk: a desk
 * @revision: (nullable): the revision that it is about; %NULL: the newest of the branch
 * @arrivals: whether to look when breaks came into the rolling text
 *
 * Returns: (transfer full) (nullable): what is known of the procedure; %NULL: the reason has been
 *   printed
 */
TwfProceedings *
twf_cli_read_procedure (TwfCli *cli, TwfDesk *desk, const char *revision, gboolean arrivals)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfProceedings *found;

  twf_desk_read_procedure_async (desk, revision, arrivals, NULL, twf_cli_store_result_cb, &result);
  found = twf_desk_read_procedure_finish (desk, twf_cli_await (&result), &error);
  if (found == NULL)
    twf_cli_fail (cli, error, revision != NULL ? revision : twf_desk_get_path (desk));
  return found;
}

/**
 * twf_cli_refuse_act:
 * @cli: a run
 * @obstacle: what is in the way
 * @known: what is on record
 * @of: (nullable): the silence it is about; %NULL: the newest
 *
 * Returns: TWF_EXIT_REFUSED
 */
int
twf_cli_refuse_act (TwfCli *cli, TwfObstacle obstacle, const TwfProcedure *known, const char *of)
{
  g_autofree char *sentence = twf_obstacle_dup_words (
      obstacle, twf_procedure_choose_silence (known, of), twf_cli_get_language ());

  return twf_cli_refuse (cli, "%s", sentence);
}

/**
 * twf_cli_record_act:
 * @cli: a run
 * @desk: a desk
 * @known: what is on record
 * @act: what is done
 * @message: that, for the history
 *
 * Puts @act on record as one revision.
 *
 * Returns: (transfer full) (nullable): id of the revision; %NULL: the reason has been printed
 */
char *
twf_cli_record_act (TwfCli *cli,
                    TwfDesk *desk,
                    const TwfProcedure *known,
                    const TwfProcedureAct *act,
                    const char *message)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  if (!twf_cli_knows_delegation (cli, plan))
    return NULL;
  edits = twf_procedure_list_edits (plan, known, act, &error);
  if (edits != NULL && twf_plan_apply_all (plan, edits, &error))
    return twf_cli_save (cli, desk, message);
  twf_cli_reject (cli, error, twf_desk_get_path (desk));
  return NULL;
}

/**
 * twf_cli_read_at:
 * @cli: a run
 * @desk: a desk
 * @revision: a revision
 *
 * Returns: (transfer full) (nullable): the plan as it was; %NULL: the reason has been printed
 */
TwfPlan *
twf_cli_read_at (TwfCli *cli, TwfDesk *desk, const char *revision)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfPlan *plan;

  twf_desk_read_at_async (desk, revision, NULL, twf_cli_store_result_cb, &result);
  plan = twf_desk_read_at_finish (desk, twf_cli_await (&result), &error);
  if (plan == NULL)
    twf_cli_fail (cli, error, revision);
  return plan;
}
