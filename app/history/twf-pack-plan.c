/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-pack-private.h"

#include <string.h>

/* The second version of git's pack index: a mark, a version, 256 running totals, the ids. */
#define INDEX_TOTALS 8
#define INDEX_IDS (INDEX_TOTALS + 256 * 4)
/* A pack joins if it holds less than so many times what is to be packed already: each object is
 * then written anew as often as the logarithm of their number, and there are as many packs. */
#define GROWTH 2
/* In how many of the 256 folders loose objects are counted: their names are evenly spread. */
#define SAMPLED 16

static const guint8 index_mark[INDEX_TOTALS] = { 0xff, 't', 'O', 'c', 0, 0, 0, 2 };

typedef struct
{
  char *path; /* without ".idx" */
  GMappedFile *index;
  guint32 count;
} Pack;

static void
pack_free (gpointer data)
{
  Pack *pack = data;

  g_clear_pointer (&pack->index, g_mapped_file_unref);
  g_free (pack->path);
  g_free (pack);
}

static git_oid *
add_id (TwfPackPlan *self, const git_oid *id)
{
  git_oid *known = NULL;

  if (g_hash_table_lookup_extended (self->ids, id, (gpointer *)&known, NULL))
    return known;
  known = g_memdup2 (id, sizeof *id);
  g_hash_table_insert (self->ids, known, NULL);
  return known;
}

/* Calls for each loose object of one folder; returns how many there are. */
static guint
list_shard (TwfRepository *repository, guint shard, TwfPackPlan *plan)
{
  char hex[GIT_OID_HEXSZ + 1];
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint count = 0;
  git_oid id;

  folder = g_strdup_printf ("%s/objects/%02x", twf_repository_get_path (repository), shard);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (strlen (name) != GIT_OID_HEXSZ - 2)
        continue;
      g_snprintf (hex, sizeof hex, "%02x%s", shard, name);
      if (git_oid_fromstr (&id, hex) < 0)
        continue;
      count++;
      if (plan != NULL)
        g_ptr_array_add (plan->loose, add_id (plan, &id));
    }
  return count;
}

/*
 * twf_count_loose:
 * @repository: where
 *
 * Returns: how many loose objects there are, estimated from a part of them
 */
guint
twf_count_loose (TwfRepository *repository)
{
  guint count = 0;

  for (guint shard = 0; shard < 256; shard += 256 / SAMPLED)
    count += list_shard (repository, shard, NULL);
  return count * (256 / SAMPLED);
}

static guint32
read_total (GMappedFile *index, guint slot)
{
  guint32 total;

  memcpy (&total, g_mapped_file_get_contents (index) + INDEX_TOTALS + slot * 4, sizeof total);
  return GUINT32_FROM_BE (total);
}

/* NULL: nothing to be touched: kept by somebody, or of a form that is not known. */
static Pack *
open_pack (const char *folder, const char *name)
{
  g_autofree char *index_path = g_build_filename (folder, name, NULL);
  g_autofree char *path = g_strndup (index_path, strlen (index_path) - strlen (".idx"));
  g_autofree char *keep = g_strconcat (path, ".keep", NULL);
  g_autofree char *promisor = g_strconcat (path, ".promisor", NULL);
  g_autoptr (GMappedFile) index = NULL;
  Pack *pack;

  if (g_file_test (keep, G_FILE_TEST_EXISTS) || g_file_test (promisor, G_FILE_TEST_EXISTS))
    return NULL;
  index = g_mapped_file_new (index_path, FALSE, NULL);
  if (index == NULL || g_mapped_file_get_length (index) < INDEX_IDS
      || memcmp (g_mapped_file_get_contents (index), index_mark, sizeof index_mark) != 0)
    return NULL;
  pack = g_new0 (Pack, 1);
  pack->path = g_steal_pointer (&path);
  pack->count = read_total (index, 255);
  if (INDEX_IDS + (gsize)pack->count * GIT_OID_RAWSZ > g_mapped_file_get_length (index))
    {
      pack_free (pack);
      return NULL;
    }
  pack->index = g_steal_pointer (&index);
  return pack;
}

static int
compare_packs (gconstpointer a, gconstpointer b)
{
  const Pack *const *one = a;
  const Pack *const *other = b;

  return ((*one)->count > (*other)->count) - ((*one)->count < (*other)->count);
}

static GPtrArray *
list_packs (TwfRepository *repository)
{
  g_autofree char *folder = twf_repository_build_path (repository, "objects/pack");
  GPtrArray *packs = g_ptr_array_new_with_free_func (pack_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Pack *pack;

      /* An index over several packs would name packs that are gone: git wrote it, let git repack.
       */
      if (strcmp (name, "multi-pack-index") == 0)
        {
          g_ptr_array_set_size (packs, 0);
          return packs;
        }
      if (g_str_has_prefix (name, "pack-") && g_str_has_suffix (name, ".idx")
          && (pack = open_pack (folder, name)) != NULL)
        g_ptr_array_add (packs, pack);
    }
  g_ptr_array_sort (packs, compare_packs);
  return packs;
}

static void
join_pack (TwfPackPlan *self, Pack *pack)
{
  const char *ids = g_mapped_file_get_contents (pack->index) + INDEX_IDS;
  git_oid id;

  for (guint32 i = 0; i < pack->count; i++)
    {
      memcpy (id.id, ids + (gsize)i * GIT_OID_RAWSZ, GIT_OID_RAWSZ);
      add_id (self, &id);
    }
  g_ptr_array_add (self->packs, g_strdup (pack->path));
}

/* For tables whose keys are ids. */
guint
twf_id_hash (gconstpointer key)
{
  guint hash;

  memcpy (&hash, ((const git_oid *)key)->id, sizeof hash);
  return hash;
}

gboolean
twf_id_equal (gconstpointer a, gconstpointer b)
{
  return git_oid_equal (a, b);
}

/*
 * twf_pack_plan_new:
 * @repository: where
 *
 * Looks what there is to pack: all that is loose, and packs from the smallest on while they are
 * small against what has been gathered.
 *
 * Returns: (transfer full): what to write into one pack
 */
TwfPackPlan *
twf_pack_plan_new (TwfRepository *repository)
{
  TwfPackPlan *self = g_new0 (TwfPackPlan, 1);
  g_autoptr (GPtrArray) packs = list_packs (repository);
  guint64 gathered;

  self->ids = g_hash_table_new_full (twf_id_hash, twf_id_equal, g_free, NULL);
  self->loose = g_ptr_array_new ();
  self->packs = g_ptr_array_new_with_free_func (g_free);
  for (guint shard = 0; shard < 256; shard++)
    list_shard (repository, shard, self);
  gathered = self->loose->len;
  for (guint i = 0; i < packs->len; i++)
    {
      Pack *pack = g_ptr_array_index (packs, i);

      if (pack->count >= gathered * GROWTH)
        break;
      join_pack (self, pack);
      gathered += pack->count;
    }
  return self;
}

/*
 * twf_pack_plan_free:
 * @self: (transfer full): what was to be packed
 */
void
twf_pack_plan_free (TwfPackPlan *self)
{
  g_ptr_array_unref (self->loose);
  g_ptr_array_unref (self->packs);
  g_hash_table_unref (self->ids);
  g_free (self);
}

/*
 * twf_pack_plan_is_worthwhile:
 * @self: what is to be packed
 *
 * Returns: whether there would be fewer files afterwards
 */
gboolean
twf_pack_plan_is_worthwhile (TwfPackPlan *self)
{
  return self->loose->len > 1 || self->packs->len > 1;
}

/*
 * twf_pack_plan_drop:
 * @self: what is to be packed
 * @id: an object of it that is gone
 *
 * Somebody pruned it since it was listed: it is neither packed nor, should it be written again
 * meanwhile, removed.
 */
void
twf_pack_plan_drop (TwfPackPlan *self, const git_oid *id)
{
  g_hash_table_insert (self->ids, g_memdup2 (id, sizeof *id), GINT_TO_POINTER (1));
}

/*
 * twf_pack_plan_holds:
 * @self: what is to be packed
 * @id: an object
 *
 * Returns: whether it is to be in the new pack
 */
gboolean
twf_pack_plan_holds (TwfPackPlan *self, const git_oid *id)
{
  gpointer dropped = NULL;

  return g_hash_table_lookup_extended (self->ids, id, NULL, &dropped) && dropped == NULL;
}
