/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-issued.h"

#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-error.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *when;
} options;

static const GOptionEntry entries[] = {
  { "when",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.when,
    N_ ("Date and time it bears, such as 2010-07-19T17:00; without: now"),
    "TIME" },
  { NULL },
};

static int
list (TwfCli *cli, TwfDesk *desk)
{
  g_autoptr (GPtrArray) issued = twf_cli_list_issued (cli, desk);
  JsonObject *object;
  JsonArray *array;

  if (issued == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      for (guint i = 0; i < issued->len; i++)
        twf_cli_print_issued (cli, desk, issued->pdata[i]);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < issued->len; i++)
    json_array_add_object_element (array, twf_cli_issued_to_json (issued->pdata[i]));
  json_object_set_array_member (object, "issued", array);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
refuse (TwfCli *cli, TwfDesk *desk, const GError *error, const char *symbol, const char *revision)
{
  g_autofree char *isolated = twf_text_isolate (symbol);

  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_EXISTS))
    return twf_cli_refuse (cli,
                           _ ("%s was issued already, and what is issued does not change. Give "
                              "another symbol, such as the same with /Rev.1 behind it."),
                           isolated);
  if (revision != NULL && g_error_matches (error, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    return twf_cli_fail (cli, error, revision);
  return twf_cli_reject (cli, error, twf_desk_get_path (desk));
}

static gboolean
read_when (TwfCli *cli, gint64 *when)
{
  *when = 0;
  if (options.when == NULL
      || (g_utf8_validate (options.when, -1, NULL) && twf_date_parse_moment (options.when, when)))
    return TRUE;
  twf_cli_refuse (cli,
                  _ ("“%s” is not a date and time since 1970. Give it as "
                     "2010-07-19T17:00."),
                  options.when);
  return FALSE;
}

static int
issue (TwfCli *cli, TwfDesk *desk, const char *symbol, const char *revision)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfIssued) issued = NULL;
  gint64 when;

  if (!read_when (cli, &when) || !twf_cli_knows_delegation (cli, twf_desk_get_plan (desk)))
    return TWF_EXIT_REFUSED;
  twf_desk_issue_async (
      desk, revision, symbol, when, cli->message, NULL, twf_cli_store_result_cb, &result);
  issued = twf_desk_issue_finish (desk, twf_cli_await (&result), &error);
  if (issued == NULL)
    return refuse (cli, desk, error, symbol, revision);
  if (cli->json)
    twf_cli_print_json (cli, twf_cli_issued_to_json (issued));
  else
    twf_cli_print_issued (cli, desk, issued);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const char *revision = n_arguments > 2 ? arguments[2] : NULL;
  TwfDesk *desk;
  int status;

  if (n_arguments > 1 && !g_utf8_validate (arguments[1], -1, NULL))
    return twf_cli_refuse (cli, _ ("The symbol is not text in UTF-8."));
  if (n_arguments == 1 && (options.when != NULL || cli->message != NULL))
    return twf_cli_refuse (cli, _ ("Give the symbol under which to issue."));
  desk = n_arguments > 1 ? twf_cli_open (cli, arguments[0]) : twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = n_arguments > 1 ? issue (cli, desk, arguments[1], revision) : list (cli, desk);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_issue = {
  .name = "issue",
  .arguments = "PLAN [SYMBOL [REV]]",
  .summary = N_ ("Issue a revision under a symbol, or list what was issued"),
  .details = N_ (
      "Gives a revision, without REV the newest of the branch, its symbol for good, with date and "
      "time, and prints symbol, revision, date and who issued it; -m adds a note. From then on "
      "what stands in it keeps its numbers, and "
      "what is inserted is bis, ter, quater. The symbol serves wherever a revision is asked "
      "for. Without a symbol, lists what was issued, the first first."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 3,
  .run = run,
};
