/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-fold.h"

#include "twf-arabic.h"
#include "twf-utf16.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

static char *
apply (const UNormalizer2 *normalizer, const char *text)
{
  g_autoptr (TwfUtf16) units = twf_utf16_new (text, -1);
  g_autofree UChar *result = NULL;
  UErrorCode status = U_ZERO_ERROR;
  gint32 length;

  length = unorm2_normalize (normalizer, units->units, units->length, NULL, 0, &status);
  if (length == 0)
    return g_strdup ("");
  status = U_ZERO_ERROR;
  result = g_new (UChar, length);
  unorm2_normalize (normalizer, units->units, units->length, result, length, &status);
  return U_SUCCESS (status) ? twf_utf16_to_utf8 (result, length) : g_strdup (text);
}

/**
 * twf_fold:
 * @text: a text
 *
 * Folds what a reader does not tell apart when looking for a name: case, accents and vowel marks,
 * compatibility forms, digits of any script, invisible characters and the variants of Arabic
 * letters (Unicode Standard, section 5.18; Unicode Standard Annex 15 for the forms).
 *
 * Returns: (transfer full): the folded text, with its spaces and punctuation
 */
char *
twf_fold (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *caseless = apply (unorm2_getNFKCCasefoldInstance (&status), text);
  g_autofree char *apart = apply (unorm2_getNFDInstance (&status), caseless);
  g_autofree char *letters = NULL;
  GString *result = g_string_sized_new (strlen (apart));

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (u_charType ((UChar32)character) == U_DECIMAL_DIGIT_NUMBER)
        g_string_append_c (result, (char)('0' + u_charDigitValue ((UChar32)character)));
      else if (u_charType ((UChar32)character) != U_NON_SPACING_MARK)
        g_string_append_unichar (result, character);
    }
  letters = g_string_free (result, FALSE);
  return twf_arabic_fold_letters (letters);
}

/**
 * twf_fold_key:
 * @text: a name
 *
 * Returns: (transfer full): the letters and digits of twf_fold(@text) alone, so that neither
 *   spaces lost in a PDF nor brackets and dashes matter
 */
char *
twf_fold_key (const char *text)
{
  char *folded = twf_fold (text);
  char *to = folded;

  for (const char *at = folded; *at != '\0';)
    {
      const char *next = g_utf8_next_char (at);

      if (u_isalnum ((UChar32)g_utf8_get_char (at)))
        {
          memmove (to, at, (gsize)(next - at));
          to += next - at;
        }
      at = next;
    }
  *to = '\0';
  return folded;
}
