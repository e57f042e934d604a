/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"
#include "twf-blob-id.h"
#include "twf-check.h"
#include "twf-error.h"
#include "twf-language.h"
#include "twf-numbering.h"
#include "twf-positions.h"
#include "twf-wording.h"

#include <string.h>

static void
test_names_of_sections_and_parts (void)
{
  const char *const *languages = twf_language_list_un ();

  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    {
      TwfSection section;

      g_assert_true (twf_section_from_name (twf_section_get_name (i), &section));
      g_assert_cmpuint (section, ==, i);
      for (guint l = 0; languages[l] != NULL; l++)
        g_assert_true (
            (strcmp (languages[l], "en") == 0)
            || strcmp (twf_section_get_title (i, languages[l]), twf_section_get_title (i, "en"))
                   != 0);
    }
  for (guint i = 0; i < TWF_N_PARTS; i++)
    {
      TwfPart part;

      g_assert_true (twf_part_from_name (twf_part_get_name (i), &part));
      g_assert_cmpuint (part, ==, i);
    }
  g_assert_cmpstr (twf_section_get_title (TWF_SECTION_PRINCIPLES, "ar-EG"), ==, "المبادئ");
  g_assert_cmpstr (twf_section_get_title (TWF_SECTION_PRINCIPLES, "sw"), ==, "Principles");
  g_assert_false (twf_section_from_name ("Actions", &(TwfSection){ 0 }));
  g_assert_false (twf_part_from_name (NULL, &(TwfPart){ 0 }));
}

static void
test_templates (void)
{
  static const char *const good[] = { "ar", "en", "fr", "es", "ru", "zh", "sw", NULL };
  static const char *const bad[] = { "ar", "no language", NULL };
  static const char *const twice[] = { "ar", "ar", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlan) plan = twf_plan_new_from_template ("un-plan", good, "خطة", &error);
  g_autoptr (TwfPlan) blank = twf_plan_new_from_template ("blank", good, NULL, &error);
  g_autoptr (TwfProvision) first = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (twf_plan_get_n_provisions (plan), ==, 4);
  g_assert_cmpuint (twf_plan_get_n_provisions (blank), ==, 0);
  g_assert_cmpstr (twf_plan_get_title (plan, "ar"), ==, "خطة");
  g_assert_cmpstr (twf_plan_get_source_language (plan), ==, "ar");
  first = g_list_model_get_item (twf_plan_list_children (plan, TWF_SECTION_PILLARS, NULL), 0);
  for (guint i = 0; i < 6; i++)
    g_assert_nonnull (twf_provision_get_text (first, TWF_PART_BODY, good[i]));
  g_assert_null (twf_provision_get_text (first, TWF_PART_BODY, "sw"));

  g_assert_null (twf_plan_new_from_template ("other", good, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (twf_plan_new_from_template ("blank", bad, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (twf_plan_new_from_template ("blank", twice, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (twf_plan_new_from_template ("blank", NULL, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_INVALID);
}

static void
test_titles_and_languages (void)
{
  static const char *const stored[] = { "ar en fr", NULL };
  static const char *const source[] = { "en", NULL };
  g_autoptr (TwfPlan) plan = twf_plan_new ();
  g_autofree char *nothing = twf_plan_dup_display_title (plan, "en");
  g_autofree char *title = NULL;

  g_assert_cmpstr (nothing, ==, "");
  g_assert_null (twf_plan_get_source_language (plan));
  twf_plan_set_values (plan, TWF_PLAN_LANGUAGES, stored);
  g_assert_cmpstr (twf_plan_get_source_language (plan), ==, "ar");
  twf_plan_set_values (plan, TWF_PLAN_SOURCE_LANGUAGE, source);
  g_assert_cmpstr (twf_plan_get_languages (plan)[0], ==, "en");
  g_assert_cmpstr (twf_plan_get_languages (plan)[1], ==, "ar");
  g_assert_cmpstr (twf_plan_get_languages (plan)[2], ==, "fr");
  g_assert_null (twf_plan_get_languages (plan)[3]);
  twf_plan_set_title (plan, "fr", "Plan");
  title = twf_plan_dup_display_title (plan, "ru");
  g_assert_cmpstr (title, ==, "Plan");
}

static void
assert_number (TwfPlan *plan, const char *id, const char *language, const char *expected)
{
  g_autofree char *number = twf_plan_dup_number (plan, twf_plan_get_provision (plan, id), language);

  g_assert_cmpstr (number, ==, expected);
}

static void
test_numbers (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  TwfSection s = TWF_SECTION_ACTIONS;
  g_autofree char *letter = fixture_add (plan, TWF_SECTION_LETTER, NULL, "Sir");
  g_autofree char *one = fixture_add (plan, s, NULL, "one");
  g_autofree char *heading = fixture_add (plan, s, NULL, "Heading");
  g_autofree char *two = fixture_add (plan, s, heading, "two");
  g_autofree char *sub = fixture_add (plan, s, two, "sub");
  g_autofree char *sub_two = fixture_add (plan, s, two, "sub two");
  g_autofree char *deep = fixture_add (plan, s, sub_two, "deep");
  g_autofree char *three = fixture_add (plan, s, NULL, "three");
  g_autofree char *pillar = fixture_add (plan, TWF_SECTION_PILLARS, NULL, "fifth");

  fixture_set (plan, heading, TWF_FIELD_HEADING, "yes");
  assert_number (plan, letter, "en", "");
  assert_number (plan, one, "en", "1.");
  assert_number (plan, heading, "en", "");
  assert_number (plan, two, "ar", "2 -");
  assert_number (plan, sub, "ar", "(أ)");
  assert_number (plan, sub_two, "ar", "(ب)");
  assert_number (plan, sub_two, "fr", "b)");
  assert_number (plan, deep, "zh", "(i)");
  assert_number (plan, deep, "ru", "i)");
  assert_number (plan, three, "en", "3.");
  assert_number (plan, pillar, "en", "5");

  fixture_set (plan, three, TWF_FIELD_NUMBER, "2 bis.");
  assert_number (plan, three, "en", "2 bis.");
  fixture_set (plan, three, TWF_FIELD_NUMBER, "12 -");
  assert_number (plan, three, "ar", "12 -");
  assert_number (plan, three, "fr", "12.");
  fixture_set (plan, three, TWF_FIELD_NUMBER, "(ج)");
  assert_number (plan, three, "ar", "(ج)");
  assert_number (plan, three, "es", "c)");
  fixture_set (plan, three, TWF_FIELD_NUMBER, NULL);
  fixture_set (plan, heading, TWF_FIELD_HEADING, NULL);
  assert_number (plan, heading, "en", "2.");
  assert_number (plan, two, "en", "(a)");
  g_assert_true (twf_plan_move (plan, three, s, NULL, TWF_PLAN_FIRST, NULL, NULL));
  assert_number (plan, three, "en", "1.");
  g_assert_true (twf_plan_remove (plan, three, NULL));
  assert_number (plan, one, "es", "1.");
}

static void
test_number_formats (void)
{
  static const struct
  {
    guint number, depth;
    const char *language, *expected;
  } cases[] = { { 0, 0, "en", "" },         { 12, 0, "ar", "12 -" },  { 6, 1, "ar", "(و)" },
                { 28, 1, "ar", "(غ)" },     { 29, 1, "ar", "(أ أ)" }, { 27, 1, "en", "(aa)" },
                { 28, 1, "en", "(bb)" },    { 4, 2, "en", "(iv)" },   { 49, 2, "es", "xlix)" },
                { 1, 1, "zh-Hans", "(a)" }, { 3, 1, "sw", "(c)" },    { 1, 0, NULL, "1." } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number
          = twf_number_format (cases[i].number, cases[i].depth, cases[i].language);

      g_assert_cmpstr (number, ==, cases[i].expected);
    }
}

static guint
count_findings (GPtrArray *findings, TwfFindingKind kind, const char *id)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const TwfFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == kind && g_strcmp0 (finding->id, id) == 0)
        n++;
    }
  return n;
}

static void
take (TwfPlan *plan, const char *id, TwfSection section, const char *parent, const char *serves)
{
  TwfProvision *provision = twf_provision_new (id, section);

  twf_provision_set_place (provision, section, parent, "i0");
  twf_provision_set_text (provision, TWF_PART_BODY, "en", "a\342\200\256b");
  twf_provision_set_values (provision, TWF_FIELD_SERVES, (const char *const[]){ serves, NULL });
  twf_plan_take_provision (plan, provision);
}

static void
test_check_finds_damage (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autoptr (GPtrArray) findings = NULL;

  take (plan, "aaaaaaaaaaaa", TWF_SECTION_ACTIONS, "bbbbbbbbbbbb", "nnnnnnnnnnnn");
  take (plan, "bbbbbbbbbbbb", TWF_SECTION_ACTIONS, "aaaaaaaaaaaa", "aaaaaaaaaaaa");
  take (plan, "cccccccccccc", TWF_SECTION_ACTIONS, "nnnnnnnnnnnn", NULL);
  take (plan, "dddddddddddd", TWF_SECTION_ACTIONS, "aaaaaaaaaaaa", NULL);
  findings = twf_plan_check (plan);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_DANGLING_LINK, "aaaaaaaaaaaa"), ==, 1);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_WRONG_LINK, "bbbbbbbbbbbb"), ==, 1);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_PARENT_CYCLE, "aaaaaaaaaaaa"), ==, 1);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_PARENT_CYCLE, "bbbbbbbbbbbb"), ==, 1);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_PARENT_CYCLE, "dddddddddddd"), ==, 0);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_MISSING_PARENT, "cccccccccccc"), ==, 1);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_SERVES_NOTHING, "cccccccccccc"), ==, 1);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_SERVES_NOTHING, "dddddddddddd"), ==, 0);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_HOSTILE_TEXT, "cccccccccccc"), ==, 1);
  g_assert_cmpuint (count_findings (findings, TWF_FINDING_NO_TEXT, "cccccccccccc"), ==, 1);
}

static void
test_check_finds_stale_translations (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *id = fixture_add (plan, TWF_SECTION_PRINCIPLES, NULL, "Fairness");
  g_autofree char *from = twf_blob_id_for_data ("Fairness\n", strlen ("Fairness\n"));
  g_autofree char *translated = g_strdup_printf ("ar from=en:%s is=%s by=EG", from, from);
  g_autoptr (TwfEdit) arabic = twf_edit_new_text (id, TWF_PART_BODY, "ar", "الإنصاف");
  g_autoptr (TwfEdit) english = twf_edit_new_text (id, TWF_PART_BODY, "en", "Fairness to all");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_assert_true (twf_plan_apply (plan, arabic, NULL, NULL));
  fixture_set (plan, id, TWF_FIELD_TRANSLATED, translated);
  before = twf_plan_check (plan);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_true (twf_plan_apply (plan, english, NULL, NULL));
  after = twf_plan_check (plan);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpuint (count_findings (after, TWF_FINDING_STALE, id), ==, 1);
}

static void
test_delegations (void)
{
  static const char *const codes[] = { "EG", "AE", "US" };
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  GListModel *list = twf_plan_list_delegations (plan);
  g_autoptr (TwfDelegation) first = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      TwfDelegation *delegation = twf_delegation_new (codes[i]);
      g_autofree char *rank = g_strdup_printf ("%u", 10 - i);

      twf_delegation_set_values (
          delegation, TWF_DELEGATION_RANK, (const char *const[]){ rank, NULL });
      twf_plan_take_delegation (plan, delegation);
    }
  first = g_list_model_get_item (list, 0);
  g_assert_cmpstr (twf_delegation_get_code (first), ==, "US");
  g_assert_cmpstr (twf_delegation_get_field (first, TWF_DELEGATION_RANK), ==, "8");

  name = twf_delegation_dup_name (first, "fr");
  g_assert_cmpstr (name, !=, "US");
  twf_delegation_set_localized (first, TWF_DELEGATION_NAME, "fr", "États-Unis");
  twf_delegation_set_localized (first, TWF_DELEGATION_NAME, "en", "United States");
  twf_delegation_set_localized (first, TWF_DELEGATION_NAME, "fr", "Les États-Unis");
  g_free (name);
  name = twf_delegation_dup_name (first, "fr");
  g_assert_cmpstr (name, ==, "Les États-Unis");
  g_assert_null (twf_delegation_get_values (first, TWF_DELEGATION_NAME)[2]);
}

static void
test_name_of_a_group (void)
{
  g_autoptr (TwfDelegation) group = twf_delegation_new ("G77");
  g_autofree char *code = twf_delegation_dup_name (group, "fr");
  g_autofree char *name = NULL;

  g_assert_cmpstr (code, ==, "G77");
  twf_delegation_set_localized (group, TWF_DELEGATION_NAME, "en", "Group of 77");
  name = twf_delegation_dup_name (group, "fr");
  g_assert_cmpstr (name, ==, "Group of 77");
}

static void
test_codes_of_delegations (void)
{
  static const char *const bad[]
      = { "", "eg", "7G", "EG/X", "EG ", "-EG", "EG-", "ABCDEFGHIJKLMNOPQ", ".." };

  g_assert_true (twf_delegation_code_is_valid ("EG"));
  g_assert_true (twf_delegation_code_is_valid ("G77"));
  g_assert_true (twf_delegation_code_is_valid ("UN-WOMEN"));
  g_assert_false (twf_delegation_code_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (twf_delegation_code_is_valid (bad[i]));
}

static void
test_a_copy_is_equal (void)
{
  g_autoptr (TwfProvision) one = twf_provision_new ("abcdefghijkm", TWF_SECTION_ACTIONS);
  g_autoptr (TwfProvision) copy = NULL;

  twf_provision_set_text (one, TWF_PART_MEANS, "ar", "وسائل");
  twf_provision_take_proposal (one, twf_proposal_new ("bbbbbbbbbbbb"));
  twf_provision_take_proposal (one, twf_proposal_new ("aaaaaaaaaaaa"));
  twf_provision_take_remark (one, twf_remark_new ("cccccccccccc", "EG", 5, "Late"));
  twf_provision_take_remark (one, twf_remark_new ("dddddddddddd", "EG", 4, "Early"));
  copy = twf_provision_copy (one);
  g_assert_true (twf_provision_equal (one, copy));
  twf_provision_take_remark (copy, twf_remark_new ("eeeeeeeeeeee", "EG", 6, "More"));
  g_assert_false (twf_provision_equal (one, copy));
}

static TwfProposal *
propose (TwfPlan *plan, const char *id, const char *pid, TwfProposalKind kind)
{
  g_autoptr (TwfProposal) proposal = twf_proposal_new (pid);
  g_autoptr (TwfEdit) edit = NULL;

  twf_proposal_set_kind (proposal, kind);
  edit = twf_edit_new_proposal (id, proposal);
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
  return twf_plan_get_proposal (plan, pid, NULL);
}

static void
set_state (TwfPlan *plan, const char *id, const char *pid, TwfProposalState state)
{
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  g_autoptr (TwfProposal) copy = twf_proposal_copy (twf_provision_get_proposal (provision, pid));
  g_autoptr (TwfEdit) edit = NULL;

  twf_proposal_set_state (copy, state);
  edit = twf_edit_new_proposal (id, copy);
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}

/* What is proposed takes no number from what is agreed. */
static void
test_numbers_of_proposed (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  TwfSection s = TWF_SECTION_ACTIONS;
  g_autofree char *first = fixture_add (plan, s, NULL, "before all");
  g_autofree char *one = fixture_add (plan, s, NULL, "one");
  g_autofree char *bis = fixture_add (plan, s, NULL, "bis");
  g_autofree char *ter = fixture_add (plan, s, NULL, "ter");
  g_autofree char *inside = fixture_add (plan, s, bis, "inside");
  g_autofree char *two = fixture_add (plan, s, NULL, "two");
  g_autofree char *sub = fixture_add (plan, s, two, "sub");
  g_autofree char *sub_bis = fixture_add (plan, s, two, "sub bis");

  fixture_set (plan, first, TWF_FIELD_PROPOSED, "EG");
  fixture_set (plan, bis, TWF_FIELD_PROPOSED, "EG");
  fixture_set (plan, ter, TWF_FIELD_PROPOSED, "EG");
  fixture_set (plan, inside, TWF_FIELD_PROPOSED, "EG");
  fixture_set (plan, sub_bis, TWF_FIELD_PROPOSED, "EG");
  propose (plan, bis, "abcdefghijkm", TWF_PROPOSAL_INSERT);
  assert_number (plan, first, "en", "0 bis.");
  assert_number (plan, one, "en", "1.");
  assert_number (plan, bis, "en", "1 bis.");
  assert_number (plan, bis, "ar", "1 مكررا -");
  assert_number (plan, ter, "fr", "1 ter.");
  assert_number (plan, ter, "ar", "1 مكررا ثانيا -");
  assert_number (plan, inside, "en", "(a)");
  assert_number (plan, two, "en", "2.");
  assert_number (plan, sub, "en", "(a)");
  assert_number (plan, sub_bis, "en", "(a bis)");
  assert_number (plan, sub_bis, "fr", "a bis)");
  assert_number (plan, sub_bis, "ar", "(أ مكررا)");

  set_state (plan, bis, "abcdefghijkm", TWF_PROPOSAL_PARKED);
  assert_number (plan, bis, "en", "");
  assert_number (plan, ter, "en", "1 bis.");
  set_state (plan, bis, "abcdefghijkm", TWF_PROPOSAL_OPEN);
  assert_number (plan, ter, "en", "1 ter.");
  fixture_set (plan, bis, TWF_FIELD_PROPOSED, NULL);
  assert_number (plan, bis, "en", "2.");
  assert_number (plan, ter, "en", "2 bis.");
  assert_number (plan, two, "en", "3.");
}

static void
test_checks_proposals (void)
{
  static const char *const dangling[][2] = {
    { TWF_PROPOSAL_FIELD_PART, "means" },
    { TWF_PROPOSAL_FIELD_FIELD, "Mood" },
    { TWF_PROPOSAL_FIELD_PARENT, "zzzzzzzzzzzz" },
    { TWF_PROPOSAL_FIELD_REPLACED_BY, "zzzzzzzzzzzz" },
    { TWF_PROPOSAL_FIELD_POSITION, "EG withdraws-if zzzzzzzzzzzz" },
  };
  static const char *const unknown[][2] = {
    { TWF_PROPOSAL_FIELD_OWNER, "US" },
    { TWF_PROPOSAL_FIELD_CONTRIBUTED, "US" },
    { TWF_PROPOSAL_FIELD_POSITION, "US delete" },
    { TWF_PROPOSAL_FIELD_POSITION, "EG shouts" },
  };
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *id = fixture_add (plan, TWF_SECTION_RATIONALE, NULL, "one");
  g_autoptr (TwfDelegation) delegation = twf_delegation_new ("EG");
  g_autoptr (TwfEdit) edit = twf_edit_new_delegation (delegation);
  g_autoptr (TwfProposal) sound = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfEdit) made = NULL;
  g_autoptr (GPtrArray) before = NULL;

  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
  twf_proposal_set_text (sound, "en", "one more");
  twf_proposal_set_base (sound, "en", "one");
  twf_proposal_add_value (sound, TWF_PROPOSAL_FIELD_OWNER, "EG");
  twf_proposal_add_value (sound, TWF_PROPOSAL_FIELD_POSITION, "EG support");
  made = twf_edit_new_proposal (id, sound);
  before = twf_plan_check (plan);
  g_assert_true (twf_plan_apply (plan, made, NULL, NULL));
  for (guint i = 0; i <= G_N_ELEMENTS (dangling) + G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (TwfProposal) copy = twf_proposal_copy (sound);
      g_autoptr (TwfEdit) set = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      gboolean is_dangling = i < G_N_ELEMENTS (dangling);
      const char *const *pair = i < G_N_ELEMENTS (dangling) ? dangling[i]
                                : i < G_N_ELEMENTS (dangling) + G_N_ELEMENTS (unknown)
                                    ? unknown[i - G_N_ELEMENTS (dangling)]
                                    : NULL;

      if (pair != NULL)
        twf_proposal_set_values (copy, pair[0], (const char *const[]){ pair[1], NULL });
      set = twf_edit_new_proposal (id, copy);
      g_assert_true (twf_plan_apply (plan, set, NULL, NULL));
      findings = twf_plan_check (plan);
      if (pair == NULL)
        g_assert_cmpuint (findings->len, ==, before->len);
      else
        g_assert_cmpuint (count_findings (findings,
                                          is_dangling ? TWF_FINDING_DANGLING_PROPOSAL
                                                      : TWF_FINDING_UNKNOWN_DELEGATION,
                                          id),
                          ==,
                          1);
    }
}

static void
test_checks_bases (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (0);
  g_autofree char *id = fixture_add (plan, TWF_SECTION_RATIONALE, NULL, "one");
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfEdit) made = NULL;
  g_autoptr (TwfEdit) changed = twf_edit_new_text (id, TWF_PART_BODY, "en", "two");
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) parked = NULL;

  twf_proposal_set_text (proposal, "en", "one more");
  twf_proposal_set_base (proposal, "en", "one");
  /* What git calls the file that the text is stored in. */
  g_assert_true (twf_proposal_has_value (
      proposal, TWF_PROPOSAL_FIELD_BASE, "en=5626abf0f72e58d7a153368ba57db4c673c0e171"));
  made = twf_edit_new_proposal (id, proposal);
  g_assert_true (twf_plan_apply (plan, made, NULL, NULL));
  before = twf_plan_check (plan);
  g_assert_cmpuint (count_findings (before, TWF_FINDING_OLD_BASE, id), ==, 0);
  g_assert_true (twf_plan_apply (plan, changed, NULL, NULL));
  after = twf_plan_check (plan);
  g_assert_cmpuint (count_findings (after, TWF_FINDING_OLD_BASE, id), ==, 1);
  set_state (plan, id, "abcdefghijkm", TWF_PROPOSAL_REJECTED);
  parked = twf_plan_check (plan);
  g_assert_cmpuint (count_findings (parked, TWF_FINDING_OLD_BASE, id), ==, 0);
}

static void
test_positions (void)
{
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfPosition) one = twf_position_parse ("US delete");
  g_autoptr (TwfPosition) other = twf_position_parse ("US withdraws-if bbcdefghijkm");
  g_autoptr (GPtrArray) positions = NULL;

  g_assert_cmpstr (one->code, ==, "US");
  g_assert_cmpint (one->word, ==, TWF_POSITION_DELETE);
  g_assert_cmpstr (other->condition, ==, "bbcdefghijkm");
  g_assert_null (twf_position_parse ("US"));
  g_assert_null (twf_position_parse ("us delete"));
  g_assert_null (twf_position_parse ("US delete bbcdefghijkm"));
  g_assert_null (twf_position_parse ("US withdraws-if"));
  g_assert_null (twf_position_parse ("US withdraws-if me"));
  twf_proposal_add_value (proposal, TWF_PROPOSAL_FIELD_POSITION, "USA retain");
  twf_proposal_put_position (proposal, "US", one);
  twf_proposal_put_position (proposal, "US", other);
  positions = twf_proposal_list_positions (proposal);
  g_assert_cmpuint (positions->len, ==, 2);
  twf_proposal_put_position (proposal, "US", NULL);
  g_assert_cmpstr (
      twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_POSITION), ==, "USA retain");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/names-of-sections-and-parts", test_names_of_sections_and_parts);
  g_test_add_func ("/plan/templates", test_templates);
  g_test_add_func ("/plan/titles-and-languages", test_titles_and_languages);
  g_test_add_func ("/plan/numbers", test_numbers);
  g_test_add_func ("/plan/number-formats", test_number_formats);
  g_test_add_func ("/plan/check-finds-damage", test_check_finds_damage);
  g_test_add_func ("/plan/check-finds-stale-translations", test_check_finds_stale_translations);
  g_test_add_func ("/plan/delegations", test_delegations);
  g_test_add_func ("/plan/name-of-a-group", test_name_of_a_group);
  g_test_add_func ("/plan/codes-of-delegations", test_codes_of_delegations);
  g_test_add_func ("/plan/a-copy-is-equal", test_a_copy_is_equal);
  g_test_add_func ("/plan/numbers-of-proposed", test_numbers_of_proposed);
  g_test_add_func ("/plan/checks-proposals", test_checks_proposals);
  g_test_add_func ("/plan/checks-bases", test_checks_bases);
  g_test_add_func ("/plan/positions", test_positions);
  return g_test_run ();
}
