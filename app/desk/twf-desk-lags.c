/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-lags.h"

#include "twf-desk-private.h"
#include "twf-format.h"
#include "twf-line.h"
#include "twf-path.h"

/* So long a piece may last: whoever saves meanwhile waits for its end. */
#define PIECE_USEC (50 * G_TIME_SPAN_MILLISECOND)
/* What stands for a source that was not there. */
#define NOTHING ""

struct _TwfLagWalk
{
  TwfRepository *repository;
  char *tip;
  char *source;    /* language */
  GStrv languages; /* the plan's others */
  TwfLags *former; /* nullable: every revision has to be looked at */

  /* The worker's while a piece is under way, the desk's thread's in between. */
  TwfLine *line;
  guint at;            /* in its ids */
  GHashTable *sources; /* char* path -> char* blob id before what was looked at; NOTHING */
  GHashTable *touched; /* set of char*: paths of translations */
  TwfLags *lags;
  gboolean complete;
};

/**
 * twf_desk_new_lag_walk:
 * @self: a desk
 * @former: (nullable): one that was gone before: what it found is not looked for again
 *
 * Returns: (transfer full): a walk from the revision that the plan stands on
 */
TwfLagWalk *
twf_desk_new_lag_walk (TwfDesk *self, TwfLagWalk *former)
{
  TwfLagWalk *walk;
  const char *const *languages;
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  gboolean goes_on;

  g_return_val_if_fail (TWF_IS_DESK (self), NULL);

  walk = g_atomic_rc_box_new0 (TwfLagWalk);
  walk->repository = twf_repository_ref (self->repository);
  walk->tip = g_strdup (self->revision);
  walk->source = g_strdup (twf_plan_get_source_language (self->plan));
  languages = twf_plan_get_languages (self->plan);
  for (guint i = 0; languages[i] != NULL; i++)
    if (g_strcmp0 (languages[i], walk->source) != 0)
      g_strv_builder_add (others, languages[i]);
  walk->languages = g_strv_builder_end (others);
  goes_on = former != NULL && former->complete && g_strcmp0 (former->source, walk->source) == 0
            && g_strv_equal ((const char *const *)former->languages,
                             (const char *const *)walk->languages);
  walk->former = goes_on ? twf_lags_ref (former->lags) : NULL;
  walk->line = twf_line_new (self->repository, self->revision, goes_on ? former->tip : NULL);
  walk->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  walk->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  walk->lags = twf_lags_new ();
  return walk;
}

static void
clear_walk (gpointer data)
{
  TwfLagWalk *self = data;

  twf_repository_unref (self->repository);
  g_free (self->tip);
  g_free (self->source);
  g_strfreev (self->languages);
  g_clear_pointer (&self->former, twf_lags_unref);
  twf_line_free (self->line);
  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->touched);
  twf_lags_unref (self->lags);
}

/**
 * twf_lag_walk_ref:
 * @self: a walk
 *
 * Returns: (transfer full): the same
 */
TwfLagWalk *
twf_lag_walk_ref (TwfLagWalk *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_lag_walk_unref:
 * @self: (transfer full): a walk
 */
void
twf_lag_walk_unref (TwfLagWalk *self)
{
  g_atomic_rc_box_release_full (self, clear_walk);
}

/**
 * twf_lag_walk_get_lags:
 * @self: a walk
 *
 * Returns: (transfer none) (nullable): what it found; %NULL: there is more to come
 */
TwfLags *
twf_lag_walk_get_lags (TwfLagWalk *self)
{
  return self->complete ? self->lags : NULL;
}

static gboolean
parse_text (const TwfPathChange *change, TwfPath *path)
{
  const char *reason;

  return twf_path_parse (change->path, path, &reason) && path->kind == TWF_PATH_TEXT;
}

/* A translation that was made of what its source is no more: as the source read when the
 * translation was last touched. One that had no source then was made of nothing. */
static void
note_translation (TwfLagWalk *self, const TwfPathChange *change, const TwfPath *path)
{
  g_autofree char *source = twf_format_dup_text_path (path->id, path->part, self->source);
  const char *from = g_hash_table_lookup (self->sources, source);

  if (!g_strv_contains ((const char *const *)self->languages, path->name)
      || !g_hash_table_add (self->touched, g_strdup (change->path)))
    return;
  if (from != NULL && *from != '\0' && change->new_blob != NULL)
    twf_lags_put (self->lags, path->id, path->part, path->name, from, change->new_blob);
}

/* From the newest to the oldest: what a revision made of translations is seen before what it made
 * of their sources, since both stand together in it. */
static gboolean
look (TwfLagWalk *self, const char *former, const char *revision, GError **error)
{
  g_autoptr (GPtrArray) changes
      = twf_repository_compare (self->repository, former, revision, error);
  TwfPath path;

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (parse_text (changes->pdata[i], &path) && !g_str_equal (path.name, self->source))
      note_translation (self, changes->pdata[i], &path);
  for (guint i = 0; i < changes->len; i++)
    {
      const TwfPathChange *change = changes->pdata[i];

      if (!parse_text (change, &path) || !g_str_equal (path.name, self->source))
        continue;
      g_hash_table_insert (self->sources,
                           g_strdup (change->path),
                           g_strdup (change->old_blob != NULL ? change->old_blob : NOTHING));
      twf_lags_put_change (self->lags, path.id, path.part, revision);
      if (change->old_blob != NULL)
        twf_lags_put_former (self->lags, path.id, path.part, change->old_blob);
    }
  return TRUE;
}

static void
keep_former (const char *id,
             TwfPart part,
             const char *language,
             const char *from_wording,
             const char *wording,
             gpointer user_data)
{
  TwfLagWalk *self = user_data;
  g_autofree char *path = twf_format_dup_text_path (id, part, language);

  if (!g_hash_table_contains (self->touched, path))
    twf_lags_put (self->lags, id, part, language, from_wording, wording);
}

static gboolean
note_untouched (const char *path,
                const char *blob_id,
                GBytes *bytes,
                gpointer user_data,
                GError **error)
{
  TwfLagWalk *self = user_data;
  TwfPath parsed;
  const char *reason;
  g_autofree char *source = NULL;

  if (!twf_path_parse (path, &parsed, &reason)
      || twf_lags_has (self->lags, parsed.id, parsed.part, parsed.name))
    return TRUE;
  source = twf_format_dup_text_path (parsed.id, parsed.part, self->source);
  twf_lags_put (self->lags,
                parsed.id,
                parsed.part,
                parsed.name,
                g_hash_table_lookup (self->sources, source),
                blob_id);
  return TRUE;
}

/* Translations that were up to date where the former walk began, and whose source went on since. */
static gboolean
join_former (TwfLagWalk *self, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer source, from;

  twf_lags_foreach (self->former, keep_former, self);
  twf_lags_take_over (self->lags, self->former);
  g_hash_table_iter_init (&iter, self->sources);
  while (g_hash_table_iter_next (&iter, &source, &from))
    {
      TwfPath path;
      const char *reason;

      for (guint i = 0; *(char *)from != '\0' && twf_path_parse (source, &path, &reason)
                        && self->languages[i] != NULL;
           i++)
        {
          g_autofree char *translation
              = twf_format_dup_text_path (path.id, path.part, self->languages[i]);

          if (!g_hash_table_contains (self->touched, translation))
            g_ptr_array_add (paths, g_steal_pointer (&translation));
        }
    }
  return twf_repository_list_files (
      self->repository, self->tip, paths, note_untouched, self, error);
}

static gboolean
look_on (TwfLagWalk *self, gint64 end, GCancellable *cancellable, GError **error)
{
  GPtrArray *ids = twf_line_get_ids (self->line);
  /* Where the former walk began, it looked itself. */
  guint n = twf_line_has_met (self->line) ? ids->len - 1 : ids->len;

  while (self->at < n && g_get_monotonic_time () < end)
    {
      const char *former = self->at + 1 < ids->len ? ids->pdata[self->at + 1] : NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !look (self, former, ids->pdata[self->at], error))
        return FALSE;
      self->at++;
    }
  if (self->at < n)
    return TRUE;
  if (twf_line_has_met (self->line) && !join_former (self, error))
    return FALSE;
  self->complete = TRUE;
  return TRUE;
}

static void
walk_piece (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfLagWalk *walk = data;
  gint64 end = g_get_monotonic_time () + PIECE_USEC;
  GError *error = NULL;
  gboolean done = FALSE;

  if (twf_repository_hold (walk->repository, &error))
    {
      done = twf_line_go_on (walk->line, end, cancellable, &error)
             && (!twf_line_is_complete (walk->line) || look_on (walk, end, cancellable, &error));
      twf_repository_release (walk->repository);
    }
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_walk_lags_async:
 * @self: a desk
 * @walk: a walk of which no other piece is under way, and that is not complete
 * @cancellable: (nullable): ends it
 * @callback: called when it went on
 * @user_data: for @callback
 *
 * Goes on with @walk for as long as nobody notices. The desk is not busy meanwhile.
 */
void
twf_desk_walk_lags_async (TwfDesk *self,
                          TwfLagWalk *walk,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self) && walk != NULL && !walk->complete);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_walk_lags_async);
  g_task_set_task_data (task, twf_lag_walk_ref (walk), (GDestroyNotify)twf_lag_walk_unref);
  twf_desk_run (self, task, walk_piece);
}

/**
 * twf_desk_walk_lags_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether it went on; it may not be complete
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_DAMAGED
 */
gboolean
twf_desk_walk_lags_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
