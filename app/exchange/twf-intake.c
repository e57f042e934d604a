/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-intake-private.h"

#include "twf-child.h"
#include "twf-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (256 * 1024)
#define MOST_OBJECTS 2000000
#define MOST_MEMORY ((guint64)512 * 1024 * 1024)
#define MOST_SECONDS 30
/* A pack is completed with what it is made on. */
#define MOST_PACK (2 * TWF_BUNDLE_MOST)
/* Of what comes through a pipe, this much may be waited for, in seconds without a byte. */
#define PATIENCE 30

/* A file on its way into the quarantine. */
typedef struct
{
  int from;
  int to;
  GChecksum *sum;
  guint64 total; /* 0: not known */
  TwfReceiveFunc progress;
  gpointer user_data;
} Spool;

/* TRUE: there is something to read, or the end. */
static gboolean
wait_for_bytes (int fd, GCancellable *cancellable, GError **error)
{
  GPollFD cancelled = { .fd = -1 };
  gboolean pollable = cancellable != NULL && g_cancellable_make_pollfd (cancellable, &cancelled);
  struct pollfd ends[]
      = { { .fd = fd, .events = POLLIN }, { .fd = cancelled.fd, .events = POLLIN } };
  int rc = poll (ends, G_N_ELEMENTS (ends), PATIENCE * 1000);

  if (pollable)
    g_cancellable_release_fd (cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (rc != 0)
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_IO, _ ("nothing came for %d seconds"), PATIENCE);
  return FALSE;
}

static gboolean
write_bytes (int fd, const guint8 *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno != EINTR)
        {
          twf_error_set_from_errno (error, errno, "quarantine");
          return FALSE;
        }
      bytes += MAX (n, 0);
      length -= (gsize)MAX (n, 0);
    }
  return TRUE;
}

/* Copied before anything is made of it: a file may change while it is read, and a pipe may never
 * end. */
static gboolean
copy_all (Spool *spool, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (CHUNK);
  guint64 done = 0;
  gssize n;

  do
    {
      if (!wait_for_bytes (spool->from, cancellable, error))
        return FALSE;
      n = read (spool->from, bytes, CHUNK);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          twf_error_set_from_errno (error, errno, path);
          return FALSE;
        }
      done += (guint64)n;
      if (done > TWF_BUNDLE_MOST)
        {
          g_set_error_literal (error, TWF_ERROR, TWF_ERROR_TOO_LARGE, _ ("more than 256 MiB"));
          return FALSE;
        }
      g_checksum_update (spool->sum, bytes, n);
      if (!write_bytes (spool->to, bytes, (gsize)n, error))
        return FALSE;
      if (spool->progress != NULL)
        spool->progress (done, spool->total, spool->user_data);
    }
  while (n != 0);
  if (done > 0)
    return TRUE;
  g_set_error (error, TWF_ERROR, TWF_ERROR_EMPTY, "%s", path);
  return FALSE;
}

/* Returns: a descriptor of the copy; below 0: @error is set. */
static int
spool_file (TwfQuarantine *quarantine,
            const char *path,
            char **sum,
            TwfReceiveFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *copy = twf_quarantine_build_path (quarantine, "incoming");
  gboolean is_input = g_str_equal (path, "-");
  Spool spool = { .progress = progress, .user_data = user_data };
  gboolean copied;

  spool.from = is_input ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (spool.from < 0)
    {
      twf_error_set_from_errno (error, errno, path);
      return -1;
    }
  spool.to = open (copy, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (spool.to < 0)
    {
      twf_error_set_from_errno (error, errno, copy);
      copied = FALSE;
    }
  else
    {
      spool.sum = g_checksum_new (G_CHECKSUM_SHA256);
      copied = copy_all (&spool, path, cancellable, error);
      *sum = g_strconcat ("sha256:", g_checksum_get_string (spool.sum), NULL);
      g_checksum_free (spool.sum);
    }
  if (!is_input)
    close (spool.from);
  if (!copied && spool.to >= 0)
    close (spool.to);
  return copied ? spool.to : -1;
}

/* The line that says which object and why, where there is one: git's last says only that there is.
 */
static char *
dup_reason (const TwfChild *child)
{
  g_auto (GStrv) lines = g_strsplit (child->aside, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "error: object "))
      return g_strdup (lines[i]);
  return twf_child_dup_last_line (child);
}

/* What git said when it would not take a pack, without the name of the program. */
static gboolean
refuse_pack (const TwfChild *child, GError **error)
{
  g_autofree char *line = dup_reason (child);
  const char *why = line;

  if (child->end == TWF_CHILD_KILLED || strstr (line, "ut of memory") != NULL
      || strstr (line, "mmap failed") != NULL || strstr (line, "unable to create thread") != NULL)
    {
      g_set_error_literal (error,
                           TWF_ERROR,
                           TWF_ERROR_TOO_LARGE,
                           _ ("takes more than 512 MiB or 30 seconds to unpack"));
      return FALSE;
    }
  if (g_str_has_prefix (why, "fatal: "))
    why += strlen ("fatal: ");
  else if (g_str_has_prefix (why, "error: "))
    why += strlen ("error: ");
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_INVALID,
               _ ("cut short, damaged, or not of a plan: %s"),
               *why != '\0' ? why : _ ("git index-pack refuses it"));
  return FALSE;
}

/* Git looks at each object here, as strictly as it can. That what an object names is there, and is
 * what it is named as, is asked of each that comes in when they are gone through (twf-novelty): the
 * road not taken, --strict, asks it twice, and holds all of them in memory for it. */
static gboolean
index_pack (TwfQuarantine *quarantine,
            int fd,
            const TwfBundleHead *head,
            GCancellable *cancellable,
            GError **error)
{
  static const char *const argv[] = { "git",
                                      "index-pack",
                                      "--stdin",
                                      "--fix-thin",
                                      "--fsck-objects",
                                      "--threads=2",
                                      "--max-input-size=268435456",
                                      NULL };
  g_autoptr (TwfChild) child = NULL;
  TwfChildSpec spec = { .argv = argv,
                        .input = fd,
                        .has_input = TRUE,
                        .memory = MOST_MEMORY,
                        .seconds = MOST_SECONDS,
                        .file_size = MOST_PACK };

  if (head->n_objects > MOST_OBJECTS)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_TOO_LARGE, _ ("more than %d objects"), MOST_OBJECTS);
      return FALSE;
    }
  if (lseek (fd, (off_t)head->pack_offset, SEEK_SET) < 0)
    {
      twf_error_set_from_errno (error, errno, "quarantine");
      return FALSE;
    }
  spec.folder = twf_quarantine_get_path (quarantine);
  child = twf_child_run (&spec, cancellable, error);
  if (child == NULL)
    return FALSE;
  return child->end == TWF_CHILD_DONE || refuse_pack (child, error);
}

static gboolean
has_prerequisites (TwfQuarantine *quarantine,
                   const TwfBundleHead *head,
                   gboolean is_invitation,
                   GError **error)
{
  TwfRepository *plan = twf_quarantine_get_plan (quarantine);

  for (guint i = 0; i < head->prerequisites->len; i++)
    {
      const char *id = head->prerequisites->pdata[i];
      g_autofree char *found = is_invitation ? NULL : twf_repository_resolve (plan, id, NULL);

      if (found != NULL)
        continue;
      if (is_invitation)
        g_set_error_literal (error,
                             TWF_ERROR,
                             TWF_ERROR_INVALID,
                             _ ("no invitation: it does not bring the whole plan"));
      else
        g_set_error (error,
                     TWF_ERROR,
                     TWF_ERROR_INVALID,
                     _ ("made on revision %.10s, which is not here; ask for a file that brings it"),
                     id);
      return FALSE;
    }
  return TRUE;
}

/*
 * twf_intake_file:
 * @quarantine: an empty quarantine
 * @path: a contribution file; "-": standard input
 * @is_invitation: whether it has to bring the whole plan
 * @sum: (out): "sha256:" and the file's sum
 * @progress: (nullable): told how much was read
 * @user_data: for @progress
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Brings what a file holds into the quarantine, and no further.
 *
 * Returns: (transfer full) (element-type TwfBundleRef): what the file says it brings
 * Errors: TWF_ERROR_INVALID, TWF_ERROR_TOO_LARGE, TWF_ERROR_EMPTY, TWF_ERROR_UNSUPPORTED;
 *   TWF_ERROR_NOT_FOUND if there is no git; by errno;
 *   %G_IO_ERROR_CANCELLED
 */
GPtrArray *
twf_intake_file (TwfQuarantine *quarantine,
                 const char *path,
                 gboolean is_invitation,
                 char **sum,
                 TwfReceiveFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (TwfBundleHead) head = NULL;
  GPtrArray *refs = NULL;
  int fd = spool_file (quarantine, path, sum, progress, user_data, cancellable, error);

  if (fd < 0)
    return NULL;
  head = twf_bundle_read_head (fd, error);
  if (head != NULL && has_prerequisites (quarantine, head, is_invitation, error)
      && index_pack (quarantine, fd, head, cancellable, error))
    refs = g_ptr_array_ref (head->refs);
  close (fd);
  return refs;
}

/*
 * twf_intake_make_pack:
 * @quarantine: a quarantine
 * @list: full ids, a line each
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Returns: (transfer full): a pack of these objects and no others, without its suffix
 * Errors: TWF_ERROR_TOO_LARGE, TWF_ERROR_DAMAGED; as twf_child_run()
 */
char *
twf_intake_make_pack (TwfQuarantine *quarantine,
                      GBytes *list,
                      GCancellable *cancellable,
                      GError **error)
{
  /* What is told by a difference stays so, and nothing else is compared: that takes long, and the
   * plan's own packing does it. */
  static const char *const argv[]
      = { "git",         "pack-objects", "--quiet", "--window=0", "--delta-base-offset",
          "--threads=1", "pack",         NULL };
  g_autoptr (TwfChild) child = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *name = NULL;
  TwfChildSpec spec = { .argv = argv,
                        .words = list,
                        .memory = MOST_MEMORY,
                        .seconds = MOST_SECONDS,
                        .file_size = MOST_PACK };

  spec.folder = twf_quarantine_get_path (quarantine);
  child = twf_child_run (&spec, cancellable, error);
  if (child == NULL)
    return NULL;
  if (child->end != TWF_CHILD_DONE)
    {
      refuse_pack (child, error);
      return NULL;
    }
  sum = g_strndup (g_bytes_get_data (child->output, NULL), g_bytes_get_size (child->output));
  name = g_strconcat ("pack-", g_strstrip (sum), NULL);
  return twf_quarantine_build_path (quarantine, name);
}
