/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-document"

#include "config.h"

#include "twf-metadata.h"

#include "twf-arabic.h"
#include "twf-date.h"
#include "twf-digits.h"
#include "twf-normal.h"

#include <string.h>

/* A line of metadata is short; what is longer is prose, and numbers in it mean other things. */
#define MOST_METADATA_BYTES 1200

/* The text cut into runs of digits, runs of letters and single signs, so that what display order
 * has glued together comes apart again. */
static GPtrArray *
cut (const char *text)
{
  g_autofree char *stripped = twf_arabic_strip_tatweel (text);
  g_autofree char *ascii = twf_digits_to_ascii (stripped);
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  const char *at = ascii;

  while (*at != '\0')
    {
      const char *start = at;
      gunichar first = g_utf8_get_char (at);
      gboolean digit = g_unichar_isdigit (first);

      at = g_utf8_next_char (at);
      if (!g_unichar_isalnum (first))
        continue;
      while (
          *at != '\0' && g_unichar_isdigit (g_utf8_get_char (at)) == digit
          && (g_unichar_isalnum (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at))))
        at = g_utf8_next_char (at);
      g_ptr_array_add (pieces, g_strndup (start, (gsize)(at - start)));
    }
  return pieces;
}

static gboolean
parse_with_month (int day, int year, const char *month, const char *language, GDate *date)
{
  g_autofree char *european = g_strdup_printf ("%d %s %d", day, month, year);
  g_autofree char *spanish = g_strdup_printf ("%d de %s de %d", day, month, year);

  return twf_date_parse (european, language, date) || twf_date_parse (spanish, language, date);
}

static char *
find_chinese_date (const char *text)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL;
  g_autofree char *month = NULL;
  g_autofree char *day = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  year = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  day = g_match_info_fetch (match, 3);
  if (!g_date_valid_dmy ((GDateDay)atoi (day), (GDateMonth)atoi (month), (GDateYear)atoi (year)))
    return NULL;
  return g_strdup_printf ("%s-%02d-%02d", year, atoi (month), atoi (day));
}

/**
 * twf_metadata_find_date:
 * @text: a line that says a date among other things, perhaps with its runs in display order
 * @language: its language
 *
 * Reads the one date of a line from its parts wherever they stand: a year of four digits, a day of
 * one or two, and the name of a month.
 *
 * Returns: (transfer full) (nullable): the day as ISO 8601, or %NULL
 */
char *
twf_metadata_find_date (const char *text, const char *language)
{
  g_autoptr (GPtrArray) pieces = NULL;
  int year = 0, day = 0;

  if (strlen (text) > MOST_METADATA_BYTES)
    return NULL;
  if (strstr (text, "月") != NULL)
    return find_chinese_date (text);
  pieces = cut (text);
  for (guint i = 0; i < pieces->len; i++)
    {
      const char *piece = pieces->pdata[i];
      int value = g_ascii_isdigit (piece[0]) && strlen (piece) <= 4 ? atoi (piece) : 0;

      if (value >= 1945 && value <= 2100 && year == 0)
        year = value;
      else if (value >= 1 && value <= 31 && strlen (piece) <= 2 && day == 0)
        day = value;
    }
  for (guint i = 0; i < pieces->len && year != 0 && day != 0; i++)
    {
      GDate date;

      g_date_clear (&date, 1);
      if (g_ascii_isdigit (((char *)pieces->pdata[i])[0]))
        continue;
      if (parse_with_month (day, year, pieces->pdata[i], language, &date))
        return g_strdup_printf ("%04u-%02u-%02u",
                                (guint)g_date_get_year (&date),
                                (guint)g_date_get_month (&date),
                                (guint)g_date_get_day (&date));
    }
  return NULL;
}

/* Ordinals that sessions are counted by, folded as twf_arabic_fold_letters() does; the place in
 * a list is the value, in tens in the second. */
static const char *const arabic_units[] = { "",        "الاولى",  "الثانيه", "الثالثه", "الرابعه",
                                            "الخامسه", "السادسه", "السابعه", "الثامنه", "التاسعه" };
static const char *const arabic_tens[] = { "",        "العاشره", "العشرون", "الثلاثون", "الاربعون",
                                           "الخمسون", "الستون",  "السبعون", "الثمانون", "التسعون" };
static const char *const english_units[]
    = { "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth" };
static const char *const english_tens[]
    = { "", "tenth", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet" };

static int
find_arabic_ordinal (const char *text)
{
  g_autofree char *folded = twf_arabic_fold_letters (text);
  int value = 0;

  for (int i = 1; i < 10; i++)
    {
      g_autofree char *unit = twf_arabic_fold_letters (arabic_units[i]);
      g_autofree char *ten = twf_arabic_fold_letters (arabic_tens[i]);

      if (strstr (folded, unit) != NULL)
        value += i;
      if (strstr (folded, ten) != NULL)
        value += 10 * i;
    }
  return value;
}

static int
find_english_ordinal (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (small, " -\t", -1);
  int value = 0;

  for (guint w = 0; words[w] != NULL; w++)
    for (int i = 1; i < 10; i++)
      {
        if (strcmp (words[w], english_units[i]) == 0)
          value += i;
        else if (i > 1 && g_str_has_prefix (words[w], english_tens[i])
                 && (g_str_has_suffix (words[w], "ty") || g_str_has_suffix (words[w], "tieth")))
          value += 10 * i;
      }
  return value;
}

/**
 * twf_metadata_find_session:
 * @text: a short line
 *
 * Returns: (transfer full) (nullable): the number of the session that @text names in figures or,
 *   in Arabic and English, in words; %NULL if it names none
 */
char *
twf_metadata_find_session (const char *text)
{
  static const char *const words[]
      = { "الدورة", "session", "Session", "sesiones", "сессия", "届会议" };
  g_autofree char *plain = twf_arabic_strip_tatweel (text);
  g_autoptr (GPtrArray) pieces = NULL;
  gboolean named = FALSE;
  int value = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    named |= strstr (plain, words[i]) != NULL;
  if (!named || g_utf8_strlen (plain, -1) > 60)
    return NULL;
  pieces = cut (plain);
  for (guint i = 0; i < pieces->len && value == 0; i++)
    value = g_ascii_isdigit (((char *)pieces->pdata[i])[0]) ? atoi (pieces->pdata[i]) : 0;
  if (value == 0)
    value = strstr (plain, words[0]) != NULL ? find_arabic_ordinal (plain)
                                             : find_english_ordinal (plain);
  return value > 0 && value < 1000 ? g_strdup_printf ("%d", value) : NULL;
}

/**
 * twf_metadata_find_agenda_item:
 * @text: a short line
 *
 * Returns: (transfer full) (nullable): the number of the agenda item that @text names, or %NULL
 */
char *
twf_metadata_find_agenda_item (const char *text)
{
  static const char *const words[] = { "جدول الأعمال", "genda item",   "ordre du jour",
                                       "del programa", "повестки дня", "议程项目" };
  g_autofree char *stripped = twf_arabic_strip_tatweel (text);
  g_autofree char *plain = twf_text_collapse_spaces (stripped);
  g_autoptr (GPtrArray) pieces = NULL;
  gboolean named = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    named |= strstr (plain, words[i]) != NULL;
  if (!named || g_utf8_strlen (plain, -1) > 60)
    return NULL;
  pieces = cut (plain);
  for (guint i = 0; i < pieces->len; i++)
    if (g_ascii_isdigit (((char *)pieces->pdata[i])[0]))
      return g_strdup (pieces->pdata[i]);
  return NULL;
}

/**
 * twf_metadata_find_symbol:
 * @text: a short line
 *
 * Returns: (transfer full) (nullable): the document symbol that @text consists of, such as
 *   `A/64/L.64`, or %NULL
 */
char *
twf_metadata_find_symbol (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (
      "^\\s*((?:A|S|E|ST|CTOC|HRC|TD|UNEP)(?:/[A-Za-z0-9.*-]+){1,6})\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return NULL;
  return g_match_info_fetch (match, 1);
}
