/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-send.h"

#include "twf-bundle.h"
#include "twf-clock.h"
#include "twf-desk-private.h"
#include "twf-received.h"

#include "twf-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEADS "refs/heads/"
#define DELEGATIONS "delegations/"

/* What is sent, on its way to the worker. */
typedef struct
{
  char *path;
  char *code;  /* of the delegation that sends; NULL: the facilitator */
  char *since; /* nullable */
  char *to;    /* nullable */
  gboolean whole;
} Sending;

static void
free_sending (Sending *sending)
{
  g_free (sending->path);
  g_free (sending->code);
  g_free (sending->since);
  g_free (sending->to);
  g_free (sending);
}

/**
 * twf_sent_free:
 * @self: (transfer full) (nullable): a file that was written
 */
void
twf_sent_free (TwfSent *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->branch);
  g_free (self->tip);
  g_strfreev (self->known);
  g_free (self->known_symbol);
  g_free (self);
}

/* The revision that came last of a branch; NULL without @error: none did. */
static char *
find_received (TwfRepository *repository, const char *code, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TwfReceived) received = twf_repository_find_received (repository, code, &reason);

  if (received != NULL)
    return g_steal_pointer (&received->tip);
  if (!g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/* What who gets the file is known to have. The facilitator has the rolling text that came from
 * there; a delegation has what it sent itself, and so what that stands on. */
static char *
find_known (const Sending *sending, TwfRepository *repository, GError **error)
{
  char *known;

  if (sending->whole)
    return NULL;
  if (sending->since != NULL)
    return twf_repository_resolve (repository, sending->since, error);
  if (sending->code == NULL)
    return sending->to != NULL ? find_received (repository, sending->to, error) : NULL;
  known = find_received (repository, NULL, error);
  if (known != NULL || (error != NULL && *error != NULL))
    return known;
  return twf_repository_resolve (repository, HEADS TWF_BRANCH_MAIN, error);
}

/* Which branch, up to where, and what is not in it. */
static TwfSent *
begin_sent (const Sending *sending, TwfRepository *repository, char **reference, GError **error)
{
  g_autoptr (TwfSent) sent = g_new0 (TwfSent, 1);
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *known_id = find_known (sending, repository, &reason);

  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  if (known_id != NULL)
    g_strv_builder_add (known, known_id);
  sent->known = g_strv_builder_end (known);
  sent->branch = sending->code != NULL ? g_strconcat (DELEGATIONS, sending->code, NULL)
                                       : g_strdup (TWF_BRANCH_MAIN);
  *reference = g_strconcat (HEADS, sent->branch, NULL);
  sent->tip = twf_repository_resolve (repository, *reference, error);
  return sent->tip != NULL ? g_steal_pointer (&sent) : NULL;
}

static TwfSent *
send_file (const Sending *sending,
           TwfRepository *repository,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *reference = NULL;
  g_autoptr (TwfSent) sent = begin_sent (sending, repository, &reference, error);
  GStatBuf status;

  if (sent == NULL
      || !twf_bundle_write (repository,
                            sending->path,
                            reference,
                            sent->tip,
                            (const char *const *)sent->known,
                            &sent->n_revisions,
                            cancellable,
                            error))
    return NULL;
  sent->path = g_strdup (sending->path);
  if (g_stat (sending->path, &status) == 0)
    sent->n_bytes = (guint64)status.st_size;
  return g_steal_pointer (&sent);
}

/* By which a person knows what the other side has. */
static gboolean
describe_known (TwfSent *sent, TwfRepository *repository, GError **error)
{
  g_autoptr (GPtrArray) issued = twf_repository_list_issued (repository, NULL);
  g_autoptr (GPtrArray) revisions = NULL;

  if (sent->known[0] == NULL)
    return TRUE;
  revisions = twf_repository_list_revisions (repository, sent->known[0], NULL, 0, 1, NULL, error);
  if (revisions == NULL)
    return FALSE;
  if (revisions->len > 0)
    sent->known_when = twf_revision_get_when (revisions->pdata[0]);
  for (guint i = issued != NULL ? issued->len : 0; i > 0 && sent->known_symbol == NULL; i--)
    {
      const TwfIssued *each = issued->pdata[i - 1];

      if (g_strcmp0 (each->revision, sent->known[0]) == 0)
        sent->known_symbol = g_strdup (each->symbol);
    }
  return TRUE;
}

static TwfSent *
weigh (const Sending *sending, TwfRepository *repository, GError **error)
{
  g_autofree char *reference = NULL;
  g_autoptr (TwfSent) sent = begin_sent (sending, repository, &reference, error);
  g_autoptr (GPtrArray) boundary = NULL;

  if (sent == NULL || !describe_known (sent, repository, error))
    return NULL;
  boundary = twf_repository_list_boundary (
      repository, sent->tip, (const char *const *)sent->known, &sent->n_revisions, error);
  return boundary != NULL ? g_steal_pointer (&sent) : NULL;
}

static void
return_sent (GTask *task, TwfSent *sent, GError *error)
{
  if (sent != NULL)
    g_task_return_pointer (task, sent, (GDestroyNotify)twf_sent_free);
  else
    g_task_return_error (task, error);
}

static void
run_send (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TwfSent *sent = send_file (data, TWF_DESK (source)->repository, cancellable, &error);

  return_sent (task, sent, error);
}

static void
run_weigh (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TwfSent *sent = weigh (data, TWF_DESK (source)->repository, &error);

  return_sent (task, sent, error);
}

/**
 * twf_desk_send_async:
 * @self: a desk
 * @path: (type filename): where the file goes; one that is there is replaced
 * @since: (nullable): a revision that who gets it has; %NULL: what is known of that
 * @to: (nullable): code of the delegation that gets it, where the facilitator sends
 * @whole: whether it is to bring everything, whatever who gets it may have
 * @cancellable: (nullable): ends it
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Writes a contribution file: of a delegation its own branch, of the facilitator the rolling text.
 * Where nothing is known of what the other side has, it brings all, as an invitation does.
 */
void
twf_desk_send_async (TwfDesk *self,
                     const char *path,
                     const char *since,
                     const char *to,
                     gboolean whole,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task;
  Sending *sending;

  g_return_if_fail (TWF_IS_DESK (self) && path != NULL);

  task = twf_desk_start (self, twf_desk_send_async, cancellable, callback, user_data);
  sending = g_new0 (Sending, 1);
  sending->path = g_strdup (path);
  sending->code = g_strdup (self->identity);
  sending->since = g_strdup (since);
  sending->to = g_strdup (to);
  sending->whole = whole;
  g_task_set_task_data (task, sending, (GDestroyNotify)free_sending);
  twf_desk_run (self, task, run_send);
}

/**
 * twf_desk_send_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what was written
 * Errors: TWF_ERROR_NOT_FOUND if the delegation has no branch yet; TWF_ERROR_EMPTY if there is
 *   nothing new; as twf_bundle_write()
 */
TwfSent *
twf_desk_send_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * twf_desk_weigh_send_async:
 * @self: a desk
 * @to: (nullable): code of the delegation that would get it, where the facilitator sends
 * @whole: whether it would bring everything
 * @cancellable: (nullable): ends it
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Says what twf_desk_send_async() would write now, and writes nothing.
 */
void
twf_desk_weigh_send_async (TwfDesk *self,
                           const char *to,
                           gboolean whole,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Sending *sending;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_weigh_send_async, cancellable, callback, user_data);
  sending = g_new0 (Sending, 1);
  sending->code = g_strdup (self->identity);
  sending->to = g_strdup (to);
  sending->whole = whole;
  g_task_set_task_data (task, sending, (GDestroyNotify)free_sending);
  twf_desk_run (self, task, run_weigh);
}

/**
 * twf_desk_weigh_send_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what would be written; without revisions: there is nothing new
 * Errors: TWF_ERROR_NOT_FOUND if the delegation has no branch yet; as twf_repository_resolve()
 */
TwfSent *
twf_desk_weigh_send_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * twf_desk_dup_file_name:
 * @self: a desk
 * @to: (nullable): code of the delegation that gets it
 *
 * Returns: (transfer full): a name for what is sent now, of letters that every mail program and
 *   file system keeps: "water-EG-2026-11-23.tawafuq"
 */
char *
twf_desk_dup_file_name (TwfDesk *self, const char *to)
{
  g_autofree char *plan = NULL;
  g_autofree char *day = NULL;
  g_autoptr (GDateTime) now = NULL;
  const char *who;
  char *dot;

  g_return_val_if_fail (TWF_IS_DESK (self), NULL);

  plan = g_path_get_basename (self->path);
  now = twf_clock_now_utc ();
  day = g_date_time_format (now, "%Y-%m-%d");
  who = self->identity != NULL ? self->identity : to != NULL ? to : TWF_BRANCH_MAIN;
  dot = strrchr (plan, '.');
  if (dot != NULL && dot != plan)
    *dot = '\0';
  return g_strdup_printf ("%s-%s-%s" TWF_BUNDLE_SUFFIX, plan, who, day);
}
