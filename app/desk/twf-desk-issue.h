/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-issued.h"

G_BEGIN_DECLS

/* Gives a revision a symbol for good, and fixes the numbers of its provisions. */
void twf_desk_issue_async (TwfDesk *self,
                           const char *revision,
                           const char *symbol,
                           gint64 when,
                           const char *note,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
TwfIssued *twf_desk_issue_finish (TwfDesk *self,
                                  GAsyncResult *result,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void twf_desk_list_issued_async (TwfDesk *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *twf_desk_list_issued_finish (TwfDesk *self, GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT; /* of TwfIssued, the first issued first */

/* Who issued it, as a reader of @language knows them; NULL: not known. */
char *twf_desk_dup_issuer (TwfDesk *self,
                           const TwfIssued *issued,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
