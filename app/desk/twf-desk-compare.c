/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-compare.h"

#include "twf-desk-private.h"

#include "twf-error.h"

typedef struct
{
  char *base; /* nullable */
  GStrv sides;
  char *language;        /* nullable */
  gboolean changes_only; /* what stayed has no texts */
} Query;

static void
free_query (Query *query)
{
  g_free (query->base);
  g_strfreev (query->sides);
  g_free (query->language);
  g_free (query);
}

/* The full id of the base; "": before the first revision of all there was nothing. */
static char *
resolve_base (TwfRepository *repository,
              const Query *query,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *id = twf_repository_resolve (
      repository, query->base != NULL ? query->base : query->sides[0], error);
  g_autoptr (GPtrArray) found = NULL;
  const char *parent;

  if (id == NULL || query->base != NULL)
    return g_steal_pointer (&id);
  found = twf_repository_list_revisions (repository, id, NULL, 0, 1, cancellable, error);
  if (found == NULL)
    return NULL;
  parent = found->len > 0 ? twf_revision_get_parent (found->pdata[0]) : NULL;
  return g_strdup (parent != NULL ? parent : "");
}

static void
add_all (GHashTable *ids, GHashTable *more)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, more);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (ids, g_strdup (id));
}

/* The provisions in which any side differs from the base; NULL: all are to be read. */
static GHashTable *
list_changed (TwfRepository *repository, const char *base, GPtrArray *sides)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < sides->len; i++)
    {
      g_autoptr (GHashTable) more = twf_desk_list_changed (repository, base, sides->pdata[i]);

      if (more == NULL)
        return NULL;
      add_all (ids, more);
    }
  return g_steal_pointer (&ids);
}

static TwfPlan *
read_version (TwfRepository *repository,
              const char *id,
              GHashTable *changed,
              GCancellable *cancellable,
              GError **error)
{
  if (*id == '\0')
    return twf_plan_new ();
  return changed != NULL ? twf_desk_read_outline (repository, id, changed, cancellable, error)
                         : twf_desk_read_plan (NULL, repository, id, NULL, cancellable, error);
}

/* What was compared is written down: a branch may go on. */
static TwfComparison *
make_comparison (const Query *query,
                 const char *base_id,
                 GPtrArray *ids,
                 TwfPlan *base,
                 GPtrArray *sides)
{
  TwfComparison *comparison
      = twf_comparison_new (base, (TwfPlan *const *)sides->pdata, sides->len, query->language);
  const char *revisions[TWF_COMPARISON_VERSIONS + 1] = { base_id };

  for (guint i = 0; i < ids->len; i++)
    revisions[i + 1] = ids->pdata[i];
  twf_comparison_set_revisions (comparison, revisions);
  return comparison;
}

static TwfComparison *
compare_versions (TwfRepository *repository,
                  const Query *query,
                  const char *base_id,
                  GPtrArray *ids,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GHashTable) changed
      = query->changes_only && *base_id != '\0' ? list_changed (repository, base_id, ids) : NULL;
  g_autoptr (GPtrArray) sides = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TwfPlan) base = read_version (repository, base_id, changed, cancellable, error);

  if (base == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      TwfPlan *side = read_version (repository, ids->pdata[i], changed, cancellable, error);

      if (side == NULL)
        return NULL;
      g_ptr_array_add (sides, side);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return make_comparison (query, base_id, ids, base, sides);
}

static TwfComparison *
run_query (TwfRepository *repository, const Query *query, GCancellable *cancellable, GError **error)
{
  g_autofree char *base = resolve_base (repository, query, cancellable, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (base == NULL)
    return NULL;
  for (guint i = 0; query->sides[i] != NULL; i++)
    {
      char *id = twf_repository_resolve (repository, query->sides[i], error);

      if (id == NULL)
        return NULL;
      g_ptr_array_add (ids, id);
    }
  return compare_versions (repository, query, base, ids, cancellable, error);
}

static void
compare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfRepository *repository = TWF_DESK (source)->repository;
  GError *error = NULL;
  TwfComparison *comparison = NULL;

  if (twf_repository_hold (repository, &error))
    {
      comparison = run_query (repository, data, cancellable, &error);
      twf_repository_release (repository);
    }
  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify)twf_comparison_unref);
  else
    g_task_return_error (task, error);
}

static void
start (TwfDesk *self, Query *query, GTask *task)
{
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  twf_desk_run (self, task, compare);
}

static Query *
query_new (const char *base, const char *const *sides, const char *language)
{
  Query *query = g_new0 (Query, 1);

  query->base = g_strdup (base);
  query->sides = g_strdupv ((char **)sides);
  query->language = g_strdup (language);
  return query;
}

/**
 * twf_desk_compare_plans_async:
 * @self: a desk
 * @base: (nullable): a revision; %NULL: the first parent of the first side
 * @sides: one revision or two
 * @language: (nullable): in which numbers are written; %NULL: the plan's source language
 * @cancellable: (nullable): ends it
 * @callback: called with the comparison
 * @user_data: for @callback
 *
 * Compares whole plans, with what stayed the same.
 */
void
twf_desk_compare_plans_async (TwfDesk *self,
                              const char *base,
                              const char *const *sides,
                              const char *language,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (sides != NULL && sides[0] != NULL);

  start (self,
         query_new (base, sides, language),
         twf_desk_start (self, twf_desk_compare_plans_async, cancellable, callback, user_data));
}

/**
 * twf_desk_compare_changes_async:
 * @self: a desk
 * @base: (nullable): see twf_desk_compare_plans_async()
 * @sides: one revision or two
 * @language: (nullable): see twf_desk_compare_plans_async()
 * @cancellable: (nullable): ends it
 * @callback: called with the comparison; ends in twf_desk_compare_plans_finish()
 * @user_data: for @callback
 *
 * As twf_desk_compare_plans_async(), where only what differs is asked for: the rows of provisions
 * in which nothing does are there, without texts, which are not read.
 */
void
twf_desk_compare_changes_async (TwfDesk *self,
                                const char *base,
                                const char *const *sides,
                                const char *language,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (sides != NULL && sides[0] != NULL);

  query = query_new (base, sides, language);
  query->changes_only = TRUE;
  start (self,
         query,
         twf_desk_start (self, twf_desk_compare_changes_async, cancellable, callback, user_data));
}

/**
 * twf_desk_compare_plans_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the comparison
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_INVALID as twf_repository_resolve(); as
 *   twf_desk_open_finish()
 */
TwfComparison *
twf_desk_compare_plans_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
