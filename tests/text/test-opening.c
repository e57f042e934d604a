/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-bidi.h"
#include "twf-opening.h"
#include "twf-segments.h"

#include <string.h>

#define SHADDA "\331\221"
#define NBSP "\302\240"

/* What each paragraph opens with; NULL: with nothing known. */
static const struct
{
  const char *language;
  TwfOpeningForms forms;
  const char *text;
  const char *opening;
} cases[] = {
  { "en", TWF_OPENING_PREAMBULAR, "Recalling also its earlier decisions,", "Recalling also" },
  { "en", TWF_OPENING_PREAMBULAR, "Recalling its earlier decisions,", "Recalling" },
  { "en",
    TWF_OPENING_PREAMBULAR,
    "Noting with deep concern that few agree,",
    "Noting with deep concern" },
  { "en",
    TWF_OPENING_OPERATIVE,
    "Also requests the Secretary-General to report;",
    "Also requests" },
  { "en", TWF_OPENING_OPERATIVE, "urges States to join;", "urges" },
  { "en", TWF_OPENING_OPERATIVE, "[“Strongly urges” States", "Strongly urges" },
  { "en", TWF_OPENING_OPERATIVE, "Welcomes and encourages such work;", "Welcomes and encourages" },
  { "en",
    TWF_OPENING_OPERATIVE,
    "Expresses its appreciation to the hosts;",
    "Expresses its appreciation" },
  { "en", TWF_OPENING_OPERATIVE, "Requests for help are answered within a week.", NULL },
  { "en", TWF_OPENING_OPERATIVE, "Urgestion is no word.", NULL },
  { "en", TWF_OPENING_OPERATIVE, "The office opens in May.", NULL },
  { "en", TWF_OPENING_OPERATIVE, "Recalling what was said,", NULL },
  { "en", TWF_OPENING_PREAMBULAR, "Recalls what was said;", NULL },
  { "ar", TWF_OPENING_PREAMBULAR, "وإذ تشير أيضا إلى قراراتها،", "وإذ تشير أيضا" },
  { "ar", TWF_OPENING_PREAMBULAR, "وإذ يشير إلى قراراته،", "وإذ يشير" },
  { "ar", TWF_OPENING_OPERATIVE, "تشجع الدول الأعضاء؛", "تشجع" },
  { "ar", TWF_OPENING_OPERATIVE, "يحث الدول الأعضاء؛", "يحث" },
  { "ar", TWF_OPENING_OPERATIVE, "تسل" SHADDA "م بأهمية ذلك؛", "تسل" SHADDA "م" },
  { "ar", TWF_OPENING_OPERATIVE, TWF_RLM "[تحـــث الدول؛", "تحـــث" },
  { "ar", TWF_OPENING_OPERATIVE, "تعرب عن بالغ قلقها إزاء ذلك؛", "تعرب عن بالغ قلقها" },
  { "ar", TWF_OPENING_OPERATIVE, "تشجيع الدول الأعضاء.", NULL },
  { "ar", TWF_OPENING_OPERATIVE, "وإذ تشير إلى ذلك،", NULL },
  { "zh", TWF_OPENING_PREAMBULAR, "又回顾其决议，", "又回顾" },
  { "zh", TWF_OPENING_OPERATIVE, "强烈敦促会员国；", "强烈敦促" },
  { "zh", TWF_OPENING_OPERATIVE, "请秘书长提出报告；", "请" },
  { "zh", TWF_OPENING_OPERATIVE, "请求应在一周内答复。", NULL },
  { "fr", TWF_OPENING_PREAMBULAR, "Rappelant en outre sa résolution,", "Rappelant en outre" },
  { "fr", TWF_OPENING_OPERATIVE, "Prie instamment les États ;", "Prie instamment" },
  { "fr", TWF_OPENING_OPERATIVE, "S'engage de nouveau à agir ;", "S'engage de nouveau" },
  { "ru", TWF_OPENING_PREAMBULAR, "ссылаясь далее на свою резолюцию,", "ссылаясь далее" },
  { "ru",
    TWF_OPENING_OPERATIVE,
    "Настоятельно" NBSP "призывает государства;",
    "Настоятельно" NBSP "призывает" },
  { "es",
    TWF_OPENING_PREAMBULAR,
    "Acogiendo con beneplácito también la labor,",
    "Acogiendo con beneplácito también" },
  { "es", TWF_OPENING_OPERATIVE, "Solicita al Secretario General que informe;", "Solicita" },
  { "de", TWF_OPENING_ANY, "Ermutigt die Staaten;", NULL },
  { "en", TWF_OPENING_ANY, "", NULL },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TwfOpening opening;
      gboolean found
          = twf_opening_find (cases[i].text, cases[i].language, cases[i].forms, &opening);
      g_autofree char *words = NULL;

      if (found)
        words = g_strndup (cases[i].text + opening.start, opening.end - opening.start);
      g_assert_cmpstr (words, ==, cases[i].opening);
    }
}

/* Whatever stands around it, an opening begins and ends between graphemes. */
static void
test_graphemes (void)
{
  static const char *const behind[]
      = { "\314\201", SHADDA, "\342\200\215x", "\342\200\214", "", " x", "。", "\357\270\217" };
  static const char *const before[] = { "", "\314\201", TWF_RLM, "[", "« ", "\342\200\215" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint b = 0; b < G_N_ELEMENTS (before); b++)
      for (guint e = 0; e < G_N_ELEMENTS (behind); e++)
        {
          const char *words = cases[i].opening != NULL ? cases[i].opening : cases[i].text;
          g_autofree char *text = g_strconcat (before[b], words, behind[e], NULL);
          TwfOpening opening;
          g_autoptr (GArray) graphemes = NULL;
          guint borders = 0;

          if (!twf_opening_find (text, cases[i].language, TWF_OPENING_ANY, &opening))
            continue;
          g_assert_cmpuint (opening.start, <, opening.end);
          g_assert_cmpuint (opening.end, <=, strlen (text));
          graphemes = twf_text_segment (text, TWF_BOUNDARY_GRAPHEME, cases[i].language);
          for (guint g = 0; g < graphemes->len; g++)
            {
              const TwfSegment *segment = &g_array_index (graphemes, TwfSegment, g);

              borders += segment->start == opening.start;
              borders += segment->start + segment->length == opening.end;
            }
          g_assert_cmpuint (borders, ==, 2);
        }
}

/* From the softest to the strongest, line by line. */
static const struct
{
  const char *language;
  const char *ladder[9];
} ladders[] = {
  { "en",
    { "Notes",
      "Encourages",
      "Strongly encourages",
      "Invites",
      "Requests",
      "Calls upon",
      "Urges",
      "Demands",
      NULL } },
  { "en", { "Takes note of", "Notes with appreciation", "Welcomes", "Endorses", NULL } },
  { "en",
    { "Notes",
      "Notes with concern",
      "Notes with deep concern",
      "Deplores",
      "Condemns",
      "Strongly condemns",
      NULL } },
  { "ar", { "تلاحظ", "تشجع", "تدعو", "تطلب", "تهيب", "تحث", "تطالب", NULL } },
  { "zh", { "注意到", "鼓励", "大力鼓励", "邀请", "请", "促请", "敦促", "要求", NULL } },
  { "fr", { "Note", "Encourage", "Invite", "Prie", "Demande", "Exhorte", "Exige", NULL } },
  { "ru",
    { "отмечает",
      "рекомендует",
      "предлагает",
      "просит",
      "призывает",
      "настоятельно призывает",
      "требует",
      NULL } },
  { "es", { "Observa", "Alienta", "Invita", "Solicita", "Exhorta", "Insta", "Exige", NULL } },
};

static void
test_ladders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ladders); i++)
    for (guint one = 0; ladders[i].ladder[one] != NULL; one++)
      for (guint other = 0; ladders[i].ladder[other] != NULL; other++)
        {
          TwfOpening before, after;
          TwfShift expected = one == other  ? TWF_SHIFT_NONE
                              : one < other ? TWF_SHIFT_STRONGER
                                            : TWF_SHIFT_SOFTER;

          g_assert_true (twf_opening_find (
              ladders[i].ladder[one], ladders[i].language, TWF_OPENING_ANY, &before));
          g_assert_true (twf_opening_find (
              ladders[i].ladder[other], ladders[i].language, TWF_OPENING_ANY, &after));
          g_assert_cmpint (twf_opening_compare (&before, &after), ==, expected);
        }
}

/* Over all that there are: antisymmetric, and transitive. */
static void
test_order (void)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TwfOpening));

  for (TwfScale scale = TWF_SCALE_NONE; scale <= TWF_SCALE_APPROVING; scale++)
    for (guint strength = 0; strength <= 85; strength += 5)
      {
        TwfOpening opening = { .scale = scale, .strength = strength };

        g_array_append_val (all, opening);
      }
  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < all->len; j++)
      {
        const TwfOpening *one = &g_array_index (all, TwfOpening, i);
        const TwfOpening *other = &g_array_index (all, TwfOpening, j);
        TwfShift shift = twf_opening_compare (one, other);
        TwfShift back = twf_opening_compare (other, one);

        g_assert_true ((shift == TWF_SHIFT_SOFTER) == (back == TWF_SHIFT_STRONGER));
        g_assert_true ((shift == TWF_SHIFT_NONE) == (back == TWF_SHIFT_NONE));
        for (guint k = 0; shift == TWF_SHIFT_SOFTER && k < all->len; k++)
          {
            const TwfOpening *third = &g_array_index (all, TwfOpening, k);

            if (twf_opening_compare (other, third) == TWF_SHIFT_SOFTER)
              g_assert_cmpint (twf_opening_compare (one, third), ==, TWF_SHIFT_SOFTER);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/opening/find", test_find);
  g_test_add_func ("/opening/graphemes", test_graphemes);
  g_test_add_func ("/opening/ladders", test_ladders);
  g_test_add_func ("/opening/order", test_order);
  return g_test_run ();
}
