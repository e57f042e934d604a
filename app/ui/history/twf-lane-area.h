/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

#include "twf-desk-history-walk.h"

G_BEGIN_DECLS

#define TWF_TYPE_LANE_AREA (twf_lane_area_get_type ())
G_DECLARE_FINAL_TYPE (TwfLaneArea, twf_lane_area, TWF, LANE_AREA, GtkWidget)

/* A row's part of the branch graph. The first lane, of the text that is listed, is a full line in
 * the accent colour and its revisions are filled; what came from elsewhere is thin and hollow; a
 * merge has a ring around. Mirrored with the interface. */
GtkWidget *twf_lane_area_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_lane_area_show (TwfLaneArea *self, const TwfLaneRow *row, guint n_lanes);

G_END_DECLS
