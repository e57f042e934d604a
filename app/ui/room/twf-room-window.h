/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_ROOM_WINDOW (twf_room_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfRoomWindow, twf_room_window, TWF, ROOM_WINDOW, AdwWindow)

/* What the room sees on the projector: the paragraph under discussion in large letters, what is
 * proposed there, and who speaks. It follows where the facilitator is, and changes nothing.
 * Actions: room.full-screen, room.hold and room.names (states); room.size (i): larger (1), smaller
 * (-1), as it was (0). */
GtkWidget *
twf_room_window_new (GtkWindow *beside, TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;
void twf_room_window_set_workbench (TwfRoomWindow *self, TwfWorkbench *workbench);

G_END_DECLS
