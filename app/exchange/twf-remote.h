/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-asking.h"
#include "twf-location.h"
#include "twf-repository.h"

G_BEGIN_DECLS

typedef enum
{
  TWF_REMOTE_CONNECTING,
  TWF_REMOTE_PREPARING, /* what is to be sent is being put together, on either side */
  TWF_REMOTE_RECEIVING,
  TWF_REMOTE_SENDING,
  TWF_REMOTE_CHECKING /* what came is being put together */
} TwfRemotePhase;

/* Called on the thread that works; @fraction of the phase, negative where it is not known. */
typedef void (*TwfRemoteProgressFunc) (TwfRemotePhase phase, double fraction, gpointer user_data);

/* A place that a plan is shared at, and how it is spoken with. Fields but the first may be left
 * empty. */
typedef struct
{
  const TwfLocation *location;
  TwfAsking *asking; /* NULL: nobody can be asked for a password */
  guint patience;    /* seconds of silence until it is given up; 0: thirty */
  TwfRemoteProgressFunc progress;
  gpointer progress_data;
} TwfRemote;

/* A reference of a place, or one that is to stand there. */
typedef struct
{
  char *name;     /* "refs/heads/main" */
  char *tip;      /* full id of what it names */
  char *expected; /* of what is sent: where it stands there; NULL: it is not there yet */
} TwfRemoteRef;

void twf_remote_ref_free (TwfRemoteRef *self);
TwfRemoteRef *twf_remote_ref_new (const char *name,
                                  const char *tip,
                                  const char *expected) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_remote_list (const TwfRemote *self,
                            GCancellable *cancellable,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfRemoteRef */
gboolean twf_remote_fetch (const TwfRemote *self,
                           const char *quarantine,
                           const char *const *refspecs,
                           GPtrArray *known,
                           GCancellable *cancellable,
                           GError **error);
gboolean twf_remote_push (const TwfRemote *self,
                          TwfRepository *plan,
                          GPtrArray *refs,
                          GCancellable *cancellable,
                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfRemoteRef, twf_remote_ref_free)

G_END_DECLS
