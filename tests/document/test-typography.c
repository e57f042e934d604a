/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-bidi.h"
#include "twf-block-opening.h"
#include "twf-export.h"
#include "twf-numbering.h"
#include "twf-sheet-words.h"
#include "twf-style.h"
#include "twf-taken.h"

#include <string.h>

#define NBSP "\302\240"

/* One plan in six languages, and how each prints it. */
static const struct
{
  const char *language;
  const char *preamble, *action, *part, *inserted;
  const char *states[3]; /* Egypt, Germany, Uruguay */
  const char *sponsors;  /* in the order of the language */
  const char *masthead;
  const char *numbers[3]; /* of the action, what stands under it, what was inserted behind it */
  const char *letter_29;
  const char *roman; /* the third at the second depth */
  const char *quoted;
  const char *opening; /* as HTML has it */
} expected[] = {
  { "en",
    "Recalling also its resolution 70/1,",
    "Urges States to act:",
    "In every quarter;",
    "Decides to meet again.",
    { "Egypt", "Germany", "Uruguay" },
    "Egypt\nGermany\nUruguay\n",
    "A/80/L.7\n24 February 2026\nOriginal: English\n",
    { "1. Urges", "(a) In", "1 bis. Decides" },
    "(cc)",
    "(iii)",
    "“x”",
    "<i>Recalling also</i> its" },
  { "ar",
    "وإذ تشير أيضا إلى قرارها 70/1،",
    "تحث الدول على العمل:",
    "في كل حي؛",
    "تقرر أن تجتمع مرة أخرى.",
    { "مصر", "ألمانيا", "أوروغواي" },
    "ألمانيا\nأوروغواي\nمصر\n",
    "24 شباط/فبراير 2026\n",
    { "1 - تحث", "(أ) في", "1 مكررا - تقرر" },
    "(أ أ)",
    "’3‘",
    "”x“",
    "<b><i>وإذ تشير أيضا</i></b> إلى" },
  { "fr",
    "Rappelant également sa résolution 70/1,",
    "Exhorte les États à agir" NBSP ":",
    "Dans chaque quartier" NBSP ";",
    "Décide de se réunir de nouveau.",
    { "Égypte", "Allemagne", "Uruguay" },
    "Allemagne\nÉgypte\nUruguay\n",
    "A/80/L.7\n24 février 2026\nOriginal" NBSP ": anglais\n",
    { "1. Exhorte", "a) Dans", "1 bis. Décide" },
    "cc)",
    "iii)",
    "«" NBSP "x" NBSP "»",
    "<i>Rappelant également</i> sa" },
  { "es",
    "Recordando también su resolución 70/1,",
    "Insta a los Estados a actuar:",
    "En cada barrio;",
    "Decide reunirse de nuevo.",
    { "Egipto", "Alemania", "Uruguay" },
    "Alemania\nEgipto\nUruguay\n",
    "A/80/L.7\n24 de febrero de 2026\n",
    { "1. Insta", "a) En", "1 bis. Decide" },
    "cc)",
    "iii)",
    "“x”",
    "<i>Recordando también</i> su" },
  { "ru",
    "ссылаясь также на свою резолюцию 70/1,",
    "настоятельно призывает государства действовать:",
    "в каждом квартале;",
    "постановляет собраться вновь.",
    { "Египет", "Германия", "Уругвай" },
    "Германия\nЕгипет\nУругвай\n",
    "A/80/L.7\n24 февраля 2026 года\n",
    { "1. настоятельно", "a) в", "1 bis. постановляет" },
    "cc)",
    "iii)",
    "«x»",
    "<i>ссылаясь также</i> на" },
  { "zh",
    "又回顾其第70/1号决议，",
    "敦促各国采取行动：",
    "在每个街区；",
    "决定再次举行会议。",
    { "埃及", "德国", "乌拉圭" },
    "埃及\n德国\n乌拉圭\n",
    "A/80/L.7\n2026年2月24日\n",
    { "1. 敦促", "(a) 在", "1之二. 决定" },
    "(cc)",
    "(iii)",
    "“x”",
    "<b>又回顾</b>其" },
};

typedef const char *(*Pick) (guint language);

static const char *
pick_preamble (guint i)
{
  return expected[i].preamble;
}

static const char *
pick_action (guint i)
{
  return expected[i].action;
}

static const char *
pick_part (guint i)
{
  return expected[i].part;
}

static const char *
pick_inserted (guint i)
{
  return expected[i].inserted;
}

static TwfProvision *
add (TwfPlan *plan,
     TwfSection section,
     const char *id,
     const char *parent,
     const char *rank,
     Pick pick)
{
  TwfProvision *provision = twf_provision_new (id, section);

  twf_provision_set_place (provision, section, parent, rank);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    twf_provision_set_text (provision, TWF_PART_BODY, expected[i].language, pick (i));
  twf_plan_take_provision (plan, provision);
  return provision;
}

static void
add_state (TwfPlan *plan, const char *code, guint state)
{
  static const char *const sponsor[] = { "co-sponsor", NULL };
  TwfDelegation *delegation = twf_delegation_new (code);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    twf_delegation_set_localized (
        delegation, TWF_DELEGATION_NAME, expected[i].language, expected[i].states[state]);
  twf_delegation_set_values (delegation, TWF_DELEGATION_SPONSOR, sponsor);
  twf_plan_take_delegation (plan, delegation);
}

static TwfPlan *
make_plan (void)
{
  static const char *const languages[] = { "en", "ar", "fr", "es", "ru", "zh", NULL };
  static const char *const source[] = { "en", NULL };
  static const char *const symbol[] = { "A/80/L.7", NULL };
  static const char *const date[] = { "2026-02-24", NULL };
  static const char *const proposed[] = { "EG", NULL };
  TwfPlan *plan = twf_plan_new ();

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  twf_plan_set_values (plan, TWF_PLAN_SOURCE_LANGUAGE, source);
  twf_plan_set_values (plan, TWF_PLAN_SYMBOL, symbol);
  twf_plan_set_values (plan, TWF_PLAN_DATE, date);
  add (plan, TWF_SECTION_RATIONALE, "rrrrrrrrrrr2", NULL, "b", pick_preamble);
  add (plan, TWF_SECTION_ACTIONS, "aaaaaaaaaaa2", NULL, "b", pick_action);
  add (plan, TWF_SECTION_ACTIONS, "bbbbbbbbbbb2", "aaaaaaaaaaa2", "b", pick_part);
  twf_provision_set_values (
      add (plan, TWF_SECTION_ACTIONS, "ccccccccccc2", NULL, "c", pick_inserted),
      TWF_FIELD_PROPOSED,
      proposed);
  add_state (plan, "EG", 0);
  add_state (plan, "DE", 1);
  add_state (plan, "UY", 2);
  return plan;
}

static char *export(TwfPlan *plan, TwfExportKind kind, const char *language)
{
  const TwfExportOrder order = { .kind = kind, .language = language, .view = TWF_VIEW_CLEAN };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = twf_export_plan (plan, &order, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_contains (const char *text, const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_error ("«%s» is not in:\n%s", wanted, text);
}

/* Marks of direction are the view's. */
static char *
strip_marks (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, TWF_RLM, -1);
  g_autofree char *without = g_strjoinv ("", pieces);
  g_auto (GStrv) rest = g_strsplit (without, TWF_LRM, -1);

  return g_strjoinv ("", rest);
}

static void
test_six (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const char *language = expected[i].language;
      g_autofree char *written = export(plan, TWF_EXPORT_TEXT, language);
      g_autofree char *text = strip_marks (written);
      g_autofree char *page = export(plan, TWF_EXPORT_HTML, language);
      g_autofree char *letter = twf_number_format (29, 1, language);
      g_autofree char *roman = twf_number_format (3, 2, language);
      g_autofree char *quoted = twf_sheet_word_with (TWF_WORD_QUOTED, language, "x");
      g_autofree char *plain = twf_text_strip_isolates (quoted);
      g_autofree char *number
          = twf_plan_dup_number (plan, twf_plan_get_provision (plan, "ccccccccccc2"), language);
      g_autofree char *inserted = g_strconcat (number, " ", expected[i].inserted, NULL);

      assert_contains (text, expected[i].masthead);
      assert_contains (text, expected[i].sponsors);
      assert_contains (text, expected[i].numbers[0]);
      assert_contains (text, expected[i].numbers[1]);
      g_assert_true (g_str_has_prefix (inserted, expected[i].numbers[2]));
      g_assert_cmpstr (letter, ==, expected[i].letter_29);
      g_assert_cmpstr (roman, ==, expected[i].roman);
      g_assert_cmpstr (plain, ==, expected[i].quoted);
      assert_contains (page, expected[i].opening);
    }
}

/* From where words were taken is said where that is asked, and only as long as they are those. */
static void
test_sources (void)
{
  static const struct
  {
    const char *language, *line, *preamble;
  } sources[] = {
    { "en", "Agreed language: A/RES/76/186, paragraph 27 (a)", "preambular paragraph 3" },
    { "ar", "صيغة متفق عليها: A/RES/76/186، الفقرة 27 (a)", "الفقرة 3 من الديباجة" },
    { "fr", "Libellé agréé" NBSP ": A/RES/76/186, paragraphe 27 (a)", "alinéa 3 du préambule" },
    { "es", "Texto convenido: A/RES/76/186, párrafo 27 (a)", "párrafo 3 del preámbulo" },
    { "ru", "Согласованная формулировка: A/RES/76/186, пункт 27 (a)", "пункт 3 преамбулы" },
    { "zh", "商定措辞：A/RES/76/186第27 (a)段", "序言部分第3段" },
  };
  g_autoptr (TwfPlan) plan = make_plan ();
  TwfProvision *provision = twf_plan_get_provision (plan, "aaaaaaaaaaa2");
  g_autoptr (TwfTaken) one = twf_taken_new ("A/RES/76/186", "OP27(a)");
  g_autoptr (TwfTaken) other = twf_taken_new ("A/RES/70/1", "PP3");
  const char *values[3] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      const char *text = twf_provision_get_text (provision, TWF_PART_BODY, sources[i].language);

      twf_taken_bind (one, sources[i].language, text);
      twf_taken_bind (other, sources[i].language, i == 0 ? "something else" : text);
    }
  values[0] = twf_taken_format (one);
  values[1] = twf_taken_format (other);
  twf_provision_set_values (provision, TWF_FIELD_TAKEN, values);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *silent = export(plan, TWF_EXPORT_TEXT, sources[i].language);
      const TwfExportOrder order = { .language = sources[i].language, .sources = TRUE };
      g_autoptr (GBytes) bytes = twf_export_plan (plan, &order, NULL, NULL);
      g_autofree char *written
          = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autofree char *marked = strip_marks (written);
      g_autofree char *text = twf_text_strip_isolates (marked);

      assert_contains (text, sources[i].line);
      g_assert_null (strstr (silent, "76/186"));
      g_assert_cmpint (strstr (text, sources[i].preamble) == NULL, ==, i == 0);
    }
  g_free ((char *)values[0]);
  g_free ((char *)values[1]);
}

/* Each of the wordings opens the paragraph. */
static void
test_wordings (void)
{
  static const struct
  {
    TwfRunKind kind;
    const char *text;
  } pieces[] = { { TWF_RUN_DELETED, "Urges" },
                 { TWF_RUN_EQUAL, " " },
                 { TWF_RUN_INSERTED, "Encourages" },
                 { TWF_RUN_EQUAL, " States" },
                 { TWF_RUN_INSERTED, "Demands" } };
  g_autoptr (GPtrArray) sheet = twf_sheet_new_empty ();
  TwfBlock *block = twf_sheet_add (sheet, TWF_BLOCK_PROVISION, "1.", "", "en");
  g_autofree char *drawn = NULL;
  g_autoptr (GArray) openings = NULL;
  g_autoptr (GArray) none = NULL;
  static const char *const words[] = { "Urges", "Encourages" };

  block->runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      TwfRun *run = g_new0 (TwfRun, 1);

      run->kind = pieces[i].kind;
      run->text = g_strdup (pieces[i].text);
      g_ptr_array_add (block->runs, run);
    }
  none = twf_block_list_openings (block);
  g_assert_cmpuint (none->len, ==, 0);
  block->forms = TWF_OPENING_OPERATIVE;
  openings = twf_block_list_openings (block);
  drawn = twf_block_dup_drawn (block);
  g_assert_cmpuint (openings->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < openings->len; i++)
    {
      const TwfOpening *opening = &g_array_index (openings, TwfOpening, i);
      g_autofree char *word = g_strndup (drawn + opening->start, opening->end - opening->start);

      g_assert_cmpstr (word, ==, words[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typography/six", test_six);
  g_test_add_func ("/typography/sources", test_sources);
  g_test_add_func ("/typography/wordings", test_wordings);
  return g_test_run ();
}
