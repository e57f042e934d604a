/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-words.h"

#include "twf-bidi.h"
#include "twf-byline.h"
#include "twf-desk-procedure.h"
#include "twf-interface.h"
#include "twf-kind.h"
#include "twf-numbering.h"
#include "twf-region.h"

#include <glib/gi18n.h>
#include <string.h>

#define DELEGATIONS "delegations/"
#define RECEIVED "received/"
#define ROLLING_TEXT "main"
/* Between the values of a set, as plans and merges join them for show. */
#define SEPARATOR ", "

static const struct
{
  const char *field;
  const char *words;
} fields[] = {
  { TWF_FIELD_PILLAR, N_ ("Pillars") },
  { TWF_FIELD_RESTS_ON, N_ ("Rests On") },
  { TWF_FIELD_SERVES, N_ ("Serves") },
  { TWF_FIELD_NUMBER, N_ ("Number") },
  { TWF_FIELD_HEADING, N_ ("Heading") },
  { TWF_FIELD_AGREED, N_ ("Agreement") },
  { TWF_FIELD_PACKAGE, N_ ("Package") },
  { TWF_FIELD_TRANSLATED, N_ ("Translation") },
  { TWF_FIELD_ACCEPTED, N_ ("Accepted differences") },
  { TWF_FIELD_PROPOSED, N_ ("Proposed by") },
  { TWF_FIELD_SOURCE, N_ ("Place in the source") },
  { TWF_FIELD_TAKEN, N_ ("Taken from") },
  { TWF_PLAN_LANGUAGES, N_ ("Languages") },
  { TWF_PLAN_SOURCE_LANGUAGE, N_ ("Source language") },
  { TWF_PLAN_SYMBOL, N_ ("Symbol") },
  { TWF_PLAN_SESSION, N_ ("Session") },
  { TWF_PLAN_AGENDA_ITEM, N_ ("Agenda Item") },
  { TWF_PLAN_DATE, N_ ("Date") },
  { TWF_PLAN_CONVENTION, N_ ("Numbering convention") },
  { TWF_PLAN_REGISTER, N_ ("Version of the register of keys") },
  { TWF_PLAN_FACILITATOR_KEY, N_ ("Keys of the facilitator") },
  { TWF_PLAN_PROCEDURE, N_ ("Record of the procedure") },
  { TWF_PLAN_WORD, N_ ("Words of the plan") },
  { TWF_DELEGATION_NAME, N_ ("Name") },
  { TWF_DELEGATION_REPRESENTATIVE, N_ ("Representative") },
  { TWF_DELEGATION_TITLE, N_ ("Title of the representative") },
  { TWF_DELEGATION_SPONSOR, N_ ("Sponsorship") },
  { TWF_DELEGATION_RANK, N_ ("Place in the list") },
  { TWF_DELEGATION_MEMBER, N_ ("Members") },
  { TWF_DELEGATION_KEY, N_ ("Public keys") },
  { TWF_PROPOSAL_FIELD_OWNER, N_ ("Owners of a proposal") },
  { TWF_PROPOSAL_FIELD_POSITION, N_ ("Positions on a proposal") },
  { TWF_PROPOSAL_FIELD_STATE, N_ ("State of a proposal") },
};

/* Values that are words of the storage format. */
static const struct
{
  const char *field;
  const char *value;
  const char *words;
} values[] = {
  { TWF_FIELD_HEADING, "yes", N_ ("yes") },
  { TWF_DELEGATION_SPONSOR, "signatory", N_ ("Signatory") },
  { TWF_DELEGATION_SPONSOR, "co-sponsor", N_ ("Co-sponsor") },
  { TWF_PROPOSAL_FIELD_STATE, "open", N_ ("open") },
  { TWF_PROPOSAL_FIELD_STATE, "parked", N_ ("parked") },
  { TWF_PROPOSAL_FIELD_STATE, "withdrawn", N_ ("withdrawn") },
  { TWF_PROPOSAL_FIELD_STATE, "accepted", N_ ("accepted") },
  { TWF_PROPOSAL_FIELD_STATE, "rejected", N_ ("rejected") },
};

/**
 * twf_words_dup_delegation:
 * @workbench: the open plan
 * @code: (nullable): a delegation's code; %NULL: the facilitator
 *
 * Returns: (transfer full): the delegation's name as the plan has it, else the state's, else @code;
 *   isolated
 */
char *
twf_words_dup_delegation (TwfWorkbench *workbench, const char *code)
{
  g_autofree char *language = twf_interface_dup_language ();
  TwfDelegation *delegation;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  if (code == NULL)
    return g_strdup (_ ("the facilitator"));
  delegation = twf_plan_get_delegation (twf_workbench_get_plan (workbench), code);
  name = delegation != NULL ? twf_delegation_dup_name (delegation, language)
                            : twf_region_dup_name (code, language);
  return twf_text_isolate (name != NULL && *name != '\0' ? name : code);
}

/**
 * twf_words_dup_branch:
 * @workbench: the open plan
 * @branch: name of a branch
 *
 * Returns: (transfer full): what a person knows it by: "Egypt (EG)", "Rolling text"; with a word
 *   where it is what was received of it
 */
char *
twf_words_dup_branch (TwfWorkbench *workbench, const char *branch)
{
  const char *code;
  g_autofree char *name = NULL;
  g_autofree char *isolated = NULL;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench) && branch != NULL, NULL);

  if (g_str_equal (branch, ROLLING_TEXT))
    return g_strdup (_ ("Rolling text"));
  if (g_str_equal (branch, RECEIVED ROLLING_TEXT))
    return g_strdup (_ ("Rolling text, received"));
  if (g_str_has_prefix (branch, RECEIVED) && strchr (branch + strlen (RECEIVED), '/') == NULL)
    {
      name = twf_words_dup_delegation (workbench, branch + strlen (RECEIVED));
      isolated = twf_text_isolate (branch + strlen (RECEIVED));
      /* Translators: a delegation and its code: what was received of it. */
      return g_strdup_printf (_ ("%s (%s), received"), name, isolated);
    }
  if (!g_str_has_prefix (branch, DELEGATIONS))
    return twf_text_isolate (branch);
  code = branch + strlen (DELEGATIONS);
  name = twf_words_dup_delegation (workbench, code);
  isolated = twf_text_isolate (code);
  return g_strdup_printf ("%s (%s)", name, isolated);
}

/**
 * twf_words_dup_delegations:
 * @workbench: the open plan
 * @codes: (nullable) (array zero-terminated=1): codes of delegations; none: the facilitator
 *
 * Returns: (transfer full): their names in one line
 */
char *
twf_words_dup_delegations (TwfWorkbench *workbench, const char *const *codes)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  if (codes == NULL || codes[0] == NULL)
    return twf_words_dup_delegation (workbench, NULL);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = twf_words_dup_delegation (workbench, codes[i]);

      if (i > 0)
        g_string_append (line, " · ");
      g_string_append (line, name);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * twf_words_dup_group:
 * @workbench: the open plan
 * @code: code of a delegation
 * @except: (array zero-terminated=1): codes of those of its members that say something else
 *
 * Returns: (transfer full): its name, and behind it whom not to count with it: "G77 (except Egypt)"
 */
char *
twf_words_dup_group (TwfWorkbench *workbench, const char *code, const char *const *except)
{
  g_autofree char *name = twf_words_dup_delegation (workbench, code);
  g_autofree char *members = NULL;

  if (except[0] == NULL)
    return g_steal_pointer (&name);
  members = twf_words_dup_delegations (workbench, except);
  return g_strdup_printf (_ ("%s (except %s)"), name, members);
}

/**
 * twf_words_dup_provision:
 * @workbench: the open plan
 * @provision: a provision of it
 *
 * Returns: (transfer full): "Objective 2": its kind and its number, as one speaks of it
 */
char *
twf_words_dup_provision (TwfWorkbench *workbench, TwfProvision *provision)
{
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *number = NULL;
  g_autofree char *isolated = NULL;
  const char *kind;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench) && TWF_IS_PROVISION (provision), NULL);

  number = twf_plan_dup_number (twf_workbench_get_plan (workbench), provision, interface);
  kind = twf_kind_get_name (twf_provision_get_section (provision));
  if (number == NULL)
    return g_strdup (kind);
  /* "3." and "3 -" are how a number stands before its text, not how one speaks of it. */
  while (*number != '\0' && strchr (" .-", number[strlen (number) - 1]) != NULL)
    number[strlen (number) - 1] = '\0';
  if (*number == '\0')
    return g_strdup (kind);
  isolated = twf_text_isolate (number);
  return g_strjoin (" ", kind, isolated, NULL);
}

static char *
dup_label_of (TwfWorkbench *workbench, const char *id)
{
  TwfProvision *provision
      = id != NULL ? twf_plan_get_provision (twf_workbench_get_plan (workbench), id) : NULL;
  g_autofree char *label = NULL;
  g_autofree char *marked = NULL;

  if (provision == NULL)
    return NULL;
  /* The label begins with a number, which has no direction: the text's language gives it. */
  label = twf_workbench_dup_label (workbench, provision);
  marked = g_strconcat (twf_language_get_direction (twf_workbench_get_language (workbench))
                                == TWF_DIRECTION_RTL
                            ? TWF_RLM
                            : TWF_LRM,
                        label,
                        NULL);
  return twf_text_isolate (marked);
}

/**
 * twf_words_dup_place:
 * @workbench: the open plan
 * @section: a section
 * @parent: (nullable): id of what it is under
 * @after: (nullable): id of what it is behind; %NULL: it is the first
 *
 * Returns: (transfer full): where that is, in words
 */
char *
twf_words_dup_place (TwfWorkbench *workbench,
                     TwfSection section,
                     const char *parent,
                     const char *after)
{
  g_autofree char *interface = twf_interface_dup_language ();
  const char *title = twf_section_get_title (section, interface);
  g_autofree char *above = dup_label_of (workbench, parent);
  g_autofree char *before = dup_label_of (workbench, after);

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench), NULL);

  if (above != NULL && before != NULL)
    /* Translators: a place in the plan: section, what it stands under, what it stands after. */
    return g_strdup_printf (_ ("%s, under %s, after %s"), title, above, before);
  if (above != NULL)
    /* Translators: a place in the plan: section, what it stands under. */
    return g_strdup_printf (_ ("%s, first under %s"), title, above);
  if (before != NULL)
    /* Translators: a place in the plan: section, what it stands after. */
    return g_strdup_printf (_ ("%s, after %s"), title, before);
  /* Translators: a place in the plan: the first of a section. */
  return g_strdup_printf (_ ("%s, at the beginning"), title);
}

/**
 * twf_words_dup_text_name:
 * @part: which text of a provision
 * @language: (nullable): its language
 *
 * Returns: (transfer full): what that text is called: "Text (Arabic)"
 */
char *
twf_words_dup_text_name (TwfPart part, const char *language)
{
  g_autofree char *interface = twf_interface_dup_language ();
  g_autofree char *name = language != NULL ? twf_interface_dup_language_name (language) : NULL;

  if (name == NULL)
    return g_strdup (part == TWF_PART_BODY ? _ ("Text") : twf_part_get_title (part, interface));
  if (part == TWF_PART_BODY)
    return g_strdup_printf (_ ("Text (%s)"), name);
  return g_strdup_printf ("%s (%s)", twf_part_get_title (part, interface), name);
}

/**
 * twf_words_get_field:
 * @field: name of a field, as it is stored
 *
 * Returns: what it is called
 */
const char *
twf_words_get_field (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].field, field))
      return _ (fields[i].words);
  return field;
}

/* "ar Name": a text in a language. */
static char *
dup_localized (const char *value)
{
  const char *space = strchr (value, ' ');
  g_autofree char *language = space != NULL ? g_strndup (value, (gsize)(space - value)) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (language == NULL || !twf_language_is_valid (language))
    return twf_text_isolate (value);
  name = twf_interface_dup_language_name (language);
  text = twf_text_isolate (space + 1);
  return g_strdup_printf ("%s (%s)", text, name);
}

/* A position's words, and what follows them: a condition names a proposal. */
static const struct
{
  const char *word;
  const char *words;
} positions[] = {
  { "retain", N_ ("keep the text as it is") }, { "delete", N_ ("delete") },
  { "reserve", N_ ("reserves its position") }, { "support", N_ ("supports") },
  { "reflect", N_ ("to be reflected on") },    { "withdraws-if", N_ ("withdraws on a condition") },
};

/**
 * twf_words_dup_said:
 * @name: who says it, as it is shown
 * @word: a position's word, as it is stored: "delete"
 *
 * Returns: (transfer full): who takes a position and what it is
 */
char *
twf_words_dup_said (const char *name, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    if (g_str_equal (positions[i].word, word))
      return g_strdup_printf ("%s: %s", name, _ (positions[i].words));
  return g_strdup_printf ("%s: %s", name, word);
}

/**
 * twf_words_dup_position:
 * @workbench: the open plan
 * @value: a position, as it is stored: "US delete"
 *
 * Returns: (transfer full): who takes it and what it is
 */
char *
twf_words_dup_position (TwfWorkbench *workbench, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", 3);
  g_autofree char *name = NULL;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench) && value != NULL, NULL);

  if (g_strv_length (parts) < 2)
    return twf_text_isolate (value);
  name = twf_words_dup_delegation (workbench, parts[0]);
  return twf_words_dup_said (name, parts[1]);
}

static gboolean
is_one_of (const char *field, const char *const *names)
{
  return g_strv_contains (names, field);
}

static char *
dup_taken (const char *value)
{
  g_autoptr (TwfTaken) taken = twf_taken_parse (value);

  return taken != NULL ? twf_words_dup_taken (taken) : twf_text_isolate (value);
}

static char *
dup_agreed (TwfWorkbench *workbench, const TwfAgreement *agreement)
{
  g_autofree char *moment = twf_byline_dup_moment_with_utc (agreement->when);
  g_autofree char *name
      = agreement->code != NULL ? twf_words_dup_delegation (workbench, agreement->code) : NULL;

  return twf_agreement_dup_words (agreement, moment, name);
}

static char *
dup_act (TwfWorkbench *workbench, const char *value)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (TwfProcedureAct) act = twf_procedure_act_parse (value);
  g_autofree char *name = NULL;

  if (act == NULL)
    return twf_text_isolate (value);
  name = act->code != NULL ? twf_words_dup_delegation (workbench, act->code) : NULL;
  return twf_procedure_act_dup_words (act, name, language);
}

/**
 * twf_words_dup_value:
 * @workbench: the open plan
 * @field: name of a field, as it is stored
 * @value: a value of it
 *
 * Returns: (transfer full): @value as a person knows it: what an id points to, a state by its name
 */
char *
twf_words_dup_value (TwfWorkbench *workbench, const char *field, const char *value)
{
  static const char *const languages[] = { TWF_PLAN_LANGUAGES, TWF_PLAN_SOURCE_LANGUAGE, NULL };
  static const char *const delegations[]
      = { TWF_FIELD_PROPOSED, TWF_DELEGATION_MEMBER, TWF_PROPOSAL_FIELD_OWNER, NULL };
  static const char *const localized[] = {
    TWF_DELEGATION_NAME, TWF_DELEGATION_REPRESENTATIVE, TWF_DELEGATION_TITLE, TWF_PLAN_WORD, NULL
  };
  g_autoptr (TwfAgreement) agreement = NULL;
  char *label;

  g_return_val_if_fail (TWF_IS_WORKBENCH (workbench) && field != NULL && value != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].field, field) && g_str_equal (values[i].value, value))
      return g_strdup (_ (values[i].words));
  if (is_one_of (field, languages))
    return twf_interface_dup_language_name (value);
  if (is_one_of (field, delegations))
    return twf_words_dup_delegation (workbench, value);
  if (is_one_of (field, localized))
    return dup_localized (value);
  if (g_str_equal (field, TWF_PROPOSAL_FIELD_POSITION))
    return twf_words_dup_position (workbench, value);
  if (g_str_equal (field, TWF_PLAN_PROCEDURE))
    return dup_act (workbench, value);
  if (g_str_equal (field, TWF_FIELD_AGREED) && (agreement = twf_agreement_parse (value)) != NULL)
    return dup_agreed (workbench, agreement);
  if (g_str_equal (field, TWF_FIELD_TAKEN))
    return dup_taken (value);
  label = dup_label_of (workbench, value);
  return label != NULL ? label : twf_text_isolate (value);
}

static void
add_run (GPtrArray *runs, TwfRunKind kind, const char *text)
{
  TwfRun *run = g_new0 (TwfRun, 1);

  run->kind = kind;
  run->text = g_strdup (text);
  g_ptr_array_add (runs, run);
}

static void
add_values (GPtrArray *runs,
            TwfWorkbench *workbench,
            const char *field,
            GStrv some,
            GStrv others,
            gboolean common,
            TwfRunKind kind)
{
  for (guint i = 0; some != NULL && some[i] != NULL; i++)
    {
      g_autofree char *words = NULL;

      if ((others != NULL && g_strv_contains ((const char *const *)others, some[i])) != common)
        continue;
      words = twf_words_dup_value (workbench, field, some[i]);
      if (runs->len > 0)
        add_run (runs, TWF_RUN_EQUAL, " · ");
      add_run (runs, kind, words);
    }
}

/* The values of a field as they are joined for show. */
static GStrv
split (const char *field, const char *joined)
{
  if (joined == NULL)
    return NULL;
  if (g_str_equal (field, TWF_PLAN_PROCEDURE))
    return twf_procedure_split (joined);
  if (twf_field_is_set (field) || g_str_equal (field, TWF_PLAN_LANGUAGES))
    return g_strsplit (joined, SEPARATOR, -1);
  return g_strsplit (joined, "\n", 1);
}

/**
 * twf_words_list_value_runs:
 * @workbench: the open plan
 * @field: name of a field, as it is stored
 * @old_values: (nullable): its values, a comma between
 * @new_values: (nullable): what they became
 *
 * Returns: (transfer full) (element-type TwfRun): the values that stayed, those that went and those
 *   that came, each as a person knows it
 */
GPtrArray *
twf_words_list_value_runs (TwfWorkbench *workbench,
                           const char *field,
                           const char *old_values,
                           const char *new_values)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
  g_auto (GStrv) before = split (field, old_values);
  g_auto (GStrv) after = split (field, new_values);

  add_values (runs, workbench, field, before, after, TRUE, TWF_RUN_EQUAL);
  add_values (runs, workbench, field, before, after, FALSE, TWF_RUN_DELETED);
  add_values (runs, workbench, field, after, before, FALSE, TWF_RUN_INSERTED);
  return runs;
}

/**
 * twf_words_dup_taken:
 * @taken: from where a text was taken
 *
 * Returns: (transfer full): the document and its paragraph, as a reader knows them
 */
char *
twf_words_dup_taken (const TwfTaken *taken)
{
  g_autofree char *symbol = twf_text_isolate (taken->symbol);
  g_autofree char *place = twf_text_isolate (taken->place);

  /* Translators: a document and a paragraph of it: "A/RES/76/186, OP27". */
  return g_strdup_printf (_ ("%s, %s"), symbol, place);
}
