/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-issued.h"

#include "twf-bidi.h"
#include "twf-desk-cleared.h"

#include <glib/gi18n-lib.h>

#define SHORT_ID 10

static struct
{
  char *at;
} options;

static const GOptionEntry entries[] = {
  { "at",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.at,
    N_ ("The revision that was cleared; without: list what was"),
    "REV" },
  { NULL },
};

/* @holds: it is the last of its delegation. */
static void
print_clearance (TwfCli *cli, const TwfClearance *clearance, gboolean holds)
{
  g_autofree char *iso = twf_cli_dup_iso_moment (clearance->when, clearance->offset_minutes);
  g_autofree char *single = NULL;
  g_autofree char *note = NULL;

  if (clearance->is_damaged)
    {
      twf_cli_print (cli,
                     "%s  %u  %s\n",
                     clearance->delegation,
                     clearance->number,
                     _ ("damaged: its revision cannot be read"));
      return;
    }
  twf_cli_print (cli,
                 "%s  %u%s  %.*s  %s",
                 clearance->delegation,
                 clearance->number,
                 holds ? "*" : "",
                 SHORT_ID,
                 clearance->revision,
                 iso != NULL ? iso : "-");
  if (clearance->note != NULL)
    {
      single = g_strdelimit (g_strdup (clearance->note), "\n\r", ' ');
      note = twf_text_isolate (single);
      twf_cli_print (cli, "  %s", note);
    }
  twf_cli_print (cli, "\n");
}

static JsonObject *
clearance_to_json (const TwfClearance *clearance, gboolean holds)
{
  JsonObject *object = json_object_new ();
  g_autofree char *when = clearance->by != NULL
                              ? twf_cli_dup_iso_moment (clearance->when, clearance->offset_minutes)
                              : NULL;

  json_object_set_string_member (object, "delegation", clearance->delegation);
  json_object_set_int_member (object, "number", clearance->number);
  twf_cli_set_json_nullable (object, "revision", clearance->revision);
  twf_cli_set_json_nullable (object, "when", when);
  twf_cli_set_json_nullable (object, "by", clearance->by);
  twf_cli_set_json_nullable (object, "note", clearance->note);
  json_object_set_boolean_member (object, "holds", holds);
  json_object_set_boolean_member (object, "damaged", clearance->is_damaged);
  return object;
}

static gboolean
holds (GPtrArray *list, guint i)
{
  return i + 1 == list->len
         || !g_str_equal (((const TwfClearance *)list->pdata[i])->delegation,
                          ((const TwfClearance *)list->pdata[i + 1])->delegation);
}

static int
list (TwfCli *cli, TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;
  JsonObject *object;
  JsonArray *array;

  twf_desk_list_clearances_async (desk, cli->as, NULL, twf_cli_store_result_cb, &result);
  found = twf_desk_list_clearances_finish (desk, twf_cli_await (&result), &error);
  if (found == NULL)
    return twf_cli_fail (cli, error, twf_desk_get_path (desk));
  if (!cli->json)
    {
      for (guint i = 0; i < found->len; i++)
        print_clearance (cli, found->pdata[i], holds (found, i));
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < found->len; i++)
    json_array_add_object_element (array, clearance_to_json (found->pdata[i], holds (found, i)));
  json_object_set_array_member (object, "cleared", array);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
record (TwfCli *cli, TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfClearance) clearance = NULL;

  if (!twf_cli_knows_delegation (cli, twf_desk_get_plan (desk)))
    return TWF_EXIT_REFUSED;
  twf_desk_record_clearance_async (
      desk, options.at, cli->message, NULL, twf_cli_store_result_cb, &result);
  clearance = twf_desk_record_clearance_finish (desk, twf_cli_await (&result), &error);
  if (clearance == NULL)
    return twf_cli_fail (cli, error, options.at);
  if (cli->json)
    twf_cli_print_json (cli, clearance_to_json (clearance, TRUE));
  else
    print_clearance (cli, clearance, TRUE);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk;
  int status;

  if (options.at == NULL && cli->message != NULL)
    return twf_cli_refuse (cli, _ ("Give the revision that was cleared: --at REV."));
  if (options.at != NULL && cli->as == NULL)
    return twf_cli_refuse (cli, _ ("Say with --as CODE whose capital it is."));
  desk = options.at != NULL ? twf_cli_open (cli, arguments[0])
                            : twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = options.at != NULL ? record (cli, desk) : list (cli, desk);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_cleared = {
  .name = "cleared",
  .arguments = "PLAN [--at REV]",
  .summary = N_ ("Record that the capital cleared a revision, or list what it cleared"),
  .details = N_ (
      "Records that the capital of the delegation acting cleared REV, with date and time; -m adds "
      "a note. The newest record is what “twf since” begins at. Without --at, lists what was "
      "cleared, the first first, * at those that hold; with --as, of one delegation. The record "
      "stays in this copy of the plan: clones and pushes do not carry it, and no branch moves."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 1,
  .run = run,
};
