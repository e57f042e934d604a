/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_SYNC_BAR (twf_sync_bar_get_type ())
G_DECLARE_FINAL_TYPE (TwfSyncBar, twf_sync_bar, TWF, SYNC_BAR, GtkWidget)

/* Tells how far synchronising is and what came of it, and asks what a server asks. */
void twf_sync_bar_set_workbench (TwfSyncBar *self, TwfWorkbench *workbench);

G_END_DECLS
