/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-pack-private.h"

#include <errno.h>

/* The packbuilder looks for likeness among objects whose names are alike: only a walk from the
 * references down knows names. What no walk meets goes in without a name. */
typedef struct
{
  TwfPackPlan *plan;
  git_repository *handle;
  git_packbuilder *builder;
  GHashTable *left; /* git_oid* (borrowed from plan): not inserted yet */
  GString *path;
  GCancellable *cancellable;
} Walk;

static gboolean
insert (Walk *walk, const git_oid *id, const char *name, GError **error)
{
  int rc;

  errno = 0;
  rc = git_packbuilder_insert (walk->builder, id, name);
  /* What reports progress ends the work by an answer that is no reason by itself. */
  if (rc < 0 && g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return FALSE;
  if (rc == GIT_ENOTFOUND)
    {
      /* Pruned by somebody since it was listed: there is nothing to pack and nothing to remove. */
      twf_pack_plan_drop (walk->plan, id);
      g_hash_table_remove (walk->left, id);
      git_error_clear ();
      return TRUE;
    }
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, git_oid_tostr_s (id));
  g_hash_table_remove (walk->left, id);
  return TRUE;
}

static gboolean
insert_tree (Walk *walk, const git_oid *id, GError **error)
{
  gsize length = walk->path->len;
  g_autoptr (git_tree) tree = NULL;

  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return FALSE;
  if (!insert (walk, id, walk->path->str, error))
    return FALSE;
  tree = twf_load_tree (walk->handle, id, error);
  if (tree == NULL)
    return FALSE;
  for (gsize i = 0; i < git_tree_entrycount (tree); i++)
    {
      const git_tree_entry *entry = git_tree_entry_byindex (tree, i);
      const git_oid *child = git_tree_entry_id (entry);
      gboolean inserted;

      if (!g_hash_table_contains (walk->left, child))
        continue;
      if (length > 0)
        g_string_append_c (walk->path, '/');
      g_string_append (walk->path, git_tree_entry_name (entry));
      inserted = git_tree_entry_type (entry) == GIT_OBJECT_TREE
                     ? insert_tree (walk, child, error)
                     : insert (walk, child, walk->path->str, error);
      g_string_truncate (walk->path, length);
      if (!inserted)
        return FALSE;
    }
  return TRUE;
}

/* From the newest on, while they are among what is to be packed: what lies below a commit that is
 * not was packed with it. */
static gboolean
insert_history (Walk *walk, const git_oid *tip, GError **error)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (git_oid));

  g_array_append_val (waiting, *tip);
  while (waiting->len > 0)
    {
      git_oid id = g_array_index (waiting, git_oid, waiting->len - 1);
      g_autoptr (git_commit) commit = NULL;

      g_array_set_size (waiting, waiting->len - 1);
      if (!g_hash_table_contains (walk->left, &id))
        continue;
      commit = twf_load_commit (walk->handle, &id, error);
      if (commit == NULL || !insert (walk, &id, "", error))
        return FALSE;
      if (g_hash_table_contains (walk->left, git_commit_tree_id (commit))
          && !insert_tree (walk, git_commit_tree_id (commit), error))
        return FALSE;
      for (guint i = git_commit_parentcount (commit); i > 0; i--)
        g_array_append_vals (waiting, git_commit_parent_id (commit, i - 1), 1);
    }
  return TRUE;
}

static gboolean
insert_references (Walk *walk, GError **error)
{
  g_autoptr (git_reference_iterator) references = NULL;
  int rc;

  errno = 0;
  if ((rc = git_reference_iterator_new (&references, walk->handle)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, "references");
  for (;;)
    {
      g_autoptr (git_reference) reference = NULL;
      g_autoptr (git_object) peeled = NULL;

      rc = git_reference_next (&reference, references);
      if (rc == GIT_ITEROVER)
        return TRUE;
      if (rc < 0)
        return twf_git_fail (error, rc, TWF_GIT_NAMED, "references");
      if (git_reference_peel (&peeled, reference, GIT_OBJECT_COMMIT) == 0
          && !insert_history (walk, git_object_id (peeled), error))
        return FALSE;
      git_error_clear ();
    }
}

static gboolean
insert_nameless (Walk *walk, GError **error)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (walk->left);

  for (GList *each = ids; each != NULL; each = each->next)
    {
      if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
        return FALSE;
      if (!insert (walk, each->data, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/*
 * twf_pack_insert:
 * @plan: what is to be packed
 * @handle: the repository
 * @builder: what packs
 * @cancellable: (nullable): looked at between objects
 *
 * Hands every object of @plan to @builder, with its name where it has one.
 *
 * Errors: TWF_ERROR_DAMAGED; %G_IO_ERROR_CANCELLED
 */
gboolean
twf_pack_insert (TwfPackPlan *plan,
                 git_repository *handle,
                 git_packbuilder *builder,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GHashTable) left = NULL;
  g_autoptr (GString) path = g_string_new (NULL);
  GHashTableIter each;
  gpointer id;
  Walk walk = { 0 };

  left = g_hash_table_new (twf_id_hash, twf_id_equal);
  g_hash_table_iter_init (&each, plan->ids);
  while (g_hash_table_iter_next (&each, &id, NULL))
    g_hash_table_add (left, id);
  walk = (Walk){
    .plan = plan,
    .handle = handle,
    .builder = builder,
    .left = left,
    .path = path,
    .cancellable = cancellable,
  };
  return insert_references (&walk, error) && insert_nameless (&walk, error);
}
