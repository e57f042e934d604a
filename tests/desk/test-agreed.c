/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-agreed.h"
#include "twf-taken.h"

#include <string.h>

#define ID "aaaaaaaaaaa2"
#define WATER "States shall protect clean water."
#define EAU "Les États protègent l’eau propre."

static TwfPlan *
make_plan (const char *english, const char *french)
{
  static const char *const languages[] = { "en", "fr", NULL };
  static const char *const source[] = { "en", NULL };
  TwfPlan *plan = twf_plan_new ();
  TwfProvision *provision = twf_provision_new (ID, TWF_SECTION_ACTIONS);

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  twf_plan_set_values (plan, TWF_PLAN_SOURCE_LANGUAGE, source);
  twf_provision_set_text (provision, TWF_PART_BODY, "en", english);
  twf_provision_set_text (provision, TWF_PART_BODY, "fr", french);
  twf_provision_set_place (provision, TWF_SECTION_ACTIONS, NULL, "b");
  twf_plan_take_provision (plan, provision);
  return plan;
}

/* What was found by "clean water", in English. */
static void
insert (TwfPlan *plan, const char *only, gboolean replace, const char *others)
{
  TwfWording water
      = { (char *)"en", (char *)WATER, strlen ("States shall protect "), strlen (WATER) - 1 };
  TwfWording eau = { (char *)"fr", (char *)EAU, 0, strlen (EAU) };
  g_autoptr (GPtrArray) wordings = g_ptr_array_new ();
  TwfFinding finding = {
    .symbol = (char *)"A/RES/1", .place = (char *)"OP1", .exact = TRUE, .wordings = wordings
  };
  TwfProvision *provision = twf_plan_get_provision (plan, ID);
  g_auto (GStrv) asked = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (wordings, &water);
  g_ptr_array_add (wordings, &eau);
  asked = twf_agreed_list_others (plan, provision, &finding, "clean water", only);
  joined = g_strjoinv (" ", asked);
  g_assert_cmpstr (joined, ==, others);
  edits = twf_agreed_insert (plan, provision, &finding, "clean water", only, replace);
  if (edits->len > 0)
    twf_plan_apply_all (plan, edits, &error);
  g_assert_no_error (error);
}

static void
assert_reads (TwfPlan *plan, const char *english, const char *french)
{
  TwfProvision *provision = twf_plan_get_provision (plan, ID);

  g_assert_cmpstr (twf_provision_get_text (provision, TWF_PART_BODY, "en"), ==, english);
  g_assert_cmpstr (twf_provision_get_text (provision, TWF_PART_BODY, "fr"), ==, french);
}

/* In each state of the text: who has to be asked, and how it reads with either answer. */
static void
test_states (void)
{
  static const struct
  {
    const char *english, *french, *only, *asked;
    const char *replaced[2], *followed[2];
  } states[] = {
    { "clean water", NULL, NULL, "", { WATER, EAU }, { WATER, EAU } },
    { NULL, NULL, NULL, "", { WATER, EAU }, { WATER, EAU } },
    { "Keep clean water!",
      NULL,
      NULL,
      "",
      { "Keep clean water!", EAU },
      { "Keep clean water!", EAU } },
    { "clean water", "l’eau", NULL, "fr", { WATER, EAU }, { WATER, "l’eau " EAU } },
    { "clean water", "l’eau", "en", "", { WATER, "l’eau" }, { WATER, "l’eau" } },
    { "air", "l’air", NULL, "en fr", { WATER, EAU }, { "air " WATER, "l’air " EAU } },
    { WATER, EAU, NULL, "", { WATER, EAU }, { WATER, EAU } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    for (guint replace = 0; replace < 2; replace++)
      {
        g_autoptr (TwfPlan) plan = make_plan (states[i].english, states[i].french);
        const char *const *reads = replace ? states[i].replaced : states[i].followed;

        insert (plan, states[i].only, replace, states[i].asked);
        assert_reads (plan, reads[0], reads[1]);
      }
}

/* Once more changes nothing. */
static void
test_twice (void)
{
  g_autoptr (TwfPlan) plan = make_plan ("air", "l’air");

  insert (plan, NULL, TRUE, "en fr");
  insert (plan, NULL, FALSE, "");
  assert_reads (plan, WATER, EAU);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/agreed/states", test_states);
  g_test_add_func ("/desk/agreed/twice", test_twice);
  return g_test_run ();
}
