/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-bidi.h"
#include "twf-desk-send.h"
#include "twf-error.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *file;
  char *since;
  char *to;
  gboolean whole;
} options;

static const GOptionEntry entries[] = {
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &options.file,
    N_ ("Where the contribution file goes"),
    "FILE" },
  { "since",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.since,
    N_ ("A revision that who gets it has; without: what is known of that"),
    "REV" },
  { "to",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.to,
    N_ ("The delegation that gets the rolling text"),
    "CODE" },
  { "whole", 0, 0, G_OPTION_ARG_NONE, &options.whole, N_ ("Bring everything"), NULL },
  { NULL },
};

static void
print_sent (TwfCli *cli, const TwfSent *sent)
{
  g_autofree char *path = twf_text_isolate (sent->path);
  g_autofree char *size = g_format_size (sent->n_bytes);
  JsonObject *object;

  if (!cli->json)
    {
      twf_cli_print (cli,
                     g_dngettext (GETTEXT_PACKAGE,
                                  "%s: %u revision, %s\n",
                                  "%s: %u revisions, %s\n",
                                  sent->n_revisions),
                     path,
                     sent->n_revisions,
                     size);
      return;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "file", sent->path);
  json_object_set_string_member (object, "branch", sent->branch);
  json_object_set_string_member (object, "revision", sent->tip);
  twf_cli_set_json_strings (object, "known", (const char *const *)sent->known);
  json_object_set_int_member (object, "revisions", sent->n_revisions);
  json_object_set_int_member (object, "bytes", (gint64)sent->n_bytes);
  twf_cli_print_json (cli, object);
}

static int
send_file (TwfCli *cli, TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfSent) sent = NULL;

  if (!twf_cli_knows_delegation (cli, twf_desk_get_plan (desk)))
    return TWF_EXIT_REFUSED;
  twf_desk_send_async (desk,
                       options.file,
                       options.since,
                       options.to,
                       options.whole,
                       NULL,
                       twf_cli_store_result_cb,
                       &result);
  sent = twf_desk_send_finish (desk, twf_cli_await (&result), &error);
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EMPTY))
    return twf_cli_refuse (cli, _ ("There is nothing new to send."));
  if (sent == NULL)
    return twf_cli_fail (cli, error, options.file);
  print_sent (cli, sent);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk;
  int status;

  if (options.file == NULL)
    return twf_cli_refuse (cli, _ ("Say with -o FILE where the contribution file goes."));
  if (options.to != NULL && cli->as != NULL)
    return twf_cli_refuse (cli, _ ("Only the facilitator sends --to a delegation."));
  if (options.to != NULL && !twf_delegation_code_is_valid (options.to))
    return twf_cli_refuse (
        cli, _ ("“%s” is not the code of a delegation. Give one such as EG."), options.to);
  desk = twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = send_file (cli, desk);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_send = {
  .name = "send",
  .arguments = "PLAN -o FILE [--since REV] [--to CODE]",
  .summary = N_ ("Write a contribution file"),
  .details = N_ (
      "Writes what the other side lacks into one file that can be mailed: of a delegation its own "
      "branch, since the rolling text that it received last; of the facilitator the rolling "
      "text, since what the delegation named with --to sent last. Where nothing is known, or "
      "with --whole, the file brings everything: an invitation. git reads it as a bundle."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 1,
  .run = run,
};
