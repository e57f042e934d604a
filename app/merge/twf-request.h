/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-difference.h"
#include "twf-plan.h"

G_BEGIN_DECLS

/**
 * TwfDecision:
 * @TWF_DECISION_PROPOSE: the rolling text stays; what is asked for becomes a proposal
 * @TWF_DECISION_ACCEPT: it goes into the rolling text
 * @TWF_DECISION_REJECT: it stays on record as a rejected proposal
 *
 * What is to be done about a request.
 */
typedef enum
{
  TWF_DECISION_PROPOSE,
  TWF_DECISION_ACCEPT,
  TWF_DECISION_REJECT,
} TwfDecision;

/**
 * TwfRequestKind:
 * @TWF_REQUEST_TEXT: other words: part, language, old and new text
 * @TWF_REQUEST_FIELD: a field: its old and new values
 * @TWF_REQUEST_INSERT: a new provision
 * @TWF_REQUEST_DELETE: a provision is to go
 * @TWF_REQUEST_MOVE: a provision is to stand elsewhere: section, parent, rank
 * @TWF_REQUEST_DELEGATION: a delegation's own record; never a proposal: taken from its own
 *   contribution, left out of another's unless it is accepted
 * @TWF_REQUEST_PROPOSAL: something about a proposal that stands already, or one made on the branch:
 *   owners, positions, state
 * @TWF_REQUEST_REMARK: a remark in the discussion
 *
 * What a request is about.
 */
typedef enum
{
  TWF_REQUEST_TEXT,
  TWF_REQUEST_FIELD,
  TWF_REQUEST_INSERT,
  TWF_REQUEST_DELETE,
  TWF_REQUEST_MOVE,
  TWF_REQUEST_DELEGATION,
  TWF_REQUEST_PROPOSAL,
  TWF_REQUEST_REMARK,
} TwfRequestKind;

#define TWF_TYPE_REQUEST (twf_request_get_type ())
G_DECLARE_FINAL_TYPE (TwfRequest, twf_request, TWF, REQUEST, GObject)

/* One independent thing that one or several contributions ask for, over the rolling text as it
 * stands: exactly what becomes one proposal. Made by TwfPlanMerge; changes in its decision alone
 * (property "decision", notified). */
const char *twf_request_get_id (TwfRequest *self); /* that of the proposal it would become */
TwfRequestKind twf_request_get_kind (TwfRequest *self);
const char *const *twf_request_get_owners (TwfRequest *self); /* empty: the facilitator alone */
gboolean twf_request_is_from (TwfRequest *self, const char *owner);

/* Where. */
const char *twf_request_get_provision_id (TwfRequest *self); /* NULL: the plan, or a delegation */
TwfProvision *twf_request_get_provision (TwfRequest *self);  /* as it stands; inserted: as asked */
TwfSection twf_request_get_section (TwfRequest *self);       /* MOVE: where to; plan: 0 */
TwfPart twf_request_get_part (TwfRequest *self);
const char *twf_request_get_language (TwfRequest *self);   /* TEXT */
const char *twf_request_get_field (TwfRequest *self);      /* FIELD, DELEGATION, PROPOSAL */
const char *twf_request_get_delegation (TwfRequest *self); /* DELEGATION: code */
const char *twf_request_get_item (TwfRequest *self);       /* PROPOSAL, REMARK: id of it */

/* What. Texts are whole; values are joined by a comma, to be shown. NULL: none. */
const char *twf_request_get_old_text (TwfRequest *self);
const char *twf_request_get_new_text (TwfRequest *self);
GPtrArray *twf_request_dup_runs (TwfRequest *self) G_GNUC_WARN_UNUSED_RESULT; /* of TwfRun */
const char *twf_request_get_parent (TwfRequest *self); /* MOVE: under what; NULL: the top */
const char *twf_request_get_after (TwfRequest *self);  /* MOVE: behind which of the rolling text */
const char *twf_request_get_rank (TwfRequest *self);   /* MOVE */

/* How it stands. */
GStrv twf_request_list_clashes (TwfRequest *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_request_get_overrides (TwfRequest *self);
gboolean twf_request_get_standing (TwfRequest *self, TwfProposalState *state);
TwfDecision twf_request_get_decision (TwfRequest *self);

G_END_DECLS
