/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-path.h"
#include "twf-proposal.h"

G_BEGIN_DECLS

/* Proposals of one provision, or of the plan itself, of which some files were read. */
typedef struct _TwfPendingProposals TwfPendingProposals;

/* Takes a proposal (transfer full) that was read whole. */
typedef void (*TwfTakeProposal) (gpointer bearer, TwfProposal *proposal);

TwfPendingProposals *twf_pending_proposals_new (void) G_GNUC_WARN_UNUSED_RESULT;
void twf_pending_proposals_free (TwfPendingProposals *self);
gboolean twf_pending_proposals_add (TwfPendingProposals *self,
                                    const TwfPath *parsed,
                                    const char *path,
                                    char *content,
                                    gsize length,
                                    GError **error);
gboolean twf_pending_proposals_finish (TwfPendingProposals *self,
                                       const char *folder,
                                       TwfTakeProposal take,
                                       gpointer bearer,
                                       GError **error);

G_END_DECLS
