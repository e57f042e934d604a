/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-spelling"

#include "config.h"

#include "twf-spelling-word.h"

#include "twf-arabic.h"

#include <string.h>

#define TATWEEL 0x640u
#define ZERO_WIDTH_NON_JOINER 0x200cu /* Persian spells with it */

/**
 * twf_spelling_is_ignorable:
 * @character: a character
 *
 * Returns: whether @character is none that a dictionary should be asked about: it steers how a word
 *   is shown, or it is written into Arabic at will
 */
gboolean
twf_spelling_is_ignorable (gunichar character)
{
  if (character == TATWEEL || twf_arabic_is_mark (character))
    return TRUE;
  return character != ZERO_WIDTH_NON_JOINER
         && (g_unichar_type (character) == G_UNICODE_FORMAT || g_unichar_iszerowidth (character))
         && !g_unichar_ismark (character);
}

/**
 * twf_spelling_dup_asked:
 * @word: the beginning of a word in a text
 * @length: its bytes
 *
 * Returns: (transfer full): the word as dictionaries have it
 */
char *
twf_spelling_dup_asked (const char *word, gsize length)
{
  GString *asked = g_string_sized_new (length);

  for (const char *at = word; at < word + length; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == 0x2019 || character == 0x2bc)
        g_string_append_c (asked, '\'');
      else if (character == 0x2010 || character == 0x2011)
        g_string_append_c (asked, '-');
      else if (!twf_spelling_is_ignorable (character))
        g_string_append_unichar (asked, character);
    }
  return g_string_free (asked, FALSE);
}

/**
 * twf_spelling_dup_key:
 * @asked: a word as twf_spelling_dup_asked() gives it
 *
 * Returns: (transfer full): what is the same for all ways of writing @asked, capitals or not
 */
char *
twf_spelling_dup_key (const char *asked)
{
  g_autofree char *folded = g_utf8_casefold (asked, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/**
 * twf_spelling_wants:
 * @asked: a word as twf_spelling_dup_asked() gives it
 * @script: the script of the language
 *
 * Returns: whether a dictionary is to be asked about @asked: it has several letters, all of
 * @script, no digit, no full stop, and is no acronym
 */
gboolean
twf_spelling_wants (const char *asked, GUnicodeScript script)
{
  guint letters = 0, capitals = 0;

  for (const char *at = asked; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isdigit (character) || strchr (".@_:&", (int)MIN (character, 0x7f)) != NULL)
        return FALSE;
      if (!g_unichar_isalpha (character))
        continue;
      if (g_unichar_get_script (character) != script)
        return FALSE;
      letters++;
      capitals += g_unichar_isupper (character);
    }
  return letters > 1 && capitals < 2;
}

/**
 * twf_spelling_is_written_in_words:
 * @script: a script
 *
 * Returns: whether languages that are written in it have words with letters and spaces between
 */
gboolean
twf_spelling_is_written_in_words (GUnicodeScript script)
{
  switch (script)
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_TIBETAN:
      return FALSE;
    default:
      return TRUE;
    }
}
