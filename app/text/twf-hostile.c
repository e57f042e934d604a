/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-hostile.h"

#include "twf-error.h"
#include "twf-look-alike.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

static gboolean
is_isolate (gunichar character)
{
  return character >= 0x2066 && character <= 0x2069;
}

static gboolean
is_invisible (gunichar character)
{
  switch (character)
    {
    case 0x00ad: /* soft hyphen */
    case 0x034f: /* grapheme joiner */
    case 0x115f: /* Hangul fillers */
    case 0x1160:
    case 0x17b4: /* Khmer inherent vowels */
    case 0x17b5:
    case 0x180e: /* Mongolian vowel separator */
    case 0x200b: /* zero width space */
    case 0x2800: /* empty Braille cell */
    case 0x3164:
    case 0xfeff: /* byte order mark inside a text */
    case 0xffa0:
      return TRUE;
    default:
      return (character >= 0x2060 && character <= 0x2064)
             || (character >= 0x206a && character <= 0x206f)
             || (character >= 0xfff9 && character <= 0xfffb)
             || (character >= 0x1d173 && character <= 0x1d17a)
             || (character >= 0xe0000 && character <= 0xe007f);
    }
}

/* Scripts whose writing needs joiners: the cursive ones and those with conjuncts. */
static gboolean
needs_joiners (gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript ((UChar32)character, &status);

  if (u_getIntPropertyValue ((UChar32)character, UCHAR_JOINING_TYPE) != U_JT_NON_JOINING
      && u_isalpha ((UChar32)character))
    return TRUE;
  if (u_getIntPropertyValue ((UChar32)character, UCHAR_INDIC_SYLLABIC_CATEGORY) != U_INSC_OTHER)
    return script != USCRIPT_COMMON && script != USCRIPT_LATIN;
  /* A mark over a letter that joins. */
  return u_charType ((UChar32)character) == U_NON_SPACING_MARK
         && (script == USCRIPT_ARABIC || script == USCRIPT_INHERITED) && character >= 0x600;
}

/* Whether U+200C or U+200D at @at does nothing that anybody could want. One neighbour that joins is
 * enough: a joiner shows a letter's joined form alone, and Persian parts a Latin name from its
 * ending with a non-joiner. */
static gboolean
is_idle_joiner (const char *text, const char *at)
{
  gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
  gunichar after = g_utf8_get_char (g_utf8_next_char (at));

  if (needs_joiners (before) || needs_joiners (after))
    return FALSE;
  if (g_utf8_get_char (at) != 0x200d)
    return TRUE;
  return !u_hasBinaryProperty ((UChar32)before, UCHAR_EXTENDED_PICTOGRAPHIC) && before != 0xfe0f
         && !(before >= 0x1f3fb && before <= 0x1f3ff);
}

static gboolean
classify (const char *text, const char *at, TwfHostileKind *kind)
{
  gunichar character = g_utf8_get_char (at);
  gint8 type;

  if (character < 0x7f && (character >= 0x20 || character == '\t' || character == '\n'))
    return FALSE;
  type = u_charType ((UChar32)character);
  if (character >= 0x202a && character <= 0x202e)
    *kind = TWF_HOSTILE_OVERRIDE;
  else if (type == U_CONTROL_CHAR)
    *kind = TWF_HOSTILE_CONTROL;
  else if (is_invisible (character)
           || ((character == 0x200c || character == 0x200d) && is_idle_joiner (text, at)))
    *kind = TWF_HOSTILE_INVISIBLE;
  else if (type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE)
    *kind = TWF_HOSTILE_UNASSIGNED;
  else
    return FALSE;
  return TRUE;
}

static void
report (GArray *found, const char *text, const char *at, TwfHostileKind kind)
{
  TwfHostile hostile
      = { .offset = (gsize)(at - text), .character = g_utf8_get_char (at), .kind = kind };

  g_array_append_val (found, hostile);
}

/* Reports the isolates that are open at the end of a paragraph. */
static void
report_open (GArray *found, const char *text, GPtrArray *open)
{
  for (guint i = 0; i < open->len; i++)
    report (found, text, g_ptr_array_index (open, i), TWF_HOSTILE_ISOLATE);
  g_ptr_array_set_size (open, 0);
}

static void
find_isolates (GArray *found, const char *text)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character;

      if ((guint8)*at >= 0x20 && (guint8)*at < 0x80)
        continue;
      character = g_utf8_get_char (at);
      if (u_charDirection ((UChar32)character) == U_BLOCK_SEPARATOR)
        report_open (found, text, open);
      else if (!is_isolate (character))
        continue;
      else if (character != 0x2069)
        g_ptr_array_add (open, (gpointer)at);
      else if (open->len > 0)
        g_ptr_array_set_size (open, (gint)open->len - 1);
      else
        report (found, text, at, TWF_HOSTILE_ISOLATE);
    }
  report_open (found, text, open);
}

static gint
by_offset (gconstpointer one, gconstpointer other)
{
  const TwfHostile *a = one;
  const TwfHostile *b = other;

  return a->offset < b->offset ? -1 : a->offset > b->offset;
}

/**
 * twf_text_find_hostile:
 * @text: a text in UTF-8
 *
 * Finds what makes a text read other than it is (Unicode Technical Standards 39 and 55): each
 * character that reorders, hides, or is taken for another. Direction marks, and joiners between
 * letters that join, are the ordinary tools of writing and are not reported.
 *
 * Returns: (transfer full) (element-type TwfHostile): what was found, in the order of the text
 */
GArray *
twf_text_find_hostile (const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TwfHostile));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      TwfHostileKind kind;

      if (classify (text, at, &kind))
        report (found, text, at, kind);
    }
  find_isolates (found, text);
  twf_look_alike_find (text, found);
  g_array_sort (found, by_offset);
  return found;
}

/**
 * twf_hostile_dup_name:
 * @character: a character
 *
 * Returns: (transfer full): its code point and its name in the Unicode Standard, such as
 *   `U+202E RIGHT-TO-LEFT OVERRIDE`; its category where it has no name
 */
char *
twf_hostile_dup_name (gunichar character)
{
  UErrorCode status = U_ZERO_ERROR;
  char name[128];
  gint32 length = u_charName ((UChar32)character, U_EXTENDED_CHAR_NAME, name, sizeof name, &status);

  if (U_FAILURE (status) || length == 0)
    return g_strdup_printf ("U+%04X", character);
  if (name[0] == '<') /* "<control-0007>" */
    {
      char *dash = strrchr (name, '-');

      if (dash != NULL)
        *dash = '\0';
      return g_strdup_printf ("U+%04X %s", character, name + 1);
    }
  return g_strdup_printf ("U+%04X %s", character, name);
}

static gboolean
is_refused (TwfHostileKind kind)
{
  return kind == TWF_HOSTILE_OVERRIDE || kind == TWF_HOSTILE_ISOLATE || kind == TWF_HOSTILE_CONTROL;
}

/**
 * twf_text_check_storable:
 * @text: a text in UTF-8
 *
 * Returns: whether @text may be stored: nothing in it changes the order of what stands around it
 *   or drives a terminal
 *
 * Errors: %TWF_ERROR_INVALID if it has an override, a control, or an isolate without partner; the
 *   message names the first, with its line and column
 */
gboolean
twf_text_check_storable (const char *text, GError **error)
{
  g_autoptr (GArray) found = twf_text_find_hostile (text);

  for (guint i = 0; i < found->len; i++)
    {
      const TwfHostile *hostile = &g_array_index (found, TwfHostile, i);
      g_autofree char *name = NULL;
      const char *line = text;
      guint number = 1;

      if (!is_refused (hostile->kind))
        continue;
      for (const char *at = text; at < text + hostile->offset; at++)
        if (*at == '\n')
          {
            line = at + 1;
            number++;
          }
      name = twf_hostile_dup_name (hostile->character);
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_INVALID,
                   "%s in line %u, column %ld",
                   name,
                   number,
                   g_utf8_strlen (line, text + hostile->offset - line) + 1);
      return FALSE;
    }
  return TRUE;
}

/**
 * twf_text_make_storable:
 * @text: a text in UTF-8
 *
 * Returns: (transfer full): @text without what twf_text_check_storable() refuses; a control that
 *   stands for white space becomes a space
 */
char *
twf_text_make_storable (const char *text)
{
  g_autoptr (GArray) found = twf_text_find_hostile (text);
  GString *result = g_string_sized_new (strlen (text));
  gsize done = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const TwfHostile *hostile = &g_array_index (found, TwfHostile, i);

      if (!is_refused (hostile->kind))
        continue;
      g_string_append_len (result, text + done, (gssize)(hostile->offset - done));
      if (u_isUWhiteSpace ((UChar32)hostile->character))
        g_string_append_c (result, ' ');
      done = (gsize)(g_utf8_next_char (text + hostile->offset) - text);
    }
  g_string_append (result, text + done);
  return g_string_free (result, FALSE);
}
