/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window.h"
#include "twf-window-private.h"

#include "twf-bidi.h"
#include "twf-desk-register.h"
#include "twf-desk-send.h"
#include "twf-join-window.h"
#include "twf-register-window.h"
#include "twf-send-window.h"
#include "twf-show-file.h"
#include "twf-syncer.h"

#include <glib/gi18n.h>

/* The commands by which a plan travels. */

static void
sent_cb (TwfWindow *self, const TwfSent *sent)
{
  g_autofree char *name = g_path_get_basename (sent->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *isolated = twf_text_isolate (shown);
  g_autofree char *size = g_format_size (sent->n_bytes);
  g_autofree char *isolated_size = twf_text_isolate (size);
  g_autofree char *sentence = g_strdup_printf (_ ("%s is written (%s)"), isolated, isolated_size);

  twf_window_offer (self,
                    sentence,
                    _ ("_Show in Folder"),
                    "win.show-in-folder",
                    g_variant_new_bytestring (sent->path));
}

/* To the delegation with that code; empty: to whom is asked. */
static void
send_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  GtkWidget *window = twf_send_window_new (
      GTK_WINDOW (self), twf_window_get_workbench (self), g_variant_get_string (parameter, NULL));

  g_signal_connect_object (window, "sent", G_CALLBACK (sent_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
show_in_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_show_file (GTK_WINDOW (user_data), g_variant_get_bytestring (parameter));
}

static void
register_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);

  gtk_window_present (
      GTK_WINDOW (twf_register_window_new (GTK_WINDOW (self), twf_window_get_workbench (self))));
}

static TwfSyncer *
get_syncer (TwfWindow *self)
{
  return twf_syncer_get (twf_workbench_get_desk (twf_window_get_workbench (self)));
}

static void
sync_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_syncer_run (get_syncer (user_data));
}

static void
sync_place_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_syncer_ask_place (get_syncer (user_data));
}

/* What came opens in this window, or beside the plan that it holds, for who joined. */
static void
joined_cb (TwfWindow *self, const char *folder, const char *code, const char *name)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  TwfWindow *window = self;
  TwfVerdict verdict;

  g_settings_set_string (twf_window_get_settings (self), "identity", code);
  if (twf_window_get_workbench (self) != NULL)
    window = twf_window_new (application, twf_window_get_settings (self));
  twf_window_open (window, folder);
  gtk_window_present (GTK_WINDOW (window));
  twf_verdict_from_name (name, &verdict);
  if (verdict != TWF_VERDICT_VERIFIED)
    twf_window_notice (window, twf_verdict_describe (verdict), FALSE);
}

static void
join (TwfWindow *self, const char *invitation)
{
  g_autofree char *identity = twf_window_dup_identity (self);
  GtkWidget *window = twf_join_window_new (GTK_WINDOW (self), invitation, identity);

  g_signal_connect_object (window, "joined", G_CALLBACK (joined_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
join_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  join (TWF_WINDOW (user_data), NULL);
}

static void
join_file_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  join (TWF_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { "send", send_cb, "s" },
  { "join", join_cb },
  { "join-file", join_file_cb, "s" },
  { "register", register_cb },
  { "sync", sync_cb },
  { "sync-place", sync_place_cb },
  { "show-in-folder", show_in_folder_cb, "ay" },
};

/**
 * twf_window_update_exchange_actions:
 * @self: a window
 * @workbench: (nullable): its plan
 *
 * Enables of these commands what can be done now.
 */
void
twf_window_update_exchange_actions (TwfWindow *self, TwfWorkbench *workbench)
{
  gboolean writable = workbench != NULL && !twf_workbench_is_read_only (workbench);

  twf_window_enable_action (self, "send", workbench != NULL);
  twf_window_enable_action (self, "sync", writable);
  twf_window_enable_action (self, "sync-place", writable);
  twf_window_enable_action (self, "register", workbench != NULL);
}

/**
 * twf_window_add_exchange_actions:
 * @self: a window
 *
 * Adds the commands by which a plan travels.
 */
void
twf_window_add_exchange_actions (TwfWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
