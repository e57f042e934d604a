/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-wordings.h"

#include "twf-desk-wordings.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *at;
  char *language;
  char *part;
} options;

static const GOptionEntry entries[] = {
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &options.at, N_ ("As it was at this revision"), "REV" },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("One text alone, in this language; with --part only: the source language"),
    "L" },
  { "part",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.part,
    N_ ("One text alone: body, responsible, time-frame, means or indicator; without: body"),
    "PART" },
  { NULL },
};

/* @message is what is said where -m says nothing. */
static int
save (TwfCli *cli, TwfDesk *desk, const char *message)
{
  g_autofree char *revision = twf_cli_save (cli, desk, message);
  JsonObject *object;

  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      twf_cli_print (cli, "%s\n", revision);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
restore (TwfCli *cli, TwfDesk *desk, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *former = NULL;
  g_autofree char *message = NULL;

  twf_desk_restore_async (desk, id, options.at, NULL, twf_cli_store_result_cb, &result);
  former = twf_desk_restore_finish (desk, twf_cli_await (&result), &error);
  if (former == NULL)
    return twf_cli_fail (cli, error, id != NULL ? id : options.at);
  /* "main~3" would mean another revision from the next one on. */
  message = g_strdup_printf ("Restore as of %.10s", former);
  return save (cli, desk, message);
}

static int
restore_text (TwfCli *cli, TwfDesk *desk, const char *id, TwfPart part)
{
  const char *language = options.language != NULL
                             ? options.language
                             : twf_plan_get_source_language (twf_desk_get_plan (desk));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *former = NULL;
  g_autofree char *message = NULL;

  twf_desk_restore_text_async (
      desk, id, part, language, options.at, NULL, twf_cli_store_result_cb, &result);
  former = twf_desk_restore_text_finish (desk, twf_cli_await (&result), &error);
  if (former == NULL)
    return twf_cli_reject (cli, error, id);
  message
      = g_strdup_printf ("Restore %s (%s) as of %.10s", twf_part_get_name (part), language, former);
  return save (cli, desk, message);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  gboolean one_text = options.language != NULL || options.part != NULL;
  TwfPart part;
  TwfDesk *desk;
  int status;

  if (options.at == NULL)
    return twf_cli_refuse (cli, _ ("Which revision is not clear. Give --at; twf log lists them."));
  if (one_text && n_arguments < 2)
    return twf_cli_refuse (cli, _ ("--language and --part go with the id of a provision."));
  if (!twf_cli_check_text (cli, options.part, options.language, &part))
    return TWF_EXIT_REFUSED;
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  if (one_text)
    status = restore_text (cli, desk, arguments[1], part);
  else
    status = restore (cli, desk, n_arguments > 1 ? arguments[1] : NULL);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_restore = {
  .name = "restore",
  .arguments = "PLAN [ID] --at REV",
  .summary = N_ ("Bring a provision, or the whole plan, back to what it was"),
  .details = N_ ("Makes a new revision with the former texts, fields and place, and prints its id. "
                 "With --language or --part, one text alone; all else stays. "
                 "Nothing is taken out of history."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 2,
  .run = run,
};
