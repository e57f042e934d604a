/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-section.h"

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
#define TWF_PROPOSAL_FIELD_KIND "Kind"   /* replace, delete, insert, move */
#define TWF_PROPOSAL_FIELD_STATE "State" /* open, parked, withdrawn, accepted, rejected */
#define TWF_PROPOSAL_FIELD_PART "Part"   /* which text it is about; none: the body, the title */
#define TWF_PROPOSAL_FIELD_FIELD "Field" /* which field it is about, where it is about no text */
#define TWF_PROPOSAL_FIELD_SECTION "Section" /* a move's: where to */
#define TWF_PROPOSAL_FIELD_PARENT "Parent"   /* a move's: under what; none: the top */
#define TWF_PROPOSAL_FIELD_RANK "Rank"       /* a move's: its place there */
#define TWF_PROPOSAL_FIELD_REASON "Reason"   /* one line */
/* What its owner asks for instead: why it is withdrawn. */
#define TWF_PROPOSAL_FIELD_REPLACED_BY "Replaced-by"
/* A compromise: the proposals that it stands in the place of; a set of ids. */
#define TWF_PROPOSAL_FIELD_TAKES_UP "Takes-up"
/* "<language>=<blob id>": the wording it is made on, one a language; none where there was none.
 * About a field: "=<value>" (twf-wording.h). */
#define TWF_PROPOSAL_FIELD_BASE "Base"
/* The owners whose own branch asks for it; a set of codes. */
#define TWF_PROPOSAL_FIELD_CONTRIBUTED "Contributed"
#define TWF_PROPOSAL_FIELD_OWNER "Owner"       /* codes of delegations; a set */
#define TWF_PROPOSAL_FIELD_POSITION "Position" /* "<code> <word>", as in "US delete"; a set */
#define TWF_PROPOSAL_FIELD_VALUE "Value"       /* what the field is to hold; none: nothing; a set */

/* What "Proposed" of a provision says where no delegation proposes it. */
#define TWF_PROPOSED_BY_FACILITATOR "0" /* as in ranks */

const char *twf_proposal_kind_get_name (TwfProposalKind kind);
gboolean twf_proposal_kind_from_name (const char *name, TwfProposalKind *kind);
const char *twf_proposal_state_get_name (TwfProposalState state);
gboolean twf_proposal_state_from_name (const char *name, TwfProposalState *state);

#define TWF_TYPE_PROPOSAL (twf_proposal_get_type ())
G_DECLARE_FINAL_TYPE (TwfProposal, twf_proposal, TWF, PROPOSAL, GObject)

/* What delegations ask to be changed in one provision, or in the plan itself: one independent
 * change, one proposal. Its texts are the whole text as it would read if the proposal were
 * accepted. One that stands in a plan is not changed: another takes its place
 * (twf_edit_new_proposal()). */
TwfProposal *twf_proposal_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;
TwfProposal *twf_proposal_copy (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT;
TwfProposal *twf_proposal_copy_as (TwfProposal *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
char *
twf_proposal_dup_content_id (TwfProposal *self, const char *provision) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_proposal_equal (TwfProposal *one, TwfProposal *other);

const char *twf_proposal_get_id (TwfProposal *self);
TwfProposalKind twf_proposal_get_kind (TwfProposal *self);
void twf_proposal_set_kind (TwfProposal *self, TwfProposalKind kind);
TwfProposalState twf_proposal_get_state (TwfProposal *self);
void twf_proposal_set_state (TwfProposal *self, TwfProposalState state);
TwfPart twf_proposal_get_part (TwfProposal *self);
void twf_proposal_set_part (TwfProposal *self, TwfPart part);
gboolean twf_proposal_has_value (TwfProposal *self, const char *field, const char *value);
void twf_proposal_add_value (TwfProposal *self, const char *field, const char *value);
void twf_proposal_remove_value (TwfProposal *self, const char *field, const char *value);

/* Every field by name, those above included. */
gboolean twf_proposal_field_is_known (const char *field);
gboolean twf_proposal_field_is_set (const char *field);
const char *twf_proposal_get_field (TwfProposal *self, const char *field);
const char *const *twf_proposal_get_values (TwfProposal *self, const char *field);
gboolean twf_proposal_set_values (TwfProposal *self, const char *field, const char *const *values);
GStrv twf_proposal_list_fields (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT;

const char *twf_proposal_get_text (TwfProposal *self, const char *language);
void twf_proposal_set_text (TwfProposal *self, const char *language, const char *text);
GStrv twf_proposal_list_languages (TwfProposal *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
