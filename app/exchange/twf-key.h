/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-digits.h"
#include "twf-public-key.h"

G_BEGIN_DECLS

/* A key that somebody signs with: a file of OpenSSH. All of this blocks. */
typedef struct
{
  char *path;        /* what twf_signature_make() takes */
  TwfPublicKey *key; /* its public half */
} TwfSigningKey;

void twf_signing_key_free (TwfSigningKey *self);

TwfSigningKey *twf_key_create (const char *comment,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
TwfSigningKey *twf_key_read (const char *path,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *twf_key_list_own (void) G_GNUC_WARN_UNUSED_RESULT; /* of TwfSigningKey */

/* The number by which two people compare a key by telephone. */
char *twf_key_dup_number (const TwfPublicKey *key) G_GNUC_WARN_UNUSED_RESULT; /* 60 digits */
char *twf_key_number_dup_grouped (const char *number, TwfDigits digits) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfSigningKey, twf_signing_key_free)

G_END_DECLS
