/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-merge.h"

#include "twf-merge-ground.h"

#include "twf-error.h"
#include "twf-judge.h"
#include "twf-received.h"
#include "twf-saving.h"
#include "twf-theirs.h"
#include "twf-transform.h"

#include <glib/gi18n-lib.h>

/* So many are named in the first line of a merge's message; all are in its trailers. */
#define MOST_NAMES 8

/* A merge that is carried out: first on the merge's own plan and on the disk, and when the revision
 * stands, on the desk's. What goes wrong before that leaves nothing half done. */
typedef struct
{
  TwfPlanMerge *merge; /* nullable once it is worked out */
  TwfMergeGround *ground;
  char *message;  /* nullable */
  char *identity; /* nullable */
  char *signer;   /* nullable */
  char *branch;
  guint64 journalled;

  /* Brought back. */
  GPtrArray *edits;    /* of TwfEdit* (owned); nullable */
  GPtrArray *inverses; /* of TwfEdit* (owned), in step with edits */
  TwfSaving *saving;   /* nullable: there was nothing to save */
} Conclusion;

static void
free_conclusion (Conclusion *self)
{
  g_clear_object (&self->merge);
  twf_merge_ground_unref (self->ground);
  g_free (self->message);
  g_free (self->identity);
  g_free (self->signer);
  g_free (self->branch);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->inverses, g_ptr_array_unref);
  g_clear_pointer (&self->saving, twf_saving_free);
  g_free (self);
}

static char *
compose_message (GPtrArray *sources)
{
  g_autoptr (GString) message = g_string_new ("Merge ");

  for (guint i = 0; i < MIN (sources->len, MOST_NAMES); i++)
    {
      g_autofree char *label = twf_source_dup_label (sources->pdata[i]);

      g_string_append_printf (message, "%s%s", i > 0 ? ", " : "", label);
    }
  if (sources->len > MOST_NAMES)
    g_string_append_printf (message, " and %u others", sources->len - MOST_NAMES);
  return g_string_free (g_steal_pointer (&message), FALSE);
}

/* What was known of the signature of what is merged, when it was; nullable: it did not come from
 * outside. What came is noted on this machine alone, and the plan goes on without it. */
static char *
dup_verdict (TwfSource *source, GPtrArray *received, TwfJudge *judge)
{
  for (guint i = received != NULL ? received->len : 0; i > 0; i--)
    {
      const TwfReceived *one = received->pdata[i - 1];
      g_autofree char *branch = twf_received_dup_branch (one);

      if (g_strcmp0 (one->tip, source->tip) == 0 && g_str_has_prefix (source->name, branch))
        {
          char *verdict = judge != NULL ? twf_judge_dup_verdict (judge, one, NULL, NULL) : NULL;

          return verdict != NULL ? verdict
                                 : g_strdup (twf_verdict_get_name (TWF_VERDICT_UNCHECKED));
        }
    }
  return NULL;
}

/* Who merges; and lines for each branch, so that git itself says what a delegation asked for, and
 * whether it was known to be the delegation that did. */
static TwfAuthor *
make_author (Conclusion *self, TwfRepository *repository)
{
  TwfMergeGround *ground = self->ground;
  g_autofree char *composed = compose_message (ground->sources);
  TwfAuthor *author
      = twf_author_new (ground->plan,
                        self->identity,
                        self->message != NULL && *self->message != '\0' ? self->message : composed);
  g_autoptr (GPtrArray) received = twf_repository_list_received (repository, NULL);
  g_autoptr (TwfJudge) judge = received != NULL && received->len > 0
                                   ? twf_judge_new (repository, FALSE, NULL, NULL)
                                   : NULL;
  guint n = ground->sources->len;
  guint n_trailers = 0;

  author->key = g_strdup (self->signer);
  author->merged = g_new0 (char *, n + 1);
  author->trailers = g_new0 (char *, 2 * n + 1);
  g_free (author->mandate);
  author->mandate = g_strdup ("merge");
  for (guint i = 0; i < n; i++)
    {
      TwfSource *source = ground->sources->pdata[i];
      g_autofree char *label = twf_source_dup_label (source);
      g_autofree char *verdict = dup_verdict (source, received, judge);

      author->merged[i] = g_strdup (source->tip);
      author->trailers[n_trailers++] = g_strdup_printf ("Contribution: %s %s", label, source->tip);
      if (verdict != NULL)
        author->trailers[n_trailers++] = g_strdup_printf ("Verdict: %s %s", label, verdict);
    }
  return author;
}

static void
note_touched (TwfPlan *plan, TwfEdit *edit, TwfTouched *touched)
{
  twf_touched_add (touched, edit);
}

static gboolean
apply_all (Conclusion *self, TwfPlan *plan, TwfTouched *touched, GError **error)
{
  gulong handler = g_signal_connect (plan, "edited", G_CALLBACK (note_touched), touched);
  gboolean done = TRUE;

  self->inverses = twf_edits_new ();
  for (guint i = 0; done && i < self->edits->len; i++)
    {
      TwfEdit *inverse = NULL;

      done = twf_plan_apply (plan, self->edits->pdata[i], &inverse, error);
      if (done)
        g_ptr_array_add (self->inverses, inverse);
    }
  g_signal_handler_disconnect (plan, handler);
  return done;
}

static gboolean
conclude (TwfDesk *desk, Conclusion *self, GCancellable *cancellable, GError **error)
{
  TwfMergeGround *ground = self->ground;
  g_autoptr (TwfTouched) touched = twf_touched_new ();

  if (ground->sources->len == 0)
    return TRUE;
  self->edits = twf_plan_merge_list_edits (self->merge);
  /* What two hundred branches asked for, unless somebody still shows it, makes room for the save.
   */
  g_clear_object (&self->merge);
  if (!apply_all (self, ground->plan, touched, error))
    return FALSE;
  self->saving = twf_saving_new_of (
      ground->plan, touched, make_author (self, desk->repository), self->branch, ground->revision);
  self->saving->journalled = self->journalled;
  /* All that is saved of it stands in memory as files. */
  twf_merge_ground_let_plan_go (ground);
  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && twf_saving_run (self->saving, desk->repository, cancellable, error);
}

static void
run_conclude (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (conclude (source, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
was_touched (TwfDesk *desk, TwfEdit *edit)
{
  g_autoptr (TwfTouched) subject = twf_touched_new ();
  GHashTableIter iter;
  gpointer id;

  twf_touched_add (subject, edit);
  g_hash_table_iter_init (&iter, subject->provisions);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (desk->touched->provisions, id))
      return TRUE;
  return (subject->head && desk->touched->head)
         || (g_hash_table_size (subject->delegations) > 0
             && g_hash_table_size (desk->touched->delegations) > 0);
}

static void
note_clash (TwfDesk *desk, TwfEdit *edit)
{
  g_autoptr (TwfTouched) subject = twf_touched_new ();
  GHashTableIter iter;
  gpointer id;

  twf_touched_add (subject, edit);
  g_hash_table_iter_init (&iter, subject->provisions);
  if (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (desk->clashes, g_strdup (id));
  else
    g_hash_table_add (desk->clashes, g_strdup (""));
}

/* What was typed in the same place while the revision was made stays, and a person decides. */
static void
lay_in (TwfDesk *desk, Conclusion *self)
{
  g_autoptr (GPtrArray) one = twf_edits_new ();

  twf_undo_break (desk->undo);
  twf_undo_begin (desk->undo, _ ("Merge"));
  for (guint i = 0; i < self->edits->len; i++)
    {
      TwfEdit *edit = self->edits->pdata[i];
      gboolean free_to_lay
          = !was_touched (desk, edit) || twf_edit_stands (self->inverses->pdata[i], desk->plan);

      g_ptr_array_set_size (one, 0);
      g_ptr_array_add (one, twf_edit_ref (edit));
      if (!free_to_lay || !twf_desk_apply_quietly (desk, one, NULL))
        note_clash (desk, edit);
    }
  twf_undo_end (desk->undo);
}

static void
concluded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfDesk *desk = TWF_DESK (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Conclusion *conclusion = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      twf_desk_give_up_saving (desk, error);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (conclusion->saving == NULL)
    {
      twf_desk_give_up_saving (desk, NULL);
      g_task_return_pointer (task, g_strdup (desk->revision), g_free);
      return;
    }
  /* Before the merge, so that what is undone first is the merge. */
  twf_theirs_lay_in (desk, conclusion->saving);
  lay_in (desk, conclusion);
  twf_saving_settle (conclusion->saving, desk);
  g_task_return_pointer (task, g_strdup (desk->revision), g_free);
}

static gboolean
may_merge (TwfDesk *self, TwfMergeGround *ground, GError **error)
{
  if (!twf_desk_may_save (self, FALSE, error))
    return FALSE;
  if (!twf_desk_is_modified (self) && g_strcmp0 (self->revision, ground->revision) == 0)
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_CHANGED, "%s: changed since", self->path);
  return FALSE;
}

/**
 * twf_desk_merge_async:
 * @self: a desk
 * @merge: (transfer full): what twf_desk_prepare_merge_finish() gave, decided
 * @message: (nullable): why, for the history; NULL: it names what is merged
 * @cancellable: (nullable): heeded until the revision is being made
 * @callback: called when it is on disk
 * @user_data: for @callback
 *
 * Carries out what was decided, as one revision with all that is merged as its parents and as one
 * undoable step. Where others saved other provisions meanwhile, these are laid into the plan.
 */
void
twf_desk_merge_async (TwfDesk *self,
                      TwfPlanMerge *merge,
                      const char *message,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (TwfPlanMerge) owned = merge;
  g_autoptr (GError) error = NULL;
  GTask *task;
  GTask *inner;
  Conclusion *conclusion;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (TWF_IS_PLAN_MERGE (merge) && twf_merge_get_ground (merge) != NULL);

  task = twf_desk_start (self, twf_desk_merge_async, cancellable, callback, user_data);
  /* A revision that stands was not cancelled, however late that was asked for. */
  g_task_set_check_cancellable (task, FALSE);
  if (!may_merge (self, twf_merge_get_ground (merge), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
      return;
    }
  conclusion = g_new0 (Conclusion, 1);
  conclusion->merge = g_steal_pointer (&owned);
  conclusion->ground = twf_merge_ground_ref (twf_merge_get_ground (merge));
  conclusion->message = g_strdup (message);
  conclusion->identity = g_strdup (self->identity);
  conclusion->signer = g_strdup (self->signer);
  conclusion->branch = g_strdup (self->branch);
  conclusion->journalled = self->journalled;
  inner = g_task_new (self, cancellable, concluded_cb, task);
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, conclusion, (GDestroyNotify)free_conclusion);
  self->saving = twf_touched_new ();
  twf_desk_run (self, inner, run_conclude);
}

/**
 * twf_desk_merge_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): id of the revision; where nothing was new, of the one that stands
 * Errors: TWF_ERROR_CHANGED if the plan was edited, or somebody else changed the same provisions,
 *   since the merge was prepared: nothing was done, prepare it anew; as twf_desk_save_finish()
 */
char *
twf_desk_merge_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
