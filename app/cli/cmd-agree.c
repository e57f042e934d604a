/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-agreement.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *level;
  char *pending;
  char *package;
} options;

static const GOptionEntry entries[] = {
  { "level",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.level,
    N_ ("By whom: working-group, plenary, ad-referendum or pending"),
    "L" },
  { "pending",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.pending,
    N_ ("By all but this delegation"),
    "CODE" },
  { "package",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.package,
    N_ ("All provisions of this package"),
    "NAME" },
  { NULL },
};

/* What is named, and all that is in the package; NULL: there is none, and that has been printed. */
static GStrv
list_ids (TwfCli *cli, TwfPlan *plan, guint n, const char *const *names)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (TwfPackage) package
      = options.package != NULL ? twf_plan_find_package (plan, options.package) : NULL;

  if (options.package != NULL && package == NULL)
    {
      twf_cli_refuse (cli, _ ("No provision is in the package “%s”."), options.package);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, names[i]);
  for (guint i = 0; package != NULL && i < package->members->len; i++)
    g_strv_builder_add (builder, twf_provision_get_id (package->members->pdata[i]));
  return g_strv_builder_end (builder);
}

static int
agree (TwfCli *cli, TwfDesk *desk, TwfAgreementLevel level, guint n, const char *const *names)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_auto (GStrv) ids = list_ids (cli, plan, n, names);
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *verb = NULL;
  TwfHindrance found;
  const char *id = NULL;
  const char *item = NULL;

  if (ids == NULL)
    return TWF_EXIT_REFUSED;
  found = twf_agreement_find_hindrance (
      plan, (const char *const *)ids, level, options.pending, &id, &item);
  if (found != TWF_HINDRANCE_NONE)
    {
      g_autofree char *sentence = twf_hindrance_dup_words (found, id, item);

      return twf_cli_refuse (cli, "%s", sentence);
    }
  edits = twf_agreement_agree (
      plan, (const char *const *)ids, level, options.pending, cli->as, &error);
  if (edits == NULL)
    return twf_cli_reject (cli, error, twf_desk_get_path (desk));
  verb = g_strdup_printf ("Agree (%s)", twf_agreement_level_get_name (level));
  return twf_cli_finish_agreement (cli, desk, edits, verb, (const char *const *)ids);
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfAgreementLevel level = TWF_AGREEMENT_PENDING;
  TwfDesk *desk;
  int status;

  if (n_arguments < 2 && options.package == NULL)
    return twf_cli_refuse (cli, _ ("Give the ids of provisions, or --package NAME."));
  if (options.level == NULL && options.pending == NULL)
    return twf_cli_refuse (cli, _ ("By whom it is agreed is not clear. Give --level."));
  if (options.level != NULL && !twf_agreement_level_from_name (options.level, &level))
    return twf_cli_refuse (cli, _ ("“%s” is no level. See: twf help agree"), options.level);
  if ((level == TWF_AGREEMENT_PENDING) != (options.pending != NULL))
    return twf_cli_refuse (cli,
                           _ ("With the level pending, and with it alone, goes --pending CODE."));
  if (cli->as != NULL)
    return twf_cli_refuse (
        cli, _ ("What is agreed is the facilitator’s to record, not %s’s."), cli->as);
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = agree (cli, desk, level, n_arguments - 1, arguments + 1);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_agree = {
  .name = "agree",
  .arguments = "PLAN (ID... | --package NAME) (--level L | --pending CODE)",
  .summary = N_ ("Record that provisions are agreed"),
  .details
  = N_ ("Binds the agreement to the words that the provisions have now, in every language: "
        "whoever changes one of them reopens it, and twf show and twf check tell who that was. "
        "What is open about the words hinders it, but for what the delegation that is waited for "
        "asks for by itself; proposals about a place do not. A package, the provisions whose "
        "field Package names it, is agreed as a whole or not at all. Only the facilitator records "
        "it. Prints the id of the revision."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = G_MAXUINT,
  .run = run,
};
