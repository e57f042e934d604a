/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "life-fixture.h"

#include "twf-agreement-life.h"
#include "twf-check.h"

#define STANDS "States protect museums."
#define EGYPT_SAYS "States protect all museums."

static const char *const egypt[] = { "EG", NULL };
static const char *const both[] = { "EG", "MX", NULL };

static TwfAgreedState
get_state (TwfPlan *plan, const char *id)
{
  g_autoptr (TwfStanding) standing = twf_standing_new (plan, twf_plan_get_provision (plan, id));

  return standing->state;
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
test_the_facilitator_alone (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, STANDS);
  const char *const ids[] = { id, id, NULL };
  const char *const absent[] = { "abcdefghijkm", NULL };

  REFUSED (twf_agreement_agree (plan, ids, TWF_AGREEMENT_PLENARY, NULL, "EG", &error),
           TWF_ERROR_INVALID);
  REFUSED (twf_agreement_agree (plan, absent, TWF_AGREEMENT_PLENARY, NULL, NULL, &error),
           TWF_ERROR_NOT_FOUND);
  REFUSED (twf_agreement_agree (plan, ids, TWF_AGREEMENT_PLENARY, "EG", NULL, &error),
           TWF_ERROR_INVALID);
  REFUSED (twf_agreement_agree (plan, ids, TWF_AGREEMENT_PENDING, NULL, NULL, &error),
           TWF_ERROR_INVALID);
  REFUSED (twf_agreement_agree (plan, ids, TWF_AGREEMENT_PENDING, "XX", NULL, &error),
           TWF_ERROR_NOT_FOUND);
  REFUSED (twf_agreement_take_away (plan, ids, NULL, &error), TWF_ERROR_INVALID);
  STEP (plan, twf_agreement_agree (plan, ids, TWF_AGREEMENT_WORKING_GROUP, NULL, NULL, &error));
  g_assert_cmpint (get_state (plan, id), ==, TWF_AGREED_STANDS);
  REFUSED (twf_agreement_agree (plan, ids, TWF_AGREEMENT_WORKING_GROUP, NULL, NULL, &error),
           TWF_ERROR_INVALID);
  STEP (plan, twf_agreement_agree (plan, ids, TWF_AGREEMENT_PLENARY, NULL, NULL, &error));
  REFUSED (twf_agreement_take_away (plan, ids, "EG", &error), TWF_ERROR_INVALID);
  STEP (plan, twf_agreement_take_away (plan, ids, NULL, &error));
  g_assert_cmpint (get_state (plan, id), ==, TWF_AGREED_NOT);
}

/* Nobody agrees to words that somebody asks to be changed, unless he is the one waited for. What is
 * proposed afterwards leaves the agreement standing until it is accepted. */
static void
test_what_is_open (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, STANDS);
  const char *const ids[] = { id, NULL };
  g_autofree char *pid = life_propose (plan, id, EGYPT_SAYS, both);
  g_autofree char *later = NULL;
  const char *at = NULL;
  const char *item = NULL;

  for (TwfAgreementLevel level = 0; level < TWF_AGREEMENT_PENDING; level++)
    REFUSED (twf_agreement_agree (plan, ids, level, NULL, NULL, &error), TWF_ERROR_INVALID);
  REFUSED (twf_agreement_agree (plan, ids, TWF_AGREEMENT_PENDING, "EG", NULL, &error),
           TWF_ERROR_INVALID);
  g_assert_cmpint (
      twf_agreement_find_hindrance (plan, ids, TWF_AGREEMENT_PENDING, "EG", &at, &item),
      ==,
      TWF_HINDRANCE_OPEN);
  g_assert_cmpstr (item, ==, pid);
  STEP (plan, twf_proposal_withdraw (plan, pid, "MX", &error));
  STEP (plan, twf_agreement_agree (plan, ids, TWF_AGREEMENT_PENDING, "EG", NULL, &error));
  REFUSED (twf_agreement_agree (plan, ids, TWF_AGREEMENT_PLENARY, NULL, NULL, &error),
           TWF_ERROR_INVALID);
  STEP (plan, twf_proposal_withdraw (plan, pid, "EG", &error));
  STEP (plan, twf_agreement_agree (plan, ids, TWF_AGREEMENT_PLENARY, NULL, NULL, &error));
  later = life_propose (plan, id, "States protect old museums.", egypt);
  g_assert_cmpint (get_state (plan, id), ==, TWF_AGREED_STANDS);
  STEP (plan, twf_proposal_accept (plan, later, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpint (get_state (plan, id), ==, TWF_AGREED_REOPENED);
}

/* Agreed together or not at all. */
static void
test_packages (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *one = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, STANDS);
  g_autofree char *two = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, "Funds are found.");
  const char *const first[] = { one, NULL };
  const char *const all[] = { one, two, NULL };
  g_autofree char *pid = life_propose (plan, two, "Some funds are found.", egypt);
  g_autoptr (GPtrArray) broken = NULL;

  fixture_set (plan, one, TWF_FIELD_PACKAGE, "finance");
  fixture_set (plan, two, TWF_FIELD_PACKAGE, "finance");
  REFUSED (twf_agreement_agree (plan, first, TWF_AGREEMENT_PLENARY, NULL, NULL, &error),
           TWF_ERROR_INVALID);
  REFUSED (twf_agreement_agree (plan, all, TWF_AGREEMENT_PLENARY, NULL, NULL, &error),
           TWF_ERROR_INVALID);
  g_assert_cmpuint (count_findings (plan, TWF_FINDING_BROKEN_PACKAGE), ==, 0);
  STEP (plan, twf_proposal_reject (plan, pid, &error));
  STEP (plan, twf_agreement_agree (plan, all, TWF_AGREEMENT_PLENARY, NULL, NULL, &error));
  g_assert_cmpuint (count_findings (plan, TWF_FINDING_BROKEN_PACKAGE), ==, 0);
  life_set_text (plan, one, "en", EGYPT_SAYS);
  g_assert_cmpuint (count_findings (plan, TWF_FINDING_BROKEN_PACKAGE), ==, 1);
  broken = twf_provision_list_broken_packages (plan, twf_plan_get_provision (plan, two));
  g_assert_cmpuint (broken->len, ==, 1);
  STEP (plan, twf_agreement_agree (plan, first, TWF_AGREEMENT_PLENARY, NULL, NULL, &error));
  g_assert_cmpuint (count_findings (plan, TWF_FINDING_BROKEN_PACKAGE), ==, 0);
}

static void
test_statements (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_OBJECTIVES, NULL, STANDS);
  g_autofree char *rid = NULL;
  TwfRemark *remark;

  REFUSED (
      twf_statement_make (plan, id, TWF_REMARK_RESERVATION, NULL, "en", "Not us.", NULL, &error),
      TWF_ERROR_NOT_FOUND);
  REFUSED (
      twf_statement_make (plan, id, TWF_REMARK_RESERVATION, "EG", "xx", "Not us.", NULL, &error),
      TWF_ERROR_INVALID);
  REFUSED (twf_statement_make (plan, id, TWF_REMARK_RESERVATION, "EG", "en", " \n", NULL, &error),
           TWF_ERROR_INVALID);
  STEP (plan,
        twf_statement_make (
            plan, id, TWF_REMARK_RESERVATION, "EG", "ar", "تتحفظ مصر.", &rid, &error));
  remark = twf_provision_get_remark (twf_plan_get_provision (plan, id), rid);
  g_assert_cmpint (twf_remark_get_kind (remark), ==, TWF_REMARK_RESERVATION);
  g_assert_cmpstr (twf_remark_get_author (remark), ==, "EG");
  g_assert_cmpstr (twf_remark_get_language (remark), ==, "ar");
  REFUSED (twf_statement_withdraw (plan, id, rid, "MX", &error), TWF_ERROR_INVALID);
  STEP (plan, twf_statement_withdraw (plan, id, rid, "EG", &error));
  g_assert_null (twf_provision_get_remark (twf_plan_get_provision (plan, id), rid));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-life/the-facilitator-alone", test_the_facilitator_alone);
  g_test_add_func ("/agreement-life/what-is-open", test_what_is_open);
  g_test_add_func ("/agreement-life/packages", test_packages);
  g_test_add_func ("/agreement-life/statements", test_statements);
  return g_test_run ();
}
