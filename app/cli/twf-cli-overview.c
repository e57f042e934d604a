/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-overview.h"

#include "twf-cli-issued.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

static const char *const level_words[] = {
  [TWF_AGREEMENT_WORKING_GROUP] = N_ ("in the working group"),
  [TWF_AGREEMENT_PLENARY] = N_ ("in plenary"),
  [TWF_AGREEMENT_AD_REFERENDUM] = N_ ("ad referendum"),
  [TWF_AGREEMENT_PENDING] = N_ ("pending one delegation"),
};

static const char *const stage_words[] = {
  [TWF_STAGE_AGREED] = N_ ("Agreed"),
  [TWF_STAGE_REOPENED] = N_ ("Reopened"),
  [TWF_STAGE_BRACKETED] = N_ ("Not agreed, in brackets"),
  [TWF_STAGE_QUIET] = N_ ("Not agreed, nothing open"),
};

static void
print_line (TwfCli *cli, const char *indent, const char *label, guint n)
{
  twf_cli_print (cli, "%s%s: %u\n", indent, label, n);
}

static void
print_sections (TwfCli *cli, const TwfOverview *overview)
{
  if (overview->n_title_brackets > 0)
    print_line (cli, "  ", _ ("the plan itself"), overview->n_title_brackets);
  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    {
      const TwfSectionFigures *figures = &overview->sections[section];
      g_autofree char *title = NULL;

      if (figures->n_provisions == 0)
        continue;
      title = twf_text_isolate (twf_section_get_title (section, twf_cli_get_language ()));
      twf_cli_print (cli,
                     _ ("  %s: %u; provisions agreed: %u of %u\n"),
                     title,
                     figures->n_brackets,
                     figures->n_agreed,
                     figures->n_provisions);
    }
}

static void
print_holders (TwfCli *cli, const TwfOverview *overview)
{
  if (overview->holders->len == 0)
    {
      twf_cli_print (cli, "%s\n", _ ("No delegation holds anything."));
      return;
    }
  twf_cli_print (cli, "%s\n", _ ("Who is left:"));
  for (guint i = 0; i < overview->holders->len; i++)
    {
      const TwfHolder *holder = overview->holders->pdata[i];
      gboolean nobody = g_str_equal (holder->code, TWF_PROPOSED_BY_FACILITATOR);
      g_autofree char *code = twf_text_isolate (nobody ? _ ("the facilitator") : holder->code);

      twf_cli_print (
          cli,
          _ ("  %s: brackets %u, proposals %u, reservations %u, waited for at %u provisions\n"),
          code,
          holder->n_brackets,
          holder->n_proposals,
          holder->n_reservations,
          holder->n_pending);
    }
}

static void
print_coverages (TwfCli *cli, const TwfOverview *overview)
{
  for (guint i = 0; i < overview->coverages->len; i++)
    {
      const TwfCoverage *coverage = overview->coverages->pdata[i];
      g_autofree char *language = twf_text_isolate (coverage->language);

      twf_cli_print (cli,
                     _ ("%s: texts missing %u, out of date %u\n"),
                     language,
                     coverage->n_missing,
                     coverage->n_stale);
    }
}

static void
print_course (TwfCli *cli, TwfCourse *course)
{
  g_autoptr (GPtrArray) milestones = twf_course_list_milestones (course);

  twf_cli_print (cli,
                 _ ("Over time, %u of %u revisions:\n"),
                 milestones->len,
                 twf_course_get_n_revisions (course));
  for (guint i = 0; i < milestones->len; i++)
    {
      const TwfMilestone *milestone = milestones->pdata[i];
      g_autofree char *moment = twf_cli_dup_moment (milestone->when);
      g_autofree char *when = twf_text_isolate (moment);

      twf_cli_print (cli,
                     _ ("  %.10s  %s  agreed %u of %u, brackets %u, words %u, in brackets %u\n"),
                     milestone->revision,
                     when,
                     milestone->n_agreed,
                     milestone->n_provisions,
                     milestone->n_brackets,
                     milestone->n_words,
                     milestone->n_waiting);
    }
}

/**
 * twf_cli_print_overview:
 * @cli: a run of a command
 * @overview: the figures of a plan
 * @course: (nullable): how it came there
 */
void
twf_cli_print_overview (TwfCli *cli, const TwfOverview *overview, TwfCourse *course)
{
  print_line (cli, "", _ ("Provisions"), overview->n_provisions);
  for (guint stage = 0; stage < TWF_N_STAGES; stage++)
    {
      print_line (cli, "", _ (stage_words[stage]), overview->stages[stage]);
      for (guint level = 0; stage == TWF_STAGE_AGREED && level < TWF_N_AGREEMENT_LEVELS; level++)
        print_line (cli, "  ", _ (level_words[level]), overview->levels[level]);
    }
  print_line (cli, "", _ ("Open brackets"), overview->n_brackets);
  print_sections (cli, overview);
  print_line (cli, "", _ ("Words of the text"), overview->n_words);
  print_line (cli, "", _ ("Words in brackets"), overview->n_waiting);
  print_holders (cli, overview);
  print_coverages (cli, overview);
  if (course != NULL)
    print_course (cli, course);
}

/* What numbers are of, as the figures open it. */
typedef struct
{
  TwfPlan *plan;
  TwfReckoning *reckoning;
} Counting;

static void
set_provisions (const Counting *counting,
                JsonObject *object,
                TwfFigureKind kind,
                const char *detail)
{
  g_auto (GStrv) ids = twf_reckoning_list (counting->reckoning, counting->plan, kind, detail);

  twf_cli_set_json_strings (object, "provisions", (const char *const *)ids);
}

static JsonObject *
count_to_json (const Counting *counting, TwfFigureKind kind, const char *detail, guint n)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "count", n);
  set_provisions (counting, object, kind, detail);
  return object;
}

static JsonObject *
stages_to_json (const Counting *counting, const TwfOverview *overview)
{
  JsonObject *object = json_object_new ();

  for (guint stage = 0; stage < TWF_N_STAGES; stage++)
    {
      const char *name = twf_stage_get_name (stage);

      json_object_set_object_member (
          object, name, count_to_json (counting, TWF_FIGURE_STAGE, name, overview->stages[stage]));
    }
  return object;
}

static JsonObject *
levels_to_json (const Counting *counting, const TwfOverview *overview)
{
  JsonObject *object = json_object_new ();

  for (guint level = 0; level < TWF_N_AGREEMENT_LEVELS; level++)
    {
      const char *name = twf_agreement_level_get_name (level);

      json_object_set_object_member (
          object, name, count_to_json (counting, TWF_FIGURE_LEVEL, name, overview->levels[level]));
    }
  return object;
}

static JsonArray *
sections_to_json (const Counting *counting, const TwfOverview *overview)
{
  JsonArray *array = json_array_new ();

  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    {
      const TwfSectionFigures *figures = &overview->sections[section];
      const char *name = twf_section_get_name (section);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "section", name);
      json_object_set_int_member (object, "of", figures->n_provisions);
      json_object_set_int_member (object, "agreed", figures->n_agreed);
      json_object_set_int_member (object, "brackets", figures->n_brackets);
      set_provisions (counting, object, TWF_FIGURE_BRACKETS, name);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
holders_to_json (const Counting *counting, const TwfOverview *overview)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < overview->holders->len; i++)
    {
      const TwfHolder *holder = overview->holders->pdata[i];
      JsonObject *object = json_object_new ();

      if (g_str_equal (holder->code, TWF_PROPOSED_BY_FACILITATOR))
        json_object_set_null_member (object, "delegation");
      else
        json_object_set_string_member (object, "delegation", holder->code);
      json_object_set_int_member (object, "brackets", holder->n_brackets);
      json_object_set_int_member (object, "proposals", holder->n_proposals);
      json_object_set_int_member (object, "reservations", holder->n_reservations);
      json_object_set_int_member (object, "pending", holder->n_pending);
      set_provisions (counting, object, TWF_FIGURE_HELD, holder->code);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
coverages_to_json (const Counting *counting, const TwfOverview *overview)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < overview->coverages->len; i++)
    {
      const TwfCoverage *coverage = overview->coverages->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "language", coverage->language);
      json_object_set_object_member (
          object,
          "agreed",
          count_to_json (counting, TWF_FIGURE_AGREED_IN, coverage->language, coverage->n_agreed));
      json_object_set_object_member (
          object,
          "missing",
          count_to_json (counting, TWF_FIGURE_MISSING, coverage->language, coverage->n_missing));
      json_object_set_object_member (
          object,
          "stale",
          count_to_json (counting, TWF_FIGURE_STALE, coverage->language, coverage->n_stale));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
course_to_json (TwfCourse *course)
{
  g_autoptr (GPtrArray) milestones = twf_course_list_milestones (course);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < milestones->len; i++)
    {
      const TwfMilestone *milestone = milestones->pdata[i];
      g_autofree char *when = twf_cli_dup_iso_moment (milestone->when, 0);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "revision", milestone->revision);
      json_object_set_int_member (item, "number", milestone->number);
      json_object_set_string_member (item, "when", when);
      json_object_set_int_member (item, "provisions", milestone->n_provisions);
      json_object_set_int_member (item, "agreed", milestone->n_agreed);
      json_object_set_int_member (item, "brackets", milestone->n_brackets);
      json_object_set_int_member (item, "words", milestone->n_words);
      json_object_set_int_member (item, "waiting", milestone->n_waiting);
      json_array_add_object_element (array, item);
    }
  json_object_set_int_member (object, "revisions", twf_course_get_n_revisions (course));
  json_object_set_array_member (object, "milestones", array);
  return object;
}

/**
 * twf_cli_overview_to_json:
 * @plan: a plan
 * @reckoning: its figures one by one
 * @overview: their sum
 * @course: (nullable): how it came there
 *
 * Returns: (transfer full): {"language", "provisions", "stages", "levels", "brackets", "sections",
 *   "words", "waiting", "delegations", "languages", "history"}; the last only with @course
 */
JsonObject *
twf_cli_overview_to_json (TwfPlan *plan,
                          TwfReckoning *reckoning,
                          const TwfOverview *overview,
                          TwfCourse *course)
{
  const Counting counting = { plan, reckoning };
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "language", twf_reckoning_get_language (reckoning));
  json_object_set_int_member (object, "provisions", overview->n_provisions);
  json_object_set_object_member (object, "stages", stages_to_json (&counting, overview));
  json_object_set_object_member (object, "levels", levels_to_json (&counting, overview));
  json_object_set_object_member (
      object,
      "brackets",
      count_to_json (&counting, TWF_FIGURE_BRACKETS, NULL, overview->n_brackets));
  json_object_set_array_member (object, "sections", sections_to_json (&counting, overview));
  json_object_set_int_member (object, "words", overview->n_words);
  json_object_set_object_member (
      object, "waiting", count_to_json (&counting, TWF_FIGURE_WAITING, NULL, overview->n_waiting));
  json_object_set_array_member (object, "delegations", holders_to_json (&counting, overview));
  json_object_set_array_member (object, "languages", coverages_to_json (&counting, overview));
  if (course != NULL)
    json_object_set_object_member (object, "history", course_to_json (course));
  return object;
}
