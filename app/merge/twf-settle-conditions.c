/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-settle.h"

#include "twf-positions.h"
#include "twf-values.h"

#include <string.h>

/* "EG withdraws-if <pid>": what comes of such conditions when many things are accepted at once. */

/* Something that is to be accepted although all who ask for it withdraw if others are. */
typedef struct
{
  TwfRequest *request;
  GPtrArray *conditions; /* of char* pid (owned), one of each who asks */
  enum
  {
    UNDECIDED,
    IN,
    OUT,
  } verdict;
} Node;

typedef struct
{
  TwfSettlement *settlement;
  GHashTable *accepted; /* char* pid -> TwfRequest*: what is to be accepted */
  GHashTable *nodes;    /* char* pid -> Node* (owned) */
} Weighing;

static void
free_node (Node *self)
{
  g_ptr_array_unref (self->conditions);
  g_free (self);
}

static const char *
get_pid (TwfRequest *request)
{
  return request->existing != NULL ? twf_proposal_get_id (request->existing) : request->id;
}

/* What goes into the text, not into a draft that stays proposed. */
static gboolean
goes_in (TwfRequest *request)
{
  return request->proposal != NULL && twf_request_is_accepted (request)
         && !(request->own && request->decision == TWF_DECISION_PROPOSE);
}

static GHashTable *
list_accepted (TwfSettlement *self)
{
  GHashTable *accepted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->requests->len; i++)
    {
      TwfRequest *request = self->requests->pdata[i];
      TwfProposalState state;

      if (goes_in (request))
        g_hash_table_insert (accepted, (gpointer)get_pid (request), request);
      else if (request->kind == TWF_REQUEST_PROPOSAL && twf_request_is_accepted (request)
               && g_strcmp0 (request->field, TWF_PROPOSAL_FIELD_STATE) == 0
               && twf_proposal_state_from_name (request->new_text, &state)
               && state == TWF_PROPOSAL_ACCEPTED)
        g_hash_table_insert (accepted, request->item, request);
    }
  return accepted;
}

static const char *
find_condition (GPtrArray *positions, const char *code)
{
  for (guint i = 0; i < positions->len; i++)
    {
      TwfPosition *position = positions->pdata[i];

      if (position->word == TWF_POSITION_WITHDRAWS_IF && g_str_equal (position->code, code))
        return position->condition;
    }
  return NULL;
}

/* Adds the condition of each of @codes. Returns: whether each has one, on something else. */
static gboolean
add_conditions (Node *node, GPtrArray *positions, const char *const *codes)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const char *condition = find_condition (positions, codes[i]);

      if (condition == NULL || g_str_equal (condition, get_pid (node->request)))
        return FALSE;
      g_ptr_array_add (node->conditions, g_strdup (condition));
    }
  return TRUE;
}

static void
add_node (Weighing *self, TwfRequest *request)
{
  g_autoptr (TwfProposal) ahead = NULL;
  g_autoptr (GPtrArray) positions = NULL;
  Node *node;

  if (request->existing == NULL || request->facilitator)
    return;
  ahead = twf_settle_look_ahead (self->settlement, request->provision_id, request->existing);
  /* The facilitator's own. */
  if (twf_proposal_get_values (ahead, TWF_PROPOSAL_FIELD_OWNER) == NULL)
    return;
  positions = twf_proposal_list_positions (ahead);
  node = g_new0 (Node, 1);
  node->request = request;
  node->conditions = g_ptr_array_new_with_free_func (g_free);
  if (add_conditions (node, positions, twf_request_get_owners (request))
      && add_conditions (node, positions, twf_proposal_get_values (ahead, TWF_PROPOSAL_FIELD_OWNER))
      && node->conditions->len > 0)
    g_hash_table_insert (self->nodes, (gpointer)get_pid (request), node);
  else
    free_node (node);
}

/* IN: it is accepted; OUT: it is not. */
static int
look_up (Weighing *self, const char *pid)
{
  Node *node = g_hash_table_lookup (self->nodes, pid);
  TwfProposal *standing;

  if (node != NULL)
    return node->verdict;
  if (g_hash_table_contains (self->accepted, pid))
    return IN;
  standing = twf_plan_get_proposal (self->settlement->rolling, pid, NULL);
  return standing != NULL && twf_proposal_get_state (standing) == TWF_PROPOSAL_ACCEPTED ? IN : OUT;
}

/* One who asks for it whatever becomes of the rest is enough. A verdict is final, so that it does
 * not matter who is asked first. */
static gboolean
decide_what_follows (Weighing *self)
{
  gboolean decided = FALSE;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Node *node = value;
      guint n_met = 0;

      if (node->verdict != UNDECIDED)
        continue;
      for (guint i = 0; i < node->conditions->len && node->verdict == UNDECIDED; i++)
        {
          int other = look_up (self, node->conditions->pdata[i]);

          n_met += other == IN;
          if (other == OUT)
            node->verdict = IN;
        }
      if (n_met == node->conditions->len)
        node->verdict = OUT;
      decided |= node->verdict != UNDECIDED;
    }
  return decided;
}

/* Whether what is undecided leads from @pid to @goal. */
static gboolean
leads_to (Weighing *self, const char *pid, Node *goal, GHashTable *seen)
{
  Node *node = g_hash_table_lookup (self->nodes, pid);

  if (node == NULL || node->verdict != UNDECIDED || !g_hash_table_add (seen, node))
    return FALSE;
  if (node == goal)
    return TRUE;
  for (guint i = 0; i < node->conditions->len; i++)
    if (leads_to (self, node->conditions->pdata[i], goal, seen))
      return TRUE;
  return FALSE;
}

static gboolean
is_on_circle (Weighing *self, Node *node)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < node->conditions->len; i++)
    if (leads_to (self, node->conditions->pdata[i], node, seen))
      return TRUE;
  return FALSE;
}

/* Each would go if the next one came: nobody can say which of them, but a person. */
static gboolean
open_circles (Weighing *self)
{
  g_autoptr (GPtrArray) circles = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Node *)value)->verdict == UNDECIDED && is_on_circle (self, value))
      g_ptr_array_add (circles, value);
  for (guint i = 0; i < circles->len; i++)
    ((Node *)circles->pdata[i])->verdict = OUT;
  return circles->len > 0;
}

/**
 * twf_settle_bar:
 * @self: a settlement whose content is settled
 *
 * Takes back that something is accepted where all who ask for it withdraw if something else is that
 * is accepted too.
 *
 * Returns: whether there was any such thing
 */
gboolean
twf_settle_bar (TwfSettlement *self)
{
  g_autoptr (GHashTable) accepted = list_accepted (self);
  g_autoptr (GHashTable) nodes
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)free_node);
  Weighing weighing = { self, accepted, nodes };
  gboolean barred = FALSE;
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < self->requests->len; i++)
    if (goes_in (self->requests->pdata[i]))
      add_node (&weighing, self->requests->pdata[i]);
  while (decide_what_follows (&weighing) || open_circles (&weighing))
    ;
  g_hash_table_iter_init (&iter, nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Node *node = value;

      if (node->verdict != OUT)
        continue;
      twf_settlement_demote (self, node->request, TWF_REASON_CONDITION);
      barred = TRUE;
    }
  return barred;
}

/**
 * twf_fired_free:
 * @self: (transfer full): a condition that was met
 */
void
twf_fired_free (TwfFired *self)
{
  g_free (self->id);
  g_free (self->proposal);
  g_free (self->code);
  g_free (self->condition);
  g_free (self);
}

static gboolean
is_on_the_table (TwfProposal *proposal)
{
  TwfProposalState state = twf_proposal_get_state (proposal);

  return state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED;
}

static gboolean
is_accepted_now (TwfSettlement *self, const char *pid)
{
  TwfDraft *draft = g_hash_table_lookup (self->drafts, pid);
  TwfProposal *proposal
      = draft != NULL ? draft->proposal : twf_plan_get_proposal (self->rolling, pid, NULL);

  return proposal != NULL && twf_proposal_get_state (proposal) == TWF_PROPOSAL_ACCEPTED;
}

static gboolean
was_accepted (TwfSettlement *self, const char *pid)
{
  TwfProposal *proposal = twf_plan_get_proposal (self->rolling, pid, NULL);

  return proposal != NULL && twf_proposal_get_state (proposal) == TWF_PROPOSAL_ACCEPTED;
}

static void
note_fired (TwfSettlement *self, TwfDraft *draft, const TwfPosition *position)
{
  TwfFired *fired;

  /* Asked for again by who did not know: it is withdrawn as it was. */
  if (draft->original != NULL && twf_proposal_get_state (draft->original) == TWF_PROPOSAL_WITHDRAWN)
    return;
  fired = g_new0 (TwfFired, 1);
  fired->id = g_strdup (draft->id);
  fired->proposal = g_strdup (twf_proposal_get_id (draft->proposal));
  fired->code = g_strdup (position->code);
  fired->condition = g_strdup (position->condition);
  g_ptr_array_add (self->fired, fired);
}

static void
keep_proposers (TwfSettlement *self, TwfDraft *draft)
{
  const char *const *owners = twf_proposal_get_values (draft->proposal, TWF_PROPOSAL_FIELD_OWNER);

  if (draft->id != NULL && is_on_the_table (draft->proposal)
      && twf_proposal_get_kind (draft->proposal) == TWF_PROPOSAL_INSERT)
    twf_settled_set_field (
        twf_settlement_get (self, draft->id), TWF_FIELD_PROPOSED, g_strdupv ((GStrv)owners));
}

/* Those who asked for it in this merge are told that it was withdrawn. */
static void
tell_who_asks (TwfSettlement *self, TwfDraft *draft)
{
  TwfTarget *target = twf_asks_find_target (self->asks, draft->id);
  const char *pid = twf_proposal_get_id (draft->proposal);

  if (is_on_the_table (draft->proposal))
    return;
  for (guint i = 0; target != NULL && i < target->requests->len; i++)
    {
      TwfRequest *request = target->requests->pdata[i];

      if (request->proposal == NULL || request->fate == TWF_OUTCOME_ACCEPTED
          || !g_str_equal (get_pid (request), pid))
        continue;
      request->fate = TWF_OUTCOME_LEFT_OUT;
      request->reason = TWF_REASON_CONDITION;
    }
}

/* Where the merge says anything about @proposal, a condition that was met before counts as well. */
static void
fire (TwfSettlement *self, const char *id, TwfProposal *proposal, GHashTable *accepted)
{
  const char *pid = twf_proposal_get_id (proposal);
  TwfDraft *touched = g_hash_table_lookup (self->drafts, pid);
  TwfProposal *now = touched != NULL ? touched->proposal : proposal;
  g_autoptr (GPtrArray) positions = NULL;
  gboolean any = FALSE;

  if (twf_proposal_get_values (now, TWF_PROPOSAL_FIELD_POSITION) == NULL)
    return;
  positions = twf_proposal_list_positions (now);
  for (guint i = 0; i < positions->len; i++)
    {
      const TwfPosition *position = positions->pdata[i];
      TwfDraft *draft;

      if (position->word != TWF_POSITION_WITHDRAWS_IF || !is_on_the_table (now)
          || g_str_equal (position->condition, pid)
          || !twf_proposal_has_value (now, TWF_PROPOSAL_FIELD_OWNER, position->code))
        continue;
      if (!g_hash_table_contains (accepted, position->condition)
          && !(is_accepted_now (self, position->condition)
               && (touched != NULL || !was_accepted (self, position->condition))))
        continue;
      draft = twf_settlement_draft (self, id, proposal);
      now = draft->proposal;
      twf_settle_leave (now, position->code);
      note_fired (self, draft, position);
      any = TRUE;
    }
  if (any)
    {
      keep_proposers (self, g_hash_table_lookup (self->drafts, pid));
      tell_who_asks (self, g_hash_table_lookup (self->drafts, pid));
    }
}

static void
fire_on_all (TwfSettlement *self, const char *id, GListModel *proposals, GHashTable *accepted)
{
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      fire (self, id, proposal, accepted);
    }
}

static int
compare_drafts (gconstpointer one, gconstpointer other)
{
  return strcmp (twf_proposal_get_id ((*(TwfDraft *const *)one)->proposal),
                 twf_proposal_get_id ((*(TwfDraft *const *)other)->proposal));
}

/* Proposals that come with this merge. */
static void
fire_on_new (TwfSettlement *self, GHashTable *accepted)
{
  g_autoptr (GPtrArray) drafts = twf_table_list_values (self->drafts);

  g_ptr_array_sort (drafts, compare_drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      TwfDraft *draft = drafts->pdata[i];

      if (draft->original == NULL)
        fire (self, draft->id, draft->proposal, accepted);
    }
}

/**
 * twf_settle_conditions:
 * @self: a settlement in which it is settled what is accepted
 *
 * Carries out what owners said they would do if another proposal was accepted: each withdraws from
 * the proposal on which he said so. Nothing is accepted by that, so once is enough.
 */
void
twf_settle_conditions (TwfSettlement *self)
{
  g_autoptr (GHashTable) accepted = list_accepted (self);
  g_autoptr (GPtrArray) all = twf_plan_list_all (self->rolling);

  fire_on_all (self, NULL, twf_plan_list_proposals (self->rolling), accepted);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = twf_provision_get_id (all->pdata[i]);
      TwfSettled *settled = twf_settlement_find (self, id);

      if (twf_provision_has_proposals (all->pdata[i]) && (settled == NULL || !settled->is_deleted))
        fire_on_all (self, id, twf_provision_list_proposals (all->pdata[i]), accepted);
    }
  fire_on_new (self, accepted);
}
