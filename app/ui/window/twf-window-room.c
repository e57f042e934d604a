/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-window.h"
#include "twf-window-private.h"

#include "twf-room-window.h"
#include "twf-speakers.h"

#define ROOM "twf-room"

/* What the room sees of the window's plan, in a window of its own. */

static void
forget_room_cb (TwfWindow *self)
{
  g_object_set_data (G_OBJECT (self), ROOM, NULL);
}

static void
room_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *self = TWF_WINDOW (user_data);
  GtkWidget *room = g_object_get_data (G_OBJECT (self), ROOM);

  if (room == NULL)
    {
      room = twf_room_window_new (GTK_WINDOW (self), twf_window_get_workbench (self));
      g_object_set_data (G_OBJECT (self), ROOM, room);
      g_signal_connect_object (
          room, "destroy", G_CALLBACK (forget_room_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          self, "destroy", G_CALLBACK (gtk_window_destroy), room, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (room));
}

static void
next_speaker_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  twf_speakers_go_on (twf_speakers_get (twf_window_get_workbench (TWF_WINDOW (user_data))));
}

static const GActionEntry entries[] = {
  { "room", room_cb },
  { "next-speaker", next_speaker_cb },
};

/**
 * twf_window_add_room_actions:
 * @self: a window
 *
 * Adds the commands for what the room sees.
 */
void
twf_window_add_room_actions (TwfWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * twf_window_update_room:
 * @self: a window whose plan was opened, read anew or closed
 *
 * The room sees the plan as it is now; without one, nothing.
 */
void
twf_window_update_room (TwfWindow *self)
{
  TwfWorkbench *workbench = twf_window_get_workbench (self);
  GtkWidget *room = g_object_get_data (G_OBJECT (self), ROOM);

  twf_window_enable_action (self, "room", workbench != NULL);
  twf_window_enable_action (self, "next-speaker", workbench != NULL);
  if (room == NULL)
    return;
  if (workbench != NULL)
    twf_room_window_set_workbench (TWF_ROOM_WINDOW (room), workbench);
  else
    gtk_window_destroy (GTK_WINDOW (room));
}
