/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-stance.h"

#include "twf-proposal-rivals.h"

#include <string.h>

static const char *const names[TWF_N_STANCES] = {
  [TWF_STANCE_ACCEPTS] = "accept",   [TWF_STANCE_REFLECTS] = "reflect",
  [TWF_STANCE_RESERVES] = "reserve", [TWF_STANCE_OBJECTS] = "object",
  [TWF_STANCE_SILENT] = "silent",
};

/**
 * twf_stance_get_name:
 * @stance: where somebody stands
 *
 * Returns: the word for machines
 */
const char *
twf_stance_get_name (TwfStance stance)
{
  g_return_val_if_fail (stance < TWF_N_STANCES, NULL);

  return names[stance];
}

static void
free_stand (gpointer data)
{
  TwfStand *stand = data;

  g_free (stand->code);
  g_free (stand->rival);
  g_strfreev (stand->except);
  g_free (stand);
}

/**
 * twf_stances_free:
 * @self: (transfer full) (nullable): where everybody stands
 */
void
twf_stances_free (TwfStances *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->stands);
  g_strfreev (self->silent);
  g_free (self);
}

static TwfStance
find_stance (const TwfVoice *voice)
{
  if (twf_voice_is_for (voice))
    return TWF_STANCE_ACCEPTS;
  switch (voice->word)
    {
    case TWF_POSITION_REFLECT:
      return TWF_STANCE_REFLECTS;
    case TWF_POSITION_RESERVE:
      return TWF_STANCE_RESERVES;
    case TWF_POSITION_RETAIN:
    case TWF_POSITION_DELETE:
    case TWF_POSITION_SUPPORT:
    case TWF_POSITION_WITHDRAWS_IF:
    default:
      return TWF_STANCE_OBJECTS;
    }
}

static TwfStand *
find_stand (const TwfStances *self, const char *code)
{
  for (guint i = 0; i < self->stands->len; i++)
    {
      TwfStand *stand = self->stands->pdata[i];

      if (g_str_equal (stand->code, code))
        return stand;
    }
  return NULL;
}

static TwfStand *
add_stand (TwfStances *self, const char *code, TwfStance stance)
{
  TwfStand *stand = g_new0 (TwfStand, 1);

  stand->code = g_strdup (code);
  stand->stance = stance;
  g_ptr_array_add (self->stands, stand);
  return stand;
}

/* Who asks for something else in its place, and says nothing of it itself. */
static void
add_rivals (TwfStances *self, TwfPlan *plan, const char *pid)
{
  g_autoptr (GPtrArray) rivals = twf_proposal_list_rivals (plan, pid);

  for (guint i = 0; i < rivals->len; i++)
    {
      TwfProposal *rival = twf_plan_get_proposal (plan, rivals->pdata[i], NULL);
      const char *const *owners = twf_proposal_get_values (rival, TWF_PROPOSAL_FIELD_OWNER);

      for (guint o = 0; owners != NULL && owners[o] != NULL; o++)
        if (find_stand (self, owners[o]) == NULL)
          add_stand (self, owners[o], TWF_STANCE_OBJECTS)->rival = g_strdup (rivals->pdata[i]);
    }
}

static int
compare_stands (gconstpointer one, gconstpointer other)
{
  const TwfStand *a = *(const TwfStand *const *)one;
  const TwfStand *b = *(const TwfStand *const *)other;

  return a->stance != b->stance ? (int)a->stance - (int)b->stance : strcmp (a->code, b->code);
}

static int
compare_codes (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/* Members that stand elsewhere themselves. */
static GStrv
list_exceptions (const TwfStances *self, TwfPlan *plan, const TwfStand *group)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < self->stands->len; i++)
    {
      const TwfStand *member = self->stands->pdata[i];

      if (member->stance != group->stance && twf_group_has_member (plan, group->code, member->code))
        g_ptr_array_add (codes, member->code);
    }
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return g_strdupv ((char **)codes->pdata);
}

/* One that says nothing stands where its groups do; where these differ, where consent wants most:
 * nobody is taken for content who is not. */
static TwfStance
find_through_groups (const TwfStances *self, TwfPlan *plan, const char *code)
{
  TwfStance found = TWF_STANCE_SILENT;

  for (guint i = 0; i < self->stands->len; i++)
    {
      const TwfStand *group = self->stands->pdata[i];

      if ((found == TWF_STANCE_SILENT || group->stance > found)
          && twf_group_has_member (plan, group->code, code))
        found = group->stance;
    }
  return found;
}

static void
count_all (TwfStances *self, TwfPlan *plan)
{
  GListModel *delegations = twf_plan_list_delegations (plan);
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);
      const char *code = twf_delegation_get_code (delegation);
      const TwfStand *own = find_stand (self, code);
      TwfStance stance = own != NULL ? own->stance : find_through_groups (self, plan, code);

      if (twf_group_is_spoken_for (plan, code))
        continue;
      self->n[stance]++;
      if (stance == TWF_STANCE_SILENT)
        g_ptr_array_add (silent, (gpointer)code);
    }
  g_ptr_array_add (silent, NULL);
  self->silent = g_strdupv ((char **)silent->pdata);
}

/**
 * twf_stances_new:
 * @plan: a plan
 * @pid: a proposal in it
 *
 * Returns: (transfer full): who accepts it, who does not, and who is left to be asked
 */
TwfStances *
twf_stances_new (TwfPlan *plan, const char *pid)
{
  TwfStances *self = g_new0 (TwfStances, 1);
  TwfProposal *proposal = twf_plan_get_proposal (plan, pid, NULL);
  g_autoptr (GPtrArray) voices = NULL;

  g_return_val_if_fail (proposal != NULL, NULL);

  self->stands = g_ptr_array_new_with_free_func (free_stand);
  voices = twf_proposal_list_voices (proposal);
  for (guint i = 0; i < voices->len; i++)
    {
      const TwfVoice *voice = voices->pdata[i];

      add_stand (self, voice->code, find_stance (voice));
    }
  add_rivals (self, plan, pid);
  g_ptr_array_sort (self->stands, compare_stands);
  for (guint i = 0; i < self->stands->len; i++)
    ((TwfStand *)self->stands->pdata[i])->except
        = list_exceptions (self, plan, self->stands->pdata[i]);
  count_all (self, plan);
  return self;
}
