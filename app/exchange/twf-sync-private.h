/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-sync.h"

G_BEGIN_DECLS

/* One synchronisation under way; all but @self borrowed. */
typedef struct
{
  TwfRepository *plan;
  const TwfRemote *remote;
  const TwfSyncOptions *options;
  TwfQuarantine *quarantine; /* what was fetched */
  TwfRepository *there;      /* the same, with what the plan has beneath it */
  GPtrArray *fetched;        /* of TwfBranch */
  TwfSynced *self;
} TwfSyncing;

/* Hands what was fetched to the way in, and notes what became of each branch. */
gboolean twf_sync_receive (TwfSyncing *syncing, GCancellable *cancellable, GError **error);
/* Whether what stands on the server as one's own branch may become it here. */
gboolean twf_sync_may_take_own (TwfSyncing *syncing, const char *tip);
/* Sends what was issued. */
gboolean twf_sync_issued (TwfSyncing *syncing, GCancellable *cancellable, GError **error);

G_END_DECLS
