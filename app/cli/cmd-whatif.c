/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-effect.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

/* "G77 (except EG)", "US (a12…)": codes and ids only, which read the same in every language. */
static char *
dup_stand (const TwfStand *stand)
{
  g_autofree char *words = twf_cli_dup_group (stand->code, (const char *const *)stand->except);

  return stand->rival != NULL ? g_strdup_printf (_ ("%s (asks for %s)"), words, stand->rival)
                              : g_steal_pointer (&words);
}

static void
print_stance (TwfCli *cli, const TwfStances *all, TwfStance stance)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < all->stands->len; i++)
    {
      const TwfStand *stand = all->stands->pdata[i];
      g_autofree char *words = stand->stance == stance ? dup_stand (stand) : NULL;

      if (words != NULL)
        g_strv_builder_add (builder, words);
    }
  if (stance == TWF_STANCE_SILENT)
    g_strv_builder_addv (builder, (const char **)all->silent);
  names = g_strv_builder_end (builder);
  if (names[0] == NULL)
    return;
  joined = g_strjoinv (", ", names);
  twf_cli_print (cli, "%s (%u): %s\n", twf_stance_get_words (stance), all->n[stance], joined);
}

static void
print_others (TwfCli *cli, const TwfProspect *prospect)
{
  for (guint i = 0; i < prospect->others->len; i++)
    {
      const TwfForeseen *foreseen = prospect->others->pdata[i];
      g_autofree char *sentence = twf_text_isolate (twf_sequel_get_words (foreseen->sequel));

      twf_cli_print (cli, "%s  %s\n", foreseen->pid, sentence);
    }
  for (guint i = 0; i < prospect->conditions->len; i++)
    {
      const TwfCondition *condition = prospect->conditions->pdata[i];
      g_autofree char *sentence = g_strdup_printf (
          _ ("%s withdraws it, since %s is accepted"), condition->code, condition->condition);
      g_autofree char *isolated = twf_text_isolate (sentence);

      twf_cli_print (cli, "%s  %s\n", condition->pid, isolated);
    }
  for (guint i = 0; prospect->reopened[i] != NULL; i++)
    {
      g_autofree char *sentence = twf_text_isolate (_ ("its agreement is reopened"));

      twf_cli_print (cli, "%s  %s\n", prospect->reopened[i], sentence);
    }
}

static void
print_open (TwfCli *cli, const TwfProspect *prospect)
{
  g_autofree char *open = g_strjoinv (", ", prospect->open);

  twf_cli_print (cli,
                 _ ("Open here: %u; in the plan: %u (now %u)"),
                 g_strv_length (prospect->open),
                 prospect->n_open,
                 prospect->n_open_now);
  twf_cli_print (cli, "%s%s\n", *open != '\0' ? "  " : "", open);
}

static JsonArray *
stands_to_json (const TwfStances *all, TwfStance stance)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < all->stands->len; i++)
    {
      const TwfStand *stand = all->stands->pdata[i];
      JsonObject *object;

      if (stand->stance != stance)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "delegation", stand->code);
      twf_cli_set_json_strings (object, "except", (const char *const *)stand->except);
      if (stand->rival != NULL)
        json_object_set_string_member (object, "proposal", stand->rival);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
stances_to_json (const TwfStances *all)
{
  JsonObject *object = json_object_new ();
  JsonObject *counts = json_object_new ();

  for (TwfStance stance = 0; stance < TWF_N_STANCES; stance++)
    {
      if (stance != TWF_STANCE_SILENT)
        json_object_set_array_member (
            object, twf_stance_get_name (stance), stands_to_json (all, stance));
      json_object_set_int_member (counts, twf_stance_get_name (stance), all->n[stance]);
    }
  twf_cli_set_json_strings (
      object, twf_stance_get_name (TWF_STANCE_SILENT), (const char *const *)all->silent);
  json_object_set_object_member (object, "count", counts);
  return object;
}

static JsonArray *
conditions_to_json (const TwfProspect *prospect)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < prospect->conditions->len; i++)
    {
      const TwfCondition *condition = prospect->conditions->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", condition->pid);
      json_object_set_string_member (object, "delegation", condition->code);
      json_object_set_string_member (object, "proposal", condition->condition);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonArray *
others_to_json (const TwfProspect *prospect)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < prospect->others->len; i++)
    {
      const TwfForeseen *foreseen = prospect->others->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "id", foreseen->pid);
      if (foreseen->provision != NULL)
        json_object_set_string_member (object, "provision", foreseen->provision);
      else
        json_object_set_null_member (object, "provision");
      json_object_set_string_member (object, "becomes", twf_sequel_get_name (foreseen->sequel));
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
to_json (const char *pid, const TwfProspect *prospect)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", pid);
  json_object_set_boolean_member (object, "possible", prospect->hindrance == NULL);
  json_object_set_object_member (object, "stances", stances_to_json (prospect->stances));
  if (prospect->hindrance != NULL)
    return object;
  json_object_set_array_member (object, "others", others_to_json (prospect));
  json_object_set_array_member (object, "conditions", conditions_to_json (prospect));
  twf_cli_set_json_strings (object, "reopened", (const char *const *)prospect->reopened);
  twf_cli_set_json_strings (object, "open", (const char *const *)prospect->open);
  json_object_set_int_member (object, "open-in-plan", prospect->n_open);
  json_object_set_int_member (object, "open-now", prospect->n_open_now);
  return object;
}

static int
foresee (TwfCli *cli, TwfPlan *plan, const char *name)
{
  g_autofree char *pid = twf_cli_find_proposal (cli, plan, name);
  g_autoptr (TwfProspect) prospect = pid != NULL ? twf_prospect_new (plan, pid) : NULL;

  if (prospect == NULL)
    return TWF_EXIT_REFUSED;
  if (cli->json)
    twf_cli_print_json (cli, to_json (pid, prospect));
  else
    {
      for (TwfStance stance = 0; stance < TWF_N_STANCES; stance++)
        print_stance (cli, prospect->stances, stance);
      if (prospect->hindrance != NULL)
        twf_cli_print (cli,
                       _ ("It cannot be accepted as things stand: %s\n"),
                       twf_prospect_get_hindrance (plan, pid, prospect->hindrance));
      else
        {
          print_others (cli, prospect);
          print_open (cli, prospect);
        }
    }
  return prospect->hindrance == NULL ? TWF_EXIT_DONE : TWF_EXIT_NEEDS_PERSON;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  TwfDesk *desk = twf_cli_open (cli, arguments[0]);
  int status;

  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = foresee (cli, twf_desk_get_plan (desk), arguments[1]);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_whatif = {
  .name = "whatif",
  .arguments = "PLAN PROPOSAL",
  .summary = N_ ("Tell who is left and what would come of accepting a proposal"),
  .details
  = N_ ("Prints who accepts it, reflects on it, reserves or objects, and who has said nothing: "
        "each delegation counts once, members with their group but for those that say something "
        "else themselves. Then what would become of other proposals, which conditions would be "
        "met, which agreements reopened, and what would still be open. Nothing is done. The exit "
        "status is 1 if it cannot be accepted as things stand."),
  .least = 2,
  .most = 2,
  .run = run,
};
