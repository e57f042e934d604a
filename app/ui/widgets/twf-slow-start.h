/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *twf_slow_start_new (GtkWidget *view, GListModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
