/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-front"

#include "config.h"

#include "twf-command.h"

#include "twf-bidi.h"
#include "twf-error.h"
#include "twf-sentence.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

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
  g_autofree char *sentence = twf_sentence_for_error (error, subject);

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

static gboolean
parse (TwfCli *cli, int *argc, char ***argv, GError **error)
{
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, NULL, NULL },
    { NULL },
  };
  g_autofree char *key = NULL;
  const GOptionEntry saving[] = {
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &cli->as, NULL, NULL },
    { "message", 'm', 0, G_OPTION_ARG_FILENAME, &cli->message, NULL, NULL },
    { "branch", 0, 0, G_OPTION_ARG_FILENAME, &cli->branch, NULL, NULL },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &key, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  if (cli->command->entries != NULL)
    g_option_context_add_main_entries (context, cli->command->entries, NULL);
  g_option_context_add_main_entries (context, common, NULL);
  g_option_context_add_main_entries (context, saving, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  /* One way to say it, whoever saves; there is one thread yet. */
  if (key != NULL)
    g_setenv ("TAWAFUQ_KEY", key, TRUE);
  return TRUE;
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
  const TwfCommand *help = cli->program->help;
  const char *name = cli->command->name;
  int status = TWF_EXIT_DONE;

  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    {
      const char *topic[] = { name, NULL };

      return help != NULL ? help->run (cli, 1, topic) : TWF_EXIT_ELSEWHERE;
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
  if (cli->message != NULL && !g_utf8_validate (cli->message, -1, NULL))
    return twf_cli_refuse (cli, _ ("The message is not text in UTF-8."));
  if (cli->command->saves || cli->as != NULL)
    status = cli->program->settle_author != NULL ? cli->program->settle_author (cli)
                                                 : TWF_EXIT_ELSEWHERE;
  if (status != TWF_EXIT_DONE)
    return status;
  return cli->command->run (cli, (guint)(argc - 1), (const char *const *)argv + 1);
}

static void
prepare (void)
{
  /* The rest of the locale is nobody's here: order and dates go by the language of the plan. */
  setlocale (LC_CTYPE, "");
  setlocale (LC_MESSAGES, "");
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
 * twf_program_find_command:
 * @self: a program
 * @name: (nullable): a name
 *
 * Returns: (nullable): the command of that name
 */
const TwfCommand *
twf_program_find_command (const TwfProgram *self, const char *name)
{
  for (guint i = 0; self->commands[i] != NULL; i++)
    if (g_strcmp0 (self->commands[i]->name, name) == 0)
      return self->commands[i];
  return NULL;
}

/**
 * twf_program_run:
 * @self: a program
 * @argc: how many words
 * @argv: the words of the command line
 *
 * Runs one command.
 *
 * Returns: the exit status; TWF_EXIT_ELSEWHERE, from a program without help, if what is asked for
 *   is not among its own
 */
int
twf_program_run (const TwfProgram *self, int argc, char **argv)
{
  g_autoptr (GString) out = g_string_new (NULL);
  TwfCli cli = { .program = self, .out = out };
  int status;
  gboolean wants_version
      = argc > 1 && (g_str_equal (argv[1], "--version") || g_str_equal (argv[1], "-V"));

  cli.command = argc > 1 ? twf_program_find_command (self, argv[1]) : NULL;
  if (cli.command == NULL && self->help == NULL && !wants_version)
    return TWF_EXIT_ELSEWHERE;
  prepare ();
  if (wants_version)
    {
      twf_cli_print (&cli, "twf %s\n", PACKAGE_VERSION);
      return write_out (&cli, TWF_EXIT_DONE);
    }
  if (argc > 1 && (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")))
    cli.command = self->help;
  if (argc < 2)
    return twf_cli_refuse (&cli, _ ("No command was given. See: twf help"));
  if (cli.command == NULL)
    return twf_cli_refuse (&cli, _ ("“%s” is not a command. See: twf help"), argv[1]);

  status = run (&cli, argc - 1, argv + 1);
  if (status == TWF_EXIT_DONE || status == TWF_EXIT_NEEDS_PERSON)
    status = write_out (&cli, status);
  g_free (cli.as);
  g_free (cli.message);
  g_free (cli.branch);
  return status;
}
