/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-issued-private.h"

#include "twf-references-private.h"
#include "twf-repository-private.h"

#include "twf-error.h"

#include <string.h>

/**
 * twf_issued_free:
 * @self: (transfer full) (nullable): an issued revision
 */
void
twf_issued_free (TwfIssued *self)
{
  if (self == NULL)
    return;
  g_free (self->symbol);
  g_free (self->tag);
  g_free (self->revision);
  g_free (self->by);
  g_free (self->email);
  g_free (self->note);
  g_free (self->record);
  g_free (self);
}

/**
 * twf_issued_copy:
 * @self: an issued revision
 *
 * Returns: (transfer full): the same
 */
TwfIssued *
twf_issued_copy (const TwfIssued *self)
{
  TwfIssued *copy = g_new (TwfIssued, 1);

  *copy = *self;
  copy->symbol = g_strdup (self->symbol);
  copy->tag = g_strdup (self->tag);
  copy->revision = g_strdup (self->revision);
  copy->by = g_strdup (self->by);
  copy->email = g_strdup (self->email);
  copy->note = g_strdup (self->note);
  copy->record = g_strdup (self->record);
  return copy;
}

/* The first line says the symbol for readers of plain git; then come note and record. */
static void
read_message (TwfIssued *self, const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message != NULL ? message : "", -1);
  const char *body = strchr (valid, '\n');
  const char *record = body != NULL ? g_strrstr (body, TWF_ISSUED_RECORD) : NULL;
  g_autofree char *note = NULL;

  if (body == NULL)
    return;
  note = record != NULL ? g_strndup (body, (gsize)(record - body)) : g_strdup (body);
  g_strstrip (note);
  self->note = *note != '\0' ? g_steal_pointer (&note) : NULL;
  if (record != NULL)
    self->record = g_strdup (record + strlen (TWF_ISSUED_RECORD));
}

static void
read_tag (TwfIssued *self, git_tag *tag)
{
  const git_signature *tagger = git_tag_tagger (tag);

  read_message (self, git_tag_message (tag));
  if (tagger == NULL)
    return;
  self->by = g_utf8_make_valid (tagger->name, -1);
  self->email = g_utf8_make_valid (tagger->email, -1);
  self->when = tagger->when.time;
  self->offset_minutes = tagger->when.offset;
}

/*
 * twf_issued_read:
 * @handle: a repository
 * @reference: what stands in the folder of issued revisions
 *
 * Returns: (transfer full) (nullable): what was issued, damaged or not; %NULL: the name is no
 *   symbol's
 */
TwfIssued *
twf_issued_read (git_repository *handle, git_reference *reference)
{
  const git_oid *id = git_reference_target (reference);
  g_autofree char *symbol
      = twf_symbol_decode (git_reference_name (reference) + strlen (TWF_ISSUED_PREFIX));
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) commit = NULL;
  TwfIssued *self;

  if (symbol == NULL || id == NULL)
    return NULL;
  self = g_new0 (TwfIssued, 1);
  self->symbol = g_steal_pointer (&symbol);
  self->tag = g_strdup (git_oid_tostr_s (id));
  self->is_damaged = TRUE;
  if (git_object_lookup (&object, handle, id, GIT_OBJECT_ANY) < 0)
    return self;
  if (git_object_type (object) == GIT_OBJECT_TAG)
    read_tag (self, (git_tag *)object);
  if (git_object_peel (&commit, object, GIT_OBJECT_COMMIT) < 0)
    return self;
  self->revision = g_strdup (git_oid_tostr_s (git_object_id (commit)));
  self->is_damaged = FALSE;
  return self;
}

/*
 * twf_issued_lookup:
 * @handle: a repository
 * @symbol: what may be a symbol
 * @reference: (out): what it names
 *
 * Returns: as git_reference_lookup()
 */
int
twf_issued_lookup (git_repository *handle, const char *symbol, git_reference **reference)
{
  g_autofree char *name = NULL;

  *reference = NULL;
  if (!twf_symbol_check (symbol, NULL))
    return GIT_ENOTFOUND;
  name = twf_issued_dup_reference (symbol);
  return git_reference_lookup (reference, handle, name);
}

static int
compare_issued (gconstpointer a, gconstpointer b)
{
  const TwfIssued *one = *(TwfIssued *const *)a;
  const TwfIssued *other = *(TwfIssued *const *)b;

  if (one->when != other->when)
    return one->when < other->when ? -1 : 1;
  return strcmp (one->symbol, other->symbol);
}

static gboolean
contains (git_repository *handle, const TwfIssued *one, const TwfIssued *other)
{
  git_oid id, contained;

  return !one->is_damaged && !other->is_damaged && git_oid_fromstr (&id, one->revision) == 0
         && git_oid_fromstr (&contained, other->revision) == 0
         && git_graph_descendant_of (handle, &id, &contained) == 1;
}

/* Clocks lie, and two may be issued in one second: what contains another comes behind it. Where
 * dates and graph agree, each is compared with its neighbour alone. */
static void
put_in_order (git_repository *handle, GPtrArray *issued)
{
  g_ptr_array_sort (issued, compare_issued);
  for (guint i = 1; i < issued->len; i++)
    for (guint j = i; j > 0 && contains (handle, issued->pdata[j - 1], issued->pdata[j]); j--)
      {
        gpointer moved = issued->pdata[j];

        issued->pdata[j] = issued->pdata[j - 1];
        issued->pdata[j - 1] = moved;
      }
}

/*
 * twf_issued_list:
 * @handle: a repository
 *
 * Returns: (transfer full) (element-type TwfIssued): what was issued, in no order
 * Errors: TWF_ERROR_DAMAGED
 */
GPtrArray *
twf_issued_list (git_repository *handle, GError **error)
{
  return twf_list_references (handle,
                              TWF_ISSUED_PREFIX,
                              (TwfReferenceRead)twf_issued_read,
                              (GDestroyNotify)twf_issued_free,
                              error);
}

/**
 * twf_repository_list_issued:
 * @self: a repository
 * @error: return location
 *
 * Lists what was issued. One whose object or revision is missing or broken is listed as damaged and
 * hides no other. A tag without date and author, as plain git makes them, is listed without.
 *
 * Returns: (transfer full) (element-type TwfIssued): by date and time, what contains another behind
 *   it
 * Errors: as twf_repository_open(); TWF_ERROR_DAMAGED if what names them cannot be read
 */
GPtrArray *
twf_repository_list_issued (TwfRepository *self, GError **error)
{
  g_autoptr (git_repository) handle = NULL;
  GPtrArray *issued;

  g_return_val_if_fail (self != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  issued = twf_issued_list (handle, error);
  if (issued != NULL)
    put_in_order (handle, issued);
  return issued;
}
