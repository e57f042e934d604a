/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-account.h"

#include "twf-error.h"
#include "twf-language.h"

#include <glib/gi18n-lib.h>

static struct
{
  gboolean origins;
  gboolean record;
  char *format;
  char *language;
  char *output;
  char *sign;
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
  { "format",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.format,
    N_ ("The certificate as text, html or pdf; without: as the file's name says"),
    "FORMAT" },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("The certificate's own words; without: in the source language"),
    "L" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The file to write"), "FILE" },
  { "sign",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.sign,
    N_ ("Sign the file with a key of OpenSSH; FILE.sig is the signature"),
    "KEY" },
  { NULL },
};

/* What the options ask for that cannot be; TWF_EXIT_DONE: nothing. */
static int
check_options (TwfCli *cli, TwfExportKind *kind)
{
  if (options.origins + options.record + cli->json > 1)
    return twf_cli_refuse (cli, _ ("Give one of --json, --origins and --record."));
  if (options.output == NULL
      && (options.format != NULL || options.language != NULL || options.sign != NULL))
    return twf_cli_refuse (cli, _ ("Where to write is not clear. Give -o FILE."));
  if (options.output == NULL || options.record)
    return TWF_EXIT_DONE;
  if (options.origins)
    return twf_cli_refuse (cli, _ ("The certificate holds the table of origins. Leave one out."));
  if (options.format != NULL ? !twf_export_kind_from_name (options.format, kind)
                             : !twf_export_kind_from_file_name (options.output, kind))
    return twf_cli_refuse (cli,
                           _ ("As what to export is not clear. Give --format text, html or pdf."));
  if (options.language != NULL && !twf_language_is_valid (options.language))
    return twf_cli_refuse (cli, _ ("The plan has no language “%s”."), options.language);
  return TWF_EXIT_DONE;
}

static gboolean
write_file (TwfCli *cli, TwfDesk *desk, TwfAccount *account, TwfExportKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (options.record)
    twf_desk_write_record_async (
        desk, account, options.output, options.sign, NULL, twf_cli_store_result_cb, &result);
  else
    twf_desk_export_account_async (desk,
                                   account,
                                   kind,
                                   options.language,
                                   options.output,
                                   options.sign,
                                   NULL,
                                   twf_cli_store_result_cb,
                                   &result);
  if (twf_desk_export_account_finish (desk, twf_cli_await (&result), &error))
    return TRUE;
  twf_cli_fail (cli,
                error,
                g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND) ? options.sign
                                                                        : options.output);
  return FALSE;
}

static int
print (TwfCli *cli, TwfDesk *desk, TwfAccount *account, TwfExportKind kind)
{
  if (options.output != NULL && !write_file (cli, desk, account, kind))
    return TWF_EXIT_REFUSED;
  if (cli->json)
    twf_cli_print_json (cli, twf_cli_account_to_json (account));
  else if (options.record && options.output == NULL)
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
  TwfExportKind kind = TWF_EXPORT_TEXT;
  TwfDesk *desk;
  int status;

  if (check_options (cli, &kind) != TWF_EXIT_DONE)
    return TWF_EXIT_REFUSED;
  desk = twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  twf_desk_account_async (desk, arguments[1], arguments[2], NULL, twf_cli_store_result_cb, &result);
  account = twf_desk_account_finish (desk, twf_cli_await (&result), &error);
  if (account != NULL)
    status = print (cli, desk, account, kind);
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
        "they were issued. With -o, also writes the certificate of all that. Exits 1 if there are "
        "unaccounted changes."),
  .entries = entries,
  .least = 3,
  .most = 3,
  .run = run,
};
