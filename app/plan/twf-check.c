/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-check-private.h"

#include "twf-admit.h"
#include "twf-plan-private.h"
#include "twf-translation.h"

static void
check_texts (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings)
{
  const char *const *languages = twf_plan_get_languages (plan);
  const TwfTexts *texts = twf_provision_get_texts (provision);

  for (guint i = 0; languages[i] != NULL; i++)
    if (twf_provision_get_text (provision, TWF_PART_BODY, languages[i]) == NULL)
      twf_findings_add (findings, TWF_FINDING_NO_TEXT, provision, languages[i], NULL);
  for (guint i = 0; i < texts->n; i++)
    {
      g_auto (GStrv) names = twf_admit_list_hostile (texts->items[i].text);

      for (guint j = 0; names[j] != NULL; j++)
        twf_findings_add (
            findings, TWF_FINDING_HOSTILE_TEXT, provision, texts->items[i].language, names[j]);
    }
}

static void
check_links (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings)
{
  const TwfFields *fields = twf_provision_get_fields (provision);

  for (guint i = 0; i < fields->n; i++)
    {
      TwfSection target;

      if (!twf_field_get_target (fields->items[i].name, &target))
        continue;
      for (guint j = 0; fields->items[i].values[j] != NULL; j++)
        {
          const char *value = fields->items[i].values[j];
          TwfProvision *linked = twf_plan_get_provision (plan, value);
          g_autofree char *detail = g_strdup_printf ("%s: %s", fields->items[i].name, value);

          if (linked == NULL)
            twf_findings_add (findings, TWF_FINDING_DANGLING_LINK, provision, NULL, detail);
          else if (twf_provision_get_section (linked) != target)
            twf_findings_add (findings, TWF_FINDING_WRONG_LINK, provision, NULL, detail);
        }
    }
}

/* Whether the way up from @provision, as it is stored, comes back to it. */
static gboolean
is_in_cycle (TwfPlan *plan, TwfProvision *provision)
{
  TwfProvision *at = provision;
  guint most = twf_plan_get_n_provisions (plan);

  for (guint steps = 0; at != NULL && steps <= most; steps++)
    {
      at = twf_plan_get_provision (plan, twf_provision_get_parent (at));
      if (at == provision)
        return TRUE;
    }
  return FALSE;
}

static void
check_parent (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings)
{
  const char *parent = twf_provision_get_parent (provision);
  TwfProvision *above = twf_plan_get_provision (plan, parent);

  if (parent == NULL)
    return;
  if (above == NULL || twf_provision_get_section (above) != twf_provision_get_section (provision))
    twf_findings_add (findings, TWF_FINDING_MISSING_PARENT, provision, NULL, parent);
  else if (plan->n_misplaced > 0 && is_in_cycle (plan, provision))
    twf_findings_add (findings, TWF_FINDING_PARENT_CYCLE, provision, NULL, parent);
}

/* What stands under an action serves what the action serves. */
static void
check_service (TwfProvision *provision, GPtrArray *findings)
{
  if (twf_provision_get_section (provision) != TWF_SECTION_ACTIONS
      || twf_provision_get_field (provision, TWF_FIELD_HEADING) != NULL)
    return;
  for (TwfProvision *at = provision; at != NULL; at = twf_provision_get_node (at)->above)
    if (twf_provision_get_field (at, TWF_FIELD_SERVES) != NULL)
      return;
  twf_findings_add (findings, TWF_FINDING_SERVES_NOTHING, provision, NULL, NULL);
}

/* By what is recorded of each text; what history tells besides is asked elsewhere. */
static void
check_translations (TwfProvision *provision, GPtrArray *findings)
{
  const TwfTexts *texts = twf_provision_get_texts (provision);

  if (twf_provision_get_values (provision, TWF_FIELD_TRANSLATED) == NULL)
    return;
  for (guint i = 0; i < texts->n; i++)
    {
      const char *language = texts->items[i].language;
      g_autoptr (TwfTranslation) translation
          = twf_translation_find (provision, texts->items[i].part, language);

      if (translation == NULL)
        continue;
      if (twf_translation_is_stale (translation, provision))
        twf_findings_add (findings, TWF_FINDING_STALE, provision, language, translation->from);
      else if (twf_translation_is_changed (translation, provision))
        twf_findings_add (findings, TWF_FINDING_RETOUCHED, provision, language, translation->from);
    }
}

/* Nobody is asked to complete what is parked, withdrawn or rejected. */
static gboolean
is_set_aside (TwfProvision *provision)
{
  TwfProposalState state;

  return twf_provision_is_proposed (provision, &state) && state != TWF_PROPOSAL_OPEN;
}

/**
 * twf_plan_check:
 * @plan: a plan
 *
 * Looks for what a person should put right. Nothing of it keeps a plan from being opened.
 *
 * Returns: (transfer full): of TwfFinding, in reading order, then packages and the procedure; empty
 * in a plan without fault
 */
GPtrArray *
twf_plan_check (TwfPlan *plan)
{
  GPtrArray *findings;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (plan), NULL);

  findings = twf_findings_new ();
  all = twf_plan_list_all (plan);
  twf_check_delegations (plan, findings);
  twf_check_proposals (plan, NULL, twf_plan_list_proposals (plan), findings);
  twf_check_words (plan, NULL, findings);
  for (guint i = 0; i < all->len; i++)
    {
      TwfProvision *provision = g_ptr_array_index (all, i);

      check_parent (plan, provision, findings);
      twf_check_proposals (plan, provision, twf_provision_list_proposals (provision), findings);
      if (is_set_aside (provision))
        continue;
      check_texts (plan, provision, findings);
      check_links (plan, provision, findings);
      check_service (provision, findings);
      check_translations (provision, findings);
      twf_check_agreement (plan, provision, findings);
      twf_check_words (plan, provision, findings);
    }
  twf_check_packages (plan, findings);
  twf_check_procedure (plan, findings);
  return findings;
}

/**
 * twf_plan_check_links:
 * @plan: a plan, which need not have its texts
 *
 * Looks for what does not hold together: parents and links that lead nowhere, to the wrong place or
 * in a circle.
 *
 * Returns: (transfer full): of TwfFinding; empty where all hold
 */
GPtrArray *
twf_plan_check_links (TwfPlan *plan)
{
  GPtrArray *findings;
  g_autoptr (GPtrArray) all = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (plan), NULL);

  findings = twf_findings_new ();
  all = twf_plan_list_all (plan);
  for (guint i = 0; i < all->len; i++)
    {
      check_parent (plan, all->pdata[i], findings);
      check_links (plan, all->pdata[i], findings);
    }
  return findings;
}
