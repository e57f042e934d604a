/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-reckoner.h"

/* Reckoning goes on for so long at a time: a keystroke waits no longer. In microseconds. */
#define LONGEST_RECKONING 4000

struct _TwfReckoner
{
  GObject parent_instance;

  /* Owned. */
  TwfWorkbench *workbench;
  TwfReckoning *reckoning;
  TwfCheckTable *checks;
  TwfOverview *overview;     /* nullable: not known yet */
  TwfCourse *course;         /* nullable: none was begun */
  TwfCourse *last;           /* nullable: none was followed to its end */
  TwfLagWalk *walk;          /* nullable: none was begun */
  GCancellable *cancellable; /* of the piece of @walk or @course under way; nullable */
  GSignalGroup *plan_signals;
  GSignalGroup *workbench_signals;
  GSignalGroup *desk_signals;

  guint source; /* id of the source that reckons on; 0: none */
  gboolean wanted;
  gboolean outdated; /* the overview is not of the plan as it stands */
  gboolean checked;  /* the checks are */
  gboolean behind;   /* the course is not to the revision that the plan stands on */
};

enum
{
  CHANGED,
  COURSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfReckoner, twf_reckoner, G_TYPE_OBJECT)

static TwfPlan *
get_plan (TwfReckoner *self)
{
  return twf_workbench_get_plan (self->workbench);
}

static gboolean
reckon_cb (gpointer user_data)
{
  TwfReckoner *self = user_data;

  gint64 until = g_get_monotonic_time () + LONGEST_RECKONING;
  gboolean more;

  /* Checks take longest and come last. */
  if (self->outdated)
    {
      if (!twf_reckoning_update (self->reckoning, get_plan (self), until))
        return G_SOURCE_CONTINUE;
      self->outdated = FALSE;
      twf_overview_free (self->overview);
      self->overview = twf_reckoning_sum (self->reckoning, get_plan (self));
    }
  else
    {
      if (!twf_check_table_update (self->checks, get_plan (self), until))
        return G_SOURCE_CONTINUE;
      self->checked = TRUE;
    }
  more = !self->checked;
  if (!more)
    self->source = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
reckon_on (TwfReckoner *self)
{
  if (self->source == 0 && self->wanted && (self->outdated || !self->checked))
    self->source = g_idle_add_full (G_PRIORITY_LOW, reckon_cb, self, NULL);
}

static void
set_outdated (TwfReckoner *self)
{
  self->outdated = TRUE;
  reckon_on (self);
}

static void follow_on (TwfReckoner *self);

/* Returns: whether to go on. */
static gboolean
piece_ended (TwfReckoner *self, gboolean done, const GError *error)
{
  g_clear_object (&self->cancellable);
  if (!done && self->workbench != NULL
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    twf_workbench_report (self->workbench, error);
  if (!done)
    {
      g_clear_pointer (&self->walk, twf_lag_walk_unref);
      g_clear_pointer (&self->course, twf_course_unref);
    }
  /* It may have been left meanwhile. */
  return done && self->workbench != NULL;
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfReckoner) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = twf_desk_follow_course_finish (TWF_DESK (source), result, &error);

  if (!piece_ended (self, done, error))
    return;
  if (twf_course_is_complete (self->course))
    {
      g_clear_pointer (&self->last, twf_course_unref);
      self->last = twf_course_ref (self->course);
    }
  g_signal_emit (self, signals[COURSE], 0);
  follow_on (self);
}

static void
walked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfReckoner) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = twf_desk_walk_lags_finish (TWF_DESK (source), result, &error);

  if (!piece_ended (self, done, error))
    return;
  if (twf_lag_walk_get_lags (self->walk) != NULL)
    {
      twf_reckoning_set_lags (self->reckoning, twf_lag_walk_get_lags (self->walk));
      set_outdated (self);
    }
  follow_on (self);
}

/* To the revision that the plan stands on now. */
static void
set_out (TwfReckoner *self, TwfDesk *desk)
{
  g_autoptr (TwfCourse) former = g_steal_pointer (&self->course);
  g_autoptr (TwfLagWalk) former_walk = g_steal_pointer (&self->walk);

  self->course = twf_desk_new_course (desk, twf_reckoning_get_language (self->reckoning), former);
  self->walk = twf_desk_new_lag_walk (desk, former_walk);
  self->behind = FALSE;
}

/* One piece after the other, as long as somebody looks. */
static void
follow_on (TwfReckoner *self)
{
  TwfDesk *desk = twf_workbench_get_desk (self->workbench);

  if (!self->wanted || desk == NULL || self->cancellable != NULL)
    return;
  if (self->behind)
    set_out (self, desk);
  if (self->course == NULL)
    return;
  if (twf_lag_walk_get_lags (self->walk) == NULL)
    {
      self->cancellable = g_cancellable_new ();
      twf_desk_walk_lags_async (
          desk, self->walk, self->cancellable, walked_cb, g_object_ref (self));
    }
  else if (!twf_course_is_complete (self->course))
    {
      self->cancellable = g_cancellable_new ();
      twf_desk_follow_course_async (
          desk, self->course, self->cancellable, followed_cb, g_object_ref (self));
    }
}

static void
edited_cb (TwfReckoner *self, TwfEdit *edit)
{
  twf_reckoning_forget (self->reckoning, edit);
  twf_check_table_forget (self->checks, edit);
  self->checked = FALSE;
  set_outdated (self);
}

static void
revision_changed_cb (TwfReckoner *self)
{
  self->behind = TRUE;
  follow_on (self);
}

static void
language_changed_cb (TwfReckoner *self)
{
  twf_reckoning_free (self->reckoning);
  self->reckoning = twf_reckoning_new (twf_workbench_get_language (self->workbench));
  if (self->walk != NULL)
    twf_reckoning_set_lags (self->reckoning, twf_lag_walk_get_lags (self->walk));
  g_clear_pointer (&self->last, twf_course_unref);
  set_outdated (self);
  revision_changed_cb (self);
}

static void
twf_reckoner_dispose (GObject *object)
{
  TwfReckoner *self = TWF_RECKONER (object);

  self->wanted = FALSE;
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->workbench_signals);
  g_clear_object (&self->desk_signals);
  g_clear_pointer (&self->course, twf_course_unref);
  g_clear_pointer (&self->last, twf_course_unref);
  g_clear_pointer (&self->walk, twf_lag_walk_unref);
  g_clear_pointer (&self->overview, twf_overview_free);
  g_clear_pointer (&self->reckoning, twf_reckoning_free);
  g_clear_pointer (&self->checks, twf_check_table_free);
  g_clear_object (&self->workbench);
  G_OBJECT_CLASS (twf_reckoner_parent_class)->dispose (object);
}

static void
twf_reckoner_class_init (TwfReckonerClass *klass)
{
  static const char *const names[] = { [CHANGED] = "changed", [COURSE] = "course" };

  G_OBJECT_CLASS (klass)->dispose = twf_reckoner_dispose;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (
        names[i], TWF_TYPE_RECKONER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_reckoner_init (TwfReckoner *self)
{
  self->outdated = TRUE;
  self->behind = TRUE;
  self->plan_signals = g_signal_group_new (TWF_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "edited", G_CALLBACK (edited_cb), self);
  self->workbench_signals = g_signal_group_new (TWF_TYPE_WORKBENCH);
  g_signal_group_connect_swapped (
      self->workbench_signals, "notify::language", G_CALLBACK (language_changed_cb), self);
  self->desk_signals = g_signal_group_new (TWF_TYPE_DESK);
  g_signal_group_connect_swapped (
      self->desk_signals, "notify::revision", G_CALLBACK (revision_changed_cb), self);
}

/**
 * twf_reckoner_new:
 * @workbench: the open plan
 *
 * Returns: (transfer full): its figures, not known yet
 */
TwfReckoner *
twf_reckoner_new (TwfWorkbench *workbench)
{
  TwfReckoner *self = g_object_new (TWF_TYPE_RECKONER, NULL);

  self->workbench = g_object_ref (workbench);
  self->reckoning = twf_reckoning_new (twf_workbench_get_language (workbench));
  self->checks = twf_check_table_new ();
  g_signal_group_set_target (self->plan_signals, get_plan (self));
  g_signal_group_set_target (self->workbench_signals, workbench);
  g_signal_group_set_target (self->desk_signals, twf_workbench_get_desk (workbench));
  return self;
}

/**
 * twf_reckoner_want:
 * @self: the figures
 * @wanted: whether somebody looks at them
 */
void
twf_reckoner_want (TwfReckoner *self, gboolean wanted)
{
  g_return_if_fail (TWF_IS_RECKONER (self));

  self->wanted = wanted;
  if (!wanted)
    g_clear_handle_id (&self->source, g_source_remove);
  reckon_on (self);
  follow_on (self);
}

/**
 * twf_reckoner_get_overview:
 * @self: the figures
 *
 * Returns: (transfer none) (nullable): how far the plan has come; %NULL: that is not known yet
 */
const TwfOverview *
twf_reckoner_get_overview (TwfReckoner *self)
{
  g_return_val_if_fail (TWF_IS_RECKONER (self), NULL);

  return self->overview;
}

static GStrv
list_found (TwfReckoner *self, const char *detail)
{
  TwfFindingKind kind;
  GStrv ids;

  if (!twf_finding_kind_from_name (detail, &kind))
    return g_new0 (char *, 1);
  ids = twf_check_table_list (self->checks, get_plan (self), kind);
  if (ids[0] != NULL && *ids[0] == '\0')
    {
      g_free (ids[0]);
      ids[0] = g_strdup (TWF_FIGURE_OF_PLAN);
    }
  return ids;
}

/**
 * twf_reckoner_list:
 * @self: the figures
 * @kind: what is counted
 * @detail: (nullable): see #TwfFigureKind
 *
 * Returns: (transfer full): as twf_reckoning_list()
 */
GStrv
twf_reckoner_list (TwfReckoner *self, TwfFigureKind kind, const char *detail)
{
  g_return_val_if_fail (TWF_IS_RECKONER (self), NULL);

  if (kind == TWF_FIGURE_FOUND)
    return list_found (self, detail);
  return twf_reckoning_list (self->reckoning, get_plan (self), kind, detail);
}

/**
 * twf_reckoner_count_found:
 * @self: the figures
 * @kind: what a check of words finds
 *
 * Returns: how often it did, as far as is known
 */
guint
twf_reckoner_count_found (TwfReckoner *self, TwfFindingKind kind)
{
  g_return_val_if_fail (TWF_IS_RECKONER (self), 0);

  return twf_check_table_count (self->checks, kind);
}

/**
 * twf_reckoner_is_checked:
 * @self: the figures
 *
 * Returns: whether all words were looked at
 */
gboolean
twf_reckoner_is_checked (TwfReckoner *self)
{
  g_return_val_if_fail (TWF_IS_RECKONER (self), FALSE);

  return self->checked;
}

/**
 * twf_reckoner_get_course:
 * @self: the figures
 *
 * Returns: (transfer none) (nullable): how the plan came there: all of it as it was when it was
 * last known, else what is known so far; %NULL: nothing is
 */
TwfCourse *
twf_reckoner_get_course (TwfReckoner *self)
{
  g_return_val_if_fail (TWF_IS_RECKONER (self), NULL);

  if (self->last != NULL)
    return self->last;
  return self->cancellable == NULL ? self->course : NULL;
}

/**
 * twf_reckoner_is_following:
 * @self: the figures
 *
 * Returns: whether more of the history is to come
 */
gboolean
twf_reckoner_is_following (TwfReckoner *self)
{
  g_return_val_if_fail (TWF_IS_RECKONER (self), FALSE);

  return self->course != NULL && (self->behind || !twf_course_is_complete (self->course));
}
