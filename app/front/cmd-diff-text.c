/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-front"

#include "config.h"

#include "twf-command.h"

#include "twf-difference.h"
#include "twf-error.h"
#include "twf-language.h"
#include "twf-normal.h"
#include "twf-print-runs.h"
#include "twf-read.h"

#include <glib/gi18n-lib.h>

enum
{
  MOST_BYTES = 64 * 1024 * 1024,
};

static struct
{
  char *language;
  char *format;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("The language of the texts"),
    "L" },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("wdiff, html or json"), "FORMAT" },
  { NULL },
};

/* A file of no bytes is an empty text, as is /dev/null, with which git says that there is none. */
static char *
read_text (TwfCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = twf_read_file (path, MOST_BYTES, NULL, NULL, &error);
  char *text = NULL;

  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EMPTY))
    return g_strdup ("");
  if (bytes != NULL)
    text = twf_text_decode (bytes, &error);
  if (text == NULL)
    twf_cli_fail (cli, error, path);
  return text;
}

static int
compare (TwfCli *cli, const char *old_path, const char *new_path, const char *name)
{
  const char *format = options.format != NULL ? options.format : cli->json ? "json" : "wdiff";
  gboolean as_json = g_str_equal (format, "json");
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  if (as_json && cli->program->print_runs_json == NULL)
    return TWF_EXIT_ELSEWHERE;
  old_text = read_text (cli, old_path);
  new_text = old_text != NULL ? read_text (cli, new_path) : NULL;
  if (new_text == NULL)
    return TWF_EXIT_REFUSED;
  runs = twf_difference_of_texts (old_text, new_text, options.language);
  if (as_json)
    cli->program->print_runs_json (cli, runs, name, options.language);
  else if (g_str_equal (format, "html"))
    twf_print_runs_html (cli, runs, name, options.language);
  else
    twf_print_runs (cli, runs, name, options.language);
  return TWF_EXIT_DONE;
}

/* What git hands to the command in diff.<driver>.command (gitattributes(5), "Defining an external
 * diff driver"; git(1), GIT_EXTERNAL_DIFF): path old-file old-hex old-mode new-file new-hex
 * new-mode, two more for a file that was renamed, and the path alone for one that is not merged. */
static int
compare_for_git (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  if (n_arguments == 1)
    {
      twf_cli_print (cli, "* %s\n", arguments[0]);
      return TWF_EXIT_DONE;
    }
  return compare (cli, arguments[1], arguments[4], arguments[n_arguments == 9 ? 7 : 0]);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const char *const formats[] = { "wdiff", "html", "json", NULL };

  if (options.format != NULL && !g_strv_contains (formats, options.format))
    return twf_cli_refuse (
        cli, _ ("“%s” is not a format. Give wdiff, html or json."), options.format);
  if (cli->json && options.format != NULL && !g_str_equal (options.format, "json"))
    return twf_cli_refuse (cli, _ ("--json and --format do not agree. Give one of them."));
  if (options.language != NULL && !twf_language_is_valid (options.language))
    return twf_cli_refuse (
        cli, _ ("“%s” is not the tag of a language. Give one such as ar."), options.language);
  if (n_arguments == 2)
    return compare (cli, arguments[0], arguments[1], NULL);
  if (n_arguments == 7 || n_arguments == 9
      || (n_arguments == 1 && g_getenv ("GIT_DIFF_PATH_TOTAL")))
    return compare_for_git (cli, n_arguments, arguments);
  return twf_cli_refuse (cli,
                         _ ("Usage: twf %s %s. See: twf help %s"),
                         cli->command->name,
                         cli->command->arguments,
                         cli->command->name);
}

const TwfCommand twf_command_diff_text = {
  .name = "diff-text",
  .arguments = "OLD NEW",
  .summary = N_ ("Compare two files of text by whole words"),
  .details
  = N_ ("Needs no plan. [-words-] went, {+words+} came; a passage that moved stands between [~1 "
        "and ~] where it was and between {~1 and ~} where it is now, with what was edited in it. "
        "As git's diff command: git config diff.tawafuq.command \"twf diff-text\", and a line "
        "\"*.txt diff=tawafuq\" in .gitattributes."),
  .entries = entries,
  .least = 1,
  .most = 9,
  .run = run,
};
