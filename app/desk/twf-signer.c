/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-signer.h"

#include "twf-error.h"
#include "twf-signature.h"

#include <errno.h>
#include <glib/gstdio.h>

/* The key for all that is saved, whatever the settings say; empty: nothing is signed. */
#define VARIABLE "TAWAFUQ_KEY"
/* As which the facilitator is named there, who has no code. */
#define FACILITATOR "facilitator"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "tawafuq", "keys", NULL);
}

/* A plan by its place: the same plan in two places is worked on by two people, or for two. */
static char *
dup_group (const char *plan)
{
  g_autofree char *canonical = g_canonicalize_filename (plan, NULL);

  /* A group's name in such a file holds no brackets and no control signs. */
  return g_uri_escape_string (canonical, "/ ", TRUE);
}

/**
 * twf_signer_find:
 * @plan: where the plan lies
 * @identity: (nullable): code of the delegation that acts; %NULL: the facilitator
 *
 * Returns: (transfer full) (nullable): the file of the key to sign with; %NULL: none was chosen
 */
char *
twf_signer_find (const char *plan, const char *identity)
{
  const char *given = g_getenv (VARIABLE);
  g_autofree char *path = dup_path ();
  g_autofree char *group = dup_group (plan);
  g_autoptr (GKeyFile) settings = g_key_file_new ();

  if (given != NULL)
    return *given != '\0' ? g_strdup (given) : NULL;
  if (!g_key_file_load_from_file (settings, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  return g_key_file_get_string (settings, group, identity != NULL ? identity : FACILITATOR, NULL);
}

/**
 * twf_signer_set:
 * @plan: where the plan lies
 * @identity: (nullable): code of the delegation that acts; %NULL: the facilitator
 * @key: (nullable): the file of the key to sign with from now on; %NULL: none
 * @error: return location
 *
 * Remembers it, for this user and this plan. The key itself stays where it is.
 *
 * Errors: TWF_ERROR_NO_SPACE, TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED, TWF_ERROR_IO
 */
gboolean
twf_signer_set (const char *plan, const char *identity, const char *key, GError **error)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = dup_group (plan);
  g_autofree char *words = NULL;
  g_autoptr (GKeyFile) settings = g_key_file_new ();
  const char *name = identity != NULL ? identity : FACILITATOR;
  gsize length;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      twf_error_set_from_errno (error, errno, folder);
      return FALSE;
    }
  if (!g_key_file_load_from_file (settings, path, G_KEY_FILE_KEEP_COMMENTS, NULL))
    g_debug ("%s: begun anew", path);
  if (key != NULL)
    g_key_file_set_string (settings, group, name, key);
  else
    g_key_file_remove_key (settings, group, name, NULL);
  words = g_key_file_to_data (settings, &length, NULL);
  if (g_file_set_contents_full (
          path, words, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return TRUE;
  twf_error_convert (error);
  return FALSE;
}

/**
 * twf_signer_sign:
 * @payload: what is to be signed
 * @key: the file of a key
 * @error: return location
 *
 * As TwfCommitInfo has it.
 *
 * Returns: (transfer full): the signature
 * Errors: TWF_ERROR_KEY with the key and the reason
 */
char *
twf_signer_sign (GBytes *payload, gpointer key, GError **error)
{
  g_autoptr (GError) reason = NULL;
  char *signature = twf_signature_make (key, payload, NULL, &reason);

  if (signature == NULL)
    g_set_error_literal (error, TWF_ERROR, TWF_ERROR_KEY, reason->message);
  return signature;
}
