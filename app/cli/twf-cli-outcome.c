/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-outcome.h"

#include "twf-bidi.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name; /* in JSON */
  const char *said; /* N_() */
} outcome_kinds[] = {
  [TWF_OUTCOME_ACCEPTED] = { "accepted", N_ ("accepted") },
  [TWF_OUTCOME_PROPOSED] = { "proposed", N_ ("kept as a proposal") },
  [TWF_OUTCOME_REJECTED] = { "rejected", N_ ("rejected") },
  [TWF_OUTCOME_ALREADY] = { "already", N_ ("there already") },
  [TWF_OUTCOME_LEFT_OUT] = { "left-out", N_ ("left out") },
  [TWF_OUTCOME_WITHDRAWN] = { "withdrawn", N_ ("no longer asked for: withdrawn") },
};

static const struct
{
  const char *name;
  const char *said; /* N_() */
} reasons[] = {
  [TWF_REASON_NONE] = { NULL, NULL },
  [TWF_REASON_SAME_WORDS] = { "same-words", N_ ("others change the same words") },
  [TWF_REASON_OTHER_VALUE] = { "other-value", N_ ("others give the field another value") },
  [TWF_REASON_OTHER_PLACE] = { "other-place", N_ ("others move it elsewhere") },
  [TWF_REASON_CIRCLE] = { "circle", N_ ("with what others move it would stand under itself") },
  [TWF_REASON_DELETED] = { "deleted", N_ ("others delete it, or what it belongs to") },
  [TWF_REASON_IN_USE] = { "in-use", N_ ("others change it, or something else needs it") },
  [TWF_REASON_NO_ROOM] = { "no-room", N_ ("it has no place there") },
  [TWF_REASON_NOT_OWN] = { "not-own", N_ ("only the delegation itself may change that") },
  [TWF_REASON_STANDS] = { "stands", N_ ("a proposal of the same was parked or rejected before") },
  [TWF_REASON_PENDING] = { "pending", N_ ("what you ask for yourself stays") },
  [TWF_REASON_CONDITION]
  = { "condition", N_ ("who asks for it withdraws it if another is accepted") },
  [TWF_REASON_MANDATE] = { "mandate", N_ ("it exceeds the delegation’s mandate") },
  [TWF_REASON_OLD_REGISTER] = { "old-register", N_ ("a newer register of keys stands") },
};

static const char *const request_kinds[] = {
  [TWF_REQUEST_TEXT] = "text",         [TWF_REQUEST_FIELD] = "field",
  [TWF_REQUEST_INSERT] = "added",      [TWF_REQUEST_DELETE] = "removed",
  [TWF_REQUEST_MOVE] = "moved",        [TWF_REQUEST_DELEGATION] = "delegation",
  [TWF_REQUEST_PROPOSAL] = "proposal", [TWF_REQUEST_REMARK] = "remark",
};

static char *
dup_what (TwfRequest *request)
{
  const char *language = twf_request_get_language (request);
  const char *detail = NULL;

  switch (twf_request_get_kind (request))
    {
    case TWF_REQUEST_TEXT:
      if (twf_request_get_part (request) == TWF_PART_BODY)
        return g_strdup (language);
      return g_strconcat (twf_part_get_name (twf_request_get_part (request)), ".", language, NULL);
    case TWF_REQUEST_FIELD:
      return g_strdup (twf_request_get_field (request));
    case TWF_REQUEST_DELEGATION:
      detail = twf_request_get_delegation (request);
      break;
    case TWF_REQUEST_PROPOSAL:
    case TWF_REQUEST_REMARK:
      detail = twf_request_get_item (request);
      break;
    case TWF_REQUEST_INSERT:
    case TWF_REQUEST_DELETE:
    case TWF_REQUEST_MOVE:
    default:
      break;
    }
  return g_strjoin (
      detail != NULL ? " " : "", request_kinds[twf_request_get_kind (request)], detail, NULL);
}

static void
append_marked (GString *line, char open, char sign, char close, const char *text)
{
  g_autofree char *isolated = twf_text_isolate (text);

  g_string_append_printf (line, "%c%c%s%c%c", open, sign, isolated, sign, close);
}

/* As in `twf diff`: each run is isolated, so that the marks round it stay where they are. */
static char *
dup_words (TwfRequest *request)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = NULL;
  const char *old_text = twf_request_get_old_text (request);
  const char *new_text = twf_request_get_new_text (request);

  /* A proposal taken over whose wording is the same on both sides: its state or owners changed. */
  if (twf_request_get_kind (request) == TWF_REQUEST_PROPOSAL && g_strcmp0 (old_text, new_text) == 0)
    return g_strdup ("");
  if (twf_request_get_kind (request) == TWF_REQUEST_TEXT)
    runs = twf_request_dup_runs (request);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];

      if (run->kind == TWF_RUN_EQUAL)
        g_string_append (line, run->text);
      else if (run->kind == TWF_RUN_DELETED)
        append_marked (line, '[', '-', ']', run->text);
      else
        append_marked (line, '{', '+', '}', run->text);
    }
  if (runs == NULL && old_text != NULL)
    append_marked (line, '[', '-', ']', old_text);
  if (runs == NULL && new_text != NULL)
    append_marked (line, '{', '+', '}', new_text);
  return twf_text_isolate_in (line->str, twf_request_get_language (request));
}

static char *
dup_subject (const TwfOutcome *outcome)
{
  TwfProvision *provision
      = outcome->request != NULL ? twf_request_get_provision (outcome->request) : NULL;

  if (outcome->provision == NULL)
    return g_strdup ("plan");
  if (provision == NULL)
    return g_strdup (outcome->provision);
  return g_strconcat (
      outcome->provision, " ", twf_section_get_name (twf_provision_get_section (provision)), NULL);
}

/* What became of it, in words of the reader's language. */
static char *
dup_said (const TwfOutcome *outcome)
{
  g_autoptr (GString) said
      = g_string_new (twf_outcome_is_taken_over (outcome) ? _ ("taken over")
                                                          : _ (outcome_kinds[outcome->kind].said));

  if (outcome->condition != NULL)
    {
      g_autofree char *code = twf_text_isolate (outcome->code);
      g_autofree char *condition = twf_text_isolate (outcome->condition);

      /* Translators: %1$s is a delegation, %2$s a proposal that was accepted. */
      g_string_printf (said, _ ("%1$s withdraws, as %2$s is accepted"), code, condition);
    }
  else if (outcome->reason != TWF_REASON_NONE)
    g_string_append_printf (said, " (%s)", _ (reasons[outcome->reason].said));
  if (outcome->close)
    g_string_append_printf (said, " (%s)", _ ("read it again"));
  return g_string_free (g_steal_pointer (&said), FALSE);
}

/**
 * twf_cli_print_outcome:
 * @cli: a run
 * @outcome: what became of a request
 *
 * Prints one line: where, which text or field, whose, what became of it, the proposal, the words.
 */
void
twf_cli_print_outcome (TwfCli *cli, const TwfOutcome *outcome)
{
  g_autofree char *subject = dup_subject (outcome);
  g_autofree char *said = dup_said (outcome);
  g_autofree char *isolated_said = twf_text_isolate (said);
  g_autofree char *what = NULL;
  g_autofree char *owners = NULL;
  g_autofree char *words = NULL;

  if (outcome->request != NULL)
    {
      what = dup_what (outcome->request);
      owners = g_strjoinv (",", (char **)twf_request_get_owners (outcome->request));
      words = dup_words (outcome->request);
    }
  twf_cli_print (cli,
                 "%s  %s%s%s: %s%s%s%s%s\n",
                 subject,
                 what != NULL ? what : "proposal",
                 owners != NULL && *owners != '\0' ? "  " : "",
                 owners != NULL ? owners : "",
                 isolated_said,
                 outcome->proposal != NULL ? "  " : "",
                 outcome->proposal != NULL ? outcome->proposal : "",
                 words != NULL && *words != '\0' ? "  " : "",
                 words != NULL ? words : "");
}

/**
 * twf_cli_print_outcome_count:
 * @cli: a run
 * @count: how many there are of each
 *
 * Prints one line.
 */
void
twf_cli_print_outcome_count (TwfCli *cli, const TwfOutcomeCount *count)
{
  g_autofree char *line = twf_outcome_count_dup_line (count, TWF_DIGITS_WESTERN, TRUE);

  twf_cli_print (cli, "%s\n", line);
}

static void
set_nullable (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static void
add_request (JsonObject *object, TwfRequest *request)
{
  const char *delegation = twf_request_get_delegation (request);
  const char *item = twf_request_get_item (request);

  json_object_set_string_member (object, "kind", request_kinds[twf_request_get_kind (request)]);
  twf_cli_set_json_strings (object, "owners", twf_request_get_owners (request));
  if (twf_request_get_language (request) != NULL)
    {
      json_object_set_string_member (
          object, "part", twf_part_get_name (twf_request_get_part (request)));
      json_object_set_string_member (object, "language", twf_request_get_language (request));
    }
  if (twf_request_get_field (request) != NULL)
    json_object_set_string_member (object, "field", twf_request_get_field (request));
  if (delegation != NULL)
    json_object_set_string_member (object, "delegation", delegation);
  if (item != NULL)
    json_object_set_string_member (object, "item", item);
  set_nullable (object, "old", twf_request_get_old_text (request));
  set_nullable (object, "new", twf_request_get_new_text (request));
}

/**
 * twf_cli_outcome_to_json:
 * @outcome: what became of a request
 *
 * Returns: (transfer full): {"outcome", "id", "proposal", "readAgain", "reason", "kind", "owners",
 *   "part", "language", "field", "delegation", "item", "old", "new", "condition"}; what does not
 * apply is null or missing
 */
JsonObject *
twf_cli_outcome_to_json (const TwfOutcome *outcome)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (
      object,
      "outcome",
      twf_outcome_is_taken_over (outcome) ? "taken-over" : outcome_kinds[outcome->kind].name);
  set_nullable (object, "id", outcome->provision);
  set_nullable (object, "proposal", outcome->proposal);
  json_object_set_boolean_member (object, "readAgain", outcome->close);
  set_nullable (object, "reason", reasons[outcome->reason].name);
  if (outcome->condition != NULL)
    {
      json_object_set_string_member (object, "delegation", outcome->code);
      json_object_set_string_member (object, "condition", outcome->condition);
    }
  if (outcome->request != NULL)
    add_request (object, outcome->request);
  return object;
}

/**
 * twf_cli_outcome_count_to_json:
 * @count: how many there are of each
 *
 * Returns: (transfer full): an object of numbers
 */
JsonObject *
twf_cli_outcome_count_to_json (const TwfOutcomeCount *count)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "accepted", count->accepted);
  json_object_set_int_member (object, "takenOver", count->taken_over);
  json_object_set_int_member (object, "proposed", count->proposed);
  json_object_set_int_member (object, "rejected", count->rejected);
  json_object_set_int_member (object, "already", count->already);
  json_object_set_int_member (object, "leftOut", count->left_out);
  json_object_set_int_member (object, "withdrawn", count->withdrawn);
  json_object_set_int_member (object, "readAgain", count->close);
  return object;
}
