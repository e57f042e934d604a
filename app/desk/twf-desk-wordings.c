/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-wordings.h"

#include "twf-desk-private.h"
#include "twf-difference.h"
#include "twf-error.h"
#include "twf-id.h"
#include "twf-text-story.h"

#include <string.h>

/* Whose wordings are asked for. */
typedef struct
{
  char *provision; /* nullable: the title */
  TwfPart part;
  char *language;
  char *revision;
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
 * twf_former_text_free:
 * @self: (transfer full) (nullable): a wording
 */
void
twf_former_text_free (TwfFormerText *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->origin, twf_origin_unref);
  g_strfreev (self->owners);
  g_strfreev (self->proposals);
  g_free (self->reason);
  g_free (self->text);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_object (&self->back_to);
  g_free (self);
}

/* Lines "Key: value", as git has them at the end of a message. */
static gboolean
is_trailers (const char *paragraph)
{
  g_auto (GStrv) lines = g_strsplit (paragraph, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize key = strcspn (lines[i], ": \t");

      if (*lines[i] != '\0' && (key == 0 || strncmp (lines[i] + key, ": ", 2) != 0))
        return FALSE;
    }
  return TRUE;
}

/* What the message says below its subject, without the trailers. */
static char *
dup_body (TwfRevision *revision)
{
  const char *message = twf_revision_get_message (revision);
  const char *below = strchr (message, '\n');
  g_autofree char *body = g_strstrip (g_strdup (below != NULL ? below : ""));
  char *last = g_strrstr (body, "\n\n");

  if (is_trailers (last != NULL ? last + 2 : body))
    {
      if (last == NULL)
        return NULL;
      *last = '\0';
    }
  g_strchomp (body);
  return *body != '\0' ? g_steal_pointer (&body) : NULL;
}

/* The proposals that were accepted stand before the version they became part of. */
static void
take_proposals (TwfFormerText *self, const TwfTextStory *story, guint version)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GPtrArray) owners = g_ptr_array_new (); /* char* (borrowed) */
  guint first = version;

  while (first > 0 && ((const TwfOrigin *)story->origins->pdata[first - 1])->proposal != NULL)
    first--;
  for (guint i = first; i < version; i++)
    {
      const TwfOrigin *accepted = story->origins->pdata[i];

      g_strv_builder_add (ids, accepted->proposal);
      for (guint j = 0; accepted->owners[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (owners, accepted->owners[j], g_str_equal, NULL))
          g_ptr_array_add (owners, accepted->owners[j]);
      if (self->reason == NULL)
        self->reason = g_strdup (accepted->reason);
    }
  g_ptr_array_add (owners, NULL);
  self->proposals = g_strv_builder_end (ids);
  self->owners = g_strdupv (first < version ? (char **)owners->pdata : self->origin->owners);
}

static TwfFormerText *
wording_new (const TwfTextStory *story, guint version, const char *former, const char *language)
{
  TwfFormerText *self = g_new0 (TwfFormerText, 1);
  const char *text = story->texts->pdata[version];

  self->origin = twf_origin_ref (story->origins->pdata[version]);
  take_proposals (self, story, version);
  if (self->reason == NULL)
    self->reason = dup_body (self->origin->revision);
  self->text = g_strdup (text);
  self->runs
      = twf_difference_of_texts (former != NULL ? former : "", text != NULL ? text : "", language);
  return self;
}

/* A version that has the text of the one it was made from brought nothing. */
static GPtrArray *
list_wordings (const TwfTextStory *story, const char *language)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *wordings = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_former_text_free);

  for (guint i = 0; i < story->origins->len; i++)
    {
      guint before = g_array_index (story->formers, guint, i);
      const char *text = story->texts->pdata[i];
      const char *former = before != TWF_NO_FORMER ? story->texts->pdata[before] : NULL;
      TwfRevision *same = text != NULL ? g_hash_table_lookup (seen, text) : NULL;
      TwfFormerText *wording;

      if (((const TwfOrigin *)story->origins->pdata[i])->proposal != NULL
          || g_strcmp0 (text, former) == 0)
        continue;
      wording = wording_new (story, i, former, language);
      if (same != NULL)
        wording->back_to = g_object_ref (same);
      if (text != NULL)
        g_hash_table_replace (seen, story->texts->pdata[i], wording->origin->revision);
      g_ptr_array_insert (wordings, 0, wording);
    }
  return wordings;
}

static GPtrArray *
run_query (TwfDesk *desk, Query *query, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = twf_repository_resolve (desk->repository, query->revision, error);
  g_autoptr (TwfTextStory) story = NULL;

  if (id == NULL)
    return NULL;
  story = twf_text_story_read (
      desk->repository, query->provision, query->part, query->language, id, cancellable, error);
  if (story == NULL)
    return NULL;
  return list_wordings (story, query->language);
}

static void
list (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfDesk *desk = source;
  GError *error = NULL;
  GPtrArray *wordings = NULL;

  if (twf_repository_hold (desk->repository, &error))
    {
      wordings = run_query (desk, data, cancellable, &error);
      twf_repository_release (desk->repository);
    }
  if (wordings != NULL)
    g_task_return_pointer (task, wordings, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_list_wordings_async:
 * @self: a desk
 * @provision: (nullable): id of a provision; %NULL: the plan's title
 * @part: which of its texts
 * @language: the text's language
 * @revision: (nullable): up to which revision; %NULL: the one the plan stands on
 * @cancellable: (nullable): ends it
 * @callback: called with the wordings
 * @user_data: for @callback
 *
 * Lists every wording a text had, on all branches that were merged as well, with whose it is, under
 * what mandate and why. A provision keeps its id when it moves, so a move changes nothing here.
 * Where a wording comes back, it says since when it was there before.
 */
void
twf_desk_list_wordings_async (TwfDesk *self,
                              const char *provision,
                              TwfPart part,
                              const char *language,
                              const char *revision,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  Query *query;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (language != NULL && part < TWF_N_PARTS);

  task = twf_desk_start (self, twf_desk_list_wordings_async, cancellable, callback, user_data);
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
  twf_desk_run (self, task, list);
}

/**
 * twf_desk_list_wordings_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfFormerText): the wordings, the newest first, each
 * before what it was made from; none, if there never was such a text
 *
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision; as twf_text_story_read()
 */
GPtrArray *
twf_desk_list_wordings_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
