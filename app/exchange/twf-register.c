/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-exchange"

#include "config.h"

#include "twf-register.h"

#include "twf-error.h"
#include "twf-format.h"

#include <string.h>

struct _TwfRegister
{
  gatomicrefcount references;
  guint version;      /* 0: nobody has a key yet */
  GPtrArray *entries; /* of TwfRegisterEntry* (owned): the facilitator's, then by code */
};

static void
free_entry (gpointer item)
{
  TwfRegisterEntry *entry = item;

  g_free (entry->code);
  twf_public_key_free (entry->key);
  g_free (entry);
}

/* A line that is no key is nobody's; twf_plan_check() tells of it. */
static void
add_keys (TwfRegister *self, const char *code, const char *const *lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      TwfPublicKey *key = twf_public_key_parse (lines[i], NULL);
      TwfRegisterEntry *entry;

      if (key == NULL)
        continue;
      entry = g_new0 (TwfRegisterEntry, 1);
      entry->code = g_strdup (code);
      entry->key = key;
      g_ptr_array_add (self->entries, entry);
    }
}

static guint
read_version (TwfPlan *plan)
{
  const char *value = twf_plan_get_field (plan, TWF_PLAN_REGISTER);
  guint64 version;

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT, &version, NULL)
             ? (guint)version
             : 0;
}

/**
 * twf_register_new:
 * @plan: a plan
 *
 * Returns: (transfer full): its register of keys
 */
TwfRegister *
twf_register_new (TwfPlan *plan)
{
  TwfRegister *self = g_new0 (TwfRegister, 1);
  GListModel *delegations = twf_plan_list_delegations (plan);

  g_atomic_ref_count_init (&self->references);
  self->version = read_version (plan);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  add_keys (self, NULL, twf_plan_get_values (plan, TWF_PLAN_FACILITATOR_KEY));
  for (guint i = 0; i < g_list_model_get_n_items (delegations); i++)
    {
      g_autoptr (TwfDelegation) delegation = g_list_model_get_item (delegations, i);

      add_keys (self,
                twf_delegation_get_code (delegation),
                twf_delegation_get_values (delegation, TWF_DELEGATION_KEY));
    }
  return self;
}

static gboolean
is_of_register (const char *path, gpointer user_data)
{
  return g_str_equal (path, "plan") || g_str_has_prefix (path, "delegations/");
}

static gboolean
take_file (const char *path, const char *blob_id, GBytes *bytes, gpointer user_data, GError **error)
{
  return twf_reader_add (user_data, path, bytes, error);
}

/**
 * twf_register_read:
 * @repository: a repository
 * @revision: a revision of its plan
 * @cancellable: (nullable): ends it
 * @error: return location
 *
 * Blocks.
 *
 * Returns: (transfer full): the register of keys as it stood there
 * Errors: as twf_repository_read_wanted() and twf_reader_finish()
 */
TwfRegister *
twf_register_read (TwfRepository *repository,
                   const char *revision,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (TwfReader) reader = twf_reader_new ();
  g_autoptr (TwfPlan) plan = NULL;

  g_return_val_if_fail (repository != NULL && revision != NULL, NULL);

  if (!twf_repository_read_wanted (
          repository, revision, is_of_register, take_file, reader, cancellable, error))
    return NULL;
  plan = twf_reader_finish (reader, error);
  return plan != NULL ? twf_register_new (plan) : NULL;
}

/**
 * twf_register_ref:
 * @self: a register
 *
 * Returns: (transfer full): @self
 */
TwfRegister *
twf_register_ref (TwfRegister *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * twf_register_unref:
 * @self: (transfer full): a register
 */
void
twf_register_unref (TwfRegister *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * twf_register_get_version:
 * @self: a register
 *
 * Returns: how often it was changed; 0: nobody has a key yet
 */
guint
twf_register_get_version (TwfRegister *self)
{
  return self->version;
}

/**
 * twf_register_get_entries:
 * @self: a register
 *
 * Returns: (transfer none) (element-type TwfRegisterEntry): all keys, the facilitator's first, then
 *   by code
 */
GPtrArray *
twf_register_get_entries (TwfRegister *self)
{
  return self->entries;
}

/**
 * twf_register_find:
 * @self: a register
 * @key: a key
 * @is_shared: (out) (optional): whether several have it, so that it proves nothing
 *
 * Returns: (transfer none) (nullable): the first entry with that key
 */
const TwfRegisterEntry *
twf_register_find (TwfRegister *self, const TwfPublicKey *key, gboolean *is_shared)
{
  const TwfRegisterEntry *found = NULL;

  if (is_shared != NULL)
    *is_shared = FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TwfRegisterEntry *entry = self->entries->pdata[i];

      if (!twf_public_key_is_same (entry->key, key))
        continue;
      if (found == NULL)
        found = entry;
      else if (is_shared != NULL)
        *is_shared = TRUE;
    }
  return found;
}

/**
 * twf_register_has_keys_of:
 * @self: a register
 * @code: (nullable): a delegation's code; %NULL: the facilitator
 *
 * Returns: whether there is a key of theirs
 */
gboolean
twf_register_has_keys_of (TwfRegister *self, const char *code)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_strcmp0 (((const TwfRegisterEntry *)self->entries->pdata[i])->code, code) == 0)
      return TRUE;
  return FALSE;
}

static void
append_moment (GString *line, const char *option, gint64 moment)
{
  g_autoptr (GDateTime) when = moment != 0 ? g_date_time_new_from_unix_utc (moment) : NULL;
  g_autofree char *shown = when != NULL ? g_date_time_format (when, "%Y%m%d%H%M%SZ") : NULL;

  if (shown != NULL)
    g_string_append_printf (line, ",%s=\"%s\"", option, shown);
}

/**
 * twf_register_dup_allowed_signers:
 * @self: a register
 *
 * Returns: (transfer full): the same as a file for git (gpg.ssh.allowedSignersFile), which goes by
 *   the dates that commits bear. Keys that were revoked and those that several have are not in it.
 */
char *
twf_register_dup_allowed_signers (TwfRegister *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const TwfRegisterEntry *entry = self->entries->pdata[i];
      g_autofree char *email = twf_delegation_dup_email (entry->code);
      gboolean is_shared;

      twf_register_find (self, entry->key, &is_shared);
      if (is_shared || entry->key->revoked != 0)
        continue;
      g_string_append_printf (lines, "%s namespaces=\"git\"", email);
      append_moment (lines, "valid-after", entry->key->from);
      append_moment (lines, "valid-before", entry->key->until);
      g_string_append_printf (lines, " %s %s\n", entry->key->type, entry->key->blob);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static gboolean
is_same (TwfRegister *self, TwfRegister *other)
{
  if (self->entries->len != other->entries->len)
    return FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const TwfRegisterEntry *one = self->entries->pdata[i];
      const TwfRegisterEntry *two = other->entries->pdata[i];
      g_autofree char *first = twf_public_key_dup_line (one->key);
      g_autofree char *second = twf_public_key_dup_line (two->key);

      if (g_strcmp0 (one->code, two->code) != 0 || !g_str_equal (first, second))
        return FALSE;
    }
  return TRUE;
}

/**
 * twf_register_may_follow:
 * @self: the register that is held
 * @next: one that would take its place
 * @error: return location
 *
 * A register with a smaller number never takes the place of one with a larger, nor does another of
 * the same number. No date is asked.
 *
 * Returns: whether @next may take the place of @self
 * Errors: TWF_ERROR_REGISTER with the numbers
 */
gboolean
twf_register_may_follow (TwfRegister *self, TwfRegister *next, GError **error)
{
  if (next->version > self->version || (next->version == self->version && is_same (self, next)))
    return TRUE;
  g_set_error (error,
               TWF_ERROR,
               TWF_ERROR_REGISTER,
               "register of keys %u in place of %u",
               next->version,
               self->version);
  return FALSE;
}
