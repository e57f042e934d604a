/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-chronicle.h"

#include "twf-repository-private.h"
#include "twf-revision-private.h"
#include "twf-walk-private.h"

#include <string.h>

/* From so many revisions on, what is remembered of their authors is read rather than they. */
#define FAR 1000
/* So many revisions that were looked into are written down, though there are more to come. */
#define MANY 4096
/* So many of which nothing but the author was wanted: they are read in no time again. */
#define MANY_AUTHORS (16 * MANY)

struct _TwfChronicle
{
  TwfRepository *repository;
  char *from;
  gboolean with_units;
  gboolean with_authors;
  TwfWalk *walk;          /* nullable until the first piece */
  TwfIndex *index;        /* nullable */
  git_repository *handle; /* of the piece under way; nullable */
  TwfRawCache *cache;     /* of the handle; nullable until it is needed */

  /* Where it stands. */
  git_oid id;
  char text[TWF_REVISION_ID_LENGTH + 1];
  const TwfEntry *entry; /* borrowed from index; nullable */
  gboolean ended;        /* it came to the end, or failed */
};

/**
 * twf_chronicle_new:
 * @repository: where
 * @from: a revision
 * @with_units: whether it is to be told of each revision what it touches
 *
 * Reads nothing yet.
 *
 * Returns: (transfer full): what goes through the revisions that @from contains
 */
TwfChronicle *
twf_chronicle_new (TwfRepository *repository, const char *from, gboolean with_units)
{
  TwfChronicle *self;

  g_return_val_if_fail (repository != NULL && from != NULL, NULL);

  self = g_new0 (TwfChronicle, 1);
  self->repository = twf_repository_ref (repository);
  self->from = g_strdup (from);
  self->with_units = with_units;
  return self;
}

/**
 * twf_chronicle_ask_for_authors:
 * @self: a chronicle that was never taken up
 *
 * It will be asked who made revisions, and when (twf_chronicle_recall_author()): that is written
 * down on a long way, so that it need not be read again.
 */
void
twf_chronicle_ask_for_authors (TwfChronicle *self)
{
  g_return_if_fail (self != NULL && self->walk == NULL);

  self->with_authors = TRUE;
}

/**
 * twf_chronicle_free:
 * @self: (transfer full) (nullable): a chronicle that is put down
 */
void
twf_chronicle_free (TwfChronicle *self)
{
  if (self == NULL)
    return;
  g_assert (self->handle == NULL);
  twf_walk_free (self->walk);
  g_clear_pointer (&self->index, twf_index_free);
  twf_repository_unref (self->repository);
  g_free (self->from);
  g_free (self);
}

static gboolean
begin (TwfChronicle *self, GError **error)
{
  g_autoptr (git_commit) commit = twf_lookup_commit (self->handle, self->from, error);

  if (commit == NULL)
    return FALSE;
  self->walk = twf_walk_new (self->repository, git_commit_id (commit), self->with_units);
  if (self->with_authors)
    twf_walk_ask_for_authors (self->walk);
  return TRUE;
}

/**
 * twf_chronicle_take_up:
 * @self: a chronicle that is put down
 * @error: return location
 *
 * Begins a piece. Blocks, as what follows until twf_chronicle_put_down() does, on one thread.
 *
 * Errors: as twf_repository_open(); TWF_ERROR_NOT_FOUND if there is no such revision
 */
gboolean
twf_chronicle_take_up (TwfChronicle *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->handle == NULL, FALSE);

  self->handle = twf_repository_open_handle (self->repository, error);
  if (self->handle == NULL)
    return FALSE;
  if (self->walk == NULL && !begin (self, error))
    {
      twf_chronicle_put_down (self);
      return FALSE;
    }
  if (self->index == NULL && self->with_units)
    self->index = twf_index_load (self->repository);
  twf_walk_take_up (self->walk, self->handle, self->index);
  return TRUE;
}

/**
 * twf_chronicle_put_down:
 * @self: a chronicle
 *
 * Ends a piece. Where many revisions were looked into for the first time, that is written down.
 */
void
twf_chronicle_put_down (TwfChronicle *self)
{
  g_return_if_fail (self != NULL);

  if (self->walk != NULL)
    twf_walk_take_up (self->walk, NULL, NULL);
  self->entry = NULL;
  g_clear_pointer (&self->cache, twf_raw_cache_free);
  if (self->index != NULL && (self->with_units || self->with_authors)
      && (self->ended
          || twf_index_count_new (self->index) >= (self->with_units ? MANY : MANY_AUTHORS)))
    {
      twf_index_store (self->index);
      g_clear_pointer (&self->index, twf_index_free);
    }
  if (self->index != NULL)
    twf_index_let_go (self->index);
  if (self->handle != NULL)
    twf_handle_release (g_steal_pointer (&self->handle));
}

static gboolean
goes_far (TwfChronicle *self)
{
  guint total;

  return twf_walk_reads_far (self->walk)
         || (self->with_authors && twf_walk_count (self->walk, &total) >= FAR);
}

/* A long way, or the sorting of all that a merge contains, goes by what is remembered. */
static void
choose_way (TwfChronicle *self)
{
  if (self->index != NULL || self->ended || !goes_far (self))
    return;
  self->index = twf_index_load (self->repository);
  twf_walk_take_up (self->walk, self->handle, self->index);
}

/**
 * twf_chronicle_next:
 * @self: a chronicle that is taken up
 * @cancellable: (nullable): looked at before each revision
 * @error: return location
 *
 * Goes to the next revision.
 *
 * Returns: FALSE at the end, or with @error set
 * Errors: TWF_ERROR_DAMAGED; %G_IO_ERROR_CANCELLED
 */
gboolean
twf_chronicle_next (TwfChronicle *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && self->handle != NULL, FALSE);

  choose_way (self);
  if (!twf_walk_next (self->walk, &self->id, &self->entry, cancellable, error))
    {
      self->ended = TRUE;
      return FALSE;
    }
  git_oid_tostr (self->text, sizeof self->text, &self->id);
  return TRUE;
}

/**
 * twf_chronicle_count:
 * @self: a chronicle
 * @total: (out): how many revisions there are in all; 0: not known yet
 *
 * Returns: how many it has gone through
 */
guint
twf_chronicle_count (TwfChronicle *self, guint *total)
{
  g_return_val_if_fail (self != NULL, 0);

  *total = 0;
  return self->walk != NULL ? twf_walk_count (self->walk, total) : 0;
}

/**
 * twf_chronicle_get_id:
 * @self: a chronicle
 *
 * Returns: (transfer none): the full id of the revision it stands at
 */
const char *
twf_chronicle_get_id (TwfChronicle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * twf_chronicle_dup_parents:
 * @self: a chronicle
 *
 * Returns: (transfer full): the full ids of what the revision it stands at was made on
 */
GStrv
twf_chronicle_dup_parents (TwfChronicle *self)
{
  GArray *parents;
  GStrv ids;

  g_return_val_if_fail (self != NULL && self->walk != NULL, NULL);

  parents = twf_walk_get_parents (self->walk);
  ids = g_new0 (char *, (gsize)parents->len + 1);
  for (guint i = 0; i < parents->len; i++)
    ids[i] = g_strdup (git_oid_tostr_s (&g_array_index (parents, git_oid, i)));
  return ids;
}

/**
 * twf_chronicle_is_narrow:
 * @self: a chronicle
 *
 * Returns: whether all that is to come is contained in the revision it stands at
 */
gboolean
twf_chronicle_is_narrow (TwfChronicle *self)
{
  g_return_val_if_fail (self != NULL && self->walk != NULL, FALSE);

  return twf_walk_is_narrow (self->walk);
}

/**
 * twf_chronicle_read:
 * @self: a chronicle that is taken up
 * @error: return location
 *
 * Returns: (transfer full): the revision it stands at
 * Errors: TWF_ERROR_DAMAGED
 */
TwfRevision *
twf_chronicle_read (TwfChronicle *self, GError **error)
{
  g_autoptr (git_commit) commit = NULL;

  g_return_val_if_fail (self != NULL && self->handle != NULL, NULL);

  commit = twf_load_commit (self->handle, &self->id, error);
  return commit != NULL ? twf_revision_new (commit) : NULL;
}

/**
 * twf_chronicle_recall_author:
 * @self: a chronicle
 * @email: (out) (transfer full): the author's address, as twf_revision_get_email() has it
 * @when: (out): when it was made, as twf_revision_get_when() has it
 *
 * Returns: whether that is remembered of the revision it stands at; else it has to be read
 */
gboolean
twf_chronicle_recall_author (TwfChronicle *self, char **email, gint64 *when)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->entry == NULL || !self->entry->knows_email)
    return FALSE;
  *email = g_strndup (self->entry->email, self->entry->n_email);
  *when = self->entry->when;
  return TRUE;
}

static GPtrArray *
compare_with (TwfChronicle *self, git_commit *commit, guint parent, GError **error)
{
  g_autoptr (git_commit) former = NULL;

  if (git_commit_parentcount (commit) > parent
      && (former = twf_load_commit (self->handle, git_commit_parent_id (commit, parent), error))
             == NULL)
    return NULL;
  return twf_compare_trees (self->cache,
                            former != NULL ? git_commit_tree_id (former) : NULL,
                            git_commit_tree_id (commit),
                            error);
}

/* Both are sorted by path. */
static void
keep_common (GPtrArray *changes, GPtrArray *others)
{
  guint kept = 0, other = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      TwfPathChange *change = changes->pdata[i];

      while (other < others->len
             && strcmp (((TwfPathChange *)others->pdata[other])->path, change->path) < 0)
        other++;
      if (other < others->len
          && strcmp (((TwfPathChange *)others->pdata[other])->path, change->path) == 0)
        {
          changes->pdata[i] = changes->pdata[kept];
          changes->pdata[kept++] = change;
        }
    }
  g_ptr_array_set_size (changes, (int)kept);
}

/**
 * twf_chronicle_list_changes:
 * @self: a chronicle that is taken up
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfPathChange): the files that the revision it stands at
 *   changed, sorted by path; of a merge those that differ from each of what it merged, against the
 *   first
 * Errors: TWF_ERROR_DAMAGED
 */
GPtrArray *
twf_chronicle_list_changes (TwfChronicle *self, GError **error)
{
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (self != NULL && self->handle != NULL, NULL);

  if (self->cache == NULL && (self->cache = twf_raw_cache_new (self->handle, error)) == NULL)
    return NULL;
  commit = twf_load_commit (self->handle, &self->id, error);
  if (commit == NULL || (changes = compare_with (self, commit, 0, error)) == NULL)
    return NULL;
  for (guint i = 1; i < git_commit_parentcount (commit) && changes->len > 0; i++)
    {
      g_autoptr (GPtrArray) others = compare_with (self, commit, i, error);

      if (others == NULL)
        return NULL;
      keep_common (changes, others);
    }
  return g_steal_pointer (&changes);
}

/**
 * twf_chronicle_get_n_units:
 * @self: a chronicle with units
 *
 * Returns: how many units the revision it stands at touches; a merge those that differ from each of
 *   what it merged
 */
guint
twf_chronicle_get_n_units (TwfChronicle *self)
{
  g_return_val_if_fail (self != NULL && self->entry != NULL, 0);

  return self->entry->n_keys;
}

/**
 * twf_chronicle_get_unit:
 * @self: a chronicle with units
 * @index: which of them
 *
 * Returns: the unit's number, as twf_unit_number() has it
 */
guint64
twf_chronicle_get_unit (TwfChronicle *self, guint index)
{
  guint64 number;

  g_return_val_if_fail (self != NULL && index < self->entry->n_keys, 0);

  memcpy (&number, self->entry->keys + (gsize)index * sizeof number, sizeof number);
  return GUINT64_FROM_LE (number);
}

/**
 * twf_chronicle_touches:
 * @self: a chronicle with units
 * @unit: a unit's number
 *
 * Returns: whether the revision it stands at touches the unit
 */
gboolean
twf_chronicle_touches (TwfChronicle *self, guint64 unit)
{
  g_return_val_if_fail (self != NULL && self->entry != NULL, FALSE);

  return twf_entry_touches (self->entry, unit);
}

/**
 * twf_unit_number:
 * @path: a path
 *
 * Returns: the number of the unit that @path is, or lies in
 */
guint64
twf_unit_number (const char *path)
{
  g_autofree char *unit = twf_unit_of (path);

  return twf_unit_key (unit, strlen (unit));
}
