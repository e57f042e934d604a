/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-proposal-life.h"

#include "twf-life-private.h"
#include "twf-text-merge.h"
#include "twf-wording.h"

/* An accepted one is a record of what was done, and stays as it was then. */
static gboolean
is_about_text (TwfProposal *proposal)
{
  return twf_proposal_get_kind (proposal) == TWF_PROPOSAL_REPLACE
         && twf_proposal_get_state (proposal) != TWF_PROPOSAL_ACCEPTED
         && twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) == NULL;
}

static gboolean
asks_in (TwfProposal *proposal, const char *language)
{
  g_auto (GStrv) asked = twf_proposal_list_asked (proposal);

  return g_strv_contains ((const char *const *)asked, language);
}

/* The text of @draft in @language stands now. While it asks for something in other languages, this
 * one is settled; else it is accepted, and what it asked for stays written. */
static void
settle (TwfLife *self, TwfProposal *draft, const char *language)
{
  g_auto (GStrv) languages = twf_proposal_list_asked (draft);

  if (g_strv_length (languages) > 1)
    {
      twf_proposal_set_text (draft, language, NULL);
      twf_proposal_set_base (draft, language, NULL);
      return;
    }
  twf_proposal_set_state (draft, TWF_PROPOSAL_ACCEPTED);
  twf_life_fire (self, twf_proposal_get_id (draft));
}

/**
 * twf_life_settle_part:
 * @self: an act
 * @draft: the act's copy of a proposal
 * @language: a BCP 47 tag
 * @text: the text that is to stand: as it stood, with a part of what @draft asks for
 */
void
twf_life_settle_part (TwfLife *self, TwfProposal *draft, const char *language, const char *text)
{
  if (g_strcmp0 (twf_proposal_get_text (draft, language), text) == 0)
    settle (self, draft, language);
  else
    twf_proposal_set_base (draft, language, text);
}

/* What asks that there be no text asks for that over any; nothing is joined with nothing. */
static char *
carry (const char *wording, const char *old_text, const char *new_text, const char *language)
{
  g_autofree char *joined = NULL;
  g_autofree char *carried = NULL;

  if (wording == NULL || old_text == NULL || new_text == NULL)
    return g_strdup (wording);
  joined = twf_text_carry (wording, old_text, new_text, language, NULL);
  carried = twf_life_clean_text (joined);
  return *carried != '\0' ? g_steal_pointer (&carried) : NULL;
}

/**
 * twf_life_carry_one:
 * @self: an act
 * @provision: (nullable): what @proposal hangs on; %NULL: the plan itself
 * @proposal: a proposal with a text in @language
 * @language: a BCP 47 tag
 * @old_text: (nullable): the wording it is made on
 * @new_text: (nullable): the wording that is to stand
 *
 * Carries one text of a proposal along. Where both changed the same words, the proposal's own stay;
 * so it goes on asking for every word it asked for. One that would ask for nothing any more is
 * accepted if it is on the table; else, and on a delegation's own branch, it is left as it was
 * made.
 *
 * Returns: whether it still asks for something in @language
 */
gboolean
twf_life_carry_one (TwfLife *self,
                    TwfProvision *provision,
                    TwfProposal *proposal,
                    const char *language,
                    const char *old_text,
                    const char *new_text)
{
  TwfProposalState state = twf_proposal_get_state (proposal);
  g_autofree char *carried
      = carry (twf_proposal_get_text (proposal, language), old_text, new_text, language);
  TwfProposal *draft;

  if (g_strcmp0 (carried, new_text) == 0)
    {
      if (self->alone)
        return TRUE;
      if (state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED)
        settle (self, twf_life_take (self, provision, proposal), language);
      return FALSE;
    }
  draft = twf_life_take (self, provision, proposal);
  twf_proposal_set_text (draft, language, carried);
  twf_proposal_set_base (draft, language, new_text);
  return TRUE;
}

/**
 * twf_life_carry_text:
 * @self: an act
 * @provision: (nullable): a provision; %NULL: the plan, whose text is its title
 * @part: which of its texts
 * @language: a BCP 47 tag
 * @old_text: (nullable): how it read
 * @new_text: (nullable): how it is to read
 *
 * Carries along the proposals about a text that are made on @old_text.
 */
void
twf_life_carry_text (TwfLife *self,
                     TwfProvision *provision,
                     TwfPart part,
                     const char *language,
                     const char *old_text,
                     const char *new_text)
{
  GListModel *proposals = twf_life_list (self, provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      TwfProposal *now = twf_life_look (self, proposal);

      if (is_about_text (now) && twf_proposal_get_part (now) == part && asks_in (now, language)
          && twf_proposal_is_made_on (now, language, old_text))
        twf_life_carry_one (self, provision, now, language, old_text, new_text);
    }
}

/**
 * twf_proposals_carry:
 * @plan: a plan
 * @id: (nullable): a provision; %NULL: the plan, whose text is its title
 * @part: which of its texts
 * @language: a BCP 47 tag
 * @old_text: (nullable): how it read; %NULL: there was none
 * @new_text: (nullable): how it reads, or is to read
 *
 * Carries along the proposals, in all states but accepted, that are made on @old_text. One whose
 * wording is then the text is accepted, with what follows from that.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits that do it; none where there is
 * nothing to carry
 */
GPtrArray *
twf_proposals_carry (TwfPlan *plan,
                     const char *id,
                     TwfPart part,
                     const char *language,
                     const char *old_text,
                     const char *new_text)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  TwfProvision *provision = twf_plan_get_provision (plan, id);

  if (id == NULL || provision != NULL)
    twf_life_carry_text (life, provision, part, language, old_text, new_text);
  return twf_life_end (life);
}

typedef void (*Visit) (TwfLife *self,
                       TwfProvision *provision,
                       TwfProposal *proposal,
                       const char *language,
                       gpointer user_data);

/* Calls @visit for each text of a proposal that is made on another wording than the one that
 * stands. */
static void
visit_stale (TwfLife *self, TwfProvision *provision, Visit visit, gpointer user_data)
{
  GListModel *proposals = twf_life_list (self, provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      g_auto (GStrv) languages = twf_proposal_list_asked (proposal);
      TwfPart part = twf_proposal_get_part (proposal);

      if (!is_about_text (proposal))
        continue;
      for (guint j = 0; languages[j] != NULL; j++)
        if (!twf_proposal_is_made_on (
                proposal, languages[j], twf_life_get_text (self, provision, part, languages[j])))
          visit (self, provision, proposal, languages[j], user_data);
    }
}

static void
note_base (TwfLife *self,
           TwfProvision *provision,
           TwfProposal *proposal,
           const char *language,
           gpointer bases)
{
  char *base = twf_proposal_dup_base (proposal, language);

  if (base != NULL)
    g_ptr_array_add (bases, base);
}

/**
 * twf_proposals_list_bases:
 * @plan: a plan
 * @id: (nullable): a provision; %NULL: the plan itself
 *
 * Returns: (transfer full) (element-type utf8): the ids of the wordings that its proposals are made
 * on and that do not stand any more; perhaps one several times
 */
GPtrArray *
twf_proposals_list_bases (TwfPlan *plan, const char *id)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  TwfProvision *provision = twf_plan_get_provision (plan, id);
  GPtrArray *bases = g_ptr_array_new_with_free_func (g_free);

  if (id == NULL || provision != NULL)
    visit_stale (life, provision, note_base, bases);
  return bases;
}

static void
carry_stale (TwfLife *self,
             TwfProvision *provision,
             TwfProposal *proposal,
             const char *language,
             gpointer wordings)
{
  g_autofree char *base = twf_proposal_dup_base (proposal, language);
  const char *old_text = base != NULL ? g_hash_table_lookup (wordings, base) : NULL;
  TwfProposal *now = twf_life_look (self, proposal);

  if ((base == NULL || old_text != NULL) && asks_in (now, language))
    twf_life_carry_one (self,
                        provision,
                        now,
                        language,
                        old_text,
                        twf_life_get_text (self, provision, twf_proposal_get_part (now), language));
}

/* Proposals about fields keep the values they are made on themselves. Of one that says nothing of
 * them it is not known whether anything changed. */
static void
carry_fields (TwfLife *self, TwfProvision *provision)
{
  GListModel *proposals = twf_life_list (self, provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
      g_auto (GStrv) base = twf_proposal_dup_base_values (proposal);
      const char *const *standing;

      if (field == NULL)
        continue;
      standing = twf_life_get_values (self, provision, field);
      if (base[0] != NULL && !twf_life_values_equal ((const char *const *)base, standing))
        twf_life_carry_value (self, provision, proposal, (const char *const *)base, standing);
    }
}

/**
 * twf_proposals_carry_along:
 * @plan: a plan
 * @id: (nullable): a provision whose texts or fields were changed by hand; %NULL: the plan itself
 * @wordings: (element-type utf8 utf8): texts by their ids: those of twf_proposals_list_bases()
 * @rolling: whether @plan is the rolling text. A delegation that writes on its own branch what it
 *   proposed has accepted nothing: that is for the others to say.
 *
 * Carries the proposals of a provision along, each from the wording it is made on to the one that
 * stands. One whose wording is not among @wordings stays as it is.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits that do it
 */
GPtrArray *
twf_proposals_carry_along (TwfPlan *plan, const char *id, GHashTable *wordings, gboolean rolling)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  TwfProvision *provision = twf_plan_get_provision (plan, id);

  life->alone = !rolling;
  if (id == NULL || provision != NULL)
    {
      visit_stale (life, provision, carry_stale, wordings);
      carry_fields (life, provision);
    }
  return twf_life_end (life);
}
