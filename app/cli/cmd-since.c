/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-since.h"

#include "twf-bidi.h"
#include "twf-error.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *from;
  char *language;
  char *format;
  char *output;
} options;

static const GOptionEntry entries[] = {
  { "from",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.from,
    N_ ("Since this revision; without: since the capital cleared one"),
    "REV" },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("Texts in one language only, and the words of the note"),
    "L" },
  { "format",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.format,
    N_ ("text, html, pdf or json; without: as the file's name says, or text"),
    "FORMAT" },
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &options.output,
    N_ ("The file to write; without, or “-”: standard output"),
    "FILE" },
  { NULL },
};

static int
refuse (TwfCli *cli, const GError *error, const char *side)
{
  if (options.from == NULL && g_error_matches (error, TWF_ERROR, TWF_ERROR_EMPTY))
    return twf_cli_refuse (cli,
                           _ ("The capital of %s has cleared nothing yet. Record what it cleared "
                              "with twf cleared, or give --from REV."),
                           cli->as);
  if (options.from != NULL)
    {
      g_autofree char *both = g_strconcat (options.from, " ", side, NULL);

      return twf_cli_fail (cli, error, both);
    }
  return twf_cli_fail (cli, error, side);
}

static TwfSince *
find_since (TwfCli *cli, TwfDesk *desk, const char *side)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfSince *since;

  twf_desk_since_async (
      desk, options.from, side, options.language, NULL, twf_cli_store_result_cb, &result);
  since = twf_desk_since_finish (desk, twf_cli_await (&result), &error);
  if (since == NULL)
    refuse (cli, error, side);
  return since;
}

static int
write_file (TwfCli *cli, TwfDesk *desk, TwfSince *since, TwfExportKind kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  twf_desk_export_since_async (
      desk, since, kind, options.language, options.output, NULL, twf_cli_store_result_cb, &result);
  if (!twf_desk_export_since_finish (desk, twf_cli_await (&result), &error))
    return twf_cli_fail (cli, error, options.output);
  if (cli->json)
    twf_cli_print_since_json (cli, since, options.language);
  return TWF_EXIT_DONE;
}

static int
print (TwfCli *cli, TwfSince *since, TwfExportKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) entries_found = twf_since_list_entries (since, options.language);

  if (kind == TWF_EXPORT_TEXT && entries_found->len == 0)
    {
      twf_cli_print (cli, "%s\n", _ ("Nothing changed in meaning."));
      return TWF_EXIT_DONE;
    }
  bytes = twf_export_since (since, kind, options.language, NULL, &error);
  if (bytes == NULL)
    return twf_cli_fail (cli, error, "-");
  g_string_append_len (cli->out, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  return TWF_EXIT_DONE;
}

/* FALSE: the reason has been printed. */
static gboolean
find_kind (TwfCli *cli, gboolean to_file, TwfExportKind *kind)
{
  *kind = TWF_EXPORT_TEXT;
  if (options.format != NULL && g_str_equal (options.format, "json"))
    {
      if (!to_file)
        {
          cli->json = TRUE;
          return TRUE;
        }
    }
  else if (options.format != NULL
               ? twf_export_kind_from_name (options.format, kind)
               : !to_file || twf_export_kind_from_file_name (options.output, kind))
    {
      if (to_file || !cli->json || options.format == NULL)
        return TRUE;
      twf_cli_refuse (cli, _ ("--json and --format do not agree. Give one of them."));
      return FALSE;
    }
  twf_cli_refuse (cli, _ ("As what to export is not clear. Give --format text, html or pdf."));
  return FALSE;
}

static int
report (TwfCli *cli, TwfDesk *desk, const char *side, gboolean to_file, TwfExportKind kind)
{
  const char *const *known = twf_plan_get_languages (twf_desk_get_plan (desk));
  g_autoptr (TwfSince) since = NULL;

  if (options.language != NULL && !g_strv_contains (known, options.language))
    return twf_cli_refuse (cli, _ ("The plan has no language “%s”."), options.language);
  if (!twf_cli_knows_delegation (cli, twf_desk_get_plan (desk)))
    return TWF_EXIT_REFUSED;
  since = find_since (cli, desk, side);
  if (since == NULL)
    return TWF_EXIT_REFUSED;
  if (to_file)
    return write_file (cli, desk, since, kind);
  if (!cli->json)
    return print (cli, since, kind);
  twf_cli_print_since_json (cli, since, options.language);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const char *side = n_arguments > 1 ? arguments[1] : TWF_BRANCH_MAIN;
  gboolean to_file = options.output != NULL && !g_str_equal (options.output, "-");
  TwfExportKind kind;
  TwfDesk *desk;
  int status;

  if (!find_kind (cli, to_file, &kind))
    return TWF_EXIT_REFUSED;
  if (cli->as == NULL && options.from == NULL)
    return twf_cli_refuse (cli, _ ("Say with --as CODE whose capital it is, or give --from REV."));
  desk = twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = report (cli, desk, side, to_file, kind);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_since = {
  .name = "since",
  .arguments = "PLAN [REV]",
  .summary = N_ ("Show what changed in meaning since the capital cleared it"),
  .details = N_ (
      "Compares what the capital of the delegation acting cleared last with REV, without it with "
      "the rolling text. Spacing, tatweel, Unicode forms and renumbering are left out. First come "
      "provisions with own proposals and what became of those, then with those of its groups, then "
      "what others changed in the text, then what they propose, then the rest. As PDF it is a note "
      "of two pages at most; what does not fit is counted and named by its number."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 2,
  .run = run,
};
