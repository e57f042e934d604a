/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window.h"
#include "twf-window-private.h"

#include "twf-bidi.h"
#include "twf-error.h"
#include "twf-interface.h"
#include "twf-message.h"
#include "twf-spoken.h"
#include "twf-sync-bar.h"
#include "twf-welcome.h"

#include <glib/gi18n.h>

/* How long a notice is shown, and one that offers something. */
#define NOTICE_SECONDS 5
#define OFFER_SECONDS 12

struct _TwfWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets. */
  AdwToastOverlay *toasts;
  GtkStack *stack;
  TwfWelcome *welcome;
  AdwStatusPage *opening_page;
  GtkProgressBar *opening_progress;
  TwfWorkspace *workspace;
  TwfSyncBar *sync_bar;

  /* Owned. */
  GSettings *settings;
  TwfDesk *desk;
  TwfWorkbench *workbench;
  GCancellable *opening; /* what is being opened; NULL: nothing */
  char *arriving;        /* a contribution file for the plan that is being opened; nullable */
  GSignalGroup *desk_signals;
  GSignalGroup *workbench_signals;
  GSignalGroup *undo_signals;

  AdwToast *toast; /* weak: what was noticed last, while it is shown */
  guint toast_end; /* id of the source that takes it away; 0: none */
};

G_DEFINE_FINAL_TYPE (TwfWindow, twf_window, ADW_TYPE_APPLICATION_WINDOW)

static void
problem_cb (TwfWindow *self, const GError *error)
{
  twf_window_report (self, error, NULL);
}

static void
notice_cb (TwfWindow *self, const char *text, gboolean undoable)
{
  twf_window_notice (self, text, undoable);
}

/* The desk took in another state of the plan: everything is shown anew, at the same place. */
static void
plan_replaced_cb (TwfWindow *self)
{
  g_autofree char *place = NULL;

  if (self->desk == NULL || self->workbench == NULL
      || twf_workbench_get_plan (self->workbench) == twf_desk_get_plan (self->desk))
    return;
  place = g_strdup (twf_workbench_get_place (self->workbench));
  twf_window_take_desk (self, self->desk);
  twf_workbench_set_place (self->workbench, place);
}

/* The text is on the screen and not on the disk: a person must know at once. */
static void
journal_error_cb (TwfWindow *self)
{
  g_autofree char *detail = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->desk, "journal-error", &detail, NULL);
  if (detail == NULL)
    return;
  text = g_strdup_printf (_ ("Changes are not being kept on the disk: %s"), detail);
  twf_window_notice (self, text, FALSE);
}

static void
cancel_clicked_cb (TwfWindow *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

static gboolean
twf_window_close_request (GtkWindow *window)
{
  TwfWindow *self = TWF_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (self->settings != NULL)
    {
      g_settings_set (self->settings, "window-size", "(ii)", width, height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
    }
  if (self->desk == NULL)
    return GTK_WINDOW_CLASS (twf_window_parent_class)->close_request (window);
  twf_window_close_plan (self, TRUE);
  return TRUE;
}

static void
twf_window_dispose (GObject *object)
{
  TwfWindow *self = TWF_WINDOW (object);

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->desk_signals);
  g_clear_object (&self->workbench_signals);
  g_clear_object (&self->undo_signals);
  g_clear_handle_id (&self->toast_end, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_pointer (&self->arriving, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TWF_TYPE_WINDOW);
  g_clear_object (&self->workbench);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (twf_window_parent_class)->dispose (object);
}

static void
twf_window_class_init (TwfWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TWF_TYPE_SYNC_BAR);
  g_type_ensure (TWF_TYPE_WELCOME);
  g_type_ensure (TWF_TYPE_WORKSPACE);
  G_OBJECT_CLASS (klass)->dispose = twf_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = twf_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/tawafuq/Tawafuq/ui/window/twf-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwfWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TwfWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwfWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TwfWindow, opening_page);
  gtk_widget_class_bind_template_child (widget_class, TwfWindow, opening_progress);
  gtk_widget_class_bind_template_child (widget_class, TwfWindow, workspace);
  gtk_widget_class_bind_template_child (widget_class, TwfWindow, sync_bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
}

static void
twf_window_init (TwfWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  twf_spoken_follow_toasts (GTK_WIDGET (self->toasts));
  twf_spoken_follow_pages (GTK_WIDGET (self->stack), gtk_stack_get_pages (self->stack));

  self->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      self->workbench_signals, "problem", G_CALLBACK (problem_cb), self);
  g_signal_group_connect_swapped (self->workbench_signals, "notice", G_CALLBACK (notice_cb), self);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify", G_CALLBACK (twf_window_update_actions), self);
  self->desk_signals = g_signal_group_new (TWF_TYPE_DESK);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::plan", G_CALLBACK (plan_replaced_cb), self);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::modified", G_CALLBACK (twf_window_update_actions), self);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::journal-error", G_CALLBACK (journal_error_cb), self);
  self->undo_signals = g_signal_group_new (TWF_TYPE_UNDO);
  g_signal_group_connect_swapped (
      self->undo_signals, "notify", G_CALLBACK (twf_window_update_actions), self);
  twf_window_add_actions (self);
  twf_window_add_plan_actions (self);
  twf_window_add_inbox_actions (self);
  twf_window_add_room_actions (self);
  twf_window_add_spelling_actions (self);
  twf_window_add_translation_actions (self);
  twf_window_add_exchange_actions (self);
  twf_window_update_actions (self);
}

/**
 * twf_window_new:
 * @application: the application
 * @settings: its settings
 *
 * Returns: (transfer none): a window that shows what can be opened
 */
TwfWindow *
twf_window_new (GtkApplication *application, GSettings *settings)
{
  TwfWindow *self = g_object_new (TWF_TYPE_WINDOW, "application", application, NULL);
  int width, height;

  self->settings = g_object_ref (settings);
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return self;
}

/**
 * twf_window_get_settings:
 * @self: a window
 *
 * Returns: (transfer none): the settings
 */
GSettings *
twf_window_get_settings (TwfWindow *self)
{
  g_return_val_if_fail (TWF_IS_WINDOW (self), NULL);

  return self->settings;
}

/**
 * twf_window_get_workbench:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): the workbench of the open plan
 */
TwfWorkbench *
twf_window_get_workbench (TwfWindow *self)
{
  g_return_val_if_fail (TWF_IS_WINDOW (self), NULL);

  return self->workbench;
}

/**
 * twf_window_get_workspace:
 * @self: a window
 *
 * Returns: (transfer none): the workspace
 */
TwfWorkspace *
twf_window_get_workspace (TwfWindow *self)
{
  g_return_val_if_fail (TWF_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * twf_window_has_path:
 * @self: a window
 * @path: a plan's path
 *
 * Returns: whether the window has that plan open
 */
gboolean
twf_window_has_path (TwfWindow *self, const char *path)
{
  g_return_val_if_fail (TWF_IS_WINDOW (self), FALSE);

  return self->desk != NULL && g_strcmp0 (twf_desk_get_path (self->desk), path) == 0;
}

static void
receive_arriving (TwfWindow *self)
{
  g_autofree char *path = g_steal_pointer (&self->arriving);

  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.receive-file", "s", path);
}

/**
 * twf_window_take_desk:
 * @self: a window
 * @desk: (nullable): an open plan; %NULL to show the choice of one
 */
void
twf_window_take_desk (TwfWindow *self, TwfDesk *desk)
{
  g_autoptr (TwfWorkbench) workbench = desk != NULL ? twf_workbench_new (desk) : NULL;

  g_return_if_fail (TWF_IS_WINDOW (self));

  if (workbench != NULL)
    {
      twf_workbench_set_digits (workbench, twf_interface_get_digits (self->settings));
      twf_window_recall_languages (self, workbench);
    }
  g_set_object (&self->desk, desk);
  g_signal_group_set_target (self->desk_signals, desk);
  g_set_object (&self->workbench, workbench);
  g_signal_group_set_target (self->workbench_signals, workbench);
  g_signal_group_set_target (self->undo_signals,
                             workbench != NULL ? twf_workbench_get_undo (workbench) : NULL);
  twf_window_update_spelling (self);
  twf_workspace_set_workbench (self->workspace, workbench);
  twf_window_follow_inbox (self);
  twf_sync_bar_set_workbench (self->sync_bar, workbench);
  twf_window_update_room (self);
  if (desk != NULL)
    gtk_stack_set_visible_child_name (self->stack, "workspace");
  else
    twf_window_show_welcome (self);
  twf_window_update_actions (self);
  if (desk != NULL)
    receive_arriving (self);
}

/**
 * twf_window_receive:
 * @self: a window
 * @path: (type filename): a contribution file
 *
 * Takes it into the window's plan, once that is open.
 */
void
twf_window_receive (TwfWindow *self, const char *path)
{
  g_return_if_fail (TWF_IS_WINDOW (self) && path != NULL);

  g_free (self->arriving);
  self->arriving = g_strdup (path);
  if (self->desk != NULL)
    receive_arriving (self);
}

/**
 * twf_window_show_welcome:
 * @self: a window
 *
 * Shows what can be opened.
 */
void
twf_window_show_welcome (TwfWindow *self)
{
  g_return_if_fail (TWF_IS_WINDOW (self));

  g_clear_object (&self->opening);
  g_clear_pointer (&self->arriving, g_free);
  twf_welcome_update (self->welcome);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Tawafuq"));
  gtk_stack_set_visible_child_name (self->stack, "welcome");
}

/**
 * twf_window_show_opening:
 * @self: a window
 * @name: what is being opened
 * @cancellable: what the Cancel button cancels
 *
 * Shows that something is under way which can be cancelled.
 */
void
twf_window_show_opening (TwfWindow *self, const char *name, GCancellable *cancellable)
{
  g_autofree char *isolated = twf_text_isolate (name);
  g_autofree char *title = g_strdup_printf (_ ("Opening %s…"), isolated);

  g_return_if_fail (TWF_IS_WINDOW (self));

  g_set_object (&self->opening, cancellable);
  adw_status_page_set_title (self->opening_page, title);
  twf_window_show_progress (self, -1);
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

/**
 * twf_window_show_progress:
 * @self: a window
 * @fraction: how much of what is under way is done, 0 to 1; -1: unknown
 *
 * Shows a bar while it is known how far the opening is.
 */
void
twf_window_show_progress (TwfWindow *self, double fraction)
{
  g_return_if_fail (TWF_IS_WINDOW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->opening_progress), fraction >= 0);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->opening_progress, fraction);
}

static void
toast_dismissed_cb (TwfWindow *self)
{
  g_clear_weak_pointer (&self->toast);
  g_clear_handle_id (&self->toast_end, g_source_remove);
}

static gboolean
toast_ended_cb (gpointer user_data)
{
  TwfWindow *self = user_data;

  self->toast_end = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

static void
add_toast (TwfWindow *self)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_timeout (toast, 0);
  g_signal_connect_object (
      toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What the overlay shows stands above the buttons at the bottom of a narrow window. */
static void
lift_toasts (TwfWindow *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->toasts));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != adw_toast_overlay_get_child (self->toasts))
      gtk_widget_set_margin_bottom (child, twf_workspace_get_bar_height (self->workspace));
}

/**
 * twf_window_offer:
 * @self: a window
 * @text: a sentence for the person
 * @label: (nullable): of a button that goes with it; %NULL: none does
 * @action: (nullable): what the button does
 * @target: (nullable): with what; taken if floating
 *
 * Says something in passing, with what can be done about it. What is newest is seen at once, in the
 * place of what is still shown: toasts wait for one another, and libadwaita 1.2 ends the program
 * when one is sent away while it is still coming.
 */
void
twf_window_offer (TwfWindow *self,
                  const char *text,
                  const char *label,
                  const char *action,
                  GVariant *target)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (TWF_IS_WINDOW (self) && text != NULL);

  if (self->toast == NULL)
    add_toast (self);
  /* A toast's title is markup. */
  escaped = g_markup_escape_text (text, -1);
  adw_toast_set_title (self->toast, escaped);
  adw_toast_set_button_label (self->toast, label);
  /* In this order, or the button for a moment has an action with another's target. */
  adw_toast_set_action_name (self->toast, NULL);
  adw_toast_set_action_target_value (self->toast, target);
  adw_toast_set_action_name (self->toast, action);
  lift_toasts (self);
  g_clear_handle_id (&self->toast_end, g_source_remove);
  self->toast_end = g_timeout_add_seconds (
      label != NULL ? OFFER_SECONDS : NOTICE_SECONDS, toast_ended_cb, self);
}

/**
 * twf_window_notice:
 * @self: a window
 * @text: a sentence for the person
 * @undoable: whether to offer to undo what was done last
 *
 * Says something in passing, as twf_window_offer().
 */
void
twf_window_notice (TwfWindow *self, const char *text, gboolean undoable)
{
  twf_window_offer (self, text, undoable ? _ ("_Undo") : NULL, undoable ? "win.undo" : NULL, NULL);
}

/**
 * twf_window_report:
 * @self: a window
 * @error: what did not work
 * @subject: (nullable): name of the plan or file; %NULL: the open plan's
 *
 * Says in a dialog what did not work and what to do.
 */
void
twf_window_report (TwfWindow *self, const GError *error, const char *subject)
{
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  g_return_if_fail (TWF_IS_WINDOW (self) && error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (subject != NULL)
    name = g_strdup (subject);
  else if (self->desk != NULL)
    name = g_path_get_basename (twf_desk_get_path (self->desk));
  body = twf_error_describe (error, name != NULL ? name : _ ("Plan"));
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("That Did Not Work"), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
