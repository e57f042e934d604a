/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-sync.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_SYNC_PLACE (twf_sync_place_get_type ())
G_DECLARE_FINAL_TYPE (TwfSyncPlace, twf_sync_place, TWF, SYNC_PLACE, AdwWindow)

/* Asks where a plan is shared. Signal: "chosen" (const char *server, gboolean automatic). */
GtkWidget *twf_sync_place_new (GtkWindow *parent, const TwfPlace *place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
