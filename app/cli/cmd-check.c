/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-agreement.h"

#include "twf-bidi.h"
#include "twf-check.h"
#include "twf-cli-issued.h"
#include "twf-cli-receipt.h"
#include "twf-cli-translation.h"
#include "twf-desk-repair.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

static struct
{
  char *repair_from;
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
  { NULL },
};

/* By kind: the name in JSON, and what a person reads. */
static const struct
{
  const char *name;
  const char *sentence;
} kinds[] = {
  [TWF_FINDING_NO_TEXT] = { "no-text", N_ ("has no text in a language of the plan") },
  [TWF_FINDING_DANGLING_LINK] = { "dangling-link", N_ ("points to a provision that is not there") },
  [TWF_FINDING_WRONG_LINK] = { "wrong-link", N_ ("points to a provision of the wrong kind") },
  [TWF_FINDING_PARENT_CYCLE] = { "parent-cycle", N_ ("stands under itself") },
  [TWF_FINDING_MISSING_PARENT] = { "missing-parent", N_ ("stands under one that is not there") },
  [TWF_FINDING_HOSTILE_TEXT] = { "hostile-text", N_ ("has characters that deceive the reader") },
  [TWF_FINDING_SERVES_NOTHING] = { "serves-nothing", N_ ("serves no objective") },
  [TWF_FINDING_STALE] = { "stale", N_ ("is a translation of an older wording") },
  [TWF_FINDING_RETOUCHED]
  = { "retouched", N_ ("is a translation that was changed since it was marked") },
  [TWF_FINDING_UNWORKED]
  = { "unworked", N_ ("is marked as translated, though not a word changed") },
  [TWF_FINDING_DANGLING_PROPOSAL]
  = { "dangling-proposal", N_ ("has a proposal about something that is not there") },
  [TWF_FINDING_OLD_BASE]
  = { "old-base", N_ ("has a proposal made on another wording than the one that stands") },
  [TWF_FINDING_UNKNOWN_DELEGATION]
  = { "unknown-delegation", N_ ("has a proposal or position of an unknown delegation") },
  [TWF_FINDING_BAD_KEY] = { "bad-key", N_ ("the register has a line that is no public key") },
  [TWF_FINDING_SHARED_KEY]
  = { "shared-key", N_ ("the register has one key for several, so it proves nothing") },
  [TWF_FINDING_LOOK_ALIKE]
  = { "look-alike", N_ ("delegations could be taken for each other by name or code") },
  [TWF_FINDING_BAD_AGREEMENT]
  = { "bad-agreement", N_ ("is said to be agreed in a way that cannot be read") },
  [TWF_FINDING_BROKEN_PACKAGE]
  = { "broken-package", N_ ("is not agreed, though others of its package are") },
  [TWF_FINDING_REOPENED] = { "reopened", N_ ("was agreed in another wording") },
  [TWF_FINDING_BAD_PROCEDURE]
  = { "bad-procedure", N_ ("the record of the procedure has a line that says nothing") },
  [TWF_FINDING_GROUP_CIRCLE]
  = { "group-circle", N_ ("a group is a member of itself, so nobody knows for whom it speaks") },
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

  json_object_set_string_member (object, "kind", kinds[finding->kind].name);
  json_object_set_string_member (object, "id", finding->id != NULL ? finding->id : "");
  if (finding->language != NULL)
    json_object_set_string_member (object, "language", finding->language);
  if (detail != NULL)
    json_object_set_string_member (object, "detail", detail);
  return object;
}

static void
print_finding (const Check *self, const TwfFinding *finding)
{
  g_autofree char *told = dup_detail (self, finding);
  g_autofree char *detail = told != NULL ? twf_text_isolate (told) : NULL;

  twf_cli_print (self->cli,
                 "%s%s%s: %s%s%s%s\n",
                 finding->id != NULL ? finding->id : "",
                 finding->language != NULL ? "  " : "",
                 finding->language != NULL ? finding->language : "",
                 _ (kinds[finding->kind].sentence),
                 detail != NULL ? " (" : "",
                 detail != NULL ? detail : "",
                 detail != NULL ? ")" : "");
}

/* @repair: (nullable): nothing was to be repaired. @findings: (nullable): the plan was not looked
 * at. */
static void
print_json (const Check *self, const TwfMending *repair, GPtrArray *findings)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  if (repair != NULL)
    {
      twf_cli_set_json_strings (object, "repaired", (const char *const *)repair->repaired);
      twf_cli_set_json_strings (object, "missing", (const char *const *)repair->missing);
      twf_cli_set_json_nullable (object, "aside", repair->aside);
    }
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    json_array_add_object_element (array, finding_to_json (self, findings->pdata[i]));
  json_object_set_array_member (object, "findings", array);
  twf_cli_print_json (self->cli, object);
}

static void
print_all (const Check *self, const TwfMending *repair, GPtrArray *findings)
{
  if (self->cli->json)
    print_json (self, repair, findings);
  for (guint i = 0; !self->cli->json && i < findings->len; i++)
    print_finding (self, findings->pdata[i]);
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
        print_all (&self, repair, findings);
    }
  twf_cli_close (desk);
  if (findings == NULL)
    return TWF_EXIT_REFUSED;
  return findings->len > 0 ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}

const TwfCommand twf_command_check = {
  .name = "check",
  .arguments = "PLAN",
  .summary = N_ ("Look for what is missing or wrong"),
  .details
  = N_ ("Reads every file of the newest revision and prints one line a finding: id, language, "
        "what was found. The exit status is 1 if anything was. With --repair-from, what is broken "
        "or gone in the plan’s folder is first taken from another copy, whose it need not be: "
        "each object is what its id says. No branch moves, and what was broken is kept beside. "
        "Exit status 1, too, if something is in neither copy."),
  .entries = entries,
  .least = 1,
  .most = 1,
  .run = run,
};
