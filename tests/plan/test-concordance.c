/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"

#include "twf-check-table.h"
#include "twf-concordance.h"
#include "twf-undo.h"

#include <string.h>

static const char *const languages[] = { "en", "ar", "fr", "es", "ru", "zh", NULL };

#define N 6

/* A sentence of our own with figures, in six languages; %s is a year. */
static const char *const forms[N] = {
  "Decides to review 34 wells by %s and recalls resolution 64/293 of 30 July 2010.",
  "يقرر استعراض 34 بئرا بحلول عام %s ويشير إلى القرار 64/293 المؤرخ 30 تموز/يوليه 2010.",
  "Décide d’examiner 34 puits d’ici à %s et rappelle la résolution 64/293 du 30 juillet 2010.",
  "Decide examinar 34 pozos para %s y recuerda la resolución 64/293, de 30 de julio de 2010.",
  "постановляет рассмотреть 34 колодца к %s году и ссылается на резолюцию 64/293 от 30 июля 2010 "
  "года.",
  "决定到%s年审查34口水井，并回顾2010年7月30日第64/293号决议。",
};

typedef struct
{
  char *texts[N];
} Texts;

static void
clear_texts (Texts *texts)
{
  for (guint i = 0; i < N; i++)
    g_free (texts->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static void
fill (Texts *texts, const char *year)
{
  for (guint i = 0; i < N; i++)
    {
      g_auto (GStrv) halves = g_strsplit (forms[i], "%s", 2);

      texts->texts[i] = g_strjoinv (year, halves);
    }
}

static GPtrArray *
find (Texts *texts)
{
  return twf_disparities_find (languages, (const char *const *)texts->texts, N);
}

static void
test_same_figures (void)
{
  g_auto (Texts) texts = { { NULL } };
  g_autoptr (GPtrArray) found = NULL;

  fill (&texts, "2026");
  found = find (&texts);
  g_assert_cmpuint (found->len, ==, 0);
}

/* One figure changed at random in a random language, the source too, is one finding that names it.
 */
static void
test_one_figure (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_auto (Texts) texts = { { NULL } };
      g_autoptr (GPtrArray) found = NULL;
      guint language = (guint)g_test_rand_int_range (0, N);
      g_autofree char *year = g_strdup_printf ("%d", g_test_rand_int_range (2027, 2100));
      g_auto (GStrv) halves = NULL;
      const TwfDisparity *one;

      fill (&texts, "2026");
      halves = g_strsplit (texts.texts[language], "2026", 2);
      g_free (texts.texts[language]);
      texts.texts[language] = g_strjoinv (year, halves);
      found = find (&texts);
      g_assert_cmpuint (found->len, ==, 1);
      one = found->pdata[0];
      g_assert_cmpstr (one->language, ==, languages[language]);
      g_assert_cmpint (one->kind, ==, TWF_FACT_NUMBER);
      g_assert_cmpstr (one->value, ==, year);
      g_assert_cmpstr (one->other_value, ==, "2026");
      g_assert_true (strncmp (texts.texts[language] + one->start, year, one->end - one->start)
                     == 0);
    }
}

/* A year that is there anyway in exchange for another: each says both, one of them twice. */
static void
test_exchange_of_known_figures (void)
{
  static const char *const two[] = { "en", "fr", NULL };
  const char *texts[] = { "in 2018, 2020 and 2020", "en 2018, 2018 et 2020" };
  const char *factored[]
      = { "of 16 October 2020 and of 16 October 2020", "toutes deux du 16 octobre 2020" };
  g_autoptr (GPtrArray) found = twf_disparities_find (two, texts, 2);
  g_autoptr (GPtrArray) none = twf_disparities_find (two, factored, 2);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

/* In whatever order the other languages stand, the same is found. */
static void
test_order_of_languages (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_auto (Texts) texts = { { NULL } };
      const char *turned_languages[N];
      const char *turned_texts[N];
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GPtrArray) turned = NULL;
      guint step = (guint)g_test_rand_int_range (1, N - 1);

      fill (&texts, "2026");
      g_free (texts.texts[3]);
      texts.texts[3] = g_strdup ("Decide examinar 35 pozos en 2027 [y más].");
      for (guint i = 0; i < N; i++)
        {
          guint from = i == 0 ? 0 : 1 + (i - 1 + step) % (N - 1);

          turned_languages[i] = languages[from];
          turned_texts[i] = texts.texts[from];
        }
      found = find (&texts);
      turned = twf_disparities_find (turned_languages, turned_texts, N);
      g_assert_cmpuint (found->len, >, 1);
      g_assert_cmpuint (found->len, ==, turned->len);
      for (guint i = 0; i < found->len; i++)
        {
          const TwfDisparity *a = found->pdata[i];
          const TwfDisparity *b = turned->pdata[i];

          g_assert_cmpint (a->kind, ==, b->kind);
          g_assert_cmpstr (a->language, ==, b->language);
          g_assert_cmpstr (a->other, ==, b->other);
          g_assert_cmpstr (a->value, ==, b->value);
          g_assert_cmpstr (a->other_value, ==, b->other_value);
        }
    }
}

static void
set_text (TwfPlan *plan, const char *id, const char *language, const char *text)
{
  g_autoptr (TwfEdit) edit = twf_edit_new_text (id, TWF_PART_BODY, language, text);

  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}

static TwfPlan *
new_plan (char **id)
{
  TwfPlan *plan = twf_plan_new_from_template ("blank", languages, "Plan", NULL);

  *id = twf_plan_add (plan, TWF_SECTION_OBJECTIVES, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < N; i++)
    {
      g_auto (GStrv) halves = g_strsplit (forms[i], "%s", 2);
      g_autofree char *text
          = g_strjoinv (strcmp (languages[i], "fr") == 0 ? "2028" : "2026", halves);

      set_text (plan, *id, languages[i], text);
    }
  return plan;
}

static GPtrArray *
check (TwfPlan *plan, const char *id)
{
  return twf_plan_check_words (plan, twf_plan_get_provision (plan, id));
}

/* What is accepted is so for these wordings alone, and can be undone. */
static void
test_accepted (void)
{
  g_autofree char *id = NULL;
  g_autoptr (TwfPlan) plan = new_plan (&id);
  g_autoptr (TwfUndo) undo = twf_undo_new (plan);
  g_autoptr (GPtrArray) found = check (plan, id);
  g_autoptr (GPtrArray) accepted = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GPtrArray) again = NULL;
  const TwfFinding *finding;
  g_autofree char *changed = NULL;
  const TwfRemedy *remedy;

  g_assert_cmpuint (found->len, ==, 1);
  finding = found->pdata[0];
  g_assert_cmpint (finding->kind, ==, TWF_FINDING_OTHER_NUMBER);
  g_assert_cmpint (twf_finding_kind_get_group (finding->kind), ==, TWF_FINDING_GROUP_CONCORDANCE);
  g_assert_cmpstr (finding->language, ==, "fr");
  g_assert_cmpstr (finding->place->words, ==, "2028");
  g_assert_cmpstr (finding->other->words, ==, "2026");
  remedy = twf_finding_get_remedy (finding, TWF_REMEDY_ACCEPT);
  g_assert_nonnull (remedy);
  g_assert_true (twf_plan_apply_all (plan, remedy->edits, NULL));
  accepted = check (plan, id);
  g_assert_cmpuint (accepted->len, ==, 0);
  changed = twf_undo_undo (undo);
  g_assert_cmpstr (changed, ==, id);
  undone = check (plan, id);
  g_assert_cmpuint (undone->len, ==, 1);
  g_assert_true (twf_plan_apply_all (plan, remedy->edits, NULL));
  /* Not a word that is compared changed: it is asked again all the same. */
  set_text (plan,
            id,
            "fr",
            "Décide en 2028 d’examiner 34 puits\302\240; résolution 64/293 du 30 juillet 2010.");
  again = check (plan, id);
  g_assert_cmpuint (again->len, ==, 1);
}

/* The title is held against itself as well. */
static void
test_title (void)
{
  g_autofree char *id = NULL;
  g_autoptr (TwfPlan) plan = new_plan (&id);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) accepted = NULL;
  const TwfRemedy *remedy;

  set_text (plan, NULL, "en", "Plan of 2026");
  set_text (plan, NULL, "fr", "Plan de 2027");
  found = twf_plan_check_words (plan, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  remedy = twf_finding_get_remedy (found->pdata[0], TWF_REMEDY_ACCEPT);
  g_assert_true (twf_plan_apply_all (plan, remedy->edits, NULL));
  accepted = twf_plan_check_words (plan, NULL);
  g_assert_cmpuint (accepted->len, ==, 0);
}

static void
edited_cb (TwfPlan *plan, TwfEdit *edit, TwfCheckTable *table)
{
  twf_check_table_forget (table, edit);
}

/* Kept edit by edit, the table says what a new one says. */
static void
test_table (void)
{
  g_autofree char *id = NULL;
  g_autoptr (TwfPlan) plan = new_plan (&id);
  g_autoptr (TwfCheckTable) table = twf_check_table_new ();

  g_signal_connect (plan, "edited", G_CALLBACK (edited_cb), table);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (TwfCheckTable) fresh = twf_check_table_new ();
      g_autofree char *text = g_strdup_printf ("%d", g_test_rand_int_range (1, 4));

      set_text (plan,
                g_test_rand_bit () ? id : NULL,
                languages[g_test_rand_int_range (0, N)],
                g_test_rand_int_range (0, 5) == 0 ? NULL : text);
      if (g_test_rand_int_range (0, 10) == 0)
        {
          g_autoptr (GPtrArray) found = check (plan, id);

          if (found->len > 0)
            g_assert_true (twf_plan_apply_all (
                plan, twf_finding_get_remedy (found->pdata[0], TWF_REMEDY_ACCEPT)->edits, NULL));
        }
      g_assert_true (twf_check_table_update (table, plan, G_MAXINT64));
      g_assert_true (twf_check_table_update (fresh, plan, G_MAXINT64));
      for (TwfFindingKind kind = 0; kind < TWF_N_FINDING_KINDS; kind++)
        {
          g_auto (GStrv) ids = twf_check_table_list (table, plan, kind);

          g_assert_cmpuint (
              twf_check_table_count (table, kind), ==, twf_check_table_count (fresh, kind));
          g_assert_true ((ids[0] != NULL) == (twf_check_table_count (table, kind) > 0));
        }
    }
}

static void
test_names (void)
{
  for (TwfFindingKind kind = 0; kind < TWF_N_FINDING_KINDS; kind++)
    {
      TwfFindingKind read;

      g_assert_nonnull (twf_finding_kind_get_name (kind));
      g_assert_true (twf_finding_kind_from_name (twf_finding_kind_get_name (kind), &read));
      g_assert_cmpint (kind, ==, read);
    }
  for (TwfFactKind kind = 0; kind < TWF_N_FACT_KINDS; kind++)
    g_assert_cmpstr (twf_fact_kind_get_name (kind),
                     ==,
                     twf_finding_kind_get_name (TWF_FINDING_OTHER_NUMBER + kind));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/concordance/same-figures", test_same_figures);
  g_test_add_func ("/concordance/one-figure", test_one_figure);
  g_test_add_func ("/concordance/exchange", test_exchange_of_known_figures);
  g_test_add_func ("/concordance/order-of-languages", test_order_of_languages);
  g_test_add_func ("/concordance/accepted", test_accepted);
  g_test_add_func ("/concordance/title", test_title);
  g_test_add_func ("/concordance/table", test_table);
  g_test_add_func ("/concordance/names", test_names);
  return g_test_run ();
}
