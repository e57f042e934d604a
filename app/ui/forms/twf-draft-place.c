/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-draft-place.h"

/* What stands before the provision where it stands; after all where @provision does not stand. */
static const char *
find_before (TwfPlan *plan, TwfSection section, const char *parent, TwfProvision *provision)
{
  GListModel *siblings = twf_plan_list_children (plan, section, parent);
  const char *before = TWF_PLAN_FIRST;

  for (guint i = 0; siblings != NULL && i < g_list_model_get_n_items (siblings); i++)
    {
      g_autoptr (TwfProvision) sibling = g_list_model_get_item (siblings, i);

      if (sibling == provision)
        break;
      before = twf_provision_get_id (sibling);
    }
  return before;
}

/**
 * twf_draft_place_new:
 * @plan: a plan
 * @provision: one of its provisions
 *
 * Returns: (transfer full): the place where it stands
 */
TwfDraftPlace *
twf_draft_place_new (TwfPlan *plan, TwfProvision *provision)
{
  TwfDraftPlace *self = g_new0 (TwfDraftPlace, 1);
  const char *parent = twf_provision_get_parent (provision);

  self->plan = g_object_ref (plan);
  self->provision = g_object_ref (provision);
  self->section = twf_provision_get_section (provision);
  self->parent = g_strdup (twf_plan_get_provision (plan, parent) != NULL ? parent : NULL);
  self->after = g_strdup (find_before (plan, self->section, self->parent, provision));
  return self;
}

/**
 * twf_draft_place_free:
 * @self: (transfer full) (nullable): a place
 */
void
twf_draft_place_free (TwfDraftPlace *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->plan);
  g_object_unref (self->provision);
  g_free (self->parent);
  g_free (self->after);
  g_free (self);
}

/**
 * twf_draft_place_is_changed:
 * @self: a place
 *
 * Returns: whether it is another than the one where the provision stands
 */
gboolean
twf_draft_place_is_changed (TwfDraftPlace *self)
{
  g_autoptr (TwfDraftPlace) standing = twf_draft_place_new (self->plan, self->provision);

  return self->section != standing->section || g_strcmp0 (self->parent, standing->parent) != 0
         || !g_str_equal (self->after, standing->after);
}

/**
 * twf_draft_place_set_section:
 * @self: a place
 * @section: a section
 *
 * Chooses the end of @section.
 */
void
twf_draft_place_set_section (TwfDraftPlace *self, TwfSection section)
{
  self->section = section;
  twf_draft_place_set_parent (self, NULL);
}

static const char *
get_id_or_first (GPtrArray *provisions)
{
  return provisions->len > 0 ? twf_provision_get_id (provisions->pdata[provisions->len - 1])
                             : TWF_PLAN_FIRST;
}

/**
 * twf_draft_place_set_parent:
 * @self: a place
 * @parent: (nullable): what it is to stand under; %NULL: nothing
 *
 * Chooses the end of what stands there; where the provision stands there itself, its own place.
 */
void
twf_draft_place_set_parent (TwfDraftPlace *self, const char *parent)
{
  g_autoptr (TwfDraftPlace) standing = twf_draft_place_new (self->plan, self->provision);

  g_free (self->parent);
  self->parent = g_strdup (parent);
  if (self->section == standing->section && g_strcmp0 (parent, standing->parent) == 0)
    twf_draft_place_set_after (self, standing->after);
  else
    {
      g_autoptr (GPtrArray) siblings = twf_draft_place_list_siblings (self);

      twf_draft_place_set_after (self, get_id_or_first (siblings));
    }
}

/**
 * twf_draft_place_set_after:
 * @self: a place
 * @after: id of what it is to follow, or TWF_PLAN_FIRST
 */
void
twf_draft_place_set_after (TwfDraftPlace *self, const char *after)
{
  char *copy = g_strdup (after);

  g_free (self->after);
  self->after = copy;
}

/**
 * twf_draft_place_list_sections:
 * @self: a place
 *
 * Returns: (transfer full) (element-type TwfSection): the sections in which it has a place with all
 *   its texts and fields, and all that is under it
 */
GArray *
twf_draft_place_list_sections (TwfDraftPlace *self)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (TwfSection));

  for (TwfSection section = 0; section < TWF_N_SECTIONS; section++)
    {
      g_autofree char *rank = twf_plan_make_rank (self->plan, section, NULL, NULL, NULL);
      g_autoptr (GPtrArray) edits
          = rank != NULL ? twf_plan_list_move (
                self->plan, twf_provision_get_id (self->provision), section, NULL, rank, NULL)
                         : NULL;

      if (edits != NULL)
        g_array_append_val (sections, section);
    }
  return sections;
}

static gboolean
stands_within (TwfPlan *plan, TwfProvision *provision, TwfProvision *above)
{
  while (provision != NULL && provision != above)
    provision = twf_plan_get_provision (plan, twf_provision_get_parent (provision));
  return provision != NULL;
}

/**
 * twf_draft_place_list_parents:
 * @self: a place
 *
 * Returns: (transfer full) (element-type TwfProvision): what it may stand under in its section, in
 *   reading order: neither itself nor what is under it
 */
GPtrArray *
twf_draft_place_list_parents (TwfDraftPlace *self)
{
  g_autoptr (GPtrArray) all = twf_plan_list_all (self->plan);
  GPtrArray *parents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (twf_provision_get_section (all->pdata[i]) == self->section
        && !stands_within (self->plan, all->pdata[i], self->provision))
      g_ptr_array_add (parents, g_object_ref (all->pdata[i]));
  return parents;
}

/**
 * twf_draft_place_list_siblings:
 * @self: a place
 *
 * Returns: (transfer full) (element-type TwfProvision): those it is to stand among, without itself
 */
GPtrArray *
twf_draft_place_list_siblings (TwfDraftPlace *self)
{
  GListModel *children = twf_plan_list_children (self->plan, self->section, self->parent);
  GPtrArray *siblings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (TwfProvision) child = g_list_model_get_item (children, i);

      if (child != self->provision)
        g_ptr_array_add (siblings, g_steal_pointer (&child));
    }
  return siblings;
}
