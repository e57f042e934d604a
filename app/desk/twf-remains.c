/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-journal-file-private.h"

#include "twf-edit-json.h"
#include "twf-error.h"
#include "twf-json.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names that are looked at for a journal: a hole in the numbers is where one was removed. */
#define MOST_LOOKED_AT 100
/* What was set aside bears the time, in microseconds since 1970, and this at its end. */
#define KEPT_SUFFIX "kept"
#define KEPT_DAYS 30
/* A journal larger than this was not written by us: it is compacted long before. */
#define MOST_BYTES (256u * 1024 * 1024)

/**
 * twf_remains_free:
 * @self: (transfer full): remains
 *
 * Gives up the lock; the file stays.
 */
void
twf_remains_free (TwfRemains *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->base);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

static char *
read_whole (int fd)
{
  struct stat status;
  g_autofree char *data = NULL;
  gsize got = 0;

  if (fstat (fd, &status) != 0 || status.st_size > MOST_BYTES)
    return NULL;
  data = g_try_malloc ((gsize)status.st_size + 1);
  while (data != NULL && got < (gsize)status.st_size)
    {
      gssize n = pread (fd, data + got, (gsize)status.st_size - got, (goffset)got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        break;
      got += (gsize)n;
    }
  if (data != NULL)
    data[got] = '\0';
  return g_steal_pointer (&data);
}

/* A record that a crash tore, or a bad sector spoiled, is passed over: those after it still say
 * what they say. */
static void
read_line (TwfRemains *self, const char *line)
{
  const char *json = twf_journal_line_get_json (line);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) reason = NULL;
  JsonObject *object;
  TwfEdit *edit;

  if (json == NULL)
    return;
  root = twf_json_parse (json, strlen (json), NULL);
  if (root == NULL)
    return;
  object = json_node_get_object (root);
  if (json_object_has_member (object, "journal"))
    {
      g_free (self->base);
      self->base = g_strdup (twf_json_get_string (object, "base"));
      return;
    }
  edit = twf_edit_from_json (object, &reason);
  if (edit != NULL)
    g_ptr_array_add (self->edits, edit);
  else
    g_warning ("%s: %s", self->path, reason->message);
}

static TwfRemains *
read_remains (const char *path, int fd)
{
  TwfRemains *self = g_new0 (TwfRemains, 1);
  g_autofree char *data = read_whole (fd);
  char *line = data;

  self->path = g_strdup (path);
  self->fd = fd;
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_edit_unref);
  while (line != NULL && *line != '\0')
    {
      char *end = strchr (line, '\n');

      if (end == NULL)
        break; /* torn: a whole record ends its line */
      *end = '\0';
      read_line (self, line);
      line = end + 1;
    }
  return self;
}

/* Returns: whether @name is of a journal that was set aside longer ago than it is kept. */
static gboolean
is_past_keeping (const char *name, gint64 now)
{
  g_auto (GStrv) pieces = g_strsplit (name, ".", -1);
  guint n = g_strv_length (pieces);
  gint64 since;

  if (n < 3 || !g_str_equal (pieces[n - 1], KEPT_SUFFIX))
    return FALSE;
  since = g_ascii_strtoll (pieces[n - 2], NULL, 10);
  return since > 0 && now - since > KEPT_DAYS * G_TIME_SPAN_DAY;
}

/* Of every plan, since one that is never opened again would keep its own for ever. */
static void
prune_kept (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_past_keeping (name, now))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

/**
 * twf_remains_find:
 * @stem: see twf_journal_dup_stem()
 *
 * Looks for journals that no live process holds. Empty ones are removed on the way, and those that
 * were set aside thirty days ago or longer.
 *
 * Returns: (transfer full) (element-type TwfRemains): those with edits in them, each locked
 */
GPtrArray *
twf_remains_find (const char *stem)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_remains_free);
  g_autofree char *folder = g_path_get_dirname (stem);

  prune_kept (folder);
  for (guint number = 0; number < MOST_LOOKED_AT; number++)
    {
      g_autofree char *path = twf_journal_dup_path (stem, number);
      g_autoptr (TwfRemains) remains = NULL;
      int fd;

      errno = 0;
      fd = twf_journal_lock (path, 0);
      if (fd < 0)
        continue;
      remains = read_remains (path, fd);
      if (remains->edits->len > 0)
        g_ptr_array_add (found, g_steal_pointer (&remains));
      else
        g_unlink (path);
    }
  return g_steal_pointer (&found);
}

/**
 * twf_remains_set_aside:
 * @self: remains
 * @kept_path: (out) (optional) (transfer full): where the file went
 * @error: return location
 *
 * Renames the journal so that it is not offered again; a person can still read it.
 *
 * Errors: what the system says
 */
gboolean
twf_remains_set_aside (TwfRemains *self, char **kept_path, GError **error)
{
  g_autofree char *target
      = g_strdup_printf ("%s.%" G_GINT64_FORMAT "." KEPT_SUFFIX, self->path, g_get_real_time ());

  if (g_rename (self->path, target) != 0)
    {
      twf_error_set_from_errno (error, errno, self->path);
      return FALSE;
    }
  if (kept_path != NULL)
    *kept_path = g_steal_pointer (&target);
  return TRUE;
}

/**
 * twf_remains_delete:
 * @self: remains whose edits have been journalled anew
 * @error: return location
 *
 * Errors: what the system says
 */
gboolean
twf_remains_delete (TwfRemains *self, GError **error)
{
  if (g_unlink (self->path) == 0)
    return TRUE;
  twf_error_set_from_errno (error, errno, self->path);
  return FALSE;
}
