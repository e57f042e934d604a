/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-style.h"

#include "twf-check-private.h"
#include "twf-plan-private.h"
#include "twf-segments.h"
#include "twf-style-rules.h"

/**
 * twf_style_get_forms_of:
 * @section: a section
 * @depth: how many numbered provisions it stands under
 *
 * A plan's rationale is what a resolution's preamble is, its principles, objectives, actions and
 * procedure what the operative part is. What stands under a paragraph continues its sentence, and
 * opens with nothing; the covering letter and pillars open with nothing either.
 *
 * Returns: with which openings the text of a provision there may begin, if it is no heading
 */
TwfOpeningForms
twf_style_get_forms_of (TwfSection section, guint depth)
{
  if (depth > 0)
    return TWF_OPENING_NONE;
  switch (section)
    {
    case TWF_SECTION_RATIONALE:
      return TWF_OPENING_PREAMBULAR;
    case TWF_SECTION_PRINCIPLES:
    case TWF_SECTION_OBJECTIVES:
    case TWF_SECTION_ACTIONS:
    case TWF_SECTION_PROCEDURE:
      return TWF_OPENING_OPERATIVE;
    default:
      return TWF_OPENING_NONE;
    }
}

static gboolean
is_heading (TwfProvision *provision)
{
  return twf_provision_get_field (provision, TWF_FIELD_HEADING) != NULL;
}

/**
 * twf_style_get_forms:
 * @provision: a provision of a plan
 *
 * Returns: with which openings its text may begin: see twf_style_get_forms_of()
 */
TwfOpeningForms
twf_style_get_forms (TwfProvision *provision)
{
  g_return_val_if_fail (TWF_IS_PROVISION (provision), TWF_OPENING_NONE);

  if (is_heading (provision))
    return TWF_OPENING_NONE;
  /* The node's depth is counted with its number, and only when that is asked for. */
  for (TwfProvision *at = twf_provision_get_node (provision)->above; at != NULL;
       at = twf_provision_get_node (at)->above)
    if (!is_heading (at))
      return TWF_OPENING_NONE;
  return twf_style_get_forms_of (twf_provision_get_section (provision), 0);
}

static gboolean
has_word (TwfPlan *plan, const char *word)
{
  const char *value = twf_plan_get_field (plan, TWF_PLAN_CONVENTION);
  g_auto (GStrv) words = NULL;

  if (value == NULL)
    return FALSE;
  words = g_strsplit_set (value, " ,;", -1);
  return g_strv_contains ((const char *const *)words, word);
}

static const char *
get_text (TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *language)
{
  return provision != NULL ? twf_provision_get_text (provision, part, language)
                           : twf_plan_get_title (plan, language);
}

/* The numbered provision at the top that @provision stands under, or it itself. */
static TwfProvision *
find_top (TwfProvision *provision)
{
  TwfProvision *top = provision;

  for (TwfProvision *at = provision; at != NULL && !is_heading (at);
       at = twf_provision_get_node (at)->above)
    top = at;
  return top;
}

/* Whether @provision is to be written as a paragraph of a resolution is. A plan of action is often
 * a table of measures: it is asked of those paragraphs alone that open as resolutions do, unless
 * the plan says how it is written. */
static gboolean
is_resolution (TwfPlan *plan, TwfProvision *provision, const char *language)
{
  TwfProvision *top = find_top (provision);
  TwfOpeningForms forms = twf_style_get_forms (top);
  const char *text = get_text (plan, top, TWF_PART_BODY, language);
  TwfOpening opening;

  if (forms == TWF_OPENING_NONE || has_word (plan, TWF_STYLE_NAME_PLAIN))
    return FALSE;
  return has_word (plan, TWF_STYLE_NAME_RESOLUTION)
         || (text != NULL && twf_opening_find (text, language, forms, &opening));
}

static TwfProvision *
find_last_child (TwfPlan *plan, TwfSection section, const char *parent)
{
  GListModel *children = twf_plan_list_children (plan, section, parent);

  for (guint i = g_list_model_get_n_items (children); i > 0; i--)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i - 1);

      if (!twf_provision_is_proposed (child, NULL))
        return child;
    }
  return NULL;
}

/* The provision with which @section ends. */
static TwfProvision *
find_last (TwfPlan *plan, TwfSection section)
{
  TwfProvision *last = find_last_child (plan, section, NULL);
  TwfProvision *under = last;
  guint most = twf_plan_get_n_provisions (plan);

  for (guint i = 0; under != NULL && i < most; i++)
    {
      last = under;
      under = find_last_child (plan, section, twf_provision_get_id (last));
    }
  return last;
}

/* The last section that has anything. */
static TwfSection
find_last_section (TwfPlan *plan)
{
  TwfSection section = TWF_N_SECTIONS - 1;

  while (section > 0 && find_last_child (plan, section, NULL) == NULL)
    section--;
  return section;
}

static TwfStyleEnds
get_ends (TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *language)
{
  TwfSection section;
  gboolean top;

  if (provision == NULL || part != TWF_PART_BODY || is_heading (provision)
      || twf_provision_is_proposed (provision, NULL) || !is_resolution (plan, provision, language))
    return TWF_STYLE_ENDS_ANYHOW;
  section = twf_provision_get_section (provision);
  top = twf_style_get_forms (provision) != TWF_OPENING_NONE;
  if (section == TWF_SECTION_RATIONALE)
    return top ? TWF_STYLE_ENDS_PREAMBLE : TWF_STYLE_ENDS_MARKED;
  if (provision == find_last (plan, section))
    return section == find_last_section (plan) ? TWF_STYLE_ENDS_ALL : TWF_STYLE_ENDS_SECTION;
  return top && find_last_child (plan, section, twf_provision_get_id (provision)) == NULL
             ? TWF_STYLE_ENDS_OPERATIVE
             : TWF_STYLE_ENDS_MARKED;
}

static TwfFinding *
add (GPtrArray *findings,
     TwfProvision *provision,
     TwfPart part,
     const char *language,
     TwfStyleRule rule,
     const char *text,
     gsize start,
     gsize end)
{
  TwfFinding *finding
      = twf_findings_add (findings, TWF_FINDING_STYLE_END + rule, provision, language, NULL);
  g_autofree char *words = NULL;

  /* Nothing, or a space, says nothing: what stands before it does. */
  for (guint n = 0; n < 12 && start > 0; n++)
    start = (gsize)(g_utf8_prev_char (text + start) - text);
  while (start > 0 && !twf_text_can_cut (text, start))
    start--;
  words = g_strndup (text + start, end - start);
  finding->part = part;
  finding->place = twf_finding_place_new (language, words, (guint)start, (guint)end);
  return finding;
}

/* "Urges" in the preamble, "Recalling" in an operative paragraph, where the first of the section
 * opens as it should. */
static void
check_opening (TwfPlan *plan,
               TwfProvision *provision,
               const char *language,
               const char *text,
               GPtrArray *findings)
{
  TwfOpeningForms forms = twf_style_get_forms (provision);
  TwfSection section = twf_provision_get_section (provision);
  g_autoptr (TwfProvision) first = NULL;
  TwfOpening opening;

  if (forms == TWF_OPENING_NONE || twf_opening_find (text, language, forms, &opening)
      || !twf_opening_find (text, language, TWF_OPENING_ANY, &opening))
    return;
  first = g_list_model_get_item (twf_plan_list_children (plan, section, NULL), 0);
  if (first != NULL && is_resolution (plan, first, language))
    add (findings,
         provision,
         TWF_PART_BODY,
         language,
         TWF_STYLE_OPENING,
         text,
         opening.start,
         opening.end);
}

/* One finding of a rule in a text: all its places are put right together. */
static void
check_text (TwfPlan *plan,
            TwfProvision *provision,
            TwfPart part,
            const char *language,
            const char *text,
            GPtrArray *findings)
{
  TwfStyleEnds ends = get_ends (plan, provision, part, language);
  g_autoptr (GPtrArray) flaws = twf_style_check_text (text, language, ends);
  TwfFinding *found[TWF_N_STYLE_RULES] = { NULL };

  for (guint i = 0; i < flaws->len; i++)
    {
      const TwfStyleFlaw *flaw = flaws->pdata[i];
      const char *id = provision != NULL ? twf_provision_get_id (provision) : NULL;

      if (found[flaw->rule] == NULL)
        found[flaw->rule]
            = add (findings, provision, part, language, flaw->rule, text, flaw->start, flaw->end);
      if (flaw->instead != NULL
          && twf_finding_get_remedy (found[flaw->rule], TWF_REMEDY_FIX) == NULL)
        {
          g_autofree char *fixed = twf_style_fix_text (text, language, ends, flaw->rule);

          twf_finding_take_remedy (
              found[flaw->rule], TWF_REMEDY_FIX, twf_edit_new_text (id, part, language, fixed));
        }
    }
}

/**
 * twf_check_style:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan's title
 * @findings: (element-type TwfFinding): where it goes
 *
 * Looks for what an editor would put right. Which marks paragraphs end in is asked only of those
 * that are written as resolutions are.
 */
void
twf_check_style (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings)
{
  const char *const *languages = twf_plan_get_languages (plan);
  guint n_parts = provision != NULL ? TWF_N_PARTS : 1;

  for (guint i = 0; languages[i] != NULL; i++)
    for (TwfPart part = TWF_PART_BODY; part < n_parts; part++)
      {
        const char *text = get_text (plan, provision, part, languages[i]);

        if (text == NULL || *text == '\0')
          continue;
        if (provision != NULL && part == TWF_PART_BODY)
          check_opening (plan, provision, languages[i], text, findings);
        check_text (plan, provision, part, languages[i], text, findings);
      }
}
