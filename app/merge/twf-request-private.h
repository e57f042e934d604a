/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-plan-merge.h"

G_BEGIN_DECLS

/* Inside the room only. */

/* Requests of which no two may be accepted together, unless they stand on the same side. */
typedef struct
{
  GPtrArray *requests; /* of TwfRequest*, borrowed */
  GArray *sides;       /* of guint: which side each stands on */
} TwfClash;

TwfClash *twf_clash_new (void);
void twf_clash_unref (TwfClash *self);
void twf_clash_add (TwfClash *self, TwfRequest *request, guint side);

struct _TwfRequest
{
  GObject parent_instance;

  char *id;
  TwfRequestKind kind;
  GPtrArray *owners;    /* of char* (owned), sorted, NULL-terminated */
  gboolean facilitator; /* whether the facilitator asks for it too */
  gboolean own;         /* its owner's own thing: done without anybody's decision */
  gboolean exceeds;     /* nothing its owner may ask for: left out, whatever is decided */

  char *provision_id;      /* nullable */
  TwfProvision *provision; /* nullable */
  TwfSection section;
  TwfPart part;
  char *language;   /* nullable */
  char *field;      /* nullable */
  char *delegation; /* nullable */
  char *item;       /* nullable */
  char *old_text;   /* nullable */
  char *new_text;   /* nullable */
  char *parent;     /* nullable */
  char *after;      /* nullable */
  char *rank;       /* nullable */
  char *element;    /* of a set: what comes or goes; NULL: a single value */
  char *behind;     /* of an ordered set: what @element follows; nullable */
  gboolean removes; /* the set's element, the remark or the record goes */
  char **values;    /* FIELD, DELEGATION: of a single value, what it is to be; nullable */

  TwfProposal *proposal; /* what it would become, without owners; nullable */
  TwfProposal *existing; /* the one of the same content that stands already; nullable */
  GObject *record;       /* DELEGATION, PROPOSAL, REMARK: what is asked for; nullable */
  GPtrArray *clashes;    /* of TwfClash* */
  gboolean overrides;
  gboolean undoes; /* DELETE: something was asked for about it since */
  TwfDecision decision;

  /* What becomes of it; made anew by each settlement. */
  TwfOutcomeKind fate;
  TwfOutcomeReason reason;
  gboolean close;
};

TwfRequest *twf_request_new (TwfRequestKind kind, const char *provision_id);
void twf_request_add_owner (TwfRequest *self, const char *owner);
void twf_request_absorb (TwfRequest *self, TwfRequest *other);
void twf_request_set_decision (TwfRequest *self, TwfDecision decision);
void twf_request_demote (TwfRequest *self, TwfOutcomeReason reason);
gboolean twf_request_is_accepted (TwfRequest *self);

G_END_DECLS
