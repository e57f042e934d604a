/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-outcome-count.h"

G_BEGIN_DECLS

#define TWF_TYPE_DECISIONS (twf_decisions_get_type ())
G_DECLARE_FINAL_TYPE (TwfDecisions, twf_decisions, TWF, DECISIONS, GObject)

/* What a person decides about the requests of a merge, step by step and back. Signals: "changed"
 * after one or many decisions changed. */
TwfDecisions *twf_decisions_new (TwfPlanMerge *merge) G_GNUC_WARN_UNUSED_RESULT;
TwfPlanMerge *twf_decisions_get_merge (TwfDecisions *self);
void twf_decisions_decide (TwfDecisions *self, TwfRequest *request, TwfDecision decision);
void twf_decisions_decide_list (TwfDecisions *self, GListModel *requests, TwfDecision decision);
gboolean twf_decisions_can_undo (TwfDecisions *self);
gboolean twf_decisions_can_redo (TwfDecisions *self);
TwfRequest *twf_decisions_undo (TwfDecisions *self);
TwfRequest *twf_decisions_redo (TwfDecisions *self);
const TwfOutcome *twf_decisions_find_outcome (TwfDecisions *self, TwfRequest *request);
GPtrArray *twf_decisions_list_consequences (TwfDecisions *self)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfOutcome, borrowed */
TwfRequest *twf_decisions_find_cause (TwfDecisions *self, const char *pid);
TwfOutcomeCount twf_decisions_count_outcomes (TwfDecisions *self);

G_END_DECLS
