/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-bulk-private.h"
#include "twf-change-set-private.h"
#include "twf-gc-pid-private.h"
#include "twf-index-private.h"
#include "twf-lock-private.h"
#include "twf-message-private.h"
#include "twf-parents-private.h"
#include "twf-signed-private.h"

#include "twf-error.h"

#include <errno.h>
#include <string.h>

/* How long a save waits for others, and the longest nap in between. */
#define PATIENCE (5 * G_TIME_SPAN_SECOND)
#define LONGEST_NAP (80 * G_TIME_SPAN_MILLISECOND)
#define CLOCK_TICK (10 * G_TIME_SPAN_MILLISECOND)
/* How often a save is begun anew when objects vanish under it. */
#define MOST_TRIES 6

/* One save: what it was asked for, and what it works with. */
typedef struct
{
  TwfRepository *repository;
  git_repository *handle;
  TwfLock *lock;
  const char *reference; /* refs/heads/... */
  const char *parent;    /* nullable */
  TwfChangeSet *changes;
  const TwfCommitInfo *info;
  TwfBulk *bulk; /* what gathers what is written; nullable: each is written by itself */
  gint64 began;  /* microseconds since 1970 */
  /* What was signed last, and its signature. A save that is done again signs the same again, and a
   * signature need not come out the same twice, nor does a person touch a key twice for one. */
  GBytes *payload;
  char *signature;
} Save;

/* The branch's tip, NULL if there is no such branch. */
static gboolean
find_tip (Save *save, git_commit **tip, GError **error)
{
  git_oid id;
  int rc;

  *tip = NULL;
  errno = 0;
  rc = git_reference_name_to_id (&id, save->handle, save->reference);
  if (rc == GIT_ENOTFOUND)
    return TRUE;
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, save->reference);
  *tip = twf_load_commit (save->handle, &id, error);
  return *tip != NULL;
}

static gboolean
find_tree (git_commit *commit, git_tree **tree, GError **error)
{
  *tree = NULL;
  if (commit == NULL)
    return TRUE;
  *tree = twf_load_tree (git_commit_owner (commit), git_commit_tree_id (commit), error);
  return *tree != NULL;
}

/* What the new revision stands on: the tip, if what is to be changed is there as it was expected.
 */
static gboolean
choose_base (Save *save, git_commit **base, GError **error)
{
  g_autoptr (git_commit) parent = NULL;
  g_autoptr (git_commit) tip = NULL;
  g_autoptr (git_tree) expected = NULL;
  g_autoptr (git_tree) found = NULL;
  gboolean clashes = FALSE;

  if (save->parent != NULL
      && (parent = twf_lookup_commit (save->handle, save->parent, error)) == NULL)
    return FALSE;
  if (!find_tip (save, &tip, error))
    return FALSE;
  if (tip == NULL
      || (parent != NULL && git_oid_equal (git_commit_id (tip), git_commit_id (parent))))
    {
      *base = tip != NULL ? g_steal_pointer (&tip) : g_steal_pointer (&parent);
      return TRUE;
    }
  if (!find_tree (parent, &expected, error) || !find_tree (tip, &found, error)
      || !twf_change_set_clashes (save->changes, save->handle, expected, found, &clashes, error))
    return FALSE;
  if (clashes)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_CHANGED,
                   "%s: changed by revision %.10s",
                   save->reference,
                   git_oid_tostr_s (git_commit_id (tip)));
      return FALSE;
    }
  *base = g_steal_pointer (&tip);
  return TRUE;
}

/* The commit as it is written: @plain, with its signature in it where somebody signs. */
static GBytes *
sign_commit (Save *save, const git_buf *plain, GError **error)
{
  g_autoptr (GBytes) payload = g_bytes_new (plain->ptr, plain->size);
  g_autofree char *signature = NULL;

  if (save->info->sign == NULL)
    return g_steal_pointer (&payload);
  if (save->payload == NULL || !g_bytes_equal (save->payload, payload))
    {
      signature = save->info->sign (payload, save->info->sign_data, error);
      if (signature == NULL)
        return NULL;
      g_clear_pointer (&save->payload, g_bytes_unref);
      g_free (save->signature);
      save->payload = g_bytes_ref (payload);
      save->signature = g_steal_pointer (&signature);
    }
  return twf_signed_compose (payload, save->signature, error);
}

static gboolean
write_commit (Save *save, GPtrArray *parents, const git_oid *tree_id, git_oid *id, GError **error)
{
  g_autoptr (git_signature) author = NULL;
  g_autoptr (git_tree) tree = NULL;
  g_autoptr (git_odb) odb = NULL;
  g_auto (git_buf) buffer = GIT_BUF_INIT;
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *message = NULL;
  int rc;

  message = twf_message_compose (save->info, error);
  if (message == NULL)
    return FALSE;
  author = twf_signature_compose (save->info, error);
  if (author == NULL)
    return FALSE;
  tree = twf_load_tree (save->handle, tree_id, error);
  if (tree == NULL)
    return FALSE;
  errno = 0;
  /* Not git_commit_create(): in 1.5.1 it answers that all is well where a full disk took nothing.
   */
  rc = git_commit_create_buffer (&buffer,
                                 save->handle,
                                 author,
                                 author,
                                 TWF_MESSAGE_ENCODING,
                                 message,
                                 tree,
                                 parents->len,
                                 (const git_commit **)parents->pdata);
  if (rc == 0 && (whole = sign_commit (save, &buffer, error)) == NULL)
    return FALSE;
  if (rc == 0)
    rc = git_repository_odb (&odb, save->handle);
  if (rc == 0)
    rc = git_odb_write (
        id, odb, g_bytes_get_data (whole, NULL), g_bytes_get_size (whole), GIT_OBJECT_COMMIT);
  return rc == 0 || twf_git_fail (error, rc, TWF_GIT_NAMED, save->reference);
}

/* The folders on the way to a branch; libgit2 syncs the innermost when it moves the branch. */
static gboolean
sync_branch (Save *save, gboolean moved, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (save->reference);

  while (strcmp (folder, "refs") != 0)
    {
      g_autofree char *path = twf_repository_build_path (save->repository, folder);
      char *above = g_path_get_dirname (folder);

      g_free (folder);
      folder = above;
      if (!moved && !twf_sync_folder (path, error))
        return FALSE;
      moved = FALSE;
    }
  return TRUE;
}

/* Moves the branch. Sets *retry instead of @error if another process was quicker or is at it. */
static gboolean
move_branch (Save *save, git_commit *base, const git_oid *id, gboolean *retry, GError **error)
{
  g_autoptr (git_reference) moved = NULL;
  g_autoptr (git_commit) tip = NULL;
  int rc;

  *retry = FALSE;
  if (!find_tip (save, &tip, error))
    return FALSE;
  errno = 0;
  rc = git_reference_create_matching (&moved,
                                      save->handle,
                                      save->reference,
                                      id,
                                      tip != NULL,
                                      tip != NULL ? git_commit_id (base) : NULL,
                                      NULL);
  if (rc == 0)
    return TRUE;
  *retry = rc == GIT_ELOCKED || rc == GIT_EMODIFIED || rc == GIT_EEXISTS;
  twf_git_fail (error, rc, TWF_GIT_NAMED, save->reference);
  if (rc == GIT_ELOCKED
      && twf_remove_stale_reference_lock (
          save->repository, save->reference, twf_lock_was_left (save->lock)))
    twf_lock_settle (save->lock);
  return FALSE;
}

/* So that the history of a provision need not look at this revision again. */
static void
remember (Save *save, const git_oid *id)
{
  g_autoptr (git_commit) commit = twf_load_commit (save->handle, id, NULL);

  if (commit != NULL)
    twf_index_append (save->repository, commit);
}

/* Looked at anew: the handle that wrote them would answer from memory. */
static gboolean
all_are_there (Save *save, GArray *ids, gboolean *there, GError **error)
{
  g_autoptr (git_repository) handle = twf_repository_open_handle (save->repository, error);
  g_autoptr (git_odb) odb = NULL;
  int rc;

  *there = TRUE;
  if (handle == NULL)
    return FALSE;
  if ((rc = git_repository_odb (&odb, handle)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, save->reference);
  for (guint i = 0; *there && i < ids->len; i++)
    *there = git_odb_exists (odb, &g_array_index (ids, git_oid, i));
  return TRUE;
}

/* Writes blobs, trees and commit, to the disk. Where nothing would change or be merged, *@id is the
 * commit that stands, and nothing is written. */
static gboolean
write_all (Save *save,
           git_commit *base,
           git_tree *tree,
           GArray *written,
           git_oid *id,
           GError **error)
{
  g_autoptr (GPtrArray) parents
      = twf_choose_parents (save->handle, base, save->info->merged, error);
  git_oid tree_id;

  if (parents == NULL)
    return FALSE;

  g_array_set_size (written, 0);
  if (!twf_change_set_write (
          save->changes, save->handle, save->bulk, tree, &tree_id, written, error))
    return FALSE;
  if (tree != NULL && parents->len <= 1 && git_oid_equal (git_tree_id (tree), &tree_id))
    {
      g_array_set_size (written, 0);
      git_oid_cpy (id, git_commit_id (base));
      return TRUE;
    }
  if (!write_commit (save, parents, &tree_id, id, error))
    return FALSE;
  g_array_append_vals (written, id, 1);
  if (save->bulk != NULL
      && (!twf_bulk_add (save->bulk, id, error) || !twf_bulk_flush (save->bulk, error)))
    return FALSE;
  return twf_sync_objects (save->repository, written, save->began, error);
}

/* A git that looked what is in use before the branch was moved, with --prune=now, removes what the
 * branch names now. What went is written again, and comes out the same; where git is at it, that is
 * looked at until it is done. */
static gboolean
write_what_went (Save *save, git_commit *base, git_tree *tree, GArray *written, GError **error)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  git_oid id;

  for (;;)
    {
      gboolean pruning = twf_gc_pid_is_gits (save->repository);
      gboolean there;

      if (!all_are_there (save, written, &there, error))
        return FALSE;
      if (there && (!pruning || g_get_monotonic_time () >= until))
        return TRUE;
      if (!there && g_get_monotonic_time () >= until)
        break;
      if (!there && !write_all (save, base, tree, written, &id, error))
        return FALSE;
      if (pruning)
        g_usleep (10 * G_TIME_SPAN_MILLISECOND);
    }
  g_set_error (error, TWF_ERROR, TWF_ERROR_BUSY, "%s: objects go as they come", save->reference);
  return FALSE;
}

static gboolean
try_save (Save *save, git_oid *id, gboolean *retry, GError **error)
{
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (git_oid));
  g_autoptr (git_commit) base = NULL;
  g_autoptr (git_tree) tree = NULL;

  *retry = FALSE;
  if (!choose_base (save, &base, error) || !find_tree (base, &tree, error)
      || !write_all (save, base, tree, written, id, error))
    return FALSE;
  if (written->len == 0)
    return sync_branch (save, FALSE, error);
  if (!move_branch (save, base, id, retry, error)
      || !write_what_went (save, base, tree, written, error) || !sync_branch (save, TRUE, error))
    return FALSE;
  remember (save, id);
  return TRUE;
}

static gboolean
save_patiently (Save *save, git_oid *id, GError **error)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  gint64 nap = G_TIME_SPAN_MILLISECOND;

  for (;;)
    {
      g_autoptr (GError) reason = NULL;
      gboolean retry;

      if (try_save (save, id, &retry, &reason))
        return TRUE;
      if (!retry || g_get_monotonic_time () >= until)
        {
          if (retry)
            reason->code = TWF_ERROR_BUSY;
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      g_usleep (g_random_int_range (1, nap + 1));
      nap = MIN (nap * 2, LONGEST_NAP);
    }
}

static gboolean
save_whole (Save *save, git_oid *id, GError **error)
{
  g_autoptr (git_repository) handle = twf_repository_open_handle (save->repository, error);
  g_autoptr (TwfBulk) bulk = NULL;

  if (handle == NULL)
    return FALSE;
  if (twf_bulk_is_worth_it (save->repository, save->changes)
      && (bulk = twf_bulk_new (save->repository, handle, error)) == NULL)
    return FALSE;
  save->handle = handle;
  save->bulk = bulk;
  return save_patiently (save, id, error);
}

/* Objects may go between being written and being named, if somebody prunes meanwhile: all of it is
 * done again then, through a new handle that remembers nothing. */
static gboolean
save_and_redo (Save *save, git_oid *id, GError **error)
{
  for (guint left = MOST_TRIES; left > 0; left--)
    {
      g_autoptr (GError) reason = NULL;

      if (save_whole (save, id, &reason))
        return TRUE;
      /* The parent that the caller names may be between two packs just as well. */
      if (left == 1
          || (!g_error_matches (reason, TWF_ERROR, TWF_ERROR_DAMAGED)
              && !g_error_matches (reason, TWF_ERROR, TWF_ERROR_NOT_FOUND)))
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      g_usleep (g_random_int_range (1, LONGEST_NAP));
    }
  g_assert_not_reached ();
}

/* A gc that is under way is waited for, as long as anything is; and none begins. */
static gboolean
save_without_gc (Save *save, git_oid *id, GError **error)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  gboolean saved;

  while (!twf_gc_pid_take_to_save (save->repository) && g_get_monotonic_time () < until)
    g_usleep (5 * G_TIME_SPAN_MILLISECOND);
  saved = save_and_redo (save, id, error);
  twf_gc_pid_release_saved (save->repository);
  return saved;
}

/**
 * twf_repository_commit:
 * @self: a repository
 * @branch: the branch's name, "main" or "delegations/EG"; made if there is none
 * @parent: (nullable): the revision the changes were made on; NULL: on nothing
 * @changes: what changes
 * @info: who, when, why; name and email lose what a commit cannot hold, a date outside 1970..2106
 *   is brought inside
 *
 * Saves a revision. If the branch has moved on from @parent, but nothing that is put or removed has
 * changed there, the revision is made on top of what is there now. When this returns, objects,
 * branch and folders are on the disk. Changes that change nothing make no revision, unless it
 * merges something that the branch does not contain yet: the id of the one that stands is returned.
 * What
 * @info merges and the branch contains is left out. Where @info signs, the signature is in the
 * commit as git has it (gpgsig), and whoever else saves waits for it as well.
 *
 * Returns: (transfer full): the revision's id
 *
 * Errors: TWF_ERROR_CHANGED if a touched path was changed by somebody else in the meantime;
 * TWF_ERROR_BUSY if others hold the branch for five seconds; TWF_ERROR_INVALID if a path, the
 * branch's name or the message cannot be one; TWF_ERROR_NOT_FOUND if there is no @parent, or
 * nothing that is to be merged;
 * TWF_ERROR_NO_SPACE, TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED, TWF_ERROR_IO; TWF_ERROR_DAMAGED; what
 * signing answers
 */
char *
twf_repository_commit (TwfRepository *self,
                       const char *branch,
                       const char *parent,
                       TwfChangeSet *changes,
                       const TwfCommitInfo *info,
                       GError **error)
{
  g_autoptr (TwfLock) lock = NULL;
  g_autofree char *reference = NULL;
  Save save = { 0 };
  gboolean saved;
  git_oid id;

  g_return_val_if_fail (self != NULL && branch != NULL && changes != NULL && info != NULL, NULL);

  twf_git_init ();
  reference = g_strconcat ("refs/heads/", branch, NULL);
  if (!git_reference_is_valid_name (reference))
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: not a branch's name", branch);
      return NULL;
    }
  if (!twf_change_set_check (changes, error))
    return NULL;
  lock = twf_lock_take (self, TWF_LOCK_SAVE, PATIENCE, error);
  if (lock == NULL)
    return NULL;
  if (twf_lock_was_left (lock))
    twf_remove_litter (self);

  save = (Save){
    .repository = self,
    .lock = lock,
    .reference = reference,
    .parent = parent,
    .changes = changes,
    .info = info,
    /* The clock that dates files may be behind by a tick. */
    .began = g_get_real_time () - CLOCK_TICK,
  };
  saved = save_without_gc (&save, &id, error);
  g_clear_pointer (&save.payload, g_bytes_unref);
  g_free (save.signature);
  if (!saved)
    return NULL;
  twf_lock_settle (lock);
  return g_strdup (git_oid_tostr_s (&id));
}
