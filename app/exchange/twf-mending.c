/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-mending.h"

#include "twf-child.h"
#include "twf-error.h"
#include "twf-intake-private.h"
#include "twf-mend.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define MOST_MEMORY ((guint64)512 * 1024 * 1024)
/* A plan of hundreds of megabytes is hashed whole. */
#define MOST_SECONDS 300
#define MOST_PACK (2 * TWF_BUNDLE_MOST)

/**
 * twf_mending_free:
 * @self: (transfer full) (nullable): what became of it
 */
void
twf_mending_free (TwfMending *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->repaired);
  g_strfreev (self->missing);
  g_free (self->aside);
  g_free (self);
}

/* Returns: how git left; it says by that alone whether a pack is what its sums say. */
static gboolean
run_git (TwfQuarantine *quarantine,
         const char *const *argv,
         int input,
         gboolean *good,
         GCancellable *cancellable,
         GError **error)
{
  TwfChildSpec spec = { .argv = argv,
                        .folder = twf_quarantine_get_path (quarantine),
                        .input = input,
                        .has_input = input >= 0,
                        .memory = MOST_MEMORY,
                        .seconds = MOST_SECONDS,
                        .file_size = MOST_PACK };
  g_autoptr (TwfChild) child = twf_child_run (&spec, cancellable, error);

  *good = child != NULL && child->end == TWF_CHILD_DONE;
  return child != NULL;
}

static gboolean
verify_pack (TwfQuarantine *quarantine,
             const char *stem,
             gboolean *good,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *index = g_strconcat (stem, ".idx", NULL);
  const char *const argv[] = { "git", "verify-pack", index, NULL };

  return run_git (quarantine, argv, -1, good, cancellable, error);
}

/* Where only the index of a pack is broken, or gone, all that is in it is to be had: from a copy of
 * the pack for which git makes another. */
static gboolean
copy_pack (TwfQuarantine *quarantine, const char *stem, GCancellable *cancellable, GError **error)
{
  static const char *const argv[]
      = { "git", "index-pack", "--stdin", "--fix-thin", "--threads=2", NULL };
  g_autofree char *pack = g_strconcat (stem, ".pack", NULL);
  int fd = open (pack, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gboolean good = FALSE;
  gboolean ran = fd < 0 || run_git (quarantine, argv, fd, &good, cancellable, error);

  if (fd >= 0)
    close (fd);
  return ran;
}

/* Names, without suffix, of the plan's packs that are broken. */
static GPtrArray *
list_broken_packs (TwfQuarantine *quarantine, GCancellable *cancellable, GError **error)
{
  TwfRepository *plan = twf_quarantine_get_plan (quarantine);
  g_autofree char *folder
      = g_build_filename (twf_repository_get_path (plan), "objects", "pack", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) broken = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gboolean is_index = g_str_has_suffix (name, ".idx");
      g_autofree char *stem = NULL;
      g_autofree char *index = NULL;
      gboolean good = FALSE;

      if (!g_str_has_prefix (name, "pack-") || (!is_index && !g_str_has_suffix (name, ".pack")))
        continue;
      stem = g_strndup (path, strlen (path) - strlen (is_index ? ".idx" : ".pack"));
      index = g_strconcat (stem, ".idx", NULL);
      if (!is_index && g_file_test (index, G_FILE_TEST_EXISTS))
        continue;
      if (is_index && !verify_pack (quarantine, stem, &good, cancellable, error))
        return NULL;
      if (good)
        continue;
      if (!copy_pack (quarantine, stem, cancellable, error))
        return NULL;
      g_ptr_array_add (broken, g_path_get_basename (stem));
    }
  return g_steal_pointer (&broken);
}

/* What a file brings is unpacked without a look at the plan, which git would compare it with, and
 * stumble over what is broken there; only a file that goes on from the plan needs it. */
static gboolean
unpack (TwfQuarantine *quarantine, const char *path, GCancellable *cancellable, GError **error)
{
  TwfRepository *const plan[] = { twf_quarantine_get_plan (quarantine), NULL };
  g_autofree char *spooled = twf_quarantine_build_path (quarantine, "incoming");
  g_autofree char *sum = NULL;
  g_autofree char *second_sum = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (GPtrArray) refs
      = twf_intake_file (quarantine, path, FALSE, &sum, NULL, NULL, cancellable, &reason);

  if (refs == NULL && g_error_matches (reason, TWF_ERROR, TWF_ERROR_INVALID)
      && g_unlink (spooled) == 0)
    {
      g_clear_error (&reason);
      if (!twf_quarantine_see (quarantine, plan, error))
        return FALSE;
      refs = twf_intake_file (
          quarantine, path, FALSE, &second_sum, NULL, NULL, cancellable, &reason);
    }
  if (refs == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return refs != NULL;
}

/* Opens what is to be read from: another copy's folder, or the quarantine alone, in which a file
 * that was named is unpacked. Nothing of the plan is seen there: what is broken in it would be
 * met first. */
static GPtrArray *
list_others (TwfQuarantine *quarantine, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) others
      = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_repository_unref);
  TwfRepository *seen[] = { NULL, NULL };
  TwfRepository *own;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      seen[0] = twf_repository_open (path, error);
      if (seen[0] == NULL)
        return NULL;
      g_ptr_array_add (others, seen[0]);
    }
  else if (!unpack (quarantine, path, cancellable, error))
    return NULL;
  if (!twf_quarantine_see (quarantine, seen, error)
      || (own = twf_repository_open (twf_quarantine_get_path (quarantine), error)) == NULL)
    return NULL;
  g_ptr_array_add (others, own);
  return g_steal_pointer (&others);
}

static GStrv
steal_ids (GPtrArray *ids)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv list;

  for (guint i = 0; i < ids->len; i++)
    g_strv_builder_add (builder, ids->pdata[i]);
  list = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return list;
}

/* A pack of what @lists name, of what git sees in the quarantine. An id says what an object is, and
 * what is wanted was in the plan already: so nothing else is asked of it than that it is what its
 * id says, which git finds out for the pack as it came to be. */
static gboolean
add_pack (TwfQuarantine *quarantine,
          GPtrArray *const *lists,
          GPtrArray *packs,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  gboolean good = FALSE;
  char *pack;

  for (gsize i = 0; lists[i] != NULL; i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (g_hash_table_add (ids, lists[i]->pdata[j]))
        g_string_append_printf (list, "%s\n", (const char *)lists[i]->pdata[j]);
  if (list->len == 0)
    return TRUE;
  bytes = g_bytes_new (list->str, list->len);
  pack = twf_intake_make_pack (quarantine, bytes, cancellable, error);
  if (pack == NULL)
    return FALSE;
  g_ptr_array_add (packs, pack);
  if (!verify_pack (quarantine, pack, &good, cancellable, error))
    return FALSE;
  if (!good)
    g_set_error_literal (
        error, TWF_ERROR, TWF_ERROR_DAMAGED, _ ("the other copy is not what it says it is"));
  return good;
}

static GPtrArray *
make_packs (TwfQuarantine *quarantine,
            const TwfDamage *damage,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *const there[] = { damage->found, damage->elsewhere, NULL };
  GPtrArray *const here[] = { damage->rescued, NULL };
  TwfRepository *const plan[] = { twf_quarantine_get_plan (quarantine), NULL };

  if (!add_pack (quarantine, there, packs, cancellable, error)
      || !twf_quarantine_see (quarantine, plan, error)
      || !add_pack (quarantine, here, packs, cancellable, error))
    return NULL;
  return g_steal_pointer (&packs);
}

/**
 * twf_mending_from:
 * @plan: a plan of which something may be broken or gone
 * @other: (type filename): another copy of it: a folder, or a contribution file
 * @cancellable: (nullable): ends it before anything is written
 * @error: return location
 *
 * Looks whether all that the plan's branches and tags name can be read and is what it is named, and
 * takes what is not from another copy, whose it need not be. What was broken is kept aside; no
 * branch moves. Blocks.
 *
 * Returns: (transfer full): what became of it
 * Errors: as twf_repository_open() and twf_intake_file() for @other; as twf_damage_mend()
 */
TwfMending *
twf_mending_from (TwfRepository *plan, const char *other, GCancellable *cancellable, GError **error)
{
  TwfRepository *const nothing[] = { NULL };
  g_autoptr (TwfQuarantine) quarantine = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) broken = NULL;
  g_autoptr (TwfDamage) damage = NULL;
  g_autoptr (TwfMending) repair = g_new0 (TwfMending, 1);
  g_autoptr (GPtrArray) packs = NULL;

  g_return_val_if_fail (plan != NULL && other != NULL, NULL);

  quarantine = twf_quarantine_new (plan, error);
  if (quarantine == NULL || !twf_quarantine_see (quarantine, nothing, error))
    return NULL;
  broken = list_broken_packs (quarantine, cancellable, error);
  others = broken != NULL ? list_others (quarantine, other, cancellable, error) : NULL;
  if (others == NULL)
    return NULL;
  damage = twf_damage_find (plan, others, broken, cancellable, error);
  packs = damage != NULL ? make_packs (quarantine, damage, cancellable, error) : NULL;
  if (packs == NULL
      || ((packs->len > 0 || damage->files->len > 0)
          && !twf_damage_mend (damage, plan, packs, &repair->aside, error)))
    return NULL;
  repair->repaired = steal_ids (damage->found);
  repair->missing = steal_ids (damage->missing);
  return g_steal_pointer (&repair);
}
