/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gtk/gtk.h>

#include "twf-revision-list.h"
#include "twf-workbench.h"

G_BEGIN_DECLS

#define TWF_TYPE_REVISION_ROW (twf_revision_row_get_type ())
G_DECLARE_FINAL_TYPE (TwfRevisionRow, twf_revision_row, TWF, REVISION_ROW, GtkWidget)

/* A revision in the list: its part of the graph, three lines, and, where it has any, its marks: the
 * symbols it was issued under, the branches whose newest it is, whether the capital cleared it. */
GtkWidget *twf_revision_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_revision_row_show (TwfRevisionRow *self,
                            TwfWorkbench *workbench,
                            TwfRevisionList *list,
                            TwfRevisionItem *item);

G_END_DECLS
