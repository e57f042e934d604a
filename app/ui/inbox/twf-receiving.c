/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-receiving.h"

#include "twf-inbox-words.h"
#include "twf-inbox.h"

struct _TwfReceiving
{
  GObject parent_instance;

  TwfWorkbench *workbench; /* it owns this; NULL once it is gone */

  /* Owned. */
  GQueue paths; /* of char*: the first is on its way */
  char *file;   /* its name; nullable: nothing is on its way */
  GCancellable *cancellable;
  GStrvBuilder *lines; /* what became of those before */
  guint n_lines;
  gboolean has_refused;
  gboolean has_unexpected; /* something that came before, is older or was rewritten */
};

enum
{
  CHANGED,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfReceiving, twf_receiving, G_TYPE_OBJECT)

static void receive_next (TwfReceiving *self);

static void
twf_receiving_dispose (GObject *object)
{
  TwfReceiving *self = TWF_RECEIVING (object);

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->paths, g_free);
  g_clear_weak_pointer (&self->workbench);
  G_OBJECT_CLASS (twf_receiving_parent_class)->dispose (object);
}

static void
twf_receiving_finalize (GObject *object)
{
  TwfReceiving *self = TWF_RECEIVING (object);

  g_free (self->file);
  g_object_unref (self->cancellable);
  g_strv_builder_unref (self->lines);
  G_OBJECT_CLASS (twf_receiving_parent_class)->finalize (object);
}

static void
twf_receiving_class_init (TwfReceivingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = twf_receiving_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_receiving_finalize;
  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_RECEIVING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended",
                                 TWF_TYPE_RECEIVING,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_STRV,
                                 G_TYPE_BOOLEAN);
}

static void
twf_receiving_init (TwfReceiving *self)
{
  g_queue_init (&self->paths);
  self->cancellable = g_cancellable_new ();
  self->lines = g_strv_builder_new ();
}

/* @line: (transfer full). */
static void
add_line (TwfReceiving *self, char *line)
{
  g_strv_builder_add (self->lines, line);
  self->n_lines++;
  g_free (line);
}

static void
note_receipts (TwfReceiving *self, GPtrArray *receipts)
{
  for (guint i = 0; i < receipts->len; i++)
    {
      const TwfReceipt *receipt = receipts->pdata[i];

      self->has_refused = self->has_refused || receipt->outcome == TWF_RECEIPT_REFUSED;
      self->has_unexpected = self->has_unexpected || receipt->outcome != TWF_RECEIPT_NEW;
      add_line (self, twf_inbox_words_dup_receipt (self->workbench, receipt));
    }
}

/* A sentence alone is said in passing; several of which one is unexpected, or a refusal, are to be
 * read at leisure. */
static void
end (TwfReceiving *self)
{
  g_auto (GStrv) lines = g_strv_builder_end (self->lines);
  gboolean to_be_read = self->has_refused || (self->n_lines > 1 && self->has_unexpected);

  self->n_lines = 0;
  self->has_refused = FALSE;
  self->has_unexpected = FALSE;
  if (lines[0] != NULL)
    g_signal_emit (self, signals[ENDED], 0, lines, to_be_read);
}

static void
received_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfReceiving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) receipts = twf_desk_receive_finish (TWF_DESK (source), result, &error);

  if (self->workbench == NULL)
    return;
  if (receipts != NULL)
    note_receipts (self, receipts);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->has_refused = TRUE;
      add_line (self, twf_inbox_words_dup_refusal (error, self->file));
    }
  g_free (g_queue_pop_head (&self->paths));
  g_clear_pointer (&self->file, g_free);
  twf_inbox_look (twf_inbox_get (self->workbench));
  receive_next (self);
}

static void
receive_next (TwfReceiving *self)
{
  const char *path = g_queue_peek_head (&self->paths);

  if (path != NULL)
    {
      g_autofree char *name = g_path_get_basename (path);

      self->file = g_filename_display_name (name);
      twf_desk_receive_async (twf_workbench_get_desk (self->workbench),
                              path,
                              self->cancellable,
                              received_cb,
                              g_object_ref (self));
    }
  g_signal_emit (self, signals[CHANGED], 0);
  if (path == NULL)
    end (self);
}

/**
 * twf_receiving_get:
 * @workbench: the plan that is open
 *
 * Returns: (transfer none): what is on its way into it
 */
TwfReceiving *
twf_receiving_get (TwfWorkbench *workbench)
{
  TwfReceiving *self = g_object_get_data (G_OBJECT (workbench), "twf-receiving");

  if (self != NULL)
    return self;
  self = g_object_new (TWF_TYPE_RECEIVING, NULL);
  g_set_weak_pointer (&self->workbench, workbench);
  g_object_set_data_full (G_OBJECT (workbench), "twf-receiving", self, g_object_unref);
  return self;
}

/**
 * twf_receiving_add:
 * @self: what is on its way
 * @path: (type filename): a contribution file
 *
 * Receives it when all that were added before are in.
 */
void
twf_receiving_add (TwfReceiving *self, const char *path)
{
  g_return_if_fail (TWF_IS_RECEIVING (self) && path != NULL);

  g_queue_push_tail (&self->paths, g_strdup (path));
  if (self->file == NULL)
    receive_next (self);
}

/**
 * twf_receiving_stop:
 * @self: what is on its way
 *
 * What is not in yet stays outside.
 */
void
twf_receiving_stop (TwfReceiving *self)
{
  char *first;

  g_return_if_fail (TWF_IS_RECEIVING (self));

  first = g_queue_pop_head (&self->paths);
  g_queue_clear_full (&self->paths, g_free);
  if (first != NULL)
    g_queue_push_head (&self->paths, first);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/**
 * twf_receiving_get_file:
 * @self: what is on its way
 *
 * Returns: (transfer none) (nullable): name of the file that is looked at; %NULL: none is
 */
const char *
twf_receiving_get_file (TwfReceiving *self)
{
  g_return_val_if_fail (TWF_IS_RECEIVING (self), NULL);

  return self->file;
}
