/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-account.h"
#include "twf-desk.h"
#include "twf-export-account.h"

G_BEGIN_DECLS

/* Everything that differs between two revisions, the second made from the first, with who did it
 * and whether they answer for it. */
void twf_desk_account_async (TwfDesk *self,
                             const char *former,
                             const char *latter,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
TwfAccount *twf_desk_account_finish (TwfDesk *self,
                                     GAsyncResult *result,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes the certificate. @language as twf_export_account(); @key: a file with a private key of
 * OpenSSH, or NULL: it is not signed. The signature lies beside it, with ".sig" behind its name. */
void twf_desk_export_account_async (TwfDesk *self,
                                    TwfAccount *account,
                                    TwfExportKind kind,
                                    const char *language,
                                    const char *path,
                                    const char *key,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean twf_desk_export_account_finish (TwfDesk *self, GAsyncResult *result, GError **error);
/* The same for the record alone. */
void twf_desk_write_record_async (TwfDesk *self,
                                  TwfAccount *account,
                                  const char *path,
                                  const char *key,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

G_END_DECLS
