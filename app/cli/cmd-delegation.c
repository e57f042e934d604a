/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-bidi.h"
#include "twf-delegation-words.h"
#include "twf-groups.h"
#include "twf-hostile.h"
#include "twf-region.h"

#include <glib/gi18n-lib.h>

static struct
{
  char **names;
  char **members;
  gboolean remove;
} options;

static const GOptionEntry entries[] = {
  { "name",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.names,
    N_ ("Its name in a language of the plan, as in en=Egypt; may be repeated"),
    "L=TEXT" },
  { "member",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.members,
    N_ ("Of a group: who is in it; may be repeated; an empty one: nobody"),
    "CODE" },
  { "remove", 0, 0, G_OPTION_ARG_NONE, &options.remove, N_ ("It is to go"), NULL },
  { NULL },
};

static JsonObject *
delegation_to_json (TwfPlan *plan, TwfDelegation *delegation)
{
  const char *const *languages = twf_plan_get_languages (plan);
  JsonObject *object = json_object_new ();
  JsonObject *names = json_object_new ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = twf_delegation_dup_name (delegation, languages[i]);

      json_object_set_string_member (names, languages[i], name);
    }
  json_object_set_string_member (object, "code", twf_delegation_get_code (delegation));
  json_object_set_object_member (object, "names", names);
  twf_cli_set_json_strings (
      object, "members", twf_delegation_get_values (delegation, TWF_DELEGATION_MEMBER));
  return object;
}

/* "G77  Group of 77: EG, MX" */
static void
print_delegation (TwfCli *cli, TwfDelegation *delegation)
{
  const char *const *members = twf_delegation_get_values (delegation, TWF_DELEGATION_MEMBER);
  g_autofree char *name = twf_delegation_dup_name (delegation, twf_cli_get_language ());
  g_autofree char *isolated = twf_text_isolate (name);
  g_autofree char *joined = members != NULL ? g_strjoinv (", ", (char **)members) : NULL;

  twf_cli_print (cli,
                 "%s  %s%s%s\n",
                 twf_delegation_get_code (delegation),
                 isolated,
                 joined != NULL ? ": " : "",
                 joined != NULL ? joined : "");
}

static int
list (TwfCli *cli, TwfPlan *plan)
{
  g_autoptr (GPtrArray) delegations = twf_delegations_list (plan, twf_cli_get_language ());
  JsonArray *array = cli->json ? json_array_new () : NULL;
  JsonObject *object;

  for (guint i = 0; i < delegations->len; i++)
    if (array != NULL)
      json_array_add_object_element (array, delegation_to_json (plan, delegations->pdata[i]));
    else
      print_delegation (cli, delegations->pdata[i]);
  if (array == NULL)
    return TWF_EXIT_DONE;
  object = json_object_new ();
  json_object_set_array_member (object, "delegations", array);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

/* FALSE: the reason has been printed. */
static gboolean
put_names (TwfCli *cli, TwfPlan *plan, TwfDelegation *delegation)
{
  const char *const *languages = twf_plan_get_languages (plan);

  for (guint i = 0; options.names != NULL && options.names[i] != NULL; i++)
    {
      const char *sign = strchr (options.names[i], '=');
      g_autofree char *language
          = sign != NULL ? g_strndup (options.names[i], (gsize)(sign - options.names[i])) : NULL;
      g_autoptr (GError) error = NULL;

      if (language == NULL || !g_strv_contains (languages, language))
        {
          g_autofree char *joined = g_strjoinv (", ", (char **)languages);

          twf_cli_refuse (cli,
                          _ ("--name %s: begin with a language of the plan (%s) and “=”."),
                          options.names[i],
                          joined);
          return FALSE;
        }
      if (!twf_text_check_storable (sign + 1, &error))
        {
          twf_cli_reject (cli, error, twf_delegation_get_code (delegation));
          return FALSE;
        }
      twf_delegation_set_localized (delegation, TWF_DELEGATION_NAME, language, sign + 1);
    }
  return TRUE;
}

/* FALSE: the reason has been printed. */
static gboolean
put_members (TwfCli *cli, TwfPlan *plan, TwfDelegation *delegation)
{
  const char *code = twf_delegation_get_code (delegation);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) members = NULL;
  const char *circle;

  for (guint i = 0; options.members[i] != NULL; i++)
    {
      if (options.members[i][0] == '\0')
        continue;
      if (!twf_delegation_code_is_valid (options.members[i]))
        {
          twf_cli_refuse (
              cli, _ ("“%s” is no code of a delegation, such as EG or G77."), options.members[i]);
          return FALSE;
        }
      g_strv_builder_add (builder, options.members[i]);
    }
  members = g_strv_builder_end (builder);
  circle = twf_group_find_circle (plan, code, (const char *const *)members);
  if (circle != NULL)
    {
      g_autofree char *sentence = twf_group_circle_dup_words (code, circle);

      twf_cli_refuse (cli, "%s", sentence);
      return FALSE;
    }
  twf_delegation_set_values (delegation, TWF_DELEGATION_MEMBER, (const char *const *)members);
  return TRUE;
}

static gboolean
is_state (const char *code)
{
  g_autofree char *name = twf_region_dup_name (code, "en");

  return name != NULL && !g_str_equal (name, code);
}

/* What is to be done; NULL: the reason has been printed. */
static TwfEdit *
make_edit (TwfCli *cli, TwfPlan *plan, const char *code)
{
  TwfDelegation *standing = twf_plan_get_delegation (plan, code);
  g_autoptr (TwfDelegation) delegation = NULL;
  TwfDelegationUses uses;

  if (options.remove)
    {
      if (standing == NULL)
        twf_cli_refuse (cli, _ ("The plan has no delegation %s."), code);
      else if (twf_delegation_find_uses (plan, code, &uses))
        {
          g_autofree char *sentence
              = twf_delegation_uses_dup_words (&uses, code, TWF_DIGITS_WESTERN);

          twf_cli_refuse (cli, "%s", sentence);
        }
      else
        return twf_edit_new_drop_delegation (code);
      return NULL;
    }
  if (standing == NULL && options.names == NULL && !is_state (code))
    {
      twf_cli_refuse (
          cli, _ ("%s is no state’s code. Give the group a name: --name L=TEXT."), code);
      return NULL;
    }
  delegation = standing != NULL ? twf_delegation_copy (standing) : twf_delegation_new (code);
  if (!put_names (cli, plan, delegation)
      || (options.members != NULL && !put_members (cli, plan, delegation)))
    return NULL;
  return twf_edit_new_delegation (delegation);
}

static int
change (TwfCli *cli, TwfDesk *desk, const char *code)
{
  TwfPlan *plan = twf_desk_get_plan (desk);
  g_autoptr (TwfEdit) edit = make_edit (cli, plan, code);
  const char *verb = options.remove                                 ? "Remove"
                     : twf_plan_get_delegation (plan, code) != NULL ? "Change"
                                                                    : "Add";
  g_autofree char *message = g_strdup_printf ("%s delegation %s", verb, code);
  g_autofree char *revision = NULL;
  g_autoptr (GError) error = NULL;

  if (edit == NULL)
    return TWF_EXIT_REFUSED;
  if (!twf_plan_apply (plan, edit, NULL, &error))
    return twf_cli_reject (cli, error, code);
  revision = twf_cli_save (cli, desk, message);
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (cli->json)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "code", code);
      json_object_set_string_member (object, "revision", revision);
      twf_cli_print_json (cli, object);
    }
  else
    twf_cli_print (cli, "%s\n", revision);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  const char *code = n_arguments > 1 ? arguments[1] : NULL;
  gboolean asks = options.names != NULL || options.members != NULL;
  TwfDesk *desk;
  int status;

  if (code == NULL && (asks || options.remove))
    return twf_cli_refuse (cli, _ ("Which delegation is not clear. Give its code."));
  if (options.remove && asks)
    return twf_cli_refuse (cli, _ ("--remove goes alone."));
  if (code != NULL && !twf_delegation_code_is_valid (code))
    return twf_cli_refuse (cli, _ ("“%s” is no code of a delegation, such as EG or G77."), code);
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = code != NULL ? change (cli, desk, code) : list (cli, twf_desk_get_plan (desk));
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_delegation = {
  .name = "delegation",
  .arguments = "PLAN [CODE [--name L=TEXT...] [--member CODE...] | CODE --remove]",
  .summary = N_ ("List, add, change or remove delegations and groups"),
  .details
  = N_ ("Without CODE, prints the delegations and groups in the order of the alphabet, groups with "
        "their members. With CODE, one is added, or what is given is changed. A state is known by "
        "its ISO 3166 code and needs no name; a group has a code such as G77, a name, and the "
        "members that are given, all of them. What a group says counts for its members, but for "
        "one that says something else itself. One that the plan still names is not removed. "
        "Prints the id of the revision."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 2,
  .run = run,
};
