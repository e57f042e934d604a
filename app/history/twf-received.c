/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-history"

#include "config.h"

#include "twf-received-private.h"

#include "twf-references-private.h"
#include "twf-repository-private.h"

#include "twf-error.h"

#include <string.h>

#define REFS "refs/"
#define SHORT "received/"
#define PREFIX REFS SHORT

/* What stands in the message of a tag, a line each. */

#define KEY_FROM "From: "
#define KEY_ORIGIN "Origin: "
#define KEY_VERDICT "Verdict: "
#define KEY_FINGERPRINT "Fingerprint: "
#define KEY_BESIDE "Beside: "

/**
 * twf_received_free:
 * @self: (transfer full) (nullable): what was received
 */
void
twf_received_free (TwfReceived *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->tip);
  g_free (self->from);
  g_free (self->origin);
  g_free (self->verdict);
  g_free (self->fingerprint);
  g_free (self->beside);
  g_free (self);
}

/**
 * twf_received_copy:
 * @self: what was received
 *
 * Returns: (transfer full): the same
 */
TwfReceived *
twf_received_copy (const TwfReceived *self)
{
  TwfReceived *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->tip = g_strdup (self->tip);
  copy->from = g_strdup (self->from);
  copy->origin = g_strdup (self->origin);
  copy->verdict = g_strdup (self->verdict);
  copy->fingerprint = g_strdup (self->fingerprint);
  copy->beside = g_strdup (self->beside);
  return copy;
}

/* "refs/received/EG/000001". Codes are of capitals, so that none is the rolling text's name. Six
 * digits, so that names are in order by themselves. */
char *
twf_received_dup_reference (const char *code, guint number)
{
  return g_strdup_printf (PREFIX "%s/%06u", code != NULL ? code : TWF_BRANCH_MAIN, number);
}

/**
 * twf_received_dup_name:
 * @self: what was received
 *
 * Returns: (transfer full): how twf_repository_resolve() knows it, "received/EG/000002"
 */
char *
twf_received_dup_name (const TwfReceived *self)
{
  g_autofree char *reference = twf_received_dup_reference (self->code, self->number);

  return g_strdup (reference + strlen (REFS));
}

/**
 * twf_received_dup_branch:
 * @self: what was received
 *
 * Returns: (transfer full): how twf_repository_resolve() knows what came last of that branch,
 *   "received/EG"
 */
char *
twf_received_dup_branch (const TwfReceived *self)
{
  return g_strconcat (SHORT, self->code != NULL ? self->code : TWF_BRANCH_MAIN, NULL);
}

/**
 * twf_received_holds:
 * @list: (element-type TwfReceived): as twf_repository_list_received() gives it
 * @at: which of it
 *
 * Returns: whether nothing that can be read came of its branch since
 */
gboolean
twf_received_holds (GPtrArray *list, guint at)
{
  const TwfReceived *self = list->pdata[at];

  for (guint i = at + 1; i < list->len; i++)
    {
      const TwfReceived *later = list->pdata[i];

      if (g_strcmp0 (later->code, self->code) == 0 && !later->is_damaged)
        return FALSE;
    }
  return TRUE;
}

/* A code as the plan has them: capitals, digits and hyphens. */
static gboolean
is_code (const char *name)
{
  return g_ascii_isupper (name[0])
         && strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == strlen (name);
}

static gboolean
parse_reference (const char *name, char **code, guint *number)
{
  g_auto (GStrv) parts = g_strsplit (name + strlen (PREFIX), "/", -1);
  g_autofree char *again = NULL;
  guint64 found;

  *code = NULL;
  if (g_strv_length (parts) != 2
      || (!g_str_equal (parts[0], TWF_BRANCH_MAIN) && !is_code (parts[0]))
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXUINT - 1, &found, NULL))
    return FALSE;
  if (!g_str_equal (parts[0], TWF_BRANCH_MAIN))
    *code = g_strdup (parts[0]);
  *number = (guint)found;
  again = twf_received_dup_reference (*code, *number);
  if (g_str_equal (again, name))
    return TRUE;
  g_clear_pointer (code, g_free);
  return FALSE;
}

static char *
dup_value (char **lines, const char *key)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], key))
      return g_strdup (lines[i] + strlen (key));
  return NULL;
}

static void
read_message (TwfReceived *self, const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message != NULL ? message : "", -1);
  g_auto (GStrv) lines = g_strsplit (valid, "\n", -1);

  self->from = dup_value (lines, KEY_FROM);
  self->origin = dup_value (lines, KEY_ORIGIN);
  self->verdict = dup_value (lines, KEY_VERDICT);
  self->fingerprint = dup_value (lines, KEY_FINGERPRINT);
  self->beside = dup_value (lines, KEY_BESIDE);
}

/*
 * twf_received_read:
 * @handle: a repository
 * @reference: under refs/received/
 *
 * Returns: (transfer full) (nullable): what it says; NULL: the name is none of ours
 */
TwfReceived *
twf_received_read (git_repository *handle, git_reference *reference)
{
  const git_oid *id = git_reference_target (reference);
  g_autofree char *code = NULL;
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) commit = NULL;
  const git_signature *tagger;
  TwfReceived *self;
  guint number;

  if (id == NULL || !parse_reference (git_reference_name (reference), &code, &number))
    return NULL;
  self = g_new0 (TwfReceived, 1);
  self->code = g_steal_pointer (&code);
  self->number = number;
  self->is_damaged = TRUE;
  if (git_object_lookup (&object, handle, id, GIT_OBJECT_TAG) < 0)
    return self;
  read_message (self, git_tag_message ((git_tag *)object));
  tagger = git_tag_tagger ((git_tag *)object);
  if (tagger != NULL)
    {
      self->when = tagger->when.time;
      self->offset_minutes = tagger->when.offset;
    }
  if (git_object_peel (&commit, object, GIT_OBJECT_COMMIT) < 0)
    return self;
  self->tip = g_strdup (git_oid_tostr_s (git_object_id (commit)));
  self->is_damaged = FALSE;
  return self;
}

static gint
compare_received (gconstpointer a, gconstpointer b)
{
  const TwfReceived *one = *(TwfReceived *const *)a;
  const TwfReceived *other = *(TwfReceived *const *)b;
  int order = g_strcmp0 (one->code, other->code);

  if (order != 0)
    return order;
  return one->number < other->number ? -1 : one->number > other->number;
}

/*
 * twf_received_list:
 * @handle: a repository
 * @error: return location
 *
 * Returns: (transfer full) (element-type TwfReceived): as twf_repository_list_received()
 * Errors: TWF_ERROR_DAMAGED
 */
GPtrArray *
twf_received_list (git_repository *handle, GError **error)
{
  g_autoptr (GPtrArray) list = twf_list_references (handle,
                                                    PREFIX,
                                                    (TwfReferenceRead)twf_received_read,
                                                    (GDestroyNotify)twf_received_free,
                                                    error);

  if (list == NULL)
    return NULL;
  g_ptr_array_sort (list, compare_received);
  return g_steal_pointer (&list);
}

/**
 * twf_repository_list_received:
 * @self: a repository
 * @error: return location
 *
 * Lists what was received. Of one branch the last is the one that holds. One whose object or
 * revision is missing or broken is listed as damaged.
 *
 * Returns: (transfer full) (element-type TwfReceived): the rolling text, then by code; of one
 *   branch in the order in which they came
 * Errors: as twf_repository_open(); TWF_ERROR_DAMAGED if what names them cannot be read
 */
GPtrArray *
twf_repository_list_received (TwfRepository *self, GError **error)
{
  g_autoptr (git_repository) handle = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  handle = twf_repository_open_handle (self, error);
  return handle != NULL ? twf_received_list (handle, error) : NULL;
}

/**
 * twf_repository_find_received:
 * @self: a repository
 * @code: (nullable): of a delegation; %NULL: the rolling text
 * @error: return location
 *
 * Returns: (transfer full): what was received last of the branch, and can be read
 * Errors: TWF_ERROR_NOT_FOUND if nothing was; as twf_repository_list_received()
 */
TwfReceived *
twf_repository_find_received (TwfRepository *self, const char *code, GError **error)
{
  g_autoptr (GPtrArray) list = twf_repository_list_received (self, error);

  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    {
      const TwfReceived *found = list->pdata[i - 1];

      if (!found->is_damaged && g_strcmp0 (found->code, code) == 0)
        return twf_received_copy (found);
    }
  if (list != NULL)
    g_set_error (error,
                 TWF_ERROR,
                 TWF_ERROR_NOT_FOUND,
                 SHORT "%s: nothing was received",
                 code != NULL ? code : TWF_BRANCH_MAIN);
  return NULL;
}

/*
 * twf_received_lookup:
 * @handle: a repository
 * @name: "received/EG", or with the number
 * @reference: (out): what it names
 *
 * Returns: 0, or as git_reference_lookup()
 */
int
twf_received_lookup (git_repository *handle, const char *name, git_reference **reference)
{
  g_autofree char *full = g_strconcat (REFS, name, NULL);
  g_autoptr (GPtrArray) list = NULL;

  if (!g_str_has_prefix (name, SHORT))
    return GIT_ENOTFOUND;
  if (strchr (name + strlen (SHORT), '/') != NULL)
    return git_reference_lookup (reference, handle, full);
  list = twf_received_list (handle, NULL);
  for (guint i = list != NULL ? list->len : 0; i > 0; i--)
    {
      const TwfReceived *found = list->pdata[i - 1];
      const char *branch = found->code != NULL ? found->code : TWF_BRANCH_MAIN;

      if (!found->is_damaged && g_str_equal (branch, name + strlen (SHORT)))
        {
          g_autofree char *newest = twf_received_dup_reference (found->code, found->number);

          return git_reference_lookup (reference, handle, newest);
        }
    }
  return GIT_ENOTFOUND;
}
