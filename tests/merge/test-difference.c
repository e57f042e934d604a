/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-difference.h"

#include <string.h>

#define ROUNDS 3000

/* The runs as people write changes: [-gone-] and {+come+}. */
static char *
draw (GPtrArray *runs)
{
  g_autoptr (GString) drawn = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = g_ptr_array_index (runs, i);

      if (run->kind == TWF_RUN_EQUAL)
        g_string_append (drawn, run->text);
      else if (run->kind == TWF_RUN_DELETED)
        g_string_append_printf (drawn, "[-%s-]", run->text);
      else
        g_string_append_printf (drawn, "{+%s+}", run->text);
    }
  return g_string_free (g_steal_pointer (&drawn), FALSE);
}

static char *
join (GPtrArray *runs, TwfRunKind without)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = g_ptr_array_index (runs, i);

      if (run->kind != without)
        g_string_append (joined, run->text);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* The laws of every difference. */
static void
check_laws (GPtrArray *runs, const char *old_text, const char *new_text)
{
  g_autofree char *olds = join (runs, TWF_RUN_INSERTED);
  g_autofree char *news = join (runs, TWF_RUN_DELETED);

  g_assert_cmpstr (olds, ==, old_text);
  g_assert_cmpstr (news, ==, new_text);
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = g_ptr_array_index (runs, i);
      const TwfRun *before = i > 0 ? g_ptr_array_index (runs, i - 1) : NULL;

      g_assert_cmpstr (run->text, !=, "");
      g_assert_true (g_utf8_validate (run->text, -1, NULL));
      if (before != NULL)
        {
          g_assert_true (before->kind != run->kind || before->move != run->move
                         || before->edited != run->edited);
          g_assert_false (before->kind == TWF_RUN_INSERTED && run->kind == TWF_RUN_DELETED);
        }
    }
}

/* What is @kind of move @move, without what was edited inside it. */
static char *
join_move (GPtrArray *runs, TwfRunKind kind, guint move)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = g_ptr_array_index (runs, i);

      if (run->kind == kind && run->move == move && !run->edited)
        g_string_append (joined, run->text);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* The words of @text, without spaces. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (squeezed, g_utf8_get_char (text));
  return g_string_free (squeezed, FALSE);
}

/* What moved went and came, with the same words but for what was edited. Returns how many moves. */
static guint
check_moves (GPtrArray *runs)
{
  guint n_moves = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = g_ptr_array_index (runs, i);

      g_assert_true (run->move == 0 || run->kind != TWF_RUN_EQUAL);
      g_assert_true (run->move > 0 || !run->edited);
      n_moves = MAX (n_moves, run->move);
    }
  for (guint move = 1; move <= n_moves; move++)
    {
      g_autofree char *went = join_move (runs, TWF_RUN_DELETED, move);
      g_autofree char *came = join_move (runs, TWF_RUN_INSERTED, move);
      g_autofree char *one = squeeze (went);
      g_autofree char *other = squeeze (came);

      g_assert_cmpstr (one, !=, "");
      g_assert_cmpstr (one, ==, other);
    }
  return n_moves;
}

typedef struct
{
  const char *language;
  const char *old_text;
  const char *new_text;
  const char *drawn;
} Case;

static const Case cases[] = {
  { "en", "", "", "" },
  { "en", "Same words.", "Same words.", "Same words." },
  { "en", "", "All of it is new.", "{+All of it is new.+}" },
  { "en", "All of it goes.", "", "[-All of it goes.-]" },
  /* One word, in the six languages. */
  { "en",
    "States should protect museums.",
    "States shall protect museums.",
    "States [-should-]{+shall+} protect museums." },
  { "ar",
    "ينبغي للدول حماية المتاحف.",
    "ينبغي للدول صون المتاحف.",
    "ينبغي للدول [-حماية-]{+صون+} المتاحف." },
  { "zh", "各国应当保护博物馆。", "各国必须保护博物馆。", "各国[-应当-]{+必须+}保护博物馆。" },
  { "fr",
    "Les États devraient protéger les musées.",
    "Les États doivent protéger les musées.",
    "Les États [-devraient-]{+doivent+} protéger les musées." },
  { "ru",
    "Государствам следует охранять музеи.",
    "Государствам необходимо охранять музеи.",
    "Государствам [-следует-]{+необходимо+} охранять музеи." },
  { "es",
    "Los Estados deberían proteger los museos.",
    "Los Estados deben proteger los museos.",
    "Los Estados [-deberían-]{+deben+} proteger los museos." },
  /* A word that grew is another word, never half of one. */
  { "ar", "اعتماد الخطة", "اعتماد خطتها", "اعتماد [-الخطة-]{+خطتها+}" },
  /* A single mark; a space; what is typed at the end. */
  { "en",
    "museums, archives and libraries",
    "museums, archives, and libraries",
    "museums, archives{+,+} and libraries" },
  { "en", "one  space too many", "one space too many", "one[-  -]{+ +}space too many" },
  { "en", "The text", "The text ends", "The text{+ ends+}" },
  { "en", "Ends with a space", "Ends with a space ", "Ends with a space{+ +}" },
  /* Changes that are small and apart stay apart. */
  { "en",
    "Urges Member States to return cultural property to its countries of origin",
    "Urges all Member States to restore cultural property to the countries of origin",
    "Urges {+all +}Member States to [-return-]{+restore+} cultural property to "
    "[-its-]{+the+} countries of origin" },
  /* A rewritten passage is shown once as it was and once as it is. */
  { "en",
    "Governments ought to adopt immediate action against the unlawful commerce in antiquities",
    "States should take urgent measures to combat and prevent the illegal trade of antiquities",
    "[-Governments ought to adopt immediate action against the unlawful commerce in-]"
    "{+States should take urgent measures to combat and prevent the illegal trade of+} "
    "antiquities" },
  { "ar",
    "تتعهد الحكومات باتخاذ إجراءات عاجلة في مواجهة التجارة غير المشروعة",
    "على الدول اعتماد تدابير فورية من أجل مكافحة الاتجار غير المشروع",
    "[-تتعهد الحكومات باتخاذ إجراءات عاجلة في مواجهة التجارة غير المشروعة-]"
    "{+على الدول اعتماد تدابير فورية من أجل مكافحة الاتجار غير المشروع+}" },
  /* A sentence that came is a whole sentence, whichever full stop is whose. */
  { "en",
    "Museums are open. Entry is free.",
    "Museums are open. Guides are trained. Entry is free.",
    "Museums are open. {+Guides are trained. +}Entry is free." },
  { "en",
    "First paragraph.\nThird paragraph.",
    "First paragraph.\nSecond paragraph.\nThird paragraph.",
    "First paragraph.\n{+Second paragraph.\n+}Third paragraph." },
  { "en", "red and blue", "red and green and blue", "red {+and green +}and blue" },
  /* Numbers and symbols are one word each. */
  { "en",
    "resolution 74/176 of 2019",
    "resolution 76/186 of 2019",
    "resolution [-74/176-]{+76/186+} of 2019" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) runs
          = twf_difference_of_texts (cases[i].old_text, cases[i].new_text, cases[i].language);
      g_autofree char *drawn = draw (runs);

      check_laws (runs, cases[i].old_text, cases[i].new_text);
      g_assert_cmpstr (drawn, ==, cases[i].drawn);
    }
}

/* As draw(), with the number of what moved; what was edited inside it stands apart. */
static char *
draw_moves (GPtrArray *runs)
{
  g_autoptr (GString) drawn = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = g_ptr_array_index (runs, i);
      gboolean went = run->kind == TWF_RUN_DELETED;

      if (run->kind == TWF_RUN_EQUAL)
        g_string_append (drawn, run->text);
      else if (run->move > 0 && !run->edited)
        g_string_append_printf (drawn, went ? "[%u %s]" : "{%u %s}", run->move, run->text);
      else
        g_string_append_printf (drawn, went ? "[-%s-]" : "{+%s+}", run->text);
    }
  return g_string_free (g_steal_pointer (&drawn), FALSE);
}

static const Case moves[] = {
  /* A sentence went from the start to the end. */
  { "en",
    "Museums should keep records of every object. Customs officers shall be trained. Funds follow.",
    "Customs officers shall be trained. Funds follow. Museums should keep records of every object.",
    "[1 Museums should keep records of every object.][- -]Customs officers shall be trained. "
    "Funds follow.{+ +}{1 Museums should keep records of every object.}" },
  /* A paragraph moved, and one figure in it was changed. */
  { "ar",
    "تبدأ الفقرة الأولى هنا.\nتخصص الدول ٥٪ من مواردها لحماية المتاحف والمكتبات الوطنية.\n"
    "تنشأ أمانة صغيرة لمتابعة تنفيذ ما جاء في هذه الخطة العالمية من تدابير وبرامج.\n",
    "تبدأ الفقرة الأولى هنا.\n"
    "تنشأ أمانة صغيرة لمتابعة تنفيذ ما جاء في هذه الخطة العالمية من تدابير وبرامج.\n"
    "تخصص الدول ٧٪ من مواردها لحماية المتاحف والمكتبات الوطنية.\n",
    "تبدأ الفقرة الأولى هنا.\n[1 تخصص الدول ][-٥٪-][1  من مواردها لحماية المتاحف والمكتبات "
    "الوطنية.][-\n-]تنشأ أمانة صغيرة لمتابعة تنفيذ ما جاء في هذه الخطة العالمية من تدابير وبرامج.\n"
    "{1 تخصص الدول }{+٧٪+}{1  من مواردها لحماية المتاحف والمكتبات الوطنية.}{+\n+}" },
  /* Chinese has no blanks. */
  { "zh",
    "各国应当保护本国的博物馆和图书馆。秘书处每年向大会提交一份关于执行情况的报告。",
    "秘书处每年向大会提交一份关于执行情况的报告。各国应当保护本国的博物馆和图书馆。",
    "[1 各国应当保护本国的博物馆和图书馆。]秘书处每年向大会提交一份关于执行情况的报告。"
    "{1 各国应当保护本国的博物馆和图书馆。}" },
  /* Two words that changed places are no move. */
  { "en",
    "states and museums shall act",
    "museums and states shall act",
    "{+museums and +}states [-and museums -]shall act" },
};

static void
test_moves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GPtrArray) runs
          = twf_difference_of_texts (moves[i].old_text, moves[i].new_text, moves[i].language);
      g_autofree char *drawn = draw_moves (runs);

      check_laws (runs, moves[i].old_text, moves[i].new_text);
      check_moves (runs);
      g_assert_cmpstr (drawn, ==, moves[i].drawn);
    }
}

/* The law of moves: of paragraphs that have no phrase in common, one that goes elsewhere is a move,
 * and so it is if one of its words is another. */
static void
test_moved_law (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) one = g_string_new (NULL);
      g_autoptr (GString) other = g_string_new (NULL);
      g_autoptr (GPtrArray) runs = NULL;
      guint from = (guint)g_test_rand_int_range (0, 8);
      guint to = (from + (guint)g_test_rand_int_range (2, 7)) % 8;
      gboolean edited = round % 2 == 1;
      g_autofree char *moved = NULL;

      for (guint i = 0; i < 8; i++)
        {
          g_autoptr (GString) paragraph = g_string_new (NULL);

          for (guint word = 0; word < (i == from ? 12 : 40); word++)
            g_string_append_printf (paragraph, "word%cx%u ", 'a' + (char)i, word);
          g_string_append (paragraph, "end.\n");
          g_string_append (one, paragraph->str);
          g_ptr_array_add (paragraphs, g_string_free (g_steal_pointer (&paragraph), FALSE));
        }
      moved = g_ptr_array_steal_index (paragraphs, from);
      if (edited)
        memcpy (strstr (moved, "x6") - 5, "other", strlen ("other"));
      g_ptr_array_insert (paragraphs, (gint)to, g_steal_pointer (&moved));
      for (guint i = 0; i < 8; i++)
        g_string_append (other, g_ptr_array_index (paragraphs, i));
      runs = twf_difference_of_texts (one->str, other->str, "en");
      check_laws (runs, one->str, other->str);
      g_assert_cmpuint (check_moves (runs), ==, 1);
    }
}

static void
test_none_is_empty (void)
{
  g_autoptr (GPtrArray) came = twf_difference_of_texts (NULL, "text", NULL);
  g_autoptr (GPtrArray) nothing = twf_difference_of_texts (NULL, NULL, NULL);

  check_laws (came, "", "text");
  g_assert_cmpuint (nothing->len, ==, 0);
}

/* Few words, so that most of them stand in both texts and in many places. */
static char *
make_text (const char *const *words, guint n_words, guint longest)
{
  GString *text = g_string_new (NULL);
  guint n = (guint)g_test_rand_int_range (0, (gint32)longest);

  for (guint i = 0; i < n; i++)
    g_string_append (text, words[g_test_rand_int_range (0, (gint32)n_words)]);
  return g_string_free (text, FALSE);
}

/* @text with some of its bytes' words gone, doubled or replaced: cut at spaces. */
static char *
edit_text (const char *text, const char *const *words, guint n_words)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  GString *edited = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint what = (guint)g_test_rand_int_range (0, 20);

      if (what == 0)
        continue;
      if (what == 1)
        g_string_append (edited, words[g_test_rand_int_range (0, (gint32)n_words)]);
      else
        g_string_append (edited, parts[i]);
      if (what == 2)
        g_string_append (edited, parts[i]);
      if (parts[i + 1] != NULL)
        g_string_append_c (edited, ' ');
    }
  return g_string_free (edited, FALSE);
}

static void
test_laws_hold (void)
{
  static const char *const words[]
      = { "the ",     "of ",  "States, ", "museum ", "a",       "في ",
          "المتاحف ", "، ",   "حماية",    "保护",    "各国",    "。",
          "\n",       "  ",   "e\u0301 ", ". ",      "74/176 ", "\u2068x\u2069 ",
          "\u200f",   "and ", "return ",  "🏺 ",   "й ",      "!" };

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *one = make_text (words, G_N_ELEMENTS (words), round % 10 == 0 ? 400 : 30);
      g_autofree char *edited = edit_text (one, words, G_N_ELEMENTS (words));
      g_autofree char *other = make_text (words, G_N_ELEMENTS (words), 30);
      g_autoptr (GPtrArray) near = twf_difference_of_texts (one, edited, "ar");
      g_autoptr (GPtrArray) far = twf_difference_of_texts (one, other, "en");
      g_autoptr (GPtrArray) same = twf_difference_of_texts (one, one, "en");

      check_laws (near, one, edited);
      check_moves (near);
      check_moves (far);
      check_laws (far, one, other);
      g_assert_cmpuint (same->len, ==, *one != '\0');
    }
}

/* Digits in groups without end were read again for each group. */
static void
test_hostile_numbers (void)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = NULL;

  for (guint i = 0; i < 13000; i++)
    {
      g_string_append (one, "123\u00a0");
      g_string_append (other, i % 2 ? "456\u202f" : "123\u00a0");
    }
  runs = twf_difference_of_texts (one->str, other->str, "fr");
  check_laws (runs, one->str, other->str);
  check_moves (runs);
}

/* What no person wrote must cost a bounded time and keep the laws: 64 KiB and more. */
static void
test_hostile_texts (void)
{
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) marks = NULL;

  /* Few different words, in two orders that have nothing to do with each other. */
  for (guint i = 0; i < 40000; i++)
    {
      g_string_append_printf (one, "w%d ", g_test_rand_int_range (0, 50));
      g_string_append_printf (other, "w%d%s", g_test_rand_int_range (0, 50), i % 9 ? " " : ". ");
    }
  runs = twf_difference_of_texts (one->str, other->str, "en");
  check_laws (runs, one->str, other->str);
  check_moves (runs);

  g_string_truncate (one, 0);
  g_string_truncate (other, 0);
  for (guint i = 0; i < 65536; i++)
    {
      g_string_append_c (one, ",.;-!"[g_test_rand_int_range (0, 5)]);
      g_string_append_c (other, ",.;-!"[g_test_rand_int_range (0, 5)]);
    }
  marks = twf_difference_of_texts (one->str, other->str, NULL);
  check_laws (marks, one->str, other->str);
}

/* The text of a resolution: what stands between its tags, a paragraph a line. */
static char *
load_resolution (const char *name)
{
  const char *material = g_getenv ("TAWAFUQ_MATERIAL");
  g_autofree char *path = g_build_filename (material != NULL ? material : "", "un", name, NULL);
  g_autofree char *xml = NULL;
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>\\s*", 0, 0, NULL);

  if (!g_file_get_contents (path, &xml, NULL, NULL))
    return NULL;
  return g_regex_replace_literal (tags, xml, -1, 0, "\n", 0, NULL);
}

static void
test_resolutions (void)
{
  static const char languages[] = "ACEFRS";
  static const char *const tags[] = { "ar", "zh", "en", "fr", "ru", "es" };

  for (guint i = 0; languages[i] != '\0'; i++)
    {
      g_autofree char *old_name = g_strdup_printf ("74_176_%c.xml", languages[i]);
      g_autofree char *new_name = g_strdup_printf ("A_RES_76_186-2119241%c.xml", languages[i]);
      g_autofree char *old_text = load_resolution (old_name);
      g_autofree char *new_text = load_resolution (new_name);
      g_autoptr (GPtrArray) runs = NULL;
      gsize equal = 0;

      if (old_text == NULL || new_text == NULL)
        {
          g_test_skip ("the resolutions are not in $TAWAFUQ_MATERIAL/un");
          return;
        }
      runs = twf_difference_of_texts (old_text, new_text, tags[i]);
      check_laws (runs, old_text, new_text);
      g_test_message ("%u moves", check_moves (runs));
      for (guint j = 0; j < runs->len; j++)
        {
          const TwfRun *run = g_ptr_array_index (runs, j);

          equal += run->kind == TWF_RUN_EQUAL ? strlen (run->text) : 0;
        }
      /* The later resolution repeats most of the earlier one. */
      g_test_message (
          "%s: %u runs, %zu of %zu bytes stayed", tags[i], runs->len, equal, strlen (old_text));
      g_assert_cmpuint (equal * 2, >, strlen (old_text));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/resolutions", test_resolutions);
  g_test_add_func ("/difference/cases", test_cases);
  g_test_add_func ("/difference/moves", test_moves);
  g_test_add_func ("/difference/moved-law", test_moved_law);
  g_test_add_func ("/difference/none-is-empty", test_none_is_empty);
  g_test_add_func ("/difference/laws-hold", test_laws_hold);
  g_test_add_func ("/difference/hostile-texts", test_hostile_texts);
  g_test_add_func ("/difference/hostile-numbers", test_hostile_numbers);
  return g_test_run ();
}
