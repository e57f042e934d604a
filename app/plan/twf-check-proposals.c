/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-admit.h"
#include "twf-check-private.h"
#include "twf-positions.h"
#include "twf-wording.h"

/* What is looked at, and where the findings go. */
typedef struct
{
  TwfPlan *plan;
  TwfProvision *provision; /* nullable: the plan itself */
  TwfProposal *proposal;
  GPtrArray *findings;
} Check;

static void
find (Check *self, TwfFindingKind kind, const char *language, const char *name, const char *value)
{
  const char *pid = twf_proposal_get_id (self->proposal);
  g_autofree char *detail = value != NULL ? g_strdup_printf ("%s: %s: %s", pid, name, value)
                                          : g_strdup_printf ("%s: %s", pid, name);

  twf_findings_add (self->findings, kind, self->provision, language, detail);
}

static gboolean
is_on_the_table (Check *self)
{
  TwfProposalState state = twf_proposal_get_state (self->proposal);

  return state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED;
}

/* Who contributed is an owner as well, as a rule: that is one finding. */
static void
check_codes (Check *self, const char *field, const char *told)
{
  const char *const *codes = twf_proposal_get_values (self->proposal, field);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    if (twf_plan_get_delegation (self->plan, codes[i]) == NULL
        && (told == NULL || !twf_proposal_has_value (self->proposal, told, codes[i])))
      find (self, TWF_FINDING_UNKNOWN_DELEGATION, NULL, field, codes[i]);
}

static void
check_positions (Check *self)
{
  const char *const *values = twf_proposal_get_values (self->proposal, TWF_PROPOSAL_FIELD_POSITION);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autoptr (TwfPosition) position = twf_position_parse (values[i]);

      if (position == NULL || twf_plan_get_delegation (self->plan, position->code) == NULL)
        find (self, TWF_FINDING_UNKNOWN_DELEGATION, NULL, TWF_PROPOSAL_FIELD_POSITION, values[i]);
      else if (position->condition != NULL
               && twf_plan_get_proposal (self->plan, position->condition, NULL) == NULL)
        find (self, TWF_FINDING_DANGLING_PROPOSAL, NULL, TWF_PROPOSAL_FIELD_POSITION, values[i]);
    }
}

static const char *
get_standing (Check *self, const char *language)
{
  if (self->provision == NULL)
    return twf_plan_get_title (self->plan, language);
  return twf_provision_get_text (self->provision, twf_proposal_get_part (self->proposal), language);
}

static void
check_texts (Check *self)
{
  g_auto (GStrv) languages = twf_proposal_list_languages (self->proposal);
  TwfPart part = twf_proposal_get_part (self->proposal);
  TwfSection section
      = self->provision != NULL ? twf_provision_get_section (self->provision) : TWF_SECTION_LETTER;

  if (!twf_section_has_part (section, part))
    find (self,
          TWF_FINDING_DANGLING_PROPOSAL,
          NULL,
          TWF_PROPOSAL_FIELD_PART,
          twf_part_get_name (part));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *text = twf_proposal_get_text (self->proposal, languages[i]);
      g_auto (GStrv) names = twf_admit_list_hostile (text);

      for (guint j = 0; names[j] != NULL; j++)
        find (self, TWF_FINDING_HOSTILE_TEXT, languages[i], names[j], NULL);
      if (!g_strv_contains (twf_plan_get_languages (self->plan), languages[i]))
        find (self, TWF_FINDING_DANGLING_PROPOSAL, languages[i], "Languages", NULL);
    }
}

static void
check_bases (Check *self)
{
  g_auto (GStrv) asked = twf_proposal_list_asked (self->proposal);

  for (guint i = 0; is_on_the_table (self) && asked[i] != NULL; i++)
    if (!twf_proposal_is_made_on (self->proposal, asked[i], get_standing (self, asked[i])))
      find (self, TWF_FINDING_OLD_BASE, asked[i], TWF_PROPOSAL_FIELD_BASE, NULL);
}

static void
check_field (Check *self)
{
  const char *field = twf_proposal_get_field (self->proposal, TWF_PROPOSAL_FIELD_FIELD);
  const char *const *values = twf_proposal_get_values (self->proposal, TWF_PROPOSAL_FIELD_VALUE);
  TwfSection target;

  if (field == NULL || self->provision == NULL)
    return;
  if (!twf_section_has_field (twf_provision_get_section (self->provision), field))
    find (self, TWF_FINDING_DANGLING_PROPOSAL, NULL, TWF_PROPOSAL_FIELD_FIELD, field);
  if (!is_on_the_table (self) || !twf_field_get_target (field, &target))
    return;
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (twf_plan_get_provision (self->plan, values[i]) == NULL)
      find (self, TWF_FINDING_DANGLING_PROPOSAL, NULL, field, values[i]);
}

static void
check_place (Check *self)
{
  const char *parent = twf_proposal_get_field (self->proposal, TWF_PROPOSAL_FIELD_PARENT);

  if (is_on_the_table (self) && parent != NULL
      && twf_plan_get_provision (self->plan, parent) == NULL)
    find (self, TWF_FINDING_DANGLING_PROPOSAL, NULL, TWF_PROPOSAL_FIELD_PARENT, parent);
}

static void
check_kind (Check *self)
{
  TwfProposalKind kind = twf_proposal_get_kind (self->proposal);

  /* The plan itself has words and fields; it cannot go or move. An open proposal to insert hangs on
   * what is not agreed yet. */
  if ((self->provision == NULL && kind != TWF_PROPOSAL_REPLACE)
      || (self->provision != NULL && kind == TWF_PROPOSAL_INSERT && is_on_the_table (self)
          && !twf_provision_is_proposed (self->provision, NULL)))
    find (self,
          TWF_FINDING_DANGLING_PROPOSAL,
          NULL,
          TWF_PROPOSAL_FIELD_KIND,
          twf_proposal_kind_get_name (kind));
}

/* What it points to among the proposals. */
static void
check_others (Check *self, const char *field)
{
  const char *const *pids = twf_proposal_get_values (self->proposal, field);

  for (guint i = 0; pids != NULL && pids[i] != NULL; i++)
    if (twf_plan_get_proposal (self->plan, pids[i], NULL) == NULL)
      find (self, TWF_FINDING_DANGLING_PROPOSAL, NULL, field, pids[i]);
}

/**
 * twf_check_proposals:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan itself
 * @proposals: of TwfProposal: those that hang on it
 * @findings: (element-type TwfFinding): where what is found goes
 *
 * Looks for proposals and positions that a person should put right.
 */
void
twf_check_proposals (TwfPlan *plan,
                     TwfProvision *provision,
                     GListModel *proposals,
                     GPtrArray *findings)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      Check self = { plan, provision, proposal, findings };

      check_kind (&self);
      check_codes (&self, TWF_PROPOSAL_FIELD_OWNER, NULL);
      check_codes (&self, TWF_PROPOSAL_FIELD_CONTRIBUTED, TWF_PROPOSAL_FIELD_OWNER);
      check_positions (&self);
      check_texts (&self);
      check_bases (&self);
      check_field (&self);
      check_place (&self);
      check_others (&self, TWF_PROPOSAL_FIELD_REPLACED_BY);
      check_others (&self, TWF_PROPOSAL_FIELD_TAKES_UP);
    }
}
