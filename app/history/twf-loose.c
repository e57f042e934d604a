/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-loose-private.h"

#include "twf-error.h"

#include <errno.h>

/* Since 1.8 what sets libgit2's last error has a header of its own. */
#if __has_include(<git2/sys/errors.h>)
#include <git2/sys/errors.h>
#endif
#include <git2/sys/odb_backend.h>
#include <string.h>
#include <unistd.h>

/* libgit2 1.5.1 reads a loose object whose file is cut short without end: it asks zlib again and
 * again for what will never come. So loose objects are read here, ahead of libgit2's own reader,
 * which only writes them; but behind the packs, of the same rank and there already, since nearly
 * all objects are in them, and to look for a file costs more than to look into a list. */
#define BEHIND_PACKS 2
/* "commit 18446744073709551615" and a zero are shorter. */
#define LONGEST_HEAD 64
#define FIRST_ROOM 4096

typedef struct
{
  git_odb_backend parent;
  TwfRepository *repository;
} Loose;

static int
refuse (const git_oid *id, const char *reason)
{
  g_autofree char *message = g_strdup_printf ("%s: %s", git_oid_tostr_s (id), reason);

  git_error_set_str (GIT_ERROR_ODB, message);
  return GIT_ERROR;
}

/* "blob 12" and a zero; the length of it, or 0 if it is not a head. */
static gsize
parse_head (const GByteArray *bytes, git_object_t *type, guint64 *size)
{
  const char *head = (const char *)bytes->data;
  const char *end = memchr (head, '\0', MIN (bytes->len, LONGEST_HEAD));
  const char *space = end != NULL ? memchr (head, ' ', end - head) : NULL;
  g_autofree char *name = NULL;

  if (space == NULL)
    return 0;
  name = g_strndup (head, space - head);
  *type = git_object_string2type (name);
  if (*type == GIT_OBJECT_INVALID
      || !g_ascii_string_to_unsigned (space + 1, 10, 0, G_MAXINT64, size, NULL))
    return 0;
  return end - head + 1;
}

/* Inflates until there is no more; FALSE if what should follow does not, or is not zlib's. */
static gboolean
inflate (const char *data, gsize length, GByteArray *out)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  gsize done = 0;

  for (;;)
    {
      gsize used, made, room = MAX (out->len, FIRST_ROOM);
      guint before = out->len;
      GConverterResult result;

      if (before > G_MAXUINT / 4)
        return FALSE;
      g_byte_array_set_size (out, before + room);
      result = g_converter_convert (G_CONVERTER (zlib),
                                    data + done,
                                    length - done,
                                    out->data + before,
                                    room,
                                    G_CONVERTER_INPUT_AT_END,
                                    &used,
                                    &made,
                                    NULL);
      g_byte_array_set_size (out, before + (result == G_CONVERTER_ERROR ? 0 : made));
      if (result == G_CONVERTER_ERROR || result == G_CONVERTER_FINISHED)
        return result == G_CONVERTER_FINISHED;
      done += used;
    }
}

static int
read_loose (void **data,
            size_t *length,
            git_object_t *type,
            git_odb_backend *backend,
            const git_oid *id)
{
  Loose *self = (Loose *)backend;
  g_autofree char *path = twf_build_loose_path (self->repository, id);
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *deflated = NULL;
  gsize size, head;
  guint64 told;

  /* Nearly all objects are in packs: that is no error worth composing. */
  if (access (path, F_OK) != 0 && errno == ENOENT)
    return GIT_ENOTFOUND;
  if (!g_file_get_contents (path, &deflated, &size, &reason))
    return g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT)
               ? GIT_ENOTFOUND
               : refuse (id, reason->message);
  bytes = g_byte_array_new ();
  if (!inflate (deflated, size, bytes))
    return refuse (id, "cut short or not compressed");
  head = parse_head (bytes, type, &told);
  if (head == 0 || told != bytes->len - head)
    return refuse (id, "not an object, or of another length than it says");
  *length = told;
  *data = git_odb_backend_data_alloc (backend, told + 1);
  if (*data == NULL)
    return refuse (id, "too large");
  memcpy (*data, bytes->data + head, told);
  ((char *)*data)[told] = '\0';
  return 0;
}

static int
read_head (size_t *length, git_object_t *type, git_odb_backend *backend, const git_oid *id)
{
  void *data = NULL;
  int rc = read_loose (&data, length, type, backend, id);

  if (rc == 0)
    git_odb_backend_data_free (backend, data);
  return rc;
}

static void
free_loose (git_odb_backend *backend)
{
  Loose *self = (Loose *)backend;

  twf_repository_unref (self->repository);
  g_free (self);
}

/*
 * twf_loose_attach:
 * @repository: where
 * @handle: a handle that was just opened
 *
 * Makes a handle read loose objects so that a broken one is an error.
 *
 * Errors: TWF_ERROR_FAILED
 */
gboolean
twf_loose_attach (TwfRepository *repository, git_repository *handle, GError **error)
{
  g_autoptr (git_odb) odb = NULL;
  Loose *self;
  int rc;

  if ((rc = git_repository_odb (&odb, handle)) < 0)
    return twf_git_fail (error, rc, TWF_GIT_NAMED, twf_repository_get_path (repository));
  self = g_new0 (Loose, 1);
  git_odb_init_backend (&self->parent, GIT_ODB_BACKEND_VERSION);
  self->repository = twf_repository_ref (repository);
  self->parent.read = read_loose;
  self->parent.read_header = read_head;
  self->parent.free = free_loose;
  if ((rc = git_odb_add_backend (odb, &self->parent, BEHIND_PACKS)) == 0)
    return TRUE;
  free_loose (&self->parent);
  return twf_git_fail (error, rc, TWF_GIT_NAMED, twf_repository_get_path (repository));
}
