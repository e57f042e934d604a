/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-bulk-private.h"

#include "twf-error.h"

#include <errno.h>
#include <string.h>

/* A change set is a tree of names, as what it changes is. A merge of two hundred branches has tens
 * of thousands of folders of one or two names each, where a hash table would be mostly empty. A
 * node is a file that is put (bytes), or a folder; "removed" says that what stood there before goes
 * whole, and a folder with both is replaced. */
typedef struct
{
  GBytes *bytes;
  GTree *children; /* char* name -> Node (owned); NULL: none */
  gboolean removed;
} Node;

struct _TwfChangeSet
{
  Node root;
  char *refused; /* the first path that cannot be one */
  guint n_put;   /* files put, those put twice counted twice */
  guint64 n_bytes;
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->bytes, g_bytes_unref);
  g_clear_pointer (&node->children, g_tree_unref);
  g_free (node);
}

/**
 * twf_change_set_new:
 *
 * Returns: (transfer full): a change set that changes nothing
 */
TwfChangeSet *
twf_change_set_new (void)
{
  return g_new0 (TwfChangeSet, 1);
}

/**
 * twf_change_set_free:
 * @self: (transfer full): a change set
 */
void
twf_change_set_free (TwfChangeSet *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->root.children, g_tree_unref);
  g_free (self->refused);
  g_free (self);
}

/* Names are made by the application alone: what no file system can misread, and no more. */
static gboolean
name_is_clean (const char *name)
{
  static const char allowed[] = G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._-";

  return name[0] != '\0' && name[0] != '.' && name[0] != '-' && strlen (name) <= 255
         && name[strspn (name, allowed)] == '\0';
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return strcmp (a, b);
}

static Node *
find_or_make (TwfChangeSet *self, const char *path)
{
  /* Splitting an empty text gives no names at all, not an empty one. */
  g_auto (GStrv) names = g_strsplit (path[0] != '\0' ? path : "/", "/", -1);
  Node *node = &self->root;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      Node *child;

      if (!name_is_clean (names[i]) || node->bytes != NULL)
        {
          if (self->refused == NULL)
            self->refused = g_utf8_make_valid (path, -1);
          return NULL;
        }
      if (node->children == NULL)
        node->children = g_tree_new_full (compare_names, NULL, g_free, node_free);
      child = g_tree_lookup (node->children, names[i]);
      if (child == NULL)
        {
          child = g_new0 (Node, 1);
          g_tree_insert (node->children, g_strdup (names[i]), child);
        }
      node = child;
    }
  return node;
}

/**
 * twf_change_set_put:
 * @self: a change set
 * @path: from the root, '/' between names of letters, digits, '.', '_' and '-'
 * @bytes: (transfer none): the whole file
 *
 * A file to be written. A path that cannot be one is told when the change set is committed.
 */
void
twf_change_set_put (TwfChangeSet *self, const char *path, GBytes *bytes)
{
  Node *node;

  g_return_if_fail (self != NULL && path != NULL && bytes != NULL);

  node = find_or_make (self, path);
  if (node == NULL)
    return;
  if (node->children != NULL && g_tree_nnodes (node->children) > 0)
    {
      if (self->refused == NULL)
        self->refused = g_strdup (path);
      return;
    }
  g_clear_pointer (&node->bytes, g_bytes_unref);
  node->bytes = g_bytes_ref (bytes);
  self->n_put++;
  self->n_bytes += g_bytes_get_size (bytes);
}

/**
 * twf_change_set_remove:
 * @self: a change set
 * @path: a file or a folder, which goes whole
 *
 * What was put below @path before is forgotten; what is put there afterwards stays, so that
 * removing and putting replaces a folder.
 */
void
twf_change_set_remove (TwfChangeSet *self, const char *path)
{
  Node *node;

  g_return_if_fail (self != NULL && path != NULL);

  node = find_or_make (self, path);
  if (node == NULL)
    return;
  g_clear_pointer (&node->bytes, g_bytes_unref);
  g_clear_pointer (&node->children, g_tree_unref);
  node->removed = TRUE;
}

/**
 * twf_change_set_is_empty:
 * @self: a change set
 *
 * Returns: whether nothing was put or removed
 */
gboolean
twf_change_set_is_empty (TwfChangeSet *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->refused == NULL && self->root.children == NULL;
}

/*
 * twf_change_set_check:
 * @self: a change set
 *
 * Errors: TWF_ERROR_INVALID if one of its paths cannot be one
 */
gboolean
twf_change_set_check (TwfChangeSet *self, GError **error)
{
  if (self->refused == NULL)
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: not a path of a plan", self->refused);
  return FALSE;
}

/* Never NULL, as GBytes may be where there is nothing. */
static gconstpointer
bytes_data (GBytes *bytes)
{
  gconstpointer data = g_bytes_get_data (bytes, NULL);

  return data != NULL ? data : "";
}

static const git_tree_entry *
entry_of (git_tree *tree, const char *name)
{
  return tree != NULL ? git_tree_entry_byname (tree, name) : NULL;
}

static gboolean
subtree_of (git_repository *handle, const git_tree_entry *entry, git_tree **subtree, GError **error)
{
  *subtree = NULL;
  if (entry == NULL || git_tree_entry_type (entry) != GIT_OBJECT_TREE)
    return TRUE;
  *subtree = twf_load_tree (handle, git_tree_entry_id (entry), error);
  return *subtree != NULL;
}

static gboolean
same_entry (const git_tree_entry *one, const git_tree_entry *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return git_oid_equal (git_tree_entry_id (one), git_tree_entry_id (other));
}

/* Somebody, or we ourselves before we were told that it went wrong, did the very same. */
static gboolean
holds_bytes (const git_tree_entry *entry, GBytes *bytes)
{
  git_oid id;

  return entry != NULL && bytes != NULL
         && git_odb_hash (&id, bytes_data (bytes), g_bytes_get_size (bytes), GIT_OBJECT_BLOB) == 0
         && git_oid_equal (&id, git_tree_entry_id (entry));
}

static gboolean
is_removal (const Node *node)
{
  return node->removed && node->children == NULL && node->bytes == NULL;
}

static gboolean
holds_files (git_tree *tree)
{
  for (gsize i = 0; i < git_tree_entrycount (tree); i++)
    if (git_tree_entry_type (git_tree_entry_byindex (tree, i)) == GIT_OBJECT_BLOB)
      return TRUE;
  return FALSE;
}

static gboolean
node_clashes (const Node *node,
              git_repository *handle,
              git_tree *expected,
              git_tree *found,
              gboolean *clashes,
              GError **error)
{
  /* A provision that was removed in the meantime must not come back as a folder with one file; a
   * shard, which holds folders only, may. */
  if (expected != NULL && found == NULL && holds_files (expected))
    *clashes = TRUE;
  if (node->children == NULL)
    return TRUE;
  for (GTreeNode *each = g_tree_node_first (node->children); !*clashes && each != NULL;
       each = g_tree_node_next (each))
    {
      const char *name = g_tree_node_key (each);
      const Node *child = g_tree_node_value (each);
      const git_tree_entry *before = entry_of (expected, name);
      const git_tree_entry *now = entry_of (found, name);
      g_autoptr (git_tree) tree_before = NULL;
      g_autoptr (git_tree) tree_now = NULL;

      if (same_entry (before, now))
        continue;
      if (holds_bytes (now, child->bytes) || (now == NULL && is_removal (child)))
        continue;
      if (child->bytes != NULL || child->removed)
        *clashes = TRUE;
      else if (!subtree_of (handle, before, &tree_before, error)
               || !subtree_of (handle, now, &tree_now, error)
               || !node_clashes (child, handle, tree_before, tree_now, clashes, error))
        return FALSE;
    }
  return TRUE;
}

/*
 * twf_change_set_clashes:
 * @self: a change set
 * @handle: the repository
 * @expected: (nullable): the tree the changes were made on
 * @found: (nullable): the tree that stands there now
 * @clashes: (out): whether a path that is put or removed differs between the two
 *
 * Errors: TWF_ERROR_DAMAGED
 */
gboolean
twf_change_set_clashes (TwfChangeSet *self,
                        git_repository *handle,
                        git_tree *expected,
                        git_tree *found,
                        gboolean *clashes,
                        GError **error)
{
  *clashes = FALSE;
  return node_clashes (&self->root, handle, expected, found, clashes, error);
}

/* Where a change set is being written to. */
typedef struct
{
  git_repository *handle;
  TwfBulk *bulk;   /* nullable: each object is written by itself */
  GArray *written; /* of git_oid: what has to be on the disk before it is named */
} Writing;

static gboolean
note_written (Writing *writing, const git_oid *id, GError **error)
{
  g_array_append_vals (writing->written, id, 1);
  return writing->bulk == NULL || twf_bulk_add (writing->bulk, id, error);
}

static gboolean
put_file (Writing *writing,
          git_treebuilder *builder,
          const char *name,
          GBytes *bytes,
          GError **error)
{
  const git_tree_entry *before = git_treebuilder_get (builder, name);
  git_oid id;
  int rc;

  if (holds_bytes (before, bytes))
    return TRUE;
  errno = 0;
  rc = git_blob_create_from_buffer (
      &id, writing->handle, bytes_data (bytes), g_bytes_get_size (bytes));
  if (rc == 0)
    rc = git_treebuilder_insert (NULL, builder, name, &id, GIT_FILEMODE_BLOB);
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, name);
  return note_written (writing, &id, error);
}

static gboolean write_node (Writing *writing,
                            const Node *node,
                            git_tree *base,
                            git_oid *tree_id,
                            gsize *n_entries,
                            GError **error);

static gboolean
write_child (Writing *writing,
             const Node *child,
             git_tree *base,
             git_treebuilder *builder,
             const char *name,
             GError **error)
{
  const git_tree_entry *before = child->removed ? NULL : entry_of (base, name);
  g_autoptr (git_tree) subtree = NULL;
  gsize n_entries = 0;
  git_oid id;
  int rc = 0;

  if (child->bytes != NULL)
    return put_file (writing, builder, name, child->bytes, error);
  if (!subtree_of (writing->handle, before, &subtree, error))
    return FALSE;
  if (child->children != NULL && !write_node (writing, child, subtree, &id, &n_entries, error))
    return FALSE;
  if (n_entries > 0)
    rc = git_treebuilder_insert (NULL, builder, name, &id, GIT_FILEMODE_TREE);
  else if (git_treebuilder_get (builder, name) != NULL)
    rc = git_treebuilder_remove (builder, name);
  return rc == 0 || twf_git_fail (error, rc, TWF_GIT_NAMED, name);
}

static gboolean
write_node (Writing *writing,
            const Node *node,
            git_tree *base,
            git_oid *tree_id,
            gsize *n_entries,
            GError **error)
{
  g_autoptr (git_treebuilder) builder = NULL;
  int rc;

  errno = 0;
  if ((rc = git_treebuilder_new (&builder, writing->handle, base)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, "tree");
  for (GTreeNode *each = node->children != NULL ? g_tree_node_first (node->children) : NULL;
       each != NULL;
       each = g_tree_node_next (each))
    if (!write_child (
            writing, g_tree_node_value (each), base, builder, g_tree_node_key (each), error))
      return FALSE;
  *n_entries = git_treebuilder_entrycount (builder);
  if ((rc = git_treebuilder_write (tree_id, builder)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, "tree");
  return note_written (writing, tree_id, error);
}

/*
 * twf_change_set_get_size:
 * @self: a change set
 * @n_bytes: (out): bytes of the files that are put
 *
 * Returns: how many files are put
 */
guint
twf_change_set_get_size (TwfChangeSet *self, guint64 *n_bytes)
{
  *n_bytes = self->n_bytes;
  return self->n_put;
}

/*
 * twf_change_set_write:
 * @self: a change set that was checked
 * @handle: the repository
 * @bulk: (nullable): what gathers the objects that are written through @handle
 * @base: (nullable): the tree that is changed
 * @tree_id: (out): the tree with the changes
 * @written: (element-type git_oid): gets the ids of what was written, or was there already
 *
 * Writes blobs and trees: only those on the way to a change, so that a save costs the depth of the
 * tree and not its size. Folders that become empty go.
 *
 * Errors: TWF_ERROR_DAMAGED if an object of @base is missing, TWF_ERROR_NO_SPACE, ...
 */
gboolean
twf_change_set_write (TwfChangeSet *self,
                      git_repository *handle,
                      TwfBulk *bulk,
                      git_tree *base,
                      git_oid *tree_id,
                      GArray *written,
                      GError **error)
{
  Writing writing = { .handle = handle, .bulk = bulk, .written = written };
  gsize n_entries;

  return write_node (&writing, &self->root, base, tree_id, &n_entries, error);
}
