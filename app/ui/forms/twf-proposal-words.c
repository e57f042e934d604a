/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-proposal-words.h"

#include "twf-words.h"

#include <glib/gi18n.h>

/**
 * twf_proposal_words_dup_kind:
 * @proposal: a proposal
 *
 * Returns: (transfer full): what it asks for: "Text (Arabic)", "Deletion", "Serves"
 */
char *
twf_proposal_words_dup_kind (TwfProposal *proposal)
{
  const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
  g_auto (GStrv) languages = NULL;

  switch (twf_proposal_get_kind (proposal))
    {
    case TWF_PROPOSAL_DELETE:
      return g_strdup (_ ("Deletion"));
    case TWF_PROPOSAL_INSERT:
      return g_strdup (_ ("New provision"));
    case TWF_PROPOSAL_MOVE:
      return g_strdup (_ ("Move"));
    case TWF_PROPOSAL_REPLACE:
    default:
      if (field != NULL)
        return g_strdup (twf_words_get_field (field));
      languages = twf_proposal_list_languages (proposal);
      return twf_words_dup_text_name (twf_proposal_get_part (proposal),
                                      languages != NULL ? languages[0] : NULL);
    }
}

/**
 * twf_proposal_words_dup_name:
 * @workbench: the open plan
 * @here: (nullable): the provision that is spoken of, what hangs on which needs no place; %NULL:
 *   none is
 * @pid: id of a proposal in it
 *
 * Returns: (transfer full): what tells it from others: "Action 3 · Egypt · Text (English)"
 */
char *
twf_proposal_words_dup_name (TwfWorkbench *workbench, TwfProvision *here, const char *pid)
{
  TwfProvision *provision = NULL;
  TwfProposal *proposal
      = twf_plan_get_proposal (twf_workbench_get_plan (workbench), pid, &provision);
  g_autofree char *kind = NULL;
  g_autofree char *owners = NULL;
  g_autofree char *place = NULL;

  if (proposal == NULL)
    return g_strdup (pid);
  kind = twf_proposal_words_dup_kind (proposal);
  owners = twf_words_dup_delegations (workbench,
                                      twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER));
  if (here != NULL && provision == here)
    return g_strdup_printf ("%s · %s", owners, kind);
  place = provision != NULL ? twf_words_dup_provision (workbench, provision)
                            : g_strdup (_ ("The plan itself"));
  return g_strdup_printf ("%s · %s · %s", place, owners, kind);
}

static void
text_free (gpointer data)
{
  TwfProposalText *text = data;

  g_free (text->language);
  g_ptr_array_unref (text->runs);
  g_free (text);
}

/* @runs is taken. */
static void
take_text (GPtrArray *texts, const char *language, GPtrArray *runs)
{
  TwfProposalText *text = g_new0 (TwfProposalText, 1);

  text->language = g_strdup (language);
  text->runs = runs;
  g_ptr_array_add (texts, text);
}

static void
add_texts (GPtrArray *texts, TwfPlan *plan, TwfProvision *provision, TwfProposal *proposal)
{
  g_auto (GStrv) languages = twf_proposal_list_languages (proposal);
  TwfPart part = twf_proposal_get_part (proposal);

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      const char *standing = provision != NULL
                                 ? twf_provision_get_text (provision, part, languages[i])
                                 : twf_plan_get_title (plan, languages[i]);
      const char *proposed = twf_proposal_get_text (proposal, languages[i]);

      take_text (texts,
                 languages[i],
                 twf_difference_of_texts (standing != NULL ? standing : "",
                                          proposed != NULL ? proposed : "",
                                          languages[i]));
    }
}

static void
add_values (GPtrArray *texts,
            TwfWorkbench *workbench,
            TwfProvision *provision,
            TwfProposal *proposal)
{
  const char *field = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD);
  const char *const *standing
      = provision != NULL ? twf_provision_get_values (provision, field)
                          : twf_plan_get_values (twf_workbench_get_plan (workbench), field);
  const char *const *proposed = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_VALUE);
  g_autofree char *before = standing != NULL ? g_strjoinv (", ", (char **)standing) : NULL;
  g_autofree char *after = proposed != NULL ? g_strjoinv (", ", (char **)proposed) : NULL;

  take_text (texts, NULL, twf_words_list_value_runs (workbench, field, before, after));
}

static void
add_place (GPtrArray *texts, TwfWorkbench *workbench, TwfProposal *proposal)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_run_free);
  TwfRun *run = g_new0 (TwfRun, 1);
  const char *name = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_SECTION);
  const char *parent = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_PARENT);
  const char *rank = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_RANK);
  const char *after = NULL;
  TwfSection section = TWF_SECTION_ACTIONS;
  GListModel *siblings;

  if (name != NULL)
    twf_section_from_name (name, &section);
  siblings = twf_plan_list_children (twf_workbench_get_plan (workbench), section, parent);
  for (guint i = 0; siblings != NULL && i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (TwfProvision) sibling = g_list_model_get_item (siblings, i);

      if (g_strcmp0 (twf_provision_get_rank (sibling), rank) < 0)
        after = twf_provision_get_id (sibling);
    }
  run->kind = TWF_RUN_INSERTED;
  run->text = twf_words_dup_place (workbench, section, parent, after);
  g_ptr_array_add (runs, run);
  take_text (texts, NULL, runs);
}

/**
 * twf_proposal_words_list_texts:
 * @workbench: the open plan
 * @provision: (nullable): what it is about; %NULL: the plan itself
 * @proposal: a proposal
 *
 * Returns: (transfer full) (element-type TwfProposalText): what it changes in what stands
 */
GPtrArray *
twf_proposal_words_list_texts (TwfWorkbench *workbench,
                               TwfProvision *provision,
                               TwfProposal *proposal)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (text_free);

  switch (twf_proposal_get_kind (proposal))
    {
    case TWF_PROPOSAL_DELETE:
    case TWF_PROPOSAL_INSERT:
      break; /* The text of the form is what it is about. */
    case TWF_PROPOSAL_MOVE:
      add_place (texts, workbench, proposal);
      break;
    case TWF_PROPOSAL_REPLACE:
    default:
      if (twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) != NULL)
        add_values (texts, workbench, provision, proposal);
      else
        add_texts (texts, twf_workbench_get_plan (workbench), provision, proposal);
      break;
    }
  return texts;
}
