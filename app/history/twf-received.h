/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-repository.h"

G_BEGIN_DECLS

/* That a branch of somebody else's came here: an annotated tag outside refs/tags, which names the
 * revision that the branch ended in. Of one branch the last is the one that holds; those before are
 * kept. Immutable; may cross threads. */
typedef struct
{
  char *code;   /* of the delegation whose branch it is; NULL: the rolling text */
  guint number; /* from 1, in the order in which they came */
  char *tip;    /* full id; NULL: @is_damaged */
  gint64 when;  /* when it came, seconds since 1970; 0: not known */
  int offset_minutes;
  char *from;        /* "delegations/EG", as the branch is called where it came from; nullable */
  char *origin;      /* "sha256:..." of a file, or a server's name; nullable */
  char *verdict;     /* one word of whoever looked at its signature; nullable: nobody did */
  char *fingerprint; /* of the key that signed it; nullable */
  char *beside; /* tip of the one before, which this one does not stand on; nullable: it does */
  gboolean is_damaged;
} TwfReceived;

void twf_received_free (TwfReceived *self);
TwfReceived *twf_received_copy (const TwfReceived *self) G_GNUC_WARN_UNUSED_RESULT;
char *twf_received_dup_name (const TwfReceived *self) G_GNUC_WARN_UNUSED_RESULT;
char *twf_received_dup_branch (const TwfReceived *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_received_holds (GPtrArray *list, guint at);

typedef enum
{
  TWF_ARRIVAL_NEW,       /* goes on from what came before, or nothing did */
  TWF_ARRIVAL_SAME,      /* came before */
  TWF_ARRIVAL_OLDER,     /* what came before goes on from it */
  TWF_ARRIVAL_REWRITTEN, /* does not go on from what came before, which is kept beside it */
} TwfArrivalKind;

/* A branch that comes, and what becomes of it. */
typedef struct
{
  TwfReceived *coming; /* as it is to be noted; @number, @beside and when are not asked for */
  TwfArrivalKind kind; /* (out) */
  TwfReceived *noted;  /* (out) the record that it got, or has from before; nullable: it is older
                          than the own rolling text */
  char **vanished;     /* (out) revisions of the one before that it has not; nullable: none */
} TwfArrival;

TwfArrival *twf_arrival_new (TwfReceived *coming) G_GNUC_WARN_UNUSED_RESULT;
void twf_arrival_free (TwfArrival *self);

gboolean twf_repository_take_in (TwfRepository *self,
                                 const char *pack,
                                 GPtrArray *arrivals,
                                 const TwfCommitInfo *info,
                                 GError **error);
GPtrArray *twf_repository_list_received (TwfRepository *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfReceived, by branch, of one the first first */
TwfReceived *twf_repository_find_received (TwfRepository *self,
                                           const char *code,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_repository_begin_main (TwfRepository *self, const char *revision, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfReceived, twf_received_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfArrival, twf_arrival_free)

G_END_DECLS
