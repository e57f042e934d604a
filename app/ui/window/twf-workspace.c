/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-workspace.h"

#include "twf-bidi.h"
#include "twf-form-page.h"
#include "twf-history-page.h"
#include "twf-inbox-page.h"
#include "twf-inbox.h"
#include "twf-interface.h"
#include "twf-language-menu.h"
#include "twf-outline.h"
#include "twf-overview-page.h"
#include "twf-reading-page.h"
#include "twf-save-popover.h"
#include "twf-silence-bar.h"
#include "twf-spoken.h"
#include "twf-template.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The width from which the header bar has room for words beside the outline. In pixels. */
#define ROOMY 800

struct _TwfWorkspace
{
  GtkWidget parent_instance;

  /* Template widgets. */
  AdwViewSwitcherTitle *switcher_title;
  GtkWidget *switcher_bar;
  AdwLeaflet *leaflet;
  GtkLabel *title;
  GtkLabel *state;
  TwfOutline *outline;
  GtkWidget *content;
  AdwViewStack *pages;
  TwfFormPage *draft;
  TwfReadingPage *reading;
  TwfHistoryPage *history;
  AdwViewStackPage *inbox_page;
  TwfInboxPage *inbox;
  TwfOverviewPage *overview;
  GtkMenuButton *languages_button;
  GMenu *first_languages;
  GMenu *second_languages;
  GMenu *third_languages;
  GtkMenuButton *save_button;
  TwfSavePopover *save_popover;
  GtkWidget *undo_box;
  GtkWidget *newer;
  TwfSilenceBar *silence;
  GtkWidget *recovery;
  GtkLabel *recovery_label;

  /* Owned. */
  TwfWorkbench *workbench;
  GSignalGroup *workbench_signals;
  GSignalGroup *plan_signals;
  GSignalGroup *desk_signals;
  GSignalGroup *inbox_signals;

  gboolean roomy;
  guint room_tick; /* id of a callback; 0: none */
};

G_DEFINE_FINAL_TYPE (TwfWorkspace, twf_workspace, GTK_TYPE_WIDGET)

static void
update_languages (TwfWorkspace *self)
{
  g_autofree char *label
      = twf_language_menu_dup_label (GTK_WIDGET (self), self->workbench, self->roomy);

  twf_language_menu_fill (
      self->first_languages, self->second_languages, self->third_languages, self->workbench);
  gtk_menu_button_set_label (self->languages_button, label);
}

/* A narrow header bar has room for pictures alone, and none for what the keyboard and the toasts
 * offer as well. Not by whether outline and page share the window: what is shown would decide
 * whether they fit, and they would come together and part without end. */
static void
set_roomy (TwfWorkspace *self, gboolean roomy)
{
  if (self->roomy == roomy)
    return;
  self->roomy = roomy;
  gtk_widget_set_visible (self->undo_box, roomy);
  if (roomy)
    gtk_menu_button_set_label (self->save_button, _ ("Save"));
  else
    gtk_menu_button_set_icon_name (self->save_button, "document-save-symbolic");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->save_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Save a Revision"), -1);
  if (self->workbench != NULL)
    update_languages (self);
}

/* A window that becomes narrow at a stroke must fit before the next frame. */
static void
folded_changed_cb (TwfWorkspace *self)
{
  if (adw_leaflet_get_folded (self->leaflet))
    set_roomy (self, FALSE);
}

static void
update_title (TwfWorkspace *self)
{
  TwfPlan *plan = twf_workbench_get_plan (self->workbench);
  TwfDesk *desk = twf_workbench_get_desk (self->workbench);
  g_autofree char *title
      = twf_plan_dup_display_title (plan, twf_workbench_get_language (self->workbench));
  const char *state = NULL;

  if (title == NULL || *title == '\0')
    {
      g_free (title);
      title = g_strdup (_ ("Untitled Plan"));
    }
  gtk_label_set_text (self->title, title);
  if (GTK_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))
    gtk_window_set_title (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  if (desk != NULL && twf_desk_is_read_only (desk))
    state = _ ("Read-only");
  else if (desk != NULL)
    state = twf_desk_is_modified (desk) ? _ ("Not saved yet") : _ ("Saved");
  gtk_label_set_text (self->state, state != NULL ? state : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), state != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button),
                            desk != NULL && !twf_desk_is_read_only (desk));
}

static void
update_recovery (TwfWorkspace *self)
{
  TwfDesk *desk = twf_workbench_get_desk (self->workbench);
  guint n = desk != NULL ? twf_desk_get_n_recovered (desk) : 0;

  gtk_widget_set_visible (self->recovery, n > 0);
  if (n > 0)
    {
      g_autofree char *text
          = g_strdup_printf (ngettext ("%u change was not saved when Tawafuq was last closed.",
                                       "%u changes were not saved when Tawafuq was last closed.",
                                       n),
                             n);
      gtk_label_set_text (self->recovery_label, text);
    }
}

/* Offered while there is nothing of one's own to lose; with it, saving asks. */
static void
update_newer (TwfWorkspace *self)
{
  TwfDesk *desk = twf_workbench_get_desk (self->workbench);
  gboolean newer = FALSE;

  if (desk != NULL)
    g_object_get (desk, "newer", &newer, NULL);
  gtk_widget_set_visible (self->newer, newer && !twf_desk_is_modified (desk));
}

static void
modified_changed_cb (TwfWorkspace *self)
{
  update_title (self);
  update_newer (self);
}

static void
plan_edited_cb (TwfWorkspace *self, TwfEdit *edit)
{
  if (twf_edit_get_id (edit) != NULL)
    return;
  update_title (self);
  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_VALUES)
    update_languages (self);
}

static void
languages_changed_cb (TwfWorkspace *self)
{
  update_languages (self);
  update_title (self);
}

static void
outline_chosen_cb (TwfWorkspace *self)
{
  adw_view_stack_set_visible_child_name (self->pages, "draft");
  twf_workspace_show_content (self, FALSE);
}

/* How much waits to be merged. */
static void
inbox_changed_cb (TwfWorkspace *self)
{
  adw_view_stack_page_set_badge_number (self->inbox_page,
                                        twf_inbox_count_waiting (twf_inbox_get (self->workbench)));
}

static gboolean
is_showing_inbox (TwfWorkspace *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->inbox));
}

static void
inbox_arrived_cb (TwfWorkspace *self)
{
  adw_view_stack_page_set_needs_attention (self->inbox_page, !is_showing_inbox (self));
}

static void
page_shown_cb (TwfWorkspace *self)
{
  if (adw_view_stack_get_visible_child (self->pages) == GTK_WIDGET (self->inbox))
    adw_view_stack_page_set_needs_attention (self->inbox_page, FALSE);
}

static void
back_clicked_cb (TwfWorkspace *self)
{
  twf_workspace_show_outline (self);
}

static gboolean
update_room_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  TwfWorkspace *self = TWF_WORKSPACE (widget);

  self->room_tick = 0;
  /* Asked for while sizes are being given out, the bar would wait for the next time they are. */
  adw_view_switcher_bar_set_reveal (
      ADW_VIEW_SWITCHER_BAR (self->switcher_bar),
      adw_view_switcher_title_get_title_visible (self->switcher_title));
  set_roomy (self, gtk_widget_get_width (widget) >= ROOMY);
  return G_SOURCE_REMOVE;
}

/* How wide it is, is known once it has been laid out. */
static void
laid_out_cb (TwfWorkspace *self)
{
  if (self->room_tick == 0)
    self->room_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_room_cb, NULL, NULL);
}

/* The template is the narrow one, or no window could begin narrow. */
static void
twf_workspace_map (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  GTK_WIDGET_CLASS (twf_workspace_parent_class)->map (widget);
  g_signal_connect_object (surface, "layout", G_CALLBACK (laid_out_cb), widget, G_CONNECT_SWAPPED);
  laid_out_cb (TWF_WORKSPACE (widget));
}

static void
twf_workspace_unmap (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  g_signal_handlers_disconnect_by_func (surface, laid_out_cb, widget);
  GTK_WIDGET_CLASS (twf_workspace_parent_class)->unmap (widget);
}

static void
twf_workspace_dispose (GObject *object)
{
  TwfWorkspace *self = TWF_WORKSPACE (object);

  g_clear_object (&self->workbench_signals);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->inbox_signals);
  twf_template_dispose (GTK_WIDGET (self), TWF_TYPE_WORKSPACE);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_workspace_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (TWF_TYPE_OUTLINE);
  g_type_ensure (TWF_TYPE_FORM_PAGE);
  g_type_ensure (TWF_TYPE_READING_PAGE);
  g_type_ensure (TWF_TYPE_HISTORY_PAGE);
  g_type_ensure (TWF_TYPE_INBOX_PAGE);
  g_type_ensure (TWF_TYPE_OVERVIEW_PAGE);
  g_type_ensure (TWF_TYPE_SAVE_POPOVER);
  g_type_ensure (TWF_TYPE_SILENCE_BAR);
  gtk_widget_class_set_template_from_resource (klass,
                                               "/org/tawafuq/Tawafuq/ui/window/twf-workspace.ui");
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, leaflet);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, title);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, state);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, outline);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, content);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, pages);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, draft);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, reading);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, history);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, inbox_page);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, inbox);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, overview);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, languages_button);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, first_languages);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, second_languages);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, third_languages);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, save_button);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, undo_box);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, save_popover);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, newer);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, silence);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, recovery);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, recovery_label);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, switcher_title);
  gtk_widget_class_bind_template_child (klass, TwfWorkspace, switcher_bar);
  gtk_widget_class_bind_template_callback (klass, outline_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, page_shown_cb);
  gtk_widget_class_bind_template_callback (klass, back_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, laid_out_cb);
  gtk_widget_class_bind_template_callback (klass, folded_changed_cb);
}

static void
twf_workspace_class_init (TwfWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_workspace_dispose;
  GTK_WIDGET_CLASS (klass)->map = twf_workspace_map;
  GTK_WIDGET_CLASS (klass)->unmap = twf_workspace_unmap;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
twf_workspace_init (TwfWorkspace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_pages (GTK_WIDGET (self->pages), adw_view_stack_get_pages (self->pages));

  self->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::language", G_CALLBACK (languages_changed_cb), self);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::second-language", G_CALLBACK (languages_changed_cb), self);
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (plan_edited_cb), self);
  self->desk_signals = g_signal_group_new (TWF_TYPE_DESK);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::modified", G_CALLBACK (modified_changed_cb), self);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::newer", G_CALLBACK (update_newer), self);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::recovered", G_CALLBACK (update_recovery), self);
  self->inbox_signals = g_signal_group_new (TWF_TYPE_INBOX);
  g_signal_group_connect_swapped (
      self->inbox_signals, "changed", G_CALLBACK (inbox_changed_cb), self);
  g_signal_group_connect_swapped (
      self->inbox_signals, "arrived", G_CALLBACK (inbox_arrived_cb), self);
}

/**
 * twf_workspace_set_workbench:
 * @self: the workspace
 * @workbench: (nullable): the workbench
 *
 * Shows the plan of @workbench in every page.
 */
void
twf_workspace_set_workbench (TwfWorkspace *self, TwfWorkbench *workbench)
{
  g_return_if_fail (TWF_IS_WORKSPACE (self));

  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->workbench_signals, workbench);
  g_signal_group_set_target (self->plan_signals,
                             workbench != NULL ? twf_workbench_get_plan (workbench) : NULL);
  g_signal_group_set_target (self->desk_signals,
                             workbench != NULL ? twf_workbench_get_desk (workbench) : NULL);
  g_signal_group_set_target (self->inbox_signals,
                             workbench != NULL && twf_workbench_get_desk (workbench) != NULL
                                 ? twf_inbox_get (workbench)
                                 : NULL);
  adw_view_stack_page_set_needs_attention (self->inbox_page, FALSE);
  adw_view_stack_page_set_badge_number (self->inbox_page, 0);
  twf_outline_set_workbench (self->outline, workbench);
  twf_form_page_set_workbench (self->draft, workbench);
  twf_reading_page_set_workbench (self->reading, workbench);
  twf_history_page_set_workbench (self->history, workbench);
  twf_inbox_page_set_workbench (self->inbox, workbench);
  twf_overview_page_set_workbench (self->overview, workbench);
  twf_silence_bar_set_workbench (self->silence, workbench);
  twf_save_popover_set_workbench (self->save_popover, workbench);
  if (workbench == NULL)
    return;
  update_title (self);
  update_languages (self);
  update_recovery (self);
  update_newer (self);
}

/**
 * twf_workspace_show_page:
 * @self: the workspace
 * @name: "draft", "reading", "history", "inbox" or "overview"
 *
 * Returns: whether there is such a page
 */
gboolean
twf_workspace_show_page (TwfWorkspace *self, const char *name)
{
  g_return_val_if_fail (TWF_IS_WORKSPACE (self) && name != NULL, FALSE);

  if (adw_view_stack_get_child_by_name (self->pages, name) == NULL)
    return FALSE;
  adw_view_stack_set_visible_child_name (self->pages, name);
  twf_workspace_show_content (self, FALSE);
  /* Of the others the keyboard stays in the outline, which says what they show. */
  if (is_showing_inbox (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->inbox));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->reading)))
    gtk_widget_grab_focus (GTK_WIDGET (self->reading));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self->overview)))
    gtk_widget_grab_focus (GTK_WIDGET (self->overview));
  return TRUE;
}

/**
 * twf_workspace_get_bar_height:
 * @self: the workspace
 *
 * Returns: how much at the bottom is taken by buttons, in pixels; 0 in a wide window
 */
int
twf_workspace_get_bar_height (TwfWorkspace *self)
{
  g_return_val_if_fail (TWF_IS_WORKSPACE (self), 0);

  return gtk_widget_get_mapped (self->switcher_bar) ? gtk_widget_get_height (self->switcher_bar)
                                                    : 0;
}

/**
 * twf_workspace_show_outline:
 * @self: the workspace
 *
 * Goes back to the outline, where the window is too narrow for both.
 */
void
twf_workspace_show_outline (TwfWorkspace *self)
{
  g_return_if_fail (TWF_IS_WORKSPACE (self));

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  twf_outline_focus_list (self->outline);
}

/**
 * twf_workspace_show_content:
 * @self: the workspace
 * @focus: whether to put the caret into the form
 *
 * Goes to the page, where the window is too narrow for outline and page.
 */
void
twf_workspace_show_content (TwfWorkspace *self, gboolean focus)
{
  g_return_if_fail (TWF_IS_WORKSPACE (self));

  adw_leaflet_set_visible_child (self->leaflet, self->content);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->draft));
}

/**
 * twf_workspace_show_search:
 * @self: the workspace
 *
 * Puts the caret into the outline's search entry.
 */
void
twf_workspace_show_search (TwfWorkspace *self)
{
  g_return_if_fail (TWF_IS_WORKSPACE (self));

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  twf_outline_focus_search (self->outline);
}

/**
 * twf_workspace_show_history_filters:
 * @self: the workspace
 *
 * Puts the caret into what the revisions are filtered by.
 */
void
twf_workspace_show_history_filters (TwfWorkspace *self)
{
  g_return_if_fail (TWF_IS_WORKSPACE (self));

  twf_workspace_show_page (self, "history");
  twf_workspace_show_content (self, FALSE);
  twf_history_page_show_filters (self->history);
}

/**
 * twf_workspace_get_page:
 * @self: the workspace
 *
 * Returns: (nullable): name of the page that is shown
 */
const char *
twf_workspace_get_page (TwfWorkspace *self)
{
  g_return_val_if_fail (TWF_IS_WORKSPACE (self), NULL);

  return adw_view_stack_get_visible_child_name (self->pages);
}

/**
 * twf_workspace_is_on_history:
 * @self: the workspace
 *
 * Returns: whether a person who looks for something looks for it in the history: that page is
 *   shown, and they are not in the outline
 */
gboolean
twf_workspace_is_on_history (TwfWorkspace *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  g_return_val_if_fail (TWF_IS_WORKSPACE (self), FALSE);

  return gtk_widget_get_mapped (GTK_WIDGET (self->history))
         && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->outline)));
}

/**
 * twf_workspace_ask_message:
 * @self: the workspace
 *
 * Asks for the message of a revision, and saves it when it is given.
 */
void
twf_workspace_ask_message (TwfWorkspace *self)
{
  g_return_if_fail (TWF_IS_WORKSPACE (self));

  twf_workspace_show_content (self, FALSE);
  gtk_menu_button_popup (self->save_button);
}
