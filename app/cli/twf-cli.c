/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-bidi.h"
#include "twf-error.h"
#include "twf-hostile.h"
#include "twf-message.h"
#include "twf-normal.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

/* clang-format off */
static const TwfCommand *const commands[] = {
  &twf_command_new,
  &twf_command_import,
  &twf_command_show,
  &twf_command_add,
  &twf_command_edit,
  &twf_command_apply,
  &twf_command_propose,
  &twf_command_proposals,
  &twf_command_position,
  &twf_command_accept,
  &twf_command_park,
  &twf_command_reject,
  &twf_command_withdraw,
  &twf_command_reopen,
  &twf_command_merge,
  &twf_command_log,
  &twf_command_diff,
  &twf_command_words,
  &twf_command_restore,
  &twf_command_export,
  &twf_command_check,
  &twf_command_merge_text,
  &twf_command_diff_text,
  &twf_command_help,
  NULL,
};
/* clang-format on */

/**
 * twf_cli_list_commands:
 *
 * Returns: every command, in the order in which one meets them
 */
const TwfCommand *const *
twf_cli_list_commands (void)
{
  return commands;
}

/**
 * twf_cli_find_command:
 * @name: (nullable): a name
 *
 * Returns: (nullable): the command of that name
 */
const TwfCommand *
twf_cli_find_command (const char *name)
{
  for (guint i = 0; commands[i] != NULL; i++)
    if (g_strcmp0 (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static void
print_line_to_stderr (TwfCli *cli, const char *line)
{
  g_autofree char *single = g_strdelimit (g_strdup (line), "\n\r", ' ');

  if (cli != NULL && cli->command != NULL)
    fprintf (stderr, "twf %s: %s\n", cli->command->name, single);
  else
    fprintf (stderr, "twf: %s\n", single);
}

/**
 * twf_cli_fail:
 * @cli: a run
 * @error: what went wrong
 * @subject: the plan's or file's name
 *
 * Prints one line on standard error: what happened and what to do.
 *
 * Returns: TWF_EXIT_REFUSED
 */
int
twf_cli_fail (TwfCli *cli, const GError *error, const char *subject)
{
  g_autofree char *sentence = twf_error_describe (error, subject);

  print_line_to_stderr (cli, sentence);
  return TWF_EXIT_REFUSED;
}

/**
 * twf_cli_reject:
 * @cli: a run
 * @error: why what the command line asks for cannot be
 * @subject: the plan's name
 *
 * As twf_cli_fail(), where not a file is at fault but a value that was given with the command.
 *
 * Returns: TWF_EXIT_REFUSED
 */
int
twf_cli_reject (TwfCli *cli, const GError *error, const char *subject)
{
  g_autofree char *reason = NULL;

  if (!g_error_matches (error, TWF_ERROR, TWF_ERROR_INVALID)
      && !g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    return twf_cli_fail (cli, error, subject);
  reason = twf_text_isolate (error->message);
  return twf_cli_refuse (
      cli, _ ("That is not possible: %s. See: twf help %s"), reason, cli->command->name);
}

/**
 * twf_cli_refuse:
 * @cli: a run
 * @format: a translated sentence: what is wrong with the command and what to do
 * @...: for @format
 *
 * Prints one line on standard error.
 *
 * Returns: TWF_EXIT_REFUSED
 */
int
twf_cli_refuse (TwfCli *cli, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  print_line_to_stderr (cli, sentence);
  return TWF_EXIT_REFUSED;
}

/**
 * twf_cli_print:
 * @cli: a run
 * @format: as printf()
 * @...: for @format
 *
 * Adds to what is printed on standard output at the end: always in UTF-8, whatever the locale says,
 * since that is what a plan is in.
 */
void
twf_cli_print (TwfCli *cli, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (cli->out, format, arguments);
  va_end (arguments);
}

/**
 * twf_cli_print_json:
 * @cli: a run
 * @object: (transfer full): what to print
 *
 * Adds one JSON object to standard output.
 */
void
twf_cli_print_json (TwfCli *cli, JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_take_object (node, object);
  text = json_to_string (node, TRUE);
  g_string_append (cli->out, text);
  g_string_append_c (cli->out, '\n');
}

/**
 * twf_cli_dup_author:
 * @desk: an open plan
 * @revision: one of its revisions
 *
 * Returns: (transfer full): who made it, in the language of the messages; see twf_desk_dup_author()
 */
char *
twf_cli_dup_author (TwfDesk *desk, TwfRevision *revision)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = g_strndup (name, strcspn (name, "_.@"));

  return twf_desk_dup_author (
      desk, revision, *language == '\0' || g_str_equal (language, "C") ? "en" : language);
}

/**
 * twf_cli_dup_moment:
 * @when: seconds since 1970
 *
 * Returns: (transfer full): day and time of day where the command runs
 */
char *
twf_cli_dup_moment (gint64 when)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (when);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M") : g_strdup ("");
}

/**
 * twf_cli_dup_text:
 * @argument: a text of the command line; "-": what standard input holds
 * @error: return location
 *
 * Returns: (transfer full): the text, without the line ends at its end
 * Errors: TWF_ERROR_ENCODING if it is not UTF-8; as twf_read_foreign_file()
 */
char *
twf_cli_dup_text (const char *argument, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (!g_str_equal (argument, "-"))
    bytes = g_bytes_new (argument, strlen (argument));
  else
    bytes = twf_read_foreign_file ("-", TWF_IMPORT_MOST_BYTES, NULL, error);
  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) == 0)
    return g_strdup ("");
  text = twf_text_decode (bytes, error);
  for (gsize n = text != NULL ? strlen (text) : 0;
       n > 0 && (text[n - 1] == '\n' || text[n - 1] == '\r');
       n--)
    text[n - 1] = '\0';
  return text;
}

/* A reader that has gone (twf log ... | head) is no fault. */
static int
write_out (TwfCli *cli, int status)
{
  if (cli->out->len > 0 && fwrite (cli->out->str, 1, cli->out->len, stdout) != cli->out->len
      && errno == EPIPE)
    return status;
  if (fflush (stdout) == 0 || errno == EPIPE)
    return status;
  print_line_to_stderr (cli, g_strerror (errno));
  return TWF_EXIT_REFUSED;
}

/* Who acts, where the command does not say: the setting of the window. */
static char *
dup_settings_identity (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *identity = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "identity"))
    return NULL;
  settings = g_settings_new (APPLICATION_ID);
  identity = g_settings_get_string (settings, "identity");
  return twf_delegation_code_is_valid (identity) ? g_steal_pointer (&identity) : NULL;
}

static gboolean
parse (TwfCli *cli, int *argc, char ***argv, GError **error)
{
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL },
    { NULL },
  };
  const GOptionEntry saving[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &cli->as, NULL, NULL },
    { "message", 'm', 0, G_OPTION_ARG_FILENAME, &cli->message, NULL, NULL },
    { "branch", 0, 0, G_OPTION_ARG_FILENAME, &cli->branch, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  if (cli->command->entries != NULL)
    g_option_context_add_main_entries (context, cli->command->entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  g_option_context_add_main_entries (context, saving, NULL);
  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
has_empty_argument (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (*argv[i] == '\0')
      return TRUE;
  return FALSE;
}

static int
run (TwfCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const char *name = cli->command->name;

  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      const char *topic[] = { name, NULL };

      return twf_command_help.run (cli, 1, topic);
    }
  if (!parse (cli, &argc, &argv, &error))
    return twf_cli_refuse (cli, _ ("%s. See: twf help %s"), error->message, name);
  /* "--" says that what follows are arguments; GOption leaves it in. */
  if (argc > 1 && g_str_equal (argv[1], "--"))
    {
      argc--;
      argv++;
    }
  /* An empty argument is a variable of the shell that holds nothing. */
  if ((guint)(argc - 1) < cli->command->least || (guint)(argc - 1) > cli->command->most
      || has_empty_argument (argc, argv))
    return twf_cli_refuse (
        cli, _ ("Usage: twf %s %s. See: twf help %s"), name, cli->command->arguments, name);
  if (cli->as != NULL && !twf_delegation_code_is_valid (cli->as))
    return twf_cli_refuse (
        cli, _ ("“%s” is not the code of a delegation. Give one such as EG."), cli->as);
  if (cli->message != NULL && !g_utf8_validate (cli->message, -1, NULL))
    return twf_cli_refuse (cli, _ ("The message is not text in UTF-8."));
  if (cli->command->saves && cli->as == NULL && cli->branch == NULL)
    cli->as = dup_settings_identity ();
  return cli->command->run (cli, (guint)(argc - 1), (const char *const *)argv + 1);
}

static void
prepare (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE,
                  g_getenv ("TAWAFUQ_LOCALEDIR") ? g_getenv ("TAWAFUQ_LOCALEDIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("twf");
  /* A limit on the size of files, and a reader that goes, are errors to be told, not deaths. */
  signal (SIGXFSZ, SIG_IGN);
  signal (SIGPIPE, SIG_IGN);
}

/**
 * twf_cli_main:
 * @argc: how many words
 * @argv: the words of the command line
 *
 * Runs one command.
 *
 * Returns: the exit status
 */
int
twf_cli_main (int argc, char **argv)
{
  g_autoptr (GString) out = g_string_new (NULL);
  TwfCli cli = { .out = out };
  int status;

  prepare ();
  if (argc > 1 && (g_str_equal (argv[1], "--version") || g_str_equal (argv[1], "-V")))
    {
      twf_cli_print (&cli, "twf %s\n", PACKAGE_VERSION);
      return write_out (&cli, TWF_EXIT_DONE);
    }
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    argv[1] = (char *)"help";
  if (argc < 2)
    return twf_cli_refuse (&cli, _ ("No command was given. See: twf help"));
  cli.command = twf_cli_find_command (argv[1]);
  if (cli.command == NULL)
    return twf_cli_refuse (&cli, _ ("“%s” is not a command. See: twf help"), argv[1]);

  status = run (&cli, argc - 1, argv + 1);
  if (status != TWF_EXIT_REFUSED)
    status = write_out (&cli, status);
  g_free (cli.as);
  g_free (cli.message);
  g_free (cli.branch);
  return status;
}
