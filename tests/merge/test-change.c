/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#include "twf-change.h"
#include "twf-id.h"

#define A "abcdefghijkm"
#define B "bbcdefghijkm"
#define C "cbcdefghijkm"
#define D "dbcdefghijkm"

static TwfProvision *
make (const char *id, const char *rank, const char *text)
{
  TwfProvision *provision = twf_provision_new (id, TWF_SECTION_ACTIONS);

  twf_provision_set_place (provision, TWF_SECTION_ACTIONS, NULL, rank);
  twf_provision_set_text (provision, TWF_PART_BODY, "en", text);
  return provision;
}

/* A fact as one line. */
static char *
draw (const TwfChange *change)
{
  static const char *const kinds[]
      = { "added",          "removed",          "moved",    "text",         "field",
          "proposal-added", "proposal-removed", "proposal", "remark-added", "remark-removed" };
  const char *what = change->id;

  if (what == NULL)
    what = change->delegation != NULL ? change->delegation : "plan";
  return g_strdup_printf ("%s %.2s %s%s%s|%s|%s",
                          kinds[change->kind],
                          what,
                          change->field != NULL ? change->field : twf_part_get_name (change->part),
                          change->language != NULL ? " " : "",
                          change->language != NULL ? change->language : "",
                          change->old_value != NULL ? change->old_value : "-",
                          change->new_value != NULL ? change->new_value : "-");
}

static void
assert_facts (GPtrArray *changes, const char *const *facts)
{
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *drawn = draw (g_ptr_array_index (changes, i));

      g_assert_cmpstr (drawn, ==, facts[i]);
    }
  g_assert_cmpuint (changes->len, ==, g_strv_length ((char **)facts));
}

static void
test_provisions (void)
{
  static const char *const old_serves[] = { A, B, NULL };
  static const char *const new_serves[] = { B, C, NULL };
  static const char *const facts[] = { "moved ab body|-|-",
                                       "text ab body ar|نص|-",
                                       "text ab body en|Lend.|Lend museums' objects.",
                                       "text ab means fr|-|un registre",
                                       "field ab Number|-|4 bis",
                                       "field ab Serves|" A ", " B "|" B ", " C,
                                       NULL };
  static const char *const number[] = { "4 bis", NULL };
  g_autoptr (TwfProvision) former = make (A, "i1", "Lend.");
  g_autoptr (TwfProvision) latter = make (A, "i2", "Lend museums' objects.");
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) same = NULL;

  twf_provision_set_text (former, TWF_PART_BODY, "ar", "نص");
  twf_provision_set_text (latter, TWF_PART_MEANS, "fr", "un registre");
  twf_provision_set_values (former, TWF_FIELD_SERVES, old_serves);
  twf_provision_set_values (latter, TWF_FIELD_SERVES, new_serves);
  twf_provision_set_values (latter, TWF_FIELD_NUMBER, number);
  changes = twf_changes_between_provisions (former, latter);
  assert_facts (changes, facts);
  same = twf_changes_between_provisions (former, former);
  g_assert_cmpuint (same->len, ==, 0);
}

static const char *const *
values (const char *one, const char *other)
{
  static const char *both[3];

  both[0] = one;
  both[1] = other;
  both[2] = NULL;
  return both;
}

static TwfProposal *
propose (TwfProvision *provision, const char *pid, const char *wording, const char *state)
{
  TwfProposal *proposal = twf_proposal_new (pid);

  twf_proposal_set_text (proposal, "en", wording);
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_OWNER, values ("EG", "IQ"));
  twf_proposal_set_values (proposal, TWF_PROPOSAL_FIELD_STATE, values (state, NULL));
  twf_provision_take_proposal (provision, proposal);
  return proposal;
}

/* One came, one went, one was carried along, parked and spoken to; a remark came. What only says
 * how a proposal hangs on the text is no fact. */
static void
test_proposals_and_remarks (void)
{
  static const char *const facts[] = { "proposal ab body en|Lend all.|Lend gladly.",
                                       "proposal ab Position|-|US delete",
                                       "proposal ab State|open|parked",
                                       "proposal-removed ab body en|Lend.|Lend none.",
                                       "proposal-added ab body en|Lend.|Lend much.",
                                       "remark-added ab body|-|نص الملاحظة",
                                       NULL };
  g_autoptr (TwfProvision) former = make (A, "i1", "Lend.");
  g_autoptr (TwfProvision) latter = make (A, "i1", "Lend.");
  g_autoptr (GPtrArray) changes = NULL;
  const TwfChange *change;
  TwfProposal *carried;

  propose (former, B, "Lend all.", "open");
  propose (former, C, "Lend none.", "open");
  carried = propose (latter, B, "Lend gladly.", "parked");
  twf_proposal_set_values (carried,
                           TWF_PROPOSAL_FIELD_BASE,
                           values ("en=0123456789012345678901234567890123456789", NULL));
  twf_proposal_set_values (carried, TWF_PROPOSAL_FIELD_CONTRIBUTED, values ("EG", NULL));
  twf_proposal_set_values (carried, TWF_PROPOSAL_FIELD_POSITION, values ("US delete", NULL));
  propose (latter, D, "Lend much.", "open");
  twf_provision_take_remark (latter, twf_remark_new (D, "JO", 1700000000, "نص الملاحظة"));
  changes = twf_changes_between_provisions (former, latter);
  assert_facts (changes, facts);
  change = changes->pdata[0];
  g_assert_cmpstr (change->item, ==, B);
  g_assert_cmpstr (change->who, ==, "EG, IQ");
  g_assert_true (twf_change_has_words (change));
  change = changes->pdata[1];
  g_assert_false (twf_change_has_words (change));
  change = changes->pdata[5];
  g_assert_cmpstr (change->item, ==, D);
  g_assert_cmpstr (change->who, ==, "JO");
}

static void
test_came_and_went (void)
{
  static const char *const came[]
      = { "added ab body en|-|Lend.", "text ab means ar|-|سجل", "field ab Heading|-|yes", NULL };
  static const char *const went[]
      = { "removed ab body en|Lend.|-", "text ab means ar|سجل|-", "field ab Heading|yes|-", NULL };
  static const char *const silent[] = { "added bb body|-|-", NULL };
  static const char *const yes[] = { "yes", NULL };
  g_autoptr (TwfProvision) provision = make (A, "i1", "Lend.");
  g_autoptr (TwfProvision) empty = twf_provision_new (B, TWF_SECTION_LETTER);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) bare = twf_changes_between_provisions (NULL, empty);
  g_autoptr (GPtrArray) nothing = twf_changes_between_provisions (NULL, NULL);

  twf_provision_set_text (provision, TWF_PART_MEANS, "ar", "سجل");
  twf_provision_set_values (provision, TWF_FIELD_HEADING, yes);
  added = twf_changes_between_provisions (NULL, provision);
  removed = twf_changes_between_provisions (provision, NULL);
  assert_facts (added, came);
  assert_facts (removed, went);
  assert_facts (bare, silent);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
test_plans (void)
{
  static const char *const facts[] = { "text pl body ar|-|خطة",
                                       "text pl body en|Plan|The plan",
                                       "field pl Languages|ar|ar, en",
                                       "added EG body|-|-",
                                       "field EG Sponsor|-|signatory",
                                       "removed FR body|-|-",
                                       "field MX Sponsor|signatory|co-sponsor",
                                       "removed ab body en|One.|-",
                                       "text bb body en|Two.|Two and more.",
                                       "removed cb body en|Three.|-",
                                       "added db body en|-|Four.",
                                       NULL };
  static const char *const arabic[] = { "ar", NULL };
  static const char *const both[] = { "ar", "en", NULL };
  static const char *const signatory[] = { "signatory", NULL };
  static const char *const sponsor[] = { "co-sponsor", NULL };
  g_autoptr (TwfPlan) former = twf_plan_new ();
  g_autoptr (TwfPlan) latter = twf_plan_new ();
  g_autoptr (GPtrArray) changes = NULL;
  TwfDelegation *mexico = twf_delegation_new ("MX");
  TwfDelegation *mexico_now = twf_delegation_new ("MX");
  TwfDelegation *egypt = twf_delegation_new ("EG");

  twf_plan_set_values (former, TWF_PLAN_LANGUAGES, arabic);
  twf_plan_set_values (latter, TWF_PLAN_LANGUAGES, both);
  twf_plan_set_title (former, "en", "Plan");
  twf_plan_set_title (latter, "en", "The plan");
  twf_plan_set_title (latter, "ar", "خطة");
  twf_delegation_set_values (egypt, TWF_DELEGATION_SPONSOR, signatory);
  twf_delegation_set_values (mexico, TWF_DELEGATION_SPONSOR, signatory);
  twf_delegation_set_values (mexico_now, TWF_DELEGATION_SPONSOR, sponsor);
  twf_plan_take_delegation (former, mexico);
  twf_plan_take_delegation (former, twf_delegation_new ("FR"));
  twf_plan_take_delegation (latter, mexico_now);
  twf_plan_take_delegation (latter, egypt);
  twf_plan_take_provision (former, make (A, "i1", "One."));
  twf_plan_take_provision (former, make (B, "i2", "Two."));
  twf_plan_take_provision (former, make (C, "i3", "Three."));
  twf_plan_take_provision (latter, make (B, "i2", "Two and more."));
  twf_plan_take_provision (latter, make (D, "i4", "Four."));
  changes = twf_changes_between_plans (former, latter);
  assert_facts (changes, facts);
}

static void
test_runs (void)
{
  g_autoptr (TwfProvision) former = make (A, "i1", "States may lend objects.");
  g_autoptr (TwfProvision) latter = make (A, "i1", "States should lend objects.");
  g_autoptr (GPtrArray) changes = twf_changes_between_provisions (former, latter);
  g_autoptr (TwfChange) copy = NULL;
  g_autoptr (GPtrArray) runs = NULL;

  g_assert_cmpuint (changes->len, ==, 1);
  copy = twf_change_copy (g_ptr_array_index (changes, 0));
  g_ptr_array_set_size (changes, 0);
  runs = twf_change_dup_runs (copy);
  g_assert_cmpuint (runs->len, ==, 4);
  g_assert_cmpstr (((TwfRun *)runs->pdata[1])->text, ==, "may");
  g_assert_cmpstr (((TwfRun *)runs->pdata[2])->text, ==, "should");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change/provisions", test_provisions);
  g_test_add_func ("/change/proposals-and-remarks", test_proposals_and_remarks);
  g_test_add_func ("/change/came-and-went", test_came_and_went);
  g_test_add_func ("/change/plans", test_plans);
  g_test_add_func ("/change/runs", test_runs);
  return g_test_run ();
}
