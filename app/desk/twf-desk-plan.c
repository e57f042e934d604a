/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-transform.h"

static void
plan_edited_cb (TwfPlan *plan, TwfEdit *edit, TwfDesk *self)
{
  gboolean was_modified = twf_desk_is_modified (self);

  if (twf_edit_get_kind (edit) == TWF_EDIT_SET_TEXT && twf_edit_get_id (edit) == NULL)
    twf_desk_notify (self, PROP_TITLE);
  if (self->quiet)
    return;
  twf_touched_add (self->touched, edit);
  twf_desk_note_wordings (self, edit);
  if (self->journal != NULL)
    self->journalled = twf_journal_append (self->journal, edit);
  if (!was_modified)
    twf_desk_notify (self, PROP_MODIFIED);
}

static void
journal_noticed_cb (const GError *error, gpointer user_data)
{
  g_autoptr (TwfDesk) self = g_weak_ref_get (user_data);

  if (self != NULL)
    twf_desk_notice_journal (self, error);
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/**
 * twf_desk_install:
 * @self: a desk with nothing on it
 * @load: what the worker read; what is taken is cleared
 * @with_journal: whether edits are journalled and others' revisions noticed
 *
 * Lays a plan on the desk.
 */
void
twf_desk_install (TwfDesk *self, TwfLoad *load, gboolean with_journal)
{
  self->path = g_steal_pointer (&load->path);
  self->repository = g_steal_pointer (&load->repository);
  self->plan = g_steal_pointer (&load->plan);
  self->revision = g_steal_pointer (&load->revision);
  self->remains = g_steal_pointer (&load->remains);
  self->read_only = load->read_only;
  self->newer_format = load->newer_format;
  self->undo = twf_undo_new (self->plan);
  g_signal_connect (self->plan, "edited", G_CALLBACK (plan_edited_cb), self);
  if (with_journal)
    {
      GWeakRef *weak = g_new0 (GWeakRef, 1);

      g_weak_ref_init (weak, self);
      self->journal = twf_journal_new (
          self->path, self->branch, self->revision, journal_noticed_cb, weak, free_weak_ref);
      twf_desk_watch (self);
    }
}

/**
 * twf_desk_notice_journal:
 * @self: a desk
 * @error: (nullable): why the journal cannot be written; %NULL: it can again
 *
 * Sets the property "journal-error".
 */
void
twf_desk_notice_journal (TwfDesk *self, const GError *error)
{
  g_free (self->journal_error);
  self->journal_error = error != NULL ? g_strdup (error->message) : NULL;
  twf_desk_notify (self, PROP_JOURNAL_ERROR);
}

/**
 * twf_desk_set_revision:
 * @self: a desk
 * @revision: what the plan stands on now
 *
 * Sets the property "revision".
 */
void
twf_desk_set_revision (TwfDesk *self, const char *revision)
{
  if (g_strcmp0 (self->revision, revision) == 0)
    return;
  g_free (self->revision);
  self->revision = g_strdup (revision);
  twf_desk_notify (self, PROP_REVISION);
}

/**
 * twf_desk_set_newer:
 * @self: a desk
 * @newer: whether somebody else saved a revision since
 *
 * Sets the property "newer".
 */
void
twf_desk_set_newer (TwfDesk *self, gboolean newer)
{
  if (self->newer == newer)
    return;
  self->newer = newer;
  twf_desk_notify (self, PROP_NEWER);
}

/**
 * twf_desk_apply_quietly:
 * @self: a desk
 * @edits: (element-type TwfEdit): edits that bring the plan to what stands in a revision
 * @error: return location
 *
 * Applies edits that need not be saved: they are not journalled and leave nothing modified.
 *
 * Errors: as twf_plan_apply(); the edits before the one refused stay
 */
gboolean
twf_desk_apply_quietly (TwfDesk *self, GPtrArray *edits, GError **error)
{
  gboolean done;

  self->quiet = TRUE;
  done = twf_edits_apply (self->plan, edits, error);
  self->quiet = FALSE;
  return done;
}
