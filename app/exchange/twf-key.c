/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-key.h"

#include "twf-bidi.h"
#include "twf-child.h"
#include "twf-error.h"
#include "twf-id.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define PUBLIC ".pub"
#define MOST_FILE (64 * 1024)
#define PATIENCE 30

/* What the number is counted of, besides the key: another version counts another number. */
#define NUMBER_OF "Tawafuq key number 1"
/* So many times SHA-512 goes over it that a key with a number like another's is not found by
 * trying: each try costs as much. */
#define ROUNDS 5200
#define DIGEST 64
#define N_GROUPS 12
#define PER_GROUP 5 /* bytes of the digest for one group, and its digits */

/**
 * twf_signing_key_free:
 * @self: (transfer full) (nullable): a key
 */
void
twf_signing_key_free (TwfSigningKey *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  twf_public_key_free (self->key);
  g_free (self);
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "tawafuq", "keys", NULL);
}

static gboolean
run_keygen (const char *const *argv, char **output, GCancellable *cancellable, GError **error)
{
  g_autoptr (TwfChild) child
      = twf_child_run (&(TwfChildSpec){ .argv = argv, .patience = PATIENCE }, cancellable, error);
  g_autofree char *line = NULL;

  if (child == NULL)
    return FALSE;
  if (child->end == TWF_CHILD_DONE)
    {
      gsize size = g_bytes_get_size (child->output);

      if (output != NULL)
        *output
            = size > 0 ? g_strndup (g_bytes_get_data (child->output, NULL), size) : g_strdup ("");
      return TRUE;
    }
  line = twf_child_dup_last_line (child);
  g_set_error (error, TWF_ERROR, TWF_ERROR_KEY, "%s", *line != '\0' ? line : argv[0]);
  return FALSE;
}

/**
 * twf_key_create:
 * @comment: whose it is, for who reads the file
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Makes a key of the kind ed25519, without a passphrase, in the user's folder of data, where nobody
 * else may read.
 *
 * Returns: (transfer full): the key
 * Errors: TWF_ERROR_NOT_FOUND if there is no ssh-keygen; TWF_ERROR_KEY if it makes none;
 *   TWF_ERROR_NO_SPACE, TWF_ERROR_DENIED, TWF_ERROR_READ_ONLY, TWF_ERROR_IO
 */
TwfSigningKey *
twf_key_create (const char *comment, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *id = twf_id_new ();
  g_autofree char *path = g_build_filename (folder, id, NULL);
  const char *const argv[]
      = { "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", path, NULL };

  g_return_val_if_fail (comment != NULL, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      twf_error_set_from_errno (error, errno, folder);
      return NULL;
    }
  if (!run_keygen (argv, NULL, cancellable, error))
    return NULL;
  return twf_key_read (path, cancellable, error);
}

static char *
read_file (const char *path, GError **error)
{
  char *text = NULL;
  GStatBuf status;

  if (g_stat (path, &status) == 0 && status.st_size > MOST_FILE)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_TOO_LARGE, "%s", path);
      return NULL;
    }
  if (!g_file_get_contents (path, &text, NULL, error))
    twf_error_convert (error);
  return text;
}

/**
 * twf_key_read:
 * @path: a file with a private key of OpenSSH, or with a public one whose private half its agent or
 *   a token has
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full): the key
 * Errors: TWF_ERROR_NOT_FOUND; TWF_ERROR_INVALID if it is of a kind that is not used;
 *   TWF_ERROR_KEY if its public half cannot be read
 */
TwfSigningKey *
twf_key_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *beside = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TwfPublicKey) key = NULL;
  TwfSigningKey *self;

  g_return_val_if_fail (path != NULL, NULL);

  text = read_file (path, error);
  if (text == NULL)
    return NULL;
  key = twf_public_key_parse_file (text, NULL);
  beside = g_strconcat (path, PUBLIC, NULL);
  g_clear_pointer (&text, g_free);
  if (key == NULL)
    {
      if (g_file_test (beside, G_FILE_TEST_EXISTS))
        text = read_file (beside, error);
      else if (!run_keygen ((const char *const[]){ "ssh-keygen", "-y", "-f", path, NULL },
                            &text,
                            cancellable,
                            error))
        return NULL;
      if (text == NULL || (key = twf_public_key_parse_file (text, error)) == NULL)
        return NULL;
    }
  self = g_new0 (TwfSigningKey, 1);
  self->path = g_canonicalize_filename (path, NULL);
  self->key = g_steal_pointer (&key);
  return self;
}

static gint
compare_keys (gconstpointer one, gconstpointer other)
{
  return strcmp ((*(TwfSigningKey *const *)one)->path, (*(TwfSigningKey *const *)other)->path);
}

/**
 * twf_key_list_own:
 *
 * Returns: (transfer full) (element-type TwfSigningKey): the keys that were made here
 */
GPtrArray *
twf_key_list_own (void)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_signing_key_free);
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      TwfSigningKey *key = g_str_has_suffix (name, PUBLIC) ? NULL : twf_key_read (path, NULL, NULL);

      if (key != NULL)
        g_ptr_array_add (keys, key);
    }
  g_ptr_array_sort (keys, compare_keys);
  return keys;
}

static void
digest_once (const guint8 *before, gsize n, GBytes *key, guint8 *digest)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA512);
  gsize length = DIGEST;
  gsize size;
  const guchar *bytes = g_bytes_get_data (key, &size);

  g_checksum_update (sum, before, (gssize)n);
  g_checksum_update (sum, bytes, (gssize)size);
  g_checksum_get_digest (sum, digest, &length);
}

/**
 * twf_key_dup_number:
 * @key: a public key
 *
 * The number is of the one key, whatever plan it is used for: its owner reads it out, and the other
 * compares it with what stands in the register. (Of two keys at once each would have only half of
 * the digits to itself.) It is counted with SHA-512, again and again over the digest and the key,
 * 5200 times in all; twelve times five bytes of the last digest, as numbers below 100000.
 *
 * Returns: (transfer full): 60 digits, 0 to 9
 */
char *
twf_key_dup_number (const TwfPublicKey *key)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) number = g_string_new (NULL);
  guint8 digest[DIGEST];

  g_return_val_if_fail (key != NULL, NULL);

  bytes = twf_public_key_dup_bytes (key);
  digest_once ((const guint8 *)NUMBER_OF, strlen (NUMBER_OF), bytes, digest);
  for (guint i = 1; i < ROUNDS; i++)
    {
      guint8 before[DIGEST];

      memcpy (before, digest, sizeof before);
      digest_once (before, sizeof before, bytes, digest);
    }
  for (guint i = 0; i < N_GROUPS; i++)
    {
      guint64 value = 0;

      for (guint j = 0; j < PER_GROUP; j++)
        value = value << 8 | digest[i * PER_GROUP + j];
      g_string_append_printf (number, "%05u", (guint)(value % 100000));
    }
  return g_string_free (g_steal_pointer (&number), FALSE);
}

/**
 * twf_key_number_dup_grouped:
 * @number: 60 digits
 * @digits: the digits that the reader is shown
 *
 * Arabic digits order what stands between them from right to left; the number is read from left to
 * right in all, so that two who sit before one screen read the same group.
 *
 * Returns: (transfer full): the number in groups of five, isolated
 */
char *
twf_key_number_dup_grouped (const char *number, TwfDigits digits)
{
  g_autoptr (GString) grouped = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (gsize i = 0; number[i] != '\0'; i++)
    {
      if (i > 0 && i % PER_GROUP == 0)
        g_string_append (grouped, digits == TWF_DIGITS_ARABIC ? " " TWF_LRM : " ");
      g_string_append_c (grouped, number[i]);
    }
  shown = twf_digits_from_ascii (grouped->str, digits);
  return twf_text_isolate (shown);
}
