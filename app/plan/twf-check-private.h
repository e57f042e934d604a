/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-check.h"

G_BEGIN_DECLS

/* Inside the room only. */
GPtrArray *twf_findings_new (void) G_GNUC_WARN_UNUSED_RESULT;
TwfFinding *twf_findings_add (GPtrArray *findings,
                              TwfFindingKind kind,
                              TwfProvision *provision,
                              const char *language,
                              const char *detail);
TwfFindingPlace *twf_finding_place_new (const char *language,
                                        const char *words,
                                        guint start,
                                        guint end) G_GNUC_WARN_UNUSED_RESULT;
void twf_finding_take_remedy (TwfFinding *self, const char *name, TwfEdit *edit);

void twf_check_proposals (TwfPlan *plan,
                          TwfProvision *provision,
                          GListModel *proposals,
                          GPtrArray *findings);

void twf_check_agreement (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings);
void twf_check_packages (TwfPlan *plan, GPtrArray *findings);
void twf_check_procedure (TwfPlan *plan, GPtrArray *findings);
void twf_check_delegations (TwfPlan *plan, GPtrArray *findings);
void twf_check_words (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings);
void twf_check_style (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings);
void twf_check_concordance (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings);

G_END_DECLS
