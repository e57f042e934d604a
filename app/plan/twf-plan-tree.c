/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-plan-private.h"

#include <string.h>

/* While parents are looked for, depth says how far a provision's way to the top is walked. */
enum
{
  WAY_UNKNOWN,
  WAY_OPEN,
  WAY_KNOWN
};

static TwfProvision *
find_parent (TwfPlan *self, TwfProvision *provision)
{
  const char *id = twf_provision_get_parent (provision);
  TwfProvision *parent = id != NULL ? g_hash_table_lookup (self->provisions, id) : NULL;

  if (parent == NULL || twf_provision_get_section (parent) != twf_provision_get_section (provision))
    return NULL;
  return parent;
}

/* Of provisions that stand under each other the one with the least id goes to the top: the same for
 * everybody, whatever order they were read in. */
static void
break_cycle (TwfProvision *start)
{
  TwfProvision *least = start;

  for (TwfProvision *at = twf_provision_get_node (start)->above; at != start;
       at = twf_provision_get_node (at)->above)
    if (strcmp (twf_provision_get_id (at), twf_provision_get_id (least)) < 0)
      least = at;
  twf_provision_get_node (least)->above = NULL;
}

static void
walk_to_top (TwfProvision *provision)
{
  TwfProvision *at = provision;
  TwfProvision *ring = NULL;

  while (at != NULL && twf_provision_get_node (at)->depth == WAY_UNKNOWN)
    {
      twf_provision_get_node (at)->depth = WAY_OPEN;
      at = twf_provision_get_node (at)->above;
    }
  if (at != NULL && twf_provision_get_node (at)->depth == WAY_OPEN)
    ring = at;
  /* Before the ring is opened: behind its opening the way is not walked again. */
  for (at = provision; at != NULL && twf_provision_get_node (at)->depth == WAY_OPEN;
       at = twf_provision_get_node (at)->above)
    twf_provision_get_node (at)->depth = WAY_KNOWN;
  if (ring != NULL)
    break_cycle (ring);
}

static void
find_parents (TwfPlan *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->provisions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfNode *node = twf_provision_get_node (value);

      node->above = find_parent (self, value);
      node->depth = WAY_UNKNOWN;
    }
  g_hash_table_iter_init (&iter, self->provisions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    walk_to_top (value);

  self->n_misplaced = 0;
  g_hash_table_iter_init (&iter, self->provisions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (twf_provision_get_node (value)->above == NULL && twf_provision_get_parent (value) != NULL)
      self->n_misplaced++;
}

static void
collect (GHashTable *wanted, TwfChildren *list, TwfProvision *provision)
{
  GPtrArray *provisions = g_hash_table_lookup (wanted, list);

  if (provisions == NULL)
    {
      provisions = g_ptr_array_new ();
      g_hash_table_insert (wanted, g_object_ref (list), provisions);
    }
  if (provision != NULL)
    g_ptr_array_add (provisions, provision);
}

/**
 * twf_plan_ensure_listed:
 * @self: a plan
 *
 * Brings the lists of the tree up to date.
 */
void
twf_plan_ensure_listed (TwfPlan *self)
{
  g_autoptr (GHashTable) wanted = NULL; /* TwfChildren* -> GPtrArray* of TwfProvision* */
  GHashTableIter iter;
  gpointer key, value;

  if (self->is_listed)
    return;

  self->is_listed = TRUE;
  wanted = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify)g_ptr_array_unref);
  find_parents (self);
  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    collect (wanted, self->tops[i], NULL);
  g_hash_table_iter_init (&iter, self->provisions);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      TwfNode *node = twf_provision_get_node (value);

      if (node->children != NULL)
        collect (wanted, node->children, NULL);
      collect (wanted, twf_plan_get_list (self, value), value);
    }
  for (guint i = 0; i < TWF_N_SECTIONS; i++)
    self->is_numbered[i] = FALSE;

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &key, &value))
    twf_children_replace (key, value);
}

/**
 * twf_plan_get_list:
 * @self: a plan
 * @provision: a provision of it
 *
 * Returns: (transfer none): the list that @provision stands in, or is to stand in
 */
TwfChildren *
twf_plan_get_list (TwfPlan *self, TwfProvision *provision)
{
  TwfProvision *above = twf_provision_get_node (provision)->above;
  TwfNode *node;

  if (above == NULL)
    return self->tops[twf_provision_get_section (provision)];
  node = twf_provision_get_node (above);
  if (node->children == NULL)
    node->children = twf_children_new ();
  return node->children;
}

/**
 * twf_plan_get_children:
 * @self: a plan
 * @section: a section
 * @parent: (nullable): id of a provision of it; %NULL: the top
 *
 * Returns: (transfer none): what is listed there
 */
TwfChildren *
twf_plan_get_children (TwfPlan *self, TwfSection section, const char *parent)
{
  TwfProvision *above;
  TwfNode *node;

  twf_plan_ensure_listed (self);
  if (parent == NULL)
    return self->tops[section];
  above = g_hash_table_lookup (self->provisions, parent);
  if (above == NULL || twf_provision_get_section (above) != section)
    return self->nothing;
  node = twf_provision_get_node (above);
  if (node->children == NULL)
    node->children = twf_children_new ();
  return node->children;
}

/**
 * twf_plan_parent_holds:
 * @self: a plan
 * @id: a provision, in the plan or about to be
 * @section: where it is to stand
 * @parent: (nullable): under what it is to stand
 *
 * Returns: whether @parent is a provision of @section that does not itself stand under @id
 */
gboolean
twf_plan_parent_holds (TwfPlan *self, const char *id, TwfSection section, const char *parent)
{
  TwfProvision *at;
  guint steps = 0;

  if (parent == NULL)
    return TRUE;
  at = g_hash_table_lookup (self->provisions, parent);
  if (at == NULL || twf_provision_get_section (at) != section)
    return FALSE;
  /* A plan that was read may have cycles elsewhere: no way is longer than there are provisions. */
  for (; at != NULL && steps <= g_hash_table_size (self->provisions); steps++)
    {
      if (g_str_equal (twf_provision_get_id (at), id))
        return FALSE;
      at = find_parent (self, at);
    }
  return TRUE;
}

/**
 * twf_plan_list:
 * @self: a plan
 * @provision: a provision that was just put into it, or has a new place
 *
 * Puts @provision into its list.
 */
void
twf_plan_list (TwfPlan *self, TwfProvision *provision)
{
  TwfSection section = twf_provision_get_section (provision);

  twf_plan_forget_numbers (self, section);
  if (!self->is_listed)
    return;
  if (self->n_misplaced > 0
      || !twf_plan_parent_holds (
          self, twf_provision_get_id (provision), section, twf_provision_get_parent (provision)))
    {
      self->is_listed = FALSE;
      twf_plan_ensure_listed (self);
      return;
    }
  twf_provision_get_node (provision)->above = find_parent (self, provision);
  twf_children_insert (twf_plan_get_list (self, provision), provision);
}

/**
 * twf_plan_unlist:
 * @self: a plan
 * @provision: a provision that is about to go or to have a new place
 *
 * Takes @provision out of its list.
 */
void
twf_plan_unlist (TwfPlan *self, TwfProvision *provision)
{
  twf_plan_forget_numbers (self, twf_provision_get_section (provision));
  if (!self->is_listed)
    return;
  twf_children_remove (twf_plan_get_list (self, provision), provision);
  twf_provision_get_node (provision)->above = NULL;
}

/**
 * twf_plan_forget_numbers:
 * @self: a plan
 * @section: a section whose order or headings changed
 *
 * Has the numbers of @section be counted anew when they are next asked for.
 */
void
twf_plan_forget_numbers (TwfPlan *self, TwfSection section)
{
  self->is_numbered[section] = FALSE;
}
