/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-revision-item.h"

struct _TwfRevisionItem
{
  GObject parent_instance;

  char *id;
  TwfRevision *revision; /* nullable */
  TwfTally *tally;       /* nullable */
  TwfLaneRow lanes;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfRevisionItem, twf_revision_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_REVISION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
twf_revision_item_finalize (GObject *object)
{
  TwfRevisionItem *self = TWF_REVISION_ITEM (object);

  g_free (self->id);
  g_clear_object (&self->revision);
  g_free (self->tally);
  G_OBJECT_CLASS (twf_revision_item_parent_class)->finalize (object);
}

static void
twf_revision_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_REVISION:
      g_value_set_object (value, TWF_REVISION_ITEM (object)->revision);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twf_revision_item_class_init (TwfRevisionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = twf_revision_item_finalize;
  object_class->get_property = twf_revision_item_get_property;

  properties[PROP_REVISION] = g_param_spec_object (
      "revision", NULL, NULL, TWF_TYPE_REVISION, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /**
   * TwfRevisionItem::changed:
   *
   * What it changed was counted, or its place in the graph is another.
   */
  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_REVISION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_revision_item_init (TwfRevisionItem *self)
{
}

/**
 * twf_revision_item_new:
 * @id: full id of a revision
 *
 * Returns: (transfer full): an item of which nothing more is known yet
 */
TwfRevisionItem *
twf_revision_item_new (const char *id)
{
  TwfRevisionItem *self = g_object_new (TWF_TYPE_REVISION_ITEM, NULL);

  self->id = g_strdup (id);
  return self;
}

/**
 * twf_revision_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the revision's full id
 */
const char *
twf_revision_item_get_id (TwfRevisionItem *self)
{
  g_return_val_if_fail (TWF_IS_REVISION_ITEM (self), NULL);

  return self->id;
}

/**
 * twf_revision_item_get_revision:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the revision; %NULL: it was not read yet
 */
TwfRevision *
twf_revision_item_get_revision (TwfRevisionItem *self)
{
  g_return_val_if_fail (TWF_IS_REVISION_ITEM (self), NULL);

  return self->revision;
}

/**
 * twf_revision_item_set_revision:
 * @self: an item
 * @revision: what was read
 */
void
twf_revision_item_set_revision (TwfRevisionItem *self, TwfRevision *revision)
{
  g_return_if_fail (TWF_IS_REVISION_ITEM (self));

  if (g_set_object (&self->revision, revision))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

/**
 * twf_revision_item_get_tally:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): how much it changed; %NULL: that was not counted yet
 */
const TwfTally *
twf_revision_item_get_tally (TwfRevisionItem *self)
{
  g_return_val_if_fail (TWF_IS_REVISION_ITEM (self), NULL);

  return self->tally;
}

/**
 * twf_revision_item_set_tally:
 * @self: an item
 * @tally: how much it changed
 */
void
twf_revision_item_set_tally (TwfRevisionItem *self, const TwfTally *tally)
{
  g_return_if_fail (TWF_IS_REVISION_ITEM (self) && tally != NULL);

  g_free (self->tally);
  self->tally = g_memdup2 (tally, sizeof *tally);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * twf_revision_item_get_lanes:
 * @self: an item
 *
 * Returns: (transfer none): its row of the graph, where the list has one
 */
const TwfLaneRow *
twf_revision_item_get_lanes (TwfRevisionItem *self)
{
  g_return_val_if_fail (TWF_IS_REVISION_ITEM (self), NULL);

  return &self->lanes;
}

/**
 * twf_revision_item_set_lanes:
 * @self: an item
 * @lanes: its row of the graph
 */
void
twf_revision_item_set_lanes (TwfRevisionItem *self, const TwfLaneRow *lanes)
{
  g_return_if_fail (TWF_IS_REVISION_ITEM (self) && lanes != NULL);

  self->lanes = *lanes;
  g_signal_emit (self, signals[CHANGED], 0);
}
