/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-contribution.h"

G_BEGIN_DECLS

/* Inside the room only. */

typedef struct
{
  TwfProvision *old_one; /* nullable */
  TwfProvision *new_one; /* nullable */
} TwfProvisionPair;

typedef struct
{
  TwfDelegation *old_one; /* nullable */
  TwfDelegation *new_one; /* nullable */
} TwfDelegationPair;

struct _TwfContribution
{
  char *owner;             /* nullable */
  char *revision;          /* nullable */
  GHashTable *provisions;  /* char* id (of the provision) -> TwfProvisionPair* (owned) */
  GHashTable *delegations; /* char* code (of the delegation) -> TwfDelegationPair* (owned) */
  GHashTable *known;       /* char* pid (owned) */
  TwfPlan *old_head;       /* nullable */
  TwfPlan *new_head;       /* nullable */
};

/* Whether what becomes of the provision @id is still asked for. */
typedef gboolean (*TwfKeepPair) (const char *id, gpointer user_data);

TwfContribution *twf_contribution_thin_out (TwfContribution *self,
                                            TwfKeepPair keep,
                                            gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
TwfProvisionPair *twf_contribution_get_pair (TwfContribution *self, const char *id);
gboolean twf_contribution_deletes (TwfContribution *self, const char *id);
gboolean twf_contribution_changes_section (TwfContribution *self, const char *id);

G_END_DECLS
