/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-cli-outcome.h"
#include "twf-error.h"

#include <glib/gi18n-lib.h>

static struct
{
  gboolean accept;
  gboolean dry_run;
} options;

static const GOptionEntry entries[] = {
  { "accept",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.accept,
    N_ ("Take into the text what nothing stands against; without: keep all as proposals"),
    NULL },
  { "dry-run",
    'n',
    0,
    G_OPTION_ARG_NONE,
    &options.dry_run,
    N_ ("Only say what would become of it"),
    NULL },
  { NULL },
};

static TwfPlanMerge *
prepare (TwfCli *cli, TwfDesk *desk, const char *const *branches)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TwfPlanMerge *merge;

  twf_desk_prepare_merge_async (desk, branches, NULL, twf_cli_store_result_cb, &result);
  merge = twf_desk_prepare_merge_finish (desk, twf_cli_await (&result), &error);
  if (merge == NULL)
    twf_cli_reject (cli, error, twf_desk_get_path (desk));
  return merge;
}

/* @merge: (transfer full): so that what it holds can go when it is worked out.
 * Returns: (nullable): NULL: the reason has been printed. */
static char *
save (TwfCli *cli, TwfDesk *desk, TwfPlanMerge *merge)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *revision;

  twf_desk_merge_async (desk, merge, cli->message, NULL, twf_cli_store_result_cb, &result);
  revision = twf_desk_merge_finish (desk, twf_cli_await (&result), &error);
  if (g_error_matches (error, TWF_ERROR, TWF_ERROR_CHANGED))
    twf_cli_refuse (cli,
                    _ ("Somebody else changed the same provision meanwhile. See what with twf log "
                       "and twf diff, and give the command again."));
  else if (revision == NULL)
    twf_cli_fail (cli, error, twf_desk_get_path (desk));
  return revision;
}

/* To be called before the merge is carried out: what it says is about the plan as it stands. */
static JsonObject *
say_in_json (TwfPlanMerge *merge, GPtrArray *outcomes, const TwfOutcomeCount *count)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  JsonArray *exceeding = json_array_new ();

  for (guint i = 0; i < outcomes->len; i++)
    {
      json_array_add_object_element (array, twf_cli_outcome_to_json (outcomes->pdata[i]));
      if (twf_outcome_exceeds (outcomes->pdata[i]))
        json_array_add_object_element (exceeding, twf_cli_outcome_to_json (outcomes->pdata[i]));
    }
  twf_cli_set_json_strings (object, "known", twf_desk_merge_list_known (merge));
  json_object_set_array_member (object, "outcomes", array);
  json_object_set_array_member (object, "exceeds", exceeding);
  json_object_set_object_member (object, "summary", twf_cli_outcome_count_to_json (count));
  return object;
}

static void
say (TwfCli *cli, TwfPlanMerge *merge, GPtrArray *outcomes, const TwfOutcomeCount *count)
{
  const char *const *known = twf_desk_merge_list_known (merge);

  for (guint i = 0; i < outcomes->len; i++)
    twf_cli_print_outcome (cli, outcomes->pdata[i]);
  for (guint i = 0; known[i] != NULL; i++)
    twf_cli_print (cli, _ ("%s: merged before, nothing new.\n"), known[i]);
  twf_cli_print_outcome_count (cli, count);
}

/* @merge: (transfer full) */
static int
merge_and_say (TwfCli *cli, TwfDesk *desk, TwfPlanMerge *merge)
{
  g_autoptr (TwfPlanMerge) owned = merge;
  g_autoptr (GPtrArray) outcomes = NULL;
  g_autofree char *revision = NULL;
  JsonObject *object = NULL;
  TwfOutcomeCount count;

  /* A delegation that takes in the rolling text does not give up by that what it asks for. */
  if (options.accept && !twf_plan_merge_takes_in (merge))
    twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  outcomes = twf_plan_merge_list_outcomes (merge);
  count = twf_outcome_count (outcomes);
  if (cli->json)
    object = say_in_json (merge, outcomes, &count);
  else
    say (cli, merge, outcomes, &count);
  g_clear_pointer (&outcomes, g_ptr_array_unref);
  if (!options.dry_run && (revision = save (cli, desk, g_steal_pointer (&owned))) == NULL)
    {
      g_clear_pointer (&object, json_object_unref);
      return TWF_EXIT_REFUSED;
    }
  if (object != NULL)
    {
      if (revision != NULL)
        json_object_set_string_member (object, "revision", revision);
      else
        json_object_set_null_member (object, "revision");
      twf_cli_print_json (cli, object);
    }
  else if (revision != NULL)
    twf_cli_print (cli, "%s\n", revision);
  return count.needs_person ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfPlanMerge *merge;
  TwfDesk *desk = twf_cli_open (cli, arguments[0]);
  int status = TWF_EXIT_REFUSED;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  merge = prepare (cli, desk, arguments + 1);
  if (merge != NULL)
    status = merge_and_say (cli, desk, merge);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_merge = {
  .name = "merge",
  .arguments = "PLAN BRANCH...",
  .summary = N_ ("Take in what delegations' branches ask for"),
  .details
  = N_ ("Makes one revision of what all the branches changed since they took in the plan's branch "
        "last, and says what became of each change. A branch is a delegation's code such as EG, "
        "a branch's name or a revision. Changes of the same words stay as proposals; no order of "
        "the branches matters. Exit status 1: there is something to decide or to read again."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = G_MAXUINT,
  .run = run,
};
