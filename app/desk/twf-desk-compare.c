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
  char *language; /* nullable */
} Query;

static void
free_query (Query *query)
{
  g_free (query->base);
  g_strfreev (query->sides);
  g_free (query->language);
  g_free (query);
}

/* Before the first revision of all there was nothing. */
static TwfPlan *
read_parent (TwfRepository *repository, const char *side, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = twf_repository_resolve (repository, side, error);
  g_autoptr (GPtrArray) found = NULL;
  const char *parent;

  if (id != NULL)
    found = twf_repository_list_revisions (repository, id, NULL, 0, 1, cancellable, error);
  if (found == NULL)
    return NULL;
  parent = found->len > 0 ? twf_revision_get_parent (found->pdata[0]) : NULL;
  return parent != NULL ? twf_desk_read_plan (NULL, repository, parent, NULL, cancellable, error)
                        : twf_plan_new ();
}

static TwfPlan *
read_version (TwfDesk *self, const char *revision, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = twf_repository_resolve (self->repository, revision, error);

  return id != NULL ? twf_desk_read_plan (NULL, self->repository, id, NULL, cancellable, error)
                    : NULL;
}

static TwfComparison *
run_query (TwfDesk *self, const Query *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sides = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TwfPlan) base
      = query->base != NULL ? read_version (self, query->base, cancellable, error)
                            : read_parent (self->repository, query->sides[0], cancellable, error);

  if (base == NULL)
    return NULL;
  for (guint i = 0; query->sides[i] != NULL; i++)
    {
      TwfPlan *side = read_version (self, query->sides[i], cancellable, error);

      if (side == NULL)
        return NULL;
      g_ptr_array_add (sides, side);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return twf_comparison_new (base, (TwfPlan *const *)sides->pdata, sides->len, query->language);
}

static void
compare (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TwfComparison *comparison = run_query (source, data, cancellable, &error);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify)twf_comparison_unref);
  else
    g_task_return_error (task, error);
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
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (sides != NULL && sides[0] != NULL);

  task = twf_desk_start (self, twf_desk_compare_plans_async, cancellable, callback, user_data);
  query = g_new0 (Query, 1);
  query->base = g_strdup (base);
  query->sides = g_strdupv ((char **)sides);
  query->language = g_strdup (language);
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  twf_desk_run (self, task, compare);
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
