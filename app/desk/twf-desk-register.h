/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-desk.h"
#include "twf-verdict.h"

G_BEGIN_DECLS

/* The register of keys that counts: that of the rolling text as it stands here. */
void twf_desk_read_register_async (TwfDesk *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
TwfRegister *twf_desk_read_register_finish (TwfDesk *self,
                                            GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Changes it, as one revision of the rolling text: what is open and not saved is not in that, and
 * the desk takes it in like what another process saved. For the facilitator alone. */
void twf_desk_register_key_async (TwfDesk *self,
                                  const char *code,
                                  const TwfPublicKey *key,
                                  const char *message,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void twf_desk_revoke_key_async (TwfDesk *self,
                                const char *code,
                                const char *fingerprint,
                                const char *message,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean twf_desk_change_register_finish (TwfDesk *self, GAsyncResult *result, GError **error);
/* A public key that somebody sent; needs no desk. @source: its line, or the file that it is in. */
void twf_desk_read_public_key_async (const char *source,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
TwfPublicKey *
twf_desk_read_public_key_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether revisions are from who is named in them. @ids: full ids. */
void twf_desk_verify_async (TwfDesk *self,
                            const char *const *ids,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GPtrArray *
twf_desk_verify_finish (TwfDesk *self,
                        GAsyncResult *result,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of TwfVerification */

/* A delegation takes over the first keys with the rolling text that came last, knowing the
 * facilitator's key from elsewhere. */
void twf_desk_accept_key_async (TwfDesk *self,
                                const char *fingerprint,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean twf_desk_accept_key_finish (TwfDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
