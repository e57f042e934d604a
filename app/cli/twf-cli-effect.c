/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-cli"

#include "config.h"

#include "twf-cli-effect.h"

#include "twf-bidi.h"

struct _TwfEffect
{
  GPtrArray *pids;               /* of char*: those that the command named */
  GPtrArray *states;             /* of char*: where these stand now, translated */
  GHashTable *before;            /* char* pid -> TwfProposal* (both owned) */
  GPtrArray *rivals;             /* of char* (owned) */
  GPtrArray *met[TWF_N_SEQUELS]; /* of char* pid (owned) */
};

/**
 * twf_effect_new:
 * @plan: a plan before the act
 * @pids: (element-type utf8): ids of the proposals that the act is about; must outlive it
 *
 * Returns: (transfer full): what will tell what the act did
 */
TwfEffect *
twf_effect_new (TwfPlan *plan, GPtrArray *pids)
{
  TwfEffect *self = g_new0 (TwfEffect, 1);
  g_autoptr (GPtrArray) all = twf_cli_list_proposals (plan);

  self->pids = g_ptr_array_ref (pids);
  self->states = g_ptr_array_new_with_free_func (g_free);
  self->rivals = g_ptr_array_new_with_free_func (g_free);
  self->before = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = 0; i < TWF_N_SEQUELS; i++)
    self->met[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < all->len; i++)
    {
      TwfProposal *proposal = ((TwfBorne *)all->pdata[i])->proposal;

      g_hash_table_insert (
          self->before, g_strdup (twf_proposal_get_id (proposal)), g_object_ref (proposal));
    }
  return self;
}

/**
 * twf_effect_free:
 * @self: (transfer full) (nullable): an effect
 */
void
twf_effect_free (TwfEffect *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pids);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->rivals);
  g_hash_table_unref (self->before);
  for (guint i = 0; i < TWF_N_SEQUELS; i++)
    g_ptr_array_unref (self->met[i]);
  g_free (self);
}

static gboolean
is_named (TwfEffect *self, const char *pid)
{
  return g_ptr_array_find_with_equal_func (self->pids, pid, g_str_equal, NULL);
}

/**
 * twf_effect_add_rivals:
 * @self: an effect
 * @plan: the plan before @pid is accepted
 * @pid: id of a proposal
 *
 * Has those told that ask for something else in the place of what @pid asks for, and are still open
 * in the end.
 */
void
twf_effect_add_rivals (TwfEffect *self, TwfPlan *plan, const char *pid)
{
  g_autoptr (GPtrArray) rivals = twf_proposal_list_rivals (plan, pid);

  for (guint i = 0; i < rivals->len; i++)
    if (!g_ptr_array_find_with_equal_func (self->rivals, rivals->pdata[i], g_str_equal, NULL))
      g_ptr_array_add (self->rivals, g_strdup (rivals->pdata[i]));
}

static void
judge (TwfEffect *self, TwfPlan *plan, const char *pid, TwfProposal *before)
{
  TwfSequel sequel
      = twf_sequel_find (before,
                         twf_plan_get_proposal (plan, pid, NULL),
                         g_ptr_array_find_with_equal_func (self->rivals, pid, g_str_equal, NULL));

  g_ptr_array_add (self->met[sequel], g_strdup (pid));
}

static char *
dup_state (TwfProposal *proposal)
{
  if (proposal == NULL)
    return g_strdup (twf_cli_get_state_title (TWF_PROPOSAL_ACCEPTED));
  return g_strdup (twf_cli_get_state_title (twf_proposal_get_state (proposal)));
}

static int
compare_pids (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *)one, *(const char *const *)other);
}

/**
 * twf_effect_conclude:
 * @self: an effect
 * @plan: the plan after the act
 *
 * Sees what became of every proposal.
 */
void
twf_effect_conclude (TwfEffect *self, TwfPlan *plan)
{
  GHashTableIter iter;
  gpointer pid, before;

  for (guint i = 0; i < self->pids->len; i++)
    g_ptr_array_add (self->states,
                     dup_state (twf_plan_get_proposal (plan, self->pids->pdata[i], NULL)));
  g_hash_table_iter_init (&iter, self->before);
  while (g_hash_table_iter_next (&iter, &pid, &before))
    if (!is_named (self, pid))
      judge (self, plan, pid, before);
  for (guint i = 0; i < TWF_N_SEQUELS; i++)
    g_ptr_array_sort (self->met[i], compare_pids);
}

/**
 * twf_effect_leaves_clashes:
 * @self: an effect that was concluded
 *
 * Returns: whether somebody has to look: other proposals about the same words are still open
 */
gboolean
twf_effect_leaves_clashes (TwfEffect *self)
{
  return self->met[TWF_SEQUEL_CLASHES]->len > 0;
}

static void
print_line (TwfCli *cli, const char *pid, const char *sentence)
{
  g_autofree char *isolated = twf_text_isolate (sentence);

  twf_cli_print (cli, "%s  %s\n", pid, isolated);
}

/**
 * twf_effect_print:
 * @self: an effect that was concluded
 * @cli: a run
 *
 * Prints a line for each proposal: those that were named, and those that something became of.
 */
void
twf_effect_print (TwfEffect *self, TwfCli *cli)
{
  for (guint i = 0; i < self->pids->len; i++)
    print_line (cli, self->pids->pdata[i], self->states->pdata[i]);
  for (TwfSequel sequel = TWF_SEQUEL_NONE + 1; sequel < TWF_N_SEQUELS; sequel++)
    for (guint i = 0; i < self->met[sequel]->len; i++)
      print_line (cli, self->met[sequel]->pdata[i], twf_sequel_get_words (sequel));
}

/**
 * twf_effect_set_json:
 * @self: an effect that was concluded
 * @object: a JSON object
 *
 * Sets "ids": those that were named, and for each thing that became of others a list of their ids:
 * "withdrawn", "left", "accepted", "carried", "clashes", "gone", "reopened".
 */
void
twf_effect_set_json (TwfEffect *self, JsonObject *object)
{
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < self->pids->len; i++)
    json_array_add_string_element (ids, self->pids->pdata[i]);
  json_object_set_array_member (object, "ids", ids);
  for (TwfSequel sequel = TWF_SEQUEL_NONE + 1; sequel < TWF_N_SEQUELS; sequel++)
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < self->met[sequel]->len; i++)
        json_array_add_string_element (array, self->met[sequel]->pdata[i]);
      json_object_set_array_member (object, twf_sequel_get_name (sequel), array);
    }
}
