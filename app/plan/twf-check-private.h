/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-check.h"

G_BEGIN_DECLS

/* Inside the room only. */
void twf_findings_add (GPtrArray *findings,
                       TwfFindingKind kind,
                       TwfProvision *provision,
                       const char *language,
                       const char *detail);
void twf_check_proposals (TwfPlan *plan,
                          TwfProvision *provision,
                          GListModel *proposals,
                          GPtrArray *findings);

void twf_check_agreement (TwfPlan *plan, TwfProvision *provision, GPtrArray *findings);
void twf_check_packages (TwfPlan *plan, GPtrArray *findings);
void twf_check_procedure (TwfPlan *plan, GPtrArray *findings);
void twf_check_delegations (TwfPlan *plan, GPtrArray *findings);

G_END_DECLS
