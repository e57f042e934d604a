/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-places.h"

#include "twf-error.h"

#include <errno.h>
#include <glib/gstdio.h>

#define SERVER "Server"
#define AUTOMATIC "Automatic"

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "tawafuq", "servers", NULL);
}

/* One machine may serve several who act; each has an account of its own on the server. */
static char *
dup_group (const char *root, const char *code)
{
  return g_strdup_printf ("%s %s", root, code != NULL ? code : "facilitator");
}

static GKeyFile *
load (const char *path)
{
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, &error))
    g_debug ("%s: %s", path, error->message);
  return file;
}

/**
 * twf_place_find:
 * @root: which plan, as twf_repository_dup_root() has it
 * @code: (nullable): which delegation acts; %NULL: the facilitator
 *
 * Returns: (transfer full) (nullable): where it is shared; %NULL: that was never said
 */
TwfPlace *
twf_place_find (const char *root, const char *code)
{
  g_autofree char *path = dup_path ();
  g_autofree char *group = dup_group (root, code);
  g_autoptr (GKeyFile) file = load (path);
  g_autofree char *words = g_key_file_get_string (file, group, SERVER, NULL);
  TwfPlace *self;

  if (words == NULL)
    return NULL;
  self = g_new0 (TwfPlace, 1);
  self->words = g_steal_pointer (&words);
  self->automatic = g_key_file_get_boolean (file, group, AUTOMATIC, NULL);
  return self;
}

/**
 * twf_place_keep:
 * @root: which plan
 * @code: (nullable): which delegation acts
 * @place: where it is shared; holds no password
 * @error: return location
 *
 * Writes it down in the settings of whoever runs this, and not in the plan.
 *
 * Errors: as the disk has them
 */
gboolean
twf_place_keep (const char *root, const char *code, const TwfPlace *place, GError **error)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *group = dup_group (root, code);
  g_autoptr (GKeyFile) file = load (path);
  g_autofree char *content = NULL;
  gsize length;

  g_key_file_set_string (file, group, SERVER, place->words);
  g_key_file_set_boolean (file, group, AUTOMATIC, place->automatic);
  content = g_key_file_to_data (file, &length, NULL);
  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      twf_error_set_from_errno (error, errno, folder);
      return FALSE;
    }
  if (g_file_set_contents_full (
          path, content, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return TRUE;
  twf_error_convert (error);
  return FALSE;
}

/**
 * twf_place_free:
 * @self: (transfer full) (nullable): a place
 */
void
twf_place_free (TwfPlace *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_free (self);
}
