/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk-merge.h"
#include "twf-desk-private.h"
#include "twf-source.h"

G_BEGIN_DECLS

/* What a merge stands on. Its plan is a copy of its own, so that the merge may be worked out and
 * carried out on the worker while the desk's plan stays with the desk's thread. */
typedef struct
{
  TwfPlan *plan;      /* NULL when it has been saved */
  char *revision;     /* that the plan is of */
  GPtrArray *sources; /* of TwfSource* (owned), by name: what is new */
  GPtrArray *known;   /* char* (owned), NULL-terminated: names of what is not */
} TwfMergeGround;

TwfPlanMerge *twf_merge_prepare (TwfDesk *desk,
                                 const char *revision,
                                 const char *const *branches,
                                 TwfDesk *progress,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfMergeGround *twf_merge_get_ground (TwfPlanMerge *merge);
TwfMergeGround *twf_merge_ground_ref (TwfMergeGround *self);
void twf_merge_ground_unref (TwfMergeGround *self);
void twf_merge_ground_let_plan_go (TwfMergeGround *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfMergeGround, twf_merge_ground_unref)

G_END_DECLS
