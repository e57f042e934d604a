/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include <glib/gi18n-lib.h>

static struct
{
  char *section;
  char *after;
  char *parent;
  char *language;
  char *text;
} options;

static const GOptionEntry entries[] = {
  { "section",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.section,
    N_ ("letter, pillars, rationale, principles, objectives, actions or procedure"),
    "S" },
  { "after",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.after,
    N_ ("The provision it follows; without: the last"),
    "ID" },
  { "parent",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.parent,
    N_ ("The provision it stands under"),
    "ID" },
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_ ("Language of the text"), "L" },
  { "text",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.text,
    N_ ("The text; “-” reads standard input"),
    "T" },
  { NULL },
};

/* Returns: (nullable): the new id. */
static char *
add (TwfCli *cli, TwfPlan *plan, TwfSection section, const char *text, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (TwfEdit) edit = NULL;

  if (options.after != NULL && twf_plan_get_provision (plan, options.after) != NULL
      && options.parent == NULL)
    options.parent
        = g_strdup (twf_provision_get_parent (twf_plan_get_provision (plan, options.after)));
  id = twf_plan_add (plan, section, options.parent, options.after, cli->as, error);
  if (id == NULL)
    return NULL;
  edit = twf_edit_new_text (id, TWF_PART_BODY, options.language, text);
  return twf_plan_apply (plan, edit, NULL, error) ? g_steal_pointer (&id) : NULL;
}

static int
add_and_save (TwfCli *cli, TwfDesk *desk, TwfSection section, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = add (cli, twf_desk_get_plan (desk), section, text, &error);
  g_autofree char *revision = NULL;
  JsonObject *object;

  if (id == NULL)
    return twf_cli_reject (cli, error, twf_desk_get_path (desk));
  revision = twf_cli_save (cli, desk, "Add a provision");
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      twf_cli_print (cli, "%s\n", id);
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
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TwfSection section;
  TwfDesk *desk;
  int status;

  if (options.section == NULL || options.language == NULL || options.text == NULL)
    return twf_cli_refuse (cli,
                           _ ("What to add is not clear. Give --section, --language and --text."));
  if (!twf_section_from_name (options.section, &section))
    return twf_cli_refuse (cli, _ ("“%s” is not a section. See: twf help add"), options.section);
  text = twf_cli_dup_text (options.text, &error);
  if (text == NULL)
    return twf_cli_fail (cli, error, options.text);
  if (*text == '\0')
    return twf_cli_refuse (cli, _ ("The text is empty. Give one with words in it."));
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = add_and_save (cli, desk, section, text);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_add = {
  .name = "add",
  .arguments = "PLAN --section S --language L --text T",
  .summary = N_ ("Add a provision"),
  .details = N_ ("Adds one provision with a text, and prints its id."),
  .entries = entries,
  .saves = TRUE,
  .least = 1,
  .most = 1,
  .run = run,
};
