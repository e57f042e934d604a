/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-index-private.h"

#include "twf-lock-private.h"
#include "twf-pack-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file: a head (mark, version, the folder's inode: a copied repository makes its own), then
 * records one after another, in no order:
 *
 *   length of the body (4), checksum of the body (4), body: what is remembered of a commit, as
 *   twf_entry_compose() has it
 *
 * or, where the highest bit of the length is set, what stands at one path:
 *
 *   key of the path (8), then for each commit that was asked: its id (20), the blob (20; zero:
 *   none)
 *
 * All numbers little-endian. Of two records of a commit the later holds. The first record that is
 * not whole ends the reading. A file of another version is made anew. */
#define HEAD 16
#define RECORD_HEAD 8
#define PLACES 0x80000000u
#define PLACES_HEAD 8
#define PLACE (2 * GIT_OID_RAWSZ)
#define LONGEST_WAIT (100 * G_TIME_SPAN_MILLISECOND)

struct _TwfIndex
{
  TwfRepository *repository;
  TwfRawCache *cache; /* nullable until it is needed */
  char *data;
  gsize whole;        /* length of what was read and is as it should be */
  gsize size;         /* length of the file */
  GHashTable *found;  /* git_oid* (in TwfEntry) -> TwfEntry* (owned) */
  GPtrArray *records; /* GByteArray* of entries that are not in the file yet */
  guint64 key;        /* of the one path whose blobs are wanted */
  GHashTable *places; /* git_oid* of a commit -> git_oid* of a blob; both in data or new_places */
  GPtrArray *new_places; /* guint8* (owned), PLACE bytes each, not in the file yet */
};

static guint32
get_u32 (const guint8 *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

static void
put_u32 (GByteArray *out, guint32 value)
{
  value = GUINT32_TO_LE (value);
  g_byte_array_append (out, (const guint8 *)&value, sizeof value);
}

static guint32
checksum (const guint8 *body, gsize length)
{
  guint64 hash = twf_unit_key ((const char *)body, length);

  return (guint32)(hash ^ (hash >> 32));
}

static void
write_head (TwfRepository *repository, guint8 head[HEAD])
{
  struct stat folder = { 0 };
  guint64 inode;

  if (stat (twf_repository_get_path (repository), &folder) != 0)
    folder.st_ino = 0;
  inode = GUINT64_TO_LE ((guint64)folder.st_ino);
  memcpy (head, "TWFIDX\0\3", 8);
  memcpy (head + 8, &inode, sizeof inode);
}

static const TwfEntry *
remember (TwfIndex *self, TwfEntry *entry)
{
  g_hash_table_replace (self->found, &entry->id, entry);
  return entry;
}

static void
remember_places (TwfIndex *self, const guint8 *body, gsize length)
{
  guint64 key;

  memcpy (&key, body, sizeof key);
  if (GUINT64_FROM_LE (key) != self->key)
    return;
  for (gsize at = PLACES_HEAD; at < length; at += PLACE)
    g_hash_table_insert (
        self->places, (gpointer)(body + at), (gpointer)(body + at + GIT_OID_RAWSZ));
}

/* FALSE if the body is not what its record says. */
static gboolean
read_body (TwfIndex *self, const guint8 *body, gsize length, gboolean places)
{
  TwfEntry *entry;

  if (places)
    {
      if (length < PLACES_HEAD || (length - PLACES_HEAD) % PLACE != 0)
        return FALSE;
      if (self->places != NULL)
        remember_places (self, body, length);
      return TRUE;
    }
  entry = twf_entry_new (body, length);
  if (entry != NULL)
    remember (self, entry);
  return entry != NULL;
}

static void
read_records (TwfIndex *self)
{
  guint8 head[HEAD];
  const guint8 *data = (const guint8 *)self->data;

  write_head (self->repository, head);
  if (self->size < HEAD || memcmp (data, head, HEAD) != 0)
    return;
  self->whole = HEAD;
  while (self->size - self->whole >= RECORD_HEAD)
    {
      const guint8 *record = data + self->whole;
      guint32 told = get_u32 (record);
      gsize length = told & ~PLACES;

      if (length > self->size - self->whole - RECORD_HEAD
          || checksum (record + RECORD_HEAD, length) != get_u32 (record + 4)
          || !read_body (self, record + RECORD_HEAD, length, (told & PLACES) != 0))
        return;
      self->whole += RECORD_HEAD + length;
    }
}

static TwfIndex *
index_new (TwfRepository *repository)
{
  TwfIndex *self = g_new0 (TwfIndex, 1);

  self->repository = twf_repository_ref (repository);
  self->found = g_hash_table_new_full (twf_id_hash, twf_id_equal, NULL, g_free);
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify)g_byte_array_unref);
  self->new_places = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
read_file (TwfIndex *self)
{
  g_autofree char *path = twf_repository_build_path (self->repository, TWF_INDEX_NAME);

  if (g_file_get_contents (path, &self->data, &self->size, NULL))
    read_records (self);
}

/*
 * twf_index_load:
 * @repository: where
 *
 * Returns: (transfer full): what is remembered there, which may be nothing
 */
TwfIndex *
twf_index_load (TwfRepository *repository)
{
  TwfIndex *self = index_new (repository);

  read_file (self);
  return self;
}

/*
 * twf_index_load_for:
 * @repository: where
 * @path: a file's path
 *
 * As twf_index_load(), together with the blobs that are remembered to stand at @path.
 *
 * Returns: (transfer full): what is remembered there
 */
TwfIndex *
twf_index_load_for (TwfRepository *repository, const char *path)
{
  TwfIndex *self = index_new (repository);

  self->key = twf_unit_key (path, strlen (path));
  self->places = g_hash_table_new (twf_id_hash, twf_id_equal);
  read_file (self);
  return self;
}

/*
 * twf_index_free:
 * @self: (transfer full): an index
 */
void
twf_index_free (TwfIndex *self)
{
  g_clear_pointer (&self->cache, twf_raw_cache_free);
  g_hash_table_unref (self->found);
  g_ptr_array_unref (self->records);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_ptr_array_unref (self->new_places);
  twf_repository_unref (self->repository);
  g_free (self->data);
  g_free (self);
}

/*
 * twf_index_find:
 * @self: an index
 * @id: a commit's id
 *
 * Returns: (transfer none) (nullable): what is remembered of it
 */
const TwfEntry *
twf_index_find (TwfIndex *self, const git_oid *id)
{
  return g_hash_table_lookup (self->found, id);
}

/*
 * twf_index_find_blob:
 * @self: an index that was loaded for a path
 * @id: a commit's id
 * @blob: (out): what stands at the path there; zero: nothing
 *
 * Returns: whether it is remembered
 */
gboolean
twf_index_find_blob (TwfIndex *self, const git_oid *id, git_oid *blob)
{
  const guint8 *found = g_hash_table_lookup (self->places, id);

  if (found != NULL)
    memcpy (blob->id, found, GIT_OID_RAWSZ);
  return found != NULL;
}

/*
 * twf_index_add_blob:
 * @self: an index that was loaded for a path
 * @id: a commit's id
 * @blob: what stands at the path there; zero: nothing
 *
 * Remembers it; twf_index_store() writes it down.
 */
void
twf_index_add_blob (TwfIndex *self, const git_oid *id, const git_oid *blob)
{
  guint8 *place = g_malloc (PLACE);

  memcpy (place, id->id, GIT_OID_RAWSZ);
  memcpy (place + GIT_OID_RAWSZ, blob->id, GIT_OID_RAWSZ);
  g_ptr_array_add (self->new_places, place);
  g_hash_table_insert (self->places, place, place + GIT_OID_RAWSZ);
}

static GByteArray *
seal (const GByteArray *body, guint32 mark)
{
  GByteArray *record = g_byte_array_new ();

  put_u32 (record, body->len | mark);
  put_u32 (record, checksum (body->data, body->len));
  return g_byte_array_append (record, body->data, body->len);
}

static void
seal_places (TwfIndex *self)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();
  guint64 key = GUINT64_TO_LE (self->key);

  if (self->new_places->len == 0)
    return;
  g_byte_array_append (body, (const guint8 *)&key, sizeof key);
  for (guint i = 0; i < self->new_places->len; i++)
    g_byte_array_append (body, self->new_places->pdata[i], PLACE);
  g_ptr_array_add (self->records, seal (body, PLACES));
}

/* @cache: NULL: what it touches is not looked for. */
static GByteArray *
record_new (TwfRawCache *cache, git_commit *commit, GError **error)
{
  g_autoptr (GArray) units = NULL;
  g_autoptr (GByteArray) body = NULL;

  if (cache != NULL && (units = twf_list_units (cache, commit, error)) == NULL)
    return NULL;
  body = twf_entry_compose (commit, units);
  return seal (body, 0);
}

/*
 * twf_index_add:
 * @self: an index
 * @commit: a commit that is not remembered, or not with its units
 * @with_units: whether to look what it touches
 *
 * Remembers a commit; twf_index_store() writes it down.
 *
 * Returns: (transfer none): what is now remembered
 * Errors: TWF_ERROR_DAMAGED
 */
const TwfEntry *
twf_index_add (TwfIndex *self, git_commit *commit, gboolean with_units, GError **error)
{
  GByteArray *record;

  if (with_units && self->cache == NULL
      && (self->cache = twf_raw_cache_new (git_commit_owner (commit), error)) == NULL)
    return NULL;
  record = record_new (with_units ? self->cache : NULL, commit, error);
  if (record == NULL)
    return NULL;
  g_ptr_array_add (self->records, record);
  return remember (self, twf_entry_new (record->data + RECORD_HEAD, record->len - RECORD_HEAD));
}

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      data += written;
      length -= written;
    }
  return TRUE;
}

/* A file that is not whole is written anew beside itself; else what is new goes to its end. */
static gboolean
write_records (TwfIndex *self, const char *path)
{
  gboolean anew = self->whole < HEAD || self->whole < self->size;
  g_autofree char *making = g_strconcat (path, ".new", NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 head[HEAD];
  gboolean written;
  int fd;

  write_head (self->repository, head);
  if (anew && self->whole >= HEAD)
    g_byte_array_append (bytes, (const guint8 *)self->data, self->whole);
  else if (anew)
    g_byte_array_append (bytes, head, HEAD);
  for (guint i = 0; i < self->records->len; i++)
    {
      GByteArray *record = g_ptr_array_index (self->records, i);

      g_byte_array_append (bytes, record->data, record->len);
    }
  fd = open (
      anew ? making : path, O_WRONLY | O_CLOEXEC | (anew ? O_CREAT | O_TRUNC : O_APPEND), 0644);
  if (fd < 0)
    return FALSE;
  written = write_all (fd, bytes->data, bytes->len);
  close (fd);
  if (anew && written)
    written = g_rename (making, path) == 0;
  else if (anew)
    g_unlink (making);
  return written;
}

/*
 * twf_index_store:
 * @self: an index
 *
 * Writes down what is new, if it can be: it can always be found out again.
 */
void
twf_index_store (TwfIndex *self)
{
  g_autofree char *path = twf_repository_build_path (self->repository, TWF_INDEX_NAME);
  g_autoptr (TwfLock) lock = NULL;

  seal_places (self);
  if (self->records->len == 0 || !twf_repository_is_writable (self->repository))
    return;
  lock = twf_lock_take (self->repository, TWF_LOCK_SAVE, LONGEST_WAIT, NULL);
  if (lock == NULL || !write_records (self, path))
    g_debug ("%s: not written", path);
}

/*
 * twf_index_count_new:
 * @self: an index
 *
 * Returns: how many commits it has that twf_index_store() would write down
 */
guint
twf_index_count_new (TwfIndex *self)
{
  return self->records->len;
}

/*
 * twf_index_let_go:
 * @self: an index
 *
 * Forgets the handle that commits were added with, which may be closed now.
 */
void
twf_index_let_go (TwfIndex *self)
{
  g_clear_pointer (&self->cache, twf_raw_cache_free);
}

/*
 * twf_index_append:
 * @repository: where; the lock for saving is held
 * @commit: a commit that was just made
 *
 * Writes down what a new commit touches. Where it fails, a reader will find out.
 */
void
twf_index_append (TwfRepository *repository, git_commit *commit)
{
  g_autofree char *path = twf_repository_build_path (repository, TWF_INDEX_NAME);
  g_autoptr (TwfRawCache) cache = twf_raw_cache_new (git_commit_owner (commit), NULL);
  g_autoptr (GByteArray) record = cache != NULL ? record_new (cache, commit, NULL) : NULL;
  int fd = open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  struct stat found;
  guint8 head[HEAD];

  if (fd < 0)
    return;
  write_head (repository, head);
  if (record == NULL || fstat (fd, &found) != 0
      || (found.st_size == 0 && !write_all (fd, head, HEAD))
      || !write_all (fd, record->data, record->len))
    g_debug ("%s: not written", path);
  close (fd);
}
