/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-received-private.h"

#include "twf-pack-private.h"
#include "twf-repository-private.h"

#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (256 * 1024)
#define SUM_LENGTH 20
/* A name that twf_remove_litter() knows. */
#define MAKING "pack_git2_coming_XXXXXX"
#define KEEP ".keep"
/* What stands in a mark of ours; one that somebody else made stays. */
#define MARK "tawafuq: coming in\n"

/* A file on its way from one folder into another. */
typedef struct
{
  int from;
  int to;
  GChecksum *sum; /* of all but the end, which says what it must be */
  guint8 tail[SUM_LENGTH];
  gsize tail_length;
} Copy;

static gboolean
write_all (int fd, const guint8 *bytes, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      bytes += MAX (n, 0);
      length -= (gsize)MAX (n, 0);
    }
  return TRUE;
}

/* Sums all but the last twenty bytes, which are known to be the last only at the end. */
static void
sum_up (Copy *copy, const guint8 *bytes, gsize length)
{
  guint8 joined[2 * SUM_LENGTH];
  gsize most = copy->tail_length;

  if (length >= SUM_LENGTH)
    {
      g_checksum_update (copy->sum, copy->tail, (gssize)most);
      g_checksum_update (copy->sum, bytes, (gssize)(length - SUM_LENGTH));
      memcpy (copy->tail, bytes + length - SUM_LENGTH, SUM_LENGTH);
      copy->tail_length = SUM_LENGTH;
      return;
    }
  memcpy (joined, copy->tail, most);
  memcpy (joined + most, bytes, length);
  if (most + length > SUM_LENGTH)
    g_checksum_update (copy->sum, joined, (gssize)(most + length - SUM_LENGTH));
  copy->tail_length = MIN (most + length, SUM_LENGTH);
  memcpy (copy->tail, joined + most + length - copy->tail_length, copy->tail_length);
}

static gboolean
copy_bytes (Copy *copy)
{
  g_autofree guint8 *bytes = g_malloc (CHUNK);
  gssize n;

  do
    {
      n = read (copy->from, bytes, CHUNK);
      if (n > 0)
        {
          sum_up (copy, bytes, (gsize)n);
          if (!write_all (copy->to, bytes, (gsize)n))
            return FALSE;
        }
    }
  while (n > 0 || (n < 0 && errno == EINTR));
  return n == 0 && fchmod (copy->to, 0444) == 0 && fsync (copy->to) == 0;
}

/* Both a pack and its index end in the sum of what is before. */
static gboolean
sum_holds (Copy *copy)
{
  guint8 digest[SUM_LENGTH];
  gsize length = sizeof digest;

  g_checksum_get_digest (copy->sum, digest, &length);
  return copy->tail_length == SUM_LENGTH && memcmp (digest, copy->tail, SUM_LENGTH) == 0;
}

/* Returns: (transfer full) (nullable): the copy's path, on the disk. */
static char *
copy_file (const char *from, const char *folder, GError **error)
{
  g_autofree char *to = g_build_filename (folder, MAKING, NULL);
  Copy copy = { .from = open (from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) };
  gboolean copied = FALSE;
  gboolean holds = FALSE;
  int failed = 0;

  if (copy.from < 0)
    {
      twf_error_set_from_errno (error, errno, from);
      return NULL;
    }
  copy.sum = g_checksum_new (G_CHECKSUM_SHA1);
  copy.to = g_mkstemp_full (to, O_RDWR | O_CLOEXEC, 0600);
  if (copy.to >= 0)
    copied = copy_bytes (&copy);
  failed = errno;
  holds = copied && sum_holds (&copy);
  g_checksum_free (copy.sum);
  close (copy.from);
  if (copy.to >= 0)
    close (copy.to);
  if (holds)
    return g_steal_pointer (&to);
  if (copy.to >= 0)
    g_unlink (to);
  if (copied)
    g_set_error (error, TWF_ERROR, TWF_ERROR_DAMAGED, "%s: not what its sum says", from);
  else
    twf_error_set_from_errno (error, failed, folder);
  return NULL;
}

static gboolean
put_in_place (char *making,
              const char *folder,
              const char *name,
              const char *suffix,
              GError **error)
{
  g_autofree char *path = g_strconcat (folder, "/", name, suffix, NULL);

  if (rename (making, path) == 0)
    return TRUE;
  twf_error_set_from_errno (error, errno, path);
  return FALSE;
}

/* As long as nothing names what is in a pack, `git repack -ad` takes it for rubbish, and leaves no
 * note of its own that one could wait for. What it finds marked when it begins it leaves alone. */
static gboolean
mark (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (folder, "/", name, KEEP, NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean marked
      = fd >= 0 && write_all (fd, (const guint8 *)MARK, strlen (MARK)) && fsync (fd) == 0;

  if (fd < 0 && errno == EEXIST)
    return TRUE;
  if (!marked)
    twf_error_set_from_errno (error, errno, path);
  if (fd >= 0)
    close (fd);
  return marked;
}

/*
 * twf_pack_is_there:
 * @repository: where
 * @pack: path of a pack that was brought, without its suffix
 *
 * Returns: whether nobody took it away; what is in it may be in another by then
 */
gboolean
twf_pack_is_there (TwfRepository *repository, const char *pack)
{
  g_autofree char *folder = twf_repository_build_path (repository, "objects/pack");
  g_autofree char *name = g_path_get_basename (pack);
  g_autofree char *path = g_strconcat (folder, "/", name, ".pack", NULL);

  return access (path, F_OK) == 0;
}

static void
remove_mark (const char *path)
{
  char content[sizeof MARK] = "";
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gssize n = fd >= 0 ? read (fd, content, sizeof content) : -1;

  if (fd >= 0)
    close (fd);
  /* Who died while writing it left the beginning. */
  if (n > 0 && n < (gssize)sizeof content && g_str_has_prefix (MARK, content))
    g_unlink (path);
}

/*
 * twf_pack_release:
 * @repository: where
 * @pack: path of a pack that was brought, without its suffix
 *
 * What is in it has a name by now, or is not wanted: git may do with it what it likes.
 */
void
twf_pack_release (TwfRepository *repository, const char *pack)
{
  g_autofree char *folder = twf_repository_build_path (repository, "objects/pack");
  g_autofree char *name = g_path_get_basename (pack);
  g_autofree char *path = g_strconcat (folder, "/", name, KEEP, NULL);

  remove_mark (path);
}

/*
 * twf_pack_release_all:
 * @folder: of packs; nobody brings one there, since the lock for saving is held
 *
 * Removes the marks of those who died.
 */
void
twf_pack_release_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, KEEP))
        remove_mark (path);
    }
}

/*
 * twf_pack_bring:
 * @repository: where
 * @pack: path of a pack without its suffix, whose index git has just made
 * @error: return location
 *
 * Copies a pack in, with its index, which makes it seen, the last. Written with write(), since
 * libgit2 writes packs through a mapping, which ends the process on a full disk, and would unpack
 * every object again. When this returns it is on the disk, and marked, so that git leaves it alone
 * until twf_pack_release().
 *
 * Errors: TWF_ERROR_DAMAGED if it is not what its sums say; by errno
 */
gboolean
twf_pack_bring (TwfRepository *repository, const char *pack, GError **error)
{
  g_autofree char *folder = twf_repository_build_path (repository, "objects/pack");
  g_autofree char *name = g_path_get_basename (pack);
  g_autofree char *pack_from = g_strconcat (pack, ".pack", NULL);
  g_autofree char *index_from = g_strconcat (pack, ".idx", NULL);
  g_autofree char *there = g_strconcat (folder, "/", name, ".idx", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *index = NULL;
  gboolean placed;

  if (!mark (folder, name, error))
    return FALSE;
  if (access (there, F_OK) == 0)
    return TRUE;
  bytes = copy_file (pack_from, folder, error);
  if (bytes == NULL)
    return FALSE;
  index = copy_file (index_from, folder, error);
  placed = index != NULL && put_in_place (bytes, folder, name, ".pack", error)
           && twf_sync_folder (folder, error) && put_in_place (index, folder, name, ".idx", error)
           && twf_sync_folder (folder, error);
  if (!placed)
    {
      g_unlink (bytes);
      if (index != NULL)
        g_unlink (index);
    }
  return placed;
}
