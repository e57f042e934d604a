/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-export.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *format;
  char *view;
  char *notation;
  char *language;
  char *output;
  gboolean sources;
} options;

static const GOptionEntry entries[] = {
  { "format",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.format,
    N_ ("text, html or pdf; without: as the file's name says"),
    "FORMAT" },
  { "view",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.view,
    N_ ("clean, compilation, changes, table or chair; without: clean"),
    "VIEW" },
  { "notation",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.notation,
    N_ ("Of a compilation: positions, inline or unattributed; without: positions"),
    "N" },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("In which language; without: the source language"),
    "L" },
  { "sources",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.sources,
    N_ ("Say from where agreed language was taken"),
    NULL },
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
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const TwfCliExport asked
      = { options.format, options.view, options.notation, options.language, options.output };
  TwfExportOrder order = { .view = TWF_VIEW_CLEAN, .sources = options.sources };
  TwfDesk *desk;
  int status;

  if (options.output == NULL)
    return twf_cli_refuse (cli, _ ("Where to write is not clear. Give -o FILE."));
  if (!twf_cli_read_export (cli, &asked, &order))
    return TWF_EXIT_REFUSED;
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = twf_cli_export (cli, desk, &order, options.output);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_export = {
  .name = "export",
  .arguments = "PLAN --format FORMAT -o FILE",
  .summary = N_ ("Write the plan as a document"),
  .details
  = N_ ("Writes the plan in one language as text, a page or a PDF file: the clean text, the "
        "compilation with what is open in brackets, the changes that are proposed, a table with "
        "the proposals beside the text, or the chair’s text with what was parked listed behind it. "
        "A file that is there is replaced, whole."),
  .entries = entries,
  .least = 1,
  .most = 1,
  .run = run,
};
