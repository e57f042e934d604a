/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-admit.h"
#include "twf-error.h"
#include "twf-plan-private.h"

/**
 * twf_plan_find:
 * @self: a plan
 * @id: (nullable): an id
 * @error: where an error goes
 *
 * Returns: (nullable) (transfer none): the provision with that id
 * Errors: TWF_ERROR_NOT_FOUND if there is none
 */
TwfProvision *
twf_plan_find (TwfPlan *self, const char *id, GError **error)
{
  TwfProvision *provision = id != NULL ? g_hash_table_lookup (self->provisions, id) : NULL;

  if (provision == NULL)
    g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "no provision %s", id != NULL ? id : "");
  return provision;
}

/**
 * twf_plan_new_edits:
 *
 * Returns: (transfer full): an empty list of TwfEdit
 */
GPtrArray *
twf_plan_new_edits (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
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

/**
 * twf_plan_plan_section_move:
 * @self: a plan
 * @provision: a provision of it
 * @section: another section
 * @parent: (nullable): under what it is to stand there
 * @rank: its place there
 * @edits: of TwfEdit: where the edits go
 *
 * What stands under the one that moves goes to the new section first, deepest first, and under its
 * parents again afterwards: so every edit finds a whole tree, forwards and backwards.
 */
void
twf_plan_plan_section_move (TwfPlan *self,
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

/**
 * twf_plan_list_removal:
 * @self: a plan
 * @id: a provision
 * @error: where an error goes
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits that remove a provision and what
 * stands under it: first the links to them, then they themselves, deepest first; %NULL on error
 * Errors: TWF_ERROR_NOT_FOUND if there is no such provision
 */
GPtrArray *
twf_plan_list_removal (TwfPlan *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) edits = twf_plan_new_edits ();
  g_autoptr (GPtrArray) going = g_ptr_array_new ();
  TwfProvision *provision;

  g_return_val_if_fail (TWF_IS_PLAN (self), NULL);

  twf_plan_ensure_listed (self);
  provision = twf_plan_find (self, id, error);
  if (provision == NULL)
    return NULL;
  collect_under (provision, going);
  drop_links_to (self, going, edits);
  for (guint i = going->len; i > 0; i--)
    g_ptr_array_add (edits,
                     twf_edit_new_remove (twf_provision_get_id (g_ptr_array_index (going, i - 1))));
  return g_steal_pointer (&edits);
}

/* A text that has no place in @section would be lost; links that mean nothing there are dropped. */
static gboolean
check_texts (TwfProvision *provision, TwfSection section, GError **error)
{
  const TwfTexts *texts = twf_provision_get_texts (provision);

  for (guint i = 0; i < texts->n; i++)
    if (!twf_section_has_part (section, texts->items[i].part))
      return twf_refuse (error,
                         TWF_ERROR_INVALID,
                         "%s has no %s",
                         twf_section_get_name (section),
                         twf_part_get_name (texts->items[i].part));
  return TRUE;
}

/**
 * twf_plan_list_move:
 * @self: a plan
 * @id: a provision
 * @section: where it is to stand
 * @parent: (nullable): under which provision of @section; %NULL: at the top
 * @rank: its place there
 * @error: where an error goes
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits that move a provision with what stands
 * under it; none where it stands there; %NULL on error
 * Errors: TWF_ERROR_NOT_FOUND if it or @parent is not there; TWF_ERROR_INVALID if @parent is in
 * another section or under the provision itself, or something that moves has no room in @section
 */
GPtrArray *
twf_plan_list_move (TwfPlan *self,
                    const char *id,
                    TwfSection section,
                    const char *parent,
                    const char *rank,
                    GError **error)
{
  g_autoptr (GPtrArray) edits = twf_plan_new_edits ();
  g_autoptr (GPtrArray) moving = g_ptr_array_new ();
  TwfProvision *provision;

  g_return_val_if_fail (TWF_IS_PLAN (self) && section < TWF_N_SECTIONS && rank != NULL, NULL);

  twf_plan_ensure_listed (self);
  provision = twf_plan_find (self, id, error);
  if (provision == NULL || !twf_plan_check_place (self, id, section, parent, rank, error))
    return NULL;
  if (twf_provision_get_section (provision) == section)
    {
      if (g_strcmp0 (twf_provision_get_parent (provision), parent) != 0
          || !g_str_equal (twf_provision_get_rank (provision), rank))
        g_ptr_array_add (edits, twf_edit_new_place (id, section, parent, rank));
      return g_steal_pointer (&edits);
    }
  collect_under (provision, moving);
  for (guint i = 0; i < moving->len; i++)
    if (!check_texts (g_ptr_array_index (moving, i), section, error))
      return NULL;
  twf_plan_plan_section_move (self, provision, section, parent, rank, edits);
  return g_steal_pointer (&edits);
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
  g_autoptr (GPtrArray) edits = NULL;

  g_return_val_if_fail (TWF_IS_PLAN (self), FALSE);

  edits = twf_plan_list_removal (self, id, error);
  return edits != NULL && twf_plan_apply_all (self, edits, error);
}
