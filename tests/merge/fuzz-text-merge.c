/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Any three texts, one after the other with a byte 0 between them. Merged, each side must be had
 * again where the other did nothing, in either order, and a split must make up the whole. */
#include "twf-text-merge.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static char *
take_text (const guint8 *data, gsize size, gsize *at)
{
  const guint8 *end = memchr (data + *at, 0, size - *at);
  gsize length = (end != NULL ? (gsize)(end - data) : size) - *at;
  char *text = g_utf8_make_valid ((const char *)data + *at, (gssize)length);

  *at = MIN (size, *at + length + 1);
  return text;
}

static void
assert_merged (const char *base, const char *one, const char *other, const char *expected)
{
  const char *const sides[] = { one, other };
  g_autoptr (GPtrArray) pieces = twf_merge_texts (base, sides, 2, NULL);
  g_autofree char *text = twf_pieces_dup_text (pieces, 0);

  g_assert_true (twf_pieces_are_decided (pieces));
  g_assert_cmpstr (text, ==, expected);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  gsize at = 0;
  g_autofree char *base = take_text (data, size, &at);
  g_autofree char *one = take_text (data, size, &at);
  g_autofree char *other = take_text (data, size, &at);
  const char *const sides[] = { one, other };
  const char *const turned[] = { other, one };
  g_autoptr (GPtrArray) pieces = twf_merge_texts (base, sides, 2, NULL);
  g_autoptr (GPtrArray) again = twf_merge_texts (base, turned, 2, NULL);
  g_autoptr (GPtrArray) parts = twf_text_split (base, one, NULL);
  g_autofree char *carried = twf_text_carry (one, base, other, NULL, NULL);

  assert_merged (base, one, one, one);
  assert_merged (base, one, base, one);
  g_assert_cmpuint (pieces->len, ==, again->len);
  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *text = twf_pieces_dup_text (pieces, side);
      g_autofree char *same = twf_pieces_dup_text (again, 1 - side);

      g_assert_cmpstr (text, ==, same);
    }
  g_assert_nonnull (carried);
  g_assert_true (parts->len > 0 || g_str_equal (base, one));
  return 0;
}
