/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-base"

#include "config.h"

#include "twf-blob-id.h"

#include <string.h>

/**
 * twf_blob_id_for_data:
 * @data: (array length=length): the bytes of a file
 * @length: their number
 *
 * Computes the name git gives to a file's content, without git: agreement, translation and
 * proposals are bound to wordings by it. Source: gitformat, "blob <size>NUL<content>" under SHA-1.
 *
 * Returns: (transfer full): %TWF_BLOB_ID_LENGTH hexadecimal digits
 */
char *
twf_blob_id_for_data (const void *data, gsize length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  char header[32];
  int header_length = g_snprintf (header, sizeof header, "blob %" G_GSIZE_FORMAT, length);

  g_checksum_update (checksum, (const guchar *)header, header_length + 1);
  g_checksum_update (checksum, data, (gssize)length);
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * twf_blob_id_is_valid:
 * @id: (nullable): what may be a blob id
 *
 * Returns: whether @id is %TWF_BLOB_ID_LENGTH lower-case hexadecimal digits
 */
gboolean
twf_blob_id_is_valid (const char *id)
{
  return id != NULL && strlen (id) == TWF_BLOB_ID_LENGTH
         && strspn (id, "0123456789abcdef") == TWF_BLOB_ID_LENGTH;
}
