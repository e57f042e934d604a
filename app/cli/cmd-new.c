/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *title;
  char **languages;
  char *template;
} options;

static const GOptionEntry entries[] = {
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &options.title, N_ ("Title in the first language"), "T" },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.languages,
    N_ ("A language of the plan, the source language first; may be repeated"),
    "L" },
  { "template",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.template,
    N_ ("What it begins with: un-plan (four pillars) or blank"),
    "NAME" },
  { NULL },
};

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = NULL;
  g_autofree char *title = NULL;
  TwfDesk *desk;

  if (options.title == NULL || options.languages == NULL)
    return twf_cli_refuse (cli,
                           _ ("A plan needs a title and a language. Give --title and --language."));
  title = twf_cli_dup_text (options.title, &error);
  if (title != NULL && *title == '\0')
    return twf_cli_refuse (cli, _ ("The text is empty. Give one with words in it."));
  if (title != NULL)
    plan = twf_plan_new_from_template (
        options.template, (const char *const *)options.languages, title, &error);
  if (plan == NULL)
    return twf_cli_reject (cli, error, arguments[0]);
  if (cli->message == NULL)
    cli->message = g_strdup ("Begin the plan");
  desk = twf_cli_create (cli, arguments[0], plan);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "path", twf_desk_get_path (desk));
      json_object_set_string_member (object, "revision", twf_desk_get_revision (desk));
      twf_cli_print_json (cli, object);
    }
  else
    {
      twf_cli_print (cli, "%s\n", twf_desk_get_revision (desk));
    }
  twf_cli_close (desk);
  return TWF_EXIT_DONE;
}

const TwfCommand twf_command_new = {
  .name = "new",
  .arguments = "PLAN --title T --language L [--language L ...]",
  .summary = N_ ("Make a plan"),
  .details
  = N_ ("Makes a folder PLAN that holds the plan and its history, and prints the id of its "
        "first revision. Nothing may be at that place yet."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 1,
  .run = run,
};
