/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-marks.h"

#include "twf-comparison.h"
#include "twf-format.h"
#include "twf-segments.h"

/* Words are counted where no more provisions than this changed: a row of a list waits for it. */
#define MOST_COUNTED 50

static void
count_provisions (GPtrArray *paths, TwfTally *tally)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      char *id = twf_format_dup_id_of_path (((TwfPathChange *)paths->pdata[i])->path);

      if (id != NULL)
        g_hash_table_add (ids, id);
      else
        tally->has_head = TRUE;
    }
  tally->provisions = g_hash_table_size (ids);
}

/* As they are counted where two revisions are compared: what moved neither went nor came. */
static void
count_words (GPtrArray *changes, TwfTally *tally)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const TwfChange *change = changes->pdata[i];
      g_autoptr (GPtrArray) runs
          = change->kind == TWF_CHANGE_TEXT ? twf_change_dup_runs (change) : NULL;

      for (guint j = 0; runs != NULL && j < runs->len; j++)
        {
          const TwfRun *run = runs->pdata[j];

          if (run->kind != TWF_RUN_EQUAL && (run->move == 0 || run->edited))
            *(run->kind == TWF_RUN_INSERTED ? &tally->inserted : &tally->deleted)
                += twf_text_count_words (run->text, change->language);
        }
    }
  tally->has_words = TRUE;
}

static gboolean
take_tally (TwfRepository *repository,
            const char *revision,
            TwfTally *tally,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *former = NULL;
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (!twf_comparison_find_former (repository, revision, &former, error)
      || (paths = twf_repository_compare (repository, former, revision, error)) == NULL)
    return FALSE;
  count_provisions (paths, tally);
  if (former == NULL || tally->provisions > MOST_COUNTED)
    return TRUE;
  changes = twf_comparison_run (repository, former, revision, cancellable, error);
  if (changes == NULL)
    return FALSE;
  count_words (changes, tally);
  return TRUE;
}

static void
run_tally (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfRepository *repository = TWF_DESK (source)->repository;
  g_autofree TwfTally *tally = g_new0 (TwfTally, 1);
  GError *error = NULL;
  gboolean done = FALSE;

  if (twf_repository_hold (repository, &error))
    {
      done = take_tally (repository, data, tally, cancellable, &error);
      twf_repository_release (repository);
    }
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&tally), g_free);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_tally_async:
 * @self: a desk
 * @revision: full id of a revision
 * @cancellable: (nullable): ends it
 * @callback: called with the tally
 * @user_data: for @callback
 *
 * Counts what a revision changed, for a row that comes into sight. The desk is not busy meanwhile.
 */
void
twf_desk_tally_async (TwfDesk *self,
                      const char *revision,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self) && revision != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_tally_async);
  g_task_set_task_data (task, g_strdup (revision), g_free);
  twf_desk_run (self, task, run_tally);
}

/**
 * twf_desk_tally_finish:
 * @self: a desk
 * @result: the result
 * @tally: (out caller-allocates): how much it is
 * @error: return location
 *
 * Returns: whether it could be counted
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_DAMAGED; as twf_desk_read_provision()
 */
gboolean
twf_desk_tally_finish (TwfDesk *self, GAsyncResult *result, TwfTally *tally, GError **error)
{
  g_autofree TwfTally *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self) && tally != NULL, FALSE);

  found = g_task_propagate_pointer (G_TASK (result), error);
  if (found != NULL)
    *tally = *found;
  return found != NULL;
}
