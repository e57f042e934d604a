/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan.h"

G_BEGIN_DECLS

/* The edits that make one plan into another: restoring, reloading and taking in are lists of them.
 * All arrays are of TwfEdit* (owned), in an order in which they apply. */
GPtrArray *twf_edits_new (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
twf_edits_between_plans (TwfPlan *plan, TwfPlan *target, GHashTable *ids) G_GNUC_WARN_UNUSED_RESULT;
void twf_edits_add_head (GPtrArray *edits, TwfPlan *plan, TwfPlan *target);
void twf_edits_add_provision (GPtrArray *edits, TwfPlan *plan, TwfProvision *target);
void twf_edits_bring_back_provision (GPtrArray *edits, TwfPlan *plan, TwfProvision *former);
void
twf_edits_add_proposals (GPtrArray *edits, const char *id, GListModel *old, GListModel *target);
void twf_edits_add_discussion (GPtrArray *edits, TwfProvision *provision, TwfProvision *target);
void
twf_edits_add_missing_discussion (GPtrArray *edits, TwfProvision *provision, TwfProvision *other);
void twf_edits_keep_discussion (TwfProvision *target, TwfProvision *standing);
GPtrArray *
twf_edits_taking_in (TwfPlan *plan, TwfPlan *other, const char *owner) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *twf_edits_add_section_moves (GPtrArray *edits,
                                         TwfPlan *plan,
                                         TwfPlan *target,
                                         GPtrArray *former) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_edit_stands (TwfEdit *edit, TwfPlan *plan);
TwfEdit *twf_edit_back_to (TwfEdit *edit, TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_edits_apply (TwfPlan *plan, GPtrArray *edits, GError **error);

G_END_DECLS
