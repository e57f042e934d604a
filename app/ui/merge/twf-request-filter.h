/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_REQUEST_FILTER (twf_request_filter_get_type ())
G_DECLARE_FINAL_TYPE (TwfRequestFilter, twf_request_filter, TWF, REQUEST_FILTER, GtkFilter)

/* Which requests are shown: those of one delegation, of one section, those that clash, those in
 * whose words something is found. All that are set must hold. */
#define TWF_FILTER_ANY_SECTION (-1)
#define TWF_FILTER_PLAN_ITSELF (-2)

TwfRequestFilter *twf_request_filter_new (TwfWorkbench *workbench) G_GNUC_WARN_UNUSED_RESULT;
void twf_request_filter_set_pattern (TwfRequestFilter *self, const char *pattern);
void twf_request_filter_set_owner (TwfRequestFilter *self, const char *owner, gboolean any);
void twf_request_filter_set_section (TwfRequestFilter *self, int section);
void twf_request_filter_set_clashes (TwfRequestFilter *self, gboolean clashes);
int twf_request_filter_get_section_of (TwfRequest *request);

G_END_DECLS
