/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-error.h"

#include <glib/gi18n-lib.h>

/* The word that stands for the plan itself in place of a provision's id. */
#define THE_PLAN "plan"

static struct
{
  char *language;
  char *part;
  char *text;
  char *field;
  char **values;
} options;

static const GOptionEntry entries[] = {
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_ ("Language of the text"), "L" },
  { "text",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.text,
    N_ ("The new text; “-” reads standard input"),
    "T" },
  { "part",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.part,
    N_ ("Which text: body, responsible, time-frame, means or indicator"),
    "PART" },
  { "field", 0, 0, G_OPTION_ARG_FILENAME, &options.field, N_ ("Name of a field"), "F" },
  { "value",
    0,
    0,
    G_OPTION_ARG_FILENAME_ARRAY,
    &options.values,
    N_ ("Its value; may be repeated; an empty one removes the field"),
    "V" },
  { NULL },
};

static TwfEdit *
make_text_edit (const char *id, GError **error)
{
  g_autofree char *text = twf_cli_dup_text (options.text, error);
  TwfPart part = TWF_PART_BODY;

  if (text == NULL)
    return NULL;
  if (options.part != NULL && !twf_part_from_name (options.part, &part))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "--part %s", options.part);
      return NULL;
    }
  return twf_edit_new_text (id, part, options.language, text);
}

static TwfEdit *
make_values_edit (const char *id, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (gsize i = 0; options.values[i] != NULL; i++)
    {
      g_autofree char *value = twf_cli_dup_text (options.values[i], error);

      if (value == NULL)
        return NULL;
      if (*value != '\0')
        g_strv_builder_add (builder, value);
    }
  values = g_strv_builder_end (builder);
  return twf_edit_new_values (
      id, options.field, values[0] != NULL ? (const char *const *)values : NULL);
}

static int
edit_and_save (TwfCli *cli, TwfDesk *desk, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfEdit) edit = NULL;
  g_autofree char *revision = NULL;
  JsonObject *object;

  if (id != NULL && twf_plan_get_provision (twf_desk_get_plan (desk), id) == NULL)
    {
      g_set_error (&error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", id);
      return twf_cli_fail (cli, error, id);
    }
  edit = options.text != NULL ? make_text_edit (id, &error) : make_values_edit (id, &error);
  if (edit == NULL || !twf_plan_apply (twf_desk_get_plan (desk), edit, NULL, &error))
    return twf_cli_reject (cli, error, id != NULL ? id : twf_desk_get_path (desk));
  revision = twf_cli_save (cli, desk, id != NULL ? "Edit a provision" : "Edit the plan");
  if (revision == NULL)
    return TWF_EXIT_REFUSED;
  if (!cli->json)
    {
      twf_cli_print (cli, "%s\n", revision);
      return TWF_EXIT_DONE;
    }
  object = json_object_new ();
  if (id != NULL)
    json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "revision", revision);
  twf_cli_print_json (cli, object);
  return TWF_EXIT_DONE;
}

static int
run (TwfCli *cli, guint n_arguments, const char *const *arguments)
{
  gboolean is_text = options.text != NULL && options.language != NULL && options.field == NULL
                     && options.values == NULL;
  gboolean is_field = options.field != NULL && options.values != NULL && options.text == NULL
                      && options.language == NULL && options.part == NULL;
  TwfDesk *desk;
  int status;

  if (g_strcmp0 (options.field, TWF_FIELD_AGREED) == 0)
    return twf_cli_refuse (cli, _ ("What is agreed is recorded with twf agree and twf reopen."));
  if (!is_text && !is_field)
    return twf_cli_refuse (
        cli, _ ("Give either --language and --text, or --field and --value. See: twf help edit"));
  desk = twf_cli_open (cli, arguments[0]);
  if (desk == NULL)
    return TWF_EXIT_REFUSED;
  status = edit_and_save (cli, desk, g_str_equal (arguments[1], THE_PLAN) ? NULL : arguments[1]);
  twf_cli_close (desk);
  return status;
}

const TwfCommand twf_command_edit = {
  .name = "edit",
  .arguments = "PLAN ID (--language L --text T | --field F --value V)",
  .summary = N_ ("Change a text or a field"),
  .details = N_ ("Changes one text or one field of a provision, and prints the id of the revision. "
                 "In place of an ID, “plan” stands for the plan itself: its title and its fields."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = 2,
  .run = run,
};
