/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-desk-private.h"

#include "twf-blob-id.h"
#include "twf-proposal-life.h"
#include "twf-transform.h"
#include "twf-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Proposals on a text that was edited by hand. They say which wording they are made on by the id of
 * its file; the wording itself is in history, or was seen here and saved by nobody. */

/* What is touched, NULL for the plan itself first. */
static GPtrArray *
list_touched (TwfDesk *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GList) keys = g_hash_table_get_keys (self->touched->provisions);

  if (self->touched->head)
    g_ptr_array_add (ids, NULL);
  keys = g_list_sort (keys, (GCompareFunc)strcmp);
  for (GList *l = keys; l != NULL; l = l->next)
    g_ptr_array_add (ids, g_strdup (l->data));
  return ids;
}

/**
 * twf_desk_note_wordings:
 * @self: a desk
 * @edit: an edit that was made
 *
 * Keeps the wordings that a proposal set by @edit is made on: they may change again before they are
 * saved, and then no revision has them.
 */
void
twf_desk_note_wordings (TwfDesk *self, TwfEdit *edit)
{
  TwfProposal *proposal = twf_edit_get_proposal (edit);
  TwfProvision *provision = twf_plan_get_provision (self->plan, twf_edit_get_id (edit));
  g_auto (GStrv) languages = NULL;

  if (proposal == NULL)
    return;
  languages = twf_proposal_list_asked (proposal);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      TwfPart part = twf_proposal_get_part (proposal);
      const char *text = provision != NULL ? twf_provision_get_text (provision, part, languages[i])
                                           : twf_plan_get_title (self->plan, languages[i]);

      if (text != NULL && twf_proposal_is_made_on (proposal, languages[i], text))
        g_hash_table_replace (self->wordings, twf_wording_dup_id (text), g_strdup (text));
    }
}

/**
 * twf_desk_list_old_wordings:
 * @self: a desk
 *
 * Returns: (transfer full) (element-type utf8): ids of wordings that proposals on what is touched
 * are made on, that do not stand any more, and that must be read
 */
GPtrArray *
twf_desk_list_old_wordings (TwfDesk *self)
{
  g_autoptr (GPtrArray) touched = list_touched (self);
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < touched->len; i++)
    {
      g_autoptr (GPtrArray) bases = twf_proposals_list_bases (self->plan, touched->pdata[i]);

      for (guint j = 0; j < bases->len; j++)
        if (!g_hash_table_contains (self->wordings, bases->pdata[j])
            && twf_blob_id_is_valid (bases->pdata[j]))
          g_ptr_array_add (wanted, g_strdup (bases->pdata[j]));
    }
  return wanted;
}

/* The text in a stored file, which ends in a line feed; NULL: it is none. */
static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size < 2 || data[size - 1] != '\n' || !g_utf8_validate (data, (gssize)size, NULL))
    return NULL;
  return g_strndup (data, size - 1);
}

/**
 * twf_desk_read_wordings:
 * @repository: where
 * @ids: (element-type utf8): ids of wordings
 *
 * Reads wordings out of history; those that are not there are left out. Blocks.
 *
 * Returns: (transfer full) (element-type utf8 utf8): the wordings by their ids
 */
GHashTable *
twf_desk_read_wordings (TwfRepository *repository, GPtrArray *ids)
{
  GHashTable *wordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = ids->pdata[i];
      g_autoptr (GError) reason = NULL;
      g_autoptr (GBytes) bytes = g_hash_table_contains (wordings, id)
                                     ? NULL
                                     : twf_repository_read_blob (repository, id, &reason);
      char *text = bytes != NULL ? dup_text (bytes) : NULL;

      if (text != NULL)
        g_hash_table_insert (wordings, g_strdup (id), text);
      if (reason != NULL)
        g_debug ("%s", reason->message);
    }
  return wordings;
}

/**
 * twf_desk_carry_along:
 * @self: a desk
 * @read: (nullable) (element-type utf8 utf8): wordings by their ids, beside those the desk keeps
 *
 * Carries the proposals on what is touched along to the texts that stand now, as one step that can
 * be undone. One whose wording nobody has stays as it is, and the check of the plan tells of it.
 */
void
twf_desk_carry_along (TwfDesk *self, GHashTable *read)
{
  g_autoptr (GPtrArray) touched = list_touched (self);
  g_autoptr (GPtrArray) edits = twf_edits_new ();
  gboolean rolling = g_str_equal (self->branch, TWF_BRANCH_MAIN);
  GHashTableIter iter;
  gpointer id, text;

  if (read != NULL)
    {
      g_hash_table_iter_init (&iter, read);
      while (g_hash_table_iter_next (&iter, &id, &text))
        g_hash_table_replace (self->wordings, g_strdup (id), g_strdup (text));
    }
  for (guint i = 0; i < touched->len; i++)
    {
      g_autoptr (GPtrArray) some
          = twf_proposals_carry_along (self->plan, touched->pdata[i], self->wordings, rolling);

      g_ptr_array_extend_and_steal (edits, g_steal_pointer (&some));
    }
  if (edits->len == 0)
    return;
  twf_undo_begin (self->undo, _ ("Carrying Proposals Along"));
  for (guint i = 0; i < edits->len; i++)
    {
      g_autoptr (GError) reason = NULL;

      /* One that cannot be carried, since it would be too long, must not hold up the save. */
      if (!twf_plan_apply (self->plan, edits->pdata[i], NULL, &reason))
        g_debug ("%s", reason->message);
    }
  twf_undo_end (self->undo);
}
