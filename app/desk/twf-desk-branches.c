/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-merge.h"

#include "twf-desk-private.h"

#include "twf-judge.h"
#include "twf-received.h"
#include "twf-ancestry.h"
#include "twf-source.h"

/**
 * twf_desk_branch_free:
 * @self: (transfer full) (nullable): a branch
 */
void
twf_desk_branch_free (TwfDeskBranch *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->verdict);
  g_free (self->owner);
  g_clear_object (&self->newest);
  g_free (self);
}

/* Returns: (nullable): NULL: it names what is not there. */
static TwfDeskBranch *
branch_new (TwfRepository *repository,
            const TwfBranch *branch,
            const char *revision,
            GError **error)
{
  g_autoptr (TwfDeskBranch) self = g_new0 (TwfDeskBranch, 1);
  g_autoptr (GPtrArray) newest
      = twf_repository_list_revisions (repository, branch->tip, NULL, 0, 1, NULL, error);

  if (newest == NULL
      || !twf_repository_count_ahead (repository, branch->tip, revision, &self->n_ahead, error))
    return NULL;
  self->name = g_strdup (branch->name);
  self->newest = g_object_ref (newest->pdata[0]);
  self->owner = twf_branch_dup_owner (branch->name, self->newest);
  return g_steal_pointer (&self);
}

/* One that names what is not there is passed over. */
static void
add_branch (GPtrArray *branches,
            TwfDesk *desk,
            const TwfBranch *branch,
            const char *revision,
            const char *verdict)
{
  g_autoptr (GError) reason = NULL;
  TwfDeskBranch *listed = branch_new (desk->repository, branch, revision, &reason);

  if (listed == NULL)
    {
      g_debug ("%s: %s", branch->name, reason->message);
      return;
    }
  listed->verdict = g_strdup (verdict);
  g_ptr_array_add (branches, listed);
}

/* Of each branch what came last and can be read. */
static gboolean
add_received (GPtrArray *branches,
              TwfDesk *desk,
              const char *revision,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) found = twf_repository_list_received (desk->repository, error);
  g_autoptr (TwfJudge) judge
      = found != NULL ? twf_judge_new (desk->repository, FALSE, cancellable, error) : NULL;

  for (guint i = 0; judge != NULL && i < found->len; i++)
    {
      const TwfReceived *received = found->pdata[i];
      g_autofree char *name = twf_received_dup_branch (received);
      const TwfBranch branch = { name, received->tip };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!received->is_damaged && twf_received_holds (found, i))
        {
          g_autofree char *verdict = twf_judge_dup_verdict (judge, received, cancellable, NULL);

          add_branch (branches,
                      desk,
                      &branch,
                      revision,
                      verdict != NULL ? verdict : twf_verdict_get_name (TWF_VERDICT_UNCHECKED));
        }
    }
  return judge != NULL;
}

static GPtrArray *
list_branches (TwfDesk *desk, const char *revision, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = twf_repository_list_branches (desk->repository, error);
  g_autoptr (GPtrArray) branches
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_desk_branch_free);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const TwfBranch *branch = found->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!g_str_equal (branch->name, desk->branch))
        add_branch (branches, desk, branch, revision, NULL);
    }
  if (found == NULL || !add_received (branches, desk, revision, cancellable, error))
    return NULL;
  return g_steal_pointer (&branches);
}

static void
run_list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *branches = list_branches (source, data, cancellable, &error);

  if (branches != NULL)
    g_task_return_pointer (task, branches, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_list_branches_async:
 * @self: a desk
 * @cancellable: (nullable): ends it
 * @callback: called with the list
 * @user_data: for @callback
 *
 * Lists the branches that can be merged: all but the desk's own, by name; behind them what was
 * received last of each.
 */
void
twf_desk_list_branches_async (TwfDesk *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_list_branches_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_strdup (self->revision), g_free);
  twf_desk_run (self, task, run_list);
}

/**
 * twf_desk_list_branches_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfDeskBranch): the branches; one that names a revision
 *   that is not there is none
 * Errors: as twf_repository_list_branches()
 */
GPtrArray *
twf_desk_list_branches_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
