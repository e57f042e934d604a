/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-bundle.h"

#include "twf-child.h"
#include "twf-error.h"
#include "twf-forward.h"
#include "twf-issued.h"
#include "twf-ancestry.h"
#include "twf-quarantine.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* "-" and "^" go before ids, and a name behind them. */
static char *
compose_head (const char *name,
              const char *tip,
              const char *root,
              GPtrArray *issued,
              GPtrArray *boundary)
{
  g_autoptr (GString) head = g_string_new ("# v2 git bundle\n");
  g_autofree char *sum = NULL;

  for (guint i = 0; i < boundary->len; i++)
    g_string_append_printf (head, "-%s\n", (const char *)boundary->pdata[i]);
  g_string_append_printf (head, "%s %s\n", tip, name);
  if (root != NULL)
    g_string_append_printf (head, "%s " TWF_BUNDLE_PLAN_PREFIX "%s\n", tip, root);
  for (guint i = 0; i < issued->len; i++)
    {
      const TwfBundleRef *ref = issued->pdata[i];

      g_string_append_printf (head, "%s %s\n", ref->tip, ref->name);
    }
  sum = twf_bundle_sum_head (head->str, head->len);
  g_string_append_printf (head, "%s " TWF_BUNDLE_SUM_PREFIX "%s\n\n", tip, sum);
  return g_string_free (g_steal_pointer (&head), FALSE);
}

static GBytes *
compose_wanted (const char *tip, GPtrArray *issued, GPtrArray *boundary)
{
  g_autoptr (GString) wanted = g_string_new (NULL);

  g_string_append_printf (wanted, "%s\n", tip);
  for (guint i = 0; i < issued->len; i++)
    g_string_append_printf (wanted, "%s\n", ((const TwfBundleRef *)issued->pdata[i])->tip);
  for (guint i = 0; i < boundary->len; i++)
    g_string_append_printf (wanted, "^%s\n", (const char *)boundary->pdata[i]);
  return g_string_free_to_bytes (g_steal_pointer (&wanted));
}

/* Run in a quarantine of its own, whose settings are ours: those of a plan's folder may have come
 * from anybody. The pack is thin: what is made on a folder of a thousand entries is told by what
 * differs, or every file would be as long as that folder. */
static gboolean
write_pack (TwfRepository *plan,
            const char *tip,
            GPtrArray *issued,
            GPtrArray *boundary,
            int fd,
            GCancellable *cancellable,
            GError **error)
{
  static const char *const argv[]
      = { "git",     "pack-objects",        "--revs",      "--thin", "--stdout",
          "--quiet", "--delta-base-offset", "--threads=2", NULL };
  g_autoptr (TwfQuarantine) aside = twf_quarantine_new (plan, error);
  g_autoptr (GBytes) wanted = compose_wanted (tip, issued, boundary);
  g_autoptr (TwfChild) child = NULL;
  g_autofree char *why = NULL;
  TwfChildSpec spec = { .argv = argv, .words = wanted, .output = fd, .has_output = TRUE };

  if (aside == NULL)
    return FALSE;
  spec.folder = twf_quarantine_get_path (aside);
  spec.file_size = TWF_BUNDLE_MOST;
  child = twf_child_run (&spec, cancellable, error);
  if (child == NULL)
    return FALSE;
  if (child->end == TWF_CHILD_DONE)
    return TRUE;
  why = twf_child_dup_last_line (child);
  if (lseek (fd, 0, SEEK_END) >= (off_t)TWF_BUNDLE_MOST)
    g_set_error_literal (
        error, TWF_ERROR, TWF_ERROR_TOO_LARGE, "a contribution of more than 256 MiB");
  else
    g_set_error (error, TWF_ERROR, TWF_ERROR_FAILED, "git pack-objects: %s", why);
  return FALSE;
}

static gboolean
write_all (int fd, const char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      text += MAX (n, 0);
      length -= (gsize)MAX (n, 0);
    }
  return TRUE;
}

/* Its mode is what a file of the user's has, and not the one that only the user may read. */
static gboolean
finish_file (int fd, const char *making, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  mode_t mask = umask (0);
  int dir;

  umask (mask);
  if (fchmod (fd, 0666 & ~mask) != 0 || fsync (fd) != 0 || rename (making, path) != 0)
    {
      twf_error_set_from_errno (error, errno, path);
      return FALSE;
    }
  dir = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (dir >= 0)
    {
      if (fsync (dir) != 0)
        g_debug ("%s: %s", folder, g_strerror (errno));
      close (dir);
    }
  return TRUE;
}

/* Made beside its place and put there whole: who looks meanwhile never mails half of one. */
static gboolean
write_file (TwfRepository *plan,
            const char *path,
            const char *name,
            const char *tip,
            GPtrArray *issued,
            GPtrArray *boundary,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *making = g_build_filename (folder, ".tawafuq-XXXXXX", NULL);
  g_autofree char *root = twf_repository_dup_root (plan, NULL);
  g_autofree char *head = compose_head (name, tip, root, issued, boundary);
  int fd = g_mkstemp_full (making, O_RDWR | O_CLOEXEC, 0600);
  gboolean written;

  if (fd < 0)
    {
      twf_error_set_from_errno (error, errno, path);
      return FALSE;
    }
  written = write_all (fd, head);
  if (!written)
    twf_error_set_from_errno (error, errno, path);
  written = written && write_pack (plan, tip, issued, boundary, fd, cancellable, error)
            && finish_file (fd, making, path, error);
  close (fd);
  if (!written)
    g_unlink (making);
  return written;
}

/* What was issued of the branch. Who is invited knows nothing else of it; to whom has the plan a
 * file, which nobody signs, says nothing of symbols. */
static GPtrArray *
list_issued (TwfRepository *plan, const char *tip, GError **error)
{
  g_autoptr (GPtrArray) issued = twf_repository_list_issued (plan, error);
  g_autoptr (GPtrArray) refs = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_bundle_ref_free);

  for (guint i = 0; issued != NULL && i < issued->len; i++)
    {
      const TwfIssued *one = issued->pdata[i];
      g_autofree char *encoded = twf_symbol_encode (one->symbol);
      g_autofree char *name = g_strconcat (TWF_BUNDLE_ISSUED_PREFIX, encoded, NULL);
      gboolean is_in = FALSE;

      /* One that plain git made says neither who nor when. */
      if (one->is_damaged || one->by == NULL)
        continue;
      if (!twf_repository_contains (plan, tip, one->revision, &is_in, error))
        return NULL;
      if (is_in)
        g_ptr_array_add (refs, twf_bundle_ref_new (name, one->tag));
    }
  return issued != NULL ? g_steal_pointer (&refs) : NULL;
}

/**
 * twf_bundle_write:
 * @plan: a plan
 * @path: (type filename): where the file goes; one that is there is replaced
 * @name: full name of the branch that it brings
 * @tip: the revision that the branch ends in
 * @known: (nullable) (array zero-terminated=1): revisions that who gets it has
 * @n_revisions: (out) (optional): how many revisions are in it
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Writes a contribution file: all of @tip that is not in @known, and with all of the rolling text
 * under which symbols it was issued. git bundle verify and git fetch
 * read it. Blocks.
 *
 * Errors: TWF_ERROR_EMPTY if who gets it has all; TWF_ERROR_NOT_FOUND if there is no git;
 *   TWF_ERROR_TOO_LARGE; as twf_repository_resolve(); by errno; %G_IO_ERROR_CANCELLED
 */
gboolean
twf_bundle_write (TwfRepository *plan,
                  const char *path,
                  const char *name,
                  const char *tip,
                  const char *const *known,
                  guint *n_revisions,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *id = twf_repository_resolve (plan, tip, error);
  g_autoptr (GPtrArray) boundary = NULL;
  g_autoptr (GPtrArray) issued = NULL;
  gboolean is_whole
      = g_str_equal (name, "refs/heads/" TWF_BRANCH_MAIN) && (known == NULL || known[0] == NULL);
  guint n = 0;

  if (id == NULL)
    return FALSE;
  boundary = twf_repository_list_boundary (plan, id, known, &n, error);
  if (boundary == NULL)
    return FALSE;
  if (n_revisions != NULL)
    *n_revisions = n;
  if (n > 0)
    {
      issued = is_whole ? list_issued (plan, id, error) : g_ptr_array_new ();
      return issued != NULL
             && write_file (plan, path, name, id, issued, boundary, cancellable, error);
    }
  g_set_error (error, TWF_ERROR, TWF_ERROR_EMPTY, "%s: nothing new to send", name);
  return FALSE;
}
