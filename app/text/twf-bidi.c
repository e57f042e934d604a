/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-bidi.h"

#include <string.h>
#include <unicode/uchar.h>

/* What a character does to direction, as u_charDirection() names it. */
static UCharDirection
class_of (const char *at)
{
  return u_charDirection ((UChar32)g_utf8_get_char (at));
}

static gboolean
is_initiator (UCharDirection class)
{
  return class == U_LEFT_TO_RIGHT_ISOLATE || class == U_RIGHT_TO_LEFT_ISOLATE
         || class == U_FIRST_STRONG_ISOLATE;
}

/* The first strong character of the first paragraph. */
static TwfDirection
first_strong (const char *text, gboolean skip_isolates)
{
  guint depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      UCharDirection class = class_of (at);

      if (class == U_BLOCK_SEPARATOR)
        break;
      if (skip_isolates && is_initiator (class))
        depth++;
      else if (class == U_POP_DIRECTIONAL_ISOLATE && depth > 0)
        depth--;
      if (depth > 0)
        continue;
      if (class == U_LEFT_TO_RIGHT)
        return TWF_DIRECTION_LTR;
      if (class == U_RIGHT_TO_LEFT || class == U_RIGHT_TO_LEFT_ARABIC)
        return TWF_DIRECTION_RTL;
    }
  return TWF_DIRECTION_NEUTRAL;
}

/**
 * twf_text_get_base_direction:
 * @text: a text
 *
 * Returns: the base direction of the first paragraph of @text: that of its first strong character
 *   outside isolates (Unicode Standard Annex 9, rules P2 and P3)
 */
TwfDirection
twf_text_get_base_direction (const char *text)
{
  return first_strong (text, TRUE);
}

/**
 * twf_text_get_view_mark:
 * @text: a paragraph
 * @language: the language of the field that it is in
 *
 * A text view takes a paragraph's direction from its first strong character, inside isolates too,
 * and nothing but a character can tell it otherwise. This is the mark that a view puts before the
 * paragraph so that it is set in the direction of its language. It is never stored.
 *
 * Returns: (transfer none): U+200F or U+200E, or an empty string where none is needed
 */
const char *
twf_text_get_view_mark (const char *text, const char *language)
{
  TwfDirection wanted = twf_language_get_direction (language);

  if (text[0] == '\0' || first_strong (text, FALSE) == wanted)
    return "";
  return wanted == TWF_DIRECTION_RTL ? TWF_RLM : TWF_LRM;
}

/* Copies one paragraph between marks, leaving out the isolates in it that have no partner: a
 * lone one would reach out of the value, or close what the value does not own. */
static void
append_isolated (GString *result, const char *value, const char *end)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gsize));

  g_string_append (result, TWF_FSI);
  for (const char *at = value; at < end; at = g_utf8_next_char (at))
    {
      UCharDirection class = class_of (at);

      if (class == U_POP_DIRECTIONAL_ISOLATE && open->len == 0)
        continue;
      if (class == U_POP_DIRECTIONAL_ISOLATE)
        g_array_set_size (open, open->len - 1);
      else if (is_initiator (class))
        g_array_append_val (open, result->len);
      g_string_append_len (result, at, g_utf8_next_char (at) - at);
    }
  for (guint i = open->len; i > 0; i--)
    g_string_erase (result, (gssize)g_array_index (open, gsize, i - 1), 3);
  g_string_append (result, TWF_PDI);
}

/**
 * twf_text_isolate:
 * @value: what is put into a sentence: a name, a symbol, a date
 *
 * Shuts @value off from the order of the text around it, each paragraph of it by itself, since
 * an isolate does not outlive its paragraph.
 *
 * Returns: (transfer full): @value between U+2068 and U+2069; empty if @value is
 */
char *
twf_text_isolate (const char *value)
{
  g_autoptr (GString) result = g_string_sized_new (strlen (value) + 6);
  const char *start = value;

  while (*start != '\0')
    {
      const char *end = start;

      while (*end != '\0' && class_of (end) != U_BLOCK_SEPARATOR)
        end = g_utf8_next_char (end);
      if (end > start)
        append_isolated (result, start, end);
      start = end;
      if (*end == '\0')
        break;
      start = g_utf8_next_char (end);
      g_string_append_len (result, end, start - end);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * twf_text_dup_marked:
 * @text: a text of the plan, of one paragraph, that a label shows
 * @language: the language that it is in
 *
 * Returns: (transfer full): @text with the mark before it, if it needs one, that lets it run as
 *   @language does (see twf_text_get_view_mark())
 */
char *
twf_text_dup_marked (const char *text, const char *language)
{
  return g_strconcat (twf_text_get_view_mark (text, language), text, NULL);
}

/**
 * twf_text_isolate_in:
 * @text: a text of the plan, of one paragraph, that is put into a line
 * @language: (nullable): the language that it is in; %NULL: what its first letter says
 *
 * As twf_text_isolate(), but that @text runs as @language does, whatever its first letter is: an
 * Arabic text that begins with the symbol of a document is read from the right nevertheless.
 *
 * Returns: (transfer full): @text between U+2068 and U+2069; empty if @text is
 */
char *
twf_text_isolate_in (const char *text, const char *language)
{
  g_autofree char *marked = language != NULL ? twf_text_dup_marked (text, language) : NULL;

  return twf_text_isolate (marked != NULL ? marked : text);
}

/**
 * twf_text_strip_isolates:
 * @text: a text
 *
 * Returns: (transfer full): @text without U+2066 to U+2069
 */
char *
twf_text_strip_isolates (const char *text)
{
  g_autoptr (GString) result = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character < 0x2066 || character > 0x2069)
        g_string_append_len (result, at, g_utf8_next_char (at) - at);
    }
  return g_string_free (g_steal_pointer (&result), FALSE);
}

/**
 * twf_text_isolates_balance:
 * @text: a text
 *
 * Returns: whether every isolate in @text is closed in its paragraph and nothing else is
 */
gboolean
twf_text_isolates_balance (const char *text)
{
  guint depth = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      UCharDirection class = class_of (at);

      if (is_initiator (class))
        depth++;
      else if (class == U_POP_DIRECTIONAL_ISOLATE && depth-- == 0)
        return FALSE;
      else if (class == U_BLOCK_SEPARATOR && depth > 0)
        return FALSE;
    }
  return depth == 0;
}
