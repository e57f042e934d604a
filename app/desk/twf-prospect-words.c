/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-prospect-words.h"

#include "twf-error.h"

#include <glib/gi18n-lib.h>

static const char *const sequels[TWF_N_SEQUELS] = {
  [TWF_SEQUEL_NONE] = "",
  [TWF_SEQUEL_WITHDRAWN] = N_ ("withdrawn: its condition is met"),
  [TWF_SEQUEL_LEFT] = N_ ("one of its owners withdraws: the condition is met"),
  [TWF_SEQUEL_ACCEPTED] = N_ ("accepted as well: it asked for what stands now"),
  [TWF_SEQUEL_CARRIED] = N_ ("carried along to the new text"),
  [TWF_SEQUEL_CLASHES] = N_ ("still open, about the same words"),
  [TWF_SEQUEL_GONE] = N_ ("gone with its provision; history keeps it"),
  [TWF_SEQUEL_REOPENED] = N_ ("open again: the compromise that took it up is off the table"),
};

static const char *const stances[TWF_N_STANCES] = {
  [TWF_STANCE_ACCEPTS] = NC_ ("how many", "Accept"),
  [TWF_STANCE_REFLECTS] = NC_ ("how many", "Reflect"),
  [TWF_STANCE_RESERVES] = NC_ ("how many", "Reserve"),
  [TWF_STANCE_OBJECTS] = NC_ ("how many", "Object"),
  [TWF_STANCE_SILENT] = NC_ ("how many", "Silent"),
};

/**
 * twf_sequel_get_words:
 * @sequel: what becomes of a proposal; something does
 *
 * Returns: that in words, as they stand behind what names the proposal
 */
const char *
twf_sequel_get_words (TwfSequel sequel)
{
  g_return_val_if_fail (sequel > TWF_SEQUEL_NONE && sequel < TWF_N_SEQUELS, "");

  return _ (sequels[sequel]);
}

/**
 * twf_stance_get_words:
 * @stance: where somebody stands
 *
 * Returns: that in a word, as it stands before a number and names
 */
const char *
twf_stance_get_words (TwfStance stance)
{
  g_return_val_if_fail (stance < TWF_N_STANCES, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "how many", stances[stance]);
}

/* Each kind of proposal has its own way of being in the way of nothing else. */
static const char *
get_invalid (TwfProposal *proposal)
{
  switch (twf_proposal_get_kind (proposal))
    {
    case TWF_PROPOSAL_INSERT:
      return _ ("What it stands under is itself only proposed. Accept that first.");
    case TWF_PROPOSAL_DELETE:
      return _ ("Other proposals about the provision are on the table, or provisions that stand "
                "under it. Settle or move those first.");
    case TWF_PROPOSAL_MOVE:
      return _ ("Where it is to go there is no room for it, or it would stand under itself. "
                "Propose another place.");
    case TWF_PROPOSAL_REPLACE:
    default:
      return _ ("The plan cannot have what it asks for. Propose something else.");
    }
}

/**
 * twf_prospect_get_hindrance:
 * @plan: a plan
 * @pid: a proposal of it
 * @hindrance: why it cannot be accepted, as twf_proposal_accept() says
 *
 * Returns: that in a sentence or two, with what to do about it
 */
const char *
twf_prospect_get_hindrance (TwfPlan *plan, const char *pid, const GError *hindrance)
{
  TwfProposal *proposal = twf_plan_get_proposal (plan, pid, NULL);

  if (proposal == NULL)
    return _ ("It is gone.");
  switch (twf_proposal_get_state (proposal))
    {
    case TWF_PROPOSAL_ACCEPTED:
      return _ ("It is accepted already.");
    case TWF_PROPOSAL_REJECTED:
      return _ ("It was rejected. Take it up again first.");
    case TWF_PROPOSAL_WITHDRAWN:
      return _ ("It was withdrawn. Take it up again first.");
    case TWF_PROPOSAL_OPEN:
    case TWF_PROPOSAL_PARKED:
    default:
      break;
    }
  if (g_error_matches (hindrance, TWF_ERROR, TWF_ERROR_CHANGED))
    return _ ("It was made on other words than those that stand. Propose it anew.");
  if (g_error_matches (hindrance, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    return _ ("What it points to is gone. Propose something else.");
  if (g_error_matches (hindrance, TWF_ERROR, TWF_ERROR_EMPTY))
    return _ ("It asks for nothing.");
  return get_invalid (proposal);
}
