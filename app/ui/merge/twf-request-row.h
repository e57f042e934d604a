/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-decisions.h"
#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_REQUEST_ROW (twf_request_row_get_type ())
G_DECLARE_FINAL_TYPE (TwfRequestRow, twf_request_row, TWF, REQUEST_ROW, GtkWidget)

/* A request as three lines of one height: place and kind, the words that change, who asks. What is
 * decided stands at its end, and is decided there with the pointer. */
GtkWidget *twf_request_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_request_row_bind (TwfRequestRow *self,
                           TwfWorkbench *workbench,
                           TwfDecisions *decisions,
                           TwfRequest *request);
void twf_request_row_unbind (TwfRequestRow *self);

G_END_DECLS
