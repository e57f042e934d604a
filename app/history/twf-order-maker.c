/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-order-private.h"

#include <string.h>

struct _TwfOrderMaker
{
  GArray *ids;     /* of git_oid */
  GArray *starts;  /* of guint: where each one's parents begin; one more than there are ids */
  GArray *parents; /* of git_oid */
};

/*
 * twf_order_maker_new:
 *
 * Returns: (transfer full): an order of nothing
 */
TwfOrderMaker *
twf_order_maker_new (void)
{
  TwfOrderMaker *self = g_new0 (TwfOrderMaker, 1);
  const guint none = 0;

  self->ids = g_array_new (FALSE, FALSE, sizeof (git_oid));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->parents = g_array_new (FALSE, FALSE, sizeof (git_oid));
  g_array_append_val (self->starts, none);
  return self;
}

/*
 * twf_order_maker_free:
 * @self: (transfer full) (nullable): an order that was being made
 */
void
twf_order_maker_free (TwfOrderMaker *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ids);
  g_array_unref (self->starts);
  g_array_unref (self->parents);
  g_free (self);
}

/*
 * twf_order_maker_add:
 * @self: an order that is being made
 * @id: the next commit, which none before it was made on
 * @parents: (element-type git_oid): its parents
 */
void
twf_order_maker_add (TwfOrderMaker *self, const git_oid *id, GArray *parents)
{
  guint end = self->parents->len + parents->len;

  g_array_append_vals (self->ids, id, 1);
  if (parents->len > 0)
    g_array_append_vals (self->parents, parents->data, parents->len);
  g_array_append_val (self->starts, end);
}

/*
 * twf_order_maker_get_length:
 * @self: an order that is being made
 *
 * Returns: how many commits were added
 */
guint
twf_order_maker_get_length (TwfOrderMaker *self)
{
  return self->ids->len;
}

static void
put_u32 (GByteArray *out, guint32 value)
{
  value = GUINT32_TO_LE (value);
  g_byte_array_append (out, (const guint8 *)&value, sizeof value);
}

/* A commit on its way to a file. */
typedef struct
{
  git_oid id;
  guint place;
} Placed;

static int
compare_ids (gconstpointer one, gconstpointer other)
{
  return memcmp (&((const Placed *)one)->id, &((const Placed *)other)->id, sizeof (git_oid));
}

static GArray *
list_placed (TwfOrderMaker *self, TwfOrder *rest, GByteArray *out)
{
  guint n_rest = rest != NULL ? twf_order_get_length (rest) : 0;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < self->ids->len + n_rest; i++)
    {
      Placed placed = { .place = i };

      placed.id = i < self->ids->len ? g_array_index (self->ids, git_oid, i)
                                     : twf_order_get_id (rest, i - self->ids->len);
      g_array_append_val (all, placed);
      g_byte_array_append (out, placed.id.id, GIT_OID_RAWSZ);
    }
  g_array_sort (all, compare_ids);
  return all;
}

static gboolean
find_place (GArray *placed, const git_oid *id, guint *place)
{
  const Placed wanted = { .id = *id };
  guint found;

  if (!g_array_binary_search (placed, &wanted, compare_ids, &found))
    return FALSE;
  *place = g_array_index (placed, Placed, found).place;
  return TRUE;
}

/* FALSE: a parent is neither here nor in the rest, or does not stand behind. */
static gboolean
write_parents (TwfOrderMaker *self, TwfOrder *rest, GArray *placed, GByteArray *out, guint *n)
{
  guint n_own = self->ids->len;
  guint n_rest = rest != NULL ? twf_order_get_length (rest) : 0;
  g_autoptr (GByteArray) parents = g_byte_array_new ();

  *n = 0;
  for (guint i = 0; i < n_own; i++)
    {
      put_u32 (out, *n);
      for (guint j = g_array_index (self->starts, guint, i);
           j < g_array_index (self->starts, guint, i + 1);
           j++, *n += 1)
        {
          guint place;

          if (!find_place (placed, &g_array_index (self->parents, git_oid, j), &place)
              || place <= i)
            return FALSE;
          put_u32 (parents, place);
        }
    }
  for (guint i = 0; i < n_rest; i++)
    {
      put_u32 (out, *n);
      for (guint j = 0; j < twf_order_get_n_parents (rest, i); j++, *n += 1)
        put_u32 (parents, n_own + twf_order_get_parent (rest, i, j));
    }
  put_u32 (out, *n);
  g_byte_array_append (out, parents->data, parents->len);
  return TRUE;
}

/*
 * twf_order_maker_store:
 * @self: an order that is being made
 * @rest: (nullable): an order that has everything the added commits stand on and that was not added
 * @repository: where
 *
 * Writes down the added commits with @rest behind them, if it can be.
 */
void
twf_order_maker_store (TwfOrderMaker *self, TwfOrder *rest, TwfRepository *repository)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autoptr (GArray) placed = list_placed (self, rest, body);
  guint n_parents;

  if (!write_parents (self, rest, placed, body, &n_parents))
    return;
  for (guint i = 0; i < placed->len; i++)
    put_u32 (body, g_array_index (placed, Placed, i).place);
  twf_order_store (repository, placed->len, n_parents, body);
}
