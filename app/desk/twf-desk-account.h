/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-account.h"
#include "twf-desk.h"

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

G_END_DECLS
