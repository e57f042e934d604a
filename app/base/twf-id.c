/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-base"

#include "config.h"

#include "twf-id.h"

#include <string.h>
#include <sys/random.h>

/* 32 signs, so that five bits make one; no sign of it can be taken for another in print. */
static const char alphabet[] = "abcdefghijkmnpqrstuvwxyz23456789";

static char *
spell (const guint8 bytes[TWF_ID_LENGTH])
{
  char id[TWF_ID_LENGTH + 1];

  for (guint i = 0; i < TWF_ID_LENGTH; i++)
    id[i] = alphabet[bytes[i] & 31];
  /* A name that is all digits would read as a number in other tools. */
  id[0] = alphabet[bytes[0] % 24];
  id[TWF_ID_LENGTH] = '\0';
  return g_strdup (id);
}

/**
 * twf_id_new:
 *
 * Makes the identity of a new provision, proposal or remark: %TWF_ID_LENGTH lower-case ASCII
 * letters and digits, the first a letter, from the system's random source (60 bits: two
 * delegations that never meet do not make the same one).
 *
 * Returns: (transfer full): a new id
 */
char *
twf_id_new (void)
{
  guint8 bytes[TWF_ID_LENGTH];

  if (getrandom (bytes, sizeof bytes, 0) != (gssize)sizeof bytes)
    for (guint i = 0; i < TWF_ID_LENGTH; i++)
      bytes[i] = (guint8)g_random_int_range (0, 256);
  return spell (bytes);
}

/**
 * twf_id_from_content:
 * @content: what the id stands for
 *
 * Makes an id that is the same wherever the same content is met, so that the order in which
 * things arrive does not matter.
 *
 * Returns: (transfer full): an id
 */
char *
twf_id_from_content (const char *content)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *)content, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return spell (digest);
}

/**
 * twf_id_is_valid:
 * @id: (nullable): what may be an id
 *
 * Returns: whether @id is one that this application could have made
 */
gboolean
twf_id_is_valid (const char *id)
{
  if (id == NULL || strlen (id) != TWF_ID_LENGTH || !g_ascii_islower (id[0]))
    return FALSE;
  return strspn (id, alphabet) == TWF_ID_LENGTH;
}
