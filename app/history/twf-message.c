/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-message-private.h"

#include "twf-error.h"

#include <errno.h>
#include <string.h>

/* Farther from UTC than any place on earth. */
#define LARGEST_OFFSET (14 * 60)

/* "Key: value" on one line, the key of letters, digits and '-'. */
static gboolean
trailer_is_valid (const char *trailer)
{
  gsize key = strspn (trailer, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-");

  return key > 0 && g_str_has_prefix (trailer + key, ": ") && strpbrk (trailer, "\r\n") == NULL
         && g_utf8_validate (trailer, -1, NULL);
}

/*
 * twf_message_compose:
 * @info: who commits and why
 *
 * Cleans the message as git does (spaces at the ends, repeated empty lines) and puts the trailers
 * into a last paragraph of their own.
 *
 * Returns: (transfer full): the whole message
 * Errors: TWF_ERROR_EMPTY if there is no subject, TWF_ERROR_ENCODING, TWF_ERROR_INVALID if a
 * trailer is not "Key: value"
 */
char *
twf_message_compose (const TwfCommitInfo *info, GError **error)
{
  g_auto (git_buf) clean = GIT_BUF_INIT;
  g_autoptr (GString) whole = NULL;
  int rc;

  if (info->message == NULL || !g_utf8_validate (info->message, -1, NULL))
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_ENCODING, "message: not UTF-8");
      return NULL;
    }
  errno = 0;
  if ((rc = git_message_prettify (&clean, info->message, 0, 0)) < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_ASKED, "message");
      return NULL;
    }
  if (clean.size == 0)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_EMPTY, "message: empty");
      return NULL;
    }
  whole = g_string_new_len (clean.ptr, clean.size);
  for (gsize i = 0; info->trailers != NULL && info->trailers[i] != NULL; i++)
    {
      if (!trailer_is_valid (info->trailers[i]))
        {
          g_set_error (error, TWF_ERROR, TWF_ERROR_INVALID, "trailer %" G_GSIZE_FORMAT, i + 1);
          return NULL;
        }
      g_string_append_printf (whole, "%s%s\n", i == 0 ? "\n" : "", info->trailers[i]);
    }
  return g_string_free (g_steal_pointer (&whole), FALSE);
}

/* A name as a commit's header can hold it. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);

  for (char *c = valid; *c != '\0'; c++)
    if (strchr ("<>", *c) != NULL || g_ascii_iscntrl (*c))
      *c = ' ';
  return g_strdup (g_strstrip (valid));
}

/*
 * twf_signature_compose:
 * @info: who commits and when
 *
 * The date is stored by libgit2 in 32 bits: before 1970 it would come back as after 2100.
 *
 * Returns: (transfer full): the author
 * Errors: TWF_ERROR_INVALID if there is no name
 */
git_signature *
twf_signature_compose (const TwfCommitInfo *info, GError **error)
{
  g_autofree char *name = clean_name (info->name);
  g_autofree char *email = clean_name (info->email);
  git_signature *signature = NULL;
  int rc;

  errno = 0;
  rc = git_signature_new (&signature,
                          name,
                          email[0] != '\0' ? email : "unknown",
                          CLAMP (info->when, 0, G_MAXUINT32),
                          CLAMP (info->offset_minutes, -LARGEST_OFFSET, LARGEST_OFFSET));
  if (rc < 0)
    {
      twf_git_fail (error, rc, TWF_GIT_ASKED, "author");
      return NULL;
    }
  return signature;
}
