/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-overview.h"

#include <string.h>

static const char *const stage_names[TWF_N_STAGES] = {
  [TWF_STAGE_AGREED] = "agreed",
  [TWF_STAGE_REOPENED] = "reopened",
  [TWF_STAGE_BRACKETED] = "bracketed",
  [TWF_STAGE_QUIET] = "quiet",
};

static const char *const kind_names[] = {
  [TWF_FIGURE_PROVISIONS] = "provisions", [TWF_FIGURE_STAGE] = "stage",
  [TWF_FIGURE_LEVEL] = "level",           [TWF_FIGURE_BRACKETS] = "brackets",
  [TWF_FIGURE_WAITING] = "waiting",       [TWF_FIGURE_HELD] = "held",
  [TWF_FIGURE_MISSING] = "missing",       [TWF_FIGURE_STALE] = "stale",
  [TWF_FIGURE_FOUND] = "found",           [TWF_FIGURE_AGREED_IN] = "agreed-in",
};

/**
 * twf_stage_get_name:
 * @stage: how far a provision has come
 *
 * Returns: the word for machines
 */
const char *
twf_stage_get_name (TwfStage stage)
{
  g_return_val_if_fail (stage < TWF_N_STAGES, NULL);

  return stage_names[stage];
}

/**
 * twf_figure_kind_get_name:
 * @kind: what is counted
 *
 * Returns: the word for machines
 */
const char *
twf_figure_kind_get_name (TwfFigureKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

/**
 * twf_figure_parse:
 * @name: "level:plenary", "brackets": the kind's name, and behind a colon the detail
 * @kind: (out): what is counted
 * @detail: (out): of @name; %NULL: none is given
 *
 * Returns: whether there is such a kind
 */
gboolean
twf_figure_parse (const char *name, TwfFigureKind *kind, const char **detail)
{
  const char *colon;
  gsize length;

  g_return_val_if_fail (name != NULL, FALSE);

  colon = strchr (name, ':');
  length = colon != NULL ? (gsize)(colon - name) : strlen (name);
  *detail = colon != NULL ? colon + 1 : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (strlen (kind_names[i]) == length && strncmp (kind_names[i], name, length) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_overview_new:
 * @plan: a plan, for its languages
 *
 * Returns: (transfer full): figures of nothing yet
 */
TwfOverview *
twf_overview_new (TwfPlan *plan)
{
  TwfOverview *self = g_new0 (TwfOverview, 1);

  self->holders = twf_holders_new ();
  self->coverages = twf_coverages_new (plan);
  return self;
}

/**
 * twf_overview_free:
 * @self: (transfer full) (nullable): figures
 */
void
twf_overview_free (TwfOverview *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->holders);
  g_ptr_array_unref (self->coverages);
  g_free (self);
}

static void
add_holders (TwfOverview *self, GPtrArray *holders)
{
  for (guint i = 0; i < holders->len; i++)
    {
      const TwfHolder *holder = holders->pdata[i];
      TwfHolder *sum = twf_holders_take (self->holders, holder->code);

      sum->n_provisions++;
      sum->n_brackets += holder->n_brackets;
      sum->n_proposals += holder->n_proposals;
      sum->n_reservations += holder->n_reservations;
      sum->n_pending += holder->n_pending;
    }
}

static void
add_coverages (TwfOverview *self, const TwfFigures *figures)
{
  for (guint i = 0; i < figures->coverages->len; i++)
    {
      const TwfCoverage *coverage = figures->coverages->pdata[i];
      TwfCoverage *sum = twf_coverages_find (self->coverages, coverage->language);

      if (sum == NULL)
        continue;
      sum->n_missing += coverage->n_missing;
      sum->n_stale += coverage->n_stale;
      sum->n_agreed += figures->counts ? coverage->n_agreed : 0;
    }
}

/**
 * twf_overview_add_title:
 * @self: figures
 * @figures: what the plan itself adds
 */
void
twf_overview_add_title (TwfOverview *self, const TwfFigures *figures)
{
  self->n_title_brackets += figures->n_brackets;
  self->n_brackets += figures->n_brackets;
  self->n_waiting += figures->n_waiting;
  add_holders (self, figures->holders);
}

/**
 * twf_overview_add:
 * @self: figures
 * @figures: what a provision adds that a compilation has
 */
void
twf_overview_add (TwfOverview *self, const TwfFigures *figures)
{
  TwfSectionFigures *section = &self->sections[figures->section];
  gboolean agreed = figures->counts && figures->stage == TWF_STAGE_AGREED;

  self->n_brackets += figures->n_brackets;
  self->n_words += figures->n_words;
  self->n_waiting += figures->n_waiting;
  section->n_brackets += figures->n_brackets;
  add_holders (self, figures->holders);
  add_coverages (self, figures);
  if (!figures->counts)
    return;
  self->n_provisions++;
  self->stages[figures->stage]++;
  self->levels[figures->level] += agreed;
  section->n_provisions++;
  section->n_agreed += agreed;
}

static gboolean
holds (const TwfFigures *figures, const char *code)
{
  for (guint i = 0; i < figures->holders->len; i++)
    if (g_strcmp0 (((TwfHolder *)figures->holders->pdata[i])->code, code) == 0)
      return TRUE;
  return FALSE;
}

/**
 * twf_figures_are_counted:
 * @self: what a provision adds that a compilation has, or the plan itself
 * @kind: what is counted
 * @detail: (nullable): see #TwfFigureKind
 *
 * Returns: whether that figure counts it
 */
gboolean
twf_figures_are_counted (const TwfFigures *self, TwfFigureKind kind, const char *detail)
{
  const TwfCoverage *coverage
      = detail != NULL ? twf_coverages_find (self->coverages, detail) : NULL;

  switch (kind)
    {
    case TWF_FIGURE_PROVISIONS:
      return self->counts;
    case TWF_FIGURE_STAGE:
      return self->counts && g_strcmp0 (stage_names[self->stage], detail) == 0;
    case TWF_FIGURE_LEVEL:
      return self->counts && self->stage == TWF_STAGE_AGREED
             && g_strcmp0 (twf_agreement_level_get_name (self->level), detail) == 0;
    case TWF_FIGURE_BRACKETS:
      return self->n_brackets > 0
             && (detail == NULL || g_str_equal (twf_section_get_name (self->section), detail));
    case TWF_FIGURE_WAITING:
      return self->n_waiting > 0;
    case TWF_FIGURE_HELD:
      return holds (self, detail);
    case TWF_FIGURE_MISSING:
      return coverage != NULL && coverage->n_missing > 0;
    case TWF_FIGURE_STALE:
      return coverage != NULL && coverage->n_stale > 0;
    case TWF_FIGURE_AGREED_IN:
      return self->counts && coverage != NULL && coverage->n_agreed > 0;
    case TWF_FIGURE_FOUND:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}
