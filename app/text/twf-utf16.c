/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-utf16.h"

#include <string.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

/* One loop of our own instead of u_strFromUTF8WithSub(): the offsets fall out of it for nothing. */
static TwfUtf16 *
convert (const char *text, gssize length, gboolean mapped)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize)length;
  TwfUtf16 *self = g_new0 (TwfUtf16, 1);
  const guint8 *source = (const guint8 *)text;
  gint32 at = 0;
  gint32 end;

  /* ICU counts in 32 bits; no text of a plan comes near. */
  end = (gint32)MIN (bytes, (gsize)G_MAXINT32 / 8);
  self->units = g_new (UChar, end + 1);
  if (mapped)
    self->offsets = g_new (guint32, end + 1);
  while (at < end)
    {
      gint32 start = at;
      gint32 before = self->length;
      UChar32 character;

      U8_NEXT_OR_FFFD (source, at, end, character);
      U16_APPEND_UNSAFE (self->units, self->length, character);
      if (mapped)
        for (gint32 i = before; i < self->length; i++)
          self->offsets[i] = (guint32)start;
    }
  self->units[self->length] = 0;
  if (mapped)
    self->offsets[self->length] = (guint32)end;
  return self;
}

/**
 * twf_utf16_new:
 * @text: a text in UTF-8; a byte that is not becomes U+FFFD
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Returns: (transfer full): the text in UTF-16, without offsets
 */
TwfUtf16 *
twf_utf16_new (const char *text, gssize length)
{
  return convert (text, length, FALSE);
}

/**
 * twf_utf16_new_mapped:
 * @text: a text in UTF-8; a byte that is not becomes U+FFFD
 * @length: its length in bytes, or -1 if it ends with a NUL
 *
 * Returns: (transfer full): the text in UTF-16, with the byte offset of each unit
 */
TwfUtf16 *
twf_utf16_new_mapped (const char *text, gssize length)
{
  return convert (text, length, TRUE);
}

/**
 * twf_utf16_free:
 * @self: (nullable): what is no longer needed
 *
 * Frees a text.
 */
void
twf_utf16_free (TwfUtf16 *self)
{
  if (self == NULL)
    return;
  g_free (self->units);
  g_free (self->offsets);
  g_free (self);
}

/**
 * twf_utf16_to_utf8:
 * @units: a text in UTF-16; a lone surrogate becomes U+FFFD
 * @length: how many units
 *
 * Returns: (transfer full): the same in UTF-8
 */
char *
twf_utf16_to_utf8 (const UChar *units, gint32 length)
{
  char *text = g_malloc ((gsize)length * 3 + 1);
  gsize size = 0;
  gint32 at = 0;

  while (at < length)
    {
      UChar32 character;

      U16_NEXT_OR_FFFD (units, at, length, character);
      U8_APPEND_UNSAFE (text, size, character);
    }
  text[size] = '\0';
  return text;
}
