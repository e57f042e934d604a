/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
/* Contributions merged at the desk, over a real repository. */
#include "merge-fixture.h"

#include "twf-error.h"
#include "twf-merge-ground.h"

static TwfDesk *
open_main (Merging *self)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = open_desk (self->base.path, NULL, &error);

  g_assert_no_error (error);
  return desk;
}

static void
assert_as_before (TwfDesk *desk, Merging *self)
{
  g_autoptr (TwfRevision) tip = get_tip (desk);

  g_assert_cmpstr (twf_revision_get_id (tip), ==, self->first);
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, self->first);
  g_assert_cmpstr (get_text (desk, self->objective, "en"), ==, YEAR);
  g_assert_cmpuint (count_actions (desk, TEACHERS, FALSE), ==, 0);
  g_assert_false (twf_desk_is_modified (desk));
  g_assert_false (twf_undo_can_undo (twf_desk_get_undo (desk)));
}

/* The old tip is the first parent, the branches follow in the order of their names. */
static void
assert_parents (TwfDesk *desk, Merging *self, const char *first)
{
  g_autoptr (TwfRevision) tip = get_tip (desk);
  const char *const *parents = twf_revision_get_parents (tip);
  g_autofree char *mandate = twf_revision_dup_trailer (tip, "Mandate");
  g_autofree char *egypt = g_strconcat ("\nContribution: EG ", self->egypt, NULL);
  g_autofree char *kenya = g_strconcat ("\nContribution: KE ", self->kenya, NULL);

  g_assert_cmpuint (g_strv_length ((char **)parents), ==, 4);
  g_assert_cmpstr (parents[0], ==, first);
  g_assert_cmpstr (parents[1], ==, self->egypt);
  g_assert_cmpstr (parents[2], ==, self->jordan);
  g_assert_cmpstr (parents[3], ==, self->kenya);
  g_assert_cmpstr (twf_revision_get_subject (tip), ==, "Merge EG, JO, KE");
  g_assert_cmpstr (mandate, ==, "merge");
  g_assert_nonnull (strstr (twf_revision_get_message (tip), egypt));
  g_assert_nonnull (strstr (twf_revision_get_message (tip), kenya));
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, twf_revision_get_id (tip));
}

/* Egypt's year is accepted, Jordan's kept as a proposal or rejected, Kenya's action accepted. */
static char *
merge_all (TwfDesk *desk, TwfDecision jordan)
{
  g_autoptr (TwfPlanMerge) merge = prepare_all (desk);
  g_autoptr (GError) error = NULL;
  char *revision;

  g_assert_cmpuint (twf_plan_merge_get_requests (merge)->len, ==, 3);
  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  decide (merge, "JO", jordan);
  revision = conclude (desk, g_steal_pointer (&merge), NULL, &error);
  g_assert_no_error (error);
  return revision;
}

static void
assert_merged (TwfDesk *desk, Merging *self)
{
  g_assert_cmpstr (get_text (desk, self->objective, "en"), ==, EGYPT_SAYS);
  g_assert_cmpuint (count_actions (desk, TEACHERS, FALSE), ==, 1);
}

static void
test_one_revision (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  g_autofree char *revision = merge_all (desk, TWF_DECISION_PROPOSE);

  assert_parents (desk, self, self->first);
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, revision);
  g_assert_false (twf_desk_is_modified (desk));
  assert_merged (desk, self);
  close_desk (desk);

  /* What the plan in memory says stands in the revision. */
  desk = open_main (self);
  g_assert_cmpstr (twf_desk_get_revision (desk), ==, revision);
  assert_merged (desk, self);
  assert_state (desk, "JO", TWF_PROPOSAL_OPEN);
  close_desk (desk);
}

/* However many edits it is, it is one step; undone and done again it is saved like any other. */
static void
test_undo_and_redo (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  TwfUndo *undo = twf_desk_get_undo (desk);
  g_autofree char *merged = merge_all (desk, TWF_DECISION_PROPOSE);
  g_autofree char *changed = twf_undo_undo (undo);
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (TwfRevision) tip = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (twf_undo_can_undo (undo));
  g_assert_true (twf_desk_is_modified (desk));
  g_assert_cmpstr (get_text (desk, self->objective, "en"), ==, YEAR);
  g_assert_cmpuint (count_actions (desk, TEACHERS, FALSE), ==, 0);
  g_assert_null (find_proposal (twf_desk_get_plan (desk), "JO"));
  undone = save (desk, "Undone", FALSE, &error);
  g_assert_no_error (error);
  again = twf_undo_redo (undo);
  g_assert_false (twf_undo_can_redo (undo));
  redone = save (desk, "Redone", FALSE, &error);
  g_assert_no_error (error);
  assert_merged (desk, self);
  assert_state (desk, "JO", TWF_PROPOSAL_OPEN);
  tip = get_tip (desk);
  g_assert_cmpstr (twf_revision_get_parent (tip), ==, undone);
  g_assert_null (twf_revision_get_parents (tip)[1]);
  close_desk (desk);
  desk = open_main (self);
  assert_merged (desk, self);
  close_desk (desk);
}

/* The mandate to propose leaves the text alone; the mandate to accept takes what touches nothing
 * else, and what is asked for twice in the same words becomes two proposals. */
static void
test_mandates (Merging *self, gconstpointer data)
{
  gboolean accept = GPOINTER_TO_INT (data);
  TwfDesk *desk = open_main (self);
  g_autoptr (TwfPlanMerge) merge = prepare_all (desk);
  g_autofree char *revision = NULL;
  g_autoptr (GError) error = NULL;

  if (accept)
    twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  revision = conclude (desk, g_steal_pointer (&merge), NULL, &error);
  g_assert_no_error (error);
  assert_parents (desk, self, self->first);
  close_desk (desk);
  desk = open_main (self);
  g_assert_cmpstr (get_text (desk, self->objective, "en"), ==, YEAR);
  assert_state (desk, "EG", TWF_PROPOSAL_OPEN);
  assert_state (desk, "JO", TWF_PROPOSAL_OPEN);
  g_assert_cmpuint (count_actions (desk, TEACHERS, FALSE), ==, accept ? 1 : 0);
  g_assert_cmpuint (count_actions (desk, TEACHERS, TRUE), ==, accept ? 0 : 1);
  close_desk (desk);
}

/* One accepted, one kept, one rejected: all three can be read in the revision. */
static void
test_decisions (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  g_autoptr (TwfPlanMerge) merge = prepare_all (desk);
  g_autofree char *revision = NULL;
  g_autoptr (GError) error = NULL;
  TwfProposal *rejected;

  decide (merge, "EG", TWF_DECISION_REJECT);
  decide (merge, "JO", TWF_DECISION_ACCEPT);
  decide (merge, "KE", TWF_DECISION_PROPOSE);
  revision = conclude (desk, g_steal_pointer (&merge), NULL, &error);
  g_assert_no_error (error);
  close_desk (desk);
  desk = open_main (self);
  g_assert_cmpstr (get_text (desk, self->objective, "en"), ==, JORDAN_SAYS);
  assert_state (desk, "EG", TWF_PROPOSAL_REJECTED);
  rejected = find_proposal (twf_desk_get_plan (desk), "EG");
  g_assert_cmpstr (twf_proposal_get_text (rejected, "en"), ==, EGYPT_SAYS);
  assert_state (desk, "KE", TWF_PROPOSAL_OPEN);
  g_assert_cmpuint (count_actions (desk, TEACHERS, TRUE), ==, 1);
  close_desk (desk);
}

static void
test_refused_while_modified (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  const char *branches[] = { "EG", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfPlanMerge) merge = prepare (desk, branches, NULL, &error);
  g_autofree char *revision = NULL;
  g_autoptr (TwfRevision) tip = NULL;

  /* Edited after it was prepared. */
  g_assert_no_error (error);
  set_text (desk, self->action, "en", "Wells are counted.");
  g_assert_null (conclude (desk, g_steal_pointer (&merge), NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  g_clear_error (&error);
  /* And before. */
  g_assert_null (prepare (desk, branches, NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  g_clear_error (&error);
  tip = get_tip (desk);
  g_assert_cmpstr (twf_revision_get_id (tip), ==, self->first);
  g_assert_cmpstr (get_text (desk, self->action, "en"), ==, "Wells are counted.");
  g_assert_cmpstr (get_text (desk, self->objective, "en"), ==, YEAR);
  /* Saved, it can be merged. */
  revision = save (desk, "Ours", FALSE, &error);
  g_assert_no_error (error);
  g_free (merge_all (desk, TWF_DECISION_REJECT));
  assert_parents (desk, self, revision);
  g_assert_cmpstr (get_text (desk, self->action, "en"), ==, "Wells are counted.");
  assert_merged (desk, self);
  close_desk (desk);
}

static void
test_unknown_branches (Merging *self, gconstpointer data)
{
  static const struct
  {
    const char *branch;
    int code;
  } bad[] = {
    { "UY", TWF_ERROR_NOT_FOUND },
    { "delegations/UY", TWF_ERROR_NOT_FOUND },
    { "", TWF_ERROR_INVALID },
    { "../../etc", TWF_ERROR_INVALID },
  };
  TwfDesk *desk = open_main (self);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *branches[] = { "EG", bad[i].branch, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_null (prepare (desk, branches, NULL, &error));
      g_assert_error (error, TWF_ERROR, bad[i].code);
    }
  assert_as_before (desk, self);
  close_desk (desk);
}

/* What was merged brings nothing a second time; what was said since does. */
static void
test_again (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  g_autofree char *first = merge_all (desk, TWF_DECISION_PROPOSE);
  g_autofree char *second = NULL;
  g_autofree char *egypt = NULL;
  g_autofree char *third = NULL;
  g_autoptr (TwfPlanMerge) merge = prepare_all (desk);
  g_autoptr (TwfRevision) tip = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (twf_plan_merge_get_requests (merge)->len, ==, 0);
  g_assert_cmpuint (g_strv_length ((char **)twf_desk_merge_list_known (merge)), ==, 3);
  second = conclude (desk, g_steal_pointer (&merge), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second, ==, first);
  assert_parents (desk, self, self->first);

  egypt = contribute (&self->base, "EG", self->action, "Wells are mapped and marked.");
  merge = prepare_all (desk);
  g_assert_cmpuint (g_strv_length ((char **)twf_desk_merge_list_known (merge)), ==, 2);
  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  third = conclude (desk, g_steal_pointer (&merge), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (desk, self->action, "en"), ==, "Wells are mapped and marked.");
  assert_merged (desk, self);
  tip = get_tip (desk);
  g_assert_cmpstr (twf_revision_get_parents (tip)[0], ==, first);
  g_assert_cmpstr (twf_revision_get_parents (tip)[1], ==, egypt);
  g_assert_null (twf_revision_get_parents (tip)[2]);
  close_desk (desk);
}

/* Others saved another provision: both stand, in the revision and in the open plan. */
static void
test_others_saved_elsewhere (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  g_autoptr (TwfPlanMerge) merge = prepare_all (desk);
  g_autofree char *theirs = contribute (&self->base, NULL, self->action, OTHERS_SAY);
  g_autofree char *revision = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  decide (merge, "JO", TWF_DECISION_REJECT);
  revision = conclude (desk, g_steal_pointer (&merge), NULL, &error);
  g_assert_no_error (error);
  assert_parents (desk, self, theirs);
  g_assert_cmpstr (get_text (desk, self->action, "en"), ==, OTHERS_SAY);
  assert_merged (desk, self);
  /* Undoing the merge takes back nothing of theirs. */
  undone = twf_undo_undo (twf_desk_get_undo (desk));
  g_assert_cmpstr (get_text (desk, self->objective, "en"), ==, YEAR);
  g_assert_cmpstr (get_text (desk, self->action, "en"), ==, OTHERS_SAY);
  g_free (twf_undo_redo (twf_desk_get_undo (desk)));
  close_desk (desk);
  desk = open_main (self);
  g_assert_cmpstr (get_text (desk, self->action, "en"), ==, OTHERS_SAY);
  assert_merged (desk, self);
  close_desk (desk);
}

/* Others saved what the merge changes: it is refused whole, and can be prepared anew. */
static void
test_others_saved_the_same (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  g_autoptr (TwfPlanMerge) merge = prepare_all (desk);
  g_autofree char *theirs
      = contribute (&self->base, NULL, self->objective, "Every school has safe water by 2027.");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfRevision) tip = NULL;

  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  decide (merge, "JO", TWF_DECISION_REJECT);
  g_assert_null (conclude (desk, g_steal_pointer (&merge), NULL, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  g_clear_error (&error);
  tip = get_tip (desk);
  g_assert_cmpstr (twf_revision_get_id (tip), ==, theirs);
  g_assert_cmpuint (count_actions (desk, TEACHERS, FALSE), ==, 0);
  g_assert_false (twf_desk_is_modified (desk));

  twf_desk_reload_async (desk, NULL, store_result_cb, &result);
  g_assert_true (twf_desk_reload_finish (desk, await (&result), &error));
  g_assert_no_error (error);
  g_free (merge_all (desk, TWF_DECISION_REJECT));
  assert_parents (desk, self, theirs);
  g_assert_cmpstr (
      get_text (desk, self->objective, "en"), ==, "Every school has safe water by 2029.");
  close_desk (desk);
}

/* Typed while the revision is being made: it stays, and is still to be saved. */
static void
test_typed_meanwhile (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  TwfPlanMerge *merge = prepare_all (desk);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *revision = NULL;
  g_autofree char *typed = NULL;
  g_autoptr (GError) error = NULL;

  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  decide (merge, "JO", TWF_DECISION_REJECT);
  twf_desk_merge_async (desk, merge, NULL, NULL, store_result_cb, &result);
  set_text (desk, self->action, "en", "Wells are counted.");
  revision = twf_desk_merge_finish (desk, await (&result), &error);
  g_assert_no_error (error);
  assert_parents (desk, self, self->first);
  assert_merged (desk, self);
  g_assert_cmpstr (get_text (desk, self->action, "en"), ==, "Wells are counted.");
  g_assert_true (twf_desk_is_modified (desk));
  typed = save (desk, "Typed", FALSE, &error);
  g_assert_no_error (error);
  close_desk (desk);
  desk = open_main (self);
  g_assert_cmpstr (get_text (desk, self->action, "en"), ==, "Wells are counted.");
  assert_merged (desk, self);
  close_desk (desk);
}

/* Typed in the very words that the merge changes: what was typed stays, nothing is saved over it.
 */
static void
test_typed_in_the_same_place (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  TwfPlanMerge *merge = prepare_all (desk);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *revision = NULL;
  g_autoptr (GError) error = NULL;

  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  decide (merge, "JO", TWF_DECISION_REJECT);
  twf_desk_merge_async (desk, merge, NULL, NULL, store_result_cb, &result);
  set_text (desk, self->objective, "en", "Typed meanwhile.");
  revision = twf_desk_merge_finish (desk, await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (desk, self->objective, "en"), ==, "Typed meanwhile.");
  g_assert_cmpuint (count_actions (desk, TEACHERS, FALSE), ==, 1);
  g_assert_true (twf_desk_is_modified (desk));
  g_assert_null (save (desk, "Typed", FALSE, &error));
  g_assert_error (error, TWF_ERROR, TWF_ERROR_CHANGED);
  close_desk (desk);
}

/* Cancels at the edit with that number, on the worker, in the midst of the merge. */
typedef struct
{
  GCancellable *cancellable;
  guint left;
} Canceller;

static void
edited_cb (Canceller *self)
{
  if (self->left-- == 0)
    g_cancellable_cancel (self->cancellable);
}

/* Returns: whether the merge came to an end before it was cancelled. */
static gboolean
merge_cancelled_at (TwfDesk *desk, Merging *self, guint number)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { cancellable, number };
  g_autoptr (GError) error = NULL;
  g_autofree char *revision = NULL;
  TwfPlanMerge *merge = prepare_all (desk);

  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  decide (merge, "JO", TWF_DECISION_PROPOSE);
  g_signal_connect_swapped (
      twf_merge_get_ground (merge)->plan, "edited", G_CALLBACK (edited_cb), &canceller);
  revision = conclude (desk, merge, cancellable, &error);
  if (revision != NULL)
    return TRUE;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_as_before (desk, self);
  return FALSE;
}

/* Cancelled at each of its edits: nothing is done, and it can be begun anew. */
static void
test_cancelled (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  guint n = 0;

  while (!merge_cancelled_at (desk, self, n))
    n++;
  g_test_message ("cancelled at each of %u edits", n);
  g_assert_cmpuint (n, >=, 3);
  assert_parents (desk, self, self->first);
  assert_merged (desk, self);
  g_assert_false (twf_desk_is_modified (desk));
  close_desk (desk);
}

/* Cancelled when it is too late: it is done, and says so. */
static void
test_cancelled_too_late (Merging *self, gconstpointer data)
{
  TwfDesk *desk = open_main (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *revision = NULL;
  g_autoptr (GError) error = NULL;
  TwfPlanMerge *merge = prepare_all (desk);
  g_autoptr (TwfRevision) tip = get_tip (desk);

  twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  decide (merge, "JO", TWF_DECISION_PROPOSE);
  twf_desk_merge_async (desk, merge, NULL, cancellable, store_result_cb, &result);
  while (g_str_equal (twf_revision_get_id (tip), self->first))
    {
      g_object_unref (tip);
      tip = get_tip (desk);
    }
  g_cancellable_cancel (cancellable);
  revision = twf_desk_merge_finish (desk, await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (revision, ==, twf_revision_get_id (tip));
  assert_parents (desk, self, self->first);
  assert_merged (desk, self);
  close_desk (desk);
}

static void
test_preparing_cancelled (Merging *self, gconstpointer data)
{
  static const char *const all[] = { "EG", "JO", "KE", NULL };
  TwfDesk *desk = open_main (self);

  for (guint turns = 0; turns < 8; turns++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (TwfPlanMerge) merge = NULL;

      twf_desk_prepare_merge_async (desk, all, cancellable, store_result_cb, &result);
      for (guint i = 0; i < turns && result == NULL; i++)
        g_main_context_iteration (NULL, TRUE);
      g_cancellable_cancel (cancellable);
      merge = twf_desk_prepare_merge_finish (desk, await (&result), &error);
      if (merge == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_as_before (desk, self);
    }
  g_free (merge_all (desk, TWF_DECISION_PROPOSE));
  assert_parents (desk, self, self->first);
  close_desk (desk);
}

#define ADD(name, func) g_test_add (name, Merging, NULL, set_up_merging, func, tear_down_merging)

int
main (int argc, char *argv[])
{
  g_autofree char *state = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  state = use_own_state ();
  ADD ("/merge/one-revision", test_one_revision);
  ADD ("/merge/undo-and-redo", test_undo_and_redo);
  ADD ("/merge/mandate-propose", test_mandates);
  g_test_add ("/merge/mandate-accept",
              Merging,
              GINT_TO_POINTER (TRUE),
              set_up_merging,
              test_mandates,
              tear_down_merging);
  ADD ("/merge/decisions", test_decisions);
  ADD ("/merge/refused-while-modified", test_refused_while_modified);
  ADD ("/merge/unknown-branches", test_unknown_branches);
  ADD ("/merge/again", test_again);
  ADD ("/merge/others-saved-elsewhere", test_others_saved_elsewhere);
  ADD ("/merge/others-saved-the-same", test_others_saved_the_same);
  ADD ("/merge/typed-meanwhile", test_typed_meanwhile);
  ADD ("/merge/typed-in-the-same-place", test_typed_in_the_same_place);
  ADD ("/merge/cancelled", test_cancelled);
  ADD ("/merge/cancelled-too-late", test_cancelled_too_late);
  ADD ("/merge/preparing-cancelled", test_preparing_cancelled);
  status = g_test_run ();
  remove_folder (state);
  return status;
}
