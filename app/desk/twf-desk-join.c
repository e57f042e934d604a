/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-join.h"

#include "twf-clock.h"
#include "twf-desk-private.h"
#include "twf-error.h"
#include "twf-forward.h"
#include "twf-join.h"
#include "twf-places.h"

/* Between two that are told how far it is, in microseconds. */
#define PROGRESS_STRIDE (100 * G_TIME_SPAN_MILLISECOND)

/* What crosses to the thread that joins. */
typedef struct
{
  char *folder;
  char *from;
  char *code;
  TwfAuthor *author; /* who receives */
  TwfAsking *asking;
  guint patience;
  TwfJoinProgressFunc progress;
  gpointer progress_data;
  gint64 progressed;
} Joining;

static void
free_joining (Joining *joining)
{
  g_free (joining->folder);
  g_free (joining->from);
  g_free (joining->code);
  twf_author_free (joining->author);
  g_free (joining);
}

/* On its way to the main thread. */
typedef struct
{
  GTask *task;
  double fraction;
} Progress;

static gboolean
tell_cb (gpointer user_data)
{
  Progress *progress = user_data;
  const Joining *joining = g_task_get_task_data (progress->task);

  if (!g_task_get_completed (progress->task))
    joining->progress (progress->fraction, joining->progress_data);
  g_object_unref (progress->task);
  g_free (progress);
  return G_SOURCE_REMOVE;
}

static void
tell (GTask *task, double fraction)
{
  Joining *joining = g_task_get_task_data (task);
  gint64 now = g_get_monotonic_time ();
  Progress *progress;

  if (joining->progress == NULL || now - joining->progressed < PROGRESS_STRIDE)
    return;
  joining->progressed = now;
  progress = g_new (Progress, 1);
  progress->task = g_object_ref (task);
  progress->fraction = fraction;
  g_main_context_invoke (g_task_get_context (task), tell_cb, progress);
}

static void
received_cb (guint64 done, guint64 total, gpointer user_data)
{
  tell (user_data, total > 0 ? (double)done / (double)total : -1);
}

static void
fetched_cb (TwfRemotePhase phase, double fraction, gpointer user_data)
{
  tell (user_data, phase == TWF_REMOTE_RECEIVING ? fraction : -1);
}

/* A file that is there is an invitation; what cannot be a place is one too, and is not there. */
static TwfLocation *
parse_location (const char *from, GError **error)
{
  g_autoptr (TwfLocation) location = NULL;
  gboolean is_address = strstr (from, "://") != NULL;

  if (g_str_equal (from, "-")
      || (g_file_test (from, G_FILE_TEST_EXISTS) && !g_file_test (from, G_FILE_TEST_IS_DIR)))
    return NULL;
  location = twf_location_parse (from, is_address ? error : NULL);
  if (location == NULL || is_address || location->kind != TWF_LOCATION_FOLDER
      || g_file_test (from, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&location);
  return NULL;
}

/* Where it came from is where it is shared from then on. */
static void
remember (const Joining *joining, const TwfLocation *location)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TwfRepository) plan = twf_repository_open (joining->folder, &reason);
  g_autofree char *root = plan != NULL ? twf_repository_dup_root (plan, &reason) : NULL;
  const TwfPlace place = { .words = location->words };

  if (root == NULL || !twf_place_keep (root, joining->code, &place, &reason))
    g_warning ("the server is not remembered: %s", reason->message);
}

static GPtrArray *
join_server (GTask *task,
             Joining *joining,
             const TwfLocation *location,
             const TwfReceiveOptions *options,
             GCancellable *cancellable,
             GError **error)
{
  const TwfRemote remote = { .location = location,
                             .asking = joining->asking,
                             .patience = joining->patience,
                             .progress = fetched_cb,
                             .progress_data = task };
  GPtrArray *receipts
      = twf_join_remote (joining->folder, &remote, options, received_cb, task, cancellable, error);

  if (receipts != NULL)
    remember (joining, location);
  return receipts;
}

static void
run_join (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Joining *joining = data;
  gint64 now = twf_clock_now ();
  const TwfReceiveOptions options = { .name = joining->author->name,
                                      .email = joining->author->email,
                                      .when = now,
                                      .offset_minutes = twf_author_get_offset_minutes (now),
                                      .code = joining->code };
  GError *error = NULL;
  g_autoptr (TwfLocation) location = parse_location (joining->from, &error);
  GPtrArray *receipts = NULL;

  if (location != NULL)
    receipts = join_server (task, joining, location, &options, cancellable, &error);
  else if (error == NULL)
    receipts = twf_receive_invitation (
        joining->folder, joining->from, &options, received_cb, task, cancellable, &error);
  if (receipts != NULL)
    g_task_return_pointer (task, receipts, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_join_with_async:
 * @folder: (type filename): where the plan is to lie; nothing is there yet
 * @how: from where, and who; read before this returns, but for who is asked
 * @cancellable: (nullable): ends it
 * @callback: called when the plan is there, or was refused
 * @user_data: for @callback
 *
 * Makes a plan out of a contribution file that brings all of it, or out of one that is shared on a
 * server or in a folder, which is remembered for it and for who joins.
 */
void
twf_desk_join_with_async (const char *folder,
                          const TwfDeskJoin *how,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (TwfPlan) nobody = NULL;
  Joining *joining;

  g_return_if_fail (folder != NULL && how != NULL && how->from != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_join_with_async);
  /* The plan that would name the delegation is not here yet. */
  nobody = twf_plan_new ();
  twf_plan_set_values (nobody, TWF_PLAN_LANGUAGES, (const char *const[]){ "en", NULL });
  joining = g_new0 (Joining, 1);
  joining->folder = g_canonicalize_filename (folder, NULL);
  joining->from = g_strdup (how->from);
  joining->code = g_strdup (how->code);
  joining->author = twf_author_new (nobody, how->code, NULL);
  joining->asking = how->asking;
  joining->patience = how->patience;
  joining->progress = how->progress;
  joining->progress_data = how->progress_data;
  g_task_set_task_data (task, joining, (GDestroyNotify)free_joining);
  g_task_run_in_thread (task, run_join);
}

/**
 * twf_desk_join_async:
 * @folder: (type filename): where the plan is to lie; nothing is there yet
 * @from: (type filename): an invitation, "-": standard input; an address or a folder where the plan
 *   is shared
 * @code: (nullable): of the delegation that joins
 * @cancellable: (nullable): ends it
 * @callback: called when the plan is there, or was refused
 * @user_data: for @callback
 *
 * As twf_desk_join_with_async(), where nobody can be asked for a password.
 */
void
twf_desk_join_async (const char *folder,
                     const char *from,
                     const char *code,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  const TwfDeskJoin how = { .from = from, .code = code };

  twf_desk_join_with_async (folder, &how, cancellable, callback, user_data);
}

/**
 * twf_desk_join_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfReceipt): what came
 * Errors: TWF_ERROR_INVALID if an address cannot be one; as twf_receive_invitation() and
 *   twf_join_remote()
 */
GPtrArray *
twf_desk_join_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
