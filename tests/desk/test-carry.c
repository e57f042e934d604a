/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Proposals on texts that are edited by hand, through saves, and beside others who save. */
#include "desk-fixture.h"

#include "twf-check.h"
#include "twf-proposal-life.h"
#include "twf-wording.h"

static void
apply (TwfDesk *desk, GPtrArray *edits, GError *error)
{
  g_autoptr (GPtrArray) held = edits;
  GError *refused = NULL;

  g_assert_no_error (error);
  twf_plan_apply_all (twf_desk_get_plan (desk), edits, &refused);
  g_assert_no_error (refused);
}

static char *
propose (TwfDesk *desk, const char *id, const char *wording)
{
  GError *error = NULL;
  char *pid = NULL;
  GPtrArray *edits = twf_proposal_make_text (
      twf_desk_get_plan (desk), id, TWF_PART_BODY, "en", wording, NULL, NULL, &pid, &error);

  apply (desk, edits, error);
  return pid;
}

static const char *
get_wording (TwfDesk *desk, const char *pid)
{
  TwfProposal *proposal = twf_plan_get_proposal (twf_desk_get_plan (desk), pid, NULL);

  g_assert_nonnull (proposal);
  return twf_proposal_get_text (proposal, "en");
}

static guint
count_old (TwfDesk *desk)
{
  g_autoptr (GPtrArray) findings = twf_plan_check (twf_desk_get_plan (desk));
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((TwfFinding *)g_ptr_array_index (findings, i))->kind == TWF_FINDING_OLD_BASE;
  return n;
}

static void
save_well (TwfDesk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = save (desk, "A step", FALSE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (revision);
  g_assert_cmpuint (count_old (desk), ==, 0);
}

static TwfDesk *
reopen (TwfDesk *desk, const char *path)
{
  g_autoptr (GError) error = NULL;

  close_desk (desk);
  desk = open_desk (path, NULL, &error);
  g_assert_no_error (error);
  return desk;
}

static guint
count_revisions (TwfDesk *desk)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  twf_desk_list_revisions_async (desk, NULL, 0, 100, NULL, store_result_cb, &result);
  revisions = twf_desk_list_revisions_finish (desk, await (&result), NULL);
  return revisions->len;
}

/* The old wording is in history alone: the desk was closed in between. */
static void
test_carried_in_the_same_revision (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (
      desk, TWF_SECTION_ACTIONS, "en", "States protect museums. Libraries lend books.");
  g_autofree char *pid = propose (desk, id, "States protect all museums. Libraries lend books.");
  g_autofree char *title = NULL;
  guint before;

  title = propose (desk, NULL, "A plan for all");
  save_well (desk);
  desk = reopen (desk, fixture->path);
  g_assert_nonnull (twf_plan_get_own_proposal (twf_desk_get_plan (desk), title));
  before = count_revisions (desk);
  set_text (desk, id, "en", "States protect museums. Public libraries lend books.");
  g_assert_cmpuint (count_old (desk), ==, 1);
  save_well (desk);
  g_assert_cmpstr (
      get_wording (desk, pid), ==, "States protect all museums. Public libraries lend books.");
  g_assert_cmpuint (count_revisions (desk), ==, before + 1);
  g_assert_false (twf_desk_is_modified (desk));
  desk = reopen (desk, fixture->path);
  g_assert_cmpstr (
      get_wording (desk, pid), ==, "States protect all museums. Public libraries lend books.");
  g_assert_cmpuint (count_old (desk), ==, 0);
  close_desk (desk);
}

/* Made on a wording that no revision ever had. */
static void
test_wording_nobody_saved (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_ACTIONS, "en", "One stands. Two stands.");
  g_autofree char *pid = propose (desk, id, "One goes. Two stands.");

  set_text (desk, id, "en", "One stands. Two stands firmly.");
  save_well (desk);
  g_assert_cmpstr (get_wording (desk, pid), ==, "One goes. Two stands firmly.");
  set_text (desk, id, "en", "One stands. Two and three stand firmly.");
  save_well (desk);
  g_assert_cmpstr (get_wording (desk, pid), ==, "One goes. Two and three stand firmly.");
  close_desk (desk);
}

static void
test_undo_after_the_save (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_ACTIONS, "en", "One stands. Two stands.");
  g_autofree char *pid = propose (desk, id, "One goes. Two stands.");

  save_well (desk);
  set_text (desk, id, "en", "One stands. Two falls.");
  save_well (desk);
  g_free (twf_undo_undo (twf_desk_get_undo (desk)));
  g_assert_cmpstr (get_wording (desk, pid), ==, "One goes. Two stands.");
  g_free (twf_undo_undo (twf_desk_get_undo (desk)));
  g_assert_cmpstr (get_text (desk, id, "en"), ==, "One stands. Two stands.");
  save_well (desk);
  g_assert_cmpstr (get_wording (desk, pid), ==, "One goes. Two stands.");
  close_desk (desk);
}

/* A text that now reads as was proposed: that proposal is accepted. */
static void
test_edited_to_what_was_proposed (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_ACTIONS, "en", "One stands.");
  g_autofree char *pid = propose (desk, id, "One goes.");

  save_well (desk);
  set_text (desk, id, "en", "One goes.");
  save_well (desk);
  g_assert_cmpint (
      twf_proposal_get_state (twf_plan_get_proposal (twf_desk_get_plan (desk), pid, NULL)),
      ==,
      TWF_PROPOSAL_ACCEPTED);
  close_desk (desk);
}

/* A delegation that writes it on its own branch has not agreed with anybody. */
static void
test_edited_on_ones_own_branch (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_ACTIONS, "en", "One stands.");
  g_autofree char *pid = propose (desk, id, "One goes.");
  g_autofree char *revision = NULL;
  g_autoptr (GError) error = NULL;

  save_well (desk);
  close_desk (desk);
  desk = open_desk (fixture->path, "EG", &error);
  g_assert_no_error (error);
  set_text (desk, id, "en", "One goes.");
  revision = save (desk, "What we asked for", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_wording (desk, pid), ==, "One goes.");
  g_assert_cmpint (
      twf_proposal_get_state (twf_plan_get_proposal (twf_desk_get_plan (desk), pid, NULL)),
      ==,
      TWF_PROPOSAL_OPEN);
  close_desk (desk);
}

/* Two desks: what one says about a proposal reaches the other, and a plan's own proposals too. */
static void
test_beside_others (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_ACTIONS, "en", "One stands.");
  g_autofree char *other = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Two stands.");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *title = NULL;
  TwfDesk *beside;

  save_well (desk);
  beside = open_desk (fixture->path, NULL, NULL);
  first = propose (desk, id, "One goes.");
  title = propose (desk, NULL, "A plan for all");
  save_well (desk);
  second = propose (beside, other, "Two goes.");
  save_well (beside);
  g_assert_cmpstr (get_wording (beside, first), ==, "One goes.");
  g_assert_cmpstr (get_wording (beside, title), ==, "A plan for all");
  g_assert_false (twf_desk_is_modified (beside));
  close_desk (beside);
  desk = reopen (desk, fixture->path);
  g_assert_cmpstr (get_wording (desk, second), ==, "Two goes.");
  close_desk (desk);
}

/* Proposals are journalled like everything else. */
static void
test_recovered (Fixture *fixture, gconstpointer data)
{
  TwfDesk *desk = create_desk (fixture->path, NULL, NULL);
  g_autofree char *id = add_provision (desk, TWF_SECTION_ACTIONS, "en", "One stands.");
  g_autofree char *pid = NULL;

  save_well (desk);
  set_text (desk, id, "en", "One still stands.");
  pid = propose (desk, id, "One still goes.");
  set_text (desk, id, "en", "But one still stands.");
  desk = reopen (desk, fixture->path);
  g_assert_cmpuint (twf_desk_get_n_recovered (desk), >, 0);
  g_assert_true (twf_desk_recover (desk, NULL));
  save_well (desk);
  g_assert_cmpstr (get_wording (desk, pid), ==, "But one still goes.");
  close_desk (desk);
}

int
main (int argc, char *argv[])
{
  g_autofree char *state = use_own_state ();
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/carry/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("in-the-same-revision", test_carried_in_the_same_revision);
  ADD ("wording-nobody-saved", test_wording_nobody_saved);
  ADD ("undo-after-the-save", test_undo_after_the_save);
  ADD ("edited-to-what-was-proposed", test_edited_to_what_was_proposed);
  ADD ("edited-on-ones-own-branch", test_edited_on_ones_own_branch);
  ADD ("beside-others", test_beside_others);
  ADD ("recovered", test_recovered);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
