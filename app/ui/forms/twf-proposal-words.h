/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"

G_BEGIN_DECLS

/* What a form says of a proposal. */
typedef struct
{
  char *language;  /* nullable: the interface's */
  GPtrArray *runs; /* of TwfRun */
} TwfProposalText;

char *twf_proposal_words_dup_name (TwfWorkbench *workbench,
                                   TwfProvision *here,
                                   const char *pid) G_GNUC_WARN_UNUSED_RESULT;
char *twf_proposal_words_dup_kind (TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_proposal_words_list_texts (TwfWorkbench *workbench,
                                          TwfProvision *provision,
                                          TwfProposal *proposal)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfProposalText */

G_END_DECLS
