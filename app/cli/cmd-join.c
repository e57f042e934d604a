/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-ask.h"
#include "twf-cli-receipt.h"

#include "twf-desk-join.h"
#include "twf-message.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

static const GOptionEntry entries[] = { { NULL } };

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

/* What is wrong with an address is told without repeating it: it may hold a password. */
static int
tell_failure (TwfCli *cli, const GError *error, const char *from)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TwfLocation) location
      = strstr (from, "://") != NULL ? twf_location_parse (from, &reason) : NULL;
  g_autofree char *stopped = NULL;

  if (reason != NULL)
    return twf_cli_refuse (cli, _ ("This cannot be a server: %s."), reason->message);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return twf_cli_refuse_file (cli, error, from);
  stopped = twf_error_describe (error, from);
  return twf_cli_refuse (cli, "%s", stopped);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (TwfAsking) asking
      = twf_asking_new (twf_cli_has_terminal () ? twf_cli_ask_at_terminal : NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = NULL;
  const TwfDeskJoin how = { .from = arguments[1], .code = cli->as, .asking = asking };
  guint interrupted = g_unix_signal_add (SIGINT, interrupted_cb, cancellable);

  twf_desk_join_with_async (arguments[0], &how, cancellable, twf_cli_store_result_cb, &result);
  receipts = twf_desk_join_finish (twf_cli_await (&result), &error);
  g_source_remove (interrupted);
  if (receipts == NULL)
    return tell_failure (cli, error, arguments[1]);
  return twf_cli_print_receipts (cli, receipts);
}

const TwfCommand twf_command_join = {
  .name = "join",
  .arguments = "PLAN FROM",
  .summary = N_ ("Make a plan out of an invitation, or of one that is shared"),
  .details
  = N_ ("Makes a folder PLAN of a contribution file that brings everything, “-” is "
        "standard input; or of the plan that is shared at an address "
        "(ssh://host/plan, user@host:plan, https://host/plan) or in a folder, which is then "
        "remembered for twf sync. All of it is looked at as closely as twf receive does, "
        "and what was issued is known by its symbol. Nothing may be at that place yet. "
        "Exit status 1: it is not verified."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = 2,
  .run = run,
};
