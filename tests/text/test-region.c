/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-language.h"
#include "twf-region.h"

#include <string.h>

static void
assert_found (const char *name, const char *language, const char *code)
{
  g_autofree char *found = twf_region_find (name, language);

  g_test_message ("%s", name);
  g_assert_cmpstr (found, ==, code);
}

/* The states that sent the letter of 2010, as its list has them and as its signatories do. */
static void
test_states_of_the_letter (void)
{
  static const char *const states[][3] = {
    { "RU", "للاتحاد الروسي", "للاتحـــاد الروســـي" },
    { "EC", "وإكــوادور", "لإكوادور" },
    { "AE", "والإمارات العربية المتحدة", "الإمارات العربية المتحدة" },
    { "UZ", "وأوزبكـــستان", "لأوزبكستان" },
    { "BH", "والبحرين", "للبحرين" },
    { "BD", "وبـــنغلاديش", "لبنغلاديش" },
    { "BO", "وبوليفيا (دولة - المتعددة القوميات)", "لبوليفيا" },
    { "TJ", "وطاجيكستان", "لطاجيكستان" },
    { "PH", "والفلبين", "للفلبين" },
    { "BY", "وبيلاروس", "لبيلاروس" },
    { "TM", "وتركمانستان", "لتركمانستان" },
    { "VE", "وفترويلا (جمهورية - البوليفارية)", "وفترويلا" },
    { "QA", "وقطر", "لقطر" },
    { "KG", "وقيرغيزستان", "لقيرغيزستان" },
    { "KZ", "وكازاخستان", "لكازاخستان" },
    { "EG", "ومصر", "لمصر" },
    { "NG", "ونيجيريا", "لنيجيريا" },
    { "NI", "ونيكاراغوا", "لنيكاراغوا" },
    { "IN", "والهند", "للهند" },
  };

  g_assert_cmpuint (G_N_ELEMENTS (states), ==, 19);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      assert_found (states[i][1], "ar", states[i][0]);
      assert_found (states[i][2], "ar", states[i][0]);
    }
}

static void
test_names_of_the_united_nations (void)
{
  static const char *const names[][3] = {
    { "ar", "الاتحاد الروسي", "RU" },
    { "ar", "جمهورية فترويلا البوليفارية", "VE" },
    { "ar", "المملكة المتحدة", "GB" },
    { "ar", "الولايات المتحدة", "US" },
    { "ar", "جمهورية كوريا", "KR" },
    { "ar", "جمهورية كوريا الشعبية الديمقراطية", "KP" },
    { "ar", "للولايات المتحدة الأمريكية", "US" },
    { "en", "Viet Nam", "VN" },
    { "en", "vietnam", "VN" },
    { "en", "TÜRKİYE", "TR" },
    { "en", "Turkiye", "TR" },
    { "en", "Turkey", "TR" },
    { "en", "Cote d\342\200\231Ivoire", "CI" },
    { "en", "the Russian Federation", "RU" },
    { "en", "Bolivia (Plurinational State of)", "BO" },
    { "en", "Plurinational State of Bolivia", "BO" },
    { "en", "Congo", "CG" },
    { "en", "Democratic Republic of the Congo", "CD" },
    { "en", "Niger", "NE" },
    { "en", "BAHAMAS (THE)", "BS" },
    { "en", "Nigeria", "NG" },
    { "fr", "République-Unie de Tanzanie", "TZ" },
    { "es", "Federación de Rusia", "RU" },
    { "ru", "Российская Федерация", "RU" },
    { "zh", "大韩民国", "KR" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      assert_found (names[i][1], names[i][0], names[i][2]);
      assert_found (names[i][1], NULL, names[i][2]);
    }
}

static void
test_name_leads_back (void)
{
  g_auto (GStrv) codes = g_strsplit (
      "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ "
      "CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI "
      "FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM "
      "JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG "
      "MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK "
      "PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ "
      "TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW",
      " ",
      -1);

  /* 193 Member States and the two observer States. */
  g_assert_cmpuint (g_strv_length (codes), ==, 195);
  for (guint i = 0; codes[i] != NULL; i++)
    for (const char *const *tag = twf_language_list_un (); *tag != NULL; tag++)
      {
        g_autofree char *name = twf_region_dup_name (codes[i], *tag);

        assert_found (name, *tag, codes[i]);
      }
}

static void
test_short_name (void)
{
  g_autofree char *arabic = twf_region_dup_name ("RU", "ar");
  g_autofree char *lower = twf_region_dup_name ("tr", "en");
  g_autofree char *unknown = twf_region_dup_name ("QQ", "en");

  g_assert_cmpstr (arabic, ==, "الاتحاد الروسي");
  g_assert_cmpstr (lower, ==, "Türkiye");
  g_assert_cmpstr (unknown, ==, "QQ");
}

static void
test_finds_nothing (void)
{
  static const char *const none[] = {
    "", " ", "-", "Atlantis", "الأمم المتحدة", "و", "لل", "trafficking in persons", "الأمين العام"
  };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    assert_found (none[i], "ar", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/region/states-of-the-letter", test_states_of_the_letter);
  g_test_add_func ("/text/region/names-of-the-united-nations", test_names_of_the_united_nations);
  g_test_add_func ("/text/region/name-leads-back", test_name_leads_back);
  g_test_add_func ("/text/region/short-name", test_short_name);
  g_test_add_func ("/text/region/finds-nothing", test_finds_nothing);
  return g_test_run ();
}
