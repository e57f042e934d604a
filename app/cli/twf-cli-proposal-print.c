/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-proposal.h"

#include "twf-bidi.h"
#include "twf-cli-change.h"
#include "twf-groups.h"
#include "twf-numbering.h"

#include <glib/gi18n-lib.h>

#define INDENT "    "

static const char *const states[] = {
  [TWF_PROPOSAL_OPEN] = NC_ ("a proposal is", "open"),
  [TWF_PROPOSAL_PARKED] = NC_ ("a proposal is", "parked"),
  [TWF_PROPOSAL_WITHDRAWN] = NC_ ("a proposal is", "withdrawn"),
  [TWF_PROPOSAL_ACCEPTED] = NC_ ("a proposal is", "accepted"),
  [TWF_PROPOSAL_REJECTED] = NC_ ("a proposal is", "rejected"),
};

static const char *const kinds[] = {
  [TWF_PROPOSAL_REPLACE] = NC_ ("a proposal to", "change"),
  [TWF_PROPOSAL_DELETE] = NC_ ("a proposal to", "delete"),
  [TWF_PROPOSAL_INSERT] = NC_ ("a proposal to", "add"),
  [TWF_PROPOSAL_MOVE] = NC_ ("a proposal to", "move"),
};

static const char *const words[] = {
  [TWF_POSITION_RETAIN] = NC_ ("a delegation says", "retain"),
  [TWF_POSITION_DELETE] = NC_ ("a delegation says", "delete"),
  [TWF_POSITION_RESERVE] = NC_ ("a delegation says", "reserves its position"),
  [TWF_POSITION_SUPPORT] = NC_ ("a delegation says", "supports"),
  [TWF_POSITION_REFLECT] = NC_ ("a delegation says", "reflects on it"),
  [TWF_POSITION_WITHDRAWS_IF] = NC_ ("a delegation says", "withdraws it if this is accepted: %s"),
};

/**
 * twf_cli_get_state_title:
 * @state: where a proposal stands
 *
 * Returns: the translated word for it
 */
const char *
twf_cli_get_state_title (TwfProposalState state)
{
  return g_dpgettext2 (NULL, "a proposal is", states[state]);
}

/* Words of the reader's language stand among ids: isolated, none carries another to its side. */
static void
append_cell (GString *line, const char *words_of_cell)
{
  g_autofree char *isolated = twf_text_isolate (words_of_cell);

  g_string_append_printf (line, "  %s", isolated);
}

/**
 * twf_cli_dup_owners:
 * @proposal: a proposal
 *
 * Returns: (transfer full): the codes of its owners, or the facilitator where it has none
 */
char *
twf_cli_dup_owners (TwfProposal *proposal)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);

  if (owners == NULL || owners[0] == NULL)
    return g_strdup (_ ("Facilitator"));
  return g_strjoinv (", ", (char **)owners);
}

/**
 * twf_cli_dup_group:
 * @code: code of a delegation
 * @except: (array zero-terminated=1): codes of those of its members that say something else
 *
 * Returns: (transfer full): the code, and behind it whom not to count with it
 */
char *
twf_cli_dup_group (const char *code, const char *const *except)
{
  g_autofree char *joined = g_strjoinv (", ", (char **)except);

  return *joined != '\0' ? g_strdup_printf (_ ("%s (except %s)"), code, joined) : g_strdup (code);
}

static void
print_head (TwfCli *cli,
            TwfPlan *plan,
            TwfProvision *provision,
            TwfProposal *proposal,
            const char *language)
{
  g_autoptr (GString) line = g_string_new (twf_proposal_get_id (proposal));
  g_autofree char *owners = twf_cli_dup_owners (proposal);
  g_autofree char *number = NULL;

  append_cell (line, twf_cli_get_state_title (twf_proposal_get_state (proposal)));
  append_cell (line, g_dpgettext2 (NULL, "a proposal to", kinds[twf_proposal_get_kind (proposal)]));
  if (provision != NULL)
    {
      number = twf_plan_dup_alternative_number (plan, provision, proposal, language);
      if (*number == '\0')
        {
          g_free (number);
          number = twf_plan_dup_number (plan, provision, language);
        }
      g_string_append_printf (line, "  %s", twf_provision_get_id (provision));
      append_cell (line, twf_section_get_title (twf_provision_get_section (provision), language));
      if (*number != '\0')
        append_cell (line, number);
    }
  else
    g_string_append (line, "  plan");
  append_cell (line, owners);
  twf_cli_print (cli, "%s\n", line->str);
}

static void
print_runs (TwfCli *cli, const char *what, const char *old, const char *new, const char *language)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *isolated = NULL;
  g_autoptr (GPtrArray) runs
      = twf_difference_of_texts (old != NULL ? old : "", new != NULL ? new : "", language);

  twf_cli_append_runs (line, runs);
  isolated = twf_text_isolate_in (line->str, language);
  twf_cli_print (cli, INDENT "%s: %s\n", what, isolated);
}

static const char *
get_standing (TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *language)
{
  return provision != NULL ? twf_provision_get_text (provision, part, language)
                           : twf_plan_get_title (plan, language);
}

/* What was accepted changes nothing any more: its words are shown as they were agreed, without
 * marks, and not as if it asked for the end of what came after. */
static void
print_texts (TwfCli *cli,
             TwfPlan *plan,
             TwfProvision *provision,
             TwfProposal *proposal,
             const char *only)
{
  TwfPart part = twf_proposal_get_part (proposal);
  gboolean accepted = twf_proposal_get_state (proposal) == TWF_PROPOSAL_ACCEPTED;
  g_auto (GStrv) languages = twf_proposal_list_languages (proposal);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      const char *text = twf_proposal_get_text (proposal, languages[i]);
      g_autofree char *name = part == TWF_PART_BODY
                                  ? g_strdup (languages[i])
                                  : g_strconcat (twf_part_get_name (part), ".", languages[i], NULL);

      if (only == NULL || g_str_equal (only, languages[i]))
        print_runs (cli,
                    name,
                    accepted ? text : get_standing (plan, provision, part, languages[i]),
                    text,
                    languages[i]);
    }
}

/* What is to come or to go whole. */
static void
print_whole (TwfCli *cli, TwfProvision *provision, gboolean is_new, const char *only)
{
  g_auto (GStrv) languages = twf_provision_list_languages (provision, TWF_PART_BODY);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      const char *text = twf_provision_get_text (provision, TWF_PART_BODY, languages[i]);

      if (only == NULL || g_str_equal (only, languages[i]))
        print_runs (cli, languages[i], is_new ? NULL : text, is_new ? text : NULL, languages[i]);
    }
}

static char *
dup_joined (const char *const *values)
{
  return values != NULL ? g_strjoinv (", ", (char **)values) : g_strdup ("");
}

static void
print_values (TwfCli *cli, TwfPlan *plan, TwfProvision *provision, TwfProposal *proposal)
{
  const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
  g_autofree char *old = dup_joined (provision != NULL ? twf_provision_get_values (provision, field)
                                                       : twf_plan_get_values (plan, field));
  g_autofree char *new = dup_joined (twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_VALUE));

  print_runs (cli, field, old, new, twf_plan_get_source_language (plan));
}

/* The sibling that @provision would follow; NULL: it would be the first. */
static char *
dup_after (TwfPlan *plan,
           TwfProvision *provision,
           TwfSection section,
           const char *parent,
           const char *rank)
{
  GListModel *children = twf_plan_list_children (plan, section, parent);
  char *after = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i);

      if (child == provision || g_strcmp0 (twf_provision_get_rank (child), rank) > 0)
        continue;
      g_free (after);
      after = g_strdup (twf_provision_get_id (child));
    }
  return after;
}

static void
print_place (TwfCli *cli,
             TwfPlan *plan,
             TwfProvision *provision,
             TwfProposal *proposal,
             const char *language)
{
  TwfSection section = twf_provision_get_section (provision);
  const char *parent = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_PARENT);
  g_autofree char *title = NULL;
  g_autofree char *after = NULL;

  twf_section_from_name (twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_SECTION), &section);
  after = dup_after (
      plan, provision, section, parent, twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_RANK));
  title = twf_text_isolate (twf_section_get_title (section, language));
  twf_cli_print (cli, INDENT);
  twf_cli_print (cli, _ ("to: %s"), title);
  if (parent != NULL)
    twf_cli_print (cli, _ (", under %s"), parent);
  if (after != NULL)
    twf_cli_print (cli, _ (", after %s"), after);
  else
    twf_cli_print (cli, "%s", _ (", first"));
  twf_cli_print (cli, "\n");
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
print_position (TwfCli *cli, TwfPlan *plan, TwfProposal *proposal, const TwfPosition *position)
{
  const char *word = g_dpgettext2 (NULL, "a delegation says", words[position->word]);
  g_autofree char *said = position->word == TWF_POSITION_WITHDRAWS_IF
                              ? g_strdup_printf (word, position->condition)
                              : g_strdup (word);
  g_autofree char *isolated = twf_text_isolate (said);
  g_auto (GStrv) except
      = twf_proposal_list_deviations (plan, proposal, position->code, &position->word);
  g_autofree char *name = twf_cli_dup_group (position->code, (const char *const *)except);

  twf_cli_print (cli, INDENT "%s: %s\n", name, isolated);
}
#pragma GCC diagnostic pop

static void
print_discussion (TwfCli *cli, TwfPlan *plan, TwfProposal *proposal)
{
  g_autoptr (GPtrArray) positions = twf_proposal_list_positions (proposal);
  const char *reason = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_REASON);
  const char *instead = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_REPLACED_BY);
  const char *const *taken = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_TAKES_UP);
  g_autofree char *isolated = twf_text_isolate (reason != NULL ? reason : "");

  for (guint i = 0; i < positions->len; i++)
    print_position (cli, plan, proposal, positions->pdata[i]);
  if (reason != NULL)
    twf_cli_print (cli, INDENT "%s: %s\n", _ ("Reason"), isolated);
  if (instead != NULL)
    twf_cli_print (cli, INDENT "%s: %s\n", _ ("Replaced by"), instead);
  if (taken != NULL)
    {
      g_autofree char *joined = g_strjoinv (", ", (char **)taken);

      twf_cli_print (cli, INDENT "%s: %s\n", _ ("Takes up"), joined);
    }
}

/**
 * twf_cli_print_proposal:
 * @cli: a run
 * @plan: the plan it stands in
 * @provision: (nullable): what it hangs on; %NULL: the plan itself
 * @proposal: a proposal
 * @language: (nullable): the one language of texts; %NULL: all
 *
 * Prints a line with its id, state, kind, place and owners, and below it, indented, what it would
 * change against the text as it stands, positions and reason.
 */
void
twf_cli_print_proposal (TwfCli *cli,
                        TwfPlan *plan,
                        TwfProvision *provision,
                        TwfProposal *proposal,
                        const char *language)
{
  const char *reader = language != NULL ? language : twf_plan_get_source_language (plan);

  print_head (cli, plan, provision, proposal, reader);
  switch (twf_proposal_get_kind (proposal))
    {
    case TWF_PROPOSAL_REPLACE:
      if (twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) != NULL)
        print_values (cli, plan, provision, proposal);
      else
        print_texts (cli, plan, provision, proposal, language);
      break;
    case TWF_PROPOSAL_DELETE:
    case TWF_PROPOSAL_INSERT:
      if (provision != NULL)
        print_whole (
            cli, provision, twf_proposal_get_kind (proposal) == TWF_PROPOSAL_INSERT, language);
      break;
    case TWF_PROPOSAL_MOVE:
      if (provision != NULL)
        print_place (cli, plan, provision, proposal, reader);
      break;
    }
  print_discussion (cli, plan, proposal);
}
