/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-error.h"
#include "twf-transform.h"

#include <glib/gi18n-lib.h>

static gboolean
all_stand (TwfPlan *plan, GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    if (!twf_edit_stands (edits->pdata[i], plan))
      return FALSE;
  return TRUE;
}

static void
retire (TwfDesk *self, TwfRemains *remains, gboolean set_aside)
{
  if (self->journal != NULL)
    twf_journal_retire (self->journal, remains, set_aside);
  else
    twf_remains_free (remains);
}

/**
 * twf_desk_forget_saved:
 * @self: a desk just opened
 *
 * Journals all of whose edits stand in the plan have nothing to offer and are removed.
 */
void
twf_desk_forget_saved (TwfDesk *self)
{
  for (guint i = self->remains != NULL ? self->remains->len : 0; i > 0; i--)
    {
      TwfRemains *remains = self->remains->pdata[i - 1];

      if (all_stand (self->plan, remains->edits))
        retire (self, g_ptr_array_steal_index (self->remains, i - 1), FALSE);
    }
}

/**
 * twf_desk_get_n_recovered:
 * @self: a desk
 *
 * Returns: how many edits a process that died left behind
 */
guint
twf_desk_get_n_recovered (TwfDesk *self)
{
  guint n = 0;

  g_return_val_if_fail (TWF_IS_DESK (self), 0);

  for (guint i = 0; self->remains != NULL && i < self->remains->len; i++)
    n += ((TwfRemains *)self->remains->pdata[i])->edits->len;
  return n;
}

/* Returns: how many were refused. */
static guint
apply_remains (TwfDesk *self, TwfRemains *remains)
{
  guint refused = 0;

  for (guint i = 0; i < remains->edits->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (twf_edit_stands (remains->edits->pdata[i], self->plan))
        continue;
      if (!twf_plan_apply (self->plan, remains->edits->pdata[i], NULL, &error))
        {
          g_info ("%s: edit %u: %s", remains->path, i + 1, error->message);
          refused++;
        }
    }
  return refused;
}

/**
 * twf_desk_recover:
 * @self: a desk
 * @error: return location
 *
 * Applies the edits that a process that died left behind, as one undoable step. They are journalled
 * anew before the old journal goes. What no longer applies stays in the old journal, which is kept
 * under another name.
 *
 * Errors: TWF_ERROR_CHANGED if some edits no longer apply; the others have been applied. The
 *   message says how many, and where their text is kept.
 */
gboolean
twf_desk_recover (TwfDesk *self, GError **error)
{
  guint refused = 0;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (TWF_IS_DESK (self), FALSE);

  if (self->remains == NULL || self->remains->len == 0)
    return TRUE;
  twf_undo_begin (self->undo, _ ("Recover"));
  while (self->remains->len > 0)
    {
      TwfRemains *remains = g_ptr_array_steal_index (self->remains, 0);
      guint n = apply_remains (self, remains);

      g_free (folder);
      folder = g_path_get_dirname (remains->path);
      refused += n;
      retire (self, remains, n > 0);
    }
  twf_undo_end (self->undo);
  twf_desk_notify (self, PROP_RECOVERED);
  if (refused == 0)
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_CHANGED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u edit no longer applies; its text is kept in %s",
                            "%u edits no longer apply; their texts are kept in %s",
                            refused),
               refused,
               folder);
  return FALSE;
}

/**
 * twf_desk_forget_recovered:
 * @self: a desk
 *
 * Does not apply the edits of a process that died. Their journal is not offered again; it is kept
 * under another name.
 */
void
twf_desk_forget_recovered (TwfDesk *self)
{
  g_return_if_fail (TWF_IS_DESK (self));

  while (self->remains != NULL && self->remains->len > 0)
    retire (self, g_ptr_array_steal_index (self->remains, 0), TRUE);
  twf_desk_notify (self, PROP_RECOVERED);
}
