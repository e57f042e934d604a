/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-look-alike.h"

#include "twf-hostile.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

enum
{
  LONGEST_UNIT = 3, /* "kΩm": letters of a unit of measure, where Greek among Latin is right */
};

static void
report (GArray *found, const char *text, const char *at)
{
  TwfHostile hostile = { .offset = (gsize)(at - text),
                         .character = g_utf8_get_char (at),
                         .kind = TWF_HOSTILE_LOOK_ALIKE };

  g_array_append_val (found, hostile);
}

/* The scripts that have letters alike (Unicode Technical Standard 39, restriction levels): which of
 * them a letter is of, or %USCRIPT_COMMON. */
static UScriptCode
script_of (gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script;

  if (character < 0x80)
    return g_ascii_isalpha ((char)character) ? USCRIPT_LATIN : USCRIPT_COMMON;
  script = uscript_getScript ((UChar32)character, &status);
  switch (script)
    {
    case USCRIPT_LATIN:
    case USCRIPT_CYRILLIC:
    case USCRIPT_GREEK:
    case USCRIPT_ARMENIAN:
    case USCRIPT_CHEROKEE:
    case USCRIPT_COPTIC:
      return script;
    default:
      return USCRIPT_COMMON;
    }
}

static gboolean
is_unit (const char *start, const char *end)
{
  gboolean greek = FALSE;

  if (g_utf8_strlen (start, end - start) > LONGEST_UNIT)
    return FALSE;
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == 0x3a9 || character == 0x3bc)
        greek = TRUE;
      else if (character >= 0x80)
        return FALSE;
    }
  return greek;
}

/* Reports the letters in a word that are not of the script of most of them; of the first one's
 * where there are as many of each. */
static void
find_mixed (GArray *found, const char *text, const char *start, const char *end)
{
  UScriptCode first = USCRIPT_COMMON;
  UScriptCode main_script;
  guint of_first = 0;
  guint others = 0;
  UScriptCode other = USCRIPT_COMMON;

  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      UScriptCode script = script_of (g_utf8_get_char (at));

      if (script == USCRIPT_COMMON)
        continue;
      if (first == USCRIPT_COMMON)
        first = script;
      if (script == first)
        of_first++;
      else
        {
          other = script;
          others++;
        }
    }
  if (others == 0 || is_unit (start, end))
    return;
  main_script = others > of_first ? other : first;
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    {
      UScriptCode script = script_of (g_utf8_get_char (at));

      if (script != USCRIPT_COMMON && script != main_script)
        report (found, text, at);
    }
}

/**
 * twf_look_alike_find:
 * @text: a text in UTF-8
 * @found: (element-type TwfHostile): where to add what is found
 *
 * Finds letters of another script inside a word, among the scripts whose letters look alike
 * (Unicode Technical Standard 39, section 5.1). Words of ASCII are passed over at once.
 */
void
twf_look_alike_find (const char *text, GArray *found)
{
  const char *start = NULL;
  gboolean plain = TRUE;
  const char *at = text;

  for (;; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean inside = character < 0x80
                            ? g_ascii_isalpha ((char)character)
                            : u_isalpha ((UChar32)character)
                                  || u_charType ((UChar32)character) == U_NON_SPACING_MARK;

      if (inside)
        {
          if (start == NULL)
            {
              start = at;
              plain = TRUE;
            }
          plain = plain && character < 0x80;
          continue;
        }
      if (start != NULL && !plain)
        find_mixed (found, text, start, at);
      start = NULL;
      if (character == 0)
        return;
    }
}
