/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-compare-choices.h"

#include "twf-bidi.h"
#include "twf-date.h"
#include "twf-interface.h"
#include "twf-words.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

/* Further back a revision is found on the History page, and compared from there. */
#define MOST_REVISIONS 300

struct _TwfCompareChoices
{
  GObject parent_instance;

  /* Owned. */
  TwfWorkbench *workbench;
  GtkStringList *names;
  GPtrArray *revisions; /* char*, in step with names */
  guint n_issued;       /* they stand behind the first, the last issued first */
  guint former;         /* position of the revision before the last */
};

G_DEFINE_FINAL_TYPE (TwfCompareChoices, twf_compare_choices, G_TYPE_OBJECT)

static void
twf_compare_choices_finalize (GObject *object)
{
  TwfCompareChoices *self = TWF_COMPARE_CHOICES (object);

  g_clear_object (&self->workbench);
  g_object_unref (self->names);
  g_ptr_array_unref (self->revisions);
  G_OBJECT_CLASS (twf_compare_choices_parent_class)->finalize (object);
}

static void
twf_compare_choices_class_init (TwfCompareChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twf_compare_choices_finalize;
}

static void
twf_compare_choices_init (TwfCompareChoices *self)
{
  self->names = gtk_string_list_new (NULL);
  self->revisions = g_ptr_array_new_with_free_func (g_free);
}

static void
add_choice (TwfCompareChoices *self, const char *revision, const char *name)
{
  g_autofree char *line = twf_interface_dup_line (name);

  g_ptr_array_add (self->revisions, g_strdup (revision));
  gtk_string_list_append (self->names, line);
}

/* "24 November 2026, 16:40 · clearer". */
static void
add_revision (TwfCompareChoices *self, TwfRevision *revision)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (twf_revision_get_when (revision));
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *moment
      = local != NULL ? twf_date_format_moment (local, language) : g_strdup (_ ("date unknown"));
  g_autofree char *when = twf_text_isolate (moment);
  g_autofree char *subject = twf_text_isolate (twf_revision_get_subject (revision));
  g_autofree char *name = g_strdup_printf ("%s · %s", when, subject);

  add_choice (self, twf_revision_get_id (revision), name);
}

static void
revisions_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  TwfCompareChoices *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) revisions
      = twf_desk_list_revisions_finish (TWF_DESK (source), result, &error);

  if (revisions == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->former = revisions->len > 1 ? self->revisions->len + 1 : 0;
  for (guint i = 0; i < revisions->len; i++)
    add_revision (self, revisions->pdata[i]);
  g_task_return_boolean (task, TRUE);
}

static void
branches_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  TwfCompareChoices *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) branches
      = twf_desk_list_branches_finish (TWF_DESK (source), result, &error);

  if (branches == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < branches->len; i++)
    {
      const char *branch = ((TwfDeskBranch *)branches->pdata[i])->name;
      g_autofree char *name = twf_words_dup_branch (self->workbench, branch);

      add_choice (self, branch, name);
    }
  twf_desk_list_revisions_async (TWF_DESK (source),
                                 NULL,
                                 0,
                                 MOST_REVISIONS,
                                 g_task_get_cancellable (task),
                                 revisions_listed_cb,
                                 g_object_ref (task));
}

/* "A/64/L.64 · 24 November 2026, 16:40": by its symbol, the last first. */
static void
add_issued (TwfCompareChoices *self, const TwfIssued *issued)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (issued->when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *symbol = twf_text_isolate (issued->symbol);
  g_autofree char *moment = local != NULL && issued->by != NULL
                                ? twf_date_format_moment (local, language)
                                : g_strdup (_ ("date unknown"));
  g_autofree char *when = twf_text_isolate (moment);
  g_autofree char *name = g_strdup_printf ("%s · %s", symbol, when);

  if (!issued->is_damaged)
    add_choice (self, issued->symbol, name);
}

static void
issued_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  TwfCompareChoices *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) issued = twf_desk_list_issued_finish (TWF_DESK (source), result, &error);

  if (issued == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = issued->len; i > 0; i--)
    add_issued (self, issued->pdata[i - 1]);
  self->n_issued = self->revisions->len - 1;
  twf_desk_list_branches_async (
      TWF_DESK (source), g_task_get_cancellable (task), branches_listed_cb, g_object_ref (task));
}

/**
 * twf_compare_choices_new:
 * @workbench: the open plan
 *
 * Returns: (transfer full): an empty list
 */
TwfCompareChoices *
twf_compare_choices_new (TwfWorkbench *workbench)
{
  TwfCompareChoices *self = g_object_new (TWF_TYPE_COMPARE_CHOICES, NULL);

  self->workbench = g_object_ref (workbench);
  return self;
}

/**
 * twf_compare_choices_load_async:
 * @self: an empty list
 * @cancellable: (nullable): ends it
 * @callback: called when the list is filled
 * @user_data: for @callback
 */
void
twf_compare_choices_load_async (TwfCompareChoices *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  TwfDesk *desk = twf_workbench_get_desk (self->workbench);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, twf_compare_choices_load_async);
  add_choice (self, twf_desk_get_revision (desk), _ ("Last saved revision"));
  twf_desk_list_issued_async (desk, cancellable, issued_listed_cb, task);
}

/**
 * twf_compare_choices_load_finish:
 * @self: a list
 * @result: the result
 * @error: return location
 *
 * Returns: whether it is filled
 * Errors: as twf_desk_list_issued_finish(), twf_desk_list_branches_finish() and
 *   twf_desk_list_revisions_finish()
 */
gboolean
twf_compare_choices_load_finish (TwfCompareChoices *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * twf_compare_choices_list_names:
 * @self: a list
 *
 * Returns: (transfer none): the names, for a drop-down list
 */
GListModel *
twf_compare_choices_list_names (TwfCompareChoices *self)
{
  return G_LIST_MODEL (self->names);
}

/**
 * twf_compare_choices_get_revision:
 * @self: a list
 * @position: of a name
 *
 * Returns: (nullable): the revision or branch that it stands for
 */
const char *
twf_compare_choices_get_revision (TwfCompareChoices *self, guint position)
{
  return position < self->revisions->len ? self->revisions->pdata[position] : NULL;
}

/**
 * twf_compare_choices_get_name:
 * @self: a list
 * @position: of a name
 *
 * Returns: (nullable): the name
 */
const char *
twf_compare_choices_get_name (TwfCompareChoices *self, guint position)
{
  return gtk_string_list_get_string (self->names, position);
}

/**
 * twf_compare_choices_get_n_issued:
 * @self: a list
 *
 * Returns: how many were issued: they stand from position 1, the last issued first
 */
guint
twf_compare_choices_get_n_issued (TwfCompareChoices *self)
{
  return self->n_issued;
}

/**
 * twf_compare_choices_get_former:
 * @self: a list
 *
 * Returns: position of the revision before the last, or of the only one
 */
guint
twf_compare_choices_get_former (TwfCompareChoices *self)
{
  return self->former;
}

/**
 * twf_compare_choices_find:
 * @self: a list
 * @revision: a revision or branch
 *
 * One that is further back than the list goes is added.
 *
 * Returns: its position
 */
guint
twf_compare_choices_find (TwfCompareChoices *self, const char *revision)
{
  for (guint i = 0; i < self->revisions->len; i++)
    if (g_strcmp0 (self->revisions->pdata[i], revision) == 0)
      return i;
  add_choice (self, revision, revision);
  return self->revisions->len - 1;
}

/**
 * twf_compare_choices_add_cleared:
 * @self: a list
 * @revision: what the capital cleared
 * @when: seconds since 1970
 *
 * Returns: its position
 */
guint
twf_compare_choices_add_cleared (TwfCompareChoices *self, const char *revision, gint64 when)
{
  g_autofree char *language = twf_interface_dup_language ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (when);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *moment
      = local != NULL ? twf_date_format_moment (local, language) : g_strdup (_ ("date unknown"));
  g_autofree char *isolated = twf_text_isolate (moment);
  g_autofree char *name = g_strdup_printf ("%s · %s", _ ("Cleared by the capital"), isolated);

  add_choice (self, revision, name);
  return self->revisions->len - 1;
}
