/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-desk"

#include "config.h"

#include "twf-account-find.h"

#include "twf-format.h"
#include "twf-text-story.h"
#include "twf-versions.h"

#include <string.h>

/* Where a provision stands, in its file of fields. */
static const char *const place_keys[] = { "Section", "Parent", "Rank", NULL };

/* The versions of one file of fields. */
typedef struct
{
  GPtrArray *versions; /* of TwfVersion */
  GPtrArray *files;    /* of GBytes*; NULL: not there */
  GPtrArray *origins;  /* of TwfOrigin */
  GHashTable *numbers; /* char* (in versions) -> number, plus one */
  guint former;
} Fields;

static void
free_fields (Fields *self)
{
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fields, free_fields)

static char *
dup_path (const TwfRow *row)
{
  g_autofree char *folder = row->id != NULL ? twf_format_dup_provision_path (row->id) : NULL;

  if (row->delegation != NULL)
    return twf_format_dup_delegation_path (row->delegation);
  return folder != NULL ? g_build_filename (folder, "fields", NULL) : g_strdup ("plan");
}

static Fields *
read_fields (TwfAccounting *self, const TwfRow *row, GError **error)
{
  g_autoptr (Fields) fields = g_new0 (Fields, 1);
  g_autoptr (GPtrArray) blobs = g_ptr_array_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree char *path = dup_path (row);

  fields->versions = twf_repository_list_versions (
      self->repository, self->latter, path, self->cancellable, error);
  if (fields->versions == NULL)
    return NULL;
  fields->origins = g_ptr_array_new_with_free_func ((GDestroyNotify)twf_origin_unref);
  fields->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < fields->versions->len; i++)
    {
      const TwfVersion *version = fields->versions->pdata[i];

      g_ptr_array_add (blobs, version->blob);
      g_ptr_array_add (fields->origins,
                       twf_origin_new (version->revision, g_strv_length (version->parents) > 1));
      g_hash_table_insert (fields->numbers,
                           (gpointer)twf_revision_get_id (version->revision),
                           GUINT_TO_POINTER (i + 1));
    }
  fields->files = twf_repository_read_blobs (self->repository, blobs, self->cancellable, error);
  if (fields->files == NULL)
    return NULL;
  fields->former = twf_accounting_find_former (self, path, fields->numbers, &reason);
  if (reason == NULL)
    return g_steal_pointer (&fields);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/* "Name" has also the lines of "Name.ar". */
static gboolean
is_of_key (const char *line, const char *key)
{
  gsize length = strlen (key);

  return strncmp (line, key, length) == 0 && (line[length] == ':' || line[length] == '.');
}

/* What a version says of @keys, or, without, that it is there. */
static char *
dup_value (GBytes *file, const char *const *keys)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GString *value;

  if (file == NULL)
    return g_strdup ("");
  if (keys == NULL)
    return g_strdup ("there");
  text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  lines = g_strsplit (text, "\n", -1);
  value = g_string_new (NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    for (guint k = 0; keys[k] != NULL; k++)
      if (is_of_key (lines[i], keys[k]))
        g_string_append_printf (value, "%s\n", lines[i]);
  return g_string_free (value, FALSE);
}

static TwfProvenance *
follow (const Fields *self, const char *const *keys)
{
  TwfProvenance *provenance = twf_provenance_new (NULL);

  for (guint i = 0; i < self->versions->len; i++)
    {
      const TwfVersion *version = self->versions->pdata[i];
      g_autofree char *value = dup_value (self->files->pdata[i], keys);
      g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; version->parents[j] != NULL; j++)
        {
          guint number
              = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, version->parents[j]));

          if (number-- > 0)
            g_array_append_val (parents, number);
        }
      if (twf_provenance_add (provenance, value, (guint *)(void *)parents->data, parents->len) != i)
        g_assert_not_reached ();
    }
  return provenance;
}

/* Nobody did what is so only because others beside it changed. */
static void
add_deed (TwfAccounting *self,
          const TwfRow *row,
          const Fields *fields,
          const TwfChange *change,
          TwfDeedKind kind)
{
  const char *const field_keys[] = { change->field, NULL };
  const char *const *keys = kind == TWF_DEED_FIELD   ? field_keys
                            : kind == TWF_DEED_MOVED ? place_keys
                                                     : NULL;
  g_autoptr (TwfProvenance) provenance = follow (fields, keys);
  g_autoptr (GArray) by
      = twf_account_of_whole (provenance, fields->former, fields->versions->len - 1);
  TwfAccountItem *item;
  TwfDeed *deed;

  if (by->len == 0)
    return;
  item = twf_account_add_item (self->account, row);
  item->field = g_strdup (change->field);
  deed = twf_account_item_add_deed (item, kind, change->field != NULL ? change->new_value : NULL);
  deed->was = change->field != NULL ? g_strdup (change->old_value) : NULL;
  for (guint i = 0; i < by->len; i++)
    g_ptr_array_add (
        deed->doers,
        twf_accounting_find_doer (self, fields->origins->pdata[g_array_index (by, guint, i)]));
}

static gboolean
find_kind (const TwfChange *change, TwfDeedKind *kind)
{
  switch (change->kind)
    {
    case TWF_CHANGE_ADDED:
      *kind = TWF_DEED_ADDED;
      return TRUE;
    case TWF_CHANGE_REMOVED:
      *kind = TWF_DEED_REMOVED;
      return TRUE;
    case TWF_CHANGE_MOVED:
      *kind = TWF_DEED_MOVED;
      return TRUE;
    case TWF_CHANGE_FIELD:
      *kind = TWF_DEED_FIELD;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * twf_accounting_add_facts:
 * @self: an account that is made
 * @row: a place of the plan, compared
 * @error: return location
 *
 * Accounts for what was done there to no words: fields, places, provisions and delegations as a
 * whole. Proposals and remarks are no part of what is issued.
 *
 * Returns: whether it could be found out
 * Errors: as twf_repository_list_versions()
 */
gboolean
twf_accounting_add_facts (TwfAccounting *self, const TwfRow *row, GError **error)
{
  g_autoptr (Fields) fields = NULL;

  for (guint i = 0; i < row->changes[0]->len; i++)
    {
      const TwfChange *change = row->changes[0]->pdata[i];
      TwfDeedKind kind;

      if (!find_kind (change, &kind))
        continue;
      if (fields == NULL && (fields = read_fields (self, row, error)) == NULL)
        return FALSE;
      if (fields->versions->len > 0)
        add_deed (self, row, fields, change, kind);
    }
  return TRUE;
}
