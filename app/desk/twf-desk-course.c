/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-course.h"

#include "twf-desk-private.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-line.h"

/* So long a piece may last: whoever saves meanwhile waits for its end. */
#define PIECE_USEC (50 * G_TIME_SPAN_MILLISECOND)
/* As many points as can be told apart in a chart of a telephone's width. */
#define MOST_MILESTONES 48

/* A revision, reckoned. What is reckoned next differs from it in little. */
typedef struct
{
  char *revision;          /* nullable: nothing is */
  TwfPlan *head;           /* nullable; without provisions */
  TwfReckoning *reckoning; /* nullable */
} Stand;

struct _TwfCourse
{
  TwfRepository *repository;
  char *language;
  char *tip;

  /* The worker's while a piece is under way, the desk's thread's in between. */
  TwfLine *line;
  GPtrArray *wanted; /* (borrowed) of char*: ids of those to be reckoned, newest first */
  GHashTable *known; /* char* id -> TwfMilestone* */
  guint at;          /* in @wanted */
  Stand stand;
  Stand newest;       /* for the course that comes after this one */
  GPtrArray *pending; /* of char*: provisions of wanted[at] that differ from @stand; nullable */
  gboolean complete;
};

static void
free_milestone (gpointer data)
{
  TwfMilestone *self = data;

  g_free (self->revision);
  g_free (self);
}

static TwfMilestone *
copy_milestone (const TwfMilestone *self)
{
  TwfMilestone *copy = g_memdup2 (self, sizeof *self);

  copy->revision = g_strdup (self->revision);
  return copy;
}

static void
clear_stand (Stand *self)
{
  g_clear_pointer (&self->revision, g_free);
  g_clear_object (&self->head);
  g_clear_pointer (&self->reckoning, twf_reckoning_free);
}

static void
copy_stand (Stand *self, const Stand *from)
{
  clear_stand (self);
  if (from->revision == NULL)
    return;
  self->revision = g_strdup (from->revision);
  self->head = g_object_ref (from->head);
  self->reckoning = twf_reckoning_copy (from->reckoning);
}

static void
take_over (TwfCourse *self, TwfCourse *former)
{
  GHashTableIter iter;
  gpointer id, milestone;

  g_hash_table_iter_init (&iter, former->known);
  while (g_hash_table_iter_next (&iter, &id, &milestone))
    g_hash_table_insert (self->known, g_strdup (id), copy_milestone (milestone));
  copy_stand (&self->stand, &former->newest);
  copy_stand (&self->newest, &former->newest);
}

/**
 * twf_desk_new_course:
 * @self: a desk
 * @language: in which the plan is read
 * @former: (nullable): one that was followed before: what it found is not looked for again
 *
 * Returns: (transfer full): the course to the revision that the plan stands on
 */
TwfCourse *
twf_desk_new_course (TwfDesk *self, const char *language, TwfCourse *former)
{
  TwfCourse *course;

  g_return_val_if_fail (TWF_IS_DESK (self) && language != NULL, NULL);

  course = g_atomic_rc_box_new0 (TwfCourse);
  course->repository = twf_repository_ref (self->repository);
  course->language = g_strdup (language);
  course->tip = g_strdup (self->revision);
  course->line = twf_line_new (self->repository, self->revision, NULL);
  course->wanted = g_ptr_array_new ();
  course->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_milestone);
  if (former != NULL && g_str_equal (former->language, language))
    take_over (course, former);
  return course;
}

static void
clear_course (gpointer data)
{
  TwfCourse *self = data;

  twf_repository_unref (self->repository);
  g_free (self->language);
  g_free (self->tip);
  twf_line_free (self->line);
  g_ptr_array_unref (self->wanted);
  g_hash_table_unref (self->known);
  clear_stand (&self->stand);
  clear_stand (&self->newest);
  g_clear_pointer (&self->pending, g_ptr_array_unref);
}

/**
 * twf_course_ref:
 * @self: a course
 *
 * Returns: (transfer full): the same
 */
TwfCourse *
twf_course_ref (TwfCourse *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * twf_course_unref:
 * @self: (transfer full): a course
 */
void
twf_course_unref (TwfCourse *self)
{
  g_atomic_rc_box_release_full (self, clear_course);
}

/**
 * twf_course_is_complete:
 * @self: a course
 *
 * Returns: whether there is nothing more to come
 */
gboolean
twf_course_is_complete (TwfCourse *self)
{
  return self->complete;
}

/**
 * twf_course_get_n_revisions:
 * @self: a course
 *
 * Returns: how many revisions its line has; 0: that is not known yet. Where there are more of them
 *   than milestones, those were chosen at equal distances.
 */
guint
twf_course_get_n_revisions (TwfCourse *self)
{
  return twf_line_is_complete (self->line) ? twf_line_get_ids (self->line)->len : 0;
}

/**
 * twf_course_list_milestones:
 * @self: a course
 *
 * Returns: (transfer container) (element-type TwfMilestone): what is known, the oldest first; lent
 *   by @self
 */
GPtrArray *
twf_course_list_milestones (TwfCourse *self)
{
  GPtrArray *milestones = g_ptr_array_new ();

  for (guint i = self->wanted->len; i > 0; i--)
    {
      TwfMilestone *milestone = g_hash_table_lookup (self->known, self->wanted->pdata[i - 1]);

      if (milestone != NULL)
        g_ptr_array_add (milestones, milestone);
    }
  return milestones;
}

/* Counted from the first revision, so that the next course wants the same. */
static void
choose (TwfCourse *self)
{
  GPtrArray *ids = twf_line_get_ids (self->line);
  guint step = 1;

  while (ids->len / step > MOST_MILESTONES)
    step *= 2;
  for (guint i = 0; i < ids->len; i++)
    if (i == 0 || (ids->len - 1 - i) % step == 0)
      g_ptr_array_add (self->wanted, ids->pdata[i]);
}

static GPtrArray *
list_differing (GPtrArray *paths, gboolean *head_differs)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = ((TwfPathChange *)paths->pdata[i])->path;
      g_autofree char *id = twf_format_dup_id_of_path (path);

      if (id == NULL)
        *head_differs = *head_differs || !g_str_has_prefix (path, "delegations/");
      else if (g_hash_table_add (seen, id))
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }
  return ids;
}

static gboolean
have_same_languages (TwfPlan *one, TwfPlan *other)
{
  return g_strv_equal (twf_plan_get_languages (one), twf_plan_get_languages (other));
}

/* What has to be looked at to get from what is reckoned to @revision. */
static gboolean
set_out (TwfCourse *self, const char *revision, GError **error)
{
  g_autoptr (GPtrArray) paths
      = twf_repository_compare (self->repository, self->stand.revision, revision, error);
  gboolean head_differs = self->stand.head == NULL;
  g_autoptr (GPtrArray) differing = NULL;
  g_autoptr (TwfPlan) head = NULL;

  if (paths == NULL)
    return FALSE;
  differing = list_differing (paths, &head_differs);
  if (head_differs && (head = twf_desk_read_head (self->repository, revision, error)) == NULL)
    return FALSE;
  /* On a plan's languages every figure depends. */
  if (head != NULL && self->stand.head != NULL && !have_same_languages (head, self->stand.head))
    {
      clear_stand (&self->stand);
      return set_out (self, revision, error);
    }
  if (self->stand.reckoning == NULL)
    self->stand.reckoning = twf_reckoning_new (self->language);
  if (head != NULL)
    {
      g_set_object (&self->stand.head, head);
      twf_reckoning_put_title (self->stand.reckoning, head);
    }
  self->pending = g_steal_pointer (&differing);
  return TRUE;
}

/* One that is not in this revision is not reckoned there. */
static gboolean
reckon_provision (TwfCourse *self, const char *revision, const char *id, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TwfProvision) provision
      = twf_desk_read_provision (self->repository, revision, id, &reason);

  if (provision != NULL)
    twf_reckoning_put (self->stand.reckoning, self->stand.head, provision);
  else if (g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    twf_reckoning_remove (self->stand.reckoning, id);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return reason == NULL || provision == NULL;
}

static gboolean
note (TwfCourse *self, const char *revision, GError **error)
{
  g_autoptr (TwfOverview) overview = NULL;
  g_autoptr (GPtrArray) one
      = twf_repository_list_revisions (self->repository, revision, NULL, 0, 1, NULL, error);
  GPtrArray *ids = twf_line_get_ids (self->line);
  TwfMilestone *milestone;
  guint position;

  if (one == NULL)
    return FALSE;
  overview = twf_reckoning_sum (self->stand.reckoning, self->stand.head);
  milestone = g_new0 (TwfMilestone, 1);
  milestone->revision = g_strdup (revision);
  milestone->when = twf_revision_get_when (one->pdata[0]);
  if (g_ptr_array_find (ids, revision, &position))
    milestone->number = ids->len - position;
  milestone->n_provisions = overview->n_provisions;
  milestone->n_agreed = overview->stages[TWF_STAGE_AGREED];
  milestone->n_brackets = overview->n_brackets;
  milestone->n_words = overview->n_words;
  milestone->n_waiting = overview->n_waiting;
  g_hash_table_insert (self->known, g_strdup (revision), milestone);
  g_free (self->stand.revision);
  self->stand.revision = g_strdup (revision);
  if (g_str_equal (revision, self->tip))
    copy_stand (&self->newest, &self->stand);
  return TRUE;
}

/* Returns: whether it could be done; what is left of the revision is done by the next piece. */
static gboolean
reckon (TwfCourse *self, gint64 end, GError **error)
{
  const char *revision = self->wanted->pdata[self->at];

  if (self->pending == NULL && !set_out (self, revision, error))
    return FALSE;
  while (self->pending->len > 0 && g_get_monotonic_time () < end)
    {
      g_autofree char *id = g_ptr_array_steal_index_fast (self->pending, self->pending->len - 1);

      if (!reckon_provision (self, revision, id, error))
        return FALSE;
    }
  if (self->pending->len > 0)
    return TRUE;
  g_clear_pointer (&self->pending, g_ptr_array_unref);
  self->at++;
  return note (self, revision, error);
}

static gboolean
go_on (TwfCourse *self, GCancellable *cancellable, GError **error)
{
  gint64 end = g_get_monotonic_time () + PIECE_USEC;

  if (!twf_line_is_complete (self->line))
    {
      if (!twf_line_go_on (self->line, end, cancellable, error))
        return FALSE;
      if (twf_line_is_complete (self->line))
        choose (self);
    }
  while (self->at < self->wanted->len && g_get_monotonic_time () < end)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->pending == NULL
          && g_hash_table_contains (self->known, self->wanted->pdata[self->at]))
        self->at++;
      else if (!reckon (self, end, error))
        return FALSE;
    }
  self->complete = twf_line_is_complete (self->line) && self->at == self->wanted->len;
  return TRUE;
}

static void
follow_piece (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  TwfCourse *course = data;
  GError *error = NULL;
  gboolean done = FALSE;

  if (twf_repository_hold (course->repository, &error))
    {
      done = go_on (course, cancellable, &error);
      twf_repository_release (course->repository);
    }
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * twf_desk_follow_course_async:
 * @self: a desk
 * @course: a course of which no other piece is under way
 * @cancellable: (nullable): ends it
 * @callback: called when more is known
 * @user_data: for @callback
 *
 * Goes on with @course for as long as nobody notices. The desk is not busy meanwhile: a chart keeps
 * nobody from anything.
 */
void
twf_desk_follow_course_async (TwfDesk *self,
                              TwfCourse *course,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (TWF_IS_DESK (self) && course != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, twf_desk_follow_course_async);
  g_task_set_task_data (task, twf_course_ref (course), (GDestroyNotify)twf_course_unref);
  twf_desk_run (self, task, follow_piece);
}

/**
 * twf_desk_follow_course_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: whether it went on; more may be to come
 * Errors: TWF_ERROR_NOT_FOUND, TWF_ERROR_DAMAGED; as twf_desk_read_provision()
 */
gboolean
twf_desk_follow_course_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
