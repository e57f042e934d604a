/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-sync.h"

#include "twf-desk-private.h"

#include "twf-clock.h"
#include "twf-error.h"
#include "twf-forward.h"

/* What crosses to the thread that speaks with the server. */
typedef struct
{
  TwfDesk *desk; /* borrowed: the task holds it */
  TwfRepository *repository;
  char *identity;    /* nullable */
  char *server;      /* nullable */
  TwfAuthor *author; /* who receives */
  TwfAsking *asking;
  gboolean take_own;
  gboolean automatic;
  guint patience;
  gint64 progressed;
} Syncing;

static void
free_syncing (Syncing *syncing)
{
  twf_repository_unref (syncing->repository);
  g_free (syncing->identity);
  g_free (syncing->server);
  twf_author_free (syncing->author);
  g_free (syncing);
}

static Syncing *
begin (TwfDesk *self, const char *server)
{
  Syncing *syncing = g_new0 (Syncing, 1);

  syncing->desk = self;
  syncing->repository = twf_repository_ref (self->repository);
  syncing->identity = g_strdup (self->identity);
  syncing->server = g_strdup (server);
  syncing->author = twf_author_new (self->plan, self->identity, NULL);
  return syncing;
}

/* Not on the worker: a save does not wait for a server. */
static void
run_aside (GTask *task, Syncing *syncing, GTaskThreadFunc func)
{
  g_task_set_task_data (task, syncing, (GDestroyNotify)free_syncing);
  g_task_run_in_thread (task, func);
  g_object_unref (task);
}

/* Of the whole: most of the time goes into what travels. */
static void
progress_cb (TwfRemotePhase phase, double fraction, gpointer user_data)
{
  static const struct
  {
    double from;
    double to;
  } shares[] = {
    [TWF_REMOTE_PREPARING] = { 0.0, 0.1 },
    [TWF_REMOTE_RECEIVING] = { 0.1, 0.5 },
    [TWF_REMOTE_CHECKING] = { 0.5, 0.6 },
    [TWF_REMOTE_SENDING] = { 0.6, 1.0 },
  };
  Syncing *syncing = user_data;
  double whole = phase == TWF_REMOTE_CONNECTING || fraction < 0
                     ? -1
                     : shares[phase].from + fraction * (shares[phase].to - shares[phase].from);

  twf_desk_post_progress_since (syncing->desk, &syncing->progressed, whole);
}

/* What was given, else what is remembered. What worked is remembered from then on. */
static char *
choose_server (const Syncing *syncing, const char *root, gboolean *automatic, GError **error)
{
  g_autoptr (TwfPlace) place = twf_place_find (root, syncing->identity);

  *automatic = place != NULL && place->automatic;
  if (syncing->server != NULL)
    return g_strdup (syncing->server);
  if (place != NULL)
    return g_strdup (place->words);
  g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "no server is remembered for this plan");
  return NULL;
}

static TwfSynced *
sync_with (Syncing *syncing, const char *root, GCancellable *cancellable, GError **error)
{
  gboolean automatic;
  g_autofree char *words = choose_server (syncing, root, &automatic, error);
  g_autoptr (TwfLocation) location = words != NULL ? twf_location_parse (words, error) : NULL;
  TwfRemote remote = { .location = location,
                       .asking = syncing->asking,
                       .patience = syncing->patience,
                       .progress = progress_cb,
                       .progress_data = syncing };
  gint64 now = twf_clock_now ();
  TwfReceiveOptions receiving = { .name = syncing->author->name,
                                  .email = syncing->author->email,
                                  .when = now,
                                  .offset_minutes = twf_author_get_offset_minutes (now) };
  TwfSyncOptions options
      = { .code = syncing->identity, .receiving = &receiving, .take_own = syncing->take_own };
  g_autoptr (GError) reason = NULL;
  TwfPlace place;
  TwfSynced *synced;

  if (location == NULL)
    return NULL;
  synced = twf_sync (syncing->repository, &remote, &options, cancellable, error);
  if (synced == NULL || syncing->server == NULL)
    return synced;
  place = (TwfPlace){ .words = location->words, .automatic = automatic };
  if (!twf_place_keep (root, syncing->identity, &place, &reason))
    g_warning ("the server is not remembered: %s", reason->message);
  return synced;
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Syncing *syncing = data;
  GError *error = NULL;
  g_autofree char *root = twf_repository_dup_root (syncing->repository, &error);
  TwfSynced *synced = root != NULL ? sync_with (syncing, root, cancellable, &error) : NULL;

  if (synced != NULL)
    g_task_return_pointer (task, synced, (GDestroyNotify)twf_synced_free);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_sync_async:
 * @self: a desk
 * @how: with whom; read before this returns, but for who is asked
 * @cancellable: (nullable): ends it within a second
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Fetches what the others have put on the server, and sends what is one's own: nothing that is not
 * saved. A server that is named and that answers is remembered for this plan and who acts here.
 */
void
twf_desk_sync_async (TwfDesk *self,
                     const TwfDeskSync *how,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task;
  Syncing *syncing;

  g_return_if_fail (TWF_IS_DESK (self) && how != NULL);

  task = twf_desk_start (self, twf_desk_sync_async, cancellable, callback, user_data);
  syncing = begin (self, how->server);
  syncing->asking = how->asking;
  syncing->take_own = how->take_own;
  syncing->patience = how->patience;
  run_aside (task, syncing, work);
}

/**
 * twf_desk_sync_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what became of it
 * Errors: TWF_ERROR_EMPTY if no server is named and none remembered; TWF_ERROR_INVALID if it cannot
 *   be one; as twf_sync()
 */
TwfSynced *
twf_desk_sync_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Syncing *syncing = data;
  GError *error = NULL;
  g_autofree char *root = twf_repository_dup_root (syncing->repository, &error);

  if (root != NULL)
    g_task_return_pointer (
        task, twf_place_find (root, syncing->identity), (GDestroyNotify)twf_place_free);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_find_server_async:
 * @self: a desk
 * @cancellable: (nullable): a cancellable
 * @callback: called with it
 * @user_data: for @callback
 *
 * Asks where the plan is shared, for who acts here.
 */
void
twf_desk_find_server_async (TwfDesk *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (TWF_IS_DESK (self));

  run_aside (twf_desk_start (self, twf_desk_find_server_async, cancellable, callback, user_data),
             begin (self, NULL),
             find);
}

/**
 * twf_desk_find_server_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): where it is shared; %NULL without error: that was never said
 * Errors: as twf_repository_dup_root()
 */
TwfPlace *
twf_desk_find_server_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
keep (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Syncing *syncing = data;
  GError *error = NULL;
  g_autofree char *root = twf_repository_dup_root (syncing->repository, &error);
  g_autoptr (TwfLocation) location
      = root != NULL ? twf_location_parse (syncing->server, &error) : NULL;
  TwfPlace place = { .automatic = syncing->automatic };

  if (location == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  place.words = location->words;
  if (twf_place_keep (root, syncing->identity, &place, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_keep_server_async:
 * @self: a desk
 * @server: where the plan is shared from now on
 * @automatic: whether it is synchronised without being asked each time
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is remembered
 * @user_data: for @callback
 */
void
twf_desk_keep_server_async (TwfDesk *self,
                            const char *server,
                            gboolean automatic,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Syncing *syncing;

  g_return_if_fail (TWF_IS_DESK (self) && server != NULL);

  syncing = begin (self, server);
  syncing->automatic = automatic;
  run_aside (twf_desk_start (self, twf_desk_keep_server_async, cancellable, callback, user_data),
             syncing,
             keep);
}

/**
 * twf_desk_keep_server_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Errors: TWF_ERROR_INVALID if it cannot be a server; as twf_place_keep()
 */
gboolean
twf_desk_keep_server_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
