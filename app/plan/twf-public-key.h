/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A public key of OpenSSH in the plan's register, and when it holds: "ssh-ed25519 AAAA...
 * from=2026-01-01T00:00Z until=2027-01-01T00:00Z revoked=2026-06-01T00:00Z", in that order, the
 * moments only where there are any. Immutable; may cross threads. */
typedef struct
{
  char *type;     /* "ssh-ed25519" */
  char *blob;     /* base64, as OpenSSH writes it */
  gint64 from;    /* seconds since 1970; 0: it holds from the beginning */
  gint64 until;   /* from then on no more; 0: it holds until further notice */
  gint64 revoked; /* since when; 0: it is not */
} TwfPublicKey;

TwfPublicKey *
twf_public_key_parse (const char *line, GError **error) G_GNUC_WARN_UNUSED_RESULT; /* as stored */
TwfPublicKey *
twf_public_key_parse_file (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT; /* a .pub */
TwfPublicKey *twf_public_key_copy (const TwfPublicKey *self) G_GNUC_WARN_UNUSED_RESULT;
void twf_public_key_free (TwfPublicKey *self);

gboolean twf_public_key_is_same (const TwfPublicKey *self, const TwfPublicKey *other);
GBytes *twf_public_key_dup_bytes (const TwfPublicKey *self) G_GNUC_WARN_UNUSED_RESULT;
char *twf_public_key_dup_line (const TwfPublicKey *self) G_GNUC_WARN_UNUSED_RESULT;
char *twf_public_key_dup_fingerprint (const TwfPublicKey *self) G_GNUC_WARN_UNUSED_RESULT;

/* "2026-01-01T00:00Z" or a day, which begins at midnight, UTC. */
gboolean twf_key_moment_parse (const char *value, gint64 *moment);
char *twf_key_moment_dup (gint64 moment) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwfPublicKey, twf_public_key_free)

G_END_DECLS
