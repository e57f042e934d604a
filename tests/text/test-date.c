/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-date.h"
#include "twf-language.h"

static const struct
{
  const char *language;
  const char *first;
  const char *other;
} written[] = {
  { "en", "1 March 2010", "24 February 2010" },
  { "fr", "1er mars 2010", "24 février 2010" },
  { "es", "1 de marzo de 2010", "24 de febrero de 2010" },
  { "ru", "1 марта 2010 года", "24 февраля 2010 года" },
  { "zh", "2010年3月1日", "2010年2月24日" },
  { "ar", "1 آذار/مارس 2010", "24 شباط/فبراير 2010" },
};

static void
test_un_style (void)
{
  g_autoptr (GDate) first = g_date_new_dmy (1, G_DATE_MARCH, 2010);
  g_autoptr (GDate) other = g_date_new_dmy (24, G_DATE_FEBRUARY, 2010);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *one = twf_date_format (first, written[i].language);
      g_autofree char *two = twf_date_format (other, written[i].language);

      g_assert_cmpstr (one, ==, written[i].first);
      g_assert_cmpstr (two, ==, written[i].other);
    }
}

static void
test_moment (void)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (2010, 2, 24, 9, 5, 0);
  g_autofree char *english = twf_date_format_moment (moment, "en");
  g_autofree char *french = twf_date_format_moment (moment, "fr");
  g_autofree char *arabic = twf_date_format_moment (moment, "ar");

  g_assert_cmpstr (english, ==, "24 February 2010, 09:05");
  g_assert_cmpstr (french, ==, "24 février 2010 à 9 h 05");
  g_assert_cmpstr (arabic, ==, "24 شباط/فبراير 2010، 09:05");
}

static void
test_round_trip_of_every_day (void)
{
  g_autoptr (GDate) day = g_date_new_dmy (1, G_DATE_JANUARY, 2008);

  for (; g_date_get_year (day) < 2012; g_date_add_days (day, 1))
    for (const char *const *tag = twf_language_list_un (); *tag != NULL; tag++)
      {
        g_autofree char *text = twf_date_format (day, *tag);
        GDate read;

        g_assert_true (twf_date_parse (text, *tag, &read));
        g_assert_cmpint (g_date_compare (day, &read), ==, 0);
        g_assert_true (twf_date_parse (text, NULL, &read));
        g_assert_cmpint (g_date_compare (day, &read), ==, 0);
      }
}

static void
test_loose_spellings (void)
{
  static const char *const same[] = {
    "٢٤ شباط/فبراير ٢٠١٠",
    "٢٤ فبرايــر / شــباط ٢٠١٠",
    "24 فبراير 2010",
    "24 شباط 2010",
    "٢٤فبرايـــر / شـــباط٢٠١٠",
    "\342\201\25024 شباط/فبراير 2010\342\201\251",
    "24 FEBRUARY 2010",
    "February 24, 2010",
    "24th of February, 2010",
    "le 24 fevrier 2010",
    "24 febrero 2010",
    "24 февраля 2010 г.",
    "２０１０年２月２４日",
    "2010 年 2 月 24 日",
    "2010-02-24",
    "٢٠١٠-٠٢-٢٤",
    "2010-02-24T23:30:00+03:00",
    "  24   February   2010  ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      GDate read;

      g_test_message ("%s", same[i]);
      g_assert_true (twf_date_parse (same[i], "ar", &read));
      g_assert_cmpint (g_date_get_day (&read), ==, 24);
      g_assert_cmpint (g_date_get_month (&read), ==, 2);
      g_assert_cmpint (g_date_get_year (&read), ==, 2010);
    }
}

static void
test_refuses (void)
{
  static const char *const none[] = {
    "",
    " ",
    "24",
    "24 2010",
    "24/02/2010",
    "30 February 2010",
    "29 February 2010",
    "31 نيسان/أبريل 2010",
    "24 شباط/مارس 2010",
    "24 February 2010 or later",
    "24 Feburary 2010",
    "2010-13-01",
    "2010-02-24T",
    "2010-02-24Tnoon",
    "2010年13月1日",
    "99999999999999999999 February 2010",
    "0 February 2010",
    "24 February 0",
    "(24 February 2010)",
    "-24 February 2010",
  };
  GDate read;

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("%s", none[i]);
      g_assert_false (twf_date_parse (none[i], "en", &read));
    }
}

/* The tests run in UTC: without a zone it is that. */
static void
test_parses_moments (void)
{
  static const struct
  {
    const char *text;
    gint64 when;
  } good[] = {
    { "2010-07-19 17:00", 1279558800 },       { " 2010-07-19T17:00 ", 1279558800 },
    { "2010-07-19T17:00:00", 1279558800 },    { "2010-07-19T17:00Z", 1279558800 },
    { "2010-07-19t17:00z", 1279558800 },      { "2010-07-19T17:00:00Z", 1279558800 },
    { "2010-07-19 17:00+02:00", 1279551600 }, { "2010-07-19T17:00:30-04:00", 1279573230 },
    { "٢٠١٠-٠٧-١٩ ١٧:٠٠", 1279558800 },
  };
  static const char *const bad[] = { "",        "2010-07-19",       "17:00",
                                     "Friday",  "2010-13-19 17:00", "2010-07-19 25:00",
                                     "2010-07", "1960-01-01 00:00", "2010-07-19 17:00 sharp" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gint64 when = 0;

      g_assert_true (twf_date_parse_moment (good[i].text, &when));
      g_assert_cmpint (when, ==, good[i].when);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gint64 when = 7;

      g_assert_false (twf_date_parse_moment (bad[i], &when));
      g_assert_cmpint (when, ==, 7);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/date/un-style", test_un_style);
  g_test_add_func ("/text/date/moment", test_moment);
  g_test_add_func ("/text/date/round-trip-of-every-day", test_round_trip_of_every_day);
  g_test_add_func ("/text/date/loose-spellings", test_loose_spellings);
  g_test_add_func ("/text/date/refuses", test_refuses);
  g_test_add_func ("/text/date/parses-moments", test_parses_moments);
  return g_test_run ();
}
