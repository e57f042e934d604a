/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-raw-object-private.h"

#include "twf-error.h"

#include <errno.h>
#include <git2/sys/odb_backend.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Folders that were read last: those of a revision are those its neighbour is held against. */
#define REMEMBERED 16
#define MOST_PACKS 4

struct _TwfRawReader
{
  git_odb *odb;
  git_odb *own_odb;                  /* whose @own is */
  git_odb_backend *own;              /* the repository's own packs, which are asked first */
  GPtrArray *packs;                  /* of TwfRawPack: the same, as far as we read them */
  TwfRawObject *folders[REMEMBERED]; /* nullable */
  guint next;
};

/* More come with nothing, and libgit2 reads them as well. */
static GPtrArray *
open_packs (const char *objects)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_raw_pack_free);
  g_autofree char *folder = g_build_filename (objects, "pack", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && packs->len < MOST_PACKS && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *index = g_build_filename (folder, name, NULL);
      TwfRawPack *pack = g_str_has_suffix (name, ".idx") ? twf_raw_pack_open (index) : NULL;

      if (pack != NULL)
        g_ptr_array_add (packs, pack);
    }
  return packs;
}

/*
 * twf_raw_reader_new:
 * @handle: a repository
 *
 * Returns: (transfer full): a reader, which is not to outlive @handle
 * Errors: as opening the objects of @handle
 */
TwfRawReader *
twf_raw_reader_new (git_repository *handle, GError **error)
{
  g_autoptr (TwfRawReader) self = g_new0 (TwfRawReader, 1);
  g_autofree char *objects = g_build_filename (git_repository_path (handle), "objects", NULL);
  git_odb_backend *own = NULL;
  int rc;

  errno = 0;
  if ((rc = git_repository_odb (&self->odb, handle)) == 0
      && (rc = git_odb_new (&self->own_odb)) == 0
      && (rc = git_odb_backend_pack (&own, objects)) == 0)
    rc = git_odb_add_backend (self->own_odb, own, 1);
  if (rc == 0)
    {
      self->own = own;
      self->packs = open_packs (objects);
      return g_steal_pointer (&self);
    }
  twf_git_fail (error, rc, TWF_GIT_NAMED, git_repository_path (handle));
  return NULL;
}

/*
 * twf_raw_object_unref:
 * @self: (transfer full) (nullable): an object
 */
void
twf_raw_object_unref (TwfRawObject *self)
{
  if (self == NULL || --self->ref_count > 0)
    return;
  if (self->bytes != NULL)
    twf_raw_bytes_unref (self->bytes);
  else
    git_odb_backend_data_free (self->backend, (void *)self->data);
  g_free (self);
}

/*
 * twf_raw_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
twf_raw_reader_free (TwfRawReader *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < REMEMBERED; i++)
    twf_raw_object_unref (self->folders[i]);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  git_odb_free (self->own_odb);
  git_odb_free (self->odb);
  g_free (self);
}

/* The size is asked for before anything is unpacked. */
static int
read_from (git_odb_backend *backend, TwfRawObject *object, git_object_t wanted, guint64 most)
{
  void *data = NULL;
  int rc;

  if (backend->read_header == NULL || backend->read == NULL)
    return GIT_ENOTFOUND;
  rc = backend->read_header (&object->length, &object->type, backend, &object->id);
  if (rc < 0 || object->type != wanted || object->length > most)
    return rc;
  rc = backend->read (&data, &object->length, &object->type, backend, &object->id);
  object->data = data;
  object->backend = backend;
  return rc;
}

/* Returns: whether one of our own packs has it, as far as we read them. */
static gboolean
read_own (TwfRawReader *self, TwfRawObject *object)
{
  for (guint i = 0; i < self->packs->len && object->bytes == NULL; i++)
    object->bytes = twf_raw_pack_read (self->packs->pdata[i], &object->id);
  if (object->bytes == NULL)
    return FALSE;
  object->data = object->bytes->data;
  object->length = object->bytes->length;
  object->type = object->bytes->type;
  object->is_own = TRUE;
  return TRUE;
}

static int
read_object (TwfRawReader *self, TwfRawObject *object, git_object_t wanted, guint64 most)
{
  int rc;

  if (read_own (self, object))
    return 0;
  rc = read_from (self->own, object, wanted, most);
  object->is_own = rc == 0;
  for (gsize i = 0; rc == GIT_ENOTFOUND && i < git_odb_num_backends (self->odb); i++)
    {
      git_odb_backend *backend = NULL;

      if (git_odb_get_backend (&backend, self->odb, i) == 0)
        rc = read_from (backend, object, wanted, most);
    }
  return rc;
}

static gboolean
check (const TwfRawObject *object, git_object_t wanted, guint64 most, GError **error)
{
  const char *id;
  g_autofree char *size = NULL;

  if (object->type == wanted && object->length <= most)
    return TRUE;
  id = git_oid_tostr_s (&object->id);
  size = g_format_size_full (most, G_FORMAT_SIZE_IEC_UNITS);
  if (object->type != wanted)
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_INVALID,
                 _ ("object %.10s is of another kind than what names it says"),
                 id);
  else
    g_set_error (
        error, TWF_ERROR, TWF_ERROR_TOO_LARGE, _ ("object %.10s is larger than %s"), id, size);
  return FALSE;
}

static void
remember (TwfRawReader *self, TwfRawObject *object)
{
  twf_raw_object_unref (self->folders[self->next]);
  object->ref_count++;
  self->folders[self->next] = object;
  self->next = (self->next + 1) % REMEMBERED;
}

/*
 * twf_raw_reader_load:
 * @self: a reader
 * @id: an object that something names
 * @wanted: what it has to be
 * @most: bytes that it may have
 * @error: return location
 *
 * Returns: (transfer full): the object
 * Errors: TWF_ERROR_INVALID if it is something else, TWF_ERROR_TOO_LARGE, TWF_ERROR_DAMAGED if it
 *   is missing or broken
 */
TwfRawObject *
twf_raw_reader_load (TwfRawReader *self,
                     const git_oid *id,
                     git_object_t wanted,
                     guint64 most,
                     GError **error)
{
  g_autoptr (TwfRawObject) object = NULL;
  int rc;

  for (guint i = 0; wanted == GIT_OBJECT_TREE && i < REMEMBERED; i++)
    if (self->folders[i] != NULL && git_oid_equal (&self->folders[i]->id, id))
      {
        self->folders[i]->ref_count++;
        return self->folders[i];
      }
  object = g_new0 (TwfRawObject, 1);
  object->id = *id;
  object->ref_count = 1;
  errno = 0;
  rc = read_object (self, object, wanted, most);
  if (rc == GIT_ENOTFOUND)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_DAMAGED,
                   _ ("object %.10s is named and not there"),
                   git_oid_tostr_s (id));
      return NULL;
    }
  if (rc < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_NAMED, git_oid_tostr_s (id));
      return NULL;
    }
  if (!check (object, wanted, most, error))
    return NULL;
  if (wanted == GIT_OBJECT_TREE)
    remember (self, object);
  return g_steal_pointer (&object);
}

/*
 * twf_raw_object_begin:
 * @tree: (nullable): a folder, which is to outlive the place
 *
 * Returns: the place of its first entry
 */
TwfRawPlace
twf_raw_object_begin (const TwfRawObject *tree)
{
  const guint8 *data = tree != NULL ? (const guint8 *)tree->data : NULL;

  return (TwfRawPlace){ .at = data, .end = tree != NULL ? data + tree->length : NULL };
}

static gboolean
follows (const TwfRawObject *tree,
         const TwfRawEntry *before,
         const TwfRawEntry *entry,
         GError **error)
{
  if (before->length == 0 || entry->length == 0 || twf_raw_compare (before, entry) < 0)
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_INVALID,
               _ ("folder %.10s is out of order"),
               git_oid_tostr_s (&tree->id));
  return FALSE;
}

/* Steps over what both have there: the last of it is @before from then on. */
static gboolean
skip_known (const TwfRawObject *tree,
            TwfRawPlace *place,
            TwfRawPlace *other,
            TwfRawEntry *before,
            GError **error)
{
  TwfRawPlace start = *place;
  TwfRawEntry first;

  if (!twf_raw_skip_equal (place, other, error))
    return FALSE;
  if (place->at == start.at)
    return TRUE;
  if (!twf_raw_look (&start, &first, error) || !follows (tree, before, &first, error))
    return FALSE;
  start.at = place->last;
  return twf_raw_look (&start, before, error);
}

/*
 * twf_raw_object_check_order:
 * @tree: a folder
 * @former: (nullable): a folder whose order was checked
 * @error: return location
 *
 * Entries stand in their order and none twice: what is read by looking through two folders side by
 * side is then all that there is. What stands in @former in a row stands in its order; of a
 * thousand entries one differs.
 *
 * Errors: TWF_ERROR_INVALID if not; TWF_ERROR_DAMAGED if an entry is broken
 */
gboolean
twf_raw_object_check_order (const TwfRawObject *tree, const TwfRawObject *former, GError **error)
{
  TwfRawPlace place = twf_raw_object_begin (tree);
  TwfRawPlace other = twf_raw_object_begin (former);
  TwfRawEntry before = { 0 };
  TwfRawEntry entry, there;

  for (;;)
    {
      if (!skip_known (tree, &place, &other, &before, error)
          || !twf_raw_look (&place, &entry, error))
        return FALSE;
      if (entry.length == 0)
        return TRUE;
      if (!follows (tree, &before, &entry, error))
        return FALSE;
      before = entry;
      place.at += entry.length;
      do
        {
          if (!twf_raw_look (&other, &there, error))
            return FALSE;
          if (there.length == 0 || twf_raw_compare (&there, &entry) > 0)
            break;
          other.at += there.length;
        }
      while (TRUE);
    }
}

/*
 * twf_raw_step:
 * @one: (inout): a place in a folder
 * @other: (inout): a place in what that was before
 * @entry: (out): what is there next that was not there before byte for byte, since another mode is
 *   another entry; none: there is no more
 * @former: (out): what had that name before; none: nothing had
 * @error: return location
 *
 * Errors: TWF_ERROR_DAMAGED if an entry is broken
 */
gboolean
twf_raw_step (TwfRawPlace *one,
              TwfRawPlace *other,
              TwfRawEntry *entry,
              TwfRawEntry *former,
              GError **error)
{
  int order = 1;

  memset (former, 0, sizeof *former);
  while (order > 0)
    {
      TwfRawEntry there;

      if (!twf_raw_skip_equal (one, other, error) || !twf_raw_look (one, entry, error)
          || !twf_raw_look (other, &there, error))
        return FALSE;
      if (entry->length == 0)
        return TRUE;
      order = there.length == 0 ? -1 : twf_raw_compare (entry, &there);
      if (order >= 0)
        other->at += there.length;
      if (order == 0)
        *former = there;
    }
  one->at += entry->length;
  return TRUE;
}
