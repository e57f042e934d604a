/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* What would come of accepting a proposal: what is foreseen is what happens, in plans made up at
 * random; and where everybody stands. */
#include "life-fixture.h"

#include "twf-agreement-life.h"
#include "twf-agreement.h"
#include "twf-check.h"
#include "twf-format.h"
#include "twf-proposal-rivals.h"
#include "twf-prospect.h"

#define PLANS 60

static const char *const codes[] = { "EG", "MX", "US", "UY" };

static TwfPlan *
copy_plan (TwfPlan *plan)
{
  g_autoptr (GHashTable) files = twf_files_new ();
  g_autoptr (GError) error = NULL;
  TwfPlan *copy;

  twf_format_write_plan (plan, files);
  copy = twf_format_read_plan (files, &error);
  g_assert_no_error (error);
  return copy;
}

static const char *
pick_code (void)
{
  return codes[g_test_rand_int_range (0, G_N_ELEMENTS (codes))];
}

static GPtrArray *
list_pids (TwfPlan *plan)
{
  GPtrArray *pids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    {
      GListModel *proposals = twf_provision_list_proposals (all->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (proposals); j++)
        {
          g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, j);

          g_ptr_array_add (pids, g_strdup (twf_proposal_get_id (proposal)));
        }
    }
  return pids;
}

static const char *
pick (GPtrArray *pids)
{
  return pids->pdata[g_test_rand_int_range (0, (int)pids->len)];
}

/* What cannot be done is left. */
static void
try_to (TwfPlan *plan, GPtrArray *edits)
{
  if (edits != NULL)
    life_apply (plan, edits, NULL);
}

/* Words that several want: some of the same ones, so that there are rivals and equals. */
static void
propose_at_random (TwfPlan *plan, const char *id)
{
  static const char *const wordings[] = {
    "States protect water together in peace.",
    "States protect water and museums together.",
    "Some states protect water together.",
    "States protect water together in peace and children.",
    "States shall protect water together.",
  };
  const char *const owners[] = { pick_code (), NULL };
  const char *wording = wordings[g_test_rand_int_range (0, G_N_ELEMENTS (wordings))];
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");

  if (g_test_rand_int_range (0, 6) > 0)
    {
      try_to (plan,
              twf_proposal_make_text (
                  plan, id, TWF_PART_BODY, "en", wording, owners, NULL, NULL, NULL));
      return;
    }
  twf_proposal_set_kind (draft, TWF_PROPOSAL_DELETE);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_OWNER, owners);
  try_to (plan, twf_proposal_make (plan, id, draft, NULL, NULL));
}

static void
say_at_random (TwfPlan *plan, GPtrArray *pids)
{
  static const char *const words[] = { "retain", "delete", "reserve", "support", "reflect" };

  for (guint i = 0; i < 3 * pids->len; i++)
    {
      gboolean is_condition = g_test_rand_bit ();

      try_to (plan,
              twf_proposal_set_position (
                  plan,
                  pick (pids),
                  pick_code (),
                  is_condition ? "withdraws-if"
                               : words[g_test_rand_int_range (0, G_N_ELEMENTS (words))],
                  is_condition ? pick (pids) : NULL,
                  NULL));
    }
  for (guint i = 0; i < pids->len / 4; i++)
    try_to (plan, twf_proposal_park (plan, pick (pids), NULL));
}

/* Two that stand beside each other, where they are about the same provision. */
static void
meet_at_random (TwfPlan *plan, const char *one, const char *other)
{
  const char *const both[] = { one, other, NULL };
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");

  if (g_test_rand_int_range (0, 4) > 0)
    return;
  twf_proposal_set_text (draft, "en", "States protect water, rivers and lakes together.");
  try_to (plan, twf_proposal_make_compromise (plan, both, draft, NULL, NULL));
}

/* Proposals, conditions in chains, and some provisions that are agreed. */
static TwfPlan *
make_plan (void)
{
  TwfPlan *plan = life_new_plan ();
  g_autoptr (TwfDelegation) fourth = twf_delegation_new ("UY");
  g_autoptr (TwfEdit) edit = twf_edit_new_delegation (fourth);
  g_autoptr (GPtrArray) pids = NULL;

  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id
          = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "States protect water together.");
      const char *const ids[] = { id, NULL };

      if (g_test_rand_bit ())
        try_to (plan, twf_agreement_agree (plan, ids, TWF_AGREEMENT_PLENARY, NULL, NULL, NULL));
      for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
        propose_at_random (plan, id);
    }
  pids = list_pids (plan);
  if (pids->len > 0)
    say_at_random (plan, pids);
  for (guint i = 1; i < pids->len; i++)
    meet_at_random (plan, pids->pdata[i - 1], pids->pdata[i]);
  return plan;
}

static gboolean
is_agreed (TwfPlan *plan, const char *id)
{
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  g_autoptr (TwfStanding) standing = NULL;

  if (provision == NULL)
    return FALSE;
  standing = twf_standing_new (plan, provision);
  return standing->state == TWF_AGREED_STANDS;
}

static const TwfForeseen *
find_foreseen (const TwfProspect *prospect, const char *pid)
{
  for (guint i = 0; i < prospect->others->len; i++)
    if (g_str_equal (((TwfForeseen *)prospect->others->pdata[i])->pid, pid))
      return prospect->others->pdata[i];
  return NULL;
}

/* Every owner that is gone is so by a condition that is told, and the other way round. */
static void
check_conditions (const TwfProspect *prospect, const char *pid, TwfProposal *was, TwfProposal *is)
{
  guint n_told = 0;
  guint n_left = 0;

  for (guint i = 0; i < prospect->conditions->len; i++)
    n_told += g_str_equal (((TwfCondition *)prospect->conditions->pdata[i])->pid, pid);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      gboolean owned = twf_proposal_has_value (was, TWF_PROPOSAL_FIELD_OWNER, codes[i]);
      gboolean owns = is != NULL && twf_proposal_has_value (is, TWF_PROPOSAL_FIELD_OWNER, codes[i]);

      if (is != NULL && owned && !owns)
        n_left++;
    }
  if (is != NULL && twf_proposal_get_state (is) != twf_proposal_get_state (was)
      && twf_proposal_get_state (is) == TWF_PROPOSAL_WITHDRAWN)
    n_left++; /* The last one stays written. */
  g_assert_cmpuint (n_told, ==, n_left);
}

static void
check_foreseen (TwfPlan *before, TwfPlan *after, const char *accepted, const TwfProspect *prospect)
{
  g_autoptr (GPtrArray) pids = list_pids (before);
  g_autoptr (GPtrArray) rivals = twf_proposal_list_rivals (before, accepted);
  g_autoptr (GPtrArray) all = twf_plan_list_all (before);
  guint n_open = 0;

  for (guint i = 0; i < pids->len; i++)
    {
      TwfProposal *was = life_get (before, pids->pdata[i]);
      TwfProposal *is = twf_plan_get_proposal (after, pids->pdata[i], NULL);
      const TwfForeseen *foreseen = find_foreseen (prospect, pids->pdata[i]);
      gboolean is_rival
          = g_ptr_array_find_with_equal_func (rivals, pids->pdata[i], g_str_equal, NULL);

      n_open += is != NULL && twf_proposal_get_state (is) == TWF_PROPOSAL_OPEN;
      if (g_str_equal (pids->pdata[i], accepted))
        continue;
      g_assert_cmpint (foreseen != NULL ? foreseen->sequel : TWF_SEQUEL_NONE,
                       ==,
                       twf_sequel_find (was, is, is_rival));
      check_conditions (prospect, pids->pdata[i], was, is);
    }
  g_assert_cmpuint (prospect->n_open, ==, n_open);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = twf_provision_get_id (all->pdata[i]);

      g_assert_cmpint (g_strv_contains ((const char *const *)prospect->reopened, id),
                       ==,
                       is_agreed (before, id) && !is_agreed (after, id));
    }
}

/* Foreseen, nothing is done; done, it is as it was foreseen. */
static void
test_foreseen_is_done (void)
{
  guint n_done = 0, n_conditions = 0, n_reopened = 0;

  for (guint i = 0; i < PLANS; i++)
    {
      g_autoptr (TwfPlan) plan = make_plan ();
      g_autofree char *untouched = fixture_dump (plan);
      g_autoptr (GPtrArray) pids = list_pids (plan);

      for (guint j = 0; j < pids->len; j++)
        {
          g_autoptr (TwfProspect) prospect = twf_prospect_new (plan, pids->pdata[j]);
          g_autoptr (TwfPlan) copy = copy_plan (plan);
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) edits
              = twf_proposal_accept (copy, pids->pdata[j], NULL, TWF_WHOLE_PROPOSAL, &error);
          g_autofree char *now = fixture_dump (plan);

          g_assert_cmpstr (untouched, ==, now);
          if (edits == NULL)
            {
              g_assert_cmpstr (prospect->hindrance->message, ==, error->message);
              continue;
            }
          g_assert_no_error (prospect->hindrance);
          g_assert_true (twf_plan_apply_all (copy, edits, NULL));
          check_foreseen (plan, copy, pids->pdata[j], prospect);
          n_done++;
          n_conditions += prospect->conditions->len;
          n_reopened += g_strv_length (prospect->reopened);
        }
    }
  g_test_message ("%u accepted, %u conditions, %u reopened", n_done, n_conditions, n_reopened);
  g_assert_cmpuint (n_conditions, >, 0);
  g_assert_cmpuint (n_reopened, >, 0);
}

static void
add_delegation (TwfPlan *plan, const char *code, const char *const *members)
{
  g_autoptr (TwfDelegation) delegation = twf_delegation_new (code);
  g_autoptr (TwfEdit) edit = NULL;

  twf_delegation_set_values (delegation, TWF_DELEGATION_MEMBER, members);
  edit = twf_edit_new_delegation (delegation);
  g_assert_true (twf_plan_apply (plan, edit, NULL, NULL));
}

static const TwfStand *
find_stand (const TwfStances *stances, const char *code)
{
  for (guint i = 0; i < stances->stands->len; i++)
    if (g_str_equal (((TwfStand *)stances->stands->pdata[i])->code, code))
      return stances->stands->pdata[i];
  return NULL;
}

static guint
count_circles (TwfPlan *plan)
{
  g_autoptr (GPtrArray) findings = twf_plan_check (plan);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((TwfFinding *)findings->pdata[i])->kind == TWF_FINDING_GROUP_CIRCLE;
  return n;
}

static void
say (TwfPlan *plan, const char *pid, const char *code, const char *word)
{
  STEP (plan, twf_proposal_set_position (plan, pid, code, word, NULL, &error));
}

/* G77 of three, one of which is itself a group of two; a group that has nobody here. */
static void
test_groups (void)
{
  static const char *const mexico[] = { "MX", NULL };
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, "One two three.");
  g_autofree char *pid = NULL;
  g_autofree char *rival = NULL;

  add_delegation (plan, "KE", NULL);
  add_delegation (plan, "UG", NULL);
  add_delegation (plan, "JP", NULL);
  add_delegation (plan, "AU", (const char *const[]){ "KE", "UG", "G77", NULL });
  add_delegation (plan, "G77", (const char *const[]){ "AU", "EG", "MX", NULL });
  add_delegation (plan, "EU", (const char *const[]){ "DE", "FR", NULL });
  /* G77 and AU name each other. */
  g_assert_cmpuint (count_circles (plan), ==, 2);
  pid = life_propose (plan, id, "One two four.", mexico);
  rival = life_propose (plan, id, "One two five.", (const char *const[]){ "US", NULL });
  {
    g_autoptr (TwfStances) stances = twf_stances_new (plan, pid);

    g_assert_cmpuint (stances->n[TWF_STANCE_ACCEPTS], ==, 1);
    g_assert_cmpuint (stances->n[TWF_STANCE_OBJECTS], ==, 1);
    g_assert_cmpstr (find_stand (stances, "US")->rival, ==, rival);
    /* Its members here are asked, not the group; a group without any is. */
    g_assert_true (g_strv_contains ((const char *const *)stances->silent, "EU"));
    g_assert_false (g_strv_contains ((const char *const *)stances->silent, "G77"));
    g_assert_false (g_strv_contains ((const char *const *)stances->silent, "AU"));
    g_assert_cmpuint (stances->n[TWF_STANCE_SILENT], ==, g_strv_length (stances->silent));
  }
  say (plan, pid, "G77", "retain");
  say (plan, pid, "AU", "reserve");
  say (plan, pid, "UG", "support");
  {
    g_autoptr (TwfStances) stances = twf_stances_new (plan, pid);
    TwfPositionWord retain = TWF_POSITION_RETAIN;
    g_auto (GStrv) except
        = twf_proposal_list_deviations (plan, life_get (plan, pid), "G77", &retain);
    g_autofree char *joined = g_strjoinv (" ", except);
    g_autofree char *stand = g_strjoinv (" ", find_stand (stances, "G77")->except);

    g_assert_cmpstr (joined, ==, "AU MX UG");
    g_assert_cmpstr (stand, ==, "AU MX UG");
    /* Mexico and Uganda; Egypt by G77 and the US; of Kenya's two groups the one that objects. */
    g_assert_cmpuint (stances->n[TWF_STANCE_ACCEPTS], ==, 2);
    g_assert_cmpuint (stances->n[TWF_STANCE_OBJECTS], ==, 3);
    g_assert_cmpuint (stances->n[TWF_STANCE_RESERVES], ==, 0);
    /* Japan and the EU. */
    g_assert_cmpuint (stances->n[TWF_STANCE_SILENT], ==, 2);
  }
  say (plan, pid, "EG", "retain");
  {
    g_autoptr (TwfStances) stances = twf_stances_new (plan, pid);

    g_assert_cmpuint (g_strv_length (find_stand (stances, "G77")->except), ==, 3);
    g_assert_cmpuint (stances->n[TWF_STANCE_OBJECTS], ==, 3);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prospect/foreseen-is-done", test_foreseen_is_done);
  g_test_add_func ("/prospect/groups", test_groups);
  return g_test_run ();
}
