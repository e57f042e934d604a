/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-translation-item.h"

struct _TwfTranslationItem
{
  GObject parent_instance;

  /* Owned. */
  char *id;
  char *from;            /* nullable */
  char *since;           /* nullable */
  TwfRevision *revision; /* nullable: not known, or not yet */

  TwfPart part;
  TwfTranslatedState state;
  guint n_words;
  gboolean counted;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfTranslationItem, twf_translation_item, G_TYPE_OBJECT)

static void
twf_translation_item_finalize (GObject *object)
{
  TwfTranslationItem *self = TWF_TRANSLATION_ITEM (object);

  g_free (self->id);
  g_free (self->from);
  g_free (self->since);
  g_clear_object (&self->revision);
  G_OBJECT_CLASS (twf_translation_item_parent_class)->finalize (object);
}

static void
twf_translation_item_class_init (TwfTranslationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_translation_item_finalize;
  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_TRANSLATION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_translation_item_init (TwfTranslationItem *self)
{
}

/**
 * twf_translation_item_new:
 * @task: what is to be done
 *
 * Returns: (transfer full): it as an item of a list
 */
TwfTranslationItem *
twf_translation_item_new (const TwfTranslationTask *task)
{
  TwfTranslationItem *self = g_object_new (TWF_TYPE_TRANSLATION_ITEM, NULL);

  self->id = g_strdup (task->id);
  self->part = task->part;
  self->state = task->translated->state;
  self->from = g_strdup (task->translated->from);
  self->since = g_strdup (task->translated->since);
  return self;
}

/**
 * twf_translation_item_get_id:
 * @self: an item
 *
 * Returns: id of the provision
 */
const char *
twf_translation_item_get_id (TwfTranslationItem *self)
{
  return self->id;
}

/**
 * twf_translation_item_get_part:
 * @self: an item
 *
 * Returns: which text of the provision
 */
TwfPart
twf_translation_item_get_part (TwfTranslationItem *self)
{
  return self->part;
}

/**
 * twf_translation_item_get_state:
 * @self: an item
 *
 * Returns: why it is to be done
 */
TwfTranslatedState
twf_translation_item_get_state (TwfTranslationItem *self)
{
  return self->state;
}

/**
 * twf_translation_item_get_from:
 * @self: an item
 *
 * Returns: (nullable): the language of its source
 */
const char *
twf_translation_item_get_from (TwfTranslationItem *self)
{
  return self->from;
}

/**
 * twf_translation_item_get_since:
 * @self: an item
 *
 * Returns: (nullable): the source wording that was translated
 */
const char *
twf_translation_item_get_since (TwfTranslationItem *self)
{
  return self->since;
}

/**
 * twf_translation_item_get_n_words:
 * @self: an item
 * @n_words: (out): how many words of the source changed, where that is known
 *
 * Returns: whether it is known
 */
gboolean
twf_translation_item_get_n_words (TwfTranslationItem *self, guint *n_words)
{
  *n_words = self->n_words;
  return self->counted;
}

/**
 * twf_translation_item_set_n_words:
 * @self: an item
 * @n_words: how many words of the source changed
 */
void
twf_translation_item_set_n_words (TwfTranslationItem *self, guint n_words)
{
  self->n_words = n_words;
  self->counted = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * twf_translation_item_get_revision:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the revision that changed the source last; %NULL: not known
 */
TwfRevision *
twf_translation_item_get_revision (TwfTranslationItem *self)
{
  return self->revision;
}

/**
 * twf_translation_item_set_revision:
 * @self: an item
 * @revision: the revision that changed the source last
 */
void
twf_translation_item_set_revision (TwfTranslationItem *self, TwfRevision *revision)
{
  if (g_set_object (&self->revision, revision))
    g_signal_emit (self, signals[CHANGED], 0);
}
