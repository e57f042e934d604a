/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-reading-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *twf_room_line_new (TwfReadingList *list,
                              TwfReadingItem *item,
                              TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
