/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TwfProposalKind:
 * @TWF_PROPOSAL_REPLACE: other words for the provision
 * @TWF_PROPOSAL_DELETE: the provision is to go
 * @TWF_PROPOSAL_INSERT: the provision it hangs on is itself proposed
 * @TWF_PROPOSAL_MOVE: the provision is to stand elsewhere
 *
 * What a proposal asks for.
 */
typedef enum
{
  TWF_PROPOSAL_REPLACE,
  TWF_PROPOSAL_DELETE,
  TWF_PROPOSAL_INSERT,
  TWF_PROPOSAL_MOVE,
} TwfProposalKind;

/**
 * TwfProposalState:
 * @TWF_PROPOSAL_OPEN: on the table
 * @TWF_PROPOSAL_PARKED: set aside for a later reading
 * @TWF_PROPOSAL_WITHDRAWN: its owners no longer ask for it
 * @TWF_PROPOSAL_ACCEPTED: it became the text
 * @TWF_PROPOSAL_REJECTED: the text stayed as it was
 *
 * Where a proposal stands. Every state can be left again; none deletes it.
 */
typedef enum
{
  TWF_PROPOSAL_OPEN,
  TWF_PROPOSAL_PARKED,
  TWF_PROPOSAL_WITHDRAWN,
  TWF_PROPOSAL_ACCEPTED,
  TWF_PROPOSAL_REJECTED,
} TwfProposalState;

/* Names of a proposal's fields, as they are stored. */
#define TWF_PROPOSAL_FIELD_KIND "Kind"         /* replace, delete, insert, move */
#define TWF_PROPOSAL_FIELD_OWNER "Owner"       /* codes of delegations; a set */
#define TWF_PROPOSAL_FIELD_BASE "Base"         /* blob id of the wording it was made on */
#define TWF_PROPOSAL_FIELD_POSITION "Position" /* "<code> <word>", as in "US delete"; a set */
#define TWF_PROPOSAL_FIELD_STATE "State"       /* open, parked, withdrawn, accepted, rejected */

const char *twf_proposal_kind_get_name (TwfProposalKind kind);
gboolean twf_proposal_kind_from_name (const char *name, TwfProposalKind *kind);
const char *twf_proposal_state_get_name (TwfProposalState state);
gboolean twf_proposal_state_from_name (const char *name, TwfProposalState *state);

#define TWF_TYPE_PROPOSAL (twf_proposal_get_type ())
G_DECLARE_FINAL_TYPE (TwfProposal, twf_proposal, TWF, PROPOSAL, GObject)

/* What delegations ask to be changed in one provision: one independent change, one proposal. Its
 * texts are the whole provision as it would read if the proposal were accepted. */
TwfProposal *twf_proposal_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
TwfProposal *twf_proposal_copy (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_proposal_equal (TwfProposal *one, TwfProposal *other);

const char *twf_proposal_get_id (TwfProposal *self);
TwfProposalKind twf_proposal_get_kind (TwfProposal *self);
void twf_proposal_set_kind (TwfProposal *self, TwfProposalKind kind);
TwfProposalState twf_proposal_get_state (TwfProposal *self);
void twf_proposal_set_state (TwfProposal *self, TwfProposalState state);

/* Every field by name, those above included. */
const char *twf_proposal_get_field (TwfProposal *self, const char *field);
const char *const *twf_proposal_get_values (TwfProposal *self, const char *field);
gboolean twf_proposal_set_values (TwfProposal *self, const char *field, const char *const *values);
GStrv twf_proposal_list_fields (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT;

const char *twf_proposal_get_text (TwfProposal *self, const char *language);
void twf_proposal_set_text (TwfProposal *self, const char *language, const char *text);
GStrv twf_proposal_list_languages (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
