/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-contribution-private.h"
#include "twf-request-private.h"

G_BEGIN_DECLS

/* Inside the room only: what contributions ask for over a rolling plan, folded. */

/* One provision, or the plan itself, that somebody asks something about. */
typedef struct
{
  char *id; /* NULL: the plan */
  TwfProvision
      *standing; /* as it stands, or, where it is new, as it is asked for; NULL: the plan */
  gboolean is_new;
  GPtrArray *requests;  /* of TwfRequest*, borrowed */
  GHashTable *existing; /* char* identity (owned) -> TwfProposal* (owned); NULL: none */
  gboolean was_deleted; /* is_new: it stood, and was deleted since */
} TwfTarget;

typedef struct
{
  TwfPlan *rolling;
  gboolean takes_in; /* the rolling plan is a delegation's own, the one contribution is the text
                        that all others have: it is for that to give way */
  GPtrArray *contributions; /* of TwfContribution* */
  GHashTable *requests;     /* char* id (of the request) -> TwfRequest* (owned) */
  GHashTable *targets;      /* char* id, "" the plan -> TwfTarget* (owned) */
  GStrv languages;          /* in which words may have a place: those that are or are asked for */
  GHashTable *asked;        /* char* "<owner> <pid>" (owned): existing proposals asked for again */
} TwfAsks;

TwfAsks *twf_asks_new (TwfPlan *rolling, GPtrArray *contributions, gboolean takes_in);
void twf_asks_free (TwfAsks *self);

TwfTarget *twf_asks_get_target (TwfAsks *self, const char *id);
TwfTarget *twf_asks_find_target (TwfAsks *self, const char *id);
void twf_asks_add (TwfAsks *self, TwfTarget *target, TwfRequest *request, const char *owner);
void twf_asks_add_record (TwfAsks *self,
                          TwfTarget *target,
                          TwfRequest *request,
                          const char *owner,
                          const char *content);
TwfProposal *twf_target_find_existing (TwfTarget *self, const char *identity);
char *twf_asks_dup_identity (TwfAsks *self,
                             const char *id,
                             TwfProposal *proposal) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_asks_is_own_draft (TwfTarget *target, TwfContribution *from, TwfProvisionPair *pair);
gboolean twf_asks_same_place (TwfProvision *one, TwfProvision *other);
gboolean twf_asks_link_goes_along (TwfContribution *from, const char *field, const char *value);
gboolean twf_asks_field_goes_along (TwfProvisionPair *pair, const char *field);
gboolean twf_asks_place_goes_along (TwfContribution *from, TwfProvisionPair *pair);
gboolean twf_asks_only_takes_away (const char *base, const char *tip, const char *language);
gboolean twf_asks_takes_text_from (TwfRequest *self, TwfRequest *other);
gboolean twf_asks_brings_register (TwfAsks *self, TwfContribution *from);
gboolean twf_asks_changes_anything (TwfContribution *from, TwfProvisionPair *pair);
gboolean twf_field_holds_set (TwfSection section, const char *field);

void twf_asks_gather_inserts (TwfAsks *self);
void twf_asks_gather_structure (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair);
void twf_asks_gather_texts (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair);
void twf_asks_gather_titles (TwfAsks *self, TwfContribution *from);
void twf_asks_gather_fields (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair);
void twf_asks_gather_own_fields (TwfAsks *self, TwfContribution *from);
void twf_asks_gather_delegations (TwfAsks *self, TwfContribution *from);
void twf_asks_gather_proposals (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair);
void twf_asks_gather_remarks (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair);
void twf_asks_find_clashes (TwfAsks *self);
GPtrArray *twf_asks_list_in_order (TwfAsks *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfAsks, twf_asks_free)

G_END_DECLS
