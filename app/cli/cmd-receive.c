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
  TwfDesk *desk = twf_cli_open_head (cli, arguments[0]);
  int status;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  twf_desk_receive_async (desk, arguments[1], NULL, twf_cli_store_result_cb, &result);
  receipts = twf_desk_receive_finish (desk, twf_cli_await (&result), &error);
  status = receipts != NULL ? twf_cli_print_receipts (cli, receipts)
                            : twf_cli_refuse_file (cli, error, arguments[1]);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_receive = {
  .name = "receive",
  .arguments = "PLAN FILE",
  .summary = N_ ("Take a contribution file in, without merging it"),
  .details = N_ (
      "Looks at everything in FILE, “-” is standard input, and notes what it brings under "
      "refs/received. No branch moves, but for one: a delegation’s copy of main goes forward to "
      "the "
      "rolling text that the facilitator signed. A file that came before is judged by the register "
      "as it is now and changes nothing else, one that is older replaces nothing, and of a branch "
      "that was rewritten what came before is kept. Anything that is no plan is refused. Exit "
      "status 1: somebody has to look at it, since it is not verified, older or rewritten."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = 2,
  .run = run,
};
