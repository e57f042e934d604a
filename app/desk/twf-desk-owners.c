/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-owners.h"

#include "twf-desk-private.h"
#include "twf-text-story.h"
#include "twf-trace.h"

G_STATIC_ASSERT (TWF_NO_FORMER == TWF_NO_VERSION);

typedef struct
{
  TwfComparison *comparison;
  guint row;
  char *language; /* nullable: all */
} Query;

static void
free_query (Query *query)
{
  twf_comparison_unref (query->comparison);
  g_free (query->language);
  g_free (query);
}

/**
 * twf_owned_words_free:
 * @self: (transfer full) (nullable): a stretch of words
 */
void
twf_owned_words_free (TwfOwnedWords *self)
{
  if (self == NULL)
    return;
  g_free (self->run.text);
  g_ptr_array_unref (self->by);
  g_ptr_array_unref (self->put);
  g_free (self);
}

/**
 * twf_owned_row_text_free:
 * @self: (transfer full) (nullable): a text
 */
void
twf_owned_row_text_free (TwfOwnedRowText *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_ptr_array_unref (self->words);
  g_free (self);
}

static GPtrArray *
list_origins (const TwfTextStory *story, const GArray *versions)
{
  GPtrArray *origins = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_origin_unref);

  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (origins,
                     twf_origin_ref (story->origins->pdata[g_array_index (versions, guint, i)]));
  return origins;
}

static GPtrArray *
list_words (const TwfTextStory *story, GPtrArray *traced)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_owned_words_free);

  for (guint i = 0; i < traced->len; i++)
    {
      const TwfTracedRun *run = traced->pdata[i];
      TwfOwnedWords *words = g_new0 (TwfOwnedWords, 1);

      words->run = run->run;
      words->run.text = g_strdup (run->run.text);
      words->by = list_origins (story, run->by);
      words->put = list_origins (story, run->put);
      words->left_out = run->left_out;
      words->elsewhere = run->elsewhere;
      g_ptr_array_add (list, words);
    }
  return list;
}

/* Before the first revision of all there was nothing. */
static gboolean
add_revision (TwfTextStory *story,
              const char *revision,
              guint *version,
              GCancellable *cancellable,
              GError **error)
{
  *version = TWF_NO_FORMER;
  return *revision == '\0' || twf_text_story_add (story, revision, version, cancellable, error);
}

/* Adds what is known of one text to @found; nothing, if the history does not have it as it was
 * compared. */
static gboolean
add_text (GPtrArray *found,
          TwfRepository *repository,
          const Query *query,
          const TwfRowText *text,
          guint side,
          GCancellable *cancellable,
          GError **error)
{
  const TwfRow *row = twf_comparison_get_rows (query->comparison)->pdata[query->row];
  const char *const *revisions = twf_comparison_get_revisions (query->comparison);
  g_autoptr (TwfTextStory) story
      = twf_text_story_new (repository, row->id, text->part, text->language);
  g_autoptr (GPtrArray) traced = NULL;
  TwfOwnedRowText *owned;
  guint former, latter;

  if (!add_revision (story, revisions[0], &former, cancellable, error)
      || !add_revision (story, revisions[side + 1], &latter, cancellable, error))
    return FALSE;
  traced = twf_trace_runs (story->provenance, former, latter, text->runs[side]);
  if (traced == NULL)
    return TRUE;
  owned = g_new0 (TwfOwnedRowText, 1);
  owned->part = text->part;
  owned->language = g_strdup (text->language);
  owned->side = side;
  owned->words = list_words (story, traced);
  g_ptr_array_add (found, owned);
  return TRUE;
}

static GPtrArray *
run_query (TwfRepository *repository, const Query *query, GCancellable *cancellable, GError **error)
{
  const TwfRow *row = twf_comparison_get_rows (query->comparison)->pdata[query->row];
  g_autoptr (GPtrArray) found
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_owned_row_text_free);

  for (guint i = 0; i < row->texts->len; i++)
    for (guint side = 0; side < twf_comparison_get_n_sides (query->comparison); side++)
      {
        const TwfRowText *text = row->texts->pdata[i];

        if (text->runs[side] == NULL
            || (query->language != NULL && !g_str_equal (query->language, text->language)))
          continue;
        if (!add_text (found, repository, query, text, side, cancellable, error))
          return NULL;
      }
  return g_steal_pointer (&found);
}

static void
list_owners (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfRepository *repository = TWF_DESK (source)->repository;
  GError *error = NULL;
  GPtrArray *found = NULL;

  if (twf_repository_hold (repository, &error))
    {
      found = run_query (repository, data, cancellable, &error);
      twf_repository_release (repository);
    }
  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_list_owners_async:
 * @self: a desk
 * @comparison: a comparison that the desk made
 * @row: number of one of its rows
 * @language: (nullable): of the texts that are wanted; %NULL: all
 * @cancellable: (nullable): ends it
 * @callback: called with the texts
 * @user_data: for @callback
 *
 * Finds out whose the words are that differ in a row: who brought those that came, through merges,
 * moves, restores and accepted proposals, and who took away those that went (twf_trace_runs()). It
 * makes no difference whether one of the revisions was made from the other.
 */
void
twf_desk_list_owners_async (TwfDesk *self,
                            TwfComparison *comparison,
                            guint row,
                            const char *language,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self) && comparison != NULL);
  g_return_if_fail (twf_comparison_get_revisions (comparison) != NULL);
  g_return_if_fail (row < twf_comparison_get_rows (comparison)->len);

  task = twf_desk_start (self, twf_desk_list_owners_async, cancellable, callback, user_data);
  query = g_new0 (Query, 1);
  query->comparison = twf_comparison_ref (comparison);
  query->row = row;
  query->language = g_strdup (language);
  g_task_set_task_data (task, query, (GDestroyNotify)free_query);
  twf_desk_run (self, task, list_owners);
}

/**
 * twf_desk_list_owners_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfOwnedRowText): the texts that differ, by language and
 *   side; one that the history does not have as it was compared is missing
 * Errors: as twf_text_story_add()
 */
GPtrArray *
twf_desk_list_owners_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
