/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-inbox.h"

#include "twf-desk-private.h"

#include "twf-error.h"
#include "twf-format.h"
#include "twf-ancestry.h"
#include "twf-judge.h"

#include <string.h>

#define MAIN "refs/heads/" TWF_BRANCH_MAIN

/* What is asked of a thread. */
typedef struct
{
  char *revision; /* of the desk's branch */
  gboolean all;
} Asking;

static void
free_asking (Asking *asking)
{
  g_free (asking->revision);
  g_free (asking);
}

/* What items are held against. */
typedef struct
{
  TwfRepository *repository;
  const char *own;   /* tip of the desk's branch */
  char *main;        /* tip of the rolling text as it is known here */
  GPtrArray *issued; /* of TwfIssued; nullable */
  TwfJudge *judge;
  GCancellable *cancellable;
} Ground;

/**
 * twf_inbox_item_free:
 * @self: (transfer full) (nullable): something that was received
 */
void
twf_inbox_item_free (TwfInboxItem *self)
{
  if (self == NULL)
    return;
  twf_received_free (self->received);
  g_free (self->verdict);
  g_free (self->name);
  g_free (self->base);
  g_free (self->base_symbol);
  g_strfreev (self->provisions);
  g_free (self);
}

/* Of a delegation's copy the newest rolling text is the one that came last, if it goes on from the
 * own: that stays behind where what came is not verified. */
static char *
find_main (TwfRepository *repository, GError **error)
{
  g_autofree char *own = twf_repository_resolve (repository, MAIN, error);
  g_autoptr (TwfReceived) received
      = own != NULL ? twf_repository_find_received (repository, NULL, NULL) : NULL;
  gboolean goes_on = FALSE;

  if (received != NULL && twf_repository_contains (repository, received->tip, own, &goes_on, NULL)
      && goes_on)
    return g_steal_pointer (&received->tip);
  return g_steal_pointer (&own);
}

static void
find_symbol (TwfInboxItem *item, GPtrArray *issued)
{
  for (guint i = issued != NULL ? issued->len : 0; i > 0 && item->base_symbol == NULL; i--)
    {
      const TwfIssued *each = issued->pdata[i - 1];

      if (g_strcmp0 (each->revision, item->base) == 0)
        item->base_symbol = g_strdup (each->symbol);
    }
}

static gboolean
find_base (TwfInboxItem *item, const Ground *ground, GError **error)
{
  const TwfReceived *received = item->received;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GError) reason = NULL;

  if (received->code != NULL)
    item->base
        = twf_repository_find_taken_in (ground->repository, ground->main, received->tip, &reason);
  else
    item->base
        = twf_repository_find_taken_in (ground->repository, received->tip, ground->own, &reason);
  if (item->base == NULL)
    {
      if (g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  find_symbol (item, ground->issued);
  revisions
      = twf_repository_list_revisions (ground->repository, item->base, NULL, 0, 1, NULL, error);
  if (revisions == NULL)
    return FALSE;
  if (revisions->len > 0)
    item->base_when = twf_revision_get_when (revisions->pdata[0]);
  return twf_repository_count_on_line (
      ground->repository, ground->main, item->base, &item->n_behind, error);
}

static gboolean
find_changes (TwfInboxItem *item, const Ground *ground, GError **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GHashTable) seen = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (item->base != NULL)
    {
      changes = twf_repository_compare (ground->repository, item->base, item->received->tip, error);
      if (changes == NULL)
        return FALSE;
    }
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      char *id = twf_format_dup_id_of_path (((const TwfPathChange *)changes->pdata[i])->path);

      if (id == NULL)
        item->differs_otherwise = TRUE;
      else if (!g_hash_table_contains (seen, id))
        g_strv_builder_add (ids, id);
      if (id != NULL)
        g_hash_table_add (seen, id);
    }
  item->provisions = g_strv_builder_end (ids);
  return TRUE;
}

static gboolean
weigh (TwfInboxItem *item, const Ground *ground, GError **error)
{
  const char *tip = item->received->tip;

  return twf_repository_contains (ground->repository, ground->own, tip, &item->taken_in, error)
         && (item->taken_in
             || twf_repository_count_ahead (
                 ground->repository, tip, ground->own, &item->n_revisions, error))
         && find_base (item, ground, error) && find_changes (item, ground, error);
}

/* One that cannot be read does not hide the others. */
static TwfInboxItem *
make_item (const TwfReceived *received, gboolean holds, const Ground *ground)
{
  TwfInboxItem *item = g_new0 (TwfInboxItem, 1);
  g_autoptr (GError) reason = NULL;

  item->received = twf_received_copy (received);
  item->holds = holds;
  item->name = holds ? twf_received_dup_branch (received) : twf_received_dup_name (received);
  if (!received->is_damaged)
    item->verdict = twf_judge_dup_verdict (ground->judge, received, ground->cancellable, &reason);
  item->is_damaged = item->verdict == NULL || !weigh (item, ground, &reason);
  if (reason != NULL)
    g_debug ("%s: %s", item->name, reason->message);
  if (item->provisions == NULL)
    item->provisions = g_new0 (char *, 1);
  return item;
}

static GPtrArray *
list_inbox (TwfDesk *desk, const Asking *asking, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_inbox_item_free);
  g_autoptr (GPtrArray) received = twf_repository_list_received (desk->repository, error);
  g_autoptr (GPtrArray) issued = twf_repository_list_issued (desk->repository, NULL);
  g_autofree char *rolling = received != NULL ? find_main (desk->repository, error) : NULL;
  g_autoptr (TwfJudge) judge
      = rolling != NULL ? twf_judge_new (desk->repository, FALSE, cancellable, error) : NULL;
  const Ground ground = { desk->repository, asking->revision, rolling, issued, judge, cancellable };

  if (judge == NULL)
    return NULL;
  for (guint i = 0; i < received->len; i++)
    {
      gboolean last = twf_received_holds (received, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (last || asking->all)
        g_ptr_array_add (items, make_item (received->pdata[i], last, &ground));
    }
  return g_steal_pointer (&items);
}

static void
run_list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *items = list_inbox (source, data, cancellable, &error);

  if (items != NULL)
    g_task_return_pointer (task, items, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_list_inbox_async:
 * @self: a desk
 * @all: whether what came before and was replaced is listed too
 * @cancellable: (nullable): ends it
 * @callback: called with the list
 * @user_data: for @callback
 *
 * Lists what was received, and what each would bring to the desk's branch.
 */
void
twf_desk_list_inbox_async (TwfDesk *self,
                           gboolean all,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Asking *asking;

  g_return_if_fail (TWF_IS_DESK (self));

  task = twf_desk_start (self, twf_desk_list_inbox_async, cancellable, callback, user_data);
  asking = g_new0 (Asking, 1);
  asking->revision = g_strdup (self->revision);
  asking->all = all;
  g_task_set_task_data (task, asking, (GDestroyNotify)free_asking);
  /* Not on the worker: a save does not wait for two hundred contributions to be weighed. */
  g_task_run_in_thread (task, run_list);
  g_object_unref (task);
}

/**
 * twf_desk_list_inbox_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfInboxItem): the rolling text, then by code; of one
 *   branch in the order in which they came
 * Errors: as twf_repository_list_received()
 */
GPtrArray *
twf_desk_list_inbox_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
