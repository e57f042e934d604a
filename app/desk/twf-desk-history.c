/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-comparison.h"

#include "twf-error.h"
#include "twf-format.h"
#include "twf-id.h"
#include "twf-transform.h"

#include <glib/gi18n-lib.h>

/* What a look into history asks for. */
typedef struct
{
  char *provision;     /* nullable */
  char *revision;      /* nullable */
  char *from;          /* nullable */
  GHashTable *changed; /* set of char*: where the revision differs from @from; nullable */
  char *resolved;      /* nullable: id of @revision, once it is known */
  guint skip;
  guint most;
} Query;

static void
free_query (Query *query)
{
  g_free (query->provision);
  g_free (query->revision);
  g_free (query->from);
  g_clear_pointer (&query->changed, g_hash_table_unref);
  g_free (query->resolved);
  g_free (query);
}

static gboolean
check_id (const char *id, GError **error)
{
  if (id == NULL || twf_id_is_valid (id))
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", id);
  return FALSE;
}

static void
return_result (GTask *task, gpointer result, GDestroyNotify destroy, GError *error)
{
  if (result != NULL)
    g_task_return_pointer (task, result, destroy);
  else
    g_task_return_error (task, error);
}

static void
list_revisions (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  Query *query = data;
  GError *error = NULL;
  g_autofree char *under = NULL;
  GPtrArray *revisions = NULL;

  if (query->provision != NULL && check_id (query->provision, &error))
    under = twf_format_dup_provision_path (query->provision);
  if (error == NULL)
    revisions = twf_repository_list_revisions (
        self->repository, query->from, under, query->skip, query->most, cancellable, &error);
  return_result (task, revisions, (GDestroyNotify)g_ptr_array_unref, error);
}

/**
 * twf_desk_list_revisions_async:
 * @self: a desk
 * @provision: (nullable): id of a provision; %NULL: every revision
 * @skip: how many of the newest to leave out
 * @most: how many to list; 0: all
 * @cancellable: (nullable): ends it
 * @callback: called with the list
 * @user_data: for @callback
 *
 * Lists the revisions up to the one the plan stands on, newest first.
 */
void
twf_desk_list_revisions_async (TwfDesk *self,
                               const char *provision,
                               guint skip,
                               guint most,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_list_revisions_async, cancellable, callback, user_data);
  query = g_new0 (Query, 1);
  query->provision = g_strdup (provision);
  query->from = g_strdup (self->revision);
  query->skip = skip;
  query->most = most > 0 ? most : G_MAXUINT;
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  twf_desk_run (self, task, list_revisions);
}

/**
 * twf_desk_list_revisions_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfRevision): revisions, newest first
 * Errors: TWF_ERROR_NOT_FOUND if the provision's id cannot be one; as
 *   twf_repository_list_revisions()
 */
GPtrArray *
twf_desk_list_revisions_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GPtrArray *
run_comparison (TwfDesk *self, Query *query, GCancellable *cancellable, GError **error)
{
  g_autofree char *latter = twf_repository_resolve (self->repository, query->revision, error);
  g_autofree char *former = NULL;

  if (latter == NULL)
    return NULL;
  if (query->from == NULL && !twf_comparison_find_former (self->repository, latter, &former, error))
    return NULL;
  if (query->from != NULL
      && (former = twf_repository_resolve (self->repository, query->from, error)) == NULL)
    return NULL;
  return twf_comparison_run (self->repository, former, latter, cancellable, error);
}

static void
compare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *changes = run_comparison (source, data, cancellable, &error);

  return_result (task, changes, (GDestroyNotify)g_ptr_array_unref, error);
}

/**
 * twf_desk_compare_async:
 * @self: a desk
 * @old_revision: (nullable): a revision; %NULL: the first parent of the other
 * @new_revision: a revision
 * @cancellable: (nullable): ends it
 * @callback: called with the changes
 * @user_data: for @callback
 *
 * Finds what @new_revision changed against @old_revision.
 */
void
twf_desk_compare_async (TwfDesk *self,
                        const char *old_revision,
                        const char *new_revision,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (new_revision != NULL);

  task = twf_desk_start (self, twf_desk_compare_async, cancellable, callback, user_data);
  query = g_new0 (Query, 1);
  query->from = g_strdup (old_revision);
  query->revision = g_strdup (new_revision);
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  twf_desk_run (self, task, compare);
}

/**
 * twf_desk_compare_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfChange): the changes
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_INVALID as twf_repository_resolve(); as
 *   twf_desk_open_finish()
 */
GPtrArray *
twf_desk_compare_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_at (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  Query *query = data;
  GError *error = NULL;
  TwfPlan *plan = NULL;
  g_autofree char *id = twf_repository_resolve (self->repository, query->revision, &error);

  if (id != NULL)
    plan = twf_desk_read_plan (self, self->repository, id, NULL, cancellable, &error);
  return_result (task, plan, g_object_unref, error);
}

/**
 * twf_desk_read_at_async:
 * @self: a desk
 * @revision: a revision
 * @cancellable: (nullable): ends it
 * @callback: called with the plan
 * @user_data: for @callback
 *
 * Reads the plan as it was at @revision.
 */
void
twf_desk_read_at_async (TwfDesk *self,
                        const char *revision,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (revision != NULL);

  task = twf_desk_start (self, twf_desk_read_at_async, cancellable, callback, user_data);
  query = g_new0 (Query, 1);
  query->revision = g_strdup (revision);
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  twf_desk_run (self, task, read_at);
}

/**
 * twf_desk_read_at_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): a plan of its own, not the open one
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_INVALID as twf_repository_resolve(); as
 *   twf_desk_open_finish()
 */
TwfPlan *
twf_desk_read_at_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Returns: (transfer full): a TwfPlan or a TwfProvision as it was. */
static GObject *
read_former (TwfDesk *self, Query *query, GCancellable *cancellable, GError **error)
{
  TwfPlan *plan;

  if (!check_id (query->provision, error))
    return NULL;
  query->resolved = twf_repository_resolve (self->repository, query->revision, error);
  if (query->resolved == NULL)
    return NULL;
  if (query->provision != NULL)
    return (GObject *)twf_desk_read_provision (
        self->repository, query->resolved, query->provision, error);
  plan = twf_desk_read_plan (self, self->repository, query->resolved, NULL, cancellable, error);
  if (plan == NULL)
    return NULL;
  query->changed = twf_desk_list_changed (self->repository, query->from, query->resolved);
  /* Lists the plan once, here: the desk's thread finds it listed. */
  g_ptr_array_unref (twf_plan_list_all (plan));
  return (GObject *)plan;
}

static void
restore (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GObject *former = read_former (source, data, cancellable, &error);

  return_result (task, former, g_object_unref, error);
}

/* A parent or a place that is gone since must not keep the text from coming back. */
static void
keep_standing_parent (TwfPlan *plan, TwfProvision *former)
{
  const char *parent = twf_provision_get_parent (former);

  if (parent != NULL && twf_plan_get_provision (plan, parent) == NULL)
    {
      g_autofree char *rank = g_strdup (twf_provision_get_rank (former));

      twf_provision_set_place (former, twf_provision_get_section (former), NULL, rank);
    }
}

static gboolean
lay_former (TwfDesk *self, Query *query, GObject *former, GError **error)
{
  g_autoptr (GPtrArray) edits = NULL;
  gboolean done;

  if (TWF_IS_PLAN (former))
    twf_desk_keep_register (self->plan, TWF_PLAN (former));
  if (TWF_IS_PLAN (former))
    edits = twf_desk_list_edits_to (self, TWF_PLAN (former), query->from, query->changed);
  else
    {
      edits = twf_edits_new ();
      keep_standing_parent (self->plan, TWF_PROVISION (former));
      twf_edits_bring_back_provision (edits, self->plan, TWF_PROVISION (former));
    }
  if (edits->len == 0)
    return TRUE;
  twf_undo_begin (self->undo, _ ("Restore"));
  done = twf_edits_apply (self->plan, edits, error);
  twf_undo_end (self->undo);
  return done;
}

static void
former_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfDesk *self = TWF_DESK (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) former = g_task_propagate_pointer (G_TASK (result), &error);
  Query *query = g_task_get_task_data (G_TASK (result));

  if (former != NULL && lay_former (self, query, former, &error))
    g_task_return_pointer (task, g_strdup (query->resolved), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  if (former != NULL && TWF_IS_PLAN (former))
    twf_desk_let_go (TWF_PLAN (g_steal_pointer (&former)));
}

/**
 * twf_desk_restore_async:
 * @self: a desk
 * @provision: (nullable): id of a provision; %NULL: the whole plan
 * @revision: as which revision has it
 * @cancellable: (nullable): ends the reading
 * @callback: called when the plan is changed
 * @user_data: for @callback
 *
 * Brings the plan, or one provision with its place, back to what it was: as one undoable step of
 * edits, not saved yet.
 */
void
twf_desk_restore_async (TwfDesk *self,
                        const char *provision,
                        const char *revision,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  GTask *inner;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (revision != NULL);

  task = twf_desk_start (self, twf_desk_restore_async, cancellable, callback, user_data);
  inner = g_task_new (self, cancellable, former_read_cb, task);
  query = g_new0 (Query, 1);
  query->provision = g_strdup (provision);
  query->revision = g_strdup (revision);
  query->from = g_strdup (self->revision);
  g_task_set_task_data (inner, query, (GDestroyNotify)free_query);
  twf_desk_run (self, inner, restore);
}

/**
 * twf_desk_restore_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): id of the revision as which it is again
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision, or the provision is not in it; as
 *   twf_plan_apply()
 */
char *
twf_desk_restore_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
