/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-account.h"

#include "twf-account-find.h"

#include "twf-ancestry.h"
#include "twf-error.h"

/* The two revisions as they were asked for. */
typedef struct
{
  char *names[2];
} Query;

static void
free_query (Query *query)
{
  g_free (query->names[0]);
  g_free (query->names[1]);
  g_free (query);
}

static void
name_issued (TwfAccountEnd *end, GPtrArray *issued)
{
  for (guint i = 0; issued != NULL && i < issued->len; i++)
    {
      const TwfIssued *one = issued->pdata[i];

      if (!g_str_equal (one->symbol, end->name) || g_strcmp0 (one->revision, end->revision) != 0)
        continue;
      end->symbol = g_strdup (one->symbol);
      end->tag = g_strdup (one->tag);
      if (one->by != NULL)
        {
          end->when = one->when;
          end->offset_minutes = one->offset_minutes;
        }
    }
}

static gboolean
find_end (TwfRepository *repository,
          TwfAccountEnd *end,
          const char *name,
          GPtrArray *issued,
          GError **error)
{
  g_autoptr (GPtrArray) found = NULL;

  end->name = g_strdup (name);
  end->revision = twf_repository_resolve (repository, name, error);
  if (end->revision == NULL)
    return FALSE;
  end->tree = twf_repository_dup_tree_id (repository, end->revision, error);
  found = twf_repository_list_revisions (repository, end->revision, NULL, 0, 1, NULL, error);
  if (end->tree == NULL || found == NULL)
    return FALSE;
  if (found->len > 0)
    {
      end->when = twf_revision_get_when (found->pdata[0]);
      end->offset_minutes = twf_author_get_offset_minutes (end->when);
    }
  name_issued (end, issued);
  return TRUE;
}

static gboolean
find_ends (TwfRepository *repository, TwfAccount *account, const Query *query, GError **error)
{
  g_autoptr (GPtrArray) issued = twf_repository_list_issued (repository, NULL);
  gboolean contains;

  for (guint i = 0; i < G_N_ELEMENTS (query->names); i++)
    if (!find_end (repository, &account->ends[i], query->names[i], issued, error))
      return FALSE;
  if (!twf_repository_contains (
          repository, account->ends[1].revision, account->ends[0].revision, &contains, error))
    return FALSE;
  if (!contains)
    g_set_error (
        error, TWF_ERROR, TWF_ERROR_INVALID, "%s: not made from the other", query->names[1]);
  return contains;
}

static TwfComparison *
compare (TwfRepository *repository,
         const TwfAccount *account,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (TwfPlan) former
      = twf_desk_read_plan (NULL, repository, account->ends[0].revision, NULL, cancellable, error);
  g_autoptr (TwfPlan) latter
      = former != NULL ? twf_desk_read_plan (
            NULL, repository, account->ends[1].revision, NULL, cancellable, error)
                       : NULL;

  return latter != NULL ? twf_comparison_new (former, &latter, 1, NULL) : NULL;
}

static TwfAccount *
run_query (TwfDesk *self, const Query *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfAccount) account = twf_account_new ();
  g_autoptr (TwfComparison) comparison = NULL;
  g_autoptr (GHashTable) doers
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)twf_doer_unref);
  TwfAccounting accounting = {
    .repository = self->repository, .account = account, .doers = doers, .cancellable = cancellable
  };
  GPtrArray *rows;

  if (!find_ends (self->repository, account, query, error))
    return NULL;
  comparison = compare (self->repository, account, cancellable, error);
  if (comparison == NULL)
    return NULL;
  accounting.former = account->ends[0].revision;
  accounting.latter = account->ends[1].revision;
  rows = twf_comparison_get_rows (comparison);
  for (guint i = 0; i < rows->len; i++)
    if (!twf_accounting_add_row (&accounting, rows->pdata[i], error))
      return NULL;
  twf_account_finish (account, comparison);
  return g_steal_pointer (&account);
}

static void
account (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TwfAccount *found = run_query (source, data, cancellable, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify)twf_account_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_account_async:
 * @self: a desk
 * @former: a revision, or the symbol under which it was issued
 * @latter: another that was made from it
 * @cancellable: (nullable): ends it
 * @callback: called with the account
 * @user_data: for @callback
 *
 * Accounts for every word, field and place that differs between two revisions: which revision made
 * it so, whose it is, and under what mandate. What was undone in between is no difference.
 */
void
twf_desk_account_async (TwfDesk *self,
                        const char *former,
                        const char *latter,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (former != NULL && latter != NULL);

  task = twf_desk_start (self, twf_desk_account_async, cancellable, callback, user_data);
  query = g_new0 (Query, 1);
  query->names[0] = g_strdup (former);
  query->names[1] = g_strdup (latter);
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  twf_desk_run (self, task, account);
}

/**
 * twf_desk_account_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): the account
 * Errors: TWF_ERROR_INVALID if the second was not made from the first; TWF_ERROR_NOT_FOUND; as
 *   twf_desk_compare_plans_finish() and twf_repository_list_versions()
 */
TwfAccount *
twf_desk_account_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
