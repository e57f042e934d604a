/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-history-page.h"

#include "twf-bidi.h"
#include "twf-changes-view.h"
#include "twf-cleared.h"
#include "twf-date.h"
#include "twf-interface.h"
#include "twf-revision-list.h"
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

  /* Owned. */
  TwfWorkbench *workbench;    /* nullable */
  TwfRevisionList *revisions; /* nullable */
  GCancellable *comparing;    /* nullable: the comparison under way */
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

static const char *
get_provision (TwfHistoryPage *self)
{
  TwfProvision *provision = self->workbench != NULL && is_for_provision (self)
                                ? twf_workbench_get_provision (self->workbench)
                                : NULL;

  return provision != NULL ? twf_provision_get_id (provision) : NULL;
}

static char *
describe_author (TwfHistoryPage *self, TwfRevision *revision)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (twf_revision_get_when (revision));
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *moment
      = local != NULL ? twf_date_format_moment (local, language) : g_strdup (_ ("date unknown"));
  g_autofree char *author
      = twf_desk_dup_author (twf_workbench_get_desk (self->workbench), revision, language);
  g_autofree char *isolated = twf_text_isolate (author);
  g_autofree char *when = twf_text_isolate (moment);
  g_autofree char *line = g_strdup_printf ("%s · %s", when, isolated);

  return twf_interface_dup_line (line);
}

static char *
describe_subject (TwfRevision *revision)
{
  g_autofree char *isolated = twf_text_isolate (twf_revision_get_subject (revision));

  return twf_interface_dup_line (isolated);
}

static TwfRevision *
get_selected (TwfHistoryPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = twf_desk_compare_finish (TWF_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workbench == NULL)
    return;
  if (changes == NULL)
    {
      twf_workbench_report (self->workbench, error);
      return;
    }
  twf_changes_view_set_changes (self->changes_view, self->workbench, changes);
}

static void
stop_comparing (TwfHistoryPage *self)
{
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
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
selection_changed_cb (TwfHistoryPage *self)
{
  TwfRevision *revision = get_selected (self);
  g_autofree char *byline = NULL;
  g_autofree char *subject = NULL;

  stop_comparing (self);
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
  byline = describe_author (self, revision);
  subject = describe_subject (revision);
  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->byline, byline);
  gtk_stack_set_visible_child_name (self->detail_stack, "revision");
  twf_changes_view_clear (self->changes_view);
  self->comparing = g_cancellable_new ();
  twf_desk_compare_async (twf_workbench_get_desk (self->workbench),
                          NULL,
                          twf_revision_get_id (revision),
                          self->comparing,
                          compared_cb,
                          g_object_ref (self));
}

static void
list_changed_cb (TwfHistoryPage *self)
{
  gboolean empty
      = self->revisions == NULL || g_list_model_get_n_items (G_LIST_MODEL (self->revisions)) == 0;

  if (self->revisions != NULL && empty && twf_revision_list_is_loading (self->revisions))
    gtk_stack_set_visible_child_name (self->list_stack, "loading");
  else
    gtk_stack_set_visible_child_name (self->list_stack, empty ? "empty" : "list");
}

static void
problem_cb (TwfHistoryPage *self, const GError *error)
{
  if (self->workbench != NULL)
    twf_workbench_report (self->workbench, error);
}

static void
rebuild_list (TwfHistoryPage *self)
{
  TwfDesk *desk = self->workbench != NULL ? twf_workbench_get_desk (self->workbench) : NULL;

  stop_comparing (self);
  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->revisions);
  if (desk != NULL)
    {
      self->revisions = twf_revision_list_new (desk, get_provision (self));
      g_signal_connect_object (self->revisions,
                               "notify::loading",
                               G_CALLBACK (list_changed_cb),
                               self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (
          self->revisions, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->revisions));
    }
  list_changed_cb (self);
  selection_changed_cb (self);
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
  gtk_button_set_label (self->restore_button,
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
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfHistoryPage) self = user_data;
  g_autofree char *former = NULL;
  g_autoptr (GError) error = NULL;

  if (self->workbench == NULL)
    return;
  former = twf_desk_restore_finish (TWF_DESK (source), result, &error);
  if (former != NULL)
    twf_workbench_notice (self->workbench, _ ("Restored. Save a revision to keep it."), TRUE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    twf_workbench_report (self->workbench, error);
}

static void
restore_answered_cb (TwfHistoryPage *self, const char *response)
{
  TwfRevision *revision = get_selected (self);

  if (g_strcmp0 (response, "restore") != 0 || revision == NULL || self->workbench == NULL)
    return;
  twf_desk_restore_async (twf_workbench_get_desk (self->workbench),
                          get_provision (self),
                          twf_revision_get_id (revision),
                          NULL,
                          restored_cb,
                          g_object_ref (self));
}

static void
restore_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TwfHistoryPage *self = TWF_HISTORY_PAGE (widget);
  TwfRevision *revision = get_selected (self);
  g_autofree char *byline = NULL;
  GtkWidget *dialog;

  if (revision == NULL)
    return;
  byline = describe_author (self, revision);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   is_for_provision (self) ? _ ("Restore this provision?")
                                                           : _ ("Restore this revision?"),
                                   NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("The text goes back to how it stood in “%s” (%s). "
                                     "Nothing is lost: you can undo this, and later revisions stay "
                                     "in the history."),
                                  twf_revision_get_subject (revision),
                                  byline);
  adw_message_dialog_add_responses (
      ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "restore", _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (
      ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  g_signal_connect_object (
      dialog, "response", G_CALLBACK (restore_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
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
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  for (guint line = 0; line < 2; line++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, line == 0 ? "heading" : "caption");
      if (line > 0)
        gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "revision-row");
  gtk_list_item_set_child (item, box);
}

static void
row_bind_cb (TwfHistoryPage *self, GtkListItem *item)
{
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  TwfRevision *revision = gtk_list_item_get_item (item);
  g_autofree char *subject = describe_subject (revision);
  g_autofree char *byline = NULL;

  if (self->workbench == NULL)
    return;
  byline = describe_author (self, revision);
  gtk_label_set_label (GTK_LABEL (first), subject);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (first)), byline);
  twf_spoken_name_row (gtk_list_item_get_child (item),
                       (const char *const[]){ subject, byline, NULL });
  twf_cleared_mark_row (twf_cleared_get (self->workbench),
                        gtk_list_item_get_child (item),
                        twf_revision_get_id (revision));
  if (self->revisions != NULL)
    twf_revision_list_want (self->revisions, gtk_list_item_get_position (item));
}

static void
twf_history_page_dispose (GObject *object)
{
  TwfHistoryPage *self = TWF_HISTORY_PAGE (object);

  stop_comparing (self);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->revisions);
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
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
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

  g_type_ensure (TWF_TYPE_CHANGES_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/tawafuq/Tawafuq/ui/history/twf-history-page.ui");
  bind_template (widget_class);
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
