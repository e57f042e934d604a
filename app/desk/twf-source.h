/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-contribution.h"
#include "twf-revision.h"

G_BEGIN_DECLS

/* What a merge takes from: a branch, or a revision. Immutable, may cross threads. */
typedef struct
{
  char *name;     /* "delegations/EG", or as it was asked for */
  char *owner;    /* code of the delegation whose it is; NULL: the facilitator's */
  char *tip;      /* full id */
  char *base;     /* full id: what it is compared with; NULL: @known */
  gboolean known; /* the branch that is merged into contains it already */
} TwfSource;

void twf_source_free (TwfSource *self);
TwfSource *twf_source_find (TwfRepository *repository,
                            const char *asked,
                            const char *branch,
                            const char *revision,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *twf_source_dup_label (TwfSource *self) G_GNUC_WARN_UNUSED_RESULT;
TwfContribution *twf_source_read (TwfSource *self,
                                  TwfRepository *repository,
                                  TwfPlan *plan,
                                  GHashTable *changed,
                                  GPtrArray *contributed,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

char *twf_branch_dup_owner (const char *name, TwfRevision *newest) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSource, twf_source_free)

G_END_DECLS
