/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-clearance.h"
#include "twf-desk.h"
#include "twf-export-since.h"

G_BEGIN_DECLS

/* That the capital of the desk's identity cleared a revision. */
void twf_desk_record_clearance_async (TwfDesk *self,
                                      const char *revision,
                                      const char *note,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
TwfClearance *twf_desk_record_clearance_finish (TwfDesk *self,
                                                GAsyncResult *result,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_list_clearances_async (TwfDesk *self,
                                     const char *delegation,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *twf_desk_list_clearances_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfClearance, the first recorded first */

/* What changed in meaning since. @base NULL: since the last clearance of the desk's identity. */
void twf_desk_since_async (TwfDesk *self,
                           const char *base,
                           const char *side,
                           const char *language,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
TwfSince *twf_desk_since_finish (TwfDesk *self,
                                 GAsyncResult *result,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_export_since_async (TwfDesk *self,
                                  TwfSince *since,
                                  TwfExportKind kind,
                                  const char *language,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean twf_desk_export_since_finish (TwfDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
