/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-prospect.h"

#include "twf-agreement.h"
#include "twf-proposal-life.h"
#include "twf-proposal-rivals.h"

#include <string.h>

/* What the edits of an act would make of the plan, read off them: the plan is not touched, and a
 * copy of two thousand provisions is not made for one look. */
typedef struct
{
  TwfPlan *plan;
  GHashTable *proposals;  /* char* pid (borrowed of the edits) -> TwfProposal* (borrowed) */
  GHashTable *provisions; /* char* id (borrowed) -> TwfProvision* (owned): with their new texts */
  GHashTable *removed;    /* char* id (borrowed) */
} Future;

static void
free_foreseen (gpointer data)
{
  TwfForeseen *foreseen = data;

  g_free (foreseen->pid);
  g_free (foreseen->provision);
  g_free (foreseen);
}

static void
free_condition (gpointer data)
{
  TwfCondition *condition = data;

  g_free (condition->pid);
  g_free (condition->code);
  g_free (condition->condition);
  g_free (condition);
}

/**
 * twf_prospect_free:
 * @self: (transfer full) (nullable): a prospect
 */
void
twf_prospect_free (TwfProspect *self)
{
  if (self == NULL)
    return;
  twf_stances_free (self->stances);
  g_clear_error (&self->hindrance);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->conditions);
  g_strfreev (self->reopened);
  g_strfreev (self->open);
  g_free (self);
}

static void
note_text (Future *future, const TwfEdit *edit)
{
  const char *id = twf_edit_get_id (edit);
  TwfProvision *standing = id != NULL ? twf_plan_get_provision (future->plan, id) : NULL;
  TwfProvision *provision;

  if (standing == NULL)
    return;
  provision = g_hash_table_lookup (future->provisions, id);
  if (provision == NULL)
    {
      provision = twf_provision_copy (standing);
      g_hash_table_insert (future->provisions, (gpointer)id, provision);
    }
  twf_provision_set_text (
      provision, twf_edit_get_part (edit), twf_edit_get_language (edit), twf_edit_get_text (edit));
}

static void
note (Future *future, const TwfEdit *edit)
{
  TwfProposal *proposal;

  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_SET_PROPOSAL:
      proposal = twf_edit_get_proposal (edit);
      g_hash_table_insert (future->proposals, (gpointer)twf_proposal_get_id (proposal), proposal);
      break;
    case TWF_EDIT_SET_TEXT:
      note_text (future, edit);
      break;
    case TWF_EDIT_REMOVE:
      g_hash_table_add (future->removed, (gpointer)twf_edit_get_id (edit));
      break;
    default:
      break;
    }
}

/* NULL: it is no more. */
static TwfProposal *
look_ahead (const Future *future, TwfProvision *provision, TwfProposal *proposal)
{
  TwfProposal *after;

  if (provision != NULL
      && g_hash_table_contains (future->removed, twf_provision_get_id (provision)))
    return NULL;
  after = g_hash_table_lookup (future->proposals, twf_proposal_get_id (proposal));
  return after != NULL ? after : proposal;
}

static gboolean
would_be_accepted (const Future *future, const char *pid)
{
  TwfProvision *provision = NULL;
  TwfProposal *proposal = twf_plan_get_proposal (future->plan, pid, &provision);
  TwfProposal *after = proposal != NULL ? look_ahead (future, provision, proposal) : NULL;

  /* A deletion that is accepted goes with what it is about. */
  if (proposal == NULL || twf_proposal_get_state (proposal) == TWF_PROPOSAL_ACCEPTED)
    return FALSE;
  return after == NULL ? twf_proposal_get_kind (proposal) == TWF_PROPOSAL_DELETE
                       : twf_proposal_get_state (after) == TWF_PROPOSAL_ACCEPTED;
}

static gboolean
has_left (TwfProposal *before, TwfProposal *after, const char *code)
{
  if (!twf_proposal_has_value (before, TWF_PROPOSAL_FIELD_OWNER, code))
    return FALSE;
  return !twf_proposal_has_value (after, TWF_PROPOSAL_FIELD_OWNER, code)
         || (twf_proposal_get_state (before) != TWF_PROPOSAL_WITHDRAWN
             && twf_proposal_get_state (after) == TWF_PROPOSAL_WITHDRAWN);
}

static void
add_conditions (TwfProspect *self, const Future *future, TwfProposal *before, TwfProposal *after)
{
  g_autoptr (GPtrArray) positions = NULL;

  if (twf_proposal_get_values (before, TWF_PROPOSAL_FIELD_POSITION) == NULL)
    return;
  positions = twf_proposal_list_positions (before);
  for (guint i = 0; i < positions->len; i++)
    {
      const TwfPosition *position = positions->pdata[i];
      TwfCondition *condition;

      if (position->word != TWF_POSITION_WITHDRAWS_IF || !has_left (before, after, position->code)
          || !would_be_accepted (future, position->condition))
        continue;
      condition = g_new0 (TwfCondition, 1);
      condition->pid = g_strdup (twf_proposal_get_id (before));
      condition->code = g_strdup (position->code);
      condition->condition = g_strdup (position->condition);
      g_ptr_array_add (self->conditions, condition);
    }
}

static void
add_sequel (TwfProspect *self, TwfProvision *provision, TwfProposal *before, TwfSequel sequel)
{
  TwfForeseen *foreseen = g_new0 (TwfForeseen, 1);

  foreseen->pid = g_strdup (twf_proposal_get_id (before));
  foreseen->provision = provision != NULL ? g_strdup (twf_provision_get_id (provision)) : NULL;
  foreseen->sequel = sequel;
  g_ptr_array_add (self->others, foreseen);
}

/* What becomes of those that hang on @provision. */
static void
look_at (TwfProspect *self,
         const Future *future,
         TwfProvision *provision,
         TwfProposal *accepted,
         GPtrArray *rivals)
{
  GListModel *proposals = provision != NULL ? twf_provision_list_proposals (provision)
                                            : twf_plan_list_proposals (future->plan);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) before = g_list_model_get_item (proposals, i);
      TwfProposal *after = look_ahead (future, provision, before);
      gboolean is_rival = g_ptr_array_find_with_equal_func (
          rivals, twf_proposal_get_id (before), g_str_equal, NULL);
      TwfSequel sequel = twf_sequel_find (before, after, is_rival);

      self->n_open_now += twf_proposal_get_state (before) == TWF_PROPOSAL_OPEN;
      self->n_open += after != NULL && twf_proposal_get_state (after) == TWF_PROPOSAL_OPEN;
      if (before == accepted || sequel == TWF_SEQUEL_NONE)
        continue;
      add_sequel (self, provision, before, sequel);
      if (after != NULL)
        add_conditions (self, future, before, after);
    }
}

static void
look_at_all (TwfProspect *self, const Future *future, TwfProposal *accepted)
{
  const char *pid = twf_proposal_get_id (accepted);
  g_autoptr (GPtrArray) rivals = twf_proposal_list_rivals (future->plan, pid);
  g_autoptr (GPtrArray) all = twf_plan_list_all (future->plan);

  look_at (self, future, NULL, accepted, rivals);
  for (guint i = 0; i < all->len; i++)
    if (twf_provision_has_proposals (all->pdata[i]))
      look_at (self, future, all->pdata[i], accepted, rivals);
}

static GStrv
list_open (const Future *future, TwfProvision *provision)
{
  GListModel *proposals = provision != NULL ? twf_provision_list_proposals (provision)
                                            : twf_plan_list_proposals (future->plan);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) before = g_list_model_get_item (proposals, i);
      TwfProposal *after = look_ahead (future, provision, before);

      if (after != NULL && twf_proposal_get_state (after) == TWF_PROPOSAL_OPEN)
        g_strv_builder_add (builder, twf_proposal_get_id (before));
    }
  return g_strv_builder_end (builder);
}

static gboolean
is_agreed (TwfPlan *plan, TwfProvision *provision)
{
  g_autoptr (TwfStanding) standing = NULL;

  if (!twf_provision_is_agreed (provision))
    return FALSE;
  standing = twf_standing_new (plan, provision);
  return standing->state == TWF_AGREED_STANDS;
}

static int
compare_strings (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

static GStrv
list_reopened (const Future *future)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, after;

  g_hash_table_iter_init (&iter, future->provisions);
  while (g_hash_table_iter_next (&iter, &id, &after))
    if (!g_hash_table_contains (future->removed, id)
        && is_agreed (future->plan, twf_plan_get_provision (future->plan, id))
        && !is_agreed (future->plan, after))
      g_ptr_array_add (ids, id);
  g_hash_table_iter_init (&iter, future->removed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (is_agreed (future->plan, twf_plan_get_provision (future->plan, id)))
      g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, compare_strings);
  g_ptr_array_add (ids, NULL);
  return g_strdupv ((char **)ids->pdata);
}

static int
compare_foreseen (gconstpointer one, gconstpointer other)
{
  const TwfForeseen *a = *(const TwfForeseen *const *)one;
  const TwfForeseen *b = *(const TwfForeseen *const *)other;

  return a->sequel != b->sequel ? (int)a->sequel - (int)b->sequel : strcmp (a->pid, b->pid);
}

static int
compare_conditions (gconstpointer one, gconstpointer other)
{
  const TwfCondition *a = *(const TwfCondition *const *)one;
  const TwfCondition *b = *(const TwfCondition *const *)other;
  int order = strcmp (a->pid, b->pid);

  return order != 0 ? order : strcmp (a->code, b->code);
}

static void
foresee (TwfProspect *self, Future *future, GPtrArray *edits, const char *pid)
{
  TwfProvision *provision = NULL;
  TwfProposal *accepted = twf_plan_get_proposal (future->plan, pid, &provision);

  for (guint i = 0; i < edits->len; i++)
    note (future, edits->pdata[i]);
  look_at_all (self, future, accepted);
  g_ptr_array_sort (self->others, compare_foreseen);
  g_ptr_array_sort (self->conditions, compare_conditions);
  self->reopened = list_reopened (future);
  self->open = list_open (future, provision);
}

/**
 * twf_prospect_new:
 * @plan: a plan
 * @pid: a proposal in it
 *
 * Foresees what twf_proposal_accept() of the whole proposal would do, and says where delegations
 * stand on it.
 *
 * Returns: (transfer full): what would come of it
 */
TwfProspect *
twf_prospect_new (TwfPlan *plan, const char *pid)
{
  TwfProspect *self = g_new0 (TwfProspect, 1);
  g_autoptr (GHashTable) proposals = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) provisions
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  g_autoptr (GHashTable) removed = g_hash_table_new (g_str_hash, g_str_equal);
  Future future = { plan, proposals, provisions, removed };
  g_autoptr (GPtrArray) edits = NULL;

  self->stances = twf_stances_new (plan, pid);
  self->others = g_ptr_array_new_with_free_func (free_foreseen);
  self->conditions = g_ptr_array_new_with_free_func (free_condition);
  edits = twf_proposal_accept (plan, pid, NULL, TWF_WHOLE_PROPOSAL, &self->hindrance);
  if (edits != NULL)
    foresee (self, &future, edits, pid);
  else
    {
      self->reopened = g_new0 (char *, 1);
      self->open = g_new0 (char *, 1);
    }
  return self;
}
