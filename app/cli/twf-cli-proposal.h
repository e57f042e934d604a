/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-cli.h"

#include "twf-positions.h"

G_BEGIN_DECLS

/* A proposal with the provision that bears it. */
typedef struct
{
  TwfProposal *proposal;
  TwfProvision *provision; /* NULL: it is about the plan itself */
} TwfBorne;

void twf_borne_free (TwfBorne *self);
GPtrArray *
twf_cli_list_proposals (TwfPlan *plan) G_GNUC_WARN_UNUSED_RESULT; /* of TwfBorne, as one reads */
char *twf_cli_find_proposal (TwfCli *cli, TwfPlan *plan, const char *pid) G_GNUC_WARN_UNUSED_RESULT;

/* In each of the forms in which it is printed. */
JsonObject *
twf_cli_proposal_to_json (TwfProvision *provision, TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;
JsonArray *twf_cli_proposals_to_json (TwfProvision *provision,
                                      GListModel *proposals) G_GNUC_WARN_UNUSED_RESULT;
const char *twf_cli_get_state_title (TwfProposalState state);
char *twf_cli_dup_group (const char *code, const char *const *except) G_GNUC_WARN_UNUSED_RESULT;
char *twf_cli_dup_owners (TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;
void twf_cli_print_proposal (TwfCli *cli,
                             TwfPlan *plan,
                             TwfProvision *provision,
                             TwfProposal *proposal,
                             const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfBorne, twf_borne_free)

G_END_DECLS
