/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-fate.h"
#include "twf-plan-comparison.h"

G_BEGIN_DECLS

/* In the order in which a capital wants to read them. */
typedef enum
{
  TWF_SINCE_OWN,       /* where the delegation has a proposal of its own */
  TWF_SINCE_GROUPS,    /* where a group has one of which it is a member */
  TWF_SINCE_TEXT,      /* others' changes to the text */
  TWF_SINCE_PROPOSALS, /* what others ask for */
  TWF_SINCE_REST,      /* fields, remarks, delegations */
  TWF_SINCE_N_GROUPS
} TwfSinceGroup;

/* A row that changed in meaning. */
typedef struct
{
  guint row; /* its number in the comparison */
  TwfSinceGroup group;
  GPtrArray *fates; /* of TwfFate: of the own proposals there, then of the groups', those that are
                       news; may be empty */
} TwfSinceEntry;

/* The two revisions, and who asks. Strings are borrowed where it is given. */
typedef struct
{
  const char *code;    /* of the delegation; NULL: the facilitator */
  const char *base;    /* full id of the revision that was cleared */
  const char *side;    /* full id of the other */
  gint64 base_when;    /* seconds since 1970 */
  gint64 side_when;    /* the same */
  gint64 cleared_when; /* 0: it was not cleared, it was merely given */
  int cleared_offset;  /* minutes from UTC */
  const char *note;    /* on the clearance; nullable */
} TwfSinceHead;

/* What changed in meaning from one plan to another, as one delegation's capital wants to read it.
 * Immutable, reference-counted; may cross threads. */
typedef struct _TwfSince TwfSince;

TwfSince *twf_since_new (TwfPlan *base,
                         TwfPlan *side,
                         const TwfSinceHead *head,
                         const char *language) G_GNUC_WARN_UNUSED_RESULT;
TwfSince *twf_since_ref (TwfSince *self);
void twf_since_unref (TwfSince *self);
const TwfSinceHead *twf_since_get_head (const TwfSince *self);
TwfComparison *twf_since_get_comparison (const TwfSince *self);
const char *twf_since_get_symbol (const TwfSince *self);                           /* nullable */
const char *twf_since_get_session (const TwfSince *self);                          /* nullable */
const char *twf_since_get_delegation (const TwfSince *self, const char *language); /* nullable */
const char *twf_since_get_group (const TwfSince *self, const char *code, const char *language);
const GPtrArray *twf_since_get_fates (const TwfSince *self); /* of TwfFate: all own ones */
const GPtrArray *
twf_since_get_group_fates (const TwfSince *self); /* of TwfFate: of the groups it is a member of */
GPtrArray *twf_since_list_entries (const TwfSince *self, const char *language)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfSinceEntry; borrowed */
guint twf_since_count_fates (const TwfSince *self, TwfFateKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSince, twf_since_unref)

G_END_DECLS
