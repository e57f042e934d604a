/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* What a page says of the languages of a text: how each is agreed, what is a translation of an
 * older wording, and what is open in each. */
#include "twf-agreement.h"
#include "twf-bidi.h"
#include "twf-export.h"
#include "twf-notation.h"
#include "twf-sheet.h"
#include "twf-translation.h"
#include "twf-wording.h"

#include <string.h>

#define ID "aaaaaaaaaaaa"
#define ENGLISH "States shall ensure safe water in every school."
#define ARABIC "تكفل الدول الماء المأمون في كل مدرسة."
#define OTHER_ENGLISH "States shall ensure safe water in every school (A/RES/64/292)."
#define OTHER_ARABIC "تكفل الدول الماء المأمون (UNODC، الفقرة 12) في كل مدرسة."

static const char *const languages[] = { "ar", "en", "fr", NULL };

static TwfPlan *
make_plan (void)
{
  TwfPlan *plan = twf_plan_new ();
  TwfProvision *provision = twf_provision_new (ID, TWF_SECTION_ACTIONS);

  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, languages);
  twf_plan_set_values (plan, TWF_PLAN_SOURCE_LANGUAGE, (const char *const[]){ "en", NULL });
  twf_provision_set_place (provision, TWF_SECTION_ACTIONS, NULL, "a");
  twf_provision_set_text (provision, TWF_PART_BODY, "en", ENGLISH);
  twf_provision_set_text (provision, TWF_PART_BODY, "ar", ARABIC);
  twf_plan_take_provision (plan, provision);
  return plan;
}

static TwfProvision *
get_provision (TwfPlan *plan)
{
  return twf_plan_get_provision (plan, ID);
}

static void
apply (TwfPlan *plan, TwfEdit *edit)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (edit);
  twf_plan_apply (plan, edit, NULL, &error);
  g_assert_no_error (error);
  twf_edit_unref (edit);
}

static void
mark (TwfPlan *plan, TwfPart part)
{
  apply (plan, twf_translation_mark (get_provision (plan), part, "ar", "en", NULL, NULL));
}

static GPtrArray *
make_blocks (TwfPlan *plan, const char *language, TwfView view, gboolean for_eyes)
{
  g_autoptr (TwfScribe) scribe = twf_scribe_new (plan, TWF_NOTATION_POSITIONS, language);

  if (for_eyes)
    twf_scribe_write_for_eyes (scribe, NULL);
  return twf_sheet_new_of_provision (plan, get_provision (plan), language, view, scribe);
}

/* @expected: without isolates; %NULL: nothing is said */
static void
assert_said (const char *said, const char *expected)
{
  g_autofree char *plain = said != NULL ? twf_text_strip_isolates (said) : NULL;

  g_assert_cmpstr (plain, ==, expected);
}

static void
assert_translation (TwfPlan *plan, const char *language, guint at, const char *expected)
{
  g_autoptr (GPtrArray) blocks = make_blocks (plan, language, TWF_VIEW_COMPILATION, TRUE);

  g_assert_cmpuint (at, <, blocks->len);
  assert_said (((const TwfBlock *)blocks->pdata[at])->translation, expected);
}

static void
assert_state (TwfPlan *plan, const char *language, gboolean for_eyes, const char *expected)
{
  g_autoptr (GPtrArray) blocks = make_blocks (plan, language, TWF_VIEW_COMPILATION, for_eyes);

  assert_said (((const TwfBlock *)blocks->pdata[0])->state, expected);
}

static void
set_english (TwfPlan *plan, const char *text)
{
  twf_provision_set_text (get_provision (plan), TWF_PART_BODY, "en", text);
}

/* It comes when the source changes, goes when somebody says that this changes nothing, comes again
 * with the next change, and goes when it is translated. */
static void
test_older_wording (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();

  mark (plan, TWF_PART_BODY);
  assert_translation (plan, "ar", 0, NULL);
  set_english (plan, "States shall ensure water.");
  assert_translation (plan, "ar", 0, "ترجمة لصيغة سابقة (الإنجليزية)");
  assert_translation (plan, "en", 0, NULL);
  apply (
      plan,
      twf_translation_dismiss (get_provision (plan), TWF_PART_BODY, "ar", "en", NULL, NULL, NULL));
  assert_translation (plan, "ar", 0, NULL);
  set_english (plan, "States shall ensure safe water.");
  assert_translation (plan, "ar", 0, "ترجمة لصيغة سابقة (الإنجليزية)");
  mark (plan, TWF_PART_BODY);
  assert_translation (plan, "ar", 0, NULL);
  set_english (plan, ENGLISH);
  assert_translation (plan, "ar", 0, "ترجمة لصيغة سابقة (الإنجليزية)");
  set_english (plan, "States shall ensure safe water.");
  assert_translation (plan, "ar", 0, NULL);
}

/* Each text of a provision is told apart. */
static void
test_parts (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  TwfProvision *provision = get_provision (plan);

  twf_provision_set_text (provision, TWF_PART_MEANS, "en", "By their own means.");
  assert_translation (plan, "ar", 0, NULL);
  assert_translation (plan, "ar", 1, "لم يُترجم (المعروض: الإنجليزية)");
  twf_provision_set_text (provision, TWF_PART_MEANS, "ar", "بوسائلها الخاصة.");
  assert_translation (plan, "ar", 1, NULL);
  mark (plan, TWF_PART_MEANS);
  twf_provision_set_text (provision, TWF_PART_MEANS, "en", "By all means.");
  assert_translation (plan, "ar", 0, NULL);
  assert_translation (plan, "ar", 1, "ترجمة لصيغة سابقة (الإنجليزية)");
}

static void
test_not_translated (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();

  assert_translation (plan, "fr", 0, "Non traduit (texte affiché : anglais)");
  set_english (plan, NULL);
  assert_translation (plan, "en", 0, "Not translated: the Arabic is shown");
}

/* What leaves the house says nothing of the work that is left. */
static void
test_not_exported (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  g_autoptr (GPtrArray) clean = NULL;
  g_autoptr (GPtrArray) written = NULL;

  mark (plan, TWF_PART_BODY);
  set_english (plan, "States shall ensure water.");
  clean = make_blocks (plan, "ar", TWF_VIEW_CLEAN, TRUE);
  written = make_blocks (plan, "ar", TWF_VIEW_COMPILATION, FALSE);
  g_assert_null (((const TwfBlock *)clean->pdata[0])->translation);
  g_assert_null (((const TwfBlock *)written->pdata[0])->translation);
}

static void
test_agreed (void)
{
  g_autoptr (TwfPlan) plan = make_plan ();
  TwfProvision *provision = get_provision (plan);
  g_autoptr (TwfAgreement) agreement
      = twf_agreement_new (provision, TWF_AGREEMENT_PLENARY, NULL, 0);
  g_autofree char *value = twf_agreement_format (agreement);

  assert_state (plan, "en", TRUE, NULL);
  twf_provision_set_values (provision, TWF_FIELD_AGREED, (const char *const[]){ value, NULL });
  assert_state (plan, "en", TRUE, "Agreed");
  twf_provision_set_text (provision, TWF_PART_BODY, "fr", "Les États garantissent l’eau.");
  assert_state (plan, "en", TRUE, "Agreed: English, Arabic · Not agreed: French");
  assert_state (plan, "fr", TRUE, "Agréé : anglais, arabe · Non agréé : français");
  set_english (plan, "States shall ensure water.");
  assert_state (plan, "en", TRUE, "Agreed: Arabic · Reopened: English · Not agreed: French");
  assert_state (
      plan, "ar", TRUE, "متفق عليه: العربية · أعيد فتحه: الإنجليزية · غير متفق عليه: الفرنسية");
  /* What is read back has the words that are read back. */
  assert_state (plan, "ar", FALSE, "متفق عليه");
  assert_state (plan, "en", FALSE, "Reopened");
  assert_state (plan, "fr", FALSE, NULL);
}

static void
propose (TwfPlan *plan, const char *ar, const char *en)
{
  TwfProvision *provision = get_provision (plan);
  g_autoptr (TwfProposal) draft = twf_proposal_new ("bbbbbbbbbbbb");
  g_autofree char *id = NULL;
  const char *const wordings[][2] = { { "ar", ar }, { "en", en } };

  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    if (wordings[i][1] != NULL)
      {
        twf_proposal_set_text (draft, wordings[i][0], wordings[i][1]);
        twf_proposal_set_base (draft,
                               wordings[i][0],
                               twf_provision_get_text (provision, TWF_PART_BODY, wordings[i][0]));
      }
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_OWNER, (const char *const[]){ "EG", NULL });
  id = twf_proposal_dup_content_id (draft, ID);
  twf_provision_take_proposal (provision, twf_proposal_copy_as (draft, id));
}

/* In the language that is read, the alternative stands in its place in the text. */
static void
test_in_place (void)
{
  const struct
  {
    const char *language;
    const char *expected;
  } rows[] = {
    { "en", "States shall ensure safe water in every school [(A/RES/64/292)](EG)." },
    { "ar", "تكفل الدول الماء المأمون [(UNODC، الفقرة 12)](EG) في كل مدرسة." },
  };
  g_autoptr (TwfPlan) plan = make_plan ();

  propose (plan, OTHER_ARABIC, OTHER_ENGLISH);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) blocks
          = make_blocks (plan, rows[i].language, TWF_VIEW_COMPILATION, TRUE);
      const TwfBlock *block = blocks->pdata[0];

      g_assert_cmpuint (blocks->len, ==, 1);
      g_assert_cmpstr (block->language, ==, rows[i].language);
      assert_said (block->text, rows[i].expected);
      g_assert_true (twf_text_isolates_balance (block->text));
    }
}

/* In another, it stands under the text, in its own language and with that language's name; the text
 * itself is as it was. What runs the other way inside of it is isolated. */
static void
test_elsewhere (void)
{
  const struct
  {
    const char *read; /* the language that is read */
    const char *own;  /* of the alternative */
    const char *text; /* what stands in @read */
    const char *name; /* of @own, in @read */
    const char *expected;
  } rows[] = {
    { "ar",
      "en",
      ARABIC,
      "الإنجليزية",
      "States shall ensure safe water in every school [(A/RES/64/292)](EG)." },
    { "en",
      "ar",
      ENGLISH,
      "Arabic",
      "تكفل الدول الماء المأمون [(UNODC، الفقرة 12)](EG) في كل مدرسة." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean arabic = g_str_equal (rows[i].own, "ar");
      g_autoptr (TwfPlan) plan = make_plan ();
      g_autoptr (GPtrArray) blocks = NULL;
      const TwfBlock *under;

      propose (plan, arabic ? OTHER_ARABIC : NULL, arabic ? NULL : OTHER_ENGLISH);
      blocks = make_blocks (plan, rows[i].read, TWF_VIEW_COMPILATION, TRUE);
      g_assert_cmpuint (blocks->len, ==, 2);
      g_assert_cmpstr (((const TwfBlock *)blocks->pdata[0])->text, ==, rows[i].text);
      under = blocks->pdata[1];
      g_assert_cmpint (under->kind, ==, TWF_BLOCK_DETAIL);
      g_assert_cmpstr (under->label, ==, rows[i].name);
      g_assert_cmpstr (under->language, ==, rows[i].own);
      assert_said (under->text, rows[i].expected);
      g_assert_true (twf_text_isolates_balance (under->text));
      g_assert_nonnull (strstr (under->text, "\342\201\250EG\342\201\251"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/standing/older-wording", test_older_wording);
  g_test_add_func ("/document/standing/parts", test_parts);
  g_test_add_func ("/document/standing/not-translated", test_not_translated);
  g_test_add_func ("/document/standing/not-exported", test_not_exported);
  g_test_add_func ("/document/standing/agreed", test_agreed);
  g_test_add_func ("/document/standing/in-place", test_in_place);
  g_test_add_func ("/document/standing/elsewhere", test_elsewhere);
  return g_test_run ();
}
