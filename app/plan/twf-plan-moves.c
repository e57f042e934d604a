/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-error.h"
#include "twf-id.h"
#include "twf-plan-private.h"
#include "twf-rank.h"

#include <string.h>

static GPtrArray *
new_edits (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
}

static TwfProvision *
find_provision (TwfPlan *self, const char *id, GError **error)
{
  TwfProvision *provision = id != NULL ? g_hash_table_lookup (self->provisions, id) : NULL;

  if (provision == NULL)
    g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "no provision %s", id != NULL ? id : "");
  return provision;
}

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

static void
collect_under (TwfProvision *provision, GPtrArray *found)
{
  TwfChildren *under = twf_provision_get_node (provision)->children;

  g_ptr_array_add (found, provision);
  for (guint i = 0; under != NULL && i < twf_children_get_length (under); i++)
    collect_under (twf_children_get (under, i), found);
}

static gboolean
is_among (GPtrArray *provisions, const char *id)
{
  for (guint i = 0; i < provisions->len; i++)
    if (g_str_equal (twf_provision_get_id (g_ptr_array_index (provisions, i)), id))
      return TRUE;
  return FALSE;
}

static void
drop_links_of (TwfProvision *from, const char *field, GPtrArray *targets, GPtrArray *edits)
{
  const char *const *values = twf_provision_get_values (from, field);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  guint n = 0;

  for (; values != NULL && values[n] != NULL; n++)
    if (!is_among (targets, values[n]))
      g_ptr_array_add (kept, (char *)values[n]);
  if (kept->len == n)
    return;
  g_ptr_array_add (kept, NULL);
  g_ptr_array_add (
      edits,
      twf_edit_new_values (twf_provision_get_id (from), field, (const char *const *)kept->pdata));
}

/* Edits that take links to @targets, all of one section, out of the other provisions: of their own,
 * so that undo brings them back. */
static void
drop_links_to (TwfPlan *self, GPtrArray *targets, GPtrArray *edits)
{
  static const char *const fields[] = { TWF_FIELD_PILLAR, TWF_FIELD_RESTS_ON, TWF_FIELD_SERVES };
  TwfSection section = twf_provision_get_section (g_ptr_array_index (targets, 0));
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      TwfSection target;

      if (!twf_field_get_target (fields[i], &target) || target != section)
        continue;
      if (all == NULL)
        all = twf_plan_list_all (self);
      for (guint j = 0; j < all->len; j++)
        drop_links_of (g_ptr_array_index (all, j), fields[i], targets, edits);
    }
}

/* A link that means nothing in @section does not go along. */
static void
drop_links_from (TwfProvision *provision, TwfSection section, GPtrArray *edits)
{
  g_auto (GStrv) names = twf_provision_list_fields (provision);

  for (guint i = 0; names[i] != NULL; i++)
    {
      TwfSection target;

      if (twf_field_get_target (names[i], &target) && !twf_section_has_field (section, names[i]))
        g_ptr_array_add (edits,
                         twf_edit_new_values (twf_provision_get_id (provision), names[i], NULL));
    }
}

/* What stands under the one that moves goes to the new section first, deepest first, and under its
 * parents again afterwards: so every edit finds a whole tree, forwards and backwards. */
static void
move_to_section (TwfPlan *self,
                 TwfProvision *provision,
                 TwfSection section,
                 const char *parent,
                 const char *rank,
                 GPtrArray *edits)
{
  g_autoptr (GPtrArray) moving = g_ptr_array_new ();

  collect_under (provision, moving);
  drop_links_to (self, moving, edits);
  for (guint i = 0; i < moving->len; i++)
    drop_links_from (g_ptr_array_index (moving, i), section, edits);
  for (guint i = moving->len; i > 1; i--)
    {
      TwfProvision *at = g_ptr_array_index (moving, i - 1);

      g_ptr_array_add (edits,
                       twf_edit_new_place (
                           twf_provision_get_id (at), section, NULL, twf_provision_get_rank (at)));
    }
  g_ptr_array_add (edits,
                   twf_edit_new_place (twf_provision_get_id (provision), section, parent, rank));
  for (guint i = 1; i < moving->len; i++)
    {
      TwfProvision *at = g_ptr_array_index (moving, i);

      g_ptr_array_add (edits,
                       twf_edit_new_place (twf_provision_get_id (at),
                                           section,
                                           twf_provision_get_parent (at),
                                           twf_provision_get_rank (at)));
    }
}

static gboolean
check_parent (TwfPlan *self, TwfSection section, const char *parent, GError **error)
{
  TwfProvision *above;

  if (parent == NULL)
    return TRUE;
  above = find_provision (self, parent, error);
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
  sibling = find_provision (self, after, error);
  if (sibling == NULL)
    return FALSE;
  if (twf_children_find (list, sibling, &position))
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s does not stand there", after);
  return FALSE;
}

static gboolean
move_to_position (TwfPlan *self,
                  TwfProvision *provision,
                  TwfSection section,
                  const char *parent,
                  guint position,
                  const char *owner,
                  GError **error)
{
  TwfChildren *list = twf_plan_get_children (self, section, parent);
  g_autoptr (GPtrArray) edits = new_edits ();
  g_autofree char *rank = make_room (list, position, provision, owner, edits);

  if (section != twf_provision_get_section (provision))
    move_to_section (self, provision, section, parent, rank, edits);
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
  g_autoptr (GPtrArray) edits = new_edits ();
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
  provision = find_provision (self, id, error);
  if (provision == NULL || !check_parent (self, section, parent, error)
      || !check_sibling (self, list, after, error))
    return FALSE;
  return move_to_position (
      self, provision, section, parent, find_position (self, list, after), owner, error);
}

/**
 * twf_plan_remove:
 * @self: a plan
 * @id: a provision
 * @error: where an error goes
 *
 * Removes a provision and what stands under it, as one act: first the links to them, then they
 * themselves, deepest first.
 *
 * Returns: whether they were removed
 * Errors: TWF_ERROR_NOT_FOUND if there is no such provision
 */
gboolean
twf_plan_remove (TwfPlan *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) edits = new_edits ();
  g_autoptr (GPtrArray) going = g_ptr_array_new ();
  TwfProvision *provision;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  twf_plan_ensure_listed (self);
  provision = find_provision (self, id, error);
  if (provision == NULL)
    return FALSE;
  collect_under (provision, going);
  drop_links_to (self, going, edits);
  for (guint i = going->len; i > 0; i--)
    g_ptr_array_add (edits,
                     twf_edit_new_remove (twf_provision_get_id (g_ptr_array_index (going, i - 1))));
  return twf_plan_apply_all (self, edits, error);
}

/* The one that stands before @provision in its list; NULL if it is the first. */
static TwfProvision *
find_previous (TwfPlan *self, TwfProvision *provision)
{
  guint position;

  if (!twf_children_find (twf_plan_get_list (self, provision), provision, &position)
      || position == 0)
    return NULL;
  return twf_children_get (twf_plan_get_list (self, provision), position - 1);
}

/**
 * twf_plan_can_indent:
 * @self: a plan
 * @id: (nullable): a provision
 *
 * Returns: whether there is one before it under which it could go
 */
gboolean
twf_plan_can_indent (TwfPlan *self, const char *id)
{
  TwfProvision *provision;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  twf_plan_ensure_listed (self);
  provision = twf_plan_get_provision (self, id);
  return provision != NULL && find_previous (self, provision) != NULL;
}

/**
 * twf_plan_indent:
 * @self: a plan
 * @id: a provision
 * @owner: (nullable): code of the delegation that moves it; %NULL: the facilitator
 * @error: where an error goes
 *
 * Puts a provision under the one before it, as its last.
 *
 * Returns: whether it was moved
 * Errors: TWF_ERROR_NOT_FOUND if there is no such provision; TWF_ERROR_INVALID if it is the first
 */
gboolean
twf_plan_indent (TwfPlan *self, const char *id, const char *owner, GError **error)
{
  TwfProvision *provision;
  TwfProvision *previous;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  twf_plan_ensure_listed (self);
  provision = find_provision (self, id, error);
  if (provision == NULL)
    return FALSE;
  previous = find_previous (self, provision);
  if (previous == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "nothing stands before %s", id);
      return FALSE;
    }
  return twf_plan_move (self,
                        id,
                        twf_provision_get_section (provision),
                        twf_provision_get_id (previous),
                        NULL,
                        owner,
                        error);
}

/**
 * twf_plan_outdent:
 * @self: a plan
 * @id: a provision
 * @owner: (nullable): code of the delegation that moves it; %NULL: the facilitator
 * @error: where an error goes
 *
 * Puts a provision directly behind the one it stands under.
 *
 * Returns: whether it was moved
 * Errors: TWF_ERROR_NOT_FOUND if there is no such provision; TWF_ERROR_INVALID if it stands at the
 * top
 */
gboolean
twf_plan_outdent (TwfPlan *self, const char *id, const char *owner, GError **error)
{
  TwfProvision *provision;
  TwfProvision *above;
  TwfProvision *top;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  twf_plan_ensure_listed (self);
  provision = find_provision (self, id, error);
  if (provision == NULL)
    return FALSE;
  above = twf_provision_get_node (provision)->above;
  if (above == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s stands at the top", id);
      return FALSE;
    }
  top = twf_provision_get_node (above)->above;
  return twf_plan_move (self,
                        id,
                        twf_provision_get_section (provision),
                        top != NULL ? twf_provision_get_id (top) : NULL,
                        twf_provision_get_id (above),
                        owner,
                        error);
}

/**
 * twf_plan_move_by:
 * @self: a plan
 * @id: a provision
 * @steps: how many places towards the end; negative: towards the start; stops at either
 * @owner: (nullable): code of the delegation that moves it; %NULL: the facilitator
 * @error: where an error goes
 *
 * Moves a provision among those under the same parent.
 *
 * Returns: whether it could be done; standing at the end already is no error
 * Errors: TWF_ERROR_NOT_FOUND if there is no such provision
 */
gboolean
twf_plan_move_by (TwfPlan *self, const char *id, int steps, const char *owner, GError **error)
{
  TwfProvision *provision;
  TwfProvision *above;
  TwfChildren *list;
  guint position;
  gint64 target;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  twf_plan_ensure_listed (self);
  provision = find_provision (self, id, error);
  if (provision == NULL)
    return FALSE;
  list = twf_plan_get_list (self, provision);
  above = twf_provision_get_node (provision)->above;
  if (!twf_children_find (list, provision, &position))
    g_return_val_if_reached (FALSE);
  target = CLAMP ((gint64)position + steps, 0, (gint64)twf_children_get_length (list) - 1);
  if (target == position)
    return TRUE;
  /* Counted with it still in the list: behind its own place one more. */
  return move_to_position (self,
                           provision,
                           twf_provision_get_section (provision),
                           above != NULL ? twf_provision_get_id (above) : NULL,
                           target > position ? target + 1 : target,
                           owner,
                           error);
}
