/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_SEND_WINDOW (twf_send_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfSendWindow, twf_send_window, TWF, SEND_WINDOW, AdwWindow)

/* Asks to whom and where, and writes a contribution file. Signal: "sent" (gpointer: const TwfSent*)
 * when it is written. */
GtkWidget *twf_send_window_new (GtkWindow *parent,
                                TwfWorkbench *workbench,
                                const char *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
