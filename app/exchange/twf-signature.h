/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-public-key.h"

G_BEGIN_DECLS

/* Signatures of OpenSSH, as git has them in its commits. All of this blocks. */
char *twf_signature_make (const char *key,
                          GBytes *payload,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfPublicKey *twf_signature_get_key (const char *signature) G_GNUC_WARN_UNUSED_RESULT;
gboolean twf_signature_verify (const char *signature,
                               GBytes *payload,
                               const TwfPublicKey *key,
                               gboolean *is_good,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
