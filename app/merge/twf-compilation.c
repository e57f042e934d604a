/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-compilation.h"

#include "twf-position.h"
#include "twf-wording.h"

#include <string.h>

/**
 * twf_compiled_text_free:
 * @self: (nullable): a text with its brackets
 */
void
twf_compiled_text_free (TwfCompiledText *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->provision);
  g_free (self->language);
  g_ptr_array_unref (self->proposals);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

static char *
dup_owners (TwfProposal *proposal)
{
  const char *const *owners = twf_proposal_get_values (proposal, TWF_PROPOSAL_FIELD_OWNER);

  return owners != NULL ? g_strjoinv (" ", (char **)owners) : g_strdup ("");
}

static int
compare_texts (TwfProposal *one, TwfProposal *other)
{
  g_auto (GStrv) languages = twf_proposal_list_languages (one);
  g_auto (GStrv) others = twf_proposal_list_languages (other);
  g_autofree char *joined = g_strjoinv (" ", languages);
  g_autofree char *others_joined = g_strjoinv (" ", others);
  int order = strcmp (joined, others_joined);

  for (guint i = 0; languages[i] != NULL && order == 0; i++)
    order = g_strcmp0 (twf_proposal_get_text (one, languages[i]),
                       twf_proposal_get_text (other, languages[i]));
  return order;
}

/* By owners, so that a reader finds them; then by what is asked. Ids, which are made of that and of
 * where it hangs, come last: the order in which contributions came shows nowhere. */
static gint
compare_proposals (gconstpointer one, gconstpointer other)
{
  TwfProposal *a = *(TwfProposal *const *)one;
  TwfProposal *b = *(TwfProposal *const *)other;
  g_autofree char *owners = dup_owners (a);
  g_autofree char *other_owners = dup_owners (b);
  int order = strcmp (owners, other_owners);

  if (order == 0)
    order = (int)twf_proposal_get_kind (a) - (int)twf_proposal_get_kind (b);
  if (order == 0)
    order = compare_texts (a, b);
  return order != 0 ? order : strcmp (twf_proposal_get_id (a), twf_proposal_get_id (b));
}

/**
 * twf_compile_list_proposals:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan itself
 *
 * Returns: (transfer full) (element-type TwfProposal): what is on the table about it, in the order
 *   in which a compilation has it
 */
GPtrArray *
twf_compile_list_proposals (TwfPlan *plan, TwfProvision *provision)
{
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all;

  if (provision != NULL && !twf_provision_has_proposals (provision))
    return open;
  all = provision != NULL ? twf_provision_list_proposals (provision)
                          : twf_plan_list_proposals (plan);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (all, i);

      if (twf_proposal_get_state (proposal) == TWF_PROPOSAL_OPEN)
        g_ptr_array_add (open, g_steal_pointer (&proposal));
    }
  g_ptr_array_sort (open, compare_proposals);
  return open;
}

static gboolean
is_about (TwfProposal *proposal, TwfPart part)
{
  return twf_proposal_get_kind (proposal) == TWF_PROPOSAL_REPLACE
         && twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) == NULL
         && twf_proposal_get_part (proposal) == part;
}

static gboolean
asks_in (TwfProposal *proposal, const char *language)
{
  g_auto (GStrv) asked = twf_proposal_list_asked (proposal);

  return g_strv_contains ((const char *const *)asked, language);
}

/**
 * twf_compile_asks:
 * @proposal: a proposal
 * @part: which text
 * @language: in which language
 *
 * Returns: whether it wants other words for that text
 */
gboolean
twf_compile_asks (TwfProposal *proposal, TwfPart part, const char *language)
{
  return is_about (proposal, part) && asks_in (proposal, language);
}

static const char *
get_text (TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *language)
{
  return provision != NULL ? twf_provision_get_text (provision, part, language)
                           : twf_plan_get_title (plan, language);
}

/* Whether @proposal has a say about the text. One that the whole provision is to go has, wherever
 * there is a text to go. */
static gboolean
concerns (TwfProposal *proposal, TwfPart part, const char *language, const char *text)
{
  if (twf_proposal_get_kind (proposal) == TWF_PROPOSAL_DELETE)
    return part == TWF_PART_BODY && text != NULL;
  return twf_compile_asks (proposal, part, language);
}

static const char *
get_wording (TwfProposal *proposal, const char *language)
{
  const char *wording = NULL;

  if (twf_proposal_get_kind (proposal) != TWF_PROPOSAL_DELETE)
    wording = twf_proposal_get_text (proposal, language);
  return wording != NULL ? wording : "";
}

/**
 * twf_compile_text:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan itself
 * @part: which text of it
 * @language: in which language
 *
 * Puts a text together with all that is open about it. What depends on the plan alone: the same
 * contributions in another order give the same.
 *
 * Returns: (transfer full) (nullable): the text with its brackets; %NULL if there is no such text
 *   and nobody proposes one
 */
TwfCompiledText *
twf_compile_text (TwfPlan *plan, TwfProvision *provision, TwfPart part, const char *language)
{
  const char *text = get_text (plan, provision, part, language);
  g_autoptr (GPtrArray) all = twf_compile_list_proposals (plan, provision);
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) wordings = g_ptr_array_new ();
  TwfCompiledText *self;

  for (guint i = 0; i < all->len; i++)
    if (concerns (all->pdata[i], part, language, text))
      {
        g_ptr_array_add (proposals, g_object_ref (all->pdata[i]));
        g_ptr_array_add (wordings, (gpointer)get_wording (all->pdata[i], language));
      }
  if ((text == NULL || *text == '\0') && proposals->len == 0)
    return NULL;
  self = g_new0 (TwfCompiledText, 1);
  self->provision = provision != NULL ? g_object_ref (provision) : NULL;
  self->part = part;
  self->language = g_strdup (language);
  self->pieces
      = twf_brackets_new (text, (const char *const *)wordings->pdata, wordings->len, language);
  self->proposals = g_steal_pointer (&proposals);
  return self;
}

/**
 * twf_compile_list_elsewhere:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan itself
 * @part: which text of it
 * @language: the language that is read
 *
 * Who reads in one language has to see what is open before it is translated: it is shown in its
 * own.
 *
 * Returns: (transfer full): languages in which something is open about the text that is not in
 *   @language, in the plan's order; each proposal is in one of them at least
 */
GStrv
twf_compile_list_elsewhere (TwfPlan *plan,
                            TwfProvision *provision,
                            TwfPart part,
                            const char *language)
{
  const char *const *languages = twf_plan_get_languages (plan);
  g_autoptr (GPtrArray) left = twf_compile_list_proposals (plan, provision);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  for (guint i = left->len; i > 0; i--)
    if (!is_about (left->pdata[i - 1], part) || asks_in (left->pdata[i - 1], language))
      g_ptr_array_remove_index (left, i - 1);
  for (guint l = 0; languages[l] != NULL && left->len > 0; l++)
    {
      guint before = left->len;

      for (guint i = left->len; i > 0; i--)
        if (asks_in (left->pdata[i - 1], languages[l]))
          g_ptr_array_remove_index (left, i - 1);
      if (left->len < before)
        g_strv_builder_add (found, languages[l]);
    }
  return g_strv_builder_end (found);
}

/**
 * twf_compile_list_others:
 * @plan: a plan
 * @provision: (nullable): a provision of it; %NULL: the plan itself
 *
 * Returns: (transfer full) (element-type TwfProposal): what is on the table and is about no text:
 *   fields and places, in the order of a compilation
 */
GPtrArray *
twf_compile_list_others (TwfPlan *plan, TwfProvision *provision)
{
  GPtrArray *others = twf_compile_list_proposals (plan, provision);

  for (guint i = others->len; i > 0; i--)
    {
      TwfProposal *proposal = others->pdata[i - 1];
      TwfProposalKind kind = twf_proposal_get_kind (proposal);

      if (kind != TWF_PROPOSAL_MOVE
          && (kind != TWF_PROPOSAL_REPLACE
              || twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_FIELD) == NULL))
        g_ptr_array_remove_index (others, i - 1);
    }
  return others;
}

/**
 * twf_compile_find_place:
 * @plan: a plan
 * @provision: a provision of it
 * @proposal: that it be moved
 *
 * Returns: (transfer full) (nullable): id of what it would follow; %NULL: nothing, it would be
 * first
 */
char *
twf_compile_find_place (TwfPlan *plan, TwfProvision *provision, TwfProposal *proposal)
{
  const char *rank = twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_RANK);
  TwfSection section;

  if (rank == NULL
      || !twf_section_from_name (twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_SECTION),
                                 &section))
    return NULL;
  return twf_position_find_after (plan,
                                  section,
                                  twf_proposal_get_field (proposal, TWF_PROPOSAL_FIELD_PARENT),
                                  rank,
                                  twf_provision_get_id (provision));
}

/**
 * twf_compile_find_insert:
 * @provision: a provision
 *
 * Returns: (transfer none) (nullable): the proposal that it be inserted
 */
TwfProposal *
twf_compile_find_insert (TwfProvision *provision)
{
  GListModel *all;

  if (!twf_provision_is_proposed (provision, NULL))
    return NULL;
  all = twf_provision_list_proposals (provision);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (all, i);

      if (twf_proposal_get_kind (proposal) == TWF_PROPOSAL_INSERT)
        return proposal; /* the list holds it */
    }
  return NULL;
}

/**
 * twf_compile_shows:
 * @provision: a provision
 *
 * Returns: whether a compilation has it: it is agreed, or its insertion is on the table
 */
gboolean
twf_compile_shows (TwfProvision *provision)
{
  TwfProposalState state;

  return !twf_provision_is_proposed (provision, &state) || state == TWF_PROPOSAL_OPEN;
}
