/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "fixture.h"

#include "twf-agreement.h"
#include "twf-check.h"
#include "twf-undo.h"

#include <string.h>

/* 2026-11-23T16:40:05Z: the seconds are not kept. */
#define WHEN 1795452005

#define SOME_ID "0123456789abcdef0123456789abcdef01234567"

static void
set_text (TwfPlan *plan, const char *id, TwfPart part, const char *language, const char *text)
{
  g_autoptr (TwfEdit) edit = twf_edit_new_text (id, part, language, text);
  g_autoptr (GError) error = NULL;

  g_assert_true (twf_plan_apply (plan, edit, NULL, &error));
  g_assert_no_error (error);
}

/* An action with a body in two languages and a time frame in one. */
static char *
add_action (TwfPlan *plan)
{
  char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "States protect museums.");

  set_text (plan, id, TWF_PART_BODY, "ar", "تحمي الدول المتاحف.");
  set_text (plan, id, TWF_PART_TIME_FRAME, "en", "By 2030");
  return id;
}

static void
agree (TwfPlan *plan, const char *id, TwfAgreementLevel level, const char *code)
{
  g_autoptr (TwfAgreement) agreement
      = twf_agreement_new (twf_plan_get_provision (plan, id), level, code, WHEN);
  g_autofree char *value = twf_agreement_format (agreement);

  fixture_set (plan, id, TWF_FIELD_AGREED, value);
}

static TwfAgreedState
get_state (TwfPlan *plan, const char *id, const char *language)
{
  g_autoptr (TwfStanding) standing = twf_standing_new (plan, twf_plan_get_provision (plan, id));
  const TwfAgreedLanguage *item
      = language != NULL ? twf_standing_get_language (standing, language) : NULL;

  g_assert_true (language == NULL || item != NULL);
  return item != NULL ? item->state : standing->state;
}

static guint
count_findings (TwfPlan *plan, TwfFindingKind kind)
{
  g_autoptr (GPtrArray) findings = twf_plan_check (plan);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((TwfFinding *)findings->pdata[i])->kind == kind;
  return n;
}

static void
test_is_written_in_one_way (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = add_action (plan);
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  g_autoptr (TwfAgreement) pending
      = twf_agreement_new (provision, TWF_AGREEMENT_PENDING, "EG", WHEN);
  g_autofree char *value = twf_agreement_format (pending);
  g_autoptr (TwfProvision) empty = twf_provision_new ("abcdefghijkm", TWF_SECTION_LETTER);

  g_assert_true (g_str_has_prefix (value, "pending EG 2026-11-23T16:40Z ar="));
  g_assert_nonnull (strstr (value, " en="));
  g_assert_nonnull (strstr (value, " time-frame.en="));
  g_assert_null (twf_agreement_new (empty, TWF_AGREEMENT_PLENARY, NULL, WHEN));
  for (TwfAgreementLevel level = 0; level < TWF_N_AGREEMENT_LEVELS; level++)
    {
      g_autoptr (TwfAgreement) one = twf_agreement_new (
          provision, level, level == TWF_AGREEMENT_PENDING ? "EG" : NULL, WHEN);
      g_autofree char *written = twf_agreement_format (one);
      g_autoptr (TwfAgreement) read = twf_agreement_parse (written);
      g_autofree char *again = NULL;

      g_assert_nonnull (read);
      again = twf_agreement_format (read);
      g_assert_cmpstr (again, ==, written);
      g_assert_cmpint (read->level, ==, level);
      g_assert_cmpint (read->when, ==, WHEN - WHEN % 60);
      g_assert_cmpuint (read->texts->len, ==, 3);
    }
}

/* A value is read as it is or not at all: whatever is broken off, doubled or misspelt is told. */
static void
test_reads_nothing_else (void)
{
  static const char *const bad[] = {
    "",
    " ",
    "plenary",
    "plenary 2026-11-23T16:40Z",
    "plenary 2026-11-23T16:40Z en=0",
    "plenary 2026-11-23T16:40Z en=" SOME_ID " ",
    "plenary  2026-11-23T16:40Z en=" SOME_ID,
    "plenary 2026-11-23T16:40:00Z en=" SOME_ID,
    "plenary 2026-13-23T16:40Z en=" SOME_ID,
    "plenary EG 2026-11-23T16:40Z en=" SOME_ID,
    "pending 2026-11-23T16:40Z en=" SOME_ID,
    "pending eg/ 2026-11-23T16:40Z en=" SOME_ID,
    "Plenary 2026-11-23T16:40Z en=" SOME_ID,
    "plenary 2026-11-23T16:40Z =" SOME_ID,
    "plenary 2026-11-23T16:40Z body.en=" SOME_ID,
    "plenary 2026-11-23T16:40Z cost.en=" SOME_ID,
    "plenary 2026-11-23T16:40Z en=" SOME_ID " ar=" SOME_ID,
    "plenary 2026-11-23T16:40Z en=" SOME_ID " en=" SOME_ID,
    "green",
  };
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = add_action (plan);

  g_assert_null (twf_agreement_parse (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (twf_agreement_parse (bad[i]));
      if (*bad[i] == '\0' || *bad[i] == ' ')
        continue;
      fixture_set (plan, id, TWF_FIELD_AGREED, bad[i]);
      if (g_str_has_suffix (bad[i], " "))
        continue; /* a plan keeps it without that */
      g_assert_cmpint (get_state (plan, id, NULL), ==, TWF_AGREED_UNREADABLE);
      g_assert_cmpuint (count_findings (plan, TWF_FINDING_BAD_AGREEMENT), ==, 1);
    }
  for (guint i = 0; i < 2000; i++)
    {
      char value[] = "pending EG 2026-11-23T16:40Z ar=" SOME_ID " time-frame.en=" SOME_ID;
      g_autoptr (TwfAgreement) read = NULL;
      g_autofree char *again = NULL;

      value[g_test_rand_int_range (0, sizeof value - 1)] = (char)g_test_rand_int_range (1, 127);
      read = twf_agreement_parse (value);
      again = read != NULL ? twf_agreement_format (read) : NULL;
      g_assert_true (again == NULL || g_str_equal (again, value));
    }
}

/* Any one byte, in any text that was agreed: and it is agreed again when it is as it was. */
static void
test_one_byte_opens_it (void)
{
  static const struct
  {
    TwfPart part;
    const char *language;
  } texts[] = { { TWF_PART_BODY, "en" }, { TWF_PART_BODY, "ar" }, { TWF_PART_TIME_FRAME, "en" } };
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = add_action (plan);
  g_autoptr (TwfUndo) undo = NULL;

  agree (plan, id, TWF_AGREEMENT_PLENARY, NULL);
  undo = twf_undo_new (plan);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *was = g_strdup (twf_provision_get_text (
          twf_plan_get_provision (plan, id), texts[i].part, texts[i].language));
      const char *other = g_str_equal (texts[i].language, "en") ? "ar" : "en";

      for (gsize at = 0; was[at] != '\0'; at++)
        {
          g_autofree char *changed = g_strdup (was);
          g_autofree char *undone = NULL;

          changed[at] = (char)((guchar)changed[at] ^ 1);
          if (!g_utf8_validate (changed, -1, NULL))
            continue;
          twf_undo_break (undo);
          set_text (plan, id, texts[i].part, texts[i].language, changed);
          g_assert_cmpint (get_state (plan, id, NULL), ==, TWF_AGREED_REOPENED);
          g_assert_cmpint (get_state (plan, id, texts[i].language), ==, TWF_AGREED_REOPENED);
          g_assert_cmpint (get_state (plan, id, other), ==, TWF_AGREED_STANDS);
          undone = twf_undo_undo (undo);
          g_assert_cmpint (get_state (plan, id, NULL), ==, TWF_AGREED_STANDS);
        }
    }
  g_assert_cmpuint (count_findings (plan, TWF_FINDING_REOPENED), ==, 0);
  set_text (plan, id, TWF_PART_TIME_FRAME, "en", NULL);
  g_assert_cmpuint (count_findings (plan, TWF_FINDING_REOPENED), ==, 1);
}

/* What comes in a language that was not there opens nothing and is not agreed; a part that comes
 * into an agreed language does. */
static void
test_what_comes_later (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = add_action (plan);
  g_autoptr (TwfStanding) standing = NULL;
  const char *const languages[] = { "ar", "en", "fr", NULL };
  g_autoptr (TwfEdit) more = twf_edit_new_values (NULL, TWF_PLAN_LANGUAGES, languages);

  agree (plan, id, TWF_AGREEMENT_AD_REFERENDUM, NULL);
  g_assert_true (twf_plan_apply (plan, more, NULL, NULL));
  standing = twf_standing_new (plan, twf_plan_get_provision (plan, id));
  g_assert_null (twf_standing_get_language (standing, "fr"));
  set_text (plan, id, TWF_PART_BODY, "fr", "Les États protègent les musées.");
  g_assert_cmpint (get_state (plan, id, NULL), ==, TWF_AGREED_STANDS);
  g_assert_cmpint (get_state (plan, id, "fr"), ==, TWF_AGREED_NOT);
  set_text (plan, id, TWF_PART_TIME_FRAME, "ar", "بحلول عام 2030");
  g_assert_cmpint (get_state (plan, id, NULL), ==, TWF_AGREED_REOPENED);
  g_assert_cmpint (get_state (plan, id, "en"), ==, TWF_AGREED_STANDS);
}

static void
test_moving_opens_nothing (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (2);
  g_autofree char *id = add_action (plan);
  g_autoptr (GError) error = NULL;

  agree (plan, id, TWF_AGREEMENT_WORKING_GROUP, NULL);
  g_assert_true (twf_plan_move (plan, id, TWF_SECTION_ACTIONS, NULL, TWF_PLAN_FIRST, NULL, &error));
  g_assert_cmpint (get_state (plan, id, NULL), ==, TWF_AGREED_STANDS);
}

static void
test_proposals_open_nothing (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = add_action (plan);
  g_autoptr (TwfProposal) proposal = twf_proposal_new ("abcdefghijkm");
  g_autoptr (TwfEdit) edit = NULL;
  g_autoptr (TwfStanding) standing = NULL;

  agree (plan, id, TWF_AGREEMENT_WORKING_GROUP, NULL);
  twf_proposal_set_text (proposal, "en", "States protect all museums.");
  edit = twf_edit_new_proposal (id, proposal);
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
  standing = twf_standing_new (plan, twf_plan_get_provision (plan, id));
  g_assert_cmpint (standing->state, ==, TWF_AGREED_STANDS);
  g_assert_cmpuint (standing->n_open, ==, 1);
}

/* Where the facilitator's machines come together there may be several: the newest counts. */
static void
test_the_newest_counts (void)
{
  g_autoptr (TwfPlan) plan = fixture_new_plan (1);
  g_autofree char *id = add_action (plan);
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  g_autoptr (TwfAgreement) older
      = twf_agreement_new (provision, TWF_AGREEMENT_WORKING_GROUP, NULL, WHEN - 3600);
  g_autofree char *former = twf_agreement_format (older);
  g_autofree char *latter = NULL;
  g_autoptr (TwfAgreement) newer = NULL;
  g_autoptr (TwfStanding) standing = NULL;
  const char *values[4] = { NULL };
  g_autoptr (TwfEdit) edit = NULL;

  set_text (plan, id, TWF_PART_BODY, "en", "States protect all museums.");
  newer = twf_agreement_new (provision, TWF_AGREEMENT_PLENARY, NULL, WHEN);
  latter = twf_agreement_format (newer);
  values[0] = former;
  values[1] = "nonsense";
  values[2] = latter;
  edit = twf_edit_new_values (id, TWF_FIELD_AGREED, values);
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
  standing = twf_standing_new (plan, provision);
  g_assert_cmpint (standing->state, ==, TWF_AGREED_STANDS);
  g_assert_cmpint (standing->agreement->level, ==, TWF_AGREEMENT_PLENARY);
  g_assert_cmpuint (count_findings (plan, TWF_FINDING_BAD_AGREEMENT), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/is-written-in-one-way", test_is_written_in_one_way);
  g_test_add_func ("/agreement/reads-nothing-else", test_reads_nothing_else);
  g_test_add_func ("/agreement/one-byte-opens-it", test_one_byte_opens_it);
  g_test_add_func ("/agreement/what-comes-later", test_what_comes_later);
  g_test_add_func ("/agreement/moving-opens-nothing", test_moving_opens_nothing);
  g_test_add_func ("/agreement/proposals-open-nothing", test_proposals_open_nothing);
  g_test_add_func ("/agreement/the-newest-counts", test_the_newest_counts);
  return g_test_run ();
}
