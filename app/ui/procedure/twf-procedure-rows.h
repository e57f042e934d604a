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

G_END_DECLS
