/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-text"

#include "config.h"

#include "twf-date.h"

#include "twf-fold.h"
#include "twf-utf16.h"

#include <string.h>
#include <unicode/udat.h>

enum
{
  MONTHS = 12,
  MOST_MONTH = 64,
};

/* Words that stand in a date and say nothing. */
static const char *const fillers[]
    = { "of", "the", "st", "nd", "rd",   "th", "de",  "del", "d",  "le",
        "er", "e",   "o",  "el", "года", "г",  "عام", "سنه", "من", NULL };

/* The name of a month in a date, in a locale of ICU. */
static char *
dup_month (int month, const char *locale)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *gregorian = g_strconcat (locale, "@calendar=gregorian", NULL);
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_NONE, gregorian, NULL, 0, NULL, 0, &status);
  UChar name[MOST_MONTH];
  gint32 length = udat_getSymbols (format, UDAT_MONTHS, month - 1, name, MOST_MONTH, &status);

  udat_close (format);
  if (U_FAILURE (status))
    return g_strdup_printf ("%d", month);
  return twf_utf16_to_utf8 (name, length);
}

/* Opening a format of ICU is slow; the names are few and never change. */
static const char *
get_month (int month, const char *locale)
{
  static GMutex mutex;
  static GHashTable *names;
  g_autofree char *key = g_strdup_printf ("%s %d", locale, month);
  char *name;

  g_mutex_lock (&mutex);
  if (names == NULL)
    names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  name = g_hash_table_lookup (names, key);
  if (name == NULL)
    {
      name = dup_month (month, locale);
      g_hash_table_insert (names, g_steal_pointer (&key), name);
    }
  g_mutex_unlock (&mutex);
  return name;
}

static gboolean
is_language (const char *tag, const char *language)
{
  gsize length = strlen (language);

  return strncmp (tag, language, length) == 0 && (tag[length] == '\0' || tag[length] == '-');
}

static char *
format_day (int day, int month, int year, const char *language)
{
  if (is_language (language, "ar")) /* both names, as the United Nations write them */
    return g_strdup_printf (
        "%d %s/%s %d", day, get_month (month, "ar_SY"), get_month (month, "ar_EG"), year);
  if (is_language (language, "zh"))
    return g_strdup_printf ("%d年%d月%d日", year, month, day);
  if (is_language (language, "fr"))
    return g_strdup_printf ("%d%s %s %d", day, day == 1 ? "er" : "", get_month (month, "fr"), year);
  if (is_language (language, "es"))
    return g_strdup_printf ("%d de %s de %d", day, get_month (month, "es"), year);
  if (is_language (language, "ru"))
    return g_strdup_printf ("%d %s %d года", day, get_month (month, "ru"), year);
  return g_strdup_printf ("%d %s %d", day, get_month (month, language), year);
}

/**
 * twf_date_format:
 * @date: a valid date
 * @language: the language to write it in
 *
 * Writes a date as the documents of the United Nations do, always in the Gregorian calendar and
 * with the digits 0 to 9 (see twf_digits_from_ascii()). Not isolated: the caller knows where it
 * goes (see twf_text_isolate()).
 *
 * Returns: (transfer full): the date
 */
char *
twf_date_format (const GDate *date, const char *language)
{
  return format_day (
      g_date_get_day (date), (int)g_date_get_month (date), g_date_get_year (date), language);
}

/**
 * twf_date_format_moment:
 * @moment: a moment, shown in the time zone that it has
 * @language: the language to write it in
 *
 * Returns: (transfer full): the date as twf_date_format() writes it, and the time of day
 */
char *
twf_date_format_moment (GDateTime *moment, const char *language)
{
  int hour = g_date_time_get_hour (moment);
  int minute = g_date_time_get_minute (moment);
  g_autofree char *day = format_day (g_date_time_get_day_of_month (moment),
                                     g_date_time_get_month (moment),
                                     g_date_time_get_year (moment),
                                     language);

  if (is_language (language, "ar"))
    return g_strdup_printf ("%s، %02d:%02d", day, hour, minute);
  if (is_language (language, "zh"))
    return g_strdup_printf ("%s %02d:%02d", day, hour, minute);
  if (is_language (language, "fr"))
    return g_strdup_printf ("%s à %d h %02d", day, hour, minute);
  return g_strdup_printf ("%s, %02d:%02d", day, hour, minute);
}

static gboolean
set_date (GDate *date, guint64 day, guint64 month, guint64 year)
{
  if (year < 1 || year > 9999 || month > MONTHS || day > 31
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

/* ISO 8601: a date, or a date with a time, of which the date is taken as it stands. */
static gboolean
parse_iso (const char *text, GDate *date)
{
  static const char form[] = "dddd-dd-dd";

  for (guint i = 0; i < sizeof form - 1; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
      return FALSE;
  if (text[10] != '\0')
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autofree char *upper = g_ascii_strup (text, -1); /* folding made the T small */
      g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (upper, utc);

      if (moment == NULL)
        return FALSE;
    }
  return set_date (date,
                   g_ascii_strtoull (text + 8, NULL, 10),
                   g_ascii_strtoull (text + 5, NULL, 10),
                   g_ascii_strtoull (text, NULL, 10));
}

/* A date taken apart: its numbers in order, and its other words, each after a space. */
typedef struct
{
  guint64 numbers[3];
  guint n_numbers;
  GString *words;
} Parts;

static gboolean
take_apart (const char *text, Parts *parts)
{
  const char *at = text;

  while (*at != '\0')
    {
      gunichar character = g_utf8_get_char (at);

      if (g_ascii_isdigit (*at))
        {
          char *end;
          guint64 number = g_ascii_strtoull (at, &end, 10);

          if (parts->n_numbers == G_N_ELEMENTS (parts->numbers) || end - at > 4)
            return FALSE;
          parts->numbers[parts->n_numbers++] = number;
          at = end;
        }
      else if (g_unichar_isalpha (character))
        {
          const char *end = at;
          g_autofree char *word = NULL;

          while (g_unichar_isalpha (g_utf8_get_char (end)))
            end = g_utf8_next_char (end);
          word = g_strndup (at, (gsize)(end - at));
          if (!g_strv_contains (fillers, word))
            g_string_append_printf (parts->words, " %s", word);
          at = end;
        }
      else
        {
          /* Anything but what parts words in a date is no date. */
          if (!g_unichar_isspace (character) && strchr (".,/", *at) == NULL && character != 0x60c)
            return FALSE;
          at = g_utf8_next_char (at);
        }
    }
  return TRUE;
}

/* The words of a month's name as take_apart() leaves them. */
static char *
dup_words (const char *name)
{
  g_autofree char *folded = twf_fold (name);

  return g_strconcat (" ", folded, NULL);
}

static int
find_month (const char *words, const char *language)
{
  gboolean arabic = is_language (language, "ar");

  for (int month = 1; month <= MONTHS; month++)
    {
      g_autofree char *one = dup_words (get_month (month, arabic ? "ar_SY" : language));
      g_autofree char *other = dup_words (get_month (month, arabic ? "ar_EG" : language));
      g_autofree char *both = g_strconcat (one, other, NULL);
      g_autofree char *turned = g_strconcat (other, one, NULL);

      if (strcmp (words, one) == 0 || strcmp (words, other) == 0)
        return month;
      if (arabic && (strcmp (words, both) == 0 || strcmp (words, turned) == 0))
        return month;
    }
  return 0;
}

static gboolean
parse_named (const Parts *parts, const char *language, GDate *date)
{
  guint64 day = parts->numbers[0];
  guint64 year = parts->numbers[1];
  int month;

  if (parts->n_numbers != 2)
    return FALSE;
  month = find_month (parts->words->str, language);
  if (month == 0)
    return FALSE;
  if (day > 31)
    {
      day = parts->numbers[1];
      year = parts->numbers[0];
    }
  return year > 31 && set_date (date, day, (guint64)month, year);
}

/**
 * twf_date_parse:
 * @text: what may be a date and nothing else
 * @language: (nullable): the language that it is likely in
 * @date: (out caller-allocates): the date
 *
 * Reads a date as twf_date_format() writes it in any of the six languages of the United Nations,
 * in digits of any script, with tatweel, with either or both of the Arabic names of the month; and
 * ISO 8601. Numbers alone are not read: nobody can tell the month from the day.
 *
 * Returns: whether @text is a date; @date is untouched if not
 */
gboolean
twf_date_parse (const char *text, const char *language, GDate *date)
{
  static const char *const languages[] = { "ar", "en", "fr", "es", "ru" };
  g_autofree char *folded = g_strstrip (twf_fold (text));
  g_autoptr (GString) words = g_string_new (NULL);
  Parts parts = { .words = words };

  if (parse_iso (folded, date))
    return TRUE;
  if (!take_apart (folded, &parts))
    return FALSE;
  if (parts.n_numbers == 3)
    return strcmp (words->str, " 年 月 日") == 0
           && set_date (date, parts.numbers[2], parts.numbers[1], parts.numbers[0]);
  if (language != NULL && parse_named (&parts, language, date))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (parse_named (&parts, languages[i], date))
      return TRUE;
  return FALSE;
}

/**
 * twf_date_parse_moment:
 * @text: what may be a moment: "2010-07-19 17:00", with a T or a space, perhaps with seconds and a
 *   zone ("Z", "+02:00"); digits of any script
 * @when: (out): seconds since 1970; untouched if it is none
 *
 * Without a zone it is the time of the place where the program runs.
 *
 * Returns: whether @text is a moment since 1970
 */
gboolean
twf_date_parse_moment (const char *text, gint64 *when)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autofree char *folded = g_strstrip (twf_fold (text));
  g_autofree char *spelled = g_ascii_strup (folded, -1);
  g_autofree char *full = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (strlen (spelled) < strlen ("2010-07-19T17:00"))
    return FALSE;
  if (spelled[10] == ' ')
    spelled[10] = 'T';
  moment = g_date_time_new_from_iso8601 (spelled, here);
  if (moment == NULL)
    {
      full = g_strdup_printf ("%.16s:00%s", spelled, spelled + 16);
      moment = g_date_time_new_from_iso8601 (full, here);
    }
  if (moment == NULL || g_date_time_to_unix (moment) <= 0)
    return FALSE;
  *when = g_date_time_to_unix (moment);
  return TRUE;
}
