/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-marks.h"

#include "twf-digits.h"
#include "twf-numbering.h"

#include <string.h>

/* The letters that list items are counted by, in the order in which each language counts. */
static const char *const alphabets[] = {
  "abcdefghijklmnopqrstuvwxyz",
  "أبجدهوزحطيكلمنسعفصقرشت",
  "абвгдежзиклмнопрстуфхцчшщэюя",
  "一二三四五六七八九十",
};

/* Signs that open a list item: bullet, triangle, squares and circles, middle dot; the dashes only
 * with white space behind them. U+F0B7 is the bullet of a symbol font. */
static gboolean
is_bullet (gunichar sign)
{
  return sign == 0x2022 || sign == 0x2023 || sign == 0x25aa || sign == 0x25ab || sign == 0x25cf
         || sign == 0x25cb || sign == 0x25a0 || sign == 0x25e6 || sign == 0xb7 || sign == 0xf0b7;
}

static gboolean
is_dash (gunichar sign)
{
  return sign == '-' || sign == '*' || sign == 0x2013 || sign == 0x2014;
}

static const char *
skip_spaces (const char *at)
{
  while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static guint
find_ordinal (gunichar letter)
{
  /* The end of a text is found in every alphabet, at its end. */
  if (letter == 0)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    {
      const char *found = g_utf8_strchr (alphabets[i], -1, letter);

      if (found != NULL)
        return 1 + (guint)g_utf8_pointer_to_offset (alphabets[i], found);
    }
  return 0;
}

/* Steps over the counter itself: digits with points between them, one letter, or a small Roman
 * number. */
static const char *
skip_counter (const char *at)
{
  guint taken = 0;
  const char *start = at;

  while (g_unichar_isdigit (g_utf8_get_char (at)) && taken++ < 4)
    {
      at = g_utf8_next_char (at);
      if (*at == '.' && g_unichar_isdigit (g_utf8_get_char (at + 1)) && taken < 12)
        at++;
    }
  if (at > start)
    return at;
  at += strspn (at, "ivxIVX");
  if (at > start && at - start <= 6)
    return at;
  if (find_ordinal (g_unichar_tolower (g_utf8_get_char (start))) > 0)
    {
      at = g_utf8_next_char (start);
      /* A lone heh stands with a tatweel. */
      return g_utf8_get_char (at) == 0x640 ? g_utf8_next_char (at) : at;
    }
  return NULL;
}

static gboolean
is_closed_here (const char *at)
{
  return *at == '\0' || g_unichar_isspace (g_utf8_get_char (at));
}

/* Whether what stands at @at ends a counter: `)`, `.`, or a dash as Arabic has it. Gives the place
 * behind it. */
static const char *
skip_closing (const char *at, gboolean opened)
{
  const char *dash = skip_spaces (at);
  gunichar sign = g_utf8_get_char (at);

  if (sign == ')' || sign == 0xff09)
    return g_utf8_next_char (at);
  if (opened)
    return NULL;
  if (sign == 0x3001 || sign == 0xff0e)
    return g_utf8_next_char (at);
  if (sign == '.' && is_closed_here (at + 1))
    return at + 1;
  if (is_dash (g_utf8_get_char (dash)) && *dash != '*')
    {
      const char *behind = g_utf8_next_char (dash);

      return is_closed_here (behind) ? behind : NULL;
    }
  return NULL;
}

static gboolean
find_number (const char *text, const char *start, TwfMark *mark)
{
  gboolean opened = *start == '(' || g_utf8_get_char (start) == 0xff08;
  const char *counter = opened ? g_utf8_next_char (start) : start;
  const char *end = skip_counter (counter);
  gboolean letter = end != NULL && !g_unichar_isdigit (g_utf8_get_char (counter));

  if (end == NULL)
    return FALSE;
  /* An initial, "A. Name", is no number, and neither is the year in "2010 - review". */
  if (letter && !opened && *end == '.' && end[1] == ' ' && g_unichar_isupper (*counter)
      && strchr ("IVX", *counter) == NULL)
    return FALSE;
  if (!letter)
    end += twf_number_skip_inserted (end);
  end = skip_closing (end, opened);
  if (end == NULL || (gsize)(end - start) >= sizeof mark->number)
    return FALSE;
  mark->bullet = FALSE;
  memcpy (mark->number, start, (gsize)(end - start));
  mark->number[end - start] = '\0';
  mark->length = (gsize)(skip_spaces (end) - text);
  return TRUE;
}

/**
 * twf_mark_find:
 * @text: a paragraph
 * @mark: (out caller-allocates): what it begins with
 *
 * Finds the bullet or number that a paragraph begins with, as the six languages print them: `1.`,
 * `1 -`, `(a)`, `a)`, `(iv)`, `1.2`, `3 bis.`, and digits and letters of their scripts.
 *
 * Returns: whether there is one
 */
gboolean
twf_mark_find (const char *text, TwfMark *mark)
{
  const char *start = skip_spaces (text);
  gunichar first = g_utf8_get_char (start);

  if (*start == '\0')
    return FALSE;
  if (is_bullet (first)
      || (is_dash (first) && g_unichar_isspace (g_utf8_get_char (g_utf8_next_char (start)))))
    {
      mark->bullet = TRUE;
      mark->number[0] = '\0';
      mark->length = (gsize)(skip_spaces (g_utf8_next_char (start)) - text);
      return TRUE;
    }
  return find_number (text, start, mark);
}

/**
 * twf_number_dup_plain:
 * @number: a number as printed
 *
 * Returns: (transfer full): what it counts: `7` for `7.`, `7 -` and `٧ -`; `#2` for the second
 *   letter of any alphabet, `(b)`, `b)`, `(ب)`; other numbers without their brackets
 */
char *
twf_number_dup_plain (const char *number)
{
  g_autofree char *ascii = twf_digits_to_ascii (number);
  GString *plain = g_string_new (NULL);
  gunichar only;

  for (const char *at = ascii; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      if (g_unichar_isalnum (sign) && sign != 0x640)
        g_string_append_unichar (plain, g_unichar_tolower (sign));
      else if (sign == '.' && g_ascii_isdigit (at[1]))
        g_string_append_c (plain, '.');
    }
  only = g_utf8_get_char (plain->str);
  if (g_utf8_strlen (plain->str, -1) == 1 && find_ordinal (only) > 0)
    g_string_printf (plain, "#%u", find_ordinal (only));
  return g_string_free (plain, FALSE);
}

/**
 * twf_number_equal:
 * @one: a number as printed
 * @other: another
 *
 * Returns: whether both count the same, whatever the language's brackets, digits and letters
 */
gboolean
twf_number_equal (const char *one, const char *other)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (strcmp (one, other) == 0)
    return TRUE;
  first = twf_number_dup_plain (one);
  second = twf_number_dup_plain (other);
  return strcmp (first, second) == 0;
}

/**
 * twf_mark_get_level:
 * @mark: a number
 * @number_before: (nullable): the number of the paragraph before
 *
 * Returns: how deep such a number stands in documents of the United Nations: `1.` 0, `(a)` and
 *   `1.1` 1, `(i)` and `1.1.1` 2
 */
guint
twf_mark_get_level (const TwfMark *mark, const char *number_before)
{
  g_autofree char *plain = NULL;
  g_autofree char *before = NULL;
  guint points = 0;

  if (mark->bullet)
    return 0;
  plain = twf_number_dup_plain (mark->number);
  if (g_ascii_isdigit (plain[0]))
    {
      for (const char *at = plain; *at != '\0'; at++)
        points += *at == '.';
      return points;
    }
  before = twf_number_dup_plain (number_before != NULL ? number_before : "");
  /* An (i) is the ninth letter only behind an (h); a lone (v) or (x) behind (u) or (w). */
  if (strcmp (plain, "#9") == 0 && strcmp (before, "#8") != 0)
    return 2;
  if (plain[0] != '#' && plain[strspn (plain, "ivx")] == '\0')
    return g_ascii_isupper (mark->number[0]) ? 0 : 2;
  if (strcmp (plain, "#22") == 0 && strcmp (before, "#21") != 0)
    return 2;
  return 1;
}
