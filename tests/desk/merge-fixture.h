/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "desk-fixture.h"

#define YEAR "Every school has clean water by 2027."
#define EGYPT_SAYS "Every school has clean water by 2029."
#define JORDAN_SAYS "Every school has clean water by 2030."
#define TEACHERS "Two teachers of each school learn to test water."
#define OTHERS_SAY "The wells of the mountain villages are mapped."

/* A plan in which three delegations have contributed: Egypt and Jordan want another year in the
 * same place, Kenya adds an action. */
typedef struct
{
  Fixture base;
  char *objective;
  char *action;
  char *first; /* the revision they all took in */
  char *egypt; /* tips */
  char *jordan;
  char *kenya;
} Merging;

static inline void
add_delegation (TwfDesk *desk, const char *code)
{
  g_autoptr (TwfDelegation) delegation = twf_delegation_new (code);
  g_autoptr (TwfEdit) edit = twf_edit_new_delegation (delegation);
  g_autoptr (GError) error = NULL;

  twf_plan_apply (twf_desk_get_plan (desk), edit, NULL, &error);
  g_assert_no_error (error);
}

/* Somebody at a desk of their own says @text of @id, or adds it as an action where @id is NULL,
 * and saves. */
static inline char *
contribute (Fixture *fixture, const char *identity, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  TwfDesk *desk = open_desk (fixture->path, identity, &error);
  char *revision;

  g_assert_no_error (error);
  if (id != NULL)
    set_text (desk, id, "en", text);
  else
    g_free (add_provision (desk, TWF_SECTION_ACTIONS, "en", text));
  revision = save (desk, "A contribution", FALSE, &error);
  g_assert_no_error (error);
  close_desk (desk);
  return revision;
}

static inline void
set_up_merging (Merging *self, gconstpointer data)
{
  static const char *const codes[] = { "EG", "JO", "KE" };
  g_autoptr (GError) error = NULL;
  TwfDesk *desk;

  set_up (&self->base, data);
  desk = create_desk (self->base.path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    add_delegation (desk, codes[i]);
  self->objective = add_provision (desk, TWF_SECTION_OBJECTIVES, "en", YEAR);
  self->action = add_provision (desk, TWF_SECTION_ACTIONS, "en", "Wells are mapped.");
  self->first = save (desk, "First", FALSE, &error);
  g_assert_no_error (error);
  close_desk (desk);
  self->egypt = contribute (&self->base, "EG", self->objective, EGYPT_SAYS);
  self->jordan = contribute (&self->base, "JO", self->objective, JORDAN_SAYS);
  self->kenya = contribute (&self->base, "KE", NULL, TEACHERS);
}

static inline void
tear_down_merging (Merging *self, gconstpointer data)
{
  g_free (self->objective);
  g_free (self->action);
  g_free (self->first);
  g_free (self->egypt);
  g_free (self->jordan);
  g_free (self->kenya);
  tear_down (&self->base, data);
}

static inline TwfPlanMerge *
prepare (TwfDesk *desk, const char *const *branches, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_prepare_merge_async (desk, branches, cancellable, store_result_cb, &result);
  return twf_desk_prepare_merge_finish (desk, await (&result), error);
}

static inline TwfPlanMerge *
prepare_all (TwfDesk *desk)
{
  static const char *const all[] = { "KE", "delegations/JO", "EG", NULL };
  g_autoptr (GError) error = NULL;
  TwfPlanMerge *merge = prepare (desk, all, NULL, &error);

  g_assert_no_error (error);
  return merge;
}

/* @merge is taken. */
static inline char *
conclude (TwfDesk *desk, TwfPlanMerge *merge, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  twf_desk_merge_async (desk, merge, NULL, cancellable, store_result_cb, &result);
  return twf_desk_merge_finish (desk, await (&result), error);
}

/* The one request that @owner makes. */
static inline TwfRequest *
find_request (TwfPlanMerge *merge, const char *owner)
{
  GPtrArray *requests = twf_plan_merge_get_requests (merge);

  for (guint i = 0; i < requests->len; i++)
    if (twf_request_is_from (requests->pdata[i], owner))
      return requests->pdata[i];
  g_assert_not_reached ();
}

static inline void
decide (TwfPlanMerge *merge, const char *owner, TwfDecision decision)
{
  twf_plan_merge_decide (merge, twf_request_get_id (find_request (merge, owner)), decision);
}

/* The one proposal of @owner in a plan. */
static inline TwfProposal *
find_proposal (TwfPlan *plan, const char *owner)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (plan);

  for (guint i = 0; i < all->len; i++)
    {
      GListModel *proposals = twf_provision_list_proposals (all->pdata[i]);

      for (guint j = 0; j < g_list_model_get_n_items (proposals); j++)
        {
          g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, j);

          if (twf_proposal_has_value (proposal, TWF_PROPOSAL_FIELD_OWNER, owner))
            return proposal;
        }
    }
  return NULL;
}

static inline void
assert_state (TwfDesk *desk, const char *owner, TwfProposalState state)
{
  TwfProposal *proposal = find_proposal (twf_desk_get_plan (desk), owner);

  g_assert_nonnull (proposal);
  g_assert_cmpint (twf_proposal_get_state (proposal), ==, state);
}

/* How many actions read @text, proposed ones or not. */
static inline guint
count_actions (TwfDesk *desk, const char *text, gboolean proposed)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (twf_desk_get_plan (desk));
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      TwfProposalState state = TWF_PROPOSAL_OPEN;

      if (g_strcmp0 (twf_provision_get_text (all->pdata[i], TWF_PART_BODY, "en"), text) == 0
          && twf_provision_is_proposed (all->pdata[i], &state) == proposed)
        n++;
    }
  return n;
}

static inline TwfRevision *
get_tip (TwfDesk *desk)
{
  g_autoptr (TwfRepository) repository = twf_repository_open (twf_desk_get_path (desk), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions
      = twf_repository_list_revisions (repository, TWF_BRANCH_MAIN, NULL, 0, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 1);
  return g_object_ref (revisions->pdata[0]);
}
