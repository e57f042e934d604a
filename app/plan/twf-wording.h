/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-proposal.h"

G_BEGIN_DECLS

/* A wording is known by the id of the file it is stored in, and a proposal knows the wordings it is
 * made on: as long as they stand, it is carried along. */
char *twf_wording_dup_id (const char *text) G_GNUC_WARN_UNUSED_RESULT; /* NULL: no wording */
char *twf_proposal_dup_base (TwfProposal *self, const char *language) G_GNUC_WARN_UNUSED_RESULT;
GStrv twf_proposal_list_asked (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT; /* languages */
void twf_proposal_set_base (TwfProposal *self, const char *language, const char *text);
void twf_proposal_set_base_values (TwfProposal *self, const char *const *values);
GStrv twf_proposal_dup_base_values (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_proposal_is_made_on (TwfProposal *self, const char *language, const char *text);

G_END_DECLS
