/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-base"

#include "config.h"

#include "twf-read.h"

#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
  LEAST_BYTES = 4096,       /* read at once */
  MOST_BYTES = 1024 * 1024, /* read at once */
};

/* A file says how long it is, and a pipe does not; neither is taken at its word. One byte more
 * shows that a file of that length has ended. */
static gsize
guess_chunk (int fd)
{
  struct stat file;

  if (fd < 0 || fstat (fd, &file) != 0 || !S_ISREG (file.st_mode) || file.st_size < 0)
    return LEAST_BYTES;
  return (gsize)CLAMP (file.st_size + 1, LEAST_BYTES, MOST_BYTES);
}

/* Whether the file was read to its end, or just past @most. */
static gboolean
read_all (int fd, GByteArray *array, gsize most, TwfReadStopped stopped, gpointer user_data)
{
  gsize chunk = guess_chunk (fd);
  gssize n = 1;

  while (n > 0 && array->len <= most && (stopped == NULL || !stopped (user_data)))
    {
      guint length = array->len;
      gsize room = MIN (chunk, most + 1 - length);

      g_byte_array_set_size (array, length + (guint)room);
      n = read (fd, array->data + length, room);
      g_byte_array_set_size (array, length + (guint)MAX (n, 0));
      if (n < 0 && errno == EINTR)
        n = 1;
      else if (n == (gssize)room)
        chunk = MIN (chunk * 2, MOST_BYTES);
    }
  return n >= 0;
}

/**
 * twf_read_file:
 * @path: a file; "-": standard input
 * @most: how many bytes there may be; below 4 GiB
 * @stopped: (nullable): asked before each part: whether to go on no further
 * @user_data: for @stopped
 * @error: return location
 *
 * Reads a file that somebody else made. Reading ends just past @most, whatever the file says of
 * its own size: a pipe or a sparse file of a hundred megabytes costs no more. Blocks.
 *
 * Returns: (transfer full): the bytes; where @stopped said so, those that were read by then
 * Errors: TWF_ERROR_TOO_LARGE if there are more; TWF_ERROR_EMPTY if there are none; what the
 *   system says
 */
GBytes *
twf_read_file (const char *path,
               gsize most,
               TwfReadStopped stopped,
               gpointer user_data,
               GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  gboolean is_input = g_str_equal (path, "-");
  int fd = is_input ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  gboolean well = fd >= 0 && read_all (fd, array, most, stopped, user_data);

  if (!well)
    twf_error_set_from_errno (error, errno, path);
  if (fd >= 0 && !is_input)
    close (fd);
  if (!well)
    return NULL;
  if (array->len > most)
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_TOO_LARGE,
                 "%s: more than %" G_GSIZE_FORMAT " bytes",
                 path,
                 most);
  else if (array->len == 0)
    g_set_error (error, TWF_ERROR, TWF_ERROR_EMPTY, "%s", path);
  else
    return g_byte_array_free_to_bytes (g_steal_pointer (&array));
  return NULL;
}
