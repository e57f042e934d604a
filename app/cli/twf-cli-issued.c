/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-issued.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

/* Signs of a revision's id that people are shown. */
#define SHORT_ID 10

/**
 * twf_cli_list_issued:
 * @cli: a run
 * @desk: a desk
 *
 * Returns: (transfer full) (nullable) (element-type TwfIssued): what was issued; %NULL: the reason
 *   has been printed
 */
GPtrArray *
twf_cli_list_issued (TwfCli *cli, TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *issued;

  twf_desk_list_issued_async (desk, NULL, twf_cli_store_result_cb, &result);
  issued = twf_desk_list_issued_finish (desk, twf_cli_await (&result), &error);
  if (issued == NULL)
    twf_cli_fail (cli, error, twf_desk_get_path (desk));
  return issued;
}

/* Where it was: with the clock of the place. */
static GDateTime *
find_moment (gint64 when, int offset_minutes)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset_minutes * 60);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/**
 * twf_cli_dup_issued_moment:
 * @issued: what was issued
 *
 * Returns: (transfer full): day and time of day where it was issued, with the zone
 */
char *
twf_cli_dup_issued_moment (const TwfIssued *issued)
{
  g_autoptr (GDateTime) moment
      = issued->by != NULL ? find_moment (issued->when, issued->offset_minutes) : NULL;

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M %:z") : g_strdup ("-");
}

/**
 * twf_cli_dup_iso_moment:
 * @when: seconds since 1970
 * @offset_minutes: from UTC
 *
 * Returns: (transfer full) (nullable): ISO 8601 with the zone; %NULL: it is no date
 */
char *
twf_cli_dup_iso_moment (gint64 when, int offset_minutes)
{
  g_autoptr (GDateTime) moment = find_moment (when, offset_minutes);

  return moment != NULL ? g_date_time_format_iso8601 (moment) : NULL;
}

/**
 * twf_cli_print_issued:
 * @cli: a run
 * @desk: a desk
 * @issued: what was issued
 *
 * Prints a line: symbol, revision, date and time with zone, who; the note behind it.
 */
void
twf_cli_print_issued (TwfCli *cli, TwfDesk *desk, const TwfIssued *issued)
{
  g_autofree char *symbol = twf_text_isolate (issued->symbol);
  g_autofree char *moment = twf_cli_dup_issued_moment (issued);
  g_autofree char *name = NULL;
  g_autofree char *by = NULL;
  g_autofree char *note = NULL;

  if (issued->is_damaged)
    {
      twf_cli_print (cli, "%s  %s\n", symbol, _ ("damaged: its revision cannot be read"));
      return;
    }
  name = twf_desk_dup_issuer (desk, issued, twf_cli_get_language ());
  by = twf_text_isolate (name != NULL ? name : "-");
  twf_cli_print (cli, "%s  %.*s  %s  %s", symbol, SHORT_ID, issued->revision, moment, by);
  if (issued->note != NULL)
    {
      g_autofree char *single = g_strdelimit (g_strdup (issued->note), "\n\r", ' ');

      note = twf_text_isolate (single);
      twf_cli_print (cli, "  %s", note);
    }
  twf_cli_print (cli, "\n");
}

/**
 * twf_cli_set_json_nullable:
 * @object: an object
 * @member: name of a member
 * @value: (nullable): its value
 */
void
twf_cli_set_json_nullable (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

/**
 * twf_cli_issued_to_json:
 * @issued: what was issued
 *
 * Returns: (transfer full): `{"symbol", "revision", "tag", "when", "by", "email", "note",
 *   "damaged"}`; what is not known is null
 */
JsonObject *
twf_cli_issued_to_json (const TwfIssued *issued)
{
  JsonObject *object = json_object_new ();
  g_autofree char *when
      = issued->by != NULL ? twf_cli_dup_iso_moment (issued->when, issued->offset_minutes) : NULL;

  json_object_set_string_member (object, "symbol", issued->symbol);
  twf_cli_set_json_nullable (object, "revision", issued->revision);
  json_object_set_string_member (object, "tag", issued->tag);
  twf_cli_set_json_nullable (object, "when", when);
  twf_cli_set_json_nullable (object, "by", issued->by);
  twf_cli_set_json_nullable (object, "email", issued->email);
  twf_cli_set_json_nullable (object, "note", issued->note);
  json_object_set_boolean_member (object, "damaged", issued->is_damaged);
  return object;
}
