/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include <glib/gi18n-lib.h>

/* Width of the column of names. */
#define COLUMN 24

static const GOptionEntry saving_entries[] = {
  { "as",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    NULL,
    N_ ("The delegation acting; without: as set in the window, or the facilitator"),
    "CODE" },
  { "message", 'm', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Why, for the history"), "MESSAGE" },
  { "key",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    NULL,
    N_ ("The key to sign with; without: the one that was chosen with twf key"),
    "FILE" },
  { NULL },
};

static const GOptionEntry common_entries[] = {
  { "branch",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    NULL,
    N_ ("The branch; without: the delegation's own, or main for the facilitator"),
    "B" },
  { "json", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print JSON"), NULL },
  { NULL },
};

static void
print_entries (TwfCli *cli, const GOptionEntry *entries)
{
  for (gsize i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    {
      g_autoptr (GString) name = g_string_new ("  ");

      if (entries[i].short_name != 0)
        g_string_append_printf (name, "-%c, ", entries[i].short_name);
      g_string_append_printf (name, "--%s", entries[i].long_name);
      if (entries[i].arg_description != NULL)
        g_string_append_printf (name, " %s", entries[i].arg_description);
      twf_cli_print (cli, "%-*s %s\n", COLUMN, name->str, _ (entries[i].description));
    }
}

static void
print_command (TwfCli *cli, const TwfCommand *command)
{
  twf_cli_print (cli, _ ("Usage: twf %s %s\n"), command->name, command->arguments);
  twf_cli_print (cli, "\n%s\n", _ (command->summary));
  if (command->details != NULL)
    twf_cli_print (cli, "%s\n", _ (command->details));
  twf_cli_print (cli, "\n%s\n", _ ("Options:"));
  print_entries (cli, command->entries);
  if (command->saves)
    print_entries (cli, saving_entries);
  else
    print_entries (cli, (const GOptionEntry[]){ saving_entries[0], { NULL } });
  print_entries (cli, common_entries);
}

static void
print_overview (TwfCli *cli)
{
  const TwfCommand *const *commands = cli->program->commands;

  twf_cli_print (cli, "%s\n\n", _ ("Usage: twf COMMAND PLAN ..."));
  for (gsize i = 0; commands[i] != NULL; i++)
    twf_cli_print (cli, "  %-10s %s\n", commands[i]->name, _ (commands[i]->summary));
  twf_cli_print (cli,
                 "\n%s\n%s\n",
                 _ ("Exit status: 0 done; 1 done, but somebody has to look; 2 refused, nothing "
                    "written."),
                 _ ("More about one: twf help COMMAND"));
}

static JsonObject *
command_to_json (const TwfCommand *command)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "name", command->name);
  json_object_set_string_member (object, "arguments", command->arguments);
  json_object_set_string_member (object, "summary", _ (command->summary));
  return object;
}

static void
print_as_json (TwfCli *cli, const TwfCommand *only)
{
  const TwfCommand *const *commands = cli->program->commands;
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (gsize i = 0; commands[i] != NULL; i++)
    if (only == NULL || only == commands[i])
      json_array_add_object_element (array, command_to_json (commands[i]));
  json_object_set_array_member (object, "commands", array);
  twf_cli_print_json (cli, object);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const TwfCommand *command = NULL;

  if (n_arguments > 0)
    {
      command = twf_program_find_command (cli->program, arguments[0]);
      if (command == NULL)
        return twf_cli_refuse (cli, _ ("“%s” is not a command. See: twf help"), arguments[0]);
    }
  if (cli->json)
    print_as_json (cli, command);
  else if (command != NULL)
    print_command (cli, command);
  else
    print_overview (cli);
  return TWF_EXIT_DONE;
}

const TwfCommand twf_command_help = {
  .name = "help",
  .arguments = "[COMMAND]",
  .summary = N_ ("Say what there is and how it is used"),
  .least = 0,
  .most = 1,
  .run = run,
};
