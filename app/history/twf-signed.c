/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-signed.h"

#include "twf-repository-private.h"
#include "twf-revision-private.h"
#include "twf-signed-private.h"

#include "twf-error.h"

#include <errno.h>
#include <string.h>

/* The header in which git keeps a signature; its further lines begin with a space. */
#define HEADER "gpgsig"
/* More than any kind of key makes. */
#define MOST_SIGNATURE (32 * 1024)

/*
 * twf_signed_compose:
 * @payload: a commit's bytes
 * @signature: its signature, of several lines
 * @error: return location
 *
 * Puts the signature where git puts it: as the last header.
 *
 * Returns: (transfer full): the commit's bytes with the signature
 * Errors: TWF_ERROR_INVALID if @signature cannot stand in a header
 */
GBytes *
twf_signed_compose (GBytes *payload, const char *signature, GError **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (payload, &size);
  const char *end = g_strstr_len (bytes, (gssize)size, "\n\n");
  g_auto (GStrv) lines = g_strsplit (signature, "\n", -1);
  GString *whole;
  guint n = g_strv_length (lines);

  while (n > 0 && *lines[n - 1] == '\0')
    n--;
  if (end == NULL || n == 0 || strchr (signature, '\r') != NULL
      || strlen (signature) > MOST_SIGNATURE)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, "not a signature");
      return NULL;
    }
  whole = g_string_new_len (bytes, end + 1 - bytes);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (whole, "%s %s\n", i == 0 ? HEADER : "", lines[i]);
  g_string_append_len (whole, end + 1, (gssize)size - (end + 1 - bytes));
  return g_string_free_to_bytes (whole);
}

static gboolean
fail (GError **error, const char *reason)
{
  g_set_error (error, TWF_ERROR, TWF_ERROR_DAMAGED, "a revision: %s", reason);
  return FALSE;
}

/* One header that is no further line of another: name, a space, a value. */
static gboolean
is_header (const char *line, gsize length, const char *name)
{
  gsize n = strlen (name);

  return length > n && strncmp (line, name, n) == 0 && line[n] == ' ';
}

/* What the walk through the headers has met. */
typedef struct
{
  GString *payload;
  GString *signature; /* NULL: none yet */
  guint n_authors;
  guint n_committers;
  gboolean in_signature; /* the lines that follow with a space before them are its */
} Headers;

static gboolean
take_header (Headers *self, const char *line, gsize length, GError **error)
{
  if (self->in_signature && length > 0 && line[0] == ' ')
    {
      g_string_append_len (self->signature, line + 1, (gssize)length - 1);
      g_string_append_c (self->signature, '\n');
      return TRUE;
    }
  self->in_signature = is_header (line, length, HEADER);
  if (self->in_signature)
    {
      if (self->signature != NULL)
        return fail (error, "two signatures");
      self->signature
          = g_string_new_len (line + strlen (HEADER " "), (gssize)(length - strlen (HEADER " ")));
      g_string_append_c (self->signature, '\n');
      return TRUE;
    }
  /* Its kin for other kinds of ids (gpgsig-sha256) git leaves out of what is signed as well. */
  if (length >= strlen (HEADER) && strncmp (line, HEADER, strlen (HEADER)) == 0)
    return fail (error, "a signature that is none");
  self->n_authors += is_header (line, length, "author");
  self->n_committers += is_header (line, length, "committer");
  g_string_append_len (self->payload, line, (gssize)length);
  g_string_append_c (self->payload, '\n');
  return TRUE;
}

/*
 * twf_signed_take_apart:
 * @bytes: a commit's bytes
 * @size: how many
 * @payload: (out) (transfer full): what the signature is over
 * @signature: (out) (transfer full) (nullable): the signature; %NULL: it is not signed
 * @error: return location
 *
 * Errors: TWF_ERROR_DAMAGED if what is there could be read in two ways: two signatures, two
 * authors, bytes that end a line for some readers only
 */
gboolean
twf_signed_take_apart (const char *bytes,
                       gsize size,
                       GBytes **payload,
                       char **signature,
                       GError **error)
{
  const char *end = g_strstr_len (bytes, (gssize)size, "\n\n");
  Headers headers = { .payload = g_string_sized_new (size) };
  gboolean good = end != NULL && memchr (bytes, '\0', size) == NULL;

  if (!good)
    fail (error, "its headers cannot be read");
  for (const char *line = bytes; good && line <= end;)
    {
      const char *next = memchr (line, '\n', (gsize)(end + 1 - line));

      good = take_header (&headers, line, (gsize)(next - line), error);
      line = next + 1;
    }
  if (good && (headers.n_authors != 1 || headers.n_committers != 1))
    good = fail (error, "not one author");
  if (good && headers.signature != NULL && headers.signature->len > MOST_SIGNATURE)
    good = fail (error, "a signature that is none");
  if (good)
    {
      g_string_append_len (headers.payload, end + 1, (gssize)size - (end + 1 - bytes));
      *payload = g_string_free_to_bytes (g_steal_pointer (&headers.payload));
      *signature = headers.signature != NULL
                       ? g_string_free (g_steal_pointer (&headers.signature), FALSE)
                       : NULL;
      return TRUE;
    }
  g_string_free (headers.payload, TRUE);
  if (headers.signature != NULL)
    g_string_free (headers.signature, TRUE);
  return FALSE;
}

/**
 * twf_repository_read_signature:
 * @self: a repository
 * @revision: a revision
 * @payload: (out) (transfer full): what a signature of it is over
 * @signature: (out) (transfer full) (nullable): the signature as it was made, in lines; %NULL: it
 *   is not signed
 * @error: return location
 *
 * Reads a revision's signature, which proves nothing before it was verified.
 *
 * Errors: TWF_ERROR_DAMAGED if there are two, or what is there is not one; as
 *   twf_repository_resolve()
 */
gboolean
twf_repository_read_signature (TwfRepository *self,
                               const char *revision,
                               GBytes **payload,
                               char **signature,
                               GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_odb) odb = NULL;
  g_autoptr (git_odb_object) object = NULL;
  int rc;

  g_return_val_if_fail (self != NULL && revision != NULL, FALSE);
  g_return_val_if_fail (payload != NULL && signature != NULL, FALSE);

  *payload = NULL;
  *signature = NULL;
  handle = twf_repository_open_handle (self, error);
  commit = handle != NULL ? twf_lookup_commit (handle, revision, error) : NULL;
  if (commit == NULL)
    return FALSE;
  errno = 0;
  if ((rc = git_repository_odb (&odb, handle)) < 0
      || (rc = git_odb_read (&object, odb, git_commit_id (commit))) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, revision);
  return twf_signed_take_apart (
      git_odb_object_data (object), git_odb_object_size (object), payload, signature, error);
}

/**
 * twf_repository_find_other_author:
 * @self: a repository
 * @revisions: (element-type utf8): full ids
 * @email: an address, as twf_revision_get_email() has it
 * @revision: (out) (transfer full) (nullable): the first of them that is in another's name; %NULL:
 *   none is
 * @author: (out) (transfer full) (nullable): the address in whose name it is
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Of fifty thousand revisions each is read once, and nothing else is.
 *
 * Errors: as twf_repository_resolve(); %G_IO_ERROR_CANCELLED
 */
gboolean
twf_repository_find_other_author (TwfRepository *self,
                                  GPtrArray *revisions,
                                  const char *email,
                                  char **revision,
                                  char **author,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (git_repository) handle = NULL;

  g_return_val_if_fail (self != NULL && revisions != NULL && email != NULL, FALSE);
  g_return_val_if_fail (revision != NULL && author != NULL, FALSE);

  *revision = NULL;
  *author = NULL;
  handle = twf_repository_open_handle (self, error);
  for (guint i = 0; handle != NULL && i < revisions->len; i++)
    {
      g_autoptr (git_commit) commit = NULL;
      g_autofree char *found = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || (commit = twf_lookup_commit (handle, revisions->pdata[i], error)) == NULL)
        return FALSE;
      found = twf_revision_dup_email_of (commit);
      if (g_str_equal (found, email))
        continue;
      *revision = g_strdup (revisions->pdata[i]);
      *author = g_steal_pointer (&found);
      return TRUE;
    }
  return handle != NULL;
}
