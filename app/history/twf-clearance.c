/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-clearance.h"

#include "twf-issued.h"
#include "twf-references-private.h"
#include "twf-repository-private.h"
#include "twf-tag-private.h"

#include "twf-error.h"

#include <string.h>

#define PREFIX "refs/cleared/"
#define PATIENCE (5 * G_TIME_SPAN_SECOND)

/**
 * twf_clearance_free:
 * @self: (transfer full) (nullable): a clearance
 */
void
twf_clearance_free (TwfClearance *self)
{
  if (self == NULL)
    return;
  g_free (self->delegation);
  g_free (self->revision);
  g_free (self->by);
  g_free (self->note);
  g_free (self);
}

/**
 * twf_clearance_copy:
 * @self: a clearance
 *
 * Returns: (transfer full): the same
 */
TwfClearance *
twf_clearance_copy (const TwfClearance *self)
{
  TwfClearance *copy = g_memdup2 (self, sizeof *self);

  copy->delegation = g_strdup (self->delegation);
  copy->revision = g_strdup (self->revision);
  copy->by = g_strdup (self->by);
  copy->note = g_strdup (self->note);
  return copy;
}

/* "refs/cleared/EG/000001". They are counted, since clocks lie and two may be recorded in one
 * second; six digits, so that names are in order by themselves. */
static char *
dup_reference (const char *delegation, guint number)
{
  g_autofree char *encoded = twf_symbol_encode (delegation);

  return g_strdup_printf (PREFIX "%s/%06u", encoded, number);
}

/* Whose it is, and which; NULL: the name is none of ours. */
static char *
parse_reference (const char *name, guint *number)
{
  g_auto (GStrv) parts = g_strsplit (name + strlen (PREFIX), "/", -1);
  g_autofree char *delegation = g_strv_length (parts) == 2 ? twf_symbol_decode (parts[0]) : NULL;
  g_autofree char *again = NULL;
  guint64 found;

  if (delegation == NULL
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXUINT - 1, &found, NULL))
    return NULL;
  *number = (guint)found;
  again = dup_reference (delegation, *number);
  return g_str_equal (again, name) ? g_steal_pointer (&delegation) : NULL;
}

/* The first line is for readers of plain git. */
static char *
read_note (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message != NULL ? message : "", -1);
  const char *body = strchr (valid, '\n');
  g_autofree char *note = g_strstrip (g_strdup (body != NULL ? body : ""));

  return *note != '\0' ? g_steal_pointer (&note) : NULL;
}

static TwfClearance *
read_clearance (git_repository *handle, git_reference *reference)
{
  const git_oid *id = git_reference_target (reference);
  guint number = 0;
  g_autofree char *delegation = parse_reference (git_reference_name (reference), &number);
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) commit = NULL;
  const git_signature *tagger;
  TwfClearance *self;

  if (delegation == NULL || id == NULL)
    return NULL;
  self = g_new0 (TwfClearance, 1);
  self->delegation = g_steal_pointer (&delegation);
  self->number = number;
  self->is_damaged = TRUE;
  if (git_object_lookup (&object, handle, id, GIT_OBJECT_TAG) < 0)
    return self;
  self->note = read_note (git_tag_message ((git_tag *)object));
  tagger = git_tag_tagger ((git_tag *)object);
  if (tagger != NULL)
    {
      self->by = g_utf8_make_valid (tagger->name, -1);
      self->when = tagger->when.time;
      self->offset_minutes = tagger->when.offset;
    }
  if (git_object_peel (&commit, object, GIT_OBJECT_COMMIT) < 0)
    return self;
  self->revision = g_strdup (git_oid_tostr_s (git_object_id (commit)));
  self->is_damaged = FALSE;
  return self;
}

static gint
compare_clearances (gconstpointer a, gconstpointer b)
{
  const TwfClearance *one = *(TwfClearance *const *)a;
  const TwfClearance *other = *(TwfClearance *const *)b;
  int order = strcmp (one->delegation, other->delegation);

  if (order != 0)
    return order;
  return one->number < other->number ? -1 : one->number > other->number;
}

static GPtrArray *
list_clearances (git_repository *handle, const char *delegation, GError **error)
{
  g_autoptr (GPtrArray) list = twf_list_references (
      handle, PREFIX, (TwfReferenceRead)read_clearance, (GDestroyNotify)twf_clearance_free, error);

  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    if (delegation != NULL
        && !g_str_equal (((const TwfClearance *)list->pdata[i - 1])->delegation, delegation))
      g_ptr_array_remove_index_fast (list, i - 1);
  if (list == NULL)
    return NULL;
  g_ptr_array_sort (list, compare_clearances);
  return g_steal_pointer (&list);
}

/**
 * twf_repository_list_clearances:
 * @self: a repository
 * @delegation: (nullable): whose; %NULL: all
 * @error: return location
 *
 * Lists what was cleared. Of one delegation the last is the one that holds. One whose object or
 * revision is missing or broken is listed as damaged.
 *
 * Returns: (transfer full) (element-type TwfClearance): by delegation, then in the order in which
 *   they were recorded
 * Errors: as twf_repository_open(); TWF_ERROR_DAMAGED if what names them cannot be read
 */
GPtrArray *
twf_repository_list_clearances (TwfRepository *self, const char *delegation, GError **error)
{
  g_autoptr (git_repository) handle = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  return handle != NULL ? list_clearances (handle, delegation, error) : NULL;
}

static char *
compose_message (const char *delegation, const char *note)
{
  g_autofree char *stripped = g_strstrip (g_strdup (note != NULL ? note : ""));

  if (*stripped == '\0')
    return g_strdup_printf ("Cleared by the capital of %s\n", delegation);
  return g_strdup_printf ("Cleared by the capital of %s\n\n%s\n", delegation, stripped);
}

static TwfClearance *
write_clearance (TwfRepository *self,
                 TwfLock *lock,
                 git_repository *handle,
                 const char *delegation,
                 const char *revision,
                 const TwfCommitInfo *info,
                 GError **error)
{
  g_autoptr (GPtrArray) former = list_clearances (handle, delegation, error);
  const TwfClearance *last
      = former != NULL && former->len > 0 ? former->pdata[former->len - 1] : NULL;
  g_autofree char *reference = dup_reference (delegation, last != NULL ? last->number + 1 : 1);
  g_autofree char *message = compose_message (delegation, info->message);
  g_autoptr (git_reference) made = NULL;
  TwfCommitInfo who = *info;
  GString *tag;

  if (former == NULL)
    return NULL;
  who.message = message;
  tag = twf_tag_compose (&who, reference + strlen ("refs/"), revision, error);
  if (tag == NULL)
    return NULL;
  made = twf_tag_write (self, lock, handle, reference, tag, error);
  g_string_free (tag, TRUE);
  return made != NULL ? read_clearance (handle, made) : NULL;
}

/**
 * twf_repository_record_clearance:
 * @self: a repository
 * @delegation: code of the delegation whose capital cleared it
 * @revision: a revision
 * @info: by whom and when; the message is a note, nullable
 * @error: return location
 *
 * Records that a revision was cleared, behind what was before; no branch moves. When this returns
 * it is on the disk.
 *
 * Returns: (transfer full): the clearance, which holds from now on
 * Errors: TWF_ERROR_BUSY if others hold the repository for five seconds; as
 *   twf_repository_resolve(); TWF_ERROR_NO_SPACE, TWF_ERROR_READ_ONLY, TWF_ERROR_DENIED,
 *   TWF_ERROR_IO
 */
TwfClearance *
twf_repository_record_clearance (TwfRepository *self,
                                 const char *delegation,
                                 const char *revision,
                                 const TwfCommitInfo *info,
                                 GError **error)
{
  g_autoptr (TwfLock) lock = NULL;
  g_autoptr (git_repository) handle = NULL;
  g_autoptr (git_commit) commit = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && revision != NULL && info != NULL, NULL);
  g_return_val_if_fail (delegation != NULL && *delegation != '\0', NULL);

  twf_git_init ();
  lock = twf_lock_take (self, TWF_LOCK_SAVE, PATIENCE, error);
  if (lock == NULL)
    return NULL;
  if (twf_lock_was_left (lock))
    twf_remove_litter (self);
  handle = twf_repository_open_handle (self, error);
  if (handle == NULL)
    return NULL;
  commit = twf_lookup_commit (handle, revision, error);
  if (commit == NULL)
    return NULL;
  id = g_strdup (git_oid_tostr_s (git_commit_id (commit)));
  return write_clearance (self, lock, handle, delegation, id, info, error);
}
