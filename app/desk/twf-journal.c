/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-journal.h"

#include "twf-edit-json.h"
#include "twf-error.h"
#include "twf-worker.h"

/* A flush starts this long after the first edit that waits: well inside the promised second, so
 * that a slow disk has the rest of it. */
#define FLUSH_AFTER_USEC (250 * 1000)
/* ... or once this many characters wait. Two thirds of the promise, for those typed meanwhile. */
#define FLUSH_AFTER_CHARACTERS 12
#define RETRY_AFTER_USEC G_USEC_PER_SEC
/* The file is written anew when it has grown past this and past four times what it must hold. */
#define COMPACT_ABOVE_BYTES (4 * 1024 * 1024)

typedef enum
{
  MESSAGE_APPEND,
  MESSAGE_DROP,
  MESSAGE_RETIRE,
  MESSAGE_STOP,
} MessageKind;

typedef struct
{
  MessageKind kind;
  guint64 sequence;
  TwfEdit *edit;       /* APPEND; owned */
  char *base;          /* DROP; owned */
  TwfRemains *remains; /* RETIRE; owned */
  gboolean set_aside;  /* RETIRE */
  GTask *task;         /* STOP; owned, nullable */
} Message;

typedef struct
{
  guint64 sequence;
  char *key;  /* of what a later edit replaces; NULL: never replaced */
  char *json; /* one record */
  glong characters;
} Entry;

struct _TwfJournal
{
  GAsyncQueue *queue; /* of Message* (owned) */
  guint64 sequence;   /* of the newest edit; the main thread's */
  GMainContext *context;
  TwfJournalFunc func;
  gpointer user_data;
  GDestroyNotify destroy;

  /* The thread's own. */
  char *plan_path;
  char *branch;
  char *base;
  char *stem;
  TwfJournalFile *file; /* nullable */
  GQueue entries;       /* of Entry* (owned), oldest first: edits since the last revision */
  GHashTable *by_key;   /* char* (borrowed) -> GList* of entries */
  guint64 flushed;      /* newest sequence on disk */
  gsize live_bytes;     /* of all entries */
  glong waiting;        /* characters not yet on disk */
  gint64 deadline;      /* monotonic; 0: nothing waits */
  gboolean failing;
};

/* Journals whose end was asked for and which may still hold their file: stem -> how many. */
static GMutex stopping_lock;
static GCond stopping_ended;
static GHashTable *stopping; /* char* (owned) -> guint; guarded by stopping_lock */

static void
count_stopping (const char *stem, int step)
{
  guint n;

  g_mutex_lock (&stopping_lock);
  if (stopping == NULL)
    stopping = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (stopping, stem)) + (guint)step;
  if (n > 0)
    g_hash_table_insert (stopping, g_strdup (stem), GUINT_TO_POINTER (n));
  else
    g_hash_table_remove (stopping, stem);
  g_cond_broadcast (&stopping_ended);
  g_mutex_unlock (&stopping_lock);
}

static void
free_entry (Entry *entry)
{
  g_free (entry->key);
  g_free (entry->json);
  g_free (entry);
}

static void
clear_journal (gpointer data)
{
  TwfJournal *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_async_queue_unref (self->queue);
  g_main_context_unref (self->context);
  g_queue_clear_full (&self->entries, (GDestroyNotify)free_entry);
  g_hash_table_unref (self->by_key);
  g_free (self->plan_path);
  g_free (self->branch);
  g_free (self->base);
  g_free (self->stem);
}

typedef struct
{
  TwfJournal *journal;
  GError *error;
} Notice;

static void
free_notice (gpointer data)
{
  Notice *notice = data;

  g_clear_error (&notice->error);
  g_atomic_rc_box_release_full (notice->journal, clear_journal);
  g_free (notice);
}

static gboolean
noticed_cb (gpointer user_data)
{
  Notice *notice = user_data;

  notice->journal->func (notice->error, notice->journal->user_data);
  return G_SOURCE_REMOVE;
}

static void
notify_state (TwfJournal *self, const GError *error)
{
  Notice *notice;

  if (self->func == NULL || (error == NULL && !self->failing))
    return;
  notice = g_new0 (Notice, 1);
  notice->journal = g_atomic_rc_box_acquire (self);
  notice->error = error != NULL ? g_error_copy (error) : NULL;
  self->failing = error != NULL;
  twf_context_post (self->context, noticed_cb, notice, free_notice);
}

/* What a later edit of the same thing makes superfluous: a text or the values of a field. */
static char *
dup_key (const TwfEdit *edit)
{
  const char *id = twf_edit_get_id (edit);

  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_TEXT)
    return g_strdup_printf ("%s %d %s",
                            id != NULL ? id : "",
                            (int)twf_edit_get_part (edit),
                            twf_edit_get_language (edit));
  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_VALUES)
    return g_strdup_printf ("%s %s", id != NULL ? id : "", twf_edit_get_field (edit));
  return NULL;
}

static char *
dup_json (const TwfEdit *edit)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, twf_edit_to_json (edit));
  return json_to_string (node, FALSE);
}

static void
remove_entry (TwfJournal *self, GList *link)
{
  Entry *entry = link->data;

  self->live_bytes -= strlen (entry->json);
  if (entry->key != NULL && g_hash_table_lookup (self->by_key, entry->key) == link)
    g_hash_table_remove (self->by_key, entry->key);
  free_entry (entry);
  g_queue_delete_link (&self->entries, link);
}

static void
take_edit (TwfJournal *self, TwfEdit *edit, guint64 sequence)
{
  Entry *entry = g_new0 (Entry, 1);
  const char *text
      = twf_edit_get_kind (edit) == TWF_EDIT_SET_TEXT ? twf_edit_get_text (edit) : NULL;
  GList *former;

  entry->sequence = sequence;
  entry->key = dup_key (edit);
  entry->json = dup_json (edit);
  entry->characters = text != NULL ? g_utf8_strlen (text, -1) : 0;

  former = entry->key != NULL ? g_hash_table_lookup (self->by_key, entry->key) : NULL;
  if (former != NULL)
    {
      self->waiting += MAX (1, labs (entry->characters - ((Entry *)former->data)->characters));
      remove_entry (self, former);
    }
  else
    self->waiting++;

  /* A proposal is made on the wording that stands before it: no later edit makes that superfluous.
   */
  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_PROPOSAL)
    g_hash_table_remove_all (self->by_key);
  g_queue_push_tail (&self->entries, entry);
  if (entry->key != NULL)
    g_hash_table_insert (self->by_key, entry->key, g_queue_peek_tail_link (&self->entries));
  self->live_bytes += strlen (entry->json);
  if (self->deadline == 0)
    self->deadline = g_get_monotonic_time () + FLUSH_AFTER_USEC;
}

static GString *
collect_lines (TwfJournal *self, guint64 after, gboolean with_header)
{
  GString *lines = g_string_new (NULL);

  if (with_header)
    twf_journal_add_header (lines, self->plan_path, self->branch, self->base);
  for (GList *l = g_queue_peek_head_link (&self->entries); l != NULL; l = l->next)
    if (((Entry *)l->data)->sequence > after)
      twf_journal_add_line (lines, ((Entry *)l->data)->json);
  return lines;
}

static gboolean
write_waiting (TwfJournal *self, GError **error)
{
  g_autoptr (GString) lines = NULL;

  if (self->file == NULL)
    self->file = twf_journal_file_open (self->stem, error);
  if (self->file == NULL)
    return FALSE;
  if (self->file->written > COMPACT_ABOVE_BYTES
      && (gsize)self->file->written > 4 * self->live_bytes)
    {
      lines = collect_lines (self, 0, TRUE);
      return twf_journal_file_replace (self->file, lines, error);
    }
  lines = collect_lines (self, self->flushed, self->file->written == 0);
  return twf_journal_file_append (self->file, lines, error);
}

static void
flush (TwfJournal *self)
{
  g_autoptr (GError) error = NULL;
  Entry *newest = g_queue_peek_tail (&self->entries);

  self->deadline = 0;
  if (newest == NULL || newest->sequence <= self->flushed)
    return;
  if (!write_waiting (self, &error))
    {
      self->deadline = g_get_monotonic_time () + RETRY_AFTER_USEC;
      notify_state (self, error);
      return;
    }
  self->flushed = newest->sequence;
  self->waiting = 0;
  notify_state (self, NULL);
}

/* The edits up to a revision are in git now. */
static void
drop (TwfJournal *self, guint64 up_to, const char *base)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) lines = NULL;

  for (GList *l = g_queue_peek_head_link (&self->entries); l != NULL;)
    {
      GList *next = l->next;

      if (((Entry *)l->data)->sequence <= up_to)
        remove_entry (self, l);
      l = next;
    }
  g_free (self->base);
  self->base = g_strdup (base);
  if (self->file == NULL)
    return;

  lines = g_queue_is_empty (&self->entries) ? g_string_new (NULL) : collect_lines (self, 0, TRUE);
  if (!twf_journal_file_replace (self->file, lines, &error))
    notify_state (self, error);
  else if (!g_queue_is_empty (&self->entries))
    self->flushed = ((Entry *)g_queue_peek_tail (&self->entries))->sequence;
}

/* What was recovered stands in the new journal before the old one goes. */
static void
retire (TwfJournal *self, TwfRemains *remains, gboolean set_aside)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  flush (self);
  if (self->deadline != 0)
    return; /* not on disk: the old journal is offered again */
  if (set_aside ? !twf_remains_set_aside (remains, &kept, &error)
                : !twf_remains_delete (remains, &error))
    g_warning ("%s", error->message);
}

static void
stop (TwfJournal *self, GTask *task)
{
  gboolean keep = !g_queue_is_empty (&self->entries);

  flush (self);
  if (self->file != NULL)
    twf_journal_file_close (self->file, keep);
  self->file = NULL;
  count_stopping (self->stem, -1);
  if (task == NULL)
    return;
  g_task_return_boolean (task, TRUE);
  twf_task_give_back (task);
}

static void
handle (TwfJournal *self, Message *message)
{
  if (message->kind == MESSAGE_APPEND)
    take_edit (self, message->edit, message->sequence);
  else if (message->kind == MESSAGE_DROP)
    drop (self, message->sequence, message->base);
  else if (message->kind == MESSAGE_RETIRE)
    retire (self, message->remains, message->set_aside);
  else
    stop (self, message->task);
}

static void
free_message (Message *message)
{
  g_clear_pointer (&message->edit, twf_edit_unref);
  g_clear_pointer (&message->remains, twf_remains_free);
  g_free (message->base);
  g_free (message);
}

static Message *
await (TwfJournal *self)
{
  gint64 left;

  if (self->deadline == 0)
    return g_async_queue_pop (self->queue);
  left = self->deadline - g_get_monotonic_time ();
  return left > 0 ? g_async_queue_timeout_pop (self->queue, (guint64)left) : NULL;
}

static gboolean
is_due (TwfJournal *self)
{
  if (self->deadline == 0)
    return FALSE;
  if (self->failing || g_async_queue_length (self->queue) > 0)
    return g_get_monotonic_time () >= self->deadline;
  return self->waiting >= FLUSH_AFTER_CHARACTERS || g_get_monotonic_time () >= self->deadline;
}

static gpointer
keep_journal (gpointer data)
{
  TwfJournal *self = data;
  gboolean stopped = FALSE;

  while (!stopped)
    {
      Message *message = await (self);

      if (message != NULL)
        {
          handle (self, message);
          stopped = message->kind == MESSAGE_STOP;
          free_message (message);
        }
      if (!stopped && is_due (self))
        flush (self);
    }
  g_atomic_rc_box_release_full (self, clear_journal);
  return NULL;
}

static void
post (TwfJournal *self, Message fields)
{
  Message *message = g_new (Message, 1);

  *message = fields;
  g_async_queue_push (self->queue, message);
}

/**
 * twf_journal_new:
 * @plan_path: the plan's canonical path
 * @branch: the branch that is edited
 * @base: (nullable): the revision that is edited
 * @func: (nullable): told when the journal can not be written, and when it can again
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data
 *
 * Returns: (transfer full): a journal with its thread running; end it with twf_journal_stop()
 */
TwfJournal *
twf_journal_new (const char *plan_path,
                 const char *branch,
                 const char *base,
                 TwfJournalFunc func,
                 gpointer user_data,
                 GDestroyNotify destroy)
{
  TwfJournal *self = g_atomic_rc_box_new0 (TwfJournal);

  self->queue = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->user_data = user_data;
  self->destroy = destroy;
  self->plan_path = g_strdup (plan_path);
  self->branch = g_strdup (branch);
  self->base = g_strdup (base);
  self->stem = twf_journal_dup_stem (plan_path, branch);
  g_queue_init (&self->entries);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_thread_unref (g_thread_new ("twf-journal", keep_journal, g_atomic_rc_box_acquire (self)));
  return self;
}

/**
 * twf_journal_append:
 * @self: a journal
 * @edit: an edit that was made; a reference is taken
 *
 * Returns: a number that stands for this moment, see twf_journal_drop()
 */
guint64
twf_journal_append (TwfJournal *self, TwfEdit *edit)
{
  self->sequence++;
  post (
      self,
      (Message){ .kind = MESSAGE_APPEND, .sequence = self->sequence, .edit = twf_edit_ref (edit) });
  return self->sequence;
}

/**
 * twf_journal_drop:
 * @self: a journal
 * @up_to: number of the newest edit that is in a revision now
 * @base: that revision
 *
 * Forgets the edits up to @up_to; those after it stay.
 */
void
twf_journal_drop (TwfJournal *self, guint64 up_to, const char *base)
{
  post (self, (Message){ .kind = MESSAGE_DROP, .sequence = up_to, .base = g_strdup (base) });
}

/**
 * twf_journal_retire:
 * @self: a journal
 * @remains: (transfer full): a journal of a process that died
 * @set_aside: keep the file under another name
 *
 * Takes @remains out of the way once everything appended so far is on disk.
 */
void
twf_journal_retire (TwfJournal *self, TwfRemains *remains, gboolean set_aside)
{
  post (self, (Message){ .kind = MESSAGE_RETIRE, .remains = remains, .set_aside = set_aside });
}

/**
 * twf_journal_stop:
 * @self: (transfer full): a journal
 * @task: (nullable) (transfer full): returns %TRUE when all is on disk
 *
 * Flushes what waits and ends the thread, without waiting for it. A journal that still holds edits
 * is left for the next who opens the plan.
 */
void
twf_journal_stop (TwfJournal *self, GTask *task)
{
  count_stopping (self->stem, 1);
  post (self, (Message){ .kind = MESSAGE_STOP, .task = task });
  g_atomic_rc_box_release_full (self, clear_journal);
}

/**
 * twf_journal_await_stopped:
 * @stem: where journals of a plan and branch are, see twf_journal_dup_stem()
 *
 * Waits until every journal of this process that was told to stop has given up its file: what is
 * kept in it is somebody's own until then, and would not be found. Blocks: never on the main
 * thread.
 */
void
twf_journal_await_stopped (const char *stem)
{
  g_return_if_fail (stem != NULL);

  g_mutex_lock (&stopping_lock);
  while (stopping != NULL && g_hash_table_contains (stopping, stem))
    g_cond_wait (&stopping_ended, &stopping_lock);
  g_mutex_unlock (&stopping_lock);
}
