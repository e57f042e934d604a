/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-tag-private.h"

#include "twf-message-private.h"
#include "twf-repository-private.h"

#include "twf-error.h"

#include <errno.h>

#define PATIENCE (5 * G_TIME_SPAN_SECOND)
#define NAP (10 * G_TIME_SPAN_MILLISECOND)
#define CLOCK_TICK (10 * G_TIME_SPAN_MILLISECOND)

/* One tag on its way to the disk; all borrowed. */
typedef struct
{
  TwfRepository *repository;
  TwfLock *lock;
  const char *reference;
  const GString *tag; /* the object's bytes */
  gint64 began;       /* microseconds since 1970 */
} Writing;

/*
 * twf_tag_compose:
 * @who: by whom and when; its message is that of the tag
 * @name: of the tag
 * @revision: full id of what it names
 * @error: return location
 *
 * The object as git has it (git-mktag(1)). Made by hand: git_tag_create() does not say whether it
 * wrote anything, and moves the reference before the object is known to be on the disk.
 *
 * Returns: (transfer full): its bytes
 * Errors: as twf_signature_compose()
 */
GString *
twf_tag_compose (const TwfCommitInfo *who, const char *name, const char *revision, GError **error)
{
  g_autoptr (git_signature) tagger = twf_signature_compose (who, error);
  GString *tag;
  int offset;

  if (tagger == NULL)
    return NULL;
  offset = ABS (tagger->when.offset);
  tag = g_string_new (NULL);
  g_string_append_printf (tag,
                          "object %s\ntype commit\ntag %s\n"
                          "tagger %s <%s> %" G_GINT64_FORMAT " %c%02d%02d\n\n",
                          revision,
                          name,
                          tagger->name,
                          tagger->email,
                          (gint64)tagger->when.time,
                          tagger->when.offset < 0 ? '-' : '+',
                          offset / 60,
                          offset % 60);
  g_string_append (tag, who->message);
  return tag;
}

static gboolean
write_object (Writing *writing, git_repository *handle, git_oid *id, GError **error)
{
  g_autoptr (git_odb) odb = NULL;
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (git_oid));
  int rc;

  errno = 0;
  rc = git_repository_odb (&odb, handle);
  if (rc == 0)
    rc = git_odb_write (id, odb, writing->tag->str, writing->tag->len, GIT_OBJECT_TAG);
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, writing->reference);
  g_array_append_val (written, *id);
  return twf_sync_objects (writing->repository, written, writing->began, error);
}

/* Sets *retry where another process is at it. */
static gboolean
name_object (Writing *writing,
             git_repository *handle,
             const git_oid *id,
             gboolean *retry,
             GError **error)
{
  g_autoptr (git_reference) made = NULL;
  int rc;

  *retry = FALSE;
  errno = 0;
  rc = git_reference_create (&made, handle, writing->reference, id, FALSE, NULL);
  if (rc == 0)
    return TRUE;
  *retry = rc == GIT_ELOCKED;
  twf_git_fail (error, rc, TWF_GIT_NAMED, writing->reference);
  if (*retry
      && twf_remove_stale_reference_lock (
          writing->repository, writing->reference, twf_lock_was_left (writing->lock)))
    twf_lock_settle (writing->lock);
  return FALSE;
}

/* A git that pruned between the two may have taken the object; it is written again, and comes out
 * the same. */
static gboolean
keep_object (Writing *writing, const git_oid *id, GError **error)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;

  for (;;)
    {
      g_autoptr (git_repository) handle = twf_repository_open_handle (writing->repository, error);
      g_autoptr (git_odb) odb = NULL;
      git_oid again;
      int rc;

      if (handle == NULL)
        return FALSE;
      if ((rc = git_repository_odb (&odb, handle)) < 0)
        return twf_git_fail (error, rc, TWF_GIT_NAMED, writing->reference);
      if (git_odb_exists (odb, id))
        return TRUE;
      if (g_get_monotonic_time () >= until)
        break;
      if (!write_object (writing, handle, &again, error))
        return FALSE;
    }
  g_set_error (error, TWF_ERROR, TWF_ERROR_BUSY, "%s: objects go as they come", writing->reference);
  return FALSE;
}

/* libgit2 syncs the folder of the reference; those above may have been made for it. */
static gboolean
sync_folders (Writing *writing, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (writing->reference);

  while (!g_str_equal (folder, "."))
    {
      g_autofree char *path = twf_repository_build_path (writing->repository, folder);
      char *above = g_path_get_dirname (folder);

      g_free (folder);
      folder = above;
      if (!twf_sync_folder (path, error))
        return FALSE;
    }
  return TRUE;
}

static git_reference *
look_up (git_repository *handle, const char *name, GError **error)
{
  git_reference *reference = NULL;

  if (git_reference_lookup (&reference, handle, name) < 0)
    twf_git_fail (error, GIT_ENOTFOUND, TWF_GIT_NAMED, name);
  return reference;
}

/*
 * twf_tag_write:
 * @repository: a repository
 * @lock: its lock for saving, held
 * @handle: the repository, open
 * @reference: full name, which nothing has yet
 * @tag: the object's bytes
 * @error: return location
 *
 * Writes an annotated tag and names it. When this returns, object, reference and folders are on the
 * disk.
 *
 * Returns: (transfer full): the reference that names it; then the lock is settled
 * Errors: TWF_ERROR_EXISTS if the name is taken; TWF_ERROR_BUSY if others hold the repository for
 *   five seconds; TWF_ERROR_NO_SPACE, TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED, TWF_ERROR_IO
 */
git_reference *
twf_tag_write (TwfRepository *repository,
               TwfLock *lock,
               git_repository *handle,
               const char *reference,
               const GString *tag,
               GError **error)
{
  Writing writing = { repository, lock, reference, tag, g_get_real_time () - CLOCK_TICK };
  gint64 until = g_get_monotonic_time () + PATIENCE;
  git_oid id;

  if (!write_object (&writing, handle, &id, error))
    return NULL;
  for (;;)
    {
      g_autoptr (GError) reason = NULL;
      gboolean retry;

      if (name_object (&writing, handle, &id, &retry, &reason))
        {
          if (!keep_object (&writing, &id, error) || !sync_folders (&writing, error))
            return NULL;
          twf_lock_settle (lock);
          return look_up (handle, reference, error);
        }
      if (!retry || g_get_monotonic_time () >= until)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return NULL;
        }
      g_usleep (NAP);
    }
}
