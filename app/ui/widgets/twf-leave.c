/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-leave.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * twf_leave_ask:
 * @window: a window in which something is written
 * @response_cb: what is called with @window and the answer, "leave" or "stay"
 *
 * Asks whether what is written there is to be lost.
 */
void
twf_leave_ask (GtkWindow *window, GCallback response_cb)
{
  GtkWidget *dialog
      = adw_message_dialog_new (window,
                                _ ("Leave Without Proposing?"),
                                _ ("What you have written here is not kept anywhere else."));

  adw_message_dialog_add_responses (
      ADW_MESSAGE_DIALOG (dialog), "stay", _ ("_Keep Writing"), "leave", _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (
      ADW_MESSAGE_DIALOG (dialog), "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", response_cb, window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * twf_leave_add_run_key:
 * @window: a window in which something is written
 * @action: what it is written for
 *
 * Ctrl+Return does it, before a text view sees the key, for which it would be a new line.
 */
void
twf_leave_add_run_key (GtkWidget *window, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                        gtk_named_action_new (action)));
  gtk_widget_add_controller (window, keys);
}
