/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-mend.h"

#include "twf-lock-private.h"
#include "twf-pack-private.h"
#include "twf-received-private.h"

#include "twf-error.h"

#include <errno.h>
#include <git2/sys/odb_backend.h>
#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE (5 * G_TIME_SPAN_SECOND)
/* What was broken is kept here, beside "objects". */
#define ASIDE "tawafuq-damaged"
#define MOST_ASIDE 10000

/* A walk through all that the references name. */
typedef struct
{
  git_odb *own;
  GPtrArray *others; /* of git_odb */
  GHashTable *seen;  /* set of git_oid* (owned) */
  GArray *waiting;   /* of git_oid */
  TwfDamage *damage;
} Walk;

/**
 * twf_damage_free:
 * @self: (transfer full) (nullable): what is broken
 */
void
twf_damage_free (TwfDamage *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->elsewhere);
  g_ptr_array_unref (self->rescued);
  g_ptr_array_unref (self->files);
  g_free (self);
}

static TwfDamage *
damage_new (void)
{
  TwfDamage *self = g_new0 (TwfDamage, 1);

  self->found = g_ptr_array_new_with_free_func (g_free);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->elsewhere = g_ptr_array_new_with_free_func (g_free);
  self->rescued = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* Each is hashed when it is read. Returns: (nullable): the object. */
static git_odb_object *
read_elsewhere (Walk *walk, const git_oid *id)
{
  git_odb_object *object = NULL;

  for (guint i = 0; object == NULL && i < walk->others->len; i++)
    if (git_odb_read (&object, walk->others->pdata[i], id) < 0)
      object = NULL;
  return object;
}

static git_odb_object *
read_object (Walk *walk, const git_oid *id)
{
  git_odb_object *object = NULL;

  if (git_odb_read (&object, walk->own, id) == 0)
    return object;
  object = read_elsewhere (walk, id);
  g_ptr_array_add (object != NULL ? walk->damage->found : walk->damage->missing,
                   g_strdup (git_oid_tostr_s (id)));
  return object;
}

static void
wait_for (Walk *walk, const git_oid *id)
{
  if (!g_hash_table_contains (walk->seen, id))
    {
      g_hash_table_add (walk->seen, g_memdup2 (id, sizeof *id));
      g_array_append_val (walk->waiting, *id);
    }
}

/* The ids in the head of a commit or a tag: "tree ", "parent " or "object " and forty digits. */
static void
wait_for_named (Walk *walk, git_odb_object *object)
{
  static const char *const keys[] = { "tree ", "parent ", "object " };
  g_autofree char *head = g_strndup (git_odb_object_data (object), git_odb_object_size (object));
  char *end = strstr (head, "\n\n");
  g_auto (GStrv) lines = NULL;

  if (end != NULL)
    *end = '\0';
  lines = g_strsplit (head, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (keys); j++)
      {
        git_oid id;

        if (g_str_has_prefix (lines[i], keys[j])
            && git_oid_fromstr (&id, lines[i] + strlen (keys[j])) == 0)
          wait_for (walk, &id);
      }
}

/* Entry by entry: mode, space, name, zero, id. What another repository's is is not ours to have. */
static void
wait_for_entries (Walk *walk, git_odb_object *object)
{
  const char *at = git_odb_object_data (object);
  const char *end = at + git_odb_object_size (object);

  while (at < end)
    {
      const char *zero = memchr (at, '\0', (gsize)(end - at));
      git_oid id;

      if (zero == NULL || end - zero <= GIT_OID_RAWSZ)
        return;
      git_oid_fromraw (&id, (const guchar *)zero + 1);
      if (!g_str_has_prefix (at, "160000 "))
        wait_for (walk, &id);
      at = zero + 1 + GIT_OID_RAWSZ;
    }
}

static gboolean
walk_all (Walk *walk, GCancellable *cancellable, GError **error)
{
  while (walk->waiting->len > 0)
    {
      git_oid id = g_array_index (walk->waiting, git_oid, walk->waiting->len - 1);
      git_odb_object *object;

      g_array_set_size (walk->waiting, walk->waiting->len - 1);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      object = read_object (walk, &id);
      if (object == NULL)
        continue;
      if (git_odb_object_type (object) == GIT_OBJECT_TREE)
        wait_for_entries (walk, object);
      else if (git_odb_object_type (object) != GIT_OBJECT_BLOB)
        wait_for_named (walk, object);
      git_odb_object_free (object);
    }
  return TRUE;
}

static gboolean
wait_for_references (Walk *walk, git_repository *handle, GError **error)
{
  g_autoptr (git_reference_iterator) references = NULL;
  git_reference *reference = NULL;
  int rc = git_reference_iterator_new (&references, handle);

  while (rc == 0 && (rc = git_reference_next (&reference, references)) == 0)
    {
      const git_oid *id = git_reference_target (reference);

      if (id != NULL)
        wait_for (walk, id);
      git_reference_free (reference);
    }
  return rc == GIT_ITEROVER || twf_git_fail (error, rc, TWF_GIT_NAMED, "references");
}

/* What can still be had of a pack that goes aside: from elsewhere, or out of it. */
static int
rescue_cb (const git_oid *id, void *data)
{
  Walk *walk = data;
  git_odb_object *object = read_elsewhere (walk, id);
  GPtrArray *list = object != NULL ? walk->damage->elsewhere : walk->damage->rescued;

  if (object != NULL || git_odb_read (&object, walk->own, id) == 0)
    g_ptr_array_add (list, g_strdup (git_oid_tostr_s (id)));
  git_odb_object_free (object);
  return 0;
}

static void
rescue (Walk *walk, TwfRepository *repository, const char *name)
{
  static const char *const suffixes[] = { ".pack", ".idx", ".rev", ".bitmap", ".keep", ".mtimes" };
  g_autofree char *stem = g_strconcat ("objects/pack/", name, NULL);
  g_autofree char *path = twf_repository_build_path (repository, stem);
  g_autofree char *index = g_strconcat (path, ".idx", NULL);
  git_odb_backend *backend = NULL;

  if (git_odb_backend_one_pack (&backend, index) == 0)
    {
      backend->foreach (backend, rescue_cb, walk);
      backend->free (backend);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS))
        g_ptr_array_add (walk->damage->files, g_strconcat ("pack/", name, suffixes[i], NULL));
    }
}

/* A file of a loose object that is not what its name says. */
static void
look_at_loose (Walk *walk, const char *folder, const char *name)
{
  g_autofree char *hex = g_strconcat (folder, name, NULL);
  git_odb_object *object = NULL;
  git_oid id;

  if (strlen (hex) != GIT_OID_HEXSZ || git_oid_fromstr (&id, hex) < 0)
    return;
  if (git_odb_read (&object, walk->own, &id) < 0)
    g_ptr_array_add (walk->damage->files, g_build_filename (folder, name, NULL));
  git_odb_object_free (object);
}

static gboolean
look_at_all_loose (Walk *walk, TwfRepository *repository, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < 256; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02x", i);
      g_autofree char *below = g_build_filename ("objects", name, NULL);
      g_autofree char *path = twf_repository_build_path (repository, below);
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *file;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
        look_at_loose (walk, name, file);
    }
  return TRUE;
}

static gboolean
open_others (Walk *walk, GPtrArray *others, GPtrArray *handles, GError **error)
{
  for (guint i = 0; i < others->len; i++)
    {
      git_repository *handle = twf_repository_open_handle (others->pdata[i], error);
      git_odb *odb = NULL;
      int rc;

      if (handle == NULL)
        return FALSE;
      g_ptr_array_add (handles, handle);
      if ((rc = git_repository_odb (&odb, handle)) < 0)
        return twf_git_fail (error, rc, TWF_GIT_NAMED, twf_repository_get_path (others->pdata[i]));
      g_ptr_array_add (walk->others, odb);
    }
  return TRUE;
}

/**
 * twf_damage_find:
 * @repository: a repository, of which some may be broken
 * @others: (element-type TwfRepository): where the same may be whole
 * @broken_packs: (element-type utf8): names, without suffix, of its packs that are not what their
 *   sums say
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Reads all that the references of @repository name, and every object that is a file of its own.
 * Nothing is written. Blocks.
 *
 * Returns: (transfer full): what is broken, and what can be had
 * Errors: as twf_repository_open(); %G_IO_ERROR_CANCELLED
 */
TwfDamage *
twf_damage_find (TwfRepository *repository,
                 GPtrArray *others,
                 GPtrArray *broken_packs,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (TwfDamage) damage = damage_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (twf_id_hash, twf_id_equal, g_free, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (git_oid));
  g_autoptr (GPtrArray) handles
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_handle_release);
  g_autoptr (GPtrArray) odbs = g_ptr_array_new_with_free_func ((GDestroyNotify)git_odb_free);
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_odb) own = NULL;
  Walk walk = { .others = odbs, .seen = seen, .waiting = waiting, .damage = damage };
  int rc;

  g_return_val_if_fail (repository != NULL && others != NULL && broken_packs != NULL, NULL);

  handle = twf_repository_open_handle (repository, error);
  if (handle == NULL)
    return NULL;
  if ((rc = git_repository_odb (&own, handle)) < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_NAMED, twf_repository_get_path (repository));
      return NULL;
    }
  walk.own = own;
  if (!open_others (&walk, others, handles, error) || !wait_for_references (&walk, handle, error)
      || !walk_all (&walk, cancellable, error)
      || !look_at_all_loose (&walk, repository, cancellable, error))
    return NULL;
  for (guint i = 0; i < broken_packs->len; i++)
    rescue (&walk, repository, broken_packs->pdata[i]);
  return g_steal_pointer (&damage);
}

/* A folder that is not there yet. Returns: (transfer full) (nullable): its path. */
static char *
make_aside (TwfRepository *repository, GError **error)
{
  g_autofree char *top = twf_repository_build_path (repository, ASIDE);

  if (g_mkdir (top, 0700) != 0 && errno != EEXIST)
    {
      twf_error_set_from_errno (error, errno, top);
      return NULL;
    }
  for (guint i = 1; i < MOST_ASIDE; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u", top, i);

      if (g_mkdir (path, 0700) == 0)
        return g_steal_pointer (&path);
      if (errno != EEXIST)
        break;
    }
  twf_error_set_from_errno (error, errno, top);
  return NULL;
}

/* "ab/cdef..." goes as "abcdef...", "pack/pack-....idx" as "pack-....idx". */
static gboolean
put_aside (TwfRepository *repository, const char *file, const char *aside, GError **error)
{
  g_autofree char *below = g_build_filename ("objects", file, NULL);
  g_autofree char *from = twf_repository_build_path (repository, below);
  g_autofree char *folder = g_path_get_dirname (from);
  g_auto (GStrv) parts = g_strsplit (file, "/", 2);
  g_autofree char *name = g_str_equal (parts[0], "pack") ? g_strdup (parts[1])
                                                         : g_strconcat (parts[0], parts[1], NULL);
  g_autofree char *to = g_build_filename (aside, name, NULL);

  if (rename (from, to) != 0 && errno != ENOENT)
    {
      twf_error_set_from_errno (error, errno, from);
      return FALSE;
    }
  return twf_sync_folder (folder, error);
}

/**
 * twf_damage_mend:
 * @self: what is broken
 * @repository: where
 * @packs: (element-type utf8): paths of packs without suffix, with all that was found, is whole
 *   elsewhere and was rescued, of which each object was hashed
 * @aside: (out) (transfer full) (nullable): the folder in which the broken files are kept now;
 *   %NULL: none was
 * @error: return location
 *
 * Brings the packs in, and moves what is broken out of the way. No branch moves, and nothing is
 * removed.
 *
 * Errors: TWF_ERROR_BUSY if others save or repack; TWF_ERROR_DAMAGED if a pack is not what it
 *   was; by errno
 */
gboolean
twf_damage_mend (const TwfDamage *self,
                 TwfRepository *repository,
                 GPtrArray *packs,
                 char **aside,
                 GError **error)
{
  g_autoptr (TwfLock) lock = NULL;
  g_autoptr (TwfLock) repack = NULL;
  g_autofree char *folder = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL && repository != NULL, FALSE);
  g_return_val_if_fail (packs != NULL && aside != NULL, FALSE);

  *aside = NULL;
  lock = twf_lock_take (repository, TWF_LOCK_SAVE, PATIENCE, error);
  repack = lock != NULL ? twf_lock_take (repository, TWF_LOCK_REPACK, PATIENCE, error) : NULL;
  done = repack != NULL;
  for (guint i = 0; done && i < packs->len; i++)
    done = twf_pack_bring (repository, packs->pdata[i], error);
  if (done && self->files->len > 0)
    {
      folder = make_aside (repository, error);
      done = folder != NULL;
    }
  for (guint i = 0; done && i < self->files->len; i++)
    done = put_aside (repository, self->files->pdata[i], folder, error);
  for (guint i = 0; repack != NULL && i < packs->len; i++)
    twf_pack_release (repository, packs->pdata[i]);
  if (done)
    *aside = g_steal_pointer (&folder);
  return done;
}
