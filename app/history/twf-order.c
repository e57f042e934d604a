/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-order-private.h"

#include "twf-index-private.h"
#include "twf-lock-private.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* The file:
 *
 *   mark and version (8), inode of the folder (8: a copied repository makes its own),
 *   number of commits (4), number of parents of all (4), checksum of what follows (8),
 *   ids (20 each),
 *   for each commit where its parents begin, and where those of the last end (4 each),
 *   places of the parents (4 each),
 *   places by id (4 each)
 *
 * All numbers little-endian. */
#define MARK "TWFORD\0\1"
#define HEAD 32
#define LONGEST_WAIT (100 * G_TIME_SPAN_MILLISECOND)

struct _TwfOrder
{
  GMappedFile *file;
  guint n;
  guint n_parents;
  const guint8 *ids; /* these in the file */
  const guint8 *starts;
  const guint8 *parents;
  const guint8 *by_id;
};

static guint32
get_u32 (const guint8 *numbers, guint which)
{
  guint32 value;

  memcpy (&value, numbers + (gsize)which * sizeof value, sizeof value);
  return GUINT32_FROM_LE (value);
}

static guint64
get_inode (TwfRepository *repository)
{
  struct stat folder = { 0 };

  if (stat (twf_repository_get_path (repository), &folder) != 0)
    return 0;
  return folder.st_ino;
}

static gsize
get_body_length (gsize n, gsize n_parents)
{
  return n * GIT_OID_RAWSZ + (n + 1) * 4 + n_parents * 4 + n * 4;
}

static void
write_head (guint8 *head, guint64 inode, guint32 n, guint32 n_parents, guint64 checksum)
{
  inode = GUINT64_TO_LE (inode);
  n = GUINT32_TO_LE (n);
  n_parents = GUINT32_TO_LE (n_parents);
  checksum = GUINT64_TO_LE (checksum);
  memcpy (head, MARK, 8);
  memcpy (head + 8, &inode, 8);
  memcpy (head + 16, &n, 4);
  memcpy (head + 20, &n_parents, 4);
  memcpy (head + 24, &checksum, 8);
}

static void
point (TwfOrder *self, const guint8 *body)
{
  self->ids = body;
  self->starts = self->ids + (gsize)self->n * GIT_OID_RAWSZ;
  self->parents = self->starts + ((gsize)self->n + 1) * 4;
  self->by_id = self->parents + (gsize)self->n_parents * 4;
}

/* Whether every commit's parents are there and stand behind it, so that whoever follows them comes
 * to an end. */
static gboolean
is_an_order (TwfOrder *self)
{
  if (get_u32 (self->starts, 0) != 0 || get_u32 (self->starts, self->n) != self->n_parents)
    return FALSE;
  for (guint place = 0; place < self->n; place++)
    {
      guint32 start = get_u32 (self->starts, place);
      guint32 end = get_u32 (self->starts, place + 1);

      if (start > end || end > self->n_parents || get_u32 (self->by_id, place) >= self->n)
        return FALSE;
      for (; start < end; start++)
        if (get_u32 (self->parents, start) <= place || get_u32 (self->parents, start) >= self->n)
          return FALSE;
    }
  return TRUE;
}

static gboolean
read_file (TwfOrder *self, TwfRepository *repository)
{
  const guint8 *data = (const guint8 *)g_mapped_file_get_contents (self->file);
  gsize size = g_mapped_file_get_length (self->file);
  guint8 head[HEAD];
  gsize length;

  if (size < HEAD)
    return FALSE;
  self->n = get_u32 (data, 4);
  self->n_parents = get_u32 (data, 5);
  length = get_body_length (self->n, self->n_parents);
  if (size != HEAD + length)
    return FALSE;
  write_head (head,
              get_inode (repository),
              self->n,
              self->n_parents,
              twf_unit_key ((const char *)data + HEAD, length));
  if (memcmp (data, head, HEAD) != 0)
    return FALSE;
  point (self, data + HEAD);
  return is_an_order (self);
}

/*
 * twf_order_load:
 * @repository: where
 *
 * Returns: (transfer full) (nullable): the order that is written down there; NULL: none is
 */
TwfOrder *
twf_order_load (TwfRepository *repository)
{
  g_autofree char *path = twf_repository_build_path (repository, TWF_ORDER_NAME);
  g_autoptr (TwfOrder) self = g_new0 (TwfOrder, 1);

  self->file = g_mapped_file_new (path, FALSE, NULL);
  return self->file != NULL && read_file (self, repository) ? g_steal_pointer (&self) : NULL;
}

/*
 * twf_order_free:
 * @self: (transfer full) (nullable): an order
 */
void
twf_order_free (TwfOrder *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

/*
 * twf_order_get_length:
 * @self: an order
 *
 * Returns: how many commits it has
 */
guint
twf_order_get_length (TwfOrder *self)
{
  return self->n;
}

static const guint8 *
get_bytes (TwfOrder *self, guint place)
{
  return self->ids + (gsize)place * GIT_OID_RAWSZ;
}

/*
 * twf_order_find:
 * @self: an order
 * @id: a commit's id
 * @place: (out): where it stands
 *
 * Returns: whether it is there
 */
gboolean
twf_order_find (TwfOrder *self, const git_oid *id, guint *place)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint found = get_u32 (self->by_id, middle);
      int difference = memcmp (id->id, get_bytes (self, found), GIT_OID_RAWSZ);

      *place = found;
      if (difference == 0)
        return TRUE;
      if (difference > 0)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

/*
 * twf_order_get_id:
 * @self: an order
 * @place: a place in it
 *
 * Returns: the id of the commit that stands there
 */
git_oid
twf_order_get_id (TwfOrder *self, guint place)
{
  git_oid id = { 0 };

  g_assert (place < self->n);

  memcpy (id.id, get_bytes (self, place), GIT_OID_RAWSZ);
  return id;
}

/*
 * twf_order_get_n_parents:
 * @self: an order
 * @place: a place in it
 *
 * Returns: how many parents the commit there has
 */
guint
twf_order_get_n_parents (TwfOrder *self, guint place)
{
  g_assert (place < self->n);

  return get_u32 (self->starts, place + 1) - get_u32 (self->starts, place);
}

/*
 * twf_order_get_parent:
 * @self: an order
 * @place: a place in it
 * @which: from 0: which of the parents
 *
 * Returns: the place where it stands
 */
guint
twf_order_get_parent (TwfOrder *self, guint place, guint which)
{
  g_assert (which < twf_order_get_n_parents (self, place));

  return get_u32 (self->parents, get_u32 (self->starts, place) + which);
}

/*
 * twf_order_store:
 * @repository: where
 * @n: how many commits
 * @n_parents: how many parents they have together
 * @body: what a file has after its head
 *
 * Writes it down, if it can be: it can always be found out again.
 */
void
twf_order_store (TwfRepository *repository, guint n, guint n_parents, const GByteArray *body)
{
  g_autofree char *path = twf_repository_build_path (repository, TWF_ORDER_NAME);
  g_autofree char *making = g_strconcat (path, ".new", NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (HEAD + body->len);
  g_autoptr (TwfLock) lock = NULL;
  guint8 head[HEAD];

  g_assert (body->len == get_body_length (n, n_parents));

  write_head (head,
              get_inode (repository),
              n,
              n_parents,
              twf_unit_key ((const char *)body->data, body->len));
  g_byte_array_append (bytes, head, HEAD);
  g_byte_array_append (bytes, body->data, body->len);
  lock = twf_repository_is_writable (repository)
             ? twf_lock_take (repository, TWF_LOCK_SAVE, LONGEST_WAIT, NULL)
             : NULL;
  if (lock == NULL
      || !g_file_set_contents_full (
          making, (const char *)bytes->data, bytes->len, G_FILE_SET_CONTENTS_NONE, 0644, NULL)
      || g_rename (making, path) != 0)
    g_debug ("%s: not written", path);
}
