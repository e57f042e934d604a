/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-overview-page.h"

#include "twf-agreed-bar.h"
#include "twf-course-view.h"
#include "twf-figure-list.h"
#include "twf-overview-fill.h"
#include "twf-overview-words.h"
#include "twf-reckoner.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <adwaita.h>

#include <string.h>

/* What figures open that are not of provisions. */
#define FIGURE_TEXT "text"
#define FIGURE_SINCE "since:"

struct _TwfOverviewPage
{
  GtkWidget parent_instance;

  /* Template widgets. */
  GtkStack *stack;
  GtkLabel *share;
  TwfAgreedBar *bar;
  TwfFigureGroup *agreed;
  TwfCourseView *course;
  TwfFigureGroup *brackets;
  TwfFigureGroup *holders;
  GtkWidget *all_holders;
  TwfFigureGroup *words;
  TwfFigureGroup *languages;
  TwfFigureGroup *checks;
  TwfFigureList *list;

  /* Owned. */
  TwfWorkbench *workbench; /* nullable */
  TwfReckoner *reckoner;   /* nullable: made when the page is first seen */
  GSignalGroup *reckoner_signals;
  char *opened; /* the figure whose provisions are listed; nullable */

  gboolean shows_all;  /* delegations */
  gboolean wants_keys; /* the keyboard is to come here as soon as there is anything */
};

G_DEFINE_FINAL_TYPE (TwfOverviewPage, twf_overview_page, GTK_TYPE_WIDGET)

static gboolean
is_listing (TwfOverviewPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;
}

/* Returns: whether there is anything to list. */
static gboolean
list_opened (TwfOverviewPage *self)
{
  TwfFigureKind kind;
  const char *detail;
  g_auto (GStrv) ids = NULL;
  g_autofree char *title = NULL;

  if (self->opened == NULL || !twf_figure_parse (self->opened, &kind, &detail))
    return FALSE;
  ids = twf_reckoner_list (self->reckoner, kind, detail);
  title = twf_overview_words_dup_figure (self->workbench, kind, detail);
  twf_figure_list_show (self->list, self->workbench, title, (const char *const *)ids);
  return ids[0] != NULL;
}

static void
fill (TwfOverviewPage *self)
{
  const TwfOverview *overview = twf_reckoner_get_overview (self->reckoner);
  guint n_left;

  if (overview == NULL)
    return;
  twf_agreed_bar_show (self->bar, overview);
  twf_overview_fill_agreed (self->agreed, self->share, self->workbench, overview);
  twf_overview_fill_brackets (self->brackets, self->workbench, overview);
  n_left = twf_overview_fill_holders (self->holders, self->workbench, overview, self->shows_all);
  gtk_widget_set_visible (self->all_holders, n_left > 0);
  twf_overview_fill_words (
      self->words, self->workbench, overview, twf_reckoner_get_course (self->reckoner));
  twf_overview_fill_languages (self->languages, self->workbench, overview);
  twf_overview_fill_checks (self->checks, self->workbench, self->reckoner);
}

/* The keyboard goes back to the figure that was opened. */
static void
focus_figure (TwfOverviewPage *self)
{
  TwfFigureGroup *groups[]
      = { self->agreed, self->brackets, self->holders, self->words, self->languages, self->checks };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (self->opened != NULL && twf_figure_group_focus (groups[i], self->opened))
      return;
  twf_figure_group_focus (self->agreed, NULL);
}

static gboolean
has_keys (TwfOverviewPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
changed_cb (TwfOverviewPage *self)
{
  const TwfOverview *overview = twf_reckoner_get_overview (self->reckoner);
  gboolean had_keys = has_keys (self) || self->wants_keys;
  gboolean was_listing = is_listing (self);

  fill (self);
  /* Where nothing is left of what was counted one goes back to the figures. */
  if (was_listing && list_opened (self))
    return;
  gtk_stack_set_visible_child_name (
      self->stack, overview->n_provisions > 0 || overview->n_brackets > 0 ? "figures" : "empty");
  if (had_keys && (was_listing || self->wants_keys))
    focus_figure (self);
  self->wants_keys = FALSE;
}

static void
course_cb (TwfOverviewPage *self)
{
  const TwfOverview *overview = twf_reckoner_get_overview (self->reckoner);

  twf_course_view_show (self->course, self->workbench, self->reckoner);
  if (overview != NULL)
    twf_overview_fill_words (
        self->words, self->workbench, overview, twf_reckoner_get_course (self->reckoner));
}

static void
chosen_cb (TwfOverviewPage *self, const char *id)
{
  gboolean of_plan = g_str_equal (id, TWF_FIGURE_OF_PLAN);
  gboolean of_language
      = g_str_has_prefix (self->opened, twf_figure_kind_get_name (TWF_FIGURE_MISSING))
        || g_str_has_prefix (self->opened, twf_figure_kind_get_name (TWF_FIGURE_FOUND));

  twf_workbench_set_place (self->workbench, of_plan ? TWF_PLACE_DETAILS : id);
  gtk_widget_activate_action (
      GTK_WIDGET (self), "win.show-page", "s", of_plan || of_language ? "draft" : "reading");
}

/* A text that is missing is written beside the one that is there. */
static void
show_language (TwfOverviewPage *self, const char *language)
{
  if (g_strcmp0 (twf_workbench_get_language (self->workbench), language) != 0)
    twf_workbench_set_second_language (self->workbench, language);
}

static void
open_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfOverviewPage *self = TWF_OVERVIEW_PAGE (widget);
  const char *figure = g_variant_get_string (parameter, NULL);
  TwfFigureKind kind;
  const char *detail;

  if (self->reckoner == NULL || twf_reckoner_get_overview (self->reckoner) == NULL)
    return;
  if (g_str_equal (figure, FIGURE_TEXT))
    gtk_widget_activate_action (widget, "win.show-page", "s", "reading");
  else if (g_str_equal (figure, TWF_FIGURE_COURSE))
    {
      twf_course_view_toggle (self->course);
      twf_course_view_show (self->course, self->workbench, self->reckoner);
    }
  else if (g_str_has_prefix (figure, FIGURE_SINCE))
    gtk_widget_activate_action (widget, "win.compare-with", "s", figure + strlen (FIGURE_SINCE));
  else if (twf_figure_parse (figure, &kind, &detail) && kind == TWF_FIGURE_STALE)
    gtk_widget_activate_action (widget, "win.translations-into", "s", detail);
  else if (twf_figure_parse (figure, &kind, &detail))
    {
      g_free (self->opened);
      self->opened = g_strdup (figure);
      if (!list_opened (self))
        return;
      if (kind == TWF_FIGURE_MISSING)
        show_language (self, detail);
      gtk_stack_set_visible_child_name (self->stack, "list");
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
    }
}

static void
back_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfOverviewPage *self = TWF_OVERVIEW_PAGE (widget);

  if (!is_listing (self))
    return;
  gtk_stack_set_visible_child_name (self->stack, "figures");
  focus_figure (self);
}

static void
all_holders_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfOverviewPage *self = TWF_OVERVIEW_PAGE (widget);

  self->shows_all = TRUE;
  if (self->reckoner == NULL)
    return;
  fill (self);
  twf_figure_group_focus (self->holders, NULL);
}

static void
drop_reckoner (TwfOverviewPage *self)
{
  g_signal_group_set_target (self->reckoner_signals, NULL);
  if (self->reckoner != NULL)
    twf_reckoner_want (self->reckoner, FALSE);
  g_clear_object (&self->reckoner);
  g_clear_pointer (&self->opened, g_free);
}

/* Nothing is reckoned for a page that nobody looks at. */
static void
twf_overview_page_map (GtkWidget *widget)
{
  TwfOverviewPage *self = TWF_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (twf_overview_page_parent_class)->map (widget);
  if (self->workbench == NULL)
    return;
  if (self->reckoner == NULL)
    {
      self->reckoner = twf_reckoner_new (self->workbench);
      g_signal_group_set_target (self->reckoner_signals, self->reckoner);
    }
  twf_reckoner_want (self->reckoner, TRUE);
}

static void
twf_overview_page_unmap (GtkWidget *widget)
{
  TwfOverviewPage *self = TWF_OVERVIEW_PAGE (widget);

  if (self->reckoner != NULL)
    twf_reckoner_want (self->reckoner, FALSE);
  self->wants_keys = FALSE;
  GTK_WIDGET_CLASS (twf_overview_page_parent_class)->unmap (widget);
}

static gboolean
twf_overview_page_grab_focus (GtkWidget *widget)
{
  TwfOverviewPage *self = TWF_OVERVIEW_PAGE (widget);

  self->wants_keys = self->reckoner == NULL || twf_reckoner_get_overview (self->reckoner) == NULL;
  if (is_listing (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return self->wants_keys || twf_figure_group_focus (self->agreed, NULL);
}

static void
twf_overview_page_dispose (GObject *object)
{
  TwfOverviewPage *self = TWF_OVERVIEW_PAGE (object);

  if (self->reckoner_signals != NULL)
    drop_reckoner (self);
  g_clear_object (&self->reckoner_signals);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_overview_page_parent_class)->dispose (object);
}

static void
twf_overview_page_class_init (TwfOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_overview_page_dispose;
  widget_class->grab_focus = twf_overview_page_grab_focus;
  widget_class->map = twf_overview_page_map;
  widget_class->unmap = twf_overview_page_unmap;
  g_type_ensure (TWF_TYPE_AGREED_BAR);
  g_type_ensure (TWF_TYPE_COURSE_VIEW);
  g_type_ensure (TWF_TYPE_FIGURE_GROUP);
  g_type_ensure (TWF_TYPE_FIGURE_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/overview/twf-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, share);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, agreed);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, course);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, brackets);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, holders);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, all_holders);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, words);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, languages);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, checks);
  gtk_widget_class_bind_template_child (widget_class, TwfOverviewPage, list);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_install_action (widget_class, "overview.open", "s", open_activated);
  gtk_widget_class_install_action (widget_class, "overview.back", NULL, back_activated);
  gtk_widget_class_install_action (
      widget_class, "overview.all-holders", NULL, all_holders_activated);
}

static void
twf_overview_page_init (TwfOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));
  self->reckoner_signals = g_signal_group_new (TWF_TYPE_RECKONER);
  g_signal_group_connect_swapped (self->reckoner_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->reckoner_signals, "course", G_CALLBACK (course_cb), self);
}

/**
 * twf_overview_page_set_workbench:
 * @self: the page
 * @workbench: (nullable): the open plan
 */
void
twf_overview_page_set_workbench (TwfOverviewPage *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_OVERVIEW_PAGE (self));

  if (self->workbench == workbench)
    return;
  drop_reckoner (self);
  g_set_object (&self->workbench, workbench);
  self->shows_all = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    twf_overview_page_map (GTK_WIDGET (self));
}
