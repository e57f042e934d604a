/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-error.h"

#include <glib/gi18n-lib.h>

/**
 * twf_cli_store_result_cb:
 * @source: (nullable): who worked
 * @result: the result
 * @user_data: a `GAsyncResult **`
 *
 * Keeps the result for twf_cli_await().
 */
void
twf_cli_store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

/**
 * twf_cli_await:
 * @result: where twf_cli_store_result_cb() puts it
 *
 * A command has nothing else to do: it waits.
 *
 * Returns: (transfer none): the result
 */
GAsyncResult *
twf_cli_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/**
 * twf_cli_open:
 * @cli: a run
 * @path: where the plan lies
 *
 * Returns: (transfer full) (nullable): a desk with the plan on it, as --as and --branch say; %NULL:
 *   the reason has been printed
 */
TwfDesk *
twf_cli_open (TwfCli *cli, const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfDesk *desk;

  twf_desk_open_once_async (path, cli->as, cli->branch, NULL, twf_cli_store_result_cb, &result);
  desk = twf_desk_open_finish (twf_cli_await (&result), &error);
  if (desk == NULL)
    twf_cli_fail (cli, error, path);
  return desk;
}

/**
 * twf_cli_open_head:
 * @cli: a run
 * @path: where the plan lies
 *
 * As twf_cli_open(), for a question to the history: of the plan no provision is read.
 *
 * Returns: (transfer full) (nullable): a desk; %NULL: the reason has been printed
 */
TwfDesk *
twf_cli_open_head (TwfCli *cli, const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfDesk *desk;

  twf_desk_open_head_async (path, cli->as, cli->branch, NULL, twf_cli_store_result_cb, &result);
  desk = twf_desk_open_finish (twf_cli_await (&result), &error);
  if (desk == NULL)
    twf_cli_fail (cli, error, path);
  return desk;
}

/**
 * twf_cli_create:
 * @cli: a run
 * @path: where the plan is to lie
 * @plan: what it holds
 *
 * Returns: (transfer full) (nullable): a desk with the new plan on it; %NULL: the reason has been
 *   printed
 */
TwfDesk *
twf_cli_create (TwfCli *cli, const char *path, TwfPlan *plan)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfDesk *desk;

  twf_desk_create_async (path, plan, cli->as, cli->message, NULL, twf_cli_store_result_cb, &result);
  desk = twf_desk_create_finish (twf_cli_await (&result), &error);
  if (desk == NULL)
    twf_cli_fail (cli, error, path);
  return desk;
}

/**
 * twf_cli_knows_delegation:
 * @cli: a run
 * @plan: the plan as it is to be saved
 *
 * Returns: whether the one that --as names is among the delegations of @plan, or nobody is named;
 *   %FALSE: the reason has been printed
 */
gboolean
twf_cli_knows_delegation (TwfCli *cli, TwfPlan *plan)
{
  if (cli->as == NULL || twf_plan_get_delegation (plan, cli->as) != NULL)
    return TRUE;
  twf_cli_refuse (
      cli,
      _ ("%s is not among the delegations of the plan. Add it first: twf help delegation"),
      cli->as);
  return FALSE;
}

/**
 * twf_cli_save:
 * @cli: a run
 * @desk: a desk
 * @message: why, where -m does not say
 *
 * Returns: (transfer full) (nullable): id of the revision; %NULL: the reason has been printed
 */
char *
twf_cli_save (TwfCli *cli, TwfDesk *desk, const char *message)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *revision;

  if (!twf_cli_knows_delegation (cli, twf_desk_get_plan (desk)))
    return NULL;
  twf_desk_save_async (desk,
                       cli->message != NULL ? cli->message : message,
                       FALSE,
                       NULL,
                       twf_cli_store_result_cb,
                       &result);
  revision = twf_desk_save_finish (desk, twf_cli_await (&result), &error);
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_CHANGED))
    twf_cli_refuse (cli,
                    _ ("Somebody else changed the same provision meanwhile. See what with twf log "
                       "and twf diff, and give the command again."));
  else if (revision == NULL)
    twf_cli_fail (cli, error, twf_desk_get_path (desk));
  return revision;
}

/**
 * twf_cli_close:
 * @desk: (transfer full): a desk
 *
 * Waits until its worker is at its end.
 */
void
twf_cli_close (TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_close_async (desk, twf_cli_store_result_cb, &result);
  twf_desk_close_finish (desk, twf_cli_await (&result), NULL);
  g_object_unref (desk);
}
