/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-scratch.h"

#include "twf-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static const char *const folders[] = { "objects", "objects/info", "objects/pack", "refs", NULL };

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        remove_all (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

static gboolean
put (const char *folder, const char *name, const char *words, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_file_set_contents_full (path, words, -1, G_FILE_SET_CONTENTS_NONE, 0600, error))
    return TRUE;
  twf_error_convert (error);
  return FALSE;
}

static gboolean
lay_out (const char *path, const char *plan, GError **error)
{
  g_autofree char *alternates = g_strconcat (plan != NULL ? plan : "", "/objects\n", NULL);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *inner = g_build_filename (path, folders[i], NULL);

      if (g_mkdir (inner, 0700) < 0)
        {
          twf_error_set_from_errno (error, errno, inner);
          return FALSE;
        }
    }
  if (plan != NULL && strchr (plan, '\n') != NULL)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_INVALID, "a line break in a folder's name");
      return FALSE;
    }
  return (plan == NULL || put (path, "objects/info/alternates", alternates, error))
         && put (path, "config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n", error)
         && put (path, "HEAD", "ref: refs/heads/none\n", error);
}

/**
 * twf_scratch_new:
 * @plan: (nullable): a plan's folder, absolute, whose objects it sees
 * @error: return location
 *
 * Returns: (transfer full): an empty repository
 * Errors: as the disk has them
 */
TwfScratch *
twf_scratch_new (const char *plan, GError **error)
{
  g_autofree char *path = g_dir_make_tmp ("tawafuq-XXXXXX", error);
  TwfScratch *self;

  if (path == NULL)
    {
      twf_error_convert (error);
      return NULL;
    }
  self = g_new0 (TwfScratch, 1);
  self->path = g_steal_pointer (&path);
  if (lay_out (self->path, plan, error))
    return self;
  twf_scratch_free (self);
  return NULL;
}

/**
 * twf_scratch_free:
 * @self: (transfer full) (nullable): a repository, which goes
 */
void
twf_scratch_free (TwfScratch *self)
{
  if (self == NULL)
    return;
  remove_all (self->path);
  g_free (self->path);
  g_free (self);
}
