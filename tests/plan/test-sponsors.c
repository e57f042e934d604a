/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"

#include "twf-sponsors.h"

static void
add (TwfPlan *plan, const char *code, const char *kind, const char *rank)
{
  TwfDelegation *delegation = twf_delegation_new (code);

  twf_delegation_set_values (
      delegation, TWF_DELEGATION_SPONSOR, (const char *const[]){ kind, NULL });
  twf_delegation_set_values (delegation, TWF_DELEGATION_RANK, (const char *const[]){ rank, NULL });
  twf_plan_take_delegation (plan, delegation);
}

static void
assert_order (TwfPlan *plan, const char *language, const char *expected)
{
  g_autoptr (GPtrArray) sponsors = twf_sponsors_list (plan, language);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < sponsors->len; i++)
    g_string_append_printf (
        codes, "%s%s", i > 0 ? " " : "", twf_delegation_get_code (sponsors->pdata[i]));
  g_assert_cmpstr (codes->str, ==, expected);
}

/* Who signed stands as they did in every language; the others by each alphabet: Spain is Espagne
 * and Испания, and the article of Arabic counts. */
static void
test_each_alphabet (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);

  add (plan, "JO", TWF_SPONSOR_SIGNATORY, "12");
  add (plan, "BY", TWF_SPONSOR_SIGNATORY, "13");
  add (plan, "ES", TWF_SPONSOR_CO_SPONSOR, "14");
  add (plan, "EG", TWF_SPONSOR_CO_SPONSOR, "15");
  add (plan, "DE", TWF_SPONSOR_CO_SPONSOR, "16");
  assert_order (plan, "en", "JO BY EG DE ES"); /* Egypt, Germany, Spain */
  assert_order (plan, "fr", "JO BY DE EG ES"); /* Allemagne, Égypte, Espagne */
  assert_order (plan, "ru", "JO BY DE EG ES"); /* Германия, Египет, Испания */
  assert_order (plan, "ar", "JO BY ES DE EG"); /* إسبانيا، ألمانيا، مصر */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sponsors/each-alphabet", test_each_alphabet);
  return g_test_run ();
}
