/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-agreement.h"

#include "twf-bidi.h"
#include "twf-check.h"

#include <glib/gi18n-lib.h>

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

static void
print_all (const Check *self, GPtrArray *findings)
{
  JsonObject *object;
  JsonArray *array;

  if (!self->cli->json)
    {
      for (guint i = 0; i < findings->len; i++)
        print_finding (self, findings->pdata[i]);
      return;
    }
  object = json_object_new ();
  array = json_array_new ();
  for (guint i = 0; i < findings->len; i++)
    json_array_add_object_element (array, finding_to_json (self, findings->pdata[i]));
  json_object_set_array_member (object, "findings", array);
  twf_cli_print_json (self->cli, object);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk = twf_cli_open (cli, arguments[0]);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GHashTable) reopenings = NULL;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  reopenings = twf_cli_find_reopenings (cli, desk, twf_desk_get_plan (desk), NULL, NULL);
  if (reopenings != NULL)
    {
      const Check self = { cli, desk, reopenings };

      findings = twf_plan_check (twf_desk_get_plan (desk));
      print_all (&self, findings);
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
        "what was found. The exit status is 1 if anything was."),
  .least = 1,
  .most = 1,
  .run = run,
};
