/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-change.h"

#include "twf-bidi.h"
#include "twf-numbering.h"
#include "twf-replace.h"

#include <glib/gi18n-lib.h>

static struct
{
  char **languages;
  char **sections;
  char **parts;
  gboolean exact;
  gboolean pattern;
  gboolean whole_words;
  gboolean dry_run;
} options;

static const GOptionEntry entries[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.languages,
    N_ ("A language to do it in; may be repeated; without: all"),
    "L" },
  { "section",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.sections,
    N_ ("A section to do it in; may be repeated; without: all, and the title"),
    "S" },
  { "part",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.parts,
    N_ ("A text to do it in: body, responsible, time-frame, means, indicator, or title for that of "
        "the plan; may be repeated"),
    "PART" },
  { "exact",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.exact,
    N_ ("Sign for sign: capitals, accents, harakat and forms of letters make a difference"),
    NULL },
  { "regex",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.pattern,
    N_ ("FIND is a regular expression, and $1 in WITH what its first group found"),
    NULL },
  { "whole-words", 0, 0, G_OPTION_ARG_NONE, &options.whole_words, N_ ("Whole words alone"), NULL },
  { "dry-run",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.dry_run,
    N_ ("Print what would change and change nothing"),
    NULL },
  { NULL },
};

static JsonObject *
replacement_to_json (const TwfReplacement *one, GPtrArray *runs)
{
  JsonObject *object = json_object_new ();

  if (one->id != NULL)
    json_object_set_string_member (object, "id", one->id);
  json_object_set_string_member (object, "part", twf_part_get_name (one->part));
  json_object_set_string_member (object, "language", one->language);
  json_object_set_int_member (object, "count", one->n);
  json_object_set_boolean_member (object, "reopens", one->reopens);
  json_object_set_array_member (object, "runs", twf_cli_runs_to_json (runs));
  return object;
}

/* "fq3nb8hwzk2d  3  en  States protect [-water-]{+rivers+}." */
static void
print_replacement (TwfCli *cli, TwfPlan *plan, const TwfReplacement *one, GPtrArray *runs)
{
  TwfProvision *provision = one->id != NULL ? twf_plan_get_provision (plan, one->id) : NULL;
  g_autofree char *number
      = provision != NULL ? twf_plan_dup_number (plan, provision, "en") : g_strdup ("");
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *isolated = NULL;

  twf_cli_append_runs (line, runs);
  isolated = twf_text_isolate (line->str);
  twf_cli_print (cli,
                 "%s  %s  %s  %s%s\n",
                 one->id != NULL ? one->id : "plan",
                 number,
                 one->language,
                 isolated,
                 one->reopens ? _ ("  (agreed: this reopens it)") : "");
}

static void
print_replacements (TwfCli *cli, TwfPlan *plan, GPtrArray *found, const char *revision)
{
  JsonArray *array = cli->json ? json_array_new () : NULL;
  JsonObject *object;
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const TwfReplacement *one = found->pdata[i];
      g_autoptr (GPtrArray) runs = twf_difference_of_texts (one->before, one->after, one->language);

      n += one->n;
      if (array != NULL)
        json_array_add_object_element (array, replacement_to_json (one, runs));
      else
        print_replacement (cli, plan, one, runs);
    }
  if (array == NULL)
    {
      if (revision != NULL)
        twf_cli_print (cli, "%s\n", revision);
      return;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "count", n);
  json_object_set_array_member (object, "replacements", array);
  if (revision != NULL)
    json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
}

/* FALSE: the reason has been printed. */
static gboolean
read_sections (TwfCli *cli, guint *sections)
{
  for (guint i = 0; options.sections != NULL && options.sections[i] != NULL; i++)
    {
      TwfSection section;

      if (!twf_section_from_name (options.sections[i], &section))
        {
          twf_cli_refuse (cli, _ ("“%s” is not a section of a plan."), options.sections[i]);
          return FALSE;
        }
      *sections |= 1u << section;
    }
  return TRUE;
}

/* FALSE: the reason has been printed. */
static gboolean
read_parts (TwfCli *cli, guint *parts)
{
  for (guint i = 0; options.parts != NULL && options.parts[i] != NULL; i++)
    {
      TwfPart part;

      if (g_str_equal (options.parts[i], "title"))
        *parts |= TWF_REPLACE_TITLE;
      else if (twf_part_from_name (options.parts[i], &part))
        *parts |= 1u << part;
      else
        {
          twf_cli_refuse (cli,
                          _ ("“%s” is not a text of a plan. There are: body, responsible, "
                             "time-frame, means, indicator and title."),
                          options.parts[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static int
replace (TwfCli *cli, TwfDesk *desk, TwfReplaceOrder *order)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autoptr (TwfReplacing) replacing = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = NULL;
  GPtrArray *found;
  gboolean reopens = FALSE;

  for (guint i = 0; order->languages != NULL && order->languages[i] != NULL; i++)
    if (!g_strv_contains (twf_plan_get_languages (plan), order->languages[i]))
      return twf_cli_refuse (cli, _ ("The plan has no language “%s”."), order->languages[i]);
  replacing = twf_replacing_new (plan, order);
  while (twf_replacing_go_on (replacing, G_MAXINT64))
    ;
  found = twf_replacing_get_found (replacing);
  if (twf_replacing_get_error (replacing) != NULL)
    return twf_cli_refuse (cli, "%s", twf_replacing_get_error (replacing)->message);
  if (found->len == 0)
    return twf_cli_refuse (
        cli, _ ("“%s” is in none of these texts, or would stay as it is."), order->wanted);
  for (guint i = 0; i < found->len; i++)
    reopens |= ((TwfReplacement *)found->pdata[i])->reopens;
  if (!options.dry_run)
    {
      edits = twf_replacements_to_edits (found);
      if (!twf_plan_apply_all (plan, edits, &error))
        return twf_cli_reject (cli, error, twf_desk_get_path (desk));
      revision = twf_cli_save (cli, desk, "Replace words");
      if (revision == NULL)
        return TWF_EXIT_REFUSED;
    }
  print_replacements (cli, plan, found, revision);
  return reopens ? TWF_EXIT_NEEDS_PERSON : TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = twf_cli_dup_text (arguments[1], &error);
  g_autofree char *with = wanted != NULL ? twf_cli_dup_text (arguments[2], &error) : NULL;
  TwfReplaceOrder order
      = { .wanted = wanted, .with = with, .languages = (const char *const *)options.languages };
  TwfDesk *desk;
  int status;

  if (with == NULL)
    return twf_cli_reject (cli, error, arguments[0]);
  if (*wanted == '\0')
    return twf_cli_refuse (cli, _ ("The text is empty. Give one with words in it."));
  if (options.exact && options.pattern)
    return twf_cli_refuse (cli, _ ("Give --exact or --regex, not both."));
  if (!read_sections (cli, &order.sections) || !read_parts (cli, &order.parts))
    return TWF_EXIT_REFUSED;
  order.flags = (options.exact ? TWF_FIND_EXACTLY : 0) | (options.pattern ? TWF_FIND_PATTERN : 0)
                | (options.whole_words ? TWF_FIND_WHOLE_WORDS : 0);
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = replace (cli, desk, &order);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_replace = {
  .name = "replace",
  .arguments
  = "PLAN FIND WITH [--language L...] [--section S...] [--part PART...] [--regex] [--dry-run]",
  .summary = N_ ("Replace words everywhere in the plan"),
  .details = N_ (
      "Puts WITH in the place of FIND in the texts of the plan, in every language or those that "
      "are given, and prints each text with what changed and the id of the one revision. "
      "Capitals, accents, harakat, tatweel and the variants of Arabic letters make no "
      "difference, but with --exact. What was agreed and now reads otherwise is reopened: that is "
      "said, and the exit status is 1. With --dry-run nothing is changed."),
  .entries = entries,
  .saves = TRUE,
  .least = 3,
  .most = 3,
  .run = run,
};
