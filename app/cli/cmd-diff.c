/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-cli-change.h"

#include <glib/gi18n-lib.h>

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
    N_ ("Texts in one language only"),
    "L" },
  { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_ ("text, html or json"), "FORMAT" },
  { NULL },
};

static gboolean
is_wanted (const TwfChange *change)
{
  return options.language == NULL || change->language == NULL
         || g_str_equal (options.language, change->language);
}

static void
print_all (TwfCli *cli, GPtrArray *changes, const char *format)
{
  JsonArray *array = json_array_new ();
  const TwfChange *before = NULL;
  gboolean is_html = g_str_equal (format, "html");
  gboolean is_json = g_str_equal (format, "json");

  if (is_html)
    twf_cli_begin_html (cli);
  for (guint i = 0; i < changes->len; i++)
    {
      const TwfChange *change = changes->pdata[i];

      if (!is_wanted (change))
        continue;
      if (is_json)
        json_array_add_object_element (array, twf_cli_change_to_json (change));
      else if (is_html)
        twf_cli_print_change_html (cli, before, change);
      else
        twf_cli_print_change (cli, change);
      before = change;
    }
  if (is_html)
    twf_cli_end_html (cli);
  if (is_json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_array_member (object, "changes", json_array_ref (array));
      twf_cli_print_json (cli, object);
    }
  json_array_unref (array);
}

static int
compare (TwfCli *cli, TwfDesk *desk, const char *former, const char *latter, const char *format)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *subject = NULL;

  twf_desk_compare_async (desk, former, latter, NULL, twf_cli_store_result_cb, &result);
  changes = twf_desk_compare_finish (desk, twf_cli_await (&result), &error);
  if (changes == NULL)
    {
      subject = former != NULL ? g_strconcat (former, " ", latter, NULL) : g_strdup (latter);
      return twf_cli_fail (cli, error, subject);
    }
  print_all (cli, changes, format);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const char *format = options.format != NULL ? options.format : cli->json ? "json" : "text";
  const char *const formats[] = { "text", "html", "json", NULL };
  TwfDesk *desk;
  int status;

  if (!g_strv_contains (formats, format))
    return twf_cli_refuse (cli, _ ("“%s” is not a format. Give text, html or json."), format);
  if (cli->json && !g_str_equal (format, "json"))
    return twf_cli_refuse (cli, _ ("--json and --format do not agree. Give one of them."));
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = compare (cli,
                    desk,
                    n_arguments > 2 ? arguments[1] : NULL,
                    n_arguments > 2 ? arguments[2] : arguments[1],
                    format);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_diff = {
  .name = "diff",
  .arguments = "PLAN [A] B",
  .summary = N_ ("Compare two revisions by whole words"),
  .details
  = N_ ("Prints what B changed against A; with one revision, what it changed itself; a merge, what "
        "it changed against its first parent. A revision is an id or its beginning, a branch, or "
        "either with ~1, ~2 ... behind it. [-words-] went, {+words+} came; of a proposal, what it "
        "asks for."),
  .entries = entries,
  .least = 2,
  .most = 3,
  .run = run,
};
