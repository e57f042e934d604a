/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-syncer.h"

#include "twf-asker.h"

/* Between two runs that nobody asked for. */
#define EVERY_SECONDS (5 * 60)
/* What is saved is sent a moment later, with what is saved in that moment. */
#define AFTER_SAVE_SECONDS 2

struct _TwfSyncer
{
  GObject parent_instance;

  TwfDesk *desk; /* it owns this; NULL once it is gone */
  TwfAsker *asker;
  TwfPlace *place; /* nullable: not known, or nobody said */
  gboolean is_place_known;
  gboolean wants_run; /* as soon as the place is known */

  TwfSyncerState state;
  GCancellable *running; /* nullable */
  gboolean is_automatic; /* the run, or the last one */
  gboolean is_again;     /* something was saved meanwhile */
  gboolean waits_for_touch;
  TwfSynced *synced; /* nullable */
  GError *error;     /* nullable */

  guint timer; /* ids of sources; 0: none */
  guint soon;
};

G_DEFINE_FINAL_TYPE (TwfSyncer, twf_syncer, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PLACE_NEEDED,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A run that was stopped is of no interest any more, nor one that nobody looks at; one that nobody
 * began has nobody who answers. */
static gboolean
ask (const TwfQuestion *question, gpointer user_data)
{
  TwfSyncer *self = user_data;

  if (self->is_automatic || self->running == NULL || g_cancellable_is_cancelled (self->running))
    return FALSE;
  if (question->kind == TWF_QUESTION_TOUCH)
    {
      self->waits_for_touch = TRUE;
      g_signal_emit (self, signals[CHANGED], 0);
      return FALSE;
    }
  if (!g_signal_has_handler_pending (self, signals[ASKED], 0, TRUE))
    return FALSE;
  g_signal_emit (self, signals[ASKED], 0, question);
  return TRUE;
}

static void
set_state (TwfSyncer *self, TwfSyncerState state)
{
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void start (TwfSyncer *self, gboolean automatic, gboolean take_own);

static gboolean
soon_cb (gpointer user_data)
{
  TwfSyncer *self = user_data;

  self->soon = 0;
  start (self, TRUE, FALSE);
  return G_SOURCE_REMOVE;
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!twf_desk_reload_finish (TWF_DESK (source), result, &error))
    g_debug ("%s", error->message);
}

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfSyncer) self = user_data;

  g_clear_pointer (&self->synced, twf_synced_free);
  g_clear_error (&self->error);
  g_clear_object (&self->running);
  self->waits_for_touch = FALSE;
  self->synced = twf_desk_sync_finish (TWF_DESK (source), result, &self->error);
  /* Another copy of one's own went on: where nothing is changed here, what stands there is shown.
   */
  if (self->synced != NULL && self->synced->own == TWF_SYNC_FORWARDED
      && !twf_desk_is_modified (TWF_DESK (source)))
    twf_desk_reload_async (TWF_DESK (source), NULL, reloaded_cb, NULL);
  if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_state (self, TWF_SYNCER_IDLE);
  else
    set_state (self, self->synced != NULL ? TWF_SYNCER_DONE : TWF_SYNCER_FAILED);
  if (self->is_again && self->desk != NULL && self->soon == 0)
    self->soon = g_timeout_add_seconds (AFTER_SAVE_SECONDS, soon_cb, self);
  self->is_again = FALSE;
}

static void
start (TwfSyncer *self, gboolean automatic, gboolean take_own)
{
  TwfDeskSync how = { .asking = twf_asker_get_asking (self->asker), .take_own = take_own };

  if (self->desk == NULL || (automatic && twf_desk_is_read_only (self->desk)))
    return;
  if (self->running != NULL)
    {
      self->is_again = self->is_again || automatic;
      return;
    }
  self->is_automatic = automatic;
  self->running = g_cancellable_new ();
  set_state (self, TWF_SYNCER_RUNNING);
  twf_desk_sync_async (self->desk, &how, self->running, synced_cb, g_object_ref (self));
}

static gboolean
timer_cb (gpointer user_data)
{
  start (user_data, TRUE, FALSE);
  return G_SOURCE_CONTINUE;
}

static gboolean
is_automatic (TwfSyncer *self)
{
  return self->place != NULL && self->place->automatic;
}

static void
follow_place (TwfSyncer *self)
{
  if (is_automatic (self) && self->timer == 0)
    self->timer = g_timeout_add_seconds (EVERY_SECONDS, timer_cb, self);
  if (!is_automatic (self))
    g_clear_handle_id (&self->timer, g_source_remove);
}

static void
saved_cb (TwfSyncer *self)
{
  if (is_automatic (self) && self->soon == 0)
    self->soon = g_timeout_add_seconds (AFTER_SAVE_SECONDS, soon_cb, self);
}

static void
place_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfSyncer) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL)
    return;
  twf_place_free (self->place);
  self->place = twf_desk_find_server_finish (TWF_DESK (source), result, &error);
  if (error != NULL)
    g_debug ("%s", error->message);
  self->is_place_known = TRUE;
  follow_place (self);
  if (self->wants_run)
    twf_syncer_run (self);
  else if (is_automatic (self))
    start (self, TRUE, FALSE);
  self->wants_run = FALSE;
}

/* Whoever acts here has a place of their own. */
static void
look (TwfSyncer *self)
{
  self->is_place_known = FALSE;
  twf_desk_find_server_async (self->desk, NULL, place_found_cb, g_object_ref (self));
}

static void
desk_gone_cb (gpointer data, GObject *where_the_desk_was)
{
  TWF_SYNCER (data)->desk = NULL;
}

static void
twf_syncer_dispose (GObject *object)
{
  TwfSyncer *self = TWF_SYNCER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->soon, g_source_remove);
  if (self->desk != NULL)
    g_object_weak_unref (G_OBJECT (self->desk), desk_gone_cb, self);
  self->desk = NULL;
  G_OBJECT_CLASS (twf_syncer_parent_class)->dispose (object);
}

static void
twf_syncer_finalize (GObject *object)
{
  TwfSyncer *self = TWF_SYNCER (object);

  twf_asker_free (self->asker);
  twf_place_free (self->place);
  g_clear_pointer (&self->synced, twf_synced_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (twf_syncer_parent_class)->finalize (object);
}

static void
twf_syncer_class_init (TwfSyncerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = twf_syncer_dispose;
  G_OBJECT_CLASS (klass)->finalize = twf_syncer_finalize;
  signals[CHANGED]
      = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PLACE_NEEDED]
      = g_signal_new ("place-needed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ASKED] = g_signal_new (
      "asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
twf_syncer_init (TwfSyncer *self)
{
  self->asker = twf_asker_new (ask, self);
}

/**
 * twf_syncer_get:
 * @desk: an open plan
 *
 * Returns: (transfer none): what synchronises it; made when it is first asked for, which begins the
 *   first run where it is to run by itself
 */
TwfSyncer *
twf_syncer_get (TwfDesk *desk)
{
  TwfSyncer *self = g_object_get_data (G_OBJECT (desk), "twf-syncer");

  if (self != NULL)
    return self;
  self = g_object_new (TWF_TYPE_SYNCER, NULL);
  self->desk = desk;
  g_object_weak_ref (G_OBJECT (desk), desk_gone_cb, self);
  g_object_set_data_full (G_OBJECT (desk), "twf-syncer", self, g_object_unref);
  g_signal_connect_object (
      desk, "notify::revision", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::identity", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
  return self;
}

/**
 * twf_syncer_run:
 * @self: a syncer
 *
 * Synchronises because a person wants it; asks first where, if nobody said.
 */
void
twf_syncer_run (TwfSyncer *self)
{
  g_return_if_fail (TWF_IS_SYNCER (self));

  if (!self->is_place_known)
    self->wants_run = TRUE;
  else if (self->place == NULL)
    g_signal_emit (self, signals[PLACE_NEEDED], 0);
  else
    start (self, FALSE, FALSE);
}

/**
 * twf_syncer_take_own:
 * @self: a syncer
 *
 * Synchronises, and takes over what stands on the server as one's own though nobody signed it.
 */
void
twf_syncer_take_own (TwfSyncer *self)
{
  g_return_if_fail (TWF_IS_SYNCER (self));

  start (self, FALSE, TRUE);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfSyncer) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL)
    return;
  if (twf_desk_keep_server_finish (TWF_DESK (source), result, &error))
    {
      self->wants_run = TRUE;
      look (self);
      return;
    }
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  set_state (self, TWF_SYNCER_FAILED);
}

/**
 * twf_syncer_share_at:
 * @self: a syncer
 * @server: an address or a folder
 * @automatic: whether to synchronise by itself from now on
 *
 * Remembers where the plan is shared and synchronises with it.
 */
void
twf_syncer_share_at (TwfSyncer *self, const char *server, gboolean automatic)
{
  g_return_if_fail (TWF_IS_SYNCER (self) && server != NULL && self->desk != NULL);

  twf_desk_keep_server_async (self->desk, server, automatic, NULL, kept_cb, g_object_ref (self));
}

/**
 * twf_syncer_ask_place:
 * @self: a syncer
 *
 * Lets a person say where the plan is shared, also where they said it before.
 */
void
twf_syncer_ask_place (TwfSyncer *self)
{
  g_return_if_fail (TWF_IS_SYNCER (self));

  g_signal_emit (self, signals[PLACE_NEEDED], 0);
}

/**
 * twf_syncer_answer:
 * @self: a syncer that asked
 * @answer: (nullable): what a person said; %NULL: nothing
 * @keep: whether a password is kept with the others of the desktop
 */
void
twf_syncer_answer (TwfSyncer *self, const char *answer, gboolean keep)
{
  g_return_if_fail (TWF_IS_SYNCER (self));

  twf_asker_answer (self->asker, answer, keep);
}

/**
 * twf_syncer_cancel:
 * @self: a syncer
 *
 * Ends what is under way.
 */
void
twf_syncer_cancel (TwfSyncer *self)
{
  g_return_if_fail (TWF_IS_SYNCER (self));

  self->is_again = FALSE;
  g_clear_handle_id (&self->soon, g_source_remove);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  twf_syncer_answer (self, NULL, FALSE);
}

/**
 * twf_syncer_forget:
 * @self: a syncer
 *
 * What the last run told has been read.
 */
void
twf_syncer_forget (TwfSyncer *self)
{
  g_return_if_fail (TWF_IS_SYNCER (self));

  if (self->state != TWF_SYNCER_RUNNING)
    set_state (self, TWF_SYNCER_IDLE);
}

/**
 * twf_syncer_get_state:
 * @self: a syncer
 *
 * Returns: how far it is
 */
TwfSyncerState
twf_syncer_get_state (TwfSyncer *self)
{
  g_return_val_if_fail (TWF_IS_SYNCER (self), TWF_SYNCER_IDLE);

  return self->state;
}

/**
 * twf_syncer_is_automatic_run:
 * @self: a syncer
 *
 * Returns: whether nobody asked for the run that is under way, or for the last one
 */
gboolean
twf_syncer_is_automatic_run (TwfSyncer *self)
{
  g_return_val_if_fail (TWF_IS_SYNCER (self), FALSE);

  return self->is_automatic;
}

/**
 * twf_syncer_waits_for_touch:
 * @self: a syncer
 *
 * Returns: whether a token waits to be touched
 */
gboolean
twf_syncer_waits_for_touch (TwfSyncer *self)
{
  g_return_val_if_fail (TWF_IS_SYNCER (self), FALSE);

  return self->waits_for_touch;
}

/**
 * twf_syncer_get_place:
 * @self: a syncer
 *
 * Returns: (nullable): where the plan is shared; %NULL: not known
 */
const TwfPlace *
twf_syncer_get_place (TwfSyncer *self)
{
  g_return_val_if_fail (TWF_IS_SYNCER (self), NULL);

  return self->place;
}

/**
 * twf_syncer_get_synced:
 * @self: a syncer
 *
 * Returns: (nullable): what became of the last run
 */
const TwfSynced *
twf_syncer_get_synced (TwfSyncer *self)
{
  g_return_val_if_fail (TWF_IS_SYNCER (self), NULL);

  return self->synced;
}

/**
 * twf_syncer_get_error:
 * @self: a syncer
 *
 * Returns: (nullable): why the last run came to nothing
 */
const GError *
twf_syncer_get_error (TwfSyncer *self)
{
  g_return_val_if_fail (TWF_IS_SYNCER (self), NULL);

  return self->error;
}
