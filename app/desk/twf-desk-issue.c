/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-issue.h"

#include "twf-desk-private.h"

#include "twf-clock.h"
#include "twf-error.h"
#include "twf-fixed-numbers.h"
#include "twf-hostile.h"
#include "twf-normal.h"

/* One issue, on its way to the worker and back. */
typedef struct
{
  char *revision;
  char *symbol;
  TwfAuthor *author;
  gint64 when;    /* seconds since 1970; 0: now */
  char *note;     /* nullable */
  char *standing; /* the desk's revision */
  TwfIssued *on;  /* brought back: what was issued last on the way to that; nullable */
} Issuing;

static void
free_issuing (Issuing *issuing)
{
  g_free (issuing->revision);
  g_free (issuing->symbol);
  g_clear_pointer (&issuing->author, twf_author_free);
  g_free (issuing->note);
  g_free (issuing->standing);
  g_clear_pointer (&issuing->on, twf_issued_free);
  g_free (issuing);
}

static TwfIssued *
run_issue (TwfDesk *self, Issuing *issuing, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = twf_repository_resolve (self->repository, issuing->revision, error);
  g_autoptr (TwfPlan) plan = NULL;
  g_autofree char *record = NULL;
  TwfIssueInfo info;
  TwfIssued *issued;

  if (id == NULL)
    return NULL;
  plan = twf_desk_read_plan (NULL, self->repository, id, NULL, cancellable, error);
  if (plan == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  record = twf_plan_dup_fixed_numbers (plan);
  info = (TwfIssueInfo){
    .symbol = issuing->symbol,
    .name = issuing->author->name,
    .email = issuing->author->email,
    .when = issuing->when != 0 ? issuing->when : twf_clock_now (),
    .note = issuing->note,
    .record = record,
  };
  info.offset_minutes = twf_author_get_offset_minutes (info.when);
  issued = twf_repository_issue (self->repository, id, &info, error);
  if (issued != NULL)
    issuing->on = twf_repository_find_issued (self->repository, issuing->standing, NULL);
  return issued;
}

static void
issue (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TwfIssued *issued = run_issue (source, data, cancellable, &error);

  if (issued != NULL)
    g_task_return_pointer (task, issued, (GDestroyNotify)twf_issued_free);
  else
    g_task_return_error (task, error);
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfDesk *self = TWF_DESK (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  TwfIssued *issued = g_task_propagate_pointer (G_TASK (result), &error);
  Issuing *issuing = g_task_get_task_data (G_TASK (result));

  if (issued == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  twf_desk_set_issued (self, issuing->on);
  g_task_return_pointer (task, issued, (GDestroyNotify)twf_issued_free);
}

/* A symbol is read by people and compared by bytes: one spelling, nothing that hides. */
static char *
dup_symbol (const char *symbol, GError **error)
{
  g_autofree char *normal = twf_text_normalize (symbol, -1, error);
  g_autofree char *single = NULL;

  if (normal == NULL)
    return NULL;
  single = twf_text_collapse_spaces (normal);
  g_strstrip (single);
  if (!twf_text_check_storable (single, error) || !twf_symbol_check (single, error))
    return NULL;
  return g_steal_pointer (&single);
}

/**
 * twf_desk_issue_async:
 * @self: a desk
 * @revision: (nullable): which revision; %NULL: the one the plan stands on. What was edited since
 *   is not in it: save first
 * @symbol: under which symbol, "A/64/L.64/Rev.1"; brought to NFC, spaces to one
 * @when: seconds since 1970; 0: now
 * @note: (nullable): any text
 * @cancellable: (nullable): heeded until it is being issued
 * @callback: called when it is on the disk
 * @user_data: for @callback
 *
 * Issues a revision in the name of the desk's identity. The numbers of its provisions are
 * fixed with it: from then on, what stands in it keeps them (twf_plan_set_fixed_numbers()).
 */
void
twf_desk_issue_async (TwfDesk *self,
                      const char *revision,
                      const char *symbol,
                      gint64 when,
                      const char *note,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task;
  GTask *inner;
  Issuing *issuing;
  GError *error = NULL;
  g_autofree char *spelled = NULL;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (symbol != NULL);

  task = twf_desk_start (self, twf_desk_issue_async, cancellable, callback, user_data);
  spelled = dup_symbol (symbol, &error);
  if (error == NULL && self->read_only)
    g_set_error (&error, TWF_ERROR, TWF_ERROR_READ_ONLY, "%s", self->path);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  inner = g_task_new (self, cancellable, issued_cb, task);
  issuing = g_new0 (Issuing, 1);
  issuing->revision = g_strdup (revision != NULL ? revision : self->revision);
  issuing->standing = g_strdup (self->revision);
  issuing->symbol = g_steal_pointer (&spelled);
  issuing->author = twf_author_new (self->plan, self->identity, note);
  issuing->when = when;
  issuing->note = g_strdup (note);
  g_task_set_task_data (inner, issuing, (GDestroyNotify)free_issuing);
  twf_desk_run (self, inner, issue);
}

/**
 * twf_desk_issue_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what was issued
 * Errors: TWF_ERROR_EXISTS if something was issued under the symbol; TWF_ERROR_INVALID if it cannot
 *   be one, or no revision's name; TWF_ERROR_ENCODING; TWF_ERROR_NOT_FOUND; TWF_ERROR_READ_ONLY; as
 *   twf_repository_issue()
 */
TwfIssued *
twf_desk_issue_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_issued (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *self = source;
  GError *error = NULL;
  GPtrArray *issued = twf_repository_list_issued (self->repository, &error);

  if (issued != NULL)
    g_task_return_pointer (task, issued, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_list_issued_async:
 * @self: a desk
 * @cancellable: (nullable): ends it
 * @callback: called with what was issued
 * @user_data: for @callback
 *
 * Lists what was issued, of every branch.
 */
void
twf_desk_list_issued_async (TwfDesk *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_list_issued_async, cancellable, callback, user_data);
  twf_desk_run (self, task, list_issued);
}

/**
 * twf_desk_list_issued_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfIssued): what was issued, the damaged marked, by date
 *   and time; which revision contains which only the graph says
 * Errors: as twf_repository_list_issued()
 */
GPtrArray *
twf_desk_list_issued_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/*
 * twf_desk_set_issued:
 * @self: a desk
 * @issued: (nullable): what was issued last on the way to the revision the plan stands on
 *
 * Tells the plan which numbers are fixed.
 */
void
twf_desk_set_issued (TwfDesk *self, const TwfIssued *issued)
{
  if (g_strcmp0 (self->issued, issued != NULL ? issued->tag : NULL) == 0)
    return;
  g_free (self->issued);
  self->issued = issued != NULL ? g_strdup (issued->tag) : NULL;
  twf_plan_set_fixed_numbers (self->plan, issued != NULL ? issued->record : NULL);
}
