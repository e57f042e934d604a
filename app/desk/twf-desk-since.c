/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-cleared.h"

#include "twf-desk-private.h"

#include "twf-error.h"

typedef struct
{
  char *code;     /* nullable: the facilitator */
  char *base;     /* nullable: what was cleared last */
  char *side;     /* a revision */
  char *language; /* nullable */
} Query;

static void
free_query (Query *query)
{
  g_free (query->code);
  g_free (query->base);
  g_free (query->side);
  g_free (query->language);
  g_free (query);
}

/* What holds; NULL, with @error: nothing was cleared, or what says so is broken. */
static TwfClearance *
find_clearance (TwfRepository *repository, const char *code, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  const TwfClearance *last;

  if (code == NULL)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_DENIED, "no delegation acts");
      return NULL;
    }
  list = twf_repository_list_clearances (repository, code, error);
  if (list == NULL)
    return NULL;
  last = list->len > 0 ? list->pdata[list->len - 1] : NULL;
  if (last != NULL && !last->is_damaged)
    return twf_clearance_copy (last);
  g_set_error (error,
               TWF_ERROR,
               last != NULL ? TWF_ERROR_DAMAGED : TWF_ERROR_EMPTY,
               "%s: %s",
               code,
               last != NULL ? "the last clearance" : "nothing was cleared");
  return NULL;
}

/* The full id of a revision, and when it was saved. */
static char *
look_up (TwfRepository *repository,
         const char *revision,
         gint64 *when,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *id = twf_repository_resolve (repository, revision, error);
  g_autoptr (GPtrArray) found = NULL;

  if (id == NULL)
    return NULL;
  found = twf_repository_list_revisions (repository, id, NULL, 0, 1, cancellable, error);
  if (found == NULL)
    return NULL;
  *when = found->len > 0 ? twf_revision_get_when (found->pdata[0]) : 0;
  return g_steal_pointer (&id);
}

static TwfSince *
run_query (TwfRepository *repository, const Query *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfClearance) cleared = NULL;
  g_autofree char *base = NULL;
  g_autofree char *side = NULL;
  g_autoptr (TwfPlan) former = NULL;
  g_autoptr (TwfPlan) latter = NULL;
  TwfSinceHead head = { .code = query->code };
  TwfSince *since;

  if (query->base == NULL)
    {
      cleared = find_clearance (repository, query->code, error);
      if (cleared == NULL)
        return NULL;
      head.cleared_when = cleared->when;
      head.cleared_offset = cleared->offset_minutes;
      head.note = cleared->note;
    }
  base = look_up (repository,
                  cleared != NULL ? cleared->revision : query->base,
                  &head.base_when,
                  cancellable,
                  error);
  if (base == NULL)
    return NULL;
  side = look_up (repository, query->side, &head.side_when, cancellable, error);
  if (side == NULL)
    return NULL;
  head.base = base;
  head.side = side;
  former = twf_desk_read_plan (NULL, repository, base, NULL, cancellable, error);
  if (former == NULL)
    return NULL;
  latter = twf_desk_read_plan (NULL, repository, side, NULL, cancellable, error);
  if (latter == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  since = twf_since_new (former, latter, &head, query->language);
  {
    const char *const revisions[] = { base, side, NULL };

    twf_comparison_set_revisions (twf_since_get_comparison (since), revisions);
  }
  return since;
}

static void
find_since (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfRepository *repository = TWF_DESK (source)->repository;
  GError *error = NULL;
  TwfSince *since = NULL;

  if (twf_repository_hold (repository, &error))
    {
      since = run_query (repository, data, cancellable, &error);
      twf_repository_release (repository);
    }
  if (since != NULL)
    g_task_return_pointer (task, since, (GDestroyNotify)twf_since_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_since_async:
 * @self: a desk
 * @base: (nullable): a revision; %NULL: what the capital of the desk's identity cleared last
 * @side: the revision it is compared with
 * @language: (nullable): in which numbers are written; %NULL: the plan's source language
 * @cancellable: (nullable): ends it
 * @callback: called with what changed
 * @user_data: for @callback
 *
 * Finds what changed in meaning since: see twf_since_new().
 */
void
twf_desk_since_async (TwfDesk *self,
                      const char *base,
                      const char *side,
                      const char *language,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (side != NULL);

  task = twf_desk_start (self, twf_desk_since_async, cancellable, callback, user_data);
  query = g_new0 (Query, 1);
  query->code = g_strdup (self->identity);
  query->base = g_strdup (base);
  query->side = g_strdup (side);
  query->language = g_strdup (language);
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  twf_desk_run (self, task, find_since);
}

/**
 * twf_desk_since_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what changed
 * Errors: TWF_ERROR_DENIED if no delegation acts and no base was given; TWF_ERROR_EMPTY if its
 *   capital cleared nothing; TWF_ERROR_NOT_FOUND, TWF_ERROR_INVALID as twf_repository_resolve(); as
 *   twf_desk_open_finish()
 */
TwfSince *
twf_desk_since_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  TwfSince *since;
  TwfExportKind kind;
  char *language; /* nullable */
  char *path;
} Exporting;

static void
free_exporting (Exporting *exporting)
{
  twf_since_unref (exporting->since);
  g_free (exporting->language);
  g_free (exporting->path);
  g_free (exporting);
}

static void
export_since (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Exporting *exporting = data;
  GError *error = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = twf_export_since (
      exporting->since, exporting->kind, exporting->language, cancellable, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_file_set_contents (exporting->path,
                           g_bytes_get_data (bytes, NULL),
                           (gssize)g_bytes_get_size (bytes),
                           &reason))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, TWF_ERROR, TWF_ERROR_FAILED, "%s", reason->message);
}

/**
 * twf_desk_export_since_async:
 * @self: a desk
 * @since: what changed
 * @kind: what is made
 * @language: (nullable): see twf_export_since()
 * @path: where; a file that is there is replaced
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
twf_desk_export_since_async (TwfDesk *self,
                             TwfSince *since,
                             TwfExportKind kind,
                             const char *language,
                             const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  Exporting *exporting;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (since != NULL && path != NULL);

  task = twf_desk_start (self, twf_desk_export_since_async, cancellable, callback, user_data);
  exporting = g_new0 (Exporting, 1);
  exporting->since = twf_since_ref (since);
  exporting->kind = kind;
  exporting->language = g_strdup (language);
  exporting->path = g_strdup (path);
  g_task_set_task_data (task, exporting, (GDestroyNotify)free_exporting);
  twf_desk_run (self, task, export_since);
}

/**
 * twf_desk_export_since_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether the file was written
 * Errors: TWF_ERROR_FAILED if it could not be; as twf_export_since()
 */
gboolean
twf_desk_export_since_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
