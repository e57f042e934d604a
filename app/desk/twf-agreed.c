/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-agreed.h"

#include "twf-error.h"
#include "twf-meaning.h"
#include "twf-taken.h"
#include "twf-worker.h"

#include <string.h>

/* Between two tellings of how far the work is. */
#define PROGRESS_USEC (50 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  char **folders; /* nullable */
  char *phrase;
  char *language; /* nullable */
  guint most;
  GTask *task; /* borrowed */
  TwfIndexProgress progress;
  gpointer progress_data;
  gint64 told;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_strfreev (work->folders);
  g_free (work->phrase);
  g_free (work->language);
  g_free (work);
}

typedef struct
{
  GTask *task; /* owned */
  guint done;
  guint total;
} Step;

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static gboolean
progressed_cb (gpointer user_data)
{
  Step *step = user_data;
  Work *work = g_task_get_task_data (step->task);

  if (!g_task_get_completed (step->task)
      && !g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    work->progress (step->done, step->total, work->progress_data);
  return G_SOURCE_REMOVE;
}

/* On the thread that works. */
static void
progress_cb (guint done, guint total, gpointer user_data)
{
  Work *work = user_data;
  gint64 now = g_get_monotonic_time ();
  Step *step;

  if (work->progress == NULL || (done < total && now - work->told < PROGRESS_USEC))
    return;
  work->told = now;
  step = g_new (Step, 1);
  *step = (Step){ g_object_ref (work->task), done, total };
  twf_context_post (g_task_get_context (work->task), progressed_cb, step, free_step);
}

static void
free_report (gpointer data)
{
  twf_index_report_free (data);
}

static void
index_folders (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autofree char *path = twf_library_dup_path ();
  GError *error = NULL;
  g_autoptr (TwfLibrary) library = twf_library_open_to_write (path, &error);
  TwfIndexReport *report = NULL;

  if (library != NULL)
    report = twf_library_index (
        library, (const char *const *)work->folders, progress_cb, work, cancellable, &error);
  if (report != NULL)
    g_task_return_pointer (task, report, free_report);
  else
    g_task_return_error (task, error);
}

static GTask *
start (gpointer tag,
       Work *work,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  work->task = task;
  g_task_set_task_data (task, work, free_work);
  return task;
}

/**
 * twf_agreed_index_async:
 * @folders: (nullable): folders; %NULL: those that are indexed already
 * @progress: (nullable): told how far it is, on the calling thread, until it is done or cancelled
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it; what was read until then stays
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Indexes folders of adopted texts: see twf_library_index().
 */
void
twf_agreed_index_async (const char *const *folders,
                        TwfIndexProgress progress,
                        gpointer progress_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = start (twf_agreed_index_async, work, cancellable, callback, user_data);

  work->folders = g_strdupv ((char **)folders);
  work->progress = progress;
  work->progress_data = progress_data;
  g_task_run_in_thread (task, index_folders);
}

/**
 * twf_agreed_index_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what came of it
 * Errors: as twf_library_index()
 */
TwfIndexReport *
twf_agreed_index_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
list_folders (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *path = twf_library_dup_path ();
  GError *error = NULL;
  g_autoptr (TwfLibrary) library = twf_library_open (path, &error);
  GPtrArray *folders = library != NULL ? twf_library_list (library, &error) : NULL;

  if (folders != NULL)
    g_task_return_pointer (task, folders, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_agreed_list_async:
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the folders that are indexed.
 */
void
twf_agreed_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task
      = start (twf_agreed_list_async, g_new0 (Work, 1), cancellable, callback, user_data);

  g_task_run_in_thread (task, list_folders);
}

/**
 * twf_agreed_list_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfLibraryFolder): the folders
 * Errors: as twf_library_open()
 */
GPtrArray *
twf_agreed_list_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
forget (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autofree char *path = twf_library_dup_path ();
  GError *error = NULL;
  g_autoptr (TwfLibrary) library = twf_library_open_to_write (path, &error);

  if (library != NULL && twf_library_forget (library, work->phrase, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * twf_agreed_forget_async:
 * @folder: one that is indexed
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Takes a folder out of the index; the folder itself stays as it is.
 */
void
twf_agreed_forget_async (const char *folder,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = start (twf_agreed_forget_async, work, cancellable, callback, user_data);

  work->phrase = g_strdup (folder);
  g_task_run_in_thread (task, forget);
}

/**
 * twf_agreed_forget_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: whether it was forgotten
 *
 * Errors: as twf_library_open_to_write(); %TWF_ERROR_NOT_FOUND if it is not indexed
 */
gboolean
twf_agreed_forget_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
free_findings (gpointer data)
{
  twf_findings_free (data);
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autofree char *path = twf_library_dup_path ();
  GError *error = NULL;
  g_autoptr (TwfLibrary) library = twf_library_open (path, &error);
  TwfFindings *findings = NULL;

  if (library != NULL)
    findings
        = twf_library_find (library, work->phrase, work->language, work->most, cancellable, &error);
  if (findings != NULL)
    g_task_return_pointer (task, findings, free_findings);
  else
    g_task_return_error (task, error);
}

/**
 * twf_agreed_find_async:
 * @phrase: what is looked for
 * @language: (nullable): its language; %NULL: any
 * @most: how many findings are wanted
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Looks where a phrase was agreed: see twf_library_find().
 */
void
twf_agreed_find_async (const char *phrase,
                       const char *language,
                       guint most,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = start (twf_agreed_find_async, work, cancellable, callback, user_data);

  work->phrase = g_strdup (phrase);
  work->language = g_strdup (language);
  work->most = most;
  g_task_run_in_thread (task, find);
}

/**
 * twf_agreed_find_finish:
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): what was found
 * Errors: as twf_library_open() and twf_library_find()
 */
TwfFindings *
twf_agreed_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
free_edit (gpointer data)
{
  twf_edit_unref (data);
}

/* Whether a text says something else than the wording, and nowhere what was looked for. */
static gboolean
says_other (const char *text, const TwfWording *wording, const char *phrase, gboolean found_here)
{
  return text != NULL && *text != '\0'
         && !twf_meaning_is_same (text, wording->text, wording->language)
         && !(found_here
              && (strstr (text, phrase) != NULL
                  || twf_meaning_is_same (text, phrase, wording->language)));
}

/* How a text reads with the wording in it. Where it says no more than what was looked for, the
 * wording is what it says; where that stands in it, the wording takes its place; what says
 * something else is replaced, or the wording follows it. */
static char *
put_in (const char *text,
        const TwfWording *wording,
        const char *phrase,
        gboolean found_here,
        gboolean replace)
{
  const char *at = text != NULL && found_here ? strstr (text, phrase) : NULL;
  g_autofree char *part = NULL;

  if (says_other (text, wording, phrase, found_here))
    return replace ? g_strdup (wording->text) : g_strconcat (text, " ", wording->text, NULL);
  if (at == NULL || twf_meaning_is_same (text, phrase, wording->language)
      || twf_meaning_is_same (text, wording->text, wording->language))
    return g_strdup (wording->text);
  part = g_strndup (wording->text + wording->start, wording->end - wording->start);
  return g_strdup_printf ("%.*s%s%s", (int)(at - text), text, part, at + strlen (phrase));
}

static gboolean
is_meant (TwfPlan *plan, const TwfWording *wording, const char *only)
{
  return g_strv_contains (twf_plan_get_languages (plan), wording->language)
         && (only == NULL || g_str_equal (only, wording->language));
}

/**
 * twf_agreed_list_others:
 * @plan: a plan
 * @provision: one of its provisions
 * @finding: what is to be put into it
 * @phrase: what was looked for
 * @only: (nullable): a language to put it in; %NULL: each of the plan's that has the wording
 *
 * Returns: (transfer full): the languages in which the text says something else, so that somebody
 *   has to say whether the wording replaces or follows it
 */
GStrv
twf_agreed_list_others (TwfPlan *plan,
                        TwfProvision *provision,
                        const TwfFinding *finding,
                        const char *phrase,
                        const char *only)
{
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();

  for (guint i = 0; i < finding->wordings->len; i++)
    {
      const TwfWording *wording = finding->wordings->pdata[i];
      const char *text = twf_provision_get_text (provision, TWF_PART_BODY, wording->language);

      if (is_meant (plan, wording, only)
          && says_other (text, wording, phrase, i == finding->found_in))
        g_strv_builder_add (others, wording->language);
    }
  return g_strv_builder_end (others);
}

/**
 * twf_agreed_insert:
 * @plan: a plan
 * @provision: one of its provisions
 * @finding: what is to be put into it
 * @phrase: what was looked for: where the text says that, the official words take its place
 * @only: (nullable): a language to put it in; %NULL: each of the plan's that has the wording
 * @replace: whether it replaces a text that says something else, or follows it
 *
 * Returns: (transfer full) (element-type TwfEdit): the edits, with that which records the source
 *   where the words are the whole of a text; none where nothing would change
 */
GPtrArray *
twf_agreed_insert (TwfPlan *plan,
                   TwfProvision *provision,
                   const TwfFinding *finding,
                   const char *phrase,
                   const char *only,
                   gboolean replace)
{
  g_autoptr (TwfTaken) taken
      = twf_taken_new (finding->symbol != NULL ? finding->symbol : "?", finding->place);
  GPtrArray *edits = g_ptr_array_new_with_free_func (free_edit);

  for (guint i = 0; i < finding->wordings->len; i++)
    {
      const TwfWording *wording = finding->wordings->pdata[i];
      const char *text;
      g_autofree char *becomes = NULL;

      if (!is_meant (plan, wording, only))
        continue;
      text = twf_provision_get_text (provision, TWF_PART_BODY, wording->language);
      becomes = put_in (text, wording, phrase, i == finding->found_in, replace);
      if (g_str_equal (becomes, wording->text))
        twf_taken_bind (taken, wording->language, becomes);
      if (g_strcmp0 (text, becomes) != 0)
        g_ptr_array_add (
            edits,
            twf_edit_new_text (
                twf_provision_get_id (provision), TWF_PART_BODY, wording->language, becomes));
    }
  if (taken->languages->len > 0)
    g_ptr_array_add (edits, twf_taken_new_edit (provision, taken));
  return edits;
}
