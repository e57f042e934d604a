/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-overview.h"

#include "twf-cli-translation.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *language;
  gboolean history;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("In which language it is read; without: the source language"),
    "L" },
  { "history",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.history,
    N_ ("How it came there as well, revision by revision"),
    NULL },
  { NULL },
};

/* Returns: (transfer full) (nullable): NULL: the reason has been printed. */
static TwfCourse *
follow (TwfCli *cli, TwfDesk *desk, const char *language)
{
  g_autoptr (TwfCourse) course = twf_desk_new_course (desk, language, NULL);

  while (!twf_course_is_complete (course))
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;

      twf_desk_follow_course_async (desk, course, NULL, twf_cli_store_result_cb, &result);
      if (!twf_desk_follow_course_finish (desk, twf_cli_await (&result), &error))
        {
          twf_cli_fail (cli, error, twf_desk_get_path (desk));
          return NULL;
        }
    }
  return g_steal_pointer (&course);
}

static int
show (TwfCli *cli, TwfDesk *desk)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  const char *language
      = options.language != NULL ? options.language : twf_plan_get_source_language (plan);
  g_autoptr (TwfReckoning) reckoning = NULL;
  g_autoptr (TwfOverview) overview = NULL;
  g_autoptr (TwfCourse) course = NULL;
  g_autoptr (TwfLags) lags = NULL;

  if (!g_strv_contains (twf_plan_get_languages (plan), language))
    return twf_cli_refuse (cli, _ ("The plan has no language “%s”."), language);
  if (options.history && (course = follow (cli, desk, language)) == NULL)
    return TWF_EXIT_REFUSED;
  reckoning = twf_reckoning_new (language);
  lags = twf_cli_find_lags (cli, desk);
  if (lags == NULL)
    return TWF_EXIT_REFUSED;
  twf_reckoning_set_lags (reckoning, lags);
  twf_reckoning_update (reckoning, plan, G_MAXINT64);
  overview = twf_reckoning_sum (reckoning, plan);
  if (cli->json)
    twf_cli_print_json (cli, twf_cli_overview_to_json (plan, reckoning, overview, course));
  else
    twf_cli_print_overview (cli, overview, course);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk = twf_cli_open (cli, arguments[0]);
  int status;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = show (cli, desk);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_overview = {
  .name = "overview",
  .arguments = "PLAN",
  .summary = N_ ("Say how far the text has come"),
  .details
  = N_ ("Prints how much is agreed and at what level, the open brackets by section, the words of "
        "the text and in brackets, what each delegation still holds, and texts that are missing or "
        "out of date in a language. With --json each figure names the provisions it counts."),
  .entries = entries,
  .least = 1,
  .most = 1,
  .run = run,
};
