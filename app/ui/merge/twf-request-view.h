/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-decisions.h"
#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_REQUEST_VIEW (twf_request_view_get_type ())
G_DECLARE_FINAL_TYPE (TwfRequestView, twf_request_view, TWF, REQUEST_VIEW, GtkWidget)

/* One request whole: where, who, what should be known before it is decided, every changed text in
 * its own direction, and the three ways to decide. Goes to another request by the action
 * "merge.show-request". */
void twf_request_view_show (TwfRequestView *self,
                            TwfWorkbench *workbench,
                            TwfDecisions *decisions,
                            TwfRequest *request);

G_END_DECLS
