/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-signature.h"

#include "twf-child.h"
#include "twf-error.h"

#include <glib/gstdio.h>
#include <string.h>

/* What git says that its signatures are for: one made for something else is none of a commit. */
#define NAMESPACE "git"
#define BEGIN "-----BEGIN SSH SIGNATURE-----\n"
#define END "\n-----END SSH SIGNATURE-----"
#define MAGIC "SSHSIG"
#define VERSION 1
#define MOST_SIGNATURE (32 * 1024)
/* What a verifying child may take. It reads what strangers wrote. */
#define MOST_MEMORY (256 * 1024 * 1024)
#define MOST_SECONDS 10
/* A person may have to touch a token first. */
#define PATIENCE 60
/* In place of who is said to have signed: the key itself was looked up. */
#define SOMEBODY "signer"

static gboolean
fail (GError **error, const char *key, const TwfChild *child)
{
  g_autofree char *line = twf_child_dup_last_line (child);

  g_set_error (error, TWF_ERROR, TWF_ERROR_KEY, "%s: %s", key, *line != '\0' ? line : "ssh-keygen");
  return FALSE;
}

/* Where the armor ends; NULL: there is none, or nothing in it. */
static const char *
find_end (const char *signature)
{
  return g_str_has_prefix (signature, BEGIN) ? strstr (signature + strlen (BEGIN), END) : NULL;
}

/**
 * twf_signature_make:
 * @key: a file with a private key of OpenSSH; or with a public one whose private half its agent or
 *   a token has
 * @payload: what is to be signed
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Signs as git does. A key with a passphrase has to be with its agent: nobody is asked.
 *
 * Returns: (transfer full): the signature, in lines
 * Errors: TWF_ERROR_KEY if the key does not sign, TWF_ERROR_NOT_FOUND if there is no ssh-keygen
 */
char *
twf_signature_make (const char *key, GBytes *payload, GCancellable *cancellable, GError **error)
{
  const char *const argv[] = { "ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", key, NULL };
  TwfChildSpec spec = {
    .argv = argv,
    .words = payload,
    /* Agents may be behind a socket of any kind; what is read is our own. */
    .online = TRUE,
    .patience = PATIENCE,
  };
  g_autoptr (TwfChild) child = NULL;
  g_autofree char *signature = NULL;

  g_return_val_if_fail (key != NULL && payload != NULL, NULL);

  child = twf_child_run (&spec, cancellable, error);
  if (child == NULL)
    return NULL;
  if (g_bytes_get_size (child->output) > 0)
    signature
        = g_strndup (g_bytes_get_data (child->output, NULL), g_bytes_get_size (child->output));
  if (child->end == TWF_CHILD_DONE && signature != NULL && find_end (signature) != NULL)
    return g_steal_pointer (&signature);
  fail (error, key, child);
  return NULL;
}

/* A piece of what OpenSSH writes: its length in four bytes, then itself. */
static gboolean
take_string (const guchar **at, const guchar *end, const guchar **piece, gsize *size)
{
  if (end - *at < 4)
    return FALSE;
  *size = (gsize)(*at)[0] << 24 | (gsize)(*at)[1] << 16 | (gsize)(*at)[2] << 8 | (*at)[3];
  *at += 4;
  if ((gsize)(end - *at) < *size)
    return FALSE;
  *piece = *at;
  *at += *size;
  return TRUE;
}

static guchar *
unarmor (const char *signature, gsize *size)
{
  const char *end = find_end (signature);
  g_autofree char *body = NULL;

  if (end == NULL || strlen (signature) > MOST_SIGNATURE || !g_str_equal (end, END "\n"))
    return NULL;
  body = g_strndup (signature + strlen (BEGIN), (gsize)(end - signature) - strlen (BEGIN));
  return g_base64_decode (body, size);
}

/**
 * twf_signature_get_key:
 * @signature: what may be a signature of OpenSSH (its PROTOCOL.sshsig)
 *
 * Returns: (transfer full) (nullable): the key with which it says that it was made, for what git
 *   signs; %NULL: it says nothing of the kind. Only twf_signature_verify() tells whether it is so.
 */
TwfPublicKey *
twf_signature_get_key (const char *signature)
{
  gsize size = 0;
  g_autofree guchar *bytes = unarmor (signature, &size);
  const guchar *at = bytes;
  const guchar *end = bytes != NULL ? bytes + size : NULL;
  const guchar *key, *type, *name;
  gsize key_size, type_size, name_size;
  g_autofree char *blob = NULL;
  g_autofree char *line = NULL;

  if (bytes == NULL || size < strlen (MAGIC) + 4 || memcmp (bytes, MAGIC, strlen (MAGIC)) != 0)
    return NULL;
  at += strlen (MAGIC);
  if (at[0] != 0 || at[1] != 0 || at[2] != 0 || at[3] != VERSION)
    return NULL;
  at += 4;
  if (!take_string (&at, end, &key, &key_size) || !take_string (&at, end, &name, &name_size)
      || name_size != strlen (NAMESPACE) || memcmp (name, NAMESPACE, name_size) != 0)
    return NULL;
  at = key;
  if (!take_string (&at, key + key_size, &type, &type_size) || type_size > 64)
    return NULL;
  blob = g_base64_encode (key, key_size);
  line = g_strdup_printf ("%.*s %s", (int)type_size, (const char *)type, blob);
  return twf_public_key_parse_file (line, NULL);
}

/* The two files that ssh-keygen wants, in a folder of their own. */
typedef struct
{
  char *folder;
  char *signers;
  char *signature;
} Files;

static void
remove_files (Files *files)
{
  g_unlink (files->signers);
  g_unlink (files->signature);
  g_rmdir (files->folder);
  g_free (files->signers);
  g_free (files->signature);
  g_free (files->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, remove_files)

static gboolean
write_file (const char *path, const char *words, GError **error)
{
  /* It is gone in a moment: that it is whole after a crash helps nobody. */
  if (g_file_set_contents_full (path, words, -1, G_FILE_SET_CONTENTS_NONE, 0600, error))
    return TRUE;
  twf_error_convert (error);
  return FALSE;
}

static gboolean
write_files (Files *files, const char *signature, const TwfPublicKey *key, GError **error)
{
  g_autofree char *signers
      = g_strdup_printf (SOMEBODY " namespaces=\"" NAMESPACE "\" %s %s\n", key->type, key->blob);

  return write_file (files->signers, signers, error)
         && write_file (files->signature, signature, error);
}

/**
 * twf_signature_verify:
 * @signature: a signature
 * @payload: what it is to be over
 * @key: the key with which it is to be made
 * @is_good: (out): whether all of that is so
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: whether that could be found out
 * Errors: TWF_ERROR_NOT_FOUND if there is no ssh-keygen; TWF_ERROR_FAILED if it came to grief;
 *   TWF_ERROR_IO
 */
gboolean
twf_signature_verify (const char *signature,
                      GBytes *payload,
                      const TwfPublicKey *key,
                      gboolean *is_good,
                      GCancellable *cancellable,
                      GError **error)
{
  char *folder = g_dir_make_tmp ("tawafuq-verify-XXXXXX", error);
  g_auto (Files) files = { 0 };
  g_autoptr (TwfChild) child = NULL;

  *is_good = FALSE;
  if (folder == NULL)
    {
      twf_error_convert (error);
      return FALSE;
    }
  files = (Files){ folder,
                   g_build_filename (folder, "signers", NULL),
                   g_build_filename (folder, "signature", NULL) };
  if (!write_files (&files, signature, key, error))
    return FALSE;
  child = twf_child_run (
      &(TwfChildSpec){
          .argv = (const char *const[]){ "ssh-keygen",
                                         "-Y",
                                         "verify",
                                         "-n",
                                         NAMESPACE,
                                         "-I",
                                         SOMEBODY,
                                         "-f",
                                         files.signers,
                                         "-s",
                                         files.signature,
                                         NULL },
          .words = payload,
          .memory = MOST_MEMORY,
          .seconds = MOST_SECONDS,
          .patience = MOST_SECONDS,
      },
      cancellable,
      error);
  if (child == NULL)
    return FALSE;
  *is_good = child->end == TWF_CHILD_DONE;
  if (*is_good || child->end == TWF_CHILD_FAILED)
    return TRUE;
  g_set_error_literal (error, TWF_ERROR, TWF_ERROR_FAILED, "ssh-keygen");
  return FALSE;
}
