/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-merge"

#include "config.h"

#include "twf-asks.h"

#include "twf-position.h"
#include "twf-rank.h"

/* What is asked about existence and place. */

static char *
dup_position (TwfAsks *self, TwfProvision *provision)
{
  return twf_position_dup_place (self->rolling,
                                 twf_provision_get_section (provision),
                                 twf_provision_get_parent (provision),
                                 twf_provision_get_rank (provision),
                                 twf_provision_get_id (provision));
}

/* Whether somebody else moved it to the same place since, under another rank: whatever came to
 * stand there beside it. */
static gboolean
stands_alike (TwfAsks *self, TwfProvision *standing, TwfProvision *asked)
{
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  if (twf_provision_get_section (standing) == twf_provision_get_section (asked)
      && g_strcmp0 (twf_provision_get_parent (standing), twf_provision_get_parent (asked)) == 0
      && twf_position_same_rank (twf_provision_get_rank (standing), twf_provision_get_rank (asked)))
    return TRUE;
  here = dup_position (self, standing);
  there = dup_position (self, asked);
  return g_str_equal (here, there);
}

/* As same_place(), but under a parent that is not there to stand under it stands at the top. */
static gboolean
stands_as_can_be (TwfAsks *self, TwfProvision *standing, TwfProvision *asked)
{
  const char *parent = twf_provision_get_parent (asked);
  TwfTarget *above = parent != NULL ? twf_asks_get_target (self, parent) : NULL;

  if (twf_asks_same_place (standing, asked))
    return TRUE;
  return above != NULL && twf_provision_get_parent (standing) == NULL
         && (above->standing == NULL
             || twf_provision_get_section (above->standing) != twf_provision_get_section (asked))
         && twf_provision_get_section (standing) == twf_provision_get_section (asked)
         && g_strcmp0 (twf_provision_get_rank (standing), twf_provision_get_rank (asked)) == 0;
}

static void
copy_texts (TwfProvision *copy, TwfProvision *from)
{
  for (TwfPart part = 0; part < TWF_N_PARTS; part++)
    {
      g_auto (GStrv) languages = twf_provision_list_languages (from, part);

      for (guint i = 0; languages[i] != NULL; i++)
        twf_provision_set_text (
            copy, part, languages[i], twf_provision_get_text (from, part, languages[i]));
    }
}

static void
copy_fields (TwfProvision *copy, TwfProvision *from, const char *owner)
{
  g_auto (GStrv) fields = twf_provision_list_fields (from);

  for (guint i = 0; fields[i] != NULL; i++)
    if (!g_str_equal (fields[i], TWF_FIELD_PROPOSED)
        && (owner == NULL || !g_str_equal (fields[i], TWF_FIELD_AGREED)))
      twf_provision_set_values (copy, fields[i], twf_provision_get_values (from, fields[i]));
}

/* A provision as @owner asks for it, without what says that it is only asked for, or agreed. */
static TwfProvision *
copy_as_asked (TwfProvision *from, const char *owner)
{
  TwfProvision *copy
      = twf_provision_new (twf_provision_get_id (from), twf_provision_get_section (from));
  const char *rank = twf_provision_get_rank (from);

  twf_provision_set_place (copy,
                           twf_provision_get_section (from),
                           twf_provision_get_parent (from),
                           twf_rank_is_valid (rank) ? rank : "i0");
  copy_texts (copy, from);
  copy_fields (copy, from, owner);
  return copy;
}

/* What the rolling plan does not have: made on the branch, or deleted since and edited there. */
static gboolean
is_insert (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair)
{
  return pair->new_one != NULL
         && twf_plan_get_provision (self->rolling, twf_provision_get_id (pair->new_one)) == NULL
         && (pair->old_one == NULL || twf_asks_changes_anything (from, pair));
}

/**
 * twf_asks_gather_inserts:
 * @self: what is asked for
 *
 * Finds the provisions that are new, before anything else is asked about them. Where several
 * contributions bring the same one in different states, that of the first delegation by code is
 * taken for what stands, and what the others have otherwise is asked over it. One that was deleted
 * since comes back as it was, and what was made of it is asked over that.
 */
void
twf_asks_gather_inserts (TwfAsks *self)
{
  for (guint i = 0; i < self->contributions->len; i++)
    {
      TwfContribution *from = self->contributions->pdata[i];
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, from->provisions);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          TwfProvisionPair *pair = value;
          TwfTarget *target;

          if (!is_insert (self, from, pair))
            continue;
          target = twf_asks_get_target (self, twf_provision_get_id (pair->new_one));
          if (target->standing != NULL)
            continue;
          target->standing
              = copy_as_asked (pair->old_one != NULL ? pair->old_one : pair->new_one, from->owner);
          target->is_new = TRUE;
          target->was_deleted = pair->old_one != NULL;
        }
    }
}

static void
ask_for_insert (TwfAsks *self,
                TwfTarget *target,
                TwfContribution *from,
                TwfProvision *now,
                const char *parent)
{
  TwfRequest *request = twf_request_new (TWF_REQUEST_INSERT, target->id);
  const char *language = twf_plan_get_source_language (self->rolling);
  const char *text = twf_provision_get_text (now, TWF_PART_BODY, language);
  g_auto (GStrv) languages = twf_provision_list_languages (now, TWF_PART_BODY);

  if (text == NULL && languages[0] != NULL)
    {
      language = languages[0];
      text = twf_provision_get_text (now, TWF_PART_BODY, language);
    }
  request->section = twf_provision_get_section (now);
  request->parent = g_strdup (parent);
  request->language = g_strdup (language);
  request->new_text = g_strdup (text);
  request->proposal = twf_proposal_new ("insert");
  twf_proposal_set_kind (request->proposal, TWF_PROPOSAL_INSERT);
  twf_asks_add (self, target, request, from->owner);
}

static void
ask_for_delete (TwfAsks *self, TwfTarget *target, TwfContribution *from, TwfProvision *former)
{
  TwfRequest *request = twf_request_new (TWF_REQUEST_DELETE, target->id);
  const char *language = twf_plan_get_source_language (self->rolling);

  request->section = twf_provision_get_section (target->standing);
  request->language = g_strdup (language);
  request->old_text = g_strdup (twf_provision_get_text (target->standing, TWF_PART_BODY, language));
  request->overrides = !twf_provision_equal (former, target->standing);
  request->undoes = twf_asks_changes_anything (
      from, &(TwfProvisionPair){ .old_one = former, .new_one = target->standing });
  request->proposal = twf_proposal_new ("delete");
  twf_proposal_set_kind (request->proposal, TWF_PROPOSAL_DELETE);
  twf_asks_add (self, target, request, from->owner);
}

static void
set_proposal_place (TwfRequest *request)
{
  const char *const section[] = { twf_section_get_name (request->section), NULL };
  const char *const parent[] = { request->parent, NULL };
  const char *const rank[] = { request->rank, NULL };

  request->proposal = twf_proposal_new ("move");
  twf_proposal_set_kind (request->proposal, TWF_PROPOSAL_MOVE);
  twf_proposal_set_values (request->proposal, TWF_PROPOSAL_FIELD_SECTION, section);
  twf_proposal_set_values (
      request->proposal, TWF_PROPOSAL_FIELD_PARENT, request->parent != NULL ? parent : NULL);
  twf_proposal_set_values (request->proposal, TWF_PROPOSAL_FIELD_RANK, rank);
}

static void
ask_for_move (TwfAsks *self, TwfTarget *target, TwfContribution *from, TwfProvisionPair *pair)
{
  TwfProvision *now = pair->new_one;
  TwfRequest *request;

  if (!twf_rank_is_valid (twf_provision_get_rank (now)))
    return;
  request = twf_request_new (TWF_REQUEST_MOVE, target->id);
  request->section = twf_provision_get_section (now);
  request->parent = g_strdup (twf_provision_get_parent (now));
  request->rank = g_strdup (twf_provision_get_rank (now));
  request->after = twf_position_find_after (
      self->rolling, request->section, request->parent, request->rank, target->id);
  request->overrides
      = pair->old_one != NULL && !twf_asks_same_place (pair->old_one, target->standing);
  request->own = twf_asks_is_own_draft (target, from, pair);
  set_proposal_place (request);
  twf_asks_add (self, target, request, from->owner);
}

/**
 * twf_asks_gather_structure:
 * @self: what is asked for
 * @from: a contribution
 * @pair: what it does to one provision
 *
 * Finds whether the provision is to come, to go or to stand elsewhere.
 */
void
twf_asks_gather_structure (TwfAsks *self, TwfContribution *from, TwfProvisionPair *pair)
{
  TwfProvision *either = pair->new_one != NULL ? pair->new_one : pair->old_one;
  TwfTarget *target = twf_asks_get_target (self, twf_provision_get_id (either));
  TwfProvision *standing = target->standing;

  if (standing == NULL)
    return;
  if (target->is_new)
    {
      /* Others bring it back: that it stays away is what this one asks for. */
      if (pair->new_one == NULL)
        ask_for_delete (self, target, from, pair->old_one);
      if (!is_insert (self, from, pair))
        return;
      ask_for_insert (self, target, from, standing, twf_provision_get_parent (standing));
      if (pair->old_one != NULL && !twf_asks_same_place (standing, pair->new_one)
          && !twf_asks_same_place (pair->old_one, pair->new_one)
          && !twf_asks_place_goes_along (from, pair))
        ask_for_move (self, target, from, pair);
      return;
    }
  if (pair->new_one == NULL)
    {
      ask_for_delete (self, target, from, pair->old_one);
      return;
    }
  /* What the branch did not know as a proposal it asks to be there. */
  if (twf_provision_get_field (standing, TWF_FIELD_PROPOSED) != NULL
      && (pair->old_one == NULL
          || (twf_provision_get_field (pair->old_one, TWF_FIELD_PROPOSED) == NULL
              && twf_asks_changes_anything (from, pair))))
    ask_for_insert (self, target, from, standing, twf_provision_get_parent (pair->new_one));
  if (pair->old_one == NULL)
    {
      /* Where it stands is the rolling plan's matter once it is there. */
      if (twf_asks_is_own_draft (target, from, pair)
          && !stands_as_can_be (self, standing, pair->new_one))
        ask_for_move (self, target, from, pair);
      return;
    }
  if (!twf_asks_same_place (pair->old_one, pair->new_one)
      && !twf_asks_same_place (standing, pair->new_one) && !twf_asks_place_goes_along (from, pair)
      && (stands_as_can_be (self, standing, pair->old_one)
          || !stands_alike (self, standing, pair->new_one)))
    ask_for_move (self, target, from, pair);
}
