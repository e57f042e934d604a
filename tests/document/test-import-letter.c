/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "import-support.h"

#include "twf-id.h"

/* States of the letter's signatories, in the order in which they signed. */
static const char *const signatories[]
    = { "RU", "EC", "AE", "UZ", "BH", "BD", "BO", "BY", "TM", "TJ",
        "PH", "VE", "QA", "KG", "KZ", "EG", "NG", "NI", "IN" };

static TwfDraft *
read_letter (void)
{
  g_autoptr (GBytes) bytes = load_material ("000_45da9a033ab6256b.txt");
  g_autoptr (GError) error = NULL;
  TwfDraft *draft;

  if (bytes == NULL)
    {
      g_test_skip ("the letter of 2010 is not in $TAWAFUQ_MATERIAL");
      return NULL;
    }
  g_assert_cmpint (twf_document_guess_kind (bytes), ==, TWF_DOCUMENT_LETTER);
  draft = read_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  g_assert_no_error (error);
  return draft;
}

static void
test_parts (void)
{
  g_autoptr (TwfDraft) draft = read_letter ();

  if (draft == NULL)
    return;
  g_assert_cmpstr (twf_draft_get_languages (draft)[0], ==, "ar");
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_LETTER), ==, 6);
  g_assert_cmpuint (count_role (draft, TWF_ROLE_SIGNATORY), ==, 19);
  g_assert_cmpuint (count_role (draft, TWF_ROLE_TITLE), ==, 1);
  /* The introduction and nine reasons. */
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_RATIONALE), ==, 10);
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_PRINCIPLES), ==, 5);
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_OBJECTIVES), ==, 7);
  g_assert_cmpuint (count_in_section (draft, TWF_ROLE_PROVISION, TWF_SECTION_PROCEDURE), ==, 2);
  g_assert_cmpuint (count_role (draft, TWF_ROLE_HEADING), ==, 5);
}

static void
test_plan (void)
{
  g_autoptr (TwfDraft) draft = read_letter ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const char *item;

  if (draft == NULL)
    return;
  plan = twf_draft_to_plan (draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_SESSION), ==, "64");
  g_assert_cmpstr (twf_plan_get_field (plan, TWF_PLAN_DATE), ==, "2010-02-24");
  item = twf_plan_get_field (plan, TWF_PLAN_AGENDA_ITEM);
  g_assert_true (g_str_has_prefix (item, "114 "));
  g_assert_cmpint (g_utf8_strlen (item, -1), ==, 34);
  g_assert_cmpstr (twf_plan_get_source_language (plan), ==, "ar");
  g_assert_nonnull (twf_plan_get_title (plan, "ar"));
  /* Paragraphs, and the one heading that stands inside a section. */
  g_assert_cmpuint (twf_plan_get_n_provisions (plan), ==, 31);
  all = twf_plan_list_all (plan);
  g_assert_cmpuint (all->len, ==, 31);
  for (guint i = 0; i < all->len; i++)
    {
      g_assert_true (twf_id_is_valid (twf_provision_get_id (all->pdata[i])));
      g_assert_nonnull (twf_provision_get_text (all->pdata[i], TWF_PART_BODY, "ar"));
    }
}

static void
test_signatories (void)
{
  g_autoptr (TwfDraft) draft = read_letter ();
  g_autoptr (TwfPlan) plan = NULL;
  guint next = 0;

  if (draft == NULL)
    return;
  for (guint i = 0; i < count_items (draft); i++)
    {
      TwfDraftParagraph *one = get_item (draft, i);

      if (twf_draft_paragraph_get_role (one) != TWF_ROLE_SIGNATORY)
        continue;
      g_assert_cmpstr (twf_draft_paragraph_get_field (one, TWF_DRAFT_CODE), ==, signatories[next]);
      /* Names are never touched, nor is anything proposed for them. */
      g_assert_cmpuint (twf_draft_paragraph_get_suggestions (one)->len, ==, 0);
      next++;
    }
  g_assert_cmpuint (next, ==, G_N_ELEMENTS (signatories));
  plan = twf_draft_to_plan (draft, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signatories); i++)
    {
      TwfDelegation *one = twf_plan_get_delegation (plan, signatories[i]);
      g_autofree char *rank = g_strdup_printf ("%u", i + 1);
      g_autofree char *representative
          = twf_delegation_dup_localized (one, TWF_DELEGATION_REPRESENTATIVE, "ar");
      g_autofree char *title = twf_delegation_dup_localized (one, TWF_DELEGATION_TITLE, "ar");

      g_assert_cmpstr (twf_delegation_get_field (one, TWF_DELEGATION_RANK), ==, rank);
      g_assert_cmpstr (twf_delegation_get_field (one, TWF_DELEGATION_SPONSOR), ==, "signatory");
      g_assert_nonnull (representative);
      g_assert_null (strstr (representative, "توقيع"));
      g_assert_nonnull (title);
    }
}

/* The law of the safe repairs: every letter and digit of the source is in the text, in order; what
 * goes is tatweel, spaces and signs that steer. Suggestions change nothing until accepted. */
static void
test_nothing_silent (void)
{
  g_autoptr (TwfDraft) draft = read_letter ();
  g_autoptr (GBytes) bytes = load_material ("000_45da9a033ab6256b.txt");
  g_autoptr (GString) whole = g_string_new (NULL);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autofree char *source = NULL;

  if (draft == NULL)
    return;
  source = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  append_squeezed (whole, source);
  for (guint i = 0; i < count_items (draft); i++)
    {
      TwfDraftParagraph *one = get_item (draft, i);
      const char *number = twf_draft_paragraph_get_number (one);
      const char *text = twf_draft_paragraph_get_text (one, "ar");
      g_autofree char *final = twf_draft_paragraph_dup_final_text (one, "ar");

      g_assert_cmpstr (final, ==, text);
      g_assert_null (strstr (text, "  "));
      append_squeezed (read, text);
      /* Numbers of headings stand behind them in this page. */
      if (number != NULL)
        append_squeezed (read, number);
    }
  g_assert_cmpstr (read->str, ==, whole->str);
}

/* A suggestion moves what is there; it never makes up or loses a letter. */
static void
test_suggestions_only_move (void)
{
  g_autoptr (TwfDraft) draft = read_letter ();
  guint moved[256];

  if (draft == NULL)
    return;
  for (guint i = 0; i < count_items (draft); i++)
    {
      TwfDraftParagraph *one = get_item (draft, i);
      GPtrArray *suggestions = twf_draft_paragraph_get_suggestions (one);
      gsize end = 0;

      for (guint k = 0; k < suggestions->len; k++)
        {
          const TwfSuggestion *suggestion = suggestions->pdata[k];
          const char *text = twf_draft_paragraph_get_text (one, "ar");

          g_assert_true (g_str_has_prefix (text + suggestion->start, suggestion->from));
          g_assert_cmpuint (suggestion->start, >=, end);
          end = suggestion->start + strlen (suggestion->from);
          g_assert_cmpstr (suggestion->from, !=, suggestion->to);
          memset (moved, 0, sizeof moved);
          for (const char *at = suggestion->from; *at != '\0'; at++)
            moved[(guchar)*at]++;
          for (const char *at = suggestion->to; *at != '\0'; at++)
            moved[(guchar)*at]--;
          moved[' '] = 0;
          for (guint c = 0; c < G_N_ELEMENTS (moved); c++)
            g_assert_cmpuint (moved[c], ==, 0);
        }
    }
}

/* What is proposed for the letter, each read against the page by a person: the line where the
 * paragraph starts and the beginning of the SHA-256 of the text in reading order. Who changes the
 * search finds the new ones with twf import --dry-run, reads them, and keeps only the right ones.
 */
static const struct
{
  guint line;
  const char *to;
} right[] = {
  { 5, "7cb85dda52cc" },   { 16, "ef81aea4ab5c" },  { 16, "a3736f12cada" },
  { 19, "bc41ccb1c757" },  { 23, "b33f8d6e7886" },  { 23, "6667b1bf486e" },
  { 28, "2fe2d009904b" },  { 36, "801c5de29c34" },  { 36, "a3bdd6f0e372" },
  { 36, "1577ee3e7650" },  { 137, "e64534a5f647" }, { 140, "ff96ba886569" },
  { 149, "0884d0f2ac53" }, { 149, "e3a9fe4ccf3a" }, { 149, "8e2e99ae1b3c" },
  { 156, "38384a03102c" }, { 165, "93cd30afb1c7" }, { 165, "9cbae9086d29" },
  { 165, "842f2109e9ca" }, { 165, "d421eb2b49cb" }, { 165, "4f0326d09726" },
  { 177, "7ffe30115cb0" }, { 189, "163b51a446c9" }, { 189, "f76615a55b1c" },
  { 198, "8996dfd94d0f" }, { 202, "f208e932a9de" }, { 209, "248ab03a15c1" },
  { 216, "ea43dac18877" }, { 220, "544823864e1a" }, { 231, "9df63cb4e745" },
  { 234, "fafa6617c4aa" }, { 237, "780cc64dadf2" }, { 237, "e3d8297bcc86" },
  { 251, "a6db793e6cbb" },
};

static gboolean
is_right (guint line, const char *to)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, to, -1);

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    if (right[i].line == line && g_str_has_prefix (sum, right[i].to))
      return TRUE;
  return FALSE;
}

static void
test_suggestions_are_right (void)
{
  g_autoptr (TwfDraft) draft = read_letter ();
  guint found = 0;

  if (draft == NULL)
    return;
  for (guint i = 0; i < count_items (draft); i++)
    {
      TwfDraftParagraph *one = get_item (draft, i);
      GPtrArray *suggestions = twf_draft_paragraph_get_suggestions (one);

      for (guint k = 0; k < suggestions->len; k++)
        {
          const TwfSuggestion *suggestion = suggestions->pdata[k];

          g_test_message ("%u: %s", twf_draft_paragraph_get_line (one), suggestion->to);
          g_assert_true (is_right (twf_draft_paragraph_get_line (one), suggestion->to));
          found++;
        }
    }
  g_assert_cmpuint (found, ==, G_N_ELEMENTS (right));
}

static void
test_reassign (void)
{
  g_autoptr (TwfDraft) draft = read_letter ();
  g_autoptr (TwfPlan) plan = NULL;
  g_autofree char *text = NULL;
  guint actions = 0;

  if (draft == NULL)
    return;
  for (guint i = 0; i < count_items (draft); i++)
    {
      TwfDraftParagraph *one = get_item (draft, i);

      if (twf_draft_paragraph_get_section (one) == TWF_SECTION_LETTER
          && twf_draft_paragraph_get_role (one) == TWF_ROLE_PROVISION)
        twf_draft_paragraph_set_role (one, TWF_ROLE_LEFT_OUT);
      if (twf_draft_paragraph_get_section (one) == TWF_SECTION_PROCEDURE)
        twf_draft_paragraph_set_section (one, TWF_SECTION_ACTIONS);
    }
  plan = twf_draft_to_plan (draft, NULL);
  g_assert_cmpuint (
      g_list_model_get_n_items (twf_plan_list_children (plan, TWF_SECTION_LETTER, NULL)), ==, 0);
  g_assert_cmpuint (
      g_list_model_get_n_items (twf_plan_list_children (plan, TWF_SECTION_PROCEDURE, NULL)), ==, 0);
  g_assert_nonnull (twf_plan_list_children (plan, TWF_SECTION_ACTIONS, NULL));
  for (guint i = 0; i < count_items (draft); i++)
    actions += twf_draft_paragraph_get_section (get_item (draft, i)) == TWF_SECTION_ACTIONS;
  g_assert_cmpuint (actions, ==, 3);
  text = twf_draft_to_text (draft);
  g_assert_nonnull (strstr (text, "provision actions"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/letter/parts", test_parts);
  g_test_add_func ("/import/letter/plan", test_plan);
  g_test_add_func ("/import/letter/signatories", test_signatories);
  g_test_add_func ("/import/letter/nothing-silent", test_nothing_silent);
  g_test_add_func ("/import/letter/suggestions-only-move", test_suggestions_only_move);
  g_test_add_func ("/import/letter/suggestions-are-right", test_suggestions_are_right);
  g_test_add_func ("/import/letter/reassign", test_reassign);
  return g_test_run ();
}
