/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli.h"

#include "twf-normal.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * twf_cli_print_json:
 * @cli: a run
 * @object: (transfer full): what to print
 *
 * Adds one JSON object to standard output.
 */
void
twf_cli_print_json (TwfCli *cli, JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_take_object (node, object);
  text = json_to_string (node, TRUE);
  g_string_append (cli->out, text);
  g_string_append_c (cli->out, '\n');
}

/**
 * twf_cli_get_language:
 *
 * Returns: the language of who runs the command, a BCP 47 tag
 */
const char *
twf_cli_get_language (void)
{
  static char *language;
  const char *name = g_get_language_names ()[0];

  if (language == NULL)
    language = g_strndup (name, strcspn (name, "_.@"));
  return *language == '\0' || g_str_equal (language, "C") ? "en" : language;
}

/**
 * twf_cli_dup_author:
 * @desk: an open plan
 * @revision: one of its revisions
 *
 * Returns: (transfer full): who made it, in the language of the messages; see twf_desk_dup_author()
 */
char *
twf_cli_dup_author (TwfDesk *desk, TwfRevision *revision)
{
  return twf_desk_dup_author (desk, revision, twf_cli_get_language ());
}

/**
 * twf_cli_dup_moment:
 * @when: seconds since 1970
 *
 * Returns: (transfer full): day and time of day where the command runs
 */
char *
twf_cli_dup_moment (gint64 when)
{
  static GTimeZone *here = NULL;
  g_autoptr (GDateTime) universal = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) moment = NULL;

  /* Looked up once: GLib asks the disk each time. */
  if (here == NULL)
    here = g_time_zone_new_local ();
  if (universal != NULL)
    moment = g_date_time_to_timezone (universal, here);
  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M") : g_strdup ("");
}

/**
 * twf_cli_dup_utc:
 * @when: seconds since 1970
 *
 * Returns: (transfer full): ISO 8601, in UTC
 */
char *
twf_cli_dup_utc (gint64 when)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (when);

  return moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("");
}

/**
 * twf_cli_dup_text:
 * @argument: a text of the command line; "-": what standard input holds
 * @error: return location
 *
 * Returns: (transfer full): the text, without the line ends at its end
 * Errors: TWF_ERROR_ENCODING if it is not UTF-8; as twf_read_foreign_file()
 */
char *
twf_cli_dup_text (const char *argument, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (!g_str_equal (argument, "-"))
    bytes = g_bytes_new (argument, strlen (argument));
  else
    bytes = twf_read_foreign_file ("-", TWF_IMPORT_MOST_BYTES, NULL, error);
  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) == 0)
    return g_strdup ("");
  text = twf_text_decode (bytes, error);
  for (gsize n = text != NULL ? strlen (text) : 0;
       n > 0 && (text[n - 1] == '\n' || text[n - 1] == '\r');
       n--)
    text[n - 1] = '\0';
  return text;
}

/* Who acts, where the command does not say: the setting of the window. */
static char *
dup_settings_identity (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *identity = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "identity"))
    return NULL;
  settings = g_settings_new (APPLICATION_ID);
  identity = g_settings_get_string (settings, "identity");
  return twf_delegation_code_is_valid (identity) ? g_steal_pointer (&identity) : NULL;
}

static int
settle_author (TwfCli *cli)
{
  if (cli->as != NULL && !twf_delegation_code_is_valid (cli->as))
    return twf_cli_refuse (
        cli, _ ("“%s” is not the code of a delegation. Give one such as EG."), cli->as);
  if (cli->command->saves && cli->as == NULL && cli->branch == NULL)
    cli->as = dup_settings_identity ();
  return TWF_EXIT_DONE;
}

/* {"path", "language", "runs": [{"kind", "text", "move", "edited"}]} */
static void
print_runs_json (TwfCli *cli, GPtrArray *runs, const char *name, const char *language)
{
  JsonObject *object = json_object_new ();

  if (name != NULL)
    json_object_set_string_member (object, "path", name);
  if (language != NULL)
    json_object_set_string_member (object, "language", language);
  json_object_set_array_member (object, "runs", twf_cli_runs_to_json (runs));
  twf_cli_print_json (cli, object);
}

/* clang-format off */
static const TwfCommand *const commands[] = {
  &twf_command_new,
  &twf_command_import,
  &twf_command_show,
  &twf_command_add,
  &twf_command_edit,
  &twf_command_apply,
  &twf_command_replace,
  &twf_command_propose,
  &twf_command_proposals,
  &twf_command_position,
  &twf_command_accept,
  &twf_command_park,
  &twf_command_reject,
  &twf_command_withdraw,
  &twf_command_whatif,
  &twf_command_reopen,
  &twf_command_agree,
  &twf_command_reserve,
  &twf_command_reading,
  &twf_command_silence,
  &twf_command_sync,
  &twf_command_merge,
  &twf_command_send,
  &twf_command_receive,
  &twf_command_inbox,
  &twf_command_join,
  &twf_command_log,
  &twf_command_diff,
  &twf_command_words,
  &twf_command_restore,
  &twf_command_issue,
  &twf_command_cleared,
  &twf_command_since,
  &twf_command_account,
  &twf_command_key,
  &twf_command_register,
  &twf_command_delegation,
  &twf_command_overview,
  &twf_command_translations,
  &twf_command_translated,
  &twf_command_compile,
  &twf_command_export,
  &twf_command_check,
  &twf_command_agreed,
  &twf_command_merge_text,
  &twf_command_diff_text,
  &twf_command_help,
  NULL,
};
/* clang-format on */

/* Everything that twf can do. */
const TwfProgram twf_cli_program = {
  .commands = commands,
  .help = &twf_command_help,
  .settle_author = settle_author,
  .print_runs_json = print_runs_json,
};
