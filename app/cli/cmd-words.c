/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-wordings.h"

#include "twf-bidi.h"
#include "twf-desk-words.h"

#include <glib/gi18n-lib.h>

/* Signs of a revision's id that people are shown. */
#define SHORT_ID 10

static struct
{
  char *language;
  char *part;
  char *at;
  gboolean deleted;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("Which language; without: the source language"),
    "L" },
  { "part",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.part,
    N_ ("Which text: body, responsible, time-frame, means or indicator"),
    "PART" },
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &options.at, N_ ("As it was at a revision"), "REV" },
  { "deleted", 0, 0, G_OPTION_ARG_NONE, &options.deleted, N_ ("Also the words that went"), NULL },
  { NULL },
};

static void
set_nullable (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static JsonObject *
origin_to_json (const TwfOrigin *origin)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GDateTime) moment
      = g_date_time_new_from_unix_utc (twf_revision_get_when (origin->revision));
  g_autofree char *when = moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("");

  twf_cli_set_json_strings (object, "owners", (const char *const *)origin->owners);
  json_object_set_string_member (object, "revision", twf_revision_get_id (origin->revision));
  json_object_set_string_member (object, "author", twf_revision_get_author (origin->revision));
  json_object_set_string_member (object, "when", when);
  set_nullable (object, "mandate", origin->mandate);
  set_nullable (object, "proposal", origin->proposal);
  return object;
}

static JsonObject *
run_to_json (const TwfWordRun *run)
{
  JsonObject *object = json_object_new ();
  JsonArray *origins = json_array_new ();

  json_object_set_string_member (object, "text", run->text);
  for (guint i = 0; i < run->origins->len; i++)
    json_array_add_object_element (origins, origin_to_json (run->origins->pdata[i]));
  json_object_set_array_member (object, "origins", origins);
  if (run->deleted_by == NULL)
    return object;
  json_object_set_object_member (object, "deleted_by", origin_to_json (run->deleted_by));
  json_object_set_boolean_member (object, "left_out", run->left_out && run->proposal == NULL);
  set_nullable (object, "asked_for_by", run->proposal);
  json_object_set_int_member (object, "place", (gint64)run->place);
  return object;
}

static void
print_json (TwfCli *cli, GPtrArray *runs, const char *id, TwfPart part, const char *language)
{
  JsonObject *object = json_object_new ();
  JsonArray *words = json_array_new ();
  JsonArray *deleted = json_array_new ();

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfWordRun *run = runs->pdata[i];

      if (run->deleted_by == NULL)
        json_array_add_object_element (words, run_to_json (run));
      else if (options.deleted)
        json_array_add_object_element (deleted, run_to_json (run));
    }
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "part", twf_part_get_name (part));
  json_object_set_string_member (object, "language", language);
  json_object_set_array_member (object, "words", words);
  if (options.deleted)
    json_object_set_array_member (object, "deleted", deleted);
  else
    json_array_unref (deleted);
  twf_cli_print_json (cli, object);
}

/* Who stands behind words: delegations by their codes, or whoever made the revision. */
static void
append_owners (GString *line, TwfDesk *desk, const TwfOrigin *origin)
{
  g_autofree char *codes = g_strjoinv (", ", origin->owners);
  g_autofree char *author = twf_cli_dup_author (desk, origin->revision);

  if (line->len > 0)
    g_string_append (line, " + ");
  g_string_append (line, *codes != '\0' ? codes : author);
}

static void
print_revision (TwfCli *cli, const TwfOrigin *origin)
{
  g_autofree char *when = twf_cli_dup_moment (twf_revision_get_when (origin->revision));

  twf_cli_print (cli, "%.*s  %s", SHORT_ID, twf_revision_get_id (origin->revision), when);
}

static void
print_fate (TwfCli *cli, const TwfWordRun *run)
{
  if (run->proposal != NULL)
    twf_cli_print (cli, "%s %s  ", _ ("proposed:"), run->proposal);
  else
    twf_cli_print (cli, "%s  ", run->left_out ? _ ("left out") : _ ("deleted"));
}

static void
print_run (TwfCli *cli, TwfDesk *desk, const TwfWordRun *run, const char *language)
{
  g_autoptr (GString) owners = g_string_new (NULL);
  g_autofree char *isolated_owners = NULL;
  g_autofree char *single = g_strdelimit (g_strdup (run->text), "\n\r", ' ');
  g_autofree char *text = twf_text_isolate_in (g_strchomp (single), language);

  for (guint i = 0; i < run->origins->len; i++)
    append_owners (owners, desk, run->origins->pdata[i]);
  isolated_owners = twf_text_isolate (owners->str);
  print_revision (cli, run->origins->pdata[0]);
  twf_cli_print (cli, "  %s  ", isolated_owners);
  if (run->deleted_by == NULL)
    twf_cli_print (cli, "%s\n", text);
  else
    {
      g_autoptr (GString) who = g_string_new (NULL);
      g_autofree char *isolated_who = NULL;

      append_owners (who, desk, run->deleted_by);
      isolated_who = twf_text_isolate (who->str);
      twf_cli_print (cli, "[-%s-]  ", text);
      print_fate (cli, run);
      print_revision (cli, run->deleted_by);
      twf_cli_print (cli, "  %s\n", isolated_who);
    }
}

static int
list (TwfCli *cli, TwfDesk *desk, const char *id, TwfPart part)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  const char *language = options.language != NULL
                             ? options.language
                             : twf_plan_get_source_language (twf_desk_get_plan (desk));

  twf_desk_list_words_async (desk,
                             id,
                             part,
                             language,
                             options.at,
                             options.deleted,
                             NULL,
                             twf_cli_store_result_cb,
                             &result);
  runs = twf_desk_list_words_finish (desk, twf_cli_await (&result), &error);
  if (runs == NULL)
    return twf_cli_reject (cli, error, id);
  if (cli->json)
    {
      print_json (cli, runs, id, part, language);
      return TWF_EXIT_DONE;
    }
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfWordRun *run = runs->pdata[i];

      if (run->deleted_by == NULL || options.deleted)
        print_run (cli, desk, run, language);
    }
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfPart part;
  TwfDesk *desk;
  int status;

  if (!twf_cli_check_text (cli, options.part, options.language, &part))
    return TWF_EXIT_REFUSED;
  desk = twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = list (cli, desk, arguments[1], part);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_words = {
  .name = "words",
  .arguments = "PLAN ID",
  .summary = N_ ("Say who brought each word of a text"),
  .details
  = N_ ("Prints one line for words with one story: the revision they came with, date and time, "
        "whose they are, the words. They stay their first owner's through moves, merges and "
        "accepted proposals, and when they are withdrawn and brought back; A + B brought them "
        "independently. [-words-] went; behind them, with which revision. "
        "Those that a merge left in a proposal are named with its id."),
  .entries = entries,
  .least = 2,
  .most = 2,
  .run = run,
};
