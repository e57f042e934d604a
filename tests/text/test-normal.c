/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-error.h"
#include "twf-normal.h"

#include <string.h>

static char *
decode (const char *bytes, gsize size, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, size);

  return twf_text_decode (content, error);
}

static void
test_decode (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *text;
  } cases[] = {
    { "", 0, "" },
    { "\xef\xbb\xbf", 3, "" },
    { "\xef\xbb\xbfplan", 7, "plan" },
    { "\330\256\330\267\330\251", 6, "خطة" },
    { "\xff\xfe", 2, "" },
    { "\xff\xfe\x2e\x06\x37\x06", 6, "خط" },
    { "\xfe\xff\x06\x2e\x06\x37", 6, "خط" },
    { "\xff\xfe\x3d\xd8\x00\xde", 6, "\360\237\230\200" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = decode (cases[i].bytes, cases[i].size, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_decode_refuses (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    const char *place;
  } cases[] = {
    { "a\0b", 3, "*NUL at byte 1, line 1*" },
    { "one\ntwo\xe9", 8, "*0xE9 at byte 7, line 2*" }, /* ISO 8859-1 */
    { "\xc7\xe1\xce\xd8\xc9", 5, "*byte 0, line 1*" }, /* windows-1256 */
    { "\xed\xa0\x80", 3, "*byte 0*" },                 /* a surrogate */
    { "\xc0\xaf", 2, "*byte 0*" },                     /* overlong */
    { "ab\xe2\x80", 4, "*byte 2*" },                   /* cut off */
    { "\xff\xfe\x2e", 3, "*byte 2*" },                 /* half a unit */
    { "\xff\xfe\x3d\xd8", 4, "*byte 2*" },             /* half a pair */
    { "\xff\xfe\x0a\x00\x3d\xd8\x41\x00", 8, "*byte 4, line 2*" },
    { "\xff\xfe\x00\x00\x41\x00\x00\x00", 8, "*NUL at byte 2*" }, /* UTF-32 */
    { "\x00\x41", 2, "*NUL at byte 0*" },                         /* UTF-16 without a mark */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (decode (cases[i].bytes, cases[i].size, &error));
      g_assert_error (error, TWF_ERROR, TWF_ERROR_ENCODING);
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].place, error->message));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_line_ends (void)
{
  g_autofree char *normal
      = twf_text_normalize ("a\r\nb\rc\342\200\250d\342\200\251e\n\r\nf", -1, NULL);
  g_autofree char *part = twf_text_normalize ("ab\rcd", 3, NULL);

  g_assert_cmpstr (normal, ==, "a\nb\nc\nd\ne\n\nf");
  g_assert_cmpstr (part, ==, "ab\n");
  g_assert_false (twf_text_is_normal ("a\r\nb", -1));
}

static void
test_composition (void)
{
  static const char *const cases[][2] = {
    { "e\314\201", "é" },
    { "\330\247\331\223", "آ" },                                /* alef, madda */
    { "\331\201\331\216\331\221", "\331\201\331\216\331\221" }, /* fatha before shadda: canonical */
    { "\331\201\331\221\331\216", "\331\201\331\216\331\221" }, /* shadda typed first */
    { "\342\204\253", "Å" },                                    /* Angstrom sign */
    { "\357\254\201", "\357\254\201" }, /* the ligature fi is no canonical matter */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = twf_text_normalize (cases[i][0], -1, NULL);

      g_assert_cmpstr (normal, ==, cases[i][1]);
      g_assert_true (twf_text_is_normal (normal, -1));
    }
}

/* GLib's own normalisation is the other implementation. */
static void
test_agrees_and_is_idempotent (void)
{
  static const gunichar ranges[][2]
      = { { 0x20, 0x17f },    { 0x300, 0x36f },   { 0x600, 0x6ff },   { 0x900, 0x9ff },
          { 0x1100, 0x11ff }, { 0x1e00, 0x1fff }, { 0xac00, 0xacff }, { 0xfb1d, 0xfbff } };

  for (guint round = 0; round < 5000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *normal = NULL;
      g_autofree char *twice = NULL;
      g_autofree char *other = NULL;

      for (gint i = g_test_rand_int_range (0, 12); i > 0; i--)
        {
          const gunichar *range = ranges[g_test_rand_int_range (0, G_N_ELEMENTS (ranges))];
          gunichar sign = (gunichar)g_test_rand_int_range ((gint)range[0], (gint)range[1] + 1);

          if (g_unichar_isdefined (sign))
            g_string_append_unichar (text, sign);
        }
      normal = twf_text_normalize (text->str, -1, NULL);
      twice = twf_text_normalize (normal, -1, NULL);
      other = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (normal, ==, other);
      g_assert_cmpstr (normal, ==, twice);
      g_assert_true (twf_text_is_normal (normal, -1));
      g_assert_cmpint (twf_text_is_normal (text->str, -1), ==, strcmp (text->str, normal) == 0);
    }
}

/* Most letters are known to be normal without asking ICU: each beside signs that others compose
 * with, and far enough from the start. */
static void
test_every_letter (void)
{
  for (gunichar sign = 0x80; sign < 0x10000; sign++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *normal = NULL;
      g_autofree char *other = NULL;

      if (!g_unichar_isdefined (sign) || g_unichar_type (sign) == G_UNICODE_SURROGATE
          || sign == 0x2028 || sign == 0x2029)
        continue;
      for (guint i = 0; i < 5; i++)
        {
          g_string_append_unichar (text,
                                   (const gunichar[]){ 'a', 0x301, 0x627, 0x1100, 0xac00 }[i]);
          g_string_append_unichar (text, sign);
        }
      normal = twf_text_normalize (text->str, -1, NULL);
      other = g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
      g_assert_cmpstr (normal, ==, other);
    }
}

/* ASCII is looked through by eights: what is none, and what no text has, is found at every place.
 */
static void
test_after_plain (void)
{
  for (gsize before = 0; before < 20; before++)
    for (gsize behind = 0; behind < 20; behind++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        gsize valid = 0;

        for (gsize i = 0; i <= before + behind; i++)
          g_string_append_c (text, i % 2 == 0 ? '~' : '\t');
        g_assert_true (twf_text_is_normal (text->str, (gssize)text->len));
        text->str[before] = '\r';
        g_assert_false (twf_text_is_normal (text->str, (gssize)text->len));
        g_assert_true (twf_text_is_utf8 (text->str, text->len, &valid));
        g_assert_cmpuint (valid, ==, text->len);
        for (guint i = 0; i < 2; i++)
          {
            text->str[before] = i == 0 ? '\0' : (char)0x80;
            g_assert_false (twf_text_is_utf8 (text->str, text->len, &valid));
            g_assert_cmpuint (valid, ==, before);
          }
      }
}

/* All that three bytes can be: what is let pass at a glance is what GLib, letter by letter, lets
 * pass. */
static void
test_every_three_bytes (void)
{
  for (guint32 bits = 0; bits < 1u << 24; bits++)
    {
      const char text[] = { (char)(bits >> 16), (char)(bits >> 8), (char)bits, '\0' };
      const char *end;
      gboolean is_valid = g_utf8_validate_len (text, 3, &end);
      gsize valid;

      if (twf_text_is_utf8 (text, 3, &valid) != is_valid || valid != (gsize)(end - text))
        g_test_fail_printf ("%06x", bits);
      if (is_valid && memchr (text, '\r', 3) == NULL && memchr (text, '\342', 3) == NULL)
        {
          g_autofree char *normal = g_utf8_normalize (text, 3, G_NORMALIZE_NFC);

          if (twf_text_is_normal (text, 3) != g_str_equal (normal, text))
            g_test_fail_printf ("%06x", bits);
        }
    }
}

static void
test_normalize_refuses (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nul = NULL;

  g_assert_null (twf_text_normalize ("a\377", -1, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_ENCODING);
  g_assert_null (twf_text_normalize ("a\0b", 3, &nul));
  g_assert_error (nul, TWF_ERROR, TWF_ERROR_ENCODING);
  g_assert_false (twf_text_is_normal ("a\377", -1));
  g_assert_false (twf_text_is_normal ("a\0b", 3));
}

static void
test_collapse (void)
{
  g_autofree char *one = twf_text_collapse_spaces ("  a \t\n\302\240\343\200\200b\342\200\251 ");
  g_autofree char *none = twf_text_collapse_spaces (" \n ");

  g_assert_cmpstr (one, ==, "a b");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/normal/decode", test_decode);
  g_test_add_func ("/text/normal/decode-refuses", test_decode_refuses);
  g_test_add_func ("/text/normal/line-ends", test_line_ends);
  g_test_add_func ("/text/normal/composition", test_composition);
  g_test_add_func ("/text/normal/agrees-and-is-idempotent", test_agrees_and_is_idempotent);
  g_test_add_func ("/text/normal/every-letter", test_every_letter);
  g_test_add_func ("/text/normal/after-plain", test_after_plain);
  g_test_add_func ("/text/normal/every-three-bytes", test_every_three_bytes);
  g_test_add_func ("/text/normal/normalize-refuses", test_normalize_refuses);
  g_test_add_func ("/text/normal/collapse", test_collapse);
  return g_test_run ();
}
