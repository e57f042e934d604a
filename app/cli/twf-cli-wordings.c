/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-wordings.h"

#include "twf-bidi.h"
#include "twf-cli-change.h"
#include "twf-desk-wordings.h"

#include <glib/gi18n-lib.h>

/* Signs of a revision's id that people are shown. */
#define SHORT_ID 10

/**
 * twf_cli_check_text:
 * @cli: a run
 * @part_name: (nullable): a part's name; %NULL: the body
 * @language: (nullable): a language
 * @part: (out): the part
 *
 * Returns: whether they can name a text; if not, the reason has been printed
 */
gboolean
twf_cli_check_text (TwfCli *cli, const char *part_name, const char *language, TwfPart *part)
{
  *part = TWF_PART_BODY;
  if (part_name != NULL && !twf_part_from_name (part_name, part))
    {
      twf_cli_refuse (cli,
                      _ ("“%s” is not a part. Give body, responsible, time-frame, means or "
                         "indicator."),
                      part_name);
      return FALSE;
    }
  if (language != NULL && !twf_language_is_valid (language))
    {
      twf_cli_refuse (cli, _ ("The plan has no language “%s”."), language);
      return FALSE;
    }
  return TRUE;
}

static void
set_nullable (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static JsonObject *
wording_to_json (const TwfFormerText *wording)
{
  JsonObject *object = json_object_new ();
  TwfRevision *revision = wording->origin->revision;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (twf_revision_get_when (revision));
  g_autofree char *when = moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("");

  json_object_set_string_member (object, "revision", twf_revision_get_id (revision));
  json_object_set_string_member (object, "author", twf_revision_get_author (revision));
  json_object_set_string_member (object, "when", when);
  json_object_set_string_member (object, "subject", twf_revision_get_subject (revision));
  twf_cli_set_json_strings (object, "owners", (const char *const *)wording->owners);
  set_nullable (object, "mandate", wording->origin->mandate);
  twf_cli_set_json_strings (object, "proposals", (const char *const *)wording->proposals);
  set_nullable (object, "reason", wording->reason);
  json_object_set_boolean_member (object, "merged", wording->origin->joined);
  set_nullable (object, "text", wording->text);
  set_nullable (
      object, "back_to", wording->back_to != NULL ? twf_revision_get_id (wording->back_to) : NULL);
  json_object_set_array_member (object, "runs", twf_cli_runs_to_json (wording->runs));
  return object;
}

static void
print_json (TwfCli *cli,
            GPtrArray *wordings,
            const char *id,
            TwfPart part,
            const char *language,
            guint n)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < n; i++)
    json_array_add_object_element (array, wording_to_json (wordings->pdata[i]));
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "part", twf_part_get_name (part));
  json_object_set_string_member (object, "language", language);
  json_object_set_array_member (object, "wordings", array);
  twf_cli_print_json (cli, object);
}

/* @language: (nullable): what the text is in, where that is known. */
static void
print_line (TwfCli *cli, const char *text, const char *language)
{
  g_autofree char *single = g_strdelimit (g_strdup (text), "\n\r", ' ');
  g_autofree char *isolated = twf_text_isolate_in (g_strchomp (single), language);

  twf_cli_print (cli, "    %s\n", isolated);
}

static void
print_runs (TwfCli *cli, const TwfFormerText *wording, const char *language)
{
  g_autoptr (GString) line = g_string_new (NULL);

  twf_cli_append_runs (line, wording->runs);
  print_line (cli, line->str, language);
}

static void
print_wording (TwfCli *cli, TwfDesk *desk, const TwfFormerText *wording, const char *language)
{
  TwfRevision *revision = wording->origin->revision;
  g_autofree char *when = twf_cli_dup_moment (twf_revision_get_when (revision));
  g_autofree char *codes = g_strjoinv (", ", wording->owners);
  g_autofree char *author = twf_cli_dup_author (desk, revision);
  g_autofree char *owner = twf_text_isolate (*codes != '\0' ? codes : author);
  g_autofree char *subject = twf_text_isolate (twf_revision_get_subject (revision));

  twf_cli_print (
      cli, "%.*s  %s  %s  %s", SHORT_ID, twf_revision_get_id (revision), when, owner, subject);
  if (wording->origin->mandate != NULL)
    {
      g_autofree char *mandate = twf_text_isolate (wording->origin->mandate);

      twf_cli_print (cli, "  (%s)", mandate);
    }
  twf_cli_print (cli, "\n");
  if (wording->reason != NULL)
    print_line (cli, wording->reason, NULL);
  if (wording->back_to != NULL)
    {
      g_autofree char *id = g_strndup (twf_revision_get_id (wording->back_to), SHORT_ID);
      g_autofree char *said = g_strdup_printf (_ ("Back to the wording of %s"), id);

      print_line (cli, said, NULL);
    }
  print_runs (cli, wording, language);
}

/**
 * twf_cli_list_wordings:
 * @cli: a run
 * @desk: a desk
 * @id: id of a provision
 * @part: which of its texts
 * @language: (nullable): its language; %NULL: the source language
 * @most: no more than this many; 0: all
 *
 * Prints every wording that the text had, the newest first.
 *
 * Returns: an exit status
 */
int
twf_cli_list_wordings (TwfCli *cli,
                       TwfDesk *desk,
                       const char *id,
                       TwfPart part,
                       const char *language,
                       guint most)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wordings = NULL;
  guint n;

  if (language == NULL)
    language = twf_plan_get_source_language (twf_desk_get_plan (desk));
  twf_desk_list_wordings_async (
      desk, id, part, language, NULL, NULL, twf_cli_store_result_cb, &result);
  wordings = twf_desk_list_wordings_finish (desk, twf_cli_await (&result), &error);
  if (wordings == NULL)
    return twf_cli_reject (cli, error, id);
  if (wordings->len == 0)
    return twf_cli_refuse (
        cli, _ ("%s never had such a text. Check the id, --language and --part."), id);
  n = most > 0 ? MIN (most, wordings->len) : wordings->len;
  if (cli->json)
    print_json (cli, wordings, id, part, language, n);
  for (guint i = 0; i < n && !cli->json; i++)
    print_wording (cli, desk, wordings->pdata[i], language);
  return TWF_EXIT_DONE;
}
