/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-library"

#include "config.h"

#include "twf-library-private.h"

#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder that somebody fills to make us run for ever is looked through so far. */
#define MOST_DEPTH 24
#define MOST_FILES 500000u

/* The identity of a resolution stands in the first lines of a file. */
#define HEAD_BYTES 16384

/**
 * twf_library_file_free:
 * @self: (nullable): a file
 */
void
twf_library_file_free (TwfLibraryFile *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->folder);
  g_free (self->work);
  g_free (self->language);
  g_free (self->title);
  g_free (self->trouble);
  g_free (self);
}

static gboolean
scan (const char *folder,
      const char *path,
      guint depth,
      GPtrArray *files,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  if (dir == NULL)
    return TRUE;
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      TwfLibraryFile *file;
      GStatBuf about;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      /* Links are not followed: they lead round in circles, or out of what was chosen. */
      if (name[0] == '.' || g_lstat (child, &about) < 0)
        continue;
      if (S_ISDIR (about.st_mode) && depth < MOST_DEPTH
          && !scan (folder, child, depth + 1, files, cancellable, error))
        return FALSE;
      if (!S_ISREG (about.st_mode) || !g_str_has_suffix (name, ".xml"))
        continue;
      if (files->len >= MOST_FILES)
        {
          g_set_error (
              error, TWF_ERROR, TWF_ERROR_TOO_LARGE, "%s: more than %u files", folder, MOST_FILES);
          return FALSE;
        }
      file = g_new0 (TwfLibraryFile, 1);
      file->path = g_steal_pointer (&child);
      file->folder = g_strdup (folder);
      file->size = about.st_size;
      file->changed
          = (gint64)about.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + about.st_mtim.tv_nsec;
      g_ptr_array_add (files, file);
    }
  return TRUE;
}

/**
 * twf_library_scan:
 * @folder: a folder
 * @files: (element-type TwfLibraryFile): where the XML files in it and below it go
 * @cancellable: (nullable): a cancellable
 * @error: return location
 *
 * Returns: whether the folder was looked through
 * Errors: as the disk has them, where the folder itself cannot be read; TWF_ERROR_TOO_LARGE;
 *   G_IO_ERROR_CANCELLED
 */
gboolean
twf_library_scan (const char *folder, GPtrArray *files, GCancellable *cancellable, GError **error)
{
  GStatBuf about;

  if (g_stat (folder, &about) < 0 || g_access (folder, R_OK | X_OK) < 0)
    {
      twf_error_set_from_errno (error, errno, folder);
      return FALSE;
    }
  if (!S_ISDIR (about.st_mode))
    {
      twf_error_set_from_errno (error, ENOTDIR, folder);
      return FALSE;
    }
  return scan (folder, folder, 0, files, cancellable, error);
}

static char *
find_work (const char *head)
{
  const char *at = strstr (head, "FRBRWork");
  const char *end;

  at = at != NULL ? strstr (at, "FRBRthis") : NULL;
  at = at != NULL ? strstr (at, "value=\"") : NULL;
  if (at == NULL)
    return NULL;
  at += strlen ("value=\"");
  end = strchr (at, '"');
  if (end == NULL || end == at || memchr (at, '<', (gsize)(end - at)) != NULL
      || memchr (at, '&', (gsize)(end - at)) != NULL || !g_utf8_validate (at, end - at, NULL))
    return NULL;
  return g_strndup (at, (gsize)(end - at));
}

/**
 * twf_library_read_head:
 * @path: a file
 *
 * Looks in the first lines of a file for which resolution it is, so that its languages can be read
 * together. That is a guess: what the file is when it is read has the last word.
 *
 * Returns: (transfer full) (nullable): the identity of the resolution
 */
char *
twf_library_read_head (const char *path)
{
  g_autofree char *head = g_malloc (HEAD_BYTES + 1);
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0);
  gssize n;

  if (file < 0)
    return NULL;
  n = read (file, head, HEAD_BYTES);
  close (file);
  if (n <= 0)
    return NULL;
  head[n] = '\0';
  return find_work (head);
}
