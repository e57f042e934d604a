/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-reading-item.h"

struct _TwfReadingItem
{
  GObject parent_instance;

  TwfProvision *provision; /* owned; nullable */
  int section;             /* -1: it is no head of a section */
  int n_brackets;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfReadingItem, twf_reading_item, G_TYPE_OBJECT)

static void
twf_reading_item_dispose (GObject *object)
{
  g_clear_object (&TWF_READING_ITEM (object)->provision);
  G_OBJECT_CLASS (twf_reading_item_parent_class)->dispose (object);
}

static void
twf_reading_item_class_init (TwfReadingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_reading_item_dispose;
  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_READING_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_reading_item_init (TwfReadingItem *self)
{
  self->section = -1;
  self->n_brackets = -1;
}

/**
 * twf_reading_item_new_title:
 *
 * Returns: (transfer full): the line of the plan's title
 */
TwfReadingItem *
twf_reading_item_new_title (void)
{
  return g_object_new (TWF_TYPE_READING_ITEM, NULL);
}

/**
 * twf_reading_item_new_section:
 * @section: a section
 *
 * Returns: (transfer full): the line that is its head
 */
TwfReadingItem *
twf_reading_item_new_section (TwfSection section)
{
  TwfReadingItem *self = g_object_new (TWF_TYPE_READING_ITEM, NULL);

  self->section = (int)section;
  self->n_brackets = 0;
  return self;
}

/**
 * twf_reading_item_new:
 * @provision: a provision
 *
 * Returns: (transfer full): its line
 */
TwfReadingItem *
twf_reading_item_new (TwfProvision *provision)
{
  TwfReadingItem *self = g_object_new (TWF_TYPE_READING_ITEM, NULL);

  self->provision = g_object_ref (provision);
  return self;
}

/**
 * twf_reading_item_is_section:
 * @self: a line
 * @section: (out) (optional): the section
 *
 * Returns: whether it is the head of one
 */
gboolean
twf_reading_item_is_section (TwfReadingItem *self, TwfSection *section)
{
  g_return_val_if_fail (TWF_IS_READING_ITEM (self), FALSE);

  if (self->section >= 0 && section != NULL)
    *section = (TwfSection)self->section;
  return self->section >= 0;
}

/**
 * twf_reading_item_get_provision:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the provision whose line it is
 */
TwfProvision *
twf_reading_item_get_provision (TwfReadingItem *self)
{
  g_return_val_if_fail (TWF_IS_READING_ITEM (self), NULL);
  return self->provision;
}

/**
 * twf_reading_item_is_same:
 * @self: a line
 * @other: another, which may be of a list that was made before
 *
 * Returns: whether both are the title, the head of one section, or of one provision
 */
gboolean
twf_reading_item_is_same (TwfReadingItem *self, TwfReadingItem *other)
{
  TwfSection section, its;
  gboolean is_section = twf_reading_item_is_section (self, &section);

  if (is_section != twf_reading_item_is_section (other, &its))
    return FALSE;
  return is_section
             ? section == its
             : g_strcmp0 (twf_reading_item_get_id (self), twf_reading_item_get_id (other)) == 0;
}

/**
 * twf_reading_item_get_id:
 * @self: a line
 *
 * Returns: (nullable): the id of its provision
 */
const char *
twf_reading_item_get_id (TwfReadingItem *self)
{
  g_return_val_if_fail (TWF_IS_READING_ITEM (self), NULL);
  return self->provision != NULL ? twf_provision_get_id (self->provision) : NULL;
}

/**
 * twf_reading_item_get_n_brackets:
 * @self: a line
 *
 * Returns: how many brackets it has; -1: nobody has counted them
 */
int
twf_reading_item_get_n_brackets (TwfReadingItem *self)
{
  g_return_val_if_fail (TWF_IS_READING_ITEM (self), 0);
  return self->n_brackets;
}

/**
 * twf_reading_item_set_n_brackets:
 * @self: a line
 * @n: how many brackets it has; -1: they are to be counted again
 */
void
twf_reading_item_set_n_brackets (TwfReadingItem *self, int n)
{
  g_return_if_fail (TWF_IS_READING_ITEM (self));

  self->n_brackets = n;
}

/**
 * twf_reading_item_change:
 * @self: a line that shows something else now
 */
void
twf_reading_item_change (TwfReadingItem *self)
{
  g_return_if_fail (TWF_IS_READING_ITEM (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
