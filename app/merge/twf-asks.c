/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-asks.h"

#include "twf-id.h"
#include "twf-position.h"
#include "twf-values.h"

#include <string.h>

static void
free_target (TwfTarget *self)
{
  g_free (self->id);
  g_clear_object (&self->standing);
  g_ptr_array_unref (self->requests);
  g_clear_pointer (&self->existing, g_hash_table_unref);
  g_free (self);
}

/**
 * twf_asks_free:
 * @self: (transfer full): what is asked for
 */
void
twf_asks_free (TwfAsks *self)
{
  g_object_unref (self->rolling);
  g_ptr_array_unref (self->contributions);
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->requests);
  g_hash_table_unref (self->asked);
  g_strfreev (self->languages);
  g_free (self);
}

/* The proposals about one thing by what they ask for now, which their ids say only of when they
 * were made. Of two that came to ask for the same the one with the lesser id is taken. */
static void
index_existing (TwfAsks *self, TwfTarget *target, GListModel *proposals)
{
  target->existing = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  for (guint i = g_list_model_get_n_items (proposals); i > 0; i--)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i - 1);
      char *identity = twf_asks_dup_identity (self, target->id, proposal);

      g_hash_table_replace (target->existing, identity, g_steal_pointer (&proposal));
    }
}

/**
 * twf_asks_find_target:
 * @self: what is asked for
 * @id: (nullable): a provision; %NULL: the plan
 *
 * Returns: (nullable) (transfer none): what is asked about it; %NULL: nothing
 */
TwfTarget *
twf_asks_find_target (TwfAsks *self, const char *id)
{
  return g_hash_table_lookup (self->targets, id != NULL ? id : "");
}

/**
 * twf_asks_get_target:
 * @self: what is asked for
 * @id: (nullable): a provision; %NULL: the plan
 *
 * Returns: (transfer none): what is asked about it, perhaps nothing yet
 */
TwfTarget *
twf_asks_get_target (TwfAsks *self, const char *id)
{
  TwfTarget *target = twf_asks_find_target (self, id);
  TwfProvision *standing = twf_plan_get_provision (self->rolling, id);

  if (target != NULL)
    return target;
  target = g_new0 (TwfTarget, 1);
  target->id = g_strdup (id);
  target->requests = g_ptr_array_new ();
  g_set_object (&target->standing, standing);
  if (id == NULL)
    index_existing (self, target, twf_plan_list_proposals (self->rolling));
  else if (standing != NULL && twf_provision_has_proposals (standing))
    index_existing (self, target, twf_provision_list_proposals (standing));
  g_hash_table_insert (self->targets, target->id != NULL ? target->id : (char *)"", target);
  return target;
}

/**
 * twf_target_find_existing:
 * @self: what something is asked about
 * @identity: see twf_asks_dup_identity()
 *
 * Returns: (nullable) (transfer none): the proposal about it that asks for that by now
 */
TwfProposal *
twf_target_find_existing (TwfTarget *self, const char *identity)
{
  return self->existing != NULL ? g_hash_table_lookup (self->existing, identity) : NULL;
}

/**
 * twf_asks_dup_identity:
 * @self: what is asked for
 * @id: (nullable): the provision it is about; %NULL: the plan
 * @proposal: a proposal, or what is to become one
 *
 * Returns: (transfer full): an id that follows from what @proposal asks for, as it reads now
 */
char *
twf_asks_dup_identity (TwfAsks *self, const char *id, TwfProposal *proposal)
{
  const char *rank = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_RANK);
  g_autofree char *key = NULL;
  TwfSection section;

  if (twf_proposal_get_kind (proposal) != TWF_PROPOSAL_MOVE || id == NULL || rank == NULL
      || !twf_section_from_name (twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_SECTION),
                                 &section))
    return twf_proposal_dup_content_id (proposal, id);
  key = twf_position_dup_key (
      section, twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_PARENT), rank, id);
  return twf_id_from_content (key);
}

static void
note_asked (TwfAsks *self, TwfRequest *request, const char *owner)
{
  if (request->existing != NULL && owner != NULL)
    g_hash_table_add (self->asked,
                      g_strdup_printf ("%s %s", owner, twf_proposal_get_id (request->existing)));
}

static void
fold (TwfAsks *self, TwfTarget *target, TwfRequest *request, const char *owner)
{
  TwfRequest *same = g_hash_table_lookup (self->requests, request->id);

  twf_request_add_owner (request, owner);
  note_asked (self, request, owner);
  if (same != NULL)
    {
      twf_request_absorb (same, request);
      g_object_unref (request);
      return;
    }
  g_set_object (&request->provision, target->standing);
  g_hash_table_insert (self->requests, request->id, request);
  g_ptr_array_add (target->requests, request);
}

/**
 * twf_asks_add:
 * @self: what is asked for
 * @target: what about
 * @request: (transfer full): what is asked for, with its proposal
 * @owner: (nullable): who asks; %NULL: the facilitator
 *
 * Adds @request, or @owner to the request of the same content. Its id is free: where a proposal
 * that has come to ask for something else bears it, another one is made from it.
 */
void
twf_asks_add (TwfAsks *self, TwfTarget *target, TwfRequest *request, const char *owner)
{
  request->id = twf_asks_dup_identity (self, target->id, request->proposal);
  g_set_object (&request->existing, twf_target_find_existing (target, request->id));
  while (request->existing == NULL
         && twf_plan_get_proposal (self->rolling, request->id, NULL) != NULL)
    {
      g_autofree char *taken = g_steal_pointer (&request->id);

      request->id = twf_id_from_content (taken);
    }
  if (request->existing == NULL)
    {
      g_autoptr (TwfProposal) named = twf_proposal_copy_as (request->proposal, request->id);

      g_set_object (&request->proposal, named);
    }
  fold (self, target, request, owner);
}

/**
 * twf_asks_add_record:
 * @self: what is asked for
 * @target: what about
 * @request: (transfer full): what is asked for and can be no proposal
 * @owner: (nullable): who asks; %NULL: the facilitator
 * @content: what tells it from all others
 *
 * Adds @request, or @owner to the request of the same content.
 */
void
twf_asks_add_record (TwfAsks *self,
                     TwfTarget *target,
                     TwfRequest *request,
                     const char *owner,
                     const char *content)
{
  g_autofree char *all = g_strdup_printf (
      "record %d %s %s", request->kind, target->id != NULL ? target->id : "", content);

  request->id = twf_id_from_content (all);
  fold (self, target, request, owner);
}

/**
 * twf_asks_is_own_draft:
 * @target: a provision
 * @from: a contribution
 * @pair: (nullable): what it does to the provision
 *
 * Returns: whether the provision is only proposed, by the contribution's owner alone, who made it
 * or knows it as such: what becomes of it is then nobody else's matter
 */
gboolean
twf_asks_is_own_draft (TwfTarget *target, TwfContribution *from, TwfProvisionPair *pair)
{
  const char *const *codes = target->standing != NULL && !target->is_new
                                 ? twf_provision_get_values (target->standing, TWF_FIELD_PROPOSED)
                                 : NULL;

  return codes != NULL && from->owner != NULL && pair != NULL && g_str_equal (codes[0], from->owner)
         && codes[1] == NULL
         && (pair->old_one == NULL
             || twf_provision_get_field (pair->old_one, TWF_FIELD_PROPOSED) != NULL);
}

/**
 * twf_field_holds_set:
 * @section: a section
 * @field: a field's name
 *
 * Returns: whether the field holds any number of values there
 */
gboolean
twf_field_holds_set (TwfSection section, const char *field)
{
  if (section == TWF_SECTION_PRINCIPLES && g_str_equal (field, TWF_FIELD_PILLAR))
    return FALSE;
  return twf_field_is_set (field);
}

static int
compare_contributions (gconstpointer one, gconstpointer other)
{
  TwfContribution *first = *(TwfContribution *const *)one;
  TwfContribution *second = *(TwfContribution *const *)other;
  int order = g_strcmp0 (first->owner, second->owner);

  return order != 0 ? order : g_strcmp0 (first->revision, second->revision);
}

static void
gather (TwfAsks *self, TwfContribution *from)
{
  GHashTableIter iter;
  gpointer value;

  if (from->new_head != NULL)
    {
      twf_asks_gather_own_fields (self, from);
      twf_asks_gather_titles (self, from);
      twf_asks_gather_proposals (self, from, NULL);
    }
  twf_asks_gather_delegations (self, from);
  g_hash_table_iter_init (&iter, from->provisions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfProvisionPair *pair = value;

      twf_asks_gather_structure (self, from, pair);
      if (pair->new_one == NULL)
        continue;
      twf_asks_gather_texts (self, from, pair);
      twf_asks_gather_fields (self, from, pair);
      twf_asks_gather_proposals (self, from, pair);
      twf_asks_gather_remarks (self, from, pair);
    }
}

static gboolean
is_new (const char *id, gpointer user_data)
{
  TwfTarget *target = twf_asks_find_target (user_data, id);

  return target != NULL && target->is_new;
}

/* All that is asked for stands in the requests now. Of what contributions hold only new provisions
 * are looked at once more; of two hundred of them the rest would stay in memory for nothing. */
static void
thin_out (TwfAsks *self)
{
  for (guint i = 0; i < self->contributions->len; i++)
    {
      TwfContribution *whole = self->contributions->pdata[i];

      self->contributions->pdata[i] = twf_contribution_thin_out (whole, is_new, self);
      twf_contribution_unref (whole);
    }
}

static GStrv
list_languages (TwfAsks *self)
{
  g_auto (GStrv) languages = g_strdupv ((GStrv)twf_plan_get_languages (self->rolling));

  for (guint i = 0; i < self->contributions->len; i++)
    {
      TwfContribution *from = self->contributions->pdata[i];
      const char *const *tip = from->new_head != NULL
                                   ? twf_plan_get_values (from->new_head, TWF_PLAN_LANGUAGES)
                                   : NULL;
      const char *const *base = from->old_head != NULL
                                    ? twf_plan_get_values (from->old_head, TWF_PLAN_LANGUAGES)
                                    : NULL;

      for (guint j = 0; tip != NULL && tip[j] != NULL; j++)
        if (!twf_values_hold (base, tip[j]))
          {
            GStrv next = twf_values_with ((const char *const *)languages, tip[j]);

            g_strfreev (languages);
            languages = next;
          }
    }
  return g_steal_pointer (&languages);
}

/**
 * twf_asks_new:
 * @rolling: the rolling plan
 * @contributions: (element-type TwfContribution): what came in, in any order
 * @takes_in: whether @rolling is a delegation's own plan, and what came in the rolling text
 *
 * Finds what is asked for: what each contribution changed is carried on to the rolling plan, taken
 * apart into independent things, and folded where several ask for the same.
 *
 * Returns: (transfer full): all that is asked for
 */
TwfAsks *
twf_asks_new (TwfPlan *rolling, GPtrArray *contributions, gboolean takes_in)
{
  TwfAsks *self = g_new0 (TwfAsks, 1);

  self->rolling = g_object_ref (rolling);
  self->takes_in = takes_in;
  self->contributions = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_contribution_unref);
  for (guint i = 0; i < contributions->len; i++)
    g_ptr_array_add (self->contributions, twf_contribution_ref (contributions->pdata[i]));
  g_ptr_array_sort (self->contributions, compare_contributions);
  self->requests = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->targets
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)free_target);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->languages = list_languages (self);
  twf_asks_gather_inserts (self);
  for (guint i = 0; i < self->contributions->len; i++)
    gather (self, self->contributions->pdata[i]);
  twf_asks_find_clashes (self);
  /* A plan that takes another in has one contribution, and looks at its proposals once more. */
  if (!takes_in)
    thin_out (self);
  return self;
}
