/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-words.h"

#include "twf-desk-private.h"
#include "twf-error.h"
#include "twf-id.h"
#include "twf-text-story.h"
#include "twf-words-asked.h"

/* Whose words are asked for. */
typedef struct
{
  char *provision; /* nullable: the title */
  TwfPart part;
  char *language;
  char *revision;
  gboolean with_deleted;
} Query;

static void
free_query (Query *query)
{
  g_free (query->provision);
  g_free (query->language);
  g_free (query->revision);
  g_free (query);
}

/**
 * twf_word_run_free:
 * @self: (transfer full) (nullable): a stretch of words
 */
void
twf_word_run_free (TwfWordRun *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_ptr_array_unref (self->origins);
  g_clear_pointer (&self->deleted_by, twf_origin_unref);
  g_free (self->proposal);
  g_free (self);
}

static TwfWordRun *
run_new (const TwfTextStory *self, const TwfPassage *passage)
{
  TwfWordRun *run = g_new0 (TwfWordRun, 1);

  run->text = g_strdup (passage->text);
  run->origins = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_origin_unref);
  for (guint i = 0; i < passage->n_origins; i++)
    g_ptr_array_add (run->origins, twf_origin_ref (self->origins->pdata[passage->origins[i]]));
  if (passage->deleted_by != TWF_STILL_STANDS)
    run->deleted_by = twf_origin_ref (self->origins->pdata[passage->deleted_by]);
  run->left_out = passage->left_out;
  run->place = passage->place;
  return run;
}

static void
take_runs (const TwfTextStory *self, GPtrArray *passages, GPtrArray *runs)
{
  for (guint i = 0; i < passages->len; i++)
    g_ptr_array_add (runs, run_new (self, passages->pdata[i]));
  g_ptr_array_unref (passages);
}

static GPtrArray *
list_runs (const TwfTextStory *self, const Query *query, guint newest)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_word_run_free);

  take_runs (self, twf_provenance_list_present (self->provenance, newest), runs);
  if (query->with_deleted)
    take_runs (self, twf_provenance_list_deleted (self->provenance, newest), runs);
  return runs;
}

/* What was left out may wait in a proposal. One that cannot be read says nothing. */
static void
name_proposals (TwfRepository *repository,
                const Query *query,
                const char *revision,
                GPtrArray *runs)
{
  g_autoptr (TwfProvision) provision = NULL;
  g_autoptr (TwfPlan) head = NULL;
  gboolean any = FALSE;

  for (guint i = 0; i < runs->len; i++)
    any |= ((TwfWordRun *)runs->pdata[i])->left_out;
  if (!any)
    return;
  if (query->provision != NULL)
    provision = twf_desk_read_provision (repository, revision, query->provision, NULL);
  else
    head = twf_desk_read_head (repository, revision, NULL);
  if (provision != NULL || head != NULL)
    twf_words_name_proposals (runs, provision, head, query->part, query->language);
}

static GPtrArray *
run_query (TwfDesk *desk, Query *query, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = twf_repository_resolve (desk->repository, query->revision, error);
  g_autoptr (TwfTextStory) story = NULL;
  GPtrArray *runs;

  if (id == NULL)
    return NULL;
  story = twf_text_story_read (
      desk->repository, query->provision, query->part, query->language, id, cancellable, error);
  if (story == NULL)
    return NULL;
  if (story->origins->len == 0)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_NOT_FOUND,
                   "%s: no text in %s",
                   query->provision != NULL ? query->provision : "title",
                   query->language);
      return NULL;
    }
  runs = list_runs (story, query, story->origins->len - 1);
  twf_words_forget_accepted (runs);
  name_proposals (desk->repository, query, id, runs);
  return runs;
}

static void
list_words (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *desk = source;
  GError *error = NULL;
  GPtrArray *runs = NULL;

  if (twf_repository_hold (desk->repository, &error))
    {
      runs = run_query (desk, data, cancellable, &error);
      twf_repository_release (desk->repository);
    }
  if (runs != NULL)
    g_task_return_pointer (task, runs, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_list_words_async:
 * @self: a desk
 * @provision: (nullable): id of a provision; %NULL: the plan's title
 * @part: which of its texts
 * @language: the text's language
 * @revision: (nullable): as which revision has it; %NULL: the one the plan stands on
 * @with_deleted: whether what went is wanted as well
 * @cancellable: (nullable): ends it
 * @callback: called with the words
 * @user_data: for @callback
 *
 * Finds out who brought each word of a text, through merges, moves, restores and accepted
 * proposals, and what became of those that it has no longer (twf_provenance_add()). A revision
 * whose mandate is "proposal" with ids accepts these; what they brought is their owners'.
 */
void
twf_desk_list_words_async (TwfDesk *self,
                           const char *provision,
                           TwfPart part,
                           const char *language,
                           const char *revision,
                           gboolean with_deleted,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (language != NULL && part < TWF_N_PARTS);

  task = twf_desk_start (self, twf_desk_list_words_async, cancellable, callback, user_data);
  if (provision != NULL && !twf_id_is_valid (provision))
    {
      g_task_return_new_error (task, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", provision);
      g_object_unref (task);
      return;
    }
  query = g_new0 (Query, 1);
  query->provision = g_strdup (provision);
  query->part = part;
  query->language = g_strdup (language);
  query->revision = g_strdup (revision != NULL ? revision : self->revision);
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  query->with_deleted = with_deleted;
  twf_desk_run (self, task, list_words);
}

/**
 * twf_desk_list_words_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfWordRun): what stands, which put together is the text;
 *   then what went, where that is wanted, in the order in which it went
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision, or no revision up to it ever had the
 *   text; as twf_repository_list_versions() and twf_repository_read_blob()
 */
GPtrArray *
twf_desk_list_words_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
