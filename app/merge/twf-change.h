/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-difference.h"
#include "twf-plan.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_CHANGE_ADDED,
  TWF_CHANGE_REMOVED,
  TWF_CHANGE_MOVED,
  TWF_CHANGE_TEXT,
  TWF_CHANGE_FIELD,
  TWF_CHANGE_PROPOSAL_ADDED,
  TWF_CHANGE_PROPOSAL_REMOVED,
  TWF_CHANGE_PROPOSAL, /* its wording, or a field: its state, owners, positions ... */
  TWF_CHANGE_REMARK_ADDED,
  TWF_CHANGE_REMARK_REMOVED,
} TwfChangeKind;

/* One fact about how a plan differs from another. Immutable once made. */
typedef struct
{
  TwfChangeKind kind;
  char *id;         /* of the provision; NULL: the plan itself, or a delegation */
  char *delegation; /* code, where a delegation changed; nullable */
  TwfSection section;
  TwfPart part;         /* of texts, and of wordings */
  char *language;       /* of texts, and of wordings; nullable */
  char *field;          /* FIELD, PROPOSAL: its name; nullable */
  char *item;           /* PROPOSAL, REMARK: its id */
  char *who;            /* PROPOSAL: owners, joined by a comma; REMARK: its author */
  TwfProposalKind asks; /* PROPOSAL: for what */
  /* A text, or the values joined by a comma; nullable. PROPOSAL_ADDED: the text that stands, and as
   * it would read. */
  char *old_value;
  char *new_value;
} TwfChange;

TwfChange *twf_change_copy (const TwfChange *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_change_free (TwfChange *self);
gboolean twf_change_has_words (const TwfChange *self);
GPtrArray *twf_change_dup_runs (const TwfChange *self) G_GNUC_WARN_UNUSED_RESULT; /* of TwfRun */
GPtrArray *twf_changes_between_provisions (TwfProvision *old_provision, TwfProvision *new_provision)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfChange; either side NULL: not there */
GPtrArray *
twf_changes_between_plans (TwfPlan *old_plan,
                           TwfPlan *new_plan) G_GNUC_WARN_UNUSED_RESULT; /* of TwfChange */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfChange, twf_change_free)

G_END_DECLS
