/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-fate.h"

#include "twf-compromise-private.h"
#include "twf-difference.h"
#include "twf-positions.h"

#include "twf-meaning.h"

static void
free_text (TwfFateText *text)
{
  g_free (text->language);
  g_ptr_array_unref (text->runs);
  g_free (text);
}

/**
 * twf_fate_free:
 * @self: (nullable): a fate
 */
void
twf_fate_free (TwfFate *self)
{
  if (self == NULL)
    return;
  g_free (self->proposal);
  g_free (self->provision);
  g_free (self->group);
  g_free (self->positions);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/**
 * twf_fate_is_news:
 * @self: a fate
 *
 * Returns: whether anything became of the proposal
 */
gboolean
twf_fate_is_news (const TwfFate *self)
{
  return self->kind != TWF_FATE_OPEN || self->positions != NULL;
}

/* Both in the order of the plan: its own, then those of its provisions. */
static void
visit (GPtrArray *found, GListModel *proposals, TwfProvision *provision, const char *code)
{
  for (guint i = 0; proposals != NULL && i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);

      if (twf_proposal_has_value (proposal, TWF_PROPOSAL_FIELD_OWNER, code))
        {
          g_ptr_array_add (found, g_object_ref (proposal));
          g_ptr_array_add (found, provision != NULL ? g_object_ref (provision) : NULL);
        }
    }
}

static void
unref_if_any (gpointer object)
{
  g_clear_object (&object);
}

/* Pairs: a proposal, and the provision it stands at or NULL. */
static GPtrArray *
list_own (TwfPlan *plan, const char *code)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (unref_if_any);
  g_autoptr (GPtrArray) provisions = twf_plan_list_all (plan);

  visit (found, twf_plan_list_proposals (plan), NULL, code);
  for (guint i = 0; i < provisions->len; i++)
    if (twf_provision_has_proposals (provisions->pdata[i]))
      visit (
          found, twf_provision_list_proposals (provisions->pdata[i]), provisions->pdata[i], code);
  return found;
}

static gboolean
reads_alike (TwfProposal *former, TwfProposal *latter)
{
  static const char *const asked[]
      = { TWF_PROPOSAL_FIELD_VALUE, TWF_PROPOSAL_FIELD_SECTION, TWF_PROPOSAL_FIELD_PARENT };
  g_auto (GStrv) olds = twf_proposal_list_languages (former);
  g_auto (GStrv) news = twf_proposal_list_languages (latter);

  if (!g_strv_equal ((const char *const *)olds, (const char *const *)news))
    return FALSE;
  for (guint i = 0; olds[i] != NULL; i++)
    if (!twf_meaning_is_same (twf_proposal_get_text (former, olds[i]),
                              twf_proposal_get_text (latter, olds[i]),
                              olds[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      const char *const *old = twf_proposal_get_values (former, asked[i]);
      const char *const *now = twf_proposal_get_values (latter, asked[i]);

      if ((old == NULL) != (now == NULL) || (old != NULL && !g_strv_equal (old, now)))
        return FALSE;
    }
  return TRUE;
}

static TwfFateKind
name_state (TwfProposalState state, TwfFateKind open)
{
  switch (state)
    {
    case TWF_PROPOSAL_PARKED:
      return TWF_FATE_PARKED;
    case TWF_PROPOSAL_WITHDRAWN:
      return TWF_FATE_WITHDRAWN;
    case TWF_PROPOSAL_ACCEPTED:
      return TWF_FATE_ACCEPTED;
    case TWF_PROPOSAL_REJECTED:
      return TWF_FATE_REJECTED;
    case TWF_PROPOSAL_OPEN:
    default:
      return open;
    }
}

static TwfFateKind
find_kind (TwfPlan *plan, TwfProposal *former, TwfProposal *latter)
{
  const char *pid
      = latter != NULL ? twf_proposal_get_field (latter, TWF_PROPOSAL_FIELD_REPLACED_BY) : NULL;
  TwfProposal *compromise = pid != NULL ? twf_plan_get_proposal (plan, pid, NULL) : NULL;

  if (former == NULL)
    return name_state (twf_proposal_get_state (latter), TWF_FATE_MADE);
  /* One that asks for a deletion goes with what it deletes. */
  if (latter == NULL)
    return twf_proposal_get_kind (former) == TWF_PROPOSAL_DELETE ? TWF_FATE_ACCEPTED
                                                                 : TWF_FATE_GONE;
  if (twf_proposal_get_state (former) != twf_proposal_get_state (latter) && compromise != NULL
      && twf_compromise_holds (compromise, latter))
    return TWF_FATE_TAKEN_UP;
  if (twf_proposal_get_state (former) != twf_proposal_get_state (latter))
    return name_state (twf_proposal_get_state (latter), TWF_FATE_REOPENED);
  return reads_alike (former, latter) ? TWF_FATE_OPEN : TWF_FATE_CHANGED;
}

/* Those of others that were not there, or said something else. */
static char *
dup_positions (TwfProposal *former, TwfProposal *latter, const char *code)
{
  const char *const *values = twf_proposal_get_values (latter, TWF_PROPOSAL_FIELD_POSITION);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autoptr (TwfPosition) position = twf_position_parse (values[i]);

      if (position == NULL || g_str_equal (position->code, code)
          || (former != NULL
              && twf_proposal_has_value (former, TWF_PROPOSAL_FIELD_POSITION, values[i])))
        continue;
      g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", values[i]);
    }
  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

static const char *
get_standing (TwfPlan *plan, TwfProvision *provision, TwfProposal *proposal, const char *language)
{
  if (provision == NULL)
    return twf_plan_get_title (plan, language);
  return twf_provision_get_text (provision, twf_proposal_get_part (proposal), language);
}

static void
add_texts (TwfFate *fate, TwfPlan *plan, TwfProvision *provision, TwfProposal *proposal)
{
  g_auto (GStrv) languages = twf_proposal_list_languages (proposal);

  if (fate->asks != TWF_PROPOSAL_REPLACE || fate->kind == TWF_FATE_ACCEPTED)
    return;
  for (guint i = 0; languages[i] != NULL; i++)
    {
      const char *standing = get_standing (plan, provision, proposal, languages[i]);
      g_autofree char *one = standing != NULL ? twf_meaning_dup_plain (standing) : NULL;
      g_autofree char *other
          = twf_meaning_dup_plain (twf_proposal_get_text (proposal, languages[i]));
      TwfFateText *text = g_new0 (TwfFateText, 1);

      text->part = twf_proposal_get_part (proposal);
      text->language = g_strdup (languages[i]);
      text->runs = twf_difference_of_texts (one, other, languages[i]);
      g_ptr_array_add (fate->texts, text);
    }
}

static TwfFate *
make_fate (TwfPlan *plan,
           TwfProvision *provision,
           TwfProposal *former,
           TwfProposal *latter,
           const char *code)
{
  TwfProposal *either = latter != NULL ? latter : former;
  TwfFate *fate = g_new0 (TwfFate, 1);

  fate->proposal = g_strdup (twf_proposal_get_id (either));
  fate->provision = provision != NULL ? g_strdup (twf_provision_get_id (provision)) : NULL;
  fate->asks = twf_proposal_get_kind (either);
  fate->kind = find_kind (plan, former, latter);
  fate->texts = g_ptr_array_new_with_free_func ((GDestroyNotify)free_text);
  if (latter != NULL)
    {
      fate->positions = dup_positions (former, latter, code);
      add_texts (fate, plan, provision, latter);
    }
  return fate;
}

/**
 * twf_fates_list:
 * @former: a plan
 * @latter: what became of it
 * @code: code of a delegation
 *
 * Returns: (transfer full) (element-type TwfFate): what became of each proposal that the delegation
 *   owns in either, in the order of @latter, then what went
 */
GPtrArray *
twf_fates_list (TwfPlan *former, TwfPlan *latter, const char *code)
{
  GPtrArray *fates = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_fate_free);
  g_autoptr (GPtrArray) olds = list_own (former, code);
  g_autoptr (GPtrArray) news = list_own (latter, code);

  for (guint i = 0; i < news->len; i += 2)
    {
      TwfProposal *now = news->pdata[i];
      TwfProposal *old = twf_plan_get_proposal (former, twf_proposal_get_id (now), NULL);

      g_ptr_array_add (fates, make_fate (latter, news->pdata[i + 1], old, now, code));
    }
  for (guint i = 0; i < olds->len; i += 2)
    {
      TwfProposal *old = olds->pdata[i];
      TwfProposal *now = twf_plan_get_proposal (latter, twf_proposal_get_id (old), NULL);

      if (now == NULL)
        g_ptr_array_add (fates, make_fate (latter, olds->pdata[i + 1], old, NULL, code));
      /* It stands, and in the name of others alone. */
      else if (!twf_proposal_has_value (now, TWF_PROPOSAL_FIELD_OWNER, code))
        {
          TwfFate *fate = make_fate (latter, olds->pdata[i + 1], old, now, code);

          fate->kind = TWF_FATE_WITHDRAWN;
          g_ptr_array_add (fates, fate);
        }
    }
  return fates;
}
