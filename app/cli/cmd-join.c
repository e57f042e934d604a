/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-receipt.h"

#include <glib/gi18n-lib.h>

static const GOptionEntry entries[] = { { NULL } };

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = NULL;

  twf_desk_join_async (arguments[0], arguments[1], cli->as, NULL, twf_cli_store_result_cb, &result);
  receipts = twf_desk_join_finish (twf_cli_await (&result), &error);
  if (receipts == NULL)
    return twf_cli_refuse_file (cli, error, arguments[1]);
  return twf_cli_print_receipts (cli, receipts);
}

const TwfCommand twf_command_join = {
  .name = "join",
  .arguments = "PLAN FILE",
  .summary = N_ ("Make a plan out of an invitation"),
  .details = N_ ("Makes a folder PLAN of a contribution file that brings everything, “-” is "
                 "standard input; it is looked at as closely as twf receive does. Nothing may be "
                 "at that place yet. Exit status 1: it is not verified."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = 2,
  .run = run,
};
