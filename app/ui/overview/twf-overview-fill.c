/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-overview-fill.h"

#include "twf-byline.h"
#include "twf-finding-words.h"
#include "twf-interface.h"
#include "twf-overview-words.h"

#include <glib/gi18n.h>

/* So many delegations can be taken in at a glance; of more they are shown when one asks. */
#define MOST_HOLDERS 12

static TwfFigureRow *
add (TwfFigureGroup *group,
     TwfWorkbench *workbench,
     const char *figure,
     const char *title,
     const char *subtitle,
     guint n)
{
  g_autofree char *count = twf_workbench_dup_count (workbench, n);

  return twf_figure_group_add (group, figure, title, subtitle, count);
}

/**
 * twf_overview_fill_agreed:
 * @group: the group
 * @share: says what share is agreed
 * @workbench: the open plan
 * @overview: its figures
 *
 * What there is none of is left out: the column is read for what there is.
 */
void
twf_overview_fill_agreed (TwfFigureGroup *group,
                          GtkLabel *share,
                          TwfWorkbench *workbench,
                          const TwfOverview *overview)
{
  guint n_agreed = overview->stages[TWF_STAGE_AGREED];
  g_autofree char *percent
      = twf_overview_words_dup_share (workbench, n_agreed, overview->n_provisions);
  g_autofree char *agreed = twf_workbench_dup_count (workbench, n_agreed);
  g_autofree char *all = twf_workbench_dup_count (workbench, overview->n_provisions);
  g_autofree char *big = g_strdup_printf (_ ("%s agreed"), percent);
  g_autofree char *note = g_strdup_printf (
      ngettext ("%s of %s provision", "%s of %s provisions", overview->n_provisions), agreed, all);

  gtk_label_set_label (share, big);
  twf_figure_group_begin (group);
  for (guint i = 0; i < TWF_N_OVERVIEW_SHARES; i++)
    {
      g_autofree char *figure = twf_overview_share_dup_figure (i);
      guint n = twf_overview_share_count (i, overview);

      if (n > 0)
        twf_figure_row_set_sign (
            add (group, workbench, figure, twf_overview_share_get_title (i), NULL, n),
            twf_overview_share_get_class (i));
    }
  twf_figure_group_end (group, note);
}

static char *
dup_agreed_of (TwfWorkbench *workbench, guint n_agreed, guint n_provisions)
{
  g_autofree char *agreed = twf_workbench_dup_count (workbench, n_agreed);
  g_autofree char *all = twf_workbench_dup_count (workbench, n_provisions);

  return g_strdup_printf (
      ngettext ("%s of %s provision agreed", "%s of %s provisions agreed", n_provisions),
      agreed,
      all);
}

static void
add_sections (TwfFigureGroup *group, TwfWorkbench *workbench, const TwfOverview *overview)
{
  g_autofree char *language = twf_interface_dup_language ();

  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    {
      const TwfSectionFigures *figures = &overview->sections[section];
      g_autofree char *figure = g_strdup_printf (
          "%s:%s", twf_figure_kind_get_name (TWF_FIGURE_BRACKETS), twf_section_get_name (section));
      g_autofree char *subtitle
          = dup_agreed_of (workbench, figures->n_agreed, figures->n_provisions);

      if (figures->n_provisions > 0)
        add (group,
             workbench,
             figures->n_brackets > 0 ? figure : NULL,
             twf_section_get_title (section, language),
             subtitle,
             figures->n_brackets);
    }
}

/**
 * twf_overview_fill_brackets:
 * @group: the group
 * @workbench: the open plan
 * @overview: its figures
 */
void
twf_overview_fill_brackets (TwfFigureGroup *group,
                            TwfWorkbench *workbench,
                            const TwfOverview *overview)
{
  g_autofree char *all = twf_workbench_dup_count (workbench, overview->n_brackets);
  g_autofree char *note = NULL;

  twf_figure_group_begin (group);
  if (overview->n_title_brackets > 0)
    add (group,
         workbench,
         twf_figure_kind_get_name (TWF_FIGURE_BRACKETS),
         _ ("The plan itself"),
         NULL,
         overview->n_title_brackets);
  add_sections (group, workbench, overview);
  note = overview->n_brackets > 0 ? g_strdup_printf (
             ngettext ("%s open bracket", "%s open brackets", overview->n_brackets), all)
                                  : g_strdup (_ ("Nothing is open"));
  twf_figure_group_end (group, note);
}

/* Who holds most comes first; of equals, by code. */
static gint
compare_holders (gconstpointer one, gconstpointer other)
{
  const TwfHolder *a = *(const TwfHolder *const *)one;
  const TwfHolder *b = *(const TwfHolder *const *)other;

  if (a->n_provisions != b->n_provisions)
    return a->n_provisions < b->n_provisions ? 1 : -1;
  return g_strcmp0 (a->code, b->code);
}

/**
 * twf_overview_fill_holders:
 * @group: the group
 * @workbench: the open plan
 * @overview: its figures
 * @all: whether to show all, however many there are
 *
 * Returns: how many are not shown
 */
guint
twf_overview_fill_holders (TwfFigureGroup *group,
                           TwfWorkbench *workbench,
                           const TwfOverview *overview,
                           gboolean all)
{
  g_autoptr (GPtrArray) holders = g_ptr_array_new ();
  guint n;

  for (guint i = 0; i < overview->holders->len; i++)
    g_ptr_array_add (holders, overview->holders->pdata[i]);
  g_ptr_array_sort (holders, compare_holders);
  n = all ? holders->len : MIN (holders->len, MOST_HOLDERS);
  twf_figure_group_begin (group);
  for (guint i = 0; i < n; i++)
    {
      const TwfHolder *holder = holders->pdata[i];
      g_autofree char *figure
          = g_strdup_printf ("%s:%s", twf_figure_kind_get_name (TWF_FIGURE_HELD), holder->code);
      g_autofree char *name = twf_overview_words_dup_holder (workbench, holder->code);
      g_autofree char *held = twf_overview_words_dup_held (workbench, holder);

      add (group, workbench, figure, name, held, holder->n_provisions);
    }
  twf_figure_group_end (group,
                        holders->len > 0 ? _ ("Provisions in which each still holds something")
                                         : _ ("No delegation holds anything."));
  return holders->len - n;
}

/* The first revision that has words: before it there was an empty plan. */
static const TwfMilestone *
find_first (GPtrArray *milestones)
{
  for (guint i = 0; i < milestones->len; i++)
    if (((const TwfMilestone *)milestones->pdata[i])->n_words > 0)
      return milestones->pdata[i];
  return NULL;
}

static void
add_growth (TwfFigureGroup *group,
            TwfWorkbench *workbench,
            const TwfOverview *overview,
            TwfCourse *course)
{
  g_autoptr (GPtrArray) milestones = twf_course_list_milestones (course);
  const TwfMilestone *first = find_first (milestones);
  g_autofree char *figure = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autofree char *before = NULL;
  g_autofree char *share = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *change = NULL;

  if (first == NULL || milestones->len < 2)
    return;
  figure = g_strconcat ("since:", first->revision, NULL);
  day = twf_byline_dup_day (first->when);
  title = g_strdup_printf (_ ("Since the first text of %s"), day);
  before = twf_workbench_dup_count (workbench, first->n_words);
  share = twf_overview_words_dup_share (workbench, overview->n_words, first->n_words);
  /* Translators: words of the first text, and what share of it the text has now. */
  subtitle = g_strdup_printf (_ ("It had %s; now it is %s of that"), before, share);
  change = twf_overview_words_dup_change (workbench, first->n_words, overview->n_words);
  twf_figure_group_add (group, figure, title, subtitle, change);
}

/**
 * twf_overview_fill_words:
 * @group: the group
 * @workbench: the open plan
 * @overview: its figures
 * @course: (nullable): how it came there; %NULL: that is not known
 */
void
twf_overview_fill_words (TwfFigureGroup *group,
                         TwfWorkbench *workbench,
                         const TwfOverview *overview,
                         TwfCourse *course)
{
  g_autofree char *name = twf_interface_dup_language_name (twf_workbench_get_language (workbench));

  twf_figure_group_begin (group);
  add (group, workbench, "text", _ ("Words of the text"), name, overview->n_words);
  add (group,
       workbench,
       overview->n_waiting > 0 ? twf_figure_kind_get_name (TWF_FIGURE_WAITING) : NULL,
       _ ("Words in brackets"),
       NULL,
       overview->n_waiting);
  if (course != NULL && twf_course_is_complete (course))
    add_growth (group, workbench, overview, course);
  twf_figure_group_end (group, NULL);
}

static void
add_texts (TwfFigureGroup *group,
           TwfWorkbench *workbench,
           TwfFigureKind kind,
           const char *language,
           guint n)
{
  g_autofree char *figure = g_strdup_printf ("%s:%s", twf_figure_kind_get_name (kind), language);
  g_autofree char *title = twf_overview_words_dup_figure (workbench, kind, language);

  if (n > 0)
    add (group, workbench, figure, title, NULL, n);
}

static void
add_agreed (TwfFigureGroup *group,
            TwfWorkbench *workbench,
            const TwfOverview *overview,
            const TwfCoverage *coverage)
{
  g_autofree char *figure = g_strdup_printf (
      "%s:%s", twf_figure_kind_get_name (TWF_FIGURE_AGREED_IN), coverage->language);
  g_autofree char *title
      = twf_overview_words_dup_figure (workbench, TWF_FIGURE_AGREED_IN, coverage->language);
  g_autofree char *subtitle = dup_agreed_of (workbench, coverage->n_agreed, overview->n_provisions);

  add (group,
       workbench,
       coverage->n_agreed > 0 ? figure : NULL,
       title,
       subtitle,
       coverage->n_agreed);
}

/**
 * twf_overview_fill_languages:
 * @group: the group
 * @workbench: the open plan
 * @overview: its figures
 */
void
twf_overview_fill_languages (TwfFigureGroup *group,
                             TwfWorkbench *workbench,
                             const TwfOverview *overview)
{
  guint n = 0;

  twf_figure_group_begin (group);
  for (guint i = 0; i < overview->coverages->len; i++)
    {
      const TwfCoverage *coverage = overview->coverages->pdata[i];

      /* In one language there is nothing to tell apart. */
      if (overview->coverages->len > 1)
        add_agreed (group, workbench, overview, coverage);
      add_texts (group, workbench, TWF_FIGURE_MISSING, coverage->language, coverage->n_missing);
      add_texts (group, workbench, TWF_FIGURE_STALE, coverage->language, coverage->n_stale);
      n += coverage->n_missing + coverage->n_stale;
    }
  twf_figure_group_end (
      group, n == 0 ? _ ("Every text stands in every language, and none is out of date.") : NULL);
}

/**
 * twf_overview_fill_checks:
 * @group: the group
 * @workbench: the open plan
 * @reckoner: its figures
 *
 * What was found in the words of provisions, by kind.
 */
void
twf_overview_fill_checks (TwfFigureGroup *group, TwfWorkbench *workbench, TwfReckoner *reckoner)
{
  guint n_found = 0;

  twf_figure_group_begin (group);
  for (TwfFindingKind kind = 0; kind < TWF_N_FINDING_KINDS; kind++)
    {
      guint n = twf_reckoner_count_found (reckoner, kind);
      g_autofree char *figure = g_strdup_printf (
          "%s:%s", twf_figure_kind_get_name (TWF_FIGURE_FOUND), twf_finding_kind_get_name (kind));

      n_found += n;
      if (n > 0)
        add (group, workbench, figure, twf_finding_kind_get_title (kind), NULL, n);
    }
  twf_figure_group_end (
      group,
      n_found > 0 ? _ ("What languages say differently, and what an editor would put right")
      : twf_reckoner_is_checked (reckoner)
          ? _ ("The languages say the same and style is in order, as far as can be told.")
          : _ ("Being looked at…"));
}
