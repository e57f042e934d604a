/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-arabic.h"

#include "twf-utf16.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#define TATWEEL 0x640
#define HEH 0x647

/**
 * twf_arabic_is_letter:
 * @character: a character
 *
 * Returns: whether @character is a letter of the Arabic script; tatweel is not
 */
gboolean
twf_arabic_is_letter (gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;

  if (character < 0x600 || !u_isalpha ((UChar32)character) || character == TATWEEL)
    return FALSE;
  if (u_charType ((UChar32)character) == U_NON_SPACING_MARK)
    return FALSE;
  return uscript_getScript ((UChar32)character, &status) == USCRIPT_ARABIC;
}

/**
 * twf_arabic_is_mark:
 * @character: a character
 *
 * Returns: whether @character is a vowel or other mark written over or under Arabic letters
 */
gboolean
twf_arabic_is_mark (gunichar character)
{
  if (u_charType ((UChar32)character) != U_NON_SPACING_MARK)
    return FALSE;
  return (character >= 0x610 && character <= 0x61a) || (character >= 0x64b && character <= 0x65f)
         || character == 0x670 || (character >= 0x6d6 && character <= 0x6ed)
         || (character >= 0x898 && character <= 0x8ff);
}

/* Whether the tatweel at @at keeps a lone heh in its initial form: the sign of the Hijri era, which
 * without it would read as a digit five. */
static gboolean
holds_lone_heh (const char *text, const char *at)
{
  const char *heh = at > text ? g_utf8_prev_char (at) : NULL;
  const char *after = at;

  if (heh == NULL || g_utf8_get_char (heh) != HEH)
    return FALSE;
  if (heh > text && u_isalpha ((UChar32)g_utf8_get_char (g_utf8_prev_char (heh))))
    return FALSE;
  while (g_utf8_get_char (after) == TATWEEL)
    after = g_utf8_next_char (after);
  return !u_isalpha ((UChar32)g_utf8_get_char (after));
}

/**
 * twf_arabic_strip_tatweel:
 * @text: a text
 *
 * Returns: (transfer full): @text without U+0640, which only fills lines, except the one that a
 *   lone heh stands with
 */
char *
twf_arabic_strip_tatweel (const char *text)
{
  GString *result = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) != TATWEEL || holds_lone_heh (text, at))
      g_string_append_len (result, at, g_utf8_next_char (at) - at);
  return g_string_free (result, FALSE);
}

static gboolean
is_presentation_form (gunichar character)
{
  return (character >= 0xfb50 && character <= 0xfdff && u_isdefined ((UChar32)character))
         || (character >= 0xfe70 && character <= 0xfefc && u_isdefined ((UChar32)character));
}

/**
 * twf_arabic_fold_presentation_forms:
 * @text: a text, as it may come out of a PDF
 *
 * Folds the Arabic presentation forms (U+FB50-FDFF, U+FE70-FEFC) into the letters that they stand
 * for by NFKC, and nothing else: NFKC on a whole text would take superscripts and symbols along.
 *
 * Returns: (transfer full): the text in ordinary letters
 */
char *
twf_arabic_fold_presentation_forms (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance (&status);
  GString *result = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      UChar32 character = (UChar32)g_utf8_get_char (at);
      UChar plain[32];
      gint32 length = 0;

      status = U_ZERO_ERROR;
      if (is_presentation_form ((gunichar)character))
        length = unorm2_getDecomposition (nfkc, character, plain, 32, &status);
      if (length > 0 && U_SUCCESS (status))
        {
          g_autofree char *letters = twf_utf16_to_utf8 (plain, length);

          g_string_append (result, letters);
        }
      else
        g_string_append_len (result, at, g_utf8_next_char (at) - at);
    }
  return g_string_free (result, FALSE);
}

/* The letter that stands for @letter and its variants in matching; 0 to leave it out. */
static gunichar
fold_letter (gunichar letter)
{
  switch (letter)
    {
    case 0x622: /* alef with madda, hamza above, hamza below; wasla; wavy hamza */
    case 0x623:
    case 0x625:
    case 0x671:
    case 0x672:
    case 0x673:
      return 0x627;
    case 0x624: /* waw with hamza */
      return 0x648;
    case 0x626: /* yeh with hamza, alef maqsura, Farsi yeh, e, yeh barree */
    case 0x649:
    case 0x6cc:
    case 0x6d0:
    case 0x6d2:
      return 0x64a;
    case 0x6a9: /* keheh, swash kaf */
    case 0x6aa:
      return 0x643;
    case 0x629: /* teh marbuta, heh doachashmee, heh goal, teh marbuta goal, ae */
    case 0x6be:
    case 0x6c1:
    case 0x6c3:
    case 0x6d5:
      return HEH;
    case TATWEEL:
      return 0;
    default:
      return twf_arabic_is_mark (letter) ? 0 : letter;
    }
}

/**
 * twf_arabic_fold_letters:
 * @text: a text
 *
 * Folds for matching what Arabic is written with loosely: the seats of hamza and forms of alef,
 * yeh and alef maqsura, the kaf and yeh of Persian keyboards, teh marbuta and heh; drops marks and
 * tatweel.
 *
 * Returns: (transfer full): the folded text; for comparing, never for showing or storing
 */
char *
twf_arabic_fold_letters (const char *text)
{
  GString *result = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter >= 0x600)
        letter = fold_letter (letter);
      if (letter != 0)
        g_string_append_unichar (result, letter);
    }
  return g_string_free (result, FALSE);
}
