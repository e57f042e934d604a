/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

#include "twf-revision-item.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_REVISION_ROW (twf_revision_row_get_type ())
G_DECLARE_FINAL_TYPE (TwfRevisionRow, twf_revision_row, TWF, REVISION_ROW, GtkWidget)

/* A revision in the list: three lines, always of one height. */
GtkWidget *twf_revision_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_revision_row_show (TwfRevisionRow *self, TwfWorkbench *workbench, TwfRevisionItem *item);

G_END_DECLS
