/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_OUTLINE_ROW (twf_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (TwfOutlineRow, twf_outline_row, TWF, OUTLINE_ROW, GtkWidget)

/* One row of the outline. Every row is equally high, whatever it shows: a list of rows of one
 * height scrolls evenly however long it is. */
GtkWidget *twf_outline_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_outline_row_bind (TwfOutlineRow *self, TwfWorkbench *workbench, gpointer item);
void twf_outline_row_unbind (TwfOutlineRow *self);
void twf_outline_row_update (TwfOutlineRow *self);
gpointer twf_outline_row_get_item (TwfOutlineRow *self);
const char *twf_outline_row_get_place (TwfOutlineRow *self);

G_END_DECLS
