/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-agreement.h"

#include "twf-bidi.h"
#include "twf-check.h"
#include "twf-cli-documents.h"
#include "twf-cli-issued.h"
#include "twf-cli-receipt.h"
#include "twf-cli-spelling.h"
#include "twf-cli-translation.h"
#include "twf-desk-document-check.h"
#include "twf-desk-repair.h"
#include "twf-finding-words.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include <string.h>

static struct
{
  char *repair_from;
  char **accept;
  gboolean fix;
  gboolean spelling;
} options;

static const GOptionEntry entries[] = {
  { "repair-from",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.repair_from,
    N_ ("Another copy of the plan, a folder or a contribution file, from which to take what is "
        "broken or gone"),
    "OTHER" },
  { "accept",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.accept,
    N_ ("Let a language of a provision differ from the others as it does, as long as both texts "
        "read so; ID “plan”: the title. May be given again"),
    "ID:LANGUAGE" },
  { "fix",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.fix,
    N_ ("Put right what there is no doubt about: spaces, marks, ends of paragraphs; in one "
        "revision"),
    NULL },
  { "spelling",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.spelling,
    N_ ("Name the words that no dictionary knows as well"),
    NULL },
  { NULL },
};

/* What is looked at, and who reopened what was agreed (char* id -> GPtrArray* of TwfReopening). */
typedef struct
{
  TwfCli *cli;
  TwfDesk *desk;
  GHashTable *reopenings;
} Check;

/* For a reopened one: by whom and when; what it is about stands with it. */
static char *
dup_detail (const Check *self, const TwfFinding *finding)
{
  g_autofree char *reopened = NULL;

  if (finding->kind != TWF_FINDING_REOPENED)
    return g_strdup (finding->detail);
  reopened = twf_cli_dup_reopening (self->desk, self->reopenings, finding->id, finding->language);
  return g_strdup_printf ("%s; %s", finding->detail, reopened);
}

static JsonObject *
finding_to_json (const Check *self, const TwfFinding *finding)
{
  g_autofree char *detail = dup_detail (self, finding);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", twf_finding_kind_get_name (finding->kind));
  json_object_set_string_member (object, "id", finding->id != NULL ? finding->id : "");
  if (finding->language != NULL)
    json_object_set_string_member (object, "language", finding->language);
  if (detail != NULL)
    json_object_set_string_member (object, "detail", detail);
  if (finding->place != NULL)
    {
      json_object_set_string_member (object, "part", twf_part_get_name (finding->part));
      json_object_set_object_member (object, "here", twf_cli_place_to_json (finding->place));
    }
  if (finding->other != NULL)
    json_object_set_object_member (object, "there", twf_cli_place_to_json (finding->other));
  return object;
}

static void
print_finding (const Check *self, const TwfFinding *finding)
{
  g_autofree char *told = dup_detail (self, finding);
  g_autofree char *detail = told != NULL ? twf_text_isolate (told) : NULL;
  g_autofree char *words
      = twf_finding_dup_words (finding,
                               finding->place != NULL ? finding->place->language : NULL,
                               finding->other != NULL ? finding->other->language : NULL);

  twf_cli_print (self->cli,
                 "%s%s%s: %s%s%s%s\n",
                 finding->id != NULL ? finding->id : "",
                 finding->language != NULL ? "  " : "",
                 finding->language != NULL ? finding->language : "",
                 words,
                 detail != NULL ? " (" : "",
                 detail != NULL ? detail : "",
                 detail != NULL ? ")" : "");
}

/* @repair: (nullable): nothing was to be repaired. @findings: (nullable): the plan was not looked
 * at. Returns: how many words nobody knows. */
static guint
print_json (const Check *self, const TwfMending *repair, GPtrArray *findings)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  guint n_words = 0;

  if (repair != NULL)
    {
      twf_cli_set_json_strings (object, "repaired", (const char *const *)repair->repaired);
      twf_cli_set_json_strings (object, "missing", (const char *const *)repair->missing);
      twf_cli_set_json_nullable (object, "aside", repair->aside);
    }
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    json_array_add_object_element (array, finding_to_json (self, findings->pdata[i]));
  json_object_set_array_member (object, "findings", array);
  if (options.spelling && findings != NULL)
    n_words = twf_cli_check_spelling (self->cli, twf_desk_get_plan (self->desk), object);
  twf_cli_print_json (self->cli, object);
  return n_words;
}

/* Returns: how many words nobody knows. */
static guint
print_all (const Check *self, const TwfMending *repair, GPtrArray *findings)
{
  if (self->cli->json)
    return print_json (self, repair, findings);
  for (guint i = 0; i < findings->len; i++)
    print_finding (self, findings->pdata[i]);
  if (!options.spelling)
    return 0;
  return twf_cli_check_spelling (self->cli, twf_desk_get_plan (self->desk), NULL);
}

static void
print_repair (TwfCli *cli, const TwfMending *repair)
{
  guint n_repaired = g_strv_length (repair->repaired);
  guint n_missing = g_strv_length (repair->missing);

  if (n_repaired > 0)
    twf_cli_print (cli,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%u object was repaired from the other copy\n",
                                "%u objects were repaired from the other copy\n",
                                n_repaired),
                   n_repaired);
  if (repair->aside != NULL)
    {
      g_autofree char *path = twf_text_isolate (repair->aside);

      twf_cli_print (cli, _ ("What was broken is kept in %s\n"), path);
    }
  for (guint i = 0; i < n_missing; i++)
    twf_cli_print (cli, _ ("%.10s is in neither copy\n"), repair->missing[i]);
  if (n_repaired == 0 && n_missing == 0 && repair->aside == NULL)
    twf_cli_print (cli, "%s\n", _ ("Nothing is broken: there was nothing to repair"));
}

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

/* Returns: (nullable): NULL: the reason has been printed. */
static TwfMending *
repair_from (TwfCli *cli, const char *plan)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint interrupted = g_unix_signal_add (SIGINT, interrupted_cb, cancellable);
  TwfMending *repair;

  twf_desk_repair_async (plan, options.repair_from, cancellable, twf_cli_store_result_cb, &result);
  repair = twf_desk_repair_finish (twf_cli_await (&result), &error);
  g_source_remove (interrupted);
  if (repair == NULL)
    twf_cli_refuse_file (cli, error, options.repair_from);
  else if (!cli->json)
    print_repair (cli, repair);
  return repair;
}

/* What can be accepted of one language; each acceptance is made on what was accepted before. */
static guint
accept_language (TwfPlan *plan, TwfProvision *provision, const char *language, GError **error)
{
  guint n = 0;
  gboolean again = TRUE;

  while (again)
    {
      g_autoptr (GPtrArray) findings = twf_plan_check_words (plan, provision);

      again = FALSE;
      for (guint i = 0; i < findings->len && !again; i++)
        {
          const TwfFinding *finding = findings->pdata[i];
          const TwfRemedy *remedy = twf_finding_get_remedy (finding, TWF_REMEDY_ACCEPT);

          if (remedy == NULL || g_strcmp0 (finding->language, language) != 0)
            continue;
          if (!twf_plan_apply_all (plan, remedy->edits, error))
            return 0;
          again = TRUE;
          n++;
        }
    }
  return n;
}

/* @what: "ID:LANGUAGE". Returns: whether it was accepted; FALSE: the reason has been printed. */
static gboolean
accept_one (TwfCli *cli, TwfDesk *desk, const char *what)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  const char *colon = strrchr (what, ':');
  g_autofree char *id = colon != NULL ? g_strndup (what, (gsize)(colon - what)) : NULL;
  TwfProvision *provision = id != NULL ? twf_plan_get_provision (plan, id) : NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    twf_cli_refuse (cli, _ ("“%s” is not what is to be accepted. Give ID:LANGUAGE."), what);
  else if (provision == NULL && !g_str_equal (id, "plan"))
    twf_cli_refuse (cli, _ ("There is no provision %s. twf show lists their ids."), id);
  else if (accept_language (plan, provision, colon + 1, &error) > 0)
    return TRUE;
  else if (error != NULL)
    twf_cli_fail (cli, error, twf_desk_get_path (desk));
  else
    twf_cli_refuse (
        cli, _ ("Nothing in “%s” differs from the other languages. See: twf check"), what);
  return FALSE;
}

static int
accept_all (TwfCli *cli, const char *path)
{
  TwfDesk *desk = twf_cli_open (cli, path);
  g_autofree char *revision = NULL;
  gboolean done = desk != NULL;

  for (guint i = 0; done && options.accept[i] != NULL; i++)
    done = accept_one (cli, desk, options.accept[i]);
  if (done)
    revision = twf_cli_save (cli, desk, "Accept a difference between languages");
  if (revision != NULL && cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "revision", revision);
      twf_cli_print_json (cli, object);
    }
  else if (revision != NULL)
    twf_cli_print (cli, "%s\n", revision);
  if (desk != NULL)
    twf_cli_close (desk);
  return revision != NULL ? TWF_EXIT_DONE : TWF_EXIT_REFUSED;
}

/* Puts right what there is no doubt about in one provision, or in the title: %NULL. Each remedy is
 * made on what was put right before, and one that changes nothing is not made again. */
static gboolean
fix_texts (TwfPlan *plan, TwfProvision *provision, GPtrArray *fixed, GError **error)
{
  gboolean again = TRUE;

  while (again)
    {
      g_autoptr (GPtrArray) findings = twf_plan_check_words (plan, provision);
      guint most = findings->len;

      again = FALSE;
      for (guint i = 0; i < findings->len && !again; i++)
        {
          const TwfRemedy *remedy = twf_finding_get_remedy (findings->pdata[i], TWF_REMEDY_FIX);
          g_autoptr (GPtrArray) left = NULL;

          if (remedy == NULL)
            continue;
          if (!twf_plan_apply_all (plan, remedy->edits, error))
            return FALSE;
          left = twf_plan_check_words (plan, provision);
          again = left->len < most;
          g_ptr_array_add (fixed, g_ptr_array_steal_index (findings, i));
          if (!again)
            return TRUE;
        }
    }
  return TRUE;
}

static void
print_fixed (const Check *self, GPtrArray *fixed, const char *revision)
{
  JsonObject *object;
  JsonArray *array;

  if (!self->cli->json)
    {
      for (guint i = 0; i < fixed->len; i++)
        print_finding (self, fixed->pdata[i]);
      twf_cli_print (
          self->cli, "%s\n", revision != NULL ? revision : _ ("There was nothing to put right"));
      return;
    }
  object = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < fixed->len; i++)
    json_array_add_object_element (array, finding_to_json (self, fixed->pdata[i]));
  json_object_set_array_member (object, "fixed", array);
  twf_cli_set_json_nullable (object, "revision", revision);
  twf_cli_print_json (self->cli, object);
}

static void
free_fixed (gpointer data)
{
  twf_finding_free (data);
}

static int
fix_all (TwfCli *cli, const char *path)
{
  TwfDesk *desk = twf_cli_open (cli, path);
  TwfPlan *plan = desk != NULL ? twf_desk_get_plan (desk) : NULL;
  g_autoptr (GPtrArray) provisions = plan != NULL ? twf_plan_list_all (plan) : NULL;
  g_autoptr (GPtrArray) fixed = g_ptr_array_new_with_free_func (free_fixed);
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = NULL;
  gboolean done = plan != NULL && fix_texts (plan, NULL, fixed, &error);

  for (guint i = 0; done && i < provisions->len; i++)
    done = fix_texts (plan, provisions->pdata[i], fixed, &error);
  if (error != NULL)
    twf_cli_fail (cli, error, path);
  if (done && fixed->len > 0)
    {
      revision = twf_cli_save (cli, desk, "Put style right");
      done = revision != NULL;
    }
  if (done)
    {
      const Check self = { cli, desk, NULL };

      print_fixed (&self, fixed, revision);
    }
  if (desk != NULL)
    twf_cli_close (desk);
  return done ? TWF_EXIT_DONE : TWF_EXIT_REFUSED;
}

/* Returns: (nullable): what the plan shows, and what its history does; NULL: the reason has been
 * printed. */
static GPtrArray *
find_all (TwfCli *cli, TwfDesk *desk)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autoptr (TwfLags) lags = twf_cli_find_lags (cli, desk);
  GPtrArray *findings;

  if (lags == NULL)
    return NULL;
  findings = twf_plan_check (plan);
  g_ptr_array_extend_and_steal (findings, twf_translation_check (plan, lags));
  return findings;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (TwfMending) repair = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GHashTable) reopenings = NULL;
  TwfDesk *desk;
  guint n_words = 0;

  if (n_arguments > 1 || twf_desk_is_documents (arguments[0]))
    {
      g_autofree const char **paths = g_new0 (const char *, n_arguments + 1);

      if (options.repair_from != NULL || options.accept != NULL || options.fix)
        return twf_cli_refuse (
            cli, _ ("--repair-from, --accept and --fix are for a plan, not for files."));
      for (guint i = 0; i < n_arguments; i++)
        paths[i] = arguments[i];
      return twf_cli_check_documents (cli, paths);
    }
  if (options.accept != NULL && options.fix)
    return twf_cli_refuse (cli, _ ("Give --accept or --fix, not both."));
  if (options.fix && options.repair_from != NULL)
    return twf_cli_refuse (cli, _ ("Give --repair-from or --fix, not both."));
  if (options.fix)
    return fix_all (cli, arguments[0]);
  if (options.accept != NULL)
    return accept_all (cli, arguments[0]);
  if (options.repair_from != NULL)
    {
      repair = repair_from (cli, arguments[0]);
      if (repair == NULL)
        return TWF_EXIT_REFUSED;
      /* A plan of which something is gone may not open. */
      if (repair->missing[0] != NULL)
        {
          const Check none = { cli, NULL, NULL };

          if (cli->json)
            print_json (&none, repair, NULL);
          return TWF_EXIT_NEEDS_PERSON;
        }
    }
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  reopenings = twf_cli_find_reopenings (cli, desk, twf_desk_get_plan (desk), NULL, NULL);
  if (reopenings != NULL)
    {
      const Check self = { cli, desk, reopenings };

      findings = find_all (cli, desk);
      if (findings != NULL)
        n_words = print_all (&self, repair, findings);
    }
  twf_cli_close (desk);
  if (findings == NULL)
    return TWF_EXIT_REFUSED;
  return findings->len + n_words > 0 ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}

const TwfCommand twf_command_check = {
  .name = "check",
  .arguments = "PLAN | FOLDER | FILE...",
  .summary = N_ ("Look for what is missing or wrong"),
  .details = N_ (
      "Reads every file of the newest revision and prints one line a finding: id, language, "
      "what was found. Beside what holds the plan together, what its languages say differently is "
      "found: figures, dates, symbols, states, brackets; --accept lets it stand. What an editor "
      "would "
      "put right is found too: ends of paragraphs, spaces, marks; --fix puts right what there is "
      "no "
      "doubt about, in one revision, and prints what it was. Of Akoma Ntoso "
      "files, or a folder of them, the languages of each document are held against each other, "
      "and nothing is written. The exit status is 1 if anything was found. With --repair-from, "
      "what is broken "
      "or gone in the plan’s folder is first taken from another copy, whose it need not be: "
      "each object is what its id says. No branch moves, and what was broken is kept beside. "
      "Exit status 1, too, if something is in neither copy. With --spelling, words that neither a "
      "dictionary nor the plan knows are named, with what may have been meant, and the languages "
      "for which no dictionary is installed."),
  .entries = entries,
  .least = 1,
  .most = G_MAXUINT,
  .run = run,
};
