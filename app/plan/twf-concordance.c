/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-concordance.h"

#include "twf-check-private.h"
#include "twf-wording.h"

#include <string.h>

static const char *
get_text (TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *language)
{
  return provision != NULL ? twf_provision_get_text (provision, part, language)
                           : twf_plan_get_title (plan, language);
}

static const char *const *
get_accepted (TwfPlan *plan, TwfProvision *provision)
{
  return provision != NULL ? twf_provision_get_values (provision, TWF_FIELD_ACCEPTED)
                           : twf_plan_get_values (plan, TWF_FIELD_ACCEPTED);
}

/* "fr=<id>" or "time-frame.fr=<id>". */
static char *
dup_wording (TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *language)
{
  g_autofree char *id = twf_wording_dup_id (get_text (plan, provision, part, language));

  return g_strdup_printf ("%s%s%s=%s",
                          part != TWF_PART_BODY ? twf_part_get_name (part) : "",
                          part != TWF_PART_BODY ? "." : "",
                          language,
                          id != NULL ? id : "");
}

static char *
dup_acceptance (TwfPlan *plan,
                TwfProvision *provision,
                TwfPart part,
                const TwfDisparity *difference)
{
  g_autofree char *one = dup_wording (plan, provision, part, difference->language);
  g_autofree char *other = dup_wording (plan, provision, part, difference->other);

  return g_strjoin (" ", twf_fact_kind_get_name (difference->kind), one, other, NULL);
}

/* Of the kind, the text and the language: what was accepted of them in other wordings. */
static char *
dup_prefix (TwfPart part, const TwfDisparity *difference)
{
  return g_strdup_printf ("%s %s%s%s=",
                          twf_fact_kind_get_name (difference->kind),
                          part != TWF_PART_BODY ? twf_part_get_name (part) : "",
                          part != TWF_PART_BODY ? "." : "",
                          difference->language);
}

/**
 * twf_disparity_is_accepted:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan's title
 * @part: which text
 * @difference: what its languages say differently
 *
 * Returns: whether somebody said that it may stand so, of these very wordings
 */
gboolean
twf_disparity_is_accepted (TwfPlan *plan,
                           TwfProvision *provision,
                           TwfPart part,
                           const TwfDisparity *difference)
{
  const char *const *accepted = get_accepted (plan, provision);
  g_autofree char *wanted = NULL;

  if (accepted == NULL)
    return FALSE;
  wanted = dup_acceptance (plan, provision, part, difference);
  return g_strv_contains (accepted, wanted);
}

/**
 * twf_disparity_accept:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan's title
 * @part: which text
 * @difference: what its languages say differently
 *
 * What was accepted of the same kind in the same language goes: it was about wordings that no
 * longer stand.
 *
 * Returns: (transfer full): the edit by which that is accepted
 */
TwfEdit *
twf_disparity_accept (TwfPlan *plan,
                      TwfProvision *provision,
                      TwfPart part,
                      const TwfDisparity *difference)
{
  const char *const *accepted = get_accepted (plan, provision);
  g_autofree char *prefix = dup_prefix (part, difference);
  g_autofree char *value = dup_acceptance (plan, provision, part, difference);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) values = NULL;

  for (guint i = 0; accepted != NULL && accepted[i] != NULL; i++)
    if (!g_str_has_prefix (accepted[i], prefix))
      g_strv_builder_add (builder, accepted[i]);
  g_strv_builder_add (builder, value);
  values = g_strv_builder_end (builder);
  return twf_edit_new_values (provision != NULL ? twf_provision_get_id (provision) : NULL,
                              TWF_FIELD_ACCEPTED,
                              (const char *const *)values);
}

/**
 * twf_provision_list_disparities:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan's title
 * @part: which text
 *
 * Returns: (transfer full): of #TwfDisparity: what the plan's languages say differently and nobody
 * accepted
 */
GPtrArray *
twf_provision_list_disparities (TwfPlan *plan, TwfProvision *provision, TwfPart part)
{
  const char *const *languages = twf_plan_get_languages (plan);
  guint n = g_strv_length ((char **)languages);
  g_autofree const char **texts = g_new0 (const char *, n + 1);
  GPtrArray *differences;

  for (guint i = 0; i < n; i++)
    texts[i] = get_text (plan, provision, part, languages[i]);
  differences = twf_disparities_find (languages, texts, n);
  for (guint i = differences->len; i > 0; i--)
    if (twf_disparity_is_accepted (plan, provision, part, differences->pdata[i - 1]))
      g_ptr_array_remove_index (differences, i - 1);
  return differences;
}

/**
 * twf_finding_new_for_disparity:
 * @disparity: what languages of a text say differently
 *
 * Returns: (transfer full): that as a finding, of no provision
 */
TwfFinding *
twf_finding_new_for_disparity (const TwfDisparity *disparity)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  TwfFinding *finding = twf_findings_add (
      findings, TWF_FINDING_OTHER_NUMBER + disparity->kind, NULL, disparity->language, NULL);

  finding->place = twf_finding_place_new (
      disparity->language, disparity->value, disparity->start, disparity->end);
  finding->other = twf_finding_place_new (
      disparity->other, disparity->other_value, disparity->other_start, disparity->other_end);
  return finding;
}

/**
 * twf_check_concordance:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan's title
 * @findings: (element-type TwfFinding): where it goes
 *
 * Holds the languages of a provision's texts against each other.
 */
void
twf_check_concordance (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings)
{
  for (TwfPart part = TWF_PART_BODY; part < (provision != NULL ? TWF_N_PARTS : 1); part++)
    {
      g_autoptr (GPtrArray) differences = twf_provision_list_disparities (plan, provision, part);

      for (guint i = 0; i < differences->len; i++)
        {
          const TwfDisparity *one = differences->pdata[i];
          TwfFinding *finding = twf_finding_new_for_disparity (one);

          finding->id = provision != NULL ? g_strdup (twf_provision_get_id (provision)) : NULL;
          finding->part = part;
          g_ptr_array_add (findings, finding);
          twf_finding_take_remedy (
              finding, TWF_REMEDY_ACCEPT, twf_disparity_accept (plan, provision, part, one));
        }
    }
}

/**
 * twf_check_words:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan's title
 * @findings: (element-type TwfFinding): where it goes
 *
 * Everything that is looked for in the words of a provision.
 */
void
twf_check_words (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings)
{
  twf_check_concordance (plan, provision, findings);
  twf_check_style (plan, provision, findings);
}

/**
 * twf_plan_check_words:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan's title
 *
 * Returns: (transfer full): of #TwfFinding: what was found in the words of its texts; nothing where
 * it is parked, withdrawn or rejected
 */
GPtrArray *
twf_plan_check_words (TwfPlan *plan, TwfProvision *provision)
{
  GPtrArray *findings = twf_findings_new ();
  TwfProposalState state;

  g_return_val_if_fail (TWF_IS_PLAN (plan), findings);

  if (provision == NULL || !twf_provision_is_proposed (provision, &state)
      || state == TWF_PROPOSAL_OPEN)
    twf_check_words (plan, provision, findings);
  return findings;
}
