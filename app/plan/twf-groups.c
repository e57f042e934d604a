/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-groups.h"

#include <string.h>

static gboolean
has_member (TwfPlan *plan, const char *group, const char *code, GHashTable *seen)
{
  TwfDelegation *delegation = twf_plan_get_delegation (plan, group);
  const char *const *members
      = delegation != NULL ? twf_delegation_get_values (delegation, TWF_DELEGATION_MEMBER) : NULL;

  /* Two groups that name each other are a mistake, and no reason to go on for ever. */
  if (members == NULL || !g_hash_table_add (seen, (gpointer)group))
    return FALSE;
  if (g_strv_contains (members, code))
    return TRUE;
  for (guint i = 0; members[i] != NULL; i++)
    if (has_member (plan, members[i], code, seen))
      return TRUE;
  return FALSE;
}

/**
 * twf_group_has_member:
 * @plan: a plan
 * @group: code of a delegation
 * @code: code of another
 *
 * Returns: whether @group is a group and @code one of its members, or a member of a group that is
 */
gboolean
twf_group_has_member (TwfPlan *plan, const char *group, const char *code)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  return !g_str_equal (group, code) && has_member (plan, group, code, seen);
}

/**
 * twf_group_is_in_circle:
 * @plan: a plan
 * @group: code of a delegation
 *
 * Returns: whether it is a member of itself, or of a group that is a member of it
 */
gboolean
twf_group_is_in_circle (TwfPlan *plan, const char *group)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  return has_member (plan, group, group, seen);
}

/**
 * twf_group_find_circle:
 * @plan: a plan
 * @group: code of a delegation, which may be new to it
 * @members: (nullable): codes of those that are to be its members
 *
 * Returns: (nullable) (transfer none): the first of @members through which it would become a member
 *   of itself: itself, or a group that it is in; %NULL: none
 */
const char *
twf_group_find_circle (TwfPlan *plan, const char *group, const char *const *members)
{
  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    if (g_str_equal (members[i], group) || twf_group_has_member (plan, members[i], group))
      return members[i];
  return NULL;
}

/**
 * twf_group_is_spoken_for:
 * @plan: a plan
 * @group: code of a delegation
 *
 * Returns: whether it is a group of which a member is a delegation of the plan: it is asked through
 *   those. A group whose members take no part by themselves is asked as one
 */
gboolean
twf_group_is_spoken_for (TwfPlan *plan, const char *group)
{
  TwfDelegation *delegation = twf_plan_get_delegation (plan, group);
  const char *const *members
      = delegation != NULL ? twf_delegation_get_values (delegation, TWF_DELEGATION_MEMBER) : NULL;

  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    if (!g_str_equal (members[i], group) && twf_plan_get_delegation (plan, members[i]) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * twf_voice_free:
 * @self: (transfer full) (nullable): what a delegation says
 */
void
twf_voice_free (TwfVoice *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self);
}

/**
 * twf_voice_is_for:
 * @self: what a delegation says of a proposal
 *
 * Returns: whether it wants it: an owner that says nothing against it, or one that supports it
 */
gboolean
twf_voice_is_for (const TwfVoice *self)
{
  if (!self->says)
    return self->owns;
  return self->word == TWF_POSITION_SUPPORT
         || (self->owns && self->word == TWF_POSITION_WITHDRAWS_IF);
}

static TwfVoice *
ensure (GPtrArray *voices, const char *code)
{
  TwfVoice *voice;
  guint i;

  for (i = 0; i < voices->len; i++)
    {
      int order = strcmp (((TwfVoice *)voices->pdata[i])->code, code);

      if (order == 0)
        return voices->pdata[i];
      if (order > 0)
        break;
    }
  voice = g_new0 (TwfVoice, 1);
  voice->code = g_strdup (code);
  g_ptr_array_insert (voices, (int)i, voice);
  return voice;
}

/**
 * twf_proposal_list_voices:
 * @self: a proposal
 *
 * Who left it on a condition that was met says nothing any more, though the condition stays
 * written.
 *
 * Returns: (transfer full) (element-type TwfVoice): what delegations and groups say of it
 *   themselves, one each, by code
 */
GPtrArray *
twf_proposal_list_voices (TwfProposal *self)
{
  GPtrArray *voices = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_voice_free);
  const char *const *owners = twf_proposal_get_values (self, TWF_PROPOSAL_FIELD_OWNER);
  g_autoptr (GPtrArray) positions = twf_proposal_list_positions (self);

  for (guint i = 0; owners != NULL && owners[i] != NULL; i++)
    ensure (voices, owners[i])->owns = TRUE;
  for (guint i = 0; i < positions->len; i++)
    {
      const TwfPosition *position = positions->pdata[i];
      TwfVoice *voice;

      if (position->word == TWF_POSITION_WITHDRAWS_IF
          && (owners == NULL || !g_strv_contains (owners, position->code)))
        continue;
      voice = ensure (voices, position->code);
      voice->says = TRUE;
      voice->word = position->word;
    }
  return voices;
}

static gboolean
says_the_same (const TwfVoice *voice, const TwfPositionWord *word)
{
  if (word == NULL || *word == TWF_POSITION_SUPPORT || *word == TWF_POSITION_WITHDRAWS_IF)
    return twf_voice_is_for (voice);
  return voice->says && voice->word == *word;
}

/**
 * twf_proposal_list_deviations:
 * @plan: a plan
 * @self: a proposal in it
 * @group: code of a delegation that owns it or says something of it
 * @word: (nullable): what it says; %NULL: it is an owner
 *
 * Returns: (transfer full): codes of the members of @group that say something else themselves, "G77
 *   (except EG)"; none where it is no group
 */
GStrv
twf_proposal_list_deviations (TwfPlan *plan,
                              TwfProposal *self,
                              const char *group,
                              const TwfPositionWord *word)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) voices = NULL;
  TwfDelegation *delegation = twf_plan_get_delegation (plan, group);

  if (delegation != NULL && twf_delegation_get_values (delegation, TWF_DELEGATION_MEMBER) != NULL)
    voices = twf_proposal_list_voices (self);
  for (guint i = 0; voices != NULL && i < voices->len; i++)
    {
      const TwfVoice *voice = voices->pdata[i];

      if (!says_the_same (voice, word) && twf_group_has_member (plan, group, voice->code))
        g_strv_builder_add (builder, voice->code);
    }
  return g_strv_builder_end (builder);
}
