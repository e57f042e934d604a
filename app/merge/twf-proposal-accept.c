/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-proposal-life.h"

#include "twf-life-private.h"
#include "twf-rank.h"
#include "twf-text-merge.h"
#include "twf-wording.h"

/* What is being accepted. */
typedef struct
{
  TwfLife *life;
  TwfProvision *provision; /* nullable: the plan itself */
  TwfProposal *proposal;   /* as it stands */
  const char *id;          /* of @provision; nullable */
} Act;

static gboolean
may_be_accepted (Act *self, GError **error)
{
  TwfProposalState state = twf_proposal_get_state (self->proposal);

  if (state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED)
    return TRUE;
  return twf_life_refuse (error,
                          TWF_ERROR_INVALID,
                          "%s is %s",
                          twf_proposal_get_id (self->proposal),
                          twf_proposal_state_get_name (state));
}

static void
conclude (Act *self)
{
  TwfProposal *draft = twf_life_take (self->life, self->provision, self->proposal);

  twf_proposal_set_state (draft, TWF_PROPOSAL_ACCEPTED);
  twf_life_fire (self->life, twf_proposal_get_id (draft));
}

/* How the text reads once @change of it is accepted; NULL: there is no such change. */
static char *
find_wording (const char *standing, const char *wording, const char *language, int change)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (change < 0 || (change == 0 && wording == NULL))
    return g_strdup (wording != NULL ? wording : "");
  changes = twf_text_split (standing, wording, language);
  if ((guint)change >= changes->len)
    return NULL;
  return twf_life_clean_text (g_ptr_array_index (changes, change));
}

/* Sets the text, and carries along what else is proposed about it. The proposal itself is marked as
 * accepted for that, so that it is left alone. */
static gboolean
accept_wording (Act *self, const char *language, int change, GError **error)
{
  TwfPart part = twf_proposal_get_part (self->proposal);
  const char *wording = twf_proposal_get_text (self->proposal, language);
  const char *standing = twf_life_get_text (self->life, self->provision, part, language);
  TwfProposal *draft = twf_life_take (self->life, self->provision, self->proposal);
  TwfProposalState state = twf_proposal_get_state (draft);
  g_autofree char *text = NULL;

  if (!twf_proposal_is_made_on (self->proposal, language, standing))
    return twf_life_refuse (error,
                            TWF_ERROR_CHANGED,
                            "%s is made on another wording than the one that stands",
                            twf_proposal_get_id (self->proposal));
  text = find_wording (standing, wording, language, change);
  if (text == NULL)
    return twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no change %d", change);
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  g_ptr_array_add (self->life->edits, twf_edit_new_text (self->id, part, language, text));
  twf_proposal_set_state (draft, TWF_PROPOSAL_ACCEPTED);
  twf_life_carry_text (self->life, self->provision, part, language, standing, text);
  twf_proposal_set_state (draft, state);
  /* The change is part of what it asks for: over it, the same wording asks for the rest. */
  if (change >= 0)
    twf_life_settle_part (self->life, draft, language, text);
  return TRUE;
}

/* One language of several, or one change: what is left stays on the table. */
static gboolean
accept_some (Act *self, const char *language, int change, GError **error)
{
  TwfProposal *draft;

  if (!accept_wording (self, language, change, error))
    return FALSE;
  draft = twf_life_take (self->life, self->provision, self->proposal);
  if (change < 0)
    {
      twf_proposal_set_text (draft, language, NULL);
      twf_proposal_set_base (draft, language, NULL);
    }
  return TRUE;
}

static gboolean
accept_texts (Act *self, const char *language, int change, GError **error)
{
  g_auto (GStrv) languages = twf_proposal_list_asked (self->proposal);
  guint n = g_strv_length (languages);

  if (n == 0)
    return twf_life_refuse (error, TWF_ERROR_EMPTY, "it asks for nothing");
  if (language != NULL && !g_strv_contains ((const char *const *)languages, language))
    return twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "it has no text in %s", language);
  if (language == NULL && change >= 0 && n > 1)
    return twf_life_refuse (error, TWF_ERROR_INVALID, "in which language");
  if (change >= 0)
    return accept_some (self, language != NULL ? language : languages[0], change, error);
  if (language != NULL && n > 1)
    return accept_some (self, language, change, error);
  for (guint i = 0; i < n; i++)
    if (!accept_wording (self, languages[i], change, error))
      return FALSE;
  conclude (self);
  return TRUE;
}

static gboolean
accept_values (Act *self, GError **error)
{
  const char *field = twf_proposal_get_field (self->proposal, TWF_PROPOSAL_FIELD_FIELD);
  const char *const *values = twf_proposal_get_values (self->proposal, TWF_PROPOSAL_FIELD_VALUE);
  const char *const *standing = twf_life_get_values (self->life, self->provision, field);
  g_auto (GStrv) base = twf_proposal_dup_base_values (self->proposal);
  g_auto (GStrv) carried = NULL;
  TwfSection target;

  if (base[0] != NULL && twf_field_is_set (field))
    carried = twf_life_values_carry (values, (const char *const *)base, standing);
  else
    carried = g_strdupv (values != NULL ? (char **)values : (char *[]){ NULL });
  for (guint i = 0; carried[i] != NULL && twf_field_get_target (field, &target); i++)
    if (twf_plan_get_provision (self->life->plan, carried[i]) == NULL)
      return twf_life_refuse (error, TWF_ERROR_NOT_FOUND, "no provision %s", carried[i]);
  g_ptr_array_add (self->life->edits,
                   twf_edit_new_values (self->id, field, (const char *const *)carried));
  conclude (self);
  twf_life_carry_values (
      self->life, self->provision, field, standing, (const char *const *)carried);
  return TRUE;
}

static gboolean
accept_insert (Act *self, GError **error)
{
  TwfProvision *above
      = twf_plan_get_provision (self->life->plan, twf_provision_get_parent (self->provision));

  if (above != NULL && twf_provision_is_proposed (above, NULL))
    return twf_life_refuse (error,
                            TWF_ERROR_INVALID,
                            "it stands under %s, which is not accepted",
                            twf_provision_get_id (above));
  g_ptr_array_add (self->life->edits, twf_edit_new_values (self->id, TWF_FIELD_PROPOSED, NULL));
  conclude (self);
  return TRUE;
}

/* Others' proposals about it that are on the table must be settled first: with the provision they
 * would be gone, and nobody would have said so. */
static gboolean
check_proposals (Act *self, GError **error)
{
  GListModel *proposals = twf_life_list (self->life, self->provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      TwfProposalState state = twf_proposal_get_state (proposal);

      if (proposal != self->proposal && (state == TWF_PROPOSAL_OPEN || state == TWF_PROPOSAL_PARKED)
          && twf_proposal_get_kind (proposal) != TWF_PROPOSAL_DELETE)
        return twf_life_refuse (error,
                                TWF_ERROR_INVALID,
                                "%s is on the table about %s",
                                twf_proposal_get_id (proposal),
                                self->id);
    }
  return TRUE;
}

/* What is agreed and stands under it was not proposed for deletion; what is only proposed is
 * nobody's text yet, and moves up to where it stood. */
static gboolean
clear_children (Act *self, GError **error)
{
  TwfSection section = twf_provision_get_section (self->provision);
  GListModel *children = twf_plan_list_children (self->life->plan, section, self->id);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i);

      if (!twf_provision_is_proposed (child, NULL))
        return twf_life_refuse (
            error, TWF_ERROR_INVALID, "%s stands under %s", twf_provision_get_id (child), self->id);
      g_ptr_array_add (self->life->edits,
                       twf_edit_new_place (twf_provision_get_id (child),
                                           section,
                                           twf_provision_get_parent (self->provision),
                                           twf_provision_get_rank (self->provision)));
    }
  return TRUE;
}

static gboolean
names (TwfEdit *edit, const char *id)
{
  return twf_edit_get_kind (edit) != TWF_EDIT_REMOVE || g_str_equal (twf_edit_get_id (edit), id);
}

static gboolean
accept_delete (Act *self, GError **error)
{
  g_autoptr (GPtrArray) removal = NULL;

  if (!check_proposals (self, error) || !clear_children (self, error))
    return FALSE;
  removal = twf_plan_list_removal (self->life->plan, self->id, error);
  if (removal == NULL)
    return FALSE;
  /* Links to it go as well; what stood under it has moved away. */
  for (guint i = 0; i < removal->len; i++)
    if (names (g_ptr_array_index (removal, i), self->id))
      g_ptr_array_add (self->life->edits, twf_edit_ref (g_ptr_array_index (removal, i)));
  conclude (self);
  twf_life_forget (self->life, self->id);
  return TRUE;
}

static gboolean
is_same_place (TwfProposal *one, TwfProposal *other)
{
  static const char *const fields[]
      = { TWF_PROPOSAL_FIELD_SECTION, TWF_PROPOSAL_FIELD_PARENT, TWF_PROPOSAL_FIELD_RANK };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (twf_proposal_get_field (one, fields[i]),
                   twf_proposal_get_field (other, fields[i]))
        != 0)
      return FALSE;
  return twf_proposal_get_kind (other) == TWF_PROPOSAL_MOVE;
}

/* Other proposals that it stand there have what they ask for. */
static void
accept_same_place (Act *self)
{
  GListModel *proposals = twf_life_list (self->life, self->provision);

  for (guint i = 0; i < g_list_model_get_n_items (proposals); i++)
    {
      g_autoptr (TwfProposal) proposal = g_list_model_get_item (proposals, i);
      Act other = { self->life, self->provision, proposal, self->id };

      if (proposal != self->proposal && may_be_accepted (&other, NULL)
          && is_same_place (self->proposal, proposal))
        conclude (&other);
    }
}

static gboolean
accept_move (Act *self, GError **error)
{
  const char *parent = twf_proposal_get_field (self->proposal, TWF_PROPOSAL_FIELD_PARENT);
  const char *rank = twf_proposal_get_field (self->proposal, TWF_PROPOSAL_FIELD_RANK);
  g_autoptr (GPtrArray) move = NULL;
  g_autofree char *last = NULL;
  TwfSection section;

  if (!twf_section_from_name (twf_proposal_get_field (self->proposal, TWF_PROPOSAL_FIELD_SECTION),
                              &section))
    return twf_life_refuse (error, TWF_ERROR_INVALID, "a move to no place");
  if (!twf_rank_is_valid (rank))
    rank = last = twf_plan_make_rank (self->life->plan, section, parent, NULL, NULL);
  move = twf_plan_list_move (self->life->plan, self->id, section, parent, rank, error);
  if (move == NULL)
    return FALSE;
  for (guint i = 0; i < move->len; i++)
    g_ptr_array_add (self->life->edits, twf_edit_ref (g_ptr_array_index (move, i)));
  conclude (self);
  accept_same_place (self);
  return TRUE;
}

static gboolean
accept (Act *self, const char *language, int change, GError **error)
{
  gboolean is_text = twf_proposal_get_kind (self->proposal) == TWF_PROPOSAL_REPLACE
                     && twf_proposal_get_field (self->proposal, TWF_PROPOSAL_FIELD_FIELD) == NULL;

  if (!may_be_accepted (self, error))
    return FALSE;
  if (is_text)
    return accept_texts (self, language, change, error);
  if (language != NULL || change >= 0)
    return twf_life_refuse (error, TWF_ERROR_INVALID, "it is accepted as a whole");
  switch (twf_proposal_get_kind (self->proposal))
    {
    case TWF_PROPOSAL_INSERT:
      return accept_insert (self, error);
    case TWF_PROPOSAL_DELETE:
      return accept_delete (self, error);
    case TWF_PROPOSAL_MOVE:
      return accept_move (self, error);
    case TWF_PROPOSAL_REPLACE:
    default:
      return accept_values (self, error);
    }
}

/**
 * twf_proposal_accept:
 * @plan: a plan
 * @pid: a proposal that is open or parked
 * @language: (nullable): only its text in that language; %NULL: all
 * @change: only that one of its independent changes, counted from 0 as twf_text_split() tells them
 *   apart over the text that stands; %TWF_WHOLE_PROPOSAL: all
 * @error: where an error goes
 *
 * What is asked for becomes the text. Other proposals about the same text are carried along; one
 * whose wording then stands is accepted too; conditions that are then met are carried out. Of one
 * that is accepted in part the rest stays on the table. A provision that goes takes what was
 * settled about it along into history.
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits
 * Errors: TWF_ERROR_NOT_FOUND if there is no such proposal, language or change, or if what it
 * points to is gone; TWF_ERROR_CHANGED if it is made on another wording than the one that stands;
 * TWF_ERROR_INVALID if it is not on the table, if a move would make a circle or end where there is
 * no room, if what is to go still has agreed provisions under it or proposals on the table, or if
 * what is inserted stands under what is not accepted
 */
GPtrArray *
twf_proposal_accept (TwfPlan *plan,
                     const char *pid,
                     const char *language,
                     int change,
                     GError **error)
{
  g_autoptr (TwfLife) life = twf_life_new (plan);
  Act self = { life };

  self.proposal = twf_life_find (life, pid, &self.provision, error);
  if (self.proposal == NULL)
    return NULL;
  self.id = self.provision != NULL ? twf_provision_get_id (self.provision) : NULL;
  if (self.provision == NULL && twf_proposal_get_kind (self.proposal) != TWF_PROPOSAL_REPLACE)
    {
      twf_life_refuse (error, TWF_ERROR_INVALID, "%s is about no provision", pid);
      return NULL;
    }
  return accept (&self, language, change, error) ? twf_life_end (life) : NULL;
}
