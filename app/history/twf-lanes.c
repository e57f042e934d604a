/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-lanes.h"

/* A lane leads to one revision, and stays where it is until that comes. Where two would lead to the
 * same, the one further in takes the other in, so that the line of first parents stays the first
 * lane, and a graph with many branches is no wider than it must be. */
struct _TwfLanes
{
  GPtrArray *awaited; /* char* (owned): what each lane leads to; NULL: the lane is free */
  GHashTable *lanes;  /* char* (in awaited) -> its lane */
};

/**
 * twf_lanes_new:
 *
 * Returns: (transfer full): lanes before the first row
 */
TwfLanes *
twf_lanes_new (void)
{
  TwfLanes *self = g_new0 (TwfLanes, 1);

  self->awaited = g_ptr_array_new_with_free_func (g_free);
  self->lanes = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * twf_lanes_free:
 * @self: (transfer full) (nullable): lanes
 */
void
twf_lanes_free (TwfLanes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lanes);
  g_ptr_array_unref (self->awaited);
  g_free (self);
}

static guint8
get_bit (guint lane)
{
  return (guint8)(1 << MIN (lane, TWF_LANES - 1));
}

static void
release (TwfLanes *self, guint lane)
{
  g_hash_table_remove (self->lanes, self->awaited->pdata[lane]);
  g_clear_pointer ((char **)&self->awaited->pdata[lane], g_free);
  while (self->awaited->len > 0 && self->awaited->pdata[self->awaited->len - 1] == NULL)
    g_ptr_array_set_size (self->awaited, (int)self->awaited->len - 1);
}

static void
lead (TwfLanes *self, guint lane, const char *id)
{
  while (self->awaited->len <= lane)
    g_ptr_array_add (self->awaited, NULL);
  self->awaited->pdata[lane] = g_strdup (id);
  g_hash_table_insert (self->lanes, self->awaited->pdata[lane], GUINT_TO_POINTER (lane));
}

static guint
find_free (TwfLanes *self)
{
  guint lane = 0;

  while (lane < self->awaited->len && self->awaited->pdata[lane] != NULL)
    lane++;
  return lane;
}

static gboolean
find (TwfLanes *self, const char *id, guint *lane)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->lanes, id, NULL, &found))
    return FALSE;
  *lane = GPOINTER_TO_UINT (found);
  return TRUE;
}

static guint8
list_taken (TwfLanes *self)
{
  guint8 taken = 0;

  for (guint lane = 0; lane < self->awaited->len; lane++)
    if (self->awaited->pdata[lane] != NULL)
      taken |= get_bit (lane);
  return taken;
}

/* A lane further out that leads to the same as @lane is to ends in it. */
static guint8
take_in (TwfLanes *self, guint lane, const char *id)
{
  guint other;

  if (!find (self, id, &other) || other < lane)
    return 0;
  release (self, other);
  return get_bit (other);
}

/* Returns: the lane that leads to a parent, which is @lane where there is none yet */
static guint8
lead_to (TwfLanes *self, guint lane, const char *parent)
{
  guint known;

  if (find (self, parent, &known))
    return get_bit (known);
  lead (self, lane, parent);
  return get_bit (lane);
}

/**
 * twf_lanes_add:
 * @self: lanes
 * @id: the next revision of a list in which each stands above those it was made on
 * @parents: those, the first first
 *
 * Returns: its row
 */
TwfLaneRow
twf_lanes_add (TwfLanes *self, const char *id, const char *const *parents)
{
  TwfLaneRow row = { 0 };
  guint lane;

  if (find (self, id, &lane))
    {
      row.from_above = TRUE;
      release (self, lane);
    }
  else
    lane = find_free (self);
  row.lane = (guint8)MIN (lane, TWF_LANES - 1);
  if (parents[0] != NULL)
    row.joining = take_in (self, lane, parents[0]);
  row.passing = list_taken (self);
  if (parents[0] != NULL)
    row.parents = lead_to (self, lane, parents[0]);
  for (gsize i = 1; parents[0] != NULL && parents[i] != NULL; i++)
    row.parents |= lead_to (self, find_free (self), parents[i]);
  row.n_parents = (guint8)MIN (g_strv_length ((char **)parents), G_MAXUINT8);
  return row;
}

/**
 * twf_lanes_leads_on:
 * @self: lanes
 * @id: a revision
 *
 * Returns: whether the first lane leads to it and there is no other: a list that begins with it
 * goes on below this one as if it were one
 */
gboolean
twf_lanes_leads_on (TwfLanes *self, const char *id)
{
  return self->awaited->len == 1 && g_strcmp0 (self->awaited->pdata[0], id) == 0;
}

/**
 * twf_lane_row_count:
 * @row: a row
 *
 * Returns: how many lanes it needs, 1 to %TWF_LANES
 */
guint
twf_lane_row_count (const TwfLaneRow *row)
{
  guint lanes = row->passing | row->joining | row->parents | 1U << row->lane;

  return g_bit_storage (lanes);
}
