/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-item.h"

struct _TwfCompareItem
{
  GObject parent_instance;

  guint first;
  guint n_folded;
  int heading;
};

G_DEFINE_FINAL_TYPE (TwfCompareItem, twf_compare_item, G_TYPE_OBJECT)

static void
twf_compare_item_class_init (TwfCompareItemClass *klass)
{
}

static void
twf_compare_item_init (TwfCompareItem *self)
{
  self->heading = -1;
}

/**
 * twf_compare_item_new:
 * @first: number of a row
 * @n_folded: how many are folded from there; 0: none, the one row is shown
 *
 * Returns: (transfer full): a line of the list
 */
TwfCompareItem *
twf_compare_item_new (guint first, guint n_folded)
{
  TwfCompareItem *self = g_object_new (TWF_TYPE_COMPARE_ITEM, NULL);

  self->first = first;
  self->n_folded = n_folded;
  return self;
}

/**
 * twf_compare_item_get_first:
 * @self: a line of the list
 *
 * Returns: number of its row, or of its first one
 */
guint
twf_compare_item_get_first (TwfCompareItem *self)
{
  g_return_val_if_fail (TWF_IS_COMPARE_ITEM (self), 0);
  return self->first;
}

/**
 * twf_compare_item_get_n_folded:
 * @self: a line of the list
 *
 * Returns: how many rows it folds; 0: it shows one
 */
guint
twf_compare_item_get_n_folded (TwfCompareItem *self)
{
  g_return_val_if_fail (TWF_IS_COMPARE_ITEM (self), 0);
  return self->n_folded;
}

/**
 * twf_compare_item_new_heading:
 * @group: of the rows that follow
 *
 * Returns: (transfer full): a line of the list
 */
TwfCompareItem *
twf_compare_item_new_heading (int group)
{
  TwfCompareItem *self = g_object_new (TWF_TYPE_COMPARE_ITEM, NULL);

  self->heading = group;
  return self;
}

/**
 * twf_compare_item_get_heading:
 * @self: a line of the list
 *
 * Returns: the group it stands above; -1: it is no heading
 */
int
twf_compare_item_get_heading (TwfCompareItem *self)
{
  g_return_val_if_fail (TWF_IS_COMPARE_ITEM (self), -1);
  return self->heading;
}
