/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-receive.h"
#include "twf-remote.h"

G_BEGIN_DECLS

/* What became of one's own branch. */
typedef enum
{
  TWF_SYNC_SAME,      /* it stands there as it stands here */
  TWF_SYNC_SENT,      /* it went forward there */
  TWF_SYNC_FORWARDED, /* it went forward here: another copy of ours had gone on */
  TWF_SYNC_AHEAD,     /* it is ahead there, and was not taken over */
  TWF_SYNC_APART,     /* each side has what the other has not */
  TWF_SYNC_NONE,      /* there is none here yet, nor there */
  TWF_SYNC_REFUSED    /* the server did not take it; see @refusal */
} TwfSyncOwn;

/* How it ended. Immutable; may cross threads. */
typedef struct
{
  GPtrArray *receipts; /* of TwfReceipt: what became of what is new there */
  TwfSyncOwn own;
  char *own_branch;
  char *own_tip;    /* where it stands there; nullable */
  guint n_issued;   /* documents whose symbols were sent */
  GError *refusal;  /* nullable */
  gboolean differs; /* what was issued under a symbol there is not what was issued here */
} TwfSynced;

/* Who synchronises, and how. */
typedef struct
{
  const char *code; /* of the delegation acting; NULL: the facilitator */
  const TwfReceiveOptions
      *receiving;    /* who receives; @code and the last three fields are ours to fill */
  gboolean take_own; /* one's own branch goes forward also where nobody signed for it */
} TwfSyncOptions;

TwfSynced *twf_sync (TwfRepository *plan,
                     const TwfRemote *remote,
                     const TwfSyncOptions *options,
                     GCancellable *cancellable,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_synced_free (TwfSynced *self);
gboolean twf_synced_needs_person (const TwfSynced *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSynced, twf_synced_free)

G_END_DECLS
