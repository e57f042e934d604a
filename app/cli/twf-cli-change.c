/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-change.h"

#include "twf-print-runs.h"

#include "twf-bidi.h"
#include "twf-shift-words.h"

static const char *const kinds[] = {
  [TWF_CHANGE_ADDED] = "added",
  [TWF_CHANGE_REMOVED] = "removed",
  [TWF_CHANGE_MOVED] = "moved",
  [TWF_CHANGE_TEXT] = "text",
  [TWF_CHANGE_FIELD] = "field",
  [TWF_CHANGE_PROPOSAL_ADDED] = "proposal-added",
  [TWF_CHANGE_PROPOSAL_REMOVED] = "proposal-removed",
  [TWF_CHANGE_PROPOSAL] = "proposal",
  [TWF_CHANGE_REMARK_ADDED] = "remark-added",
  [TWF_CHANGE_REMARK_REMOVED] = "remark-removed",
};

static gboolean
is_of_proposal (const TwfChange *change)
{
  return change->kind == TWF_CHANGE_PROPOSAL || change->kind == TWF_CHANGE_PROPOSAL_ADDED
         || change->kind == TWF_CHANGE_PROPOSAL_REMOVED;
}

static void
set_nullable (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static char *
dup_shift (const TwfChange *change)
{
  return twf_change_has_words (change) && change->language != NULL
             ? twf_shift_dup_words (change->old_value, change->new_value, change->language)
             : NULL;
}

static void
set_strength (JsonObject *object, const TwfChange *change)
{
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  TwfShift shift
      = twf_strength_compare (change->old_value, change->new_value, change->language, &was, &is);
  JsonObject *strength;

  if (shift == TWF_SHIFT_NONE)
    return;
  strength = json_object_new ();
  json_object_set_string_member (
      strength, "shift", shift == TWF_SHIFT_SOFTER ? "softer" : "stronger");
  json_object_set_string_member (strength, "old", was);
  json_object_set_string_member (strength, "new", is);
  json_object_set_object_member (object, "strength", strength);
}

static void
set_proposal (JsonObject *object, const TwfChange *change)
{
  g_auto (GStrv) owners = change->who != NULL ? g_strsplit (change->who, ", ", -1) : NULL;

  json_object_set_string_member (object, "proposal", change->item);
  json_object_set_string_member (object, "asks", twf_proposal_kind_get_name (change->asks));
  twf_cli_set_json_strings (object, "owners", (const char *const *)owners);
}

/**
 * twf_cli_change_to_json:
 * @change: a change
 *
 * Returns: (transfer full): {"kind", "id", "section", "delegation", "part", "language", "field",
 *   "old", "new", "runs"}, of a proposal also {"proposal", "owners", "asks"}, of a remark
 * {"remark", "author"}; where words are softer or stronger {"strength": {"shift", "old", "new"}};
 * what does not apply is null or missing
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
  if (is_of_proposal (change))
    set_proposal (object, change);
  else if (change->item != NULL)
    {
      json_object_set_string_member (object, "remark", change->item);
      set_nullable (object, "author", change->who);
    }
  if (change->language != NULL)
    {
      json_object_set_string_member (object, "part", twf_part_get_name (change->part));
      json_object_set_string_member (object, "language", change->language);
    }
  if (change->field != NULL)
    json_object_set_string_member (object, "field", change->field);
  set_nullable (object, "old", change->old_value);
  set_nullable (object, "new", change->new_value);
  if (twf_change_has_words (change))
    {
      g_autoptr (GPtrArray) runs = twf_change_dup_runs (change);

      json_object_set_array_member (object, "runs", twf_cli_runs_to_json (runs));
      set_strength (object, change);
    }
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

/* Which text or field, in short. */
static char *
dup_which (const TwfChange *change)
{
  if (change->field != NULL)
    return g_strdup (change->field);
  if (change->language != NULL && change->part != TWF_PART_BODY)
    return g_strconcat (twf_part_get_name (change->part), ".", change->language, NULL);
  return g_strdup (change->language);
}

/* "ar", "added ar", "moved", "proposal-added PID EG, IQ replace ar", "remark-added RID EG". */
static char *
dup_what (const TwfChange *change)
{
  g_autofree char *which = dup_which (change);
  GString *what = g_string_new (NULL);
  gboolean plain = change->kind == TWF_CHANGE_TEXT || change->kind == TWF_CHANGE_FIELD;

  if (!plain)
    g_string_append (what, kinds[change->kind]);
  if (change->item != NULL)
    {
      g_autofree char *who = twf_text_isolate (change->who != NULL ? change->who : "");

      g_string_append_printf (what, " %s %s", change->item, who);
    }
  if (is_of_proposal (change))
    g_string_append_printf (what, " %s", twf_proposal_kind_get_name (change->asks));
  if (which != NULL)
    g_string_append_printf (what, "%s%s", what->len > 0 ? " " : "", which);
  return g_string_free (what, FALSE);
}

/**
 * twf_cli_append_runs:
 * @line: where to
 * @runs: (element-type TwfRun): a difference
 *
 * Each run is isolated, so that the marks round it stay where they are whatever its direction; the
 * whole is to be isolated too and takes its direction from the first word.
 */
void
twf_cli_append_runs (GString *line, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];
      g_autofree char *isolated = twf_text_isolate (run->text);

      if (run->kind == TWF_RUN_EQUAL)
        g_string_append (line, run->text);
      else if (run->move > 0 && !run->edited)
        g_string_append_printf (
            line, run->kind == TWF_RUN_DELETED ? "[~%u %s~]" : "{~%u %s~}", run->move, isolated);
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
 * Prints one line: what it is about, which text or field, the words, and whether they are softer or
 * stronger.
 */
void
twf_cli_print_change (TwfCli *cli, const TwfChange *change)
{
  g_autofree char *subject = dup_subject (change);
  g_autofree char *what = dup_what (change);
  g_autofree char *shift = dup_shift (change);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = NULL;
  g_autofree char *isolated = NULL;

  if (twf_change_has_words (change))
    {
      runs = twf_change_dup_runs (change);
      twf_cli_append_runs (line, runs);
    }
  else
    append_values (line, change);
  isolated = line->len > 0 ? twf_text_isolate (line->str) : g_strdup ("");
  twf_cli_print (cli,
                 "%s  %s: %s%s%s%s\n",
                 subject,
                 what,
                 isolated,
                 shift != NULL ? "  (" : "",
                 shift != NULL ? shift : "",
                 shift != NULL ? ")" : "");
}
