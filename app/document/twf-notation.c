/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-notation-private.h"

#include <string.h>

static const char *const names[] = { "positions", "inline", "unattributed" };
static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

/**
 * twf_notation_from_name:
 * @name: positions, inline, unattributed
 * @notation: (out): the notation
 *
 * Returns: whether there is such a notation
 */
gboolean
twf_notation_from_name (const char *name, TwfNotation *notation)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      {
        *notation = (TwfNotation)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * twf_notation_get_name:
 * @notation: a notation
 *
 * Returns: what it is called in commands
 */
const char *
twf_notation_get_name (TwfNotation notation)
{
  return names[notation];
}

/**
 * twf_span_free:
 * @self: (nullable): a span
 */
void
twf_span_free (TwfSpan *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->pid);
  g_free (self);
}

/**
 * twf_spans_dup_text:
 * @spans: (element-type TwfSpan): a text as it is written
 *
 * Returns: (transfer full): all of it
 */
char *
twf_spans_dup_text (GPtrArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    g_string_append (text, ((const TwfSpan *)spans->pdata[i])->text);
  return g_string_free (text, FALSE);
}

/**
 * twf_notation_is_space:
 * @sign: a character; 0: the edge of the text
 *
 * Returns: whether @sign is a space that brackets are set apart by
 */
gboolean
twf_notation_is_space (gunichar sign)
{
  return sign == ' ' || sign == '\n';
}

static gboolean
closes (gunichar sign)
{
  GUnicodeType type = g_unichar_type (sign);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION
         || type == G_UNICODE_OTHER_PUNCTUATION;
}

static gboolean
opens (gunichar sign)
{
  GUnicodeType type = g_unichar_type (sign);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

/**
 * twf_notation_gap:
 * @before: what stands before a bracket
 * @after: what stands behind it
 * @from_before: (out): whether the last character of @before belongs into the bracket
 * @from_after: (out): whether the first character of @after does
 *
 * "a [b] c" without "b" is "a c": of two spaces around a bracket that may hold nothing one is the
 * bracket's, and of one it is that which nobody would write without the words.
 */
void
twf_notation_gap (const char *before,
                  const char *after,
                  gboolean *from_before,
                  gboolean *from_after)
{
  gsize length = strlen (before);
  gunichar last = length > 0 ? g_utf8_get_char (g_utf8_prev_char (before + length)) : 0;
  gunichar first = g_utf8_get_char (after);
  gboolean space_before = twf_notation_is_space (last);
  gboolean space_after = twf_notation_is_space (first);

  *from_after = space_after && (space_before || last == 0 || opens (last));
  *from_before = !*from_after && space_before && (first == 0 || closes (first));
}

static gboolean
stands_alone (const char *text, const char *at)
{
  return (at == text || twf_notation_is_space ((guchar)at[-1]))
         && (at[1] == '\0' || twf_notation_is_space ((guchar)at[1]));
}

/* Where in an alternative a closing bracket would be read as what is said of it. */
static const char *
find_last_group (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text && twf_notation_is_space ((guchar)end[-1]))
    end--;
  return end > text && end[-1] == ')' ? strrchr (text, '(') : NULL;
}

/**
 * twf_notation_escape:
 * @out: what is written
 * @text: words of the plan
 * @notation: how it is written
 * @inside: whether they stand in a bracket
 * @behind: whether they follow one
 *
 * Writes words so that they are not taken for a sign of the notation: with a backslash before what
 * could be. Without attribution nothing is read back, and nothing is marked.
 */
void
twf_notation_escape (GString *out,
                     const char *text,
                     TwfNotation notation,
                     gboolean inside,
                     gboolean behind)
{
  const char *group = inside ? find_last_group (text) : NULL;
  const char *first = text + strspn (text, " \n");

  if (notation == TWF_NOTATION_UNATTRIBUTED)
    {
      g_string_append (out, text);
      return;
    }
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '[' || *at == ']' || *at == '\\'
          || (inside && (*at == '/' || *at == '-') && stands_alone (text, at)) || at == group
          || (behind && at == first && *at == '('))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
}

/**
 * twf_notation_dup_link:
 * @number: from 1: what changes of one proposal have in common; 0: nothing
 *
 * Returns: (transfer full): the number in raised digits, as it stands behind an owner
 */
char *
twf_notation_dup_link (guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GString *link = g_string_new (NULL);

  for (const char *at = digits; number > 0 && *at != '\0'; at++)
    g_string_append (link, raised[*at - '0']);
  return g_string_free (link, FALSE);
}

/**
 * twf_notation_cut_link:
 * @code: an owner as it is written; its number is cut off
 *
 * Returns: the number in raised digits that stood behind it; 0: none
 */
guint
twf_notation_cut_link (char *code)
{
  guint number = 0;
  guint scale = 1;

  for (gboolean found = TRUE; found;)
    {
      found = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (raised); i++)
        if (g_str_has_suffix (code, raised[i]) && scale <= 100000)
          {
            code[strlen (code) - strlen (raised[i])] = '\0';
            number += scale * i;
            scale *= 10;
            found = TRUE;
          }
    }
  return number;
}

/**
 * twf_notation_add_code:
 * @sorted: (element-type utf8): codes in order, each once
 * @code: (transfer full): another
 *
 * Adds a code in its place, unless it is there.
 */
void
twf_notation_add_code (GPtrArray *sorted, char *code)
{
  guint at = 0;

  while (at < sorted->len && strcmp (sorted->pdata[at], code) < 0)
    at++;
  if (at < sorted->len && g_str_equal (sorted->pdata[at], code))
    g_free (code);
  else
    g_ptr_array_insert (sorted, (gint)at, code);
}
