/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-raw-tree-private.h"

#include "twf-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Enough for the trees on the way to a unit, of a commit and of its parent. */
#define REMEMBERED 16
#define LONGEST_MODE 6
#define STRIDE 64

struct _TwfRawCache
{
  git_odb *odb;
  git_odb_object *trees[REMEMBERED]; /* nullable */
  guint next;
};

/*
 * twf_raw_cache_new:
 * @handle: a repository
 *
 * Returns: (transfer full): a cache that holds nothing
 * Errors: as opening the objects of @handle
 */
TwfRawCache *
twf_raw_cache_new (git_repository *handle, GError **error)
{
  g_autoptr (git_odb) odb = NULL;
  TwfRawCache *self;
  int rc;

  errno = 0;
  if ((rc = git_repository_odb (&odb, handle)) < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_NAMED, git_repository_path (handle));
      return NULL;
    }
  self = g_new0 (TwfRawCache, 1);
  self->odb = g_steal_pointer (&odb);
  return self;
}

/*
 * twf_raw_cache_free:
 * @self: (transfer full): a cache
 */
void
twf_raw_cache_free (TwfRawCache *self)
{
  for (guint i = 0; i < REMEMBERED; i++)
    git_odb_object_free (self->trees[i]);
  git_odb_free (self->odb);
  g_free (self);
}

/*
 * twf_raw_cache_load:
 * @self: a cache
 * @id: a tree that the repository itself names
 *
 * Returns: (transfer full): the tree; the caller's own, since the cache may forget it
 *
 * Errors: TWF_ERROR_DAMAGED if it is missing or no tree
 */
git_odb_object *
twf_raw_cache_load (TwfRawCache *self, const git_oid *id, GError **error)
{
  git_odb_object *tree = NULL;
  git_odb_object *copy = NULL;
  int rc;

  for (guint i = 0; i < REMEMBERED && tree == NULL; i++)
    if (self->trees[i] != NULL && git_oid_equal (git_odb_object_id (self->trees[i]), id))
      tree = self->trees[i];
  if (tree == NULL)
    {
      errno = 0;
      if ((rc = git_odb_read (&tree, self->odb, id)) < 0)
        {
          twf_git_fail (error, rc, TWF_GIT_NAMED, git_oid_tostr_s (id));
          return NULL;
        }
      git_odb_object_free (self->trees[self->next]);
      self->trees[self->next] = tree;
      self->next = (self->next + 1) % REMEMBERED;
    }
  if (git_odb_object_type (tree) != GIT_OBJECT_TREE || git_odb_object_dup (&copy, tree) < 0)
    g_set_error (error, TWF_ERROR, TWF_ERROR_DAMAGED, "%s: not a tree", git_oid_tostr_s (id));
  return copy;
}

/*
 * twf_raw_begin:
 * @tree: (nullable): a tree, which is to outlive the place
 *
 * Returns: the place of its first entry
 */
TwfRawPlace
twf_raw_begin (git_odb_object *tree)
{
  const guint8 *data = tree != NULL ? git_odb_object_data (tree) : NULL;

  return (TwfRawPlace){ .at = data,
                        .end = tree != NULL ? data + git_odb_object_size (tree) : NULL };
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, TWF_ERROR, TWF_ERROR_DAMAGED, _ ("a folder with a broken entry"));
  return FALSE;
}

/* An entry's length: mode, space, name, zero, id. 0: it is broken. */
static gsize
measure (const guint8 *at, const guint8 *end)
{
  const guint8 *zero = memchr (at, '\0', end - at);

  if (zero == NULL || end - zero < 1 + GIT_OID_RAWSZ)
    return 0;
  return zero + 1 + GIT_OID_RAWSZ - at;
}

static gsize
count_equal (const guint8 *one, const guint8 *other, gsize most)
{
  gsize count = 0;

  while (most - count >= STRIDE && memcmp (one + count, other + count, STRIDE) == 0)
    count += STRIDE;
  while (count < most && one[count] == other[count])
    count++;
  return count;
}

/*
 * twf_raw_skip_equal:
 * @one: (inout): a place in one tree
 * @other: (inout): a place in another
 *
 * Steps over the entries that follow at both places and are the same, byte for byte.
 *
 * Errors: TWF_ERROR_DAMAGED if an entry is broken
 */
gboolean
twf_raw_skip_equal (TwfRawPlace *one, TwfRawPlace *other, GError **error)
{
  gsize most = MIN (one->end - one->at, other->end - other->at);
  gsize equal = most > 0 ? count_equal (one->at, other->at, most) : 0;
  gsize done = 0;

  while (done < equal)
    {
      gsize length = measure (one->at + done, one->end);

      if (length == 0)
        return fail (error);
      if (done + length > equal)
        break;
      one->last = one->at + done;
      done += length;
    }
  one->at += done;
  other->at += done;
  return TRUE;
}

/*
 * twf_raw_look:
 * @place: a place in a tree
 * @entry: (out): the entry there; of no length at the tree's end
 *
 * Errors: TWF_ERROR_DAMAGED if the entry is broken
 */
gboolean
twf_raw_look (const TwfRawPlace *place, TwfRawEntry *entry, GError **error)
{
  const guint8 *space;

  memset (entry, 0, sizeof *entry);
  if (place->at == place->end)
    return TRUE;
  entry->length = measure (place->at, place->end);
  if (entry->length == 0)
    return fail (error);
  /* Not among the bytes of the id, so that the name has its zero. */
  space = memchr (place->at, ' ', MIN (entry->length - 1 - GIT_OID_RAWSZ, LONGEST_MODE + 1));
  if (space == NULL || space == place->at)
    return fail (error);
  entry->name = (const char *)space + 1;
  entry->name_length = strlen (entry->name);
  entry->id = place->at + entry->length - GIT_OID_RAWSZ;
  /* "40000", which some programs wrote with a zero before it. */
  entry->is_folder = space - place->at >= 5 && memcmp (space - 5, "40000", 5) == 0;
  return entry->name_length > 0 || fail (error);
}

/*
 * twf_raw_compare:
 * @one: an entry, of some length
 * @other: an entry, of some length
 *
 * Returns: which comes first in a tree, as strcmp(): a folder's name ends with '/' for that
 */
int
twf_raw_compare (const TwfRawEntry *one, const TwfRawEntry *other)
{
  gsize common = MIN (one->name_length, other->name_length);
  int order = memcmp (one->name, other->name, common);
  guchar here, there;

  if (order != 0)
    return order;
  here = one->name[common] == '\0' && one->is_folder ? '/' : one->name[common];
  there = other->name[common] == '\0' && other->is_folder ? '/' : other->name[common];
  return here - there;
}
