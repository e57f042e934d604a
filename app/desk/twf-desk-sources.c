/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-sources.h"

#include "twf-blob-id.h"
#include "twf-desk-private.h"
#include "twf-segments.h"

/* One source to compare, as a value of its own: the plan stays with its thread. */
typedef struct
{
  char *language;
  char *since; /* id of a wording; nullable: none is known */
  char *now;   /* nullable: it is gone */
} Query;

static void
free_query (gpointer data)
{
  Query *query = data;

  g_free (query->language);
  g_free (query->since);
  g_free (query->now);
  g_free (query);
}

/**
 * twf_source_change_free:
 * @self: (transfer full) (nullable): what changed in a source
 */
void
twf_source_change_free (TwfSourceChange *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_free (self);
}

static guint
count_words (GPtrArray *runs, const char *language)
{
  guint n[TWF_RUN_INSERTED + 1] = { 0 };

  for (guint i = 0; i < runs->len; i++)
    {
      const TwfRun *run = runs->pdata[i];

      if (run->kind != TWF_RUN_EQUAL)
        n[run->kind] += twf_text_count_words (run->text, language);
    }
  return MAX (n[TWF_RUN_DELETED], n[TWF_RUN_INSERTED]);
}

static TwfSourceChange *
compare_one (const Query *query, GHashTable *wordings)
{
  TwfSourceChange *change = g_new0 (TwfSourceChange, 1);
  const char *former = query->since != NULL ? g_hash_table_lookup (wordings, query->since) : NULL;

  if (former == NULL)
    return change;
  change->known = TRUE;
  change->runs
      = twf_difference_of_texts (former, query->now != NULL ? query->now : "", query->language);
  change->n_words = count_words (change->runs, query->language);
  return change;
}

static GPtrArray *
compare_all (TwfRepository *repository,
             GPtrArray *queries,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_source_change_free);
  g_autoptr (GHashTable) wordings = NULL;

  /* What others wrote as an id need not be one. */
  for (guint i = 0; i < queries->len; i++)
    {
      const Query *query = queries->pdata[i];

      if (query->since != NULL && twf_blob_id_is_valid (query->since))
        g_ptr_array_add (ids, query->since);
    }
  wordings = twf_desk_read_wordings (repository, ids);
  for (guint i = 0; i < queries->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_add (changes, compare_one (queries->pdata[i], wordings));
    }
  return g_steal_pointer (&changes);
}

static void
compare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *desk = source;
  GError *error = NULL;
  GPtrArray *changes = NULL;

  if (twf_repository_hold (desk->repository, &error))
    {
      changes = compare_all (desk->repository, data, cancellable, &error);
      twf_repository_release (desk->repository);
    }
  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static Query *
query_new (TwfDesk *self, const TwfTranslationTask *task)
{
  Query *query = g_new0 (Query, 1);
  TwfProvision *provision = twf_plan_get_provision (self->plan, task->id);

  query->language = g_strdup (task->translated->from);
  query->since = g_strdup (task->translated->since);
  if (provision != NULL && query->language != NULL)
    query->now = g_strdup (twf_provision_get_text (provision, task->part, query->language));
  return query;
}

/**
 * twf_desk_compare_sources_async:
 * @self: a desk
 * @tasks: (element-type TwfTranslationTask): texts, and of which source wordings they are
 * @cancellable: (nullable): ends it
 * @callback: called with what changed
 * @user_data: for @callback
 *
 * Compares the sources as they stand in the plan with the wordings that were translated, which the
 * worker reads out of history. The desk is not busy meanwhile.
 */
void
twf_desk_compare_sources_async (TwfDesk *self,
                                GPtrArray *tasks,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GPtrArray *queries;
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self) && tasks != NULL);

  queries = g_ptr_array_new_with_free_func (free_query);
  for (guint i = 0; i < tasks->len; i++)
    g_ptr_array_add (queries, query_new (self, tasks->pdata[i]));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_compare_sources_async);
  g_task_set_task_data (task, queries, (GDestroyNotify)g_ptr_array_unref);
  twf_desk_run (self, task, compare);
}

/**
 * twf_desk_compare_sources_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfSourceChange): what changed, in step with the tasks
 * Errors: as twf_repository_hold(); G_IO_ERROR_CANCELLED
 */
GPtrArray *
twf_desk_compare_sources_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
