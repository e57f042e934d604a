/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-marks.h"

struct _TwfMarks
{
  GObject parent_instance;

  TwfWorkbench *workbench; /* it owns this; NULL once it is gone */
  GPtrArray *all;          /* TwfMark* (owned); nullable: not known yet */
  GHashTable *of;          /* char* revision (in all) -> GPtrArray of TwfMark* (in all) */
  GCancellable *cancellable;
  gboolean looking;
  gboolean stale; /* something was done since */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TwfMarks, twf_marks, G_TYPE_OBJECT)

static void look (TwfMarks *self);

static void
twf_marks_finalize (GObject *object)
{
  TwfMarks *self = TWF_MARKS (object);

  g_clear_weak_pointer (&self->workbench);
  g_hash_table_unref (self->of);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (twf_marks_parent_class)->finalize (object);
}

static void
twf_marks_class_init (TwfMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_marks_finalize;
  /**
   * TwfMarks::changed:
   *
   * Revisions have other marks.
   */
  signals[CHANGED] = g_signal_new (
      "changed", TWF_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
twf_marks_init (TwfMarks *self)
{
  self->of
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  self->cancellable = g_cancellable_new ();
}

static gboolean
are_same (GPtrArray *some, GPtrArray *others)
{
  if (some == NULL || some->len != others->len)
    return FALSE;
  for (guint i = 0; i < some->len; i++)
    {
      const TwfMark *one = some->pdata[i];
      const TwfMark *other = others->pdata[i];

      if (one->kind != other->kind || !g_str_equal (one->revision, other->revision)
          || !g_str_equal (one->name, other->name))
        return FALSE;
    }
  return TRUE;
}

/* @marks: (transfer full). */
static void
take (TwfMarks *self, GPtrArray *marks)
{
  g_hash_table_remove_all (self->of);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = marks;
  for (guint i = 0; i < marks->len; i++)
    {
      TwfMark *mark = marks->pdata[i];
      GPtrArray *here = g_hash_table_lookup (self->of, mark->revision);

      if (here == NULL)
        g_hash_table_insert (self->of, mark->revision, here = g_ptr_array_new ());
      g_ptr_array_add (here, mark);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TwfMarks) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = twf_desk_list_marks_finish (TWF_DESK (source), result, &error);

  self->looking = FALSE;
  if (marks == NULL)
    g_debug ("marks: %s", error->message);
  else if (!are_same (self->all, marks))
    take (self, g_steal_pointer (&marks));
  if (self->stale)
    look (self);
}

/* Once a time: what is done meanwhile is looked up after it. */
static void
look (TwfMarks *self)
{
  TwfDesk *desk = self->workbench != NULL ? twf_workbench_get_desk (self->workbench) : NULL;

  self->stale = self->looking;
  if (self->looking || desk == NULL)
    return;
  self->looking = TRUE;
  twf_desk_list_marks_async (desk, self->cancellable, listed_cb, g_object_ref (self));
}

static void
busy_cb (TwfMarks *self, GParamSpec *pspec, TwfDesk *desk)
{
  gboolean busy;

  g_object_get (desk, "busy", &busy, NULL);
  if (!busy)
    look (self);
}

/**
 * twf_marks_get:
 * @workbench: the plan that is open
 *
 * Returns: (transfer none): the marks of its revisions; looked up when they are first asked for
 */
TwfMarks *
twf_marks_get (TwfWorkbench *workbench)
{
  TwfMarks *self = g_object_get_data (G_OBJECT (workbench), "twf-marks");

  if (self != NULL)
    return self;
  self = g_object_new (TWF_TYPE_MARKS, NULL);
  g_set_weak_pointer (&self->workbench, workbench);
  g_object_set_data_full (G_OBJECT (workbench), "twf-marks", self, g_object_unref);
  if (twf_workbench_get_desk (workbench) != NULL)
    g_signal_connect_object (twf_workbench_get_desk (workbench),
                             "notify::busy",
                             G_CALLBACK (busy_cb),
                             self,
                             G_CONNECT_SWAPPED);
  look (self);
  return self;
}

/**
 * twf_marks_list:
 * @self: the marks
 * @revision: full id of a revision
 *
 * Returns: (transfer none) (nullable) (element-type TwfMark): the marks of @revision; %NULL: none
 */
GPtrArray *
twf_marks_list (TwfMarks *self, const char *revision)
{
  g_return_val_if_fail (TWF_IS_MARKS (self) && revision != NULL, NULL);

  return g_hash_table_lookup (self->of, revision);
}
