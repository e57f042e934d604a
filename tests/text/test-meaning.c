/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-meaning.h"

#include <glib.h>

/* Letters whose form is the point are spelled out. */
#define E_ACUTE "\303\251"      /* one character */
#define E_AND_ACUTE "e\314\201" /* two */
#define ALEF_MADDA "\330\242"   /* one */
#define ALEF_AND_MADDA "\330\247\331\223"
#define NBSP "\302\240"
#define RLM "\342\200\217"
#define FSI "\342\201\250"
#define PDI "\342\201\251"
#define SHY "\302\255"
#define ZWNJ "\342\200\214"
#define LAM_ALEF "\357\273\273" /* presentation form */

static const struct
{
  const char *language;
  const char *one;
  const char *other;
  gboolean same;
} pairs[] = {
  { "ar", "رسالة الأمين العام", "رســـالة الأمين العـام", TRUE },
  { "ar", "رسالة", "رســـالات", FALSE },
  { "ar", "سنة ١٤٤٥ هـ", "سنة ١٤٤٦ هـ", FALSE },
  { "ar", "القر" ALEF_MADDA "ن", "القر" ALEF_AND_MADDA "ن", TRUE },
  { "ar", LAM_ALEF, "لا", TRUE },
  { "ar", "البند ١١٤", "البند ١١٥", FALSE },
  { "ar", "البند ١١٤", "البند 114", FALSE }, /* the same figure, not the same text */
  { "ar", "علم", "عِلم", FALSE },             /* a mark tells two words apart */
  { "ar", "الدول الأعضاء، والأمانة", "الدول الأعضاء والأمانة", FALSE },
  { "ar", "قرار " FSI "A/64/L.64" PDI " بشأن", "قرار A/64/L.64 بشأن", TRUE },
  { "ar", RLM "يحث الدول", "يحث  الدول\n", TRUE },
  { "ar", "لا سيما", "لاسيما", FALSE },
  { "fa", "می" ZWNJ "شود", "میشود", FALSE },
  { "fr", "d" E_ACUTE "cide", "d" E_AND_ACUTE "cide", TRUE },
  { "fr", "Vu le rapport" NBSP ";", "Vu le rapport ;", TRUE },
  { "fr", "Vu le rapport" NBSP ";", "Vu le rapport;", TRUE },
  { "en", "Urges  all States\nto act", "Urges all States to act ", TRUE },
  { "en", "Urges all States", "Encourages all States", FALSE },
  { "en", "States", "states", FALSE },
  { "en", "by 2015;", "by 2015.", FALSE },
  { "en", "by 2015", "by 2016", FALSE },
  { "en", "ex" SHY "ample", "example", TRUE },
  { "en", "the rapist", "therapist", FALSE },
  { "en", "[shall]", "shall", FALSE },
  { "en", "10" NBSP "000", "10 000", TRUE },
  { "zh", "成员国 应", "成员国应", TRUE },
  { "zh", "成员国应", "成员国宜", FALSE },
  { "en", "", " ", TRUE },
  { "en", NULL, "", TRUE },
  { "en", NULL, "a", FALSE },
};

static void
test_pairs (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gboolean there = twf_meaning_is_same (pairs[i].one, pairs[i].other, pairs[i].language);
      gboolean back = twf_meaning_is_same (pairs[i].other, pairs[i].one, pairs[i].language);

      if (there != pairs[i].same || back != pairs[i].same)
        g_test_message ("%s | %s", pairs[i].one, pairs[i].other);
      g_assert_true (there == pairs[i].same);
      g_assert_true (back == pairs[i].same);
    }
}

static void
test_plain (void)
{
  g_autofree char *arabic = twf_meaning_dup_plain ("رســـالة " LAM_ALEF);
  g_autofree char *french = twf_meaning_dup_plain ("d" E_AND_ACUTE "cide");

  g_assert_cmpstr (arabic, ==, "رسالة لا");
  g_assert_cmpstr (french, ==, "d" E_ACUTE "cide");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/meaning/pairs", test_pairs);
  g_test_add_func ("/text/meaning/plain", test_plain);
  return g_test_run ();
}
