/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* A compromise stands for what it takes up, as long as it stands. */
#include "life-fixture.h"

#include "twf-fate.h"
#include "twf-format.h"
#include "twf-plan-merge.h"

#define TEXT "States protect water together."
#define RIVERS "States protect water and rivers together."
#define LAKES "States protect water and lakes together."
#define BOTH "States protect water, rivers and lakes together."

static const char *const egypt[] = { "EG", NULL };
static const char *const mexico[] = { "MX", NULL };
static const char *const states[] = { "US", NULL };

/* A plan with one provision and two proposals about it. */
typedef struct
{
  TwfPlan *plan;
  char *id, *one, *other, *both;
} Room;

static void
room_clear (Room *self)
{
  g_object_unref (self->plan);
  g_free (self->id);
  g_free (self->one);
  g_free (self->other);
  g_free (self->both);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Room, room_clear)

static GPtrArray *
meet (TwfPlan *plan,
      const char *one,
      const char *other,
      const char *wording,
      char **pid,
      GError **error)
{
  const char *const pids[] = { one, other, NULL };
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");

  twf_proposal_set_text (draft, "en", wording);
  return twf_proposal_make_compromise (plan, pids, draft, pid, error);
}

static void
room_init (Room *self)
{
  self->plan = life_new_plan ();
  self->id = fixture_add (self->plan, TWF_SECTION_ACTIONS, NULL, TEXT);
  self->one = life_propose (self->plan, self->id, RIVERS, egypt);
  self->other = life_propose (self->plan, self->id, LAKES, mexico);
  STEP (self->plan, meet (self->plan, self->one, self->other, BOTH, &self->both, &error));
}

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

static void
assert_waits (Room *room, gboolean waits)
{
  TwfProposalState state = waits ? TWF_PROPOSAL_WITHDRAWN : TWF_PROPOSAL_OPEN;

  life_assert_state (room->plan, room->one, state);
  life_assert_state (room->plan, room->other, state);
  g_assert_cmpstr (
      twf_proposal_get_field (life_get (room->plan, room->one), TWF_PROPOSAL_FIELD_REPLACED_BY),
      ==,
      waits ? room->both : NULL);
}

static void
test_owners (void)
{
  g_auto (Room) room = { 0 };
  g_autoptr (TwfPlan) before = NULL;
  g_autoptr (GPtrArray) fates = NULL;
  TwfProposal *both;

  room_init (&room);
  before = copy_plan (room.plan);
  STEP (before, twf_proposal_reject (before, room.both, &error));
  fates = twf_fates_list (before, room.plan, "EG");
  g_assert_cmpuint (fates->len, ==, 2);
  for (guint i = 0; i < fates->len; i++)
    {
      const TwfFate *fate = fates->pdata[i];

      g_assert_cmpint (fate->kind,
                       ==,
                       g_str_equal (fate->proposal, room.one) ? TWF_FATE_TAKEN_UP
                                                              : TWF_FATE_REOPENED);
    }
  both = life_get (room.plan, room.both);
  g_assert_true (twf_proposal_has_value (both, TWF_PROPOSAL_FIELD_OWNER, "EG"));
  g_assert_true (twf_proposal_has_value (both, TWF_PROPOSAL_FIELD_OWNER, "MX"));
  g_assert_true (twf_proposal_has_value (both, TWF_PROPOSAL_FIELD_TAKES_UP, room.one));
  assert_waits (&room, TRUE);
  STEP (room.plan, twf_proposal_accept (room.plan, room.both, NULL, TWF_WHOLE_PROPOSAL, &error));
  g_assert_cmpstr (life_get_text (room.plan, room.id), ==, BOTH);
  assert_waits (&room, TRUE);
}

static void
test_off_the_table (void)
{
  g_auto (Room) room = { 0 };

  room_init (&room);
  STEP (room.plan, twf_proposal_park (room.plan, room.both, &error));
  assert_waits (&room, TRUE);
  STEP (room.plan, twf_proposal_reject (room.plan, room.both, &error));
  assert_waits (&room, FALSE);
  STEP (room.plan, twf_proposal_reopen (room.plan, room.both, NULL, &error));
  assert_waits (&room, TRUE);
  /* One leaves it: what that one asked for is on the table again. */
  STEP (room.plan, twf_proposal_withdraw (room.plan, room.both, "EG", &error));
  life_assert_state (room.plan, room.one, TWF_PROPOSAL_OPEN);
  life_assert_state (room.plan, room.other, TWF_PROPOSAL_WITHDRAWN);
  STEP (room.plan, twf_proposal_withdraw (room.plan, room.both, "MX", &error));
  assert_waits (&room, FALSE);
}

/* What takes up a compromise does not bring back what that one took up. */
static void
test_of_compromises (void)
{
  g_auto (Room) room = { 0 };
  g_autofree char *third = NULL;
  g_autofree char *all = NULL;

  room_init (&room);
  third = life_propose (room.plan, room.id, "States protect the sea together.", states);
  STEP (room.plan, meet (room.plan, room.both, third, "States protect all waters.", &all, &error));
  assert_waits (&room, TRUE);
  life_assert_state (room.plan, room.both, TWF_PROPOSAL_WITHDRAWN);
  STEP (room.plan, twf_proposal_reject (room.plan, all, &error));
  life_assert_state (room.plan, room.both, TWF_PROPOSAL_OPEN);
  life_assert_state (room.plan, third, TWF_PROPOSAL_OPEN);
  assert_waits (&room, TRUE);
  STEP (room.plan, twf_proposal_reject (room.plan, room.both, &error));
  assert_waits (&room, FALSE);
}

/* All come to what one of them asked for; and one whose condition was met meanwhile is not back. */
static void
test_to_one_of_them (void)
{
  g_autoptr (TwfPlan) plan = life_new_plan ();
  g_autofree char *id = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, TEXT);
  g_autofree char *elsewhere = fixture_add (plan, TWF_SECTION_ACTIONS, NULL, TEXT);
  g_autofree char *one = life_propose (plan, id, RIVERS, egypt);
  g_autofree char *other = life_propose (plan, id, LAKES, mexico);
  g_autofree char *condition = life_propose (plan, elsewhere, LAKES, states);
  g_autofree char *met = NULL;

  STEP (plan, twf_proposal_set_position (plan, other, "MX", "withdraws-if", condition, &error));
  STEP (plan, meet (plan, one, other, RIVERS, &met, &error));
  g_assert_cmpstr (met, ==, one);
  life_assert_state (plan, one, TWF_PROPOSAL_OPEN);
  life_assert_state (plan, other, TWF_PROPOSAL_WITHDRAWN);
  STEP (plan, twf_proposal_accept (plan, condition, NULL, TWF_WHOLE_PROPOSAL, &error));
  STEP (plan, twf_proposal_reject (plan, one, &error));
  life_assert_state (plan, other, TWF_PROPOSAL_WITHDRAWN);
  g_assert_null (twf_proposal_get_field (life_get (plan, other), TWF_PROPOSAL_FIELD_REPLACED_BY));
}

static void
test_refusals (void)
{
  g_auto (Room) room = { 0 };
  const char *const alone[] = { NULL, NULL };
  g_autoptr (TwfProposal) draft = twf_proposal_new ("draft");
  g_autofree char *elsewhere = NULL;
  g_autofree char *far = NULL;
  g_autofree char *near = NULL;
  g_autofree char *french = NULL;

  room_init (&room);
  near = life_propose (room.plan, room.id, "Something else.", states);
  elsewhere = fixture_add (room.plan, TWF_SECTION_ACTIONS, NULL, TEXT);
  far = life_propose (room.plan, elsewhere, LAKES, mexico);
  STEP (room.plan,
        twf_proposal_make_text (
            room.plan, room.id, TWF_PART_BODY, "ar", "نص", states, NULL, &french, &error));
  REFUSED (twf_proposal_make_compromise (room.plan, alone, draft, NULL, &error), TWF_ERROR_INVALID);
  REFUSED (meet (room.plan, room.one, near, BOTH, NULL, &error), TWF_ERROR_INVALID);
  REFUSED (meet (room.plan, near, far, BOTH, NULL, &error), TWF_ERROR_INVALID);
  REFUSED (meet (room.plan, near, french, BOTH, NULL, &error), TWF_ERROR_INVALID);
  REFUSED (meet (room.plan, near, room.both, TEXT, NULL, &error), TWF_ERROR_EMPTY);
  REFUSED (meet (room.plan, near, "zzzzzzzzzzzz", BOTH, NULL, &error), TWF_ERROR_NOT_FOUND);
}

static void
merge_in (TwfPlan *rolling, const char *owner, TwfPlan *base, TwfPlan *tip)
{
  g_autoptr (GPtrArray) contributions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);
  g_autoptr (TwfPlanMerge) merge = NULL;

  g_ptr_array_add (contributions, twf_contribution_new_between (owner, base, tip));
  merge = twf_plan_merge_new (rolling, contributions);
  life_apply (rolling, twf_plan_merge_list_edits (merge), NULL);
}

static GStrv
list_pids (TwfPlan *plan, const char *id)
{
  GListModel *proposals = twf_provision_list_proposals (twf_plan_get_provision (plan, id));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      g_strv_builder_add (builder, twf_proposal_get_id (proposal));
    }
  return g_strv_builder_end (builder);
}

/* Who goes on asking on his branch for what he gave up in the room undoes nothing; and an owner who
 * withdraws on his branch leaves the compromise. */
static void
test_merges (void)
{
  g_autoptr (TwfPlan) rolling = life_new_plan ();
  g_autofree char *id = fixture_add (rolling, TWF_SECTION_ACTIONS, NULL, TEXT);
  g_autoptr (TwfPlan) base = copy_plan (rolling);
  g_autoptr (TwfPlan) tip = copy_plan (rolling);
  g_autoptr (TwfPlan) later = NULL;
  g_autoptr (TwfPlan) leaves = NULL;
  g_autofree char *other = life_propose (rolling, id, LAKES, mexico);
  g_autofree char *both = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) pids = NULL;
  const char *one;

  life_set_text (tip, id, "en", RIVERS);
  merge_in (rolling, "EG", base, tip);
  pids = list_pids (rolling, id);
  one = g_str_equal (pids[0], other) ? pids[1] : pids[0];
  STEP (rolling, meet (rolling, one, other, BOTH, &both, &error));
  before = fixture_dump (rolling);
  merge_in (rolling, "EG", base, tip);
  after = fixture_dump (rolling);
  g_assert_cmpstr (before, ==, after);
  /* Taken in, and withdrawn there. */
  later = copy_plan (rolling);
  leaves = copy_plan (rolling);
  STEP (leaves, twf_proposal_withdraw (leaves, both, "EG", &error));
  merge_in (rolling, "EG", later, leaves);
  g_assert_false (
      twf_proposal_has_value (life_get (rolling, both), TWF_PROPOSAL_FIELD_OWNER, "EG"));
  life_assert_state (rolling, one, TWF_PROPOSAL_OPEN);
  life_assert_state (rolling, other, TWF_PROPOSAL_WITHDRAWN);
}

/* A delegation's own proposal does not stand in the place of others'. */
static void
test_mandate (void)
{
  g_autoptr (TwfPlan) rolling = life_new_plan ();
  g_autofree char *id = fixture_add (rolling, TWF_SECTION_ACTIONS, NULL, TEXT);
  g_autofree char *other = life_propose (rolling, id, LAKES, mexico);
  g_autoptr (TwfPlan) base = copy_plan (rolling);
  g_autoptr (TwfPlan) tip = copy_plan (rolling);
  g_autofree char *own = life_propose (tip, id, RIVERS, egypt);
  g_autoptr (TwfProposal) forged = twf_proposal_copy (life_get (tip, own));
  g_autoptr (TwfEdit) edit = NULL;

  twf_proposal_add_value (forged, TWF_PROPOSAL_FIELD_TAKES_UP, other);
  edit = twf_edit_new_proposal (id, forged);
  g_assert_true (twf_plan_apply (tip, edit, NULL, NULL));
  merge_in (rolling, "EG", base, tip);
  g_assert_null (twf_proposal_get_values (life_get (rolling, own), TWF_PROPOSAL_FIELD_TAKES_UP));
  life_assert_state (rolling, other, TWF_PROPOSAL_OPEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compromise/owners", test_owners);
  g_test_add_func ("/compromise/off-the-table", test_off_the_table);
  g_test_add_func ("/compromise/of-compromises", test_of_compromises);
  g_test_add_func ("/compromise/to-one-of-them", test_to_one_of_them);
  g_test_add_func ("/compromise/refusals", test_refusals);
  g_test_add_func ("/compromise/merges", test_merges);
  g_test_add_func ("/compromise/mandate", test_mandate);
  return g_test_run ();
}
