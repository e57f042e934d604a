/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-inbox.h"

#include "twf-merge-ground.h"

#define ROLLING_TEXT "received/" TWF_BRANCH_MAIN

/* What is asked of a thread. */
typedef struct
{
  char **names;
  char *revision; /* of the desk's branch */
} Question;

static void
free_question (Question *question)
{
  g_strfreev (question->names);
  g_free (question->revision);
  g_free (question);
}

/**
 * twf_foresight_free:
 * @self: (transfer full) (nullable): what would come of something
 */
void
twf_foresight_free (TwfForesight *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

/* Whose @name is: the code behind "received/"; NULL: the facilitator's. */
static const char *
get_owner (const char *name)
{
  return g_str_equal (name, ROLLING_TEXT) ? NULL : strrchr (name, '/') + 1;
}

/* @name: NULL: of all together; what several ask for is one change. */
static TwfForesight *
count (const char *name, GPtrArray *outcomes)
{
  TwfForesight *self = g_new0 (TwfForesight, 1);

  self->name = g_strdup (name);
  for (guint i = 0; i < outcomes->len; i++)
    {
      const TwfOutcome *outcome = outcomes->pdata[i];

      if (outcome->request == NULL
          || (name != NULL && !twf_request_is_from (outcome->request, get_owner (name))))
        continue;
      if (outcome->kind == TWF_OUTCOME_ACCEPTED)
        self->n_in++;
      else if (outcome->kind != TWF_OUTCOME_ALREADY)
        self->n_clashes++;
    }
  return self;
}

static gboolean
foresee (TwfDesk *desk,
         const char *revision,
         const char *const *names,
         GPtrArray *found,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (TwfPlanMerge) merge
      = twf_merge_prepare (desk, revision, names, NULL, cancellable, error);
  g_autoptr (GPtrArray) outcomes = NULL;

  if (merge == NULL)
    return FALSE;
  if (!twf_plan_merge_takes_in (merge))
    twf_plan_merge_decide (merge, NULL, TWF_DECISION_ACCEPT);
  outcomes = twf_plan_merge_list_outcomes (merge);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (found, count (names[i], outcomes));
  if (names[0] != NULL && names[1] != NULL)
    g_ptr_array_add (found, count (NULL, outcomes));
  return TRUE;
}

/* One that cannot be read keeps the others from being foreseen together, not each by itself. */
static void
foresee_each (TwfDesk *desk, const Question *question, GPtrArray *found, GCancellable *cancellable)
{
  for (guint i = 0; question->names[i] != NULL; i++)
    {
      const char *const one[] = { question->names[i], NULL };
      g_autoptr (GError) reason = NULL;

      if (g_cancellable_is_cancelled (cancellable))
        return;
      if (!foresee (desk, question->revision, one, found, cancellable, &reason))
        g_debug ("%s: %s", one[0], reason->message);
    }
}

/* A delegation takes the rolling text in alone, which is not merged like another contribution. */
static void
foresee_all (TwfDesk *desk, const Question *question, GPtrArray *found, GCancellable *cancellable)
{
  const char *const *names = (const char *const *)question->names;
  gboolean alone = g_strv_contains (names, ROLLING_TEXT);
  g_autoptr (GError) reason = NULL;

  if (!alone && foresee (desk, question->revision, names, found, cancellable, &reason))
    return;
  g_ptr_array_set_size (found, 0);
  foresee_each (desk, question, found, cancellable);
}

static void
run_foresee (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *desk = source;
  GError *error = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_foresight_free);

  if (twf_repository_hold (desk->repository, &error))
    {
      foresee_all (desk, data, found, cancellable);
      twf_repository_release (desk->repository);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify)g_ptr_array_unref);
}

/**
 * twf_desk_foresee_async:
 * @self: a desk
 * @names: (array zero-terminated=1): what was received, "received/EG"
 * @cancellable: (nullable): ends it
 * @callback: called with what would come of each
 * @user_data: for @callback
 *
 * Finds out how much of what was received would go into the text if all of it were accepted in one
 * merge, and how much stands against something, without changing anything.
 */
void
twf_desk_foresee_async (TwfDesk *self,
                        const char *const *names,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (TWF_IS_DESK (self) && names != NULL);

  /* Nobody waits for it, and no save has to: not on the worker. */
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_foresee_async);
  question = g_new0 (Question, 1);
  question->names = g_strdupv ((char **)names);
  question->revision = g_strdup (self->revision);
  g_task_set_task_data (task, question, (GDestroyNotify)free_question);
  g_task_run_in_thread (task, run_foresee);
}

/**
 * twf_desk_foresee_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfForesight): what would come of each; of what cannot be
 *   merged on the revision that the plan stands on, nothing; then of several together. Where that
 *   is missing they could not be merged at once, and each is foreseen by itself
 * Errors: as twf_repository_hold(); %G_IO_ERROR_CANCELLED
 */
GPtrArray *
twf_desk_foresee_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
