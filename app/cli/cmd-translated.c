/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-translation.h"

#include "twf-error.h"
#include "twf-translation.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *language;
  char *from;
  char *part;
  gboolean dismiss;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("The language it was translated into"),
    "L" },
  { "from",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.from,
    N_ ("The language it was translated from; without: the source language"),
    "L" },
  { "part",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.part,
    N_ ("Which text: body, responsible, time-frame, means or indicator; without: each that there "
        "is in both"),
    "PART" },
  { "dismiss",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.dismiss,
    N_ ("What changed in the source changes nothing here, until it changes again"),
    NULL },
  { NULL },
};

/* Of which wording the text is as history tells: what is dismissed is the way from there. */
static TwfEdit *
make_edit (TwfCli *cli,
           TwfPlan *plan,
           TwfProvision *provision,
           TwfPart part,
           const char *from,
           TwfLags *lags,
           GError **error)
{
  g_autoptr (TwfTranslated) translated = NULL;

  if (!options.dismiss)
    return twf_translation_mark (provision, part, options.language, from, cli->as, error);
  translated = twf_translated_new (plan, provision, part, options.language, lags);
  return twf_translation_dismiss (
      provision, part, options.language, from, translated->since, cli->as, error);
}

/* Whether that text is meant where none is named: it is there, and there is something to say. */
static gboolean
is_meant (TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *from, TwfLags *lags)
{
  g_autoptr (TwfTranslated) translated = NULL;

  if (twf_provision_get_text (provision, part, options.language) == NULL
      || twf_provision_get_text (provision, part, from) == NULL)
    return FALSE;
  translated = twf_translated_new (plan, provision, part, options.language, lags);
  return !options.dismiss || translated->state == TWF_TRANSLATED_STALE
         || translated->state == TWF_TRANSLATED_UNWORKED;
}

static gboolean
apply_one (TwfCli *cli,
           TwfPlan *plan,
           TwfProvision *provision,
           TwfPart part,
           const char *from,
           TwfLags *lags)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfEdit) edit = make_edit (cli, plan, provision, part, from, lags, &error);

  if (edit != NULL && twf_plan_apply (plan, edit, NULL, &error))
    return TRUE;
  twf_cli_reject (cli, error, twf_provision_get_id (provision));
  return FALSE;
}

static gboolean
apply_all (TwfCli *cli, TwfPlan *plan, TwfProvision *provision, const char *from, TwfLags *lags)
{
  TwfPart only = TWF_PART_BODY;
  gboolean any = FALSE;

  if (options.part != NULL && !twf_part_from_name (options.part, &only))
    {
      twf_cli_refuse (
          cli, _ ("“%s” is no text of a provision. See: twf help translated"), options.part);
      return FALSE;
    }
  for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
    {
      if (options.part != NULL ? part != only : !is_meant (plan, provision, part, from, lags))
        continue;
      if (!apply_one (cli, plan, provision, part, from, lags))
        return FALSE;
      any = TRUE;
    }
  /* The provision's own text says what is missing. */
  return any || apply_one (cli, plan, provision, TWF_PART_BODY, from, lags);
}

static int
mark (TwfCli *cli, TwfDesk *desk, const char *id)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  const char *from = options.from != NULL ? options.from : twf_plan_get_source_language (plan);
  g_autoptr (TwfLags) lags = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autofree char *revision = NULL;
  JsonObject *object;

  if (provision == NULL)
    {
      g_set_error (&error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", id);
      return twf_cli_fail (cli, error, id);
    }
  if (!twf_cli_knows_language (cli, plan, options.language)
      || !twf_cli_knows_language (cli, plan, from))
    return TWF_EXIT_REFUSED;
  lags = twf_cli_find_lags (cli, desk);
  if (lags == NULL || !apply_all (cli, plan, provision, from, lags))
    return TWF_EXIT_REFUSED;
  message = g_strdup_printf (
      options.dismiss ? "Not affected: %s in %s" : "Translated: %s in %s", id, options.language);
  revision = twf_cli_save (cli, desk, message);
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      twf_cli_print (cli, "%s\n", revision);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk = twf_cli_open (cli, arguments[0]);
  int status;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = mark (cli, desk, arguments[1]);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_translated = {
  .name = "translated",
  .arguments = "PLAN ID --language L",
  .summary = N_ ("Mark a text as translated"),
  .details
  = N_ ("Records that the text of a provision, as it stands, is a translation of the source as it "
        "stands: from which wording, how it reads, by whom (--as) and when. Once the source "
        "changes, it is out of date. With --dismiss: what changed in the source since changes "
        "nothing in this language; that holds until the source changes again, and is not taken "
        "for a translation. Prints the id of the revision."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = 2,
  .run = run,
};
