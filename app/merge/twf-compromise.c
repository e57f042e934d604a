/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-compromise-private.h"

#include "twf-life-private.h"
#include "twf-proposal-life.h"
#include "twf-wording.h"

#include <string.h>

static gboolean
is_on_the_table (TwfProposal *proposal)
{
  TwfProposalState state = twf_proposal_get_state (proposal);

  return state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED;
}

/* Whether one who asked for @taken stands with @compromise. What nobody owned is the facilitator's,
 * who made it. */
static gboolean
has_common_owner (TwfProposal *compromise, TwfProposal *taken)
{
  const char *const *owners = twf_proposal_get_values (taken, TWF_PROPOSAL_FIELD_OWNER);

  for (guint i = 0; owners != NULL && owners[i] != NULL; i++)
    if (twf_proposal_has_value (compromise, TWF_PROPOSAL_FIELD_OWNER, owners[i]))
      return TRUE;
  return owners == NULL || owners[0] == NULL;
}

/**
 * twf_compromise_holds:
 * @compromise: a proposal
 * @taken: another
 *
 * Returns: whether @compromise took @taken up, which was withdrawn in its favour
 */
gboolean
twf_compromise_holds (TwfProposal *compromise, TwfProposal *taken)
{
  return twf_proposal_has_value (
             compromise, TWF_PROPOSAL_FIELD_TAKES_UP, twf_proposal_get_id (taken))
         && twf_proposal_get_state (taken) == TWF_PROPOSAL_WITHDRAWN
         && g_strcmp0 (twf_proposal_get_field (taken, TWF_PROPOSAL_FIELD_REPLACED_BY),
                       twf_proposal_get_id (compromise))
                == 0;
}

/**
 * twf_compromise_judge:
 * @before: (nullable): a compromise as it stood before the act; %NULL: it was not there
 * @compromise: as it is to stand
 * @superseded: whether it is itself withdrawn in favour of another compromise
 * @taken: a proposal that it took up
 *
 * What was taken up waits as long as one of its owners stands with the compromise, and that is on
 * the table or accepted. Who comes back to a compromise that was off the table sets it aside again.
 *
 * Returns: what becomes of @taken
 */
TwfTakenUp
twf_compromise_judge (TwfProposal *before,
                      TwfProposal *compromise,
                      gboolean superseded,
                      TwfProposal *taken)
{
  gboolean holds = twf_compromise_holds (compromise, taken);
  gboolean comes_back = before != NULL && !is_on_the_table (before)
                        && twf_proposal_get_state (before) != TWF_PROPOSAL_ACCEPTED;

  if (twf_proposal_get_state (compromise) == TWF_PROPOSAL_ACCEPTED)
    return TWF_TAKEN_UP_AS_IT_IS;
  if (!is_on_the_table (compromise))
    return holds && !superseded ? TWF_TAKEN_UP_OPEN_AGAIN : TWF_TAKEN_UP_AS_IT_IS;
  if (!has_common_owner (compromise, taken))
    return holds ? TWF_TAKEN_UP_OPEN_AGAIN : TWF_TAKEN_UP_AS_IT_IS;
  return comes_back && is_on_the_table (taken) ? TWF_TAKEN_UP_SET_ASIDE : TWF_TAKEN_UP_AS_IT_IS;
}

/**
 * twf_compromise_set_aside:
 * @taken: a proposal that is taken up
 * @pid: the compromise
 *
 * Whose it is stays written, and how it came to be withdrawn.
 */
void
twf_compromise_set_aside (TwfProposal *taken, const char *pid)
{
  twf_proposal_set_state (taken, TWF_PROPOSAL_WITHDRAWN);
  twf_proposal_set_values (
      taken, TWF_PROPOSAL_FIELD_REPLACED_BY, (const char *const[]){ pid, NULL });
}

/**
 * twf_compromise_open_again:
 * @taken: a proposal that was taken up
 */
void
twf_compromise_open_again (TwfProposal *taken)
{
  twf_proposal_set_state (taken, TWF_PROPOSAL_OPEN);
  twf_proposal_set_values (taken, TWF_PROPOSAL_FIELD_REPLACED_BY, NULL);
}

static gboolean
is_superseded (TwfLife *life, TwfProposal *compromise)
{
  const char *pid = twf_proposal_get_field (compromise, TWF_PROPOSAL_FIELD_REPLACED_BY);
  TwfProposal *other = pid != NULL ? g_hash_table_lookup (life->drafts, pid) : NULL;

  if (pid != NULL && other == NULL)
    other = twf_plan_get_proposal (life->plan, pid, NULL);
  return other != NULL && twf_compromise_holds (other, compromise);
}

/* Who said that he withdraws if something is accepted that by now is does so. */
static void
open_again (TwfLife *life, TwfProvision *provision, TwfProposal *taken)
{
  g_autoptr (GPtrArray) positions = twf_proposal_list_positions (taken);

  twf_compromise_open_again (taken);
  for (guint i = 0; i < positions->len; i++)
    twf_life_fire_met (life, provision, taken, positions->pdata[i]);
}

/* Adds to @queue what it makes another compromise of. */
static void
follow (TwfLife *life, TwfProposal *compromise, GPtrArray *queue)
{
  const char *const *pids = twf_proposal_get_values (compromise, TWF_PROPOSAL_FIELD_TAKES_UP);
  TwfProposal *before = twf_plan_get_proposal (life->plan, twf_proposal_get_id (compromise), NULL);
  gboolean superseded = is_superseded (life, compromise);

  for (guint i = 0; pids != NULL && pids[i] != NULL; i++)
    {
      TwfProvision *provision = NULL;
      TwfProposal *taken = twf_plan_get_proposal (life->plan, pids[i], &provision);
      TwfTakenUp verdict;

      if (taken == NULL)
        continue;
      taken = twf_life_look (life, taken);
      verdict = twf_compromise_judge (before, compromise, superseded, taken);
      if (verdict == TWF_TAKEN_UP_AS_IT_IS
          || (verdict == TWF_TAKEN_UP_OPEN_AGAIN && twf_life_stands (life, provision, taken)))
        continue;
      taken = twf_life_take (life, provision, taken);
      if (verdict == TWF_TAKEN_UP_SET_ASIDE)
        twf_compromise_set_aside (taken, twf_proposal_get_id (compromise));
      else
        open_again (life, provision, taken);
      g_ptr_array_add (queue, g_strdup (pids[i]));
    }
}

/**
 * twf_life_follow_compromises:
 * @self: an act in which all is done
 *
 * Opens again what compromises took up that are off the table now, and sets it aside again where
 * they come back. A compromise may itself have been taken up.
 */
void
twf_life_follow_compromises (TwfLife *self)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GList) pids = g_hash_table_get_keys (self->drafts);

  if (self->alone)
    return;
  pids = g_list_sort (pids, (GCompareFunc)strcmp);
  for (GList *l = pids; l != NULL; l = l->next)
    g_ptr_array_add (queue, g_strdup (l->data));
  for (guint i = 0; i < queue->len; i++)
    {
      TwfProposal *draft = g_hash_table_lookup (self->drafts, queue->pdata[i]);

      if (draft != NULL)
        follow (self, draft, queue);
    }
}

/* Whether it is about the words that @draft is about, and for no more than that. */
static gboolean
may_be_taken_up (TwfProposal *taken, TwfProposal *draft, GError **error)
{
  const char *pid = twf_proposal_get_id (taken);
  g_auto (GStrv) asked = twf_proposal_list_asked (taken);

  if (!is_on_the_table (taken))
    return twf_life_refuse (error,
                            TWF_ERROR_INVALID,
                            "%s is %s",
                            pid,
                            twf_proposal_state_get_name (twf_proposal_get_state (taken)));
  if (twf_proposal_get_kind (taken) == TWF_PROPOSAL_DELETE)
    return TRUE;
  if (twf_proposal_get_kind (taken) != TWF_PROPOSAL_REPLACE
      || twf_proposal_get_field (taken, TWF_PROPOSAL_FIELD_FIELD) != NULL
      || twf_proposal_get_part (taken) != twf_proposal_get_part (draft))
    return twf_life_refuse (error, TWF_ERROR_INVALID, "%s is about something else", pid);
  for (guint i = 0; asked[i] != NULL; i++)
    if (twf_proposal_get_text (draft, asked[i]) == NULL)
      return twf_life_refuse (
          error, TWF_ERROR_INVALID, "%s asks for words in %s too", pid, asked[i]);
  return TRUE;
}

static void
add_all (TwfProposal *to, TwfProposal *from, const char *field)
{
  const char *const *values = twf_proposal_get_values (from, field);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    if (!twf_proposal_has_value (to, field, values[i]))
      twf_proposal_add_value (to, field, values[i]);
}

/* Adds the owners of all that are to be taken up to @draft; says where they hang. */
static gboolean
look_through (TwfLife *life,
              const char *const *pids,
              TwfProposal *draft,
              TwfProvision **provision,
              GError **error)
{
  for (guint i = 0; pids[i] != NULL; i++)
    {
      TwfProvision *bearer = NULL;
      TwfProposal *taken = twf_life_find (life, pids[i], &bearer, error);

      if (taken == NULL || !may_be_taken_up (taken, draft, error))
        return FALSE;
      if (i > 0 && bearer != *provision)
        return twf_life_refuse (error, TWF_ERROR_INVALID, "%s is about another provision", pids[i]);
      *provision = bearer;
      add_all (draft, taken, TWF_PROPOSAL_FIELD_OWNER);
    }
  return TRUE;
}

/**
 * twf_proposal_make_compromise:
 * @plan: a plan
 * @pids: (array zero-terminated=1): the proposals that it takes up, each once: for other words of
 *   one provision, in languages in which the compromise is given, or for its deletion
 * @draft: what is proposed, under any id: its part, texts and reason
 * @pid: (out) (optional) (transfer full): the id of the compromise
 * @error: where an error goes
 *
 * Makes one proposal of several: it is owned by the owners of all, and those are withdrawn in its
 * favour. They stay on record, and are open again when it is withdrawn or rejected, or when none of
 * their owners stands with it any more.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_INVALID if fewer than two are taken up, or one cannot be; else as
 * twf_proposal_make()
 */
GPtrArray *
twf_proposal_make_compromise (TwfPlan *plan,
                              const char *const *pids,
                              TwfProposal *draft,
                              char **pid,
                              GError **error)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  g_autoptr (TwfProposal) copy = twf_proposal_copy (draft);
  g_autofree char *made = NULL;
  TwfProvision *provision = NULL;
  TwfProposal *compromise;

  if (pids[0] == NULL || pids[1] == NULL)
    {
      twf_life_refuse (error, TWF_ERROR_INVALID, "a compromise takes up two proposals or more");
      return NULL;
    }
  if (!look_through (life, pids, copy, &provision, error))
    return NULL;
  compromise = twf_life_make (
      life, provision != NULL ? twf_provision_get_id (provision) : NULL, copy, &made, error);
  for (guint i = 0; compromise != NULL && pids[i] != NULL; i++)
    {
      TwfProposal *taken = twf_plan_get_proposal (plan, pids[i], NULL);

      /* One of them may be what all came to. */
      if (g_str_equal (pids[i], made))
        continue;
      twf_compromise_set_aside (twf_life_take (life, provision, taken), made);
      if (!twf_proposal_has_value (compromise, TWF_PROPOSAL_FIELD_TAKES_UP, pids[i]))
        twf_proposal_add_value (compromise, TWF_PROPOSAL_FIELD_TAKES_UP, pids[i]);
    }
  if (pid != NULL)
    *pid = g_steal_pointer (&made);
  return compromise != NULL ? twf_life_end (life) : NULL;
}
