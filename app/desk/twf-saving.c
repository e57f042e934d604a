/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-saving.h"

#include "twf-blob-id.h"
#include "twf-error.h"
#include "twf-format.h"
#include "twf-mandate.h"
#include "twf-theirs.h"

/* How often a save over somebody else's is begun anew because the branch moved again. */
#define MOST_TRIES 10

/**
 * twf_saving_new:
 * @desk: a desk
 * @touched: what is to be saved
 * @message: (nullable): why
 * @over_newer: save on top of what others changed in the meantime
 *
 * Writes what is touched into memory; touches no disk.
 *
 * Returns: (transfer full): a save ready for the worker
 */
TwfSaving *
twf_saving_new (TwfDesk *desk, TwfTouched *touched, const char *message, gboolean over_newer)
{
  TwfSaving *self = twf_saving_new_of (desk->plan,
                                       touched,
                                       twf_author_new (desk->plan, desk->identity, message),
                                       desk->branch,
                                       desk->revision);

  if (desk->mandate != NULL)
    {
      g_free (self->author->mandate);
      self->author->mandate = g_steal_pointer (&desk->mandate);
    }
  else
    self->finds_mandate = TRUE;
  self->author->key = g_strdup (desk->signer);
  self->is_facilitator = desk->identity == NULL;
  self->orally = g_steal_pointer (&desk->orally);
  self->over_newer = over_newer;
  self->journalled = desk->journalled;
  return self;
}

/**
 * twf_saving_new_of:
 * @plan: a plan
 * @touched: what is to be saved of it
 * @author: (transfer full): who saves
 * @branch: on which branch
 * @parent: the revision that @plan was made from
 *
 * As twf_saving_new(), of a plan that need not be the desk's.
 *
 * Returns: (transfer full): a save ready for the worker
 */
TwfSaving *
twf_saving_new_of (TwfPlan *plan,
                   TwfTouched *touched,
                   TwfAuthor *author,
                   const char *branch,
                   const char *parent)
{
  TwfSaving *self = g_new0 (TwfSaving, 1);

  self->prefixes = g_ptr_array_new_with_free_func (g_free);
  self->files = twf_files_new ();
  self->author = author;
  self->branch = g_strdup (branch);
  self->parent = g_strdup (parent);
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->provisions = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed = g_ptr_array_new_with_free_func (g_free);
  twf_touched_write (touched, plan, self->prefixes, self->files);
  if (g_str_equal (branch, TWF_BRANCH_MAIN)
      && (touched->head || g_hash_table_size (touched->delegations) > 0))
    self->keys = twf_register_new (plan);
  return self;
}

/**
 * twf_saving_free:
 * @self: (transfer full) (nullable): a save
 */
void
twf_saving_free (TwfSaving *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->prefixes);
  g_hash_table_unref (self->files);
  twf_author_free (self->author);
  g_clear_pointer (&self->keys, twf_register_unref);
  g_free (self->branch);
  g_free (self->parent);
  g_free (self->revision);
  g_free (self->orally);
  g_clear_pointer (&self->issued, twf_issued_free);
  g_hash_table_unref (self->own);
  g_clear_object (&self->head);
  g_clear_object (&self->saved);
  g_ptr_array_unref (self->provisions);
  g_ptr_array_unref (self->removed);
  g_free (self);
}

static gboolean
note_blob (const char *path, const char *blob_id, GBytes *bytes, gpointer user_data, GError **error)
{
  g_hash_table_insert (user_data, g_strdup (path), g_strdup (blob_id));
  return TRUE;
}

/* What stands in the revision that was edited where this save writes: char* path -> char* blob id
 * (both owned). The desk keeps no such table of the whole plan: it would cost more memory than the
 * look-up time. */
static GHashTable *
list_standing (TwfSaving *self, TwfRepository *repository, GError **error)
{
  g_autoptr (GHashTable) blobs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!twf_repository_list_files (
          repository, self->parent, self->prefixes, note_blob, blobs, error))
    return NULL;
  return g_steal_pointer (&blobs);
}

/**
 * twf_saving_list_prefixes:
 * @prefixes: (element-type utf8): files and folders that are written whole
 *
 * Returns: (transfer container): set of char*: the same, which must outlive it
 */
GHashTable *
twf_saving_list_prefixes (GPtrArray *prefixes)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < prefixes->len; i++)
    g_hash_table_add (set, prefixes->pdata[i]);
  return set;
}

/**
 * twf_saving_writes:
 * @prefixes: see twf_saving_list_prefixes()
 * @path: a file's path
 *
 * Returns: whether it is one of @prefixes or under one
 */
gboolean
twf_saving_writes (GHashTable *prefixes, const char *path)
{
  g_autofree char *above = g_strdup (path);

  while (!g_hash_table_contains (prefixes, above))
    {
      char *slash = strrchr (above, '/');

      if (slash == NULL)
        return FALSE;
      *slash = '\0';
    }
  return TRUE;
}
static void
put_files (TwfSaving *self, GHashTable *standing, TwfChangeSet *changes)
{
  GHashTableIter iter;
  gpointer path, bytes;

  g_hash_table_iter_init (&iter, self->files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    {
      gsize size;
      const void *data = g_bytes_get_data (bytes, &size);
      g_autofree char *blob = twf_blob_id_for_data (data, size);

      if (g_strcmp0 (blob, g_hash_table_lookup (standing, path)) == 0)
        continue;
      twf_change_set_put (changes, path, bytes);
      g_hash_table_add (self->own, g_strdup (path));
    }
}

static void
remove_files (TwfSaving *self, GHashTable *standing, TwfChangeSet *changes)
{
  g_autoptr (GHashTable) prefixes = twf_saving_list_prefixes (self->prefixes);
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, standing);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    {
      if (g_hash_table_contains (self->files, path) || !twf_saving_writes (prefixes, path))
        continue;
      twf_change_set_remove (changes, path);
      g_hash_table_add (self->own, g_strdup (path));
    }
}

static TwfChangeSet *
make_changes (TwfSaving *self, TwfRepository *repository, GError **error)
{
  g_autoptr (TwfChangeSet) changes = NULL;
  g_autoptr (GHashTable) standing = list_standing (self, repository, error);

  if (standing == NULL)
    return NULL;
  g_hash_table_remove_all (self->own);
  changes = twf_change_set_new ();
  put_files (self, standing, changes);
  remove_files (self, standing, changes);
  return g_steal_pointer (&changes);
}

/* One that cannot be found must not hold up the save: as the identity says is true as well. */
static void
name_mandate (TwfSaving *self, TwfRepository *repository)
{
  g_autoptr (GError) reason = NULL;
  char *mandate;

  if (!self->finds_mandate)
    return;
  mandate = twf_mandate_find (self, repository, self->is_facilitator, &reason);
  if (mandate == NULL)
    {
      g_warning ("%s", reason->message);
      return;
    }
  g_free (self->author->mandate);
  self->author->mandate = mandate;
}

/* However it came about, the rolling text's register of keys never goes back, and another of the
 * same number never stands in its place. */
static gboolean
check_register (TwfSaving *self, TwfRepository *repository, const char *on, GError **error)
{
  g_autoptr (TwfRegister) held = NULL;

  if (self->keys == NULL)
    return TRUE;
  held = twf_register_read (repository, on, NULL, error);
  return held != NULL && twf_register_may_follow (held, self->keys, error);
}

static gboolean
commit_on (TwfSaving *self, TwfRepository *repository, const char *on, GError **error)
{
  /* What differs from the revision that was edited, not from @on: what others changed and nobody
   * changed here stays theirs. */
  g_autoptr (TwfChangeSet) changes = make_changes (self, repository, error);

  if (changes == NULL)
    return FALSE;
  if (twf_change_set_is_empty (changes) && self->author->merged == NULL)
    {
      self->revision = g_strdup (on);
      return TRUE;
    }
  if (!check_register (self, repository, on, error))
    return FALSE;
  name_mandate (self, repository);
  self->revision = twf_author_commit (self->author, repository, self->branch, on, changes, error);
  return self->revision != NULL;
}

/* On top of whatever stands there: theirs stays in history. */
static gboolean
commit_over (TwfSaving *self, TwfRepository *repository, GError **error)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (GError) reason = NULL;
      g_autofree char *tip = twf_desk_resolve_tip (repository, self->branch, error);

      if (tip == NULL)
        return FALSE;
      if (commit_on (self, repository, tip, &reason))
        return TRUE;
      if (i == MOST_TRIES || !g_error_matches (reason, TWF_ERROR, TWF_ERROR_CHANGED))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
    }
}

static gboolean
has_other_parent (TwfSaving *self, TwfRepository *repository)
{
  g_autoptr (GPtrArray) newest
      = twf_repository_list_revisions (repository, self->revision, NULL, 0, 1, NULL, NULL);

  return newest == NULL || newest->len == 0
         || g_strcmp0 (twf_revision_get_parent (newest->pdata[0]), self->parent) != 0;
}

/**
 * twf_saving_run:
 * @self: a save
 * @repository: where
 * @cancellable: (nullable): heeded until the revision is made, not after
 * @error: return location
 *
 * Makes the revision, of what differs alone. Blocks.
 *
 * Errors: TWF_ERROR_CHANGED if somebody else changed the same files in the meantime; as
 *   twf_repository_commit()
 */
gboolean
twf_saving_run (TwfSaving *self,
                TwfRepository *repository,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (self->over_newer ? !commit_over (self, repository, error)
                       : !commit_on (self, repository, self->parent, error))
    return FALSE;
  /* The revision stands: what follows cannot make it undone, so it is no error of the save. */
  if (g_strcmp0 (self->revision, self->parent) == 0)
    return TRUE;
  self->has_others = has_other_parent (self, repository);
  if (self->has_others && !twf_theirs_read (self, repository, &reason))
    g_warning ("%s", reason->message);
  if (self->has_others || self->author->merged != NULL)
    self->issued = twf_repository_find_issued (repository, self->revision, NULL);
  return TRUE;
}
