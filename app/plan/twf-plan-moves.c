/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-error.h"
#include "twf-id.h"
#include "twf-plan-private.h"
#include "twf-rank.h"

#include <string.h>

static const char *
get_rank_at (TwfChildren *list, guint position)
{
  TwfProvision *provision = twf_children_get (list, position);

  return provision != NULL ? twf_provision_get_rank (provision) : NULL;
}

/* The place directly behind @after, counted in @list; the end where @after is not in it. */
static guint
find_position (TwfPlan *self, TwfChildren *list, const char *after)
{
  TwfProvision *sibling;
  guint position;

  if (after == NULL)
    return twf_children_get_length (list);
  if (*after == '\0')
    return 0;
  sibling = g_hash_table_lookup (self->provisions, after);
  if (sibling != NULL && twf_children_find (list, sibling, &position))
    return position + 1;
  return twf_children_get_length (list);
}

/* A rank for position @at of @list, as if @moving (nullable) did not stand in it. Where those
 * around the place have one and the same rank, there is nothing between: then those behind it are
 * moved on by edits that go to @edits. */
static char *
make_room (TwfChildren *list, guint at, TwfProvision *moving, const char *owner, GPtrArray *edits)
{
  guint before = at;
  guint next = at;
  const char *low = NULL;
  g_autofree char *last = NULL;
  char *rank;
  guint end;

  while (before > 0 && twf_children_get (list, before - 1) == moving)
    before--;
  if (before > 0)
    low = get_rank_at (list, before - 1);
  if (moving != NULL && twf_children_get (list, next) == moving)
    next++;
  for (end = next; low != NULL && get_rank_at (list, end) != NULL
                   && strcmp (get_rank_at (list, end), low) <= 0;)
    end++;
  rank = twf_rank_between (low, get_rank_at (list, end), owner);
  last = g_strdup (rank);
  for (guint i = next; edits != NULL && i < end; i++)
    {
      TwfProvision *sibling = twf_children_get (list, i);
      TwfProvision *above = twf_provision_get_node (sibling)->above;
      char *moved;

      if (sibling == moving)
        continue;
      moved = twf_rank_between (last, get_rank_at (list, end), owner);
      g_ptr_array_add (edits,
                       twf_edit_new_place (twf_provision_get_id (sibling),
                                           twf_provision_get_section (sibling),
                                           above != NULL ? twf_provision_get_id (above) : NULL,
                                           moved));
      g_free (last);
      last = moved;
    }
  return rank;
}

static gboolean
check_parent (TwfPlan *self, TwfSection section, const char *parent, GError **error)
{
  TwfProvision *above;

  if (parent == NULL)
    return TRUE;
  above = twf_plan_find (self, parent, error);
  if (above == NULL)
    return FALSE;
  if (twf_provision_get_section (above) == section)
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_INVALID,
               "%s does not stand in %s",
               parent,
               twf_section_get_name (section));
  return FALSE;
}

static gboolean
check_sibling (TwfPlan *self, TwfChildren *list, const char *after, GError **error)
{
  TwfProvision *sibling;
  guint position;

  if (after == NULL || *after == '\0')
    return TRUE;
  sibling = twf_plan_find (self, after, error);
  if (sibling == NULL)
    return FALSE;
  if (twf_children_find (list, sibling, &position))
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s does not stand there", after);
  return FALSE;
}

/**
 * twf_plan_move_to:
 * @self: a plan
 * @provision: a provision of it
 * @section: where it is to stand
 * @parent: (nullable): under what
 * @position: before what now stands there, counted with @provision where it is in that list
 * @owner: (nullable): who moves it
 * @error: where an error goes
 *
 * Returns: whether it was moved
 * Errors: as twf_plan_move()
 */
gboolean
twf_plan_move_to (TwfPlan *self,
                  TwfProvision *provision,
                  TwfSection section,
                  const char *parent,
                  guint position,
                  const char *owner,
                  GError **error)
{
  TwfChildren *list = twf_plan_get_children (self, section, parent);
  g_autoptr (GPtrArray) edits = twf_plan_new_edits ();
  g_autofree char *rank = make_room (list, position, provision, owner, edits);

  if (section != twf_provision_get_section (provision))
    twf_plan_plan_section_move (self, provision, section, parent, rank, edits);
  else
    g_ptr_array_add (edits,
                     twf_edit_new_place (twf_provision_get_id (provision), section, parent, rank));
  return twf_plan_apply_all (self, edits, error);
}

/**
 * twf_plan_make_rank:
 * @self: a plan
 * @section: a section
 * @parent: (nullable): id of a provision of it; %NULL: the top
 * @after: (nullable): id of the one it is to follow; %TWF_PLAN_FIRST: none; %NULL, or one that does
 *   not stand there: the last
 * @owner: (nullable): code of the delegation that puts something there; %NULL: the facilitator
 *
 * Returns: (transfer full): a rank for something new at that place
 */
char *
twf_plan_make_rank (TwfPlan *self,
                    TwfSection section,
                    const char *parent,
                    const char *after,
                    const char *owner)
{
  TwfChildren *list;

  g_return_val_if_fail (TWF_IS_PLAN (self) && section < TWF_N_SECTIONS, NULL);

  list = twf_plan_get_children (self, section, parent);
  return make_room (list, find_position (self, list, after), NULL, owner, NULL);
}

/**
 * twf_plan_add:
 * @self: a plan
 * @section: a section
 * @parent: (nullable): id of a provision of it; %NULL: the top
 * @after: (nullable): id of the one it is to follow; %TWF_PLAN_FIRST: none; %NULL: the last
 * @owner: (nullable): code of the delegation that adds it; %NULL: the facilitator
 * @error: where an error goes
 *
 * Adds a provision without text.
 *
 * Returns: (transfer full): its id; %NULL on error
 * Errors: TWF_ERROR_NOT_FOUND if @parent or @after is not there; TWF_ERROR_INVALID if it stands
 * elsewhere
 */
char *
twf_plan_add (TwfPlan *self,
              TwfSection section,
              const char *parent,
              const char *after,
              const char *owner,
              GError **error)
{
  g_autoptr (GPtrArray) edits = twf_plan_new_edits ();
  g_autoptr (TwfProvision) provision = NULL;
  g_autofree char *id = twf_id_new ();
  g_autofree char *rank = NULL;
  TwfChildren *list;

  g_return_val_if_fail (TWF_IS_PLAN (self) && section < TWF_N_SECTIONS, NULL);

  list = twf_plan_get_children (self, section, parent);
  if (!check_parent (self, section, parent, error) || !check_sibling (self, list, after, error))
    return NULL;
  rank = make_room (list, find_position (self, list, after), NULL, owner, edits);
  provision = twf_provision_new (id, section);
  twf_provision_set_place (provision, section, parent, rank);
  g_ptr_array_add (edits, twf_edit_new_add (provision));
  if (!twf_plan_apply_all (self, edits, error))
    return NULL;
  return g_steal_pointer (&id);
}

/**
 * twf_plan_move:
 * @self: a plan
 * @id: a provision; what stands under it goes along
 * @section: where it is to stand
 * @parent: (nullable): under which provision of @section; %NULL: at the top
 * @after: (nullable): id of the one it is to follow; %TWF_PLAN_FIRST: none; %NULL: the last
 * @owner: (nullable): code of the delegation that moves it; %NULL: the facilitator
 * @error: where an error goes
 *
 * Into another section links that would point to the wrong kind, to it and from it, are dropped by
 * edits of their own; texts that the section has no room for are not: the move is refused.
 *
 * Returns: whether it was moved
 * Errors: TWF_ERROR_NOT_FOUND if @id, @parent or @after is not there; TWF_ERROR_INVALID if @parent
 * is in another section or under @id, @after stands elsewhere, or a text has no room
 */
gboolean
twf_plan_move (TwfPlan *self,
               const char *id,
               TwfSection section,
               const char *parent,
               const char *after,
               const char *owner,
               GError **error)
{
  TwfChildren *list;
  TwfProvision *provision;

  g_return_val_if_fail (TWF_IS_PLAN (self) && section < TWF_N_SECTIONS, FALSE);

  list = twf_plan_get_children (self, section, parent);
  provision = twf_plan_find (self, id, error);
  if (provision == NULL || !check_parent (self, section, parent, error)
      || !check_sibling (self, list, after, error))
    return FALSE;
  return twf_plan_move_to (
      self, provision, section, parent, find_position (self, list, after), owner, error);
}
