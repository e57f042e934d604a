/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-export.h"
#include "twf-cli-issued.h"

#include "twf-numbering.h"
#include "twf-desk-procedure.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *format;
  char *notation;
  char *language;
  char *output;
  gboolean parked;
} options;

static const GOptionEntry entries[] = {
  { "notation",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.notation,
    N_ ("positions, inline or unattributed; without: positions"),
    "N" },
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.language,
    N_ ("In which language; without: the source language"),
    "L" },
  { "format",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.format,
    N_ ("text, html or pdf; without: as the file's name says, else text"),
    "FORMAT" },
  { "output",
    'o',
    0,
    G_OPTION_ARG_FILENAME,
    &options.output,
    N_ ("The file to write; without: standard output"),
    "FILE" },
  { "parked",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.parked,
    N_ ("The chair’s text: without brackets, and what was parked listed behind it"),
    NULL },
  { NULL },
};

static JsonArray *
spans_to_json (GPtrArray *spans)
{
  static const char *const kinds[] = { "text", "sign", "standing", "proposed", "attribution" };
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < spans->len; i++)
    {
      const TwfSpan *span = spans->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", kinds[span->kind]);
      json_object_set_string_member (object, "text", span->text);
      if (span->bracket > 0)
        json_object_set_int_member (object, "bracket", span->bracket);
      if (span->pid != NULL)
        json_object_set_string_member (object, "proposal", span->pid);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* Returns: how many brackets there are. */
static guint
add_text (JsonArray *texts,
          TwfScribe *scribe,
          TwfPlan *plan,
          TwfProvision *provision,
          TwfPart part,
          const char *language)
{
  g_autoptr (TwfCompiledText) compiled = twf_compile_text (plan, provision, part, language);
  g_autoptr (GPtrArray) spans = NULL;
  g_autofree char *text = NULL;
  JsonObject *object;
  JsonArray *proposals = json_array_new ();

  if (compiled == NULL)
    {
      json_array_unref (proposals);
      return 0;
    }
  spans = twf_scribe_write (scribe, compiled);
  text = twf_spans_dup_text (spans);
  object = json_object_new ();
  if (provision != NULL)
    {
      g_autofree char *number = twf_plan_dup_number (plan, provision, language);

      json_object_set_string_member (object, "id", twf_provision_get_id (provision));
      json_object_set_string_member (object, "number", number);
      json_object_set_string_member (object, "part", twf_part_get_name (part));
    }
  json_object_set_string_member (object, "text", text);
  for (guint i = 0; i < compiled->proposals->len; i++)
    json_array_add_string_element (proposals, twf_proposal_get_id (compiled->proposals->pdata[i]));
  json_object_set_array_member (object, "proposals", proposals);
  json_object_set_array_member (object, "spans", spans_to_json (spans));
  json_array_add_object_element (texts, object);
  return twf_brackets_count (compiled->pieces);
}

static void
print_texts (TwfCli *cli, TwfPlan *plan, const TwfExportOrder *order)
{
  g_autoptr (TwfScribe) scribe = twf_scribe_new (plan, order->notation, order->language);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);
  JsonObject *object = json_object_new ();
  JsonArray *texts = json_array_new ();
  guint n = add_text (texts, scribe, plan, NULL, TWF_PART_BODY, order->language);

  for (guint i = 0; i < all->len; i++)
    {
      TwfProvision *provision = all->pdata[i];

      if (!twf_compile_shows (provision))
        continue;
      n += twf_compile_find_insert (provision) != NULL;
      for (TwfPart part = TWF_PART_BODY; part < TWF_N_PARTS; part++)
        n += add_text (texts, scribe, plan, provision, part, order->language);
    }
  json_object_set_string_member (object, "language", order->language);
  json_object_set_string_member (object, "notation", twf_notation_get_name (order->notation));
  json_object_set_int_member (object, "brackets", n);
  json_object_set_array_member (object, "texts", texts);
  twf_cli_print_json (cli, object);
}

/* {"language", "parked": [{"number", "provision", "proposal"}]} */
static void
print_parked (TwfCli *cli, TwfPlan *plan, const TwfExportOrder *order)
{
  g_autoptr (GPtrArray) parked = twf_parked_list (plan);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < parked->len; i++)
    {
      const TwfParked *one = parked->pdata[i];
      JsonObject *entry = json_object_new ();

      json_object_set_int_member (entry, "number", i + 1);
      twf_cli_set_json_nullable (entry,
                                 "provision",
                                 one->provision != NULL ? twf_provision_get_id (one->provision)
                                                        : NULL);
      json_object_set_string_member (entry, "proposal", twf_proposal_get_id (one->proposal));
      json_array_add_object_element (array, entry);
    }
  json_object_set_string_member (object, "language", order->language);
  json_object_set_array_member (object, "parked", array);
  twf_cli_print_json (cli, object);
}

static int
print (TwfCli *cli, TwfDesk *desk, TwfExportOrder *order)
{
  TwfPlan *plan = twf_desk_get_plan (desk);

  if (order->language == NULL)
    order->language = twf_plan_get_source_language (plan);
  if (!g_strv_contains (twf_plan_get_languages (plan), order->language))
    return twf_cli_refuse (cli, _ ("The plan has no language “%s”."), order->language);
  if (options.parked)
    print_parked (cli, plan, order);
  else
    print_texts (cli, plan, order);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  gboolean to_file = options.output != NULL && !g_str_equal (options.output, "-");
  gboolean texts = cli->json && !to_file;
  const TwfCliExport asked = { options.format == NULL && !to_file ? "text" : options.format,
                               NULL,
                               options.notation,
                               options.language,
                               to_file || texts ? (to_file ? options.output : "") : "-" };
  TwfExportOrder order = { .view = options.parked ? TWF_VIEW_CHAIR : TWF_VIEW_COMPILATION };
  TwfDesk *desk;
  int status;

  if (options.parked && options.notation != NULL)
    return twf_cli_refuse (cli, _ ("The chair’s text has no brackets. Leave out --notation."));
  if (!twf_cli_read_export (cli, &asked, &order))
    return TWF_EXIT_REFUSED;
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = texts ? print (cli, desk, &order) : twf_cli_export (cli, desk, &order, asked.output);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_compile = {
  .name = "compile",
  .arguments = "PLAN [--parked] [-o FILE]",
  .summary = N_ ("Write the text with what is open in brackets"),
  .details = N_ (
      "Writes the compilation: the rolling text with every open proposal in brackets, word by "
      "word, whose it is and what others say of it. What is open in another language alone is "
      "shown in that language. With --json and no file: each text with its brackets as data. With "
      "--parked it is the chair’s text instead: what stands, and behind it a list of what was "
      "parked, whose it is and its wording, with numbers that lead from one to the other."),
  .entries = entries,
  .least = 1,
  .most = 1,
  .run = run,
};
