/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-asks.h"

G_BEGIN_DECLS

/* Inside the room only: what comes of what was decided. Every step only takes accepted requests
 * back, never makes one accepted, so that the order of the requests does not matter and it ends. */

typedef struct
{
  TwfPart part;
  char *language;
  char *old_text; /* what stands; empty: none */
  char *text;     /* what is to stand; empty: none */
} TwfSettledText;

typedef struct
{
  char *field;
  GStrv values; /* what it is to hold */
} TwfSettledField;

/* What is to become of one provision, or of the plan itself. */
typedef struct
{
  char *id; /* NULL: the plan */
  GArray *texts;
  GArray *fields;
  gboolean is_placed; /* whether section, parent and rank say where it is to stand */
  TwfSection section;
  char *parent; /* nullable */
  char *rank;   /* nullable */
  gboolean is_deleted;
} TwfSettled;

/* A proposal as it is to be. */
typedef struct
{
  char *id; /* of its provision; NULL: the plan */
  TwfProposal *proposal;
  TwfProposal *original; /* as it stands; nullable */
} TwfDraft;

/* A condition that was met: one who asked for a proposal does so no longer. */
typedef struct
{
  char *id;        /* of the provision; NULL: the plan */
  char *proposal;  /* id */
  char *code;      /* who withdraws */
  char *condition; /* id of the proposal that was accepted */
} TwfFired;

typedef struct
{
  TwfAsks *asks;
  TwfPlan *rolling;
  GPtrArray *requests;  /* of TwfRequest*, in reading order */
  GHashTable *settled;  /* char* id, "" the plan -> TwfSettled* (owned) */
  GHashTable *drafts;   /* char* pid (of the proposal) -> TwfDraft* (owned) */
  GPtrArray *edits;     /* of TwfEdit */
  GPtrArray *withdrawn; /* of TwfDraft*, borrowed: whose owners ask for it no longer */
  GPtrArray *fired;     /* of TwfFired* (owned) */
  GStrv languages;      /* in which words have a place: those that are, and those that come */
  gboolean has_demoted; /* whether this round took something back */
} TwfSettlement;

TwfSettlement *twf_settlement_new (TwfAsks *asks, GPtrArray *requests);
void twf_settlement_free (TwfSettlement *self);

TwfSettled *twf_settlement_get (TwfSettlement *self, const char *id);
TwfSettled *twf_settlement_find (TwfSettlement *self, const char *id);
void twf_settlement_demote (TwfSettlement *self, TwfRequest *request, TwfOutcomeReason reason);
TwfRequest *twf_settlement_find_accepted (TwfSettlement *self, const char *id, TwfRequestKind kind);
TwfDraft *twf_settlement_draft (TwfSettlement *self, const char *id, TwfProposal *proposal);

void twf_settle_structure (TwfSettlement *self);
gboolean twf_settle_exists (TwfSettlement *self, const char *id);
gboolean twf_settle_is_proposed (TwfSettlement *self, const char *id);
TwfSection twf_settle_get_section (TwfSettlement *self, const char *id);
const char *twf_settle_get_parent (TwfSettlement *self, const char *id);
const char *twf_settle_get_rank (TwfSettlement *self, const char *id);
gboolean twf_settle_check_room (TwfSettlement *self);
void twf_settle_places (TwfSettlement *self);
void twf_settle_head (TwfSettlement *self);
void twf_settle_texts (TwfSettlement *self);
void twf_settle_fields (TwfSettlement *self);
void twf_settle_dropped_links (TwfSettlement *self);
void twf_settle_carry (TwfSettlement *self);
void twf_settle_what_stays (TwfSettlement *self);
void twf_settle_take_over_wordings (TwfSettlement *self);
void twf_settle_proposals (TwfSettlement *self);
void twf_settle_withdrawals (TwfSettlement *self);
void twf_settle_statements (TwfSettlement *self);
TwfProposal *twf_settle_look_ahead (TwfSettlement *self,
                                    const char *id,
                                    TwfProposal *standing) G_GNUC_WARN_UNUSED_RESULT;
void twf_settle_leave (TwfProposal *proposal, const char *code);
gboolean twf_settle_bar (TwfSettlement *self);
void twf_settle_conditions (TwfSettlement *self);
gboolean twf_settle_waits (TwfSettlement *self, TwfProposal *proposal, const char *const *owners);
void twf_settle_compromises (TwfSettlement *self);
void twf_fired_free (TwfFired *self);
void twf_settle_delegations (TwfSettlement *self);
void twf_settle_homeless (TwfSettlement *self);
GStrv twf_settle_list_links (TwfSettlement *self,
                             TwfSettled *settled,
                             const char *field,
                             const char *const *asked) G_GNUC_WARN_UNUSED_RESULT;
void twf_settle_list_edits (TwfSettlement *self);

const char *twf_settled_get_text (TwfSettled *self, TwfPart part, const char *language);
const TwfSettledField *twf_settled_get_field (TwfSettled *self, const char *field);
void twf_settled_set_field (TwfSettled *self, const char *field, GStrv values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSettlement, twf_settlement_free)

G_END_DECLS
