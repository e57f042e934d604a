/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-novelty-private.h"

#include "twf-pack-private.h"
#include "twf-raw-object-private.h"
#include "twf-raw-tree-private.h"

#include "twf-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <time.h>

/* Deeper than any path of a plan. */
#define DEEPEST 8
#define LONGEST_PATH 1024
/* Between two looks at the clock and at the cancellable. */
#define STRIDE 64

/* What is looked with. */
typedef struct
{
  git_repository *handle;
  git_repository *known_handle;
  TwfRawReader *reader;
  git_odb *known;
} Eyes;

struct _TwfNovelty
{
  Eyes eyes;
  TwfNoveltyLimits limits;
  GHashTable *accepted; /* set of git_oid* (owned): objects of visits that ended well */
};

/* A new revision, as far as its trees are concerned. */
typedef struct
{
  git_oid id;
  git_oid tree;
  git_oid parent; /* the first */
  guint n_parents;
  gboolean is_done; /* its folders were looked at, or are about to be */
} Commit;

/* One visit. */
typedef struct
{
  TwfNovelty *novelty;
  const TwfNoveltyVisitor *visitor;
  GCancellable *cancellable;
  GHashTable *found;   /* set of git_oid* (owned): new objects */
  GHashTable *commits; /* git_oid* (in the value) -> Commit* (owned) */
  GPtrArray *order;    /* of Commit* (borrowed), from the tip down */
  GHashTable *folders; /* set of char*: id and path of those that were looked at */
  GString *path;
  guint64 n_seen;
  guint64 n_bytes;
  gint64 began; /* microseconds of this thread's processor time */
} Visit;

static gint64
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
close_eyes (Eyes *eyes)
{
  g_clear_pointer (&eyes->reader, twf_raw_reader_free);
  g_clear_pointer (&eyes->known, git_odb_free);
  g_clear_pointer (&eyes->handle, twf_handle_release);
  g_clear_pointer (&eyes->known_handle, twf_handle_release);
}

/* On error, what was opened is still to be closed. */
static gboolean
open_eyes (Eyes *eyes, TwfRepository *repository, TwfRepository *known, GError **error)
{
  int rc;

  if ((eyes->handle = twf_repository_open_handle (repository, error)) == NULL
      || (eyes->known_handle = twf_repository_open_handle (known, error)) == NULL
      || (eyes->reader = twf_raw_reader_new (eyes->handle, error)) == NULL)
    return FALSE;
  errno = 0;
  rc = git_repository_odb (&eyes->known, eyes->known_handle);
  return rc == 0 || twf_git_fail (error, rc, TWF_GIT_NAMED, twf_repository_get_path (known));
}

/**
 * twf_novelty_new:
 * @repository: what came; may read its other objects from @known
 * @known: what is trusted
 * @limits: what is too much
 * @error: return location
 *
 * Returns: (transfer full): what is to be gone through
 * Errors: as twf_repository_open()
 */
TwfNovelty *
twf_novelty_new (TwfRepository *repository,
                 TwfRepository *known,
                 const TwfNoveltyLimits *limits,
                 GError **error)
{
  g_autoptr (TwfNovelty) self = g_new0 (TwfNovelty, 1);

  self->limits = *limits;
  self->accepted = g_hash_table_new_full (twf_id_hash, twf_id_equal, g_free, NULL);
  return open_eyes (&self->eyes, repository, known, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * twf_novelty_free:
 * @self: (transfer full) (nullable): what was gone through
 */
void
twf_novelty_free (TwfNovelty *self)
{
  if (self == NULL)
    return;
  close_eyes (&self->eyes);
  g_hash_table_unref (self->accepted);
  g_free (self);
}

static gboolean
is_known (Visit *visit, const git_oid *id)
{
  return g_hash_table_contains (visit->novelty->accepted, id)
         || git_odb_exists_ext (visit->novelty->eyes.known, id, GIT_ODB_LOOKUP_NO_REFRESH);
}

static gboolean
look_up_now_and_then (Visit *visit, GError **error)
{
  TwfNovelty *self = visit->novelty;

  if (visit->n_seen++ % STRIDE != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (visit->cancellable, error))
    return FALSE;
  if (visit->visitor->progress != NULL)
    visit->visitor->progress (visit->n_seen, visit->visitor->user_data);
  if (self->limits.seconds == 0
      || get_processor_time () - visit->began < (gint64)self->limits.seconds * G_USEC_PER_SEC)
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_TOO_LARGE,
               _ ("takes more than %u seconds to look through"),
               self->limits.seconds);
  return FALSE;
}

/* Notes an object that is new, and that it counts. What came in a pack of its own is taken for new
 * without asking: to bring a few in that are there already does no harm. */
static gboolean
count (Visit *visit, const TwfRawObject *object, GError **error)
{
  TwfNovelty *self = visit->novelty;
  const git_oid *id = &object->id;
  g_autofree char *size = NULL;

  if (g_hash_table_contains (visit->found, id) || g_hash_table_contains (self->accepted, id)
      || (!object->is_own && is_known (visit, id)))
    return TRUE;
  g_hash_table_add (visit->found, g_memdup2 (id, sizeof *id));
  visit->n_bytes += object->length;
  if (g_hash_table_size (visit->found) + g_hash_table_size (self->accepted)
          <= self->limits.most_objects
      && visit->n_bytes <= self->limits.most_bytes)
    return TRUE;
  size = g_format_size_full (self->limits.most_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_TOO_LARGE,
               _ ("more than %u objects or %s"),
               (guint)self->limits.most_objects,
               size);
  return FALSE;
}

static TwfRawObject *
load (Visit *visit, const git_oid *id, git_object_t wanted, guint64 most, GError **error)
{
  if (!look_up_now_and_then (visit, error))
    return NULL;
  return twf_raw_reader_load (visit->novelty->eyes.reader, id, wanted, most, error);
}

/* What is loaded to be looked at, and not only to be held against. */
static TwfRawObject *
load_new (Visit *visit, const git_oid *id, git_object_t wanted, guint64 most, GError **error)
{
  g_autoptr (TwfRawObject) object = load (visit, id, wanted, most, error);

  return object != NULL && count (visit, object, error) ? g_steal_pointer (&object) : NULL;
}

static gboolean
parse_id (const char **at, const char *end, const char *key, git_oid *id)
{
  gsize length = strlen (key);

  if ((gsize)(end - *at) < length + GIT_OID_HEXSZ + 1 || memcmp (*at, key, length) != 0
      || git_oid_fromstrn (id, *at + length, GIT_OID_HEXSZ) < 0
      || (*at)[length + GIT_OID_HEXSZ] != '\n')
    return FALSE;
  *at += length + GIT_OID_HEXSZ + 1;
  return TRUE;
}

/* Reads the head of a revision as far as it names others, which go to @next. */
static Commit *
parse_commit (const git_oid *id, const char *bytes, gsize length, GArray *next, GError **error)
{
  g_autofree Commit *commit = g_new0 (Commit, 1);
  const char *at = bytes;
  git_oid parent;

  commit->id = *id;
  if (!parse_id (&at, bytes + length, "tree ", &commit->tree))
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_INVALID,
                   _ ("revision %.10s names no tree"),
                   git_oid_tostr_s (id));
      return NULL;
    }
  while (parse_id (&at, bytes + length, "parent ", &parent))
    {
      if (commit->n_parents++ == 0)
        commit->parent = parent;
      g_array_append_val (next, parent);
    }
  return g_steal_pointer (&commit);
}

static gboolean
visit_commit (Visit *visit, const git_oid *id, GArray *next, GError **error)
{
  g_autoptr (TwfRawObject) object
      = load_new (visit, id, GIT_OBJECT_COMMIT, visit->novelty->limits.most_revision, error);
  const char *bytes;
  gsize length;
  Commit *commit;
  char hex[GIT_OID_HEXSZ + 1];

  if (object == NULL)
    return FALSE;
  bytes = object->data;
  length = object->length;
  commit = parse_commit (id, bytes, length, next, error);
  if (commit == NULL)
    return FALSE;
  g_hash_table_insert (visit->commits, &commit->id, commit);
  g_ptr_array_add (visit->order, commit);
  git_oid_tostr (hex, sizeof hex, id);
  return visit->visitor->revision (
      hex, bytes, length, commit->n_parents, visit->visitor->user_data, error);
}

/* All that are new from the tip down; below one that is known everything is. */
static gboolean
collect_commits (Visit *visit, const git_oid *tip, GError **error)
{
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (git_oid));

  g_array_append_val (next, *tip);
  while (next->len > 0)
    {
      git_oid id = g_array_index (next, git_oid, next->len - 1);

      g_array_set_size (next, next->len - 1);
      if (g_hash_table_contains (visit->commits, &id) || is_known (visit, &id))
        continue;
      if (!visit_commit (visit, &id, next, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
visit_folder (Visit *visit, const git_oid *id, const git_oid *former, guint depth, GError **error);

/* As git writes it, without a zero before. Points into @mode. */
static const char *
get_mode (const TwfRawEntry *entry, char mode[8])
{
  const char *start = (const char *)entry->id + GIT_OID_RAWSZ - entry->length;
  gsize length = (gsize)(entry->name - 1 - start);

  g_strlcpy (mode, start, MIN (length + 1, 8));
  return mode;
}

static gboolean
visit_file (Visit *visit, const git_oid *id, GError **error)
{
  g_autoptr (TwfRawObject) object
      = load_new (visit, id, GIT_OBJECT_BLOB, visit->novelty->limits.most_file, error);
  g_autoptr (GBytes) bytes = NULL;

  if (object == NULL)
    {
      g_prefix_error (error, "%s: ", visit->path->str);
      return FALSE;
    }
  bytes = g_bytes_new (object->data, object->length);
  return visit->visitor->file (visit->path->str, bytes, visit->visitor->user_data, error);
}

static gboolean
visit_entry (Visit *visit,
             const TwfRawEntry *entry,
             const TwfRawEntry *former,
             guint depth,
             GError **error)
{
  const TwfNoveltyVisitor *visitor = visit->visitor;
  gsize length = visit->path->len;
  git_oid id, former_id;
  char mode[8];
  gboolean good;

  if (length + entry->name_length > LONGEST_PATH)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, _ ("a path that is too long"));
      return FALSE;
    }
  g_string_append_len (visit->path, entry->name, (gssize)entry->name_length);
  git_oid_fromraw (&id, entry->id);
  if (entry->is_folder)
    {
      g_string_append_c (visit->path, '/');
      good = visitor->folder (visit->path->str, get_mode (entry, mode), visitor->user_data, error)
             && visit_folder (visit,
                              &id,
                              former->length > 0 ? twf_raw_get_id (former, &former_id) : NULL,
                              depth + 1,
                              error);
    }
  else
    {
      good = visitor->file_named (
                 visit->path->str, get_mode (entry, mode), visitor->user_data, error)
             && visit_file (visit, &id, error);
    }
  g_string_truncate (visit->path, length);
  return good;
}

static gboolean
compare_folders (Visit *visit,
                 TwfRawObject *tree,
                 TwfRawObject *former,
                 guint depth,
                 GError **error)
{
  TwfRawPlace one = twf_raw_object_begin (tree);
  TwfRawPlace other = twf_raw_object_begin (former);
  TwfRawEntry entry, former_entry;

  for (;;)
    {
      if (!twf_raw_step (&one, &other, &entry, &former_entry, error))
        return FALSE;
      if (entry.length == 0)
        return TRUE;
      if (!visit_entry (visit, &entry, &former_entry, depth, error))
        return FALSE;
    }
}

/* Looked at once in each place where it stands. What the former folder of that place has as well
 * was looked at with that, which is why revisions are gone through from the oldest: where a text
 * goes back to what it was, each of two folders is the other's former. */
static gboolean
visit_folder (Visit *visit,
              const git_oid *id,
              const git_oid *former_id,
              guint depth,
              GError **error)
{
  guint64 most = visit->novelty->limits.most_folder;
  g_autoptr (TwfRawObject) tree = NULL;
  g_autoptr (TwfRawObject) former = NULL;
  char hex[GIT_OID_HEXSZ + 1];

  git_oid_tostr (hex, sizeof hex, id);
  if (depth > DEEPEST)
    {
      g_set_error_literal (
          error, TWF_ERROR, TWF_ERROR_INVALID, _ ("folders too deep in each other"));
      return FALSE;
    }
  if (!g_hash_table_add (visit->folders, g_strconcat (hex, visit->path->str, NULL)))
    return TRUE;
  tree = load_new (visit, id, GIT_OBJECT_TREE, most, error);
  if (tree == NULL)
    return FALSE;
  if (tree->length == 0)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_INVALID,
                   _ ("%s: a folder with nothing in it"),
                   visit->path->len > 0 ? visit->path->str : "/");
      return FALSE;
    }
  if (former_id != NULL)
    {
      former = load (visit, former_id, GIT_OBJECT_TREE, most, error);
      if (former == NULL)
        return FALSE;
    }
  if (!twf_raw_object_check_order (tree, former, error))
    return FALSE;
  return compare_folders (visit, tree, former, depth, error);
}

/* The tree of a revision's first parent: one that is new itself, or one that is known. */
static gboolean
find_former (Visit *visit, const Commit *commit, git_oid *tree, GError **error)
{
  const Commit *parent = g_hash_table_lookup (visit->commits, &commit->parent);
  g_autoptr (git_commit) known = NULL;
  int rc;

  if (parent != NULL)
    {
      *tree = parent->tree;
      return TRUE;
    }
  errno = 0;
  rc = git_commit_lookup (&known, visit->novelty->eyes.handle, &commit->parent);
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, git_oid_tostr_s (&commit->parent));
  *tree = *git_commit_tree_id (known);
  return TRUE;
}

static gboolean
visit_tree (Visit *visit, const Commit *commit, GError **error)
{
  git_oid former;

  if (commit->n_parents > 0 && !find_former (visit, commit, &former, error))
    return FALSE;
  if (visit_folder (visit, &commit->tree, commit->n_parents > 0 ? &former : NULL, 0, error))
    return TRUE;
  g_prefix_error (error, _ ("revision %.10s: "), git_oid_tostr_s (&commit->id));
  return FALSE;
}

/* Each revision behind its first parent. */
static gboolean
visit_trees (Visit *visit, GError **error)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new (); /* of Commit: down the first parents */

  for (guint i = 0; i < visit->order->len; i++)
    {
      for (Commit *commit = visit->order->pdata[i]; commit != NULL && !commit->is_done;
           commit
           = commit->n_parents > 0 ? g_hash_table_lookup (visit->commits, &commit->parent) : NULL)
        {
          commit->is_done = TRUE;
          g_ptr_array_add (line, commit);
        }
      for (; line->len > 0; g_ptr_array_set_size (line, (int)line->len - 1))
        if (!visit_tree (visit, line->pdata[line->len - 1], error))
          return FALSE;
    }
  return TRUE;
}

/* What was found belongs to what is known from now on. */
static void
move_ids (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_add (to, id);
    }
}

/**
 * twf_novelty_visit:
 * @self: what is to be gone through
 * @tip: full id of a revision
 * @visitor: who looks
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Goes through what is new in @tip: revisions from it down to those that are known, then their
 * folders and files, each in every place where it stands otherwise than in the revision before.
 * If that ends well, its objects are known to the visits that follow. Blocks.
 *
 * Returns: (transfer full) (element-type utf8): full ids of the new revisions, @tip the first; none
 *   where it is known
 * Errors: TWF_ERROR_INVALID, TWF_ERROR_TOO_LARGE, TWF_ERROR_DAMAGED if something is missing; as the
 *   visitor
 */
GPtrArray *
twf_novelty_visit (TwfNovelty *self,
                   const char *tip,
                   const TwfNoveltyVisitor *visitor,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) found = g_hash_table_new_full (twf_id_hash, twf_id_equal, g_free, NULL);
  g_autoptr (GHashTable) commits = g_hash_table_new_full (twf_id_hash, twf_id_equal, NULL, g_free);
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GString) path = g_string_new (NULL);
  Visit visit = { .novelty = self,
                  .visitor = visitor,
                  .cancellable = cancellable,
                  .found = found,
                  .commits = commits,
                  .order = order,
                  .folders = folders,
                  .path = path };
  git_oid id;

  if (strlen (tip) != GIT_OID_HEXSZ || git_oid_fromstr (&id, tip) < 0)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, _ ("not the id of a revision"));
      return NULL;
    }
  visit.began = get_processor_time ();
  if (!collect_commits (&visit, &id, error) || !visit_trees (&visit, error))
    return NULL;
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (list, g_strdup (git_oid_tostr_s (&((const Commit *)order->pdata[i])->id)));
  move_ids (found, self->accepted);
  return g_steal_pointer (&list);
}

/*
 * twf_novelty_get_accepted:
 * @self: what was gone through
 *
 * Returns: (transfer none): set of git_oid* (owned): the new objects of the visits that ended well
 */
GHashTable *
twf_novelty_get_accepted (TwfNovelty *self)
{
  return self->accepted;
}
