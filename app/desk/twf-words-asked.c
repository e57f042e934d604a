/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-words-asked.h"

#include <string.h>

/* Whether @proposal, put in place of @standing, brings @words. */
static gboolean
brings (TwfProposal *proposal, const char *standing, const char *language, const char *words)
{
  const char *proposed = twf_proposal_get_text (proposal, language);
  g_autoptr (GPtrArray) runs = NULL;

  if (proposed == NULL || strstr (proposed, words) == NULL)
    return FALSE;
  runs = twf_difference_of_texts (standing, proposed, language);
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];

      if (run->kind == TWF_RUN_INSERTED && strstr (run->text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
share_owner (const TwfWordRun *one, const TwfWordRun *other)
{
  for (guint i = 0; i < one->origins->len; i++)
    for (guint k = 0; k < other->origins->len; k++)
      {
        const TwfOrigin *a = one->origins->pdata[i];
        const TwfOrigin *b = other->origins->pdata[k];

        if (*a->owners != NULL
            && g_strv_equal ((const char *const *)a->owners, (const char *const *)b->owners))
          return TRUE;
      }
  return FALSE;
}

/* Whether the words stand after all, as the same owner's: a merge left them in a proposal that was
 * accepted since. */
static gboolean
was_accepted_since (GPtrArray *runs, const TwfWordRun *gone, const char *words)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const TwfWordRun *run = runs->pdata[i];

      if (run->deleted_by == NULL && share_owner (run, gone) && strstr (run->text, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * twf_words_forget_accepted:
 * @runs: (element-type TwfWordRun): words that stand and words that went
 *
 * Takes out of what went the words that a merge did not take over and that came into the text
 * later, with the proposal that the merge made of them.
 */
void
twf_words_forget_accepted (GPtrArray *runs)
{
  for (guint i = runs->len; i > 0; i--)
    {
      const TwfWordRun *run = runs->pdata[i - 1];
      g_autofree char *words = run->left_out ? g_strstrip (g_strdup (run->text)) : NULL;

      if (words != NULL && *words != '\0' && was_accepted_since (runs, run, words))
        g_ptr_array_remove_index (runs, i - 1);
    }
}

static gboolean
is_on_the_table (TwfProposal *proposal, TwfPart part)
{
  TwfProposalState state = twf_proposal_get_state (proposal);

  return (state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED)
         && twf_proposal_get_kind (proposal) == TWF_PROPOSAL_REPLACE
         && twf_proposal_get_part (proposal) == part;
}

/**
 * twf_words_name_proposals:
 * @runs: (element-type TwfWordRun): words that stand and words that went
 * @provision: (nullable): the provision whose text it is; %NULL: the plan's title
 * @head: (nullable): without @provision, the plan without its provisions
 * @part: which text of the provision
 * @language: the text's language
 *
 * Words that a merge did not take over may stand in a proposal that is open or parked: they are not
 * out, they wait. Writes its id down with them.
 */
void
twf_words_name_proposals (GPtrArray *runs,
                          TwfProvision *provision,
                          TwfPlan *head,
                          TwfPart part,
                          const char *language)
{
  GListModel *proposals = provision != NULL ? twf_provision_list_proposals (provision)
                                            : twf_plan_list_proposals (head);
  const char *standing = provision != NULL ? twf_provision_get_text (provision, part, language)
                                           : twf_plan_get_title (head, language);
  guint n = proposals != NULL ? g_list_model_get_n_items (proposals) : 0;

  for (guint i = 0; i < runs->len; i++)
    {
      TwfWordRun *run = runs->pdata[i];
      g_autofree char *words = g_strstrip (g_strdup (run->text));

      for (guint j = 0; run->left_out && *words != '\0' && run->proposal == NULL && j < n; j++)
        {
          g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, j);

          if (is_on_the_table (proposal, part) && brings (proposal, standing, language, words))
            run->proposal = g_strdup (twf_proposal_get_id (proposal));
        }
    }
}
