/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-asks.h"

#include "twf-values.h"

/* Whether a contribution asks for anything about a provision: what only follows from what it does
 * to others, words it only takes away, and where it stands on proposals, is nothing to bring a
 * provision back for. */

static gboolean
says_more (TwfProvision *one, TwfProvision *other, TwfPart part, const char *language)
{
  const char *base = twf_provision_get_text (one, part, language);
  const char *tip = twf_provision_get_text (other, part, language);

  return g_strcmp0 (base, tip) != 0 && !twf_asks_only_takes_away (base, tip, language);
}

static gboolean
texts_say_more (TwfProvision *one, TwfProvision *other)
{
  for (TwfPart part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_values_unite (twf_provision_list_languages (one, part),
                                                   twf_provision_list_languages (other, part));

      for (guint i = 0; languages[i] != NULL; i++)
        if (says_more (one, other, part, languages[i]))
          return TRUE;
    }
  return FALSE;
}

/**
 * twf_asks_link_goes_along:
 * @from: a contribution
 * @field: a field's name
 * @value: what it no longer holds
 *
 * Returns: whether that is a link to what the contribution deletes, or moves to where no such link
 * may point: it goes with that and is nothing that is asked for
 */
gboolean
twf_asks_link_goes_along (TwfContribution *from, const char *field, const char *value)
{
  TwfSection section;

  return twf_field_get_target (field, &section)
         && (twf_contribution_deletes (from, value)
             || twf_contribution_changes_section (from, value));
}

/**
 * twf_asks_field_goes_along:
 * @pair: both states of a provision
 * @field: a field's name
 *
 * Returns: whether the field went because the provision went into a section that has none of it
 */
gboolean
twf_asks_field_goes_along (TwfProvisionPair *pair, const char *field)
{
  return pair->old_one != NULL
         && !twf_section_has_field (twf_provision_get_section (pair->new_one), field);
}

/**
 * twf_asks_place_goes_along:
 * @from: a contribution
 * @pair: both states of a provision
 *
 * Returns: whether the provision only went into another section with what it stands under
 */
gboolean
twf_asks_place_goes_along (TwfContribution *from, TwfProvisionPair *pair)
{
  const char *parent = twf_provision_get_parent (pair->new_one);

  return parent != NULL && g_strcmp0 (twf_provision_get_parent (pair->old_one), parent) == 0
         && g_strcmp0 (twf_provision_get_rank (pair->old_one),
                       twf_provision_get_rank (pair->new_one))
                == 0
         && twf_contribution_changes_section (from, parent);
}

static gboolean
field_differs (TwfContribution *from, TwfProvisionPair *pair, const char *field)
{
  const char *const *olds = twf_provision_get_values (pair->old_one, field);
  const char *const *news = twf_provision_get_values (pair->new_one, field);

  if (g_str_equal (field, TWF_FIELD_PROPOSED) || twf_asks_field_goes_along (pair, field))
    return FALSE;
  for (guint i = 0; news != NULL && news[i] != NULL; i++)
    if (!twf_values_hold (olds, news[i]))
      return TRUE;
  for (guint i = 0; olds != NULL && olds[i] != NULL; i++)
    if (!twf_values_hold (news, olds[i]) && !twf_asks_link_goes_along (from, field, olds[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_new_proposal (TwfProvisionPair *pair)
{
  GListModel *proposals;

  if (!twf_provision_has_proposals (pair->new_one))
    return FALSE;
  proposals = twf_provision_list_proposals (pair->new_one);
  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      if (twf_proposal_get_kind (proposal) != TWF_PROPOSAL_INSERT
          && twf_provision_get_proposal (pair->old_one, twf_proposal_get_id (proposal)) == NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_asks_changes_anything:
 * @from: a contribution
 * @pair: what it does to a provision that it neither makes nor deletes
 *
 * Returns: whether it asks for anything about it
 */
gboolean
twf_asks_changes_anything (TwfContribution *from, TwfProvisionPair *pair)
{
  g_auto (GStrv) fields = twf_values_unite (twf_provision_list_fields (pair->old_one),
                                            twf_provision_list_fields (pair->new_one));

  if (!twf_asks_same_place (pair->old_one, pair->new_one)
      && !twf_asks_place_goes_along (from, pair))
    return TRUE;
  for (guint i = 0; fields[i] != NULL; i++)
    if (field_differs (from, pair, fields[i]))
      return TRUE;
  return texts_say_more (pair->old_one, pair->new_one) || has_new_proposal (pair);
}

/**
 * twf_asks_same_place:
 * @one: a provision
 * @other: the same in another state
 *
 * Returns: whether both stand in the same section under the same parent with the same rank
 */
gboolean
twf_asks_same_place (TwfProvision *one, TwfProvision *other)
{
  return twf_provision_get_section (one) == twf_provision_get_section (other)
         && g_strcmp0 (twf_provision_get_parent (one), twf_provision_get_parent (other)) == 0
         && g_strcmp0 (twf_provision_get_rank (one), twf_provision_get_rank (other)) == 0;
}
