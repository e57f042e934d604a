/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* A hash of bytes for a table in memory: eight at a time, multiplied, and stirred so that the low
 * bits, which choose the slot, depend on all of them. Not the same on every machine. */
static inline guint32
twf_hash_bytes (const char *bytes, gsize length)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15); /* 2^64 by the golden ratio */
  guint64 hash = length;
  guint64 word;

  for (; length >= sizeof word; length -= sizeof word, bytes += sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      hash = (hash ^ word) * factor;
      hash ^= hash >> 32;
    }
  for (word = 0; length > 0; length--)
    word = word << 8 | (guchar)*bytes++;
  hash = (hash ^ word) * factor;
  return (guint32)(hash >> 32);
}

G_END_DECLS
