/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-decisions.h"
#include "twf-workbench.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TWF_TYPE_MERGE_REVIEW (twf_merge_review_get_type ())
G_DECLARE_FINAL_TYPE (TwfMergeReview, twf_merge_review, TWF, MERGE_REVIEW, GtkWidget)

/* What the contributions ask for, in reading order: filtered, looked at one by one, decided one by
 * one or many at once, and all of it undone again. Actions: merge.decide, merge.decide-shown,
 * merge.decide-all ("accept", "propose" or "reject"), merge.next, merge.previous,
 * merge.show-request (id). */
void
twf_merge_review_set_merge (TwfMergeReview *self, TwfWorkbench *workbench, TwfPlanMerge *merge);
TwfDecisions *twf_merge_review_get_decisions (TwfMergeReview *self);
void twf_merge_review_show_request (TwfMergeReview *self, TwfRequest *request);

G_END_DECLS
