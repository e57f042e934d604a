/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-place-saved.h"

#include "twf-error.h"
#include "twf-format.h"
#include "twf-path.h"

static void
free_place (gpointer data)
{
  TwfPlaceSaved *self = data;

  g_free (self->id);
  g_ptr_array_unref (self->paths);
  g_hash_table_unref (self->files);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_object (&self->head_before);
  g_clear_object (&self->head_after);
  g_free (self);
}

static TwfPlaceSaved *
get_place (GHashTable *places, const char *id)
{
  TwfPlaceSaved *place = g_hash_table_lookup (places, id);

  if (place != NULL)
    return place;
  place = g_new0 (TwfPlaceSaved, 1);
  place->id = g_strdup (id);
  place->paths = g_ptr_array_new_with_free_func (g_free);
  place->files = twf_files_new ();
  g_hash_table_insert (places, place->id, place);
  return place;
}

static void
sort_files (TwfSaving *saving, GHashTable *places)
{
  GHashTableIter iter;
  gpointer text, bytes;
  TwfPath path;

  g_hash_table_iter_init (&iter, saving->files);
  while (g_hash_table_iter_next (&iter, &text, &bytes))
    {
      TwfPlaceSaved *place = twf_path_parse (text, &path, NULL) && path.kind != TWF_PATH_DELEGATION
                                 ? g_hash_table_lookup (places, path.id)
                                 : NULL;

      if (place != NULL)
        g_hash_table_insert (place->files, g_strdup (text), g_bytes_ref (bytes));
    }
}

/**
 * twf_places_saved_list:
 * @saving: a save that knows what it changes
 * @others: (out): whether it changes anything that is of no place: a delegation's record
 *
 * Returns: (transfer full) (element-type utf8 TwfPlaceSaved): what it changes, by the ids of
 *   provisions, the empty one for the plan itself; nothing is read yet
 */
GHashTable *
twf_places_saved_list (TwfSaving *saving, gboolean *others)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_place);
  GHashTableIter iter;
  gpointer text;

  *others = FALSE;
  g_hash_table_iter_init (&iter, saving->own);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    {
      g_autofree TwfPath *path = g_new0 (TwfPath, 1);

      if (!twf_path_parse (text, path, NULL) || path->kind == TWF_PATH_DELEGATION)
        *others = TRUE;
      else if (path->kind == TWF_PATH_PROPOSAL || path->kind == TWF_PATH_PROPOSAL_TEXT)
        get_place (places, path->id)->changes_proposals = TRUE;
      else
        {
          TwfPlaceSaved *place = get_place (places, path->id);

          g_ptr_array_add (place->paths, g_steal_pointer (&path));
        }
    }
  sort_files (saving, places);
  return places;
}

static gboolean
read_head (TwfPlaceSaved *self, TwfRepository *repository, const char *parent, GError **error)
{
  self->head_before = twf_desk_read_head (repository, parent, error);
  if (self->head_before == NULL)
    return FALSE;
  self->head_after = twf_format_read_plan (self->files, error);
  return self->head_after != NULL;
}

/**
 * twf_place_saved_read:
 * @self: what a save changes
 * @repository: where
 * @parent: the revision that was edited
 * @error: return location
 *
 * Reads how it stood and how it is saved, once. Blocks.
 *
 * Errors: as twf_desk_read_provision(), but that it was not there is none
 */
gboolean
twf_place_saved_read (TwfPlaceSaved *self,
                      TwfRepository *repository,
                      const char *parent,
                      GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (self->is_read)
    return TRUE;
  self->is_read = TRUE;
  if (*self->id == '\0')
    return read_head (self, repository, parent, error);
  self->before = twf_desk_read_provision (repository, parent, self->id, &reason);
  if (g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    g_clear_error (&reason);
  if (reason == NULL && g_hash_table_size (self->files) > 0)
    self->after = twf_format_read_provision (self->id, self->files, &reason);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static TwfProposal *
find_in (TwfProvision *provision, TwfPlan *head, const char *pid)
{
  if (provision != NULL)
    return twf_provision_get_proposal (provision, pid);
  return head != NULL ? twf_plan_get_own_proposal (head, pid) : NULL;
}

/**
 * twf_place_saved_find_before:
 * @self: what a save changes, read
 * @pid: id of a proposal
 *
 * Returns: (nullable) (transfer none): the proposal as it stood
 */
TwfProposal *
twf_place_saved_find_before (TwfPlaceSaved *self, const char *pid)
{
  return find_in (self->before, self->head_before, pid);
}

/**
 * twf_place_saved_find_after:
 * @self: what a save changes, read
 * @pid: id of a proposal
 *
 * Returns: (nullable) (transfer none): the proposal as it is saved
 */
TwfProposal *
twf_place_saved_find_after (TwfPlaceSaved *self, const char *pid)
{
  return find_in (self->after, self->head_after, pid);
}

static GListModel *
list_in (TwfProvision *provision, TwfPlan *head)
{
  if (provision != NULL)
    return twf_provision_list_proposals (provision);
  return head != NULL ? twf_plan_list_proposals (head) : NULL;
}

/**
 * twf_place_saved_list_before:
 * @self: what a save changes, read
 *
 * Returns: (nullable) (transfer none): its proposals as they stood
 */
GListModel *
twf_place_saved_list_before (TwfPlaceSaved *self)
{
  return list_in (self->before, self->head_before);
}

/**
 * twf_place_saved_list_after:
 * @self: what a save changes, read
 *
 * Returns: (nullable) (transfer none): its proposals as they are saved
 */
GListModel *
twf_place_saved_list_after (TwfPlaceSaved *self)
{
  return list_in (self->after, self->head_after);
}
