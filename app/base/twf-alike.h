/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* With how many bytes, of at most @most, both begin. */
static inline gsize
twf_count_alike (const char *one, const char *other, gsize most)
{
  gsize at = 0;

  for (guint64 first, second; most - at >= sizeof first; at += sizeof first)
    {
      memcpy (&first, one + at, sizeof first);
      memcpy (&second, other + at, sizeof second);
      if (first != second)
        break;
    }
  while (at < most && one[at] == other[at])
    at++;
  return at;
}

/* With how many bytes, of at most @most, both end; @one and @other point behind their last. */
static inline gsize
twf_count_alike_before (const char *one, const char *other, gsize most)
{
  gsize n = 0;

  for (guint64 first, second; most - n >= sizeof first; n += sizeof first)
    {
      memcpy (&first, one - n - sizeof first, sizeof first);
      memcpy (&second, other - n - sizeof second, sizeof second);
      if (first != second)
        break;
    }
  while (n < most && one[-1 - (gssize)n] == other[-1 - (gssize)n])
    n++;
  return n;
}

G_END_DECLS
