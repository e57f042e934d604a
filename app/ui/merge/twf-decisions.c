/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-decisions.h"

/* What one decision was before and became. */
typedef struct
{
  TwfRequest *request; /* borrowed: the merge keeps its requests */
  TwfDecision former;
} Change;

/* A step is what one command changed: GArray of Change. Undone, each change holds what it was
 * before it was undone, so that the same exchange does it again. */
struct _TwfDecisions
{
  GObject parent_instance;

  /* Owned. */
  TwfPlanMerge *merge;
  GPtrArray *steps;       /* GArray* (owned) of Change */
  GPtrArray *outcomes;    /* nullable: not computed since the last change; of TwfOutcome */
  GHashTable *by_request; /* nullable with @outcomes: TwfRequest* -> TwfOutcome* (both borrowed) */

  guint n_done; /* steps before it are done, the others were undone */
};

G_DEFINE_FINAL_TYPE (TwfDecisions, twf_decisions, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget_outcomes (TwfDecisions *self)
{
  g_clear_pointer (&self->by_request, g_hash_table_unref);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
}

static void
tell (TwfDecisions *self)
{
  forget_outcomes (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
twf_decisions_dispose (GObject *object)
{
  TwfDecisions *self = TWF_DECISIONS (object);

  forget_outcomes (self);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->merge);
  G_OBJECT_CLASS (twf_decisions_parent_class)->dispose (object);
}

static void
twf_decisions_class_init (TwfDecisionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_decisions_dispose;

  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_DECISIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_decisions_init (TwfDecisions *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
}

/**
 * twf_decisions_new:
 * @merge: a merge that is being reviewed
 *
 * Returns: (transfer full): the decisions as they stand, with nothing to undo
 */
TwfDecisions *
twf_decisions_new (TwfPlanMerge *merge)
{
  TwfDecisions *self;

  g_return_val_if_fail (TWF_IS_PLAN_MERGE (merge), NULL);

  self = g_object_new (TWF_TYPE_DECISIONS, NULL);
  self->merge = g_object_ref (merge);
  return self;
}

/**
 * twf_decisions_get_merge:
 * @self: the decisions
 *
 * Returns: (transfer none): the merge they are about
 */
TwfPlanMerge *
twf_decisions_get_merge (TwfDecisions *self)
{
  g_return_val_if_fail (TWF_IS_DECISIONS (self), NULL);

  return self->merge;
}

/* Decides, and returns what was decided before. */
static TwfDecision
exchange (TwfDecisions *self, TwfRequest *request, TwfDecision decision)
{
  TwfDecision former = twf_request_get_decision (request);

  twf_plan_merge_decide (self->merge, twf_request_get_id (request), decision);
  return former;
}

/* What was undone is forgotten when something else is decided. */
static void
take_step (TwfDecisions *self, GArray *step)
{
  if (step->len == 0)
    {
      g_array_unref (step);
      return;
    }
  g_ptr_array_set_size (self->steps, (int)self->n_done);
  g_ptr_array_add (self->steps, step);
  self->n_done++;
  tell (self);
}

static void
add_change (TwfDecisions *self, GArray *step, TwfRequest *request, TwfDecision decision)
{
  Change change = { .request = request };

  if (twf_request_get_decision (request) == decision)
    return;
  change.former = exchange (self, request, decision);
  g_array_append_val (step, change);
}

/**
 * twf_decisions_decide:
 * @self: the decisions
 * @request: a request of the merge
 * @decision: what is to be done about it
 *
 * Decides about one request, as a step that can be undone.
 */
void
twf_decisions_decide (TwfDecisions *self, TwfRequest *request, TwfDecision decision)
{
  GArray *step;

  g_return_if_fail (TWF_IS_DECISIONS (self) && TWF_IS_REQUEST (request));

  step = g_array_new (FALSE, FALSE, sizeof (Change));
  add_change (self, step, request, decision);
  take_step (self, step);
}

/**
 * twf_decisions_decide_list:
 * @self: the decisions
 * @requests: (element-type TwfRequest): requests of the merge
 * @decision: what is to be done about each of them
 *
 * Decides about many requests, as one step that can be undone.
 */
void
twf_decisions_decide_list (TwfDecisions *self, GListModel *requests, TwfDecision decision)
{
  GArray *step;

  g_return_if_fail (TWF_IS_DECISIONS (self) && G_IS_LIST_MODEL (requests));

  step = g_array_new (FALSE, FALSE, sizeof (Change));
  for (guint i = 0; i < g_list_model_get_n_items (requests); i++)
    {
      g_autoptr (TwfRequest) request = g_list_model_get_item (requests, i);

      add_change (self, step, request, decision);
    }
  take_step (self, step);
}

/**
 * twf_decisions_can_undo:
 * @self: the decisions
 *
 * Returns: whether there is a step to undo
 */
gboolean
twf_decisions_can_undo (TwfDecisions *self)
{
  g_return_val_if_fail (TWF_IS_DECISIONS (self), FALSE);

  return self->n_done > 0;
}

/**
 * twf_decisions_can_redo:
 * @self: the decisions
 *
 * Returns: whether there is a step that was undone
 */
gboolean
twf_decisions_can_redo (TwfDecisions *self)
{
  g_return_val_if_fail (TWF_IS_DECISIONS (self), FALSE);

  return self->n_done < self->steps->len;
}

static TwfRequest *
turn (TwfDecisions *self, GArray *step)
{
  for (guint i = 0; i < step->len; i++)
    {
      Change *change = &g_array_index (step, Change, i);

      change->former = exchange (self, change->request, change->former);
    }
  tell (self);
  return g_array_index (step, Change, 0).request;
}

/**
 * twf_decisions_undo:
 * @self: the decisions
 *
 * Undoes the last step.
 *
 * Returns: (nullable) (transfer none): the first request that it changed; %NULL: nothing to undo
 */
TwfRequest *
twf_decisions_undo (TwfDecisions *self)
{
  g_return_val_if_fail (TWF_IS_DECISIONS (self), NULL);

  if (!twf_decisions_can_undo (self))
    return NULL;
  return turn (self, g_ptr_array_index (self->steps, --self->n_done));
}

/**
 * twf_decisions_redo:
 * @self: the decisions
 *
 * Does again what was undone last.
 *
 * Returns: (nullable) (transfer none): the first request that it changed; %NULL: nothing to redo
 */
TwfRequest *
twf_decisions_redo (TwfDecisions *self)
{
  g_return_val_if_fail (TWF_IS_DECISIONS (self), NULL);

  if (!twf_decisions_can_redo (self))
    return NULL;
  return turn (self, g_ptr_array_index (self->steps, self->n_done++));
}

/* As things are decided; they are settled once, until the next decision. */
static GPtrArray *
get_outcomes (TwfDecisions *self)
{
  if (self->outcomes != NULL)
    return self->outcomes;
  self->outcomes = twf_plan_merge_list_outcomes (self->merge);
  self->by_request = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      TwfOutcome *outcome = g_ptr_array_index (self->outcomes, i);

      if (outcome->request != NULL)
        g_hash_table_insert (self->by_request, outcome->request, outcome);
    }
  return self->outcomes;
}

/**
 * twf_decisions_count_outcomes:
 * @self: the decisions
 *
 * Not what is decided is counted but what would come of it: of two that are accepted and change the
 * same words, none is in the text.
 *
 * Returns: what a merge would give as things are decided, by how much there is of each
 */
TwfOutcomeCount
twf_decisions_count_outcomes (TwfDecisions *self)
{
  TwfOutcomeCount none = { 0 };

  g_return_val_if_fail (TWF_IS_DECISIONS (self), none);

  return twf_outcome_count (get_outcomes (self));
}

/**
 * twf_decisions_find_outcome:
 * @self: the decisions
 * @request: a request of the merge
 *
 * Returns: (nullable) (transfer none): what would become of @request as things are decided; valid
 *   until the next decision
 */
const TwfOutcome *
twf_decisions_find_outcome (TwfDecisions *self, TwfRequest *request)
{
  g_return_val_if_fail (TWF_IS_DECISIONS (self), NULL);

  get_outcomes (self);
  return g_hash_table_lookup (self->by_request, request);
}

/**
 * twf_decisions_list_consequences:
 * @self: the decisions
 *
 * Returns: (transfer container) (element-type TwfOutcome): what would come of proposals that nobody
 *   asks for in this merge, as things are decided; valid until the next decision
 */
GPtrArray *
twf_decisions_list_consequences (TwfDecisions *self)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *outcomes;

  g_return_val_if_fail (TWF_IS_DECISIONS (self), found);

  outcomes = get_outcomes (self);
  for (guint i = 0; i < outcomes->len; i++)
    if (((TwfOutcome *)g_ptr_array_index (outcomes, i))->request == NULL)
      g_ptr_array_add (found, g_ptr_array_index (outcomes, i));
  return found;
}

/**
 * twf_decisions_find_cause:
 * @self: the decisions
 * @pid: id of a proposal
 *
 * Returns: (nullable) (transfer none): the request by which it would be accepted, as things are
 *   decided; %NULL: none of this merge
 */
TwfRequest *
twf_decisions_find_cause (TwfDecisions *self, const char *pid)
{
  GPtrArray *outcomes;

  g_return_val_if_fail (TWF_IS_DECISIONS (self) && pid != NULL, NULL);

  outcomes = get_outcomes (self);
  for (guint i = 0; i < outcomes->len; i++)
    {
      const TwfOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (outcome->request != NULL && outcome->kind == TWF_OUTCOME_ACCEPTED
          && (g_strcmp0 (outcome->proposal, pid) == 0
              || g_str_equal (twf_request_get_id (outcome->request), pid)))
        return outcome->request;
    }
  return NULL;
}
