/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-asking.h"
#include "twf-location.h"
#include "twf-receive.h"

G_BEGIN_DECLS

/* How far joining is; negative: not known. On the main thread. */
typedef void (*TwfJoinProgressFunc) (double fraction, gpointer user_data);

/* Fields but the first may be left empty. What is pointed to is borrowed until the work is done. */
typedef struct
{
  const char *from;  /* an invitation's file, "-": standard input; or where the plan is shared: an
                        address or a folder */
  const char *code;  /* of the delegation that joins */
  TwfAsking *asking; /* NULL: nobody can be asked for a password */
  guint patience;    /* seconds of silence; 0: thirty */
  TwfJoinProgressFunc progress;
  gpointer progress_data;
} TwfDeskJoin;

/* A new plan, to be opened then. Needs no desk. */
void twf_desk_join_with_async (const char *folder,
                               const TwfDeskJoin *how,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void twf_desk_join_async (const char *folder,
                          const char *from,
                          const char *code,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
GPtrArray *
twf_desk_join_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of
                                                                                TwfReceipt */

G_END_DECLS
