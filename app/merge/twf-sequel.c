/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-sequel.h"

static const char *const names[TWF_N_SEQUELS] = {
  [TWF_SEQUEL_NONE] = "none",       [TWF_SEQUEL_WITHDRAWN] = "withdrawn",
  [TWF_SEQUEL_LEFT] = "left",       [TWF_SEQUEL_ACCEPTED] = "accepted",
  [TWF_SEQUEL_CARRIED] = "carried", [TWF_SEQUEL_CLASHES] = "clashes",
  [TWF_SEQUEL_GONE] = "gone",       [TWF_SEQUEL_REOPENED] = "reopened",
};

/**
 * twf_sequel_get_name:
 * @sequel: what became of a proposal
 *
 * Returns: the word for machines
 */
const char *
twf_sequel_get_name (TwfSequel sequel)
{
  g_return_val_if_fail (sequel < TWF_N_SEQUELS, NULL);

  return names[sequel];
}

static gboolean
asks_for_other_words (TwfProposal *one, TwfProposal *other)
{
  g_auto (GStrv) languages = twf_proposal_list_languages (one);

  for (gsize i = 0; languages[i] != NULL; i++)
    if (g_strcmp0 (twf_proposal_get_text (one, languages[i]),
                   twf_proposal_get_text (other, languages[i]))
        != 0)
      return TRUE;
  return FALSE;
}

static guint
count_owners (TwfProposal *proposal)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);

  return owners != NULL ? g_strv_length ((char **)owners) : 0;
}

/**
 * twf_sequel_find:
 * @before: a proposal as it stood before the act
 * @after: (nullable): as it stands after it; %NULL: it is no more
 * @is_rival: whether what was accepted excludes it
 *
 * Returns: what became of it
 */
TwfSequel
twf_sequel_find (TwfProposal *before, TwfProposal *after, gboolean is_rival)
{
  TwfProposalState was = twf_proposal_get_state (before);
  TwfProposalState is = after != NULL ? twf_proposal_get_state (after) : TWF_PROPOSAL_OPEN;

  if (after == NULL)
    return TWF_SEQUEL_GONE;
  if (is != was && is == TWF_PROPOSAL_WITHDRAWN)
    return TWF_SEQUEL_WITHDRAWN;
  if (is != was && is == TWF_PROPOSAL_ACCEPTED)
    return TWF_SEQUEL_ACCEPTED;
  if (was == TWF_PROPOSAL_WITHDRAWN && is == TWF_PROPOSAL_OPEN)
    return TWF_SEQUEL_REOPENED;
  if (count_owners (after) < count_owners (before))
    return TWF_SEQUEL_LEFT;
  if (is == TWF_PROPOSAL_OPEN && is_rival)
    return TWF_SEQUEL_CLASHES;
  if (is == TWF_PROPOSAL_OPEN && asks_for_other_words (before, after))
    return TWF_SEQUEL_CARRIED;
  return TWF_SEQUEL_NONE;
}
