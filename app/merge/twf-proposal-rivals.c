/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-proposal-rivals.h"

#include "twf-text-merge.h"

static gboolean
values_differ (TwfProposal *one, TwfProposal *other, const char *field)
{
  return g_strcmp0 (twf_proposal_get_field (one, field), twf_proposal_get_field (other, field))
         != 0;
}

static gboolean
texts_clash (TwfPlan *plan,
             TwfProvision *provision,
             TwfProposal *one,
             TwfProposal *other,
             const char *language)
{
  TwfPart part = twf_proposal_get_part (one);
  const char *base = provision != NULL ? twf_provision_get_text (provision, part, language)
                                       : twf_plan_get_title (plan, language);
  const char *sides[]
      = { twf_proposal_get_text (one, language), twf_proposal_get_text (other, language) };
  g_autoptr (GPtrArray) pieces = NULL;

  if (sides[0] == NULL || sides[1] == NULL)
    return FALSE;
  pieces = twf_merge_texts (base, sides, G_N_ELEMENTS (sides), language);
  return !twf_pieces_are_decided (pieces);
}

static gboolean
wordings_clash (TwfPlan *plan, TwfProvision *provision, TwfProposal *one, TwfProposal *other)
{
  g_auto (GStrv) languages = twf_proposal_list_languages (one);

  if (twf_proposal_get_part (one) != twf_proposal_get_part (other))
    return FALSE;
  for (guint i = 0; languages[i] != NULL; i++)
    if (texts_clash (plan, provision, one, other, languages[i]))
      return TRUE;
  return FALSE;
}

static gboolean
replacements_clash (TwfPlan *plan, TwfProvision *provision, TwfProposal *one, TwfProposal *other)
{
  const char *field = twf_proposal_get_field (one, TWF_PROPOSAL_FIELD_FIELD);

  if (values_differ (one, other, TWF_PROPOSAL_FIELD_FIELD))
    return FALSE;
  if (field == NULL)
    return wordings_clash (plan, provision, one, other);
  /* Sets are joined element by element. */
  return !twf_field_is_set (field) && values_differ (one, other, TWF_PROPOSAL_FIELD_VALUE);
}

static gboolean
moves_clash (TwfProposal *one, TwfProposal *other)
{
  return values_differ (one, other, TWF_PROPOSAL_FIELD_SECTION)
         || values_differ (one, other, TWF_PROPOSAL_FIELD_PARENT)
         || values_differ (one, other, TWF_PROPOSAL_FIELD_RANK);
}

/* Whether two proposals about the same provision, or both about the plan itself, exclude each
 * other. */
static gboolean
clash (TwfPlan *plan, TwfProvision *provision, TwfProposal *one, TwfProposal *other)
{
  TwfProposalKind kind = twf_proposal_get_kind (one);
  TwfProposalKind other_kind = twf_proposal_get_kind (other);

  /* What is to go needs no other words and no other place. */
  if (kind == TWF_PROPOSAL_DELETE || other_kind == TWF_PROPOSAL_DELETE)
    return kind != other_kind;
  if (kind != other_kind)
    return FALSE;
  if (kind == TWF_PROPOSAL_MOVE)
    return moves_clash (one, other);
  return kind == TWF_PROPOSAL_REPLACE && replacements_clash (plan, provision, one, other);
}

/**
 * twf_proposal_list_rivals:
 * @plan: a plan
 * @pid: a proposal in it
 *
 * Proposals exclude each other if they change the same words, give a field that holds one value
 * different ones, move a provision to different places, or one deletes what the other changes.
 *
 * Returns: (transfer full) (element-type utf8): ids of the other open proposals that @pid excludes;
 *   none where there is no such proposal
 */
GPtrArray *
twf_proposal_list_rivals (TwfPlan *plan, const char *pid)
{
  GPtrArray *rivals = g_ptr_array_new_with_free_func (g_free);
  TwfProvision *provision = NULL;
  TwfProposal *one = twf_plan_get_proposal (plan, pid, &provision);
  GListModel *all = provision != NULL ? twf_provision_list_proposals (provision)
                                      : twf_plan_list_proposals (plan);

  for (guint i = 0; one != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TwfProposal) other = g_list_model_get_item (all, i);

      if (other != one && twf_proposal_get_state (other) == TWF_PROPOSAL_OPEN
          && clash (plan, provision, one, other))
        g_ptr_array_add (rivals, g_strdup (twf_proposal_get_id (other)));
    }
  return rivals;
}
