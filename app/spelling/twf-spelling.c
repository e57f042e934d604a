/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-spelling"

#include "config.h"

#include "twf-spelling.h"

typedef struct
{
  char *text; /* or the word, where suggestions are asked for */
  char *language;
  TwfKnownWords *known; /* nullable */
  TwfSpellingState state;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->text);
  g_free (job->language);
  twf_known_words_unref (job->known);
  g_free (job);
}

static void
work (gpointer data, gpointer user_data)
{
  /* Dictionaries stay with the thread, which lives as long as the program. */
  static TwfSpeller *speller;
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (speller == NULL)
    speller = twf_speller_new ();
  if (g_task_get_source_tag (task) == twf_spelling_suggest_async)
    {
      g_task_return_pointer (task,
                             twf_speller_suggest (speller, job->text, job->language),
                             (GDestroyNotify)g_strfreev);
      return;
    }
  job->state = twf_speller_get_state (speller, job->language);
  g_task_return_pointer (task,
                         twf_speller_check (speller, job->text, job->language, job->known),
                         (GDestroyNotify)g_array_unref);
}

/* One thread of its own: enchant's brokers are of one thread, and dictionaries take a while to be
 * read, for which a save must not wait. */
static void
push (gpointer tag,
      const char *text,
      const char *language,
      TwfKnownWords *known,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  static GThreadPool *pool;
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, g_thread_pool_new (work, NULL, 1, TRUE, NULL));
  job->text = g_strdup (text);
  job->language = g_strdup (language);
  job->known = known != NULL ? twf_known_words_ref (known) : NULL;
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, free_job);
  g_thread_pool_push (pool, task, NULL);
}

/**
 * twf_spelling_check_async:
 * @text: a text
 * @language: its language
 * @known: (nullable): words that are right whatever a dictionary says
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks for words of @text that nobody knows.
 */
void
twf_spelling_check_async (const char *text,
                          const char *language,
                          TwfKnownWords *known,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (text != NULL && language != NULL);

  push (twf_spelling_check_async, text, language, known, cancellable, callback, user_data);
}

/**
 * twf_spelling_check_finish:
 * @result: what was handed to the callback
 * @state: (out) (optional): whether the language could be checked
 * @error: where an error goes
 *
 * Returns: (transfer full) (element-type TwfMisspelling) (nullable): as twf_speller_check()
 * Errors: G_IO_ERROR_CANCELLED
 */
GArray *
twf_spelling_check_finish (GAsyncResult *result, TwfSpellingState *state, GError **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  if (state != NULL)
    *state = job->state;
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * twf_spelling_suggest_async:
 * @word: a word that was found
 * @language: its language
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks for what may have been meant.
 */
void
twf_spelling_suggest_async (const char *word,
                            const char *language,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (word != NULL && language != NULL);

  push (twf_spelling_suggest_async, word, language, NULL, cancellable, callback, user_data);
}

/**
 * twf_spelling_suggest_finish:
 * @result: what was handed to the callback
 * @error: where an error goes
 *
 * Returns: (transfer full) (nullable): as twf_speller_suggest()
 * Errors: G_IO_ERROR_CANCELLED
 */
GStrv
twf_spelling_suggest_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
