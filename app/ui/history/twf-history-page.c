/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-history-page.h"

#include "twf-changes-view.h"
#include "twf-cleared.h"
#include "twf-history-filters.h"
#include "twf-history-restore.h"
#include "twf-interface.h"
#include "twf-revision-list.h"
#include "twf-revision-row.h"
#include "twf-slow-start.h"
#include "twf-revision-words.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _TwfHistoryPage
{
  GtkWidget parent_instance;

  /* Template widgets. */
  AdwLeaflet *leaflet;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkToggleButton *all_button;
  GtkToggleButton *provision_button;
  GtkStack *list_stack;
  GtkStack *detail_stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
  GtkLabel *subject;
  GtkLabel *byline;
  GtkButton *back_button;
  GtkButton *restore_button;
  TwfChangesView *changes_view;
  TwfHistoryFilters *filters;
  GtkWidget *progress_bar;
  GtkProgressBar *progress;

  /* Owned. */
  GSignalGroup *item_signals; /* of the row that is chosen */
  TwfHistoryFilter *filter;   /* what is listed; nullable */
  TwfWorkbench *workbench;    /* nullable */
  TwfRevisionList *revisions; /* nullable */
};

G_DEFINE_FINAL_TYPE (TwfHistoryPage, twf_history_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WORKBENCH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_for_provision (TwfHistoryPage *self)
{
  return gtk_toggle_button_get_active (self->provision_button);
}

/* Nothing is asked but the provision: what is listed is its history. */
static gboolean
is_for_provision_alone (TwfHistoryPage *self)
{
  g_autoptr (TwfHistoryFilter) filter = twf_history_filters_dup_filter (self->filters);

  return twf_history_filter_is_empty (filter);
}

static const char *
get_provision (TwfHistoryPage *self)
{
  TwfProvision *provision = self->workbench != NULL && is_for_provision (self)
                                ? twf_workbench_get_provision (self->workbench)
                                : NULL;

  return provision != NULL ? twf_provision_get_id (provision) : NULL;
}

static TwfRevision *
get_selected (TwfHistoryPage *self)
{
  TwfRevisionItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? twf_revision_item_get_revision (item) : NULL;
}

/* The facilitator has none. */
static gboolean
has_capital (TwfHistoryPage *self)
{
  TwfDesk *desk = self->workbench != NULL ? twf_workbench_get_desk (self->workbench) : NULL;

  return desk != NULL && twf_desk_get_identity (desk) != NULL
         && !twf_workbench_is_read_only (self->workbench);
}

static void
show_selected (TwfHistoryPage *self)
{
  TwfRevision *revision = get_selected (self);
  g_autofree char *byline = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *line = NULL;

  twf_changes_view_clear (self->changes_view);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "history.cleared", revision != NULL && has_capital (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self),
                                 "history.restore",
                                 revision != NULL && self->workbench != NULL
                                     && !twf_workbench_is_read_only (self->workbench));
  if (revision == NULL || self->workbench == NULL)
    {
      gtk_stack_set_visible_child_name (self->detail_stack, "nothing");
      return;
    }
  byline = twf_revision_words_dup_byline (self->workbench, revision);
  subject = twf_revision_words_dup_subject (revision);
  line = twf_interface_dup_line (subject);
  gtk_label_set_label (self->subject, line);
  gtk_label_set_label (self->byline, byline);
  gtk_stack_set_visible_child_name (self->detail_stack, "revision");
  twf_changes_view_show_revision (
      self->changes_view, self->workbench, twf_revision_get_id (revision));
}

/* What is said of the row that is chosen may come after it was chosen. */
static void
selection_changed_cb (TwfHistoryPage *self)
{
  TwfRevisionItem *item = gtk_single_selection_get_selected_item (self->selection);

  g_signal_group_set_target (self->item_signals, item);
  show_selected (self);
}

static gboolean
is_filtered (TwfHistoryPage *self)
{
  return self->filter != NULL && !twf_history_filter_is_empty (self->filter);
}

/* A search says how far it is; the plain list is there before one could read that. */
static void
show_progress (TwfHistoryPage *self)
{
  gboolean searching = is_filtered (self) && self->revisions != NULL
                       && twf_revision_list_is_loading (self->revisions);
  double fraction = searching ? twf_revision_list_get_fraction (self->revisions) : 0;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), searching);
  if (!searching)
    return;
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
  else
    gtk_progress_bar_pulse (self->progress);
}

static const char *
choose_list_page (TwfHistoryPage *self)
{
  gboolean empty
      = self->revisions == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->revisions)) == 0;

  if (!empty)
    return "list";
  if (self->revisions != NULL && twf_revision_list_is_loading (self->revisions))
    return "loading";
  return is_filtered (self) && !is_for_provision_alone (self) ? "unmatched" : "empty";
}

static void
list_changed_cb (TwfHistoryPage *self)
{
  const char *page = choose_list_page (self);

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->list_stack), page))
    gtk_stack_set_visible_child_name (self->list_stack, page);
  show_progress (self);
}

static void
problem_cb (TwfHistoryPage *self, const GError *error)
{
  if (self->workbench != NULL)
    twf_workbench_report (self->workbench, error);
}

static void
follow_list (TwfHistoryPage *self)
{
  g_signal_connect_object (
      self->revisions, "notify", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->revisions, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    twf_revision_list_want (self->revisions);
}

static void
rebuild_list (TwfHistoryPage *self)
{
  TwfDesk *desk = self->workbench != NULL ? twf_workbench_get_desk (self->workbench) : NULL;
  g_autoptr (GListModel) shown = NULL;

  if (self->revisions != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->revisions, list_changed_cb, self);
      twf_revision_list_stop (self->revisions);
    }
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->revisions);
  g_clear_pointer (&self->filter, twf_history_filter_free);
  if (desk != NULL)
    {
      self->filter = twf_history_filters_dup_filter (self->filters);
      self->filter->provision = g_strdup (get_provision (self));
      self->revisions = twf_revision_list_new (desk, self->filter);
      follow_list (self);
      shown = twf_slow_start_new (GTK_WIDGET (self->list_view), G_LIST_MODEL (self->revisions));
      gtk_single_selection_set_model (self->selection, shown);
    }
  list_changed_cb (self);
  selection_changed_cb (self);
}

/* Something else is asked, or the same in other words. */
static void
filters_changed_cb (TwfHistoryPage *self)
{
  g_autoptr (TwfHistoryFilter) filter = twf_history_filters_dup_filter (self->filters);

  if (self->workbench == NULL)
    return;
  filter->provision = g_strdup (get_provision (self));
  if (self->filter == NULL || !twf_history_filter_equal (filter, self->filter))
    rebuild_list (self);
}

static void
revision_changed_cb (TwfHistoryPage *self)
{
  if (self->revisions != NULL)
    twf_revision_list_refresh (self->revisions);
}

static void
place_changed_cb (TwfHistoryPage *self)
{
  gboolean chosen = twf_workbench_get_provision (self->workbench) != NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->provision_button), chosen);
  if (!is_for_provision (self))
    return;
  if (chosen)
    rebuild_list (self);
  else
    gtk_toggle_button_set_active (self->all_button, TRUE);
}

static void
scope_toggled_cb (TwfHistoryPage *self)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->restore_button),
                               is_for_provision (self) ? _ ("Restore This Provision…")
                                                       : _ ("Restore This Revision…"));
  rebuild_list (self);
}

static void
activated_cb (TwfHistoryPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->detail_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->restore_button));
}

static void
back_clicked_cb (TwfHistoryPage *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
restore_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfHistoryPage *self = TWF_HISTORY_PAGE (widget);
  TwfRevision *revision = get_selected (self);

  if (revision != NULL)
    twf_history_restore_ask (
        GTK_WINDOW (gtk_widget_get_root (widget)), self->workbench, revision, get_provision (self));
}

static void
compare_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfRevision *revision = get_selected (TWF_HISTORY_PAGE (widget));

  if (revision != NULL)
    gtk_widget_activate_action (widget, "win.compare-with", "s", twf_revision_get_id (revision));
}

static void
issue_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfRevision *revision = get_selected (TWF_HISTORY_PAGE (widget));

  if (revision != NULL)
    gtk_widget_activate_action (widget, "win.issue-revision", "s", twf_revision_get_id (revision));
}

static void
cleared_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfRevision *revision = get_selected (TWF_HISTORY_PAGE (widget));

  if (revision != NULL)
    gtk_widget_activate_action (widget, "win.cleared", "s", twf_revision_get_id (revision));
}

static void
filter_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfHistoryPage *self = TWF_HISTORY_PAGE (widget);
  gboolean open;

  g_object_get (self->filters, "open", &open, NULL);
  if (open)
    twf_history_filters_close (self->filters);
  else
    twf_history_page_show_filters (self);
}

static void
clear_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  twf_history_filters_clear (TWF_HISTORY_PAGE (widget)->filters);
}

static void
stop_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfHistoryPage *self = TWF_HISTORY_PAGE (widget);

  if (self->revisions != NULL)
    twf_revision_list_stop (self->revisions);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, twf_revision_row_new ());
}

static void
row_bind_cb (TwfHistoryPage *self, GtkListItem *item)
{
  twf_revision_row_show (TWF_REVISION_ROW (gtk_list_item_get_child (item)),
                         self->workbench,
                         self->revisions,
                         gtk_list_item_get_item (item));
}

static void
row_unbind_cb (TwfHistoryPage *self, GtkListItem *item)
{
  twf_revision_row_show (TWF_REVISION_ROW (gtk_list_item_get_child (item)), NULL, NULL, NULL);
}

/* Who does not look at it does not wait for all of it. */
static void
twf_history_page_map (GtkWidget *widget)
{
  TwfHistoryPage *self = TWF_HISTORY_PAGE (widget);

  GTK_WIDGET_CLASS (twf_history_page_parent_class)->map (widget);
  if (self->revisions != NULL)
    twf_revision_list_want (self->revisions);
}

static void
twf_history_page_dispose (GObject *object)
{
  TwfHistoryPage *self = TWF_HISTORY_PAGE (object);

  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  if (self->revisions != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->revisions, list_changed_cb, self);
      twf_revision_list_stop (self->revisions);
    }
  g_clear_object (&self->item_signals);
  g_clear_object (&self->revisions);
  g_clear_pointer (&self->filter, twf_history_filter_free);
  g_clear_object (&self->workbench);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_HISTORY_PAGE);
  G_OBJECT_CLASS (twf_history_page_parent_class)->dispose (object);
}

static void
twf_history_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WORKBENCH:
      g_value_set_object (value, TWF_HISTORY_PAGE (object)->workbench);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twf_history_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WORKBENCH:
      twf_history_page_set_workbench (TWF_HISTORY_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, provision_button);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, detail_stack);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, subject);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, byline);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, changes_view);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, filters);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TwfHistoryPage, progress);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
}

static void
twf_history_page_class_init (TwfHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = twf_history_page_dispose;
  object_class->get_property = twf_history_page_get_property;
  object_class->set_property = twf_history_page_set_property;

  properties[PROP_WORKBENCH]
      = g_param_spec_object ("workbench",
                             NULL,
                             NULL,
                             TWF_TYPE_WORKBENCH,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  widget_class->map = twf_history_page_map;

  g_type_ensure (TWF_TYPE_CHANGES_VIEW);
  g_type_ensure (TWF_TYPE_HISTORY_FILTERS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/history/twf-history-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "history.filter", NULL, filter_activated);
  gtk_widget_class_install_action (widget_class, "history.clear-filters", NULL, clear_activated);
  gtk_widget_class_install_action (widget_class, "history.stop", NULL, stop_activated);
  gtk_widget_class_install_action (widget_class, "history.compare", NULL, compare_activated);
  gtk_widget_class_install_action (widget_class, "history.issue", NULL, issue_activated);
  gtk_widget_class_install_action (widget_class, "history.cleared", NULL, cleared_activated);
  gtk_widget_class_install_action (widget_class, "history.restore", NULL, restore_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
twf_history_page_init (TwfHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (TWF_TYPE_REVISION_ITEM);
  g_signal_group_connect_swapped (
      self->item_signals, "notify::revision", G_CALLBACK (show_selected), self);
  twf_spoken_follow_pages (GTK_WIDGET (self->list_stack), gtk_stack_get_pages (self->list_stack));
  twf_spoken_follow_pages (GTK_WIDGET (self->detail_stack),
                           gtk_stack_get_pages (self->detail_stack));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.restore", FALSE);
}

/**
 * twf_history_page_new:
 *
 * Returns: (transfer floating): a page that shows nothing until it is given a workbench
 */
GtkWidget *
twf_history_page_new (void)
{
  return g_object_new (TWF_TYPE_HISTORY_PAGE, NULL);
}

/**
 * twf_history_page_set_workbench:
 * @self: the page
 * @workbench: (nullable): the plan that is open
 *
 * Shows the history of another plan.
 */
void
twf_history_page_set_workbench (TwfHistoryPage *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_HISTORY_PAGE (self));

  if (self->workbench == workbench)
    return;
  if (self->workbench != NULL)
    {
      TwfDesk *desk = twf_workbench_get_desk (self->workbench);

      g_signal_handlers_disconnect_by_func (self->workbench, place_changed_cb, self);
      if (desk != NULL)
        g_signal_handlers_disconnect_by_func (desk, revision_changed_cb, self);
    }
  g_set_object (&self->workbench, workbench);
  twf_history_filters_set_workbench (self->filters, workbench);
  if (workbench != NULL)
    {
      TwfDesk *desk = twf_workbench_get_desk (workbench);

      g_signal_connect_object (
          workbench, "notify::place", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
      if (desk != NULL)
        g_signal_connect_object (
            desk, "notify::revision", G_CALLBACK (revision_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_sensitive (GTK_WIDGET (self->provision_button),
                                twf_workbench_get_provision (workbench) != NULL);
    }
  gtk_toggle_button_set_active (self->all_button, TRUE);
  rebuild_list (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKBENCH]);
}

/**
 * twf_history_page_show_filters:
 * @self: the page
 *
 * Opens what the revisions are filtered by.
 */
void
twf_history_page_show_filters (TwfHistoryPage *self)
{
  g_return_if_fail (TWF_IS_HISTORY_PAGE (self));

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
  twf_history_filters_open (self->filters);
}
