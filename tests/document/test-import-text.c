/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "import-support.h"

#include "twf-headings.h"
#include "twf-lexicon.h"
#include "twf-marks.h"
#include "twf-metadata.h"
#include "twf-reading.h"
#include "twf-repair.h"

static void
test_plain_text (void)
{
  static const char text[] = "Plan for clean rivers\n\n"
                             "Rivers are shared by many\nwho use them.\n\n"
                             "1. Principles\n\n"
                             "- Water is for all\n"
                             "  - and for those who come later\n"
                             "- Nobody is left out\n\n"
                             "2. Actions\n\n"
                             "1. Governments measure the water every month.\n"
                             "(a) They publish what they find.\n"
                             "(b) They say what it means.\n"
                             "2. Cities build filters.\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfDraft) draft = read_string (text, NULL, &error);
  g_autoptr (TwfPlan) plan = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (twf_draft_get_languages (draft)[0], ==, "en");
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_RATIONALE), ==, 1);
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_PRINCIPLES), ==, 3);
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_ACTIONS), ==, 4);
  plan = twf_draft_to_plan (draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twf_plan_get_title (plan, "en"), ==, "Plan for clean rivers");
  all = twf_plan_list_all (plan);
  g_assert_cmpuint (all->len, ==, 8);
  g_assert_cmpstr (twf_provision_get_text (all->pdata[0], TWF_PART_BODY, "en"),
                   ==,
                   "Rivers are shared by many who use them.");
  g_assert_cmpstr (
      twf_provision_get_parent (all->pdata[2]), ==, twf_provision_get_id (all->pdata[1]));
  g_assert_cmpstr (
      twf_provision_get_parent (all->pdata[5]), ==, twf_provision_get_id (all->pdata[4]));
  g_assert_null (twf_provision_get_parent (all->pdata[7]));
}

static void
test_headings_in_six_languages (void)
{
  static const struct
  {
    const char *text;
    TwfSection section;
  } cases[] = {
    { "Guiding principles", TWF_SECTION_PRINCIPLES },
    { "II. Objectives", TWF_SECTION_OBJECTIVES },
    { "Why a plan?", TWF_SECTION_RATIONALE },
    { "Plan of action", TWF_SECTION_ACTIONS },
    { "4. Implementation and follow-up", TWF_SECTION_PROCEDURE },
    { "Principes directeurs", TWF_SECTION_PRINCIPLES },
    { "Exposé des motifs", TWF_SECTION_RATIONALE },
    { "3) Mesures", TWF_SECTION_ACTIONS },
    { "Objetivos", TWF_SECTION_OBJECTIVES },
    { "Antecedentes", TWF_SECTION_RATIONALE },
    { "Procedimiento de adopción", TWF_SECTION_PROCEDURE },
    { "Обоснование", TWF_SECTION_RATIONALE },
    { "Цели и задачи", TWF_SECTION_OBJECTIVES },
    { "План действий", TWF_SECTION_ACTIONS },
    { "一、背景", TWF_SECTION_RATIONALE },
    { "指导原则", TWF_SECTION_PRINCIPLES },
    { "目标", TWF_SECTION_OBJECTIVES },
    { "行动计划", TWF_SECTION_ACTIONS },
    { "المبادئ", TWF_SECTION_PRINCIPLES },
    { "٢ - الأهداف", TWF_SECTION_OBJECTIVES },
    { "الحجج المؤيدة", TWF_SECTION_RATIONALE },
    { "التدابير", TWF_SECTION_ACTIONS },
  };
  static const char *const others[] = { "", "Water", "La mer", "Вода", "水", "الماء", "1." };
  TwfSection section;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (twf_heading_recognize (cases[i].text, &section));
      g_assert_cmpint (section, ==, cases[i].section);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (twf_heading_recognize (others[i], &section));
  g_assert_true (twf_heading_is_annex ("Annex I"));
  g_assert_true (twf_heading_is_annex ("المرفق"));
  g_assert_false (twf_heading_is_annex ("The annex to this letter says more"));
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    const char *number;
    const char *plain;
  } cases[] = {
    { "7. Water", "7.", "7" },    { "7 - ماء", "7 -", "7" },       { "٧ - ماء", "٧ -", "7" },
    { "(b) water", "(b)", "#2" }, { "b) agua", "b)", "#2" },       { "(ب) ماء", "(ب)", "#2" },
    { "б) вода", "б)", "#2" },    { "1.2. Water", "1.2.", "1.2" }, { "(هـ) ماء", "(هـ)", "#5" },
  };
  static const char *const none[] = { "2010 was dry", "A. Name spoke", "Water", "64/293 of 2010" };
  TwfMark mark;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (twf_mark_find (cases[i].text, &mark));
      g_assert_cmpstr (mark.number, ==, cases[i].number);
      plain = twf_number_dup_plain (mark.number);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (twf_mark_find (none[i], &mark));
}

static void
test_metadata (void)
{
  static const struct
  {
    const char *text;
    const char *language;
  } dates[] = {
    { "Letter dated 3 March 2026 from many", "en" },
    { "Lettre datée du 3 mars 2026", "fr" },
    { "Carta de fecha 3 de marzo de 2026", "es" },
    { "Письмо от 3 марта 2026 года", "ru" },
    { "2026年3月3日的信", "zh" },
    { "رسالة مؤرخة ٣ آذار/مارس ٢٠٢٦", "ar" },
    { "٢٠٢٦مـــارس / آذار٣رسالة مؤرخة", "ar" },
  };
  g_autofree char *none = twf_metadata_find_date ("In 2026 there were 30 of them", "en");
  g_autofree char *symbol = twf_metadata_find_symbol ("A/80/L.12/Rev.1");
  g_autofree char *item = twf_metadata_find_agenda_item ("من جدول الأعمال١٨البند");
  g_autofree char *session = twf_metadata_find_session ("Eightieth session");
  g_autofree char *state = twf_metadata_find_state ("Permanent Representative of Kenya", "en");

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *day = twf_metadata_find_date (dates[i].text, dates[i].language);

      g_test_message ("%s", dates[i].text);
      g_assert_cmpstr (day, ==, "2026-03-03");
    }
  g_assert_null (none);
  g_assert_cmpstr (symbol, ==, "A/80/L.12/Rev.1");
  g_assert_cmpstr (item, ==, "18");
  g_assert_cmpstr (session, ==, "80");
  g_assert_cmpstr (state, ==, "KE");
}

static void
test_safe_repairs (void)
{
  g_autoptr (TwfLexicon) lexicon = twf_lexicon_new ("المتعددة ولجنة");
  g_autofree char *tatweel = twf_repair_line ("الـــماء   لـــنا ، ولهـم .", NULL);
  g_autofree char *heh = twf_repair_line ("سنة ١٤٤٧ هـ", NULL);
  g_autofree char *steering
      = twf_repair_line ("\342\200\253ماء\342\200\254 \342\201\250A\342\201\251", NULL);
  g_autofree char *forms = twf_repair_line ("\357\273\243\357\272\216\357\272\200", NULL);
  g_autofree char *joined = twf_repair_line ("المتعــ ــددة", lexicon);
  g_autofree char *apart = twf_repair_line ("المتعــ ــستان", lexicon);
  g_autofree char *again = twf_repair_line (tatweel, NULL);

  g_assert_cmpstr (tatweel, ==, "الماء لنا، ولهم.");
  g_assert_cmpstr (heh, ==, "سنة ١٤٤٧ هـ");
  g_assert_cmpstr (steering, ==, "ماء A");
  g_assert_cmpstr (forms, ==, "ماء");
  g_assert_cmpstr (joined, ==, "المتعددة");
  /* Tatweel on both sides alone does not make one word of two halves. */
  g_assert_cmpstr (apart, ==, "المتع ستان");
  g_assert_cmpstr (again, ==, tatweel);
}

static void
test_html (void)
{
  static const char page[]
      = "<!DOCTYPE html><html lang='fr'><head><title>x</title><style>p{}</style></head><body>"
        "<script>alert('no')</script><h1>Plan pour l&#8217;eau</h1>"
        "<h2>Objectifs</h2><ul><li>De l&#8217;eau<ul><li>propre</li></ul></li></ul>"
        "<h2>Mesures</h2><h3>Villes</h3><ol start='3'><li>Construire</li><li>Mesurer</li></ol>"
        "<p lang='ar' dir='rtl'>&#1605;&#1575;&#1569;</p></body></html>";
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfDraft) draft = read_string (page, NULL, &error);
  g_autoptr (TwfPlan) plan = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = twf_draft_to_text (draft);
  g_assert_null (strstr (text, "alert"));
  g_assert_null (strstr (text, "p{}"));
  g_assert_cmpstr (twf_draft_get_languages (draft)[0], ==, "fr");
  g_assert_cmpstr (twf_draft_get_languages (draft)[1], ==, "ar");
  plan = twf_draft_to_plan (draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twf_plan_get_title (plan, "fr"), ==, "Plan pour l’eau");
  g_assert_cmpuint (
      g_list_model_get_n_items (twf_plan_list_children (plan, TWF_SECTION_OBJECTIVES, NULL)),
      ==,
      1);
  /* The heading in the section is stored, with what is under it. */
  g_assert_cmpuint (
      g_list_model_get_n_items (twf_plan_list_children (plan, TWF_SECTION_ACTIONS, NULL)), ==, 1);
  g_assert_cmpuint (twf_plan_get_n_provisions (plan), ==, 6);
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *bytes;
    gsize size;
    int code;
  } cases[] = {
    { "", 0, TWF_ERROR_EMPTY },
    { " \n\t\n", 4, TWF_ERROR_EMPTY },
    { "\377\330\377\340\0\20", 6, TWF_ERROR_UNSUPPORTED },
    { "%PDF-1.7\n", 9, TWF_ERROR_UNSUPPORTED },
    { "PK\3\4....", 8, TWF_ERROR_UNSUPPORTED },
    { "caf\351 au lait", 12, TWF_ERROR_ENCODING },
    { "one\0two", 7, TWF_ERROR_ENCODING },
    { "\1\2\3\4\5\6\7\1\2\3\4\5", 12, TWF_ERROR_UNSUPPORTED },
    { "<html><body><script>x</script></body></html>", 44, TWF_ERROR_EMPTY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_bytes (cases[i].bytes, cases[i].size, NULL, &error));
      g_assert_error (error, TWF_ERROR, cases[i].code);
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_too_large (void)
{
  g_autofree char *data = g_malloc0 (TWF_IMPORT_MOST_BYTES + 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (data, TWF_IMPORT_MOST_BYTES + 1, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_TOO_LARGE);
}

/* Orders that hold only words that exist, and yet are wrong, each by one of the marks that
 * twf-reading.c knows; and right ones beside them. */
static void
test_sound_readings (void)
{
  static const struct
  {
    const char *text;
    const char *to;
    gboolean sound;
  } cases[] = {
    { "في المدن الماء و القرى", "الماء في المدن والقرى", FALSE },
    { ". في المدن الماء ف", "فالماء في المدن.", TRUE },
    { "في الماء من المدن", "الماء من في المدن", FALSE },
    { "المدن، والقرى الماء", "المدن الماء، والقرى", FALSE },
    { "المدن، والقرى الماء", "الماء المدن، والقرى", TRUE },
    { "ورقة غ ير الماء", "الماء غير ورقة", FALSE },
    { "(الماء) المدن", "المدن (الماء)", TRUE },
    { ")الماء( المدن", "المدن (الماء", FALSE },
    { "والحماية: المدن الماء", "الماء المدن والحماية:", FALSE },
    { "Water الماء في المدن", "في المدن Water الماء", FALSE },
    { "المتحدة الأمم", "المتحدة الأمم", FALSE },
    { "المتحدة الأمم", "الأمم المتحدة", TRUE },
  };
  g_autoptr (TwfLexicon) lexicon = twf_lexicon_new ("");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].to);
      g_assert_cmpint (
          twf_reading_is_sound (cases[i].text, cases[i].to, lexicon), ==, cases[i].sound);
    }
}

static void
test_too_many (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body>");
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *wide = g_strnfill (TWF_IMPORT_MOST_PARAGRAPH_BYTES + 1, 'w');
  g_autoptr (GError) tags = NULL;
  g_autoptr (GError) paragraphs = NULL;
  g_autoptr (GError) bytes = NULL;

  for (guint i = 0; i <= TWF_IMPORT_MOST_TAGS; i++)
    g_string_append (page, "<b>");
  for (guint i = 0; i <= TWF_IMPORT_MOST_PARAGRAPHS; i++)
    g_string_append (lines, "w\n\n");
  g_assert_null (read_string (page->str, NULL, &tags));
  g_assert_error (tags, TWF_ERROR, TWF_ERROR_TOO_LARGE);
  g_assert_null (read_string (lines->str, NULL, &paragraphs));
  g_assert_error (paragraphs, TWF_ERROR, TWF_ERROR_TOO_LARGE);
  g_assert_null (read_string (wide, NULL, &bytes));
  g_assert_error (bytes, TWF_ERROR, TWF_ERROR_TOO_LARGE);
  g_assert_true (g_str_has_prefix (bytes->message, "line 1: "));
}

static void
test_deep_page (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (page, "<ul><li>x");
  /* Where the parser gives up, what lies deeper would be lost. */
  g_assert_null (read_string (page->str, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
}

/* The same letter as the Arabic ones, in two more languages. */
static void
test_letters (void)
{
  static const struct
  {
    const char *text;
    const char *language;
    const char *office;
  } cases[] = {
    { "Eightieth session\nAgenda item 18\n\n    Water and schools\n\n"
      "Letter dated 3 March 2026 from the Permanent Representatives of\n"
      "Kenya and Jordan addressed to the Secretary-General\n\n"
      "    We have the honour to send you a paper on water in schools.\n\n"
      "(Signed) Wanjiru Kamau\nPermanent Representative of Kenya\n\n"
      "(Signed) Salma Haddad\nPermanent Representative of Jordan\n\n"
      "Annex to the letter dated 3 March 2026\n\n"
      "Why a plan for water in schools?\n\n"
      "1. Principles\n\n\342\200\242  Water is for all\n\n"
      "2. Objectives\n\n\342\200\242  A well in each school\n",
      "en",
      "Permanent Representative" },
    { "Point 18 de l’ordre du jour\n\n"
      "Lettre datée du 3 mars 2026, adressée au Secrétaire général par les\n"
      "Représentants permanents du Kenya et de la Jordanie\n\n"
      "    Nous avons l’honneur de vous faire tenir un document sur l’eau.\n\n"
      "(Signé) Wanjiru Kamau\nReprésentant permanent du Kenya\n\n"
      "(Signé) Salma Haddad\nReprésentant permanent de la Jordanie\n\n"
      "Annexe à la lettre datée du 3 mars 2026\n\n"
      "De l’eau dans chaque école\n\n"
      "1. Principes\n\n\342\200\242  L’eau est à tous\n\n"
      "2. Objectifs\n\n\342\200\242  Un puits dans chaque école\n",
      "fr",
      "Représentant permanent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TwfDraft) draft = read_string (cases[i].text, NULL, &error);
      g_autoptr (TwfPlan) plan = NULL;
      g_autofree char *name = NULL;
      g_autofree char *title = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (twf_draft_get_languages (draft)[0], ==, cases[i].language);
      g_assert_cmpuint (twf_draft_count_suggestions (draft), ==, 0);
      g_assert_cmpuint (count_role (draft, TWF_ROLE_SIGNATORY), ==, 2);
      g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_LETTER), ==, 1);
      g_assert_cmpuint (
          count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_PRINCIPLES), ==, 1);
      g_assert_cmpuint (
          count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_OBJECTIVES), ==, 1);
      plan = twf_draft_to_plan (draft, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_DATE), ==, "2026-03-03");
      g_assert_nonnull (twf_plan_get_title (plan, cases[i].language));
      g_assert_nonnull (twf_plan_get_delegation (plan, "JO"));
      name = twf_delegation_dup_localized (
          twf_plan_get_delegation (plan, "KE"), TWF_DELEGATION_REPRESENTATIVE, cases[i].language);
      title = twf_delegation_dup_localized (
          twf_plan_get_delegation (plan, "KE"), TWF_DELEGATION_TITLE, cases[i].language);
      g_assert_cmpstr (name, ==, "Wanjiru Kamau");
      g_assert_cmpstr (title, ==, cases[i].office);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GPtrArray) bytes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_ptr_array_add (bytes, g_bytes_new_static ("Water for all.", 14));
  g_assert_null (twf_import_read (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_accepting (void)
{
  static const char letter[] = "رسالة مؤرخة ٣ آذار/مارس ٢٠٢٦\n\n"
                               "  .المتحدة خطة عمل\n\n"
                               "   (توقيع) فلان\n   الممثل الدائم لمصر\n";
  g_autoptr (TwfDraft) draft = read_string (letter, NULL, NULL);
  gboolean met = FALSE;

  g_assert_nonnull (draft);
  for (guint i = 0; i < count_items (draft); i++)
    {
      TwfDraftParagraph *one = get_item (draft, i);
      g_autofree char *final = NULL;

      if (twf_draft_paragraph_get_suggestions (one)->len == 0)
        continue;
      met = TRUE;
      twf_draft_paragraph_accept (one, 0, TRUE);
      final = twf_draft_paragraph_dup_final_text (one, "ar");
      g_assert_cmpstr (final, ==, "المتحدة خطة عمل.");
      /* A person's own wording drops what no longer fits. */
      twf_draft_paragraph_set_text (one, "ar", "نص آخر");
      g_assert_cmpuint (twf_draft_paragraph_get_suggestions (one)->len, ==, 0);
    }
  g_assert_true (met);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/text/plain", test_plain_text);
  g_test_add_func ("/import/text/headings", test_headings_in_six_languages);
  g_test_add_func ("/import/text/numbers", test_numbers);
  g_test_add_func ("/import/text/metadata", test_metadata);
  g_test_add_func ("/import/text/safe-repairs", test_safe_repairs);
  g_test_add_func ("/import/text/html", test_html);
  g_test_add_func ("/import/text/hostile", test_hostile);
  g_test_add_func ("/import/text/too-large", test_too_large);
  g_test_add_func ("/import/text/sound-readings", test_sound_readings);
  g_test_add_func ("/import/text/too-many", test_too_many);
  g_test_add_func ("/import/text/deep-page", test_deep_page);
  g_test_add_func ("/import/text/letters", test_letters);
  g_test_add_func ("/import/text/cancelled", test_cancelled);
  g_test_add_func ("/import/text/accepting", test_accepting);
  return g_test_run ();
}
