/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-course-view.h"

#include "twf-byline.h"
#include "twf-course-chart.h"
#include "twf-figure-group.h"
#include "twf-overview-words.h"
#include "twf-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfCourseView
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkLabel *note;
  GtkWidget *drawing;
  TwfCourseChart *chart;
  TwfFigureGroup *figures;

  gboolean expanded; /* the figures are written out */
};

G_DEFINE_FINAL_TYPE (TwfCourseView, twf_course_view, GTK_TYPE_WIDGET)

static void
twf_course_view_dispose (GObject *object)
{
  twf_template_dispose (GTK_WIDGET (object), TWF_TYPE_COURSE_VIEW);
  G_OBJECT_CLASS (twf_course_view_parent_class)->dispose (object);
}

static void
twf_course_view_class_init (TwfCourseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_course_view_dispose;
  g_type_ensure (TWF_TYPE_COURSE_CHART);
  g_type_ensure (TWF_TYPE_FIGURE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/overview/twf-course-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfCourseView, note);
  gtk_widget_class_bind_template_child (widget_class, TwfCourseView, drawing);
  gtk_widget_class_bind_template_child (widget_class, TwfCourseView, chart);
  gtk_widget_class_bind_template_child (widget_class, TwfCourseView, figures);
}

static void
twf_course_view_init (TwfCourseView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_figures_of (TwfCourseView *self, TwfWorkbench *workbench, const TwfMilestone *milestone)
{
  g_autofree char *figure = g_strconcat ("since:", milestone->revision, NULL);
  g_autofree char *when = twf_byline_dup_moment (milestone->when);
  g_autofree char *share
      = twf_overview_words_dup_share (workbench, milestone->n_agreed, milestone->n_provisions);
  g_autofree char *words = twf_workbench_dup_count (workbench, milestone->n_words);
  g_autofree char *brackets = twf_workbench_dup_count (workbench, milestone->n_brackets);
  g_autofree char *said = g_strdup_printf (
      ngettext ("%s open bracket", "%s open brackets", milestone->n_brackets), brackets);
  /* Translators: brackets that are open, what share is agreed, how many words there are. */
  g_autofree char *line = g_strdup_printf (_ ("%s · agreed %s · words %s"), said, share, words);

  twf_figure_group_add (self->figures, figure, when, line, "");
}

/* The newest first, as in the history; each opens what changed since. */
static void
add_figures (TwfCourseView *self, TwfWorkbench *workbench, GPtrArray *milestones)
{
  g_autofree char *count = twf_workbench_dup_count (workbench, milestones->len);

  twf_figure_group_begin (self->figures);
  twf_figure_row_set_expands (
      twf_figure_group_add (self->figures, TWF_FIGURE_COURSE, _ ("In figures"), NULL, count),
      self->expanded);
  for (guint i = milestones->len; i > 0 && self->expanded; i--)
    add_figures_of (self, workbench, milestones->pdata[i - 1]);
  twf_figure_group_end (self->figures, NULL);
}

static char *
dup_note (TwfReckoner *reckoner, TwfWorkbench *workbench, guint n_shown, guint n_revisions)
{
  g_autofree char *shown = twf_workbench_dup_count (workbench, n_shown);
  g_autofree char *all = twf_workbench_dup_count (workbench, n_revisions);

  if (twf_reckoner_is_following (reckoner))
    return g_strdup (_ ("Looking through the history…"));
  if (n_revisions < 2)
    return g_strdup (_ ("With the second revision it begins to show how the text comes together."));
  if (n_shown < n_revisions)
    /* Translators: how many revisions are drawn, of how many. */
    return g_strdup_printf (_ ("%s of %s revisions, at equal distances"), shown, all);
  return g_strdup_printf (ngettext ("%s revision", "%s revisions", n_revisions), all);
}

/* What the drawing says, for who cannot see it. */
static void
describe (TwfCourseView *self, TwfWorkbench *workbench, GPtrArray *milestones)
{
  const TwfMilestone *first = milestones->pdata[0];
  const TwfMilestone *last = milestones->pdata[milestones->len - 1];
  g_autofree char *before = twf_workbench_dup_count (workbench, first->n_brackets);
  g_autofree char *now = twf_workbench_dup_count (workbench, last->n_brackets);
  g_autofree char *share_before
      = twf_overview_words_dup_share (workbench, first->n_agreed, first->n_provisions);
  g_autofree char *share
      = twf_overview_words_dup_share (workbench, last->n_agreed, last->n_provisions);
  g_autofree char *words
      = g_strdup_printf (_ ("Open brackets went from %s to %s, and what is agreed from %s to %s."),
                         before,
                         now,
                         share_before,
                         share);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * twf_course_view_show:
 * @self: the view
 * @workbench: the open plan
 * @reckoner: its figures
 *
 * Shows what is known of its history.
 */
void
twf_course_view_show (TwfCourseView *self, TwfWorkbench *workbench, TwfReckoner *reckoner)
{
  TwfCourse *course = twf_reckoner_get_course (reckoner);
  g_autoptr (GPtrArray) milestones = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (TWF_IS_COURSE_VIEW (self));

  if (course == NULL)
    return;
  milestones = twf_course_list_milestones (course);
  note = dup_note (reckoner, workbench, milestones->len, twf_course_get_n_revisions (course));
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (self->drawing, milestones->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), milestones->len > 1);
  if (milestones->len < 2)
    return;
  twf_course_chart_show (self->chart, workbench, milestones);
  describe (self, workbench, milestones);
  if (!twf_reckoner_is_following (reckoner))
    add_figures (self, workbench, milestones);
}

/**
 * twf_course_view_toggle:
 * @self: the view
 *
 * Writes the figures out, or no more; shown anew by twf_course_view_show().
 */
void
twf_course_view_toggle (TwfCourseView *self)
{
  g_return_if_fail (TWF_IS_COURSE_VIEW (self));

  self->expanded = !self->expanded;
}
