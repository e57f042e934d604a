/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_JOIN_WINDOW (twf_join_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfJoinWindow, twf_join_window, TWF, JOIN_WINDOW, AdwWindow)

/* Makes a plan out of an invitation. Signal: "joined" (const char *folder, const char *code, empty:
 * the facilitator; const char *verdict) when it is there, to be opened then. */
GtkWidget *twf_join_window_new (GtkWindow *parent,
                                const char *invitation,
                                const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
