/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-repair.h"

/* What crosses to the thread that repairs. */
typedef struct
{
  char *folder;
  char *other;
} Repairing;

static void
free_repairing (gpointer data)
{
  Repairing *repairing = data;

  g_free (repairing->folder);
  g_free (repairing->other);
  g_free (repairing);
}

static void
run_repair (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Repairing *repairing = data;
  GError *error = NULL;
  g_autoptr (TwfRepository) plan = twf_repository_open (repairing->folder, &error);
  TwfMending *repair
      = plan != NULL ? twf_mending_from (plan, repairing->other, cancellable, &error) : NULL;

  if (repair != NULL)
    g_task_return_pointer (task, repair, (GDestroyNotify)twf_mending_free);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_repair_async:
 * @folder: (type filename): a plan, which nobody has to have open
 * @other: (type filename): another copy of it, a folder or a contribution file
 * @cancellable: (nullable): ends it before anything is written
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As twf_mending_from(), on a thread of its own.
 */
void
twf_desk_repair_async (const char *folder,
                       const char *other,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Repairing *repairing;

  g_return_if_fail (folder != NULL && other != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_repair_async);
  repairing = g_new0 (Repairing, 1);
  repairing->folder = g_strdup (folder);
  repairing->other = g_strdup (other);
  g_task_set_task_data (task, repairing, free_repairing);
  g_task_run_in_thread (task, run_repair);
}

/**
 * twf_desk_repair_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what became of it
 * Errors: as twf_mending_from(), and as twf_repository_open() for the plan
 */
TwfMending *
twf_desk_repair_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
