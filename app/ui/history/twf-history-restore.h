/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

#include "twf-workbench.h"

G_BEGIN_DECLS

void twf_history_restore_ask (GtkWindow *parent,
                              TwfWorkbench *workbench,
                              TwfRevision *revision,
                              const char *provision);

G_END_DECLS
