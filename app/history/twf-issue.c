/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-issued-private.h"

#include "twf-lock-private.h"
#include "twf-message-private.h"
#include "twf-repository-private.h"

#include "twf-error.h"

#include <errno.h>
#include <string.h>

#define PATIENCE (5 * G_TIME_SPAN_SECOND)
#define NAP (10 * G_TIME_SPAN_MILLISECOND)
#define CLOCK_TICK (10 * G_TIME_SPAN_MILLISECOND)

/* One issue: what it was asked for, and what it works with. */
typedef struct
{
  TwfRepository *repository;
  TwfLock *lock;
  char *reference;
  GString *tag; /* the object's bytes */
  gint64 began; /* microseconds since 1970 */
} Issue;

static void
clear_issue (Issue *issue)
{
  g_free (issue->reference);
  if (issue->tag != NULL)
    g_string_free (issue->tag, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Issue, clear_issue)

/* "A/64/L.64", then the note, then the record. */
static GString *
compose_message (const TwfIssueInfo *info)
{
  GString *message = g_string_new (info->symbol);
  g_autofree char *note = g_strstrip (g_strdup (info->note != NULL ? info->note : ""));

  g_string_append_c (message, '\n');
  if (*note != '\0')
    g_string_append_printf (message, "\n%s\n", note);
  if (info->record != NULL)
    {
      g_string_append (message, TWF_ISSUED_RECORD);
      g_string_append (message, info->record);
      if (message->str[message->len - 1] != '\n')
        g_string_append_c (message, '\n');
    }
  return message;
}

/* The object as git has it (git-mktag(1)). Made by hand: git_tag_create() does not say whether it
 * wrote anything, and moves the reference before the object is known to be on the disk. */
static GString *
compose_tag (const TwfIssueInfo *info, const char *revision, GError **error)
{
  TwfCommitInfo who = { .name = info->name,
                        .email = info->email,
                        .when = info->when,
                        .offset_minutes = info->offset_minutes };
  g_autoptr (git_signature) tagger = twf_signature_compose (&who, error);
  g_autofree char *name = NULL;
  GString *message;
  GString *tag;
  int offset;

  if (tagger == NULL)
    return NULL;
  message = compose_message (info);
  name = twf_symbol_encode (info->symbol);
  offset = ABS (tagger->when.offset);
  tag = g_string_new (NULL);
  g_string_append_printf (tag,
                          "object %s\ntype commit\ntag issued/%s\n"
                          "tagger %s <%s> %" G_GINT64_FORMAT " %c%02d%02d\n\n",
                          revision,
                          name,
                          tagger->name,
                          tagger->email,
                          (gint64)tagger->when.time,
                          tagger->when.offset < 0 ? '-' : '+',
                          offset / 60,
                          offset % 60);
  g_string_append_len (tag, message->str, (gssize)message->len);
  g_string_free (message, TRUE);
  return tag;
}

static gboolean
write_object (Issue *issue, git_repository *handle, git_oid *id, GError **error)
{
  g_autoptr (git_odb) odb = NULL;
  g_autoptr (GArray) written = g_array_new (FALSE, FALSE, sizeof (git_oid));
  int rc;

  errno = 0;
  rc = git_repository_odb (&odb, handle);
  if (rc == 0)
    rc = git_odb_write (id, odb, issue->tag->str, issue->tag->len, GIT_OBJECT_TAG);
  if (rc < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, issue->reference);
  g_array_append_val (written, *id);
  return twf_sync_objects (issue->repository, written, issue->began, error);
}

/* Sets *retry where another process is at it. */
static gboolean
name_object (Issue *issue,
             git_repository *handle,
             const git_oid *id,
             gboolean *retry,
             GError **error)
{
  g_autoptr (git_reference) made = NULL;
  int rc;

  *retry = FALSE;
  errno = 0;
  rc = git_reference_create (&made, handle, issue->reference, id, FALSE, NULL);
  if (rc == 0)
    return TRUE;
  *retry = rc == GIT_ELOCKED;
  twf_git_fail (error, rc, TWF_GIT_NAMED, issue->reference);
  if (*retry
      && twf_remove_stale_reference_lock (
          issue->repository, issue->reference, twf_lock_was_left (issue->lock)))
    twf_lock_settle (issue->lock);
  return FALSE;
}

/* A git that pruned between the two may have taken the object; it is written again, and comes out
 * the same. */
static gboolean
keep_object (Issue *issue, const git_oid *id, GError **error)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;

  for (;;)
    {
      g_autoptr (git_repository) handle = twf_repository_open_handle (issue->repository, error);
      g_autoptr (git_odb) odb = NULL;
      git_oid again;
      int rc;

      if (handle == NULL)
        return FALSE;
      if ((rc = git_repository_odb (&odb, handle)) < 0)
        return twf_git_fail (error, rc, TWF_GIT_NAMED, issue->reference);
      if (git_odb_exists (odb, id))
        return TRUE;
      if (g_get_monotonic_time () >= until)
        break;
      if (!write_object (issue, handle, &again, error))
        return FALSE;
    }
  g_set_error (error, TWF_ERROR, TWF_ERROR_BUSY, "%s: objects go as they come", issue->reference);
  return FALSE;
}

/* libgit2 syncs the folder of the reference; those above may have been made for it. */
static gboolean
sync_folders (Issue *issue, GError **error)
{
  static const char *const folders[] = { TWF_ISSUED_FOLDER, "refs/tags", "refs" };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = twf_repository_build_path (issue->repository, folders[i]);

      if (!twf_sync_folder (path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_and_name (Issue *issue, git_repository *handle, GError **error)
{
  gint64 until = g_get_monotonic_time () + PATIENCE;
  git_oid id;

  if (!write_object (issue, handle, &id, error))
    return FALSE;
  for (;;)
    {
      g_autoptr (GError) reason = NULL;
      gboolean retry;

      if (name_object (issue, handle, &id, &retry, &reason))
        return keep_object (issue, &id, error) && sync_folders (issue, error);
      if (!retry || g_get_monotonic_time () >= until)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      g_usleep (NAP);
    }
}

/* "main~1", "v^", "x@{1}": where it leads to a revision now, readers would not know which is meant.
 * A symbol that merely begins like an id is none such: symbols go before beginnings of ids. */
static gboolean
is_expression (git_repository *handle, const char *symbol)
{
  g_autoptr (git_object) object = NULL;

  return strpbrk (symbol, "~^@:") != NULL && git_revparse_single (&object, handle, symbol) == 0;
}

/* A symbol that names something else already would be taken for that. */
static gboolean
check_free (git_repository *handle, const char *symbol, const char *reference, GError **error)
{
  g_autoptr (git_reference) found = NULL;
  g_autofree char *branch = g_strconcat ("refs/heads/", symbol, NULL);
  int rc;

  errno = 0;
  rc = git_reference_lookup (&found, handle, reference);
  if (rc == 0)
    g_set_error (error, TWF_ERROR, TWF_ERROR_EXISTS, "%s", symbol);
  else if (rc != GIT_ENOTFOUND)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, reference);
  else if (g_str_equal (symbol, "HEAD") || git_reference_lookup (&found, handle, branch) == 0)
    g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "symbol: a branch is called so");
  else if (is_expression (handle, symbol))
    g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "symbol: a revision is called so");
  else
    return TRUE;
  return FALSE;
}

/**
 * twf_repository_issue:
 * @self: a repository
 * @revision: a revision
 * @info: under which symbol, by whom and when; the note is any text, the record lines that the
 *   caller reads again
 * @error: return location
 *
 * Gives a revision a symbol for good: an annotated tag, never moved. When this returns, object,
 * reference and folders are on the disk.
 *
 * Returns: (transfer full): what was issued
 * Errors: TWF_ERROR_EXISTS if something was issued under that symbol; TWF_ERROR_INVALID as
 *   twf_symbol_check(), or if a branch or revision is called so; TWF_ERROR_BUSY if others hold the
 * repository for five seconds; as twf_repository_resolve(); TWF_ERROR_NO_SPACE,
 * TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED, TWF_ERROR_IO
 */
TwfIssued *
twf_repository_issue (TwfRepository *self,
                      const char *revision,
                      const TwfIssueInfo *info,
                      GError **error)
{
  g_autoptr (TwfLock) lock = NULL;
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_reference) made = NULL;
  g_auto (Issue) issue = { 0 };

  g_return_val_if_fail (self != NULL && revision != NULL && info != NULL, NULL);

  if (!twf_symbol_check (info->symbol, error))
    return NULL;
  twf_git_init ();
  lock = twf_lock_take (self, TWF_LOCK_SAVE, PATIENCE, error);
  if (lock == NULL)
    return NULL;
  if (twf_lock_was_left (lock))
    twf_remove_litter (self);
  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  issue = (Issue){
    .repository = self,
    .lock = lock,
    .reference = twf_issued_dup_reference (info->symbol),
    .began = g_get_real_time () - CLOCK_TICK,
  };
  commit = twf_lookup_commit (handle, revision, error);
  if (commit == NULL || !check_free (handle, info->symbol, issue.reference, error))
    return NULL;
  issue.tag = compose_tag (info, git_oid_tostr_s (git_commit_id (commit)), error);
  if (issue.tag == NULL || !write_and_name (&issue, handle, error))
    return NULL;
  twf_lock_settle (lock);
  if (git_reference_lookup (&made, handle, issue.reference) < 0)
    {
      twf_git_fail (error, GIT_ENOTFOUND, TWF_GIT_NAMED, issue.reference);
      return NULL;
    }
  return twf_issued_read (handle, made);
}
