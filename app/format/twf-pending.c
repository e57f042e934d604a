/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-format"

#include "config.h"

#include "twf-pending.h"

#include "twf-lines.h"
#include "twf-pending-proposals.h"
#include "twf-remark.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TwfPending
{
  TwfProvision *provision;
  gboolean has_fields;
  TwfPendingProposals *proposals; /* nullable: none */
  GHashTable *remarks;            /* char* id -> TwfRemark* (owned); NULL: none */
};

/* Where the place of a provision is gathered: its three keys are one property. */
typedef struct
{
  TwfProvision *provision;
  TwfSection section;
  char *parent;
  char *rank;
} Place;

/* What the head of a remark says. */
typedef struct
{
  char *author;
  char *language;
  gint64 when;
  TwfRemarkKind kind;
} RemarkHead;

/**
 * twf_pending_new:
 * @id: of the provision
 *
 * Returns: (transfer full): a provision of which nothing was read yet
 */
TwfPending *
twf_pending_new (const char *id)
{
  TwfPending *self = g_new0 (TwfPending, 1);

  self->provision = twf_provision_new (id, TWF_SECTION_LETTER);
  return self;
}

/**
 * twf_pending_free:
 * @self: a provision in the making
 */
void
twf_pending_free (TwfPending *self)
{
  g_object_unref (self->provision);
  g_clear_pointer (&self->proposals, twf_pending_proposals_free);
  g_clear_pointer (&self->remarks, g_hash_table_unref);
  g_free (self);
}

/**
 * twf_pending_get_id:
 * @self: a provision in the making
 *
 * Returns: (transfer none): its id
 */
const char *
twf_pending_get_id (TwfPending *self)
{
  return twf_provision_get_id (self->provision);
}

static gboolean
refuse (GError **error, const char *path, const char *reason)
{
  twf_lines_refuse (error, path, 0, reason);
  return FALSE;
}

/**
 * twf_pending_cut_text:
 * @content: (inout): a file that twf_lines_check_text() let pass
 * @length: its bytes
 * @path: the file, for the message
 * @error: (out) (optional): why it is refused
 *
 * Takes the line feed that ends the file off its text. No text has no file.
 *
 * Returns: whether there is a text
 * Errors: TWF_ERROR_INVALID if it is empty
 */
gboolean
twf_pending_cut_text (char *content, gsize length, const char *path, GError **error)
{
  if (length <= 1)
    return refuse (error, path, N_ ("empty text"));
  content[length - 1] = '\0';
  return TRUE;
}

static void
take_values (gpointer object, const char *key, const char *const *values)
{
  Place *place = object;

  if (strcmp (key, TWF_KEY_SECTION) == 0)
    twf_section_from_name (values[0], &place->section);
  else if (strcmp (key, TWF_KEY_PARENT) == 0)
    place->parent = g_strdup (values[0]);
  else if (strcmp (key, TWF_KEY_RANK) == 0)
    place->rank = g_strdup (values[0]);
  else
    twf_provision_set_values (place->provision, key, values);
}

static gboolean
add_fields (TwfPending *self, const char *path, char *content, GError **error)
{
  Place place = { self->provision };
  gboolean ok;

  if (self->has_fields)
    return refuse (error, path, N_ ("stands twice"));
  self->has_fields = TRUE;
  ok = twf_lines_parse (content, twf_provision_keys, path, take_values, &place, error);
  if (ok)
    twf_provision_set_place (
        self->provision, place.section, place.parent, place.rank != NULL ? place.rank : "");
  g_free (place.parent);
  g_free (place.rank);
  return ok;
}

static GHashTable *
ensure (GHashTable **table)
{
  if (*table == NULL)
    *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return *table;
}

static gboolean
add_proposal (TwfPending *self,
              const TwfPath *parsed,
              const char *path,
              char *content,
              gsize length,
              GError **error)
{
  if (self->proposals == NULL)
    self->proposals = twf_pending_proposals_new ();
  return twf_pending_proposals_add (self->proposals, parsed, path, content, length, error);
}

static void
take_remark_values (gpointer object, const char *key, const char *const *values)
{
  RemarkHead *head = object;

  if (strcmp (key, TWF_KEY_AUTHOR) == 0)
    head->author = g_strdup (values[0]);
  else if (strcmp (key, TWF_KEY_LANGUAGE) == 0)
    head->language = g_strdup (values[0]);
  else if (strcmp (key, TWF_KEY_KIND) == 0)
    twf_remark_kind_from_name (values[0], &head->kind);
  else
    {
      g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (values[0], NULL);

      head->when = g_date_time_to_unix (moment);
    }
}

/* Lines of a head, an empty line, the text. */
static gboolean
add_remark (TwfPending *self,
            const char *id,
            const char *path,
            char *content,
            gsize length,
            GError **error)
{
  GHashTable *remarks = ensure (&self->remarks);
  char *blank = strstr (content, "\n\n");
  g_autofree char *author = NULL;
  g_autofree char *language = NULL;
  RemarkHead head = { 0 };
  gboolean ok;

  if (g_hash_table_contains (remarks, id))
    return refuse (error, path, N_ ("stands twice"));
  if (blank == NULL)
    return refuse (error, path, N_ ("no empty line before the text"));
  *blank = '\0';
  ok = twf_lines_parse (content, twf_remark_keys, path, take_remark_values, &head, error);
  author = head.author;
  language = head.language;
  if (!ok)
    return FALSE;
  blank += 2;
  if (!twf_pending_cut_text (blank, length - (gsize)(blank - content), path, error))
    return FALSE;
  g_hash_table_insert (
      remarks,
      g_strdup (id),
      twf_remark_new_statement (id, head.kind, author, head.when, language, blank));
  return TRUE;
}

static gboolean
add_text (TwfPending *self,
          const TwfPath *parsed,
          const char *path,
          char *content,
          gsize length,
          GError **error)
{
  if (twf_provision_get_text (self->provision, parsed->part, parsed->name) != NULL)
    return refuse (error, path, N_ ("stands twice"));
  if (!twf_pending_cut_text (content, length, path, error))
    return FALSE;
  twf_provision_set_text (self->provision, parsed->part, parsed->name, content);
  return TRUE;
}

/**
 * twf_pending_add:
 * @self: a provision in the making
 * @parsed: what @path names
 * @path: a file of the provision
 * @content: (inout): its content, followed by a NUL; cut up in place
 * @length: its bytes
 * @error: (out) (optional): why it is refused
 *
 * Reads one more file of a provision.
 *
 * Returns: whether it is in order
 * Errors: TWF_ERROR_INVALID, with "path:line: reason", if it is not
 */
gboolean
twf_pending_add (TwfPending *self,
                 const TwfPath *parsed,
                 const char *path,
                 char *content,
                 gsize length,
                 GError **error)
{
  if (!twf_lines_check_text (content, length, path, 1, error))
    return FALSE;
  switch (parsed->kind)
    {
    case TWF_PATH_FIELDS:
      return add_fields (self, path, content, error);
    case TWF_PATH_TEXT:
      return add_text (self, parsed, path, content, length, error);
    case TWF_PATH_PROPOSAL:
    case TWF_PATH_PROPOSAL_TEXT:
      return add_proposal (self, parsed, path, content, length, error);
    default:
      g_assert (parsed->kind == TWF_PATH_REMARK);
      return add_remark (self, parsed->item, path, content, length, error);
    }
}

static void
take_proposal (gpointer provision, TwfProposal *proposal)
{
  twf_provision_take_proposal (provision, proposal);
}

/**
 * twf_pending_finish:
 * @self: a provision of which every file was read
 * @error: (out) (optional): why it is refused
 *
 * Returns: (transfer full): the provision; %NULL on error
 * Errors: TWF_ERROR_INVALID if it, or a proposal of it, has texts and no fields
 */
TwfProvision *
twf_pending_finish (TwfPending *self, GError **error)
{
  const char *id = twf_pending_get_id (self);
  g_autofree char *path = NULL;
  GHashTableIter iter;
  gpointer remark;

  if (!self->has_fields)
    {
      path = g_strdup_printf ("provisions/%.2s/%s/fields", id, id);
      refuse (error, path, N_ ("is not there"));
      return NULL;
    }
  if (self->proposals != NULL)
    {
      g_autofree char *folder = g_strdup_printf ("provisions/%.2s/%s/", id, id);

      if (!twf_pending_proposals_finish (
              self->proposals, folder, take_proposal, self->provision, error))
        return NULL;
    }
  if (self->remarks != NULL)
    {
      g_hash_table_iter_init (&iter, self->remarks);
      while (g_hash_table_iter_next (&iter, NULL, &remark))
        twf_provision_take_remark (self->provision, g_object_ref (remark));
    }
  return g_object_ref (self->provision);
}
