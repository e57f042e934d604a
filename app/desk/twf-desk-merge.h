/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-plan-merge.h"
#include "twf-proposal-life.h"

G_BEGIN_DECLS

/* A branch that can be merged, or what was received of one. */
typedef struct
{
  char *name;          /* "delegations/EG", "received/EG" */
  char *verdict;       /* received: of its signature, as it was noted; NULL: it is a branch here */
  char *owner;         /* code of the delegation whose it is; NULL: the facilitator's */
  TwfRevision *newest; /* who, when, what */
  guint n_ahead;       /* revisions that the desk's does not contain; 0: it brings nothing new */
} TwfDeskBranch;

void twf_desk_branch_free (TwfDeskBranch *self);
void twf_desk_list_branches_async (TwfDesk *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *twf_desk_list_branches_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfDeskBranch, the desk's own left out */
/* What branches bring to the revision that the plan stands on; then, decided, one revision. */
void twf_desk_prepare_merge_async (TwfDesk *self,
                                   const char *const *branches,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
TwfPlanMerge *twf_desk_prepare_merge_finish (TwfDesk *self,
                                             GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *const *twf_desk_merge_list_known (TwfPlanMerge *merge); /* were merged before */
void twf_desk_merge_async (TwfDesk *self,
                           TwfPlanMerge *merge,
                           const char *message,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
char *twf_desk_merge_finish (TwfDesk *self,
                             GAsyncResult *result,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT; /* revision id */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfDeskBranch, twf_desk_branch_free)

G_END_DECLS
