/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-journal-file-private.h"

#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Hexadecimal digits of a record's checksum. */
#define CHECKSUM_LENGTH 16
/* Journals that one plan may have at a time: one a live process, and those left behind. */
#define MOST_FILES 100

/**
 * twf_journal_dup_stem:
 * @plan_path: the plan's canonical path
 * @branch: the branch that is edited
 *
 * The name is a digest, so that neither a path's length nor its signs matter.
 *
 * Returns: (transfer full): where the journals of this plan lie, without number and suffix
 */
char *
twf_journal_dup_stem (const char *plan_path, const char *branch)
{
  g_autofree char *identity = g_strconcat (plan_path, "\n", branch, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, identity, -1);

  return g_build_filename (g_get_user_state_dir (), "tawafuq", "journal", digest, NULL);
}

char *
twf_journal_dup_path (const char *stem, guint number)
{
  return number == 0 ? g_strconcat (stem, ".journal", NULL)
                     : g_strdup_printf ("%s-%u.journal", stem, number);
}

/* A file that was unlinked or renamed between open and lock is not the one at @path any more. */
static gboolean
is_still_there (int fd, const char *path)
{
  struct stat mine, there;

  return fstat (fd, &mine) == 0 && lstat (path, &there) == 0 && mine.st_ino == there.st_ino
         && mine.st_dev == there.st_dev;
}

/* Returns: a descriptor that holds the lock, or -1 with errno set (EWOULDBLOCK: somebody's). */
int
twf_journal_lock (const char *path, int flags)
{
  int fd = open (path, flags | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
  int saved_errno;

  if (fd < 0)
    return -1;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0 && is_still_there (fd, path))
    return fd;
  saved_errno = errno != 0 ? errno : EWOULDBLOCK;
  close (fd);
  errno = saved_errno;
  return -1;
}

static gboolean
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = fsync (fd) == 0;
  close (fd);
  return done;
}

/**
 * twf_journal_file_open:
 * @stem: see twf_journal_dup_stem()
 * @error: return location
 *
 * Makes and locks a journal of this process's own: the first whose name is free, or that is empty
 * and belongs to nobody.
 *
 * Returns: (transfer full): the journal
 * Errors: what the system says of the folder or the file; TWF_ERROR_BUSY if a hundred are taken
 */
TwfJournalFile *
twf_journal_file_open (const char *stem, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (stem);

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      twf_error_set_from_errno (error, errno, folder);
      return NULL;
    }
  for (guint number = 0; number < MOST_FILES; number++)
    {
      g_autofree char *path = twf_journal_dup_path (stem, number);
      int fd;
      struct stat status;

      errno = 0;
      fd = twf_journal_lock (path, O_CREAT);
      if (fd >= 0 && fstat (fd, &status) == 0 && status.st_size == 0)
        {
          TwfJournalFile *self = g_new0 (TwfJournalFile, 1);

          self->path = g_steal_pointer (&path);
          self->fd = fd;
          sync_folder_of (self->path);
          return self;
        }
      if (fd >= 0)
        close (fd);
      else if (errno != EWOULDBLOCK)
        {
          twf_error_set_from_errno (error, errno, path);
          return NULL;
        }
    }
  g_set_error (error, TWF_ERROR, TWF_ERROR_BUSY, "%s: too many journals", folder);
  return NULL;
}

static gboolean
write_whole (int fd, const char *data, gsize length, goffset offset)
{
  while (length > 0)
    {
      gssize n = pwrite (fd, data, length, offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      offset += n;
      length -= (gsize)n;
    }
  return TRUE;
}

/**
 * twf_journal_file_append:
 * @self: a journal
 * @lines: whole lines
 * @error: return location
 *
 * Writes @lines at the end and waits for the disk. When this does not succeed the journal is as
 * long as before.
 *
 * Errors: TWF_ERROR_NO_SPACE if the disk is full; what else the system says
 */
gboolean
twf_journal_file_append (TwfJournalFile *self, GString *lines, GError **error)
{
  if (!write_whole (self->fd, lines->str, lines->len, self->written) || fdatasync (self->fd) != 0)
    {
      int saved_errno = errno;

      if (ftruncate (self->fd, self->written) != 0)
        g_debug ("%s: %s", self->path, g_strerror (errno));
      twf_error_set_from_errno (error, saved_errno, self->path);
      return FALSE;
    }
  self->written += (goffset)lines->len;
  return TRUE;
}

/**
 * twf_journal_file_replace:
 * @self: a journal
 * @lines: all that it is to hold; empty: nothing
 * @error: return location
 *
 * Replaces what the journal holds; at no moment is there a journal with neither the old nor the
 * new. The lock is handed over with it.
 *
 * Errors: as twf_journal_file_append(); the old journal stays
 */
gboolean
twf_journal_file_replace (TwfJournalFile *self, GString *lines, GError **error)
{
  g_autofree char *fresh = g_strconcat (self->path, ".new", NULL);
  int fd;

  if (lines->len == 0)
    {
      if (ftruncate (self->fd, 0) == 0)
        {
          self->written = 0;
          return TRUE;
        }
      twf_error_set_from_errno (error, errno, self->path);
      return FALSE;
    }

  fd = open (fresh, O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0 || flock (fd, LOCK_EX | LOCK_NB) != 0 || !write_whole (fd, lines->str, lines->len, 0)
      || fdatasync (fd) != 0 || g_rename (fresh, self->path) != 0)
    {
      twf_error_set_from_errno (error, errno, self->path);
      if (fd >= 0)
        close (fd);
      g_unlink (fresh);
      return FALSE;
    }
  sync_folder_of (self->path);
  close (self->fd);
  self->fd = fd;
  self->written = (goffset)lines->len;
  return TRUE;
}

/**
 * twf_journal_file_close:
 * @self: (transfer full): a journal
 * @keep: whether it holds edits that are to be offered later
 *
 * Gives up the lock; what is not kept is removed first.
 */
void
twf_journal_file_close (TwfJournalFile *self, gboolean keep)
{
  if (!keep)
    g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}

/**
 * twf_journal_add_line:
 * @lines: where the line goes
 * @json: one JSON object without a line end in it
 *
 * Adds @json led by its checksum: a line that a crash tore does not have the right one.
 */
void
twf_journal_add_line (GString *lines, const char *json)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);

  g_string_append_len (lines, digest, CHECKSUM_LENGTH);
  g_string_append_printf (lines, " %s\n", json);
}

/**
 * twf_journal_line_get_json:
 * @line: a line without its end
 *
 * Returns: (nullable): the JSON text in it, or %NULL if the checksum is not right
 */
const char *
twf_journal_line_get_json (const char *line)
{
  g_autofree char *digest = NULL;

  if (strlen (line) <= CHECKSUM_LENGTH + 1 || line[CHECKSUM_LENGTH] != ' ')
    return NULL;
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, line + CHECKSUM_LENGTH + 1, -1);
  return strncmp (line, digest, CHECKSUM_LENGTH) == 0 ? line + CHECKSUM_LENGTH + 1 : NULL;
}

/**
 * twf_journal_add_header:
 * @lines: where the line goes
 * @plan: the plan's path
 * @branch: the branch that is edited
 * @base: (nullable): the revision that is edited
 *
 * Adds the line that says what the records after it belong to.
 */
void
twf_journal_add_header (GString *lines, const char *plan, const char *branch, const char *base)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *json = NULL;

  json_object_set_int_member (object, "journal", 1);
  json_object_set_string_member (object, "plan", plan);
  json_object_set_string_member (object, "branch", branch);
  if (base != NULL)
    json_object_set_string_member (object, "base", base);
  json_node_set_object (node, object);
  json = json_to_string (node, FALSE);
  twf_journal_add_line (lines, json);
}
