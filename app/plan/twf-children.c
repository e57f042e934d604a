/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-plan"

#include "config.h"

#include "twf-children.h"

#include <string.h>

struct _TwfChildren
{
  GObject parent_instance;

  GPtrArray *items; /* of TwfProvision (owned), by rank, then by id */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TwfChildren,
                               twf_children,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static int
compare_items (gconstpointer one, gconstpointer other)
{
  return twf_children_compare (*(TwfProvision *const *)one, *(TwfProvision *const *)other);
}

/* Where @provision stands, or would. */
static guint
find_place (TwfChildren *self, TwfProvision *provision)
{
  guint low = 0;
  guint high = self->items->len;

  /* Most things come in order: one look at the end spares the search. */
  if (high > 0 && twf_children_compare (g_ptr_array_index (self->items, high - 1), provision) < 0)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (twf_children_compare (g_ptr_array_index (self->items, middle), provision) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static GType
twf_children_get_item_type (GListModel *list)
{
  return TWF_TYPE_PROVISION;
}

static guint
twf_children_get_n_items (GListModel *list)
{
  return TWF_CHILDREN (list)->items->len;
}

static gpointer
twf_children_get_item (GListModel *list, guint position)
{
  TwfProvision *provision = twf_children_get (TWF_CHILDREN (list), position);

  return provision != NULL ? g_object_ref (provision) : NULL;
}

static void
twf_children_finalize (GObject *object)
{
  g_ptr_array_unref (TWF_CHILDREN (object)->items);
  G_OBJECT_CLASS (twf_children_parent_class)->finalize (object);
}

static void
twf_children_class_init (TwfChildrenClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_children_finalize;
}

static void
twf_children_init (TwfChildren *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = twf_children_get_item_type;
  iface->get_n_items = twf_children_get_n_items;
  iface->get_item = twf_children_get_item;
}

/**
 * twf_children_compare:
 * @one: a provision
 * @other: another
 *
 * The order of provisions that stand under the same one: by rank, then by id, so that two with the
 * same rank have the same order for everybody.
 *
 * Returns: less than, equal to or greater than 0
 */
int
twf_children_compare (TwfProvision *one, TwfProvision *other)
{
  int order = strcmp (twf_provision_get_rank (one), twf_provision_get_rank (other));

  if (order != 0)
    return order;
  return strcmp (twf_provision_get_id (one), twf_provision_get_id (other));
}

/**
 * twf_children_new:
 *
 * Returns: (transfer full): an empty list
 */
TwfChildren *
twf_children_new (void)
{
  return g_object_new (TWF_TYPE_CHILDREN, NULL);
}

/**
 * twf_children_get_length:
 * @self: a list
 *
 * Returns: how many provisions are in it
 */
guint
twf_children_get_length (TwfChildren *self)
{
  return self->items->len;
}

/**
 * twf_children_get:
 * @self: a list
 * @position: from 0
 *
 * Returns: (nullable) (transfer none): what stands there; %NULL beyond the end
 */
TwfProvision *
twf_children_get (TwfChildren *self, guint position)
{
  return position < self->items->len ? g_ptr_array_index (self->items, position) : NULL;
}

/**
 * twf_children_find:
 * @self: a list
 * @provision: a provision whose place is still that by which it was put in
 * @position: (out): where it stands
 *
 * Returns: whether it is in the list
 */
gboolean
twf_children_find (TwfChildren *self, TwfProvision *provision, guint *position)
{
  *position = find_place (self, provision);
  return twf_children_get (self, *position) == provision;
}

/**
 * twf_children_insert:
 * @self: a list
 * @provision: what is put in, at the place its rank says
 */
void
twf_children_insert (TwfChildren *self, TwfProvision *provision)
{
  guint position = find_place (self, provision);

  g_ptr_array_insert (self->items, position, g_object_ref (provision));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/**
 * twf_children_remove:
 * @self: a list
 * @provision: what is taken out; its place must still be that by which it was put in
 */
void
twf_children_remove (TwfChildren *self, TwfProvision *provision)
{
  guint position;

  if (!twf_children_find (self, provision, &position))
    g_return_if_reached ();
  g_ptr_array_remove_index (self->items, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

/**
 * twf_children_replace:
 * @self: a list
 * @provisions: (nullable): of TwfProvision: all that is to be in it, in any order; it is sorted;
 *   %NULL: nothing
 *
 * Says only that changed which lies between what is the same at both ends.
 */
void
twf_children_replace (TwfChildren *self, GPtrArray *provisions)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  guint length = provisions != NULL ? provisions->len : 0;
  guint same = 0;
  guint tail = 0;

  self->items = g_ptr_array_new_full (length, g_object_unref);
  for (guint i = 0; i < length; i++)
    g_ptr_array_add (self->items, g_object_ref (g_ptr_array_index (provisions, i)));
  if (length > 1)
    g_ptr_array_sort (self->items, compare_items);

  while (same < old->len && same < length
         && g_ptr_array_index (old, same) == g_ptr_array_index (self->items, same))
    same++;
  while (tail < old->len - same && tail < length - same
         && g_ptr_array_index (old, old->len - 1 - tail)
                == g_ptr_array_index (self->items, length - 1 - tail))
    tail++;
  if (old->len != length || same + tail < length)
    g_list_model_items_changed (
        G_LIST_MODEL (self), same, old->len - same - tail, length - same - tail);
}
