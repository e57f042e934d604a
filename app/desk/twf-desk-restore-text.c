/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-wordings.h"

#include "twf-desk-private.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-id.h"

#include <glib/gi18n-lib.h>

/* Which text is to be as it was. */
typedef struct
{
  char *provision; /* nullable: the title */
  TwfPart part;
  char *language;
  char *revision;
  char *resolved; /* nullable: id of @revision, once it is known */
} Wanted;

static void
free_wanted (Wanted *wanted)
{
  g_free (wanted->provision);
  g_free (wanted->language);
  g_free (wanted->revision);
  g_free (wanted->resolved);
  g_free (wanted);
}

static char *
read_former (TwfDesk *self, Wanted *wanted, GError **error)
{
  g_autofree char *path
      = twf_format_dup_text_path (wanted->provision, wanted->part, wanted->language);
  g_autoptr (GBytes) bytes = NULL;

  wanted->resolved = twf_repository_resolve (self->repository, wanted->revision, error);
  if (wanted->resolved == NULL)
    return NULL;
  bytes = twf_repository_read_file (self->repository, wanted->resolved, path, error);
  return bytes != NULL ? twf_format_dup_text (path, bytes, NULL, error) : NULL;
}

static void
read_text (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  char *former = read_former (source, data, &error);

  if (former != NULL)
    g_task_return_pointer (task, former, g_free);
  else
    g_task_return_error (task, error);
}

/* What stands now: %NULL: nothing. FALSE with @error set: there is no such provision any more. */
static gboolean
find_standing (TwfDesk *self, const Wanted *wanted, const char **standing, GError **error)
{
  TwfProvision *provision;

  if (wanted->provision == NULL)
    {
      *standing = twf_plan_get_title (self->plan, wanted->language);
      return TRUE;
    }
  provision = twf_plan_get_provision (self->plan, wanted->provision);
  if (provision == NULL)
    {
      g_set_error (
          error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s: not in the plan now", wanted->provision);
      return FALSE;
    }
  *standing = twf_provision_get_text (provision, wanted->part, wanted->language);
  return TRUE;
}

static gboolean
lay_text (TwfDesk *self, const Wanted *wanted, const char *former, GError **error)
{
  const char *standing = NULL;
  g_autoptr (TwfEdit) edit = NULL;
  gboolean done;

  if (!find_standing (self, wanted, &standing, error))
    return FALSE;
  if (g_strcmp0 (standing, former) == 0)
    return TRUE;
  edit = twf_edit_new_text (wanted->provision, wanted->part, wanted->language, former);
  twf_undo_begin (self->undo, _ ("Restore"));
  done = twf_plan_apply (self->plan, edit, NULL, error);
  twf_undo_end (self->undo);
  return done;
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TwfDesk *self = TWF_DESK (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *former = g_task_propagate_pointer (G_TASK (result), &error);
  Wanted *wanted = g_task_get_task_data (G_TASK (result));

  if (former != NULL && lay_text (self, wanted, former, &error))
    g_task_return_pointer (task, g_strdup (wanted->resolved), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * twf_desk_restore_text_async:
 * @self: a desk
 * @provision: (nullable): id of a provision; %NULL: the plan's title
 * @part: which of its texts
 * @language: the text's language
 * @revision: as which revision has it
 * @cancellable: (nullable): ends the reading
 * @callback: called when the plan is changed
 * @user_data: for @callback
 *
 * Brings one text back to what it was, as one undoable step, not saved yet. Other languages, other
 * parts, fields and place stay, and so do proposals: those about this text are carried along when
 * it is saved. Where it was the same already, nothing is changed. A text that @revision has not is
 * an error and not a deletion: a language that was mistyped would take a text away.
 */
void
twf_desk_restore_text_async (TwfDesk *self,
                             const char *provision,
                             TwfPart part,
                             const char *language,
                             const char *revision,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;
  GTask *inner;
  Wanted *wanted;

  g_return_if_fail (TWF_IS_DESK (self));
  g_return_if_fail (language != NULL && revision != NULL && part < TWF_N_PARTS);

  task = twf_desk_start (self, twf_desk_restore_text_async, cancellable, callback, user_data);
  if (provision != NULL && !twf_id_is_valid (provision))
    {
      g_task_return_new_error (task, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", provision);
      g_object_unref (task);
      return;
    }
  inner = g_task_new (self, cancellable, text_read_cb, task);
  wanted = g_new0 (Wanted, 1);
  wanted->provision = g_strdup (provision);
  wanted->part = part;
  wanted->language = g_strdup (language);
  wanted->revision = g_strdup (revision);
  g_task_set_task_data (inner, wanted, (GDestroyNotify)free_wanted);
  twf_desk_run (self, inner, read_text);
}

/**
 * twf_desk_restore_text_finish:
 * @self: a desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full): id of the revision as which the text is again
 * Errors: TWF_ERROR_NOT_FOUND if there is no such revision, it has no such text, or the provision
 *   is not in the plan now; TWF_ERROR_INVALID if the plan has the language no more; as
 *   twf_repository_read_file() and twf_plan_apply()
 */
char *
twf_desk_restore_text_finish (TwfDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
