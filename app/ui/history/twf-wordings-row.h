/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-wordings.h"
#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One wording as a row: whose, why, what changed, and what can be done with it. */
GtkWidget *twf_wordings_row_new (TwfWorkbench *workbench,
                                 const TwfFormerText *wording,
                                 guint index,
                                 const char *language,
                                 const char *standing);

G_END_DECLS
