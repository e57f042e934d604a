/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-export.h"

#include <glib/gi18n-lib.h>

/**
 * twf_cli_read_export:
 * @cli: the invocation
 * @asked: what was typed
 * @order: (out): what is to be made; its view and notation as they are where none was typed
 *
 * Returns: whether that is clear; the reason has been printed where not
 */
gboolean
twf_cli_read_export (TwfCli *cli, const TwfCliExport *asked, TwfExportOrder *order)
{
  gboolean clear = TRUE;

  if (asked->format != NULL ? !twf_export_kind_from_name (asked->format, &order->kind)
                            : !twf_export_kind_from_file_name (asked->output, &order->kind))
    {
      twf_cli_refuse (cli, _ ("As what to export is not clear. Give --format text, html or pdf."));
      clear = FALSE;
    }
  else if (asked->view != NULL && !twf_view_from_name (asked->view, &order->view))
    {
      twf_cli_refuse (
          cli, _ ("No view “%s”. Give clean, compilation, changes, table or chair."), asked->view);
      clear = FALSE;
    }
  else if (asked->notation != NULL && !twf_notation_from_name (asked->notation, &order->notation))
    {
      twf_cli_refuse (
          cli, _ ("No notation “%s”. Give positions, inline or unattributed."), asked->notation);
      clear = FALSE;
    }
  else if (cli->json && g_str_equal (asked->output, "-"))
    {
      twf_cli_refuse (cli, _ ("--json and “-o -” both want standard output. Give a file."));
      clear = FALSE;
    }
  order->language = asked->language;
  return clear;
}

static int
report (TwfCli *cli, const char *language, const char *output, GBytes *bytes)
{
  JsonObject *object;

  if (!cli->json)
    return TWF_EXIT_DONE;
  object = json_object_new ();
  json_object_set_string_member (object, "path", output);
  json_object_set_string_member (object, "language", language);
  json_object_set_int_member (object, "bytes", (gint64)g_bytes_get_size (bytes));
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

/**
 * twf_cli_export:
 * @cli: the invocation
 * @desk: an open plan
 * @order: what is to be made; without a language it is in the source language
 * @output: the file to write; "-": standard output
 *
 * Writes a plan as a document.
 *
 * Returns: the exit status
 */
int
twf_cli_export (TwfCli *cli, TwfDesk *desk, TwfExportOrder *order, const char *output)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  gboolean to_output = g_str_equal (output, "-");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (order->language == NULL)
    order->language = twf_plan_get_source_language (plan);
  if (!g_strv_contains (twf_plan_get_languages (plan), order->language))
    return twf_cli_refuse (cli, _ ("The plan has no language “%s”."), order->language);
  twf_desk_export_async (
      desk, order, to_output ? NULL : output, NULL, twf_cli_store_result_cb, &result);
  bytes = twf_desk_export_bytes_finish (desk, twf_cli_await (&result), &error);
  if (bytes == NULL)
    return twf_cli_fail (cli, error, output);
  if (!to_output)
    return report (cli, order->language, output, bytes);
  g_string_append_len (cli->out, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  return TWF_EXIT_DONE;
}
