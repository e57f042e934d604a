/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-public-key.h"

#include "twf-admit.h"

#include <string.h>

/* Longer than an RSA key of 16384 bits. */
#define LONGEST_BLOB 4096
/* Bytes behind its type: a key of RSA with less than 2048 bits proves nothing any more. */
#define LEAST_RSA 268

static const char *const types[] = { "ssh-ed25519",
                                     "sk-ssh-ed25519@openssh.com",
                                     "ecdsa-sha2-nistp256",
                                     "ecdsa-sha2-nistp384",
                                     "ecdsa-sha2-nistp521",
                                     "sk-ecdsa-sha2-nistp256@openssh.com",
                                     "ssh-rsa",
                                     NULL };

/**
 * twf_public_key_free:
 * @self: (transfer full) (nullable): a key
 */
void
twf_public_key_free (TwfPublicKey *self)
{
  if (self == NULL)
    return;
  g_free (self->type);
  g_free (self->blob);
  g_free (self);
}

/**
 * twf_public_key_copy:
 * @self: a key
 *
 * Returns: (transfer full): the same
 */
TwfPublicKey *
twf_public_key_copy (const TwfPublicKey *self)
{
  TwfPublicKey *copy = g_memdup2 (self, sizeof *self);

  copy->type = g_strdup (self->type);
  copy->blob = g_strdup (self->blob);
  return copy;
}

/**
 * twf_key_moment_parse:
 * @value: what may be a moment
 * @moment: (out): seconds since 1970
 *
 * Returns: whether @value is a moment of a key
 */
gboolean
twf_key_moment_parse (const char *value, gint64 *moment)
{
  gsize length = strlen (value);
  g_autofree char *full = NULL;
  g_autoptr (GDateTime) parsed = NULL;
  g_autofree char *again = NULL;

  if (length == strlen ("2026-01-01"))
    full = g_strconcat (value, "T00:00:00Z", NULL);
  else if (length == strlen ("2026-01-01T00:00Z") && value[length - 1] == 'Z')
    full = g_strdup_printf ("%.*s:00Z", (int)length - 1, value);
  parsed = full != NULL ? g_date_time_new_from_iso8601 (full, NULL) : NULL;
  again = parsed != NULL ? g_date_time_format (parsed, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  if (g_strcmp0 (again, full) != 0 || again == NULL || g_date_time_to_unix (parsed) <= 0)
    return FALSE;
  *moment = g_date_time_to_unix (parsed);
  return TRUE;
}

/**
 * twf_key_moment_dup:
 * @moment: seconds since 1970
 *
 * Returns: (transfer full): the one spelling of it, to the minute
 */
char *
twf_key_moment_dup (gint64 moment)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (moment);

  return when != NULL ? g_date_time_format (when, "%Y-%m-%dT%H:%MZ") : g_strdup ("");
}

/* A key says inside of what type it is, and has something behind that. */
static gboolean
blob_is_of_type (const guchar *bytes, gsize size, const char *type)
{
  gsize length = strlen (type);
  gsize inside;

  if (size < 4 + length)
    return FALSE;
  inside = (gsize)bytes[0] << 24 | (gsize)bytes[1] << 16 | (gsize)bytes[2] << 8 | bytes[3];
  if (inside != length || memcmp (bytes + 4, type, length) != 0)
    return FALSE;
  size -= 4 + length;
  if (g_str_equal (type, "ssh-ed25519"))
    return size == 4 + 32;
  return size >= (g_str_equal (type, "ssh-rsa") ? LEAST_RSA : 32);
}

static gboolean
check_blob (const char *type, const char *blob)
{
  g_autofree guchar *bytes = NULL;
  g_autofree char *again = NULL;
  gsize size = 0;

  if (!g_strv_contains (types, type) || strlen (blob) > LONGEST_BLOB)
    return FALSE;
  bytes = g_base64_decode (blob, &size);
  again = g_base64_encode (bytes, size);
  /* One key, one spelling: what decodes to the same bytes is written in one way alone. */
  return g_str_equal (again, blob) && blob_is_of_type (bytes, size, type);
}

static gboolean
take_moment (const char *word, const char *name, gint64 *moment)
{
  gsize length = strlen (name);

  return g_str_has_prefix (word, name) && word[length] == '='
         && strlen (word + length + 1) == strlen ("2026-01-01T00:00Z")
         && twf_key_moment_parse (word + length + 1, moment);
}

/**
 * twf_public_key_parse:
 * @line: a line of the register
 * @error: return location
 *
 * Returns: (transfer full): the key
 * Errors: TWF_ERROR_INVALID if it is not written as twf_public_key_dup_line() writes one
 */
TwfPublicKey *
twf_public_key_parse (const char *line, GError **error)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (TwfPublicKey) self = g_new0 (TwfPublicKey, 1);
  guint n = g_strv_length (words);
  gboolean good = n >= 2 && check_blob (words[0], words[1]);
  guint at = 2;

  if (good)
    {
      self->type = g_strdup (words[0]);
      self->blob = g_strdup (words[1]);
      at += at < n && take_moment (words[at], "from", &self->from);
      at += at < n && take_moment (words[at], "until", &self->until);
      at += at < n && take_moment (words[at], "revoked", &self->revoked);
    }
  if (good && at == n && (self->until == 0 || self->from < self->until))
    return g_steal_pointer (&self);
  twf_refuse (error, TWF_ERROR_INVALID, "“%.40s…” is not a public key", line);
  return NULL;
}

/**
 * twf_public_key_parse_file:
 * @text: what a file with a public key holds, as OpenSSH writes it: type, key and a comment
 * @error: return location
 *
 * Returns: (transfer full): the key, which holds from the beginning
 * Errors: TWF_ERROR_INVALID if it is none, or holds several
 */
TwfPublicKey *
twf_public_key_parse_file (const char *text, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (GStrv) words = g_strsplit (stripped, " ", 3);
  g_autoptr (TwfPublicKey) self = NULL;

  if (strpbrk (stripped, "\r\n") != NULL || g_strv_length (words) < 2
      || !check_blob (words[0], words[1]))
    {
      twf_refuse (error, TWF_ERROR_INVALID, "not a public key that can be used");
      return NULL;
    }
  self = g_new0 (TwfPublicKey, 1);
  self->type = g_strdup (words[0]);
  self->blob = g_strdup (words[1]);
  return g_steal_pointer (&self);
}

/**
 * twf_public_key_is_same:
 * @self: a key
 * @other: another
 *
 * Returns: whether both are one key, whenever they hold
 */
gboolean
twf_public_key_is_same (const TwfPublicKey *self, const TwfPublicKey *other)
{
  return g_str_equal (self->type, other->type) && g_str_equal (self->blob, other->blob);
}

/**
 * twf_public_key_dup_bytes:
 * @self: a key
 *
 * Returns: (transfer full): the key's bytes, as OpenSSH hands them about
 */
GBytes *
twf_public_key_dup_bytes (const TwfPublicKey *self)
{
  gsize size = 0;
  guchar *bytes = g_base64_decode (self->blob, &size);

  return g_bytes_new_take (bytes, size);
}

/**
 * twf_public_key_dup_line:
 * @self: a key
 *
 * Returns: (transfer full): its line of the register
 */
char *
twf_public_key_dup_line (const TwfPublicKey *self)
{
  const struct
  {
    const char *name;
    gint64 moment;
  } moments[] = { { "from", self->from }, { "until", self->until }, { "revoked", self->revoked } };
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append_printf (line, "%s %s", self->type, self->blob);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    if (moments[i].moment != 0)
      {
        g_autofree char *moment = twf_key_moment_dup (moments[i].moment);

        g_string_append_printf (line, " %s=%s", moments[i].name, moment);
      }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * twf_public_key_dup_fingerprint:
 * @self: a key
 *
 * Returns: (transfer full): its fingerprint as OpenSSH prints it, "SHA256:..."
 */
char *
twf_public_key_dup_fingerprint (const TwfPublicKey *self)
{
  g_autoptr (GBytes) bytes = twf_public_key_dup_bytes (self);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *encoded = NULL;
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  g_checksum_update (sum, data, (gssize)size);
  g_checksum_get_digest (sum, digest, &length);
  encoded = g_base64_encode (digest, length);
  encoded[strcspn (encoded, "=")] = '\0';
  return g_strconcat ("SHA256:", encoded, NULL);
}
