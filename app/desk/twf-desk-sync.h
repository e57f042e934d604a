/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-asking.h"
#include "twf-desk.h"
#include "twf-places.h"
#include "twf-sync.h"

G_BEGIN_DECLS

/* Fields may be left empty. What is pointed to is borrowed until the work is done. */
typedef struct
{
  const char *server; /* NULL: the one that is remembered */
  TwfAsking *asking;  /* NULL: nobody can be asked */
  gboolean take_own;  /* as in TwfSyncOptions */
  guint patience;     /* seconds of silence; 0: thirty */
} TwfDeskSync;

/* Fetches what the others have put on the server, and sends what is one's own. */
void twf_desk_sync_async (TwfDesk *self,
                          const TwfDeskSync *how,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
TwfSynced *twf_desk_sync_finish (TwfDesk *self,
                                 GAsyncResult *result,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where the plan is shared, as it is remembered for who acts here; NULL: nowhere. */
void twf_desk_find_server_async (TwfDesk *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
TwfPlace *twf_desk_find_server_finish (TwfDesk *self,
                                       GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_keep_server_async (TwfDesk *self,
                                 const char *server,
                                 gboolean automatic,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean twf_desk_keep_server_finish (TwfDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
