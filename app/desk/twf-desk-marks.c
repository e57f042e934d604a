/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-marks.h"

#include "twf-desk-private.h"

/**
 * twf_mark_free:
 * @self: (transfer full) (nullable): a mark
 */
void
twf_mark_free (TwfMark *self)
{
  if (self == NULL)
    return;
  g_free (self->revision);
  g_free (self->name);
  g_free (self);
}

static void
add_mark (GPtrArray *marks, TwfMarkKind kind, const char *revision, const char *name)
{
  TwfMark *mark = g_new0 (TwfMark, 1);

  mark->kind = kind;
  mark->revision = g_strdup (revision);
  mark->name = g_strdup (name);
  g_ptr_array_add (marks, mark);
}

static GPtrArray *
list_marks (TwfDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_mark_free);
  g_autoptr (GPtrArray) issued = twf_repository_list_issued (desk->repository, error);
  g_autoptr (GPtrArray) branches
      = issued != NULL ? twf_repository_list_branches (desk->repository, error) : NULL;

  if (branches == NULL)
    return NULL;
  for (guint i = 0; i < issued->len; i++)
    {
      const TwfIssued *one = issued->pdata[i];

      if (!one->is_damaged)
        add_mark (marks, TWF_MARK_ISSUED, one->revision, one->symbol);
    }
  for (guint i = 0; i < branches->len; i++)
    {
      const TwfBranch *branch = branches->pdata[i];

      if (!g_str_equal (branch->name, desk->branch))
        add_mark (marks, TWF_MARK_BRANCH, branch->tip, branch->name);
    }
  return g_steal_pointer (&marks);
}

static void
run_list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *marks = list_marks (source, &error);

  if (marks != NULL)
    g_task_return_pointer (task, marks, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_list_marks_async:
 * @self: a desk
 * @cancellable: (nullable): ends it
 * @callback: called with the marks
 * @user_data: for @callback
 *
 * Lists what was issued and where branches stand, but for the desk's own. The desk is not busy
 * meanwhile.
 */
void
twf_desk_list_marks_async (TwfDesk *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_list_marks_async);
  twf_desk_run (self, task, run_list);
}

/**
 * twf_desk_list_marks_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfMark): the marks: what was issued, the first first,
 * then the branches by name Errors: as twf_repository_list_issued() and
 * twf_repository_list_branches()
 */
GPtrArray *
twf_desk_list_marks_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
