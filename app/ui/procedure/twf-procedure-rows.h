/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-procedure.h"
#include "twf-workbench.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows of lists: what is on record of a silence, and of a reading. */
GtkWidget *twf_procedure_row_new_silence (TwfWorkbench *workbench,
                                          const TwfProceedings *found,
                                          const TwfSilence *silence,
                                          gint64 now);
GtkWidget *twf_procedure_row_new_reading (TwfWorkbench *workbench, const TwfReadingHeld *reading);
void twf_procedure_row_show_record (GtkWidget *row,
                                    TwfWorkbench *workbench,
                                    const TwfReadingHeld *reading,
                                    GPtrArray *items);
GPtrArray *twf_procedure_list_lines (TwfWorkbench *workbench,
                                     TwfPlan *latter,
                                     GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;
void twf_procedure_rows_fill (GtkListBox *list, GPtrArray *lines);

G_END_DECLS
