/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-format"

#include "config.h"

#include "twf-format.h"

#include "twf-error.h"
#include "twf-lines.h"
#include "twf-path.h"
#include "twf-pending-proposals.h"
#include "twf-pending.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _TwfReader
{
  TwfPlan *plan;
  GHashTable *pending;            /* char* id (in the value) -> TwfPending* (owned) */
  TwfPending *latest;             /* the one that the last path named; borrowed */
  TwfPendingProposals *proposals; /* of the plan itself; nullable: none */
  GHashTable *seen;               /* char* paths of the files outside provisions */
  GString *scratch;               /* the content at hand, ended by a NUL */
  GError *refused; /* why the tree is no plan, while its version is not known to be 1 */
  guint version;   /* 0: `plan` was not read */
};

/**
 * twf_reader_new:
 *
 * Returns: (transfer full): a reader that has read nothing
 */
TwfReader *
twf_reader_new (void)
{
  TwfReader *self = g_new0 (TwfReader, 1);

  self->plan = twf_plan_new ();
  self->pending
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)twf_pending_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->scratch = g_string_new (NULL);
  return self;
}

/**
 * twf_reader_free:
 * @self: (nullable): a reader
 */
void
twf_reader_free (TwfReader *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->plan);
  g_hash_table_unref (self->pending);
  g_hash_table_unref (self->seen);
  g_clear_pointer (&self->proposals, twf_pending_proposals_free);
  g_string_free (self->scratch, TRUE);
  g_clear_error (&self->refused);
  g_free (self);
}

static TwfPending *
find_pending (TwfReader *self, const char *id)
{
  TwfPending *pending = self->latest;

  /* Files come provision by provision from every source that reads trees in order. */
  if (pending != NULL && strcmp (twf_pending_get_id (pending), id) == 0)
    return pending;
  pending = g_hash_table_lookup (self->pending, id);
  if (pending == NULL)
    {
      pending = twf_pending_new (id);
      g_hash_table_insert (self->pending, (gpointer)twf_pending_get_id (pending), pending);
    }
  self->latest = pending;
  return pending;
}

static void
take_plan_values (gpointer object, const char *key, const char *const *values)
{
  TwfReader *self = object;

  if (strcmp (key, TWF_KEY_FORMAT) == 0)
    self->version = (guint)strtoul (values[0], NULL, 10);
  else
    twf_plan_set_values (self->plan, key, values);
}

/* The version of a `plan` that is not in order as a whole: a newer one may hold anything, but its
 * first line says so. */
static guint
peek_version (const char *content)
{
  static const char start[] = TWF_KEY_FORMAT ": ";
  char *end;
  guint64 version;

  if (!g_str_has_prefix (content, start) || !g_ascii_isdigit (content[strlen (start)]))
    return 0;
  version = g_ascii_strtoull (content + strlen (start), &end, 10);
  return *end == '\n' && version <= G_MAXINT ? (guint)version : 0;
}

static void
take_delegation_values (gpointer object, const char *key, const char *const *values)
{
  twf_delegation_set_values (object, key, values);
}

static gboolean
read_delegation (TwfReader *self, const char *path, const char *code, GError **error)
{
  TwfDelegation *delegation = twf_delegation_new (code);

  if (!twf_lines_parse (
          self->scratch->str, twf_delegation_keys, path, take_delegation_values, delegation, error))
    {
      g_object_unref (delegation);
      return FALSE;
    }
  twf_plan_take_delegation (self->plan, delegation);
  return TRUE;
}

static gboolean
read_proposal (TwfReader *self, const char *path, const TwfPath *parsed, GError **error)
{
  if (self->proposals == NULL)
    self->proposals = twf_pending_proposals_new ();
  return twf_pending_proposals_add (
      self->proposals, parsed, path, self->scratch->str, self->scratch->len, error);
}

static gboolean
read_file (TwfReader *self, const char *path, const TwfPath *parsed, GError **error)
{
  char *content = self->scratch->str;

  if (parsed->id[0] != '\0')
    return twf_pending_add (
        find_pending (self, parsed->id), parsed, path, content, self->scratch->len, error);
  if (!g_hash_table_add (self->seen, g_strdup (path)))
    {
      twf_lines_refuse (error, path, 0, N_ ("stands twice"));
      return FALSE;
    }
  if (!twf_lines_check_text (content, self->scratch->len, path, 1, error))
    return FALSE;
  switch (parsed->kind)
    {
    case TWF_PATH_PLAN:
      return twf_lines_parse (content, twf_plan_keys, path, take_plan_values, self, error);
    case TWF_PATH_TITLE:
      if (!twf_pending_cut_text (content, self->scratch->len, path, error))
        return FALSE;
      twf_plan_set_title (self->plan, parsed->name, content);
      return TRUE;
    case TWF_PATH_PROPOSAL:
    case TWF_PATH_PROPOSAL_TEXT:
      return read_proposal (self, path, parsed, error);
    default:
      return read_delegation (self, path, parsed->name, error);
    }
}

static gboolean
load (TwfReader *self, const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > TWF_FILE_MOST)
    {
      twf_lines_refuse (error, path, 0, N_ ("longer than 65536 bytes"));
      return FALSE;
    }
  g_string_truncate (self->scratch, 0);
  if (length > 0)
    g_string_append_len (self->scratch, data, (gssize)length);
  return TRUE;
}

static gboolean
read_path (TwfReader *self, const char *path, GBytes *bytes, GError **error)
{
  TwfPath parsed;
  const char *reason;

  if (!twf_path_parse (path, &parsed, &reason))
    {
      twf_lines_refuse (error, path, 0, reason);
      return FALSE;
    }
  if (!load (self, path, bytes, error))
    return FALSE;
  if (parsed.kind == TWF_PATH_PLAN)
    self->version = peek_version (self->scratch->str);
  return read_file (self, path, &parsed, error);
}

/**
 * twf_reader_add:
 * @self: a reader
 * @path: the path of a file, from the root of the tree
 * @bytes: its content
 * @error: (out) (optional): why the tree is no plan
 *
 * Reads one file. The files may come in any order; with `plan` first, a fault is told at once.
 * Before `plan` is read, and where it names a newer version, a fault may be something that only
 * the newer version knows: then it is kept for twf_reader_finish().
 *
 * Returns: whether reading can go on
 * Errors: TWF_ERROR_INVALID, with "path:line: reason", if the file is not in its one form
 */
gboolean
twf_reader_add (TwfReader *self, const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) refused = NULL;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (read_path (self, path, bytes, &refused))
    return TRUE;
  if (self->version == TWF_FORMAT_VERSION)
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }
  if (self->refused == NULL)
    self->refused = g_steal_pointer (&refused);
  return TRUE;
}

static void
take_proposal (gpointer plan, TwfProposal *proposal)
{
  twf_plan_take_proposal (plan, proposal);
}

/* Hands the provisions to the plan, in the order of their ids, so that the same files make the same
 * plan whatever the order in which they came. */
static gboolean
take_pending (TwfReader *self, GError **error)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (self->pending);

  ids = g_list_sort (ids, (GCompareFunc)strcmp);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      TwfProvision *provision
          = twf_pending_finish (g_hash_table_lookup (self->pending, l->data), error);

      if (provision == NULL)
        return FALSE;
      twf_plan_take_provision (self->plan, provision);
    }
  return self->proposals == NULL
         || twf_pending_proposals_finish (self->proposals, "", take_proposal, self->plan, error);
}

/**
 * twf_reader_finish:
 * @self: a reader that was given every file; not to be used further
 * @error: (out) (optional): why the tree is no plan
 *
 * Returns: (transfer full): the plan; %NULL on error
 * Errors: TWF_ERROR_NOT_FOUND if there is no file `plan`; TWF_ERROR_UNSUPPORTED if the plan is of a
 * newer version and holds what this one does not know; TWF_ERROR_INVALID, with "path:line: reason",
 * if a file is not in its one form
 */
TwfPlan *
twf_reader_finish (TwfReader *self, GError **error)
{
  if (self->refused == NULL && self->version > 0)
    take_pending (self, &self->refused);
  if (self->version > TWF_FORMAT_VERSION && self->refused != NULL)
    {
      g_set_error (error,
                   TWF_ERROR,
                   TWF_ERROR_UNSUPPORTED,
                   _ ("format %u: %s"),
                   self->version,
                   self->refused->message);
      return NULL;
    }
  if (self->refused != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->refused));
      return NULL;
    }
  if (self->version == 0)
    {
      g_set_error_literal (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, _ ("no file \"plan\""));
      return NULL;
    }
  return g_object_ref (self->plan);
}

/**
 * twf_reader_get_version:
 * @self: a reader
 *
 * Returns: the version of the storage format that the tree says it has; 0 before its file `plan`
 * was read. Above %TWF_FORMAT_VERSION the plan can be shown, but not saved: what a newer version
 * means by the same words is not known.
 */
guint
twf_reader_get_version (TwfReader *self)
{
  return self->version;
}

/**
 * twf_format_read_plan:
 * @files: the files of a plan
 * @error: (out) (optional): why they are none
 *
 * Reads a whole tree. Where it is of our version, twf_format_write_plan() of the result gives
 * @files again, byte for byte.
 *
 * Returns: (transfer full): the plan; %NULL on error
 * Errors: as twf_reader_finish()
 */
TwfPlan *
twf_format_read_plan (GHashTable *files, GError **error)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();
  GBytes *head = g_hash_table_lookup (files, "plan");
  GHashTableIter iter;
  gpointer path, bytes;

  if (head != NULL && !twf_reader_add (reader, "plan", head, error))
    return NULL;
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    if (bytes != head && !twf_reader_add (reader, path, bytes, error))
      return NULL;
  return twf_reader_finish (reader, error);
}

/**
 * twf_format_read_provision:
 * @id: a provision's
 * @files: files with their paths from the root of the tree; those of others are passed over
 * @error: (out) (optional): why it cannot be read
 *
 * Reads one provision without the plan it stands in: for its history.
 *
 * Returns: (transfer full): the provision; %NULL on error
 * Errors: TWF_ERROR_NOT_FOUND if none of @files is its; TWF_ERROR_INVALID, with
 * "path:line: reason", if a file is not in its one form
 */
TwfProvision *
twf_format_read_provision (const char *id, GHashTable *files, GError **error)
{
  g_autoptr (TwfReader) reader = NULL;
  g_autofree char *folder = NULL;
  GHashTableIter iter;
  gpointer path, bytes;

  g_return_val_if_fail (twf_id_is_valid (id), NULL);

  reader = twf_reader_new ();
  reader->version = TWF_FORMAT_VERSION;
  folder = g_strdup_printf ("provisions/%.2s/%s/", id, id);
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &bytes))
    if (g_str_has_prefix (path, folder) && !twf_reader_add (reader, path, bytes, error))
      return NULL;
  if (reader->latest == NULL)
    {
      g_set_error (error, TWF_ERROR, TWF_ERROR_NOT_FOUND, "%s", id);
      return NULL;
    }
  return twf_pending_finish (reader->latest, error);
}
