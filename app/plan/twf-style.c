/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-style.h"

#include "twf-plan-private.h"

#include <string.h>

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

  if (twf_provision_get_field (provision, TWF_FIELD_HEADING) != NULL)
    return TWF_OPENING_NONE;
  return twf_style_get_forms_of (twf_provision_get_section (provision),
                                 twf_provision_get_node (provision)->depth);
}

/* In one language, how a section is written. */
typedef struct
{
  gboolean resolution; /* its paragraphs open as those of resolutions do, and end so */
  gboolean marked;     /* it is not, and yet they end in marks */
} Manner;

/* What is looked at. */
typedef struct
{
  TwfPlan *plan;
  TwfSection last; /* the last section of operative paragraphs that has any */
  TwfSection section;
  const char *language;
  Manner manner;
  const char *last_id; /* of the paragraph that the section ends with */
  GPtrArray *findings;
} Check;

/**
 * twf_style_finding_free:
 * @self: (transfer full): a finding
 */
void
twf_style_finding_free (TwfStyleFinding *self)
{
  g_free (self->id);
  g_free (self->language);
  g_free (self->found);
  g_free (self->instead);
  g_free (self);
}

/**
 * twf_style_rule_get_name:
 * @rule: a rule
 *
 * Returns: its name in JSON
 */
const char *
twf_style_rule_get_name (TwfStyleRule rule)
{
  static const char *const names[]
      = { "style-end",          "style-opening",      "style-no-end",
          "style-double-space", "style-space-before", "style-space",
          "style-quotes",       "style-digits",       "style-unbalanced" };

  g_return_val_if_fail (rule < TWF_N_STYLE_RULES, NULL);

  return names[rule];
}

static gboolean
has_word (TwfPlan *plan, const char *word)
{
  const char *value = twf_plan_get_field (plan, TWF_PLAN_CONVENTION);
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " ,;", -1);

  return g_strv_contains ((const char *const *)words, word);
}

/* What is set aside, what is only proposed and headings are no part of the text that is checked:
 * a person is asked to complete what stands. */
static gboolean
is_checked (TwfProvision *provision)
{
  return !twf_provision_is_proposed (provision, NULL);
}

static gboolean
is_heading (TwfProvision *provision)
{
  return twf_provision_get_field (provision, TWF_FIELD_HEADING) != NULL;
}

static gboolean
has_children (TwfPlan *plan, TwfProvision *provision)
{
  return g_list_model_get_n_items (twf_plan_list_children (
             plan, twf_provision_get_section (provision), twf_provision_get_id (provision)))
         > 0;
}

/* A section is written as a resolution is where more than half of its paragraphs open so: a single
 * "Notes" in a table of measures is a word. */
static Manner
find_manner (TwfPlan *plan, GPtrArray *all, TwfSection section, const char *language)
{
  Manner manner = { FALSE, FALSE };
  guint n = 0, opened = 0, marked = 0;

  for (guint i = 0; i < all->len; i++)
    {
      TwfProvision *provision = all->pdata[i];
      const char *text = twf_provision_get_text (provision, TWF_PART_BODY, language);
      TwfOpeningForms forms = twf_style_get_forms (provision);
      TwfOpening opening;

      if (twf_provision_get_section (provision) != section || forms == TWF_OPENING_NONE
          || text == NULL || !is_checked (provision))
        continue;
      n++;
      opened += twf_opening_find (text, language, forms, &opening);
      marked += twf_style_has_end (text);
    }
  if (has_word (plan, TWF_STYLE_NAME_RESOLUTION))
    manner.resolution = section >= TWF_SECTION_RATIONALE;
  else if (!has_word (plan, TWF_STYLE_NAME_PLAIN))
    manner.resolution = 2 * opened > n;
  manner.marked = !manner.resolution && n >= 3 && 3 * marked >= 2 * n;
  return manner;
}

static TwfStyleEnds
get_ends (const Check *self, TwfProvision *provision)
{
  TwfOpeningForms forms = twf_style_get_forms (provision);
  gboolean last = g_strcmp0 (twf_provision_get_id (provision), self->last_id) == 0;

  if (is_heading (provision) || self->section < TWF_SECTION_RATIONALE)
    return TWF_STYLE_ENDS_ANYHOW;
  if (!self->manner.resolution)
    return self->manner.marked && forms != TWF_OPENING_NONE ? TWF_STYLE_ENDS_MARKED
                                                            : TWF_STYLE_ENDS_ANYHOW;
  if (self->section == TWF_SECTION_RATIONALE)
    return forms != TWF_OPENING_NONE ? TWF_STYLE_ENDS_PREAMBLE : TWF_STYLE_ENDS_MARKED;
  if (last)
    return self->section == self->last ? TWF_STYLE_ENDS_ALL : TWF_STYLE_ENDS_SECTION;
  if (forms == TWF_OPENING_NONE || has_children (self->plan, provision))
    return TWF_STYLE_ENDS_MARKED;
  return TWF_STYLE_ENDS_OPERATIVE;
}

static void
add (Check *self,
     TwfProvision *provision,
     TwfPart part,
     const char *text,
     TwfStyleRule rule,
     gsize start,
     gsize end,
     const char *instead)
{
  TwfStyleFinding *finding
      = self->findings->len > 0 ? self->findings->pdata[self->findings->len - 1] : NULL;
  const char *id = twf_provision_get_id (provision);

  for (guint i = self->findings->len; i > 0; i--)
    {
      finding = self->findings->pdata[i - 1];
      if (strcmp (finding->id, id) != 0)
        break;
      if (finding->rule == rule && finding->part == part
          && strcmp (finding->language, self->language) == 0)
        {
          finding->n++;
          return;
        }
    }
  finding = g_new0 (TwfStyleFinding, 1);
  finding->rule = rule;
  finding->id = g_strdup (id);
  finding->part = part;
  finding->language = g_strdup (self->language);
  finding->found = g_strndup (text + start, end - start);
  finding->instead = g_strdup (instead);
  finding->n = 1;
  g_ptr_array_add (self->findings, finding);
}

/* "Urges" in the preamble, "Recalling" in an operative paragraph. */
static void
check_opening (Check *self, TwfProvision *provision, const char *text)
{
  TwfOpeningForms forms = twf_style_get_forms (provision);
  TwfOpening opening;

  if (self->manner.resolution && forms != TWF_OPENING_NONE
      && !twf_opening_find (text, self->language, forms, &opening)
      && twf_opening_find (text, self->language, TWF_OPENING_ANY, &opening))
    add (self, provision, TWF_PART_BODY, text, TWF_STYLE_OPENING, opening.start, opening.end, NULL);
}

static void
check_provision (Check *self, TwfProvision *provision)
{
  for (TwfPart part = 0; part < TWF_N_PARTS; part++)
    {
      const char *text = twf_provision_get_text (provision, part, self->language);
      g_autoptr (GPtrArray) flaws = NULL;

      if (text == NULL || *text == '\0')
        continue;
      if (part == TWF_PART_BODY)
        check_opening (self, provision, text);
      flaws = twf_style_check_text (text,
                                    self->language,
                                    part == TWF_PART_BODY ? get_ends (self, provision)
                                                          : TWF_STYLE_ENDS_ANYHOW);
      for (guint i = 0; i < flaws->len; i++)
        {
          const TwfStyleFlaw *flaw = flaws->pdata[i];

          add (self, provision, part, text, flaw->rule, flaw->start, flaw->end, flaw->instead);
        }
    }
}

/* Takes up the place of @provision among all, which are in reading order. */
static void
look_at (Check *self, GPtrArray *all, TwfSection section, const char *language)
{
  self->section = section;
  self->language = language;
  self->manner = find_manner (self->plan, all, section, language);
  self->last_id = NULL;
  for (guint i = 0; i < all->len; i++)
    if (twf_provision_get_section (all->pdata[i]) == section && is_checked (all->pdata[i])
        && !is_heading (all->pdata[i])
        && twf_provision_get_text (all->pdata[i], TWF_PART_BODY, language) != NULL)
      self->last_id = twf_provision_get_id (all->pdata[i]);
}

static void
begin (Check *self, TwfPlan *plan, GPtrArray *all)
{
  self->plan = plan;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_style_finding_free);
  self->last = TWF_SECTION_LETTER;
  for (guint i = 0; i < all->len; i++)
    if (is_checked (all->pdata[i]))
      self->last = MAX (self->last, twf_provision_get_section (all->pdata[i]));
}

static int
compare_findings (gconstpointer one, gconstpointer other, gpointer user_data)
{
  GHashTable *order = user_data;
  const TwfStyleFinding *finding = *(const TwfStyleFinding *const *)one;
  const TwfStyleFinding *against = *(const TwfStyleFinding *const *)other;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (order, finding->id));
  guint beside = GPOINTER_TO_UINT (g_hash_table_lookup (order, against->id));

  return place == beside ? 0 : place < beside ? -1 : 1;
}

/**
 * twf_plan_check_style:
 * @plan: a plan
 *
 * Looks through the texts that stand for what an editor would put right. Which marks paragraphs end
 * in is asked only where a section is written as a resolution is: a plan of action is often a table
 * of measures. The plan's field TWF_PLAN_CONVENTION can say so or the contrary.
 *
 * Returns: (transfer full) (element-type TwfStyleFinding): what was found, in reading order; of
 *   each text and rule one
 */
GPtrArray *
twf_plan_check_style (TwfPlan *plan)
{
  const char *const *languages;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GHashTable) order = g_hash_table_new (g_str_hash, g_str_equal);
  Check self;

  g_return_val_if_fail (TWF_IS_PLAN (plan), NULL);

  all = twf_plan_list_all (plan);
  languages = twf_plan_get_languages (plan);
  begin (&self, plan, all);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (
        order, (gpointer)twf_provision_get_id (all->pdata[i]), GUINT_TO_POINTER (i + 1));
  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    for (guint l = 0; languages[l] != NULL; l++)
      {
        look_at (&self, all, section, languages[l]);
        for (guint i = 0; self.last_id != NULL && i < all->len; i++)
          if (twf_provision_get_section (all->pdata[i]) == section && is_checked (all->pdata[i]))
            check_provision (&self, all->pdata[i]);
      }
  g_ptr_array_sort_with_data (self.findings, compare_findings, order);
  return self.findings;
}

/**
 * twf_style_finding_new_fix:
 * @self: a finding
 * @plan: the plan it is of, as it is now
 *
 * Returns: (transfer full) (nullable): what puts it right and changes nothing else; %NULL where
 *   only a person can, or nothing is to be put right any more
 */
TwfEdit *
twf_style_finding_new_fix (const TwfStyleFinding *self, TwfPlan *plan)
{
  TwfProvision *provision;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *fixed = NULL;
  const char *text;
  Check check;

  g_return_val_if_fail (TWF_IS_PLAN (plan), NULL);

  provision = twf_plan_get_provision (plan, self->id);
  text = provision != NULL ? twf_provision_get_text (provision, self->part, self->language) : NULL;
  if (text == NULL || self->instead == NULL)
    return NULL;
  all = twf_plan_list_all (plan);
  begin (&check, plan, all);
  g_ptr_array_unref (check.findings);
  look_at (&check, all, twf_provision_get_section (provision), self->language);
  fixed = twf_style_fix_text (text,
                              self->language,
                              self->part == TWF_PART_BODY ? get_ends (&check, provision)
                                                          : TWF_STYLE_ENDS_ANYHOW,
                              self->rule);
  return strcmp (fixed, text) != 0 ? twf_edit_new_text (self->id, self->part, self->language, fixed)
                                   : NULL;
}
