/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-digits.h"

#include <string.h>
#include <unicode/uchar.h>

/* The value of a decimal digit of any script, or -1. */
static int
digit_value (gunichar character)
{
  return u_charType ((UChar32)character) == U_DECIMAL_DIGIT_NUMBER
             ? u_charDigitValue ((UChar32)character)
             : -1;
}

/**
 * twf_digits_to_ascii:
 * @text: a text
 *
 * Returns: (transfer full): @text with the decimal digits of every script as 0 to 9
 */
char *
twf_digits_to_ascii (const char *text)
{
  g_autoptr (GString) result = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      int value = digit_value (character);

      if (value >= 0)
        g_string_append_c (result, (char)('0' + value));
      else
        g_string_append_unichar (result, character);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * twf_digits_from_ascii:
 * @text: a text
 * @digits: the digits that the reader is shown
 *
 * Returns: (transfer full): @text with 0 to 9 as @digits; other digits stay as they were typed
 */
char *
twf_digits_from_ascii (const char *text, TwfDigits digits)
{
  g_autoptr (GString) result = NULL;

  if (digits == TWF_DIGITS_WESTERN)
    return g_strdup (text);
  result = g_string_sized_new (strlen (text));
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      g_string_append_unichar (result, 0x660 + (gunichar)(*at - '0'));
    else
      g_string_append_c (result, *at);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * twf_digits_parse:
 * @text: what may be a whole number, in digits of any script, with white space around it
 * @value: (out) (optional): its value
 *
 * Returns: whether @text is a whole number that fits; @value is untouched if not
 */
gboolean
twf_digits_parse (const char *text, gint64 *value)
{
  g_autofree char *ascii = twf_digits_to_ascii (text);
  gint64 parsed;
  char *digits = g_strstrip (ascii);
  /* U+2212 is the minus sign of typeset text. */
  gboolean minus = digits[0] == '-' || g_str_has_prefix (digits, "\342\210\222");

  if (minus)
    digits += digits[0] == '-' ? 1 : 3;
  if (!g_ascii_string_to_signed (digits, 10, G_MININT64 + 1, G_MAXINT64, &parsed, NULL)
      || !g_ascii_isdigit (digits[0]))
    return FALSE;
  if (value != NULL)
    *value = minus ? -parsed : parsed;
  return TRUE;
}
