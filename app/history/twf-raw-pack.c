/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-raw-pack-private.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Longer ones, and deeper chains, are none of ours, and libgit2's to read or to refuse. */
#define LONGEST ((guint64)1024 * 1024)
#define DEEPEST 512
/* What was put together is kept: revisions are gone through from the oldest, and git tells the
 * older by what differs from the newer, so that the chain of one is the next one's but for a step.
 */
#define MOST_KEPT ((gsize)24 * 1024 * 1024)
#define COST_OF_KEEPING ((gsize)160)
/* Of a pack larger than this, the pages that were seen are given back after so many looks. */
#define LARGE ((gsize)64 * 1024 * 1024)
#define LOOKS 4096

#define INDEX_HEAD "\377tOc\0\0\0\2"
#define INDEX_HEAD_LENGTH 8
#define FANOUT_LENGTH (256 * 4)
#define SUM_LENGTH 20
#define PACK_HEAD_LENGTH 12

typedef enum
{
  KIND_COMMIT = 1,
  KIND_TREE = 2,
  KIND_BLOB = 3,
  KIND_TAG = 4,
  KIND_BY_OFFSET = 6,
  KIND_BY_ID = 7,
} Kind;

/* A file as it is mapped. */
typedef struct
{
  const guint8 *bytes;
  gsize length;
} Mapping;

/* Where an object stands, and what its head says. */
typedef struct
{
  gsize at; /* of its compressed bytes */
  guint64 length;
  Kind kind;
  gsize base; /* of a difference: where that stands which it differs from */
} Place;

typedef struct
{
  gsize offset;
  TwfRawBytes *bytes;
  GList link; /* among those that are kept */
} Kept;

struct _TwfRawPack
{
  Mapping index;
  Mapping pack;
  guint32 n_objects;
  GConverter *zlib;
  GHashTable *kept; /* offset -> Kept (owned) */
  GQueue latest;    /* of Kept (borrowed), the one that was used last the first */
  gsize n_kept;     /* bytes */
  guint n_looks;
};

static void
unmap (Mapping *mapping)
{
  if (mapping->bytes != NULL)
    munmap ((void *)mapping->bytes, mapping->length);
  mapping->bytes = NULL;
}

static gboolean
map (Mapping *mapping, const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  struct stat status;
  void *bytes = MAP_FAILED;

  if (fd < 0)
    return FALSE;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_size > 0)
    bytes = mmap (NULL, (gsize)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
  close (fd);
  if (bytes == MAP_FAILED)
    return FALSE;
  mapping->bytes = bytes;
  mapping->length = (gsize)status.st_size;
  return TRUE;
}

static guint32
get_number (const guint8 *at)
{
  guint32 number;

  memcpy (&number, at, sizeof number);
  return GUINT32_FROM_BE (number);
}

static void
kept_free (gpointer data)
{
  Kept *self = data;

  twf_raw_bytes_unref (self->bytes);
  g_free (self);
}

/*
 * twf_raw_bytes_unref:
 * @self: (transfer full) (nullable): an object's bytes
 */
void
twf_raw_bytes_unref (TwfRawBytes *self)
{
  if (self != NULL && --self->ref_count == 0)
    g_free (self);
}

static TwfRawBytes *
make_bytes (git_object_t type, gsize length)
{
  TwfRawBytes *self = g_malloc (sizeof *self + length + 1);

  self->type = type;
  self->length = length;
  self->ref_count = 1;
  self->data[length] = '\0';
  return self;
}

/* Whether the index is one of git's, of the second form, and as long as what it says. */
static gboolean
check_index (TwfRawPack *self)
{
  const Mapping *index = &self->index;
  const guint8 *fanout = index->bytes + INDEX_HEAD_LENGTH;
  guint32 before = 0;

  if (index->length < INDEX_HEAD_LENGTH + FANOUT_LENGTH
      || memcmp (index->bytes, INDEX_HEAD, INDEX_HEAD_LENGTH) != 0)
    return FALSE;
  for (guint i = 0; i < FANOUT_LENGTH; i += 4)
    {
      guint32 number = get_number (fanout + i);

      if (number < before)
        return FALSE;
      before = number;
    }
  self->n_objects = before;
  return index->length
         >= INDEX_HEAD_LENGTH + FANOUT_LENGTH + (guint64)before * (SUM_LENGTH + 8) + 2 * SUM_LENGTH;
}

/*
 * twf_raw_pack_open:
 * @index: path of a pack's index, "....idx"
 *
 * Returns: (transfer full) (nullable): the pack; %NULL: it is not to be read here
 */
TwfRawPack *
twf_raw_pack_open (const char *index)
{
  g_autoptr (TwfRawPack) self = g_new0 (TwfRawPack, 1);
  g_autofree char *stem = g_strndup (index, strlen (index) - strlen (".idx"));
  g_autofree char *pack = g_strconcat (stem, ".pack", NULL);

  g_queue_init (&self->latest);
  self->kept = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, kept_free);
  self->zlib = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  if (!map (&self->index, index) || !map (&self->pack, pack) || !check_index (self)
      || self->pack.length < PACK_HEAD_LENGTH + SUM_LENGTH || self->pack.length > G_MAXINT32)
    return NULL;
  return g_steal_pointer (&self);
}

/*
 * twf_raw_pack_free:
 * @self: (transfer full) (nullable): a pack
 */
void
twf_raw_pack_free (TwfRawPack *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->kept);
  g_object_unref (self->zlib);
  unmap (&self->index);
  unmap (&self->pack);
  g_free (self);
}

/* Where an object stands in the pack; 0: it is not in it. */
static gsize
find (TwfRawPack *self, const guint8 *id)
{
  const guint8 *fanout = self->index.bytes + INDEX_HEAD_LENGTH;
  const guint8 *ids = fanout + FANOUT_LENGTH;
  const guint8 *offsets = ids + (gsize)self->n_objects * (SUM_LENGTH + 4);
  guint32 low = id[0] > 0 ? get_number (fanout + (gsize)(id[0] - 1) * 4) : 0;
  guint32 high = get_number (fanout + (gsize)id[0] * 4);

  /* They were in order; who shortens the file meanwhile makes them zeros. */
  high = MIN (high, self->n_objects);
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = memcmp (ids + (gsize)middle * SUM_LENGTH, id, SUM_LENGTH);

      if (order == 0)
        {
          gsize offset = get_number (offsets + (gsize)middle * 4);

          return offset >= PACK_HEAD_LENGTH && offset < self->pack.length - SUM_LENGTH ? offset : 0;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

/* Where that stands which a difference differs from; 0: nowhere. */
static gsize
find_base (TwfRawPack *self, gsize offset, Place *place)
{
  const guint8 *bytes = self->pack.bytes;
  gsize end = self->pack.length - SUM_LENGTH;
  guint64 back = 0;
  guint8 byte = 0x80;

  if (place->kind == KIND_BY_ID)
    {
      if (end - place->at < SUM_LENGTH)
        return 0;
      place->at += SUM_LENGTH;
      return find (self, bytes + place->at - SUM_LENGTH);
    }
  for (guint i = 0; (byte & 0x80) != 0; i++)
    {
      if (i == 5 || place->at == end)
        return 0;
      byte = bytes[place->at++];
      back = (i > 0 ? (back + 1) << 7 : 0) | (byte & 0x7f);
    }
  return back > 0 && back < offset && offset - back >= PACK_HEAD_LENGTH ? offset - back : 0;
}

static gboolean
look (TwfRawPack *self, gsize offset, Place *place)
{
  const guint8 *bytes = self->pack.bytes;
  gsize end = self->pack.length - SUM_LENGTH;
  guint8 byte = bytes[offset];

  *place = (Place){ .at = offset + 1, .length = byte & 0x0f, .kind = (byte >> 4) & 7 };
  for (guint shift = 4; (byte & 0x80) != 0; shift += 7)
    {
      if (shift > 32 || place->at == end)
        return FALSE;
      byte = bytes[place->at++];
      place->length |= (guint64)(byte & 0x7f) << shift;
    }
  if (place->length > LONGEST)
    return FALSE;
  if (place->kind != KIND_BY_OFFSET && place->kind != KIND_BY_ID)
    return place->kind >= KIND_COMMIT && place->kind <= KIND_TAG;
  place->base = find_base (self, offset, place);
  return place->base != 0;
}

/* Unpacks what has the length that its head says. */
static TwfRawBytes *
inflate (TwfRawPack *self, const Place *place, git_object_t type)
{
  gsize end = self->pack.length - SUM_LENGTH;
  gsize at = place->at;
  gsize done = 0;
  g_autoptr (TwfRawBytes) bytes = make_bytes (type, place->length);
  GConverterResult result;

  g_converter_reset (self->zlib);
  do
    {
      gsize used = 0, made = 0;

      /* With the room for the zero, so that zlib comes to its end. */
      result = g_converter_convert (self->zlib,
                                    self->pack.bytes + at,
                                    end - at,
                                    bytes->data + done,
                                    place->length + 1 - done,
                                    G_CONVERTER_INPUT_AT_END,
                                    &used,
                                    &made,
                                    NULL);
      at += used;
      done += made;
    }
  while (result == G_CONVERTER_CONVERTED && done <= place->length && at < end);
  bytes->data[place->length] = '\0';
  return result == G_CONVERTER_FINISHED && done == place->length ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
take_number (const guint8 **at, const guint8 *end, guint64 *number)
{
  guint8 byte = 0x80;

  *number = 0;
  for (guint shift = 0; (byte & 0x80) != 0; shift += 7)
    {
      if (shift > 32 || *at == end)
        return FALSE;
      byte = *(*at)++;
      *number |= (guint64)(byte & 0x7f) << shift;
    }
  return TRUE;
}

/* A piece of the base that a difference names: a bit for each byte of its place and its length. */
static gboolean
take_piece (guint8 mark, const guint8 **at, const guint8 *end, gsize *from, gsize *length)
{
  *from = 0;
  *length = 0;
  for (guint i = 0; i < 7; i++)
    {
      if ((mark & 1 << i) == 0)
        continue;
      if (*at == end)
        return FALSE;
      if (i < 4)
        *from |= (gsize) * (*at)++ << i * 8;
      else
        *length |= (gsize) * (*at)++ << (i - 4) * 8;
    }
  if (*length == 0)
    *length = 0x10000;
  return TRUE;
}

/* Puts together what @difference says of @base. */
static TwfRawBytes *
apply (const TwfRawBytes *base, const TwfRawBytes *difference)
{
  const guint8 *at = (const guint8 *)difference->data;
  const guint8 *end = at + difference->length;
  g_autoptr (TwfRawBytes) bytes = NULL;
  guint64 base_length, length;
  gsize done = 0;

  if (!take_number (&at, end, &base_length) || !take_number (&at, end, &length)
      || base_length != base->length || length > LONGEST)
    return NULL;
  bytes = make_bytes (base->type, length);
  while (at < end)
    {
      guint8 mark = *at++;
      gsize from, n = mark;

      if ((mark & 0x80) != 0)
        {
          if (!take_piece (mark, &at, end, &from, &n) || n > length - done || from > base->length
              || n > base->length - from)
            return NULL;
          memcpy (bytes->data + done, base->data + from, n);
        }
      else
        {
          if (n == 0 || n > length - done || n > (gsize)(end - at))
            return NULL;
          memcpy (bytes->data + done, at, n);
          at += n;
        }
      done += n;
    }
  return done == length ? g_steal_pointer (&bytes) : NULL;
}

static TwfRawBytes *
find_kept (TwfRawPack *self, gsize offset)
{
  Kept *kept = g_hash_table_lookup (self->kept, GSIZE_TO_POINTER (offset));

  if (kept == NULL)
    return NULL;
  g_queue_unlink (&self->latest, &kept->link);
  g_queue_push_head_link (&self->latest, &kept->link);
  kept->bytes->ref_count++;
  return kept->bytes;
}

static void
keep (TwfRawPack *self, gsize offset, TwfRawBytes *bytes)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->offset = offset;
  kept->bytes = bytes;
  kept->link.data = kept;
  bytes->ref_count++;
  g_hash_table_insert (self->kept, GSIZE_TO_POINTER (offset), kept);
  g_queue_push_head_link (&self->latest, &kept->link);
  self->n_kept += bytes->length + COST_OF_KEEPING;
  while (self->n_kept > MOST_KEPT)
    {
      Kept *last = g_queue_peek_tail (&self->latest);

      g_queue_unlink (&self->latest, &last->link);
      self->n_kept -= last->bytes->length + COST_OF_KEEPING;
      g_hash_table_remove (self->kept, GSIZE_TO_POINTER (last->offset));
    }
}

static TwfRawBytes *
read_at (TwfRawPack *self, gsize offset)
{
  static const git_object_t types[] = { [KIND_COMMIT] = GIT_OBJECT_COMMIT,
                                        [KIND_TREE] = GIT_OBJECT_TREE,
                                        [KIND_BLOB] = GIT_OBJECT_BLOB,
                                        [KIND_TAG] = GIT_OBJECT_TAG };
  gsize offsets[DEEPEST];
  Place places[DEEPEST];
  guint n = 0;
  g_autoptr (TwfRawBytes) bytes = NULL;

  while ((bytes = find_kept (self, offset)) == NULL)
    {
      if (n == DEEPEST || !look (self, offset, &places[n]))
        return NULL;
      offsets[n] = offset;
      offset = places[n++].base;
      if (offset == 0)
        break;
    }
  while (n > 0)
    {
      const Place *place = &places[--n];
      g_autoptr (TwfRawBytes) unpacked
          = inflate (self, place, bytes == NULL ? types[place->kind] : GIT_OBJECT_INVALID);
      g_autoptr (TwfRawBytes) base = g_steal_pointer (&bytes);

      if (unpacked == NULL)
        return NULL;
      bytes = base != NULL ? apply (base, unpacked) : g_steal_pointer (&unpacked);
      if (bytes == NULL)
        return NULL;
      keep (self, offsets[n], bytes);
    }
  return g_steal_pointer (&bytes);
}

/*
 * twf_raw_pack_read:
 * @self: a pack
 * @id: an object
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL: it is not here, or not to be read here,
 *   since it is too long, or damaged
 */
TwfRawBytes *
twf_raw_pack_read (TwfRawPack *self, const git_oid *id)
{
  gsize offset = find (self, id->id);

  if (offset == 0)
    return NULL;
  if (self->pack.length > LARGE && ++self->n_looks % LOOKS == 0)
    madvise ((void *)self->pack.bytes, self->pack.length, MADV_DONTNEED);
  return read_at (self, offset);
}
