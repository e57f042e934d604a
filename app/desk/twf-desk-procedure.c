/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-procedure.h"

#include "twf-desk-private.h"
#include "twf-procedure-arrivals.h"

#include "twf-proposal-life.h"

/* What crosses to the worker and back. */
typedef struct
{
  char *asked;    /* nullable: the revision that the plan stands on */
  char *standing; /* that revision */
  gboolean wants_arrivals;
  GStrv values;         /* brought back: what is on record in the rolling text */
  char *revision;       /* brought back */
  char *symbol;         /* brought back; nullable */
  GHashTable *arrivals; /* brought back; nullable */
} Looking;

static void
free_looking (Looking *looking)
{
  g_free (looking->asked);
  g_free (looking->standing);
  g_strfreev (looking->values);
  g_free (looking->revision);
  g_free (looking->symbol);
  g_clear_pointer (&looking->arrivals, g_hash_table_unref);
  g_free (looking);
}

/**
 * twf_proceedings_free:
 * @self: (transfer full) (nullable): what is known of the procedure
 */
void
twf_proceedings_free (TwfProceedings *self)
{
  if (self == NULL)
    return;
  twf_procedure_free (self->procedure);
  g_clear_pointer (&self->arrivals, g_hash_table_unref);
  g_free (self->revision);
  g_free (self->symbol);
  g_free (self);
}

/**
 * twf_proceedings_get_arrival:
 * @self: what is known of the procedure
 * @act: a break
 * @when: (out): since when the rolling text has it, in seconds since 1970
 *
 * Returns: whether it came in when the silence was over, though it bears a moment before
 */
gboolean
twf_proceedings_get_arrival (const TwfProceedings *self, const TwfProcedureAct *act, gint64 *when)
{
  g_autofree char *value = twf_procedure_act_format (act);
  const gint64 *found = self->arrivals != NULL ? g_hash_table_lookup (self->arrivals, value) : NULL;

  if (found == NULL)
    return FALSE;
  *when = *found;
  return TRUE;
}

/* The newest symbol of the revision. */
static gboolean
find_symbol (Looking *looking, TwfRepository *repository, GError **error)
{
  g_autoptr (GPtrArray) issued = twf_repository_list_issued (repository, error);

  if (issued == NULL)
    return FALSE;
  for (guint i = issued->len; i > 0 && looking->symbol == NULL; i--)
    {
      const TwfIssued *one = issued->pdata[i - 1];

      if (g_strcmp0 (one->revision, looking->revision) == 0)
        looking->symbol = g_strdup (one->symbol);
    }
  return TRUE;
}

/* A delegation learns of a silence from the rolling text, whether it has taken that in or not. */
static gboolean
read_rolling (Looking *looking,
              TwfRepository *repository,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *tip = twf_desk_resolve_tip (repository, TWF_BRANCH_MAIN, NULL);
  g_autoptr (TwfPlan) head = NULL;
  g_autoptr (TwfProcedure) procedure = NULL;

  if (tip == NULL)
    return TRUE;
  head = twf_desk_read_head (repository, tip, error);
  if (head == NULL)
    return FALSE;
  looking->values = g_strdupv ((GStrv)twf_plan_get_values (head, TWF_PLAN_PROCEDURE));
  if (!looking->wants_arrivals)
    return TRUE;
  procedure = twf_procedure_of (head);
  looking->arrivals = twf_procedure_find_arrivals (repository, tip, procedure, cancellable);
  return TRUE;
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfRepository *repository = TWF_DESK (source)->repository;
  Looking *looking = data;
  GError *error = NULL;

  looking->revision = looking->asked != NULL
                          ? twf_repository_resolve (repository, looking->asked, &error)
                          : g_strdup (looking->standing);
  if (looking->revision != NULL && find_symbol (looking, repository, &error)
      && read_rolling (looking, repository, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_read_procedure_async:
 * @self: a desk
 * @revision: (nullable): the one that is asked about; %NULL: the one that the plan stands on
 * @arrivals: whether to look when breaks came into the rolling text, which takes a walk back to
 *   their deadline
 * @cancellable: (nullable): ends it
 * @callback: called with what is known
 * @user_data: for @callback
 *
 * Looks up what is on record of the procedure, on the desk and in the rolling text.
 */
void
twf_desk_read_procedure_async (TwfDesk *self,
                               const char *revision,
                               gboolean arrivals,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  Looking *looking;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_read_procedure_async, cancellable, callback, user_data);
  looking = g_new0 (Looking, 1);
  looking->asked = g_strdup (revision);
  looking->wants_arrivals = arrivals;
  looking->standing = g_strdup (self->revision);
  g_task_set_task_data (task, looking, (GDestroyNotify)free_looking);
  twf_desk_run (self, task, look);
}

static TwfProcedure *
unite (const char *const *some, const char *const *others)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new (); /* char* (borrowed) */

  for (guint i = 0; some != NULL && some[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer)some[i]);
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer)others[i]);
  g_ptr_array_add (all, NULL);
  return twf_procedure_new ((const char *const *)all->pdata);
}

/**
 * twf_desk_read_procedure_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what is known
 * Errors: as twf_repository_resolve(), for the revision that was asked about
 */
TwfProceedings *
twf_desk_read_procedure_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  TwfProceedings *found;
  Looking *looking;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  looking = g_task_get_task_data (G_TASK (result));
  found = g_new0 (TwfProceedings, 1);
  found->procedure = unite (twf_plan_get_values (self->plan, TWF_PLAN_PROCEDURE),
                            (const char *const *)looking->values);
  found->revision = g_steal_pointer (&looking->revision);
  found->symbol = g_steal_pointer (&looking->symbol);
  found->arrivals = g_steal_pointer (&looking->arrivals);
  return found;
}

/**
 * twf_procedure_list_edits:
 * @plan: a plan
 * @known: what is on record
 * @act: an act
 * @error: where an error goes
 *
 * Returns: (transfer full) (element-type TwfEdit): what puts @act on record, and sets aside the
 *   proposals that it says were
 * Errors: as twf_proposal_park()
 */
GPtrArray *
twf_procedure_list_edits (TwfPlan *plan,
                          const TwfProcedure *known,
                          const TwfProcedureAct *act,
                          GError **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);

  for (guint i = 0; act->parked != NULL && act->parked[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) more = twf_proposal_park (plan, act->parked[i], error);

      if (more == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (edits, g_steal_pointer (&more));
    }
  g_ptr_array_add (edits, twf_procedure_record (plan, known, act));
  return g_steal_pointer (&edits);
}
