/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-issued-private.h"

#include "twf-raw-object-private.h"
#include "twf-repository-private.h"
#include "twf-tag-private.h"

#include "twf-error.h"

#include <errno.h>
#include <string.h>

#define PATIENCE (5 * G_TIME_SPAN_SECOND)

/* "A/64/L.64", then the note, then the record. */
static char *
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
  return g_string_free (message, FALSE);
}

static GString *
compose_tag (const TwfIssueInfo *info, const char *revision, GError **error)
{
  g_autofree char *message = compose_message (info);
  g_autofree char *encoded = twf_symbol_encode (info->symbol);
  g_autofree char *name = g_strconcat ("issued/", encoded, NULL);
  TwfCommitInfo who = { .name = info->name,
                        .email = info->email,
                        .when = info->when,
                        .offset_minutes = info->offset_minutes,
                        .message = message };

  return twf_tag_compose (&who, name, revision, error);
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
  g_autofree char *reference = NULL;
  GString *tag;

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
  reference = twf_issued_dup_reference (info->symbol);
  commit = twf_lookup_commit (handle, revision, error);
  if (commit == NULL || !check_free (handle, info->symbol, reference, error))
    return NULL;
  tag = compose_tag (info, git_oid_tostr_s (git_commit_id (commit)), error);
  if (tag == NULL)
    return NULL;
  made = twf_tag_write (self, lock, handle, reference, tag, error);
  g_string_free (tag, TRUE);
  return made != NULL ? twf_issued_read (handle, made) : NULL;
}

/**
 * twf_repository_read_tag:
 * @self: a repository, perhaps a quarantine
 * @tag: full id of an annotated tag
 * @most: bytes that it may have
 * @error: return location
 *
 * Returns: (transfer full): what it says, as its bytes are
 * Errors: TWF_ERROR_INVALID if it is no tag, or not an id; TWF_ERROR_TOO_LARGE; TWF_ERROR_DAMAGED
 */
GBytes *
twf_repository_read_tag (TwfRepository *self, const char *tag, gsize most, GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (TwfRawReader) reader = NULL;
  g_autoptr (TwfRawObject) object = NULL;
  git_oid id;

  g_return_val_if_fail (self != NULL && tag != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  reader = handle != NULL ? twf_raw_reader_new (handle, error) : NULL;
  if (reader == NULL)
    return NULL;
  if (git_oid_fromstr (&id, tag) < 0)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "%s: not an id", tag);
      return NULL;
    }
  object = twf_raw_reader_load (reader, &id, GIT_OBJECT_TAG, most, error);
  return object != NULL ? g_bytes_new (object->data, object->length) : NULL;
}

/**
 * twf_repository_take_issued:
 * @self: a repository
 * @symbol: under which a revision that is here was issued elsewhere
 * @tag: what its tag says, all of it looked at
 * @error: return location
 *
 * Notes it here as well. One symbol names one revision for good: another that is here stays.
 *
 * Errors: as twf_repository_issue()
 */
gboolean
twf_repository_take_issued (TwfRepository *self, const char *symbol, GBytes *tag, GError **error)
{
  g_autoptr (TwfLock) lock = NULL;
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_reference) made = NULL;
  g_autofree char *reference = NULL;
  GString *bytes;
  gsize length;
  const char *data = g_bytes_get_data (tag, &length);

  g_return_val_if_fail (self != NULL && symbol != NULL, FALSE);

  if (!twf_symbol_check (symbol, error))
    return FALSE;
  twf_git_init ();
  lock = twf_lock_take (self, TWF_LOCK_SAVE, PATIENCE, error);
  if (lock == NULL)
    return FALSE;
  if (twf_lock_was_left (lock))
    twf_remove_litter (self);
  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return FALSE;
  reference = twf_issued_dup_reference (symbol);
  if (!check_free (handle, symbol, reference, error))
    return FALSE;
  bytes = g_string_new_len (data, (gssize)length);
  made = twf_tag_write (self, lock, handle, reference, bytes, error);
  g_string_free (bytes, TRUE);
  return made != NULL;
}
