/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-revision-reader.h"

struct _TwfRevisionReader
{
  GObject parent_instance;

  /* Owned. */
  TwfDesk *desk;
  GHashTable *items;         /* char* (in the item) -> TwfRevisionItem* (not owned): those in use */
  GPtrArray *fresh;          /* TwfRevisionItem* (owned): asked for since @reading */
  GPtrArray *uncounted;      /* TwfRevisionItem* (owned): the next one last */
  TwfRevisionItem *counting; /* of which it is under way; nullable */
  GCancellable *cancellable;

  guint reading; /* source that asks for what is fresh; 0: none */
};

G_DEFINE_FINAL_TYPE (TwfRevisionReader, twf_revision_reader, G_TYPE_OBJECT)

enum
{
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void count_next (TwfRevisionReader *self);

static void
item_gone_cb (gpointer user_data, GObject *item)
{
  TwfRevisionReader *self = user_data;
  GHashTableIter each;
  gpointer value;

  g_hash_table_iter_init (&each, self->items);
  while (g_hash_table_iter_next (&each, NULL, &value))
    if (value == (gpointer)item)
      g_hash_table_iter_remove (&each);
}

/* Those that nothing else holds scrolled by. */
static gboolean
is_looked_at (TwfRevisionItem *item)
{
  return G_OBJECT (item)->ref_count > 1;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfRevisionReader) self = user_data;
  g_autoptr (TwfRevisionItem) item = g_steal_pointer (&self->counting);
  g_autoptr (GError) error = NULL;
  TwfTally tally;

  /* What cannot be counted is said where the revision itself is looked at. */
  if (twf_desk_tally_finish (TWF_DESK (source), result, &tally, &error))
    twf_revision_item_set_tally (item, &tally);
  else
    g_debug ("%s: %s", twf_revision_item_get_id (item), error->message);
  count_next (self);
}

/* One at a time: whatever else the worker has to do comes in between. */
static void
count_next (TwfRevisionReader *self)
{
  while (self->counting == NULL && self->uncounted->len > 0)
    {
      g_autoptr (TwfRevisionItem) item
          = g_ptr_array_steal_index (self->uncounted, self->uncounted->len - 1);

      if (!is_looked_at (item))
        continue;
      self->counting = g_steal_pointer (&item);
      twf_desk_tally_async (self->desk,
                            twf_revision_item_get_id (self->counting),
                            self->cancellable,
                            counted_cb,
                            g_object_ref (self));
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfRevisionReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions
      = twf_desk_read_revisions_finish (TWF_DESK (source), result, &error);

  if (revisions == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[PROBLEM], 0, error);
      return;
    }
  for (guint i = 0; i < revisions->len; i++)
    {
      TwfRevision *revision = revisions->pdata[i];
      TwfRevisionItem *item = g_hash_table_lookup (self->items, twf_revision_get_id (revision));

      if (item != NULL)
        twf_revision_item_set_revision (item, revision);
    }
}

/* Rows come into sight many at a time: they are asked for together. */
static gboolean
look_cb (gpointer user_data)
{
  TwfRevisionReader *self = user_data;
  g_autoptr (GPtrArray) fresh = g_steal_pointer (&self->fresh);
  g_autoptr (GPtrArray) ids = g_ptr_array_new (); /* char* (borrowed) */

  self->reading = 0;
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < fresh->len; i++)
    if (is_looked_at (fresh->pdata[i]) && twf_revision_item_get_revision (fresh->pdata[i]) == NULL)
      g_ptr_array_add (ids, (char *)twf_revision_item_get_id (fresh->pdata[i]));
  g_ptr_array_add (ids, NULL);
  if (ids->len > 1)
    twf_desk_read_revisions_async (self->desk,
                                   (const char *const *)ids->pdata,
                                   self->cancellable,
                                   read_cb,
                                   g_object_ref (self));
  /* These before those that were asked for earlier, and of these the first first. */
  for (guint i = fresh->len; i > 0; i--)
    g_ptr_array_add (self->uncounted, g_object_ref (fresh->pdata[i - 1]));
  count_next (self);
  return G_SOURCE_REMOVE;
}

static void
twf_revision_reader_dispose (GObject *object)
{
  TwfRevisionReader *self = TWF_REVISION_READER (object);
  GHashTableIter each;
  gpointer item;

  twf_revision_reader_stop (self);
  g_hash_table_iter_init (&each, self->items);
  while (g_hash_table_iter_next (&each, NULL, &item))
    g_object_weak_unref (item, item_gone_cb, self);
  g_hash_table_remove_all (self->items);
  g_clear_object (&self->counting);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (twf_revision_reader_parent_class)->dispose (object);
}

static void
twf_revision_reader_finalize (GObject *object)
{
  TwfRevisionReader *self = TWF_REVISION_READER (object);

  g_hash_table_unref (self->items);
  g_ptr_array_unref (self->fresh);
  g_ptr_array_unref (self->uncounted);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (twf_revision_reader_parent_class)->finalize (object);
}

static void
twf_revision_reader_class_init (TwfRevisionReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = twf_revision_reader_dispose;
  object_class->finalize = twf_revision_reader_finalize;
  /**
   * TwfRevisionReader::problem:
   * @error: (type GError): why revisions could not be read
   */
  signals[PROBLEM] = g_signal_new ("problem",
                                   TWF_TYPE_REVISION_READER,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_ERROR);
}

static void
twf_revision_reader_init (TwfRevisionReader *self)
{
  self->items = g_hash_table_new (g_str_hash, g_str_equal);
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  self->uncounted = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * twf_revision_reader_new:
 * @desk: an open plan
 *
 * Returns: (transfer full): a reader of its revisions
 */
TwfRevisionReader *
twf_revision_reader_new (TwfDesk *desk)
{
  TwfRevisionReader *self;

  g_return_val_if_fail (TWF_IS_DESK (desk), NULL);

  self = g_object_new (TWF_TYPE_REVISION_READER, NULL);
  self->desk = g_object_ref (desk);
  return self;
}

/**
 * twf_revision_reader_stop:
 * @self: a reader
 *
 * Reads nothing more.
 */
void
twf_revision_reader_stop (TwfRevisionReader *self)
{
  g_return_if_fail (TWF_IS_REVISION_READER (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->reading, g_source_remove);
  g_ptr_array_set_size (self->fresh, 0);
  g_ptr_array_set_size (self->uncounted, 0);
}

/**
 * twf_revision_reader_find:
 * @self: a reader
 * @id: full id of a revision
 *
 * Returns: (transfer none) (nullable): its item; %NULL: it is in no use
 */
TwfRevisionItem *
twf_revision_reader_find (TwfRevisionReader *self, const char *id)
{
  g_return_val_if_fail (TWF_IS_REVISION_READER (self) && id != NULL, NULL);

  return g_hash_table_lookup (self->items, id);
}

/**
 * twf_revision_reader_get_item:
 * @self: a reader
 * @row: a row of the history
 *
 * Returns: (transfer full): its item, always the same while that is in use
 */
TwfRevisionItem *
twf_revision_reader_get_item (TwfRevisionReader *self, const TwfHistoryRow *row)
{
  TwfRevisionItem *item = twf_revision_reader_find (self, row->id);

  if (item != NULL)
    return g_object_ref (item);
  item = twf_revision_item_new (row->id);
  g_hash_table_insert (self->items, (gpointer)twf_revision_item_get_id (item), item);
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, self);
  twf_revision_item_set_lanes (item, &row->lanes);
  if (row->revision != NULL)
    twf_revision_item_set_revision (item, row->revision);
  g_ptr_array_add (self->fresh, g_object_ref (item));
  if (self->reading == 0)
    self->reading = g_idle_add_full (G_PRIORITY_HIGH_IDLE, look_cb, self, NULL);
  return item;
}
