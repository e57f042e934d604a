/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-beginning.h"

#include "twf-desk-private.h"
#include "twf-format.h"
#include "twf-versions.h"

typedef struct
{
  char *provision; /* nullable: the plan itself */
  char *revision;
  GStrv proposals;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->provision);
  g_free (query->revision);
  g_strfreev (query->proposals);
  g_free (query);
}

static char *
dup_path (const Query *query, const char *proposal)
{
  g_autofree char *above = NULL;

  if (query->provision == NULL)
    return g_strdup_printf ("proposals/%s/fields", proposal);
  above = twf_format_dup_provision_path (query->provision);
  return g_strdup_printf ("%s/proposals/%s/fields", above, proposal);
}

/* On a delegation's own branch or by a merge: the first of all that have it. */
static TwfRevision *
find_first (GPtrArray *versions)
{
  TwfRevision *first = NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      const TwfVersion *version = versions->pdata[i];

      if (version->blob != NULL
          && (first == NULL
              || twf_revision_get_when (version->revision) < twf_revision_get_when (first)))
        first = version->revision;
    }
  return first;
}

static GHashTable *
find_all (TwfRepository *repository, const Query *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) found
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autofree char *resolved = twf_repository_resolve (repository, query->revision, error);

  if (resolved == NULL)
    return NULL;
  for (guint i = 0; query->proposals[i] != NULL; i++)
    {
      g_autofree char *path = dup_path (query, query->proposals[i]);
      g_autoptr (GPtrArray) versions
          = twf_repository_list_versions (repository, resolved, path, cancellable, error);
      TwfRevision *first;

      if (versions == NULL)
        return NULL;
      first = find_first (versions);
      if (first != NULL)
        g_hash_table_insert (found, g_strdup (query->proposals[i]), g_object_ref (first));
    }
  return g_steal_pointer (&found);
}

static void
find_beginnings (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  GError *error = NULL;
  GHashTable *found = find_all (self->repository, data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify)g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_find_beginnings_async:
 * @self: a desk
 * @provision: (nullable): id of a provision of its plan; %NULL: the plan itself
 * @proposals: (array zero-terminated=1): ids of proposals about it
 * @cancellable: (nullable): ends it
 * @callback: called with since when they are there
 * @user_data: for @callback
 *
 * Finds since when each is proposed, by the history of its own file. The desk is not busy
 * meanwhile.
 */
void
twf_desk_find_beginnings_async (TwfDesk *self,
                                const char *provision,
                                const char *const *proposals,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self) && proposals != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_find_beginnings_async);
  query = g_new0 (Query, 1);
  query->provision = g_strdup (provision);
  query->revision = g_strdup (self->revision);
  query->proposals = g_strdupv ((char **)proposals);
  g_task_set_task_data (task, query, query_free);
  twf_desk_run (self, task, find_beginnings);
}

/**
 * twf_desk_find_beginnings_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8 TwfRevision): for each proposal the first revision
 *   that has it; what nobody has saved yet is not in it
 * Errors: TWF_ERROR_DAMAGED, and as twf_repository_list_versions()
 */
GHashTable *
twf_desk_find_beginnings_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
