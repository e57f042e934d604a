/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-quarantine.h"
#include "twf-received.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_RECEIPT_NEW,       /* noted: goes on from what came before, or nothing did */
  TWF_RECEIPT_SAME,      /* came before: nothing was done */
  TWF_RECEIPT_OLDER,     /* what came before goes on from it: nothing was done */
  TWF_RECEIPT_REWRITTEN, /* noted, beside what came before, which it does not go on from */
  TWF_RECEIPT_REFUSED,   /* something in it may not come in: nothing was done */
} TwfReceiptOutcome;

/* What became of the own copy of the rolling text when another came. */
typedef enum
{
  TWF_MAIN_STAYS,      /* as it was: there was no step for it to take */
  TWF_MAIN_FORWARDED,  /* it went forward to what came */
  TWF_MAIN_UNVERIFIED, /* as it was: what came is not verified */
  TWF_MAIN_FIRST_KEYS, /* as it was: what came brings the first keys, for which nobody vouches */
  TWF_MAIN_OLD_KEYS,   /* as it was: what came has an older register of keys */
} TwfMainStep;

/* What became of one branch that came. Immutable; may cross threads. */
typedef struct
{
  char *branch; /* "main", "delegations/EG" */
  char *code;   /* of the delegation; NULL: the rolling text */
  char *tip;    /* full id */
  TwfReceiptOutcome outcome;
  guint number;         /* under which it is noted, or was before; 0: it is not */
  gint64 when;          /* when that came first, seconds since 1970; 0: never */
  int offset_minutes;   /* from UTC */
  char *verdict;        /* of its signature by the register as it is now, as twf_verdict_get_name();
                           "unchecked": not looked at */
  char *verdict_before; /* SAME: what was noted when it came, where that was another; nullable */
  char *fingerprint;    /* of the key that signed it; nullable */
  guint n_revisions;    /* that are new here */
  char **vanished;      /* full ids of what the one before had and this has not; nullable */
  char *reason;         /* why it was refused; nullable */
  guint n_issued;       /* of an invitation: revisions of which it says under which symbol they were
                           issued */
  TwfMainStep main_step; /* of the rolling text, where a delegation receives it */
} TwfReceipt;

/* Who receives, and how. */
typedef struct
{
  const char *name; /* who receives, as a revision names its author */
  const char *email;
  gint64 when; /* seconds since 1970 */
  int offset_minutes;
  const char *code;        /* of the delegation acting; NULL: the facilitator, or nobody */
  const char *origin;      /* of a server: its name; of a file it is found out */
  gboolean each_by_itself; /* one branch that is refused does not keep the others out */
  gboolean is_invitation;  /* it brings the plan, and does not go on with it */
} TwfReceiveOptions;

/* How far it is: what is done and of how much, 0: not known. On the working thread. */
typedef void (*TwfReceiveFunc) (guint64 done, guint64 total, gpointer user_data);

void twf_receipt_free (TwfReceipt *self);
gboolean twf_receipt_needs_person (const TwfReceipt *self);
TwfReceipt *twf_receipt_copy (const TwfReceipt *self) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *twf_receive_file (TwfRepository *plan,
                             const char *path,
                             const TwfReceiveOptions *options,
                             TwfReceiveFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfReceipt */
GPtrArray *twf_receive_quarantined (TwfQuarantine *quarantine,
                                    GPtrArray *refs,
                                    const TwfReceiveOptions *options,
                                    TwfReceiveFunc progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfReceipt */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfReceipt, twf_receipt_free)

G_END_DECLS
