/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-compare-row.h"
#include "twf-desk-cleared.h"

G_BEGIN_DECLS

/* What a comparison by meaning shows besides: headings of its groups, and what became of own
 * proposals. */
const char *twf_compare_since_get_group (TwfSinceGroup group);
char *twf_compare_since_dup_counts (const TwfCompareView *view,
                                    TwfSince *since) G_GNUC_WARN_UNUSED_RESULT; /* nullable */
GtkWidget *twf_compare_since_new_heading (TwfSinceGroup group) G_GNUC_WARN_UNUSED_RESULT;
void
twf_compare_since_append_fates (GtkBox *box, const TwfCompareView *view, const GPtrArray *list);

G_END_DECLS
