/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-history.h"
#include "twf-cli-issued.h"
#include "twf-cli-wordings.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

/* Signs of a revision's id that people are shown. */
#define SHORT_ID 10

static struct
{
  int most;
  gboolean wordings;
  gboolean signatures;
  char *language;
  char *part;
  TwfCliFilter filter;
} options;

static const GOptionEntry entries[] = {
  { "number", 'n', 0, G_OPTION_ARG_INT, &options.most, N_ ("No more than this many"), "N" },
  { "delegation",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.filter.delegation,
    N_ ("Those alone that this delegation made, or the “facilitator”"),
    "CODE" },
  { "section",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.filter.section,
    N_ ("Those alone that changed a provision of this section"),
    "S" },
  { "since",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.filter.since,
    N_ ("Those alone of this day or a later one"),
    "DATE" },
  { "until",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.filter.until,
    N_ ("Those alone of this day or an earlier one"),
    "DATE" },
  { "search",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.filter.search,
    N_ ("Those alone that changed these words, or whose message's first line has them"),
    "TEXT" },
  { "wordings",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.wordings,
    N_ ("Every wording that a text of the provision had"),
    NULL },
  { "signatures",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.signatures,
    N_ ("Whether each is signed by who is named in it"),
    NULL },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("With --wordings, which language; without: the source language"),
    "L" },
  { "part",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.part,
    N_ ("With --wordings, which text: body, responsible, time-frame, means or indicator"),
    "PART" },
  { NULL },
};

/* What was issued as @revision. */
static JsonArray *
list_symbols_json (GPtrArray *issued, TwfRevision *revision)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < issued->len; i++)
    {
      const TwfIssued *one = issued->pdata[i];

      if (g_strcmp0 (one->revision, twf_revision_get_id (revision)) == 0)
        json_array_add_object_element (array, twf_cli_issued_to_json (one));
    }
  return array;
}

static void
print_symbols (TwfCli *cli, GPtrArray *issued, TwfRevision *revision)
{
  for (guint i = 0; i < issued->len; i++)
    {
      const TwfIssued *one = issued->pdata[i];
      g_autofree char *symbol = twf_text_isolate (one->symbol);

      if (g_strcmp0 (one->revision, twf_revision_get_id (revision)) == 0)
        twf_cli_print (cli, "  [%s]", symbol);
    }
}

static JsonObject *
verification_to_json (const TwfVerification *verification)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "verdict", twf_verdict_get_name (verification->verdict));
  twf_cli_set_json_nullable (object, "fingerprint", verification->fingerprint);
  if (verification->is_known)
    json_object_set_string_member (
        object, "signer", verification->signer != NULL ? verification->signer : "facilitator");
  else
    json_object_set_null_member (object, "signer");
  return object;
}

static JsonObject *
revision_to_json (TwfRevision *revision, GPtrArray *issued, const TwfVerification *verification)
{
  JsonObject *object = json_object_new ();
  g_autofree char *mandate = twf_revision_dup_trailer (revision, "Mandate");
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (twf_revision_get_when (revision));
  g_autofree char *when = moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("");

  json_object_set_string_member (object, "id", twf_revision_get_id (revision));
  if (twf_revision_get_parent (revision) != NULL)
    json_object_set_string_member (object, "parent", twf_revision_get_parent (revision));
  else
    json_object_set_null_member (object, "parent");
  json_object_set_string_member (object, "author", twf_revision_get_author (revision));
  json_object_set_string_member (object, "email", twf_revision_get_email (revision));
  json_object_set_string_member (object, "when", when);
  json_object_set_string_member (object, "subject", twf_revision_get_subject (revision));
  json_object_set_string_member (object, "message", twf_revision_get_message (revision));
  if (mandate != NULL)
    json_object_set_string_member (object, "mandate", mandate);
  else
    json_object_set_null_member (object, "mandate");
  json_object_set_array_member (object, "issued", list_symbols_json (issued, revision));
  if (verification != NULL)
    json_object_set_object_member (object, "signature", verification_to_json (verification));
  return object;
}

static void
print_revision (TwfCli *cli,
                TwfDesk *desk,
                TwfRevision *revision,
                GPtrArray *issued,
                const TwfVerification *verification)
{
  g_autofree char *when = twf_cli_dup_moment (twf_revision_get_when (revision));
  g_autofree char *name = twf_cli_dup_author (desk, revision);
  g_autofree char *author = twf_text_isolate (name);
  g_autofree char *subject = twf_text_isolate (twf_revision_get_subject (revision));

  twf_cli_print (
      cli, "%.*s  %s  %s  %s", SHORT_ID, twf_revision_get_id (revision), when, author, subject);
  print_symbols (cli, issued, revision);
  if (verification != NULL)
    {
      g_autofree char *said = twf_verification_describe (verification);

      twf_cli_print (cli, "  %s", said);
    }
  twf_cli_print (cli, "\n");
}

/* Of TwfVerification, in step with @revisions; NULL: the reason has been printed. */
static GPtrArray *
verify (TwfCli *cli, TwfDesk *desk, GPtrArray *revisions)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new (); /* char* (borrowed) */
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  for (guint i = 0; i < revisions->len; i++)
    g_ptr_array_add (ids, (gpointer)twf_revision_get_id (revisions->pdata[i]));
  g_ptr_array_add (ids, NULL);
  twf_desk_verify_async (
      desk, (const char *const *)ids->pdata, NULL, twf_cli_store_result_cb, &result);
  found = twf_desk_verify_finish (desk, twf_cli_await (&result), &error);
  if (found == NULL)
    twf_cli_fail (cli, error, twf_desk_get_path (desk));
  return found;
}

static int
print_all (TwfCli *cli, TwfDesk *desk, GPtrArray *revisions, GPtrArray *issued)
{
  g_autoptr (GPtrArray) verdicts = NULL;
  JsonObject *object;
  JsonArray *array;

  if (options.signatures && (verdicts = verify (cli, desk, revisions)) == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      for (guint i = 0; i < revisions->len; i++)
        print_revision (
            cli, desk, revisions->pdata[i], issued, verdicts != NULL ? verdicts->pdata[i] : NULL);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < revisions->len; i++)
    json_array_add_object_element (array,
                                   revision_to_json (revisions->pdata[i],
                                                     issued,
                                                     verdicts != NULL ? verdicts->pdata[i] : NULL));
  json_object_set_array_member (object, "revisions", array);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

/* Nothing was found: if it is because of a name that nobody bears, that is said. */
static int
refuse_unknown (TwfCli *cli, TwfDesk *desk, const TwfHistoryFilter *filter)
{
  if (filter->provision != NULL && twf_cli_filter_is_empty (&options.filter))
    return twf_cli_refuse (
        cli, _ ("%s was not found in any revision. Check the id."), filter->provision);
  if (filter->delegation != NULL && *filter->delegation != '\0'
      && twf_plan_get_delegation (twf_desk_get_plan (desk), filter->delegation) == NULL)
    return twf_cli_refuse (
        cli, _ ("%s is not among the delegations of the plan."), filter->delegation);
  return TWF_EXIT_DONE;
}

static int
list (TwfCli *cli, TwfDesk *desk, TwfHistoryFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions
      = twf_cli_find_revisions (cli, desk, filter, (guint)options.most, &error);
  g_autoptr (GPtrArray) issued = NULL;

  if (revisions == NULL)
    return twf_cli_fail (
        cli, error, filter->provision != NULL ? filter->provision : twf_desk_get_path (desk));
  if (revisions->len == 0 && refuse_unknown (cli, desk, filter) != TWF_EXIT_DONE)
    return TWF_EXIT_REFUSED;
  issued = twf_cli_list_issued (cli, desk);
  return issued != NULL ? print_all (cli, desk, revisions, issued) : TWF_EXIT_REFUSED;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (TwfHistoryFilter) filter = NULL;
  TwfPart part;
  TwfDesk *desk;
  int status;

  if (options.wordings ? n_arguments < 2 : options.language != NULL || options.part != NULL)
    return twf_cli_refuse (
        cli,
        _ ("--wordings takes the id of a provision, and --language and --part go "
           "with --wordings."));
  if (options.wordings && !twf_cli_filter_is_empty (&options.filter))
    return twf_cli_refuse (cli, _ ("--wordings lists them all: leave the other options away."));
  if (!twf_cli_check_text (cli, options.part, options.language, &part))
    return TWF_EXIT_REFUSED;
  if (options.most < 0)
    return twf_cli_refuse (cli, _ ("-n takes a number of revisions."));
  filter = twf_cli_filter_read (cli, &options.filter);
  if (filter == NULL)
    return TWF_EXIT_REFUSED;
  filter->provision = n_arguments > 1 ? g_strdup (arguments[1]) : NULL;
  /* The sections are in the provisions, which a list of revisions does not need otherwise. */
  desk = filter->section != TWF_ANY_SECTION ? twf_cli_open (cli, arguments[0])
                                            : twf_cli_open_head (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  if (options.wordings)
    status = twf_cli_list_wordings (
        cli, desk, arguments[1], part, options.language, (guint)options.most);
  else
    status = list (cli, desk, filter);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_log = {
  .name = "log",
  .arguments = "PLAN [ID]",
  .summary = N_ ("List revisions, of the plan or of one provision"),
  .details = N_ (
      "Prints one line a revision, the newest first: id, date and time, author, message, and the "
      "symbols under which it was issued. Options leave out what does not apply; words are found "
      "as a reader would, in Arabic whatever the vowel marks, the tatweel or the form of the "
      "letters. With --wordings, each wording that a text had, of "
      "all branches that were merged: whose it is, why, and what changed from the one before. With "
      "--signatures, whether each is signed by who is named in it, by the register of keys."),
  .entries = entries,
  .least = 1,
  .most = 2,
  .run = run,
};
