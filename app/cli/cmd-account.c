/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-account.h"

#include "twf-error.h"

#include <glib/gi18n-lib.h>

static struct
{
  gboolean origins;
  gboolean record;
} options;

static const GOptionEntry entries[] = {
  { "origins",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.origins,
    N_ ("The table of origins: numbers now and before, contributors, what was done"),
    NULL },
  { "record",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.record,
    N_ ("The account as it is signed, from which SHA-256 is counted"),
    NULL },
  { NULL },
};

static int
print (TwfCli *cli, TwfDesk *desk, const TwfAccount *account)
{
  if (cli->json)
    twf_cli_print_json (cli, twf_cli_account_to_json (account));
  else if (options.record)
    g_string_append (cli->out, account->record);
  else if (options.origins)
    twf_cli_print_origins (cli, account);
  else
    twf_cli_print_account (cli, desk, account);
  return account->counts.unaccounted > 0 ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfAccount) account = NULL;
  TwfDesk *desk;
  int status;

  if (options.origins + options.record + cli->json > 1)
    return twf_cli_refuse (cli, _ ("Give one of --json, --origins and --record."));
  desk = twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  twf_desk_account_async (desk, arguments[1], arguments[2], NULL, twf_cli_store_result_cb, &result);
  account = twf_desk_account_finish (desk, twf_cli_await (&result), &error);
  if (account != NULL)
    status = print (cli, desk, account);
  else
    {
      g_autofree char *subject = g_strjoin (" ", arguments[1], arguments[2], NULL);

      status = g_error_matches (error, TWF_ERROR, TWF_ERROR_INVALID)
                   ? twf_cli_reject (cli, error, subject)
                   : twf_cli_fail (cli, error, subject);
    }
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_account = {
  .name = "account",
  .arguments = "PLAN A B",
  .summary = N_ ("Account for every change between two revisions"),
  .details
  = N_ ("Prints one line for each word inserted, deleted or moved, each field, and each provision "
        "added, removed or moved, between A and B, which was made from it: the place, the "
        "revision that did it, date and time, whose it is, under what mandate. Then the number of "
        "unaccounted changes: those that no delegation and not the facilitator made under a "
        "mandate, as when somebody used git by hand. A and B are revisions or symbols under which "
        "they were issued. Exits 1 if there are unaccounted changes."),
  .entries = entries,
  .least = 3,
  .most = 3,
  .run = run,
};
