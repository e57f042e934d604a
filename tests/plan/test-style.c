/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"

#include "twf-check.h"
#include "twf-style-rules.h"
#include "twf-style.h"

#include <string.h>

#define NBSP "\302\240"

/* What is found in a text, and what it reads once it is put right; NULL: nobody but a person can.
 */
static const struct
{
  const char *language;
  TwfStyleEnds ends;
  TwfStyleRule rule;
  const char *text;
  const char *fixed;
} flawed[] = {
  { "en", TWF_STYLE_ENDS_PREAMBLE, TWF_STYLE_END, "Recalling this.", "Recalling this," },
  { "en", TWF_STYLE_ENDS_PREAMBLE, TWF_STYLE_END, "Recalling this", "Recalling this," },
  { "en", TWF_STYLE_ENDS_OPERATIVE, TWF_STYLE_END, "Urges all ,", "Urges all;" },
  { "en", TWF_STYLE_ENDS_ALL, TWF_STYLE_END, "Decides so;", "Decides so." },
  { "en", TWF_STYLE_ENDS_ALL, TWF_STYLE_END, "Decides what?", NULL },
  { "en", TWF_STYLE_ENDS_MARKED, TWF_STYLE_NO_END, "To open all", "To open all." },
  { "ar", TWF_STYLE_ENDS_PREAMBLE, TWF_STYLE_END, "وإذ تشير إلى ذلك,", "وإذ تشير إلى ذلك،" },
  { "ar", TWF_STYLE_ENDS_OPERATIVE, TWF_STYLE_END, "تحث الدول;", "تحث الدول؛" },
  { "zh", TWF_STYLE_ENDS_OPERATIVE, TWF_STYLE_END, "敦促各国;", "敦促各国；" },
  { "zh", TWF_STYLE_ENDS_ALL, TWF_STYLE_END, "决定如此", "决定如此。" },
  { "fr", TWF_STYLE_ENDS_OPERATIVE, TWF_STYLE_END, "Prie les États.", "Prie les États" NBSP ";" },
  { "ru", TWF_STYLE_ENDS_PREAMBLE, TWF_STYLE_END, "ссылаясь на это;", "ссылаясь на это," },
  { "es", TWF_STYLE_ENDS_ALL, TWF_STYLE_END, "Decide eso;", "Decide eso." },
  { "en", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_DOUBLE_SPACE, "a  b   c", "a b c" },
  { "en", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_SPACE_BEFORE, "all , and", "all, and" },
  { "ar", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_SPACE_BEFORE, "الدول ، وغيرها", "الدول، وغيرها" },
  { "fr", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_SPACE_BEFORE, "tous , et", "tous, et" },
  { "fr", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_SPACE_MISSING, "tous ; et", "tous" NBSP "; et" },
  { "fr", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_SPACE_MISSING, "tous;", "tous" NBSP ";" },
  { "fr",
    TWF_STYLE_ENDS_ANYHOW,
    TWF_STYLE_SPACE_MISSING,
    "un « mot »",
    "un «" NBSP "mot" NBSP "»" },
  { "en", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_QUOTES, "the \"word\" is", "the “word” is" },
  { "en", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_QUOTES, "5\" wide", NULL },
  { "fr", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_QUOTES, "le “mot” est", "le «" NBSP "mot" NBSP "» est" },
  { "ru", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_QUOTES, "слово “мир” есть", "слово «мир» есть" },
  { "ar", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_QUOTES, "كلمة \"سلام\" هنا", "كلمة ”سلام“ هنا" },
  { "zh", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_QUOTES, "所谓\"和平\"", "所谓“和平”" },
  { "ar", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_DIGITS, "من ٢٠١٠ إلى 2015", "من 2010 إلى 2015" },
  { "en", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_UNBALANCED, "all (and others", NULL },
  { "zh", TWF_STYLE_ENDS_ANYHOW, TWF_STYLE_UNBALANCED, "所谓“和平", NULL },
};

/* In which there is nothing to be found. */
static const struct
{
  const char *language;
  TwfStyleEnds ends;
  const char *text;
} clean[] = {
  { "en", TWF_STYLE_ENDS_PREAMBLE, "Recalling “this” (and that),\342\200\217" },
  { "en", TWF_STYLE_ENDS_OPERATIVE, "Urges all:" },
  { "en", TWF_STYLE_ENDS_OPERATIVE, "[Urges all;]" },
  { "en", TWF_STYLE_ENDS_ALL, "Decides on “the plan.”" },
  { "en", TWF_STYLE_ENDS_ANYHOW, "a) one, b) two; at 10:30, see http://un.org, .5 and ..." },
  { "fr", TWF_STYLE_ENDS_OPERATIVE, "Prie «" NBSP "tous" NBSP "»" NBSP ";" },
  { "fr", TWF_STYLE_ENDS_ANYHOW, "le rapport «" NBSP "Gaza: two years after" NBSP "», à 10:30" },
  { "ru", TWF_STYLE_ENDS_ALL, "доклад “Digital skills” и «отчет “о мире”»." },
  { "ar", TWF_STYLE_ENDS_OPERATIVE, "تحث ”الدول“ «كلها»؛" },
  { "ar", TWF_STYLE_ENDS_ANYHOW, "عام ٢٠١٠" },
  { "zh", TWF_STYLE_ENDS_PREAMBLE, "回顾《宪章》（第一条）和“议程”，" },
  { "es", TWF_STYLE_ENDS_PREAMBLE, "Recordando «eso» y “aquello”," },
  { "en", TWF_STYLE_ENDS_ALL, "" },
};

static guint
count (const char *text, const char *language, TwfStyleEnds ends, TwfStyleRule rule)
{
  g_autoptr (GPtrArray) flaws = twf_style_check_text (text, language, ends);
  guint n = 0;

  for (guint i = 0; i < flaws->len; i++)
    n += ((TwfStyleFlaw *)flaws->pdata[i])->rule == rule;
  return n;
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (flawed); i++)
    {
      g_autofree char *fixed
          = twf_style_fix_text (flawed[i].text, flawed[i].language, flawed[i].ends, flawed[i].rule);

      g_assert_cmpuint (
          count (flawed[i].text, flawed[i].language, flawed[i].ends, flawed[i].rule), >, 0);
      g_assert_cmpstr (fixed, ==, flawed[i].fixed != NULL ? flawed[i].fixed : flawed[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (clean); i++)
    {
      g_autoptr (GPtrArray) flaws
          = twf_style_check_text (clean[i].text, clean[i].language, clean[i].ends);

      if (flaws->len > 0)
        g_error ("«%s»: %d", clean[i].text, ((TwfStyleFlaw *)flaws->pdata[0])->rule);
    }
}

/* Put right once, it is found no more; again, nothing changes; and no other rule has more to say.
 */
static void
test_fixes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (flawed); i++)
    for (TwfStyleRule rule = 0; flawed[i].fixed != NULL && rule < TWF_N_STYLE_RULES; rule++)
      {
        const char *language = flawed[i].language;
        TwfStyleEnds ends = flawed[i].ends;
        g_autofree char *once = twf_style_fix_text (flawed[i].text, language, ends, flawed[i].rule);
        g_autofree char *twice = twf_style_fix_text (once, language, ends, flawed[i].rule);

        g_assert_cmpstr (once, ==, twice);
        if (rule == flawed[i].rule)
          g_assert_cmpuint (count (once, language, ends, rule), ==, 0);
        else
          g_assert_cmpuint (
              count (once, language, ends, rule), <=, count (flawed[i].text, language, ends, rule));
      }
}

static const TwfFinding *
find (GPtrArray *findings, const char *id, TwfFindingKind kind)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TwfFinding *finding = findings->pdata[i];

      if (finding->kind == kind && g_strcmp0 (finding->id, id) == 0)
        return finding;
    }
  return NULL;
}

static guint
count_style (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += twf_finding_kind_get_group (((TwfFinding *)findings->pdata[i])->kind)
         == TWF_FINDING_GROUP_STYLE;
  return n;
}

/* A plan that is written as a resolution, and what is done about it at a press. */
static void
test_plan (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *recalling = fixture_add (plan, TWF_SECTION_RATIONALE, NULL, "Recalling this,");
  g_autofree char *wrong = fixture_add (plan, TWF_SECTION_RATIONALE, NULL, "Urges all to come,");
  g_autofree char *urges = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Urges all to join.");
  g_autofree char *requests = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Requests states:");
  g_autofree char *sub = fixture_add (plan, TWF_SECTION_ACTIONS, requests, "To come;");
  g_autofree char *measure = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Schools for all");
  g_autofree char *last = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Decides to meet again.");
  g_autoptr (GPtrArray) findings = twf_plan_check (plan);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  const TwfFinding *finding = find (findings, urges, TWF_FINDING_STYLE_END);
  const TwfRemedy *remedy;

  g_assert_nonnull (find (findings, wrong, TWF_FINDING_STYLE_OPENING));
  g_assert_nonnull (finding);
  g_assert_cmpuint (count_style (findings), ==, 2);
  g_assert_cmpstr (finding->place->language, ==, "en");
  remedy = twf_finding_get_remedy (finding, TWF_REMEDY_FIX);
  g_assert_nonnull (remedy);
  for (guint i = 0; i < remedy->edits->len; i++)
    g_assert_true (twf_plan_apply (plan, remedy->edits->pdata[i], NULL, &error));
  g_assert_cmpstr (
      twf_provision_get_text (twf_plan_get_provision (plan, urges), TWF_PART_BODY, "en"),
      ==,
      "Urges all to join;");
  after = twf_plan_check (plan);
  g_assert_null (find (after, urges, TWF_FINDING_STYLE_END));
  g_assert_cmpuint (count_style (after), ==, 1);
}

/* The plan can say how it is written. */
static void
test_convention (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *urges = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Urges all to join.");
  g_autofree char *measure = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "Schools for all");
  g_autofree char *last = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "A last one.");
  g_autoptr (GPtrArray) own = twf_plan_check (plan);
  g_autoptr (GPtrArray) resolution = NULL;
  g_autoptr (GPtrArray) plain = NULL;

  g_assert_cmpuint (count_style (own), ==, 1);
  fixture_set (plan, NULL, TWF_PLAN_CONVENTION, "bis-alternative " TWF_STYLE_NAME_RESOLUTION);
  resolution = twf_plan_check (plan);
  g_assert_nonnull (find (resolution, measure, TWF_FINDING_STYLE_END));
  g_assert_cmpuint (count_style (resolution), ==, 2);
  fixture_set (plan, NULL, TWF_PLAN_CONVENTION, TWF_STYLE_NAME_PLAIN);
  plain = twf_plan_check (plan);
  g_assert_cmpuint (count_style (plain), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/rules", test_rules);
  g_test_add_func ("/style/fixes", test_fixes);
  g_test_add_func ("/style/plan", test_plan);
  g_test_add_func ("/style/convention", test_convention);
  return g_test_run ();
}
