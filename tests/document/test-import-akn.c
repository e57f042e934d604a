/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "import-support.h"

typedef struct
{
  const char *files; /* up to the letter of the language */
  const char *symbol;
  const char *session;
  const char *item;
  const char *date;
  guint rationale;
  guint actions; /* with headings */
  guint notes;
} Resolution;

static const Resolution resolutions[] = {
  { "un/74_176_%c.xml", "A/RES/74/176", "74", "106", "2019-12-18", 47, 26, 23 },
  { "un/A_RES_76_186-2119241%c.xml", "A/RES/76/186", "76", "108", "2021-12-16", 50, 28, 22 },
  { "un/A_RES_76_7-2117189%c.xml", "A/RES/76/7", "76", "108", "2021-11-22", 1, 43, 12 },
};

static const char letters[] = "EACFRS";

static GPtrArray *
load_resolution (const Resolution *resolution, const char *languages)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);

  for (; *languages != '\0'; languages++)
    {
      g_auto (GStrv) parts = g_strsplit (resolution->files, "%c", 2);
      g_autofree char *name = g_strdup_printf ("%s%c%s", parts[0], *languages, parts[1]);
      GBytes *bytes = load_material (name);

      if (bytes == NULL)
        {
          g_test_skip ("the resolutions are not in $TAWAFUQ_MATERIAL");
          return NULL;
        }
      g_ptr_array_add (files, bytes);
    }
  return g_steal_pointer (&files);
}

static void
check_draft (const Resolution *resolution, TwfDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = twf_draft_to_plan (draft, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_RATIONALE),
                    ==,
                    resolution->rationale);
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_ACTIONS)
                        + count_in_section (draft, TWF_ROLE_HEADING, TWF_SECTION_ACTIONS),
                    ==,
                    resolution->actions);
  g_assert_cmpuint (
      twf_plan_get_n_provisions (plan), ==, resolution->rationale + resolution->actions);
  g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_SYMBOL), ==, resolution->symbol);
  g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_SESSION), ==, resolution->session);
  g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_DATE), ==, resolution->date);
  g_assert_true (
      g_str_has_prefix (twf_plan_get_field (plan, TWF_PLAN_AGENDA_ITEM), resolution->item));
}

static guint
count_notes (TwfDraft *draft)
{
  guint count = 0;

  for (guint i = 0; i < count_items (draft); i++)
    count += g_strcmp0 (twf_draft_paragraph_get_field (get_item (draft, i), TWF_DRAFT_WHY), "note")
             == 0;
  return count;
}

static void
test_each_alone (void)
{
  for (guint r = 0; r < G_N_ELEMENTS (resolutions); r++)
    for (const char *letter = letters; *letter != '\0'; letter++)
      {
        const char one[] = { *letter, '\0' };
        g_autoptr (GPtrArray) files = load_resolution (&resolutions[r], one);
        g_autoptr (GError) error = NULL;
        g_autoptr (TwfDraft) draft = NULL;

        if (files == NULL)
          return;
        draft = twf_import_read (files, NULL, NULL, &error);
        g_assert_no_error (error);
        check_draft (&resolutions[r], draft);
        g_assert_cmpuint (count_notes (draft), ==, resolutions[r].notes);
      }
}

static void
test_six_joined (void)
{
  static const char *const expected[] = { "en", "ar", "zh", "fr", "ru", "es", NULL };

  for (guint r = 0; r < G_N_ELEMENTS (resolutions); r++)
    {
      g_autoptr (GPtrArray) files = load_resolution (&resolutions[r], letters);
      g_autoptr (GError) error = NULL;
      g_autoptr (TwfDraft) draft = NULL;

      if (files == NULL)
        return;
      draft = twf_import_read (files, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstrv (twf_draft_get_languages (draft), expected);
      g_assert_cmpuint (twf_draft_count_incomplete (draft), ==, 0);
      check_draft (&resolutions[r], draft);
      g_assert_cmpuint (count_notes (draft), ==, resolutions[r].notes);
    }
}

/* Whichever language is the source, the same paragraphs meet. */
static void
test_any_source (void)
{
  for (guint r = 0; r < G_N_ELEMENTS (resolutions); r++)
    {
      g_autoptr (GPtrArray) files = load_resolution (&resolutions[r], "FA");
      g_autoptr (TwfDraft) draft = NULL;

      if (files == NULL)
        return;
      draft = twf_import_read (files, NULL, NULL, NULL);
      g_assert_nonnull (draft);
      g_assert_cmpuint (twf_draft_count_incomplete (draft), ==, 0);
      check_draft (&resolutions[r], draft);
    }
}

/* The text with its tags still in it and the references that XML has for signs resolved. */
static char *
dup_plain (const char *xml)
{
  g_autoptr (GString) text = g_string_new (xml);

  g_string_replace (text, "&lt;", " ", 0);
  g_string_replace (text, "&gt;", " ", 0);
  g_string_replace (text, "&amp;", " ", 0);
  return g_strdup (text->str);
}

/* The law: every piece of text in the file, after its metadata, lands in the draft. */
static void
test_words_are_kept (void)
{
  g_autoptr (GRegex) tags = g_regex_new ("<[^>]*>", 0, 0, NULL);

  for (guint r = 0; r < G_N_ELEMENTS (resolutions); r++)
    for (const char *letter = letters; *letter != '\0'; letter++)
      {
        const char one[] = { *letter, '\0' };
        g_autoptr (GPtrArray) files = load_resolution (&resolutions[r], one);
        g_autoptr (TwfDraft) draft = NULL;
        g_autoptr (GString) kept = g_string_new (NULL);
        g_autofree char *raw = NULL;
        g_autofree char *file = NULL;
        g_auto (GStrv) pieces = NULL;
        gsize in_file = 0;

        if (files == NULL)
          return;
        draft = twf_import_read (files, NULL, NULL, NULL);
        for (guint i = 0; i < count_items (draft); i++)
          {
            TwfDraftParagraph *item = get_item (draft, i);
            const char *number = twf_draft_paragraph_get_number (item);
            gboolean note
                = g_strcmp0 (twf_draft_paragraph_get_field (item, TWF_DRAFT_WHY), "note") == 0;

            if (number != NULL && !note)
              append_squeezed (kept, number);
            append_squeezed (
                kept, twf_draft_paragraph_get_text (item, twf_draft_get_languages (draft)[0]));
          }
        raw = g_strndup (g_bytes_get_data (files->pdata[0], NULL),
                         g_bytes_get_size (files->pdata[0]));
        file = dup_plain (strstr (raw, "</meta>"));
        pieces = g_regex_split (tags, file, 0);
        for (guint i = 0; pieces[i] != NULL; i++)
          {
            g_autoptr (GString) piece = g_string_new (NULL);

            /* The annex has metadata of its own, all in attributes. */
            append_squeezed (piece, pieces[i]);
            in_file += piece->len;
            if (strstr (kept->str, piece->str) == NULL)
              g_test_message ("lost: %s", pieces[i]);
            g_assert_nonnull (strstr (kept->str, piece->str));
          }
        /* But for the marks that repeat a note's figure ("5", "6"), nothing is gone or doubled. */
        g_assert_cmpuint (in_file - kept->len, <=, 4);
      }
}

static void
test_sub_paragraphs (void)
{
  g_autoptr (GPtrArray) files = load_resolution (&resolutions[2], "EF");
  g_autoptr (TwfDraft) draft = NULL;
  g_autoptr (TwfPlan) plan = NULL;
  g_autoptr (GPtrArray) all = NULL;
  guint under = 0, headings = 0;

  if (files == NULL)
    return;
  draft = twf_import_read (files, NULL, NULL, NULL);
  plan = twf_draft_to_plan (draft, NULL);
  all = twf_plan_list_all (plan);
  for (guint i = 0; i < all->len; i++)
    {
      const char *parent = twf_provision_get_parent (all->pdata[i]);
      TwfProvision *above = parent != NULL ? twf_plan_get_provision (plan, parent) : NULL;

      headings
          += g_strcmp0 (twf_provision_get_field (all->pdata[i], TWF_FIELD_HEADING), "yes") == 0;
      if (above != NULL && twf_provision_get_field (above, TWF_FIELD_HEADING) == NULL)
        under++;
    }
  /* Sixteen, twenty-four and twenty-six have (a) to (e), to (c) and to (c). */
  g_assert_cmpuint (under, ==, 11);
  g_assert_cmpuint (headings, ==, 2);
}

static void
test_strangers_are_refused (void)
{
  g_autoptr (GPtrArray) files = load_resolution (&resolutions[0], "E");
  g_autoptr (GPtrArray) others = load_resolution (&resolutions[1], "F");
  g_autoptr (GError) error = NULL;

  if (files == NULL || others == NULL)
    return;
  g_ptr_array_add (files, g_bytes_ref (others->pdata[0]));
  g_assert_null (twf_import_read (files, NULL, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  g_ptr_array_set_size (files, 1);
  g_ptr_array_add (files, g_bytes_ref (files->pdata[0]));
  g_assert_null (twf_import_read (files, NULL, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
}

#define AKN(body)                                                                                  \
  "<akomaNtoso><statement name='resolution'><meta><identification><FRBRWork><FRBRthis "            \
  "value='/x/1'/></FRBRWork><FRBRExpression><FRBRlanguage language='%s'/></FRBRExpression>"        \
  "</identification></meta><mainBody>" body "</mainBody></statement></akomaNtoso>"

static void
test_unmatched_are_listed (void)
{
  g_autofree char *english = g_strdup_printf (
      AKN ("<paragraph><num>1.</num><content><p>First</p></content></paragraph>"
           "<paragraph><num>2.</num><content><p>Second</p></content></paragraph>"),
      "eng");
  g_autofree char *french = g_strdup_printf (
      AKN ("<paragraph><num>1.</num><content><p>Premier</p></content></paragraph>"
           "<paragraph><num>3.</num><content><p>Dernier</p></content></paragraph>"),
      "fra");
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfDraft) draft = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (files, g_bytes_new (english, strlen (english)));
  g_ptr_array_add (files, g_bytes_new (french, strlen (french)));
  draft = twf_import_read (files, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_items (draft), ==, 3);
  g_assert_cmpuint (twf_draft_count_incomplete (draft), ==, 2);
  text = twf_draft_to_text (draft);
  g_assert_nonnull (strstr (text, "(none)"));
  g_assert_nonnull (strstr (text, "2 not in every language"));
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *xml;
    int code;
  } cases[] = {
    { "<!DOCTYPE akomaNtoso><akomaNtoso/>", TWF_ERROR_INVALID },
    { "<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY a 'b'>]>\n<akomaNtoso>&a;</akomaNtoso>",
      TWF_ERROR_INVALID },
    { "<!-- x --><!DOCTYPE x SYSTEM 'file:///etc/passwd'><akomaNtoso/>", TWF_ERROR_INVALID },
    { "<akomaNtoso><p>&unknown;</p></akomaNtoso>", TWF_ERROR_INVALID },
    { "<akomaNtoso>\n<p>\n</akomaNtoso>", TWF_ERROR_INVALID },
    { "<other/>", TWF_ERROR_INVALID },
    { "<akomaNtoso/>", TWF_ERROR_EMPTY },
    { "<?xml", TWF_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_string (cases[i].xml, NULL, &error));
      g_assert_error (error, TWF_ERROR, cases[i].code);
      g_assert_null (strchr (error->message, '\n'));
      if (cases[i].code == TWF_ERROR_INVALID)
        g_assert_nonnull (strstr (error->message, "line "));
    }
}

static void
test_deep_nesting_is_refused (void)
{
  g_autoptr (GString) xml = g_string_new ("<akomaNtoso>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (xml, "<p>");
  g_assert_null (read_string (xml->str, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/akn/each-alone", test_each_alone);
  g_test_add_func ("/import/akn/six-joined", test_six_joined);
  g_test_add_func ("/import/akn/any-source", test_any_source);
  g_test_add_func ("/import/akn/words-are-kept", test_words_are_kept);
  g_test_add_func ("/import/akn/sub-paragraphs", test_sub_paragraphs);
  g_test_add_func ("/import/akn/strangers-are-refused", test_strangers_are_refused);
  g_test_add_func ("/import/akn/unmatched-are-listed", test_unmatched_are_listed);
  g_test_add_func ("/import/akn/hostile", test_hostile);
  g_test_add_func ("/import/akn/deep-nesting-is-refused", test_deep_nesting_is_refused);
  return g_test_run ();
}
