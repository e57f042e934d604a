/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-life-private.h"
#include "twf-wording.h"

static const char *const none[] = { NULL };

/**
 * twf_life_values_equal:
 * @one: (nullable): values
 * @other: (nullable): other values
 *
 * Returns: whether they are the same; %NULL is no values
 */
gboolean
twf_life_values_equal (const char *const *one, const char *const *other)
{
  return g_strv_equal (one != NULL ? one : none, other != NULL ? other : none);
}

/**
 * twf_life_values_carry:
 * @values: (nullable): a set that was made on @old_values
 * @old_values: (nullable): the set it was made on
 * @new_values: (nullable): what became of that set since
 *
 * Returns: (transfer full): @new_values with what @values added to @old_values and without what it
 * left out
 */
GStrv
twf_life_values_carry (const char *const *values,
                       const char *const *old_values,
                       const char *const *new_values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  values = values != NULL ? values : none;
  old_values = old_values != NULL ? old_values : none;
  new_values = new_values != NULL ? new_values : none;
  for (guint i = 0; new_values[i] != NULL; i++)
    if (!g_strv_contains (old_values, new_values[i]) || g_strv_contains (values, new_values[i]))
      g_strv_builder_add (builder, new_values[i]);
  for (guint i = 0; values[i] != NULL; i++)
    if (!g_strv_contains (old_values, values[i]) && !g_strv_contains (new_values, values[i]))
      g_strv_builder_add (builder, values[i]);
  return g_strv_builder_end (builder);
}

static gboolean
is_about (TwfProposal *proposal, const char *field)
{
  return twf_proposal_get_kind (proposal) == TWF_PROPOSAL_REPLACE
         && g_strcmp0 (twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD), field) == 0;
}

/**
 * twf_life_carry_value:
 * @self: an act
 * @provision: (nullable): what @proposal hangs on; %NULL: the plan itself
 * @proposal: a proposal about a field
 * @old_values: (nullable): the values it is made on
 * @new_values: (nullable): what the field holds, or is to hold
 *
 * Carries one proposal about a field along, unless it is accepted.
 */
void
twf_life_carry_value (TwfLife *self,
                      TwfProvision *provision,
                      TwfProposal *proposal,
                      const char *const *old_values,
                      const char *const *new_values)
{
  const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
  const char *const *values = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_VALUE);
  g_auto (GStrv) carried = twf_field_is_set (field)
                               ? twf_life_values_carry (values, old_values, new_values)
                               : g_strdupv ((char **)(values != NULL ? values : none));
  TwfProposalState state = twf_proposal_get_state (proposal);
  TwfProposal *draft;

  if (state == TWF_PROPOSAL_ACCEPTED)
    return;
  /* What asks for nothing any more is left as it was made: what it asked for stays written. */
  if (twf_life_values_equal ((const char *const *)carried, new_values))
    {
      if (self->alone || (state != TWF_PROPOSAL_OPEN && state != TWF_PROPOSAL_PARKED))
        return;
      draft = twf_life_take (self, provision, proposal);
      twf_proposal_set_state (draft, TWF_PROPOSAL_ACCEPTED);
      twf_life_fire (self, twf_proposal_get_id (draft));
      return;
    }
  draft = twf_life_take (self, provision, proposal);
  twf_proposal_set_values (draft, TWF_PROPOSAL_FIELD_VALUE, (const char *const *)carried);
  twf_proposal_set_base_values (draft, new_values);
}

/**
 * twf_life_carry_values:
 * @self: an act
 * @provision: (nullable): a provision; %NULL: the plan itself
 * @field: one of its fields
 * @old_values: (nullable): what it held
 * @new_values: (nullable): what it is to hold
 *
 * Carries the proposals about a field along: sets element by element; of single values each keeps
 * its own. One whose values now stand is accepted.
 */
void
twf_life_carry_values (TwfLife *self,
                       TwfProvision *provision,
                       const char *field,
                       const char *const *old_values,
                       const char *const *new_values)
{
  GListModel *proposals = twf_life_list (self, provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      TwfProposal *now = twf_life_look (self, proposal);

      if (is_about (now, field))
        twf_life_carry_value (self, provision, now, old_values, new_values);
    }
}
