/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-theirs.h"

#include "twf-error.h"
#include "twf-format.h"
#include "twf-transform.h"

/* What others changed between the revision the edits were made on and the one a save made. */
typedef struct
{
  GHashTable *ids; /* set of char* (owned): provisions */
  gboolean head;
} Changed;

static void
free_changed (Changed *changed)
{
  g_hash_table_unref (changed->ids);
  g_free (changed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Changed, free_changed)

static Changed *
find_changed (TwfSaving *self, TwfRepository *repository, GError **error)
{
  g_autoptr (Changed) changed = g_new0 (Changed, 1);
  g_autoptr (GPtrArray) paths
      = twf_repository_compare (repository, self->parent, self->revision, error);

  changed->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; paths != NULL && i < paths->len; i++)
    {
      TwfPathChange *change = paths->pdata[i];
      g_autofree char *id = twf_format_dup_id_of_path (change->path);

      if (g_hash_table_contains (self->own, change->path))
        continue;
      if (id == NULL)
        changed->head = TRUE;
      else
        g_hash_table_add (changed->ids, g_steal_pointer (&id));
    }
  return paths != NULL ? g_steal_pointer (&changed) : NULL;
}

static gboolean
read_provision (TwfSaving *self, TwfRepository *repository, const char *id, GError **error)
{
  g_autoptr (GError) reason = NULL;
  TwfProvision *provision = twf_desk_read_provision (repository, self->revision, id, &reason);

  if (provision != NULL)
    g_ptr_array_add (self->provisions, provision);
  else if (g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    g_ptr_array_add (self->removed, g_strdup (id));
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return reason == NULL || g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND);
}

static gboolean
read_changed (TwfSaving *self, TwfRepository *repository, Changed *changed, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, changed->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!read_provision (self, repository, id, error))
      return FALSE;
  if (changed->head)
    self->head = twf_desk_read_head (repository, self->revision, error);
  return !changed->head || self->head != NULL;
}

/* Gives a reader what stood in the revision that was edited, except where the save wrote. */
typedef struct
{
  TwfReader *reader;
  GHashTable *prefixes; /* set of char*: where the save wrote */
} Former;

static gboolean
add_former (const char *path,
            const char *blob_id,
            GBytes *bytes,
            gpointer user_data,
            GError **error)
{
  Former *former = user_data;

  return twf_saving_writes (former->prefixes, path)
         || twf_reader_add (former->reader, path, bytes, error);
}

static gboolean
add_former_under (TwfSaving *self,
                  TwfRepository *repository,
                  const char *prefix,
                  Former *former,
                  GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (twf_repository_read_tree (repository, self->parent, prefix, add_former, former, NULL, &reason)
      || g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
add_all_former (TwfSaving *self,
                TwfRepository *repository,
                Changed *changed,
                Former *former,
                GError **error)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, changed->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autofree char *prefix = twf_format_dup_provision_path (id);

      if (!add_former_under (self, repository, prefix, former, error))
        return FALSE;
    }
  /* A plan is none without its own file. */
  return add_former_under (self, repository, "plan", former, error)
         && add_former_under (self, repository, "title", former, error)
         && add_former_under (self, repository, "proposals", former, error)
         && add_former_under (self, repository, "delegations", former, error);
}

static gboolean
add_saved (TwfSaving *self, Changed *changed, TwfReader *reader, GError **error)
{
  GHashTableIter iter;
  gpointer path, bytes;

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    {
      g_autofree char *id = twf_format_dup_id_of_path (path);

      if ((id == NULL || g_hash_table_contains (changed->ids, id))
          && !twf_reader_add (reader, path, bytes, error))
        return FALSE;
    }
  return TRUE;
}

/* What others changed, as it was on the desk when it was saved: what has not changed there since
 * may become theirs. */
static TwfPlan *
read_saved (TwfSaving *self, TwfRepository *repository, Changed *changed, GError **error)
{
  g_autoptr (GHashTable) prefixes = twf_saving_list_prefixes (self->prefixes);
  g_autoptr (TwfReader) reader = twf_reader_new ();
  Former former = { reader, prefixes };

  if (!add_all_former (self, repository, changed, &former, error)
      || !add_saved (self, changed, reader, error))
    return NULL;
  return twf_reader_finish (reader, error);
}

/**
 * twf_theirs_read:
 * @self: a save that has made its revision
 * @repository: where
 * @error: return location
 *
 * Reads what others changed between the revision the edits were made on and the one made now, and
 * what the desk had there. Blocks.
 *
 * Errors: as twf_repository_compare() and twf_desk_read_provision()
 */
gboolean
twf_theirs_read (TwfSaving *self, TwfRepository *repository, GError **error)
{
  g_autoptr (Changed) changed = find_changed (self, repository, error);

  if (changed == NULL || !read_changed (self, repository, changed, error))
    return FALSE;
  self->saved = read_saved (self, repository, changed, error);
  return self->saved != NULL;
}

/* Which provision an edit is of; "": none. */
static const char *
get_subject (TwfEdit *edit)
{
  switch (twf_edit_get_kind (edit))
    {
    case TWF_EDIT_ADD:
      return twf_provision_get_id (twf_edit_get_provision (edit));
    case TWF_EDIT_SET_DELEGATION:
    case TWF_EDIT_DROP_DELEGATION:
      return "";
    case TWF_EDIT_SET_TEXT:
    case TWF_EDIT_SET_VALUES:
    case TWF_EDIT_REMOVE:
    case TWF_EDIT_PLACE:
    case TWF_EDIT_SET_PROPOSAL:
    case TWF_EDIT_DROP_PROPOSAL:
    case TWF_EDIT_SET_REMARK:
    case TWF_EDIT_DROP_REMARK:
    default:
      return twf_edit_get_id (edit) != NULL ? twf_edit_get_id (edit) : "";
    }
}

static gboolean
is_touched (TwfDesk *desk, const char *subject)
{
  if (*subject != '\0')
    return g_hash_table_contains (desk->touched->provisions, subject);
  return desk->touched->head || g_hash_table_size (desk->touched->delegations) > 0;
}

static GPtrArray *
list_edits (TwfDesk *desk, TwfSaving *saving)
{
  g_autoptr (GPtrArray) edits = twf_edits_new ();

  if (saving->head != NULL)
    twf_edits_add_head (edits, saving->saved, saving->head);
  for (guint i = 0; i < saving->provisions->len; i++)
    twf_edits_add_provision (edits, saving->saved, saving->provisions->pdata[i]);
  for (guint i = 0; i < saving->removed->len; i++)
    if (twf_plan_get_provision (saving->saved, saving->removed->pdata[i]) != NULL)
      g_ptr_array_add (edits, twf_edit_new_remove (saving->removed->pdata[i]));
  return g_steal_pointer (&edits);
}

/* What others changed while the same text or field was changed here as well stays as it is here,
 * and is saved only when a person says so. */
static GPtrArray *
choose_edits (TwfDesk *desk, TwfSaving *saving)
{
  g_autoptr (GPtrArray) all = list_edits (desk, saving);
  g_autoptr (GPtrArray) chosen = twf_edits_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TwfEdit *edit = all->pdata[i];
      const char *subject = get_subject (edit);
      g_autoptr (TwfEdit) back = NULL;

      if (twf_edit_stands (edit, desk->plan))
        continue;
      back = is_touched (desk, subject) ? twf_edit_back_to (edit, saving->saved) : NULL;
      if (back == NULL || twf_edit_stands (back, desk->plan))
        g_ptr_array_add (chosen, twf_edit_ref (edit));
      else
        g_hash_table_add (desk->clashes, g_strdup (subject));
    }
  return g_steal_pointer (&chosen);
}

/* Theirs come in no order: one that another must come before is tried again after it. */
static void
apply_in_some_order (TwfDesk *desk, GPtrArray *edits)
{
  guint before;

  do
    {
      before = edits->len;
      for (guint i = 0; i < edits->len;)
        {
          g_autoptr (GPtrArray) one = twf_edits_new ();

          g_ptr_array_add (one, twf_edit_ref (edits->pdata[i]));
          if (twf_desk_apply_quietly (desk, one, NULL))
            g_ptr_array_remove_index (edits, i);
          else
            i++;
        }
    }
  while (edits->len > 0 && edits->len < before);
}

/**
 * twf_theirs_lay_in:
 * @desk: a desk
 * @saving: a save that has ended
 *
 * Lays what others changed into the plan. What was changed here too since it was saved is not laid
 * in and becomes one of the desk's clashes; so does what does not fit the plan any more.
 */
void
twf_theirs_lay_in (TwfDesk *desk, TwfSaving *saving)
{
  g_autoptr (GPtrArray) edits = NULL;

  if (saving->saved == NULL)
    return;
  edits = choose_edits (desk, saving);
  if (edits->len == 0)
    return;
  twf_undo_begin (desk->undo, NULL);
  apply_in_some_order (desk, edits);
  twf_undo_end (desk->undo);
  for (guint i = 0; i < edits->len; i++)
    g_hash_table_add (desk->clashes, g_strdup (get_subject (edits->pdata[i])));
}
