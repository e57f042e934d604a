/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *format;
  char *language;
  char *output;
} options;

static const GOptionEntry entries[] = {
  { "format",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.format,
    N_ ("text, html or pdf; without: as the file's name says"),
    "FORMAT" },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("In which language; without: the source language"),
    "L" },
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &options.output,
    N_ ("The file to write; “-”: standard output"),
    "FILE" },
  { NULL },
};

static int
report (TwfCli *cli, const char *language, GBytes *bytes)
{
  JsonObject *object;

  if (!cli->json)
    return TWF_EXIT_DONE;
  object = json_object_new ();
  json_object_set_string_member (object, "path", options.output);
  json_object_set_string_member (object, "language", language);
  json_object_set_int_member (object, "bytes", (gint64)g_bytes_get_size (bytes));
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
export_plan (TwfCli *cli, TwfDesk *desk, TwfExportKind kind)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  const char *language
      = options.language != NULL ? options.language : twf_plan_get_source_language (plan);
  gboolean to_output = g_str_equal (options.output, "-");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_strv_contains (twf_plan_get_languages (plan), language))
    return twf_cli_refuse (cli, _ ("The plan has no language “%s”."), language);
  twf_desk_export_async (desk,
                         kind,
                         language,
                         to_output ? NULL : options.output,
                         NULL,
                         twf_cli_store_result_cb,
                         &result);
  bytes = twf_desk_export_bytes_finish (desk, twf_cli_await (&result), &error);
  if (bytes == NULL)
    return twf_cli_fail (cli, error, options.output);
  if (!to_output)
    return report (cli, language, bytes);
  g_string_append_len (cli->out, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfExportKind kind;
  TwfDesk *desk;
  int status;

  if (options.output == NULL)
    return twf_cli_refuse (cli, _ ("Where to write is not clear. Give -o FILE."));
  if (options.format != NULL ? !twf_export_kind_from_name (options.format, &kind)
                             : !twf_export_kind_from_file_name (options.output, &kind))
    return twf_cli_refuse (cli,
                           _ ("As what to export is not clear. Give --format text, html or pdf."));
  if (cli->json && g_str_equal (options.output, "-"))
    return twf_cli_refuse (cli, _ ("--json and “-o -” both want standard output. Give a file."));
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = export_plan (cli, desk, kind);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_export = {
  .name = "export",
  .arguments = "PLAN --format FORMAT -o FILE",
  .summary = N_ ("Write the plan as a document"),
  .details
  = N_ ("Writes the plan in one language as text, a page or a PDF file. A file that is there "
        "is replaced, whole."),
  .entries = entries,
  .least = 1,
  .most = 1,
  .run = run,
};
