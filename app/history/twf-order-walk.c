/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-order-private.h"

struct _TwfOrderWalk
{
  guint8 *seen; /* a bit for each place: it was come to */
  GArray *heap; /* of guint: places; each is not greater than the two below it */
};

/*
 * twf_order_walk_new:
 * @order: (nullable): an order; NULL: nothing is ever come to
 *
 * Returns: (transfer full): a walk that has come to nothing yet
 */
TwfOrderWalk *
twf_order_walk_new (TwfOrder *order)
{
  TwfOrderWalk *self = g_new0 (TwfOrderWalk, 1);

  if (order != NULL)
    self->seen = g_malloc0 (twf_order_get_length (order) / 8 + 1);
  self->heap = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/*
 * twf_order_walk_free:
 * @self: (transfer full): a walk
 */
void
twf_order_walk_free (TwfOrderWalk *self)
{
  g_free (self->seen);
  g_array_unref (self->heap);
  g_free (self);
}

static guint *
get_at (TwfOrderWalk *self, guint index)
{
  return &g_array_index (self->heap, guint, index);
}

/*
 * twf_order_walk_come_to:
 * @self: a walk
 * @place: a place in its order, behind all that were taken
 *
 * It comes once, however often it is come to.
 */
void
twf_order_walk_come_to (TwfOrderWalk *self, guint place)
{
  guint at = self->heap->len;

  if (self->seen[place / 8] >> place % 8 & 1)
    return;
  self->seen[place / 8] |= (guint8)(1 << place % 8);
  g_array_append_val (self->heap, place);
  for (guint above; at > 0 && *get_at (self, above = (at - 1) / 2) > place; at = above)
    *get_at (self, at) = *get_at (self, above);
  *get_at (self, at) = place;
}

/*
 * twf_order_walk_is_empty:
 * @self: a walk
 *
 * Returns: whether there is nothing to take
 */
gboolean
twf_order_walk_is_empty (TwfOrderWalk *self)
{
  return self->heap->len == 0;
}

/*
 * twf_order_walk_next:
 * @self: a walk
 * @place: (out): the least place that was come to and not taken
 *
 * Returns: FALSE if there is none
 */
gboolean
twf_order_walk_next (TwfOrderWalk *self, guint *place)
{
  guint at = 0, below, last;

  if (self->heap->len == 0)
    return FALSE;
  *place = *get_at (self, 0);
  last = *get_at (self, self->heap->len - 1);
  g_array_set_size (self->heap, self->heap->len - 1);
  while ((below = 2 * at + 1) < self->heap->len)
    {
      if (below + 1 < self->heap->len && *get_at (self, below + 1) < *get_at (self, below))
        below++;
      if (*get_at (self, below) >= last)
        break;
      *get_at (self, at) = *get_at (self, below);
      at = below;
    }
  if (self->heap->len > 0)
    *get_at (self, at) = last;
  return TRUE;
}
