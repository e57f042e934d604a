/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-change.h"

#include "twf-bidi.h"

static const char *const kinds[] = {
  [TWF_CHANGE_ADDED] = "added", [TWF_CHANGE_REMOVED] = "removed", [TWF_CHANGE_MOVED] = "moved",
  [TWF_CHANGE_TEXT] = "text",   [TWF_CHANGE_FIELD] = "field",
};

static const char *const run_kinds[] = {
  [TWF_RUN_EQUAL] = "equal",
  [TWF_RUN_DELETED] = "deleted",
  [TWF_RUN_INSERTED] = "inserted",
};

/* What @change is about: the words differ only where both sides may have some. */
static gboolean
has_runs (const TwfChange *change)
{
  return change->kind != TWF_CHANGE_FIELD && change->kind != TWF_CHANGE_MOVED
         && (change->old_value != NULL || change->new_value != NULL);
}

static void
set_nullable (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static JsonArray *
runs_to_json (const TwfChange *change)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GPtrArray) runs = twf_change_dup_runs (change);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "kind", run_kinds[run->kind]);
      json_object_set_string_member (object, "text", run->text);
      json_array_add_object_element (array, object);
    }
  return array;
}

/**
 * twf_cli_change_to_json:
 * @change: a change
 *
 * Returns: (transfer full): {"kind", "id", "section", "delegation", "part", "language", "field",
 *   "old", "new", "runs"}; what does not apply is null or missing
 */
JsonObject *
twf_cli_change_to_json (const TwfChange *change)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", kinds[change->kind]);
  set_nullable (object, "id", change->id);
  if (change->id != NULL)
    json_object_set_string_member (object, "section", twf_section_get_name (change->section));
  if (change->delegation != NULL)
    json_object_set_string_member (object, "delegation", change->delegation);
  if (change->language != NULL)
    {
      json_object_set_string_member (object, "part", twf_part_get_name (change->part));
      json_object_set_string_member (object, "language", change->language);
    }
  if (change->field != NULL)
    json_object_set_string_member (object, "field", change->field);
  set_nullable (object, "old", change->old_value);
  set_nullable (object, "new", change->new_value);
  if (has_runs (change))
    json_object_set_array_member (object, "runs", runs_to_json (change));
  return object;
}

static char *
dup_subject (const TwfChange *change)
{
  if (change->id != NULL)
    return g_strconcat (change->id, " ", twf_section_get_name (change->section), NULL);
  if (change->delegation != NULL)
    return g_strconcat ("delegation ", change->delegation, NULL);
  return g_strdup ("plan");
}

static char *
dup_what (const TwfChange *change)
{
  if (change->field != NULL)
    return g_strdup (change->field);
  if (change->language != NULL && change->part != TWF_PART_BODY)
    return g_strconcat (twf_part_get_name (change->part), ".", change->language, NULL);
  if (change->language != NULL)
    return g_strdup (change->language);
  return g_strdup (kinds[change->kind]);
}

/* Each run is isolated, so that the marks round it stay where they are whatever its direction; the
 * whole is isolated too and takes its direction from the first word. */
static void
append_runs (GString *line, const TwfChange *change)
{
  g_autoptr (GPtrArray) runs = twf_change_dup_runs (change);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      g_autofree char *isolated = twf_text_isolate (run->text);

      if (run->kind == TWF_RUN_EQUAL)
        g_string_append (line, run->text);
      else if (run->kind == TWF_RUN_DELETED)
        g_string_append_printf (line, "[-%s-]", isolated);
      else
        g_string_append_printf (line, "{+%s+}", isolated);
    }
}

static void
append_values (GString *line, const TwfChange *change)
{
  g_autofree char *former = twf_text_isolate (change->old_value != NULL ? change->old_value : "");
  g_autofree char *latter = twf_text_isolate (change->new_value != NULL ? change->new_value : "");

  if (change->old_value != NULL)
    g_string_append_printf (line, "[-%s-]", former);
  if (change->new_value != NULL)
    g_string_append_printf (line, "{+%s+}", latter);
}

/**
 * twf_cli_print_change:
 * @cli: a run
 * @change: a change
 *
 * Prints one line: what it is about, which text or field, and the words.
 */
void
twf_cli_print_change (TwfCli *cli, const TwfChange *change)
{
  g_autofree char *subject = dup_subject (change);
  g_autofree char *what = dup_what (change);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *isolated = NULL;

  if (has_runs (change))
    append_runs (line, change);
  else
    append_values (line, change);
  isolated = line->len > 0 ? twf_text_isolate (line->str) : g_strdup ("");
  twf_cli_print (cli,
                 "%s  %s%s%s: %s\n",
                 subject,
                 change->kind == TWF_CHANGE_ADDED || change->kind == TWF_CHANGE_REMOVED
                     ? kinds[change->kind]
                     : "",
                 change->kind == TWF_CHANGE_ADDED || change->kind == TWF_CHANGE_REMOVED ? " " : "",
                 what,
                 isolated);
}

static void
print_escaped (TwfCli *cli, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (cli->out, escaped);
}

/**
 * twf_cli_begin_html:
 * @cli: a run
 *
 * Prints what stands before the changes. Deletion and insertion differ by more than colour.
 */
void
twf_cli_begin_html (TwfCli *cli)
{
  twf_cli_print (cli,
                 "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<style>\n"
                 "del { color: #a51d2d; text-decoration: line-through }\n"
                 "ins { color: #1b6b3a; text-decoration: underline double }\n"
                 "</style>\n</head>\n<body>\n");
}

/**
 * twf_cli_print_change_html:
 * @cli: a run
 * @change: a change
 *
 * Prints one paragraph in the language and direction of its text.
 */
void
twf_cli_print_change_html (TwfCli *cli, const TwfChange *change)
{
  g_autofree char *subject = dup_subject (change);
  g_autofree char *what = dup_what (change);
  const char *language = change->language;

  twf_cli_print (cli, "<h2><bdi>%s</bdi> <bdi>%s</bdi></h2>\n<p", subject, what);
  if (language != NULL)
    twf_cli_print (cli,
                   " lang=\"%s\" dir=\"%s\"",
                   language,
                   twf_language_get_direction (language) == TWF_DIRECTION_RTL ? "rtl" : "ltr");
  g_string_append_c (cli->out, '>');
  if (has_runs (change))
    {
      g_autoptr (GPtrArray) runs = twf_change_dup_runs (change);
      static const char *const tags[] = { "span", "del", "ins" };

      for (guint i = 0; i < runs->len; i++)
        {
          const TwfRun *run = runs->pdata[i];

          twf_cli_print (cli, "<%s>", tags[run->kind]);
          print_escaped (cli, run->text);
          twf_cli_print (cli, "</%s>", tags[run->kind]);
        }
    }
  else
    {
      g_string_append (cli->out, "<del><bdi>");
      print_escaped (cli, change->old_value != NULL ? change->old_value : "");
      g_string_append (cli->out, "</bdi></del> <ins><bdi>");
      print_escaped (cli, change->new_value != NULL ? change->new_value : "");
      g_string_append (cli->out, "</bdi></ins>");
    }
  g_string_append (cli->out, "</p>\n");
}

/**
 * twf_cli_end_html:
 * @cli: a run
 *
 * Prints what stands behind the changes.
 */
void
twf_cli_end_html (TwfCli *cli)
{
  twf_cli_print (cli, "</body>\n</html>\n");
}
