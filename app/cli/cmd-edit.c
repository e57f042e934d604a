/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-clock.h"
#include "twf-date.h"
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
  char *reader;
  char *when;
  gboolean orally;
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
  { "orally",
    0,
    0,
    G_OPTION_ARG_NONE,
    &options.orally,
    N_ ("It was read out in the room: an oral revision"),
    NULL },
  { "read-by",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.reader,
    N_ ("The delegation that read it out; without: the chair"),
    "CODE" },
  { "when",
    0,
    0,
    G_OPTION_ARG_FILENAME,
    &options.when,
    N_ ("When, such as 2010-07-19T17:00; without: now"),
    "TIME" },
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

/* An oral revision is the facilitator's to type, and a delegation of the plan's, or the chair, has
 * read it out. */
static gboolean
note_orally (TwfCli *cli, TwfDesk *desk)
{
  gint64 when = twf_clock_now ();

  if (!options.orally)
    return TRUE;
  if (options.when != NULL
      && (!g_utf8_validate (options.when, -1, NULL)
          || !twf_date_parse_moment (options.when, &when)))
    twf_cli_refuse (cli,
                    _ ("“%s” is not a date and time since 1970. Give it as "
                       "2010-07-19T17:00."),
                    options.when);
  else if (when > twf_clock_now ())
    twf_cli_refuse (cli, _ ("What was read out was read out before now. Give another --when."));
  else if (options.reader != NULL
           && twf_plan_get_delegation (twf_desk_get_plan (desk), options.reader) == NULL)
    twf_cli_refuse (cli, _ ("The plan has no delegation %s."), options.reader);
  else
    {
      twf_desk_set_orally (desk, options.reader, when);
      return TRUE;
    }
  return FALSE;
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
  if (!note_orally (cli, desk))
    return TWF_EXIT_REFUSED;
  edit = options.text != NULL ? make_text_edit (id, &error) : make_values_edit (id, &error);
  if (edit == NULL || !twf_plan_apply (twf_desk_get_plan (desk), edit, NULL, &error))
    return twf_cli_reject (cli, error, id != NULL ? id : twf_desk_get_path (desk));
  revision = twf_cli_save (cli,
                           desk,
                           options.orally ? "Oral revision"
                           : id != NULL   ? "Edit a provision"
                                          : "Edit the plan");
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
  if (g_strcmp0 (options.field, TWF_PLAN_PROCEDURE) == 0)
    return twf_cli_refuse (
        cli, _ ("What is done about the plan is recorded with twf silence and twf reading."));
  if (!options.orally && (options.reader != NULL || options.when != NULL))
    return twf_cli_refuse (cli, _ ("With --read-by and --when goes --orally."));
  if (options.orally && cli->as != NULL)
    return twf_cli_refuse (
        cli,
        _ ("An oral revision is the facilitator’s to record. Say with --read-by %s who read it "
           "out."),
        cli->as);
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
  .arguments = "PLAN ID (--language L --text T | --field F --value V) [--orally [--read-by CODE]]",
  .summary = N_ ("Change a text or a field"),
  .details = N_ ("Changes one text or one field of a provision, and prints the id of the revision. "
                 "In place of an ID, “plan” stands for the plan itself: its title and its fields. "
                 "With --orally it is an oral revision: the history and the certificate of changes "
                 "say when it was read out, and by whom."),
  .entries = entries,
  .saves = TRUE,
  .least = 2,
  .most = 2,
  .run = run,
};
